//! Accepting, counting and winding down: what both gates share, without knowing what is spoken.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::{oneshot, watch};
use tokio::task::{Id, JoinError, JoinSet};

use crate::complaints::{Complaints, complain};
use crate::limits::{ACCEPT_PAUSE, Limits};
use crate::listen::{Listener, Peer, Stream};
use crate::proxy::{NotProxied, read_header};

/// The word to stop: `true`, or its sender gone.
pub type Shutdown = watch::Receiver<bool>;

/// The word to stop, as one connection hears it: it resolves, either way. Each connection has a channel of its
/// own because a shared one takes a shared lock whenever it is looked at, which is once a request.
pub(crate) type Stop = oneshot::Receiver<()>;

/// What is spoken on a connection.
pub(crate) trait Conversation: Send + Sync + 'static {
    /// The gate's name in the log.
    const GATE: &'static str;

    /// Speaks until the peer leaves, breaks the rules, or `stop` resolves and nothing is half done.
    fn hold(
        self: Arc<Self>,
        stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
        peer: Peer,
        stop: Stop,
    ) -> impl Future<Output = ()> + Send;

    /// Where it complains.
    fn complaints(&self) -> &Complaints;
}

/// Accepts until the word to stop, then lets every connection finish what is in flight within
/// [`Limits::finish`], and closes what is left.
pub(crate) async fn accept_until_stopped<C: Conversation>(
    listener: Listener,
    conversation: Arc<C>,
    limits: Limits,
    mut shutdown: Shutdown,
) {
    let mut open = Open::default();
    let mut stopped = std::pin::pin!(async move {
        // An error means that the sender is gone, which says the same.
        let _ = shutdown.wait_for(|stop| *stop).await;
    });
    loop {
        tokio::select! {
            biased;
            () = &mut stopped => break,
            Some(ended) = open.tasks.join_next_with_id() => open.forget::<C>(ended),
            accepted = listener.accept() => match accepted {
                Ok((_, peer)) if open.tasks.len() >= limits.connections_max => {
                    complain!(conversation.complaints(), C::GATE, peer, max = limits.connections_max,
                        "connection closed: too many are open");
                }
                Ok((_, peer)) if listener.proxies().is_some_and(|proxies| !proxies.trusts(peer)) => {
                    complain!(conversation.complaints(), C::GATE, peer, error = %NotProxied::Untrusted,
                        "connection closed");
                }
                Ok((stream, peer)) => {
                    let proxied = listener.proxies().map(|_| limits.half_request);
                    open.begin(&conversation, stream, peer, proxied);
                }
                Err(error) => {
                    if let Some(withheld) = conversation.complaints().may_speak() {
                        tracing::error!(gate = C::GATE, %error, withheld, "cannot accept a connection");
                    }
                    // Out of descriptors: without a pause this loop would spin.
                    if tokio::time::timeout(ACCEPT_PAUSE, &mut stopped).await.is_ok() {
                        break;
                    }
                }
            },
        }
    }
    drop(listener);
    open.finish::<C>(limits).await;
}

/// The same behind a proxy: first its header, then the conversation with whom it names.
async fn hold_proxied<C: Conversation>(
    conversation: Arc<C>,
    mut stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
    peer: Peer,
    mut stop: Stop,
    limit: Duration,
) {
    let header = tokio::select! {
        biased;
        header = read_header(&mut stream, peer, limit) => header,
        _ = &mut stop => return,
    };
    match header {
        Ok(Some(peer)) => conversation.hold(stream, peer, stop).await,
        Ok(None) => tracing::debug!(gate = C::GATE, %peer, "closed without a word"),
        Err(error) => complain!(conversation.complaints(), C::GATE, peer, %error, "connection closed"),
    }
}

/// The connections that are open.
#[derive(Default)]
struct Open {
    tasks: JoinSet<()>,
    stops: HashMap<Id, oneshot::Sender<()>>,
}

impl Open {
    /// `proxied` is how long a proxy may take for its header; `None` where none is wanted.
    fn begin<C: Conversation>(
        &mut self,
        conversation: &Arc<C>,
        stream: Stream,
        peer: Peer,
        proxied: Option<Duration>,
    ) {
        let (sender, stop) = oneshot::channel();
        let conversation = Arc::clone(conversation);
        let task = match (stream, proxied) {
            (Stream::Tcp(stream), None) => self.tasks.spawn(conversation.hold(stream, peer, stop)),
            (Stream::Unix(stream), None) => self.tasks.spawn(conversation.hold(stream, peer, stop)),
            (Stream::Tcp(stream), Some(limit)) => {
                self.tasks.spawn(hold_proxied(conversation, stream, peer, stop, limit))
            }
            (Stream::Unix(stream), Some(limit)) => {
                self.tasks.spawn(hold_proxied(conversation, stream, peer, stop, limit))
            }
        };
        self.stops.insert(task.id(), sender);
    }

    fn forget<C: Conversation>(&mut self, ended: Result<(Id, ()), JoinError>) {
        let id = match ended {
            Ok((id, ())) => id,
            Err(error) => {
                if error.is_panic() {
                    // The panic's own message went to the panic hook; others' connections go on.
                    tracing::error!(gate = C::GATE, "a connection ended by a panic");
                }
                error.id()
            }
        };
        self.stops.remove(&id);
    }

    async fn finish<C: Conversation>(mut self, limits: Limits) {
        self.stops.clear();
        let all = async {
            while let Some(ended) = self.tasks.join_next_with_id().await {
                if ended.is_err_and(|error| error.is_panic()) {
                    tracing::error!(gate = C::GATE, "a connection ended by a panic");
                }
            }
        };
        if tokio::time::timeout(limits.finish, all).await.is_err() {
            tracing::warn!(gate = C::GATE, connections = self.tasks.len(), "closed while still in flight");
            self.tasks.shutdown().await;
        }
    }
}

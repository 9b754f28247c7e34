//! Accepting, counting and winding down: what both gates share, without knowing what is spoken.

use std::collections::HashMap;
use std::sync::Arc;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::{oneshot, watch};
use tokio::task::{Id, JoinError, JoinSet};

use crate::complaints::{Complaints, complain};
use crate::limits::{ACCEPT_PAUSE, Limits};
use crate::listen::{Listener, Peer, Stream};

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
                Ok((stream, peer)) => open.begin(&conversation, stream, peer),
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

/// The connections that are open.
#[derive(Default)]
struct Open {
    tasks: JoinSet<()>,
    stops: HashMap<Id, oneshot::Sender<()>>,
}

impl Open {
    fn begin<C: Conversation>(&mut self, conversation: &Arc<C>, stream: Stream, peer: Peer) {
        let (sender, stop) = oneshot::channel();
        let conversation = Arc::clone(conversation);
        let task = match stream {
            Stream::Tcp(stream) => self.tasks.spawn(conversation.hold(stream, peer, stop)),
            Stream::Unix(stream) => self.tasks.spawn(conversation.hold(stream, peer, stop)),
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

//! Postfix's policy delegation on a socket: one buffer a connection, one answer a request.
//!
//! Postfix has one request in flight and keeps the connection for as long as its process lives. Several
//! requests in one packet are answered in order. A request that breaks the protocol or a limit is logged with
//! its peer, and the connection is closed without a reply to it; Postfix then asks once more and falls
//! through to its `default_action` and the map (SMTPD_POLICY_README: "in case of trouble the server must not
//! reply").

use std::io;
use std::sync::Arc;

use postern_engine::ask::{PolicyAnswer, PolicyAsk};
use postern_wire::postfix_policy::RestrictionClass;
use postern_wire::postfix_policy::{Action, DecodePolicyError, Decoder, REQUEST_BYTES_MAX, Request};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::time::Instant;

use crate::answers::Answers;
use crate::complaints::{Complaints, complain};
use crate::connections::{Conversation, Shutdown, Stop, accept_until_stopped};
use crate::limits::{BUFFER_BYTES_FIRST, Limits, REPLIES_BYTES_MAX};
use crate::listen::{Listener, Peer};
use crate::patience::{TooSlow, within};

/// Answers Postfix on `listener` until the word to stop, then finishes what is in flight.
///
/// `class` is the restriction class that an account which may send is answered with; the site declares it in
/// `smtpd_restriction_classes`. Without one the answer is `DUNNO`, and the map after us is asked too.
pub async fn serve_policy<A: Answers>(
    listener: Listener,
    answers: Arc<A>,
    class: Option<RestrictionClass>,
    limits: Limits,
    shutdown: Shutdown,
) {
    let gate = Arc::new(PolicyGate { answers, class, limits, complaints: Complaints::new() });
    accept_until_stopped(listener, gate, limits, shutdown).await;
}

struct PolicyGate<A> {
    answers: Arc<A>,
    class: Option<RestrictionClass>,
    limits: Limits,
    complaints: Complaints,
}

/// Why a connection ended, if not by the peer's leave or our own.
#[derive(Debug, thiserror::Error)]
enum Broken {
    #[error(transparent)]
    Malformed(#[from] DecodePolicyError),
    #[error("a request began and did not end in time")]
    HalfSent,
    #[error("the answer was not taken in time")]
    AnswerNotTaken,
    #[error("the connection failed: {0}")]
    Io(#[from] io::Error),
}

impl<A: Answers> Conversation for PolicyGate<A> {
    const GATE: &'static str = "postfix_policy";

    async fn hold(
        self: Arc<Self>,
        mut stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
        peer: Peer,
        stop: Stop,
    ) {
        match self.converse(&mut stream, stop).await {
            Ok(()) => {}
            // A Postfix process that is killed resets its connections: nothing to look at.
            Err(Broken::Io(error)) => tracing::debug!(gate = Self::GATE, %peer, %error, "connection lost"),
            Err(broken) => complain!(self.complaints, Self::GATE, peer, error = %broken,
                "connection closed without a reply"),
        }
    }

    fn complaints(&self) -> &Complaints {
        &self.complaints
    }
}

/// What one connection has said and not been answered.
struct Exchange {
    buffer: Buffer,
    decoder: Decoder,
    replies: Vec<u8>,
    /// When the request that has begun must be whole; `None` between requests.
    deadline: Option<Instant>,
}

impl<A: Answers> PolicyGate<A> {
    async fn converse(
        &self,
        stream: &mut (impl AsyncRead + AsyncWrite + Send + Unpin),
        mut stop: Stop,
    ) -> Result<(), Broken> {
        let mut exchange = Exchange {
            buffer: Buffer::new(),
            decoder: Decoder::new(),
            replies: Vec::with_capacity(128),
            deadline: None,
        };
        loop {
            let room = exchange.buffer.room();
            let read = match exchange.deadline {
                None => tokio::select! {
                    biased;
                    read = stream.read(room) => read?,
                    _ = &mut stop => return Ok(()),
                },
                Some(deadline) => {
                    let read = tokio::time::timeout_at(deadline, stream.read(room)).await;
                    read.map_err(|_| Broken::HalfSent)??
                }
            };
            if read == 0 {
                return Ok(());
            }
            exchange.buffer.took(read);
            let malformed = self.answer_all(&mut exchange, stream).await?;
            self.write(stream, &mut exchange.replies).await?;
            if let Some(malformed) = malformed {
                return Err(malformed.into());
            }
            if exchange.buffer.is_empty() {
                exchange.deadline = None;
            } else if exchange.deadline.is_none() {
                exchange.deadline = Some(Instant::now() + self.limits.half_request);
            }
        }
    }

    /// Answers every request that is whole; what was answered before a malformed one is still written.
    async fn answer_all(
        &self,
        exchange: &mut Exchange,
        stream: &mut (impl AsyncWrite + Unpin),
    ) -> Result<Option<DecodePolicyError>, Broken> {
        while !exchange.buffer.is_empty() {
            let bytes = match exchange.decoder.decode(exchange.buffer.held()) {
                Ok(Some(decoded)) => {
                    self.answer(&decoded.request, &mut exchange.replies);
                    decoded.bytes
                }
                Ok(None) => break,
                Err(error) => return Ok(Some(error)),
            };
            exchange.buffer.drop_front(bytes);
            exchange.deadline = None;
            if exchange.replies.len() >= REPLIES_BYTES_MAX {
                self.write(stream, &mut exchange.replies).await?;
            }
        }
        Ok(None)
    }

    fn answer(&self, request: &Request<'_>, replies: &mut Vec<u8>) {
        let answer = self.answers.policy_asked(&PolicyAsk {
            protocol_state: &request.protocol_state,
            sasl_username: &request.sasl_username,
            sender: &request.sender,
            recipient: &request.recipient,
            recipient_count: request.recipient_count,
            size: request.size,
            instance: &request.instance,
            queue_id: &request.queue_id,
            client_address: &request.client_address,
        });
        let class = self.class.as_ref();
        let action = match &answer {
            PolicyAnswer::Dunno => Action::Dunno,
            PolicyAnswer::Open => class.map_or(Action::Dunno, Action::Class),
            PolicyAnswer::OpenAfter { delay_s } => Action::Sleep { delay_s: *delay_s, class },
            PolicyAnswer::Refuse { text } => Action::Refuse { text },
            PolicyAnswer::Close { text } => Action::Close { text },
        };
        action.encode(replies);
    }

    async fn write(
        &self,
        stream: &mut (impl AsyncWrite + Unpin),
        replies: &mut Vec<u8>,
    ) -> Result<(), Broken> {
        if !replies.is_empty() {
            let written = within(self.limits.half_request, stream.write_all(replies)).await;
            written.map_err(|TooSlow| Broken::AnswerNotTaken)??;
            replies.clear();
        }
        Ok(())
    }
}

/// What a connection has sent and we have not answered.
struct Buffer {
    bytes: Vec<u8>,
    start: usize,
    end: usize,
}

impl Buffer {
    fn new() -> Self {
        Self { bytes: vec![0; BUFFER_BYTES_FIRST], start: 0, end: 0 }
    }

    fn is_empty(&self) -> bool {
        self.start == self.end
    }

    fn held(&self) -> &[u8] {
        &self.bytes[self.start..self.end]
    }

    /// Room for at least one byte. The decoder refuses a request of [`REQUEST_BYTES_MAX`] bytes without an end,
    /// so the buffer never holds more than that and never grows beyond it.
    fn room(&mut self) -> &mut [u8] {
        if self.end == self.bytes.len() {
            if self.start > 0 {
                self.bytes.copy_within(self.start..self.end, 0);
                self.end -= self.start;
                self.start = 0;
            } else {
                self.bytes.resize((self.bytes.len() * 2).min(REQUEST_BYTES_MAX), 0);
            }
        }
        &mut self.bytes[self.end..]
    }

    fn took(&mut self, bytes: usize) {
        self.end += bytes;
    }

    fn drop_front(&mut self, bytes: usize) {
        self.start += bytes;
        if self.start == self.end {
            self.start = 0;
            self.end = 0;
        }
    }
}

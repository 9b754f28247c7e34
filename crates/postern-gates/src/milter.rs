//! The milter protocol on a socket: what the policy gate cannot see of a mail. One buffer a connection, one mail at a
//! time, each step translated and asked.
//!
//! A mail server opens a connection for each SMTP session (smtpd) or each mail (cleanup, for `sendmail`), negotiates,
//! and sends a packet for each step. A packet that breaks the protocol or a limit is logged with its peer, and the
//! connection is closed; the server then takes its `milter_default_action`, which docs/operate/milter.md sets to
//! `accept`: the policy gate and the map hold the block.
//!
//! Who sends is told by macros of the server alone (reliability G6): `{auth_authen}` is the login. A queue id (`i`)
//! that is there at MAIL already, and a client on this host without a port, tell of a mail that came without SMTP:
//! smtpd chooses a queue id only after the first recipient. What a header calls itself is never a macro.

mod session;

use std::io;
use std::sync::Arc;

use postern_wire::milter::{DecodeMilterError, PACKET_BYTES_MAX, decode, packet_bytes};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::time::Instant;

use crate::answers::AnswersMail;
use crate::complaints::{Complaints, complain};
use crate::connections::{Conversation, Shutdown, Stop, accept_until_stopped};
use crate::limits::{BUFFER_BYTES_FIRST, Limits, REPLIES_BYTES_MAX};
use crate::listen::{Listener, Peer};
use crate::patience::{TooSlow, within};

use session::{Next, Session, WrongVersion};

/// Answers a mail server's milter client on `listener` until the word to stop, then finishes the mail in flight.
pub async fn serve_milter<A: AnswersMail>(
    listener: Listener,
    answers: Arc<A>,
    limits: Limits,
    shutdown: Shutdown,
) {
    let gate = Arc::new(MilterGate { answers, limits, complaints: Complaints::new() });
    accept_until_stopped(listener, gate, limits, shutdown).await;
}

struct MilterGate<A> {
    answers: Arc<A>,
    limits: Limits,
    complaints: Complaints,
}

/// Why a connection ended, if not by the peer's leave or our own.
#[derive(Debug, thiserror::Error)]
enum Broken {
    #[error(transparent)]
    Malformed(#[from] DecodeMilterError),
    #[error(transparent)]
    WrongVersion(#[from] WrongVersion),
    #[error("a packet began and did not end in time")]
    HalfSent,
    #[error("the answer was not taken in time")]
    AnswerNotTaken,
    #[error("the connection failed: {0}")]
    Io(#[from] io::Error),
}

impl<A: AnswersMail> Conversation for MilterGate<A> {
    const GATE: &'static str = "milter";

    async fn hold(
        self: Arc<Self>,
        mut stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
        peer: Peer,
        stop: Stop,
    ) {
        match self.converse(&mut stream, stop).await {
            Ok(()) => {}
            // An smtpd process that is killed resets its connections: nothing to look at.
            Err(Broken::Io(error)) => tracing::debug!(gate = Self::GATE, %peer, %error, "connection lost"),
            Err(broken) => complain!(self.complaints, Self::GATE, peer, error = %broken, "connection closed"),
        }
    }

    fn complaints(&self) -> &Complaints {
        &self.complaints
    }
}

impl<A: AnswersMail> MilterGate<A> {
    async fn converse(
        &self,
        stream: &mut (impl AsyncRead + AsyncWrite + Send + Unpin),
        mut stop: Stop,
    ) -> Result<(), Broken> {
        let mut session = Session::new(&*self.answers);
        let mut buffer = Vec::with_capacity(BUFFER_BYTES_FIRST);
        let mut replies = Vec::with_capacity(128);
        let mut deadline: Option<Instant> = None;
        loop {
            let read = match deadline {
                // Between packets a client may think for as long as smtpd lets it; only the word to stop ends it, and
                // not within a mail, which would cost the client its message.
                None if session.is_between_mails() => tokio::select! {
                    biased;
                    read = stream.read_buf(&mut buffer) => read?,
                    _ = &mut stop => return Ok(()),
                },
                None => stream.read_buf(&mut buffer).await?,
                Some(deadline) => {
                    let read = tokio::time::timeout_at(deadline, stream.read_buf(&mut buffer)).await;
                    read.map_err(|_| Broken::HalfSent)??
                }
            };
            if read == 0 {
                return Ok(());
            }
            let next = self.answer_all(&mut session, &mut buffer, &mut replies, stream).await?;
            self.write(stream, &mut replies).await?;
            if next == Next::Close {
                return Ok(());
            }
            deadline = match buffer.is_empty() {
                true => None,
                false => deadline.or_else(|| Some(Instant::now() + self.limits.half_request)),
            };
        }
    }

    /// Answers every packet that is whole, and makes room for the rest of one that is not.
    async fn answer_all(
        &self,
        session: &mut Session<'_, A>,
        buffer: &mut Vec<u8>,
        replies: &mut Vec<u8>,
        stream: &mut (impl AsyncWrite + Unpin),
    ) -> Result<Next, Broken> {
        let mut taken = 0;
        while let Some(decoded) = decode(&buffer[taken..])? {
            taken += decoded.bytes;
            if session.answer(decoded.command, replies)? == Next::Close {
                return Ok(Next::Close);
            }
            if replies.len() >= REPLIES_BYTES_MAX {
                self.write(stream, replies).await?;
            }
        }
        buffer.drain(..taken);
        if let Some(whole) = packet_bytes(buffer)? {
            debug_assert!(whole <= 4 + PACKET_BYTES_MAX);
            buffer.reserve(whole.saturating_sub(buffer.len()));
        } else if buffer.is_empty() && buffer.capacity() > BUFFER_BYTES_FIRST {
            // A large packet is no reason to hold on to its room for the rest of a long session.
            *buffer = Vec::with_capacity(BUFFER_BYTES_FIRST);
        }
        Ok(Next::Read)
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

//! Dovecot's auth-policy on a socket: plain HTTP/1.1 by hyper, no router and no typed JSON on the way.
//!
//! Dovecot reads any status but 200 as "our server is in trouble" and lets the client in. So a decision is
//! always a 200, and what would be a way around the counters is refused as a decision: a login longer than any
//! address, and a body longer than the limit. Other failures are said in wforce's words.

mod body;
mod credential;
mod stuck;

use std::convert::Infallible;
use std::pin::pin;
use std::sync::Arc;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{CONNECTION, CONTENT_TYPE, HeaderValue, WWW_AUTHENTICATE};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use postern_engine::ask::{SignInAsk, SignInReport, SignInStatus};
use postern_wire::auth_policy::{
    Attempt, Command, Failure, LOGIN_BYTES_MAX, OK, Status, decode, encode_answer, readable,
};
use tokio::io::{AsyncRead, AsyncWrite};

pub use credential::{Credential, NotACredential};

use crate::answers::Answers;
use crate::complaints::{Complaints, complain};
use crate::connections::{Conversation, Shutdown, Stop, accept_until_stopped};
use crate::limits::{HTTP_HEAD_BYTES_MAX, Limits};
use crate::listen::{Listener, Peer};
use body::{BodyError, read_body};
use stuck::{Progress, Watched};

/// Answers Dovecot on `listener` until the word to stop, then finishes what is in flight.
///
/// With `credential`, every request must carry it; without one, whoever reaches the socket may ask.
pub async fn serve_auth_policy<A: Answers>(
    listener: Listener,
    answers: Arc<A>,
    credential: Option<Credential>,
    limits: Limits,
    shutdown: Shutdown,
) {
    let gate = Arc::new(AuthPolicyGate { answers, credential, limits, complaints: Complaints::new() });
    accept_until_stopped(listener, gate, limits, shutdown).await;
}

struct AuthPolicyGate<A> {
    answers: Arc<A>,
    credential: Option<Credential>,
    limits: Limits,
    complaints: Complaints,
}

impl<A: Answers> Conversation for AuthPolicyGate<A> {
    const GATE: &'static str = "auth_policy";

    async fn hold(
        self: Arc<Self>,
        stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
        peer: Peer,
        mut stop: Stop,
    ) {
        let progress = Arc::new(Progress::default());
        let service = service_fn(|request| {
            progress.settle();
            let judged = self.judge_head(request, peer);
            let gate = Arc::clone(&self);
            let progress = Arc::clone(&progress);
            async move {
                Ok::<_, Infallible>(match judged {
                    Ok((command, body)) => gate.respond(command, body, peer, &progress).await,
                    Err(reply) => *reply,
                })
            }
        });
        let connection = http1::Builder::new()
            // hyper's own deadline makes and drops a timer per request; `stuck` has one per connection.
            .header_read_timeout(None)
            // hyper itself takes at most 100 header fields.
            .max_buf_size(HTTP_HEAD_BYTES_MAX)
            .serve_connection(TokioIo::new(Watched::new(stream, Arc::clone(&progress))), service);
        let mut connection = pin!(connection);
        let mut is_stuck = pin!(progress.stuck(self.limits.half_request));
        let mut is_stopping = false;
        let ended = loop {
            tokio::select! {
                biased;
                ended = connection.as_mut() => break ended,
                _ = &mut stop, if !is_stopping => {
                    is_stopping = true;
                    connection.as_mut().graceful_shutdown();
                }
                () = &mut is_stuck => {
                    complain!(self.complaints, Self::GATE, peer, "connection closed: half a request");
                    return;
                }
            }
        };
        match ended {
            Err(error) if error.is_parse() => {
                complain!(self.complaints, Self::GATE, peer, %error, "connection closed: not HTTP");
            }
            Err(error) => tracing::debug!(gate = Self::GATE, %peer, %error, "connection lost"),
            Ok(()) => {}
        }
    }

    fn complaints(&self) -> &Complaints {
        &self.complaints
    }
}

type Reply = Response<Full<Bytes>>;

impl<A: Answers> AuthPolicyGate<A> {
    /// What the head alone decides: the command and the body that is still to be read, or the answer. Not
    /// async, so that the head is gone before anything waits and no future carries it along.
    fn judge_head(&self, request: Request<Incoming>, peer: Peer) -> Result<(Command, Incoming), Box<Reply>> {
        let refused = |status, failure| Err(Box::new(closing(failed(status, failure))));
        if self.credential.as_ref().is_some_and(|credential| !credential.is_carried_by(request.headers())) {
            complain!(self.complaints, Self::GATE, peer, "request without the right credential");
            let mut reply = closing(failed(StatusCode::UNAUTHORIZED, Failure::Unauthorized));
            reply.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Basic realm=\"postern\""));
            return Err(Box::new(reply));
        }
        let Some(command) = Command::of(request.uri().path(), request.uri().query()) else {
            return refused(StatusCode::NOT_FOUND, Failure::NoSuchCommand);
        };
        let may_ask = match command {
            Command::Allow | Command::Report => request.method() == Method::POST,
            Command::Ping => matches!(*request.method(), Method::GET | Method::POST),
        };
        if may_ask {
            Ok((command, request.into_body()))
        } else {
            refused(StatusCode::METHOD_NOT_ALLOWED, Failure::WrongMethod)
        }
    }

    async fn respond(&self, command: Command, body: Incoming, peer: Peer, progress: &Progress) -> Reply {
        match read_body(body, self.limits.half_request).await {
            Ok(body) => {
                progress.settle();
                self.decide(command, &body, peer).await
            }
            Err(error) => {
                complain!(self.complaints, Self::GATE, peer, %error, "request not read");
                closing(unread(&error, command))
            }
        }
    }

    async fn decide(&self, command: Command, body: &[u8], peer: Peer) -> Reply {
        if command == Command::Ping {
            return json(OK);
        }
        let text = readable(body);
        let attempt = match decode(&text) {
            Ok(attempt) => attempt,
            Err(error) => {
                complain!(self.complaints, Self::GATE, peer, %error, "request not read");
                return failed(StatusCode::BAD_REQUEST, Failure::BadBody);
            }
        };
        let is_a_login = attempt.login.len() <= LOGIN_BYTES_MAX;
        match command {
            Command::Allow if is_a_login => {
                let answer = self.answers.sign_in_asked(&ask(&attempt)).await;
                let status = match answer.status {
                    SignInStatus::Allow => Status::GoOn,
                    SignInStatus::Delay(delay_s) => Status::Wait { delay_s },
                    SignInStatus::Refuse => Status::Refuse,
                };
                json(encode_answer(status, &answer.message))
            }
            Command::Allow => json(encode_answer(Status::Refuse, "")),
            Command::Report => {
                if is_a_login {
                    self.answers.sign_in_reported(&SignInReport {
                        ask: ask(&attempt),
                        success: attempt.success,
                        policy_reject: attempt.policy_reject,
                        fail_type: &attempt.fail_type,
                    });
                }
                json(OK)
            }
            Command::Ping => json(OK),
        }
    }
}

fn ask<'a>(attempt: &'a Attempt<'_>) -> SignInAsk<'a> {
    SignInAsk {
        login: &attempt.login,
        remote: &attempt.remote,
        pwhash: &attempt.pwhash,
        protocol: &attempt.protocol,
        session: &attempt.session_id,
        device: &attempt.device_id,
        phase: &attempt.phase,
        mechanism: &attempt.mech,
        credential: &attempt.cred,
    }
}

/// The answer to who sent no body that we read. An attempt too long to read is refused: Dovecot would let
/// in whoever makes it send one.
fn unread(error: &BodyError, command: Command) -> Reply {
    match (error, command) {
        (BodyError::TooLong, Command::Allow) => json(encode_answer(Status::Refuse, "")),
        (BodyError::TooLong, Command::Report | Command::Ping) => {
            failed(StatusCode::PAYLOAD_TOO_LARGE, Failure::BodyTooLong)
        }
        (BodyError::TooSlow, _) => failed(StatusCode::REQUEST_TIMEOUT, Failure::BodyTooSlow),
        (BodyError::Broken(_), _) => failed(StatusCode::BAD_REQUEST, Failure::BadBody),
    }
}

/// Closes the connection after the reply, for when the body was not read: what is left of it would be taken
/// for the next request.
fn closing(mut reply: Reply) -> Reply {
    reply.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    reply
}

fn json(body: Bytes) -> Reply {
    let mut reply = Response::new(Full::new(body));
    reply.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    reply
}

fn failed(status: StatusCode, failure: Failure) -> Reply {
    let mut reply = json(failure.body());
    *reply.status_mut() = status;
    reply
}

//! Dovecot's auth-policy on a socket: plain HTTP/1.1 by hyper, no router and no typed JSON on the way.
//!
//! Dovecot reads any status but 200 as "our server is in trouble" and lets the client in. So a decision is
//! always a 200, and what would be a way around the counters is refused as a decision: a login longer than any
//! address, and a body longer than the limit. Other failures are said in wforce's words. What scripts ask of
//! wforce besides goes to `management`, with a key of its own.

mod access;
mod body;
mod credential;
mod management;
mod stuck;
mod tally;

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
    Attempt, Command, Failure, LOGIN_BYTES_MAX, OK, Status, WARMUP, decode, encode_answer, readable,
};
use postern_wire::wforce::encode_server_stats;
use tokio::io::{AsyncRead, AsyncWrite};

use access::Permission;
pub use access::{AuthPolicyAccess, Management};
pub use credential::{Credential, NotACredential};

use crate::answers::Answers;
use crate::complaints::{Complaints, complain};
use crate::connections::{Conversation, Shutdown, Stop, accept_until_stopped};
use crate::limits::{HTTP_HEAD_BYTES_MAX, Limits};
use crate::listen::{Listener, Peer};
use body::{BodyError, read_body};
use management::{carry_out, refused};
use stuck::{Progress, Watched};
use tally::{Tallies, Tally};

/// Answers Dovecot on `listener` until the word to stop, then finishes what is in flight. `access` says who may
/// ask what.
pub async fn serve_auth_policy<A: Answers>(
    listener: Listener,
    answers: Arc<A>,
    access: AuthPolicyAccess,
    limits: Limits,
    shutdown: Shutdown,
) {
    let (complaints, tallies) = (Complaints::new(), Tallies::new());
    let gate = Arc::new(AuthPolicyGate { answers, access, limits, complaints, tallies });
    accept_until_stopped(listener, gate, limits, shutdown).await;
}

struct AuthPolicyGate<A> {
    answers: Arc<A>,
    access: AuthPolicyAccess,
    limits: Limits,
    complaints: Complaints,
    tallies: Tallies,
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
        let counting = self.tallies.begin();
        let service = service_fn(|request| {
            progress.settle();
            let judged = self.judge_head(request, peer);
            let (gate, progress) = (Arc::clone(&self), Arc::clone(&progress));
            let tally = Arc::clone(counting.tally());
            async move {
                Ok::<_, Infallible>(match judged {
                    Ok((command, body)) => gate.respond(command, body, peer, &progress, &tally).await,
                    Err(reply) => *reply,
                })
            }
        });
        let connection = http1::Builder::new()
            // hyper's own deadline makes and drops a timer per request; `stuck` has one per connection.
            .header_read_timeout(None)
            // An attempt whose asker hangs up is decided, and so counted, all the same (reliability A4). Without
            // this hyper drops the question when it sees the end of the stream before it has the answer.
            .half_close(true)
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
        let command = Command::of(request.uri().path(), request.uri().query());
        let permission = self.access.permission(command, request.headers());
        if permission != Permission::Granted {
            return Err(Box::new(self.turn_away(permission, peer)));
        }
        let Some(command) = command else {
            return refused(StatusCode::NOT_FOUND, Failure::NoSuchCommand);
        };
        let (is_get, is_post) = (request.method() == Method::GET, request.method() == Method::POST);
        let may_ask = match command {
            Command::Allow | Command::Report => is_post,
            Command::Ping | Command::Foreign(_) => is_get || is_post,
            Command::Stats | Command::Ready | Command::Live => is_get,
            Command::Manage(management) => {
                if management.is_get() {
                    is_get
                } else {
                    is_post
                }
            }
        };
        if may_ask {
            Ok((command, request.into_body()))
        } else {
            refused(StatusCode::METHOD_NOT_ALLOWED, Failure::WrongMethod)
        }
    }

    fn turn_away(&self, permission: Permission, peer: Peer) -> Reply {
        complain!(self.complaints, Self::GATE, peer, ?permission, "request without the right credential");
        let reason = match permission {
            // Not reached for `Granted`; a reply that says less is the safe one.
            Permission::Granted | Permission::Unknown => {
                let mut reply = closing(failed(StatusCode::UNAUTHORIZED, Failure::Unauthorized));
                let realm = HeaderValue::from_static("Basic realm=\"postern\"");
                reply.headers_mut().insert(WWW_AUTHENTICATE, realm);
                return reply;
            }
            Permission::AskingOnly => "This key may only ask about attempts: show the management key",
            Permission::Off => "Management is off: set gates.auth_policy.management_key",
        };
        closing(refused(StatusCode::FORBIDDEN, reason))
    }

    async fn respond(
        &self,
        command: Command,
        body: Incoming,
        peer: Peer,
        progress: &Progress,
        tally: &Tally,
    ) -> Reply {
        match read_body(body, self.limits.half_request).await {
            Ok(body) => {
                progress.settle();
                match command {
                    Command::Allow => self.allow(&body, peer, tally).await,
                    Command::Report => self.report(&body, peer, tally),
                    // Boxed: what is rare must not make the future of every attempt larger.
                    Command::Ping
                    | Command::Stats
                    | Command::Ready
                    | Command::Live
                    | Command::Manage(_)
                    | Command::Foreign(_) => Box::pin(self.answer_rare(command, &body, peer)).await,
                }
            }
            Err(error) => {
                complain!(self.complaints, Self::GATE, peer, %error, "request not read");
                closing(unread(&error, command))
            }
        }
    }

    async fn allow(&self, body: &[u8], peer: Peer, tally: &Tally) -> Reply {
        let text = readable(body);
        let attempt = match self.read(&text, peer) {
            Ok(attempt) => attempt,
            Err(reply) => return *reply,
        };
        if attempt.login.len() > LOGIN_BYTES_MAX {
            tally.allow(true);
            return json(encode_answer(Status::Refuse, ""));
        }
        let answer = self.answers.sign_in_asked(&ask(&attempt)).await;
        let status = match answer.status {
            SignInStatus::Allow => Status::GoOn,
            SignInStatus::Delay(delay_s) => Status::Wait { delay_s },
            SignInStatus::Refuse => Status::Refuse,
        };
        tally.allow(status == Status::Refuse);
        json(encode_answer(status, &answer.message))
    }

    fn report(&self, body: &[u8], peer: Peer, tally: &Tally) -> Reply {
        let text = readable(body);
        let attempt = match self.read(&text, peer) {
            Ok(attempt) => attempt,
            Err(reply) => return *reply,
        };
        tally.report();
        if attempt.login.len() <= LOGIN_BYTES_MAX {
            self.answers.sign_in_reported(&SignInReport {
                ask: ask(&attempt),
                success: attempt.success,
                policy_reject: attempt.policy_reject,
                fail_type: &attempt.fail_type,
            });
        }
        json(OK)
    }

    fn read<'a>(&self, body: &'a str, peer: Peer) -> Result<Attempt<'a>, Box<Reply>> {
        decode(body).map_err(|error| {
            complain!(self.complaints, Self::GATE, peer, %error, "request not read");
            Box::new(failed(StatusCode::BAD_REQUEST, Failure::BadBody))
        })
    }

    /// Everything that is not asked once per attempt.
    async fn answer_rare(&self, command: Command, body: &[u8], peer: Peer) -> Reply {
        let is_ready = self.answers.is_ready();
        match command {
            Command::Manage(asked) => {
                // A command that passed `judge_head` has a management key; without one it is refused again.
                let Some(management) = &self.access.management else {
                    return self.turn_away(Permission::Off, peer);
                };
                let (reply, failed) = carry_out(management, asked, &readable(body)).await;
                if let Some(error) = failed {
                    complain!(self.complaints, Self::GATE, peer, %error, "management refused");
                }
                reply
            }
            Command::Foreign(foreign) => refused(StatusCode::NOT_IMPLEMENTED, foreign.reason()),
            Command::Stats => json(encode_server_stats(self.tallies.sum())),
            Command::Ready if !is_ready => empty(StatusCode::SERVICE_UNAVAILABLE),
            Command::Ready | Command::Live => empty(StatusCode::OK),
            Command::Ping if !is_ready => json(WARMUP),
            // The first two have been answered by their own functions.
            Command::Allow | Command::Report | Command::Ping => json(OK),
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
        (BodyError::TooLong, _) => failed(StatusCode::PAYLOAD_TOO_LARGE, Failure::BodyTooLong),
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

fn empty(status: StatusCode) -> Reply {
    let mut reply = Response::new(Full::default());
    *reply.status_mut() = status;
    reply
}

fn failed(status: StatusCode, failure: Failure) -> Reply {
    let mut reply = json(failure.body());
    *reply.status_mut() = status;
    reply
}

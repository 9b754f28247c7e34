//! What runs in the child processes: echoes without logic, and Postern's gates in front of anything that answers.
//!
//! Both sides run on the same tokio runtime with the same number of threads. The echoes parse nothing: the
//! policy echo reads to the blank line, the HTTP echo lets hyper read the request and answers a constant, the milter echo
//! walks from packet to packet by their lengths.

use std::convert::Infallible;
use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::header::{CONTENT_TYPE, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use postern_engine::ask::{
    MailAnswer, MailBegun, PolicyAnswer, PolicyAsk, SignInAnswer, SignInAsk, SignInReport, SignInStatus,
};
use postern_gates::{
    Answers, AnswersMail, AuthPolicyAccess, Limits, Listener, RestrictionClass, serve_auth_policy,
    serve_milter, serve_policy,
};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream, UnixListener};

use super::child::Doors;

/// The runtime of every server of a run: tokio's multi-thread one, a worker for each CPU it may use.
///
/// # Errors
/// When threads cannot be started.
pub fn runtime() -> anyhow::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().context("start the runtime")
}

/// Serves Postern's gates in front of `answers` on free ports (and on `unix`), for ever. `ready` is told the
/// doors once they are open. This is the seam for a real engine: build it, then call this.
///
/// # Errors
/// When a door cannot be opened.
pub async fn serve_gates<A: Answers + AnswersMail>(
    answers: Arc<A>,
    unix: Option<&Path>,
    ready: impl FnOnce(&Doors),
) -> anyhow::Result<()> {
    let policy = Listener::tcp(([127, 0, 0, 1], 0).into()).await.context("open the policy port")?;
    let sign_in = Listener::tcp(([127, 0, 0, 1], 0).into()).await.context("open the sign-in port")?;
    let milter = Listener::tcp(([127, 0, 0, 1], 0).into()).await.context("open the milter's port")?;
    let doors = Doors {
        policy: policy.tcp_address(),
        policy_unix: unix.map(Path::to_owned),
        sign_in: sign_in.tcp_address(),
        milter: milter.tcp_address(),
    };
    let class = RestrictionClass::new("postern_open")?;
    let (_stop, shutdown) = tokio::sync::watch::channel(false);
    let limits = Limits::default();
    if let Some(path) = unix {
        let listener = Listener::unix(path, 0o600)?;
        let (answers, class) = (Arc::clone(&answers), Some(class.clone()));
        tokio::spawn(serve_policy(listener, answers, class, limits, shutdown.clone()));
    }
    tokio::spawn(serve_policy(policy, Arc::clone(&answers), Some(class), limits, shutdown.clone()));
    tokio::spawn(serve_milter(milter, Arc::clone(&answers), limits, shutdown.clone()));
    ready(&doors);
    serve_auth_policy(sign_in, answers, AuthPolicyAccess::default(), limits, shutdown).await;
    Ok(())
}

/// Says yes to everything: behind the gates it shows what the gates alone cost.
pub struct Yes;

impl Answers for Yes {
    fn policy_asked(&self, _ask: &PolicyAsk<'_>) -> PolicyAnswer {
        PolicyAnswer::Open
    }

    async fn sign_in_asked(&self, _ask: &SignInAsk<'_>) -> SignInAnswer {
        SignInAnswer { status: SignInStatus::Allow, message: String::new() }
    }

    fn sign_in_reported(&self, _report: &SignInReport<'_>) {}
}

impl AnswersMail for Yes {
    type Mail = ();

    fn mail_begun(&self, _begun: &MailBegun<'_>) -> (MailAnswer, Option<()>) {
        (MailAnswer::GoOn, Some(()))
    }

    fn mail_recipient(&self, _mail: &mut (), _address: &str) -> MailAnswer {
        MailAnswer::GoOn
    }

    fn mail_handed_over_by(&self, _mail: &mut (), _user_id: u32) {}

    fn mail_header_sender(&self, _mail: &mut (), _address: &str) {}

    fn mail_header(&self, _mail: &mut (), _name: &str, _value: &str) {}

    fn mail_body(&self, _mail: &mut (), _piece: &[u8]) -> bool {
        true
    }

    fn mail_complete(&self, _mail: &(), _queue_id: &str) -> MailAnswer {
        MailAnswer::GoOn
    }
}

/// Serves the echoes on free ports (and on `unix`), for ever.
///
/// # Errors
/// When a port cannot be opened.
pub async fn serve_echoes(unix: Option<&Path>, ready: impl FnOnce(&Doors)) -> anyhow::Result<()> {
    let open = async |what: &'static str| TcpListener::bind(("127.0.0.1", 0)).await.context(what);
    let policy = open("open the policy port").await?;
    let sign_in = open("open the sign-in port").await?;
    let milter = open("open the milter's port").await?;
    let doors = Doors {
        policy: Some(policy.local_addr()?),
        policy_unix: unix.map(Path::to_owned),
        sign_in: Some(sign_in.local_addr()?),
        milter: Some(milter.local_addr()?),
    };
    if let Some(path) = unix {
        let listener = UnixListener::bind(path).context("open the Unix socket")?;
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(echo_policy(stream));
            }
        });
    }
    tokio::spawn(echo_each(policy, echo_policy));
    tokio::spawn(echo_each(milter, echo_milter));
    ready(&doors);
    echo_each(sign_in, async |stream| {
        let served = http1::Builder::new().serve_connection(TokioIo::new(stream), service_fn(echo_http));
        let _ = served.await;
    })
    .await
}

/// Accepts until that fails.
async fn echo_each<F>(listener: TcpListener, echo: impl Fn(TcpStream) -> F) -> anyhow::Result<()>
where
    F: Future<Output = ()> + Send + 'static,
{
    loop {
        let (stream, _) = listener.accept().await?;
        let _ = stream.set_nodelay(true);
        tokio::spawn(echo(stream));
    }
}

/// Longest step of a mail is half as long.
const MILTER_BYTES_MAX: usize = 8 * 1024;
/// Version 6, no action, and not the steps that Postern does without either.
const NEGOTIATED: &[u8] = b"\0\0\0\x0dO\0\0\0\x06\0\0\0\0\0\0\x17\xc2";
const GO_ON: &[u8] = b"\0\0\0\x01c";

async fn echo_milter(mut stream: TcpStream) {
    let mut buffer = [0; MILTER_BYTES_MAX];
    let mut held = 0;
    let mut replies = Vec::with_capacity(128);
    while let Ok(read @ 1..) = stream.read(&mut buffer[held..]).await {
        held += read;
        let mut rest = &buffer[..held];
        while let Some((length, packet)) = rest.split_first_chunk::<4>()
            && let Some((packet, behind)) = packet.split_at_checked(u32::from_be_bytes(*length) as usize)
        {
            replies.extend_from_slice(match packet.first() {
                Some(b'O') => NEGOTIATED,
                Some(b'M' | b'R' | b'B' | b'E') => GO_ON,
                _ => b"",
            });
            rest = behind;
        }
        let left = rest.len();
        buffer.copy_within(held - left..held, 0);
        held = left;
        if !replies.is_empty() && stream.write_all(&replies).await.is_err() {
            return;
        }
        replies.clear();
    }
}

async fn echo_policy(mut stream: impl AsyncRead + AsyncWrite + Unpin) {
    let mut buffer = [0; 4096];
    let mut held = 0;
    while let Ok(read @ 1..) = stream.read(&mut buffer[held..]).await {
        held += read;
        if buffer[..held].ends_with(b"\n\n") {
            held = 0;
            if stream.write_all(b"action=postern_open\n\n").await.is_err() {
                return;
            }
        }
    }
}

async fn echo_http(request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    let _ = request.into_body().collect().await;
    let mut reply = Response::new(Full::new(Bytes::from_static(br#"{"status":0,"msg":"","r_attrs":{}}"#)));
    reply.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    Ok(reply)
}

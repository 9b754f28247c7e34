//! What runs in the child processes: echoes without logic, and Postern's gates in front of anything that answers.
//!
//! Both sides run on the same tokio runtime with the same number of threads. The echoes parse nothing: the
//! policy echo reads to the blank line, the HTTP echo lets hyper read the request and answers a constant.

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
use postern_engine::ask::{PolicyAnswer, PolicyAsk, SignInAnswer, SignInAsk, SignInReport, SignInStatus};
use postern_gates::{
    Answers, AuthPolicyAccess, Limits, Listener, RestrictionClass, serve_auth_policy, serve_policy,
};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, UnixListener};

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
pub async fn serve_gates<A: Answers>(
    answers: Arc<A>,
    unix: Option<&Path>,
    ready: impl FnOnce(&Doors),
) -> anyhow::Result<()> {
    let policy = Listener::tcp(([127, 0, 0, 1], 0).into()).await.context("open the policy port")?;
    let sign_in = Listener::tcp(([127, 0, 0, 1], 0).into()).await.context("open the sign-in port")?;
    let doors = Doors {
        policy: policy.tcp_address(),
        policy_unix: unix.map(Path::to_owned),
        sign_in: sign_in.tcp_address(),
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

/// Serves the echoes on free ports (and on `unix`), for ever.
///
/// # Errors
/// When a port cannot be opened.
pub async fn serve_echoes(unix: Option<&Path>, ready: impl FnOnce(&Doors)) -> anyhow::Result<()> {
    let policy = TcpListener::bind(("127.0.0.1", 0)).await.context("open the policy port")?;
    let sign_in = TcpListener::bind(("127.0.0.1", 0)).await.context("open the sign-in port")?;
    let doors = Doors {
        policy: Some(policy.local_addr()?),
        policy_unix: unix.map(Path::to_owned),
        sign_in: Some(sign_in.local_addr()?),
    };
    if let Some(path) = unix {
        let listener = UnixListener::bind(path).context("open the Unix socket")?;
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(echo_policy(stream));
            }
        });
    }
    tokio::spawn(async move {
        while let Ok((stream, _)) = policy.accept().await {
            let _ = stream.set_nodelay(true);
            tokio::spawn(echo_policy(stream));
        }
    });
    ready(&doors);
    loop {
        let (stream, _) = sign_in.accept().await?;
        let _ = stream.set_nodelay(true);
        let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service_fn(echo_http));
        tokio::spawn(async move {
            let _ = connection.await;
        });
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

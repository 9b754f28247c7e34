//! One request to the API: a connection of its own, a body within its limit, read once.

use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;

use base64::Engine as _;
use http_body_util::{BodyExt, Full, Limited};
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use hyper::{Request, StatusCode};
use hyper_util::rt::TokioIo;
use postern_engine::ports::AgentError;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpStream, UnixStream};

/// Most bytes of an answer: 200 sessions are 20 KiB, a Sieve script at most 1 MiB (Pigeonhole's `sieve_max_script_size`).
const ANSWER_BYTES_MAX: usize = 4 * 1024 * 1024;

/// Where the API listens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApiAddress {
    /// TCP; the key travels in the clear, so this machine's own addresses only.
    Tcp(SocketAddr),
    /// A Unix socket.
    Unix(PathBuf),
}

impl fmt::Display for ApiAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ApiAddress::Tcp(address) => address.fmt(f),
            ApiAddress::Unix(path) => write!(f, "unix:{}", path.display()),
        }
    }
}

/// The way to the API.
pub(super) struct Line {
    address: ApiAddress,
    /// The address, for errors.
    pub(super) at: String,
    authorization: String,
}

impl Line {
    pub(super) fn new(address: &ApiAddress, api_key: &str) -> Self {
        let key = base64::engine::general_purpose::STANDARD.encode(api_key);
        Self {
            address: address.clone(),
            at: address.to_string(),
            authorization: format!("X-Dovecot-API {key}"),
        }
    }

    /// Sends these commands; what was answered.
    pub(super) async fn post(&self, body: String) -> Result<Vec<u8>, AgentError> {
        let unreachable = |source| AgentError::Unreachable { at: self.at.clone(), source };
        match &self.address {
            ApiAddress::Tcp(address) => {
                let stream = TcpStream::connect(address).await.map_err(unreachable)?;
                stream.set_nodelay(true).map_err(unreachable)?;
                self.post_over(stream, body).await
            }
            ApiAddress::Unix(path) => {
                self.post_over(UnixStream::connect(path).await.map_err(unreachable)?, body).await
            }
        }
    }

    async fn post_over<S>(&self, stream: S, body: String) -> Result<Vec<u8>, AgentError>
    where
        S: AsyncRead + AsyncWrite + Send + Unpin + 'static,
    {
        let broken = |error: hyper::Error| self.broken(&error);
        let request = Request::post("/doveadm/v1")
            .header(HOST, "localhost")
            .header(AUTHORIZATION, &self.authorization)
            .header(CONTENT_TYPE, "application/json")
            .body(Full::new(bytes::Bytes::from(body)))
            .map_err(|error| self.broken(&error))?;
        let (mut sender, connection) =
            hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.map_err(broken)?;
        let exchange = async {
            let answer = sender.send_request(request).await.map_err(broken)?;
            match answer.status() {
                StatusCode::OK => {}
                StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => {
                    return Err(AgentError::KeyRefused { at: self.at.clone() });
                }
                status => return Err(self.broken(&format!("HTTP status {status}"))),
            }
            let body = Limited::new(answer.into_body(), ANSWER_BYTES_MAX).collect().await;
            Ok(body.map_err(|error| self.broken(&error))?.to_bytes().to_vec())
        };
        tokio::pin!(connection);
        tokio::pin!(exchange);
        tokio::select! {
            answered = &mut exchange => answered,
            // The connection may end with the answer in hand.
            ended = &mut connection => match ended {
                Ok(()) => exchange.await,
                Err(error) => Err(broken(error)),
            },
        }
    }

    pub(super) fn broken(&self, problem: &dyn fmt::Display) -> AgentError {
        AgentError::Broken { at: self.at.clone(), problem: problem.to_string() }
    }
}

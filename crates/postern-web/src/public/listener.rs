//! The sockets of the public listener and what a peer may hold of them: connections, bytes, seconds. Knows no route.

use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use axum::{Extension, Router};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, UnixListener};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::server::TlsStream;

use super::client_address::PeerAddress;
use super::tls::Certificate;
use crate::control::{ControlError, unix_listener};

/// Longest head of a request, bytes: a cookie jar and a bearer token fit four times.
const HEAD_BYTES_MAX: usize = 16 * 1024;
/// After `accept` failed for want of descriptors or memory, so long until the next try.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);
/// Whoever may open the socket's folder may ask; the proxy runs as somebody else.
const SOCKET_MODE: u32 = 0o666;

/// What a site or a test may set. [`Limits::default`] is right for every site we know of.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Most connections at a time; one more is closed at once. A proxy holds a few dozen.
    pub connections_max: usize,
    /// A request's head must be whole within this time; an idle connection is closed after it as well.
    pub head: Duration,
    /// A request must be answered within this time. A password waits at most 2 s for a reservation and 1 s for its
    /// hash.
    pub request: Duration,
    /// After the word to stop, so long for what is in flight.
    pub finish: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections_max: 1_024,
            head: Duration::from_secs(20),
            request: Duration::from_secs(15),
            finish: Duration::from_secs(5),
        }
    }
}

/// A socket that listens.
pub struct Listener(Door);

enum Door {
    Tcp(TcpListener, Option<Arc<Certificate>>),
    Unix(UnixListener, PathBuf),
}

/// Why there is no listener.
#[derive(Debug, thiserror::Error)]
pub enum BindError {
    /// A TCP address is taken, or not ours to take.
    #[error("cannot listen on {address}")]
    Tcp {
        /// The address.
        address: SocketAddr,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// A Unix socket could not be made.
    #[error(transparent)]
    Unix(#[from] ControlError),
}

impl Listener {
    /// Listens on a TCP address; port 0 takes a free one.
    pub async fn tcp(address: SocketAddr) -> Result<Self, BindError> {
        let bound = TcpListener::bind(address).await;
        let listener = bound.map_err(|source| BindError::Tcp { address, source })?;
        Ok(Self(Door::Tcp(listener, None)))
    }

    /// The same, speaking HTTPS with this certificate. A Unix socket has no way to be listened to and stays as it is.
    pub fn with_certificate(mut self, certificate: Arc<Certificate>) -> Self {
        if let Door::Tcp(_, speaks) = &mut self.0 {
            *speaks = Some(certificate);
        }
        self
    }

    /// Listens on a Unix socket. A file left behind by a server that is gone is replaced; a live server's is not.
    pub async fn unix(path: &Path) -> Result<Self, BindError> {
        Ok(Self(Door::Unix(unix_listener(path, SOCKET_MODE).await?, path.to_owned())))
    }

    /// The TCP address that it listens on; `None` for a Unix socket.
    pub fn tcp_address(&self) -> Option<SocketAddr> {
        match &self.0 {
            Door::Tcp(listener, _) => listener.local_addr().ok(),
            Door::Unix(..) => None,
        }
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        if let Door::Unix(_, path) = self {
            let _ = std::fs::remove_file(path);
        }
    }
}

/// Answers until the word to stop, then finishes what is in flight within [`Limits::finish`].
pub async fn serve_public(
    listener: Listener,
    router: Router,
    limits: Limits,
    mut shutdown: watch::Receiver<bool>,
) {
    let places = Arc::new(Semaphore::new(limits.connections_max));
    let mut open = JoinSet::new();
    let stop = shutdown.clone();
    let mut stopped = std::pin::pin!(async move {
        // An error means that the sender is gone, which says the same.
        let _ = shutdown.wait_for(|stop| *stop).await;
    });
    loop {
        let accepted = tokio::select! {
            biased;
            () = &mut stopped => break,
            Some(_) = open.join_next() => continue,
            accepted = accept(&listener) => accepted,
        };
        match accepted {
            Ok((stream, peer)) => match places.clone().try_acquire_owned() {
                Ok(place) => {
                    let (router, stop) = (router.clone().layer(Extension(peer)), stop.clone());
                    open.spawn(async move {
                        match stream {
                            Stream::Tcp(stream) => hold(stream, router, limits, stop).await,
                            Stream::Tls(stream, config) => {
                                if let Some(stream) = greet(stream, config, limits).await {
                                    hold(stream, router, limits, stop).await;
                                }
                            }
                            Stream::Unix(stream) => hold(stream, router, limits, stop).await,
                        }
                        drop(place);
                    });
                }
                Err(_) => {
                    tracing::warn!(max = limits.connections_max, "web: connection closed, too many are open");
                }
            },
            Err(error) => {
                tracing::error!(%error, "web: cannot accept");
                if tokio::time::timeout(ACCEPT_PAUSE, &mut stopped).await.is_ok() {
                    break;
                }
            }
        }
    }
    drop(listener);
    let all = async { while open.join_next().await.is_some() {} };
    if tokio::time::timeout(limits.finish, all).await.is_err() {
        tracing::warn!(connections = open.len(), "web: closed while still in flight");
        open.shutdown().await;
    }
}

enum Stream {
    Tcp(tokio::net::TcpStream),
    Tls(tokio::net::TcpStream, Arc<ServerConfig>),
    Unix(tokio::net::UnixStream),
}

async fn accept(listener: &Listener) -> io::Result<(Stream, PeerAddress)> {
    match &listener.0 {
        Door::Tcp(listener, certificate) => {
            let (stream, peer) = listener.accept().await?;
            stream.set_nodelay(true)?;
            let stream = match certificate {
                Some(certificate) => Stream::Tls(stream, certificate.config()),
                None => Stream::Tcp(stream),
            };
            Ok((stream, PeerAddress::Tcp(peer)))
        }
        Door::Unix(listener, _) => {
            let (stream, _) = listener.accept().await?;
            Ok((Stream::Unix(stream), PeerAddress::Unix))
        }
    }
}

/// The greeting of TLS, within the time that a request's head may take.
async fn greet(
    stream: tokio::net::TcpStream,
    config: Arc<ServerConfig>,
    limits: Limits,
) -> Option<TlsStream<tokio::net::TcpStream>> {
    match tokio::time::timeout(limits.head, TlsAcceptor::from(config).accept(stream)).await {
        Ok(Ok(stream)) => Some(stream),
        Ok(Err(error)) => {
            tracing::debug!(%error, "web: no TLS");
            None
        }
        Err(_) => None,
    }
}

async fn hold(
    stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
    router: Router,
    limits: Limits,
    mut stop: watch::Receiver<bool>,
) {
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_buf_size(HEAD_BYTES_MAX)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    let mut connection = std::pin::pin!(connection);
    let mut stopped = std::pin::pin!(async move {
        let _ = stop.wait_for(|stop| *stop).await;
    });
    let mut is_stopping = false;
    let ended = loop {
        tokio::select! {
            ended = connection.as_mut() => break ended,
            () = &mut stopped, if !is_stopping => {
                is_stopping = true;
                connection.as_mut().graceful_shutdown();
            }
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "web: connection lost");
    }
}

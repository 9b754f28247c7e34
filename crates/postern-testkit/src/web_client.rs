//! The public listener over a world, and a raw HTTP client that comes from a chosen address of the loopback network.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use anyhow::{Context, Result};
use postern_core::address::ClientNetwork;
use postern_core::reach::Reach;
use postern_core::token::Scope;
use postern_engine::Engine;
use postern_engine::programs::{MadeToken, NewToken};
use postern_web::public::{Limits, Listener, PublicState, router, serve_public};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};
use tokio::sync::watch;

use crate::world::root;

/// A public listener. Dropping it stops it.
pub struct Web {
    /// Where it listens.
    pub address: SocketAddr,
    stop: watch::Sender<bool>,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The status code.
    pub status: u16,
    /// Every header line, as it came.
    pub head: String,
    /// The body.
    pub body: String,
}

impl Reply {
    /// The body as JSON.
    pub fn json(&self) -> Result<Value> {
        serde_json::from_str(&self.body).with_context(|| format!("{self:?}"))
    }

    /// The page without its tags, in one line, so that what a person reads can be compared.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut is_tag = false;
        for character in self.body.chars() {
            match character {
                '<' => is_tag = true,
                '>' => {
                    is_tag = false;
                    text.push(' ');
                }
                other if !is_tag => text.push(other),
                _ => {}
            }
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (found, value) = line.split_once(':')?;
            found.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}

impl Web {
    /// Serves `engine` on a free port. `proxies` are trusted.
    pub async fn over(engine: &Arc<Engine>, proxies: &[&str], limits: Limits) -> Result<Self> {
        Self::at(SocketAddr::from(([127, 0, 0, 1], 0)), engine, proxies, limits).await
    }

    /// The same at a certain address.
    pub async fn at(
        address: SocketAddr,
        engine: &Arc<Engine>,
        proxies: &[&str],
        limits: Limits,
    ) -> Result<Self> {
        let proxies: Vec<ClientNetwork> =
            proxies.iter().map(|text| text.parse().context("a network")).collect::<Result<_>>()?;
        let listener = Listener::tcp(address).await?;
        let address = listener.tcp_address().context("a TCP listener has an address")?;
        Self::serve(listener, address, engine, proxies, None, limits)
    }

    /// On a free port, with the admin centre for these networks alone.
    pub async fn with_admin_from(engine: &Arc<Engine>, admin_from: &[&str]) -> Result<Self> {
        let networks: Vec<ClientNetwork> =
            admin_from.iter().map(|text| text.parse().context("a network")).collect::<Result<_>>()?;
        let listener = Listener::tcp(SocketAddr::from(([127, 0, 0, 1], 0))).await?;
        let address = listener.tcp_address().context("a TCP listener has an address")?;
        Self::serve(listener, address, engine, Vec::new(), Some(networks), Limits::default())
    }

    fn serve(
        listener: Listener,
        address: SocketAddr,
        engine: &Arc<Engine>,
        proxies: Vec<ClientNetwork>,
        admin_from: Option<Vec<ClientNetwork>>,
        limits: Limits,
    ) -> Result<Self> {
        let state = PublicState {
            engine: engine.clone(),
            trusted_proxies: proxies.into(),
            admin_from: admin_from.map(Into::into),
        };
        let (stop, stopped) = watch::channel(false);
        tokio::spawn(serve_public(listener, router(state, limits), limits, stopped));
        Ok(Self { address, stop })
    }

    /// Sends a JSON body with a token.
    pub async fn post(&self, path: &str, token: &str, body: &Value) -> Result<Reply> {
        let head = format!("Authorization: Bearer {token}\r\nContent-Type: application/json\r\n");
        self.request("POST", path, &head, &body.to_string(), Ipv4Addr::LOCALHOST).await
    }

    /// Any request from an address of the loopback network. `head` has whole lines.
    pub async fn request(
        &self,
        method: &str,
        path: &str,
        head: &str,
        body: &str,
        source: Ipv4Addr,
    ) -> Result<Reply> {
        ask(self.address, method, path, head, body, source).await
    }
}

impl Drop for Web {
    fn drop(&mut self) {
        let _nobody_left = self.stop.send(true);
    }
}

/// One request on a connection of its own.
pub async fn ask(
    server: SocketAddr,
    method: &str,
    path: &str,
    head: &str,
    body: &str,
    source: Ipv4Addr,
) -> Result<Reply> {
    let mut stream = begin(server, method, path, head, body, source).await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    let answer = String::from_utf8(answer)?;
    let (head, body) = answer.split_once("\r\n\r\n").with_context(|| format!("no answer: {answer:?}"))?;
    let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).context("a status line")?;
    let reply = Reply { status, head: head.to_owned(), body: body.to_owned() };
    if reply.header("transfer-encoding") != Some("chunked") {
        return Ok(reply);
    }
    let body = unchunked(&reply.body).with_context(|| format!("broken off: {reply:?}"))?;
    Ok(Reply { body, ..reply })
}

/// The body without its chunks' lengths (RFC 9112, section 7.1); nothing when the last chunk is missing.
fn unchunked(mut rest: &str) -> Option<String> {
    let mut body = String::new();
    loop {
        let (length, after) = rest.split_once("\r\n")?;
        let length = usize::from_str_radix(length, 16).ok()?;
        if length == 0 {
            return Some(body);
        }
        body += after.get(..length)?;
        rest = after.get(length..)?.strip_prefix("\r\n")?;
    }
}

/// Sends a request and does not wait for its answer.
pub async fn begin(
    server: SocketAddr,
    method: &str,
    path: &str,
    head: &str,
    body: &str,
    source: Ipv4Addr,
) -> Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    socket.set_reuseaddr(true)?;
    socket.bind(SocketAddr::from((source, 0)))?;
    let mut stream = socket.connect(server).await?;
    let length = body.len();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nHost: attacker.example\r\nConnection: close\r\nContent-Length: {length}\r\n\
         {head}\r\n{body}"
    );
    stream.write_all(request.as_bytes()).await?;
    Ok(stream)
}

/// A token for `sign_in:check`, without an end.
pub async fn token(engine: &Arc<Engine>, name: &str) -> Result<MadeToken> {
    let new = NewToken {
        name: name.to_owned(),
        scopes: vec![Scope::SignInCheck],
        reach: Reach::ALL_DOMAINS,
        ends: None,
    };
    Ok(engine.add_token(new, root("a test")).await?)
}

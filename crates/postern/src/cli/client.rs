//! The command line as a client of the API: one connection per request, over the control socket or, with a token, to a
//! server somewhere else. What it asks and how answers are read is the same.

mod remote;

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use http_body_util::{BodyExt, Full, Limited};
use hyper::header::{ACCEPT_LANGUAGE, AUTHORIZATION, CONTENT_TYPE, HOST};
use hyper::{Method, Request, StatusCode};
use hyper_util::rt::TokioIo;
use postern_text::key;
use postern_web::api::v1::PREFIX;
use postern_web::api::v1::error::Problem;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::net::UnixStream;

use self::remote::{Remote, Wire};
use super::args::RemoteArgs;
use super::exit::{Exit, Failure};
use super::talk::Talk;

/// Longest wait for an answer: a password waits for its turn in the hashing pool, receipts for 2.5 s.
const PATIENCE: Duration = Duration::from_secs(60);
/// Largest answer that is read, bytes: 500 accounts with 100 aliases each stay below it.
const ANSWER_BYTES_MAX: usize = 32 * 1024 * 1024;

/// Where the server is and who reads its answers.
pub struct Client {
    server: Server,
    talk: Talk,
}

enum Server {
    /// On this machine, for root.
    Socket(PathBuf),
    /// With a token.
    Remote(Remote),
}

impl Client {
    /// A client of the server behind `socket`.
    pub fn new(socket: PathBuf, talk: Talk) -> Self {
        Self { server: Server::Socket(socket), talk }
    }

    /// A client of a server somewhere else, when the arguments name one.
    pub fn elsewhere(args: &RemoteArgs, talk: Talk) -> Result<Option<Self>, Failure> {
        let remote = Remote::read(args, &talk)?;
        Ok(remote.map(|remote| Self { server: Server::Remote(remote), talk }))
    }

    /// How the reader wants to be talked to.
    pub fn talk(&self) -> &Talk {
        &self.talk
    }

    /// `GET`.
    pub async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, Failure> {
        self.call(Method::GET, path, None::<&()>).await
    }

    /// `DELETE`.
    pub async fn delete<T: DeserializeOwned>(&self, path: &str) -> Result<T, Failure> {
        self.call(Method::DELETE, path, None::<&()>).await
    }

    /// Any method with a body.
    pub async fn send<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: &impl Serialize,
    ) -> Result<T, Failure> {
        self.call(method, path, Some(body)).await
    }

    async fn call<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: Option<&impl Serialize>,
    ) -> Result<T, Failure> {
        let (status, bytes) = match tokio::time::timeout(PATIENCE, self.exchange(method, path, body)).await {
            Ok(answer) => answer?,
            Err(_) => return Err(self.unreachable(key::CLI_NO_ANSWER)),
        };
        if status.is_success() {
            return serde_json::from_slice(&bytes).map_err(|_| self.unreachable(key::CLI_OTHER_SERVER));
        }
        match serde_json::from_slice::<Problem>(&bytes) {
            Ok(problem) => Err(Failure::Server { exit: exit_of(status), problem: Box::new(problem) }),
            Err(_) => Err(self.unreachable(key::CLI_OTHER_SERVER)),
        }
    }

    async fn exchange(
        &self,
        method: Method,
        path: &str,
        body: Option<&impl Serialize>,
    ) -> Result<(StatusCode, Vec<u8>), Failure> {
        let broken = |_| self.unreachable(key::CLI_NO_ANSWER);
        let stream: Box<dyn Wire> = match &self.server {
            Server::Socket(path) => {
                Box::new(UnixStream::connect(path).await.map_err(|error| self.cannot_connect(&error))?)
            }
            Server::Remote(remote) => remote.connect(&self.talk).await?,
        };
        let handshake = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await;
        let (mut sender, connection) = handshake.map_err(broken)?;
        // Ends with the sender below; its error is the error that the sender sees.
        tokio::spawn(async move { drop(connection.await) });
        let body = match body {
            Some(body) => {
                serde_json::to_vec(body).map_err(|error| Failure::from(anyhow::Error::from(error)))?
            }
            None => Vec::new(),
        };
        let request = match &self.server {
            Server::Socket(_) => Request::builder().uri(format!("{PREFIX}{path}")).header(HOST, "postern"),
            Server::Remote(remote) => Request::builder()
                .uri(format!("{}{PREFIX}{path}", remote.root))
                .header(HOST, &remote.authority)
                .header(AUTHORIZATION, format!("Bearer {}", remote.token)),
        };
        let request = request
            .method(method)
            .header(ACCEPT_LANGUAGE, self.talk.language().code())
            .header(CONTENT_TYPE, "application/json")
            .body(Full::new(bytes::Bytes::from(body)))
            .map_err(|error| Failure::from(anyhow::Error::from(error)))?;
        let response = sender.send_request(request).await.map_err(broken)?;
        let status = response.status();
        let collected = Limited::new(response.into_body(), ANSWER_BYTES_MAX).collect().await;
        let bytes = collected.map_err(|_| self.unreachable(key::CLI_NO_ANSWER))?.to_bytes();
        Ok((status, bytes.to_vec()))
    }

    fn unreachable(&self, key: postern_text::Key) -> Failure {
        Failure::new(Exit::Unreachable, self.talk.say(key, &[("socket", (&*self.socket_text()).into())]))
    }

    fn cannot_connect(&self, error: &io::Error) -> Failure {
        self.unreachable(match error.kind() {
            io::ErrorKind::PermissionDenied => key::CLI_SOCKET_NOT_YOURS,
            io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused => key::CLI_NOT_RUNNING,
            _ => key::CLI_NO_ANSWER,
        })
    }

    fn socket_text(&self) -> String {
        match &self.server {
            Server::Socket(path) => path.display().to_string(),
            Server::Remote(remote) => remote.server.clone(),
        }
    }
}

fn exit_of(status: StatusCode) -> Exit {
    match status {
        StatusCode::NOT_FOUND => Exit::NotFound,
        StatusCode::UNAUTHORIZED
        | StatusCode::FORBIDDEN
        | StatusCode::CONFLICT
        | StatusCode::PRECONDITION_FAILED
        | StatusCode::UNPROCESSABLE_ENTITY => Exit::Refused,
        StatusCode::BAD_REQUEST | StatusCode::PAYLOAD_TOO_LARGE => Exit::Usage,
        _ => Exit::Failure,
    }
}

/// A part of an address, with everything but letters, digits and `-._~` escaped (RFC 3986, section 2.3).
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                escaped.push(char::from(byte))
            }
            _ => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    escaped
}

/// A query of the pairs that have a value.
pub fn query(pairs: &[(&str, Option<&str>)]) -> String {
    let pairs: Vec<String> = pairs
        .iter()
        .filter_map(|(name, value)| value.map(|value| format!("{name}={}", escaped(value))))
        .collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_carries_any_text() {
        assert_eq!(query(&[("text", Some("rob & co/ü")), ("after", None)]), "?text=rob%20%26%20co%2F%C3%BC");
        assert_eq!(query(&[("after", None)]), "");
    }
}

//! Dovecot's side of auth-policy: asks before the password is checked, asks again when it was right, reports
//! what became of it; one HTTP/1.1 connection that stays open.

use std::net::SocketAddr;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use postern_engine::password::dovecot_pwhash;
use serde_json::{Value, json};
use tokio::net::TcpStream;

use super::ClientError;

/// What a site sets as `auth_policy_hash_nonce`; here it only has to stay the same.
const HASH_NONCE: &[u8] = b"postern";

/// What became of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Signed in.
    SignedIn,
    /// The password was checked and wrong.
    CheckedAndWrong,
    /// Refused before the password was checked.
    RefusedBefore,
    /// The password was right and refused.
    RefusedAfter,
}

/// An attempt that was answered and not yet reported.
#[derive(Clone, Debug)]
pub struct Asked {
    question: Value,
    /// What the client of the mail server sees.
    pub seen: Seen,
    /// What it is told with it; empty for the mail server's own words.
    pub told: String,
}

/// One connection of Dovecot to the gate.
pub struct DovecotClient {
    connection: SendRequest<Full<Bytes>>,
    api_key: String,
    sessions: u64,
}

impl DovecotClient {
    /// Connects; `api_key` goes into `X-API-Key`.
    pub async fn connect(gate: SocketAddr, api_key: &str) -> Result<Self, ClientError> {
        let stream = TcpStream::connect(gate).await?;
        stream.set_nodelay(true)?;
        let (connection, driver) = handshake(TokioIo::new(stream)).await?;
        tokio::spawn(driver);
        Ok(Self { connection, api_key: api_key.to_owned(), sessions: 0 })
    }

    /// What Dovecot would send as `pwhash`.
    pub fn tag(login: &str, password: &str) -> String {
        dovecot_pwhash(HASH_NONCE, login, password.as_bytes())
    }

    /// One attempt over IMAP from the first question to the report. `is_right` is what the directory says of
    /// the password.
    pub async fn attempt(
        &mut self,
        login: &str,
        password: &str,
        is_right: bool,
        remote: &str,
    ) -> Result<Seen, ClientError> {
        let asked = self.ask_attempt(login, password, is_right, remote).await?;
        self.report(&asked).await?;
        Ok(asked.seen)
    }

    /// The questions of one attempt, without the report.
    pub async fn ask_attempt(
        &mut self,
        login: &str,
        password: &str,
        is_right: bool,
        remote: &str,
    ) -> Result<Asked, ClientError> {
        let mut question = self.question(login, password, remote);
        let (before, mut told) = self.ask(&question).await?;
        let seen = if before < 0 {
            Seen::RefusedBefore
        } else if !is_right {
            Seen::CheckedAndWrong
        } else {
            question["attrs"]["phase"] = "after".into();
            let (after, told_after) = self.ask(&question).await?;
            told = told_after;
            if after < 0 { Seen::RefusedAfter } else { Seen::SignedIn }
        };
        Ok(Asked { question, seen, told })
    }

    /// Reports what became of an attempt.
    pub async fn report(&mut self, asked: &Asked) -> Result<(), ClientError> {
        let mut report = asked.question.clone();
        report["success"] = (asked.seen == Seen::SignedIn).into();
        report["policy_reject"] = matches!(asked.seen, Seen::RefusedBefore | Seen::RefusedAfter).into();
        self.post("report", &report).await.map(drop)
    }

    fn question(&mut self, login: &str, password: &str, remote: &str) -> Value {
        self.sessions += 1;
        json!({
            "attrs": { "mech": "PLAIN", "phase": "" },
            "device_id": "", "login": login, "protocol": "imap",
            "pwhash": Self::tag(login, password),
            "remote": remote, "session_id": format!("{remote}.{}", self.sessions), "tls": true,
        })
    }

    async fn ask(&mut self, question: &Value) -> Result<(i64, String), ClientError> {
        let answer = self.post("allow", question).await?;
        let status = answer["status"].as_i64().ok_or_else(|| ClientError::Answer(answer.to_string()))?;
        Ok((status, answer["msg"].as_str().unwrap_or_default().to_owned()))
    }

    async fn post(&mut self, command: &str, body: &Value) -> Result<Value, ClientError> {
        let request = hyper::Request::post(format!("/?command={command}"))
            .header("Host", "postern")
            .header("User-Agent", "dovecot/auth-policy-client")
            .header("X-API-Key", &self.api_key)
            .body(Full::new(Bytes::from(body.to_string())))
            .map_err(|error| ClientError::Answer(error.to_string()))?;
        self.connection.ready().await?;
        let response = self.connection.send_request(request).await?;
        let status = response.status();
        let body = response.into_body().collect().await?.to_bytes();
        let unusable = || ClientError::Answer(format!("{status}: {}", String::from_utf8_lossy(&body)));
        if !status.is_success() {
            return Err(unusable());
        }
        serde_json::from_slice(&body).map_err(|_| unusable())
    }
}

//! A raw SMTP (and LMTP) client that keeps its session open and hands back every reply.

use std::net::{Ipv4Addr, SocketAddr};

use anyhow::{Context, Result};
use base64::Engine as _;

use super::dialogue::Dialogue;

/// A server's reply, its lines joined by blanks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// Three digits.
    pub code: u16,
    /// The text of all lines.
    pub text: String,
}

impl Reply {
    /// 2xx or 3xx.
    pub fn is_positive(&self) -> bool {
        (200..400).contains(&self.code)
    }
}

/// One session.
pub struct SmtpClient {
    dialogue: Dialogue,
}

impl SmtpClient {
    /// Connects from `source` and says EHLO.
    pub async fn connect(server: SocketAddr, source: Ipv4Addr) -> Result<Self> {
        Self::connect_behind(server, source, None).await
    }

    /// The same behind a proxy at `source` that says first who is there, in a header of the PROXY protocol.
    pub async fn connect_behind(
        server: SocketAddr,
        source: Ipv4Addr,
        client: Option<Ipv4Addr>,
    ) -> Result<Self> {
        let dialogue = Dialogue::connect_behind(server, source, client).await?;
        Self::greet(dialogue, "EHLO client.example").await
    }

    /// Connects to an LMTP server.
    pub async fn connect_lmtp(server: SocketAddr) -> Result<Self> {
        let dialogue = Dialogue::connect(server, Ipv4Addr::LOCALHOST).await?;
        Self::greet(dialogue, "LHLO client.example").await
    }

    async fn greet(dialogue: Dialogue, hello: &str) -> Result<Self> {
        let mut client = Self { dialogue };
        let greeting = client.reply().await?;
        anyhow::ensure!(greeting.is_positive(), "greeted with {greeting:?}");
        let answer = client.command(hello).await?;
        anyhow::ensure!(answer.is_positive(), "{hello} answered with {answer:?}");
        Ok(client)
    }

    /// One command and its reply.
    pub async fn command(&mut self, line: &str) -> Result<Reply> {
        self.dialogue.say(line).await?;
        self.reply().await
    }

    /// Signs in with AUTH PLAIN.
    pub async fn sign_in(&mut self, login: &str, password: &str) -> Result<Reply> {
        let secret = base64::engine::general_purpose::STANDARD.encode(format!("\0{login}\0{password}"));
        self.command(&format!("AUTH PLAIN {secret}")).await
    }

    /// MAIL and one RCPT: the reply to the RCPT.
    pub async fn name_recipient(&mut self, from: &str, to: &str) -> Result<Reply> {
        let mail = self.command(&format!("MAIL FROM:<{from}>")).await?;
        anyhow::ensure!(mail.is_positive(), "MAIL answered with {mail:?}");
        self.command(&format!("RCPT TO:<{to}>")).await
    }

    /// The text of a message whose recipients are named: the reply to its end.
    pub async fn text(&mut self, subject: &str) -> Result<Reply> {
        let data = self.command("DATA").await?;
        if data.code != 354 {
            return Ok(data);
        }
        self.command(&format!("Subject: {subject}\r\n\r\nHello.\r\n.")).await
    }

    /// A whole message to one recipient: the first refusal, or the reply to the end of the text. After a refusal
    /// the session is ready for the next message.
    pub async fn send(&mut self, from: &str, to: &str, subject: &str) -> Result<Reply> {
        let named = self.name_recipient(from, to).await?;
        let reply = if named.is_positive() { self.text(subject).await? } else { named };
        if !reply.is_positive() {
            self.command("RSET").await?;
        }
        Ok(reply)
    }

    async fn reply(&mut self) -> Result<Reply> {
        let mut texts = Vec::new();
        loop {
            let line = self.dialogue.hear().await?;
            let code = line.get(..3).and_then(|digits| digits.parse().ok());
            let code = code.with_context(|| format!("not a reply: {line:?}"))?;
            texts.push(line.get(4..).unwrap_or_default().to_owned());
            if line.as_bytes().get(3) != Some(&b'-') {
                return Ok(Reply { code, text: texts.join(" ") });
            }
        }
    }
}

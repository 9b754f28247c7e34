//! A mail server's side of the milter protocol: one connection, as smtpd keeps it for a session with a client, or
//! cleanup for one mail that a program handed over.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::ClientError;

/// One mail.
#[derive(Clone, Copy, Debug)]
pub struct MilterMail<'a> {
    /// Who signed in; `None` without a login.
    pub login: Option<&'a str>,
    /// The server's name for it. A mail that a program hands over has it from the beginning.
    pub queue_id: &'a str,
    /// The envelope sender.
    pub sender: &'a str,
    /// The recipients.
    pub recipients: &'a [String],
    /// Headers.
    pub headers: &'a [(&'a str, &'a str)],
    /// The body.
    pub body: &'a str,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MilterEnd {
    /// The gate wants to hear nothing of it.
    NotAsked,
    /// It passes.
    Passes,
    /// Refused at this step, with code and text: `M`, `R` or `E`.
    Refused {
        /// The command's byte.
        step: char,
        /// Code and text.
        text: String,
    },
    /// It passes into the hold queue.
    Held,
}

/// One connection.
pub struct MilterClient {
    stream: TcpStream,
    has_smtp: bool,
}

impl MilterClient {
    /// As smtpd, for a client at this address.
    ///
    /// # Errors
    /// The socket, or an answer that a mail server would not understand.
    pub async fn smtpd(gate: SocketAddr, client_address: &str) -> Result<Self, ClientError> {
        Self::connect(gate, client_address, 40_000).await
    }

    /// As cleanup, for a mail that a program handed over.
    ///
    /// # Errors
    /// As for [`MilterClient::smtpd`].
    pub async fn cleanup(gate: SocketAddr) -> Result<Self, ClientError> {
        Self::connect(gate, "127.0.0.1", 0).await
    }

    async fn connect(gate: SocketAddr, client_address: &str, port: u16) -> Result<Self, ClientError> {
        let stream = TcpStream::connect(gate).await?;
        stream.set_nodelay(true)?;
        let mut client = Self { stream, has_smtp: port != 0 };
        // Version 6, all of Postfix 3.7's actions and steps.
        client.say(b'O', b"\0\0\0\x06\0\0\x01\xff\0\x1f\xff\xff").await?;
        let (code, _ours) = client.hear().await?;
        if code != b'O' {
            return Err(ClientError::Answer(format!("{:?} to the negotiation", char::from(code))));
        }
        client.say(b'D', b"Cj\0mx.contoso.example\0{daemon_name}\0mx.contoso.example\0").await?;
        let connect = [b"x\x004", &port.to_be_bytes()[..], client_address.as_bytes(), b"\0"].concat();
        client.say(b'C', &connect).await?;
        Ok(client)
    }

    /// One mail from its beginning to its end, the way Postfix goes on after each answer.
    ///
    /// # Errors
    /// As for [`MilterClient::smtpd`].
    pub async fn send(&mut self, mail: &MilterMail<'_>) -> Result<MilterEnd, ClientError> {
        let queue_id = format!("i\0{}\0", mail.queue_id);
        let at_mail = match (self.has_smtp, mail.login) {
            (true, Some(login)) => format!("M{{auth_type}}\0PLAIN\0{{auth_authen}}\0{login}\0"),
            (true, None) => "M".to_owned(),
            (false, _) => format!("M{queue_id}"),
        };
        self.say(b'D', at_mail.as_bytes()).await?;
        let sender =
            if self.has_smtp { format!("<{}>\0", mail.sender) } else { format!("{}\0", mail.sender) };
        let mut accepted = 0;
        match self.ask(b'M', sender.as_bytes()).await? {
            None => {}
            Some(end) => return self.over(end).await,
        }
        let mut refusal = None;
        for recipient in mail.recipients {
            match self.ask(b'R', format!("<{recipient}>\0").as_bytes()).await? {
                None => accepted += 1,
                Some(end) => refusal = refusal.or(Some(end)),
            }
        }
        if accepted == 0 {
            return self.over(refusal.unwrap_or(MilterEnd::Passes)).await;
        }
        for (name, value) in mail.headers {
            // The gate asks not to have to answer these.
            self.say(b'L', format!("{name}\0{value}\0").as_bytes()).await?;
        }
        let mut wants_body = true;
        for piece in mail.body.as_bytes().chunks(65_535) {
            if wants_body {
                self.say(b'B', piece).await?;
                wants_body = self.hear().await?.0 == b'c';
            }
        }
        self.say(b'D', format!("E{queue_id}").as_bytes()).await?;
        let end = self.ask(b'E', b"").await?.unwrap_or(MilterEnd::Passes);
        Ok(end)
    }

    async fn over(&mut self, end: MilterEnd) -> Result<MilterEnd, ClientError> {
        self.say(b'A', b"").await?;
        Ok(end)
    }

    /// One command and its answer; `None` to go on.
    async fn ask(&mut self, code: u8, data: &[u8]) -> Result<Option<MilterEnd>, ClientError> {
        self.say(code, data).await?;
        let mut is_held = false;
        loop {
            let (answer, data) = self.hear().await?;
            return Ok(match answer {
                b'c' if is_held => Some(MilterEnd::Held),
                b'c' => None,
                b'a' => Some(MilterEnd::NotAsked),
                b'y' => {
                    let text =
                        String::from_utf8_lossy(data.strip_suffix(b"\0").unwrap_or(&data)).into_owned();
                    Some(MilterEnd::Refused { step: char::from(code), text })
                }
                b'q' => {
                    is_held = true;
                    continue;
                }
                other => {
                    return Err(ClientError::Answer(format!(
                        "{:?} to {:?}",
                        char::from(other),
                        char::from(code)
                    )));
                }
            });
        }
    }

    async fn say(&mut self, code: u8, data: &[u8]) -> Result<(), ClientError> {
        let length = u32::try_from(1 + data.len()).unwrap_or(u32::MAX);
        let packet = [&length.to_be_bytes()[..], &[code], data].concat();
        Ok(self.stream.write_all(&packet).await?)
    }

    async fn hear(&mut self) -> Result<(u8, Vec<u8>), ClientError> {
        let length = self.stream.read_u32().await?;
        if !(1..=1_000).contains(&length) {
            return Err(ClientError::Answer(format!("a packet of {length} bytes")));
        }
        let code = self.stream.read_u8().await?;
        let mut data = vec![0; length as usize - 1];
        self.stream.read_exact(&mut data).await?;
        Ok((code, data))
    }
}

//! Postfix's side of policy delegation: one question per recipient, one at the end of the message, joined by
//! `instance`, on one connection that stays open, as one smtpd process has it.

use std::net::SocketAddr;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

use super::ClientError;

/// The gate's answers to one message.
#[derive(Clone, Debug)]
pub struct Message {
    /// The actions for its recipients, in order.
    pub recipients: Vec<String>,
    /// The action at its end; `None` when no recipient was accepted, so that it was never asked for.
    pub end: Option<String>,
}

impl Message {
    /// Recipients that the message reaches.
    pub fn let_out(&self) -> usize {
        match &self.end {
            Some(end) if !refuses(end) => self.recipients.iter().filter(|action| !refuses(action)).count(),
            Some(_) | None => 0,
        }
    }

    /// The first refusal.
    pub fn refusal(&self) -> Option<&str> {
        self.recipients.iter().chain(&self.end).map(String::as_str).find(|action| refuses(action))
    }

    /// Recipients for whom Postfix is told to wait.
    pub fn delayed(&self) -> usize {
        self.recipients.iter().filter(|action| action.starts_with("sleep ")).count()
    }
}

fn refuses(action: &str) -> bool {
    action.starts_with('5')
}

/// One smtpd process with a session of one login.
pub struct PostfixClient {
    connection: BufReader<TcpStream>,
    login: String,
    client_address: String,
    messages: u64,
}

impl PostfixClient {
    /// Connects for a session of `login` from `client_address`.
    pub async fn connect(gate: SocketAddr, login: &str, client_address: &str) -> Result<Self, ClientError> {
        let stream = TcpStream::connect(gate).await?;
        stream.set_nodelay(true)?;
        Ok(Self {
            connection: BufReader::new(stream),
            login: login.to_owned(),
            client_address: client_address.to_owned(),
            messages: 0,
        })
    }

    /// Sends one message: every recipient, then, if any was accepted, the end.
    pub async fn send(&mut self, recipients: &[String]) -> Result<Message, ClientError> {
        self.messages += 1;
        let mut actions = Vec::with_capacity(recipients.len());
        for recipient in recipients {
            actions.push(self.ask("RCPT", recipient, 0, 0).await?);
        }
        let accepted = actions.iter().filter(|action| !refuses(action)).count();
        let only = if accepted == 1 && recipients.len() == 1 { recipients[0].as_str() } else { "" };
        let end = match accepted {
            0 => None,
            _ => Some(self.ask("END-OF-MESSAGE", only, accepted, 4_096).await?),
        };
        Ok(Message { recipients: actions, end })
    }

    async fn ask(
        &mut self,
        state: &str,
        recipient: &str,
        recipient_count: usize,
        size: u64,
    ) -> Result<String, ClientError> {
        let request = format!(
            "request=smtpd_access_policy\nprotocol_state={state}\nprotocol_name=ESMTP\n\
             client_address={address}\nclient_name=unknown\nhelo_name=laptop\nsender={login}\n\
             recipient={recipient}\nrecipient_count={recipient_count}\nqueue_id=\n\
             instance=client.{login}.{message}\nsize={size}\nsasl_method=PLAIN\nsasl_username={login}\n\
             sasl_sender=\n\n",
            address = self.client_address,
            login = self.login,
            message = self.messages,
        );
        self.connection.get_mut().write_all(request.as_bytes()).await?;
        let mut line = String::new();
        self.connection.read_line(&mut line).await?;
        let action = line.trim_end().strip_prefix("action=").map(str::to_owned);
        let action = action.ok_or_else(|| ClientError::Answer(format!("{line:?}")))?;
        line.clear();
        self.connection.read_line(&mut line).await?;
        Ok(action)
    }
}

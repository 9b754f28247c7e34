//! An SMTP server that accepts everything and keeps it: the rest of the world, and the admins' mailbox. Three kinds of
//! recipients are the exception: `missing…` does not exist, `spamtrap…` takes every mail for spam, and `later…` is
//! busy. On request it asks everybody for another try instead, so that mail stays in a queue.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::{Context, Result};
use parking_lot::Mutex;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinHandle;

/// Longest wait for a message.
const MESSAGE_WAIT_MAX: Duration = Duration::from_secs(30);

/// Longest line, and most messages that are kept.
const LINE_BYTES_MAX: u64 = 64 * 1024;
const MESSAGES_MAX: usize = 10_000;

/// A message as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// Envelope sender.
    pub from: String,
    /// Envelope recipients.
    pub to: Vec<String>,
    /// Head and body, lines ended by `\n`.
    pub text: String,
}

/// The server; ends when dropped.
pub struct Sink {
    address: SocketAddr,
    kept: Arc<Kept>,
    accepting: JoinHandle<()>,
}

#[derive(Default)]
struct Kept {
    messages: Mutex<Vec<Received>>,
    arrived: Notify,
    is_busy: AtomicBool,
}

impl Sink {
    /// Listens on a free port of 127.0.0.1.
    pub async fn start() -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let kept = Arc::new(Kept::default());
        let shared = Arc::clone(&kept);
        let accepting = tokio::spawn(async move {
            let mut sessions = tokio::task::JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                let kept = Arc::clone(&shared);
                // A client that goes away in the middle is its own affair.
                sessions.spawn(async move { session(stream, &kept).await.ok() });
            }
        });
        Ok(Self { address, kept, accepting })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Whether every recipient is told to come again (451), from now on.
    pub fn be_busy(&self, is_busy: bool) {
        self.kept.is_busy.store(is_busy, Ordering::SeqCst);
    }

    /// Everything that came so far.
    pub fn messages(&self) -> Vec<Received> {
        self.kept.messages.lock().clone()
    }

    /// The first message that `is_it`, once it is there.
    pub async fn wait_for(&self, is_it: impl Fn(&Received) -> bool) -> Result<Received> {
        let look = || self.kept.messages.lock().iter().find(|message| is_it(message)).cloned();
        let waiting = async {
            loop {
                let arrived = self.kept.arrived.notified();
                tokio::pin!(arrived);
                // Registered before looking, so that a message in between is not missed.
                arrived.as_mut().enable();
                if let Some(message) = look() {
                    return message;
                }
                arrived.await;
            }
        };
        tokio::time::timeout(MESSAGE_WAIT_MAX, waiting).await.context("the message did not arrive")
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn session(stream: TcpStream, kept: &Kept) -> Result<()> {
    stream.set_nodelay(true)?;
    let mut stream = BufReader::new(stream);
    let mut message = Received { from: String::new(), to: Vec::new(), text: String::new() };
    let mut answer = "220 sink.example";
    loop {
        stream.get_mut().write_all(format!("{answer}\r\n").as_bytes()).await?;
        let Some(line) = line(&mut stream).await? else { return Ok(()) };
        let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
        answer = "250 2.0.0 Ok";
        match verb.as_str() {
            "MAIL" => message.from = address_in(&line),
            "RCPT" if kept.is_busy.load(Ordering::SeqCst) => answer = "451 4.2.1 Come again",
            "RCPT" => {
                let to = address_in(&line);
                match refusal_of(&to) {
                    Some(refusal) => answer = refusal,
                    None => message.to.push(to),
                }
            }
            "DATA" => {
                stream.get_mut().write_all(b"354 Go on\r\n").await?;
                while let Some(line) = self::line(&mut stream).await?.filter(|line| line != ".") {
                    message.text.push_str(line.strip_prefix('.').unwrap_or(&line));
                    message.text.push('\n');
                }
                let empty = Received { from: String::new(), to: Vec::new(), text: String::new() };
                let whole = std::mem::replace(&mut message, empty);
                let mut messages = kept.messages.lock();
                anyhow::ensure!(messages.len() < MESSAGES_MAX, "the sink is full");
                messages.push(whole);
                drop(messages);
                kept.arrived.notify_waiters();
            }
            "QUIT" => answer = "221 2.0.0 Bye",
            _ => {}
        }
    }
}

/// What recipients answer that take no mail.
fn refusal_of(recipient: &str) -> Option<&'static str> {
    [
        ("missing", "550 5.1.1 User unknown"),
        ("spamtrap", "550 5.7.1 Message rejected"),
        ("later", "450 4.2.0 Busy, try again later"),
    ]
    .into_iter()
    .find(|(begins, _)| recipient.starts_with(begins))
    .map(|(_, answer)| answer)
}

async fn line(stream: &mut BufReader<TcpStream>) -> Result<Option<String>> {
    let mut bytes = Vec::new();
    let read = stream.take(LINE_BYTES_MAX).read_until(b'\n', &mut bytes).await?;
    let text = String::from_utf8_lossy(&bytes).trim_end_matches(['\r', '\n']).to_owned();
    Ok((read > 0).then_some(text))
}

fn address_in(line: &str) -> String {
    let inside = line.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
    inside.map(|(address, _)| address.to_owned()).unwrap_or_default()
}

//! A policy server of a few lines: answers every request with what the test wants now, and can fall silent.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

pub struct PolicyServer {
    pub address: SocketAddr,
    answer: Arc<Mutex<&'static str>>,
    accepting: JoinHandle<()>,
}

impl PolicyServer {
    pub async fn start(answer: &'static str) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let answer = Arc::new(Mutex::new(answer));
        let shared = Arc::clone(&answer);
        let accepting = tokio::spawn(async move {
            // Dropped with the task: a stopped server closes its connections too.
            let mut sessions = tokio::task::JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                sessions.spawn(session(stream, Arc::clone(&shared)));
            }
        });
        Ok(Self { address, answer, accepting })
    }

    pub fn answer(&self, action: &'static str) {
        *self.answer.lock().unwrap_or_else(PoisonError::into_inner) = action;
    }

    /// Closes the port and every connection.
    pub async fn stop(self) {
        self.accepting.abort();
        let _ = self.accepting.await;
    }
}

async fn session(stream: TcpStream, answer: Arc<Mutex<&'static str>>) {
    let mut lines = BufReader::new(stream);
    let mut line = String::new();
    while lines.read_line(&mut line).await.is_ok_and(|read| read > 0) {
        if line == "\n" {
            let action = *answer.lock().unwrap_or_else(PoisonError::into_inner);
            let reply = format!("action={action}\n\n");
            if lines.get_mut().write_all(reply.as_bytes()).await.is_err() {
                return;
            }
        }
        line.clear();
    }
}

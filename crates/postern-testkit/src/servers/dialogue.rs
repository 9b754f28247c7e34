//! A connection that speaks in lines, from a chosen address of the loopback network: to a server, 127.0.0.2 and
//! 127.0.0.3 are two sources.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use anyhow::{Context, Result};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpSocket, TcpStream};

/// Longest wait for a line. Far above what any step takes; a hanging server fails the test instead of the run.
const LINE_WAIT_MAX: Duration = Duration::from_secs(30);

/// Longest line that is read, in bytes.
const LINE_BYTES_MAX: u64 = 16 * 1024;

pub(super) struct Dialogue {
    stream: BufReader<TcpStream>,
}

impl Dialogue {
    pub(super) async fn connect(server: SocketAddr, source: Ipv4Addr) -> Result<Self> {
        let socket = TcpSocket::new_v4()?;
        socket.set_reuseaddr(true)?;
        socket.bind(SocketAddr::new(IpAddr::V4(source), 0))?;
        let stream = socket.connect(server).await.with_context(|| format!("connect to {server}"))?;
        stream.set_nodelay(true)?;
        Ok(Self { stream: BufReader::new(stream) })
    }

    /// The same behind a proxy at `source`, which says first who is there: version 1 of the PROXY protocol. `None` is
    /// no proxy.
    pub(super) async fn connect_behind(
        server: SocketAddr,
        source: Ipv4Addr,
        client: Option<Ipv4Addr>,
    ) -> Result<Self> {
        let mut dialogue = Self::connect(server, source).await?;
        if let Some(client) = client {
            dialogue.say(&format!("PROXY TCP4 {client} 127.0.0.1 40912 {}", server.port())).await?;
        }
        Ok(dialogue)
    }

    pub(super) async fn say(&mut self, line: &str) -> Result<()> {
        Ok(self.stream.get_mut().write_all(format!("{line}\r\n").as_bytes()).await?)
    }

    /// The next line without its end.
    pub(super) async fn hear(&mut self) -> Result<String> {
        let mut line = String::new();
        let reading = (&mut self.stream).take(LINE_BYTES_MAX);
        tokio::pin!(reading);
        tokio::time::timeout(LINE_WAIT_MAX, reading.read_line(&mut line)).await.context("no line came")??;
        anyhow::ensure!(line.ends_with('\n'), "the connection was closed after {line:?}");
        Ok(line.trim_end().to_owned())
    }
}

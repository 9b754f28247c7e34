//! A raw IMAP client: sign in, look how many messages there are.

use std::net::{Ipv4Addr, SocketAddr};

use anyhow::{Context, Result};

use super::dialogue::Dialogue;
use super::mail_host::pause;

/// How often the inbox is looked at before a message counts as lost.
const LOOKS_MAX: u32 = 2_000;

/// One session.
pub struct ImapClient {
    dialogue: Dialogue,
    commands: u32,
}

impl ImapClient {
    /// Connects from `source` and hears the greeting.
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
        let mut client = Self { dialogue, commands: 0 };
        let greeting = client.dialogue.hear().await?;
        anyhow::ensure!(greeting.starts_with("* OK"), "greeted with {greeting:?}");
        Ok(client)
    }

    /// A session of its own for one attempt: whether it was let in.
    pub async fn attempt(server: SocketAddr, source: Ipv4Addr, login: &str, password: &str) -> Result<bool> {
        Ok(Self::connect(server, source).await?.sign_in(login, password).await?.starts_with("OK"))
    }

    /// ID as a web mail sends it, who says for whom it signs in.
    pub async fn name_origin(&mut self, address: &str) -> Result<String> {
        Ok(self.command(&format!("ID (\"x-originating-ip\" \"{address}\")")).await?.1)
    }

    /// LOGIN; the tagged answer without its tag: `OK …`, `NO [AUTHENTICATIONFAILED] …`.
    pub async fn sign_in(&mut self, login: &str, password: &str) -> Result<String> {
        Ok(self.command(&format!("LOGIN \"{login}\" \"{password}\"")).await?.1)
    }

    /// Opens the inbox and waits for mail there, as a phone does (RFC 2177).
    pub async fn idle(&mut self) -> Result<()> {
        self.command("EXAMINE INBOX").await?;
        self.commands += 1;
        self.dialogue.say(&format!("a{} IDLE", self.commands)).await?;
        loop {
            let line = self.dialogue.hear().await?;
            if line.starts_with('+') {
                return Ok(());
            }
            anyhow::ensure!(line.starts_with('*'), "IDLE answered with {line:?}");
        }
    }

    /// Ends the waiting; the tagged answer.
    pub async fn wake(&mut self) -> Result<String> {
        let tag = format!("a{} ", self.commands);
        self.dialogue.say("DONE").await?;
        loop {
            if let Some(answer) = self.dialogue.hear().await?.strip_prefix(&tag) {
                return Ok(answer.to_owned());
            }
        }
    }

    /// Waits until the server ends the session by itself: its last line.
    pub async fn farewell(&mut self) -> Result<String> {
        loop {
            let line = self.dialogue.hear().await?;
            if line.starts_with("* BYE") {
                return Ok(line);
            }
        }
    }

    /// How many messages are in the inbox.
    pub async fn inbox_count(&mut self) -> Result<u32> {
        let (lines, _) = self.command("STATUS INBOX (MESSAGES)").await?;
        let status = lines.iter().find_map(|line| line.split_once("(MESSAGES ")).context("no STATUS came")?.1;
        Ok(status.trim_end_matches(')').parse()?)
    }

    /// Waits until so many messages are in the inbox.
    pub async fn wait_for_inbox(&mut self, count: u32) -> Result<()> {
        for _ in 0..LOOKS_MAX {
            if self.inbox_count().await? >= count {
                return Ok(());
            }
            pause().await;
        }
        anyhow::bail!("{count} messages did not arrive")
    }

    /// The untagged lines and the tagged answer.
    async fn command(&mut self, command: &str) -> Result<(Vec<String>, String)> {
        self.commands += 1;
        let tag = format!("a{} ", self.commands);
        self.dialogue.say(&format!("{tag}{command}")).await?;
        let mut lines = Vec::new();
        loop {
            let line = self.dialogue.hear().await?;
            match line.strip_prefix(&tag) {
                Some(answer) => return Ok((lines, answer.to_owned())),
                None => lines.push(line),
            }
        }
    }
}

//! The story: what happens to the sample organisation today. Each chapter plays attackers and owners against
//! the real sockets, tells what came back, and checks what had to hold. What is told is read from the sockets.

mod sending;
mod sign_in;

use std::net::SocketAddr;
use std::path::PathBuf;

use postern_gates::client::{DovecotClient, PostfixClient, Seen};

use super::organisation::{MEMBERS, ordinary_recipients};
use super::teller::Teller;

/// Where the story plays.
pub struct Stage {
    /// The gate that Dovecot asks.
    pub auth_policy: SocketAddr,
    /// The gate that Postfix asks.
    pub postfix_policy: SocketAddr,
    /// The key of the auth-policy gate.
    pub api_key: String,
    /// The root-only socket of the command line.
    pub control_socket: PathBuf,
}

/// An ordinary day: everybody signs in from the usual place and writes to the people they know.
pub async fn ordinary_day(stage: &Stage) -> anyhow::Result<()> {
    let mut dovecot = stage.dovecot().await?;
    for member in MEMBERS {
        let seen = dovecot.attempt(member.address, member.password, true, member.place).await?;
        anyhow::ensure!(
            seen == Seen::SignedIn,
            "{} could not sign in on an ordinary day: {seen:?}",
            member.address
        );
        let mut postfix = stage.postfix(member.address, member.place).await?;
        for recipient in ordinary_recipients(member) {
            let message = postfix.send(&[recipient]).await?;
            anyhow::ensure!(message.let_out() == 1, "{} could not send: {message:?}", member.address);
        }
    }
    Ok(())
}

/// Today, chapter by chapter.
pub async fn today(stage: &Stage, teller: &mut Teller) -> anyhow::Result<()> {
    sign_in::guessing(stage, teller).await?;
    sign_in::spray(stage, teller).await?;
    sign_in::old_phone(stage, teller).await?;
    let rob = sending::spam_run(stage, teller).await?;
    sending::many_recipients_at_once(stage, teller).await?;
    sending::release(stage, teller, rob).await
}

impl Stage {
    pub(super) async fn dovecot(&self) -> anyhow::Result<DovecotClient> {
        Ok(DovecotClient::connect(self.auth_policy, &self.api_key).await?)
    }

    pub(super) async fn postfix(&self, login: &str, client_address: &str) -> anyhow::Result<PostfixClient> {
        Ok(PostfixClient::connect(self.postfix_policy, login, client_address).await?)
    }

    /// Runs our own command line as an admin would, and gives back its exit code and what it printed.
    async fn postern(&self, arguments: &[&str]) -> anyhow::Result<(Option<i32>, String)> {
        let output = tokio::process::Command::new(std::env::current_exe()?)
            .arg("--socket")
            .arg(&self.control_socket)
            .args(arguments)
            .output()
            .await?;
        let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
        text.push_str(&String::from_utf8_lossy(&output.stderr));
        Ok((output.status.code(), text))
    }
}

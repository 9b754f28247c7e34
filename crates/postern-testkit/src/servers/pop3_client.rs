//! A raw POP3 client: whether somebody is let in.

use std::net::{Ipv4Addr, SocketAddr};

use anyhow::Result;

use super::dialogue::Dialogue;

/// Signs in from `source` in a session of its own: the answer to the password, `+OK …` or `-ERR …`.
pub async fn sign_in(server: SocketAddr, source: Ipv4Addr, login: &str, password: &str) -> Result<String> {
    let mut dialogue = Dialogue::connect_behind(server, source, None).await?;
    let greeting = dialogue.hear().await?;
    anyhow::ensure!(greeting.starts_with("+OK"), "greeted with {greeting:?}");
    dialogue.say(&format!("USER {login}")).await?;
    let asked = dialogue.hear().await?;
    anyhow::ensure!(asked.starts_with("+OK"), "USER is answered with {asked:?}");
    dialogue.say(&format!("PASS {password}")).await?;
    dialogue.hear().await
}

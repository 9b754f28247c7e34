//! A private Dovecot: IMAP, POP3 and LMTP on free ports, users and sign-in questions as docs/operate/dovecot.md has them.

use std::net::SocketAddr;

use anyhow::Result;

use super::example::{example, replace};
use super::folder::{Folder, Owner};
use super::watchdog::Guarded;

/// What differs from test to test.
#[derive(Clone, Debug)]
pub struct DovecotPlan {
    /// Where IMAP listens.
    pub imap: SocketAddr,
    /// Where POP3 listens.
    pub pop3: SocketAddr,
    /// Where LMTP listens.
    pub lmtp: SocketAddr,
    /// Whom Dovecot asks at sign-in; `None` to ask nobody.
    pub auth_policy: Option<SocketAddr>,
    /// The key for that.
    pub api_key: String,
}

/// The page of the examples.
const PAGE: &str = "dovecot.md";

/// Writes dovecot.conf and makes the folders that it names.
pub(super) fn configure(folder: &Folder, plan: &DovecotPlan) -> Result<()> {
    folder.make("postern", Owner::ROOT, 0o755)?;
    folder.make("postern/dovecot", Owner::ROOT.with_group("dovecot")?, 0o750)?;
    folder.make("mail", Owner::MAIL, 0o755)?;
    let root = folder.path().display().to_string();
    let users = replace(
        example(PAGE, "dovecot-users.conf")?,
        &[("/var/lib/postern/dovecot", &format!("{root}/postern/dovecot"))],
    )?;
    let socket = replace(
        example(PAGE, "dovecot-postfix-auth.conf")?,
        &[("/var/spool/postfix/", &format!("{root}/spool/"))],
    )?;
    let asking = match plan.auth_policy {
        None => String::new(),
        Some(server) => replace(
            example(PAGE, "dovecot-auth-policy.conf")?,
            &[
                ("127.0.0.1:10041", &server.to_string()),
                ("change-this-key", &plan.api_key),
                ("change-this-nonce", "nonce-of-the-tests"),
            ],
        )?,
    };
    folder.write("dovecot.conf", &(surroundings(&root, plan) + &users + &socket + &asking))?;
    Ok(())
}

/// Adds to dovecot.conf.
pub(super) fn add(folder: &Folder, text: &str) -> Result<()> {
    let path = folder.join("dovecot.conf");
    Ok(std::fs::write(&path, std::fs::read_to_string(&path)? + text)?)
}

/// Starts it. Give it 20 to 35 ms to listen.
pub(super) fn start(folder: &Folder) -> Result<Guarded> {
    let conf = folder.join("dovecot.conf").display().to_string();
    Guarded::start(folder, &folder.join("dovecot.out"), &[], &["/usr/sbin/dovecot", "-F", "-c", &conf])
}

/// What makes it private. `auth_failure_delay = 0` is for the tests' speed only: sites keep the 2 s.
fn surroundings(root: &str, plan: &DovecotPlan) -> String {
    let (imap, pop3, lmtp) = (plan.imap.port(), plan.pop3.port(), plan.lmtp.port());
    format!(
        "base_dir = {root}/dv
state_dir = {root}/dvs
instance_name = lab
log_path = {root}/dovecot.log
auth_verbose = yes
ssl = no
disable_plaintext_auth = no
listen = 127.0.0.1
protocols = imap pop3 lmtp
mail_location = maildir:~/Maildir
first_valid_uid = 1
auth_mechanisms = plain login
auth_failure_delay = 0
service imap-login {{
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service pop3-login {{
  inet_listener pop3 {{
    port = {pop3}
  }}
  inet_listener pop3s {{
    port = 0
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    port = {lmtp}
  }}
}}
"
    )
}

//! One mail host: Dovecot, Postfix and the rest of the world, in one private folder.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result};
use tokio::net::TcpStream;

use super::dovecot::{self, DovecotPlan};
use super::folder::{Folder, Owner};
use super::imap_client::ImapClient;
use super::ports::Port;
use super::postfix::{self, PostfixPlan};
use super::sink::Sink;
use super::smtp_client::SmtpClient;
use super::watchdog::Guarded;

/// Between two looks at something that is about to happen.
const LOOK_EVERY: Duration = Duration::from_millis(5);

/// Longest wait for it.
const WAIT_MAX: Duration = Duration::from_secs(20);

/// The site's domains in every test: the first one is the default.
pub const DOMAINS: [&str; 2] = ["contoso.example", "contoso.com"];

/// What differs from test to test.
#[derive(Clone, Debug)]
pub struct HostPlan {
    /// Whom Postfix asks.
    pub policy: SocketAddr,
    /// Whom Dovecot asks; `None` to ask nobody.
    pub auth_policy: Option<SocketAddr>,
    /// The key for that.
    pub api_key: String,
    /// The addresses that exist, of [`DOMAINS`].
    pub mailboxes: Vec<String>,
}

/// The host. Dropping it stops everything and removes the folder.
pub struct MailHost {
    // Order matters: servers go before the folder that they work in.
    postfix: Option<Guarded>,
    dovecot: Option<Guarded>,
    /// The rest of the world.
    pub sink: Sink,
    imap: Port,
    pop3: Port,
    lmtp: Port,
    incoming: Port,
    submission: Port,
    folder: Folder,
}

impl MailHost {
    /// Writes every configuration; starts only the sink.
    pub async fn prepare(plan: &HostPlan) -> Result<Self> {
        let host = Self {
            postfix: None,
            dovecot: None,
            sink: Sink::start().await?,
            imap: Port::free()?,
            pop3: Port::free()?,
            lmtp: Port::free()?,
            incoming: Port::free()?,
            submission: Port::free()?,
            folder: Folder::new()?,
        };
        let postfix_plan = PostfixPlan {
            incoming: host.incoming.address(),
            submission: host.submission.address(),
            lmtp: host.lmtp.address(),
            sink: host.sink.address(),
            policy: plan.policy,
            domains: DOMAINS.map(str::to_owned).to_vec(),
            mailboxes: plan.mailboxes.clone(),
        };
        let dovecot_plan = DovecotPlan {
            imap: host.imap.address(),
            pop3: host.pop3.address(),
            lmtp: host.lmtp.address(),
            auth_policy: plan.auth_policy,
            api_key: plan.api_key.clone(),
        };
        dovecot::configure(&host.folder, &dovecot_plan)?;
        postfix::configure(&host.folder, &postfix_plan)?;
        Ok(host)
    }

    /// Starts Dovecot, then Postfix, and returns when both listen. The exported files must be there.
    pub async fn start(&mut self) -> Result<()> {
        self.dovecot = Some(dovecot::start(&self.folder)?);
        listens(self.imap.address()).await.with_context(|| self.log("dovecot.log"))?;
        listens(self.lmtp.address()).await.with_context(|| self.log("dovecot.log"))?;
        let sasl = self.folder.join("spool/private/auth");
        until("Dovecot offers its socket to Postfix", || sasl.exists()).await?;
        self.postfix = Some(postfix::start(&self.folder)?);
        listens(self.submission.address()).await.with_context(|| self.log("mail.log"))
    }

    /// Adds what a page says beside its examples to main.cf, before the start.
    pub fn add_to_main_cf(&self, text: &str) -> Result<()> {
        postfix::add(&self.folder, "main.cf", text)
    }

    /// The same to master.cf.
    pub fn add_to_master_cf(&self, text: &str) -> Result<()> {
        postfix::add(&self.folder, "master.cf", text)
    }

    /// The same to dovecot.conf.
    pub fn add_to_dovecot_conf(&self, text: &str) -> Result<()> {
        dovecot::add(&self.folder, text)
    }

    /// Stops both at once.
    pub fn stop(&mut self) {
        self.postfix = None;
        self.dovecot = None;
    }

    /// The folder of everything.
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// The passwd-file.
    pub fn passwd_file(&self) -> PathBuf {
        self.folder.join("postern/dovecot/users")
    }

    /// The deny list.
    pub fn deny_file(&self) -> PathBuf {
        self.folder.join("postern/dovecot/deny")
    }

    /// The template of home folders, and who owns them.
    pub fn home(&self) -> (String, Owner) {
        (self.folder.join("mail/%d/%n").display().to_string(), Owner::MAIL)
    }

    /// The folder of a mailbox, once something is in it.
    pub fn maildir(&self, address: &str) -> PathBuf {
        let (local, domain) = address.split_once('@').unwrap_or((address, ""));
        self.folder.join("mail").join(domain).join(local).join("Maildir")
    }

    /// The source text of the map of restricted logins.
    pub fn sending_map(&self) -> PathBuf {
        self.folder.join("postern/postfix/sending")
    }

    /// The folder of main.cf.
    pub fn postfix_config(&self) -> PathBuf {
        self.folder.join("pf")
    }

    /// Where IMAP listens.
    pub fn imap(&self) -> SocketAddr {
        self.imap.address()
    }

    /// Where POP3 listens.
    pub fn pop3(&self) -> SocketAddr {
        self.pop3.address()
    }

    /// An SMTP session with the submission service, from this source.
    pub async fn submission(&self, source: Ipv4Addr) -> Result<SmtpClient> {
        SmtpClient::connect(self.submission.address(), source).await
    }

    /// An SMTP session with port 25's service, as another server has it.
    pub async fn incoming(&self) -> Result<SmtpClient> {
        self.incoming_from(Ipv4Addr::LOCALHOST).await
    }

    /// The same from this source.
    pub async fn incoming_from(&self, source: Ipv4Addr) -> Result<SmtpClient> {
        SmtpClient::connect(self.incoming.address(), source).await
    }

    /// An LMTP session with Dovecot, past Postfix.
    pub async fn lmtp(&self) -> Result<SmtpClient> {
        SmtpClient::connect_lmtp(self.lmtp.address()).await
    }

    /// Whether this login and password are let in over IMAP from this source.
    pub async fn signs_in(&self, source: Ipv4Addr, login: &str, password: &str) -> Result<bool> {
        ImapClient::attempt(self.imap(), source, login, password).await
    }

    /// A log of the servers, for the message of a failed test.
    pub fn log(&self, name: &str) -> String {
        let text = std::fs::read_to_string(self.folder.join(name)).unwrap_or_default();
        format!("{name}:\n{text}")
    }
}

/// Waits until something accepts connections there.
pub async fn listens(server: SocketAddr) -> Result<()> {
    let waiting = async {
        while TcpStream::connect(server).await.is_err() {
            pause().await;
        }
    };
    tokio::time::timeout(WAIT_MAX, waiting).await.with_context(|| format!("nobody listens on {server}"))
}

/// Waits until `is_so`; an error that says `what` when it does not become so.
pub async fn until(what: &str, mut is_so: impl FnMut() -> bool) -> Result<()> {
    let waiting = async {
        while !is_so() {
            pause().await;
        }
    };
    tokio::time::timeout(WAIT_MAX, waiting).await.with_context(|| format!("it did not become so: {what}"))
}

pub(super) async fn pause() {
    wait(LOOK_EVERY).await;
}

#[expect(clippy::disallowed_methods, reason = "real servers run in real time")]
/// Waits; the servers of this kit run in real time.
pub async fn wait(time: Duration) {
    tokio::time::sleep(time).await;
}

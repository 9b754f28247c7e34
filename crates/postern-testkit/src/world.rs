//! The real engine, the real SQLite store, the real counters and the real gates in this process, with time and
//! chance in the test's hand. Only the mail system's files and the mail to admins are recorded instead of
//! written; the real ones have a contract suite of their own.

mod drawn_atlas;
mod played_agent;
mod played_queue;
mod recorded;

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Context;
use postern_connect::WebauthnPasskeys;
use postern_core::account::{Account, AccountKind, Language, Role};
use postern_core::command::Asker;
use postern_core::gate::GateKind;
use postern_core::ids::AccountId;
use postern_core::name::{AccountName, NameRules};
use postern_core::policy::Policies;
use postern_core::reach::Reach;
use postern_core::restriction::Actor;
use postern_core::time::Timestamp;
use postern_engine::ask::PolicyAsk;
use postern_engine::commands::NewAccount;
use postern_engine::configured::Configured;
use postern_engine::connections::{ConnectionSettings, GateSettings};
use postern_engine::engine::BackgroundTasks;
use postern_engine::ports::{NoBreachedList, NoPasskeys, Passkeys};
use postern_engine::{Engine, EngineParts, SiteSettings};
use postern_gates::client::{ClientError, DovecotClient, PostfixClient};
use postern_gates::{
    AuthPolicyAccess, Credential, EngineLists, Limits, Listener, Management, RestrictionClass,
    serve_auth_policy, serve_milter, serve_policy,
};
use postern_store::SqliteStore;
use postern_store::counters::MemoryCounters;
use tempfile::TempDir;
use tokio::sync::watch;

use crate::clock::VirtualClock;
use crate::entropy::SeededEntropy;

pub use drawn_atlas::DrawnAtlas;
pub use played_agent::PlayedAgent;
pub use played_queue::PlayedQueue;
pub use recorded::{RecordedMailSystem, RecordedNotices};

/// The key that the world's auth-policy gate wants.
pub const API_KEY: &str = "a-key-for-tests-only";

/// The key with which its lists are managed through that gate.
pub const MANAGEMENT_KEY: &str = "another-key-for-tests-only";

/// A world that runs.
pub struct World {
    /// The engine.
    pub engine: Arc<Engine>,
    /// Its time.
    pub clock: VirtualClock,
    /// Where Dovecot would ask.
    pub auth_policy: SocketAddr,
    /// Where Postfix would ask.
    pub postfix_policy: SocketAddr,
    /// Where its milter client would.
    pub milter: SocketAddr,
    /// What the mail system was told to make true.
    pub mail_system: Arc<RecordedMailSystem>,
    /// The mail server's queue; empty until a test puts mail into it.
    pub queue: Arc<PlayedQueue>,
    /// The mail server's own side; nobody is signed in until a test opens sessions.
    pub agent: Arc<PlayedAgent>,
    /// What the admins were told.
    pub notices: Arc<RecordedNotices>,
    /// Where addresses are; empty until a test draws something.
    pub atlas: Arc<DrawnAtlas>,
    tasks: Option<BackgroundTasks>,
    shutdown: watch::Sender<bool>,
    ground: Ground,
}

/// What a world stands on, and the next one after a restart.
#[derive(Clone)]
struct Ground {
    folder: Arc<TempDir>,
    clock: VirtualClock,
    public_url: String,
}

/// Where the world's pages are said to be.
pub const PUBLIC_URL: &str = "https://postern.contoso.example";

/// When every world begins: 2026-03-02 09:00 UTC, a Monday.
pub const BEGINNING: Timestamp = Timestamp::from_unix_s(1_772_442_000);

impl World {
    /// A new world with an empty store.
    pub async fn start() -> anyhow::Result<Self> {
        Self::start_at(BEGINNING).await
    }

    /// The same at another time.
    pub async fn start_at(now: Timestamp) -> anyhow::Result<Self> {
        Self::start_on(Ground::new(now, PUBLIC_URL)?, 1).await
    }

    /// The same with its pages at another address, where a browser can reach them.
    pub async fn start_with_pages_at(public_url: &str) -> anyhow::Result<Self> {
        Self::start_on(Ground::new(BEGINNING, public_url)?, 1).await
    }

    /// The same store after a clean stop.
    pub async fn restart(mut self) -> anyhow::Result<Self> {
        let _nobody_left = self.shutdown.send(true);
        if let Some(tasks) = self.tasks.take() {
            self.engine.stop(tasks).await?;
        }
        let ground = self.ground.clone();
        drop(self);
        Self::start_on(ground, 2).await
    }

    /// The same store after a crash: what was not written by now is lost. The new world has a copy of the files, because
    /// the old one, in this process, does not die at once.
    pub async fn crash(self) -> anyhow::Result<Self> {
        let folder = Arc::new(tempfile::tempdir()?);
        for file in std::fs::read_dir(self.ground.folder.path())? {
            let (from, name) = file.map(|file| (file.path(), file.file_name()))?;
            // SQLite makes the shared memory of the write-ahead log anew, as after a real crash.
            if !name.to_string_lossy().ends_with("-shm") {
                std::fs::copy(from, folder.path().join(name))?;
            }
        }
        let ground = Ground { folder, ..self.ground.clone() };
        Self::start_on(ground, 2).await
    }

    async fn start_on(ground: Ground, seed: u64) -> anyhow::Result<Self> {
        let Ground { folder, clock, public_url } = &ground;
        let entropy = Arc::new(SeededEntropy::new(seed));
        let store = SqliteStore::open(folder.path(), Arc::new(clock.clone()), entropy.as_ref()).await?;
        let mail_system = Arc::new(RecordedMailSystem::default());
        let queue = Arc::new(PlayedQueue::default());
        let agent = Arc::new(PlayedAgent::beside(mail_system.clone()));
        let notices = Arc::new(RecordedNotices::default());
        let atlas = Arc::new(DrawnAtlas::default());
        let engine = Engine::new(EngineParts {
            clock: Arc::new(clock.clone()),
            entropy,
            counters: Arc::new(MemoryCounters::new(store.site_key())),
            store: Arc::new(store),
            mail_system: mail_system.clone(),
            mail_queue: queue.clone(),
            mail_agent: agent.clone(),
            notifier: notices.clone(),
            atlas: atlas.clone(),
            breached: Arc::new(NoBreachedList),
            passkeys: passkeys(public_url),
            site: site(public_url),
        });
        engine.start().await?;
        engine.loaded().await;
        let tasks = Some(engine.spawn_background());
        let (shutdown, closing) = watch::channel(false);
        let any_port = SocketAddr::from(([127, 0, 0, 1], 0));
        let auth = Listener::tcp(any_port).await?;
        let policy = Listener::tcp(any_port).await?;
        let mail = Listener::tcp(any_port).await?;
        let milter = mail.tcp_address().context("a TCP listener has an address")?;
        let auth_policy = auth.tcp_address().context("a TCP listener has an address")?;
        let postfix_policy = policy.tcp_address().context("a TCP listener has an address")?;
        let credential = Some(Credential::new("X-API-Key", API_KEY)?);
        let management = Some(Management {
            credential: Credential::new("X-API-Key", MANAGEMENT_KEY)?,
            actor: "management".to_owned(),
            manages: Arc::new(EngineLists::new(engine.clone())),
        });
        let access = AuthPolicyAccess { credential, management };
        let limits = Limits::default();
        tokio::spawn(serve_auth_policy(auth, engine.clone(), access, limits, closing.clone()));
        tokio::spawn(serve_milter(mail, engine.clone(), limits, closing.clone()));
        let class = Some(RestrictionClass::new("postern_open")?);
        tokio::spawn(serve_policy(policy, engine.clone(), class, Limits::default(), closing));
        Ok(Self {
            engine,
            clock: clock.clone(),
            auth_policy,
            postfix_policy,
            milter,
            mail_system,
            queue,
            agent,
            notices,
            atlas,
            tasks,
            shutdown,
            ground,
        })
    }

    /// Where the store has its files.
    pub fn folder(&self) -> &std::path::Path {
        self.ground.folder.path()
    }

    /// Somebody new, an ordinary person.
    pub async fn person(&self, address: &str) -> anyhow::Result<Account> {
        self.account(address, AccountKind::Person, &[]).await
    }

    /// A mail of this login is accepted and waits in the queue.
    pub fn queue_mail(&self, login: &str, id: &str) {
        self.engine.policy_asked(&PolicyAsk {
            protocol_state: "END-OF-MESSAGE",
            sasl_username: login,
            sender: login,
            recipient_count: 1,
            instance: id,
            queue_id: id,
            client_address: "198.51.100.7",
            ..PolicyAsk::default()
        });
        self.queue.put(id, BEGINNING, login);
    }

    /// What makes an ordinary person without a password.
    pub fn new_account(&self, address: &str) -> anyhow::Result<NewAccount> {
        Ok(NewAccount {
            name: AccountName::parse(address, self.engine.names())?,
            aliases: Vec::new(),
            display_name: String::new(),
            language: Language::En,
            kind: AccountKind::Person,
            roles: Vec::new(),
            reach: Reach::ALL_DOMAINS,
            groups: Vec::new(),
            is_gate_only: false,
            password_hash: None,
        })
    }

    /// Somebody or something new.
    pub async fn account(&self, address: &str, kind: AccountKind, roles: &[Role]) -> anyhow::Result<Account> {
        let new = NewAccount { kind, roles: roles.to_vec(), ..self.new_account(address)? };
        let mut made = self.engine.create_accounts(vec![new], root("")).await?;
        let id: AccountId = made.pop().context("one answer for one account")??;
        self.engine.store().account(id).await?.context("the account that was just made")
    }

    /// Changes policy values; the rest stay as they are.
    pub async fn policy(&self, values: &[(&str, u64)]) -> anyhow::Result<Policies> {
        let values = values.iter().map(|(name, value)| ((*name).to_owned(), value.to_string())).collect();
        Ok(self.engine.set_policies(values, root("a test")).await?)
    }

    /// A client that speaks like Dovecot.
    pub async fn dovecot(&self) -> Result<DovecotClient, ClientError> {
        DovecotClient::connect(self.auth_policy, API_KEY).await
    }

    /// A client that speaks like one smtpd process of Postfix.
    pub async fn postfix(&self, login: &str) -> Result<PostfixClient, ClientError> {
        PostfixClient::connect(self.postfix_policy, login, "198.51.100.1").await
    }
}

impl Ground {
    fn new(now: Timestamp, public_url: &str) -> anyhow::Result<Self> {
        let folder = Arc::new(tempfile::tempdir()?);
        Ok(Self { folder, clock: VirtualClock::at(now), public_url: public_url.to_owned() })
    }
}

impl Drop for World {
    fn drop(&mut self) {
        let _nobody_left = self.shutdown.send(true);
        if let Some(tasks) = &self.tasks {
            tasks.abort();
        }
    }
}

/// Root on this machine, who may do everything, with a reason.
pub fn root(note: &str) -> Asker {
    Asker {
        actor: Actor::LocalRoot("root".to_owned()),
        roles: Role::ALL.to_vec(),
        reach: Reach::ALL_DOMAINS,
        note: note.to_owned(),
    }
}

fn passkeys(public_url: &str) -> Arc<dyn Passkeys> {
    match WebauthnPasskeys::at(public_url) {
        Some(passkeys) => Arc::new(passkeys),
        None => Arc::new(NoPasskeys),
    }
}

fn site(public_url: &str) -> SiteSettings {
    SiteSettings {
        configured: configured(public_url),
        names: NameRules { default_domain: Some("contoso.example".to_owned()), plus_delimiter: Some('+') },
        own_domains: vec!["contoso.example".to_owned(), "contoso.com".to_owned()],
        help_url: "https://mail.contoso.example/why".to_owned(),
        public_url: Some(public_url.to_owned()),
        contact: postern_engine::engine::Contact::default(),
        reporters: postern_engine::sending::TrustedReporters {
            server: "mx.contoso.example".to_owned(),
            domains: vec!["fbl.example".to_owned(), "reports.example".to_owned()],
        },
        spam_header: Some(postern_engine::sending::SpamHeader {
            name: "X-Spam".to_owned(),
            value: "Yes".to_owned(),
        }),
        time_zone: jiff::tz::TimeZone::UTC,
        admin_language: Language::En,
        nat64: postern_core::address::Nat64Prefix::WELL_KNOWN.parse().ok(),
        holds_queue_of_restricted: true,
        password_words: Arc::default(),
        connections: connections(),
    }
}

/// What its configuration would say: the usual places, whatever the ports are here.
fn connections() -> ConnectionSettings {
    let gate =
        |kind, listen: &str| GateSettings { kind, listen: vec![listen.to_owned()], proxied: Vec::new() };
    ConnectionSettings {
        gates: vec![
            gate(GateKind::AuthPolicy, "127.0.0.1:10041"),
            gate(GateKind::PostfixPolicy, "unix:/run/postern/policy.sock"),
            gate(GateKind::Milter, "127.0.0.1:10042"),
        ],
        restriction_class: Some("postern_open".to_owned()),
        dovecot_files: Some((
            "/var/lib/postern/dovecot/users".to_owned(),
            "/var/lib/postern/dovecot/deny".to_owned(),
        )),
        postfix_map: Some("lmdb:/var/lib/postern/postfix/sending".to_owned()),
        doveadm: Some("unix:/run/dovecot/http".to_owned()),
        relay: None,
        breached_file: None,
    }
}

/// How often [`eventually`] looks, and for how long at most: background loops need a moment of real time.
const LOOKS: u32 = 1_000;
const LOOK_EVERY: std::time::Duration = std::time::Duration::from_millis(10);

/// Completes when `holds` does; an error when it does not within ten seconds of real time.
pub async fn eventually(mut holds: impl AsyncFnMut() -> anyhow::Result<bool>) -> anyhow::Result<()> {
    for _ in 0..LOOKS {
        if holds().await? {
            return Ok(());
        }
        #[expect(
            clippy::disallowed_methods,
            reason = "waits for loops of the real engine, which run in real time"
        )]
        tokio::time::sleep(LOOK_EVERY).await;
    }
    anyhow::bail!("it did not come about")
}

/// What the settings' page shows of a site that has a file.
fn configured(public_url: &str) -> Configured {
    let value = |key, text: &str| (key, vec![text.to_owned()]);
    Configured {
        file: Some("/etc/postern/postern.toml".to_owned()),
        values: vec![
            value("data_dir", "/var/lib/postern/data"),
            value("web.public_url", public_url),
            ("site.own_domains", vec!["contoso.example".to_owned(), "contoso.com".to_owned()]),
            value("notify.admins", "admins@contoso.example"),
            value("notify.language", "sv"),
        ],
        is_sample: false,
    }
}

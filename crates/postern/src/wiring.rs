//! What a server is made of, put together once: clock, randomness, store, counters, mail system, engine, gates,
//! control socket. Order is safety: no gate opens before every open restriction is in memory, and nothing is
//! closed before what is in flight is answered and saved.

mod configured;
mod connectors;
mod new_site;
mod password_words;
mod places;
mod system;
mod web;

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use postern_connect::{AtlasFiles, BreachedFile, MmdbAtlas};
use postern_core::time::Span;
use postern_engine::engine::BackgroundTasks;
use postern_engine::ports::{Atlas, BreachedList, Clock, NoBreachedList, Store};
use postern_engine::{Engine, EngineParts};
use postern_gates::{
    AuthPolicyAccess, Credential, DatagramDoor, EngineLists, Limits, Listener, Management, RestrictionClass,
    TrustedProxies, serve_auth_policy, serve_mail_log_file, serve_mail_log_socket, serve_milter,
    serve_policy,
};
use postern_store::SqliteStore;
use postern_store::counters::MemoryCounters;
use postern_web::api::v1::time::When;
use postern_web::control::{ControlSocket, serve_control};
use postern_web::public::{self, PublicState};
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use self::web::web_listeners;
use crate::config::listen::Listen;
use crate::config::{
    AuthPolicyGate, Config, Doors, Log, LogFormat, MailLog, MilterGate, PostfixPolicyGate, Web,
};

pub use new_site::make_store;
pub use system::{OsEntropy, SystemClock};

/// Header in which Dovecot sends the key (`auth_policy_server_api_header`).
const API_KEY_HEADER: &str = "X-API-Key";
/// What the audit calls whoever shows the management key: the key's name in the configuration.
const MANAGEMENT_ACTOR: &str = "gates.auth_policy.management_key";
/// Mode of a gate's Unix socket. Whoever may connect may ask, as with a port of the loopback interface; the
/// folder's mode is the place to keep local users out.
const GATE_SOCKET_MODE: u32 = 0o666;
/// An updated database of places is read within this time.
const ATLAS_EVERY: Span = Span::from_minutes(1);
/// Mode of the socket for the mail log: whoever can write to it can say anything of anybody's mail, so syslog's root only.
const MAIL_LOG_SOCKET_MODE: u32 = 0o600;
/// Open requests of the control socket get so long to be answered when the server stops.
const CONTROL_FINISH: Duration = Duration::from_secs(5);

/// A running server.
pub struct Server {
    engine: Arc<Engine>,
    background: BackgroundTasks,
    stop: watch::Sender<bool>,
    gates: Vec<JoinHandle<()>>,
    control: JoinHandle<()>,
    /// What the peers of each socket of a gate may hold.
    limits: Limits,
    /// TCP addresses on which Postfix may ask, in the order of the configuration.
    pub policy_addresses: Vec<SocketAddr>,
    /// TCP addresses on which a milter client may ask, in the order of the configuration.
    pub milter_addresses: Vec<SocketAddr>,
    /// TCP addresses on which Dovecot may ask, in the order of the configuration.
    pub auth_policy_addresses: Vec<SocketAddr>,
    /// TCP addresses on which applications may ask, in the order of the configuration.
    pub web_addresses: Vec<SocketAddr>,
}

impl Server {
    /// Starts everything that the configuration names. When this returns, the gates answer with every
    /// restriction in force.
    pub async fn start(config: &Config) -> Result<Self> {
        Self::start_with(config, Arc::new(SystemClock)).await
    }

    /// The same by another clock: the demo begins yesterday.
    pub async fn start_with(config: &Config, clock: Arc<dyn Clock>) -> Result<Self> {
        let entropy = Arc::new(OsEntropy);
        let store = SqliteStore::open(&config.data_dir, clock.clone(), &*entropy).await?;
        let store = Arc::new(store);
        let accounts = store.account_count().await?;
        connectors::refuse_to_empty_files(config, accounts)?;
        if accounts == 0 {
            tracing::warn!(
                data_dir = %config.data_dir.display(),
                "the store holds no account: right for a new site, else look at data_dir"
            );
        }
        let counters = Arc::new(MemoryCounters::new(store.site_key()));
        let (mail_system, notifier) = connectors::build(config, &clock)?;
        let atlas = open_atlas(&config.geo).await?;
        let engine = Engine::new(EngineParts {
            clock: clock.clone(),
            entropy,
            store,
            counters,
            mail_system,
            mail_queue: connectors::mail_queue(config, &clock),
            mail_agent: connectors::mail_agent(config, &clock),
            notifier,
            atlas: atlas.clone(),
            breached: open_breached(config.breached_file.as_deref())?,
            passkeys: connectors::passkeys(config),
            site: connectors::site_settings(config)?,
        });
        engine.start().await.context("cannot read the store")?;
        let (stop, stopped) = watch::channel(false);
        let doors = config.postfix_policy.as_ref().map(|gate| &gate.doors);
        let doors = doors.into_iter().chain(config.milter.as_ref().map(|gate| &gate.doors));
        let doors = doors.chain(config.auth_policy.as_ref().map(|gate| &gate.doors));
        let listeners = doors.map(|doors| doors.listen.len() + doors.proxied.len()).sum();
        let control = start_control(&config.socket, &engine, stopped.clone()).await?;
        if atlas.is_configured() {
            tokio::spawn(keep_atlas(atlas, clock, stopped.clone()));
        }
        let mut server = Self {
            engine,
            background: BackgroundTasks::default(),
            stop,
            gates: Vec::new(),
            control,
            limits: places::limits(listeners),
            policy_addresses: Vec::new(),
            milter_addresses: Vec::new(),
            auth_policy_addresses: Vec::new(),
            web_addresses: Vec::new(),
        };
        if let Some(gate) = &config.postfix_policy {
            server.start_policy(gate, &stopped).await?;
        }
        if let Some(gate) = &config.milter {
            server.start_milter(gate, &stopped).await?;
        }
        if let Some(log) = &config.mail_log {
            server.start_mail_log(log, &stopped)?;
        }
        if let Some(gate) = &config.auth_policy {
            server.start_auth_policy(gate, &stopped).await?;
        }
        if let Some(web) = &config.web {
            server.start_web(web, &stopped).await?;
        }
        // They write the mail system's files: never those of a server that has the doors already.
        server.background = server.engine.spawn_background();
        Ok(server)
    }

    /// The engine, for whoever runs the server in its own process.
    pub fn engine(&self) -> &Arc<Engine> {
        &self.engine
    }

    async fn start_policy(
        &mut self,
        gate: &PostfixPolicyGate,
        stopped: &watch::Receiver<bool>,
    ) -> Result<()> {
        for (listen, listener) in open_doors(&gate.doors).await? {
            let address = listener.tcp_address();
            self.policy_addresses.extend(address);
            let class = gate.restriction_class.as_deref().map(RestrictionClass::new).transpose()?;
            let (engine, stopped) = (self.engine.clone(), stopped.clone());
            self.gates.push(tokio::spawn(serve_policy(listener, engine, class, self.limits, stopped)));
            tracing::info!(gate = "postfix_policy", %listen, port = address.map(|it| it.port()), "open");
        }
        Ok(())
    }

    async fn start_milter(&mut self, gate: &MilterGate, stopped: &watch::Receiver<bool>) -> Result<()> {
        for (listen, listener) in open_doors(&gate.doors).await? {
            let address = listener.tcp_address();
            self.milter_addresses.extend(address);
            let (engine, stopped) = (self.engine.clone(), stopped.clone());
            self.gates.push(tokio::spawn(serve_milter(listener, engine, self.limits, stopped)));
            tracing::info!(gate = "milter", %listen, port = address.map(|it| it.port()), "open");
        }
        Ok(())
    }

    fn start_mail_log(&mut self, log: &MailLog, stopped: &watch::Receiver<bool>) -> Result<()> {
        for path in &log.sockets {
            make_folder_of(path)?;
            let door = DatagramDoor::open(path, MAIL_LOG_SOCKET_MODE)?;
            let serving = serve_mail_log_socket(door, self.engine.clone(), stopped.clone());
            self.gates.push(tokio::spawn(serving));
            tracing::info!(gate = "mail_log", socket = %path.display(), "open");
        }
        for path in &log.files {
            let serving = serve_mail_log_file(path.clone(), self.engine.clone(), stopped.clone());
            self.gates.push(tokio::spawn(serving));
        }
        Ok(())
    }

    async fn start_auth_policy(
        &mut self,
        gate: &AuthPolicyGate,
        stopped: &watch::Receiver<bool>,
    ) -> Result<()> {
        for (listen, listener) in open_doors(&gate.doors).await? {
            let address = listener.tcp_address();
            self.auth_policy_addresses.extend(address);
            let credential = Some(Credential::new(API_KEY_HEADER, &gate.api_key)?);
            let management = self.management(gate)?;
            let access = AuthPolicyAccess { credential, management };
            let (engine, stopped) = (self.engine.clone(), stopped.clone());
            let limits = self.limits;
            self.gates.push(tokio::spawn(serve_auth_policy(listener, engine, access, limits, stopped)));
            tracing::info!(gate = "auth_policy", %listen, port = address.map(|it| it.port()), "open");
        }
        Ok(())
    }

    async fn start_web(&mut self, web: &Web, stopped: &watch::Receiver<bool>) -> Result<()> {
        let state = PublicState {
            engine: self.engine.clone(),
            trusted_proxies: web.trusted_proxies.clone().into(),
            admin_from: web.admin_from.clone().map(Into::into),
        };
        for (listen, listener) in web_listeners(web).await? {
            let address = listener.tcp_address();
            self.web_addresses.extend(address);
            let limits = public::Limits::default();
            let router = public::router(state.clone(), limits);
            self.gates.push(tokio::spawn(public::serve_public(listener, router, limits, stopped.clone())));
            tracing::info!(gate = "web", %listen, port = address.map(|it| it.port()), "open");
        }
        Ok(())
    }

    /// What scripts of weakforced's times may do, when a key for it is configured.
    fn management(&self, gate: &AuthPolicyGate) -> Result<Option<Management>> {
        let Some(key) = &gate.management_key else { return Ok(None) };
        Ok(Some(Management {
            credential: Credential::new(API_KEY_HEADER, key)?,
            actor: MANAGEMENT_ACTOR.to_owned(),
            manages: Arc::new(EngineLists::new(self.engine.clone())),
        }))
    }

    /// Closes the gates, answers what is in flight, saves what is in memory.
    pub async fn stop(self) -> Result<()> {
        let _nobody_left = self.stop.send(true);
        for gate in self.gates {
            gate.await.context("a gate failed while it was closing")?;
        }
        if tokio::time::timeout(CONTROL_FINISH, self.control).await.is_err() {
            tracing::warn!("an open request of the control socket was given up");
        }
        self.engine.stop(self.background).await.context("cannot save everything")
    }
}

/// `postern serve`: until SIGTERM or SIGINT; a second one ends at once.
pub fn serve(config_path: &Path) -> Result<()> {
    let config = Config::load(config_path)?;
    start_log(&config.log);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut terminate = signal(SignalKind::terminate())?;
        let mut interrupt = signal(SignalKind::interrupt())?;
        let server = Server::start(&config).await?;
        tell_what_is_observed(server.engine());
        tracing::info!(version = env!("CARGO_PKG_VERSION"), pid = std::process::id(), "serving");
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("stopping");
        tokio::select! {
            stopped = server.stop() => stopped?,
            _ = terminate.recv() => anyhow::bail!("told twice to stop: ended at once"),
            _ = interrupt.recv() => anyhow::bail!("told twice to stop: ended at once"),
        }
        tracing::info!("stopped");
        Ok(())
    })
}

/// Whoever reads the log of a start should not believe in a protection that does not act yet.
fn tell_what_is_observed(engine: &Engine) {
    let observed = engine.observed_now();
    if let Some(until) = observed.sending_until {
        let to_enforce = "postern policy set outbound.observe_until_unix_s 0 --reason …";
        tracing::warn!(until = %When::from(until).rfc3339, to_enforce, "sending is only observed");
    }
    if observed.sign_in {
        let to_enforce = "postern policy set sign_in.observe_only 0 --reason …";
        tracing::warn!(to_enforce, "signing in is only observed");
    }
}

fn start_log(log: &Log) {
    use tracing_subscriber::EnvFilter;
    // The configuration allows five words, and each is a filter.
    let filter = EnvFilter::try_new(&log.level).unwrap_or_else(|_| EnvFilter::new("info"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // An embedding test may have a log already; that one stays.
    let _already = match log.format {
        LogFormat::Text => builder.with_ansi(false).try_init(),
        LogFormat::Json => builder.json().flatten_event(true).try_init(),
    };
}

/// Every socket of a gate, the direct ones first.
async fn open_doors(doors: &Doors) -> Result<Vec<(&Listen, Listener)>> {
    let proxies = TrustedProxies::new(doors.proxies.iter().copied());
    let mut open = Vec::with_capacity(doors.listen.len() + doors.proxied.len());
    for listen in &doors.listen {
        open.push((listen, bind(listen).await?));
    }
    for listen in &doors.proxied {
        open.push((listen, bind(listen).await?.behind(proxies.clone())));
    }
    Ok(open)
}

/// The filter of breached passwords, if the site has one.
fn open_breached(path: Option<&Path>) -> Result<Arc<dyn BreachedList>> {
    let Some(path) = path else { return Ok(Arc::new(NoBreachedList)) };
    let filter = BreachedFile::open(path).with_context(|| format!("cannot use {}", path.display()))?;
    tracing::info!(path = %path.display(), entries = filter.entries(), "filter of breached passwords open");
    Ok(Arc::new(filter))
}

/// Reads the databases of places beside the runtime: they may be large.
async fn open_atlas(files: &AtlasFiles) -> Result<Arc<MmdbAtlas>> {
    let files = files.clone();
    let atlas = tokio::task::spawn_blocking(move || MmdbAtlas::open(&files)).await;
    Ok(Arc::new(atlas.context("reading the databases of places failed")?))
}

/// Looks for an update of the databases of places now and then, until the server stops.
async fn keep_atlas(atlas: Arc<MmdbAtlas>, clock: Arc<dyn Clock>, mut stopped: watch::Receiver<bool>) {
    loop {
        tokio::select! {
            () = clock.sleep(ATLAS_EVERY) => {}
            _ = stopped.wait_for(|stop| *stop) => return,
        }
        let atlas = atlas.clone();
        if let Err(error) = tokio::task::spawn_blocking(move || atlas.refresh()).await {
            tracing::error!(%error, "the databases of places are not looked at");
        }
    }
}

async fn bind(listen: &Listen) -> Result<Listener> {
    match listen {
        Listen::Tcp(address) => {
            Listener::tcp(*address).await.with_context(|| format!("cannot listen on {address}"))
        }
        Listen::Unix(path) => {
            make_folder_of(path)?;
            Ok(Listener::unix(path, GATE_SOCKET_MODE)?)
        }
    }
}

async fn start_control(
    path: &Path,
    engine: &Arc<Engine>,
    mut stopped: watch::Receiver<bool>,
) -> Result<JoinHandle<()>> {
    make_folder_of(path)?;
    let socket = ControlSocket::bind(path).await?;
    let engine = engine.clone();
    tracing::info!(path = %path.display(), "control socket open");
    Ok(tokio::spawn(async move {
        // An error here means that the sender is gone, which also means to stop.
        let until_stopped = async move { drop(stopped.wait_for(|stop| *stop).await) };
        if let Err(error) = serve_control(socket, engine, until_stopped).await {
            tracing::error!(%error, "control socket failed");
        }
    }))
}

/// `/run` is empty after every boot, so the folder of a socket may have to be made again.
fn make_folder_of(socket: &Path) -> Result<()> {
    let Some(folder) = socket.parent() else { return Ok(()) };
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))
}

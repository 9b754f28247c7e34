//! The demonstration: one command, a real server, a day with attackers.
//!
//! It starts the server that `serve` starts, with a temporary store and free ports, gives the sample
//! organisation a history of a month and an ordinary yesterday, plays today through the gates' sockets, and keeps serving. With `--once`
//! it ends by itself, with exit code 0 only if every step behaved.

mod clock;
mod history;
mod organisation;
mod stopwatch;
mod story;
mod teller;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result};
use postern_core::account::Role;
use postern_core::admin::LinkUse;
use postern_core::command::Asker;
use postern_core::reach::Reach;
use postern_core::restriction::Actor;
use postern_core::time::Span;
use postern_core::token::Scope;
use postern_engine::Engine;
use postern_engine::programs::NewToken;
use postern_engine::queries::Found;
use postern_text::key;
use tempfile::TempDir;
use tokio::signal::unix::{SignalKind, signal};

use self::clock::MovedClock;
use self::organisation::MEMBERS;
use self::story::Stage;
use self::teller::Teller;
use crate::config::Config;
use crate::wiring::{Server, SystemClock};

/// What the demonstration is asked to do.
#[derive(Clone, Debug, clap::Args)]
pub struct DemoArgs {
    /// End by itself; exit code 0 only if every step behaved
    #[arg(long)]
    pub once: bool,
    /// Switch one rule off, to see that the story notices
    #[arg(long, value_name = "RULE")]
    pub without_rule: Option<ShownRule>,
}

/// A rule whose work the story shows, so that a step misbehaves without it.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub enum ShownRule {
    /// New recipients in an hour
    #[value(name = "novel_hour_rule")]
    NovelHour,
    /// Locks of sign-in
    #[value(name = "lock_rule")]
    Lock,
    /// Blocks of sources
    #[value(name = "source_rule")]
    Source,
}

impl ShownRule {
    /// The policy value that switches it off.
    fn switched_off(self) -> (String, String) {
        let (name, value) = match self {
            ShownRule::NovelHour => ("outbound.novel_hour_rule", "0"),
            ShownRule::Lock => ("sign_in.lanes_observe_only", "1"),
            ShownRule::Source => ("sign_in.sources_observe_only", "1"),
        };
        (name.to_owned(), value.to_owned())
    }
}

/// How long before now the ordinary day was: a familiar place needs more than an hour, a day's counters more
/// than a day.
const YESTERDAY: Span = Span::from_hours(30);

/// Runs it.
pub fn run(arguments: DemoArgs) -> ExitCode {
    let played = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("cannot start")
        .and_then(|runtime| runtime.block_on(play(&arguments)));
    match played {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            crate::cli::out::talk(&format!("postern: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

/// Whether every step behaved.
async fn play(arguments: &DemoArgs) -> Result<bool> {
    let folder = tempfile::Builder::new().prefix("postern-demo-").tempdir()?;
    let clock = Arc::new(MovedClock::new(Arc::new(SystemClock), history::begins()));
    let api_key = new_api_key();
    let config = config(&folder, &api_key)?;
    let server = Server::start_with(&config, clock.clone()).await?;
    let stage = Stage {
        auth_policy: *server.auth_policy_addresses.first().context("the gate has an address")?,
        postfix_policy: *server.policy_addresses.first().context("the gate has an address")?,
        api_key,
        control_socket: config.socket.clone(),
    };
    let mut teller = Teller::new(crate::language::of_terminal(|name| std::env::var(name).ok()));
    tell_where(&teller, &stage);
    settle_in(server.engine()).await?;
    history::play(&stage, server.engine(), &clock).await?;
    switch_off(server.engine(), arguments).await?;
    teller.aside(key::DEMO_HISTORY, &[("count", history::DAYS.unsigned_abs().into())]);
    clock.move_to(YESTERDAY);
    story::ordinary_day(&stage).await?;
    clock.move_to(Span::ZERO);
    teller.aside(key::DEMO_YESTERDAY, &[("count", (MEMBERS.len() as u64).into())]);
    story::today(&stage, &mut teller).await?;
    tell_the_end(&teller);
    if !arguments.once {
        tell_how_to_enter(&teller, server.engine()).await?;
        tell_how_to_look_around(&teller, &stage.control_socket)?;
        told_to_stop().await?;
    }
    server.stop().await?;
    Ok(teller.misbehaved() == 0)
}

/// Ctrl-C, a polite kill, or a terminal that was closed: each time the folder has to go.
async fn told_to_stop() -> Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut hangup = signal(SignalKind::hangup())?;
    tokio::select! {
        pressed = tokio::signal::ctrl_c() => pressed?,
        _ = terminate.recv() => {}
        _ = hangup.recv() => {}
    }
    Ok(())
}

fn root(note: &str) -> Asker {
    Asker {
        actor: Actor::LocalRoot("demo".to_owned()),
        roles: Role::ALL.to_vec(),
        reach: Reach::ALL_DOMAINS,
        note: note.to_owned(),
    }
}

/// The accounts.
async fn settle_in(engine: &Arc<Engine>) -> Result<()> {
    engine.loaded().await;
    for made in engine.create_accounts(organisation::new_accounts(engine.names())?, root("")).await? {
        made?;
    }
    Ok(())
}

/// The rule that is to be missing from today's story.
async fn switch_off(engine: &Arc<Engine>, arguments: &DemoArgs) -> Result<()> {
    if let Some(rule) = arguments.without_rule {
        engine.set_policies(vec![rule.switched_off()], root("switched off for this demonstration")).await?;
    }
    Ok(())
}

fn tell_where(teller: &Teller, stage: &Stage) {
    teller.aside(key::DEMO_OPENING, &[]);
    teller.aside(key::DEMO_LISTENING, &[]);
    let (dovecot, postfix) = (stage.auth_policy.to_string(), stage.postfix_policy.to_string());
    teller.say(key::DEMO_GATE_DOVECOT, &[("address", dovecot.as_str().into())]);
    teller.say(key::DEMO_GATE_POSTFIX, &[("address", postfix.as_str().into())]);
}

fn tell_the_end(teller: &Teller) {
    teller.pause();
    match teller.misbehaved() {
        0 => teller.aside(key::DEMO_ALL_BEHAVED, &[]),
        count => teller.aside(key::DEMO_SOME_MISBEHAVED, &[("count", u64::from(count).into())]),
    }
}

/// The admin centre, with a link that signs the sample admin in, and the API, with a token.
async fn tell_how_to_enter(teller: &Teller, engine: &Arc<Engine>) -> Result<()> {
    let admin =
        MEMBERS.iter().find(|member| member.roles.contains(&Role::GlobalAdmin)).context("an admin")?;
    let Found::One(account) = engine.find(admin.address).await? else { anyhow::bail!("the admin is gone") };
    let link = engine.invite_admin(account.id, LinkUse::SignIn, root("the demonstration")).await?.link;
    teller.pause();
    teller.aside(key::DEMO_ADMIN_CENTRE, &[("name", admin.display_name.into())]);
    teller.quote(&link);
    let ends = Some(engine.now_shown().plus(Span::from_days(1)));
    let new = NewToken {
        name: "demonstration".to_owned(),
        scopes: vec![Scope::ActAsResponder],
        reach: Reach::ALL_DOMAINS,
        ends,
    };
    let token = engine.add_token(new, root("the demonstration")).await?.text;
    let url = engine.site().public_url.clone().unwrap_or_default();
    teller.aside(key::DEMO_API, &[]);
    teller.quote(&format!("curl -s {url}/api/v1/restrictions -H \"Authorization: Bearer {token}\""));
    Ok(())
}

/// A port of this machine that nobody listens on at the moment.
fn free_port() -> Result<u16> {
    Ok(std::net::TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

fn tell_how_to_look_around(teller: &Teller, socket: &Path) -> Result<()> {
    let program = std::env::current_exe()?;
    let postern = format!("{} --socket {}", program.display(), socket.display());
    teller.pause();
    teller.aside(key::DEMO_LOOK_AROUND, &[]);
    for command in [
        "user list",
        "why anna",
        "why rob",
        "signin list",
        "restricted list",
        "signin unlock anna --reason \"Anna called\"",
        "audit list",
        "health",
    ] {
        teller.command(&format!("{postern} {command}"));
    }
    teller.pause();
    teller.aside(key::DEMO_STOP, &[]);
    Ok(())
}

/// The configuration that a user would write, on free ports and in a temporary folder.
fn config(folder: &TempDir, api_key: &str) -> Result<Config> {
    // Known beforehand, so that the page of connections says where each gate really is.
    let (policy_port, auth_port, web_port) = (free_port()?, free_port()?, free_port()?);
    let at = |name: &str| -> PathBuf { folder.path().join(name) };
    let text = format!(
        r#"
data_dir = {data:?}

[site]
default_domain = "contoso.example"
own_domains = ["contoso.example", "contoso.com"]
plus_delimiter = "+"
time_zone = "UTC"
help_url = "https://mail.contoso.example/why"

[control]
socket = {socket:?}

[gates.postfix_policy]
listen = ["127.0.0.1:{policy_port}", "unix:{policy}"]
restriction_class = "postern_open"

[gates.auth_policy]
listen = ["127.0.0.1:{auth_port}"]
api_key = "{api_key}"

[web]
listen = ["127.0.0.1:{web_port}"]
public_url = "http://localhost:{web_port}"

[log]
level = "error"
"#,
        data = at("data"),
        socket = at("control.sock"),
        policy = at("policy.sock").display(),
    );
    let config = Config::parse(&text);
    let config = config.map_err(|problems| anyhow::anyhow!("the demo's own configuration: {problems:?}"))?;
    Ok(Config { is_sample: true, ..config })
}

fn new_api_key() -> String {
    use postern_engine::ports::Entropy;
    let mut bytes = [0; 16];
    crate::wiring::OsEntropy.fill(&mut bytes);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

//! The site that is measured: a prepared store of many accounts with history, and the real engine over it.
//!
//! [`prepare`] makes the store by living a day of it, ten days ago: every account writes to its eight recipients and
//! signs in from its own source, through the engine and in virtual time. The accounts themselves are committed
//! in bulk. [`serve`] is what the product wires, without the mail system's files and without mail to admins:
//! neither is on a gate's path.

use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use async_trait::async_trait;
use postern_core::account::{Account, AccountKind, Language};
use postern_core::effect::Point;
use postern_core::event::Event;
use postern_core::ids::{AccountId, EventId, RestrictionId};
use postern_core::name::{AccountName, NameRules};
use postern_core::reach::Reach;
use postern_core::restriction::{Actor, Entity, Origin, Reason, Restriction, RestrictionKind};
use postern_core::time::{Span, Timestamp};
use postern_engine::ask::{PolicyAsk, SignInAsk, SignInReport};
use postern_engine::ports::store::EVENTS_PER_CHANGE_MAX;
use postern_engine::ports::{
    Change, Clock, Entropy, ExportError, MailSystem, Notice, Notifier, OwnerLetter, SendingExport,
    SignInExport, Store,
};
use postern_engine::ports::{NoAtlas, NoBreachedList, NoMailAgent, NoMailQueue, NoPasskeys};
use postern_engine::{Engine, EngineParts, SiteSettings};
use postern_store::SqliteStore;
use postern_store::counters::MemoryCounters;

use super::child::{Doors, Held};
use super::requests::{
    RECIPIENTS_PER_ACCOUNT, RIGHT_PWHASH, account_address, account_recipient, account_source,
};
use super::servers::serve_gates;
use crate::clock::{VirtualClock, WallClock};
use crate::entropy::SeededEntropy;

/// So many accounts, the last ones, are restricted: a bad week of a large site.
pub const RESTRICTED: u32 = 1_000;
/// History is this old: past the longest window of unfamiliar sign-ins, within every memory.
const HISTORY_AGE: Span = Span::from_days(10);
/// The busiest Zipf account sends thousands of mails a second, and what is measured is mail that may go. A lock
/// outlasts the longest flood.
const POLICY: [(&str, &str); 4] = [
    ("outbound.cap_hour", "1000000"),
    ("outbound.cap_day", "1000000"),
    ("sign_in.first_lock_s", "3600"),
    ("sign_in.familiar_lock_max_s", "3600"),
];

/// Fills the store in `folder` with `accounts` accounts (more than [`RESTRICTED`]) and their history.
///
/// # Errors
/// When the store fails.
pub async fn prepare(folder: &Path, accounts: u32) -> anyhow::Result<()> {
    let then = WallClock.now().minus(HISTORY_AGE);
    let clock = Arc::new(VirtualClock::at(then));
    let entropy = Arc::new(SeededEntropy::new(1));
    let store = Arc::new(SqliteStore::open(folder, clock.clone(), entropy.as_ref()).await?);
    let numbers: Vec<u32> = (0..accounts).collect();
    for chunk in numbers.chunks(EVENTS_PER_CHANGE_MAX) {
        let created = |number: &u32| Event::AccountCreated(account(*number, then));
        store.commit(change(chunk.iter().map(created), &entropy, then)).await?;
    }
    let restricted = numbers.iter().rev().take(RESTRICTED as usize);
    let started = |number: &u32| Event::RestrictionStarted(restriction(*number, then));
    store.commit(change(restricted.map(started), &entropy, then)).await?;
    let values = POLICY.map(|(name, value)| (name.to_owned(), value.to_owned()));
    store.save_policies(values.to_vec(), change(std::iter::empty(), &entropy, then)).await?;
    let engine = engine(store, clock, entropy);
    engine.start().await?;
    let tasks = engine.spawn_background();
    engine.loaded().await;
    for number in 0..accounts - RESTRICTED {
        live_a_day(&engine, number).await;
    }
    engine.stop(tasks).await?;
    Ok(())
}

/// Serves the site of `folder` on free ports (and on `unix`), for ever. `ready` is told once the gates answer; `says`
/// what is to be said on standard output: `loaded` once every name and all history are in memory, and what is
/// [held](Held) for each line that comes in on standard input.
///
/// # Errors
/// When the store or a port cannot be opened.
pub async fn serve(
    folder: &Path,
    unix: Option<&Path>,
    ready: impl FnOnce(&Doors),
    says: impl Fn(String) + Clone + Send + 'static,
) -> anyhow::Result<()> {
    let entropy = Arc::new(SeededEntropy::new(2));
    let store = Arc::new(SqliteStore::open(folder, Arc::new(WallClock), entropy.as_ref()).await?);
    let engine = engine(store, Arc::new(WallClock), entropy);
    engine.start().await.context("read the store")?;
    let _running = engine.spawn_background();
    let (waiting, says_loaded) = (engine.clone(), says.clone());
    tokio::spawn(async move {
        waiting.loaded().await;
        let vitals = waiting.vitals();
        let counters = vitals.counters;
        says_loaded(format!(
            "loaded {} names, {} sign-in and {} sending records, {} sources, {} MiB of counters",
            vitals.names,
            counters.sign_in_accounts,
            counters.sending_accounts,
            counters.sources,
            counters.bytes >> 20
        ));
    });
    let asked = engine.clone();
    std::thread::spawn(move || {
        for _ in std::io::stdin().lines().map_while(Result::ok) {
            let vitals = asked.vitals();
            let counters = vitals.counters;
            let held = Held {
                sources: counters.sources as u64,
                bytes: counters.bytes as u64,
                gave_way: counters.gave_way,
                decisions_lost: vitals.decisions_lost,
            };
            says(held.line());
        }
    });
    serve_gates(engine, unix, ready).await
}

/// Everything that [`prepare`] did for one account's history.
async fn live_a_day(engine: &Engine, number: u32) {
    let (address, source) = (account_address(number), account_source(number));
    for which in 0..RECIPIENTS_PER_ACCOUNT {
        let recipient = account_recipient(number, which);
        engine.policy_asked(&PolicyAsk {
            protocol_state: "RCPT",
            sasl_username: &address,
            sender: &address,
            recipient: &recipient,
            client_address: &source,
            ..PolicyAsk::default()
        });
    }
    let before = SignInAsk {
        login: &address,
        remote: &source,
        pwhash: RIGHT_PWHASH,
        protocol: "imap",
        mechanism: "PLAIN",
        ..SignInAsk::default()
    };
    let after = SignInAsk { phase: "after", ..before };
    engine.sign_in_asked(&before).await;
    engine.sign_in_asked(&after).await;
    engine.sign_in_reported(&SignInReport { ask: after, success: true, ..SignInReport::default() });
}

fn engine(store: Arc<SqliteStore>, clock: Arc<dyn Clock>, entropy: Arc<SeededEntropy>) -> Arc<Engine> {
    Engine::new(EngineParts {
        clock,
        entropy,
        counters: Arc::new(MemoryCounters::new(store.site_key())),
        store,
        mail_system: Arc::new(NoMailSystem),
        mail_queue: Arc::new(NoMailQueue),
        mail_agent: Arc::new(NoMailAgent),
        notifier: Arc::new(NoMailSystem),
        atlas: Arc::new(NoAtlas),
        breached: Arc::new(NoBreachedList),
        passkeys: Arc::new(NoPasskeys),
        site: SiteSettings {
            configured: postern_engine::configured::Configured::default(),
            names: NameRules {
                default_domain: Some("contoso.example".to_owned()),
                plus_delimiter: Some('+'),
            },
            own_domains: vec!["contoso.example".to_owned(), "contoso.com".to_owned()],
            help_url: "https://mail.contoso.example/why".to_owned(),
            public_url: None,
            contact: postern_engine::engine::Contact::default(),
            reporters: postern_engine::sending::TrustedReporters::default(),
            spam_header: None,
            time_zone: jiff::tz::TimeZone::UTC,
            admin_language: Language::En,
            nat64: postern_core::address::Nat64Prefix::WELL_KNOWN.parse().ok(),
            holds_queue_of_restricted: false,
            password_words: Arc::default(),
            connections: postern_engine::connections::ConnectionSettings::default(),
        },
    })
}

fn change(events: impl Iterator<Item = Event>, entropy: &SeededEntropy, at: Timestamp) -> Change {
    let events = events.map(|event| (EventId::from_random(entropy.next_u64()), event)).collect();
    Change { at, actor: Actor::Rule, note: String::new(), events, effects: Vec::new(), passwords: Vec::new() }
}

/// Numbers spread as far apart as random ids.
const fn spread(number: u32) -> u64 {
    (number as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

fn account(number: u32, created: Timestamp) -> Account {
    Account {
        id: AccountId::from_random(spread(number)),
        primary: AccountName::from_canonical(account_address(number)),
        aliases: Vec::new(),
        display_name: String::new(),
        language: Language::En,
        kind: AccountKind::Person,
        roles: Vec::new(),
        reach: Reach::ALL_DOMAINS,
        groups: Vec::new(),
        is_gate_only: true,
        created,
    }
}

fn restriction(number: u32, since: Timestamp) -> Restriction {
    Restriction {
        id: RestrictionId::from_random(spread(number)),
        entity: Entity::Account(AccountId::from_random(spread(number))),
        kind: RestrictionKind::SendingRestricted,
        reason: Reason::NovelRecipientsHour { count: 31, limit: 30 },
        evidence: Vec::new(),
        since,
        until: None,
        origin: Origin::Rule,
        actor: Actor::Rule,
    }
}

/// Reaches nothing.
struct NoMailSystem;

#[async_trait]
impl MailSystem for NoMailSystem {
    fn reaches(&self, _point: Point) -> bool {
        false
    }

    async fn export_sign_in(&self, _accounts: Vec<SignInExport>) -> Result<(), ExportError> {
        Err(ExportError::NotConfigured)
    }

    async fn export_all_sending(&self, _restricted: Vec<SendingExport>) -> Result<(), ExportError> {
        Err(ExportError::NotConfigured)
    }

    async fn export_sending(&self, _account: SendingExport) -> Result<(), ExportError> {
        Err(ExportError::NotConfigured)
    }
}

#[async_trait]
impl Notifier for NoMailSystem {
    fn is_configured(&self) -> bool {
        false
    }

    async fn notify_admins(&self, _notice: Notice) -> Result<(), ExportError> {
        Err(ExportError::NotConfigured)
    }

    async fn write_to_owner(&self, _letter: OwnerLetter) -> Result<(), ExportError> {
        Err(ExportError::NotConfigured)
    }
}

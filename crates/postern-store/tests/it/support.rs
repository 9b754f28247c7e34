//! A store in a folder of its own, and short ways to write accounts, restrictions and changes.

use std::future::Future;
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use postern_core::account::{Account, AccountKind, Language, Role};
use postern_core::effect::Effect;
use postern_core::event::{EndedRestriction, Event};
use postern_core::ids::{AccountId, EffectId, EventId, RestrictionId};
use postern_core::name::AccountName;
use postern_core::reach::Reach;
use postern_core::restriction::{Actor, Entity, Origin, Reason, Restriction, RestrictionKind};
use postern_core::time::{Span, Timestamp};
use postern_engine::ports::{Change, Clock, Entropy, Store};
use postern_store::SqliteStore;

/// Real time: a store waits for real locks.
pub struct RealClock;

impl Clock for RealClock {
    #[expect(clippy::disallowed_methods, reason = "this is the port's implementation for these tests")]
    fn now(&self) -> Timestamp {
        let since_1970 = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .expect("the clock of this machine is past 1970");
        Timestamp::from_unix_micros(i64::try_from(since_1970.as_micros()).expect("before the year 294 000"))
    }

    fn elapsed(&self) -> Span {
        // Nobody sets the clock while this runs.
        self.now().since(Timestamp::default())
    }

    #[expect(clippy::disallowed_methods, reason = "this is the port's implementation for these tests")]
    fn sleep(&self, span: Span) -> Pin<Box<dyn Future<Output = ()> + Send + 'static>> {
        Box::pin(tokio::time::sleep(std::time::Duration::from_micros(span.as_micros().cast_unsigned())))
    }
}

/// Bytes that count up from a seed: the store only has to keep them.
pub struct Counting(pub u8);

impl Entropy for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        for (position, byte) in bytes.iter_mut().enumerate() {
            *byte = self.0.wrapping_add(u8::try_from(position % 256).expect("below 256"));
        }
    }
}

/// The store in `folder`.
pub async fn open(folder: &Path) -> SqliteStore {
    SqliteStore::open(folder, Arc::new(RealClock), &Counting(7)).await.expect("a store in a private folder")
}

/// A new store and the folder that goes with it.
pub async fn fresh() -> (SqliteStore, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a private folder");
    let store = open(&folder.path().join("store")).await;
    (store, folder)
}

/// Somebody's own connection to a file of the store of [`fresh`].
pub async fn shell(folder: &tempfile::TempDir, file: &str) -> sqlx::SqliteConnection {
    let path = folder.path().join("store").join(file);
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path);
    sqlx::ConnectOptions::connect(&options).await.expect("a connection beside the store")
}

static NEXT_ID: AtomicU64 = AtomicU64::new(1);

pub fn next() -> u64 {
    // Spread over the 50 bits as random ids are, and different for every call.
    NEXT_ID.fetch_add(1, Ordering::Relaxed).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

pub fn account_id() -> AccountId {
    AccountId::from_random(next())
}

pub fn event_id() -> EventId {
    EventId::from_random(next())
}

pub fn effect_id() -> EffectId {
    EffectId::from_random(next())
}

pub fn name(text: &str) -> AccountName {
    AccountName::from_canonical(text.to_owned())
}

pub fn at(second: i64) -> Timestamp {
    Timestamp::from_unix_s(second)
}

/// A person with this address.
pub fn person(primary: &str) -> Account {
    Account {
        id: account_id(),
        primary: name(primary),
        aliases: Vec::new(),
        display_name: String::new(),
        language: Language::En,
        kind: AccountKind::Person,
        roles: Vec::<Role>::new(),
        reach: Reach::ALL_DOMAINS,
        groups: Vec::new(),
        is_gate_only: false,
        created: at(1),
    }
}

/// Sending of an account is restricted since a second.
pub fn restricted(account: AccountId, since_s: i64) -> Restriction {
    Restriction {
        id: RestrictionId::from_random(next()),
        entity: Entity::Account(account),
        kind: RestrictionKind::SendingRestricted,
        reason: Reason::NovelRecipientsHour { count: 31, limit: 30 },
        evidence: Vec::new(),
        since: at(since_s),
        until: None,
        origin: Origin::Rule,
        actor: Actor::Rule,
    }
}

pub fn released(restriction: &Restriction) -> Event {
    Event::RestrictionReleased(EndedRestriction {
        id: restriction.id,
        account: restriction.account(),
        network: restriction.entity.network(),
        kind: restriction.kind,
    })
}

/// A change by root at a second, with fresh ids for its audit rows.
pub fn change(second: i64, events: impl IntoIterator<Item = Event>) -> Change {
    Change {
        at: at(second),
        actor: Actor::LocalRoot("root".to_owned()),
        note: "as asked".to_owned(),
        events: events.into_iter().map(|event| (event_id(), event)).collect(),
        effects: Vec::new(),
        passwords: Vec::new(),
    }
}

pub fn with_effects(mut change: Change, effects: impl IntoIterator<Item = Effect>) -> Change {
    change.effects.extend(effects.into_iter().map(|effect| (effect_id(), effect)));
    change
}

/// A new account in the store.
pub async fn create(store: &dyn Store, account: &Account) {
    store.commit(change(1, [Event::AccountCreated(account.clone())])).await.expect("a new account");
}

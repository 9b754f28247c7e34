//! How fast the store starts with a million accounts, and how many commits it does a second.
//!
//! `cargo run --release -p postern-store --example start_with_a_million [accounts]` fills a private folder and
//! prints what took how long. It measures; it does not judge (docs/performance.md has the figures and the bars).

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Instant;

use futures_util::future::{join_all, try_join_all};
use postern_core::account::{Account, AccountKind, Language};
use postern_core::effect::Effect;
use postern_core::event::Event;
use postern_core::ids::{AccountId, EffectId, EventId, RestrictionId};
use postern_core::name::AccountName;
use postern_core::reach::Reach;
use postern_core::restriction::{Actor, Entity, Origin, Reason, Restriction, RestrictionKind};
use postern_core::time::{Span, Timestamp};
use postern_engine::ports::store::EVENTS_PER_CHANGE_MAX;
use postern_engine::ports::{AccountPage, Change, Clock, Entropy, JournalEntry, JournalKey, Store};
use postern_store::SqliteStore;

/// One account in a hundred carries an open restriction: far more than a bad day.
const ACCOUNTS_PER_RESTRICTION: u64 = 100;
/// Changes of an import that share a commit.
const IMPORT_IN_FLIGHT: usize = 50;
/// Bytes of a typical account's record in the journal.
const RECORD_BYTES: usize = 400;
/// Records journalled at once, as the engine does every 200 ms under load.
const RECORDS_AT_ONCE: u64 = 10_000;
/// Records read at once at start.
const JOURNAL_PAGE: u32 = 20_000;
/// Commits measured per number in flight.
const COMMITS: u64 = 5_000;

type Failure = Box<dyn std::error::Error>;

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let accounts: u64 = match std::env::args().nth(1) {
        Some(given) => given.parse()?,
        None => 1_000_000,
    };
    let folder = tempfile::tempdir()?;
    let store = open(&folder).await?;
    store.start(at(1)).await?;
    report("import", accounts, fill(&store, accounts)).await?;
    report("restrict", accounts / ACCOUNTS_PER_RESTRICTION, restrict(&store, accounts)).await?;
    report("journal", accounts, journal(&store, accounts)).await?;
    report("journal again", accounts, journal(&store, accounts)).await?;
    store.stop(at(2)).await?;
    start(&folder).await?;
    let store = open(&folder).await?;
    let mut next = 1 << 40;
    for in_flight in [1, 50, 200] {
        let before = store.written().groups;
        let label = format!("commit, {in_flight} in flight");
        report(&label, COMMITS, commits(&store, in_flight, &mut next)).await?;
        say(&format!("  in {} groups", store.written().groups - before));
    }
    store.stop(at(5)).await?;
    Ok(())
}

/// What a server does between its own start and open gates, and after that.
async fn start(folder: &tempfile::TempDir) -> Result<(), Failure> {
    let store = report("open", 1, open(folder)).await?;
    let state = report("start", 1, async { Ok(store.start(at(3)).await?) }).await?;
    say(&format!("  {} open restrictions", state.open.len()));
    let names = report("name index", 1, async { Ok(store.name_index().await?) }).await?;
    say(&format!("  {} names", names.len()));
    let history = async {
        let (mut after, mut entries, mut bytes) = (None, 0, 0);
        loop {
            let (page, next) = store.counters(after, JOURNAL_PAGE).await?;
            entries += page.len();
            bytes += page.iter().map(|entry| entry.bytes.len()).sum::<usize>();
            match next {
                Some(_) => after = next,
                None => return Ok((entries, bytes)),
            }
        }
    };
    let (entries, bytes) = report("history", 1, history).await?;
    say(&format!("  {entries} records, {bytes} bytes"));
    for search in ["user77", "er123456", "nobody at all", "x"] {
        let page = AccountPage { search: search.to_owned(), limit: 50, ..Default::default() };
        let label = format!("search {search:?}");
        let found = report(&label, 1, async { Ok(store.accounts(&page).await?) }).await?;
        say(&format!("  {} found", found.len()));
    }
    report("count", 1, async { Ok(store.account_count().await?) }).await?;
    store.stop(at(4)).await?;
    Ok(())
}

async fn open(folder: &tempfile::TempDir) -> Result<SqliteStore, Failure> {
    Ok(SqliteStore::open(folder.path(), Arc::new(RealTime), &Counting).await?)
}

async fn fill(store: &SqliteStore, accounts: u64) -> Result<(), Failure> {
    let numbers: Vec<u64> = (1..=accounts).collect();
    let changes = numbers.chunks(EVENTS_PER_CHANGE_MAX).map(|chunk| {
        let mut creation = change(chunk[0]);
        for &number in chunk {
            let account = person(number);
            creation.effects.push((EffectId::from_random(spread(number)), Effect::ExportSignIn(account.id)));
            creation.passwords.push((account.id, format!("{{ARGON2ID}}$argon2id$v=19$m=19456{number:060}")));
            creation.events.push((EventId::from_random(spread(number)), Event::AccountCreated(account)));
        }
        creation
    });
    // Ids are random, so every change touches pages all over the file: shared commits write each page once.
    let mut changes = changes.peekable();
    while changes.peek().is_some() {
        let together: Vec<_> = changes.by_ref().take(IMPORT_IN_FLIGHT).map(|it| store.commit(it)).collect();
        try_join_all(together).await?;
    }
    Ok(())
}

async fn restrict(store: &SqliteStore, accounts: u64) -> Result<(), Failure> {
    let restricted =
        (1..=accounts / ACCOUNTS_PER_RESTRICTION).map(|number| number * ACCOUNTS_PER_RESTRICTION);
    for chunk in restricted.collect::<Vec<_>>().chunks(200) {
        try_join_all(chunk.iter().map(|&number| store.commit(restriction(number, (1 << 41) + number))))
            .await?;
    }
    Ok(())
}

async fn journal(store: &SqliteStore, accounts: u64) -> Result<(), Failure> {
    for first in (1..=accounts).step_by(usize::try_from(RECORDS_AT_ONCE)?) {
        let last = accounts.min(first + RECORDS_AT_ONCE - 1);
        let entries = (first..=last).map(|number| JournalEntry {
            key: JournalKey::SignIn(person_id(number)),
            bytes: vec![number.to_le_bytes()[0]; RECORD_BYTES],
        });
        store.save_counters(entries.collect(), at(1)).await?;
    }
    Ok(())
}

/// Restrictions of [`COMMITS`] accounts, so many of them at once.
async fn commits(store: &SqliteStore, in_flight: u64, next: &mut u64) -> Result<(), Failure> {
    let first = *next;
    *next += COMMITS;
    let lanes = (0..in_flight).map(|lane| async move {
        for number in (first + lane..first + COMMITS).step_by(usize::try_from(in_flight).unwrap_or(1)) {
            let account = 1 + (number - first);
            store.commit(restriction(account, number)).await?;
        }
        Ok::<_, Failure>(())
    });
    join_all(lanes).await.into_iter().collect()
}

fn restriction(account: u64, unique: u64) -> Change {
    let account = person_id(account);
    let restriction = Restriction {
        id: RestrictionId::from_random(spread(unique)),
        entity: Entity::Account(account),
        kind: RestrictionKind::SendingRestricted,
        reason: Reason::NovelRecipientsHour { count: 31, limit: 30 },
        evidence: Vec::new(),
        since: at(5),
        until: None,
        origin: Origin::Rule,
        actor: Actor::Rule,
    };
    let mut change = change(unique);
    change.events = vec![(EventId::from_random(spread(unique)), Event::RestrictionStarted(restriction))];
    change.effects = vec![(EffectId::from_random(spread(unique)), Effect::ExportSending(account))];
    change
}

fn change(second: u64) -> Change {
    Change {
        at: at(i64::try_from(second % (1 << 30)).unwrap_or(0)),
        actor: Actor::Rule,
        note: String::new(),
        events: Vec::new(),
        effects: Vec::new(),
        passwords: Vec::new(),
    }
}

fn person(number: u64) -> Account {
    Account {
        id: person_id(number),
        primary: AccountName::from_canonical(format!("user{number}@contoso.example")),
        aliases: Vec::new(),
        display_name: format!("Usér Number {number}"),
        language: Language::En,
        kind: AccountKind::Person,
        roles: Vec::new(),
        reach: Reach::ALL_DOMAINS,
        groups: Vec::new(),
        is_gate_only: false,
        created: at(1),
    }
}

fn person_id(number: u64) -> AccountId {
    AccountId::from_random(spread(number))
}

/// Different for every number, and as far apart as random ids.
const fn spread(number: u64) -> u64 {
    number.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

const fn at(second: i64) -> Timestamp {
    Timestamp::from_unix_s(second)
}

async fn report<T>(
    label: &str,
    count: u64,
    work: impl Future<Output = Result<T, Failure>>,
) -> Result<T, Failure> {
    let begun = now();
    let done = work.await?;
    let seconds = now().duration_since(begun).as_secs_f64();
    let rate = if count > 1 { format!("{:>10.0}/s", count as f64 / seconds) } else { String::new() };
    say(&format!("{label:<24} {seconds:>8.3} s {rate}"));
    Ok(done)
}

#[expect(clippy::print_stdout, reason = "an example that prints what it measured")]
fn say(line: &str) {
    println!("{line}");
}

#[expect(clippy::disallowed_methods, reason = "it measures real time")]
fn now() -> Instant {
    Instant::now()
}

struct RealTime;

impl Clock for RealTime {
    #[expect(clippy::disallowed_methods, reason = "it measures real time")]
    fn now(&self) -> Timestamp {
        let since_1970 = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        let micros = since_1970.map_or(0, |since| since.as_micros());
        Timestamp::from_unix_micros(i64::try_from(micros).unwrap_or(i64::MAX))
    }

    fn elapsed(&self) -> Span {
        // Nobody sets the clock while this runs.
        self.now().since(Timestamp::default())
    }

    #[expect(clippy::disallowed_methods, reason = "it measures real time")]
    fn sleep(&self, span: Span) -> Pin<Box<dyn Future<Output = ()> + Send + 'static>> {
        Box::pin(tokio::time::sleep(std::time::Duration::from_micros(span.as_micros().cast_unsigned())))
    }
}

/// The site key needs no secrecy here.
struct Counting;

impl Entropy for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.iter_mut().zip(0..).for_each(|(byte, number)| *byte = number);
    }
}

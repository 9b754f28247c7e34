//! kill -9 at random points: whatever was acknowledged is there, whatever was not is whole or absent.
//!
//! A child process (this test binary again, told by an environment variable) keeps 64 commands in flight and says
//! each acknowledgement on its standard output after `commit` returned. The parent kills it after a number of
//! acknowledgements drawn from the seed, opens the store and compares. Each worker of the child plays the same
//! rounds of four steps, so the parent knows from a number what every row has to be.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use postern_core::account::{Account, Role};
use postern_core::effect::Effect;
use postern_core::event::Event;
use postern_core::ids::{AccountId, EffectId, EventId, RestrictionId};
use postern_core::restriction::{Evidence, EvidenceKind, Restriction};
use postern_engine::ports::{AuditFilter, Change, RestrictionFilter, Store};
use postern_store::SqliteStore;

use crate::support::{at, change, name, open, person, released, restricted};

const WORKERS: u64 = 64;
/// The folder in which the child works.
const CHILD: &str = "POSTERN_CRASH_CHILD";
/// Kills of a normal run, and of a long one.
const SEEDS: u64 = 20;
const SEEDS_LONG: u64 = 500;

/// The ids of a step: which worker, which step, which of its rows.
fn id(worker: u64, step: u64, row: u64) -> u64 {
    1 + worker + (step << 8) + (row << 40)
}

fn account_of(worker: u64, step: u64) -> Account {
    let round = step / 4;
    Account {
        id: AccountId::from_random(id(worker, round * 4, 7)),
        ..person(&format!("w{worker}.r{round}@contoso.example"))
    }
}

fn restriction_of(worker: u64, step: u64) -> Restriction {
    let round = step / 4;
    let id = RestrictionId::from_random(id(worker, round * 4, 6));
    Restriction { id, ..restricted(account_of(worker, step).id, 5) }
}

/// Created, promoted and restricted, password reset, released: two events and an effect each.
fn step(worker: u64, step: u64) -> Change {
    let account = account_of(worker, step);
    let restriction = restriction_of(worker, step);
    let evidence = Evidence {
        kind: EvidenceKind::UnfamiliarSource,
        points: 1,
        at: at(1),
        source: None,
        count: u32::try_from(step).expect("few steps"),
        region: None,
    };
    let seen = Event::EvidenceSeen { account: account.id, evidence };
    let promoted = Account { roles: vec![Role::Helpdesk], ..account.clone() };
    let mut passwords = Vec::new();
    let alias = name(&format!("alias.{}", account.primary));
    let events = match step % 4 {
        0 => {
            passwords.push((account.id, "first".to_owned()));
            [Event::AccountCreated(account.clone()), seen]
        }
        1 => [Event::ProfileChanged { after: promoted }, Event::RestrictionStarted(restriction)],
        2 => {
            passwords.push((account.id, "second".to_owned()));
            [Event::PasswordSet { account: account.id }, seen]
        }
        _ => [released(&restriction), Event::AliasAdded { account: account.id, alias }],
    };
    let mut change = change(i64::try_from(step).expect("few steps"), events);
    for (row, (event_id, _)) in change.events.iter_mut().enumerate() {
        *event_id = EventId::from_random(id(worker, step, row as u64));
    }
    change.effects = vec![(EffectId::from_random(id(worker, step, 3)), Effect::ExportSignIn(account.id))];
    change.passwords = passwords;
    change
}

/// The child. In an ordinary run there is nothing to do here.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn crash_child() {
    let Some(folder) = std::env::var_os(CHILD) else { return };
    let store = std::sync::Arc::new(open(Path::new(&folder)).await);
    store.start(at(1)).await.expect("start");
    let workers = (0..WORKERS).map(|worker| {
        let store = std::sync::Arc::clone(&store);
        tokio::spawn(async move {
            for number in 0.. {
                store.commit(step(worker, number)).await.expect("nobody else is here");
                // One write call per line, so that no half of a line is ever seen.
                let line = format!("\nack {worker} {number}\n");
                std::io::stdout().lock().write_all(line.as_bytes()).expect("the parent reads");
            }
        })
    });
    for worker in workers.collect::<Vec<_>>() {
        worker.await.expect("a worker never ends");
    }
}

/// Runs the child in `folder`, kills it after `acks_max` acknowledgements; how many each worker was told.
fn run_and_kill(folder: &Path, acks_max: usize) -> HashMap<u64, u64> {
    let mut child = Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "crash::crash_child", "--nocapture", "--test-threads=1"])
        .env(CHILD, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the child starts");
    let mut told = HashMap::new();
    let mut acks = 0;
    for line in BufReader::new(child.stdout.take().expect("piped")).lines() {
        let line = line.expect("a line");
        let Some(ack) = line.strip_prefix("ack ") else { continue };
        let (worker, number) = ack.split_once(' ').expect("two numbers");
        let number: u64 = number.parse().expect("a number");
        let count = told.entry(worker.parse().expect("a number")).or_insert(0);
        assert_eq!(*count, number, "each worker goes step by step");
        *count += 1;
        acks += 1;
        if acks == acks_max {
            // SIGKILL. What it had written to the pipe by then is still read by this loop.
            child.kill().expect("killed");
        }
    }
    assert!(acks >= acks_max, "the child ended by itself after {acks} acknowledgements");
    child.wait().expect("it is gone");
    told
}

/// How many steps of a worker are in the store: what it was told, or one more that was in flight.
async fn steps_of(store: &SqliteStore, worker: u64, told: u64) -> u64 {
    let mut rows = 0;
    for round in 0..=told / 4 {
        let account = Some(account_of(worker, round * 4).id);
        let filter = AuditFilter { account, limit: 100, ..Default::default() };
        rows += store.audit(&filter).await.expect("audit").len() as u64;
    }
    assert_eq!(rows % 2, 0, "worker {worker}: half of a change");
    let steps = rows / 2;
    assert!(steps == told || steps == told + 1, "worker {worker} was told {told} and has {steps} steps");
    steps
}

/// Every row of the worker's rounds says what `steps` steps make of it.
async fn check_rows(store: &SqliteStore, worker: u64, steps: u64) {
    for round in 0..steps.div_ceil(4) {
        let first = round * 4;
        let done = (steps - first).min(4);
        let id = account_of(worker, first).id;
        let account = store.account(id).await.expect("read").expect("acknowledged");
        assert_eq!(account.roles.len(), usize::from(done >= 2), "the change of roles");
        assert_eq!(account.aliases.len(), usize::from(done >= 4), "the alias");
        let credential = store.credential(id).await.expect("read").expect("acknowledged");
        assert_eq!(credential.password_hash.as_deref(), Some(if done >= 3 { "second" } else { "first" }));
        let filter =
            RestrictionFilter { account: Some(id), with_ended: true, limit: 9, ..Default::default() };
        let restrictions = store.restrictions(&filter).await.expect("a list");
        assert_eq!(restrictions.len(), usize::from(done >= 2), "the restriction");
        let ended = restrictions.iter().filter(|row| row.ended.is_some()).count();
        assert_eq!(ended, usize::from(done >= 4), "its release");
    }
}

async fn kill_and_check(seed: u64) {
    let folder = tempfile::tempdir().expect("a private folder");
    // SplitMix64's finaliser: neighbouring seeds give unrelated numbers.
    let mixed = (seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ (seed << 31)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let acks_max = 1 + usize::try_from((mixed >> 32) % 700).expect("below 700");
    let told = run_and_kill(folder.path(), acks_max);

    let store = open(folder.path()).await;
    assert!(store.start(at(9)).await.expect("start").stopped_uncleanly, "seed {seed}");
    let mut total = 0;
    for worker in 0..WORKERS {
        let steps = steps_of(&store, worker, told.get(&worker).copied().unwrap_or(0)).await;
        check_rows(&store, worker, steps).await;
        total += steps;
    }
    let due = store.due_effects(at(i64::MAX), u32::MAX).await.expect("due");
    assert_eq!(due.len() as u64, total, "seed {seed}: one effect per change, no more and no fewer");
    store.stop(at(10)).await.expect("a clean stop");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_by_kill_9_at_random_points() {
    let is_long = std::env::var_os("POSTERN_LONG").is_some_and(|value| value == "1");
    for seed in 0..if is_long { SEEDS_LONG } else { SEEDS } {
        kill_and_check(seed).await;
    }
}

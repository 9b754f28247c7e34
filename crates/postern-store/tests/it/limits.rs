//! The edges of the store's limits, and that many changes share few commits.

use futures_util::future::join_all;
use postern_core::event::Event;
use postern_engine::ports::store::EVENTS_PER_CHANGE_MAX;
use postern_engine::ports::{AuditFilter, Change, CommitError, Store};

use crate::support::{at, change, fresh, person, released, restricted, shell};

fn new_accounts(count: usize, domain: &str) -> Change {
    change(1, (0..count).map(|number| Event::AccountCreated(person(&format!("user{number}@{domain}")))))
}

#[tokio::test]
async fn a_change_has_a_thousand_events_and_not_one_more() {
    let (store, _folder) = fresh().await;
    store.commit(new_accounts(EVENTS_PER_CHANGE_MAX, "a.example")).await.expect("the largest change");
    assert_eq!(store.account_count().await.expect("a count"), 1_000);
    let too_large = new_accounts(EVENTS_PER_CHANGE_MAX + 1, "b.example");
    let refused = store.commit(too_large.clone()).await.expect_err("too large").to_string();
    assert_eq!(refused, "cannot save a change of 1001 events");
    let given_back = store.commit_soon(too_large).expect_err("too large");
    assert_eq!(given_back.events.len(), 1_001);
    assert_eq!(store.account_count().await.expect("a count"), 1_000);
}

#[tokio::test]
async fn four_hundred_changes_at_once_share_a_few_commits() {
    let (store, _folder) = fresh().await;
    let before = store.written();
    let changes = (0..400).map(|number| new_accounts(1, &format!("d{number}.example")));
    for saved in join_all(changes.map(|change| store.commit(change))).await {
        saved.expect("a new account");
    }
    let (groups, items) = (store.written().groups - before.groups, store.written().items - before.items);
    assert_eq!(items, 400);
    assert!((2..=20).contains(&groups), "{groups} commits; a group has at most 200 changes");
}

#[tokio::test]
async fn a_refused_change_does_not_sink_its_group() {
    let (store, _folder) = fresh().await;
    let changes = (0..50).map(|number| match number {
        20 => change(1, [released(&restricted(crate::support::account_id(), 1))]),
        _ => new_accounts(1, &format!("d{number}.example")),
    });
    let results = join_all(changes.map(|change| store.commit(change))).await;
    for (number, result) in results.into_iter().enumerate() {
        match result {
            Ok(()) => assert_ne!(number, 20),
            Err(error) => {
                assert_eq!(number, 20, "{error}");
                assert!(matches!(error, CommitError::RestrictionNotOpen(_)));
            }
        }
    }
    assert_eq!(store.account_count().await.expect("a count"), 49);
}

/// A lock from outside stops the writer, so the queue fills; then the lock goes and everything arrives.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_queue_gives_the_change_back_and_what_it_took_is_saved() {
    /// `SOON_MAX` of the writer.
    const SOON_MAX: usize = 3_000;
    let (store, folder) = fresh().await;
    let mut shell = shell(&folder, "state.db").await;
    sqlx::query("BEGIN IMMEDIATE").execute(&mut shell).await.expect("a lock");
    let soon = |number: usize| change(i64::try_from(number).expect("small"), []);
    let policy = |number: usize| {
        let mut change = soon(number);
        let event =
            Event::PolicyChanged { name: "n".to_owned(), from: "f".to_owned(), to: number.to_string() };
        change.events.push((crate::support::event_id(), event));
        change
    };
    for number in 0..SOON_MAX {
        store.commit_soon(policy(number)).expect("there is room");
    }
    let given_back = store.commit_soon(policy(SOON_MAX)).expect_err("the queue is full");
    assert_eq!(given_back.at, at(3_000), "the very change");
    // A person who acts meanwhile is told, and does not wait for ever.
    let refused = store.commit(policy(SOON_MAX + 1)).await.expect_err("the file is locked");
    assert!(matches!(refused, CommitError::Store(_)), "{refused}");

    sqlx::query("ROLLBACK").execute(&mut shell).await.expect("no lock");
    store.stop(at(9_999)).await.expect("a clean stop, after what waited");
    let saved: i64 =
        sqlx::query_scalar("SELECT count(*) FROM audit").fetch_one(&mut shell).await.expect("rows");
    assert_eq!(usize::try_from(saved).expect("a count"), SOON_MAX);
}

#[tokio::test]
async fn a_page_of_zero_rows_is_empty() {
    let (store, _folder) = fresh().await;
    store.commit(new_accounts(1, "a.example")).await.expect("a new account");
    assert_eq!(store.audit(&AuditFilter::default()).await.expect("audit"), []);
    assert!(store.accounts(&Default::default()).await.expect("accounts").is_empty());
}

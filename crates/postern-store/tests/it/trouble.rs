//! When the machine or somebody with a shell gets in the way.

use postern_core::event::Event;
use postern_engine::ports::{AuditFilter, CommitError, RestrictionFilter, Store, StoreError};
use postern_store::SqliteStore;

use crate::support::{Counting, RealClock, at, change, fresh, person, restricted, shell};

/// What a rule decided outlives a failure of the machine; who waits is told.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_decision_survives_a_locked_file_and_a_person_is_told() {
    let (store, folder) = fresh().await;
    let rob = person("rob@contoso.com");
    store.commit(change(1, [Event::AccountCreated(rob.clone())])).await.expect("a new account");
    let mut shell = shell(&folder, "state.db").await;
    sqlx::query("BEGIN IMMEDIATE").execute(&mut shell).await.expect("a lock");
    let restriction = restricted(rob.id, 2);
    store.commit_soon(change(2, [Event::RestrictionStarted(restriction.clone())])).expect("room");
    let asked = change(3, [Event::AliasAdded { account: rob.id, alias: rob.primary.clone() }]);
    let refused = store.commit(asked.clone()).await.expect_err("the file is locked");
    let CommitError::Store(StoreError::Statement { operation, .. }) = &refused else { panic!("{refused}") };
    assert!(operation.starts_with("save alias_added "), "{operation}");

    sqlx::query("ROLLBACK").execute(&mut shell).await.expect("no lock");
    // The decision is older, so it is written first, with whatever comes next.
    let taken = store.commit(asked).await.expect_err("it is its own name");
    assert!(matches!(taken, CommitError::NameTaken(_)), "the writer works again: {taken}");
    let open = RestrictionFilter { account: Some(rob.id), limit: 9, ..Default::default() };
    assert_eq!(store.restrictions(&open).await.expect("a list").len(), 1);
    let audit = AuditFilter { account: Some(rob.id), limit: 9, ..Default::default() };
    assert_eq!(store.audit(&audit).await.expect("audit").len(), 2);
}

#[tokio::test]
async fn a_code_of_the_future_is_an_error_that_names_the_row() {
    let (store, folder) = fresh().await;
    let rob = person("rob@contoso.com");
    let restriction = restricted(rob.id, 2);
    let events = [Event::AccountCreated(rob.clone()), Event::RestrictionStarted(restriction.clone())];
    store.commit(change(2, events)).await.expect("restricted");
    let mut shell = shell(&folder, "state.db").await;
    let future = r#"UPDATE restriction SET reason = '{"v":1,"code":"moon_phase","args":{}}'"#;
    sqlx::query(future).execute(&mut shell).await.expect("a newer program wrote");
    let message = |error: StoreError| {
        let source = std::error::Error::source(&error).expect("a source").to_string();
        format!("{error}: {source}")
    };
    let expected = format!(
        "cannot read restriction {}: reason \"moon_phase\" is not known to this program",
        restriction.id
    );
    assert_eq!(message(store.start(at(3)).await.expect_err("unknown")), expected);
    let filter = RestrictionFilter { limit: 1, ..Default::default() };
    assert_eq!(message(store.restrictions(&filter).await.expect_err("unknown")), expected);

    sqlx::query("UPDATE account SET roles = '[\"owner\"]'").execute(&mut shell).await.expect("written");
    let expected = format!("cannot read account {}: role \"owner\" is not known to this program", rob.id);
    assert_eq!(message(store.account(rob.id).await.expect_err("unknown")), expected);
}

#[tokio::test]
async fn a_second_server_in_the_same_folder_is_refused() {
    let (_store, folder) = fresh().await;
    let path = folder.path().join("store");
    let clock = std::sync::Arc::new(RealClock);
    let Err(refused) = SqliteStore::open(&path, clock, &Counting(1)).await else { panic!("two servers") };
    let source = std::error::Error::source(&refused).expect("a source").to_string();
    assert_eq!(source, format!("another server uses the folder {}", path.display()));
}

#[tokio::test]
async fn a_file_that_is_not_ours_is_refused_by_its_path() {
    let folder = tempfile::tempdir().expect("a private folder");
    std::fs::write(folder.path().join("state.db"), "a letter to my mother, not a database").expect("written");
    let clock = std::sync::Arc::new(RealClock);
    let Err(refused) = SqliteStore::open(folder.path(), clock, &Counting(1)).await else { panic!("opened") };
    assert_eq!(refused.to_string(), format!("cannot open {}", folder.path().join("state.db").display()));
}

//! What every store must do, whatever it is made of: [`check_store`] takes any, SQLite runs it below.
//!
//! Each part works with accounts of its own, so the parts do not depend on their order.

mod accounts;
mod admins;
mod app_passwords;
mod beside;
mod entries;
mod restrictions;
mod series;

use postern_core::event::Event;
use postern_engine::ports::{CommitError, Store};

use crate::support::{at, change, fresh, open, person, restricted, shell};

#[tokio::test]
async fn the_sqlite_store_keeps_the_contract() {
    let (store, _folder) = fresh().await;
    check_store(&store).await;
    store.stop(at(9)).await.expect("a clean stop");
}

/// The contract of the port.
pub async fn check_store(store: &dyn Store) {
    accounts::accounts_read_back(store).await;
    accounts::names_are_unique_and_follow_the_account(store).await;
    accounts::passwords_travel_beside_their_events(store).await;
    accounts::a_deleted_account_leaves_only_its_audit(store).await;
    admins::what_an_admin_can_show_reads_back(store).await;
    app_passwords::app_passwords_are_kept_used_revoked_and_go_with_their_account(store).await;
    restrictions::restrictions_begin_and_end_once(store).await;
    restrictions::a_refused_change_leaves_nothing(store).await;
    restrictions::every_event_has_its_audit_row(store).await;
    restrictions::the_audit_is_looked_through_by_actor_event_and_time(store).await;
    entries::entries_begin_and_end_once(store).await;
    entries::a_deleted_account_takes_its_pairs_along(store).await;
    beside::effects_wait_until_their_receipts(store).await;
    beside::policies_are_replaced_with_their_audit(store).await;
    beside::the_journal_reads_back_in_pages(store).await;
    beside::decisions_are_listed_newest_first(store).await;
    beside::sign_ins_come_in_pages_and_go_with_their_account(store).await;
    beside::the_last_successes_of_several_accounts_are_told(store).await;
    beside::the_sources_of_an_accounts_sign_ins_are_told_once_each(store).await;
    series::sums_are_added_up_by_bucket_and_forgotten(store).await;
    series::what_several_accounts_did_is_told_together(store).await;
    series::an_accounts_sign_ins_are_told_by_source_and_bucket(store).await;
    series::what_rules_closed_and_people_did_is_told(store).await;
}

#[tokio::test]
async fn everything_is_there_after_a_clean_stop_and_a_start() {
    let (store, folder) = fresh().await;
    let first = store.start(at(1)).await.expect("start");
    assert!(!first.stopped_uncleanly, "a new store has crashed never");
    assert_eq!(first.last_alive, None);
    let rob = person("rob@contoso.com");
    let restriction = restricted(rob.id, 2);
    let events = [Event::AccountCreated(rob.clone()), Event::RestrictionStarted(restriction.clone())];
    store.commit_soon(change(2, events)).expect("the queue is empty");
    store.stop(at(3)).await.expect("a clean stop");
    assert!(matches!(store.commit(change(4, [])).await, Err(CommitError::Store(_))), "it takes nothing more");

    let store = open(&folder.path().join("store")).await;
    let second = store.start(at(5)).await.expect("start");
    assert!(!second.stopped_uncleanly);
    assert_eq!(second.last_alive, Some(at(3)));
    assert_eq!(second.site_key, first.site_key);
    assert_eq!(second.open, [restriction]);
    assert_eq!(store.account(rob.id).await.expect("read"), Some(rob));
    assert!(store.start(at(6)).await.expect("start").stopped_uncleanly, "it runs, so it has not stopped");
    store.stop(at(7)).await.expect("a clean stop");
}

#[tokio::test]
async fn an_audit_row_cannot_be_changed_or_deleted_by_anybody() {
    let (store, folder) = fresh().await;
    let creation = change(1, [Event::AccountCreated(person("rob@contoso.com"))]);
    store.commit(creation).await.expect("a new account");
    store.stop(at(2)).await.expect("a clean stop");
    let mut shell = shell(&folder, "state.db").await;
    for text in ["UPDATE audit SET note = 'nothing'", "DELETE FROM audit", "UPDATE audit SET seq = seq + 1"] {
        let refused = sqlx::query(text).execute(&mut shell).await.expect_err("refused").to_string();
        assert!(refused.contains("audit rows are never"), "{refused}");
    }
}

//! The part of the contract about what pictures are made of: sums, and the few rows that a picture shows one by one.
//!
//! The site's sums are everybody's, so its time lies where no other part of the contract has anything.

use postern_core::event::Event;
use postern_core::restriction::{Actor, Entity, Origin, Restriction, RestrictionKind};
use postern_core::time::{Span, Timestamp};
use postern_engine::ports::series::{
    Frame, RuleStarts, STRANGE_PLACE, SourceFailures, SourceSuccess, Tallies, Tally,
};
use postern_engine::ports::{DecisionRow, Store};

use crate::support::{account_id, at, change, create, person, restricted};

/// 2026-11-21 00:00 UTC and some minutes after it.
fn minute(number: i64) -> Timestamp {
    at(1_795_219_200 + number * 60)
}

/// The hour from midnight, in six buckets of ten minutes.
fn hour() -> Frame {
    Frame::until(minute(59), Span::from_minutes(10), 6)
}

fn failed(sign_ins_failed: u64) -> Tally {
    Tally { sign_ins_failed, ..Tally::default() }
}

pub async fn sums_are_added_up_by_bucket_and_forgotten(store: &dyn Store) {
    let (rob, eva) = (account_id(), account_id());
    let all = Tally {
        signed_in: 1,
        sign_ins_failed: 2,
        sign_ins_refused: 3,
        recipients_permitted: 4,
        recipients_novel: 5,
        recipients_refused: 6,
    };
    let first = Tallies {
        site: vec![
            (minute(0), all),
            (minute(9), failed(1)),
            (minute(10), failed(1)),
            (minute(-1), failed(9)),
        ],
        accounts: vec![(rob, minute(0), all), (rob, minute(50), failed(1)), (eva, minute(0), failed(7))],
    };
    store.save_tallies(first.clone()).await.expect("saved");
    store.save_tallies(first).await.expect("added");

    let mut doubled = all;
    doubled.add(&all);
    let site = store.site_series(&hour()).await.expect("the site's");
    let mut of_first = doubled;
    of_first.add(&failed(2));
    assert_eq!(site, [of_first, failed(2), failed(0), failed(0), failed(0), failed(0)]);
    assert_eq!(store.site_since(minute(9)).await.expect("since"), failed(4));
    assert_eq!(store.site_since(minute(9).plus(Span::from_s(59))).await.expect("since"), failed(4));
    assert_eq!(store.site_since(minute(11)).await.expect("since"), failed(0));

    let of_rob = store.account_series(rob, &hour()).await.expect("rob's");
    let without_successes = Tally { signed_in: 0, ..doubled };
    assert_eq!(of_rob, [without_successes, failed(0), failed(0), failed(0), failed(0), failed(2)]);
    let longer = Frame::until(minute(59), Span::from_minutes(30), 2);
    assert_eq!(store.account_series(eva, &longer).await.expect("eva's"), [failed(14), failed(0)]);
    assert_eq!(store.account_series(account_id(), &longer).await.expect("nobody's"), [failed(0); 2]);

    store.forget_tallies(minute(10)).await.expect("forgotten");
    let kept = store.site_series(&hour()).await.expect("the site's");
    assert_eq!((kept[0], kept[1]), (failed(0), failed(2)));
    let kept = store.account_series(rob, &hour()).await.expect("rob's");
    assert_eq!((kept[0], kept[5]), (failed(0), failed(2)));
    store.erase_history(rob).await.expect("erased");
    assert_eq!(store.account_series(rob, &hour()).await.expect("rob's"), [failed(0); 6]);
}

pub async fn what_several_accounts_did_is_told_together(store: &dyn Store) {
    let (rob, eva, idle) = (account_id(), account_id(), account_id());
    let tallies = Tallies {
        site: Vec::new(),
        accounts: vec![
            (rob, minute(0), failed(1)),
            (rob, minute(10), failed(2)),
            (rob, minute(20), failed(4)),
            (eva, minute(0), failed(8)),
        ],
    };
    store.save_tallies(tallies).await.expect("saved");
    let mut told = store.accounts_since(&[rob, eva, idle], minute(19)).await.expect("sums");
    told.sort_by_key(|(_, sum)| sum.sign_ins_failed);
    assert_eq!(told, [(rob, failed(6))], "from the slot that holds the minute");
    let mut told = store.accounts_since(&[rob, eva, idle], minute(0)).await.expect("sums");
    told.sort_by_key(|(_, sum)| sum.sign_ins_failed);
    assert_eq!(told, [(rob, failed(7)), (eva, failed(8))]);
    assert_eq!(store.accounts_since(&[], minute(0)).await.expect("sums"), []);
}

pub async fn an_accounts_sign_ins_are_told_by_source_and_bucket(store: &dyn Store) {
    let account = account_id();
    let row = |number: i64, verdict: &'static str, source: &str| DecisionRow {
        at: minute(number),
        gate: "auth_policy",
        account: Some(account),
        name: None,
        source: Some(source.to_owned()),
        verdict,
        reasons: String::new(),
        weight: 1,
        since: None,
        attempt: None,
    };
    let (home, lagos) = ("198.51.100.20", "203.0.113.66");
    let strange = format!("{{{STRANGE_PLACE}}}");
    let rows = vec![
        row(-1, "wrong_password", lagos),
        row(1, "wrong_password", lagos),
        row(2, "same_wrong_password", lagos),
        row(3, "refuse", lagos),
        row(4, "would_refuse", lagos),
        row(11, "previous_password", home),
        DecisionRow { account: Some(account_id()), ..row(11, "wrong_password", home) },
        DecisionRow { gate: "postfix_policy", ..row(12, "refuse", home) },
        DecisionRow { weight: 12, since: Some(minute(14)), ..row(20, "success", home) },
        row(21, "success", home),
        DecisionRow { reasons: strange, ..row(22, "success", lagos) },
        row(40, "success", home),
        row(60, "success", home),
    ];
    store.save_decisions(rows).await.expect("logged");

    let mut failures = store.failures_by_source(account, &hour(), 100).await.expect("failures");
    failures.sort_by_key(|failures| (failures.bucket, failures.is_refused));
    let told = |source: &str, bucket, is_refused, count| SourceFailures {
        source: Some(source.to_owned()),
        bucket,
        is_refused,
        count,
    };
    assert_eq!(failures, [told(lagos, 0, false, 2), told(lagos, 0, true, 1), told(home, 1, false, 1)]);
    let newest = store.failures_by_source(account, &hour(), 5).await.expect("failures");
    assert_eq!(newest, [told(home, 1, false, 1)], "of five rows one is a failure");

    let success = |at, source: &str, count, is_strange| SourceSuccess {
        at,
        source: Some(source.to_owned()),
        count,
        is_strange,
    };
    let successes = store.successes_by_source(account, &hour(), 100).await.expect("successes");
    let expected = [
        success(minute(22), lagos, 1, true),
        success(minute(40), home, 1, false),
        success(minute(14), home, 13, false),
    ];
    assert_eq!(successes, expected);
    let one = store.successes_by_source(account, &hour(), 1).await.expect("successes");
    assert_eq!(one, expected[..1]);
}

pub async fn what_rules_closed_and_people_did_is_told(store: &dyn Store) {
    let rob = person("rob@pictures.example");
    create(store, &rob).await;
    let since = |number: i64| minute(number).unix_micros() / 1_000_000;
    let by_rule = |number| restricted(rob.id, since(number));
    let lock = Restriction { kind: RestrictionKind::SignInLocked, ..by_rule(2) };
    let by_person = Restriction {
        kind: RestrictionKind::SignInBlocked,
        origin: Origin::Person,
        actor: Actor::LocalRoot("root".to_owned()),
        ..by_rule(3)
    };
    let of_network = Restriction {
        entity: Entity::Network("192.0.2.0/24".parse().expect("a network")),
        kind: RestrictionKind::AddressBlock,
        ..by_rule(4)
    };
    let starts = [by_rule(1), by_rule(5), lock, by_person, of_network, by_rule(60)];
    let mut started = change(since(1), starts.map(Event::RestrictionStarted));
    started.actor = Actor::Rule;
    store.commit(started).await.expect("started");
    let told = |kind, number, count| RuleStarts { bucket: 0, kind, at: minute(number), count };
    let expected =
        [told(RestrictionKind::SendingRestricted, 1, 2), told(RestrictionKind::SignInLocked, 2, 1)];
    assert_eq!(store.rule_starts(&hour(), 100).await.expect("told"), expected);
    let newest = store.rule_starts(&hour(), 1).await.expect("told");
    assert_eq!(newest, [told(RestrictionKind::SendingRestricted, 5, 1)]);

    let anna = account_id();
    for (number, actor) in
        [(7, Actor::Person(anna)), (8, Actor::Timer), (9, Actor::Program("scanner".to_owned()))]
    {
        let mut set = change(since(number), [Event::PasswordSet { account: rob.id }]);
        set.actor = actor;
        set.passwords.push((rob.id, "{ARGON2ID}x".to_owned()));
        store.commit(set).await.expect("set");
    }
    let acts = async |account, limit| {
        let rows = store.acts(account, &hour(), limit).await.expect("acts");
        rows.into_iter().map(|row| (row.at, row.actor, row.code, row.account)).collect::<Vec<_>>()
    };
    let did = |number, actor| (minute(number), actor, "password_set".to_owned(), Some(rob.id));
    let expected = [did(9, Actor::Program("scanner".to_owned())), did(7, Actor::Person(anna))];
    assert_eq!(acts(Some(rob.id), 9).await, expected);
    assert_eq!(acts(Some(rob.id), 1).await, expected[..1]);
    assert_eq!(acts(None, 9).await, expected);
    assert_eq!(acts(Some(anna), 9).await, []);
}

//! The part of the contract about restrictions and the audit.

use postern_core::account::Account;
use postern_core::effect::Effect;
use postern_core::event::{EndedRestriction, Event, EventKind};
use postern_core::ids::AccountId;
use postern_core::restriction::{
    Actor, Entity, Evidence, EvidenceKind, Origin, Reason, Restriction, RestrictionKind,
};
use postern_core::time::Timestamp;
use postern_engine::ports::{AuditBy, AuditFilter, Change, CommitError, RestrictionFilter, Store};

use crate::support::{account_id, at, change, create, name, person, released, restricted, with_effects};

fn full_restriction(account: AccountId) -> Restriction {
    Restriction {
        kind: RestrictionKind::SignInLocked,
        reason: Reason::ByPerson { note: "phoned; \"stolen\"\nlaptop".to_owned() },
        evidence: vec![Evidence {
            kind: EvidenceKind::WrongPasswords,
            points: 30,
            at: Timestamp::from_unix_micros(1_234_567),
            source: Some("2001:db8:7::/48".parse().expect("a network")),
            count: 10,
            region: None,
        }],
        until: Some(at(4_000_000_000)),
        origin: Origin::Api,
        actor: Actor::Person(account),
        ..restricted(account, 20)
    }
}

pub async fn restrictions_begin_and_end_once(store: &dyn Store) {
    let rob = Account { display_name: "Rob Young".to_owned(), ..person("rob@e.example") };
    create(store, &rob).await;
    let full = full_restriction(rob.id);
    let plain = restricted(rob.id, 10);
    let domain = Restriction { entity: Entity::Domain("e.example".to_owned()), ..restricted(rob.id, 30) };
    let network = "198.51.100.0/24".parse().expect("a network");
    let network = Restriction { entity: Entity::Network(network), ..restricted(rob.id, 40) };
    for restriction in [&full, &plain, &domain, &network] {
        let started = Event::RestrictionStarted(restriction.clone());
        store.commit(change(50, [started])).await.expect("started");
    }
    let start = store.start(at(60)).await.expect("start");
    for restriction in [&full, &plain, &domain, &network] {
        assert!(start.open.contains(restriction), "{restriction:?}");
    }
    assert!(start.restricted_names.contains(&(rob.primary.clone(), rob.id)));

    let of_rob = RestrictionFilter { account: Some(rob.id), limit: 10, ..Default::default() };
    let listed = store.restrictions(&of_rob).await.expect("a list");
    assert_eq!(listed.iter().map(|row| &row.restriction).collect::<Vec<_>>(), [&full, &plain]);
    assert_eq!(listed[0].account, Some((rob.primary.clone(), "Rob Young".to_owned())));
    let kinds = vec![RestrictionKind::SendingRestricted, RestrictionKind::SendingSlowed];
    let of_kind = store.restrictions(&RestrictionFilter { kinds, ..of_rob.clone() }).await.expect("a list");
    assert_eq!(of_kind.len(), 1);
    let one = store.restrictions(&RestrictionFilter { limit: 1, ..of_rob.clone() }).await.expect("a list");
    assert_eq!(one[0].restriction.id, full.id, "the newest");
    let search = RestrictionFilter { search: "ROB@é.example".to_owned(), limit: 10, ..Default::default() };
    assert_eq!(store.restrictions(&search).await.expect("a list").len(), 2);

    // Two people press Unblock at the same moment.
    let (first, second) = tokio::join!(
        store.commit(change(70, [released(&plain)])),
        store.commit(change(70, [released(&plain)])),
    );
    assert!(first.is_ok() != second.is_ok(), "exactly one wins: {first:?} {second:?}");
    let lost = first.err().or(second.err()).expect("one lost");
    assert!(matches!(lost, CommitError::RestrictionNotOpen(id) if id == plain.id), "{lost}");

    let ended = RestrictionFilter { id: Some(plain.id), with_ended: true, limit: 1, ..Default::default() };
    let row = store.restrictions(&ended).await.expect("a list").remove(0);
    let root = Actor::LocalRoot("root".to_owned());
    assert_eq!(row.ended, Some((at(70), root, "as asked".to_owned())));
    let open_only = RestrictionFilter { with_ended: false, ..ended };
    assert_eq!(store.restrictions(&open_only).await.expect("a list"), []);
}

pub async fn a_refused_change_leaves_nothing(store: &dyn Store) {
    let rob = person("rob@f.example");
    create(store, &rob).await;
    let kept = restricted(rob.id, 2);
    let gone = restricted(rob.id, 3);
    let alias = Event::AliasAdded { account: rob.id, alias: name("half@f.example") };
    let started = Event::RestrictionStarted(kept.clone());
    let half = with_effects(change(4, [alias, started, released(&gone)]), [Effect::ExportSending(rob.id)]);
    let effect = half.effects[0].0;
    assert!(matches!(store.commit(half).await, Err(CommitError::RestrictionNotOpen(id)) if id == gone.id));
    assert_eq!(store.account(rob.id).await.expect("read"), Some(rob.clone()));
    let filter =
        RestrictionFilter { account: Some(rob.id), with_ended: true, limit: 9, ..Default::default() };
    assert_eq!(store.restrictions(&filter).await.expect("a list"), []);
    let audit = AuditFilter { account: Some(rob.id), limit: 9, ..Default::default() };
    assert_eq!(store.audit(&audit).await.expect("audit").len(), 1, "the creation alone");
    let due = store.due_effects(at(i64::MAX), 1_000).await.expect("due");
    assert!(!due.iter().any(|due| due.id == effect));
}

pub async fn every_event_has_its_audit_row(store: &dyn Store) {
    let rob = person("rob@g.example");
    let (account, primary) = (rob.id, rob.primary.clone());
    let (first, second) = (restricted(account, 3), restricted(account, 4));
    let expired =
        EndedRestriction { id: second.id, account: Some(account), network: None, kind: second.kind };
    let alias = name("alias@g.example");
    let evidence = full_restriction(account).evidence.remove(0);
    let new_name = name("young@g.example");
    let events = vec![
        Event::AccountCreated(rob.clone()),
        Event::ProfileChanged { after: Account { display_name: "R".to_owned(), ..rob.clone() } },
        Event::AliasAdded { account, alias: alias.clone() },
        Event::AliasRemoved { account, alias },
        Event::AccountRenamed { account, from: primary, to: new_name.clone() },
        Event::PasswordSet { account },
        Event::RestrictionStarted(first.clone()),
        Event::RestrictionStarted(second),
        released(&first),
        Event::RestrictionExpired(expired),
        Event::SignInEased { account, until: at(9) },
        Event::EvidenceSeen { account, evidence },
        Event::AccountDeleted { account, primary: new_name.clone() },
    ];
    let codes: Vec<_> = events.iter().map(Event::code).collect();
    let mut all = change(5, events);
    all.passwords.push((account, "{ARGON2ID}x".to_owned()));
    let ids: Vec<_> = all.events.iter().map(|(id, _)| *id).collect();
    store.commit(all).await.expect("every event at once");

    // Page by page, the way a reader of the audit goes.
    let mut rows = Vec::new();
    let mut before = None;
    loop {
        let page = store
            .audit(&AuditFilter { account: Some(account), before, limit: 5, ..Default::default() })
            .await
            .expect("audit");
        let Some(last) = page.last() else { break };
        before = Some((last.at, last.id));
        rows.extend(page);
    }
    rows.reverse();
    assert_eq!(rows.iter().map(|row| row.code.as_str()).collect::<Vec<_>>(), codes);
    assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), ids);
    for row in &rows {
        assert_eq!((row.at, row.account), (at(5), Some(account)));
        assert_eq!(row.actor, Actor::LocalRoot("root".to_owned()));
        assert_eq!(row.note, "as asked");
        assert_eq!(row.account_name.as_ref(), Some(&new_name));
        assert!(row.detail.starts_with('{'), "{}", row.detail);
        assert!(!row.detail.contains("ARGON2ID"), "a hash never gets into the audit");
    }
}

pub async fn the_audit_is_looked_through_by_actor_event_and_time(store: &dyn Store) {
    let rob = person("rob@audit.example");
    create(store, &rob).await;
    let alias =
        |number: u8| Event::AliasAdded { account: rob.id, alias: name(&format!("a{number}@audit.example")) };
    let boss = Actor::Person(account_id());
    let by = |actor: &Actor, second, event| Change { actor: actor.clone(), ..change(second, [event]) };
    let limit = restricted(rob.id, 30);
    for change in [
        by(&boss, 10, alias(1)),
        by(&Actor::Program("import".to_owned()), 20, alias(2)),
        by(&Actor::Rule, 30, Event::RestrictionStarted(limit.clone())),
        by(&boss, 40, released(&limit)),
        by(&Actor::Timer, 50, Event::AliasRemoved { account: rob.id, alias: name("a1@audit.example") }),
    ] {
        store.commit(change).await.expect("saved");
    }
    let of_rob = || AuditFilter { account: Some(rob.id), limit: 9, ..AuditFilter::default() };
    let told = async |filter: AuditFilter| -> Vec<i64> {
        let rows = store.audit(&filter).await.expect("rows");
        rows.iter().map(|row| row.at.unix_s()).collect()
    };
    let since = |since, until| AuditFilter { since: Some(at(since)), until: Some(at(until)), ..of_rob() };
    assert_eq!(told(of_rob()).await, [50, 40, 30, 20, 10, 1]);
    assert_eq!(told(since(20, 40)).await, [30, 20], "until is not included");
    let by = |by| AuditFilter { by: Some(by), ..of_rob() };
    assert_eq!(told(by(AuditBy::PeopleAndPrograms)).await, [40, 20, 10, 1]);
    assert_eq!(told(by(AuditBy::OneOf(vec![boss.clone()]))).await, [40, 10]);
    let two = AuditBy::OneOf(vec![Actor::Rule, boss.clone(), Actor::Program("nobody".to_owned())]);
    assert_eq!(told(by(two.clone())).await, [40, 30, 10]);
    assert_eq!(told(AuditFilter { limit: 2, ..by(two.clone()) }).await, [40, 30]);
    assert_eq!(told(by(AuditBy::OneOf(Vec::new()))).await, [0; 0]);
    let event = AuditFilter { event: Some(EventKind::AliasAdded), ..of_rob() };
    assert_eq!(told(event.clone()).await, [20, 10]);
    assert_eq!(told(AuditFilter { by: Some(two.clone()), ..event }).await, [10]);
    // Of everybody, by those two alone, page by page.
    let mut rows = Vec::new();
    let mut filter =
        AuditFilter { by: Some(two), limit: 1, since: Some(at(10)), until: Some(at(41)), ..of_rob() };
    while let Some(row) = store.audit(&filter).await.expect("a page").pop() {
        filter.before = Some((row.at, row.id));
        rows.push(row);
    }
    assert_eq!(rows.iter().map(|row| row.at.unix_s()).collect::<Vec<_>>(), [40, 30, 10]);
    assert_eq!((&rows[1].reason, &rows[1].evidence), (&Some(limit.reason.clone()), &limit.evidence));
    assert_eq!(rows[0].reason, None);
}

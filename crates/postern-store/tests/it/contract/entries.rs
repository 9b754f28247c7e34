//! The part of the contract about entries of sources, and restrictions of pairs.

use postern_core::event::Event;
use postern_core::ids::EntryId;
use postern_core::restriction::{Actor, Entity, Origin, Restriction, RestrictionKind};
use postern_core::source_entry::{EndedEntry, EntryKind, EntryOn, SourceEntry};
use postern_engine::ports::{AuditFilter, CommitError, RestrictionFilter, Store};

use crate::support::{at, change, create, next, person, restricted};

fn entry(kind: EntryKind, on: EntryOn) -> SourceEntry {
    SourceEntry {
        id: EntryId::from_random(next()),
        kind,
        on,
        note: "the \"office\"\nin Rīga".to_owned(),
        since: at(10),
        until: Some(at(4_000_000_000)),
        origin: Origin::Api,
        actor: Actor::LocalRoot("root".to_owned()),
        is_vouched: matches!(on, EntryOn::AccountAtNetwork { .. }),
    }
}

pub async fn entries_begin_and_end_once(store: &dyn Store) {
    let rob = person("rob@entries.example");
    create(store, &rob).await;
    let network = "2001:db8:7::/48".parse().expect("a network");
    let all = [
        entry(EntryKind::Allowed, EntryOn::Network("198.51.100.0/24".parse().expect("a network"))),
        entry(EntryKind::Shared, EntryOn::Network(network)),
        SourceEntry { until: None, ..entry(EntryKind::Allowed, EntryOn::Account(rob.id)) },
        entry(EntryKind::Allowed, EntryOn::AccountAtNetwork { account: rob.id, network }),
    ];
    store.commit(change(10, all.clone().map(Event::EntryAdded))).await.expect("added");
    let start = store.start(at(20)).await.expect("start");
    for entry in &all {
        assert!(start.entries.contains(entry), "{entry:?}");
    }
    assert!(
        start.restricted_names.contains(&(rob.primary.clone(), rob.id)),
        "a gate has to know whose it is"
    );
    let removed = || Event::EntryRemoved(EndedEntry::from(&all[0]));
    store.commit(change(30, [removed()])).await.expect("ended");
    let again = store.commit(change(31, [removed()])).await;
    assert!(matches!(again, Err(CommitError::EntryNotOpen(id)) if id == all[0].id), "{again:?}");
    let expired = Event::EntryExpired(EndedEntry::from(&all[3]));
    store.commit(change(32, [expired])).await.expect("ended");
    let left = store.start(at(40)).await.expect("start").entries;
    assert!(!left.contains(&all[0]) && left.contains(&all[1]) && !left.contains(&all[3]));
    let of_rob = AuditFilter { account: Some(rob.id), limit: 2, ..Default::default() };
    let codes: Vec<String> =
        store.audit(&of_rob).await.expect("audit").into_iter().map(|row| row.code).collect();
    assert_eq!(codes, ["source_entry_expired", "source_entry_added"]);
}

pub async fn a_deleted_account_takes_its_pairs_along(store: &dyn Store) {
    let rob = person("rob@pairs.example");
    create(store, &rob).await;
    let network = "192.0.2.7".parse().expect("a network");
    let pair = Restriction {
        entity: Entity::AccountAtNetwork { account: rob.id, network },
        kind: RestrictionKind::AddressBlock,
        ..restricted(rob.id, 10)
    };
    let allowed = entry(EntryKind::Allowed, EntryOn::AccountAtNetwork { account: rob.id, network });
    let events = [Event::RestrictionStarted(pair.clone()), Event::EntryAdded(allowed.clone())];
    store.commit(change(10, events)).await.expect("both");
    let of_rob = RestrictionFilter { account: Some(rob.id), limit: 9, ..Default::default() };
    let listed = store.restrictions(&of_rob).await.expect("a list");
    assert_eq!(listed.iter().map(|row| &row.restriction).collect::<Vec<_>>(), [&pair]);
    let deleted = Event::AccountDeleted { account: rob.id, primary: rob.primary.clone() };
    store.commit(change(20, [deleted])).await.expect("deleted");
    let start = store.start(at(30)).await.expect("start");
    assert!(!start.open.contains(&pair) && !start.entries.contains(&allowed));
    let refused = store.commit(change(40, [Event::EntryAdded(entry(EntryKind::Allowed, allowed.on))])).await;
    assert!(matches!(refused, Err(CommitError::NoSuchAccount(id)) if id == rob.id), "{refused:?}");
}

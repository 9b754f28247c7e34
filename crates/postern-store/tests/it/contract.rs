//! What every store must do, whatever it is made of: [`check_store`] takes any, SQLite runs it below.
//!
//! Each part works with accounts of its own, so the parts do not depend on their order.

use postern_core::account::{Account, AccountKind, Language, Role};
use postern_core::effect::{Effect, Point};
use postern_core::event::{EndedRestriction, Event};
use postern_core::restriction::{
    Actor, Entity, Evidence, EvidenceKind, Origin, Reason, Restriction, RestrictionKind,
};
use postern_core::time::{Span, Timestamp};
use postern_engine::engine::hash_name;
use postern_engine::ports::{
    AuditFilter, CommitError, DecisionRow, JournalEntry, JournalKey, Receipt, ReceiptOutcome,
    RestrictionFilter, Store,
};

use crate::support::{
    account_id, at, change, effect_id, fresh, name, open, person, released, restricted, shell, with_effects,
};

#[tokio::test]
async fn the_sqlite_store_keeps_the_contract() {
    let (store, _folder) = fresh().await;
    check_store(&store).await;
    store.stop(at(9)).await.expect("a clean stop");
}

/// The contract of the port.
pub async fn check_store(store: &dyn Store) {
    accounts_read_back(store).await;
    names_are_unique_and_follow_the_account(store).await;
    passwords_travel_beside_their_events(store).await;
    a_deleted_account_leaves_only_its_audit(store).await;
    restrictions_begin_and_end_once(store).await;
    a_refused_change_leaves_nothing(store).await;
    every_event_has_its_audit_row(store).await;
    effects_wait_until_their_receipts(store).await;
    policies_are_replaced_with_their_audit(store).await;
    the_journal_reads_back_in_pages(store).await;
    decisions_are_listed_newest_first(store).await;
}

async fn create(store: &dyn Store, account: &Account) {
    store.commit(change(1, [Event::AccountCreated(account.clone())])).await.expect("a new account");
}

async fn accounts_read_back(store: &dyn Store) {
    let admins_before = store.global_admin_count().await.expect("a count");
    let count_before = store.account_count().await.expect("a count");
    let admin = Account {
        aliases: vec![name("postmaster@a.example"), name("åsa@a.example")],
        display_name: "Åsa \"O'Neil\" %_\\ \u{1F512}".to_owned(),
        language: Language::Sv,
        roles: vec![Role::Helpdesk, Role::GlobalAdmin],
        groups: vec!["it".to_owned(), "söder, väst".to_owned()],
        ..person("asa@a.example")
    };
    let printer = Account { kind: AccountKind::Application, ..person("printer@a.example") };
    let elsewhere =
        Account { is_gate_only: true, kind: AccountKind::SharedMailbox, ..person("info@a.example") };
    for account in [&admin, &printer, &elsewhere] {
        create(store, account).await;
        assert_eq!(store.account(account.id).await.expect("read").as_ref(), Some(account));
        for name in std::iter::once(&account.primary).chain(&account.aliases) {
            assert_eq!(store.account_by_name(name).await.expect("read").as_ref(), Some(account));
        }
    }
    assert_eq!(store.account(account_id()).await.expect("read"), None);
    assert_eq!(store.account_by_name(&name("nobody@a.example")).await.expect("read"), None);
    assert_eq!(store.account_count().await.expect("a count"), count_before + 3);
    assert_eq!(store.global_admin_count().await.expect("a count"), admins_before + 1);
    let special = store.special_accounts().await.expect("special");
    assert!(special.contains(&(printer.id, AccountKind::Application)));
    assert!(special.contains(&(elsewhere.id, AccountKind::SharedMailbox)));
    assert!(!special.iter().any(|(id, _)| *id == admin.id));

    let after = Account {
        display_name: "Åsa".to_owned(),
        language: Language::El,
        kind: AccountKind::SharedMailbox,
        roles: Vec::new(),
        groups: Vec::new(),
        ..admin.clone()
    };
    store.commit(change(2, [Event::ProfileChanged { after: after.clone() }])).await.expect("a new profile");
    assert_eq!(store.account(admin.id).await.expect("read"), Some(after));
    assert_eq!(store.global_admin_count().await.expect("a count"), admins_before);
}

async fn names_are_unique_and_follow_the_account(store: &dyn Store) {
    let (rob, eve) = (person("rob@b.example"), person("eve@b.example"));
    create(store, &rob).await;
    create(store, &eve).await;
    let alias = |alias: &str| Event::AliasAdded { account: rob.id, alias: name(alias) };
    let to = |to: &str| Event::AccountRenamed { account: rob.id, from: rob.primary.clone(), to: name(to) };
    for event in [alias("eve@b.example"), to("eve@b.example"), Event::AccountCreated(person("eve@b.example"))]
    {
        let refused = store.commit(change(2, [event])).await.expect_err("the name is taken");
        assert!(matches!(&refused, CommitError::NameTaken(taken) if *taken == eve.primary), "{refused}");
    }
    // Two new accounts of one change want the same name.
    let twins = [person("twin@b.example"), person("twin@b.example")].map(Event::AccountCreated);
    let refused = store.commit(change(2, twins)).await.expect_err("the name is taken");
    assert!(matches!(&refused, CommitError::NameTaken(taken) if taken.as_str() == "twin@b.example"));

    store.commit(change(3, [alias("robert@b.example")])).await.expect("an alias");
    let keep = Event::AliasAdded { account: rob.id, alias: rob.primary.clone() };
    store.commit(change(4, [to("r.young@b.example"), keep])).await.expect("a new name, the old one kept");
    let found = store.account_by_name(&name("robert@b.example")).await.expect("read").expect("rob");
    assert_eq!(found.primary, name("r.young@b.example"));
    assert_eq!(found.aliases, [name("rob@b.example"), name("robert@b.example")]);

    let less = Event::AliasRemoved { account: rob.id, alias: rob.primary.clone() };
    store.commit(change(5, [less])).await.expect("one name less");
    assert_eq!(store.account_by_name(&rob.primary).await.expect("read"), None);
    create(store, &Account { id: account_id(), ..rob.clone() }).await;

    let key = store.start(at(6)).await.expect("start").site_key;
    let index = store.name_index().await.expect("an index");
    for (name, owner) in [(name("r.young@b.example"), rob.id), (name("robert@b.example"), rob.id)] {
        assert!(index.contains(&(hash_name(&key, &name), owner)), "{name}");
    }
}

async fn passwords_travel_beside_their_events(store: &dyn Store) {
    let rob = Account { aliases: vec![name("r@c.example")], ..person("rob@c.example") };
    let mut creation = change(1, [Event::AccountCreated(rob.clone())]);
    creation.passwords.push((rob.id, "{ARGON2ID}first".to_owned()));
    store.commit(creation).await.expect("a new account");
    let hash = async || store.credential(rob.id).await.expect("read").expect("rob").password_hash;
    assert_eq!(hash().await.as_deref(), Some("{ARGON2ID}first"));

    let mut reset = change(2, [Event::PasswordSet { account: rob.id }]);
    let without = store.commit(reset.clone()).await.expect_err("an event without its password");
    assert!(matches!(without, CommitError::Store(_)));
    assert_eq!(hash().await.as_deref(), Some("{ARGON2ID}first"));
    reset.passwords.push((rob.id, "{ARGON2ID}second".to_owned()));
    store.commit(reset).await.expect("a new password");
    assert_eq!(hash().await.as_deref(), Some("{ARGON2ID}second"));

    let nobody = account_id();
    let mut reset = change(3, [Event::PasswordSet { account: nobody }]);
    reset.passwords.push((nobody, "{ARGON2ID}x".to_owned()));
    assert!(matches!(store.commit(reset).await, Err(CommitError::NoSuchAccount(id)) if id == nobody));
    assert!(store.credential(nobody).await.expect("read").is_none());

    let bare = person("bare@c.example");
    create(store, &bare).await;
    let mut all = Vec::new();
    let mut after = None;
    loop {
        let page = store.credentials(after, 2).await.expect("a page");
        let Some(last) = page.last() else { break };
        after = Some(last.account);
        all.extend(page);
    }
    assert!(all.is_sorted_by_key(|credential| credential.account));
    let of = |account: &Account| all.iter().find(|found| found.account == account.id).expect("exported");
    assert_eq!(of(&rob).names, [rob.primary.clone(), name("r@c.example")]);
    assert_eq!(of(&bare).password_hash, None);
}

async fn a_deleted_account_leaves_only_its_audit(store: &dyn Store) {
    let mut rob = person("rob@d.example");
    rob.roles = vec![Role::GlobalAdmin];
    let mut creation = change(1, [Event::AccountCreated(rob.clone())]);
    creation.passwords.push((rob.id, "{ARGON2ID}x".to_owned()));
    store.commit(creation).await.expect("a new account");
    let admins = store.global_admin_count().await.expect("a count");
    let restriction = restricted(rob.id, 2);
    store.commit(change(2, [Event::RestrictionStarted(restriction.clone())])).await.expect("restricted");
    let gone = Event::AccountDeleted { account: rob.id, primary: rob.primary.clone() };
    store.commit(change(3, [gone.clone()])).await.expect("deleted");

    assert_eq!(store.account(rob.id).await.expect("read"), None);
    assert_eq!(store.account_by_name(&rob.primary).await.expect("read"), None);
    assert!(store.credential(rob.id).await.expect("read").is_none());
    assert_eq!(store.global_admin_count().await.expect("a count"), admins - 1);
    let open = store.start(at(4)).await.expect("start").open;
    assert!(!open.iter().any(|open| open.id == restriction.id), "nobody could release it any more");
    let filter =
        RestrictionFilter { id: Some(restriction.id), with_ended: true, limit: 1, ..Default::default() };
    let row = store.restrictions(&filter).await.expect("read").remove(0);
    assert_eq!(row.account, None);
    assert!(row.ended.is_some());
    let audit = AuditFilter { account: Some(rob.id), limit: 10, ..Default::default() };
    let rows = store.audit(&audit).await.expect("audit");
    assert_eq!(rows.len(), 3);
    assert!(rows.iter().all(|row| row.account_name.as_ref() == Some(&rob.primary)));

    // The name is free again, the id never.
    create(store, &Account { id: account_id(), ..rob.clone() }).await;
    let again = Event::AccountCreated(Account { primary: name("again@d.example"), ..rob.clone() });
    assert!(matches!(store.commit(change(5, [again])).await, Err(CommitError::Store(_))));
    assert!(matches!(store.commit(change(5, [gone])).await, Err(CommitError::NoSuchAccount(_))));
    let late = Event::RestrictionStarted(restricted(rob.id, 6));
    assert!(matches!(store.commit(change(6, [late])).await, Err(CommitError::NoSuchAccount(_))));
}

fn full_restriction(account: postern_core::ids::AccountId) -> Restriction {
    Restriction {
        kind: RestrictionKind::SignInLocked,
        reason: Reason::ByPerson { note: "phoned; \"stolen\"\nlaptop".to_owned() },
        evidence: vec![Evidence {
            kind: EvidenceKind::WrongPasswords,
            points: 30,
            at: Timestamp::from_unix_micros(1_234_567),
            source: Some("2001:db8:7::/48".parse().expect("a network")),
            count: 10,
        }],
        until: Some(at(4_000_000_000)),
        origin: Origin::Api,
        actor: Actor::Person(account),
        ..restricted(account, 20)
    }
}

async fn restrictions_begin_and_end_once(store: &dyn Store) {
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

async fn a_refused_change_leaves_nothing(store: &dyn Store) {
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

async fn every_event_has_its_audit_row(store: &dyn Store) {
    let rob = person("rob@g.example");
    let (account, primary) = (rob.id, rob.primary.clone());
    let (first, second) = (restricted(account, 3), restricted(account, 4));
    let expired = EndedRestriction { id: second.id, account: Some(account), kind: second.kind };
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
        let page =
            store.audit(&AuditFilter { account: Some(account), before, limit: 5 }).await.expect("audit");
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

async fn effects_wait_until_their_receipts(store: &dyn Store) {
    let rob = person("rob@h.example");
    let account = rob.id;
    let restriction = restricted(account, 2);
    let created = change(100, [Event::AccountCreated(rob), Event::RestrictionStarted(restriction.clone())]);
    let notify = Effect::NotifyAdmins { restriction: restriction.id, account };
    let effects = [Effect::ExportSignIn(account), Effect::ExportSending(account), notify];
    let created = with_effects(created, effects.clone());
    let ids: Vec<_> = created.effects.iter().map(|(id, _)| *id).collect();
    store.commit(created).await.expect("three effects");
    let due = async |now: Timestamp| -> Vec<_> {
        let all = store.due_effects(now, 1_000).await.expect("due");
        all.into_iter().filter(|due| ids.contains(&due.id)).map(|due| (due.effect, due.attempts)).collect()
    };
    assert_eq!(due(at(99)).await, []);
    assert_eq!(due(at(100)).await, effects.clone().map(|effect| (effect, 0)));

    let receipt = |position: usize, outcome: ReceiptOutcome, second: i64| Receipt {
        effect: ids[position],
        account,
        point: effects[position].point(),
        at: at(second),
        latency: Span::from_ms(3),
        outcome,
    };
    let failed =
        |retry_at| ReceiptOutcome::Failed { message: "lmdb: \"full\"".to_owned(), retry_at: at(retry_at) };
    let given_up = ReceiptOutcome::GivenUp { message: "no relay".to_owned() };
    let receipts =
        vec![receipt(0, ReceiptOutcome::Done, 101), receipt(1, failed(110), 102), receipt(2, given_up, 103)];
    store.save_receipts(receipts.clone()).await.expect("receipts");
    assert_eq!(due(at(109)).await, []);
    assert_eq!(due(at(110)).await, [(effects[1].clone(), 1)]);
    store.save_receipts(vec![receipt(1, failed(120), 110)]).await.expect("receipts");
    assert_eq!(due(at(120)).await, [(effects[1].clone(), 2)]);
    store.save_receipts(vec![receipt(1, ReceiptOutcome::Done, 120)]).await.expect("receipts");
    assert_eq!(due(at(i64::MAX)).await, []);

    let kept = store.receipts(account, 4).await.expect("receipts");
    let mut newest = vec![receipt(1, ReceiptOutcome::Done, 120), receipt(1, failed(120), 110)];
    newest.extend(receipts.into_iter().rev().take(2));
    assert_eq!(kept, newest);
    let gates = Receipt { effect: effect_id(), point: Point::Gates, ..receipt(0, ReceiptOutcome::Done, 200) };
    store.save_receipts(vec![gates.clone()]).await.expect("a receipt without an effect");
    assert_eq!(store.receipts(account, 1).await.expect("receipts"), [gates]);
}

async fn policies_are_replaced_with_their_audit(store: &dyn Store) {
    let changed = |to: &str| Event::PolicyChanged {
        name: "outbound.cap_hour".to_owned(),
        from: "500".to_owned(),
        to: to.to_owned(),
    };
    let value = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let first = vec![value("outbound.cap_hour", "600"), value("sign_in.observe_only", "1")];
    store.save_policies(first.clone(), change(1, [changed("600")])).await.expect("saved");
    assert_eq!(store.start(at(2)).await.expect("start").policies, first);
    let second = vec![value("outbound.cap_hour", "700")];
    store.save_policies(second.clone(), change(3, [changed("700")])).await.expect("saved");
    let third = change(4, [changed("800"), released(&restricted(account_id(), 1))]);
    store.save_policies(Vec::new(), third).await.expect_err("the change is refused, so the values stay");
    assert_eq!(store.start(at(5)).await.expect("start").policies, second);
    let rows = store.audit(&AuditFilter { limit: 1_000, ..Default::default() }).await.expect("audit");
    assert_eq!(rows.iter().filter(|row| row.code == "policy_changed").count(), 2);
    assert!(rows.is_sorted_by(|newer, older| newer.at >= older.at));
}

async fn the_journal_reads_back_in_pages(store: &dyn Store) {
    let account = account_id();
    let network = "203.0.113.0/24".parse().expect("a network");
    let entry = |key, bytes: &[u8]| JournalEntry { key, bytes: bytes.to_vec() };
    let first = vec![
        entry(JournalKey::SignIn(account), &[1, 0, 255]),
        entry(JournalKey::Sending(account), &[2; 600]),
        entry(JournalKey::Source(network), &[]),
    ];
    store.save_counters(first.clone(), at(10)).await.expect("journalled");
    let again = entry(JournalKey::SignIn(account), &[9, 9]);
    store.save_counters(vec![again.clone()], at(20)).await.expect("journalled");
    assert_eq!(store.start(at(21)).await.expect("start").last_alive, Some(at(20)));

    assert_eq!(read_journal(store).await, [again.clone(), first[1].clone(), first[2].clone()]);
    store.forget_before(at(15)).await.expect("forgotten");
    assert_eq!(read_journal(store).await, [again]);
}

async fn read_journal(store: &dyn Store) -> Vec<JournalEntry> {
    let mut all = Vec::new();
    let mut after = None;
    loop {
        let (page, next) = store.counters(after, 2).await.expect("a page");
        all.extend(page);
        match next {
            Some(_) => after = next,
            None => return all,
        }
    }
}

async fn decisions_are_listed_newest_first(store: &dyn Store) {
    let account = account_id();
    let decision = |second: i64, verdict: &'static str| DecisionRow {
        at: at(second),
        gate: "postfix_policy",
        account: Some(account),
        name: None,
        source: Some("203.0.113.9".to_owned()),
        verdict,
        reasons: r#"{"code":"cap_day","count":1001}"#.to_owned(),
        weight: 3,
    };
    let unknown =
        DecisionRow { account: None, name: Some("who@i.example".to_owned()), ..decision(1, "refuse") };
    let rows = vec![decision(1, "permit"), decision(3, "restrict"), decision(2, "slow"), unknown];
    store.save_decisions(rows).await.expect("logged");
    let newest = [decision(3, "restrict"), decision(2, "slow")];
    assert_eq!(store.decisions(account, 2).await.expect("listed"), newest);
    store.forget_before(at(3)).await.expect("forgotten");
    assert_eq!(store.decisions(account, 9).await.expect("listed"), newest[..1]);
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

//! The part of the contract about accounts, their names and passwords.

use postern_core::account::{Account, AccountKind, Language, Role};
use postern_core::event::Event;
use postern_core::reach::Reach;
use postern_engine::engine::hash_name;
use postern_engine::ports::{AuditFilter, CommitError, RestrictionFilter, Store};

use crate::support::{account_id, at, change, create, name, person, restricted};

pub async fn accounts_read_back(store: &dyn Store) {
    let admins_before = store.global_admin_count().await.expect("a count");
    let count_before = store.account_count().await.expect("a count");
    let admin = Account {
        aliases: vec![name("postmaster@a.example"), name("åsa@a.example")],
        display_name: "Åsa \"O'Neil\" %_\\ \u{1F512}".to_owned(),
        language: Language::Sv,
        roles: vec![Role::Helpdesk, Role::GlobalAdmin],
        reach: Reach::ALL_DOMAINS,
        groups: vec!["it".to_owned(), "söder, väst".to_owned()],
        ..person("asa@a.example")
    };
    let printer = Account { kind: AccountKind::Application, ..person("printer@a.example") };
    let elsewhere =
        Account { is_gate_only: true, kind: AccountKind::SharedMailbox, ..person("info@a.example") };
    let guest = Account { is_gate_only: true, ..person("guest@a.example") };
    for account in [&admin, &printer, &elsewhere, &guest] {
        create(store, account).await;
        assert_eq!(store.account(account.id).await.expect("read").as_ref(), Some(account));
        for name in std::iter::once(&account.primary).chain(&account.aliases) {
            assert_eq!(store.account_by_name(name).await.expect("read").as_ref(), Some(account));
        }
    }
    assert_eq!(store.account(account_id()).await.expect("read"), None);
    assert_eq!(store.account_by_name(&name("nobody@a.example")).await.expect("read"), None);
    assert_eq!(store.account_count().await.expect("a count"), count_before + 4);
    assert_eq!(store.global_admin_count().await.expect("a count"), admins_before + 1);
    let admins = store.admins().await.expect("admins");
    assert!(admins.iter().all(postern_core::account::Account::is_admin) && !admins.is_empty(), "{admins:?}");
    let special = store.accounts_but_persons().await.expect("all but persons");
    assert!(special.contains(&(printer.id, AccountKind::Application)));
    assert!(special.contains(&(elsewhere.id, AccountKind::SharedMailbox)));
    assert!(!special.iter().any(|(id, _)| [admin.id, guest.id].contains(id)), "persons are not listed");

    let after = Account {
        display_name: "Åsa".to_owned(),
        language: Language::El,
        kind: AccountKind::SharedMailbox,
        roles: Vec::new(),
        reach: Reach::ALL_DOMAINS,
        groups: Vec::new(),
        ..admin.clone()
    };
    store.commit(change(2, [Event::ProfileChanged { after: after.clone() }])).await.expect("a new profile");
    assert_eq!(store.account(admin.id).await.expect("read"), Some(after));
    assert_eq!(store.global_admin_count().await.expect("a count"), admins_before);
}

pub async fn names_are_unique_and_follow_the_account(store: &dyn Store) {
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

pub async fn passwords_travel_beside_their_events(store: &dyn Store) {
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

pub async fn a_deleted_account_leaves_only_its_audit(store: &dyn Store) {
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

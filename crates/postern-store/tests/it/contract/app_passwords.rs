//! The part of the contract about app passwords.

use postern_core::account::Account;
use postern_core::app_password::{AppPassword, AppPasswordEvent, LastUse};
use postern_core::event::Event;
use postern_core::ids::AppPasswordId;
use postern_core::protocol::{Protocol, Protocols};
use postern_engine::ports::{CommitError, Store};

use crate::support::{at, change, create, person};

async fn of(store: &dyn Store, account: &Account) -> Vec<AppPassword> {
    let all = store.start(at(9)).await.expect("start").app_passwords;
    all.into_iter().filter(|one| one.account == account.id).collect()
}

pub async fn app_passwords_are_kept_used_revoked_and_go_with_their_account(store: &dyn Store) {
    let rob = person("rob@app.example");
    create(store, &rob).await;
    let phone = AppPassword {
        id: AppPasswordId::from_random(4_711),
        account: rob.id,
        slot: 1,
        name: "Roberts mobil".to_owned(),
        protocols: [Protocol::Imap, Protocol::ManageSieve].into_iter().collect(),
        created: at(1),
        last_used: None,
    };
    let laptop = AppPassword {
        id: AppPasswordId::from_random(4_712),
        slot: 2,
        protocols: Protocols::of_mail(),
        ..phone.clone()
    };
    let added = |one: &AppPassword| Event::from(AppPasswordEvent::Added(one.clone()));
    let without = store.commit(change(1, [added(&phone)])).await;
    assert!(matches!(without, Err(CommitError::Store(_))), "an event without its hash");
    for (one, hash) in [(&phone, "{ARGON2ID}a"), (&laptop, "{ARGON2ID}b")] {
        let mut addition = change(1, [added(one)]);
        addition.passwords.push((rob.id, hash.to_owned()));
        store.commit(addition).await.expect("a new app password");
    }
    assert_eq!(of(store, &rob).await, [phone.clone(), laptop.clone()]);
    let hashes = store.app_password_hashes(Some(rob.id)).await.expect("read");
    let expected =
        [(rob.id, phone.id, "{ARGON2ID}a".to_owned()), (rob.id, laptop.id, "{ARGON2ID}b".to_owned())];
    assert_eq!(hashes, expected);
    assert!(store.app_password_hashes(None).await.expect("read").contains(&expected[1]));
    assert_eq!(store.app_password_hash(phone.id).await.expect("read").as_deref(), Some("{ARGON2ID}a"));

    let used = |s, protocol| LastUse { at: at(s), source: "2001:db8::7".to_owned(), protocol };
    for last in [used(5, Some(Protocol::Imap)), used(3, None)] {
        store.note_app_password_use(phone.id, last).await.expect("noted");
    }
    let last = of(store, &rob).await[0].last_used.clone();
    assert_eq!(last, Some(used(5, Some(Protocol::Imap))), "an older use changes nothing");

    let (account, id, name) = (rob.id, phone.id, phone.name.clone());
    let revoked = Event::from(AppPasswordEvent::Revoked { account, id, name });
    store.commit(change(6, [revoked])).await.expect("revoked");
    assert_eq!(of(store, &rob).await, [laptop]);
    assert_eq!(store.app_password_hash(phone.id).await.expect("read"), None);
    let gone = Event::AccountDeleted { account: rob.id, primary: rob.primary.clone() };
    store.commit(change(7, [gone])).await.expect("deleted");
    assert_eq!(of(store, &rob).await, []);
    let mut late = change(8, [added(&phone)]);
    late.passwords.push((rob.id, "{ARGON2ID}a".to_owned()));
    assert!(matches!(store.commit(late).await, Err(CommitError::NoSuchAccount(_))));
}

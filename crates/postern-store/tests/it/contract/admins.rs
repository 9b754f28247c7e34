//! The part of the contract about what admins can show, and their sessions.

use postern_core::account::Account;
use postern_core::admin::{AdminEvent, AdminSession, AuthenticatorApp, Factors, Passkey, Proof};
use postern_core::event::Event;
use postern_core::ids::{AccountId, PasskeyId, SessionId};
use postern_core::time::Timestamp;
use postern_core::token::SecretHash;
use postern_engine::ports::Store;

use crate::support::{at, change, create, next, person};

/// A later one has a higher number.
fn passkey(name: &str, number: u8) -> Passkey {
    Passkey {
        id: PasskeyId::from_random(next()),
        name: name.to_owned(),
        credential: vec![number; 64],
        key: r#"{"counter":1}"#.to_owned(),
        added: at(20 + i64::from(number)),
        last_used: None,
    }
}

fn session(account: AccountId) -> AdminSession {
    AdminSession {
        id: SessionId::from_random(next()),
        account,
        hash: SecretHash([9; 32]),
        opened: at(21),
        last_seen: at(21),
        proved_until: Timestamp::from_unix_micros(i64::MIN),
        source: "192.0.2.7".to_owned(),
        client: "Firefox".to_owned(),
    }
}

async fn say(store: &dyn Store, second: i64, events: impl IntoIterator<Item = AdminEvent>) {
    let events: Vec<Event> = events.into_iter().map(Event::from).collect();
    store.commit(change(second, events)).await.expect("saved");
}

async fn factors_of(store: &dyn Store, of: &Account) -> Option<Factors> {
    let kept = store.start(at(90)).await.expect("start").admins.factors;
    kept.into_iter().find(|(account, _)| *account == of.id).map(|(_, factors)| factors)
}

pub async fn what_an_admin_can_show_reads_back(store: &dyn Store) {
    let ingrid = person("ingrid@factors.example");
    let account = ingrid.id;
    create(store, &ingrid).await;
    let (first, second) = (passkey("Rīga \"laptop\"", 1), passkey("key", 2));
    let app = AuthenticatorApp { secret: [7; 20], last_step: 3 };
    let codes = |first: u8| (first..first + 3).map(|byte| SecretHash([byte; 32])).collect::<Vec<_>>();
    let set = Factors { app: Some(app), recovery: codes(1), passkeys: vec![first.clone()] };
    say(store, 10, [AdminEvent::FactorSet { account, factors: set.clone() }]).await;
    assert_eq!(factors_of(store, &ingrid).await.as_ref(), Some(&set));

    let (one, two) = (session(account), session(account));
    let key = r#"{"counter":2}"#.to_owned();
    let shown = Proof::Passkey { passkey: first.id, name: first.name.clone(), key: Some(key.clone()) };
    say(
        store,
        21,
        [
            AdminEvent::PasskeyAdded { account, passkey: second.clone() },
            AdminEvent::SessionOpened { session: one.clone(), by: shown },
            AdminEvent::SessionOpened { session: two.clone(), by: Proof::Code { step: 8 } },
            AdminEvent::RecoveryCodesSet { account, recovery: codes(50) },
        ],
    )
    .await;
    let kept = factors_of(store, &ingrid).await.expect("factors");
    let used = Passkey { key, last_used: Some(at(21)), ..first.clone() };
    assert_eq!(kept.passkeys, [used.clone(), second.clone()], "the counter and the time of use are kept");
    assert_eq!(kept.app.map(|app| app.last_step), Some(8));
    assert_eq!(kept.recovery, codes(50), "the codes from before are void");

    // A proof within a session: an earlier step does not come back, and a key that did not change stays.
    let again = Proof::Passkey { passkey: first.id, name: first.name.clone(), key: None };
    say(
        store,
        30,
        [
            AdminEvent::SessionProved { account, session: one.id, by: Proof::Code { step: 7 } },
            AdminEvent::SessionProved { account, session: one.id, by: again },
        ],
    )
    .await;
    let kept = factors_of(store, &ingrid).await.expect("factors");
    assert_eq!(kept.passkeys[0], Passkey { last_used: Some(at(30)), ..used });
    assert_eq!(kept.app.map(|app| app.last_step), Some(8));

    let name = second.name.clone();
    say(store, 40, [AdminEvent::PasskeyRemoved { account, passkey: second.id, name, kept: Some(one.id) }])
        .await;
    let start = store.start(at(90)).await.expect("start").admins;
    let sessions: Vec<_> = start.sessions.iter().filter(|it| it.account == account).map(|it| it.id).collect();
    assert_eq!(sessions, [one.id], "nobody knows which the passkey opened, so one stays");
    assert_eq!(factors_of(store, &ingrid).await.expect("factors").passkeys.len(), 1);

    let third = Factors { passkeys: vec![passkey("new phone", 3)], ..Factors::default() };
    say(store, 50, [AdminEvent::FactorSet { account, factors: third.clone() }]).await;
    assert_eq!(factors_of(store, &ingrid).await.as_ref(), Some(&third), "an invitation voids what was there");
    let deleted = Event::AccountDeleted { account, primary: ingrid.primary.clone() };
    store.commit(change(60, [deleted])).await.expect("deleted");
    assert_eq!(factors_of(store, &ingrid).await, None);
}

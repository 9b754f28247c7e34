//! What each event's audit row says, word for word, and that it tells no secret.

use postern_core::mail_queue::QueueAction;

use super::*;
use postern_core::account::{AccountKind, Language, Role};
use postern_core::admin::{
    AdminSession, AuthenticatorApp, Factors, Invitation, LinkUse, Passkey, SessionEnd,
};
use postern_core::admission::{Admission, Pass};
use postern_core::compromise::Level;
use postern_core::device::Device;
use postern_core::ids::{
    AccountId, AdmissionId, DeviceId, EntryId, PasskeyId, RestrictionId, SessionId, TokenId,
};
use postern_core::name::AccountName;
use postern_core::reach::Reach;
use postern_core::restriction::{Actor, Evidence, EvidenceKind, Origin, Reason, RestrictionKind};
use postern_core::source_entry::{EntryKind, EntryOn};
use postern_core::time::Timestamp;
use postern_core::token::{Scope, SecretHash, Token};

fn name(text: &str) -> AccountName {
    AccountName::from_canonical(text.to_owned())
}

fn rob() -> Account {
    Account {
        id: AccountId::from_random(9),
        primary: name("rob@contoso.com"),
        aliases: vec![name("robert@contoso.com")],
        display_name: "Rob Young".to_owned(),
        language: Language::Sv,
        kind: AccountKind::Person,
        roles: vec![Role::Helpdesk],
        reach: Reach::ALL_DOMAINS,
        groups: vec!["sales".to_owned()],
        is_gate_only: false,
        created: Timestamp::from_unix_s(1),
    }
}

fn restriction() -> Restriction {
    Restriction {
        id: RestrictionId::from_random(3),
        entity: Entity::Account(rob().id),
        kind: RestrictionKind::SendingRestricted,
        reason: Reason::CapHour { count: 501, limit: 500 },
        evidence: vec![Evidence {
            kind: EvidenceKind::ManyRecipients,
            points: 40,
            at: Timestamp::from_unix_micros(5),
            source: None,
            count: 501,
            region: None,
        }],
        since: Timestamp::from_unix_micros(6),
        until: None,
        origin: Origin::Rule,
        actor: Actor::Rule,
    }
}

#[test]
fn every_event_tells_its_further_values() {
    let account = rob().id;
    let ended = EndedRestriction {
        id: restriction().id,
        account: Some(account),
        network: None,
        kind: restriction().kind,
    };
    let evidence = restriction().evidence.remove(0);
    for (event, detail) in [
        (
            Event::AccountCreated(rob()),
            r#"{"aliases":["robert@contoso.com"],"display_name":"Rob Young","groups":["sales"],"is_gate_only":false,"kind":"person","language":"sv","primary":"rob@contoso.com","roles":["helpdesk"],"v":1}"#,
        ),
        (
            Event::AccountRenamed { account, from: name("a@b.example"), to: name("c@b.example") },
            r#"{"from":"a@b.example","to":"c@b.example","v":1}"#,
        ),
        (
            Event::ProfileChanged { after: rob() },
            r#"{"display_name":"Rob Young","groups":["sales"],"kind":"person","language":"sv","roles":["helpdesk"],"v":1}"#,
        ),
        (Event::AliasAdded { account, alias: name("r@b.example") }, r#"{"alias":"r@b.example","v":1}"#),
        (Event::AliasRemoved { account, alias: name("r@b.example") }, r#"{"alias":"r@b.example","v":1}"#),
        (
            Event::AccountDeleted { account, primary: name("rob@contoso.com") },
            r#"{"primary":"rob@contoso.com","v":1}"#,
        ),
        (Event::PasswordSet { account }, r#"{"v":1}"#),
        (
            Event::RestrictionStarted(restriction()),
            r#"{"entity":null,"evidence":[{"at":5,"count":501,"kind":"many_recipients","points":40}],"kind":"sending_restricted","origin":"rule","reason":{"args":{"count":501,"limit":500},"code":"cap_hour"},"restriction":"00000-00003","since":6,"until":null,"v":1}"#,
        ),
        (
            Event::RestrictionStarted(Restriction {
                entity: Entity::Domain("b.example".to_owned()),
                evidence: Vec::new(),
                until: Some(Timestamp::from_unix_micros(9)),
                ..restriction()
            }),
            r#"{"entity":{"is":"domain","of":"b.example"},"evidence":[],"kind":"sending_restricted","origin":"rule","reason":{"args":{"count":501,"limit":500},"code":"cap_hour"},"restriction":"00000-00003","since":6,"until":9,"v":1}"#,
        ),
        (
            Event::RestrictionReleased(ended.clone()),
            r#"{"kind":"sending_restricted","restriction":"00000-00003","v":1}"#,
        ),
        (
            Event::RestrictionExpired(ended),
            r#"{"kind":"sending_restricted","restriction":"00000-00003","v":1}"#,
        ),
        (
            Event::AlertRaised { account, level: Level::Slow, score: 66 },
            r#"{"level":"slow","score":66,"v":1}"#,
        ),
        (
            Event::EvidenceSeen { account, evidence },
            r#"{"evidence":{"at":5,"count":501,"kind":"many_recipients","points":40},"v":1}"#,
        ),
        (
            Event::PolicyChanged {
                name: "outbound.cap_hour".to_owned(),
                from: "500".to_owned(),
                to: "600".to_owned(),
            },
            r#"{"from":"500","name":"outbound.cap_hour","to":"600","v":1}"#,
        ),
    ] {
        assert_eq!(detail_of(&event), detail, "{}", event.code());
    }
}

#[test]
fn every_event_about_sources_tells_its_further_values() {
    let account = rob().id;
    let ended =
        EndedRestriction { id: restriction().id, account: None, network: None, kind: restriction().kind };
    let on = EntryOn::Network("192.0.2.0/24".parse().expect("a network"));
    let entry = SourceEntry {
        id: EntryId::from_random(4),
        kind: EntryKind::Allowed,
        on,
        note: "the office".to_owned(),
        since: Timestamp::from_unix_micros(7),
        until: None,
        origin: Origin::Person,
        actor: Actor::LocalRoot("root".to_owned()),
        is_vouched: false,
    };
    for (event, detail) in [
        (
            Event::RestrictionExpired(EndedRestriction { network: on.network(), ..ended }),
            r#"{"kind":"sending_restricted","network":"192.0.2.0/24","restriction":"00000-00003","v":1}"#,
        ),
        (
            Event::EntryAdded(entry.clone()),
            r#"{"entry":"00000-00004","is_vouched":false,"kind":"allowed","network":"192.0.2.0/24","origin":"person","since":7,"until":null,"v":1}"#,
        ),
        (
            Event::EntryExpired(EndedEntry::from(&entry)),
            r#"{"entry":"00000-00004","kind":"allowed","network":"192.0.2.0/24","v":1}"#,
        ),
        (Event::ContactsLearned { account, contacts: 7 }, r#"{"contacts":7,"v":1}"#),
        (Event::SignInEased { account, until: Timestamp::from_unix_micros(8) }, r#"{"until":8,"v":1}"#),
    ] {
        assert_eq!(detail_of(&event), detail, "{}", event.code());
    }
}

#[test]
fn the_end_of_a_spray_tells_how_bad_it_was() {
    let facts = postern_core::sign_in::spray::SprayFacts {
        since: Timestamp::from_unix_micros(7),
        accounts_tried: 900,
        threshold: 250,
    };
    let detail = r#"{"accounts_tried":900,"since":7,"threshold":250,"v":1}"#;
    assert_eq!(detail_of(&Event::SprayEnded(facts)), detail);
}

#[test]
fn the_mass_guard_tells_how_many_and_how_many_may_be() {
    let facts = postern_core::mass_guard::MassGuardFacts {
        since: Timestamp::from_unix_micros(7),
        counted: 51,
        limit: 50,
    };
    let detail = r#"{"counted":51,"limit":50,"since":7,"v":1}"#;
    assert_eq!(detail_of(&Event::MassGuardStarted(facts)), detail);
    assert_eq!(detail_of(&Event::MassGuardEnded(facts)), detail);
}

#[test]
fn tokens_links_and_devices_tell_no_secret() {
    let account = rob().id;
    for (event, detail) in [
        (
            Event::TokenAdded(Token {
                id: TokenId::from_random(4),
                name: "webmail".to_owned(),
                scopes: vec![Scope::SignInCheck],
                reach: Reach::read(["contoso.example"]).expect("a domain"),
                hash: SecretHash([7; 32]),
                created: Timestamp::from_unix_micros(1),
                made_by: None,
                ends: None,
                last_used: None,
            }),
            r#"{"domains":["contoso.example"],"ends":null,"name":"webmail","scopes":["sign_in:check"],"token":"00000-00004","v":1}"#,
        ),
        (
            Event::TokenRevoked { token: TokenId::from_random(4), name: "webmail".to_owned() },
            r#"{"name":"webmail","token":"00000-00004","v":1}"#,
        ),
        (
            Event::AdmissionOffered(Admission {
                id: AdmissionId::from_random(5),
                account,
                hash: SecretHash([7; 32]),
                expires: Timestamp::from_unix_micros(9),
            }),
            r#"{"admission":"00000-00005","expires":9,"v":1}"#,
        ),
        (
            Event::AdmissionUsed {
                admission: AdmissionId::from_random(5),
                pass: Pass {
                    account,
                    source: "203.0.113.9".parse().expect("a network"),
                    until: Timestamp::from_unix_micros(9),
                },
            },
            r#"{"admission":"00000-00005","source":"203.0.113.9/32","until":9,"v":1}"#,
        ),
        (
            Event::DeviceRemembered(Device {
                id: DeviceId::from_random(6),
                account,
                since: Timestamp::from_unix_micros(9),
            }),
            r#"{"device":"00000-00006","v":1}"#,
        ),
        (
            Event::DeviceForgotten { account, device: DeviceId::from_random(6) },
            r#"{"device":"00000-00006","v":1}"#,
        ),
    ] {
        assert_eq!(detail_of(&event), detail, "{}", event.code());
    }
}

#[test]
fn a_change_of_the_queue_says_how_many_messages_it_was() {
    let account = AccountId::from_random(5);
    let event = Event::QueueChanged { account, action: QueueAction::Delete, messages: 19 };
    assert_eq!(detail_of(&event), r#"{"messages":19,"v":1}"#);
}

fn door_session() -> AdminSession {
    let at = Timestamp::from_unix_micros(9);
    AdminSession {
        id: SessionId::from_random(8),
        account: rob().id,
        hash: SecretHash([7; 32]),
        opened: at,
        last_seen: at,
        proved_until: at,
        source: "192.0.2.7".to_owned(),
        client: "Firefox".to_owned(),
    }
}

fn check_door(events: impl IntoIterator<Item = (AdminEvent, &'static str)>) {
    for (event, detail) in events {
        assert_eq!(detail_of(&Event::Admin(event)), detail);
    }
}

#[test]
fn the_door_of_the_admin_centre_tells_no_secret() {
    let (account, session) = (rob().id, SessionId::from_random(8));
    let app = AuthenticatorApp { secret: [7; 20], last_step: 1 };
    let recovery = vec![SecretHash([7; 32])];
    let factors = Factors { app: Some(app), recovery: recovery.clone(), passkeys: Vec::new() };
    check_door([
        (
            AdminEvent::Invited(Invitation {
                id: AdmissionId::from_random(5),
                account,
                hash: SecretHash([7; 32]),
                expires: Timestamp::from_unix_micros(9),
                opens: LinkUse::SetUp,
            }),
            r#"{"expires":9,"invitation":"00000-00005","opens":"set_up","v":1}"#,
        ),
        (AdminEvent::LinkUsed { account }, r#"{"v":1}"#),
        (AdminEvent::FactorSet { account, factors }, r#"{"v":1}"#),
        (AdminEvent::RecoveryCodesSet { account, recovery }, r#"{"left":1,"v":1}"#),
        (AdminEvent::RecoveryCodeUsed { account, hash: SecretHash([7; 32]), left: 9 }, r#"{"left":9,"v":1}"#),
        (
            AdminEvent::SessionOpened { session: door_session(), by: Proof::Code { step: 3 } },
            r#"{"by":"code","client":"Firefox","session":"00000-00008","source":"192.0.2.7","v":1}"#,
        ),
        (
            AdminEvent::SessionEnded { account, session, cause: SessionEnd::SignedOut },
            r#"{"cause":"signed_out","session":"00000-00008","v":1}"#,
        ),
    ]);
}

#[test]
fn of_a_passkey_the_audit_keeps_its_name_alone() {
    let (account, session) = (rob().id, SessionId::from_random(8));
    let passkey = Passkey {
        id: PasskeyId::from_random(9),
        name: "laptop".to_owned(),
        credential: vec![7],
        key: "a key".to_owned(),
        added: Timestamp::from_unix_micros(9),
        last_used: None,
    };
    let (id, name) = (passkey.id, passkey.name.clone());
    let by = Proof::Passkey { passkey: id, name: name.clone(), key: Some("a key".to_owned()) };
    let factors = Factors { passkeys: vec![passkey.clone()], ..Factors::default() };
    let named = r#"{"passkey":"laptop","v":1}"#;
    check_door([
        (AdminEvent::FactorSet { account, factors }, named),
        (AdminEvent::PasskeyAdded { account, passkey }, named),
        (AdminEvent::PasskeyRemoved { account, passkey: id, name: name.clone(), kept: Some(session) }, named),
        (
            AdminEvent::PasskeyRefused { account, name, source: "192.0.2.7".to_owned() },
            r#"{"passkey":"laptop","source":"192.0.2.7","v":1}"#,
        ),
        (
            AdminEvent::SessionProved { account, session, by },
            r#"{"by":"passkey","passkey":"laptop","session":"00000-00008","v":1}"#,
        ),
    ]);
}

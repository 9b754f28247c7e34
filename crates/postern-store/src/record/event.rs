//! What an audit row says beside the event's code and account: the event's further values as JSON.
//!
//! The audit is read by people and by programs through the API, and never applied again: the tables beside it
//! are what is true (ADR 0001). So this is written only.

use postern_core::admin::AdminEvent;
use postern_core::event::{EndedRestriction, Event};
use postern_core::restriction::{Entity, Restriction};
use postern_core::source_entry::{EndedEntry, SourceEntry};
use serde_json::{Value, json};

use super::VERSION;
use super::reason::{evidence_to_value, reason_to_text};
use super::who::entity_to_text;

/// The detail of an event's audit row.
pub(crate) fn detail_of(event: &Event) -> String {
    let mut detail = match event {
        Event::AccountCreated(account) => json!({
            "primary": account.primary.as_str(),
            "aliases": account.aliases.iter().map(|alias| alias.as_str()).collect::<Vec<_>>(),
            "display_name": account.display_name,
            "language": account.language.code(),
            "kind": account.kind.code(),
            "roles": account.roles.iter().map(|role| role.code()).collect::<Vec<_>>(),
            "groups": account.groups,
            "is_gate_only": account.is_gate_only,
        }),
        Event::AccountRenamed { account: _, from, to } => json!({ "from": from.as_str(), "to": to.as_str() }),
        Event::ProfileChanged { after } => json!({
            "display_name": after.display_name,
            "language": after.language.code(),
            "kind": after.kind.code(),
            "roles": after.roles.iter().map(|role| role.code()).collect::<Vec<_>>(),
            "groups": after.groups,
        }),
        Event::AliasAdded { account: _, alias } | Event::AliasRemoved { account: _, alias } => {
            json!({ "alias": alias.as_str() })
        }
        Event::AccountDeleted { account: _, primary } => json!({ "primary": primary.as_str() }),
        Event::PasswordSet { account: _ } => json!({}),
        Event::RestrictionStarted(restriction) => started(restriction),
        Event::RestrictionReleased(ended) | Event::RestrictionExpired(ended) => ended_value(ended),
        Event::EntryAdded(entry) => added(entry),
        Event::EntryRemoved(ended) | Event::EntryExpired(ended) => ended_entry(ended),
        Event::SignInEased { account: _, until } => json!({ "until": until.unix_micros() }),
        Event::EvidenceSeen { account: _, evidence } => json!({ "evidence": evidence_to_value(evidence) }),
        Event::AlertRaised { account: _, level, score } => {
            json!({ "level": level.code(), "score": score })
        }
        Event::SprayStarted(facts) | Event::SprayEnded(facts) => json!({
            "since": facts.since.unix_micros(),
            "accounts_tried": facts.accounts_tried,
            "threshold": facts.threshold,
        }),
        Event::MassGuardStarted(facts) | Event::MassGuardEnded(facts) => json!({
            "since": facts.since.unix_micros(),
            "counted": facts.counted,
            "limit": facts.limit,
        }),
        Event::QueueChanged { account: _, action: _, messages } => json!({ "messages": messages }),
        Event::ContactsLearned { account: _, contacts } => json!({ "contacts": contacts }),
        Event::PolicyChanged { name, from, to } => json!({ "name": name, "from": from, "to": to }),
        // Never the hash of a secret: the audit is read by more people than the tables.
        Event::TokenAdded(token) => json!({
            "token": token.id.to_string(),
            "name": token.name,
            "scopes": token.scopes.iter().map(|scope| scope.code()).collect::<Vec<_>>(),
            "ends": token.ends.map(|ends| ends.unix_micros()),
        }),
        Event::TokenRevoked { token, name } => json!({ "token": token.to_string(), "name": name }),
        Event::AdmissionOffered(admission) => json!({
            "admission": admission.id.to_string(),
            "expires": admission.expires.unix_micros(),
        }),
        Event::AdmissionUsed { admission, pass } => json!({
            "admission": admission.to_string(),
            "source": pass.source.to_string(),
            "until": pass.until.unix_micros(),
        }),
        Event::DeviceRemembered(device) => json!({ "device": device.id.to_string() }),
        Event::DeviceForgotten { account: _, device } => json!({ "device": device.to_string() }),
        Event::Admin(event) => admin_detail(event),
    };
    detail["v"] = json!(VERSION);
    detail.to_string()
}

fn admin_detail(event: &AdminEvent) -> Value {
    match event {
        AdminEvent::Invited(invitation) => json!({
            "invitation": invitation.id.to_string(),
            "expires": invitation.expires.unix_micros(),
            "opens": invitation.opens.code(),
        }),
        AdminEvent::LinkUsed { account: _ } => json!({}),
        AdminEvent::FactorSet { account: _, factor: _ } => json!({}),
        AdminEvent::RecoveryCodeUsed { account: _, hash: _, left } => json!({ "left": left }),
        AdminEvent::SessionOpened { session, step: _ } => json!({
            "session": session.id.to_string(),
            "source": session.source,
            "client": session.client,
        }),
        AdminEvent::SessionEnded { account: _, session, cause } => {
            json!({ "session": session.to_string(), "cause": cause.code() })
        }
    }
}

fn started(restriction: &Restriction) -> Value {
    let entity = match &restriction.entity {
        // The row's own column says which account.
        Entity::Account(_) => Value::Null,
        Entity::Domain(_) | Entity::Network(_) | Entity::AccountAtNetwork { .. } => {
            stored_value(&entity_to_text(&restriction.entity))
        }
    };
    json!({
        "restriction": restriction.id.to_string(),
        "entity": entity,
        "kind": restriction.kind.code(),
        "reason": stored_value(&reason_to_text(&restriction.reason)),
        "evidence": restriction.evidence.iter().map(evidence_to_value).collect::<Vec<_>>(),
        "since": restriction.since.unix_micros(),
        "until": restriction.until.map(|until| until.unix_micros()),
        "origin": restriction.origin.code(),
    })
}

fn ended_value(ended: &EndedRestriction) -> Value {
    let mut value = json!({ "restriction": ended.id.to_string(), "kind": ended.kind.code() });
    if let Some(network) = ended.network {
        value["network"] = json!(network.to_string());
    }
    value
}

fn added(entry: &SourceEntry) -> Value {
    json!({
        "entry": entry.id.to_string(),
        "kind": entry.kind.code(),
        "network": entry.on.network().map(|network| network.to_string()),
        "since": entry.since.unix_micros(),
        "until": entry.until.map(|until| until.unix_micros()),
        "origin": entry.origin.code(),
        "is_vouched": entry.is_vouched,
    })
}

fn ended_entry(ended: &EndedEntry) -> Value {
    json!({
        "entry": ended.id.to_string(),
        "kind": ended.kind.code(),
        "network": ended.on.network().map(|network| network.to_string()),
    })
}

/// A text of ours as a value inside another, without its own version.
fn stored_value(text: &str) -> Value {
    let mut value: Value = serde_json::from_str(text).expect("we have just written it");
    if let Some(members) = value.as_object_mut() {
        members.remove("v");
    }
    value
}

#[cfg(test)]
mod tests {
    use postern_core::mail_queue::QueueAction;

    use super::*;
    use postern_core::account::{Account, AccountKind, Language, Role};
    use postern_core::admission::{Admission, Pass};
    use postern_core::compromise::Level;
    use postern_core::device::Device;
    use postern_core::ids::{AccountId, AdmissionId, DeviceId, EntryId, RestrictionId, TokenId};
    use postern_core::name::AccountName;
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
                    hash: SecretHash([7; 32]),
                    created: Timestamp::from_unix_micros(1),
                    ends: None,
                    last_used: None,
                }),
                r#"{"ends":null,"name":"webmail","scopes":["sign_in:check"],"token":"00000-00004","v":1}"#,
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
}

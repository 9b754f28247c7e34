//! What an audit row says beside the event's code and account: the event's further values as JSON.
//!
//! The audit is read by people and by programs through the API, and never applied again: the tables beside it
//! are what is true (ADR 0001). So this is written only.

use postern_core::account::Account;
use postern_core::admin::{AdminEvent, Proof};
use postern_core::admission::Pass;
use postern_core::alternate::AlternateEvent;
use postern_core::app_password::AppPasswordEvent;
use postern_core::event::{EndedRestriction, Event};
use postern_core::help_request::HelpEvent;
use postern_core::ids::AdmissionId;
use postern_core::incident::IncidentEvent;
use postern_core::mass_guard::MassGuardFacts;
use postern_core::protocol::Protocol;
use postern_core::reach::Reach;
use postern_core::recovery::{Proofs, RecoveryChoice, RecoveryMethod};
use postern_core::restriction::{Entity, Restriction};
use postern_core::source_entry::{EndedEntry, SourceEntry};
use serde_json::{Value, json};

use super::VERSION;
use super::reason::{evidence_to_value, reason_to_text};
use super::who::entity_to_text;

/// The detail of an event's audit row.
pub(crate) fn detail_of(event: &Event) -> String {
    let mut detail = match event {
        Event::AccountCreated(account) => created(account),
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
        Event::Recovered { account: _, proofs, choice } => recovered(*proofs, *choice),
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
        Event::MassGuardStarted(facts) | Event::MassGuardEnded(facts) => mass_guard_detail(facts),
        Event::QueueChanged { account: _, action: _, messages } => json!({ "messages": messages }),
        Event::SessionsEnded { account: _, from } => json!({ "from": from.map(|from| from.to_string()) }),
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
        Event::AdmissionUsed { admission, pass } => used(*admission, pass),
        Event::DeviceRemembered(device) => json!({ "device": device.id.to_string() }),
        Event::DeviceForgotten { account: _, device } => json!({ "device": device.to_string() }),
        Event::Alternate(event) => alternate_detail(event),
        Event::Help(event) => help_detail(event),
        Event::AppPassword(event) => app_password_detail(event),
        Event::Incident(event) => incident_detail(event),
        Event::Admin(event) => admin_detail(event),
    };
    // A row without domains says that it is for all of them, as every older row does.
    if let Some(reach) = reach_of(event).filter(|reach| !reach.is_all_domains()) {
        detail["domains"] = json!(reach.domains());
    }
    detail["v"] = json!(VERSION);
    detail.to_string()
}

/// Upon whom the roles are that an event gives.
const fn reach_of(event: &Event) -> Option<&Reach> {
    if let Event::AccountCreated(account) | Event::ProfileChanged { after: account } = event {
        Some(&account.reach)
    } else if let Event::TokenAdded(token) = event {
        Some(&token.reach)
    } else {
        None
    }
}

fn used(admission: AdmissionId, pass: &Pass) -> Value {
    json!({
        "admission": admission.to_string(),
        "source": pass.source.to_string(),
        "until": pass.until.unix_micros(),
    })
}

fn mass_guard_detail(facts: &MassGuardFacts) -> Value {
    json!({ "since": facts.since.unix_micros(), "counted": facts.counted, "limit": facts.limit })
}

fn incident_detail(event: &IncidentEvent) -> Value {
    let mut detail = match event {
        IncidentEvent::Opened(incident) => json!({ "because": incident.trigger.code() }),
        IncidentEvent::Contained { snapshot, .. } => json!({
            "restrictions": snapshot.rows.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "app_passwords": snapshot.app_passwords,
        }),
        IncidentEvent::Assigned { owner, .. } => json!({ "owner": owner.map(|owner| owner.to_string()) }),
        IncidentEvent::Closed { closing, .. } => json!({ "cause": closing.cause.code() }),
        IncidentEvent::Undone { .. } | IncidentEvent::Reopened(_) => json!({}),
    };
    detail["incident"] = json!(event.incident().to_string());
    detail
}

fn recovered(proofs: Proofs, choice: RecoveryChoice) -> Value {
    let proofs: Vec<_> = proofs.methods().into_iter().map(RecoveryMethod::code).collect();
    json!({ "proofs": proofs, "choice": choice.code() })
}

fn created(account: &Account) -> Value {
    json!({
        "primary": account.primary.as_str(),
        "aliases": account.aliases.iter().map(|alias| alias.as_str()).collect::<Vec<_>>(),
        "display_name": account.display_name,
        "language": account.language.code(),
        "kind": account.kind.code(),
        "roles": account.roles.iter().map(|role| role.code()).collect::<Vec<_>>(),
        "groups": account.groups,
        "is_gate_only": account.is_gate_only,
    })
}

fn app_password_detail(event: &AppPasswordEvent) -> Value {
    match event {
        AppPasswordEvent::Added(added) => json!({
            "app_password": added.id.to_string(),
            "name": added.name,
            "protocols": added.protocols.iter().map(Protocol::code).collect::<Vec<_>>(),
        }),
        AppPasswordEvent::Revoked { account: _, id, name } => {
            json!({ "app_password": id.to_string(), "name": name })
        }
    }
}

/// Not what somebody wrote: the audit stays for ever, and a request does not.
fn help_detail(event: &HelpEvent) -> Value {
    match event {
        HelpEvent::Asked(request) => json!({
            "request": request.id.to_string(),
            "topic": request.topic.code(),
            "is_proved": request.is_proved,
            "source": request.source.map(|source| source.to_string()),
        }),
        HelpEvent::Answered { account: _, request } => json!({ "request": request.to_string() }),
    }
}

fn alternate_detail(event: &AlternateEvent) -> Value {
    match event {
        AlternateEvent::Added(address)
        | AlternateEvent::Verified { address, link: _ }
        | AlternateEvent::Removed(address) => {
            json!({ "alternate": address.id.to_string(), "address": address.address })
        }
        AlternateEvent::LinkOrdered { link, address } => {
            json!({ "link": link.id.to_string(), "address": address })
        }
        AlternateEvent::PasswordLinkUsed { account: _, link }
        | AlternateEvent::Disowned { account: _, link } => {
            json!({ "link": link.to_string() })
        }
    }
}

fn admin_detail(event: &AdminEvent) -> Value {
    match event {
        AdminEvent::Invited(invitation) => json!({
            "invitation": invitation.id.to_string(),
            "expires": invitation.expires.unix_micros(),
            "opens": invitation.opens.code(),
        }),
        AdminEvent::LinkUsed { account: _ } => json!({}),
        AdminEvent::CodeShown { account: _, step: _ } => json!({}),
        AdminEvent::CodeRefused { account: _, source } => json!({ "source": source }),
        AdminEvent::FactorSet { account: _, factors } => match factors.passkeys.as_slice() {
            [] => json!({}),
            [passkey, ..] => json!({ "passkey": passkey.name }),
        },
        AdminEvent::PasskeyAdded { account: _, passkey } => json!({ "passkey": passkey.name }),
        AdminEvent::PasskeyRemoved { account: _, passkey: _, name, kept: _ } => json!({ "passkey": name }),
        AdminEvent::PasskeyRefused { account: _, name, source } => {
            json!({ "passkey": name, "source": source })
        }
        AdminEvent::RecoveryCodesSet { account: _, recovery } => json!({ "left": recovery.len() }),
        AdminEvent::RecoveryCodeUsed { account: _, hash: _, left } => json!({ "left": left }),
        AdminEvent::SessionOpened { session, by } => {
            let mut detail = proof(by);
            detail["session"] = json!(session.id.to_string());
            detail["source"] = json!(session.source);
            detail["client"] = json!(session.client);
            detail
        }
        AdminEvent::SessionProved { account: _, session, by } => {
            let mut detail = proof(by);
            detail["session"] = json!(session.to_string());
            detail
        }
        AdminEvent::SessionEnded { account: _, session, cause } => {
            json!({ "session": session.to_string(), "cause": cause.code() })
        }
    }
}

/// By what somebody was let in, or confirmed to be there.
fn proof(by: &Proof) -> Value {
    match by {
        Proof::Link | Proof::Code { .. } | Proof::RecoveryCode => json!({ "by": by.code() }),
        Proof::Passkey { passkey: _, name, key: _ } => json!({ "by": by.code(), "passkey": name }),
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
mod tests;

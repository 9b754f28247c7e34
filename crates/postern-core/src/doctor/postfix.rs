//! What Postfix's settings do to us, service by service.

use super::postfix_lists::{PolicyService, asked_wrongly, items, policy_services};
use super::postfix_settings::{PostfixSettings, Service};
use super::{Expected, Fault};

/// Maps that a process reads once and never again (lab reference, section 3).
const NEVER_READ: [&str; 3] = ["texthash", "inline", "static"];
/// Maps of which an open session goes on using the old file.
const READ_LATE: [&str; 4] = ["hash", "btree", "cdb", "dbm"];

/// Everything that is wrong, the same fault of two services with the same words once.
pub fn of_postfix(settings: &PostfixSettings, expected: &Expected) -> Vec<Fault> {
    let mut faults = Vec::new();
    if settings.submission().next().is_none() {
        faults.push(Fault::NoSubmission);
    }
    for service in settings.submission() {
        let list = |name: &str| items(&settings.value(Some(service), name));
        let at_recipient = {
            let own = list("smtpd_recipient_restrictions");
            // Postfix goes through both lists; a check in either is asked.
            if policy_services(&own).is_empty() { list("smtpd_relay_restrictions") } else { own }
        };
        let policy = if expected.policy.is_empty() {
            None
        } else {
            asked_at(
                settings,
                service,
                &at_recipient,
                &list("smtpd_end_of_data_restrictions"),
                expected,
                &mut faults,
            )
        };
        if let Some(map) = &expected.sending_map {
            let lists = [list("smtpd_recipient_restrictions"), list("smtpd_relay_restrictions")].concat();
            map_of(service, &lists, map, policy.map(|policy| policy.place), &mut faults);
        }
    }
    if let Some(class) = expected.restriction_class.as_ref().filter(|_| !expected.policy.is_empty()) {
        class_of(settings, class, &mut faults);
    }
    if let Some((kind, _)) = expected.sending_map.as_ref().and_then(|map| map.split_once(':')) {
        let is_known =
            settings.map_types().is_empty() || settings.map_types().iter().any(|known| known == kind);
        if !is_known {
            faults.push(Fault::MapTypeUnknown { kind: kind.to_owned() });
        }
    }
    let mut told = Vec::with_capacity(faults.len());
    for fault in faults {
        if !told.contains(&fault) {
            told.push(fault);
        }
    }
    told
}

/// Whether we are asked at recipients and at the end, before anything else decides.
fn asked_at(
    settings: &PostfixSettings,
    service: &Service,
    at_recipient: &[String],
    at_end: &[String],
    expected: &Expected,
    faults: &mut Vec<Fault>,
) -> Option<PolicyService> {
    let name = || service.name.clone();
    let is_ours =
        |policy: &&PolicyService| expected.policy.iter().any(|socket| is_same_socket(&policy.socket, socket));
    let (found, ended) = (policy_services(at_recipient), policy_services(at_end));
    let Some(ours) = found.iter().find(is_ours) else {
        faults.push(match found.first() {
            Some(other) => Fault::PolicyElsewhere {
                service: name(),
                found: other.socket.clone(),
                expected: expected.policy.join(", "),
            },
            None => Fault::PolicyMissing { service: name() },
        });
        return None;
    };
    if let Some(before) = at_recipient[..ours.place].iter().find(|item| ends_the_list(item)) {
        faults.push(Fault::PolicyBehind { service: name(), before: before.clone() });
    }
    faults.extend(asked_wrongly(settings, service, ours));
    match ended.iter().find(is_ours) {
        None => faults.push(Fault::PolicyMissingAtEnd { service: name() }),
        Some(at_end) if at_end.text != ours.text => faults.push(Fault::PolicyTextsDiffer { service: name() }),
        Some(_) => {}
    }
    Some(ours.clone())
}

/// Whether an item lets in everybody who signed in, or nobody, so that what stands behind it is not asked for them.
fn ends_the_list(item: &str) -> bool {
    ["permit", "permit_sasl_authenticated", "permit_mynetworks", "reject", "defer"].contains(&item)
}

/// `localhost` is the loopback address, and who listens everywhere is found at each of its addresses.
fn is_same_socket(found: &str, expected: &str) -> bool {
    let plain = |socket: &str| socket.replace("localhost", "127.0.0.1");
    let (found, expected) = (plain(found), plain(expected));
    let everywhere = expected.strip_prefix("inet:0.0.0.0").or_else(|| expected.strip_prefix("inet:[::]"));
    found == expected || everywhere.is_some_and(|port| found.starts_with("inet:") && found.ends_with(port))
}

fn map_of(
    service: &Service,
    list: &[String],
    expected: &str,
    policy: Option<usize>,
    faults: &mut Vec<Fault>,
) {
    let maps = list.iter().enumerate().filter(|(_, item)| *item == "check_sasl_access");
    let mut maps = maps.filter_map(|(place, _)| Some((place, list.get(place + 1)?.split_once(':')?)));
    let path = expected.split_once(':').map_or(expected, |(_, path)| path);
    let Some((place, (kind, _))) = maps.find(|(_, (_, found))| *found == path) else {
        faults.push(Fault::MapMissing { service: service.name.clone(), expected: expected.to_owned() });
        return;
    };
    if policy.is_some_and(|policy| place < policy) {
        faults.push(Fault::MapFirst { service: service.name.clone() });
    }
    if NEVER_READ.contains(&kind) {
        faults.push(Fault::MapNeverRead { kind: kind.to_owned() });
    } else if READ_LATE.contains(&kind) {
        faults.push(Fault::MapReadLate { kind: kind.to_owned() });
    }
}

fn class_of(settings: &PostfixSettings, class: &str, faults: &mut Vec<Fault>) {
    let declared = items(&settings.value(None, "smtpd_restriction_classes"));
    if !declared.iter().any(|known| known == class) {
        faults.push(Fault::ClassUndeclared { class: class.to_owned() });
        return;
    }
    let last = items(&settings.value(None, class)).pop().unwrap_or_default();
    if !["permit", "reject", "defer"].contains(&last.as_str()) {
        faults.push(Fault::ClassOpen { class: class.to_owned() });
    }
}

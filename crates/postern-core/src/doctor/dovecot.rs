//! What Dovecot's settings do to us. Of Dovecot 2.3: 2.4 calls most of them otherwise.

use super::dovecot_settings::{Block, DovecotSettings};
use super::{Expected, ExpectedFile, Fault};

/// `allow` may wait two seconds for its turn, and needs a moment beside that.
const AUTH_TIMEOUT_MIN_MS: u64 = 2_500;
/// Dovecot's own default.
const AUTH_TIMEOUT_USUAL_MS: u64 = 2_000;
/// Dovecot's own default (2.3): no phase.
const ATTRIBUTES_USUAL: &str =
    "login=%{requested_username} pwhash=%{hashed_password} remote=%{rip} device_id=%{client_id} protocol=%s";
/// What every question has to carry.
const ATTRIBUTES: [&str; 4] = ["login", "pwhash", "remote", "protocol"];

/// Everything that is wrong.
pub fn of_dovecot(settings: &DovecotSettings, expected: &Expected) -> Vec<Fault> {
    if !settings.version.starts_with("2.3") {
        return vec![Fault::VersionUnknown { found: settings.version.clone() }];
    }
    let mut faults = Vec::new();
    if !expected.auth_policy.is_empty() {
        asked(settings, expected, &mut faults);
    }
    if let Some([users, deny]) = &expected.dovecot_files {
        databases(settings, users, deny, &mut faults);
        faults.extend([users, deny].into_iter().filter_map(file_fault));
    }
    names(settings, expected, &mut faults);
    if settings.value("auth_cache_size").is_some_and(|size| size != "0") {
        faults.push(Fault::AuthCache);
    }
    faults
}

fn asked(settings: &DovecotSettings, expected: &Expected, faults: &mut Vec<Fault>) {
    let url = settings.value("auth_policy_server_url").unwrap_or_default();
    if url.is_empty() {
        faults.push(Fault::NotAsked);
        return;
    }
    let host = url.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default();
    if !expected.auth_policy.iter().any(|address| is_same_address(host, address)) {
        let expected = expected.auth_policy.join(", ");
        faults.push(Fault::AskedElsewhere { found: url.to_owned(), expected });
    }
    let is_empty = |name: &str| settings.value(name).unwrap_or_default().is_empty();
    if is_empty("auth_policy_server_api_header") {
        faults.push(Fault::KeyMissing);
    }
    if is_empty("auth_policy_hash_nonce") {
        faults.push(Fault::NonceMissing);
    }
    let timeout = settings.value("auth_policy_server_timeout_msecs").and_then(|text| text.parse().ok());
    let milliseconds = timeout.unwrap_or(AUTH_TIMEOUT_USUAL_MS);
    if milliseconds < AUTH_TIMEOUT_MIN_MS {
        faults.push(Fault::AuthTimeoutShort { milliseconds });
    }
    for setting in
        ["auth_policy_check_before_auth", "auth_policy_check_after_auth", "auth_policy_report_after_auth"]
    {
        if settings.value(setting) == Some("no") {
            faults.push(Fault::QuestionOff { setting: setting.to_owned() });
        }
    }
    if settings.value("auth_policy_reject_on_fail") == Some("yes") {
        faults.push(Fault::RejectOnFail);
    }
    attributes(settings, faults);
    let anvil = settings.blocks("service anvil").flat_map(|anvil| &anvil.blocks);
    let penalty = anvil.filter(|(head, _)| head == "unix_listener anvil-auth-penalty");
    if !penalty.into_iter().any(|(_, block)| {
        block.value("mode").trim_start_matches('0').is_empty() && !block.value("mode").is_empty()
    }) {
        faults.push(Fault::PenaltyOn);
    }
}

fn attributes(settings: &DovecotSettings, faults: &mut Vec<Fault>) {
    let asked = settings.value("auth_policy_request_attributes").unwrap_or(ATTRIBUTES_USUAL);
    let named: Vec<&str> =
        asked.split_whitespace().filter_map(|pair| Some(pair.split_once('=')?.0)).collect();
    for attribute in ATTRIBUTES {
        if !named.contains(&attribute) {
            faults.push(Fault::AttributeMissing { attribute: attribute.to_owned() });
        }
    }
    if !named.contains(&"attrs/phase") {
        faults.push(Fault::PhaseMissing);
    }
}

fn databases(settings: &DovecotSettings, users: &ExpectedFile, deny: &ExpectedFile, faults: &mut Vec<Fault>) {
    let reads = |block: &Block, path: &str| block.value("args").split_whitespace().any(|word| word == path);
    let passdbs: Vec<&Block> = settings.blocks("passdb").collect();
    let is_deny = |block: &&&Block| block.value("deny") == "yes" && reads(block, &deny.path);
    match passdbs.iter().position(|block| is_deny(&block)) {
        None => faults.push(Fault::DenyMissing { expected: deny.path.clone() }),
        Some(place) => {
            if passdbs[..place].iter().any(|before| before.value("deny") != "yes") {
                faults.push(Fault::DenyNotFirst);
            }
            let bounces = |userdb: &Block| {
                userdb.value("driver") == "static" && !userdb.value("args").contains("allow_all_users=yes")
            };
            if settings.blocks("userdb").any(bounces) {
                faults.push(Fault::StaticUserdb);
            }
        }
    }
    let is_users = |block: &&Block| block.value("deny") != "yes" && reads(block, &users.path);
    if !passdbs.iter().any(is_users) {
        faults.push(Fault::UsersMissing { expected: users.path.clone() });
    }
}

fn file_fault(file: &ExpectedFile) -> Option<Fault> {
    match file.mode {
        None => Some(Fault::FileMissing { path: file.path.clone() }),
        // Dovecot's auth process reads it by its group.
        Some(mode) if mode & 0o044 == 0 => Some(Fault::FileUnreadable { path: file.path.clone() }),
        Some(_) => None,
    }
}

fn names(settings: &DovecotSettings, expected: &Expected, faults: &mut Vec<Fault>) {
    // The default is `%Lu`.
    if let Some(found) = settings.value("auth_username_format")
        && !found.contains("%L")
        && !found.contains("lower")
    {
        faults.push(Fault::NamesWithCase { found: found.to_owned() });
    }
    if let (Some(found), Some(domain)) = (settings.value("auth_default_realm"), &expected.default_domain)
        && !found.is_empty()
        && !found.eq_ignore_ascii_case(domain)
    {
        faults.push(Fault::DefaultRealm { found: found.to_owned(), expected: domain.clone() });
    }
}

fn is_same_address(found: &str, expected: &str) -> bool {
    let plain = |address: &str| address.replace("localhost", "127.0.0.1");
    let (found, expected) = (plain(found), plain(expected));
    let everywhere = expected.strip_prefix("0.0.0.0").or_else(|| expected.strip_prefix("[::]"));
    found == expected || everywhere.is_some_and(|port| found.ends_with(port))
}

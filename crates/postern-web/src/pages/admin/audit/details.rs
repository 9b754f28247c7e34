//! What an audit row says beside its event, in words: each value of its JSON text with a label. What this version has no
//! label for is shown under its own name, so that nothing of a row is hidden.

use postern_core::account::{AccountKind, Language, Role};
use postern_core::admin::{LinkUse, SessionEnd};
use postern_core::compromise::Level;
use postern_core::event::EventKind;
use postern_core::restriction::Reason;
use postern_core::source_entry::EntryKind;
use postern_core::time::Timestamp;
use postern_engine::ports::AuditRow;
use postern_text::{Key, key};
use serde_json::{Map, Value};

use crate::pages::admin::shell::Shell;
use crate::pages::language_name;

/// One value with its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    /// What it is.
    pub label: String,
    /// The value.
    pub text: String,
}

/// How a value is said.
#[derive(Clone, Copy)]
enum Form {
    /// As it is: a text, a number, several of them.
    Plain,
    /// A time.
    Time,
    /// The end of something; without one it holds until somebody ends it.
    End,
    Language,
    AccountKind,
    EntryKind,
    Roles,
    /// What a restriction is on: `{"is":"network","of":"…"}`; of an account at a network the network.
    Entity,
    /// A sentence of its own, where it is true.
    Fact(Key),
    /// What a link is good for.
    LinkUse,
    /// Why a session is over.
    SessionEnd,
    /// What was shown to sign in or to confirm: the word of a core `Proof`.
    Proof,
}

/// Values in the order in which they are shown, each with the events that it is shown so for; none: all others.
const KNOWN: &[(&str, Option<EventKind>, Key, Form)] = &[
    ("primary", None, key::AUDIT_ADDRESS, Form::Plain),
    ("aliases", None, key::AUDIT_ALIASES, Form::Plain),
    ("display_name", None, key::USERS_NAME, Form::Plain),
    ("name", Some(EventKind::PolicyChanged), key::AUDIT_VALUE, Form::Plain),
    ("name", None, key::USERS_NAME, Form::Plain),
    ("kind", Some(EventKind::AccountCreated), key::USERS_KIND, Form::AccountKind),
    ("kind", Some(EventKind::ProfileChanged), key::USERS_KIND, Form::AccountKind),
    ("kind", Some(EventKind::EntryAdded), key::USERS_KIND, Form::EntryKind),
    ("kind", Some(EventKind::EntryRemoved), key::USERS_KIND, Form::EntryKind),
    ("kind", Some(EventKind::EntryExpired), key::USERS_KIND, Form::EntryKind),
    ("language", None, key::AUDIT_LANGUAGE, Form::Language),
    ("roles", None, key::AUDIT_ROLES, Form::Roles),
    ("domains", None, key::SCOPED_DOMAINS, Form::Plain),
    ("groups", None, key::AUDIT_GROUPS, Form::Plain),
    ("is_gate_only", None, key::ADMIN_IN_PASSWORD, Form::Fact(key::CLI_GATE_ONLY)),
    ("alias", None, key::AUDIT_ALIAS, Form::Plain),
    ("from", None, key::AUDIT_BEFORE, Form::Plain),
    ("to", None, key::AUDIT_AFTER, Form::Plain),
    ("entity", None, key::AUDIT_ON, Form::Entity),
    ("network", None, key::LOCKS_SOURCE, Form::Plain),
    ("source", None, key::LOCKS_SOURCE, Form::Plain),
    ("client", None, key::ADMIN_SESSIONS_CLIENT, Form::Plain),
    ("since", None, key::ADMIN_HEAD_SINCE, Form::Time),
    ("until", None, key::ADMIN_HEAD_UNTIL, Form::End),
    ("ends", None, key::ADMIN_HEAD_UNTIL, Form::End),
    ("expires", None, key::ADMIN_HEAD_UNTIL, Form::End),
    ("opens", None, key::AUDIT_LINK, Form::LinkUse),
    ("cause", None, key::ADMIN_HEAD_WHY, Form::SessionEnd),
    ("by", None, key::AUDIT_PROOF, Form::Proof),
    ("passkey", None, key::FACTORS_PASSKEY, Form::Plain),
    ("is_vouched", None, key::LOCKS_SOURCE, Form::Fact(key::AUDIT_VOUCHED)),
    ("accounts_tried", None, key::AUDIT_TRIED, Form::Plain),
    ("counted", None, key::AUDIT_COUNTED, Form::Plain),
    ("threshold", None, key::AUDIT_LIMIT, Form::Plain),
    ("limit", None, key::AUDIT_LIMIT, Form::Plain),
    ("messages", None, key::AUDIT_MESSAGES, Form::Plain),
    ("contacts", None, key::AUDIT_CONTACTS, Form::Plain),
    ("left", None, key::AUDIT_CODES_LEFT, Form::Plain),
    ("scopes", None, key::AUDIT_SCOPES, Form::Plain),
    ("restriction", None, key::AUDIT_ID, Form::Plain),
    ("entry", None, key::AUDIT_ID, Form::Plain),
    ("token", None, key::AUDIT_ID, Form::Plain),
    ("admission", None, key::AUDIT_ID, Form::Plain),
    ("invitation", None, key::AUDIT_ID, Form::Plain),
    ("device", None, key::AUDIT_ID, Form::Plain),
    ("session", None, key::AUDIT_ID, Form::Plain),
];

/// What other words of the row say already, and the version of the text.
const SAID_ELSEWHERE: [&str; 4] = ["v", "reason", "evidence", "origin"];

/// Everything that the row says beside its event.
pub fn of(shell: &Shell, row: &AuditRow) -> Vec<Detail> {
    let words = shell.words;
    let kind = EventKind::from_code(&row.code);
    let Ok(Value::Object(mut values)) = serde_json::from_str(&row.detail) else {
        // Of a newer version, in a shape that this one does not know.
        return vec![Detail { label: words.say(key::CLI_HEAD_DETAILS, &[]), text: row.detail.clone() }];
    };
    let mut details = why(shell, row, &mut values);
    for (name, only, label, form) in KNOWN {
        if only.is_some() && *only != kind {
            continue;
        }
        let Some(value) = values.remove(*name) else { continue };
        if *name == "since" && value.as_i64() == Some(row.at.unix_micros()) {
            continue;
        }
        let text = text_of(shell, *form, &value);
        details.extend(text.map(|text| Detail { label: words.say(*label, &[]), text }));
    }
    // A restriction's kind is said with the event.
    let is_of_restriction = matches!(
        kind,
        Some(EventKind::RestrictionStarted | EventKind::RestrictionReleased | EventKind::RestrictionExpired)
    );
    let is_said = |name: &str| SAID_ELSEWHERE.contains(&name) || (is_of_restriction && name == "kind");
    let rest = values.into_iter().filter(|(name, _)| !is_said(name));
    details.extend(rest.filter_map(|(label, value)| Some(Detail { label, text: plain(shell, &value)? })));
    details
}

/// Why something happened and what was seen, as sentences. A person's own reason is the row's note already.
fn why(shell: &Shell, row: &AuditRow, values: &mut Map<String, Value>) -> Vec<Detail> {
    let words = shell.words;
    let mut details = Vec::new();
    let reason = row.reason.as_ref().filter(|reason| !matches!(reason, Reason::ByPerson { .. }));
    details.extend(reason.map(|reason| Detail {
        label: words.say(key::ADMIN_HEAD_WHY, &[]),
        text: words.restriction_reason(reason),
    }));
    if !row.evidence.is_empty() {
        let seen: Vec<String> = row.evidence.iter().map(|seen| words.evidence(seen)).collect();
        details.push(Detail { label: words.say(key::UNBLOCK_EVIDENCE, &[]), text: seen.join(" ") });
    }
    let level = values.get("level").and_then(Value::as_str).and_then(Level::from_code);
    let score = values.get("score").and_then(Value::as_u64).and_then(|score| u8::try_from(score).ok());
    if let Some((level, score)) = level.zip(score) {
        values.remove("level");
        values.remove("score");
        details.push(Detail { label: words.say(key::ADMIN_HEAD_WHY, &[]), text: words.score(score, level) });
    }
    details
}

/// The value in words; nothing where there is none.
fn text_of(shell: &Shell, form: Form, value: &Value) -> Option<String> {
    let words = shell.words;
    let code = value.as_str();
    // A code of a newer version is shown as it is.
    let or_code = |said: Option<String>| said.or_else(|| plain(shell, value));
    match form {
        Form::Plain => plain(shell, value),
        Form::Time => or_code(value.as_i64().map(|at| time(shell, at))),
        Form::End if value.is_null() => Some(words.say(key::CLI_UNTIL_RELEASED, &[])),
        Form::End => or_code(value.as_i64().map(|at| time(shell, at))),
        Form::Language => or_code(code.and_then(Language::from_code).map(|it| language_name(it).to_owned())),
        Form::AccountKind => or_code(code.and_then(AccountKind::from_code).map(|it| words.account_kind(it))),
        Form::EntryKind => or_code(code.and_then(EntryKind::from_code).map(|it| {
            let key = match it {
                EntryKind::Allowed => key::ENTRY_ALLOWED,
                EntryKind::Shared => key::ENTRY_SHARED,
                EntryKind::Pinned => key::ENTRY_PINNED,
            };
            words.say(key, &[])
        })),
        Form::Roles => {
            let role = |code: &Value| {
                let known = code.as_str().and_then(Role::from_code);
                known.map(|role| words.role(role)).or_else(|| plain(shell, code))
            };
            let roles: Vec<String> = value.as_array()?.iter().filter_map(role).collect();
            (!roles.is_empty()).then(|| roles.join(", "))
        }
        Form::Entity => {
            let of = value.get("of")?.as_str()?;
            Some(of.rsplit(' ').next().unwrap_or(of).to_owned())
        }
        Form::LinkUse => or_code(code.and_then(LinkUse::from_code).map(|it| {
            let key = match it {
                LinkUse::SetUp => key::AUDIT_LINK_SETS_UP,
                LinkUse::SignIn => key::AUDIT_LINK_SIGNS_IN,
            };
            words.say(key, &[])
        })),
        Form::SessionEnd => or_code(code.and_then(SessionEnd::from_code).map(|it| {
            let key = match it {
                SessionEnd::SignedOut => key::AUDIT_SIGNED_OUT,
                SessionEnd::EndedByPerson => key::AUDIT_ENDED_BY_PERSON,
                SessionEnd::TooMany => key::AUDIT_TOO_MANY_SESSIONS,
                SessionEnd::SecretChanged => key::AUDIT_SECRET_CHANGED,
            };
            words.say(key, &[])
        })),
        Form::Proof => or_code(match code {
            Some("link") => Some(words.say(key::AUDIT_PROOF_LINK, &[])),
            Some("code") => Some(words.say(key::AUDIT_PROOF_CODE, &[])),
            Some("recovery_code") => Some(words.say(key::AUDIT_PROOF_RECOVERY, &[])),
            Some("passkey") => Some(words.say(key::AUDIT_PROOF_PASSKEY, &[])),
            Some(_) | None => None,
        }),
        Form::Fact(key) => (value == &Value::Bool(true)).then(|| words.say(key, &[])),
    }
}

fn time(shell: &Shell, micros: i64) -> String {
    let at = Timestamp::from_unix_micros(micros);
    postern_text::format::when(shell.words.language(), at, shell.now, &shell.zone)
}

/// Text and numbers as they are; nothing for what is empty.
fn plain(shell: &Shell, value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Bool(yes) => Some(yes.to_string()),
        Value::Number(number) => {
            Some(number.as_u64().map_or_else(|| number.to_string(), |it| shell.number(it)))
        }
        Value::String(text) => (!text.is_empty()).then(|| text.clone()),
        Value::Array(all) => {
            let all: Vec<String> = all.iter().filter_map(|one| plain(shell, one)).collect();
            (!all.is_empty()).then(|| all.join(", "))
        }
        Value::Object(_) => Some(value.to_string()),
    }
}

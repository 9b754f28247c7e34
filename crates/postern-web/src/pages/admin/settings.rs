//! `/admin/settings`: what the running server was configured with, in words, each with the key of the file in which it is set,
//! and what is changed while it runs instead. What is secret is not here: the engine is not told it.

use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use postern_core::account::Language;
use postern_core::command::CommandKind;
use postern_text::{Key, key};

use super::page_error::PageError;
use super::session::Admin;
use super::shell::{Place, Shell};
use crate::pages::{Tell, language_name};

#[derive(Template)]
#[template(path = "admin/settings.html")]
struct Page {
    shell: Shell,
    lede: String,
    languages: String,
    groups: Vec<Group>,
    places: Vec<(Place, Key)>,
}

/// Some settings under one head.
struct Group {
    head: Key,
    rows: Vec<Row>,
}

/// One setting.
struct Row {
    label: Key,
    key: &'static str,
    values: Vec<String>,
    /// What holds where nothing is set.
    without: Key,
}

/// A key, what it is called, and what holds without it.
type Setting = (&'static str, Key, Key);

/// Settings by groups, in the order of the page: the head, and each key with what it is called and what holds without it.
const GROUPS: &[(Key, &[Setting])] = &[
    (
        key::SETTINGS_REACH,
        &[
            ("web.public_url", key::SETTINGS_PUBLIC_URL, key::SETTINGS_NOT_SET),
            ("web.listen", key::CONNECTIONS_HEAD_LISTEN, key::SETTINGS_NOT_SET),
            ("web.tls_certificate", key::SETTINGS_CERTIFICATE, key::SETTINGS_NO_CERTIFICATE),
            ("web.trusted_proxies", key::SETTINGS_PROXIES, key::SETTINGS_NO_PROXIES),
            ("web.admin_from", key::SETTINGS_ADMIN_FROM, key::SETTINGS_FROM_ANYWHERE),
            ("control.socket", key::SETTINGS_SOCKET, key::SETTINGS_NOT_SET),
        ],
    ),
    (
        key::SETTINGS_SITE,
        &[
            ("site.own_domains", key::SCOPED_DOMAINS, key::SETTINGS_NOT_SET),
            ("site.default_domain", key::SETTINGS_DEFAULT_DOMAIN, key::SETTINGS_NOT_SET),
            ("site.time_zone", key::SETTINGS_ZONE, key::SETTINGS_NOT_SET),
            ("site.help_url", key::SETTINGS_HELP, key::SETTINGS_NOT_SET),
        ],
    ),
    (
        key::CONNECTIONS_ASKS,
        &[
            ("gates.auth_policy.listen", key::SETTINGS_AUTH_POLICY, key::CLI_CONFIG_NO_AUTH_POLICY),
            ("gates.postfix_policy.listen", key::SETTINGS_POLICY_GATE, key::CLI_CONFIG_NO_POLICY),
            ("gates.milter.listen", key::SETTINGS_MILTER, key::CLI_CONFIG_NO_MILTER),
            ("gates.mail_log.from", key::SETTINGS_MAIL_LOG, key::CONNECTIONS_LOG_NONE),
        ],
    ),
    (
        key::CONNECTIONS_WRITES,
        &[
            ("exports.dovecot.passwd_file", key::SETTINGS_PASSWD_FILE, key::CLI_CONFIG_NO_DOVECOT),
            ("exports.dovecot.deny_file", key::SETTINGS_DENY_FILE, key::CLI_CONFIG_NO_DOVECOT),
            ("exports.postfix.sending_map", key::SETTINGS_MAP, key::CLI_CONFIG_NO_POSTFIX),
            ("mail_queue.config_dir", key::POINT_MAIL_QUEUE, key::CLI_CONFIG_NO_QUEUE),
            ("doveadm.api", key::POINT_MAIL_SESSIONS, key::CONFIG_NO_DOVEADM),
        ],
    ),
    (
        key::SETTINGS_NOTICES,
        &[
            ("notify.admins", key::SETTINGS_NOTICE_TO, key::CLI_CONFIG_NO_NOTIFY),
            ("notify.from", key::SETTINGS_NOTICE_FROM, key::SETTINGS_NOT_SET),
            ("notify.relay", key::SETTINGS_RELAY, key::SETTINGS_NOT_SET),
            ("notify.language", key::AUDIT_LANGUAGE, key::SETTINGS_NOT_SET),
        ],
    ),
    (
        key::CONNECTIONS_READS,
        &[
            ("geo.city_file", key::SETTINGS_GEO_CITY, key::SETTINGS_NOT_SET),
            ("geo.asn_file", key::SETTINGS_GEO_ASN, key::SETTINGS_NOT_SET),
            ("geo.anonymous_file", key::SETTINGS_GEO_ANONYMOUS, key::SETTINGS_NOT_SET),
            ("passwords.breached_file", key::SETTINGS_BREACHED, key::SETTINGS_COMMON_ONLY),
        ],
    ),
    (
        key::SETTINGS_OWN,
        &[
            ("data_dir", key::SETTINGS_DATA, key::SETTINGS_NOT_SET),
            ("log.level", key::SETTINGS_LOG, key::SETTINGS_NOT_SET),
        ],
    ),
];

/// What is changed on pages instead, each with what is decided there.
const PLACES: [(Place, Key); 5] = [
    (Place::Policies, key::SETTINGS_AT_POLICIES),
    (Place::Sources, key::SETTINGS_AT_SOURCES),
    (Place::Admins, key::SETTINGS_AT_ADMINS),
    (Place::Tokens, key::SETTINGS_AT_TOKENS),
    (Place::Connections, key::SETTINGS_AT_CONNECTIONS),
];

/// `GET /admin/settings`
pub async fn show(admin: Admin) -> Result<Response, PageError> {
    admin.may(CommandKind::ReadSite)?;
    let configured = &admin.engine.site().configured;
    let row = |&(name, label, without): &Setting| {
        let found = configured.values.iter().find(|(known, _)| *known == name);
        let values = found.map_or_else(Vec::new, |(_, values)| values.clone());
        Row { label, key: name, values: values.iter().map(|value| said(name, value)).collect(), without }
    };
    let group = |&(head, rows): &(Key, &[Setting])| Group { head, rows: rows.iter().map(row).collect() };
    let names: Vec<&str> = Language::ALL.iter().map(|&language| language_name(language)).collect();
    let names = names.join(", ");
    let page = Page {
        shell: Shell::new(&admin, Some(Place::Settings), admin.words.t(key::SETTINGS_TITLE)),
        lede: match &configured.file {
            Some(file) => admin.words.say(key::SETTINGS_LEDE, &[("file", file.into())]),
            None => admin.words.t(key::SETTINGS_LEDE_NO_FILE),
        },
        languages: admin.words.say(key::SETTINGS_LANGUAGES, &[("names", (&names).into())]),
        groups: GROUPS.iter().map(group).collect(),
        places: PLACES
            .into_iter()
            .filter(|(place, _)| *place != Place::Tokens || admin.is_allowed(CommandKind::ManageTokens))
            .collect(),
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

/// A value in words where it is a code.
fn said(name: &str, value: &str) -> String {
    let language = (name == "notify.language").then(|| Language::from_code(value)).flatten();
    language.map_or_else(|| value.to_owned(), |language| language_name(language).to_owned())
}

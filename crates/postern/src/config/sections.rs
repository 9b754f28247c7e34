//! What the values mean: from the flat list of keys to a checked [`Config`].

use std::path::PathBuf;

use postern_connect::AtlasFiles;
use postern_core::account::Language;
use postern_core::address::Nat64Prefix;
use postern_core::name::NameRules;
use postern_engine::sending::TrustedReporters;

use super::listen::Listen;
use super::reader::{Found, Reader};
use super::{
    Config, DEFAULT_SOCKET, DovecotExport, Log, LogFormat, MailQueueAccess, Notify, PostfixExport, Site,
    gates,
};

const LOG_LEVELS: [&str; 5] = ["error", "warn", "info", "debug", "trace"];

/// Reads every section, so that every problem is told; `None` when something necessary is missing.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<Config> {
    let data_dir = needed_path(reader, "data_dir");
    let site = site(reader);
    let socket = path(reader, "control.socket").unwrap_or_else(|| PathBuf::from(DEFAULT_SOCKET));
    let postfix_policy = section(reader, "gates.postfix_policy", gates::postfix_policy);
    let milter = section(reader, "gates.milter", gates::milter);
    let mail_log = section(reader, "gates.mail_log", gates::mail_log);
    let auth_policy = section(reader, "gates.auth_policy", gates::auth_policy);
    let web = section(reader, "web", super::web::read);
    let dovecot = section(reader, "exports.dovecot", dovecot);
    let postfix = section(reader, "exports.postfix", postfix);
    let mail_queue = section(reader, "mail_queue", mail_queue);
    let doveadm = section(reader, "doveadm", gates::doveadm);
    let notify = section(reader, "notify", notify);
    let reporters = section(reader, "reports", reporters);
    let geo = section(reader, "geo", geo);
    let passwords = section(reader, "passwords", |reader| {
        let breached = optional_path(reader, "passwords.breached_file")?;
        Some([breached, optional_path(reader, "passwords.words_file")?])
    });
    let log = log(reader);
    if !reader.has_problems() {
        doors_apart(reader);
    }
    let [breached_file, password_words_file] = passwords?.unwrap_or_default();
    Some(Config {
        file: None,
        is_sample: false,
        data_dir: data_dir?,
        site: site?,
        socket,
        postfix_policy: postfix_policy?,
        milter: milter?,
        mail_log: mail_log?,
        auth_policy: auth_policy?,
        web: web?,
        dovecot: dovecot?,
        postfix: postfix?,
        mail_queue: mail_queue?,
        doveadm: doveadm?,
        notify: notify?,
        reporters: reporters?.unwrap_or_default(),
        geo: geo?.unwrap_or_default(),
        breached_file,
        password_words_file,
        log: log?,
    })
}

/// Keys that name sockets on which somebody asks.
const DOORS: [&str; 7] = [
    "gates.postfix_policy.listen",
    "gates.postfix_policy.proxy_listen",
    "gates.milter.listen",
    "gates.milter.proxy_listen",
    "gates.auth_policy.listen",
    "gates.auth_policy.proxy_listen",
    "web.listen",
];

/// Two doors on one socket: the server would not start, and the file would have been called correct.
fn doors_apart(reader: &mut Reader<'_>) {
    let mut taken: Vec<(Listen, &str)> = Vec::new();
    for key in DOORS {
        for found in reader.texts(key).unwrap_or_default() {
            let Ok(listen) = found.value.parse::<Listen>() else { continue };
            match taken.iter().find(|(other, _)| *other == listen && !listen.is_any_port()) {
                Some((_, other)) => {
                    let message = format!("{:?} is taken already by {other}: name another one", found.value);
                    reader.problem(found.line, key, &message);
                }
                None => taken.push((listen, key)),
            }
        }
    }
}

/// An optional section: `Some(None)` when it is not written, `None` when it is written wrongly.
fn section<T>(
    reader: &mut Reader<'_>,
    name: &str,
    read: impl FnOnce(&mut Reader<'_>) -> Option<T>,
) -> Option<Option<T>> {
    if reader.has_section(name) { read(reader).map(Some) } else { Some(None) }
}

fn site(reader: &mut Reader<'_>) -> Option<Site> {
    let default_domain = match reader.text("site.default_domain") {
        Some(found) => Some(domain(reader, "site.default_domain", found)?),
        None => None,
    };
    let plus_delimiter = plus_delimiter(reader);
    let own_domains = reader.needed_texts("site.own_domains").map(|domains| {
        domains.into_iter().filter_map(|found| domain(reader, "site.own_domains", found)).collect::<Vec<_>>()
    });
    let time_zone = time_zone(reader);
    let help_url = help_url(reader);
    let nat64 = nat64_prefix(reader);
    let names = NameRules { default_domain, plus_delimiter: plus_delimiter? };
    Some(Site { names, nat64: nat64?, own_domains: own_domains?, time_zone: time_zone?, help_url: help_url? })
}

fn domain(reader: &mut Reader<'_>, key: &str, found: Found<String>) -> Option<String> {
    // The canonical form comes from the one place that computes it: the domain of a name.
    let probe = format!("x@{}", found.value);
    let name = postern_core::name::AccountName::parse(&probe, &NameRules::default());
    match name.ok().and_then(|name| name.domain().map(str::to_owned)) {
        Some(domain) if !found.value.contains('@') => Some(domain),
        Some(_) | None => {
            let message = format!("{:?} is not a domain: write it as in contoso.example", found.value);
            reader.problem(found.line, key, &message);
            None
        }
    }
}

fn plus_delimiter(reader: &mut Reader<'_>) -> Option<Option<char>> {
    let Some(found) = reader.text("site.plus_delimiter") else { return Some(Some('+')) };
    let mut characters = found.value.chars();
    match (characters.next(), characters.next()) {
        (first, None) if first.is_none_or(|c| c.is_ascii_punctuation() && c != '@') => Some(first),
        (_, _) => {
            let message = "takes one ASCII sign, as in \"+\", or \"\" for no plus-addresses";
            reader.problem(found.line, "site.plus_delimiter", message);
            None
        }
    }
}

fn nat64_prefix(reader: &mut Reader<'_>) -> Option<Option<Nat64Prefix>> {
    let Some(found) = reader.text("site.nat64_prefix") else {
        return Some(Nat64Prefix::WELL_KNOWN.parse().ok());
    };
    if found.value.is_empty() {
        return Some(None);
    }
    if let Ok(prefix) = found.value.parse() {
        return Some(Some(prefix));
    }
    let message = format!(
        "{:?} is not a NAT64 prefix: write an IPv6 network of 32, 40, 48, 56, 64 or 96 bits, as in 64:ff9b::/96, or \"\" for none",
        found.value
    );
    reader.problem(found.line, "site.nat64_prefix", &message);
    None
}

fn time_zone(reader: &mut Reader<'_>) -> Option<String> {
    let Some(found) = reader.text("site.time_zone") else { return Some("UTC".to_owned()) };
    if jiff::tz::TimeZone::get(&found.value).is_ok() {
        return Some(found.value);
    }
    let message =
        format!("there is no time zone {:?}: write an IANA name, as in Europe/Stockholm", found.value);
    reader.problem(found.line, "site.time_zone", &message);
    None
}

fn help_url(reader: &mut Reader<'_>) -> Option<String> {
    let found = reader.needed_text("site.help_url")?;
    let bare = found.value.trim_end_matches('/');
    let has_host = ["https://", "http://"]
        .iter()
        .any(|scheme| bare.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty()));
    let is_printable = bare.bytes().all(|byte| byte.is_ascii_graphic());
    // 200 bytes leave room for words and code in an SMTP reply of 512 (RFC 5321, section 4.5.3.1.5).
    if has_host && is_printable && bare.len() <= 200 {
        return Some(bare.to_owned());
    }
    let message =
        "takes a web address in ASCII of at most 200 characters, as in https://mail.contoso.example/why";
    reader.problem(found.line, "site.help_url", message);
    None
}

fn dovecot(reader: &mut Reader<'_>) -> Option<DovecotExport> {
    let passwd_file = needed_path(reader, "exports.dovecot.passwd_file");
    let deny_file = needed_path(reader, "exports.dovecot.deny_file");
    let uid = reader.needed_number("exports.dovecot.uid");
    let gid = reader.needed_number("exports.dovecot.gid");
    let home = reader.needed_text("exports.dovecot.home").and_then(|found| {
        // A colon or line break would end the field of the passwd-file.
        if found.value.starts_with('/') && !found.value.contains([':', '\n', '\r']) {
            return Some(found.value);
        }
        let message = "takes an absolute path without colons, as in /var/mail/vhosts/%d/%n";
        reader.problem(found.line, "exports.dovecot.home", message);
        None
    });
    Some(DovecotExport {
        passwd_file: passwd_file?,
        deny_file: deny_file?,
        uid: uid?,
        gid: gid?,
        home: home?,
    })
}

fn postfix(reader: &mut Reader<'_>) -> Option<PostfixExport> {
    let sending_map = needed_path(reader, "exports.postfix.sending_map");
    let map_type = match reader.text("exports.postfix.map_type") {
        None => Some("lmdb".to_owned()),
        Some(found) if postern_connect::postfix::MapType::parse(&found.value).is_some() => Some(found.value),
        Some(found) => {
            let message = "takes lmdb or hash; hash is felt by new sessions only";
            reader.problem(found.line, "exports.postfix.map_type", message);
            None
        }
    };
    let config_dir = path(reader, "exports.postfix.config_dir");
    Some(PostfixExport { sending_map: sending_map?, map_type: map_type?, config_dir })
}

fn mail_queue(reader: &mut Reader<'_>) -> Option<MailQueueAccess> {
    let holds_restricted = reader.boolean("mail_queue.hold_restricted");
    let sudo = reader.boolean("mail_queue.sudo");
    let config_dir = optional_path(reader, "mail_queue.config_dir");
    Some(MailQueueAccess {
        holds_restricted: holds_restricted?.unwrap_or(true),
        sudo: sudo?.unwrap_or(false),
        config_dir: config_dir?,
    })
}

fn notify(reader: &mut Reader<'_>) -> Option<Notify> {
    let relay = reader.needed_text("notify.relay").and_then(|found| {
        let parts = found.value.rsplit_once(':').map(|(host, port)| (host.len(), port.parse::<u16>()));
        if matches!(parts, Some((1.., Ok(1..)))) {
            return Some(found.value);
        }
        reader.problem(found.line, "notify.relay", "takes a host and a port, as in 127.0.0.1:25");
        None
    });
    let from = reader.needed_text("notify.from").and_then(|found| mail_address(reader, "notify.from", found));
    let admins = reader.needed_texts("notify.admins").map(|admins| {
        admins.into_iter().filter_map(|found| mail_address(reader, "notify.admins", found)).collect()
    });
    let language = match reader.text("notify.language") {
        None => Some(Language::En),
        Some(found) => Language::from_code(&found.value).or_else(|| {
            let known: Vec<_> = Language::ALL.iter().map(|language| language.code()).collect();
            reader.problem(found.line, "notify.language", &format!("takes one of {}", known.join(", ")));
            None
        }),
    };
    Some(Notify { relay: relay?, from: from?, admins: admins?, language: language? })
}

/// Whose complaints are believed, and which server says that they come from there.
fn reporters(reader: &mut Reader<'_>) -> Option<TrustedReporters> {
    let server = reader
        .needed_text("reports.authserv_id")
        .and_then(|found| domain(reader, "reports.authserv_id", found));
    let texts = reader.needed_texts("reports.reporters")?;
    let count = texts.len();
    let domains: Vec<_> =
        texts.into_iter().filter_map(|found| domain(reader, "reports.reporters", found)).collect();
    (domains.len() == count).then_some(TrustedReporters { server: server?, domains })
}

/// Every key is optional; a written one is an absolute path. Whether there is a file is told while Postern runs,
/// because updates come and go.
fn geo(reader: &mut Reader<'_>) -> Option<AtlasFiles> {
    Some(AtlasFiles {
        city: optional_path(reader, "geo.city_file")?,
        asn: optional_path(reader, "geo.asn_file")?,
        anonymous: optional_path(reader, "geo.anonymous_file")?,
    })
}

/// `Some(None)` when it is not written, `None` when it is written wrongly.
fn optional_path(reader: &mut Reader<'_>, key: &str) -> Option<Option<PathBuf>> {
    match reader.text(key) {
        Some(found) => absolute(reader, key, found).map(Some),
        None => Some(None),
    }
}

fn mail_address(reader: &mut Reader<'_>, key: &str, found: Found<String>) -> Option<String> {
    let name = postern_core::name::AccountName::parse(&found.value, &NameRules::default());
    if name.is_ok_and(|name| name.domain().is_some()) {
        return Some(found.value);
    }
    let message =
        format!("{:?} is not a mail address: write it as in postmaster@contoso.example", found.value);
    reader.problem(found.line, key, &message);
    None
}

fn log(reader: &mut Reader<'_>) -> Option<Log> {
    let level = match reader.text("log.level") {
        None => Some("info".to_owned()),
        Some(found) if LOG_LEVELS.contains(&found.value.as_str()) => Some(found.value),
        Some(found) => {
            reader.problem(found.line, "log.level", &format!("takes one of {}", LOG_LEVELS.join(", ")));
            None
        }
    };
    let format = match reader.text("log.format") {
        None => Some(LogFormat::Text),
        Some(found) => match found.value.as_str() {
            "text" => Some(LogFormat::Text),
            "json" => Some(LogFormat::Json),
            _ => {
                reader.problem(found.line, "log.format", "takes text or json");
                None
            }
        },
    };
    Some(Log { level: level?, format: format? })
}

fn path(reader: &mut Reader<'_>, key: &str) -> Option<PathBuf> {
    let found = reader.text(key)?;
    absolute(reader, key, found)
}

fn needed_path(reader: &mut Reader<'_>, key: &str) -> Option<PathBuf> {
    let found = reader.needed_text(key)?;
    absolute(reader, key, found)
}

fn absolute(reader: &mut Reader<'_>, key: &str, found: Found<String>) -> Option<PathBuf> {
    if found.value.starts_with('/') {
        return Some(PathBuf::from(found.value));
    }
    reader.problem(found.line, key, "takes an absolute path, one that starts with /");
    None
}

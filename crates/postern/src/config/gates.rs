//! What the values of the gates mean: sockets, proxies in front of them, and keys.

use postern_core::address::ClientNetwork;
use postern_engine::sending::SpamHeader;

use super::listen::Listen;
use super::reader::{Found, Reader};
use super::{AuthPolicyGate, Doors, DoveadmAccess, MailLog, MilterGate, PostfixPolicyGate};

/// Shortest key that guards the auth-policy gate, in bytes: 128 bits in hex.
pub const API_KEY_BYTES_MIN: usize = 16;
const API_KEY: &str = "gates.auth_policy.api_key";
const MANAGEMENT_KEY: &str = "gates.auth_policy.management_key";

pub(super) fn postfix_policy(reader: &mut Reader<'_>) -> Option<PostfixPolicyGate> {
    let doors = doors(reader, "gates.postfix_policy");
    let restriction_class = restriction_class(reader);
    Some(PostfixPolicyGate { doors: doors?, restriction_class: restriction_class? })
}

fn restriction_class(reader: &mut Reader<'_>) -> Option<Option<String>> {
    const KEY: &str = "gates.postfix_policy.restriction_class";
    let Some(found) = reader.text(KEY) else { return Some(None) };
    let is_name = !found.value.is_empty()
        && found.value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if is_name {
        return Some(Some(found.value));
    }
    let message = "takes the name of a class in smtpd_restriction_classes, as in \"postern_open\"";
    reader.problem(found.line, KEY, message);
    None
}

pub(super) fn milter(reader: &mut Reader<'_>) -> Option<MilterGate> {
    let doors = doors(reader, "gates.milter");
    let spam_header = spam_header(reader);
    Some(MilterGate { doors: doors?, spam_header: spam_header? })
}

/// `Name: value`, as it stands in the mail.
fn spam_header(reader: &mut Reader<'_>) -> Option<Option<SpamHeader>> {
    const KEY: &str = "gates.milter.spam_header";
    let Some(found) = reader.text(KEY) else { return Some(None) };
    // RFC 5322, 3.6.8: a name is printable ASCII without a colon.
    let is_name = |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_graphic());
    match found.value.split_once(':') {
        Some((name, value)) if is_name(name) && !value.trim().is_empty() => {
            Some(Some(SpamHeader { name: name.to_owned(), value: value.trim().to_owned() }))
        }
        Some(_) | None => {
            let message =
                "takes a header as it stands in a mail that your scanner calls spam, as in \"X-Spam: Yes\"";
            reader.problem(found.line, KEY, message);
            None
        }
    }
}

pub(super) fn mail_log(reader: &mut Reader<'_>) -> Option<MailLog> {
    const FROM: &str = "gates.mail_log.from";
    let texts = reader.needed_texts(FROM)?;
    let count = texts.len();
    let mut log = MailLog { files: Vec::new(), sockets: Vec::new() };
    for found in texts {
        match found.value.strip_prefix("unix:") {
            Some(path) if path.starts_with('/') => log.sockets.push(path.into()),
            None if found.value.starts_with('/') => log.files.push(found.value.into()),
            Some(_) | None => {
                let message = format!(
                    "{:?} is neither a file nor a socket: write it as in \"/var/log/mail.log\", or \"unix:/run/postern/mail-log.sock\"",
                    found.value
                );
                reader.problem(found.line, FROM, &message);
            }
        }
    }
    (log.files.len() + log.sockets.len() == count).then_some(log)
}

pub(super) fn auth_policy(reader: &mut Reader<'_>) -> Option<AuthPolicyGate> {
    let doors = doors(reader, "gates.auth_policy");
    let api_key = reader.needed_text(API_KEY).and_then(|found| secret(reader, API_KEY, found));
    let management_key = match reader.text(MANAGEMENT_KEY) {
        None => Some(None),
        Some(found) => management_key(reader, found, api_key.as_deref()).map(Some),
    };
    Some(AuthPolicyGate { doors: doors?, api_key: api_key?, management_key: management_key? })
}

fn management_key(reader: &mut Reader<'_>, found: Found<String>, api_key: Option<&str>) -> Option<String> {
    let line = found.line;
    let key = secret(reader, MANAGEMENT_KEY, found)?;
    if api_key != Some(key.as_str()) {
        return Some(key);
    }
    let message = "is the same as api_key: write another one, because every mail server holds that key and none \
                   should be able to change the lists";
    reader.problem(line, MANAGEMENT_KEY, message);
    None
}

/// Dovecot's API: a call carries a key that ends everybody's sessions, so it never leaves this machine.
pub(super) fn doveadm(reader: &mut Reader<'_>) -> Option<DoveadmAccess> {
    const API: &str = "doveadm.api";
    const KEY: &str = "doveadm.api_key";
    let api = reader.needed_text(API).and_then(|found| match found.value.parse() {
        Ok(Listen::Tcp(address)) if !address.ip().is_loopback() => {
            let message = "takes an address of this machine's loopback or a Unix socket, as in unix:/run/dovecot/http: the \
                           key travels in the clear";
            reader.problem(found.line, API, message);
            None
        }
        Ok(api) => Some(api),
        Err(error) => {
            reader.problem(found.line, API, &format!("{:?} is no socket: {error}", found.value));
            None
        }
    });
    let api_key = reader.needed_text(KEY).and_then(|found| secret(reader, KEY, found));
    Some(DoveadmAccess { api: api?, api_key: api_key? })
}

/// A key: the text itself, or what is in the file that it names.
fn secret(reader: &mut Reader<'_>, key: &str, found: Found<String>) -> Option<String> {
    let secret = match found.value.strip_prefix("file:") {
        None => found.value,
        Some(path) => match std::fs::read_to_string(path) {
            Ok(text) => text.trim().to_owned(),
            Err(error) => {
                // The other keys are made with the program that they are for.
                let made = if key == "gates.auth_policy.api_key" { "; `postern init` makes one" } else { "" };
                let message = format!("cannot read {path}: {error}{made}");
                reader.problem(found.line, key, &message);
                return None;
            }
        },
    };
    if secret.len() >= API_KEY_BYTES_MIN && secret.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Some(secret);
    }
    let message = format!("takes a key of at least {API_KEY_BYTES_MIN} ASCII characters without blanks");
    reader.problem(found.line, key, &message);
    None
}

/// The sockets of a gate: those that are asked directly, and those behind proxies.
fn doors(reader: &mut Reader<'_>, gate: &str) -> Option<Doors> {
    let [listen_key, proxied_key, proxies_key] =
        ["listen", "proxy_listen", "proxies"].map(|key| format!("{gate}.{key}"));
    let proxied_texts = reader.texts(&proxied_key).unwrap_or_default();
    let listen_texts = if proxied_texts.is_empty() {
        reader.needed_texts(&listen_key)
    } else {
        Some(reader.texts(&listen_key).unwrap_or_default())
    };
    let proxies_texts = reader.texts(&proxies_key).unwrap_or_default();
    let line_of = |texts: &[Found<String>]| texts.first().map_or(1, |text| text.line);
    let (proxied_line, proxies_line) = (line_of(&proxied_texts), line_of(&proxies_texts));
    let listen = listen_texts.and_then(|texts| sockets(reader, &listen_key, texts));
    let proxied = sockets(reader, &proxied_key, proxied_texts);
    let proxies = networks(reader, &proxies_key, proxies_texts);
    let doors = Doors { listen: listen?, proxied: proxied?, proxies: proxies? };
    let wants_proxies = doors.proxied.iter().any(|socket| matches!(socket, Listen::Tcp(_)));
    if wants_proxies && doors.proxies.is_empty() {
        let message = "needs the proxies beside it, as in proxies = [\"192.0.2.10\"]: a header from anybody else \
                       is not believed";
        reader.problem(proxied_line, &proxied_key, message);
        return None;
    }
    if doors.proxied.is_empty() && !doors.proxies.is_empty() {
        let message = "is of no use without proxy_listen: only there a PROXY header is read";
        reader.problem(proxies_line, &proxies_key, message);
        return None;
    }
    Some(doors)
}

pub(super) fn sockets(reader: &mut Reader<'_>, key: &str, texts: Vec<Found<String>>) -> Option<Vec<Listen>> {
    let count = texts.len();
    let mut sockets = Vec::with_capacity(count);
    for found in texts {
        match found.value.parse() {
            Ok(socket) => sockets.push(socket),
            Err(error) => {
                reader.problem(found.line, key, &format!("{:?} is no socket: {error}", found.value))
            }
        }
    }
    (sockets.len() == count).then_some(sockets)
}

pub(super) fn networks(
    reader: &mut Reader<'_>,
    key: &str,
    texts: Vec<Found<String>>,
) -> Option<Vec<ClientNetwork>> {
    let count = texts.len();
    let mut networks = Vec::with_capacity(count);
    for found in texts {
        match found.value.parse::<ClientNetwork>() {
            Ok(network) if network.prefix_bits() > 0 => networks.push(network),
            Ok(_) => {
                let message = format!("{:?} is everybody: name the proxies", found.value);
                reader.problem(found.line, key, &message);
            }
            Err(_) => {
                let message = format!(
                    "{:?} is no address or network: write it as in 192.0.2.10 or 192.0.2.0/24",
                    found.value
                );
                reader.problem(found.line, key, &message);
            }
        }
    }
    (networks.len() == count).then_some(networks)
}

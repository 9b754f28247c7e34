//! The section `[web]`: where applications ask and where the owner's one-time link leads.

use std::path::PathBuf;

use postern_core::account::Language;
use postern_core::address::ClientNetwork;
use postern_engine::engine::{CONTACT_CHARS_MAX, Contact};

use super::gates::{networks, sockets};
use super::listen::Listen;
use super::reader::Reader;

const PROXIES: &str = "web.trusted_proxies";
const ADMIN_FROM: &str = "web.admin_from";

/// Where applications and people reach us over HTTP.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Web {
    /// Sockets, at least one.
    pub listen: Vec<Listen>,
    /// What links begin with, without a trailing slash.
    pub public_url: String,
    /// Networks of the reverse proxies whose word about a client's address is taken.
    pub trusted_proxies: Vec<ClientNetwork>,
    /// Files of certificate and key, where the TCP sockets speak HTTPS.
    pub tls: Option<(PathBuf, PathBuf)>,
    /// How people reach the help desk.
    pub contact: Contact,
    /// Networks from which the admin centre can be reached; `None` for all.
    pub admin_from: Option<Vec<ClientNetwork>>,
}

pub(super) fn read(reader: &mut Reader<'_>) -> Option<Web> {
    let listen = reader.needed_texts("web.listen").and_then(|texts| sockets(reader, "web.listen", texts));
    let public_url = public_url(reader);
    let proxies = reader.texts(PROXIES).unwrap_or_default();
    let trusted_proxies = networks(reader, PROXIES, proxies);
    let admin_from = match reader.texts(ADMIN_FROM) {
        Some(texts) => networks(reader, ADMIN_FROM, texts).map(Some),
        None => Some(None),
    };
    let tls = tls(reader);
    let contact = contact(reader);
    let (listen, public_url) = (listen?, public_url?);
    let trusted_proxies = trusted_proxies?;
    Some(Web { listen, public_url, trusted_proxies, tls: tls?, contact: contact?, admin_from: admin_from? })
}

/// What each language says of the help desk.
fn contact(reader: &mut Reader<'_>) -> Option<Contact> {
    let mut contact = Contact::default();
    let mut is_good = true;
    for &language in Language::ALL {
        let key = format!("web.contact_{}", language.code());
        let Some(found) = reader.text(&key) else { continue };
        let text = found.value.trim();
        if text.is_empty() || text.chars().count() > CONTACT_CHARS_MAX || text.chars().any(char::is_control) {
            let message = format!("takes one line of plain text, 1 to {CONTACT_CHARS_MAX} characters");
            reader.problem(found.line, &key, &message);
            is_good = false;
        } else {
            contact.set(language, text.to_owned());
        }
    }
    is_good.then_some(contact)
}

/// Both files or neither.
fn tls(reader: &mut Reader<'_>) -> Option<Option<(PathBuf, PathBuf)>> {
    const CERTIFICATE: &str = "web.tls_certificate";
    const KEY: &str = "web.tls_key";
    match (reader.text(CERTIFICATE), reader.text(KEY)) {
        (None, None) => Some(None),
        (Some(certificate), Some(key)) => Some(Some((certificate.value.into(), key.value.into()))),
        (Some(alone), None) => {
            reader.problem(alone.line, CERTIFICATE, "needs web.tls_key beside it");
            None
        }
        (None, Some(alone)) => {
            reader.problem(alone.line, KEY, "needs web.tls_certificate beside it");
            None
        }
    }
}

fn public_url(reader: &mut Reader<'_>) -> Option<String> {
    const KEY: &str = "web.public_url";
    let found = reader.needed_text(KEY)?;
    let bare = found.value.trim_end_matches('/');
    let is_plain = bare.bytes().all(|byte| byte.is_ascii_graphic() && !b"?#\"'<>\\@".contains(&byte));
    if is_plain && bare.len() <= 200 && (has_host(bare, "https://") || is_this_machine(bare)) {
        return Some(bare.to_owned());
    }
    let message = "takes the https address under which people reach Postern, as in https://postern.contoso.example; \
                   http only for localhost";
    reader.problem(found.line, KEY, message);
    None
}

fn has_host(url: &str, scheme: &str) -> bool {
    url.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
}

/// A one-time link over plain HTTP would be everybody's on the way; on this machine there is no way.
fn is_this_machine(url: &str) -> bool {
    ["http://localhost", "http://127.0.0.1", "http://[::1]"].iter().any(|local| {
        url.strip_prefix(local).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/']))
    })
}

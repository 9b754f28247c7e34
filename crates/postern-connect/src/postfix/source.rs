//! The source text of the map: one `login  550 5.7.1 text` per line, sorted. Read back at start.
//!
//! Format: postmap(1), "INPUT FILE FORMAT": a line that starts with a blank continues the one above, `#` starts
//! a comment, a double quote a quoted key. None of these can come from a name or a text of ours.

use std::collections::BTreeMap;

use postern_core::name::AccountName;

/// Longest text after the code, in bytes: with code and login it stays below the 512 of an SMTP reply line
/// (RFC 5321, section 4.5.3.1.5), and it is what the policy gate allows.
const TEXT_BYTES_MAX: usize = 400;

const HEAD: &str = "# Written by Postern, read by postmap. Changes by hand are lost.\n";

/// Every login of an account: its names, and the bare login where the domain is the default one.
pub(super) fn logins<'a>(
    names: &'a [AccountName],
    default_domain: Option<&'a str>,
) -> impl Iterator<Item = &'a str> {
    names.iter().flat_map(move |name| {
        let is_default = default_domain.is_some() && name.domain() == default_domain;
        std::iter::once(name.as_str()).chain(is_default.then(|| name.local_part()))
    })
}

/// What keeps a login out of the map.
pub(super) fn problem_of(login: &str) -> Option<&'static str> {
    if login.is_empty() || login.starts_with(['#', '"']) {
        Some("an empty name or one that starts with # or a quote is not a key")
    } else if login.chars().any(|c| c.is_control() || c.is_whitespace()) {
        Some("a blank or control character would end the key or the line")
    } else {
        None
    }
}

/// The right-hand side: refuse for good, with this text. Plain ASCII, one line.
pub(super) fn refusal(text: &str) -> String {
    let ascii = text.chars().map(|c| match c {
        ' '..='~' => c,
        c if c.is_whitespace() => ' ',
        _ => '?',
    });
    format!("550 5.7.1 {}", ascii.take(TEXT_BYTES_MAX).collect::<String>().trim())
}

pub(super) fn render(rows: &BTreeMap<String, String>) -> String {
    let mut text = String::from(HEAD);
    for (login, value) in rows {
        text.push_str(login);
        text.push(' ');
        text.push_str(value);
        text.push('\n');
    }
    text
}

pub(super) fn parse(text: &str) -> BTreeMap<String, String> {
    let rows = text.lines().filter(|line| !line.starts_with('#'));
    let pairs = rows.filter_map(|line| line.split_once(' '));
    pairs
        .filter(|(login, _)| problem_of(login).is_none())
        .map(|(login, value)| (login.to_owned(), value.to_owned()))
        .collect()
}

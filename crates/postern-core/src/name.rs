//! One canonical name per account, computed in one place.
//!
//! Every gate, counter, restriction and log resolves what it was given through [`AccountName::parse`], so two
//! spellings of one account never have two counters. The steps: trim, NFKC, Unicode case folding, NFKC again,
//! domain to ASCII (IDNA), plus-address cut off, default domain added to a bare login. Aliases are resolved
//! after this by the directory. Look-alikes of different scripts are different names and are never merged.

use std::fmt;

use caseless::Caseless;
use unicode_normalization::UnicodeNormalization;

/// Longest name in bytes, before and after canonicalisation: 64 + 1 + 255 (RFC 5321, section 4.5.3.1).
pub const NAME_BYTES_MAX: usize = 320;

/// The canonical name of an account: `local@domain`, or a bare login where no default domain is set.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountName(String);

/// What a site decides about names.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct NameRules {
    /// Added to a login without a domain.
    pub default_domain: Option<String>,
    /// Separates the mailbox from its plus-address, usually `+`.
    pub plus_delimiter: Option<char>,
}

/// Why a text is not an account's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameError {
    /// Nothing there.
    Empty,
    /// Longer than [`NAME_BYTES_MAX`].
    TooLong,
    /// A control character, a blank or a line break inside.
    Character,
    /// The part after `@` is not a domain.
    Domain,
}

impl fmt::Display for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            NameError::Empty => "the name is empty",
            NameError::TooLong => "the name is longer than 320 bytes",
            NameError::Character => "the name holds a blank or a control character",
            NameError::Domain => "the part after @ is not a domain name",
        })
    }
}

impl std::error::Error for NameError {}

impl AccountName {
    /// The canonical form of what a person, a mail client or a file wrote.
    pub fn parse(text: &str, rules: &NameRules) -> Result<Self, NameError> {
        if text.len() > NAME_BYTES_MAX {
            return Err(NameError::TooLong);
        }
        if let Some(fast) = already_canonical(text, rules) {
            return Ok(Self(fast));
        }
        let folded: String = text.trim().nfkc().default_case_fold().nfkc().collect();
        let folded = folded.trim();
        if folded.is_empty() {
            return Err(NameError::Empty);
        }
        if folded.chars().any(|c| c.is_control() || c.is_whitespace()) {
            return Err(NameError::Character);
        }
        let (local, domain) = match folded.rsplit_once('@') {
            Some((local, domain)) => (local, Some(ascii_domain(domain)?)),
            None => (folded, rules.default_domain.clone()),
        };
        let local = without_plus_address(local, rules.plus_delimiter);
        if local.is_empty() {
            return Err(NameError::Empty);
        }
        let name = match domain {
            Some(domain) => format!("{local}@{domain}"),
            None => local.to_owned(),
        };
        if name.len() > NAME_BYTES_MAX { Err(NameError::TooLong) } else { Ok(Self(name)) }
    }

    /// A name that the store kept, canonical already.
    pub fn from_canonical(text: String) -> Self {
        Self(text)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part before `@`, or the whole of a bare login.
    pub fn local_part(&self) -> &str {
        self.0.rsplit_once('@').map_or(&self.0, |(local, _)| local)
    }

    /// The part after `@`.
    pub fn domain(&self) -> Option<&str> {
        self.0.rsplit_once('@').map(|(_, domain)| domain)
    }
}

/// The usual case, without the Unicode machinery: lower-case ASCII with a domain and no plus-address.
fn already_canonical(text: &str, rules: &NameRules) -> Option<String> {
    let mut at_signs = 0;
    for byte in text.bytes() {
        match byte {
            b'@' => at_signs += 1,
            b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-' | b'_' => {}
            _ => return None,
        }
    }
    if rules.plus_delimiter.is_some_and(|delimiter| text.contains(delimiter)) {
        return None;
    }
    let (local, domain) = text.split_once('@')?;
    let plain_domain = domain.split('.').all(|label| {
        !label.is_empty() && !label.starts_with('-') && !label.ends_with('-') && !label.starts_with("xn--")
    });
    (at_signs == 1 && !local.is_empty() && plain_domain && domain.len() <= 253).then(|| text.to_owned())
}

fn ascii_domain(domain: &str) -> Result<String, NameError> {
    let domain = domain.trim_end_matches('.');
    if domain.is_empty() {
        return Err(NameError::Domain);
    }
    idna::domain_to_ascii(domain).map_err(|_| NameError::Domain)
}

fn without_plus_address(local: &str, delimiter: Option<char>) -> &str {
    match delimiter.and_then(|delimiter| local.find(delimiter)) {
        // A leading delimiter belongs to the mailbox: there is nothing before it to deliver to.
        Some(0) | None => local,
        Some(end) => &local[..end],
    }
}

impl fmt::Display for AccountName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for AccountName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

//! One canonical name per account, computed in one place.
//!
//! Every gate, counter, restriction and log resolves what it was given through [`AccountName::parse`], so two
//! spellings of one account never have two counters. The steps: NFKC, blanks around cut off, split at the last
//! `@`; before it Unicode case folding, NFKC again, plus-address cut off; after it IDNA to ASCII; the default
//! domain is added to a bare login. Aliases are resolved after this by the directory.
//!
//! The domain never goes through case folding: folding makes `ss` of `ß`, and `straße.example` and
//! `strasse.example` belong to two different people. Look-alikes of different scripts are different names and are
//! never merged; characters that cannot be seen are refused.

use std::borrow::Cow;
use std::fmt;

use caseless::Caseless;
use smallvec::SmallVec;
use unicode_normalization::UnicodeNormalization;

/// Longest name in bytes, before and after canonicalisation: 64 + 1 + 255 (RFC 5321, section 4.5.3.1).
pub const NAME_BYTES_MAX: usize = 320;

/// The canonical name of an account: `local@domain`, or a bare login where no default domain is set.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountName(String);

/// What a site decides about names.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct NameRules {
    /// Added to a login without a domain; made canonical like any other domain.
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
    /// A blank, a line break, a control character or an invisible one inside.
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
        canonical(text, rules).map(|name| Self(name.into_owned()))
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
        domain_of(&self.0)
    }
}

/// What [`AccountName::parse`] makes of `text`, without an allocation when it is written canonically already, as
/// it is in nearly every request.
pub fn canonical<'a>(text: &'a str, rules: &NameRules) -> Result<Cow<'a, str>, NameError> {
    if text.len() > NAME_BYTES_MAX {
        return Err(NameError::TooLong);
    }
    if is_canonical(text, rules) {
        return Ok(Cow::Borrowed(text));
    }
    canonical_by_unicode(text, rules).map(Cow::Owned)
}

/// The canonical name behind a login that a directory checks, not we. Some directories ignore characters that
/// cannot be seen (RFC 4518, section 2.2), so a login with them must not be somebody else's than one without:
/// they are left out, where [`canonical`] refuses them.
pub fn canonical_login<'a>(text: &'a str, rules: &NameRules) -> Result<Cow<'a, str>, NameError> {
    match canonical(text, rules) {
        Err(NameError::Character) => {
            let visible: String = text.chars().filter(|&c| !is_invisible(c)).collect();
            canonical(&visible, rules).map(|name| Cow::Owned(name.into_owned()))
        }
        decided @ (Ok(_) | Err(NameError::Empty | NameError::TooLong | NameError::Domain)) => decided,
    }
}

/// The usual case, without the Unicode machinery: lower-case ASCII with a domain and no plus-address. What this
/// lets through, [`canonical_by_unicode`] returns unchanged; a property test holds them together.
fn is_canonical(text: &str, rules: &NameRules) -> bool {
    let is_plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-' | b'_');
    // Only an `@` may be what ends a plain local part; looked for by bytes, because every request comes through here.
    let Some(end) = text.bytes().position(|byte| !is_plain(byte)) else { return false };
    let Some(domain) = text[end..].strip_prefix('@') else { return false };
    let local = &text[..end];
    !local.is_empty()
        && is_plain_domain(domain)
        && !rules.plus_delimiter.is_some_and(|delimiter| local.contains(delimiter))
}

fn canonical_by_unicode(text: &str, rules: &NameRules) -> Result<String, NameError> {
    let composed: String = text.nfkc().collect();
    // Addresses copied from a page often bring a zero-width space with them.
    let composed = composed.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
    if composed.is_empty() {
        return Err(NameError::Empty);
    }
    if composed.chars().any(|c| c.is_control() || c.is_whitespace() || is_invisible(c)) {
        return Err(NameError::Character);
    }
    let (local, domain) = match composed.rsplit_once('@') {
        Some((local, domain)) => (local, Some(domain)),
        None => (composed, rules.default_domain.as_deref()),
    };
    let domain = domain.map(ascii_domain).transpose()?;
    let folded = fold(local);
    let local = without_plus_address(&folded, rules.plus_delimiter);
    if local.is_empty() {
        return Err(NameError::Empty);
    }
    let name = match domain {
        Some(domain) => format!("{local}@{domain}"),
        None => local.to_owned(),
    };
    if name.len() > NAME_BYTES_MAX { Err(NameError::TooLong) } else { Ok(name) }
}

/// Full default case folding between two compatibility compositions (Unicode 3.13, D146).
fn fold(local: &str) -> String {
    local.chars().default_case_fold().nfkc().collect()
}

/// Default-ignorable code points: they change a name without changing what people see, or the order in which they see
/// what stands around them (Unicode 5.21 and 23.2).
pub const fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Letters, digits, hyphens and underscores in non-empty labels, none of them in punycode.
fn is_plain_domain(domain: &str) -> bool {
    domain.split('.').all(|label| is_plain_label(label) && !label.starts_with("xn--"))
}

fn is_plain_label(label: &str) -> bool {
    !label.is_empty()
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_'))
}

/// The one ASCII spelling of a domain: `BÜCHER.example.` and `xn--bcher-kva.example` are one.
fn ascii_domain(domain: &str) -> Result<String, NameError> {
    if is_plain_domain(domain) {
        return Ok(domain.to_owned());
    }
    let ascii = idna::domain_to_ascii(domain).map_err(|_| NameError::Domain)?;
    // Only now: IDNA has made full stops of the ideographic ones. One trailing dot is the root; more are a typo.
    let ascii = ascii.strip_suffix('.').unwrap_or(&ascii);
    if ascii.split('.').all(is_plain_label) { Ok(ascii.to_owned()) } else { Err(NameError::Domain) }
}

fn without_plus_address(local: &str, delimiter: Option<char>) -> &str {
    match delimiter.and_then(|delimiter| local.find(delimiter)) {
        // A leading delimiter belongs to the mailbox: there is nothing before it to deliver to.
        Some(0) | None => local,
        Some(end) => &local[..end],
    }
}

/// The part after the last `@`, as it is written; `None` where there is none.
pub fn domain_of(address: &str) -> Option<&str> {
    address.rsplit_once('@').map(|(_, domain)| domain)
}

/// A recipient as novelty counts it; see [`normalise_recipient`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecipientText(SmallVec<[u8; RECIPIENT_BYTES_INLINE]>);

/// Recipients up to this many bytes need no allocation: longer than the addresses that people give out.
const RECIPIENT_BYTES_INLINE: usize = 96;

impl RecipientText {
    /// What is hashed, with a key: the bytes of the address.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The part after the last `@`, in lower case, to be compared with our own domains.
    pub fn domain(&self) -> Option<&str> {
        let start = self.0.iter().rposition(|&byte| byte == b'@')? + 1;
        std::str::from_utf8(&self.0[start..]).ok()
    }
}

/// One spelling of a recipient: lower case, no plus-address, no dot after the domain. It never fails: what is no
/// address is taken as it is, because it is only hashed. Somebody else's local part is folded no further than
/// lower case: whether `josé` and `jose` are one mailbox is for the other side to say.
pub fn normalise_recipient(text: &str, rules: &NameRules) -> RecipientText {
    let text = text.trim_ascii();
    let (local, domain) = match text.rsplit_once('@') {
        Some((local, domain)) => (local, Some(domain.strip_suffix('.').unwrap_or(domain))),
        None => (text, None),
    };
    let mut normal = SmallVec::new();
    push_lower_case(without_plus_address(local, rules.plus_delimiter), &mut normal);
    if let Some(domain) = domain {
        normal.push(b'@');
        match domain.is_ascii() || domain.len() > NAME_BYTES_MAX {
            true => push_lower_case(domain, &mut normal),
            false => push_lower_case(ascii_domain(domain).as_deref().unwrap_or(domain), &mut normal),
        }
    }
    RecipientText(normal)
}

fn push_lower_case(text: &str, to: &mut SmallVec<[u8; RECIPIENT_BYTES_INLINE]>) {
    if text.is_ascii() {
        let start = to.len();
        to.extend_from_slice(text.as_bytes());
        to[start..].make_ascii_lowercase();
    } else {
        to.extend_from_slice(text.to_lowercase().as_bytes());
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

#[cfg(test)]
mod tests;

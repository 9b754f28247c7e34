//! Dovecot's notation `{SCHEME[.ENCODING]}data`: which scheme a stored text is in, its bytes, and verifying it.
//! Knows nothing of pools or people; families with cost parameters are in `costly`.
//!
//! Source: Dovecot's password scheme documentation and what `doveadm pw` prints (the vectors in the tests).

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha512};
use subtle::ConstantTimeEq;

use super::{Password, costly};

/// A scheme that we can verify.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// `{ARGON2ID}` or `{ARGON2I}` with a PHC string.
    Argon2,
    /// `{CRYPT}` and its members by their `$id$`: SHA-256, SHA-512, bcrypt, yescrypt.
    Crypt,
    /// `{PBKDF2}`: HMAC-SHA-1.
    Pbkdf2,
    /// `{SHA}`, `{SHA1}`.
    Sha1,
    /// `{SHA256}`.
    Sha256,
    /// `{SHA512}`.
    Sha512,
    /// `{PLAIN-MD5}`, `{LDAP-MD5}`.
    Md5,
    /// `{SSHA}`: the digest, then the salt.
    SaltedSha1,
    /// `{SSHA256}`.
    SaltedSha256,
    /// `{SSHA512}`.
    SaltedSha512,
    /// `{SMD5}`.
    SaltedMd5,
    /// `{PLAIN}`, `{CLEAR}`, `{CLEARTEXT}`: the password itself. Read at import only, never stored, never verified.
    PlainText,
}

/// Why a stored text cannot be verified.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SchemeError {
    /// Not one of [`Scheme`]. Without a `{…}` in front, the name is empty.
    #[error("the scheme {{{scheme}}} is not supported")]
    Unsupported {
        /// Its name as it was written, at most [`SCHEME_BYTES_MAX`] bytes of it.
        scheme: String,
    },
    /// The text after the scheme is not what the scheme prescribes.
    #[error("the {{{scheme}}} text is damaged")]
    Malformed {
        /// Its name.
        scheme: String,
    },
    /// Verifying would cost more than we spend on one attempt.
    #[error("the {{{scheme}}} text has a cost above our limit")]
    TooCostly {
        /// Its name.
        scheme: String,
    },
    /// The password itself is stored. We verify only hashes.
    #[error("the password is stored in plain text")]
    PlainText,
}

/// Longest scheme name that is repeated in an error.
pub const SCHEME_BYTES_MAX: usize = 32;

/// How the bytes after the scheme are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    Text,
    Base64,
    Hex,
}

/// A stored text, taken apart but not yet verified.
pub struct Stored {
    scheme: Scheme,
    /// The name as written, in upper case, without encoding.
    name: String,
    /// Decoded: a digest with its salt, or the text of a family with parameters.
    data: Vec<u8>,
}

impl Stored {
    /// Reads `{SCHEME[.ENCODING]}data`. Schemes and encodings are recognised in any case, as Dovecot does.
    pub fn parse(stored: &str) -> Result<Self, SchemeError> {
        let Some((written, data)) = stored.strip_prefix('{').and_then(|rest| rest.split_once('}')) else {
            return Err(SchemeError::Unsupported { scheme: String::new() });
        };
        let (name, suffix) = written.split_once('.').unwrap_or((written, ""));
        let name = name.to_ascii_uppercase();
        let unsupported = || SchemeError::Unsupported { scheme: shortened(written) };
        let (scheme, usual) = known(&name, data).ok_or_else(unsupported)?;
        let encoding = match suffix.to_ascii_uppercase().as_str() {
            "" => guessed(scheme, usual, data),
            "B64" | "BASE64" => Encoding::Base64,
            "HEX" => Encoding::Hex,
            _ => return Err(unsupported()),
        };
        let data = decode(encoding, data).ok_or_else(|| SchemeError::Malformed { scheme: name.clone() })?;
        Ok(Self { scheme, name, data })
    }

    /// Which scheme.
    pub const fn scheme(&self) -> Scheme {
        self.scheme
    }

    /// Whether this could be verified, without computing anything: notation, length and cost.
    pub fn check(&self) -> Result<(), SchemeError> {
        match self.scheme {
            Scheme::Argon2 | Scheme::Crypt | Scheme::Pbkdf2 => costly::check(self),
            Scheme::PlainText => Err(SchemeError::PlainText),
            Scheme::Sha1 => self.check_length(20, false),
            Scheme::Sha256 => self.check_length(32, false),
            Scheme::Sha512 => self.check_length(64, false),
            Scheme::Md5 => self.check_length(16, false),
            Scheme::SaltedSha1 => self.check_length(20, true),
            Scheme::SaltedSha256 => self.check_length(32, true),
            Scheme::SaltedSha512 => self.check_length(64, true),
            Scheme::SaltedMd5 => self.check_length(16, true),
        }
    }

    /// Whether `password` is the one. Equal time for a right and a wrong one.
    pub(super) fn verify(&self, password: &Password) -> Result<bool, SchemeError> {
        self.check()?;
        Ok(match self.scheme {
            Scheme::Argon2 | Scheme::Crypt | Scheme::Pbkdf2 => return costly::verify(self, password),
            Scheme::PlainText => return Err(SchemeError::PlainText),
            Scheme::Sha1 | Scheme::SaltedSha1 => self.is_digest_of::<Sha1>(password),
            Scheme::Sha256 | Scheme::SaltedSha256 => self.is_digest_of::<Sha256>(password),
            Scheme::Sha512 | Scheme::SaltedSha512 => self.is_digest_of::<Sha512>(password),
            Scheme::Md5 | Scheme::SaltedMd5 => self.is_digest_of::<Md5>(password),
        })
    }

    /// The password, where it is stored in plain text.
    pub fn plain_text(&self) -> Option<&str> {
        (self.scheme == Scheme::PlainText).then(|| std::str::from_utf8(&self.data).ok()).flatten()
    }

    pub(super) fn text(&self) -> Result<&str, SchemeError> {
        std::str::from_utf8(&self.data).map_err(|_| self.malformed())
    }

    pub(super) fn malformed(&self) -> SchemeError {
        SchemeError::Malformed { scheme: self.name.clone() }
    }

    pub(super) fn too_costly(&self) -> SchemeError {
        SchemeError::TooCostly { scheme: self.name.clone() }
    }

    fn check_length(&self, digest_bytes: usize, is_salted: bool) -> Result<(), SchemeError> {
        let fits = if is_salted { self.data.len() > digest_bytes } else { self.data.len() == digest_bytes };
        if fits { Ok(()) } else { Err(self.malformed()) }
    }

    /// The digest comes first and what follows it is the salt (none in the unsalted schemes).
    fn is_digest_of<D: Digest>(&self, password: &Password) -> bool {
        let (digest, salt) = self.data.split_at(<D as Digest>::output_size());
        let found = D::new().chain_update(password.as_bytes()).chain_update(salt).finalize();
        found.as_slice().ct_eq(digest).into()
    }
}

/// The scheme and how its data is usually written.
fn known(name: &str, data: &str) -> Option<(Scheme, Encoding)> {
    Some(match name {
        "ARGON2ID" | "ARGON2I" => (Scheme::Argon2, Encoding::Text),
        "CRYPT" | "SHA256-CRYPT" | "SHA512-CRYPT" | "BLF-CRYPT" => (Scheme::Crypt, Encoding::Text),
        "PBKDF2" => (Scheme::Pbkdf2, Encoding::Text),
        "SHA" | "SHA1" => (Scheme::Sha1, Encoding::Base64),
        "SHA256" => (Scheme::Sha256, Encoding::Base64),
        "SHA512" => (Scheme::Sha512, Encoding::Base64),
        "PLAIN-MD5" => (Scheme::Md5, Encoding::Hex),
        "LDAP-MD5" => (Scheme::Md5, Encoding::Base64),
        // RFC 2307's {MD5} is LDAP-MD5; Dovecot's own older {MD5} is MD5-CRYPT, told apart by its dollar sign.
        "MD5" if !data.starts_with('$') => (Scheme::Md5, Encoding::Base64),
        "SSHA" => (Scheme::SaltedSha1, Encoding::Base64),
        "SSHA256" => (Scheme::SaltedSha256, Encoding::Base64),
        "SSHA512" => (Scheme::SaltedSha512, Encoding::Base64),
        "SMD5" => (Scheme::SaltedMd5, Encoding::Base64),
        "PLAIN" | "CLEAR" | "CLEARTEXT" => (Scheme::PlainText, Encoding::Text),
        _ => return None,
    })
}

/// Without a suffix Dovecot takes an unsalted digest that is as long as its hex form for hex, whatever is usual.
fn guessed(scheme: Scheme, usual: Encoding, data: &str) -> Encoding {
    let hex_length = match scheme {
        Scheme::Md5 => 32,
        Scheme::Sha1 => 40,
        Scheme::Sha256 => 64,
        Scheme::Sha512 => 128,
        Scheme::Argon2
        | Scheme::Crypt
        | Scheme::Pbkdf2
        | Scheme::SaltedSha1
        | Scheme::SaltedSha256
        | Scheme::SaltedSha512
        | Scheme::SaltedMd5
        | Scheme::PlainText => return usual,
    };
    if data.len() == hex_length { Encoding::Hex } else { usual }
}

fn decode(encoding: Encoding, data: &str) -> Option<Vec<u8>> {
    match encoding {
        Encoding::Text => Some(data.as_bytes().to_vec()),
        Encoding::Base64 => BASE64_STANDARD.decode(data).ok(),
        Encoding::Hex => decode_hex(data),
    }
}

/// Bytes from hex digits in either case.
pub(super) fn decode_hex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let pairs = text.as_bytes().chunks(2);
    pairs
        .map(|pair| match pair {
            [high, low] => u8::try_from(digit(*high)? * 16 + digit(*low)?).ok(),
            _ => None,
        })
        .collect()
}

fn shortened(name: &str) -> String {
    name.char_indices()
        .take_while(|(start, c)| start + c.len_utf8() <= SCHEME_BYTES_MAX)
        .map(|(_, c)| c)
        .collect()
}

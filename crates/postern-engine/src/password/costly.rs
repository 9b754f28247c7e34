//! The schemes that carry their own cost: Argon2, crypt(3)'s families, PBKDF2. The cost is read and held against a
//! cap before anything is computed: a stored text comes from a file that somebody else wrote, and one line with
//! `rounds=999999999` would otherwise occupy a core for an hour.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, Params, PasswordVerifier};
use sha_crypt::ShaCrypt;
use subtle::ConstantTimeEq;
use yescrypt::Yescrypt;

use super::Password;
use super::scheme::{Scheme, SchemeError, Stored, decode_hex};

/// Most memory of an Argon2 text in KiB. Dovecot's own default is 64 MiB; libsodium's "sensitive" is 1 GiB, which
/// no mail server gives an attempt.
const ARGON2_MEMORY_KIB_MAX: u32 = 262_144;
/// Most memory times passes, KiB: a quarter of a gibibyte four times over.
const ARGON2_WORK_KIB_MAX: u64 = 1_048_576;
/// Most rounds of SHA-crypt; the default is 5,000, the format's end 999,999,999.
const SHA_CRYPT_ROUNDS_MAX: u32 = 1_000_000;
/// Highest bcrypt cost, 2^15 rounds; Dovecot's default is 5, PHP's 10 to 12.
const BCRYPT_COST_MAX: u32 = 15;
/// Highest memory of a yescrypt text in bytes (128 · r · N); Debian's default `j9T` is 16 MiB.
const YESCRYPT_BYTES_MAX: u64 = 268_435_456;
/// Most rounds of PBKDF2; Dovecot's default is 5,000, OWASP's for SHA-1 1,300,000.
const PBKDF2_ROUNDS_MAX: u32 = 2_000_000;

/// A text whose parameters are known and within the caps.
enum Checked<'a> {
    Argon2(&'a str),
    ShaCrypt(&'a str),
    Bcrypt(&'a str),
    Yescrypt(&'a str),
    Pbkdf2 { salt: &'a str, rounds: u32, digest: Vec<u8> },
}

/// Whether the text could be verified within the caps.
pub(super) fn check(stored: &Stored) -> Result<(), SchemeError> {
    checked(stored).map(|_| ())
}

/// Whether `password` is the one.
pub(super) fn verify(stored: &Stored, password: &Password) -> Result<bool, SchemeError> {
    let password = password.as_bytes();
    let answer = match checked(stored)? {
        Checked::Argon2(text) => Argon2::default().verify_password(password, text),
        Checked::ShaCrypt(text) => ShaCrypt::default().verify_password(password, text),
        Checked::Yescrypt(text) => Yescrypt::default().verify_password(password, text),
        Checked::Bcrypt(text) => return bcrypt::verify(password, text).map_err(|_| stored.malformed()),
        Checked::Pbkdf2 { salt, rounds, digest } => {
            let mut found = [0; PBKDF2_DIGEST_BYTES];
            pbkdf2::pbkdf2_hmac::<sha1::Sha1>(password, salt.as_bytes(), rounds, &mut found);
            return Ok(found.as_slice().ct_eq(&digest).into());
        }
    };
    match answer {
        Ok(()) => Ok(true),
        Err(argon2::password_hash::Error::PasswordInvalid) => Ok(false),
        Err(_) => Err(stored.malformed()),
    }
}

/// Whether the text is Argon2id and at least as costly as `memory_kib` times `passes`.
pub(super) fn is_argon2id_at_least(stored: &Stored, memory_kib: u32, passes: u32) -> bool {
    if stored.scheme() != Scheme::Argon2 {
        return false;
    }
    let Some((phc, params)) = stored.text().ok().and_then(argon2_parts) else { return false };
    phc.algorithm == argon2::ARGON2ID_IDENT
        && params.m_cost() >= memory_kib.min(OWASP_MEMORY_KIB_MIN)
        && work_kib(&params) >= u64::from(memory_kib) * u64::from(passes)
}

/// The least memory in OWASP's list of equally strong settings (with five passes).
const OWASP_MEMORY_KIB_MIN: u32 = 7_168;
/// PBKDF2's digest in Dovecot's notation: SHA-1.
const PBKDF2_DIGEST_BYTES: usize = 20;

fn checked(stored: &Stored) -> Result<Checked<'_>, SchemeError> {
    let text = stored.text()?;
    match stored.scheme() {
        Scheme::Argon2 => checked_argon2(stored, text),
        Scheme::Pbkdf2 => checked_pbkdf2(stored, text),
        Scheme::Crypt => checked_crypt(stored, text),
        Scheme::Sha1
        | Scheme::Sha256
        | Scheme::Sha512
        | Scheme::Md5
        | Scheme::SaltedSha1
        | Scheme::SaltedSha256
        | Scheme::SaltedSha512
        | Scheme::SaltedMd5
        | Scheme::PlainText => Err(stored.malformed()),
    }
}

fn checked_argon2<'a>(stored: &Stored, text: &'a str) -> Result<Checked<'a>, SchemeError> {
    let (phc, params) = argon2_parts(text).ok_or_else(|| stored.malformed())?;
    // Argon2d is for coins, not for passwords; Dovecot does not know it either.
    let is_ours = phc.algorithm == argon2::ARGON2ID_IDENT || phc.algorithm == argon2::ARGON2I_IDENT;
    if !is_ours || phc.hash.is_none() || phc.salt.is_none() {
        return Err(stored.malformed());
    }
    if params.m_cost() > ARGON2_MEMORY_KIB_MAX || work_kib(&params) > ARGON2_WORK_KIB_MAX {
        return Err(stored.too_costly());
    }
    Ok(Checked::Argon2(text))
}

fn argon2_parts(text: &str) -> Option<(PasswordHash, Params)> {
    let phc = PasswordHash::new(text).ok()?;
    let params = Params::try_from(&phc).ok()?;
    Some((phc, params))
}

fn work_kib(params: &Params) -> u64 {
    u64::from(params.m_cost()) * u64::from(params.t_cost())
}

/// `$1$salt$rounds$hex`, the form of Dovecot's `{PBKDF2}`.
fn checked_pbkdf2<'a>(stored: &Stored, text: &'a str) -> Result<Checked<'a>, SchemeError> {
    let mut fields = text.split('$');
    let (Some(""), Some("1"), Some(salt), Some(rounds), Some(digest), None) =
        (fields.next(), fields.next(), fields.next(), fields.next(), fields.next(), fields.next())
    else {
        return Err(stored.malformed());
    };
    let rounds: u32 = rounds.parse().map_err(|_| stored.malformed())?;
    let digest = decode_hex(digest).filter(|digest| digest.len() == PBKDF2_DIGEST_BYTES);
    let digest = digest.ok_or_else(|| stored.malformed())?;
    if rounds > PBKDF2_ROUNDS_MAX {
        return Err(stored.too_costly());
    }
    if rounds == 0 { Err(stored.malformed()) } else { Ok(Checked::Pbkdf2 { salt, rounds, digest }) }
}

/// crypt(3)'s families by their `$id$`. `{SHA512-CRYPT}` and the like are held to no particular one: Dovecot hands
/// them all to crypt(3), which goes by the id alone.
fn checked_crypt<'a>(stored: &Stored, text: &'a str) -> Result<Checked<'a>, SchemeError> {
    let (id, rest) = text.strip_prefix('$').and_then(|text| text.split_once('$')).unwrap_or(("", ""));
    match id {
        "5" => checked_sha_crypt(stored, text, rest, &SHA256_CRYPT_DIGEST),
        "6" => checked_sha_crypt(stored, text, rest, &SHA512_CRYPT_DIGEST),
        "2a" | "2b" | "2y" => {
            let cost = text.parse::<bcrypt::HashParts>().map_err(|_| stored.malformed())?.get_cost();
            if cost > BCRYPT_COST_MAX { Err(stored.too_costly()) } else { Ok(Checked::Bcrypt(text)) }
        }
        "y" => checked_yescrypt(stored, text, rest),
        // What is missing most: $1$ (MD5-CRYPT), DES without any $, $gy$, $7$.
        _ => Err(SchemeError::Unsupported { scheme: unsupported_crypt(id) }),
    }
}

/// `[rounds=N$]salt$digest`. Rounds that the format does not know are read as a salt, so they count as damaged.
fn checked_sha_crypt<'a>(
    stored: &Stored,
    text: &'a str,
    rest: &str,
    shape: &CryptDigest,
) -> Result<Checked<'a>, SchemeError> {
    let salt_and_digest = match rest.strip_prefix("rounds=") {
        Some(rest) => {
            let (rounds, rest) = rest.split_once('$').ok_or_else(|| stored.malformed())?;
            let is_number = rounds.starts_with(|first: char| first.is_ascii_digit());
            let rounds: u32 = rounds.parse().ok().filter(|_| is_number).ok_or_else(|| stored.malformed())?;
            if rounds > SHA_CRYPT_ROUNDS_MAX {
                return Err(stored.too_costly());
            }
            Some(rest).filter(|_| rounds >= sha_crypt::Params::ROUNDS_MIN)
        }
        None => Some(rest),
    };
    if salt_and_digest.is_some_and(|text| shape.is_met_by(text)) {
        Ok(Checked::ShaCrypt(text))
    } else {
        Err(stored.malformed())
    }
}

/// `parameters$salt$digest`.
fn checked_yescrypt<'a>(stored: &Stored, text: &'a str, rest: &str) -> Result<Checked<'a>, SchemeError> {
    let (parameters, salt_and_digest) = rest.split_once('$').ok_or_else(|| stored.malformed())?;
    let params: yescrypt::Params = parameters.parse().map_err(|_| stored.malformed())?;
    let bytes = params.n().saturating_mul(u64::from(params.r())).saturating_mul(128);
    // Three characters are flavour, N and r. Longer texts carry lanes and extra time, which the crate does not
    // let us read; libxcrypt never writes them.
    if bytes > YESCRYPT_BYTES_MAX || parameters.len() != 3 {
        return Err(stored.too_costly());
    }
    if YESCRYPT_DIGEST.is_met_by(salt_and_digest) {
        Ok(Checked::Yescrypt(text))
    } else {
        Err(stored.malformed())
    }
}

/// How a family of crypt(3) writes salt and digest (crypt(5)).
struct CryptDigest {
    /// Longest salt in characters; the shortest is one.
    salt_max: usize,
    /// Characters of the digest, always so many.
    characters: usize,
    /// The last character holds the bits that are left over: its value is below this.
    last_below: usize,
}

/// 32 bytes: 42 characters of six bits and one of four.
const SHA256_CRYPT_DIGEST: CryptDigest = CryptDigest { salt_max: 16, characters: 43, last_below: 16 };
/// 64 bytes: 85 characters of six bits and one of two.
const SHA512_CRYPT_DIGEST: CryptDigest = CryptDigest { salt_max: 16, characters: 86, last_below: 4 };
/// 32 bytes, after a salt of at most 64.
const YESCRYPT_DIGEST: CryptDigest = CryptDigest { salt_max: 86, characters: 43, last_below: 16 };

impl CryptDigest {
    /// Whether `salt$digest` is of this family, as far as it shows without computing.
    fn is_met_by(&self, salt_and_digest: &str) -> bool {
        let Some((salt, digest)) = salt_and_digest.split_once('$') else { return false };
        // Some programs write salts in Base64, and crypt(3) takes those signs as well.
        let is_salt = |sign: char| crypt_digit(sign).is_some() || matches!(sign, '+' | '=' | ',' | '-');
        let last = digest.chars().last().and_then(crypt_digit);
        (1..=self.salt_max).contains(&salt.len())
            && salt.chars().all(is_salt)
            && digest.len() == self.characters
            && digest.chars().all(|sign| crypt_digit(sign).is_some())
            && last.is_some_and(|last| last < self.last_below)
    }
}

/// The value of one of crypt(3)'s 64 digits.
fn crypt_digit(sign: char) -> Option<usize> {
    const DIGITS: &str = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    DIGITS.find(sign)
}

fn unsupported_crypt(id: &str) -> String {
    match id {
        "" => "DES-CRYPT".to_owned(),
        "1" => "MD5-CRYPT".to_owned(),
        _ => format!("CRYPT ${}$", id.chars().take(8).collect::<String>()),
    }
}

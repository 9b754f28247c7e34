//! Passwords in Dovecot's scheme notation, `{ARGON2ID}$argon2id$…`: made as Argon2id, verified in every scheme that
//! sites bring along. Knows no account and no store; where a password may go is decided elsewhere. The arithmetic
//! is the RustCrypto family's; ours is the notation, the caps and the pool.
//!
//! **Map.** [`Password`] is what a person typed. [`Scheme`] and the parsing of a stored text are in `scheme`, the
//! families with parameters (and the caps that are checked before anything is computed) in `costly`, the bounded
//! [`HashPool`] in `pool`, what is looked up about a password that somebody chooses in `look_up`.

use std::fmt;

use argon2::{Algorithm, Argon2, Params, PasswordHasher, Version};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use postern_core::password_rules::composed;

use crate::ports::Entropy;

mod app_password;
mod costly;
mod listed;
mod look_up;
mod passphrase;
mod pool;
mod scheme;

pub(crate) use app_password::{fresh_app_password, slot_of};
pub(crate) use look_up::Unwanted;
pub use passphrase::fresh_passphrase;
pub use pool::{HashPool, QUEUE_MAX};
pub use scheme::{Scheme, SchemeError, Stored};

/// Longest password in bytes. Far above what people type; a body of a megabyte would be hashed block by block.
pub const PASSWORD_BYTES_MAX: usize = 1_024;

/// Memory of a new hash in KiB, with [`ARGON2_PASSES`]: OWASP's password storage cheat sheet, first choice with two
/// passes. Dovecot verifies it in 19 ms (measured; its own default takes four times as long).
pub const ARGON2_MEMORY_KIB: u32 = 19_456;
/// Passes of a new hash.
pub const ARGON2_PASSES: u32 = 2;

/// Bytes of a new hash's salt (RFC 9106, section 3.1).
const SALT_BYTES: usize = 16;
/// Bytes of a new hash's output, Dovecot's own length.
const OUTPUT_BYTES: usize = 32;

/// A password as somebody typed it; wiped from memory when dropped, never printed.
#[derive(Clone)]
pub struct Password(Zeroizing<String>);

/// Why a password was neither hashed nor verified.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    /// Nothing there.
    #[error("the password is empty")]
    Empty,
    /// Longer than [`PASSWORD_BYTES_MAX`].
    #[error("the password is longer than {PASSWORD_BYTES_MAX} bytes")]
    TooLong,
    /// As many passwords are being hashed and waiting as may be.
    #[error("too many passwords are being hashed at once")]
    Busy,
    /// The stored text cannot be verified.
    #[error(transparent)]
    Stored(#[from] SchemeError),
    /// The process is stopping.
    #[error("the process is stopping")]
    Stopping,
}

impl Password {
    /// Takes a password over; the caller's copy is part of it and wiped with it.
    pub fn new(text: String) -> Result<Self, PasswordError> {
        let text = Zeroizing::new(text);
        if text.is_empty() {
            Err(PasswordError::Empty)
        } else if text.len() > PASSWORD_BYTES_MAX {
            Err(PasswordError::TooLong)
        } else {
            Ok(Self(text))
        }
    }

    /// A password that somebody chooses, composed: the same text from another keyboard is the same password.
    pub fn to_be_set(typed: &str) -> Result<Self, PasswordError> {
        Self::new(composed(typed))
    }

    /// The same as [`Password::to_be_set`] would keep it, where that differs.
    fn composed(&self) -> Option<Self> {
        let composed = Zeroizing::new(composed(&self.0));
        (*composed != *self.0).then_some(Self(composed))
    }

    /// How many characters it has.
    pub(crate) fn characters(&self) -> usize {
        self.0.chars().count()
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// A new hash with a fresh salt. Takes tens of milliseconds of one core: see [`HashPool::hash`].
fn hash(password: &Password, salt: &[u8; SALT_BYTES]) -> String {
    hash_with(&new_argon2(), password, salt)
}

fn hash_with(argon2: &Argon2<'_>, password: &Password, salt: &[u8; SALT_BYTES]) -> String {
    let phc = argon2
        .hash_password_with_salt(password.as_bytes(), salt)
        .expect("our parameters, salt and a password below four gigabytes are within Argon2's limits");
    format!("{{ARGON2ID}}{phc}")
}

fn fresh_salt(entropy: &dyn Entropy) -> [u8; SALT_BYTES] {
    let mut salt = [0; SALT_BYTES];
    entropy.fill(&mut salt);
    salt
}

fn new_argon2() -> Argon2<'static> {
    let params = Params::new(ARGON2_MEMORY_KIB, ARGON2_PASSES, 1, Some(OUTPUT_BYTES))
        .expect("constants within Argon2's limits");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// Spends what verifying a password of ours costs, for a name that nobody has: the time does not tell.
fn spend_a_verification(password: &Password) {
    std::hint::black_box(hash(password, &[0; SALT_BYTES]));
}

/// Whether a stored text is weaker than what we make, so that the next verified sign-in should replace it.
/// Stronger Argon2id parameters of a site's own choice stay.
pub fn needs_rehash(stored: &str) -> bool {
    let Ok(stored) = Stored::parse(stored) else { return true };
    !costly::is_argon2id_at_least(&stored, ARGON2_MEMORY_KIB, ARGON2_PASSES)
}

/// The tag that Dovecot's auth-policy sends instead of a password: the top 12 bits of
/// SHA-256(nonce ‖ login ‖ 0 ‖ password) as four hex digits, the first always 0 (`auth_policy_hash_truncate = 12`).
/// For whoever has to speak like Dovecot: tests and the demo.
pub fn dovecot_pwhash(nonce: &[u8], login: &str, password: &[u8]) -> String {
    let digest = Sha256::new()
        .chain_update(nonce)
        .chain_update(login)
        .chain_update([0])
        .chain_update(password)
        .finalize();
    let top = u16::from_be_bytes([digest[0], digest[1]]) >> 4;
    format!("{top:04x}")
}

#[cfg(test)]
mod tests;

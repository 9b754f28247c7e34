//! What an admin shows besides the password, or in its place: codes of an authenticator app, recovery codes, passkeys.
//! Whether any of them is right is the engine's to find out.

use crate::ids::PasskeyId;
use crate::refusal::Refusal;
use crate::time::Timestamp;
use crate::token::SecretHash;

/// Most passkeys of one admin: a phone, a laptop and two keys on a string, and as much again.
pub const PASSKEYS_MAX: usize = 10;
/// Longest name of a passkey, bytes.
pub const PASSKEY_NAME_BYTES_MAX: usize = 100;
/// Longest identifier that an authenticator may give a passkey, bytes (Web Authentication, section 4, "credential ID").
pub const CREDENTIAL_BYTES_MAX: usize = 1_023;

/// What one admin can show. Never printed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Factors {
    /// An authenticator app.
    pub app: Option<AuthenticatorApp>,
    /// SHA-256 of the recovery codes that are not used yet, at most [`super::RECOVERY_CODES`].
    pub recovery: Vec<SecretHash>,
    /// Passkeys, the oldest first, at most [`PASSKEYS_MAX`].
    pub passkeys: Vec<Passkey>,
}

/// An app that makes codes. Never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct AuthenticatorApp {
    /// The secret that it shares with us (RFC 4226), 20 bytes.
    pub secret: [u8; 20],
    /// The time step (RFC 6238) of the last code that was taken: each is good once.
    pub last_step: u64,
}

/// A passkey of an admin: a pair of keys of which the authenticator keeps the private one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    /// Its id with us.
    pub id: PasskeyId,
    /// What its owner calls it.
    pub name: String,
    /// What its authenticator calls it, at most [`CREDENTIAL_BYTES_MAX`] bytes.
    pub credential: Vec<u8>,
    /// Public key, counter and flags, as whoever checks signatures writes them.
    pub key: String,
    /// When it was added.
    pub added: Timestamp,
    /// When it was last shown.
    pub last_used: Option<Timestamp>,
}

/// What opened a session, or confirmed that its owner is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// A link: an invitation, or root's.
    Link,
    /// A code of the authenticator app.
    Code {
        /// Its time step.
        step: u64,
    },
    /// A recovery code; which one is an event of its own.
    RecoveryCode,
    /// A passkey.
    Passkey {
        /// Which.
        passkey: PasskeyId,
        /// Its name at that moment.
        name: String,
        /// What is kept of it from now on, if that changed.
        key: Option<String>,
    },
}

impl Proof {
    /// The word that the audit uses.
    pub const fn code(&self) -> &'static str {
        match self {
            Proof::Link => "link",
            Proof::Code { .. } => "code",
            Proof::RecoveryCode => "recovery_code",
            Proof::Passkey { .. } => "passkey",
        }
    }
}

impl std::fmt::Debug for Factors {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Factors(…)")
    }
}

impl std::fmt::Debug for AuthenticatorApp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AuthenticatorApp(…)")
    }
}

impl Factors {
    /// Whether anything of it can be shown again and again: recovery codes run out.
    pub fn is_set_up(&self) -> bool {
        self.app.is_some() || !self.passkeys.is_empty()
    }

    /// Whether there is anything at all with which the owner could confirm to be there.
    pub fn has_any(&self) -> bool {
        self.is_set_up() || !self.recovery.is_empty()
    }

    /// Whether the owner may take this passkey away: not the last way in (rule e, nobody locks out themselves).
    pub fn may_remove(&self, passkey: PasskeyId) -> Result<(), Refusal> {
        if !self.passkeys.iter().any(|known| known.id == passkey) {
            return Err(Refusal::NoSuchPasskey);
        }
        if self.app.is_none() && self.passkeys.len() == 1 { Err(Refusal::LastWayIn) } else { Ok(()) }
    }

    /// Whether one more passkey may be added under this name.
    pub fn may_add(&self, name: &str) -> Result<(), Refusal> {
        let is_name = !name.trim().is_empty()
            && name.len() <= PASSKEY_NAME_BYTES_MAX
            && !name.chars().any(char::is_control);
        if !is_name {
            return Err(Refusal::PasskeyName);
        }
        if self.passkeys.len() >= PASSKEYS_MAX { Err(Refusal::TooManyPasskeys) } else { Ok(()) }
    }

    /// The passkey was shown.
    pub fn note_use(&mut self, passkey: PasskeyId, key: Option<&str>, at: Timestamp) {
        for known in self.passkeys.iter_mut().filter(|known| known.id == passkey) {
            known.last_used = Some(at);
            if let Some(key) = key {
                key.clone_into(&mut known.key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passkey(number: u64) -> Passkey {
        Passkey {
            id: PasskeyId::from_random(number),
            name: "laptop".to_owned(),
            credential: vec![1],
            key: String::new(),
            added: Timestamp::from_unix_s(1),
            last_used: None,
        }
    }

    #[test]
    fn the_last_way_in_stays_and_any_other_passkey_may_go() {
        let (one, two) = (passkey(1), passkey(2));
        let mut factors = Factors { passkeys: vec![one.clone()], ..Factors::default() };
        assert_eq!(factors.may_remove(one.id), Err(Refusal::LastWayIn));
        assert_eq!(factors.may_remove(two.id), Err(Refusal::NoSuchPasskey));
        factors.recovery = vec![SecretHash([1; 32])];
        assert_eq!(factors.may_remove(one.id), Err(Refusal::LastWayIn), "recovery codes run out");
        factors.passkeys.push(two.clone());
        assert_eq!(factors.may_remove(one.id), Ok(()));
        let app = Some(AuthenticatorApp { secret: [0; 20], last_step: 0 });
        assert_eq!(Factors { app, passkeys: vec![two.clone()], ..factors }.may_remove(two.id), Ok(()));
    }

    #[test]
    fn a_passkey_needs_a_name_and_there_are_ten_at_most() {
        let mut factors = Factors { passkeys: (1..10).map(passkey).collect(), ..Factors::default() };
        assert_eq!(factors.may_add("YubiKey 5"), Ok(()));
        for wrong in ["", "  ", "a\nb", &"a".repeat(PASSKEY_NAME_BYTES_MAX + 1)] {
            assert_eq!(factors.may_add(wrong), Err(Refusal::PasskeyName), "{wrong:?}");
        }
        factors.passkeys.push(passkey(10));
        assert_eq!(factors.may_add("YubiKey 5"), Err(Refusal::TooManyPasskeys));
    }
}

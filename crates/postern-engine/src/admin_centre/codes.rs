//! Codes: those of an authenticator (RFC 6238) and recovery codes. A code is good once, and how many wrong ones are
//! looked at is core's to say.

use postern_core::admin::{AuthenticatorApp, Factors, RECOVERY_CODES, WRONG_CODES_MAX, WRONG_CODES_WITHIN};
use postern_core::ids::AccountId;
use postern_core::time::Timestamp;
use postern_core::token::SecretHash;
use sha2::{Digest, Sha256};
use totp_rs::{Builder, Totp};

use super::{AdminDesk, CodeUse};
use crate::ports::Entropy;
use crate::secret;

/// Characters of a recovery code: 16 of 32 letters and digits are 80 bits (NIST 800-63B asks for 64).
const RECOVERY_CHARACTERS: usize = 16;
/// Crockford's letters and digits, which nobody misreads.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// What a code turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RightCode {
    /// The authenticator's, of this time step.
    Step(u64),
    /// A recovery code.
    Recovery(SecretHash),
}

/// The same, with what the audit says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OwnCode {
    /// The authenticator's, of this time step.
    Step(u64),
    /// A recovery code.
    Recovery {
        /// Which.
        hash: SecretHash,
        /// How many are left.
        left: u32,
    },
}

impl AdminDesk {
    /// Looks at a code that somebody shows for `account`. `None`: it is wrong, was used already, there is no second
    /// factor, or too many wrong ones were shown lately. A right one is used up by this.
    ///
    /// Recovery codes are not counted: of 80 bits nobody guesses one, and with one the owner comes in also while
    /// somebody who has the password shows wrong codes.
    pub(super) fn try_code(
        &self,
        account: AccountId,
        purpose: CodeUse,
        shown: &str,
        now: Timestamp,
    ) -> Option<RightCode> {
        let mut factors = self.factors.lock();
        let factor = factors.get_mut(&account)?;
        if let Some(hash) = look_for_recovery(factor, shown) {
            factor.recovery.retain(|kept| *kept != hash);
            return Some(RightCode::Recovery(hash));
        }
        if !self.may_try(account, purpose, now) {
            return None;
        }
        let app = factor.app.as_mut()?;
        let step = look_for_step(app, shown, now)?;
        app.last_step = step;
        self.wrong_codes.lock().remove(&(account, purpose));
        Some(RightCode::Step(step))
    }

    /// The same on the way back, where tries are counted already and each kind of code is a proof of its own.
    pub(crate) fn try_own_code(&self, account: AccountId, shown: &str, now: Timestamp) -> Option<OwnCode> {
        let mut factors = self.factors.lock();
        let factor = factors.get_mut(&account)?;
        if let Some(hash) = look_for_recovery(factor, shown) {
            factor.recovery.retain(|kept| *kept != hash);
            let left = u32::try_from(factor.recovery.len()).unwrap_or(u32::MAX);
            return Some(OwnCode::Recovery { hash, left });
        }
        let app = factor.app.as_mut()?;
        let step = look_for_step(app, shown, now)?;
        app.last_step = step;
        Some(OwnCode::Step(step))
    }

    /// Whether the account signs in with a code beside the password: there is an app, or a passkey, in whose place a
    /// recovery code stands where no passkey is asked for.
    pub(crate) fn asks_for_code(&self, account: AccountId) -> bool {
        let factors = self.factors.lock();
        factors.get(&account).is_some_and(|factors| factors.app.is_some() || !factors.passkeys.is_empty())
    }

    /// A code at the owner's own door, counted apart.
    pub(crate) fn try_code_of_owner(
        &self,
        account: AccountId,
        shown: &str,
        now: Timestamp,
    ) -> Option<OwnCode> {
        Some(match self.try_code(account, CodeUse::Owner, shown, now)? {
            RightCode::Step(step) => OwnCode::Step(step),
            RightCode::Recovery(hash) => {
                let left = u32::try_from(self.recovery_left(account)).unwrap_or(u32::MAX);
                OwnCode::Recovery { hash, left }
            }
        })
    }

    /// What could not be saved has not happened.
    pub(crate) fn give_back_own(&self, account: AccountId, code: OwnCode) {
        match code {
            OwnCode::Step(step) => self.give_back(account, RightCode::Step(step)),
            OwnCode::Recovery { hash, .. } => self.give_back(account, RightCode::Recovery(hash)),
        }
    }

    /// Debits one try; whether a code is looked at.
    pub(super) fn may_try(&self, account: AccountId, purpose: CodeUse, now: Timestamp) -> bool {
        let mut wrong_codes = self.wrong_codes.lock();
        wrong_codes.retain(|_, wrong| !wrong.is_over(WRONG_CODES_WITHIN, now));
        let may =
            wrong_codes.entry((account, purpose)).or_default().take(WRONG_CODES_MAX, WRONG_CODES_WITHIN, now);
        if !may {
            tracing::warn!(%account, ?purpose, "admin centre: too many wrong codes; none is looked at for a while");
        }
        may
    }

    /// What could not be saved has not happened.
    pub(super) fn give_back(&self, account: AccountId, code: RightCode) {
        if let RightCode::Recovery(hash) = code
            && let Some(factor) = self.factors.lock().get_mut(&account)
        {
            factor.recovery.push(hash);
        }
    }

    pub(super) fn recovery_left(&self, account: AccountId) -> usize {
        self.factors.lock().get(&account).map_or(0, |factor| factor.recovery.len())
    }
}

/// The time step of the authenticator's code, if it is good and later than the last one that was taken.
pub(super) fn look_for_step(app: &AuthenticatorApp, shown: &str, now: Timestamp) -> Option<u64> {
    let bare = bare(shown);
    let is_code = bare.len() == 6 && bare.bytes().all(|byte| byte.is_ascii_digit());
    let step = is_code.then(|| authenticator(&app.secret).check(&bare, now.unix_s().try_into().ok()?))??;
    (step > app.last_step).then_some(step)
}

/// The recovery code that this is, if it is one that was not used.
fn look_for_recovery(factors: &Factors, shown: &str) -> Option<SecretHash> {
    let shown = recovery_hash(&bare(shown));
    let mut found = None;
    for kept in &factors.recovery {
        // All of them are compared, so that the time says nothing of which.
        if secret::is_same(*kept, shown) {
            found = Some(*kept);
        }
    }
    found
}

fn bare(shown: &str) -> String {
    shown.chars().filter(|c| !c.is_whitespace() && *c != '-').collect()
}

/// Six digits, every 30 seconds, one step of a slow clock to either side (RFC 6238, section 5.2).
pub(super) fn authenticator(secret: &[u8; 20]) -> Totp {
    Builder::new().with_secret(*secret).with_skew(1).build_noncompliant()
}

/// Fresh recovery codes, as they are shown, and what is kept of them.
pub(super) fn fresh_recovery_codes(entropy: &dyn Entropy) -> (Vec<String>, Vec<SecretHash>) {
    let codes = (0..RECOVERY_CODES).map(|_| {
        let mut bytes = [0; RECOVERY_CHARACTERS];
        entropy.fill(&mut bytes);
        let letter = |byte: &u8| char::from(ALPHABET[usize::from(byte % 32)]);
        let bare: String = bytes.iter().map(letter).collect();
        let parts: Vec<&str> = (0..4).map(|part| &bare[part * 4..part * 4 + 4]).collect();
        (parts.join("-"), recovery_hash(&bare))
    });
    codes.unzip()
}

/// O is 0, I and L are 1, as Crockford reads them; the case says nothing.
fn recovery_hash(bare: &str) -> SecretHash {
    let folded: String = bare
        .chars()
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect();
    SecretHash(Sha256::digest(folded.as_bytes()).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Counting;

    impl Entropy for Counting {
        fn fill(&self, bytes: &mut [u8]) {
            for (position, byte) in bytes.iter_mut().enumerate() {
                *byte = position as u8;
            }
        }
    }

    fn app() -> AuthenticatorApp {
        AuthenticatorApp { secret: *b"12345678901234567890", last_step: 0 }
    }

    /// RFC 6238, appendix B, the last six of its eight digits.
    #[test]
    fn codes_are_those_of_the_standard_and_each_is_good_once() {
        for (at, code) in [(59, "287082"), (1_111_111_109, "081804"), (2_000_000_000, "279037")] {
            let now = Timestamp::from_unix_s(at);
            let right = look_for_step(&app(), code, now);
            assert_eq!(right, Some(at.cast_unsigned() / 30), "{at}");
            let used = AuthenticatorApp { last_step: at.cast_unsigned() / 30, ..app() };
            assert_eq!(look_for_step(&used, code, now), None, "used at {at}");
        }
        assert_eq!(look_for_step(&app(), "287 082", Timestamp::from_unix_s(59 + 30)), Some(1), "slow");
        assert_eq!(look_for_step(&app(), "287082", Timestamp::from_unix_s(59 + 61)), None, "too slow");
        for wrong in ["", "28708", "2870820", "287083", "abcdef"] {
            assert_eq!(look_for_step(&app(), wrong, Timestamp::from_unix_s(59)), None, "{wrong}");
        }
    }

    #[test]
    fn a_recovery_code_is_read_as_a_person_types_it() {
        let (shown, kept) = fresh_recovery_codes(&Counting);
        assert_eq!(shown.len(), RECOVERY_CODES);
        assert_eq!(shown[0], "0123-4567-89AB-CDEF");
        let factor = Factors { recovery: kept.clone(), ..Factors::default() };
        for typed in ["0123-4567-89AB-CDEF", "o123 4567 89ab cdef", "0l23456789abcdef"] {
            let found = look_for_recovery(&factor, typed);
            assert_eq!(found, Some(kept[0]), "{typed}");
        }
        assert_eq!(look_for_recovery(&factor, "0123-4567-89AB-CDE0"), None);
    }
}

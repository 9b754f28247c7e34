//! One code that somebody shows on the way back: which kind it is, whether it is looked at, whether it is right.

use std::sync::Arc;

use postern_core::address::{ClientAddress, ClientNetwork};
use postern_core::admin::AdminEvent;
use postern_core::effect::Point;
use postern_core::event::EventKind;
use postern_core::ids::AccountId;
use postern_core::recovery::{CODE_DIGITS, CODES_RIPEN, RecoveryMethod};
use postern_core::time::{Span, Timestamp};

use super::Standing;
use crate::admin_centre::OwnCode;
use crate::engine::Engine;
use crate::ports::{AccountKey, AuditFilter, CommitError, StoreError};

/// Longest text that is looked at as a code: sixteen letters with three signs between, and room for a slip.
const SHOWN_BYTES_MAX: usize = 64;
/// A code is mailed after a pause of its own length below this, milliseconds: made at once, its work ran beside the next
/// request of whoever asked, and 300 samples told existing names from others (AUC 0.73).
const MAIL_PAUSE_MS: u64 = 2_000;
/// Characters of a recovery code.
const RECOVERY_CHARACTERS: usize = 16;
/// Digits of a code of an authenticator app (RFC 6238).
const APP_DIGITS: usize = 6;

/// What a shown code came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proving {
    /// It is right.
    Right(Standing),
    /// It is wrong, was used, is too old, or is not looked at any more: nobody is told which.
    Wrong {
        /// Goes into the form and comes back with it.
        flow: String,
    },
    /// Too many were shown from this place lately.
    TooMany,
    /// The form is too old, was used, or is not ours: begin anew.
    Over,
}

impl Engine {
    /// Looks at a code that somebody shows from `source`; it may be of any kind.
    pub async fn prove_recovery(
        &self,
        flow: &str,
        shown: &str,
        source: Option<ClientAddress>,
    ) -> Result<Proving, CommitError> {
        let Some((who, flow)) = self.open_flow(flow) else { return Ok(Proving::Over) };
        let (now, unit) = (self.now(), self.unit_of(source));
        if unit.is_some_and(|unit| !self.recoveries.may_try_from(unit, now)) {
            return Ok(Proving::TooMany);
        }
        let is_familiar = self.is_familiar(who, source);
        let wrong = Proving::Wrong { flow: flow.sealed(self.site_key()) };
        let Some(method) = self.looked_at(who, shown, is_familiar, now).await? else { return Ok(wrong) };
        let AccountKey::Account(account) = who else { return Ok(wrong) };
        let begun = unit.map(|unit| (self.name_key(&flow.login), unit));
        self.recoveries.note_proof(account, is_familiar, method, begun);
        let proved = flow.proving(account, method, self.site_key(), now);
        let standing = self.standing_of(account, &proved).await.map_err(CommitError::Store)?;
        Ok(standing.map_or(Proving::Over, Proving::Right))
    }

    /// Of which kind the code is, if it is right. It is used up by that, for good.
    async fn looked_at(
        &self,
        who: AccountKey,
        shown: &str,
        is_familiar: bool,
        now: Timestamp,
    ) -> Result<Option<RecoveryMethod>, CommitError> {
        let Some((method, bare)) = kind_of(shown) else { return Ok(None) };
        let account = who.id_to_look_up();
        // Of 80 bits nobody guesses one; and with one the owner comes in also while somebody shows wrong codes.
        let is_counted = method != RecoveryMethod::RecoveryCode;
        if is_counted && !self.recoveries.may_try_for(who, is_familiar, method, now) {
            return Ok(None);
        }
        let is_right = match method {
            RecoveryMethod::AddressCode => {
                self.recoveries.take_code(account, is_familiar, &bare, &self.tag_key, now)
            }
            RecoveryMethod::AppCode | RecoveryMethod::RecoveryCode => {
                let Some(code) = self.admins.try_own_code(account, &bare, now) else { return Ok(None) };
                self.code_shown(account, code).await?;
                true
            }
        };
        // Only of a right one: the time of a wrong one must not tell that something is suspicious.
        Ok((is_right && self.counts_now(account, method).await?).then_some(method))
    }

    /// Whether a proof of this kind counts: while something speaks for a compromise, none that was set up after that was
    /// seen first (checklist D22). What codes are mailed to is looked at when they are.
    async fn counts_now(&self, account: AccountId, method: RecoveryMethod) -> Result<bool, StoreError> {
        let suspicious = self.suspicious_since(account);
        // Made with the password alone, codes count once the notice of them could be answered.
        let ripe = self.now().minus(CODES_RIPEN);
        let made_by_owner = Some(suspicious.map_or(ripe, |since| since.min(ripe)));
        let set_by: &[(EventKind, Option<Timestamp>)] = match method {
            RecoveryMethod::AddressCode => &[],
            RecoveryMethod::AppCode => &[(EventKind::SecondFactorSet, suspicious)],
            RecoveryMethod::RecoveryCode => {
                &[(EventKind::SecondFactorSet, suspicious), (EventKind::RecoveryCodesSet, made_by_owner)]
            }
        };
        for &(event, since) in set_by {
            let Some(since) = since else { continue };
            let filter = AuditFilter {
                account: Some(account),
                event: Some(event),
                since: Some(since),
                limit: 1,
                ..AuditFilter::default()
            };
            if !self.parts.store.audit(&filter).await?.is_empty() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Saved before anybody is told, so that it is not good once more after a crash.
    pub(crate) async fn code_shown(&self, account: AccountId, code: OwnCode) -> Result<(), CommitError> {
        let event = match code {
            OwnCode::Step(step) => AdminEvent::CodeShown { account, step },
            OwnCode::Recovery { hash, left } => AdminEvent::RecoveryCodeUsed { account, hash, left },
        };
        let saved = self.own_change(account, vec![event.into()]).await;
        if saved.is_err() {
            self.admins.give_back_own(account, code);
        }
        saved
    }

    /// Mails a code to every alternate address that counts. The answer is the same whether or not there is anybody to
    /// mail to, and does not wait for it; nor does the next answer run beside it, whose time would tell. What it returns
    /// goes into the form and comes back with it; `None`: the form is over.
    pub fn send_recovery_code(self: &Arc<Self>, flow: &str, source: Option<ClientAddress>) -> Option<String> {
        let (who, flow) = self.open_flow(flow)?;
        let is_familiar = self.is_familiar(who, source);
        let engine = self.clone();
        let pause = Span::from_ms((self.parts.entropy.next_u64() % MAIL_PAUSE_MS).cast_signed());
        // For every name, so that the answer takes as long.
        tokio::spawn(async move {
            engine.parts.clock.sleep(pause).await;
            let AccountKey::Account(account) = who else { return };
            if let Err(error) = engine.mail_code(account, is_familiar).await {
                tracing::error!(%account, error = &error as &dyn std::error::Error, "no code was mailed");
            }
        });
        Some(flow.sealed(self.site_key()))
    }

    async fn mail_code(self: &Arc<Self>, account: AccountId, is_familiar: bool) -> Result<(), StoreError> {
        let now = self.now();
        // First, so that a flood of requests costs no more than the mails that may go out.
        if !self.has_point(Point::OwnerMail) || !self.recoveries.may_mail(account, is_familiar, now) {
            return Ok(());
        }
        let to = self.alternates_for_recovery(account).await?;
        let Some(owner) = self.parts.store.account(account).await?.filter(|_| !to.is_empty()) else {
            return Ok(());
        };
        let code = self.fresh_code();
        let until = self.recoveries.put_code(account, &code, &self.tag_key, now);
        for address in &to {
            self.mail_recovery_code(&owner, address, &code, until);
        }
        Ok(())
    }

    /// Eight digits, each as likely: of 64 random bits the remainder favours none by more than one in 10^11.
    fn fresh_code(&self) -> String {
        let number = self.parts.entropy.next_u64() % 10_u64.pow(CODE_DIGITS as u32);
        format!("{number:0width$}", width = CODE_DIGITS)
    }

    /// What names no client is no source: everybody would share it.
    pub(crate) fn unit_of(&self, source: Option<ClientAddress>) -> Option<ClientNetwork> {
        source.map(|source| source.folded(self.site().nat64).unit())
    }

    /// What the account can prove by.
    pub(crate) async fn recovery_methods(
        &self,
        account: AccountId,
    ) -> Result<Vec<RecoveryMethod>, StoreError> {
        let factors = self.factors_of(account);
        let mut methods = Vec::new();
        if !self.alternates_for_recovery(account).await?.is_empty() {
            methods.push(RecoveryMethod::AddressCode);
        }
        methods.extend(factors.app.is_some().then_some(RecoveryMethod::AppCode));
        methods.extend((!factors.recovery.is_empty()).then_some(RecoveryMethod::RecoveryCode));
        let mut counting = Vec::with_capacity(methods.len());
        for method in methods {
            if self.counts_now(account, method).await? {
                counting.push(method);
            }
        }
        Ok(counting)
    }
}

/// Which kind of code a text is by its shape, without the spaces and dashes that people put between.
fn kind_of(shown: &str) -> Option<(RecoveryMethod, String)> {
    if shown.len() > SHOWN_BYTES_MAX {
        return None;
    }
    let bare: String = shown.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    let is_digits = bare.bytes().all(|byte| byte.is_ascii_digit());
    let method = match bare.len() {
        CODE_DIGITS if is_digits => RecoveryMethod::AddressCode,
        APP_DIGITS if is_digits => RecoveryMethod::AppCode,
        RECOVERY_CHARACTERS if bare.bytes().all(|byte| byte.is_ascii_alphanumeric()) => {
            RecoveryMethod::RecoveryCode
        }
        _ => return None,
    };
    Some((method, bare))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_told_by_its_shape_however_it_is_spaced() {
        for (shown, kind) in [
            ("1234 5678", Some(RecoveryMethod::AddressCode)),
            ("123 456", Some(RecoveryMethod::AppCode)),
            ("0123-4567-89ab-cdef", Some(RecoveryMethod::RecoveryCode)),
            ("1234567890123456", Some(RecoveryMethod::RecoveryCode)),
            ("1234567", None),
            ("abcdef", None),
            ("", None),
            (&"1".repeat(65), None),
        ] {
            assert_eq!(kind_of(shown).map(|(kind, _)| kind), kind, "{shown}");
        }
    }
}

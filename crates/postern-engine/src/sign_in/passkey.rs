//! A passkey at the sign-in door. What people said of account and place holds, and so does what a place was blocked for;
//! a failure is counted against the place. The lanes have no say: they bound guesses of a password, nobody guesses a
//! passkey, and whoever tries an admin's password must not keep the admin out who has one (reliability R3).

use postern_core::ids::AccountId;
use postern_core::precedence::judge;
use postern_core::sign_in::{Counted, Lane, Outcome, Phase, Settled, SignInRefusal, SignInVerdict};

use super::with_standing;
use crate::ask::SignInAsk;
use crate::engine::Engine;
use crate::ports::AccountKey;

impl Engine {
    /// Whether a passkey of this account is looked at, from there and now.
    pub(crate) fn may_show_passkey(&self, account: AccountId, ask: &SignInAsk<'_>) -> bool {
        let who = AccountKey::Account(account);
        match self.passkey_refusal(who, ask) {
            Some(refusal) => !self.is_enforced(who, ask, refusal),
            None => true,
        }
    }

    fn passkey_refusal(&self, who: AccountKey, ask: &SignInAsk<'_>) -> Option<SignInRefusal> {
        let now = self.now();
        let attempt = self.attempt(who, ask);
        let lists = self.list_facts(who, attempt.source, now);
        if let Err(refusal) = judge(&lists) {
            return Some(refusal);
        }
        let attempt = with_standing(&attempt, &lists);
        let foreseen = self.parts.counters.sign_in_foreseen(who, &attempt, &self.policies_now().sign_in, now);
        if foreseen.lane == Lane::Unfamiliar && !attempt.standing.is_exempt && foreseen.source_block.is_some()
        {
            return foreseen.source_block;
        }
        let allowed = SignInVerdict::Allow { lane: foreseen.lane, delay_s: 0, observed: None };
        match self.unless_outside_pins(who, attempt.source, Phase::After, allowed, now) {
            SignInVerdict::Refuse(refusal) => Some(refusal),
            SignInVerdict::Allow { .. } | SignInVerdict::Wait { .. } => None,
        }
    }

    /// A passkey that was not right: one more name that is nobody's, tried from there. Never counted against an account,
    /// which would let strangers close its lanes without a single password.
    pub(crate) fn passkey_failed(&self, credential: &[u8], owner: Option<AccountId>, ask: &SignInAsk<'_>) {
        let now = self.now();
        let name = credential.iter().fold("passkey ".to_owned(), |name, byte| name + &format!("{byte:02x}"));
        let nobody = self.unknown(&name);
        let attempt = self.attempt(nobody, ask);
        let attempt = with_standing(&attempt, &self.list_facts(nobody, attempt.source, now));
        let settled = {
            let policies = self.policies_now();
            let wrong = Outcome::WrongPassword;
            self.parts.counters.sign_in_reported(nobody, &attempt, wrong, &policies.sign_in, now)
        };
        self.log_report(owner.map_or(nobody, AccountKey::Account), ask, &settled);
        for block in &settled.source_blocks {
            self.start_source_block(block, now);
        }
    }

    /// Logged. It forgives no wrong passwords and teaches no place: neither speaks for whoever has the password.
    pub(crate) fn passkey_succeeded(&self, account: AccountId, ask: &SignInAsk<'_>) {
        let settled = Settled::quiet(Lane::Familiar, Counted::Success);
        self.log_report(AccountKey::Account(account), ask, &settled);
    }
}

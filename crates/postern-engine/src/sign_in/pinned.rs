//! Signing in to an account that is pinned to sources, from anywhere else. Asked after the check only: a wrong
//! password from outside is a wrong password, and the right one is answered like it. This file does not know what the
//! score makes of it.

use postern_core::address::ClientAddress;
use postern_core::sign_in::{Outcome, Phase, SignInRefusal, SignInVerdict};
use postern_core::time::Timestamp;

use crate::engine::Engine;
use crate::ports::AccountKey;

impl Engine {
    /// The verdict, unless the right password came from outside the pins of its account.
    pub(super) fn unless_outside_pins(
        &self,
        who: AccountKey,
        source: Option<ClientAddress>,
        phase: Phase,
        verdict: SignInVerdict,
        now: Timestamp,
    ) -> SignInVerdict {
        match (phase, verdict) {
            (Phase::After, SignInVerdict::Allow { .. }) if self.came_from_outside_pins(who, source, now) => {
                SignInVerdict::Refuse(SignInRefusal::OutsidePins)
            }
            (Phase::Before | Phase::After, verdict) => verdict,
        }
    }

    /// A success from outside the pins teaches no place: whoever it was. It happens where the mail server does not ask
    /// after the check, or while that is only observed.
    pub(super) fn success_within_pins(
        &self,
        who: AccountKey,
        source: Option<ClientAddress>,
        outcome: Outcome,
        now: Timestamp,
    ) -> Outcome {
        if outcome == Outcome::Success && self.came_from_outside_pins(who, source, now) {
            Outcome::SuccessWhileContained
        } else {
            outcome
        }
    }

    /// Whether somebody with the right password is outside the pins; that is evidence at once. An attempt whose address
    /// names no client is nowhere, and not outside.
    fn came_from_outside_pins(&self, who: AccountKey, source: Option<ClientAddress>, now: Timestamp) -> bool {
        let (AccountKey::Account(account), Some(source)) = (who, source) else { return false };
        let Some(evidence) = self.seen_outside_pins(account, source, now) else { return false };
        self.evidence_seen(account, &[evidence], now);
        true
    }
}

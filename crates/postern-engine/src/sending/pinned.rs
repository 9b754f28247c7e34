//! Mail of an account that is pinned to sources, from anywhere else: a stolen password of an application, which may
//! write to as many strangers as it likes and so is stopped by nothing but its caps.
//!
//! Only an address that can be a client's is judged. A mail server that sends none, or a proxy on this machine that
//! does not say for whom it speaks, would otherwise stop the application itself; that is counted and told in health.
//! Mail that a program hands over with `sendmail` has no client. This file does not know who pinned what.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use postern_core::address::ClientAddress;
use postern_core::arrival::source_of;
use postern_core::ids::AccountId;
use postern_core::restriction::{Evidence, EvidenceKind, Reason};
use postern_core::time::{Span, Timestamp};

use crate::ask::PolicyAsk;
use crate::engine::Engine;
use crate::mass_guard::Closed;

/// Points for one mail or sign-in from outside: a person said from where the account comes, and the password was right.
const OUTSIDE_POINTS: u8 = 100;
/// What was longer ago than this is mended.
const FORGOTTEN_AFTER: Span = Span::from_days(1);
/// The log says it at most so often.
const TOLD_EVERY: Span = Span::from_hours(1);

/// Questions about pinned accounts whose address told nothing, so that no pin was asked.
#[derive(Default)]
pub(crate) struct UntoldSources {
    count: AtomicU64,
    last_micros: AtomicI64,
    told_micros: AtomicI64,
}

/// That pins did not hold, because addresses do not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PinsWithoutAddress {
    /// Questions since the start.
    pub count: u64,
    /// The last one.
    pub last: Timestamp,
}

impl UntoldSources {
    #[cold]
    fn saw(&self, now: Timestamp) {
        let (count, now_micros) = (self.count.fetch_add(1, Ordering::Relaxed) + 1, now.unix_micros());
        self.last_micros.store(now_micros, Ordering::Relaxed);
        let told = self.told_micros.load(Ordering::Relaxed);
        if (told == 0 || now_micros.saturating_sub(told) > TOLD_EVERY.as_micros())
            && self
                .told_micros
                .compare_exchange(told, now_micros, Ordering::Relaxed, Ordering::Relaxed)
                .is_ok()
        {
            tracing::warn!(count, "mail of pinned accounts has no client address: their pins do not hold");
        }
    }

    fn within_a_day(&self, now: Timestamp) -> Option<PinsWithoutAddress> {
        let count = self.count.load(Ordering::Relaxed);
        let last = Timestamp::from_unix_micros(self.last_micros.load(Ordering::Relaxed));
        (count > 0 && now.since(last) <= FORGOTTEN_AFTER).then_some(PinsWithoutAddress { count, last })
    }
}

impl Engine {
    /// Whether pins did not hold within the last day, because addresses do not arrive.
    pub fn pins_without_address(&self) -> Option<PinsWithoutAddress> {
        self.untold_sources.within_a_day(self.now())
    }

    /// What stops mail of a pinned account from outside its pins; `None` lets it go on. A restriction that is only
    /// proposed stops this mail all the same: a person said from where the account sends. What its own sources send
    /// goes on until somebody has decided.
    pub(super) fn stopped_outside_pins(
        &self,
        account: AccountId,
        ask: &PolicyAsk<'_>,
        now: Timestamp,
    ) -> Option<Closed> {
        if !self.lists.is_pinned(account, now) {
            return None;
        }
        let Ok(address) = source_of(ask.client_address) else {
            self.untold_sources.saw(now);
            return None;
        };
        let evidence = self.seen_outside_pins(account, address.folded(self.site().nat64), now)?;
        self.crossed(account, ask, Reason::OutsidePinnedSources, &[evidence], None, now)
    }

    /// The evidence that a pinned account came from elsewhere, if it did.
    pub(crate) fn seen_outside_pins(
        &self,
        account: AccountId,
        address: ClientAddress,
        now: Timestamp,
    ) -> Option<Evidence> {
        self.lists.is_outside_pins(account, address, now).then(|| Evidence {
            kind: EvidenceKind::OutsidePinnedSources,
            points: OUTSIDE_POINTS,
            at: now,
            source: Some(address.unit()),
            count: 1,
            region: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_do_not_arrive_are_told_for_a_day() {
        let untold = UntoldSources::default();
        let at = Timestamp::from_unix_s(1_772_442_000);
        assert_eq!(untold.within_a_day(at), None);
        untold.saw(at);
        untold.saw(at);
        let told = Some(PinsWithoutAddress { count: 2, last: at });
        assert_eq!(untold.within_a_day(at.plus(FORGOTTEN_AFTER)), told);
        assert_eq!(untold.within_a_day(at.plus(FORGOTTEN_AFTER).plus(Span::from_s(1))), None);
    }
}

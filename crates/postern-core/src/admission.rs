//! Letting the owner in from a new place while strangers keep the unfamiliar lane shut (checklist A24): a one-time
//! link, and the pass that its use gives to one account from one source for a quarter of an hour.
//!
//! ```text
//!   an admin offers ──▶ link, 15 min ──▶ used once, at a source ──▶ pass, 15 min ──▶ a success makes the place known
//!                         │ time, or a newer link of the account
//!                         └──▶ nothing
//! ```
//!
//! Knows neither the link's text nor the page that shows it.

use crate::address::{ClientAddress, ClientNetwork};
use crate::event::Event;
use crate::ids::{AccountId, AdmissionId};
use crate::time::{Span, Timestamp};
use crate::token::SecretHash;

/// A link that nobody used ends after this time (signin reference, d).
pub const LINK_LIFE: Span = Span::from_minutes(15);
/// A pass ends after this time (checklist A24).
pub const PASS_LIFE: Span = Span::from_minutes(15);

/// A link that was offered. An account has at most one: a newer one voids it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Admission {
    /// Stands in the link as well, so that it is found without looking at its secret.
    pub id: AdmissionId,
    /// Whom it lets in.
    pub account: AccountId,
    /// Of its secret.
    pub hash: SecretHash,
    /// When it ends unused.
    pub expires: Timestamp,
}

/// For a while, this account's attempts from this source are counted in the familiar lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pass {
    /// Whose.
    pub account: AccountId,
    /// One address, or one /64.
    pub source: ClientNetwork,
    /// Until when.
    pub until: Timestamp,
}

impl Admission {
    /// Whether the link still works at `now`.
    pub fn is_good(&self, now: Timestamp) -> bool {
        now < self.expires
    }

    /// The link is used from `address`; `None` when its time is over.
    pub fn used(&self, address: ClientAddress, now: Timestamp) -> Option<Event> {
        self.is_good(now).then(|| Event::AdmissionUsed {
            admission: self.id,
            pass: Pass { account: self.account, source: address.unit(), until: now.plus(PASS_LIFE) },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_good_for_fifteen_minutes_and_its_pass_for_fifteen_more_from_one_source() {
        let account = AccountId::from_random(1);
        let offered = Timestamp::from_unix_s(1_000);
        let admission = Admission {
            id: AdmissionId::from_random(2),
            account,
            hash: SecretHash([0; 32]),
            expires: offered.plus(LINK_LIFE),
        };
        let address: ClientAddress = "2001:db8:1:2::9".parse().expect("an address");
        assert_eq!(admission.used(address, Timestamp::from_unix_s(1_900)), None);
        let used = admission.used(address, Timestamp::from_unix_s(1_899));
        let source = "2001:db8:1:2::/64".parse().expect("a network");
        let pass = Pass { account, source, until: Timestamp::from_unix_s(2_799) };
        assert_eq!(used, Some(Event::AdmissionUsed { admission: admission.id, pass }));
    }
}

//! Devices that an account signed in with through an application: what their cookie says, and how many are kept.
//! When one begins to vouch for attempts is [`crate::sign_in`]'s rule. Knows neither the cookie's text nor its seal.

use crate::ids::{AccountId, DeviceId};
use crate::sign_in::{DEVICE_COOKIE_LIFE, Vouch};
use crate::time::Timestamp;

/// Most devices that are remembered of one account; one more and the oldest is forgotten. As many as the places
/// that an account knows (signin reference, c.4).
pub const DEVICES_MAX: usize = 16;

/// A device that is remembered. Its id is the cookie's nonce.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Device {
    /// Which.
    pub id: DeviceId,
    /// Whose.
    pub account: AccountId,
    /// Since when: its first success.
    pub since: Timestamp,
}

impl Device {
    /// When its cookie ends.
    pub fn expires(&self) -> Timestamp {
        self.since.plus(DEVICE_COOKIE_LIFE)
    }

    /// What it says for an attempt of `account`: nothing for anybody else's.
    pub fn vouch_for(&self, account: AccountId) -> Vouch {
        if self.account == account { Vouch::Device { since: self.since } } else { Vouch::Nobody }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_speaks_for_its_own_account_only() {
        let (anna, rob) = (AccountId::from_random(1), AccountId::from_random(2));
        let since = Timestamp::from_unix_s(5);
        let device = Device { id: DeviceId::from_random(3), account: anna, since };
        assert_eq!(device.vouch_for(anna), Vouch::Device { since });
        assert_eq!(device.vouch_for(rob), Vouch::Nobody);
    }
}

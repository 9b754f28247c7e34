//! Locks that stick, by a site's choice (checklist A22): after so many locks within a day the lane stays closed
//! until somebody opens it.
//!
//! Off by default, because it lets strangers who know an address keep its unfamiliar lane closed for as long as
//! nobody looks. Kept in memory only, and only while the choice is on: after a restart the day begins anew.

use super::record::AccountRecord;
use super::{Lane, LaneLock};
use crate::policy::SignInPolicy;
use crate::restriction::Reason;

/// Most locks that the policy may ask for, and times that are kept.
pub const LOCKS_KEPT: usize = 10;
/// Within so long, seconds.
const WITHIN_S: u32 = 86_400;

/// When an account locked lately, seconds since 1970; zero: never.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct LockTimes([u32; LOCKS_KEPT]);

impl LockTimes {
    /// Notes a lock; answers how many there were within the last day, this one included.
    fn note(&mut self, now_s: u32) -> u32 {
        self.0.rotate_right(1);
        self.0[0] = now_s;
        self.0.iter().filter(|&&at_s| at_s != 0 && now_s.abs_diff(at_s) < WITHIN_S).count() as u32
    }

    /// Whether nothing in it counts any more.
    pub fn is_over(&self, now_s: u32) -> bool {
        now_s.abs_diff(self.0[0]) >= WITHIN_S
    }
}

/// A lock has started: makes it one without an end when there were as many within a day as the site chose.
pub fn stick(
    record: &mut AccountRecord,
    times: &mut LockTimes,
    lock: &mut LaneLock,
    policy: &SignInPolicy,
    now_s: u32,
) {
    let locks = times.note(now_s);
    let is_timed = matches!(lock.reason, Reason::WrongPasswords { .. });
    if policy.sticky_locks > 0 && is_timed && u64::from(locks) >= policy.sticky_locks {
        let lane: Lane = lock.lane;
        record.lane_mut(lane).restore_lock(None);
        lock.until = None;
        lock.reason = Reason::LockedTooOften { lane, locks };
    }
}

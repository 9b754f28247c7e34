//! Attempts in flight whose report never came: counted as what they may have been, and swept when the table is full.

use postern_core::policy::SignInPolicy;
use postern_core::sign_in::{Lane, report};
use postern_core::spread::spread;
use postern_core::time::Timestamp;

use super::{AccountShard, Who, reservation_s};

impl AccountShard {
    /// Counts the account's reservations that ran out without a report.
    pub(super) fn settle_expired(&mut self, who: Who, policy: &SignInPolicy, now: Timestamp) {
        let in_flight = self
            .find(who)
            .is_some_and(|(record, _)| Lane::ALL.iter().any(|&lane| record.lane(lane).in_flight() > 0));
        if !in_flight {
            return;
        }
        while let Some((lane, count, is_counted)) =
            self.reservations.take_expired(who.hash, who.key, reservation_s(policy), now.unix_s_u32())
        {
            if let Some((record, _)) = self.find(who).filter(|_| is_counted) {
                for _ in 0..count {
                    report::expire(record, lane, policy, now);
                }
                self.note_change(who);
            }
        }
    }

    /// Makes room in a full table of reservations, at most once a second.
    pub(super) fn sweep_full(&mut self, policy: &SignInPolicy, now: Timestamp) {
        let now_s = now.unix_s_u32();
        if self.swept_s == now_s {
            return;
        }
        self.swept_s = now_s;
        for key in self.reservations.keys_expired(reservation_s(policy), now_s) {
            let (is_known, hash) = (key >> 63 == 0, spread(key));
            self.settle_expired(Who { is_known, key, hash, shard: 0 }, policy, now);
            // What no longer counts anywhere goes too.
            while self.reservations.take_expired(hash, key, reservation_s(policy), now_s).is_some() {}
        }
    }
}

//! Which successes are a line of the decision log: of the same account, source, protocol and client one in a while
//! is written, and the others are counted until the next. Knows only keyed hashes, and a bounded number of them.
//!
//! Counts that no later line carries (the last ones before a device falls silent, or before the server stops) are
//! lost: a line says when, from where and by what at least so many signed in.

use std::collections::HashMap;

use parking_lot::Mutex;
use postern_core::time::Timestamp;

/// Most devices that are followed at once; 24 bytes each with the table's room. A device is one account, source,
/// protocol and client within `history.success_every_s`.
pub const DEVICES_MAX: usize = 262_144;
/// Beyond that one success in so many is written, standing for all of them.
const SAMPLE: u32 = 64;
/// A power of two, so that busy threads seldom meet.
const SHARDS: usize = 16;

/// What is remembered of a device.
#[derive(Clone, Copy)]
struct Device {
    written_s: u32,
    /// When the first success after that line was; only meaningful with a count.
    first_counted_s: u32,
    counted: u32,
}

#[derive(Default)]
struct Shard {
    devices: HashMap<u64, Device>,
    /// When it was last looked through for devices that are out of date.
    swept_s: u32,
    unfollowed: u32,
}

/// A line to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SuccessLine {
    /// How many successes it stands for.
    pub weight: u32,
    /// When the first of them was, where that is not now.
    pub since: Option<Timestamp>,
}

/// The devices that signed in lately.
pub struct Successes {
    shards: [Mutex<Shard>; SHARDS],
    devices_max: usize,
}

impl Default for Successes {
    fn default() -> Self {
        Self::with_room_for(DEVICES_MAX)
    }
}

impl Successes {
    fn with_room_for(devices_max: usize) -> Self {
        Self { shards: Default::default(), devices_max }
    }

    /// Counts a success of the device with this keyed hash; the line to write, if it is time for one.
    pub fn note(&self, device_hash: u64, every_s: u64, now: Timestamp) -> Option<SuccessLine> {
        let now_s = now.unix_s_u32();
        let mut shard = self.shards[device_hash as usize % SHARDS].lock();
        if let Some(device) = shard.devices.get_mut(&device_hash) {
            return device.signed_in(every_s, now_s);
        }
        let room = self.devices_max / SHARDS;
        if shard.devices.len() >= room && shard.swept_s != now_s {
            shard.swept_s = now_s;
            shard.devices.retain(|_, device| !device.is_due(every_s, now_s));
        }
        if shard.devices.len() >= room {
            shard.unfollowed = shard.unfollowed.wrapping_add(1);
            return (shard.unfollowed % SAMPLE == 1).then_some(SuccessLine { weight: SAMPLE, since: None });
        }
        shard.devices.insert(device_hash, Device { written_s: now_s, first_counted_s: 0, counted: 0 });
        Some(SuccessLine { weight: 1, since: None })
    }
}

impl Device {
    fn is_due(&self, every_s: u64, now_s: u32) -> bool {
        // A clock that was set back makes every device due once.
        u64::from(now_s.abs_diff(self.written_s)) >= every_s || now_s < self.written_s
    }

    fn signed_in(&mut self, every_s: u64, now_s: u32) -> Option<SuccessLine> {
        if !self.is_due(every_s, now_s) {
            if self.counted == 0 {
                self.first_counted_s = now_s;
            }
            self.counted = self.counted.saturating_add(1);
            return None;
        }
        let since = (self.counted > 0).then(|| Timestamp::from_unix_s(i64::from(self.first_counted_s)));
        let line = SuccessLine { weight: self.counted.saturating_add(1), since };
        *self = Self { written_s: now_s, first_counted_s: 0, counted: 0 };
        Some(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR_S: u64 = 3_600;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_unix_s(1_795_000_000 + second)
    }

    #[test]
    fn a_phone_that_polls_all_day_is_a_line_an_hour_and_every_poll_is_counted() {
        let successes = Successes::default();
        let lines: Vec<_> = (0..288).filter_map(|poll| successes.note(7, HOUR_S, at(poll * 300))).collect();
        assert_eq!(lines.len(), 24);
        assert_eq!(lines[0], SuccessLine { weight: 1, since: None });
        assert_eq!(lines[1], SuccessLine { weight: 12, since: Some(at(300)) });
        let counted: u32 = lines.iter().map(|line| line.weight).sum();
        assert_eq!(counted, 1 + 23 * 12, "all but the polls after the last line");
    }

    #[test]
    fn another_device_has_a_line_of_its_own_at_once() {
        let successes = Successes::default();
        assert!(successes.note(1, HOUR_S, at(0)).is_some());
        assert!(successes.note(2, HOUR_S, at(0)).is_some());
        assert!(successes.note(1, HOUR_S, at(3_599)).is_none());
        assert!(successes.note(1, HOUR_S, at(3_600)).is_some());
    }

    #[test]
    fn beyond_its_room_it_samples_and_old_devices_make_room() {
        let successes = Successes::with_room_for(SHARDS);
        let hash = |number: u64| number * SHARDS as u64;
        assert!(successes.note(hash(0), HOUR_S, at(0)).is_some());
        let written: u32 = (1..=128)
            .filter_map(|number| successes.note(hash(number), HOUR_S, at(1)))
            .map(|line| line.weight)
            .sum();
        assert_eq!(written, 128, "two lines that stand for 64 each");
        assert_eq!(successes.note(hash(500), HOUR_S, at(3_600)).map(|line| line.weight), Some(1));
    }

    #[test]
    fn a_clock_that_is_set_back_does_not_silence_a_device() {
        let successes = Successes::default();
        successes.note(1, HOUR_S, at(10_000));
        assert!(successes.note(1, HOUR_S, at(0)).is_some());
        assert!(successes.note(1, HOUR_S, at(60)).is_none());
    }
}

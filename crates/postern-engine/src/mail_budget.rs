//! How many mails of one sort go out within an hour: few, or they are not read. Those that had no room are counted. Knows
//! neither what the mails say nor who gets them; forgotten with the process.

use std::collections::VecDeque;

use postern_core::time::{Span, Timestamp};

const HOUR: Span = Span::from_hours(1);

/// Mails of the last hour, and how many had no room.
#[derive(Default)]
pub(crate) struct MailBudget {
    sent: VecDeque<Timestamp>,
    more: u64,
    more_since: Timestamp,
}

impl MailBudget {
    /// Whether there is room for one more of `max` within an hour; otherwise it is counted.
    pub(crate) fn take(&mut self, max: usize, at: Timestamp) -> bool {
        // One of the future was left by a clock that has been set back.
        self.sent.retain(|&sent| sent <= at && at.since(sent) < HOUR);
        if self.sent.len() < max {
            self.sent.push_back(at);
            return true;
        }
        if self.more == 0 {
            self.more_since = at;
        }
        self.more += 1;
        false
    }

    /// Since when and how many had no room, an hour after the first of them.
    pub(crate) fn more(&mut self, now: Timestamp) -> Option<(Timestamp, u64)> {
        if self.more == 0 || (now >= self.more_since && now.since(self.more_since) < HOUR) {
            return None;
        }
        Some((self.more_since, std::mem::take(&mut self.more)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAX: usize = 20;

    fn at(s: i64) -> Timestamp {
        Timestamp::from_unix_s(1_000_000 + s)
    }

    #[test]
    fn the_twentieth_mail_within_an_hour_goes_out_and_the_next_are_counted_and_said_once() {
        let mut budget = MailBudget::default();
        let sent = (0..25).filter(|&s| budget.take(MAX, at(s))).count();
        assert_eq!((sent, budget.more(at(100))), (MAX, None));
        assert_eq!(budget.more(at(3_619)), None);
        assert_eq!(budget.more(at(3_620)), Some((at(20), 5)));
        assert_eq!(budget.more(at(3_620)), None);
    }

    #[test]
    fn there_is_room_again_an_hour_later_and_after_a_clock_that_was_set_back() {
        let mut budget = MailBudget::default();
        for _ in 0..MAX {
            assert!(budget.take(MAX, at(0)));
        }
        assert!(!budget.take(MAX, at(3_599)));
        assert!(budget.take(MAX, at(3_600)));
        assert!(budget.take(MAX, at(-86_400)), "what lies ahead holds back nothing");
        assert_eq!(budget.more(at(-86_400)), Some((at(3_599), 1)));
    }
}

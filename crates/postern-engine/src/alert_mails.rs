//! Which alerts the admins get a mail about (checklist I2): the first of an account within a day, and not where a mail
//! about its restriction goes out or went out already.
//!
//! Mails about alerts are few or they are not read: beyond [`ALERT_MAILS_PER_HOUR_MAX`] an hour they are counted, and one
//! mail says how many there were. The alerts themselves are all in the audit. What is counted here is forgotten with the
//! process. This file knows neither points nor sentences.

use std::collections::VecDeque;
use std::sync::Arc;

use parking_lot::Mutex;
use postern_core::event::Event;
use postern_core::ids::AccountId;
use postern_core::restriction::RestrictionKind;
use postern_core::time::{Span, Timestamp};
use postern_text::Words;

use crate::engine::Engine;
use crate::save::{EPISODE, Episodes};

/// Most mails about alerts within an hour: more than somebody looks into in an hour.
pub const ALERT_MAILS_PER_HOUR_MAX: usize = 20;
const HOUR: Span = Span::from_hours(1);
/// How often the timer looks whether there is to be said how many more there were.
const LOOK_EVERY: Span = Span::from_minutes(1);

/// What is remembered of alerts.
#[derive(Default)]
pub(crate) struct AlertMails {
    episodes: Episodes,
    budget: Mutex<Budget>,
}

/// Mails of the last hour, and how many had no room.
#[derive(Default)]
struct Budget {
    sent: VecDeque<Timestamp>,
    more: u64,
    more_since: Timestamp,
}

impl Budget {
    /// Whether there is room for one more; otherwise it is counted.
    fn take(&mut self, at: Timestamp) -> bool {
        // One of the future was left by a clock that has been set back.
        self.sent.retain(|&sent| sent <= at && at.since(sent) < HOUR);
        if self.sent.len() < ALERT_MAILS_PER_HOUR_MAX {
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
    fn more(&mut self, now: Timestamp) -> Option<(Timestamp, u64)> {
        if self.more == 0 || (now >= self.more_since && now.since(self.more_since) < HOUR) {
            return None;
        }
        Some((self.more_since, std::mem::take(&mut self.more)))
    }
}

impl Engine {
    /// Whether the admins are to be told of this alert by mail. `together` is the whole change that it is part of.
    pub(crate) fn is_alert_to_be_told(&self, account: AccountId, together: &[Event], at: Timestamp) -> bool {
        // Noted in any case: a mail about the restriction, or about all that is proposed, tells of this alert too.
        if !self.alert_mails.episodes.is_first(account, at, EPISODE) {
            return false;
        }
        let is_restricted = together.iter().any(|event| is_restriction_of(event, account));
        if is_restricted || self.episodes.is_within(account, at, EPISODE) {
            return false;
        }
        self.parts.notifier.is_configured() && self.alert_mails.budget.lock().take(at)
    }

    /// The timer's loop.
    pub(crate) async fn run_alert_mails(self: Arc<Self>) {
        loop {
            self.parts.clock.sleep(LOOK_EVERY).await;
            let more = self.alert_mails.budget.lock().more(self.now());
            if let Some((since, count)) = more {
                let words = Words::in_language(self.parts.site.admin_language);
                let limit = ALERT_MAILS_PER_HOUR_MAX as u64;
                let mail = words.more_alerts_mail(since, count, limit, &self.parts.site.time_zone);
                self.tell_admins(mail, "further alerts").await;
            }
        }
    }
}

fn is_restriction_of(event: &Event, account: AccountId) -> bool {
    let Event::RestrictionStarted(row) = event else { return false };
    row.account() == Some(account)
        && match row.kind {
            RestrictionKind::SendingRestricted | RestrictionKind::SendingProposed => true,
            RestrictionKind::SendingSlowed
            | RestrictionKind::SignInLocked
            | RestrictionKind::SignInBlocked
            | RestrictionKind::PasswordChangeRequired
            | RestrictionKind::ProtocolOff(_)
            | RestrictionKind::AddressBlock => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(s: i64) -> Timestamp {
        Timestamp::from_unix_s(1_000_000 + s)
    }

    #[test]
    fn the_twentieth_mail_within_an_hour_goes_out_and_the_next_are_counted_and_said_once() {
        let mut budget = Budget::default();
        let sent = (0..25).filter(|&s| budget.take(at(s))).count();
        assert_eq!((sent, budget.more(at(100))), (ALERT_MAILS_PER_HOUR_MAX, None));
        assert_eq!(budget.more(at(3_619)), None);
        assert_eq!(budget.more(at(3_620)), Some((at(20), 5)));
        assert_eq!(budget.more(at(3_620)), None);
    }

    #[test]
    fn there_is_room_again_an_hour_later_and_after_a_clock_that_was_set_back() {
        let mut budget = Budget::default();
        for _ in 0..ALERT_MAILS_PER_HOUR_MAX {
            assert!(budget.take(at(0)));
        }
        assert!(!budget.take(at(3_599)));
        assert!(budget.take(at(3_600)));
        assert!(budget.take(at(-86_400)), "what lies ahead holds back nothing");
        assert_eq!(budget.more(at(-86_400)), Some((at(3_599), 1)));
    }
}

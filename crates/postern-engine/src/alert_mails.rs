//! Which alerts the admins get a mail about (checklist I2): the first of an account within a day, and not where a mail
//! about its restriction goes out or went out already.
//!
//! Mails about alerts are few or they are not read: beyond [`ALERT_MAILS_PER_HOUR_MAX`] an hour they are counted, and one
//! mail says how many there were. The alerts themselves are all in the audit. What is counted here is forgotten with the
//! process. This file knows neither points nor sentences.

use std::sync::Arc;

use parking_lot::Mutex;
use postern_core::event::Event;
use postern_core::ids::AccountId;
use postern_core::restriction::RestrictionKind;
use postern_core::time::{Span, Timestamp};
use postern_text::Words;

use crate::engine::Engine;
use crate::mail_budget::MailBudget;
use crate::save::{EPISODE, Episodes};

/// Most mails about alerts within an hour: more than somebody looks into in an hour.
pub const ALERT_MAILS_PER_HOUR_MAX: usize = 20;
/// How often the timer looks whether there is to be said how many more there were.
const LOOK_EVERY: Span = Span::from_minutes(1);

/// What is remembered of alerts.
#[derive(Default)]
pub(crate) struct AlertMails {
    episodes: Episodes,
    budget: Mutex<MailBudget>,
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
        self.parts.notifier.is_configured()
            && self.alert_mails.budget.lock().take(ALERT_MAILS_PER_HOUR_MAX, at)
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

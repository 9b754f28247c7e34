//! Spray mode on its way out of the counters: a timer looks, the start and the end are events, admins are told.
//!
//! One start and one end for a whole attack, whatever many accounts it touches. The mail is handed over from here and
//! not by the outbox, whose receipts belong to accounts; a mail that no relay takes is tried again for an hour,
//! and then the log says so. The event is in the audit either way.

use std::sync::Arc;

use postern_core::event::Event;
use postern_core::restriction::Actor;
use postern_core::sign_in::spray::{SprayChange, SprayStanding};
use postern_core::time::Span;
use postern_text::Words;
use postern_text::mail::Mail;

use crate::engine::Engine;
use crate::ports::Notice;

/// How often the timer looks.
const LOOK_EVERY: Span = Span::from_s(10);
/// The number of accounts is read anew after so many looks: an hour.
const LOOKS_PER_COUNT: u32 = 360;
/// Tries of the mail, and the pause between them.
const TRIES: u32 = 12;
const TRY_EVERY: Span = Span::from_minutes(5);

impl Engine {
    /// Whether many accounts of the site are being tried right now.
    pub fn spray_now(&self) -> SprayStanding {
        self.parts.counters.spray_standing(self.now())
    }

    /// The timer's loop.
    pub(crate) async fn run_spray_watch(self: Arc<Self>) {
        self.loaded().await;
        let mut accounts = 0;
        let mut looks = 0;
        loop {
            if looks % LOOKS_PER_COUNT == 0 {
                match self.parts.store.account_count().await {
                    Ok(count) => {
                        accounts = count;
                        self.mass_guard.counted(accounts);
                    }
                    Err(error) => tracing::warn!(
                        error = &error as &dyn std::error::Error,
                        "accounts cannot be counted; spray mode goes on with the last number"
                    ),
                }
            }
            looks += 1;
            if let Some(change) = self.watch_spray(accounts) {
                tokio::spawn(self.clone().tell_spray(change));
            }
            self.parts.clock.sleep(LOOK_EVERY).await;
        }
    }

    /// One look: a change becomes an event.
    pub(crate) fn watch_spray(&self, accounts: u64) -> Option<SprayChange> {
        let now = self.now();
        let change = {
            let policies = self.policies_now();
            self.parts.counters.spray_watched(accounts, &policies.sign_in, now)?
        };
        let event = match change {
            SprayChange::Started(facts) => Event::SprayStarted(facts),
            SprayChange::Ended(facts) => Event::SprayEnded(facts),
        };
        self.save_soon(self.change_of(vec![event], Actor::Timer, "", now));
        Some(change)
    }

    async fn tell_spray(self: Arc<Self>, change: SprayChange) {
        if !self.parts.notifier.is_configured() {
            return;
        }
        let is_observed = self.policies_now().sign_in.only_observes_spray();
        let words = Words::in_language(self.parts.site.admin_language);
        let mail = words.spray_mail(&change, is_observed, &self.parts.site.time_zone);
        self.tell_admins(mail, "spray mode").await;
    }

    /// Hands over a mail that belongs to no account: tried for an hour, then the log says so.
    pub(crate) async fn tell_admins(&self, mail: Mail, about: &str) {
        for attempt in 1..=TRIES {
            let notice = Notice {
                subject: mail.subject.clone(),
                body: mail.body.clone(),
                at: self.now(),
                also_to: Vec::new(),
            };
            match self.parts.notifier.notify_admins(notice).await {
                Ok(()) => return,
                Err(error) => tracing::warn!(
                    error = &error as &dyn std::error::Error,
                    attempt,
                    about,
                    "a mail to the admins did not arrive"
                ),
            }
            self.parts.clock.sleep(TRY_EVERY).await;
        }
        tracing::error!(tries = TRIES, about, "a mail to the admins was given up");
    }
}

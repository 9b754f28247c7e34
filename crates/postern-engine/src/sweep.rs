//! Time ends restrictions and entries. The end is an event of its own, announced when it comes and not at the next try.

use std::sync::Arc;

use postern_core::effect::Effect;
use postern_core::event::Event;
use postern_core::handle::{after_end, ended};
use postern_core::ids::AccountId;
use postern_core::restriction::{Actor, RestrictionKind};
use postern_core::time::Span;

use crate::engine::Engine;

/// Ends announced in one step.
const BATCH_MAX: usize = 500;
/// The sweep looks at least this often, and then also whether the system's clock was set.
const LOOK_EVERY: Span = Span::from_s(10);

/// Temporary passwords whose end the admins get a mail about in one step. Those of a whole school, handed out together, end
/// together; each has its row and its line in the audit.
const EXPIRED_TOLD_MAX: usize = 10;

/// The account whose restriction of sending has ended with this event.
fn sending_ended(event: &Event) -> Option<AccountId> {
    let Event::RestrictionExpired(ended) = event else { return None };
    match ended.kind {
        RestrictionKind::SendingSlowed
        | RestrictionKind::SendingProposed
        | RestrictionKind::SendingRestricted => ended.account,
        RestrictionKind::SignInLocked
        | RestrictionKind::SignInBlocked
        | RestrictionKind::PasswordChangeRequired
        | RestrictionKind::ProtocolOff(_)
        | RestrictionKind::AddressBlock => None,
    }
}

impl Engine {
    /// The sweep's loop.
    pub(crate) async fn run_sweep(self: Arc<Self>) {
        loop {
            self.follow_clock();
            while self.sweep() >= BATCH_MAX {}
            self.end_scoped_policies().await;
            let now = self.now();
            // One in the past could not be taken away, and waits for the next look.
            let policy_end = self.next_policy_end().filter(|&end| now < end);
            let ends = [self.open.next_end(), self.lists.next_end(), policy_end];
            let next = ends.into_iter().flatten().min();
            let pause = next.map_or(LOOK_EVERY, |end| end.since(now).min(LOOK_EVERY));
            tokio::select! {
                () = self.parts.clock.sleep(pause) => {}
                () = self.sweep_wake.notified() => {}
            }
        }
    }

    /// Ends what is due; returns how many.
    pub(crate) fn sweep(&self) -> usize {
        let now = self.now();
        let due = self.open.take_ended(now, BATCH_MAX);
        let entries_due = self.lists.take_ended(now, BATCH_MAX);
        let count = due.len() + entries_due.len();
        let rows = due.into_iter().filter_map(|(account, id)| self.open.find(account, id));
        let entries = entries_due.into_iter().filter_map(|id| self.lists.find(id));
        let of_rows = rows.map(|row| {
            let next = after_end(&row, self.fresh_restriction(), now);
            (Event::RestrictionExpired(ended(&row)), next)
        });
        let of_entries = entries.map(|entry| (Event::EntryExpired((&*entry).into()), None));
        let mut expired = 0;
        for (event, next) in of_rows.chain(of_entries) {
            // What follows first, so that no moment is without a row that refuses.
            if let Some(next) = &next {
                self.apply(next, now);
            }
            self.apply(&event, now);
            let was_of_sending = sending_ended(&event);
            let is_followed = next.is_some();
            let events = std::iter::once(event).chain(next).collect();
            expired += usize::from(is_followed);
            let mut change = self.change_of(events, Actor::Timer, "", now);
            if expired > EXPIRED_TOLD_MAX {
                change.effects.retain(|(_, effect)| !matches!(effect, Effect::NotifyAdmins { .. }));
            }
            self.save_soon(change);
            if let Some(account) = was_of_sending {
                self.go_on_milder(account, now);
            }
        }
        count
    }
}

//! Time ends restrictions. The end is an event of its own, announced when it comes and not at the next try.

use std::sync::Arc;

use postern_core::event::{EndedRestriction, Event};
use postern_core::restriction::Actor;
use postern_core::time::Span;

use crate::engine::Engine;

/// Ends announced in one step.
const BATCH_MAX: usize = 500;
/// The sweep looks at least this often, because a clock can be set forward.
const LOOK_EVERY: Span = Span::from_s(10);

impl Engine {
    /// The sweep's loop.
    pub(crate) async fn run_sweep(self: Arc<Self>) {
        loop {
            while self.sweep() == BATCH_MAX {}
            let now = self.now();
            let pause = self.open.next_end().map_or(LOOK_EVERY, |end| end.since(now).min(LOOK_EVERY));
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
        let count = due.len();
        for (account, id) in due {
            let of_account = self.open.of_account(account);
            let Some(row) = of_account.into_iter().find(|row| row.id == id) else { continue };
            let ended = EndedRestriction { id, account: Some(account), kind: row.kind };
            let event = Event::RestrictionExpired(ended);
            self.apply(&event, now);
            self.save_soon(self.change_of(vec![event], Actor::Timer, "", now));
        }
        count
    }
}

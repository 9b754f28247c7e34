//! What stands beside a restriction of sending: what was refused since it began, the last messages that were let in, what
//! still lies in the queue, and how often people ended such a restriction lately.
//!
//! Facts for people who decide whether to open the door. Decides nothing: how often a restriction was ended is told and
//! never a wall (checklist E7).

use postern_core::decision::DecisionKind;
use postern_core::ids::AccountId;
use postern_core::restriction::{Actor, RestrictionKind};
use postern_core::time::{Span, Timestamp};

use crate::engine::Engine;
use crate::mail_queue::QueuedMail;
use crate::ports::{ExportError, RestrictionFilter, StoreError};
use crate::sending::Envelope;

/// So far back people's releases are looked for.
pub const RELEASES_WITHIN: Span = Span::from_days(30);
/// From so many on within that time, whoever makes another is told of them.
pub const RELEASES_TOLD_FROM: usize = 3;
/// Most of an account's restrictions that are looked at for that.
const RESTRICTIONS_LOOKED_AT: u32 = 100;
/// Messages that are shown.
const LAST_MESSAGES: usize = 5;

/// A person or a program ended a restriction of sending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastRelease {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// Why, in the actor's words.
    pub reason: String,
}

/// What stands beside a restriction of sending.
#[derive(Debug)]
pub struct SendingState {
    /// While sending is restricted: since when, and how many requests (a recipient or a whole message each) were refused
    /// since then.
    pub refused: Option<(Timestamp, u64)>,
    /// The last messages that a gate let in since the start of this process, newest first.
    pub last_messages: Vec<Envelope>,
    /// What is in the queue, newest first; `None` where the site does not let us at it.
    pub queue: Option<Result<Vec<QueuedMail>, ExportError>>,
    /// What people ended within [`RELEASES_WITHIN`], newest first.
    pub releases: Vec<PastRelease>,
}

impl Engine {
    /// What stands beside the account's restriction of sending.
    pub async fn sending_state(&self, account: AccountId) -> Result<SendingState, StoreError> {
        let now = self.now();
        let refused = match self.open.in_force(account, RestrictionKind::SendingRestricted, now) {
            None => None,
            Some(open) => {
                // Several rows may stand; the door has been closed since the oldest.
                let rows = self.open.of_account(account);
                let closed = rows.iter().filter(|row| row.kind == RestrictionKind::SendingRestricted);
                let since = closed.map(|row| row.since).min().unwrap_or(open.since);
                let kind = DecisionKind::SendingRefused;
                Some((since, self.parts.store.decided_since(account, kind, since).await?))
            }
        };
        let mut last_messages = self.envelopes_of_account(account);
        last_messages.truncate(LAST_MESSAGES);
        let queue = if self.has_mail_queue() { Some(self.queue_of(account).await) } else { None };
        let releases = self.past_releases(account).await?;
        Ok(SendingState { refused, last_messages, queue, releases })
    }

    /// What people and programs ended of the account's restrictions of sending within [`RELEASES_WITHIN`], newest first.
    /// Several rows that one decision ended are one.
    pub async fn past_releases(&self, account: AccountId) -> Result<Vec<PastRelease>, StoreError> {
        let filter = RestrictionFilter {
            account: Some(account),
            kinds: vec![RestrictionKind::SendingRestricted],
            with_ended: true,
            limit: RESTRICTIONS_LOOKED_AT,
            ..RestrictionFilter::default()
        };
        let earliest = self.now().minus(RELEASES_WITHIN);
        let rows = self.parts.store.restrictions(&filter).await?;
        let mut releases: Vec<PastRelease> = rows
            .into_iter()
            .filter_map(|row| row.ended)
            .filter(|(at, actor, _)| *at >= earliest && is_of_people(actor))
            .map(|(at, actor, reason)| PastRelease { at, actor, reason })
            .collect();
        releases.sort_by_key(|release| std::cmp::Reverse(release.at));
        releases.dedup();
        Ok(releases)
    }
}

fn is_of_people(actor: &Actor) -> bool {
    match actor {
        Actor::Rule | Actor::Timer => false,
        Actor::LocalRoot(_) | Actor::Person(_) | Actor::LinkHolder | Actor::Visitor | Actor::Program(_) => {
            true
        }
    }
}

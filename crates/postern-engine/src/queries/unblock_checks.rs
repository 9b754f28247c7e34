//! What should be so before sending is opened again: read now, each from where it is true. What cannot be read says so and
//! hides no other.

use postern_core::account::{Account, AccountKind};
use postern_core::compromise::Level;
use postern_core::event::EventKind;
use postern_core::forwarding::ForwardReach;
use postern_core::ids::AccountId;
use postern_core::restriction::RestrictionKind;
use postern_core::time::Timestamp;
use postern_core::unblock_check::{CheckOutcome, Seen, UnblockCheck, UnblockFacts, unblock_checks};

use crate::engine::Engine;
use crate::ports::{AuditFilter, StoreError};

impl Engine {
    /// The checks of an account whose sending is restricted, in the order in which a person makes them good.
    pub async fn unblock_checks(
        &self,
        account: &Account,
    ) -> Result<Vec<(UnblockCheck, CheckOutcome)>, StoreError> {
        let id = account.id;
        let rows = self.open.of_account(id);
        let closed = rows.iter().filter(|row| row.kind == RestrictionKind::SendingRestricted);
        let since = closed.map(|row| row.since).min().unwrap_or_else(|| self.now());
        let standing = self.compromise_of(id);
        let facts = UnblockFacts {
            has_new_password: if account.is_gate_only {
                None
            } else {
                Some(self.has_password_set_since(id, since).await?)
            },
            sessions: self.sessions_from_before(id, since).await?,
            rules: self.forwards_out_of(id).await?,
            queue: self.queued_of(id).await,
            // `as` saturates.
            suspicion: (standing.level != Level::None).then_some(standing.score as u32),
            ways_back: match account.kind {
                AccountKind::Person if account.is_gate_only => None,
                AccountKind::Person => Some(self.recovery_methods(id).await?.len()),
                AccountKind::SharedMailbox | AccountKind::Application => None,
            },
        };
        Ok(unblock_checks(&facts))
    }

    pub(crate) async fn has_password_set_since(
        &self,
        account: AccountId,
        since: Timestamp,
    ) -> Result<bool, StoreError> {
        let filter = AuditFilter {
            account: Some(account),
            event: Some(EventKind::PasswordSet),
            since: Some(since),
            limit: 1,
            ..AuditFilter::default()
        };
        Ok(!self.parts.store.audit(&filter).await?.is_empty())
    }

    /// One that is not in the history may be from before.
    async fn sessions_from_before(&self, account: AccountId, since: Timestamp) -> Result<Seen, StoreError> {
        if !self.has_mail_agent() {
            return Ok(Seen::NotConnected);
        }
        let open = self.open_sessions(account).await?;
        Ok(match open.map(|open| open.mail) {
            None => Seen::Count(0),
            Some(Err(_)) => Seen::Unread,
            Some(Ok(sessions)) => {
                let is_older = |at: Option<Timestamp>| at.is_none_or(|at| at < since);
                Seen::Count(sessions.iter().filter(|known| is_older(known.signed_in)).count())
            }
        })
    }

    /// Rules in force that send mail out of the organisation. What was read and does is to be looked at, also where not
    /// everything could be read.
    pub(crate) async fn forwards_out_of(&self, account: AccountId) -> Result<Seen, StoreError> {
        if !self.has_mail_agent() {
            return Ok(Seen::NotConnected);
        }
        let flow = self.mail_flow(account).await?.unwrap_or_default();
        let leaves = flow.forwards.iter().filter(|forward| forward.reach != ForwardReach::Own).count();
        Ok(if leaves == 0 && !flow.problems.is_empty() { Seen::Unread } else { Seen::Count(leaves) })
    }

    async fn queued_of(&self, account: AccountId) -> Seen {
        if !self.has_mail_queue() {
            return Seen::NotConnected;
        }
        self.queue_of(account).await.map_or(Seen::Unread, |mails| Seen::Count(mails.len()))
    }
}

//! "This was not me": the owner says of a change that somebody else made it. Whoever has the account has the password, so
//! what is open ends, sending is restricted until a person looks, and what was said is evidence (checklist D24, G11).

use std::sync::Arc;

use postern_core::admin::{AdminEvent, SessionEnd};
use postern_core::alternate::{AlternateEvent, LinkPurpose};
use postern_core::event::Event;
use postern_core::ids::AccountId;
use postern_core::restriction::{
    Actor, Entity, Evidence, EvidenceKind, Origin, Reason, Restriction, RestrictionKind,
};
use postern_core::time::Timestamp;

use super::links::LinkUsed;
use crate::commands::ExecuteError;
use crate::engine::Engine;

/// What the word of an owner is worth (checklist G11).
const DISOWNED_POINTS: u8 = 60;

impl Engine {
    /// Says of a notice's changes that they were somebody else's: contains the account, at once.
    pub async fn disown_change(
        self: &Arc<Self>,
        text: &str,
        form_seal: &str,
    ) -> Result<LinkUsed, ExecuteError> {
        let link = self.used_link(text, form_seal, LinkPurpose::NotMe).await?;
        let Some(link) = link else { return Ok(LinkUsed::Void) };
        let (account, now) = (link.account, self.now());
        let evidence = Evidence {
            kind: EvidenceKind::DisownedByOwner,
            points: DISOWNED_POINTS,
            at: now,
            source: None,
            count: 0,
            region: None,
        };
        let mut events = vec![AlternateEvent::Disowned { account, link: link.id }.into()];
        let own_turn = self.turn_of(account).lock().await;
        let (seen, _judgement) = self.weigh(account, std::slice::from_ref(&evidence), now);
        events.extend(seen);
        events.extend(self.restricted_by_owner(account, evidence, now));
        events.extend(self.ended_everywhere(account));
        let change = self.change_of(events, Actor::LinkHolder, "", now);
        let answer = match self.commit_and_apply(&change).await {
            Ok(()) => {
                drop(own_turn);
                tracing::warn!(%account, "an owner says that a change was somebody else's; the account is contained");
                Ok(self.with_receipts(account, change, now).await)
            }
            Err(error) => Err(error.into()),
        };
        self.used(answer)
    }

    /// Sending is restricted until somebody releases it, unless it is already.
    fn restricted_by_owner(&self, account: AccountId, evidence: Evidence, now: Timestamp) -> Option<Event> {
        let open = self.open.in_force(account, RestrictionKind::SendingRestricted, now);
        if open.is_some_and(|row| row.until.is_none()) {
            return None;
        }
        Some(Event::RestrictionStarted(Restriction {
            id: self.fresh_restriction(),
            entity: Entity::Account(account),
            kind: RestrictionKind::SendingRestricted,
            reason: Reason::DisownedByOwner,
            evidence: vec![evidence],
            since: now,
            until: None,
            origin: Origin::Person,
            actor: Actor::LinkHolder,
        }))
    }

    /// At the mail server, and in the admin centre.
    fn ended_everywhere(&self, account: AccountId) -> Vec<Event> {
        let cause = SessionEnd::EndedByPerson;
        let own = self.admin_sessions(Some(account)).into_iter();
        let own = own.map(|open| AdminEvent::SessionEnded { account, session: open.id, cause }.into());
        std::iter::once(Event::SessionsEnded { account, from: None }).chain(own).collect()
    }
}

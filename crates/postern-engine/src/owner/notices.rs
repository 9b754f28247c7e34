//! Telling an owner what was changed, at every address that is registered and in the mailbox itself (checklist D14), with a link
//! that says "this was not me". What was changed is read from the audit, so a late notice tells everything until now.

use postern_core::account::{Account, AccountKind};
use postern_core::alternate::{LinkPurpose, OwnerLink};
use postern_core::event::EventKind;
use postern_core::ids::AccountId;
use postern_core::restriction::Actor;
use postern_core::time::Timestamp;
use postern_text::Words;
use postern_text::letters::{ChangeLetter, OwnerChange};

use super::budget::{MAILS_REMEMBERED_MAX, NOTICES_PER_HOUR_MAX, Sort};
use super::letters::addressed;
use crate::engine::Engine;
use crate::outbox::unreadable;
use crate::ports::{AuditFilter, AuditRow, ExportError};

/// Most rows of the audit that one notice looks at; it tells those of them that are the owner's to know.
const ROWS_MAX: u32 = 100;

impl Engine {
    /// Mails the owner what was changed since `at`, once for all of it.
    pub(crate) async fn tell_owner(
        &self,
        account: AccountId,
        at: Timestamp,
        also_to: Option<&str>,
    ) -> Result<(), ExportError> {
        let Some(owner) = self.parts.store.account(account).await.map_err(unreadable)? else { return Ok(()) };
        let now = self.now();
        let rows = self.rows_since(account, at).await?;
        let changes: Vec<_> = rows.iter().filter_map(change_of).collect();
        let Some(newest) = rows.iter().rev().find(|row| change_of(row).is_some()) else { return Ok(()) };
        let is_told = self.owner.told.lock().get(&account) == Some(&newest.id);
        // Whoever is no longer registered is told by the notice of that alone.
        if is_told && also_to.is_none() {
            return Ok(());
        }
        let to = self.told_at(&owner, also_to).await?;
        if to.is_empty() {
            return Ok(());
        }
        if !self.owner.budget.take(account, Sort::Notice, now) {
            return Err(ExportError::PutOff { count: NOTICES_PER_HOUR_MAX });
        }
        let is_by_admin = rows.iter().any(|row| is_by_somebody_else(&row.actor, account));
        let told = self.hand_over_notice(&owner, changes, is_by_admin, &to, now).await;
        if told.is_err() {
            self.owner.budget.give_back(account, Sort::Notice);
            return told;
        }
        let mut told = self.owner.told.lock();
        if told.len() >= MAILS_REMEMBERED_MAX {
            told.clear();
        }
        told.insert(account, newest.id);
        Ok(())
    }

    async fn hand_over_notice(
        &self,
        owner: &Account,
        changes: Vec<OwnerChange>,
        is_by_admin: bool,
        to: &[String],
        now: Timestamp,
    ) -> Result<(), ExportError> {
        let purpose = LinkPurpose::NotMe;
        let link =
            OwnerLink { id: self.fresh_link(), account: owner.id, purpose, alternate: None, mailed: None };
        let until = now.plus(purpose.life());
        let url = self.armed(&link, until).await?;
        let letter = Words::in_language(owner.language).change_letter(&ChangeLetter {
            account: &owner.primary,
            changes,
            is_by_admin,
            not_me: url.as_deref().map(|url| (url, until)),
            at: now,
            zone: &self.parts.site.time_zone,
        });
        let mut outcome = Ok(());
        let mut is_anybody_told = false;
        for address in to {
            match self.parts.notifier.write_to_owner(addressed(letter.clone(), address, now)).await {
                Ok(()) => is_anybody_told = true,
                Err(error) => {
                    tracing::warn!(
                        account = %owner.id, error = &error as &dyn std::error::Error,
                        "a notice was not handed over to one address"
                    );
                    outcome = Err(error);
                }
            }
        }
        // Whoever was told is not told again because another address is refused.
        if is_anybody_told { Ok(()) } else { outcome }
    }

    async fn rows_since(&self, account: AccountId, at: Timestamp) -> Result<Vec<AuditRow>, ExportError> {
        let filter = AuditFilter {
            account: Some(account),
            since: Some(at),
            limit: ROWS_MAX,
            ..AuditFilter::default()
        };
        let mut rows = self.parts.store.audit(&filter).await.map_err(unreadable)?;
        rows.reverse();
        Ok(rows)
    }

    /// Every verified address, the mailbox of a person, and one that was just taken away.
    async fn told_at(&self, owner: &Account, also_to: Option<&str>) -> Result<Vec<String>, ExportError> {
        let known = self.parts.store.alternates(owner.id).await.map_err(unreadable)?;
        let verified = known.into_iter().filter(|address| address.verified.is_some());
        let mut to: Vec<String> = verified.map(|address| address.address).collect();
        to.extend(also_to.map(str::to_owned));
        let has_mailbox = match owner.kind {
            AccountKind::Person | AccountKind::SharedMailbox => owner.primary.as_str().contains('@'),
            AccountKind::Application => false,
        };
        to.extend(has_mailbox.then(|| owner.primary.to_string()));
        Ok(to)
    }
}

/// What the owner is told of a row; most rows are not the owner's to be told by mail.
fn change_of(row: &AuditRow) -> Option<OwnerChange> {
    let kind = EventKind::from_code(&row.code)?;
    let detail: serde_json::Value = serde_json::from_str(&row.detail).unwrap_or_default();
    let name = ["address", "passkey", "name"].into_iter().find_map(|member| detail.get(member)?.as_str());
    OwnerChange::of(kind, name.unwrap_or_default().to_owned(), row.at)
}

fn is_by_somebody_else(actor: &Actor, account: AccountId) -> bool {
    match actor {
        Actor::Person(person) => *person != account,
        Actor::LocalRoot(_) | Actor::Program(_) => true,
        Actor::Rule | Actor::Timer | Actor::LinkHolder | Actor::Visitor => false,
    }
}

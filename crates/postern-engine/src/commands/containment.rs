//! Contain: what it would do is looked up, then it is one command as any other, and its receipts are those of its effects.

use std::sync::Arc;

use postern_core::account::{Account, AccountFacts};
use postern_core::command::{Asker, Command};
use postern_core::containment::{ContainStep, Containment, ContainmentRows, Outlook, is_done, is_ours};
use postern_core::effect::{Effect, Point};
use postern_core::handle::check_access;
use postern_core::ids::AccountId;
use postern_core::mail_queue::QueueAction;
use postern_core::refusal::Refusal;

use super::{Done, ExecuteError};
use crate::engine::Engine;
use crate::mail_queue::QueuedMail;
use crate::ports::{AgentError, Change, StoreError};

/// What Contain would do to an account now.
#[derive(Clone, Debug)]
pub struct ContainmentPreview {
    /// Whose.
    pub account: Account,
    /// Each step, in order.
    pub steps: Vec<(ContainStep, Outlook)>,
}

impl Engine {
    /// Closes everything of an account that somebody else is in.
    pub async fn contain(self: &Arc<Self>, account: AccountId, asker: Asker) -> Result<Done, ExecuteError> {
        let command = self.containment_of(account);
        self.execute(account, command, asker).await
    }

    /// What that would do now; nothing is changed. A reason is not asked for yet.
    pub async fn preview_containment(
        &self,
        account: AccountId,
        asker: &Asker,
    ) -> Result<ContainmentPreview, ExecuteError> {
        let facts = self.facts(account).await?;
        match check_access(&facts, &self.containment_of(account), asker) {
            Ok(()) | Err(Refusal::NoteMissing) => {}
            Err(refusal) => return Err(refusal.into()),
        }
        let mut steps = Vec::with_capacity(ContainStep::ALL.len());
        for &step in ContainStep::ALL {
            steps.push((step, self.outlook(step, &facts).await?));
        }
        Ok(ContainmentPreview { account: facts.account, steps })
    }

    fn containment_of(&self, account: AccountId) -> Command {
        let fresh = ContainmentRows {
            sending: self.fresh_restriction(),
            sign_in: self.fresh_restriction(),
            password: self.fresh_restriction(),
        };
        let own = self.admin_sessions(Some(account)).into_iter().map(|session| session.id).collect();
        Command::Contain(Containment { fresh, incident: self.fresh_incident(), own })
    }

    async fn outlook(&self, step: ContainStep, facts: &AccountFacts) -> Result<Outlook, StoreError> {
        if is_done(step, facts) {
            return Ok(Outlook::Already);
        }
        if !is_ours(step, facts) {
            return Ok(Outlook::OutOfReach);
        }
        Ok(match step {
            ContainStep::Sending | ContainStep::SignIn | ContainStep::Password => {
                Outlook::Will { count: None }
            }
            ContainStep::AppPasswords => Outlook::Will { count: Some(facts.app_passwords.len() as u32) },
            ContainStep::Sessions => self.outlook_of_sessions(facts.account.id).await?,
            ContainStep::Queue if !self.has_mail_queue() => Outlook::OutOfReach,
            // What cannot be counted now is held all the same.
            ContainStep::Queue => {
                let queue = self.queue_of(facts.account.id).await.ok();
                let is_held_then = |mail: &&QueuedMail| mail.message.state.is_changed_by(QueueAction::Hold);
                let count = queue.map(|mails| mails.iter().filter(is_held_then).count() as u32);
                Outlook::Will { count }
            }
        })
    }

    /// Connections at the mail server and sessions in the admin centre; where the mail server is out of reach, only our own
    /// pages' sessions end.
    async fn outlook_of_sessions(&self, account: AccountId) -> Result<Outlook, StoreError> {
        let Some(open) = self.open_sessions(account).await? else { return Ok(Outlook::Already) };
        Ok(match open.mail {
            Ok(mail) => {
                let connections: u32 = mail.iter().map(|known| known.session.connections).sum();
                Outlook::Will { count: Some(connections.saturating_add(open.own.len() as u32)) }
            }
            Err(AgentError::NotConfigured) => Outlook::OutOfReach,
            Err(_) => Outlook::Will { count: None },
        })
    }

    /// A containment holds what is queued even where a restriction by itself would let it go, and where sending was restricted
    /// before.
    pub(super) fn hold_queue_with(&self, change: &mut Change, account: AccountId) {
        let hold = Effect::HoldQueue(account);
        if self.has_point(Point::MailQueue) && !change.effects.iter().any(|(_, known)| *known == hold) {
            change.effects.push((self.fresh_effect(), hold));
        }
    }
}

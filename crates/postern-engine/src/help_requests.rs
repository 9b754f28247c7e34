//! Requests for help: an owner who gets no further asks the help desk, from the way back or from "My security", and somebody
//! there answers (checklist D16, E18). Every request is on the overview; a mail tells of it while there is room.
//!
//! Whoever asks on the way back is answered the same for every name, and learns neither whether there is an account nor
//! whether the request was kept.

use std::sync::Arc;

use parking_lot::Mutex;
use postern_core::account::Role;
use postern_core::address::ClientAddress;
use postern_core::command::{Asker, Command};
use postern_core::help_request::{
    HELP_MAILS_PER_HOUR_MAX, HELP_OPEN_OF_ACCOUNT_MAX, HELP_OPEN_UNPROVED_MAX, HelpEvent, HelpRefusal,
    HelpRequest, HelpTopic, is_kept_beside, tidied,
};
use postern_core::ids::{AccountId, HelpRequestId};
use postern_core::reach::Reach;
use postern_core::refusal::Refusal;
use postern_core::restriction::Actor;
use postern_core::time::{Span, Timestamp};
use postern_text::mail::HelpAsked;
use postern_text::words::Words;

use crate::commands::{Done, ExecuteError};
use crate::engine::Engine;
use crate::mail_budget::MailBudget;
use crate::outbox::unreadable;
use crate::owner::security::SeenOwner;
use crate::ports::{AccountKey, CommitError, ExportError, HelpFilter, HelpRow, Notice, StoreError};

/// A request is kept after a pause of its own length below this, milliseconds, so that its work does not run beside the next
/// answer and tell which names there are (see [`crate::recovery`]).
const ASK_PAUSE_MS: u64 = 2_000;

/// What is remembered of requests.
#[derive(Default)]
pub(crate) struct HelpDesk {
    mails: Mutex<MailBudget>,
    /// One request is looked at and kept at a time, so that two at once are not both the first.
    asking: tokio::sync::Mutex<()>,
}

impl HelpDesk {
    /// Debits a mail about a request.
    pub(crate) fn has_room_for_mail(&self, at: Timestamp) -> bool {
        self.mails.lock().take(HELP_MAILS_PER_HOUR_MAX, at)
    }
}

/// What became of a request on the way back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AskedForHelp {
    /// The same for every name: who answers for the account is told, if there is one. Goes into the form and comes back with it.
    Taken(String),
    /// This source asked too often.
    TooMany,
    /// The form is too old, was used, or is not ours.
    Over,
}

impl Engine {
    /// Somebody on the way back asks for help.
    pub fn ask_for_help(
        self: &Arc<Self>,
        flow: &str,
        message: &str,
        source: Option<ClientAddress>,
    ) -> AskedForHelp {
        let Some((who, is_proved, flow)) = self.opened_for_help(flow) else { return AskedForHelp::Over };
        if self.unit_of(source).is_some_and(|unit| !self.recoveries.may_ask_for_help(unit, self.now())) {
            return AskedForHelp::TooMany;
        }
        let (engine, message) = (self.clone(), tidied(message));
        let pause = Span::from_ms((self.parts.entropy.next_u64() % ASK_PAUSE_MS).cast_signed());
        tokio::spawn(async move {
            engine.parts.clock.sleep(pause).await;
            let AccountKey::Account(account) = who else { return };
            let source = source.map(|source| source.folded(engine.site().nat64).ip());
            let request = engine.help_request_of(account, HelpTopic::SignIn, message);
            let request = HelpRequest { source, is_proved, ..request };
            if let Err(error) = engine.keep_help_request(request).await {
                tracing::error!(%account, error = &error as &dyn std::error::Error, "a request for help is lost");
            }
        });
        AskedForHelp::Taken(flow)
    }

    /// An owner who is in asks for help; `false` when the same was asked already and is not answered.
    pub async fn ask_for_help_of_owner(
        self: &Arc<Self>,
        owner: &SeenOwner,
        topic: HelpTopic,
        message: &str,
    ) -> Result<bool, CommitError> {
        let request = self.help_request_of(owner.account.id, topic, tidied(message));
        let source = owner.session.source.parse().ok();
        self.keep_help_request(HelpRequest { source, is_proved: true, ..request }).await
    }

    fn help_request_of(&self, account: AccountId, topic: HelpTopic, message: String) -> HelpRequest {
        let id = HelpRequestId::from_random(self.parts.entropy.next_u64());
        let asked = self.now();
        HelpRequest { id, account, topic, message, source: None, is_proved: false, asked, answered: None }
    }

    /// Keeps it, if there is not the same already; whether it was kept.
    async fn keep_help_request(self: &Arc<Self>, request: HelpRequest) -> Result<bool, CommitError> {
        let _one_at_a_time = self.help.asking.lock().await;
        let open = self.open_help_requests(request.account).await.map_err(CommitError::Store)?;
        if !is_kept_beside(&open, request.topic, request.is_proved) {
            return Ok(false);
        }
        if !request.is_proved {
            let unproved = self.parts.store.unproved_help_requests().await.map_err(CommitError::Store)?;
            if unproved >= HELP_OPEN_UNPROVED_MAX {
                tracing::warn!(unproved, "a request for help that nobody proved has no room");
                return Ok(false);
            }
        }
        let actor = if request.is_proved { Actor::Person(request.account) } else { Actor::Visitor };
        let asked = request.asked;
        let change = self.change_of(vec![HelpEvent::Asked(request).into()], actor, "", asked);
        self.commit_and_apply(&change).await?;
        self.order_effects(&change);
        Ok(true)
    }

    async fn open_help_requests(&self, account: AccountId) -> Result<Vec<HelpRequest>, StoreError> {
        let filter = HelpFilter {
            account: Some(account),
            only_open: true,
            reach: Reach::ALL_DOMAINS,
            limit: HELP_OPEN_OF_ACCOUNT_MAX as u32,
        };
        let rows = self.parts.store.help_requests(&filter).await?;
        Ok(rows.into_iter().map(|row| row.request).collect())
    }

    /// Requests for help.
    pub async fn help_requests(&self, filter: &HelpFilter) -> Result<Vec<HelpRow>, StoreError> {
        self.parts.store.help_requests(filter).await
    }

    /// One request.
    pub async fn help_request(&self, id: HelpRequestId) -> Result<Option<HelpRow>, StoreError> {
        self.parts.store.help_request(id).await
    }

    /// Somebody answers a request; what was done is the asker's note.
    pub async fn answer_help(
        self: &Arc<Self>,
        account: AccountId,
        request: HelpRequestId,
        asker: Asker,
    ) -> Result<Done, ExecuteError> {
        let _one_at_a_time = self.help.asking.lock().await;
        let row = self.parts.store.help_request(request).await?;
        let Some(row) = row.filter(|row| row.request.account == account) else {
            return Err(Refusal::Help(HelpRefusal::NoSuchRequest).into());
        };
        self.execute(account, Command::AnswerHelp(row.request), asker).await
    }

    /// Mails the configured addresses and the help desk for the account's domain.
    pub(crate) async fn notify_of_help(&self, request: HelpRequestId) -> Result<(), ExportError> {
        let row = self.parts.store.help_request(request).await.map_err(unreadable)?;
        // Whoever was quicker has answered it.
        let Some(row) = row.filter(|row| row.request.answered.is_none()) else { return Ok(()) };
        let (primary, display_name) = &row.account;
        let admins = self.parts.store.admins().await.map_err(unreadable)?;
        let desk = admins.iter().filter(|admin| admin.roles.contains(&Role::Helpdesk));
        let also_to = desk.filter(|one| one.reach.covers(primary)).map(|one| one.primary.to_string());
        let words = Words::in_language(self.parts.site.admin_language);
        let source = row.request.source.map(|source| source.to_string());
        let url = self.site().public_url.as_ref();
        let mail = words.help_asked_mail(&HelpAsked {
            request,
            account: primary.as_str(),
            display_name,
            topic: row.request.topic,
            message: &row.request.message,
            source: source.as_deref(),
            is_proved: row.request.is_proved,
            asked: row.request.asked,
            url: url.map(|url| format!("{url}/admin/requests/{request}")).as_deref(),
            zone: &self.parts.site.time_zone,
        });
        let notice = Notice {
            subject: mail.subject,
            body: mail.body,
            at: row.request.asked,
            also_to: also_to.collect(),
        };
        self.parts.notifier.notify_admins(notice).await
    }
}

//! What the writer of `state.db` writes: changes with their audit rows and effects, and the few things beside.

use postern_core::alternate::OwnerLink;
use postern_core::app_password::LastUse;
use postern_core::event::Event;
use postern_core::ids::{AccountId, AppPasswordId, IncidentId, TokenId};
use postern_core::mail_queue::QueueId;
use postern_core::policy::scoped::ScopedPolicy;
use postern_core::restriction::{Restriction, RestrictionKind};
use postern_core::time::Timestamp;
use postern_engine::ports::{Change, CommitError, KeptAnswer, KeyId, KeyLimits, Receipt, SavedView};
use sqlx::SqliteConnection;

use super::writer::Work;
use super::{
    accounts, admins, alternates, app_passwords, entries, help_requests, incidents, keyed, newcomers, outbox,
    passwords, policies, programs, restrictions, saved_views, start, trail,
};

/// One item of the writer.
pub(super) enum StateWork {
    /// Events, tables and effects, together.
    Change(Box<Change>),
    /// The same, with the policy values that differ from the defaults from now on.
    Policies(Vec<(String, String)>, Box<Change>),
    /// The same, with the policies for some accounts from now on.
    ScopedPolicies(Vec<ScopedPolicy>, Box<Change>),
    /// What connectors answered.
    Receipts(Vec<Receipt>),
    /// A token was used: not a change, so without an audit row.
    TokenUsed(TokenId, Timestamp),
    /// The text of a mailed link was made: not a change either.
    LinkArmed(Box<OwnerLink>),
    /// An app password was used: the same.
    AppPasswordUsed(AppPasswordId, LastUse),
    /// A containment is about to hold these messages: what the queue said after its change.
    MailHeld(IncidentId, Vec<QueueId>),
    /// An admin keeps a list, for nobody else: not a change either.
    SaveView(AccountId, SavedView),
    /// An admin keeps it no more.
    DropView(AccountId, String),
    /// A request begins that has an idempotency key: not a change either.
    KeyTaken {
        /// What the key is kept under.
        id: KeyId,
        /// A seal over the request.
        request: [u8; 32],
        /// When it begins.
        begun: Timestamp,
        /// How much is kept.
        limits: KeyLimits,
    },
    /// How it ended.
    KeySettled(KeyId, Option<KeptAnswer>),
    /// The server runs.
    Started,
    /// The server stops cleanly.
    Stopped,
}

/// What [`StateWork`] needs beside the connection: the key of the hashes in the table of names.
pub(super) struct SiteKey(pub(super) [u8; 32]);

impl Work for StateWork {
    type Context = SiteKey;

    async fn apply(&self, connection: &mut SqliteConnection, key: &SiteKey) -> Result<u64, CommitError> {
        match self {
            StateWork::Change(change) => save(connection, &key.0, change).await?,
            StateWork::Policies(values, change) => {
                policies::save(connection, values).await?;
                save(connection, &key.0, change).await?;
            }
            StateWork::ScopedPolicies(scoped, change) => {
                policies::save_scoped(connection, scoped).await?;
                save(connection, &key.0, change).await?;
            }
            StateWork::Receipts(receipts) => outbox::save_receipts(connection, receipts).await?,
            StateWork::TokenUsed(token, at) => programs::note_use(connection, *token, *at).await?,
            StateWork::LinkArmed(link) => return alternates::arm(connection, link).await,
            StateWork::AppPasswordUsed(id, last) => app_passwords::note_use(connection, *id, last).await?,
            StateWork::MailHeld(incident, held) => incidents::note_held(connection, *incident, held).await?,
            StateWork::SaveView(account, view) => saved_views::save(connection, *account, view).await?,
            StateWork::DropView(account, name) => saved_views::remove(connection, *account, name).await?,
            StateWork::KeyTaken { id, request, begun, limits } => {
                return keyed::claim(connection, (id, request), *begun, limits).await;
            }
            StateWork::KeySettled(id, answer) => keyed::settle(connection, id, answer.as_ref()).await?,
            StateWork::Started => start::mark(connection, true).await?,
            StateWork::Stopped => start::mark(connection, false).await?,
        }
        Ok(0)
    }

    fn describe(&self) -> String {
        match self {
            StateWork::Change(change)
            | StateWork::Policies(_, change)
            | StateWork::ScopedPolicies(_, change) => {
                let codes: Vec<_> =
                    change.events.iter().map(|(id, event)| format!("{} {id}", event.code())).collect();
                // An import names its first; all of them would be a page of log.
                match codes.as_slice() {
                    [] => "a change without events".to_owned(),
                    [first] => first.clone(),
                    [first, ..] => format!("{first} and {} more", codes.len() - 1),
                }
            }
            StateWork::Receipts(receipts) => format!("{} receipts", receipts.len()),
            StateWork::LinkArmed(link) => format!("the hash of link {}", link.id),
            StateWork::TokenUsed(token, _) => format!("the use of token {token}"),
            StateWork::AppPasswordUsed(id, _) => format!("the use of app password {id}"),
            StateWork::MailHeld(incident, _) => format!("what incident {incident} holds"),
            StateWork::SaveView(account, _) | StateWork::DropView(account, _) => {
                format!("a view of account {account}")
            }
            StateWork::KeyTaken { .. } | StateWork::KeySettled(..) => "an idempotency key".to_owned(),
            StateWork::Started => "that the server runs".to_owned(),
            StateWork::Stopped => "that the server stopped".to_owned(),
        }
    }
}

/// Applies the events to the tables in their order, then writes audit rows and effects.
async fn save(
    connection: &mut SqliteConnection,
    site_key: &[u8; 32],
    change: &Change,
) -> Result<(), CommitError> {
    let mut events = change.events.as_slice();
    while let Some(((_, event), rest)) = events.split_first() {
        let new: Vec<_> = events.iter().map_while(|(_, event)| created(event)).collect();
        if new.is_empty() {
            apply(connection, site_key, change, event).await?;
            events = rest;
        } else {
            accounts::create(connection, site_key, change, &new).await?;
            events = &events[new.len()..];
        }
    }
    trail::leave(connection, change).await
}

const fn created(event: &Event) -> Option<&postern_core::account::Account> {
    match event {
        Event::AccountCreated(account) => Some(account),
        Event::AccountRenamed { .. }
        | Event::ProfileChanged { .. }
        | Event::AliasAdded { .. }
        | Event::AliasRemoved { .. }
        | Event::AccountDeleted { .. }
        | Event::PasswordSet { .. }
        | Event::Recovered { .. }
        | Event::RestrictionStarted(_)
        | Event::RestrictionReleased(_)
        | Event::RestrictionExpired(_)
        | Event::EntryAdded(_)
        | Event::EntryRemoved(_)
        | Event::EntryExpired(_)
        | Event::SignInEased { .. }
        | Event::EvidenceSeen { .. }
        | Event::AlertRaised { .. }
        | Event::MassGuardStarted(_)
        | Event::MassGuardEnded(_)
        | Event::SprayStarted(_)
        | Event::SprayEnded(_)
        | Event::PolicyChanged { .. }
        | Event::QueueChanged { .. }
        | Event::SessionsEnded { .. }
        | Event::ContactsLearned { .. }
        | Event::TokenAdded(_)
        | Event::TokenRevoked { .. }
        | Event::AdmissionOffered(_)
        | Event::AdmissionUsed { .. }
        | Event::DeviceRemembered(_)
        | Event::DeviceForgotten { .. }
        | Event::Alternate(_)
        | Event::Help(_)
        | Event::AppPassword(_)
        | Event::Incident(_)
        | Event::Admin(_) => None,
    }
}

/// A block of signing in ends what is open of it in the admin centre too.
async fn start_restriction(
    connection: &mut SqliteConnection,
    restriction: &Restriction,
) -> Result<(), CommitError> {
    if let (RestrictionKind::SignInBlocked, Some(account)) = (restriction.kind, restriction.account()) {
        admins::end_sessions(connection, account).await?;
        alternates::void_password_links(connection, account).await?;
    }
    restrictions::start(connection, restriction).await
}

/// What belongs to an account goes with it.
async fn delete(
    connection: &mut SqliteConnection,
    change: &Change,
    account: AccountId,
) -> Result<(), CommitError> {
    newcomers::forget_account(connection, account).await?;
    admins::forget_account(connection, account).await?;
    alternates::forget_account(connection, account).await?;
    help_requests::forget_account(connection, account).await?;
    incidents::close_of_account(connection, change, account).await?;
    accounts::delete(connection, change, account).await
}

async fn apply(
    connection: &mut SqliteConnection,
    site_key: &[u8; 32],
    change: &Change,
    event: &Event,
) -> Result<(), CommitError> {
    match event {
        Event::AccountCreated(account) => accounts::create(connection, site_key, change, &[account]).await,
        Event::AccountRenamed { account, from: _, to } => {
            accounts::rename(connection, site_key, *account, to).await
        }
        Event::ProfileChanged { after } => {
            if !after.is_admin() {
                admins::uninvite(connection, after.id).await?;
            }
            accounts::change_profile(connection, after).await
        }
        Event::AliasAdded { account, alias } => {
            accounts::add_alias(connection, site_key, *account, alias).await
        }
        Event::AliasRemoved { account, alias } => accounts::remove_alias(connection, *account, alias).await,
        Event::AccountDeleted { account, primary: _ } => delete(connection, change, *account).await,
        Event::PasswordSet { account } => {
            newcomers::forget(connection, *account, None).await?;
            admins::end_sessions(connection, *account).await?;
            alternates::void_password_links(connection, *account).await?;
            passwords::set(connection, change, *account).await
        }
        Event::RestrictionStarted(restriction) => start_restriction(connection, restriction).await,
        Event::RestrictionReleased(ended) | Event::RestrictionExpired(ended) => {
            restrictions::end(connection, change, ended.id).await
        }
        Event::EntryAdded(entry) => entries::add(connection, entry).await,
        Event::EntryRemoved(ended) | Event::EntryExpired(ended) => {
            entries::end(connection, change, ended.id).await
        }
        // The audit row is all there is to say: the values of a policy come with `save_policies`, and how long
        // thresholds are doubled is journalled with the lanes.
        Event::SignInEased { .. }
        | Event::EvidenceSeen { .. }
        | Event::AlertRaised { .. }
        | Event::MassGuardStarted(_)
        | Event::MassGuardEnded(_)
        | Event::SprayStarted(_)
        | Event::SprayEnded(_)
        | Event::PolicyChanged { .. }
        | Event::QueueChanged { .. }
        | Event::SessionsEnded { .. }
        | Event::Recovered { .. }
        | Event::ContactsLearned { .. } => Ok(()),
        Event::TokenAdded(token) => programs::add(connection, token).await,
        Event::TokenRevoked { token, name: _ } => programs::revoke(connection, *token, change.at).await,
        Event::AdmissionOffered(admission) => newcomers::offer(connection, admission).await,
        Event::AdmissionUsed { admission, pass } => {
            newcomers::used(connection, *admission, pass, change.at).await
        }
        Event::DeviceRemembered(device) => newcomers::remember(connection, device).await,
        Event::DeviceForgotten { account, device } => {
            newcomers::forget(connection, *account, Some(*device)).await
        }
        Event::Alternate(event) => alternates::apply(connection, event).await,
        Event::Help(event) => help_requests::apply(connection, change, event).await,
        Event::AppPassword(event) => app_passwords::apply(connection, change, event).await,
        Event::Incident(event) => incidents::apply(connection, event).await,
        Event::Admin(event) => admins::apply(connection, event, change.at).await,
    }
}

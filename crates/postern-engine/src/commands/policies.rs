//! Changes of policies: the site's values, and policies for some accounts. In force at the gates with the answer.

use std::sync::Arc;

use postern_core::access;
use postern_core::account::Account;
use postern_core::command::{Asker, CommandKind};
use postern_core::event::Event;
use postern_core::ids::AccountId;
use postern_core::name::AccountName;
use postern_core::policy::scoped::{Conditions, Scope, ScopedPolicies, ScopedPolicy, ScopedPolicyError};
use postern_core::policy::{Policies, PolicyError};
use postern_core::refusal::Refusal;
use postern_core::restriction::{Actor, NOTE_BYTES_MAX};
use postern_core::time::Timestamp;

use super::AsSeen;
use crate::engine::Engine;
use crate::engine::policy_table::MEMBERS_READ;
use crate::ports::{CommitError, StoreError};

/// What the audit says of a value that a policy does not set.
const NOT_SET: &str = "-";

/// Why a policy was not changed.
#[derive(Debug, thiserror::Error)]
pub enum SetPolicyError {
    /// A value is not allowed, or two contradict each other.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// With the new values of the site a policy for some accounts would contradict itself.
    #[error("the policy {policy} would not fit: {error}")]
    ScopedContradicts {
        /// Which.
        policy: String,
        /// How.
        error: PolicyError,
    },
    /// A policy for some accounts is not allowed.
    #[error("refused: {0:?}")]
    Scoped(ScopedPolicyError),
    /// The rules say no.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// It could not be saved.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

impl From<StoreError> for SetPolicyError {
    fn from(error: StoreError) -> Self {
        SetPolicyError::Commit(CommitError::Store(error))
    }
}

/// What is asked about policies for some accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScopedPolicyCommand {
    /// Have this policy, new or in place of the one of that name.
    Put(Box<ScopedPolicy>),
    /// Have it no more.
    Remove {
        /// Its name.
        name: String,
    },
}

/// Accounts that are named in a preview.
const TOUCHED_NAMED: usize = 10;

/// Whom a change of a policy for some accounts touches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PolicyTouch {
    /// So many accounts have the policy now.
    pub now: usize,
    /// So many would have it.
    pub then: usize,
    /// So many of these do not have it now.
    pub joining: usize,
    /// So many that have it now would have another one.
    pub leaving: usize,
    /// The first of those that would have it; where nobody would, of those that have it now.
    pub named: Vec<AccountName>,
}

impl Engine {
    /// Whom a change of a policy for some accounts would touch; or why it would be refused. Changes nothing. Reads every
    /// account, a page at a time: this is for somebody who looks before a change, not for a gate.
    pub async fn foresee_scoped(&self, command: &ScopedPolicyCommand) -> Result<PolicyTouch, SetPolicyError> {
        let before = self.scoped_policies();
        let (name, after) = self.scoped_after(&before, command.clone(), self.now());
        let after = after.map_err(SetPolicyError::Scoped)?;
        let place =
            |policies: &ScopedPolicies| policies.in_order().iter().position(|policy| policy.name == name);
        let (place_now, place_then) = (place(&before), place(&after));
        let mut touch = PolicyTouch::default();
        let mut losing = Vec::new();
        let mut behind = None;
        loop {
            let members = self.parts.store.policy_members(behind, MEMBERS_READ).await?;
            for member in &members {
                let has = place_now.is_some() && before.position_for(member.into()) == place_now;
                let gets = place_then.is_some() && after.position_for(member.into()) == place_then;
                touch.now += usize::from(has);
                touch.then += usize::from(gets);
                touch.joining += usize::from(gets && !has);
                touch.leaving += usize::from(has && !gets);
                let named = if gets { &mut touch.named } else { &mut losing };
                if (gets || has) && named.len() < TOUCHED_NAMED {
                    named.push(member.primary.clone());
                }
            }
            match members.last() {
                Some(last) if members.len() == MEMBERS_READ as usize => behind = Some(last.account),
                Some(_) | None => break,
            }
        }
        if touch.named.is_empty() {
            touch.named = losing;
        }
        Ok(touch)
    }

    /// The policies after a command, and which of them it is about.
    pub(crate) fn scoped_after(
        &self,
        before: &ScopedPolicies,
        command: ScopedPolicyCommand,
        now: Timestamp,
    ) -> (String, Result<ScopedPolicies, ScopedPolicyError>) {
        match command {
            ScopedPolicyCommand::Put(policy) => {
                (policy.name.clone(), before.with(*policy, &self.policies().outbound, now))
            }
            ScopedPolicyCommand::Remove { name } => (name.clone(), before.without(&name)),
        }
    }

    /// Changes policy values together or not at all.
    pub async fn set_policies(
        self: &Arc<Self>,
        values: Vec<(String, String)>,
        asker: Asker,
    ) -> Result<Policies, SetPolicyError> {
        self.set_policies_if(values, asker, None).await
    }

    /// The same, only if they are still as the asker saw them.
    pub async fn set_policies_if(
        self: &Arc<Self>,
        values: Vec<(String, String)>,
        asker: Asker,
        as_seen: Option<AsSeen<Policies>>,
    ) -> Result<Policies, SetPolicyError> {
        check_may_change(&asker)?;
        let _turn = self.policy_table.changes.lock().await;
        let before = self.policies();
        if as_seen.is_some_and(|is_as_seen| !is_as_seen(&before)) {
            return Err(SetPolicyError::Refused(Refusal::NotAsSeen));
        }
        let mut after = (*before).clone();
        for (name, value) in &values {
            after.set(name, value)?;
        }
        after.check()?;
        self.scoped_policies()
            .check_site(&after.outbound)
            .map_err(|(policy, error)| SetPolicyError::ScopedContradicts { policy, error })?;
        let events = site_events(&before, &after);
        if events.is_empty() {
            return Err(SetPolicyError::Refused(Refusal::AlreadySo));
        }
        let defaults = Policies::default().values();
        let differing: Vec<(String, String)> = after
            .values()
            .into_iter()
            .zip(defaults)
            .filter(|((_, value), (_, default))| value != default)
            .map(|((name, value), _)| (name.to_owned(), value.to_string()))
            .collect();
        let change = self.change_of(events, asker.actor, &asker.note, self.now());
        self.parts.store.save_policies(differing, change).await?;
        self.put_policies(after.clone());
        Ok(after)
    }

    /// Changes the policies for some accounts; those that are in force afterwards.
    pub async fn change_scoped_policies(
        self: &Arc<Self>,
        command: ScopedPolicyCommand,
        asker: Asker,
    ) -> Result<ScopedPolicies, SetPolicyError> {
        self.change_scoped_policies_if(command, asker, None).await
    }

    /// The same, only if they are still as the asker saw them.
    pub async fn change_scoped_policies_if(
        self: &Arc<Self>,
        command: ScopedPolicyCommand,
        asker: Asker,
        as_seen: Option<AsSeen<ScopedPolicies>>,
    ) -> Result<ScopedPolicies, SetPolicyError> {
        check_may_change(&asker)?;
        let _turn = self.policy_table.changes.lock().await;
        let (now, before) = (self.now(), self.scoped_policies());
        if as_seen.is_some_and(|is_as_seen| !is_as_seen(&before)) {
            return Err(SetPolicyError::Refused(Refusal::NotAsSeen));
        }
        let (name, after) = self.scoped_after(&before, command, now);
        let after = after.map_err(SetPolicyError::Scoped)?;
        let events = self.scoped_events(&name, before.named(&name), after.named(&name)).await?;
        if events.is_empty() {
            return Err(SetPolicyError::Refused(Refusal::AlreadySo));
        }
        let freed = if after.named(&name).is_none() { self.accounts_under(&[&name]) } else { Vec::new() };
        let places = self.places_under(&after).await?;
        let change = self.change_of(events, asker.actor, &asker.note, now);
        if let Err(error) = self.parts.store.save_scoped_policies(after.in_order().to_vec(), change).await {
            self.keep_places();
            return Err(error.into());
        }
        self.put_scoped_policies(after.clone(), places);
        self.start_anew(&freed, now);
        self.sweep_wake.notify_one();
        Ok(after)
    }

    /// What these accounts sent under limits that hold no more is not held against them.
    fn start_anew(&self, accounts: &[AccountId], now: Timestamp) {
        for &account in accounts {
            self.parts.counters.sending_started_anew(account, now);
        }
    }

    /// Takes away the policies for some accounts that have ended. The gates do not follow them any more since the very
    /// moment; what could not be read now is tried again with the next look.
    pub(crate) async fn end_scoped_policies(&self) {
        let now = self.now();
        if self.next_policy_end().is_none_or(|end| now < end) || !self.are_names_loaded() {
            return;
        }
        let _turn = self.policy_table.changes.lock().await;
        let before = self.scoped_policies();
        let after = before.in_force(now);
        if let Err(error) = self.replace_ended(&before, after, now).await {
            let error = &error as &dyn std::error::Error;
            tracing::error!(error, "a policy for some accounts has ended and is not taken away yet");
        }
    }

    async fn replace_ended(
        &self,
        before: &ScopedPolicies,
        after: ScopedPolicies,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let ended = before.in_order().iter().filter(|policy| !policy.is_in_force(now));
        let names: Vec<&str> = ended.map(|policy| policy.name.as_str()).collect();
        let mut events = Vec::new();
        for name in &names {
            events.extend(self.scoped_events(name, before.named(name), None).await?);
        }
        if events.is_empty() {
            return Ok(());
        }
        let freed = self.accounts_under(&names);
        let places = self.places_under(&after).await?;
        let change = self.change_of(events, Actor::Timer, "", now);
        if let Err(error) = self.parts.store.save_scoped_policies(after.in_order().to_vec(), change).await {
            self.keep_places();
            return match error {
                CommitError::Store(error) => Err(error),
                CommitError::NameTaken(_)
                | CommitError::RestrictionNotOpen(_)
                | CommitError::EntryNotOpen(_)
                | CommitError::LinkVoid(_)
                | CommitError::IncidentOpened(_)
                | CommitError::NoSuchAccount(_) => Err(StoreError::NotWriting),
            };
        }
        self.put_scoped_policies(after, places);
        self.start_anew(&freed, now);
        Ok(())
    }

    /// One event for everything in which the two differ.
    async fn scoped_events(
        &self,
        name: &str,
        before: Option<&ScopedPolicy>,
        after: Option<&ScopedPolicy>,
    ) -> Result<Vec<Event>, StoreError> {
        let (before, after) = (self.lines_of(before).await?, self.lines_of(after).await?);
        let value_in = |lines: &[(String, String)], key: &str| {
            lines
                .iter()
                .find(|(known, _)| known == key)
                .map_or(NOT_SET.to_owned(), |(_, value)| value.clone())
        };
        let mut keys: Vec<&String> = after.iter().map(|(key, _)| key).collect();
        keys.extend(before.iter().map(|(key, _)| key).filter(|key| value_in(&after, key) == NOT_SET));
        let event = |key: &String| {
            let (from, to) = (value_in(&before, key), value_in(&after, key));
            (from != to).then(|| Event::PolicyChanged { name: format!("{name}: {key}"), from, to })
        };
        Ok(keys.into_iter().filter_map(event).collect())
    }

    /// A policy as lines of a name and a text.
    async fn lines_of(&self, policy: Option<&ScopedPolicy>) -> Result<Vec<(String, String)>, StoreError> {
        let Some(policy) = policy else { return Ok(Vec::new()) };
        let mut lines = vec![("priority".to_owned(), policy.priority.to_string())];
        let Scope { conditions, exceptions } = &policy.scope;
        for (key, side) in [("for", conditions), ("except", exceptions)] {
            let text = self.text_of(side).await?;
            if !text.is_empty() {
                lines.push((key.to_owned(), text));
            }
        }
        if let Some(until) = policy.until {
            lines.push(("until".to_owned(), self.in_zone(until)));
        }
        lines.extend(policy.values.iter().map(|(name, value)| ((*name).to_owned(), value.to_string())));
        Ok(lines)
    }

    /// A time as the audit's readers know it: in the site's zone, to the second, with the offset.
    fn in_zone(&self, time: Timestamp) -> String {
        let instant = jiff::Timestamp::from_microsecond(time.unix_micros()).unwrap_or(jiff::Timestamp::MAX);
        let local = instant.to_zoned_datetime(self.site().time_zone.clone());
        local.strftime("%Y-%m-%d %H:%M:%S%:z").to_string()
    }

    async fn text_of(&self, side: &Conditions) -> Result<String, StoreError> {
        let mut words = Vec::new();
        for &account in &side.accounts {
            let known: Option<Account> = self.parts.store.account(account).await?;
            let named = known.map_or_else(|| account.to_string(), |known| known.primary.to_string());
            words.push(format!("user {named}"));
        }
        words.extend(side.groups.iter().map(|group| format!("group {group}")));
        words.extend(side.domains.iter().map(|domain| format!("domain {domain}")));
        words.extend(side.kinds.iter().map(|kind| format!("kind {}", kind.code())));
        Ok(words.join(", "))
    }
}

fn check_may_change(asker: &Asker) -> Result<(), SetPolicyError> {
    let refused = |refusal| Err(SetPolicyError::Refused(refusal));
    if !access::any_may(&asker.roles, &asker.reach, CommandKind::ChangePolicy) {
        return refused(Refusal::NotAllowed { command: CommandKind::ChangePolicy });
    }
    if asker.note.trim().is_empty() {
        return refused(Refusal::NoteMissing);
    }
    if asker.note.len() > NOTE_BYTES_MAX { refused(Refusal::NoteTooLong) } else { Ok(()) }
}

fn site_events(before: &Policies, after: &Policies) -> Vec<Event> {
    before
        .values()
        .into_iter()
        .zip(after.values())
        .filter(|((_, from), (_, to))| from != to)
        .map(|((name, from), (_, to))| Event::PolicyChanged {
            name: name.to_owned(),
            from: from.to_string(),
            to: to.to_string(),
        })
        .collect()
}

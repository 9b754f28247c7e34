//! Saving what has been decided, and making memory agree with it.
//!
//! A person's change is durable before memory and the answer; a rule's change is in memory first and durable
//! with the store's next group. Both are applied to memory by the same function.

mod episodes;
mod grace;

use std::collections::VecDeque;
use std::net::IpAddr;
use std::sync::atomic::Ordering;

use parking_lot::Mutex;
use postern_core::alternate::told_to_owner;
use postern_core::effect::{Effect, Point, effects_of};
use postern_core::event::{EndedRestriction, Event};
use postern_core::help_request::HelpEvent;
use postern_core::ids::{AccountId, EffectId};
use postern_core::name::AccountName;
use postern_core::outbound::Grace;
use postern_core::protocol::Protocol;
use postern_core::restriction::{Actor, Entity, Origin, Restriction, RestrictionKind};
use postern_core::time::{Span, Timestamp};

use crate::engine::Engine;
use crate::outbox::OutboxOrder;
use crate::ports::Change;
pub(crate) use episodes::Episodes;
pub(crate) use grace::grace_after;

/// An episode is an account's first restriction within this time (DESIGN section 10, 6).
pub(crate) const EPISODE: Span = Span::from_days(1);
/// Most changes by rules that wait for a store that takes none. Beyond it the oldest is given up, loudly: it
/// still acts until the process ends.
const UNSAVED_MAX: usize = 100_000;

/// Changes by rules that the store had no room for.
#[derive(Default)]
pub(crate) struct Unsaved {
    changes: Mutex<VecDeque<Change>>,
}

impl Unsaved {
    /// How many wait.
    pub(crate) fn len(&self) -> usize {
        self.changes.lock().len()
    }
}

impl Engine {
    /// Events with ids, and their effects, as one change.
    pub(crate) fn change_of(&self, events: Vec<Event>, actor: Actor, note: &str, at: Timestamp) -> Change {
        let mut effects = Vec::new();
        let events = self.with_incident(events, &actor, at);
        for event in &events {
            let is_first = self.is_first_of_episode(event, &events, at);
            for effect in effects_of(event, is_first) {
                if self.is_reached(&effect) && !effects.iter().any(|(_, known)| *known == effect) {
                    effects.push((self.fresh_effect(), effect));
                }
            }
        }
        for (account, also_to) in events.iter().filter_map(told_to_owner) {
            let effect = Effect::TellOwner { account, at, also_to };
            if self.has_point(Point::OwnerMail) && !effects.iter().any(|(_, known)| *known == effect) {
                effects.push((self.fresh_effect(), effect));
            }
        }
        Change {
            at,
            actor,
            note: note.trim().to_owned(),
            events: events.into_iter().map(|event| (self.fresh_event(), event)).collect(),
            effects,
            passwords: Vec::new(),
        }
    }

    fn is_reached(&self, effect: &Effect) -> bool {
        let is_wished = match effect {
            Effect::HoldQueue(_) => self.parts.site.holds_queue_of_restricted,
            Effect::ExportSignIn(_) | Effect::ExportSending(_) | Effect::EndSessions { .. } => true,
            Effect::NotifyAdmins { .. } | Effect::NotifyOfAlert(_) => true,
            Effect::NotifyOfHelp { .. } => true,
            Effect::NotifyOfAdminAction { .. } | Effect::ChangeQueue { .. } => true,
            Effect::MailLink { .. } | Effect::TellOwner { .. } => true,
        };
        is_wished && self.has_point(effect.point())
    }

    pub(crate) fn has_point(&self, point: Point) -> bool {
        match point {
            Point::Gates => false,
            Point::DovecotFiles | Point::PostfixMap => self.parts.mail_system.reaches(point),
            Point::MailQueue => self.parts.mail_queue.is_configured(),
            Point::MailSessions => self.parts.mail_agent.is_configured(),
            Point::AdminMail | Point::OwnerMail => self.parts.notifier.is_configured(),
        }
    }

    /// Makes memory agree with what happened. Idempotent, total, and quick.
    pub(crate) fn apply(&self, event: &Event, at: Timestamp) {
        match event {
            Event::AccountCreated(account) => {
                self.index_account(account);
                self.young.insert(account.id, account.created);
            }
            Event::AccountRenamed { account, from, to } => {
                let kind = self.account_of(from.as_str()).map(|(_, kind)| kind);
                self.unindex_name(from);
                self.note_former(from, *account);
                self.note_lost_name(*account);
                self.index_name(to, *account, kind);
            }
            Event::AliasAdded { account, alias } => {
                let kind = self.index.kind_of(*account);
                self.index_name(alias, *account, kind);
            }
            Event::AliasRemoved { account, alias } => {
                self.unindex_name(alias);
                self.note_former(alias, *account);
                self.note_lost_name(*account);
            }
            Event::ProfileChanged { after } => {
                self.index_account(after);
                if !after.is_admin() {
                    self.admins.uninvite(after.id);
                }
            }
            Event::AccountDeleted { account, primary } => self.apply_deletion(*account, primary),
            Event::RestrictionStarted(restriction) => self.apply_start(restriction),
            Event::EntryAdded(entry) => {
                self.lists.insert(entry.clone());
                self.sweep_wake.notify_one();
            }
            Event::EntryRemoved(ended) | Event::EntryExpired(ended) => drop(self.lists.remove(ended.id)),
            Event::SignInEased { account, until } => self.parts.counters.sign_in_eased(*account, *until, at),
            Event::RestrictionReleased(ended) => self.apply_end(ended, at, true),
            Event::RestrictionExpired(ended) => self.apply_end(ended, at, false),
            Event::PasswordSet { account } => self.apply_new_password(*account, at),
            Event::EvidenceSeen { .. }
            | Event::AlertRaised { .. }
            | Event::SprayStarted(_)
            | Event::SprayEnded(_)
            | Event::MassGuardStarted(_)
            | Event::MassGuardEnded(_)
            | Event::PolicyChanged { .. }
            | Event::QueueChanged { .. }
            | Event::ContactsLearned { .. } => {}
            Event::Recovered { account, .. } => self.recoveries.note_done(*account, self.now()),
            Event::SessionsEnded { account, from } => self.end_of_owner(*account, *from),
            Event::TokenAdded(token) => self.tokens.insert(token.clone()),
            Event::TokenRevoked { token, name: _ } => self.tokens.remove(*token),
            Event::AdmissionOffered(admission) => self.newcomers.offer(admission.clone(), at),
            Event::AdmissionUsed { admission, pass } => {
                self.newcomers.remove_link(*admission);
                self.newcomers.admit(pass, at);
            }
            // Read from the store when a cookie is shown, which is seldom.
            Event::DeviceRemembered(_) | Event::DeviceForgotten { .. } => {}
            // Read from the store when somebody asks.
            Event::Alternate(_) | Event::Help(_) => {}
            Event::AppPassword(event) => self.app_passwords.apply(event),
            Event::Incident(event) => self.incidents.apply(event),
            Event::Admin(event) => self.admins.apply(event, at),
        }
    }

    /// Whoever is blocked is out of our own pages too.
    fn apply_start(&self, restriction: &Restriction) {
        self.admins.apply_restriction(restriction);
        if let Some(account) = restriction.account() {
            match restriction.kind {
                RestrictionKind::SignInBlocked | RestrictionKind::ProtocolOff(Protocol::Portal) => {
                    self.end_of_owner(account, None);
                }
                // What was proved before may count no more (checklist D22).
                RestrictionKind::SendingRestricted | RestrictionKind::SendingProposed => {
                    self.recoveries.note_done(account, self.now());
                }
                RestrictionKind::ProtocolOff(_)
                | RestrictionKind::SendingSlowed
                | RestrictionKind::SignInLocked
                | RestrictionKind::PasswordChangeRequired
                | RestrictionKind::AddressBlock => {}
            }
        }
        self.insert_open(restriction.clone());
        self.sweep_wake.notify_one();
    }

    /// Sessions of the owner's own end; where all do, what was proved on a way back is void as well.
    fn end_of_owner(&self, account: AccountId, from: Option<IpAddr>) {
        self.owner_sessions.end(account, from);
        if from.is_none() {
            self.recoveries.note_done(account, self.now());
        }
    }

    /// Nothing of the account stays but that its name was a mailbox.
    fn apply_deletion(&self, account: AccountId, primary: &AccountName) {
        self.note_former(primary, account);
        self.note_lost_name(account);
        self.index.remove_account(account);
        self.forget_policy_place(account);
        self.open.remove_account(account);
        self.lists.remove_account(account);
        self.parts.counters.forget(account);
        self.forget_sign_ins_of(account);
        self.newcomers.forget(account);
        self.admins.forget(account);
        self.owner_sessions.end(account, None);
        self.owner.forget(account);
        self.app_passwords.forget(account);
        self.incidents.forget(account);
        self.recoveries.forget(account);
        self.young.remove(account);
    }

    /// Before the new password is used anywhere: whoever still has the old one counts nothing from here on, and what was
    /// counted against the old one says nothing of the new (checklist A10, A19).
    ///
    /// An account with nothing counted, as a new one with its first password, has nothing to be unlocked, and the
    /// grace after an unlock would only give strangers twice the guesses.
    fn apply_new_password(&self, account: AccountId, at: Timestamp) {
        self.parts.counters.password_replaced(account);
        self.admins.end_sessions(account);
        self.owner_sessions.end(account, None);
        // The moment of the change itself: `at` is when it was asked for, and what began since is void as well.
        self.recoveries.note_done(account, self.now());
        let standing = self.parts.counters.sign_in_standing(account, &self.policies_now().sign_in, at);
        if standing.unfamiliar.is_touched() || standing.familiar.is_touched() {
            self.start_signing_in_anew(account, at);
        }
    }

    /// The map has the names of restricted accounts; one that is lost has to leave it.
    fn note_lost_name(&self, account: AccountId) {
        let restricted = self.open.of_account(account);
        if restricted.iter().any(|row| row.kind == RestrictionKind::SendingRestricted) {
            self.map_has_stale_names.store(true, Ordering::SeqCst);
        }
    }

    /// An open restriction, where the gates look for it.
    pub(crate) fn insert_open(&self, restriction: Restriction) {
        let is_of_network = matches!(restriction.entity, Entity::Network(_));
        let is_by_hand = restriction.origin != Origin::Rule;
        if let Some((row, true)) = self.open.insert_unless(restriction, |_| false)
            && is_of_network
            && is_by_hand
        {
            self.lists.insert_block(&row);
        }
    }

    /// The end of a block of a network: by hand it is on the lists, by a rule in the counters. There time ends it by
    /// itself; a person's release says more, and the points that led to it go too.
    fn apply_network_end(&self, ended: &EndedRestriction, at: Timestamp, by_person: bool) {
        let removed = self.open.remove(None, ended.id);
        let Some(network) = ended.network else { return };
        match removed {
            Some(row) if row.origin == Origin::Rule && by_person => {
                self.parts.counters.source_unblocked(network, at);
            }
            Some(row) if row.origin == Origin::Rule => {}
            Some(_) | None => self.lists.remove_block(network, ended.id),
        }
    }

    fn apply_end(&self, ended: &EndedRestriction, at: Timestamp, by_person: bool) {
        let Some(account) = ended.account else { return self.apply_network_end(ended, at, by_person) };
        let removed = self.open.remove(Some(account), ended.id);
        match ended.kind {
            // Accepted, if it is restricted now: nothing is settled.
            RestrictionKind::SendingProposed if self.is_restricted(account, at) => {}
            RestrictionKind::SendingSlowed | RestrictionKind::SendingProposed if by_person => {
                let grace = removed.map_or(Grace::None, |row| grace_after(&row));
                self.start_sending_anew(account, grace, at);
            }
            RestrictionKind::SendingRestricted => {
                // Only a person's release earns a grace.
                let grace = removed.filter(|_| by_person).map_or(Grace::None, |row| grace_after(&row));
                self.start_sending_anew(account, grace, at);
            }
            RestrictionKind::SignInLocked if by_person => self.start_signing_in_anew(account, at),
            RestrictionKind::SignInLocked
            | RestrictionKind::SignInBlocked
            | RestrictionKind::SendingSlowed
            | RestrictionKind::SendingProposed
            | RestrictionKind::PasswordChangeRequired
            | RestrictionKind::ProtocolOff(_)
            | RestrictionKind::AddressBlock => {}
        }
    }

    fn is_restricted(&self, account: AccountId, at: Timestamp) -> bool {
        self.open.in_force(account, RestrictionKind::SendingRestricted, at).is_some()
    }

    /// What a person lifted, in the counters only: its row has ended already.
    pub(crate) fn lift_in_counters(&self, row: &Restriction, at: Timestamp) {
        match (row.kind, &row.entity) {
            (RestrictionKind::SendingProposed, Entity::Account(account))
                if self.is_restricted(*account, at) => {}
            (
                RestrictionKind::SendingRestricted
                | RestrictionKind::SendingSlowed
                | RestrictionKind::SendingProposed,
                Entity::Account(account),
            ) => {
                self.start_sending_anew(*account, grace_after(row), at);
            }
            (RestrictionKind::SignInLocked, Entity::Account(account)) => {
                self.start_signing_in_anew(*account, at);
            }
            (RestrictionKind::AddressBlock, Entity::Network(network)) if row.origin == Origin::Rule => {
                self.parts.counters.source_unblocked(*network, at);
            }
            (
                RestrictionKind::SendingRestricted
                | RestrictionKind::SignInLocked
                | RestrictionKind::SignInBlocked
                | RestrictionKind::SendingSlowed
                | RestrictionKind::SendingProposed
                | RestrictionKind::PasswordChangeRequired
                | RestrictionKind::ProtocolOff(_)
                | RestrictionKind::AddressBlock,
                _,
            ) => {}
        }
    }

    /// The counters that caused a restriction of sending.
    fn start_sending_anew(&self, account: AccountId, grace: Grace, at: Timestamp) {
        let until = at.plus(Span::from_s(self.policies_now().outbound.grace_s as i64));
        self.parts.counters.sending_released(account, grace, until, at);
        self.content_watch.released(account);
        self.delivery_watch.released(account);
    }

    /// The counters of both lanes; whoever waits for a place in one may ask again.
    fn start_signing_in_anew(&self, account: AccountId, at: Timestamp) {
        self.parts.counters.sign_in_unlocked(account, &self.policies_now().sign_in, at);
        self.reservations.wake_all();
    }

    /// Saves what a rule or the timer decided, which already acts, with the store's next group, and orders its
    /// effects.
    pub(crate) fn save_soon(&self, change: Change) {
        self.note_incidents(&change);
        self.order_effects(&change);
        if let Err(change) = self.parts.store.commit_soon(change) {
            let mut waiting = self.unsaved.changes.lock();
            if waiting.len() == UNSAVED_MAX {
                waiting.pop_front();
                tracing::error!(
                    waiting = UNSAVED_MAX,
                    "a change by a rule was given up: it is not in the audit"
                );
            }
            waiting.push_back(*change);
        }
    }

    /// Offers the changes that had no room again, oldest first.
    pub(crate) fn save_unsaved(&self) {
        loop {
            let Some(change) = self.unsaved.changes.lock().pop_front() else { return };
            if let Err(change) = self.parts.store.commit_soon(change) {
                self.unsaved.changes.lock().push_front(*change);
                return;
            }
        }
    }

    /// Hands the effects of a change to the outbox. What does not fit in its queue it finds in the store.
    pub(crate) fn order_effects(&self, change: &Change) {
        for (id, effect) in &change.effects {
            self.order_effect(*id, effect.clone(), change.at);
        }
    }

    pub(crate) fn order_effect(&self, id: EffectId, effect: Effect, queued: Timestamp) {
        let order = OutboxOrder { id, effect, queued, attempts: 0, answer: None };
        self.outbox.order(order);
    }

    fn is_first_of_episode(&self, event: &Event, together: &[Event], at: Timestamp) -> bool {
        if let Event::AlertRaised { account, .. } = event {
            return self.is_alert_to_be_told(*account, together, at);
        }
        if let Event::Help(HelpEvent::Asked(_)) = event {
            return self.help.has_room_for_mail(at);
        }
        let Event::RestrictionStarted(started) = event else { return false };
        let Some(account) = started.account() else { return false };
        started.kind == RestrictionKind::SendingRestricted && self.episodes.is_first(account, at, EPISODE)
    }
}

//! The engine: the ports, and the facts that every gate shares in memory.
//!
//! What is in memory is enough to answer every gate: the index of names, the open restrictions, the policies
//! in force. It is rebuilt from the store at start; a node without it does not open its ports.

mod arrivals;
mod decision_log;
mod journal;
mod like_ours;
mod name_index;
mod open_restrictions;
pub(crate) mod policy_table;
mod site_settings;
mod source_lists;
mod start;
mod steady_time;
mod successes;
mod tally_desk;
mod vitals;
mod young_accounts;

use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, OnceLock};

use arc_swap::ArcSwap;
use postern_core::account::{Account, AccountKind};
use postern_core::ids::{AccountId, EffectId, EntryId, EventId, IncidentId, RestrictionId};
use postern_core::name::{AccountName, NameRules};
use postern_core::policy::Policies;
use postern_core::time::Timestamp;
use tokio::sync::{Notify, watch};

use crate::outbox::Outbox;
use crate::ports::{Atlas, BreachedList, Clock, Counters, Entropy, MailAgent, MailQueue};
use crate::ports::{MailSystem, Notifier, Passkeys, Store};
use crate::sign_in::{ListedLooks, Reservations, UnusableSaid};

pub use arrivals::ArrivalProblem;
pub(crate) use arrivals::{Arrivals, lacks_a_variable};
pub use decision_log::DecisionLog;
pub(crate) use name_index::keyed_hash;
pub use name_index::{NameIndex, hash_name};
pub use open_restrictions::OpenRestrictions;
pub use site_settings::{CONTACT_CHARS_MAX, Contact, SiteSettings};
pub use source_lists::SourceLists;
pub use start::BackgroundTasks;
pub(crate) use successes::SuccessLine;
pub use vitals::Vitals;

/// The outside world, constructed once where the process is wired.
#[derive(Clone)]
pub struct EngineParts {
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub entropy: Arc<dyn Entropy>,
    /// What is remembered.
    pub store: Arc<dyn Store>,
    /// Counters in memory.
    pub counters: Arc<dyn Counters>,
    /// The mail system's files.
    pub mail_system: Arc<dyn MailSystem>,
    /// The mail server's queue.
    pub mail_queue: Arc<dyn MailQueue>,
    /// Who is signed in at the mail server.
    pub mail_agent: Arc<dyn MailAgent>,
    /// Who is told.
    pub notifier: Arc<dyn Notifier>,
    /// Where addresses are on the map.
    pub atlas: Arc<dyn Atlas>,
    /// Passwords that became known elsewhere.
    pub breached: Arc<dyn BreachedList>,
    /// Asks browsers for passkeys and checks them.
    pub passkeys: Arc<dyn Passkeys>,
    /// What the site decided in its configuration file.
    pub site: SiteSettings,
}

/// Gathers facts, lets core decide, saves, answers.
pub struct Engine {
    pub(crate) parts: EngineParts,
    time: steady_time::SteadyTime,
    site_key: OnceLock<[u8; 32]>,
    pub(crate) index: NameIndex,
    pub(crate) open: OpenRestrictions,
    pub(crate) lists: SourceLists,
    /// Commands about sources take turns.
    pub(crate) source_commands: tokio::sync::Mutex<()>,
    pub(crate) view_changes: tokio::sync::Mutex<()>,
    /// Commands about global admins take turns, or two admins who remove each other would both be gone.
    pub(crate) admin_commands: tokio::sync::Mutex<()>,
    /// Commands about one account take turns; several accounts share one, which costs them a moment.
    pub(crate) command_turns: [tokio::sync::Mutex<()>; 64],
    /// Since when the journal cannot be written, unix microseconds; the smallest number while it can.
    pub(crate) journal_fails_since: AtomicI64,
    /// Said in the log that no further block of a source gets a row, so that it is said once.
    pub(crate) source_blocks_are_full: AtomicBool,
    policies: ArcSwap<Policies>,
    pub(crate) policy_table: policy_table::PolicyTable,
    pub(crate) decisions: DecisionLog,
    pub(crate) arrivals: Arrivals,
    pub(crate) connections: crate::connections::ConnectionNotes,
    pub(crate) successes: successes::Successes,
    pub(crate) tallies: tally_desk::TallyDesk,
    pub(crate) reservations: Reservations,
    pub(crate) listed_looks: ListedLooks,
    pub(crate) unusable_said: UnusableSaid,
    pub(crate) outbox: Outbox,
    /// A restricted account has lost a name, so the map has to be written anew.
    pub(crate) map_has_stale_names: AtomicBool,
    /// Loading has come to its end, well or not.
    load_ended: watch::Sender<bool>,
    pub(crate) sweep_wake: Notify,
    /// Changes that the store's queue had no room for; they act already and are offered again.
    pub(crate) unsaved: crate::save::Unsaved,
    unjournalled: journal::Unjournalled,
    pub(crate) passwords: crate::password::HashPool,
    pub(crate) tokens: crate::programs::Tokens,
    /// Held while a token is added or revoked, so that two of a name cannot be.
    pub(crate) token_changes: tokio::sync::Mutex<()>,
    pub(crate) newcomers: crate::newcomers::Newcomers,
    pub(crate) admins: crate::admin_centre::AdminDesk,
    pub(crate) owner: crate::owner::OwnerDesk,
    pub(crate) app_passwords: crate::app_passwords::AppPasswords,
    pub(crate) incidents: crate::incidents::OpenIncidents,
    pub(crate) recoveries: crate::recovery::RecoveryDesk,
    pub(crate) owner_sessions: crate::owner::security::OwnerSessions,
    /// Of the tags of passwords that we verify ourselves; lives as long as this process.
    pub(crate) tag_key: [u8; 32],
    pub(crate) episodes: crate::save::Episodes,
    pub(crate) alert_mails: crate::alert_mails::AlertMails,
    pub(crate) help: crate::help_requests::HelpDesk,
    pub(crate) observed: crate::sending::ObservedEpisodes,
    pub(crate) untold_sources: crate::sending::UntoldSources,
    pub(crate) mass_guard: crate::mass_guard::GuardDesk,
    pub(crate) envelopes: crate::sending::Envelopes,
    pub(crate) named: crate::sending::RecentlyNamed,
    pub(crate) content_watch: crate::sending::ContentWatch,
    pub(crate) delivery_watch: crate::sending::DeliveryWatch,
    pub(crate) young: young_accounts::YoungAccounts,
    pub(crate) likeness: like_ours::Likeness,
    are_names_loaded: AtomicBool,
    is_loaded: AtomicBool,
    day_end_micros: AtomicI64,
    /// Trials over the whole record take turns.
    pub(crate) trials: tokio::sync::Mutex<()>,
}

impl Engine {
    /// The engine over its ports, before [`Engine::start`].
    pub fn new(parts: EngineParts) -> Arc<Self> {
        let mut tag_key = [0; 32];
        parts.entropy.fill(&mut tag_key);
        let time = steady_time::SteadyTime::new(parts.clock.as_ref());
        let now = time.now(parts.clock.as_ref());
        let connections = crate::connections::ConnectionNotes::new(now);
        Arc::new(Self {
            parts,
            time,
            site_key: OnceLock::new(),
            index: NameIndex::default(),
            open: OpenRestrictions::default(),
            lists: SourceLists::default(),
            source_commands: tokio::sync::Mutex::new(()),
            view_changes: tokio::sync::Mutex::new(()),
            admin_commands: tokio::sync::Mutex::new(()),
            command_turns: std::array::from_fn(|_| tokio::sync::Mutex::new(())),
            journal_fails_since: AtomicI64::new(i64::MIN),
            source_blocks_are_full: AtomicBool::new(false),
            policies: ArcSwap::from_pointee(Policies::default()),
            policy_table: policy_table::PolicyTable::default(),
            decisions: DecisionLog::default(),
            arrivals: Arrivals::default(),
            connections,
            successes: successes::Successes::default(),
            tallies: tally_desk::TallyDesk::default(),
            reservations: Reservations::default(),
            listed_looks: ListedLooks::default(),
            unusable_said: UnusableSaid::default(),
            outbox: Outbox::default(),
            map_has_stale_names: AtomicBool::new(false),
            load_ended: watch::Sender::new(false),
            sweep_wake: Notify::new(),
            unsaved: crate::save::Unsaved::default(),
            unjournalled: journal::Unjournalled::default(),
            passwords: crate::password::HashPool::default(),
            tokens: crate::programs::Tokens::default(),
            token_changes: tokio::sync::Mutex::default(),
            newcomers: crate::newcomers::Newcomers::default(),
            admins: crate::admin_centre::AdminDesk::default(),
            owner: crate::owner::OwnerDesk::default(),
            app_passwords: crate::app_passwords::AppPasswords::default(),
            incidents: crate::incidents::OpenIncidents::default(),
            recoveries: crate::recovery::RecoveryDesk::new(now),
            owner_sessions: crate::owner::security::OwnerSessions::default(),
            tag_key,
            episodes: crate::save::Episodes::default(),
            alert_mails: crate::alert_mails::AlertMails::default(),
            help: crate::help_requests::HelpDesk::default(),
            observed: crate::sending::ObservedEpisodes::default(),
            untold_sources: crate::sending::UntoldSources::default(),
            mass_guard: crate::mass_guard::GuardDesk::default(),
            envelopes: crate::sending::Envelopes::default(),
            named: crate::sending::RecentlyNamed::default(),
            content_watch: crate::sending::ContentWatch::default(),
            delivery_watch: crate::sending::DeliveryWatch::default(),
            young: young_accounts::YoungAccounts::default(),
            likeness: like_ours::Likeness::default(),
            are_names_loaded: AtomicBool::new(false),
            is_loaded: AtomicBool::new(false),
            day_end_micros: AtomicI64::new(i64::MIN),
            trials: tokio::sync::Mutex::default(),
        })
    }

    /// The store, for plain reads.
    pub fn store(&self) -> &Arc<dyn Store> {
        &self.parts.store
    }

    /// How the site reads names.
    pub fn names(&self) -> &NameRules {
        &self.parts.site.names
    }

    /// What the site decided.
    pub fn site(&self) -> &SiteSettings {
        &self.parts.site
    }

    /// The policies in force.
    pub fn policies(&self) -> Arc<Policies> {
        self.policies.load_full()
    }

    /// The same without touching the reference count, for the gates.
    pub(crate) fn policies_now(&self) -> arc_swap::Guard<Arc<Policies>> {
        self.policies.load()
    }

    pub(crate) fn put_policies(&self, policies: Policies) {
        self.follow_site_policy(&policies.outbound);
        self.policies.store(Arc::new(policies));
    }

    /// Whether every name is in memory. Before that, gates know every account that carries a restriction, and
    /// unknown names are not learned.
    pub(crate) fn are_names_loaded(&self) -> bool {
        self.are_names_loaded.load(Ordering::Acquire)
    }

    /// Whether every name and all history are in memory.
    pub fn is_loaded(&self) -> bool {
        self.is_loaded.load(Ordering::Acquire)
    }

    /// Restrictions in force right now, and decision rows that were lost for want of room.
    pub fn vitals(&self) -> Vitals {
        self.follow_clock();
        Vitals {
            clock_jumped_s: self.time.jumped_s(),
            is_loaded: self.is_loaded(),
            open_restrictions: self.open.len(),
            names: self.index.len(),
            decisions_lost: self.decisions.lost(),
            changes_unsaved: self.unsaved.len(),
            fails_to_save_since: match self.journal_fails_since.load(Ordering::Relaxed) {
                i64::MIN => None,
                since => Some(Timestamp::from_unix_micros(since)),
            },
            databases: self.parts.atlas.databases(),
            counters: self.parts.counters.size(),
        }
    }

    /// How many hashes, verifications and look-ups of passwords were begun since the start: what a flood would buy.
    pub fn password_work_begun(&self) -> u64 {
        self.passwords.begun()
    }

    /// Now, as decisions and rows have it: see [`steady_time`].
    pub(crate) fn now(&self) -> Timestamp {
        self.time.now(self.parts.clock.as_ref())
    }

    /// Looks whether the system's clock was set.
    pub(crate) fn follow_clock(&self) {
        self.time.follow(self.parts.clock.as_ref());
    }

    /// The site's secret; zero before [`Engine::start`], when no gate is open.
    pub(crate) fn site_key(&self) -> &[u8; 32] {
        const BEFORE_START: &[u8; 32] = &[0; 32];
        self.site_key.get().unwrap_or(BEFORE_START)
    }

    /// The account with this canonical name.
    pub(crate) fn account_of(&self, canonical: &str) -> Option<(AccountId, AccountKind)> {
        self.index.find(name_index::hash_canonical(self.site_key(), canonical))
    }

    pub(crate) fn index_account(&self, account: &Account) {
        for name in std::iter::once(&account.primary).chain(&account.aliases) {
            self.index.insert(hash_name(self.site_key(), name), account.id, account.kind);
        }
        self.place_by_policy(&account.into());
        self.parts.counters.name_added();
    }

    pub(crate) fn index_name(&self, name: &AccountName, account: AccountId, kind: Option<AccountKind>) {
        let kind = kind.unwrap_or(AccountKind::Person);
        self.index.insert(hash_name(self.site_key(), name), account, kind);
        self.parts.counters.name_added();
    }

    /// A name that is nobody's any more, but was a mailbox: whoever still asks for it is no attacker.
    pub(crate) fn note_former(&self, name: &AccountName, account: AccountId) {
        self.likeness.former.insert(hash_name(self.site_key(), name), account, AccountKind::Person);
    }

    pub(crate) fn unindex_name(&self, name: &AccountName) {
        self.index.remove(hash_name(self.site_key(), name));
    }

    pub(crate) fn fresh_incident(&self) -> IncidentId {
        IncidentId::from_random(self.parts.entropy.next_u64())
    }

    pub(crate) fn fresh_restriction(&self) -> RestrictionId {
        RestrictionId::from_random(self.parts.entropy.next_u64())
    }

    pub(crate) fn fresh_entry(&self) -> EntryId {
        EntryId::from_random(self.parts.entropy.next_u64())
    }

    pub(crate) fn fresh_account(&self) -> AccountId {
        AccountId::from_random(self.parts.entropy.next_u64())
    }

    pub(crate) fn fresh_event(&self) -> EventId {
        EventId::from_random(self.parts.entropy.next_u64())
    }

    pub(crate) fn fresh_effect(&self) -> EffectId {
        EffectId::from_random(self.parts.entropy.next_u64())
    }

    /// The end of the organisation's day that `now` lies in.
    pub(crate) fn day_end(&self, now: Timestamp) -> Timestamp {
        let known = self.day_end_micros.load(Ordering::Relaxed);
        // A day is at most 25 hours long, so a value further ahead was left by a clock that has been set back.
        if now.unix_micros() < known && known.saturating_sub(now.unix_micros()) <= 25 * 3_600_000_000 {
            return Timestamp::from_unix_micros(known);
        }
        let end = end_of_day(now, &self.parts.site.time_zone);
        self.day_end_micros.store(end.unix_micros(), Ordering::Relaxed);
        end
    }
}

/// Midnight after `now` in the organisation's zone; 24 hours later where the calendar has no answer.
pub(crate) fn end_of_day(now: Timestamp, zone: &jiff::tz::TimeZone) -> Timestamp {
    let tomorrow = jiff::Timestamp::from_microsecond(now.unix_micros())
        .ok()
        .and_then(|instant| instant.to_zoned_datetime(zone.clone()).tomorrow().ok())
        .and_then(|tomorrow| tomorrow.start_of_day().ok());
    match tomorrow {
        Some(midnight) => Timestamp::from_unix_micros(midnight.timestamp().as_microsecond()),
        None => now.plus(postern_core::time::Span::from_days(1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_ends_at_midnight_of_the_organisation_also_when_the_clocks_change() {
        let stockholm = jiff::tz::TimeZone::get("Europe/Stockholm").expect("the zone database has Stockholm");
        // 2026-10-25 00:30 +02:00; that day has 25 hours.
        let now = Timestamp::from_unix_s(1_792_881_000);
        assert_eq!(end_of_day(now, &stockholm).since(now).as_s(), 24 * 3_600 + 1_800);
        let utc = end_of_day(Timestamp::from_unix_s(86_399), &jiff::tz::TimeZone::UTC);
        assert_eq!(utc, Timestamp::from_unix_s(86_400));
    }

    #[test]
    fn an_absurd_clock_still_gets_an_end_of_day() {
        let now = Timestamp::from_unix_micros(i64::MAX - 5);
        assert!(end_of_day(now, &jiff::tz::TimeZone::UTC) >= now);
    }
}

//! What other policies of sending would have done in the last 30 days, beside those in force, from what is kept of each
//! account: sums in slots of ten minutes. Nothing is changed, and no gate waits.
//!
//! Both sides are computed in the same way, so that they can be compared; what was really done is another matter, because
//! a sum knows neither from where somebody had signed in nor what else was seen. `replay` judges a whole mail log.

use std::collections::VecDeque;
use std::sync::Arc;

use postern_core::account::AccountKind;
use postern_core::ids::AccountId;
use postern_core::name::AccountName;
use postern_core::outbound::trial::{CountedSlot, LeastCounts, RefusedThen, Trial, TrialOutcome};
use postern_core::policy::OutboundPolicy;
use postern_core::policy::scoped::{Member, ScopedPolicies};
use postern_core::restriction::Reason;
use postern_core::time::{Span, Timestamp};

use crate::commands::{ScopedPolicyCommand, SetPolicyError};
use crate::engine::policy_table::whole;
use crate::engine::{Engine, end_of_day};
use crate::ports::{PolicyMember, StoreError};

/// How far back a trial looks.
pub const TRIAL_DAYS: u16 = 30;
/// Accounts that a glance looks at: so few that a page need not wait for it.
pub const GLANCE_ACCOUNTS_MAX: usize = 1_000;
/// Accounts that a trial of everything looks at.
pub const TRIAL_ACCOUNTS_MAX: usize = 1_000_000;
/// And no longer than this.
pub const TRIAL_TIME_MAX: Span = Span::from_s(20);
/// Restricted accounts that are named.
pub const TRIAL_NAMED_MAX: usize = 20;
/// Accounts in one step: each has at most 4,464 slots of 31 days.
const STEP_ACCOUNTS: u32 = 200;
/// Members that are read in one step.
const STEP_MEMBERS: u32 = 2_000;

/// How much a trial may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrialReach {
    /// [`GLANCE_ACCOUNTS_MAX`] accounts, for a page that somebody only passes.
    Glance,
    /// Everything that is kept, within [`TRIAL_ACCOUNTS_MAX`] and [`TRIAL_TIME_MAX`]; one at a time.
    Whole,
}

/// Two sets of policies over the same days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyTrial {
    /// The first moment that was looked at: 30 days ago, or since when sums are kept. `None` where there are none.
    pub since: Option<Timestamp>,
    /// When it was computed.
    pub at: Timestamp,
    /// Accounts that were looked at.
    pub accounts: usize,
    /// Every account was looked at. Otherwise those that were are a sample, because ids are drawn at random.
    pub is_whole: bool,
    /// With the policies in force.
    pub now: TrialCounts,
    /// With the other ones.
    pub then: TrialCounts,
    /// Accounts that the other ones would have restricted: at most [`TRIAL_NAMED_MAX`], those that the policies in force
    /// would not have restricted first, then the latest first.
    pub named: Vec<TriedAccount>,
}

/// How many accounts policies would have acted on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TrialCounts {
    /// Slowed, and not restricted.
    pub slowed: usize,
    /// Restricted.
    pub restricted: usize,
    /// Of the restricted ones, those that only were if what was refused at the time would have gone to strangers.
    pub perhaps: usize,
}

/// An account that policies would have restricted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TriedAccount {
    /// Which.
    pub account: AccountId,
    /// Its address; `None` when it was deleted meanwhile.
    pub address: Option<AccountName>,
    /// When first, to ten minutes.
    pub at: Timestamp,
    /// By which limit.
    pub reason: Reason,
    /// Only if what was refused at the time would have gone to strangers.
    pub is_perhaps: bool,
    /// The policies in force would have restricted it too.
    pub is_restricted_now: bool,
}

/// Policies of sending: the site's and those for some accounts, ready to be asked.
struct Rules {
    site: OutboundPolicy,
    scoped: ScopedPolicies,
    whole: Vec<Arc<OutboundPolicy>>,
}

impl Rules {
    fn new(site: OutboundPolicy, scoped: ScopedPolicies) -> Self {
        let whole = whole(&scoped, &site);
        Self { site, scoped, whole }
    }

    fn of(&self, member: Member<'_>) -> &OutboundPolicy {
        let place = self.scoped.position_for(member);
        place.and_then(|place| self.whole.get(place)).map_or(&self.site, |policy| policy)
    }

    fn all(&self) -> impl Iterator<Item = &OutboundPolicy> {
        std::iter::once(&self.site).chain(self.whole.iter().map(|policy| &**policy))
    }
}

/// What policies would have done to one account.
struct Tried {
    slowed: bool,
    restricted: Option<(Timestamp, Reason)>,
    is_perhaps: bool,
}

impl Engine {
    /// Other values of the site, by name. Whoever may not change policies is not stopped here: nothing is changed.
    pub async fn try_site_policies(
        &self,
        values: &[(String, String)],
        reach: TrialReach,
    ) -> Result<PolicyTrial, SetPolicyError> {
        let mut after = (*self.policies()).clone();
        for (name, value) in values {
            after.set(name, value)?;
        }
        after.check()?;
        let scoped = self.scoped_policies();
        scoped
            .check_site(&after.outbound)
            .map_err(|(policy, error)| SetPolicyError::ScopedContradicts { policy, error })?;
        Ok(self.try_rules(Rules::new(after.outbound, scoped), reach).await?)
    }

    /// Another policy for some accounts, or one of them no more.
    pub async fn try_scoped_policy(
        &self,
        command: &ScopedPolicyCommand,
        reach: TrialReach,
    ) -> Result<PolicyTrial, SetPolicyError> {
        let (_, after) = self.scoped_after(&self.scoped_policies(), command.clone(), self.now());
        let after = after.map_err(SetPolicyError::Scoped)?;
        Ok(self.try_rules(Rules::new(self.policies().outbound.clone(), after), reach).await?)
    }

    async fn try_rules(&self, then: Rules, reach: TrialReach) -> Result<PolicyTrial, StoreError> {
        let (_turn, accounts_max) = match reach {
            TrialReach::Glance => (None, GLANCE_ACCOUNTS_MAX),
            TrialReach::Whole => (Some(self.trials.lock().await), TRIAL_ACCOUNTS_MAX),
        };
        self.save_tallies(|desk| desk.take(self.now())).await;
        let at = self.now();
        let since = at.minus(Span::from_days(TRIAL_DAYS.into()));
        let now = Rules::new(self.policies().outbound.clone(), self.scoped_policies());
        let least = LeastCounts::of(now.all().chain(then.all()));
        let mut trial = PolicyTrial {
            since: self.parts.store.first_slot_since(since).await?,
            at,
            accounts: 0,
            is_whole: true,
            now: TrialCounts::default(),
            then: TrialCounts::default(),
            named: Vec::new(),
        };
        let mut members = Members::default();
        let mut after = None;
        loop {
            let sent = self.parts.store.sent_by_accounts(after, since, &least, STEP_ACCOUNTS).await?;
            trial.accounts += sent.looked_at as usize;
            for of_account in sent.slots.chunk_by(|(one, _), (next, _)| one == next) {
                let account = of_account[0].0;
                if let Some(member) = members.find(self, account).await? {
                    let slots: Vec<CountedSlot> = of_account.iter().map(|(_, slot)| *slot).collect();
                    let done = [&now, &then].map(|rules| self.judge_counted(rules, &member, &slots));
                    trial.add(account, done);
                }
            }
            after = sent.last;
            if after.is_none() {
                break;
            }
            if trial.accounts >= accounts_max || self.now().since(at) >= TRIAL_TIME_MAX {
                trial.is_whole = false;
                break;
            }
        }
        self.name_tried(trial).await
    }

    /// The addresses of those that are named.
    async fn name_tried(&self, mut trial: PolicyTrial) -> Result<PolicyTrial, StoreError> {
        trial.keep_named();
        for named in &mut trial.named {
            named.address = self.parts.store.account(named.account).await?.map(|account| account.primary);
        }
        Ok(trial)
    }

    fn judge_counted(&self, rules: &Rules, member: &PolicyMember, slots: &[CountedSlot]) -> Tried {
        let policy = rules.of(member.into());
        let is_application = member.kind == AccountKind::Application;
        let zone = &self.site().time_zone;
        let outcome = |refused| -> TrialOutcome {
            let mut trial = Trial::new(policy, is_application, refused);
            for slot in slots {
                trial.count(slot, |at| end_of_day(at, zone));
            }
            trial.outcome()
        };
        let least = outcome(RefusedThen::LeftOut);
        if least.restricted.is_some() || slots.iter().all(|slot| slot.refused == 0) {
            let slowed = least.slowed.is_some();
            return Tried { slowed, restricted: least.restricted, is_perhaps: false };
        }
        let most = outcome(RefusedThen::Strangers);
        let slowed = least.slowed.is_some();
        Tried { slowed, is_perhaps: most.restricted.is_some(), restricted: most.restricted }
    }
}

impl TrialCounts {
    fn add(&mut self, tried: &Tried) {
        self.restricted += usize::from(tried.restricted.is_some());
        self.perhaps += usize::from(tried.is_perhaps);
        self.slowed += usize::from(tried.slowed && tried.restricted.is_none());
    }
}

impl PolicyTrial {
    fn add(&mut self, account: AccountId, [now, then]: [Tried; 2]) {
        self.now.add(&now);
        self.then.add(&then);
        if let Some((at, reason)) = then.restricted {
            self.named.push(TriedAccount {
                account,
                address: None,
                at,
                reason,
                is_perhaps: then.is_perhaps,
                is_restricted_now: now.restricted.is_some(),
            });
            // Sorted and cut now and then, so that a policy that restricts everybody fills no memory.
            if self.named.len() >= 10 * TRIAL_NAMED_MAX {
                self.keep_named();
            }
        }
    }

    fn keep_named(&mut self) {
        self.named.sort_by_key(|named| (named.is_restricted_now, std::cmp::Reverse(named.at), named.account));
        self.named.truncate(TRIAL_NAMED_MAX);
    }
}

/// The accounts as scopes see them, read in the order of their ids beside the sums, which come in the same order.
#[derive(Default)]
struct Members {
    read: VecDeque<PolicyMember>,
    after: Option<AccountId>,
    is_at_end: bool,
}

impl Members {
    /// An account; `None` when it was deleted. Those before it are passed.
    async fn find(
        &mut self,
        engine: &Engine,
        account: AccountId,
    ) -> Result<Option<PolicyMember>, StoreError> {
        loop {
            while let Some(first) = self.read.front() {
                if first.account > account {
                    return Ok(None);
                }
                let member = self.read.pop_front();
                if member.as_ref().is_some_and(|member| member.account == account) {
                    return Ok(member);
                }
            }
            if self.is_at_end {
                return Ok(None);
            }
            let members = engine.parts.store.policy_members(self.after, STEP_MEMBERS).await?;
            self.is_at_end = members.len() < STEP_MEMBERS as usize;
            self.after = members.last().map(|member| member.account);
            self.read = members.into();
        }
    }
}

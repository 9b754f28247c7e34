//! Which policy of sending an account has, ready for the gates: the site's, or the first whose scope holds it. Knows
//! neither what a policy's values mean nor who may change them.

use std::ops::Deref;
use std::sync::Arc;

use arc_swap::{ArcSwap, Guard};
use parking_lot::{Mutex, RwLock};
use postern_core::ids::AccountId;
use postern_core::policy::scoped::{Member, ScopedPolicies};
use postern_core::policy::{OutboundPolicy, Policies};
use postern_core::spread::MintedMap;
use postern_core::time::Timestamp;

use super::Engine;
use crate::ports::{PolicyMember, StoreError};

/// Accounts that are read in one step when a scope has changed.
pub(crate) const MEMBERS_READ: u32 = 10_000;

/// Where each account stands that has not the site's own policy; positions in the order of the policies. At 100 policies
/// a position fits a byte. Some 20 bytes an account, and nothing while there is no policy for some accounts.
type Places = MintedMap<AccountId, u8>;

#[derive(Default)]
struct InForce {
    scoped: ScopedPolicies,
    /// Each with the site's values where it sets none, in the same order.
    whole: Vec<Arc<OutboundPolicy>>,
    places: RwLock<Places>,
}

/// The policies for some accounts and who has which.
#[derive(Default)]
pub(crate) struct PolicyTable {
    in_force: ArcSwap<InForce>,
    /// Accounts that were made or changed while everybody is being placed anew.
    meanwhile: Mutex<Option<Vec<PolicyMember>>>,
    /// Changes of policies take turns.
    pub(crate) changes: tokio::sync::Mutex<()>,
}

/// The policy of sending in force for one account.
pub(crate) enum SendingPolicyInForce {
    /// The site's own.
    Site(Guard<Arc<Policies>>),
    /// One for some accounts, with the site's values where it sets none.
    Scoped(Arc<OutboundPolicy>),
}

impl Deref for SendingPolicyInForce {
    type Target = OutboundPolicy;

    fn deref(&self) -> &OutboundPolicy {
        match self {
            SendingPolicyInForce::Site(policies) => &policies.outbound,
            SendingPolicyInForce::Scoped(policy) => policy,
        }
    }
}

impl Engine {
    /// The policy of sending that holds for an account, for the gates.
    pub(crate) fn sending_policy(&self, account: AccountId, now: Timestamp) -> SendingPolicyInForce {
        let in_force = self.policy_table.in_force.load();
        if !in_force.whole.is_empty()
            && let Some(&place) = in_force.places.read().get(&account)
            && let Some(whole) = in_force.whole.get(usize::from(place))
            // One that has ended is about to be taken away by the sweep.
            && in_force.scoped.in_order().get(usize::from(place)).is_some_and(|policy| policy.is_in_force(now))
        {
            return SendingPolicyInForce::Scoped(whole.clone());
        }
        SendingPolicyInForce::Site(self.policies_now())
    }

    /// The policies for some accounts.
    pub fn scoped_policies(&self) -> ScopedPolicies {
        self.policy_table.in_force.load().scoped.clone()
    }

    /// Which of them the account has: its name, or none for the site's own; and its values in force.
    pub fn policy_of(&self, account: AccountId) -> (Option<String>, OutboundPolicy) {
        let now = self.now();
        let in_force = self.policy_table.in_force.load();
        let place = in_force.places.read().get(&account).copied();
        let named = place.and_then(|place| in_force.scoped.in_order().get(usize::from(place)));
        let name = named.filter(|policy| policy.is_in_force(now)).map(|policy| policy.name.clone());
        (name, self.sending_policy(account, now).clone())
    }

    /// When the first of the policies for some accounts ends by itself.
    pub(crate) fn next_policy_end(&self) -> Option<Timestamp> {
        self.policy_table.in_force.load().scoped.next_end()
    }

    /// Who has a policy of these names.
    pub(crate) fn accounts_under(&self, names: &[&str]) -> Vec<AccountId> {
        let in_force = self.policy_table.in_force.load();
        let is_named = |place: u8| {
            let policy = in_force.scoped.in_order().get(usize::from(place));
            policy.is_some_and(|policy| names.contains(&policy.name.as_str()))
        };
        let places = in_force.places.read();
        places.iter().filter(|&(_, &place)| is_named(place)).map(|(&account, _)| account).collect()
    }

    /// How many accounts have each of the policies for some accounts, in their order.
    pub fn accounts_by_policy(&self) -> Vec<usize> {
        let in_force = self.policy_table.in_force.load();
        let mut counts = vec![0; in_force.whole.len()];
        for &place in in_force.places.read().values() {
            if let Some(count) = counts.get_mut(usize::from(place)) {
                *count += 1;
            }
        }
        counts
    }

    /// An account is new or has changed.
    pub(crate) fn place_by_policy(&self, member: &PolicyMember) {
        if let Some(meanwhile) = self.policy_table.meanwhile.lock().as_mut() {
            meanwhile.push(member.clone());
        }
        let in_force = self.policy_table.in_force.load();
        if !in_force.whole.is_empty() {
            put(&mut in_force.places.write(), &in_force.scoped, member.into());
        }
    }

    pub(crate) fn forget_policy_place(&self, account: AccountId) {
        self.policy_table.in_force.load().places.write().remove(&account);
    }

    /// The site's values have changed: those of the others that follow them do too. Nobody changes place.
    pub(super) fn follow_site_policy(&self, site: &OutboundPolicy) {
        let before = self.policy_table.in_force.load();
        if before.whole.is_empty() {
            return;
        }
        let places = before.places.read().clone();
        self.policy_table.in_force.store(Arc::new(InForce {
            whole: whole(&before.scoped, site),
            scoped: before.scoped.clone(),
            places: RwLock::new(places),
        }));
    }

    /// At start, once the policies are there: everybody is placed. Until then nobody's name is known either, but those of
    /// restricted accounts.
    pub(super) async fn place_everybody(&self) {
        let _turn = self.policy_table.changes.lock().await;
        let scoped = self.scoped_policies();
        if scoped.in_order().is_empty() {
            return;
        }
        match self.places_under(&scoped).await {
            Ok(places) => self.put_scoped_policies(scoped, places),
            Err(error) => {
                let error = &error as &dyn std::error::Error;
                tracing::error!(error, "nobody has a policy for some accounts; the site's own holds for all");
            }
        }
    }

    /// Where everybody stands under `scoped`. Hold [`PolicyTable::changes`] from here to
    /// [`Self::put_scoped_policies`], or to [`Self::keep_places`] when it comes to nothing.
    pub(crate) async fn places_under(&self, scoped: &ScopedPolicies) -> Result<Places, StoreError> {
        *self.policy_table.meanwhile.lock() = Some(Vec::new());
        let mut places = Places::default();
        let mut after = None;
        loop {
            let members = match self.parts.store.policy_members(after, MEMBERS_READ).await {
                Ok(members) => members,
                Err(error) => {
                    self.keep_places();
                    return Err(error);
                }
            };
            for member in &members {
                put(&mut places, scoped, member.into());
            }
            match members.last() {
                Some(last) if members.len() == MEMBERS_READ as usize => after = Some(last.account),
                Some(_) | None => return Ok(places),
            }
        }
    }

    pub(crate) fn keep_places(&self) {
        *self.policy_table.meanwhile.lock() = None;
    }

    pub(crate) fn put_scoped_policies(&self, scoped: ScopedPolicies, mut places: Places) {
        // Held until the new table is there, so that no change falls between.
        let mut meanwhile = self.policy_table.meanwhile.lock();
        for member in meanwhile.take().unwrap_or_default() {
            put(&mut places, &scoped, (&member).into());
        }
        let whole = whole(&scoped, &self.policies_now().outbound);
        self.policy_table.in_force.store(Arc::new(InForce { scoped, whole, places: RwLock::new(places) }));
    }
}

/// Each policy with the site's values where it sets none. One that contradicts them cannot be saved; should a file be
/// edited by hand, the site's own values hold there, and the log says so.
pub(crate) fn whole(scoped: &ScopedPolicies, site: &OutboundPolicy) -> Vec<Arc<OutboundPolicy>> {
    let over = |policy: &postern_core::policy::scoped::ScopedPolicy| {
        policy.over(site).unwrap_or_else(|error| {
            tracing::error!(policy = policy.name, %error, "a stored policy is not usable; the site's own holds");
            site.clone()
        })
    };
    scoped.in_order().iter().map(|policy| Arc::new(over(policy))).collect()
}

fn put(places: &mut Places, scoped: &ScopedPolicies, member: Member<'_>) {
    match scoped.position_for(member).and_then(|at| u8::try_from(at).ok()) {
        Some(place) => drop(places.insert(member.account, place)),
        None => drop(places.remove(&member.account)),
    }
}

//! What people ask of the table: what an attempt would be answered, how a source stands, who knows it. Nothing
//! here is on a gate's way, and nothing here debits.

use postern_core::address::ClientAddress;
use postern_core::ids::AccountId;
use postern_core::policy::SignInPolicy;
use postern_core::precedence::Foreseen;
use postern_core::sign_in::Attempt;
use postern_core::sign_in::source::ScoreStanding;
use postern_core::time::Timestamp;
use postern_engine::ports::AccountKey;

use super::SignInTable;

impl SignInTable {
    /// Both lanes bear twice as many failures until then.
    pub fn sign_in_eased(&self, account: AccountId, until: Timestamp, now: Timestamp) {
        let who = self.who(AccountKey::Account(account));
        self.accounts[who.shard].lock().eased(who, until.unix_s_u32(), now.unix_s_u32());
    }

    /// What an attempt would be answered before the check, step by step.
    pub fn sign_in_foreseen(
        &self,
        who: AccountKey,
        attempt: &Attempt,
        policy: &SignInPolicy,
        now: Timestamp,
    ) -> Foreseen {
        let source = self.source_facts(attempt, policy, now);
        let policy = &*self.policy_now(policy);
        let who = self.who(who);
        self.accounts[who.shard].lock().foreseen(who, attempt, source.as_ref(), policy, now)
    }

    /// When somebody last signed in to the account.
    pub fn last_signed_in(&self, account: AccountId) -> Option<Timestamp> {
        let who = self.who(AccountKey::Account(account));
        let last_s = self.accounts[who.shard].lock().last_success_s(who);
        (last_s > 0).then(|| Timestamp::from_unix_s(i64::from(last_s)))
    }

    /// How the address (or its /64) and the network around it stand, as far as they are scored.
    pub fn source_standings(
        &self,
        address: ClientAddress,
        policy: &SignInPolicy,
        now: Timestamp,
    ) -> Vec<ScoreStanding> {
        let place = self.whereabouts(address);
        self.sources[place.shard].lock().standings(&place, policy, now.unix_s_u32())
    }

    /// Accounts to which the address is familiar: how many, and the first `max` of them. A shard at a time.
    pub fn accounts_knowing(
        &self,
        address: ClientAddress,
        policy: &SignInPolicy,
        now: Timestamp,
        max: usize,
    ) -> (usize, Vec<AccountId>) {
        let whereabouts = self.whereabouts(address);
        let place =
            self.sources[whereabouts.shard].lock().facts(&whereabouts, policy, now.unix_s_u32()).place;
        let mut found = Vec::new();
        let mut count = 0;
        for shard in &self.accounts {
            for key in shard.lock().keys_knowing(place, policy, now.unix_s_u32()) {
                count += 1;
                if found.len() < max {
                    found.push(AccountId::from_random(key));
                }
            }
        }
        (count, found)
    }
}

//! The owner's way back: begin with a name, prove, choose. What is enough is core's to say; here codes are made, looked at
//! and counted.
//!
//! Until something was proved every answer is the same for every name, and nothing but memory was asked; mail is sent
//! beside the answer. How far somebody has come stands in a sealed text that the form brings back ([`flow`]), so whoever
//! begins and goes away costs nothing. Codes and counts are in memory ([`desk`]): after a restart the owner begins anew.

mod desk;
mod flow;
mod prove;

use std::sync::Arc;

use postern_core::account::AccountFacts;
use postern_core::address::ClientAddress;
use postern_core::command::{Asker, Command, Recovery};
use postern_core::ids::AccountId;
use postern_core::name::canonical_login;
use postern_core::reach::Reach;
use postern_core::recovery::{
    Proofs, RecoveryChoice, RecoveryMethod, check_choice, is_suspected, proofs_needed,
};
use postern_core::refusal::Refusal;
use postern_core::restriction::{Actor, RestrictionKind};
use postern_core::sign_in::{Attempt, Lane};
use postern_core::time::Timestamp;

use crate::commands::{Done, ExecuteError};
use crate::engine::Engine;
use crate::password::Password;
use crate::ports::{AccountKey, StoreError};

pub(crate) use desk::RecoveryDesk;
use flow::Flow;
pub use flow::LOGIN_BYTES_MAX;
pub use prove::Proving;

/// What a name was answered with which somebody begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begun {
    /// Whoever it is may prove it; goes into the form and comes back with it.
    Flow(String),
    /// This place has begun too often for this name.
    Paused {
        /// Until when.
        until: Timestamp,
    },
    /// This place has begun for too many names.
    TooMany,
    /// The name is empty or longer than [`LOGIN_BYTES_MAX`].
    NoName,
}

/// How far the owner has come, told to whoever proved something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Goes into the form and comes back with it.
    pub flow: String,
    /// What was proved.
    pub proofs: Proofs,
    /// What comes next.
    pub next: NextStep,
}

/// What comes after a proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// One more proof of another kind.
    Prove {
        /// Those that the account has and that were not shown yet; none: somebody has to help.
        left: Vec<RecoveryMethod>,
    },
    /// Enough was proved.
    Choose {
        /// Signing in is locked, and unlocking it would be enough.
        may_unlock: bool,
        /// Another password can be set here.
        may_set_password: bool,
        /// A person has blocked signing in, so neither helps.
        is_blocked: bool,
    },
}

/// What became of a choice.
pub enum Finished {
    /// It is done.
    Done {
        /// What happened.
        done: Box<Done>,
        /// Sending stays restricted until somebody releases it.
        is_sending_restricted: bool,
    },
    /// The form is too old, was used, or is not ours: begin anew.
    Over,
    /// The rules say no; nothing was changed.
    Refused(Refusal),
}

impl Engine {
    /// Somebody says who he is, from `source`, or from an address that can be no client's. The same for every name, also one
    /// that nobody has.
    pub fn begin_recovery(&self, login: &str, source: Option<ClientAddress>) -> Begun {
        let login = login.trim();
        if login.is_empty() || login.len() > LOGIN_BYTES_MAX {
            return Begun::NoName;
        }
        let (now, unit) = (self.now(), self.unit_of(source));
        if let Some(unit) = unit {
            if !self.recoveries.may_name(unit, now) {
                return Begun::TooMany;
            }
            if let Err(until) = self.recoveries.begin(self.name_key(login), unit, now) {
                return Begun::Paused { until };
            }
        }
        Begun::Flow(Flow::begun(login, now).sealed(self.site_key()))
    }

    /// The name with which a way back began, as it was typed; `None`: it is over.
    pub fn recovery_login(&self, flow: &str) -> Option<String> {
        self.open_flow(flow).map(|(_, flow)| flow.login)
    }

    /// What the owner may do next, if `flow` has proved anything.
    pub async fn recovery_standing(&self, flow: &str) -> Result<Option<Standing>, StoreError> {
        let Some((account, flow)) = self.proved_flow(flow) else { return Ok(None) };
        self.standing_of(account, &flow).await
    }

    async fn standing_of(&self, account: AccountId, flow: &Flow) -> Result<Option<Standing>, StoreError> {
        let Some(facts) = self.facts_of(account).await? else { return Ok(None) };
        let next = self.next_step(&facts, flow.proofs).await?;
        Ok(Some(Standing { flow: flow.sealed(self.site_key()), proofs: flow.proofs, next }))
    }

    async fn next_step(&self, facts: &AccountFacts, proofs: Proofs) -> Result<NextStep, StoreError> {
        let (now, account) = (self.now(), facts.account.id);
        let is_suspected = is_suspected(facts, self.compromise_of(account).level, now);
        let needed = proofs_needed(self.proofs_of_site(), facts.account.is_admin(), is_suspected);
        if proofs.count() < needed {
            let mut left = self.recovery_methods(account).await?;
            left.retain(|&method| !proofs.has(method));
            return Ok(NextStep::Prove { left });
        }
        let may = |choice| check_choice(facts, choice, is_suspected, now).is_ok();
        let mut blocks = facts.open_of(RestrictionKind::SignInBlocked);
        Ok(NextStep::Choose {
            may_unlock: may(RecoveryChoice::UnlockOnly),
            may_set_password: may(RecoveryChoice::NewPassword),
            is_blocked: blocks.any(|row| row.is_in_force(now)),
        })
    }

    /// Carries out the choice; with `NewPassword`, `password` is what the owner wants.
    pub async fn finish_recovery(
        self: &Arc<Self>,
        flow: &str,
        password: Option<Password>,
    ) -> Result<Finished, ExecuteError> {
        let Some((account, flow)) = self.proved_flow(flow) else { return Ok(Finished::Over) };
        let choice =
            if password.is_some() { RecoveryChoice::NewPassword } else { RecoveryChoice::UnlockOnly };
        let level = self.compromise_of(account).level;
        let recovery = Recovery { proofs: flow.proofs, choice, proofs_of_site: self.proofs_of_site(), level };
        match self.recover(account, recovery, password, flow).await {
            Ok(Some(done)) => {
                let restricted = self.open.in_force(account, RestrictionKind::SendingRestricted, self.now());
                Ok(Finished::Done { done: Box::new(done), is_sending_restricted: restricted.is_some() })
            }
            Ok(None) => Ok(Finished::Over),
            Err(ExecuteError::Refused(refusal)) => Ok(Finished::Refused(refusal)),
            Err(error) => Err(error),
        }
    }

    async fn recover(
        self: &Arc<Self>,
        account: AccountId,
        recovery: Recovery,
        password: Option<Password>,
        flow: Flow,
    ) -> Result<Option<Done>, ExecuteError> {
        let command = Command::Recover(recovery);
        let asker = Asker {
            actor: Actor::Person(account),
            roles: Vec::new(),
            reach: Reach::ALL_DOMAINS,
            note: String::new(),
        };
        // Whoever may not do it learns nothing of rules, and costs nothing.
        let owner = self.check(account, &command, &asker).await?;
        let hash = match password {
            Some(password) => Some(self.hash_for(&owner, password, false, &asker.note).await?),
            None => None,
        };
        // Of two that come with the same form, one finds it used.
        if !self.recoveries.use_up(account, flow.begun, self.now()) {
            return Ok(None);
        }
        self.execute_with(account, command, asker, hash, None).await.map(Some)
    }

    /// The flow, if it is ours and not over, and whose name it is. What happens to an account voids what was proved for it,
    /// never a form with nothing proved: that one would tell a stranger who keeps it that there is an account.
    fn open_flow(&self, text: &str) -> Option<(AccountKey, Flow)> {
        let now = self.now();
        let flow = Flow::read(text, self.site_key()).filter(|flow| flow.is_open(now))?;
        let who = self.who(&flow.login);
        let is_void = match (who, flow.proofs.count()) {
            (_, 0) => self.recoveries.is_before_start(flow.begun),
            (AccountKey::Account(account), _) => {
                !flow.is_of(account, self.site_key()) || self.recoveries.is_void(account, flow.begun)
            }
            // Somebody's name when it was proved.
            (AccountKey::UnknownName(_), _) => true,
        };
        (!is_void).then_some((who, Flow { touched: now, ..flow }))
    }

    /// The flow, if something was proved, and for whom.
    fn proved_flow(&self, text: &str) -> Option<(AccountId, Flow)> {
        match self.open_flow(text)? {
            (AccountKey::Account(account), flow) if flow.proofs.count() > 0 => Some((account, flow)),
            (AccountKey::Account(_) | AccountKey::UnknownName(_), _) => None,
        }
    }

    /// For whom somebody on the way back asks for help, and whether it was proved; what goes into the form.
    pub(crate) fn opened_for_help(&self, flow: &str) -> Option<(AccountKey, bool, String)> {
        let (who, flow) = self.open_flow(flow)?;
        Some((who, flow.proofs.count() > 0, flow.sealed(self.site_key())))
    }

    /// By what beginnings are counted: the name as it was typed, whoever has it, or the pause would tell which names are of
    /// one account.
    fn name_key(&self, login: &str) -> AccountId {
        let name = canonical_login(login, self.names()).ok();
        self.unknown(name.as_deref().unwrap_or(login)).id_to_look_up()
    }

    /// How many proofs the site asks for.
    fn proofs_of_site(&self) -> u64 {
        self.policies_now().password.recovery_proofs
    }

    /// Whether the account knows the place: counts are kept apart by it. A name that nobody has is looked up as an account
    /// that there is not, in the same time.
    fn is_familiar(&self, who: AccountKey, source: Option<ClientAddress>) -> bool {
        let who = AccountKey::Account(who.id_to_look_up());
        let source = source.map(|source| source.folded(self.site().nat64));
        let attempt = Attempt { source, vouch: self.vouch(who, source, None), ..Attempt::default() };
        let policies = self.policies_now();
        let foreseen = self.parts.counters.sign_in_foreseen(who, &attempt, &policies.sign_in, self.now());
        foreseen.lane == Lane::Familiar
    }
}

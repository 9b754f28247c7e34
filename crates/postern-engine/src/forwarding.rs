//! Where an account's mail goes: the rules of its owner, read when somebody asks. What leaves the house is decided in core.
//! What cannot be read is said, and is never taken for "nothing". Maps of aliases of the mail server are not read.
//!
//! [`Engine::leads`] answers what a hand-over of a password asks: whether an address is this account by another way.

use std::collections::{HashSet, VecDeque};

use postern_core::forwarding::{
    Forward, ForwardOrigin, ForwardReach, MailRule, RuleDeed, bare, is_of, reach_of,
};
use postern_core::ids::AccountId;
use postern_core::name::AccountName;

use crate::engine::Engine;
use crate::ports::{AgentError, MailScript, StoreError};

/// Most addresses that are followed from one, and so most hops.
const FOLLOWED_MAX: usize = 50;

/// What happens to an account's mail beside the inbox.
#[derive(Debug, Default)]
pub struct MailFlow {
    /// Where it is sent on, by rules in force.
    pub forwards: Vec<Forward>,
    /// The scripts in force: the active one and what it includes.
    pub scripts: Vec<MailScript>,
    /// What could not be read; with it, the rest is not everything.
    pub problems: Vec<String>,
}

/// How an address and an account hang together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leads {
    /// Not at all, as far as forwards can be read.
    Nowhere,
    /// It is one of the account's own names.
    Itself,
    /// The account's mail is sent on to it.
    OutOf,
    /// Mail to it ends up in the account.
    Into,
    /// It cannot be told: this could not be read, or an address is made up by a rule while it runs.
    Unknown(String),
}

impl Engine {
    /// What happens to the account's mail; `None` where there is no such account.
    pub async fn mail_flow(&self, account: AccountId) -> Result<Option<MailFlow>, StoreError> {
        let Some(known) = self.parts.store.account(account).await? else { return Ok(None) };
        let mut names = vec![known.primary];
        names.extend(known.aliases);
        Ok(Some(self.flow_of(&names).await))
    }

    /// How `address` and the account hang together, in both directions.
    pub async fn leads(&self, account: AccountId, address: &str) -> Result<Leads, StoreError> {
        let Some(known) = self.parts.store.account(account).await? else { return Ok(Leads::Nowhere) };
        let mut own = vec![known.primary];
        own.extend(known.aliases);
        if is_of(address, &own, self.names()) {
            return Ok(Leads::Itself);
        }
        let wanted = self.canonical(address);
        match self.reached_from(own[0].as_str()).await? {
            Ok(reached) if reached.contains(&wanted) => return Ok(Leads::OutOf),
            Ok(_) => {}
            Err(problem) => return Ok(Leads::Unknown(problem)),
        }
        Ok(match self.reached_from(address).await? {
            Ok(reached) if reached.iter().any(|it| is_of(it, &own, self.names())) => Leads::Into,
            Ok(_) => Leads::Nowhere,
            Err(problem) => Leads::Unknown(problem),
        })
    }

    /// Every address that mail to `start` is sent on to, over any number of hops within the house.
    async fn reached_from(&self, start: &str) -> Result<Result<HashSet<String>, String>, StoreError> {
        let mut reached = HashSet::new();
        let mut next = VecDeque::from([self.canonical(start)]);
        while let Some(address) = next.pop_front() {
            let Some((account, _)) = self.account_of(&address) else { continue };
            let Some(flow) = self.mail_flow(account).await? else { continue };
            if let Some(problem) = flow.problems.into_iter().next() {
                return Ok(Err(problem));
            }
            for forward in flow.forwards {
                match forward.reach {
                    // Nobody can say where that goes.
                    ForwardReach::Computed => return Ok(Err(forward.to)),
                    ForwardReach::Own | ForwardReach::Outside => {}
                }
                let to = self.canonical(&forward.to);
                if reached.len() < FOLLOWED_MAX && reached.insert(to.clone()) {
                    next.push_back(to);
                }
            }
        }
        Ok(Ok(reached))
    }

    /// One spelling of an address, by which addresses are compared.
    pub(crate) fn canonical(&self, address: &str) -> String {
        let read = AccountName::parse(bare(address), self.names());
        read.map_or_else(|_| bare(address).to_lowercase(), |name| name.to_string())
    }

    pub(crate) async fn flow_of(&self, names: &[AccountName]) -> MailFlow {
        let mut flow = MailFlow::default();
        match self.parts.mail_agent.scripts(&names[0]).await {
            Ok(scripts) => {
                flow.scripts = in_force(scripts);
                for script in &flow.scripts {
                    match &script.rules {
                        Ok(rules) => flow.forwards.extend(self.forwards_by(script, rules)),
                        Err(problem) => flow.problems.push(format!("{}: {problem}", script.name)),
                    }
                }
            }
            Err(AgentError::NotConfigured) => {}
            Err(error) => flow.problems.push(crate::outbox::chain(&error)),
        }
        flow
    }

    fn forwards_by(&self, script: &MailScript, rules: &[MailRule]) -> Vec<Forward> {
        let site = &self.parts.site;
        let forward = |rule: &MailRule| {
            let (to, keeps) = rule.sends_on()?;
            Some(Forward {
                to: to.to_owned(),
                reach: reach_of(to, &site.names, &site.own_domains),
                keeps,
                origin: ForwardOrigin::Rule {
                    script: script.name.clone(),
                    is_conditional: rule.is_conditional,
                },
            })
        };
        rules.iter().filter_map(forward).collect()
    }
}

/// The active script, and those of the owner's own that it runs, over any number of steps.
fn in_force(scripts: Vec<MailScript>) -> Vec<MailScript> {
    let mut wanted: HashSet<String> =
        scripts.iter().filter(|it| it.is_active).map(|it| it.name.clone()).collect();
    loop {
        let before = wanted.len();
        for script in scripts.iter().filter(|it| wanted.contains(&it.name)).collect::<Vec<_>>() {
            for rule in script.rules.iter().flatten() {
                if let RuleDeed::Include { script, is_global: false } = &rule.deed {
                    wanted.insert(script.clone());
                }
            }
        }
        if wanted.len() == before {
            break;
        }
    }
    scripts.into_iter().filter(|it| wanted.contains(&it.name)).collect()
}

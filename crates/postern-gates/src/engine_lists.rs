//! weakforced's management commands, carried out by the engine: each is one or two ordinary commands of a program,
//! checked by the access matrix, audited, and in force at the gates with the answer.
//!
//! A program may what a responder may: block, allow and unlock, but not on accounts of admins, and it ends no
//! block that a person made. What is on no list is not there: deleting it is no failure, as in weakforced.

mod sources;

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Arc;

use async_trait::async_trait;
use postern_core::account::{Language, Role};
use postern_core::address::{ClientAddress, ClientNetwork};
use postern_core::command::{Asker, Command};
use postern_core::ids::AccountId;
use postern_core::name::{AccountName, canonical_login};
use postern_core::reach::Reach;
use postern_core::refusal::Refusal;
use postern_core::restriction::{Actor, Origin, Reason, Restriction, RestrictionKind};
use postern_core::sign_in::LaneStanding;
use postern_core::source_entry::EntryOn;
use postern_core::time::Timestamp;
use postern_engine::Engine;
use postern_engine::commands::ExecuteError;
use postern_engine::ports::RestrictionFilter;
use postern_text::Words;
use postern_wire::wforce::{AddEntry, EntryView, Key, KeyStats, List, ListStanding};

use crate::manages::{Manages, NotManaged};
use sources::Sources;

/// Most entries of one answer to `getBL` or `getWL`: at 150 bytes each these are 1.5 MB. A longer list is refused
/// rather than cut, because what reads it would take the rest for not blocked.
pub const ENTRIES_MAX: u32 = 10_000;

/// The reason that the audit has for a reset, which weakforced asks none for.
const RESET_NOTE: &str = "weakforced: reset";
/// The same for taking a key from a list.
const DELETE_NOTE: &str = "weakforced: taken from the list";

/// The lists and counters of an engine.
pub struct EngineLists(Arc<Engine>);

impl EngineLists {
    /// Over this engine.
    pub fn new(engine: Arc<Engine>) -> Self {
        Self(engine)
    }

    async fn account(&self, login: &str) -> Result<Option<AccountId>, NotManaged> {
        let names = self.0.names();
        let Ok(name) = canonical_login(login, names) else { return Ok(None) };
        let Ok(name) = AccountName::parse(&name, names) else { return Ok(None) };
        let found = self.0.store().account_by_name(&name).await.map_err(failed)?;
        Ok(found.map(|account| account.id))
    }

    async fn known(&self, login: &str) -> Result<AccountId, NotManaged> {
        let found = self.account(login).await?;
        found.ok_or_else(|| NotManaged::because("there is no account with this login"))
    }

    /// One command; a refusal that `is_so_already` calls no failure is none.
    async fn carry_out(
        &self,
        account: AccountId,
        command: Command,
        asker: Asker,
        is_so_already: impl FnOnce(&Refusal) -> bool,
    ) -> Result<(), NotManaged> {
        match self.0.execute(account, command, asker).await {
            Ok(_) => Ok(()),
            Err(ExecuteError::Refused(refusal)) if is_so_already(&refusal) => Ok(()),
            Err(ExecuteError::Refused(refusal)) => Err(refused(&refusal)),
            Err(error) => Err(failed(error)),
        }
    }

    /// The blocks of an account that are in force, by whom they were made.
    async fn blocks(&self, account: AccountId) -> Result<Vec<Restriction>, NotManaged> {
        let filter = RestrictionFilter {
            account: Some(account),
            kinds: vec![RestrictionKind::SignInBlocked],
            limit: ENTRIES_MAX,
            ..RestrictionFilter::default()
        };
        let rows = self.0.restrictions(&filter).await.map_err(failed)?;
        Ok(rows.into_iter().map(|row| row.restriction).collect())
    }

    async fn end_blocks(&self, account: AccountId, asker: Asker) -> Result<(), NotManaged> {
        let blocks = self.blocks(account).await?;
        if blocks.iter().any(|block| block.origin == Origin::Person) {
            return Err(NotManaged::because("a person blocked this account: only a person allows it again"));
        }
        if blocks.is_empty() {
            return Ok(());
        }
        let is_gone = |refusal: &Refusal| matches!(refusal, Refusal::SignInNotBlocked);
        self.carry_out(account, Command::AllowSignIn, asker, is_gone).await
    }

    async fn login_stats(&self, key: Key, account: Option<AccountId>) -> Result<KeyStats, NotManaged> {
        let mut stats = nothing_about(key);
        let Some(account) = account else { return Ok(stats) };
        if let Some(why) = self.0.why(account).await.map_err(failed)? {
            let blocks = why.open.iter().map(|row| &row.restriction);
            let blocks = blocks.filter(|row| row.kind == RestrictionKind::SignInBlocked);
            stats.block = longest(blocks.map(|row| (row.until, reason_of(&row.reason))));
            stats.allow = self.sources().allowed(EntryOn::Account(account));
            stats.stats.insert("unfamiliarSources", lane(&why.sign_in.unfamiliar));
            stats.stats.insert("familiarSources", lane(&why.sign_in.familiar));
        }
        Ok(stats)
    }

    fn sources(&self) -> Sources<'_> {
        Sources(&self.0)
    }

    /// The network that a key names, and whose attempts from there are meant; everybody's without one.
    async fn source_of(&self, key: &Key) -> Result<(ClientNetwork, Option<AccountId>), NotManaged> {
        match key {
            Key::Network { first, prefix_bits } => Ok((network_of(*first, *prefix_bits), None)),
            Key::LoginFromAddress { login, address } => {
                Ok((network_of(*address, 128), Some(self.known(login).await?)))
            }
            Key::Login(_) => Err(NotManaged::because("a login is no source")),
        }
    }

    async fn entry_on(&self, key: &Key) -> Result<EntryOn, NotManaged> {
        if let Key::Login(login) = key {
            return Ok(EntryOn::Account(self.known(login).await?));
        }
        let (network, account) = self.source_of(key).await?;
        Ok(match account {
            Some(account) => EntryOn::AccountAtNetwork { account, network },
            None => EntryOn::Network(network),
        })
    }

    async fn blocked_logins(&self) -> Result<Vec<EntryView>, NotManaged> {
        let filter = RestrictionFilter {
            kinds: vec![RestrictionKind::SignInBlocked],
            limit: ENTRIES_MAX + 1,
            ..RestrictionFilter::default()
        };
        let rows = self.0.restrictions(&filter).await.map_err(failed)?;
        let entry = |row: &postern_engine::ports::RestrictionRow| {
            let (name, _) = row.account.as_ref()?;
            Some(EntryView {
                key: Key::Login(name.as_str().to_owned()),
                expires_unix_s: row.restriction.until.map(|until| until.unix_s()),
                reason: reason_of(&row.restriction.reason),
            })
        };
        Ok(rows.iter().filter_map(entry).collect())
    }
}

#[async_trait]
impl Manages for EngineLists {
    async fn reset(&self, actor: &str, key: Key) -> Result<(), NotManaged> {
        let asker = asker(actor, RESET_NOTE);
        match &key {
            Key::Login(login) => {
                let account = self.known(login).await?;
                let is_open = |refusal: &Refusal| matches!(refusal, Refusal::SignInNotLocked);
                self.carry_out(account, Command::UnlockSignIn, asker.clone(), is_open).await?;
                self.end_blocks(account, asker).await
            }
            Key::Network { .. } | Key::LoginFromAddress { .. } => {
                let (network, account) = self.source_of(&key).await?;
                self.sources().unblock(network, account, asker).await
            }
        }
    }

    async fn key_stats(&self, key: Key) -> Result<KeyStats, NotManaged> {
        match &key {
            Key::Login(login) => {
                let account = self.account(login).await?;
                self.login_stats(key, account).await
            }
            Key::Network { .. } => {
                let (network, _) = self.source_of(&key).await?;
                Ok(self.sources().stats(key, network, None))
            }
            Key::LoginFromAddress { login, address } => {
                let network = network_of(*address, 128);
                let account = self.account(login).await?;
                Ok(match account {
                    Some(account) => self.sources().stats(key, network, Some(account)),
                    None => nothing_about(key),
                })
            }
        }
    }

    async fn add(&self, actor: &str, list: List, entry: AddEntry) -> Result<(), NotManaged> {
        let (asker, until) = (asker(actor, &entry.reason), Some(self.0.after_s(entry.expire_s)));
        match (list, &entry.key) {
            (List::Block, Key::Login(login)) => {
                let account = self.known(login).await?;
                // One that lasts at least as long makes this superfluous.
                let lasts = |refusal: &Refusal| matches!(refusal, Refusal::AlreadySo);
                self.carry_out(account, Command::BlockSignIn { until }, asker, lasts).await
            }
            (List::Block, key) => {
                let (network, account) = self.source_of(key).await?;
                self.sources().block(network, account, until, asker).await
            }
            (List::Allow, key) => {
                let on = self.entry_on(key).await?;
                self.sources().allow(on, until, asker).await
            }
        }
    }

    async fn delete(&self, actor: &str, list: List, key: Key) -> Result<(), NotManaged> {
        let asker = asker(actor, DELETE_NOTE);
        if let Key::Login(login) | Key::LoginFromAddress { login, .. } = &key
            && self.account(login).await?.is_none()
        {
            return Ok(());
        }
        match (list, &key) {
            (List::Block, Key::Login(login)) => {
                let account = self.known(login).await?;
                self.end_blocks(account, asker).await
            }
            (List::Block, key) => {
                let (network, account) = self.source_of(key).await?;
                self.sources().unblock(network, account, asker).await
            }
            (List::Allow, key) => {
                let on = self.entry_on(key).await?;
                self.sources().disallow(on, asker).await
            }
        }
    }

    async fn entries(&self, list: List) -> Result<Vec<EntryView>, NotManaged> {
        let mut entries = match list {
            List::Block => self.blocked_logins().await?,
            List::Allow => Vec::new(),
        };
        entries.extend(self.sources().entries(list).await?);
        if entries.len() > ENTRIES_MAX as usize {
            return Err(NotManaged::because(format!("the list has more than {ENTRIES_MAX} entries")));
        }
        Ok(entries)
    }
}

fn asker(actor: &str, note: &str) -> Asker {
    Asker {
        actor: Actor::Program(actor.to_owned()),
        roles: vec![Role::Responder],
        reach: Reach::ALL_DOMAINS,
        note: note.to_owned(),
    }
}

fn refused(refusal: &Refusal) -> NotManaged {
    NotManaged::because(Words::in_language(Language::En).refusal(refusal))
}

/// The store did not do it. The chain is for the log; the caller learns that it may try again.
fn failed(error: impl std::error::Error + 'static) -> NotManaged {
    tracing::error!(error = &error as &dyn std::error::Error, "a management command failed");
    NotManaged::because("the store did not answer: nothing was changed")
}

fn network_of(first: IpAddr, prefix_bits: u8) -> ClientNetwork {
    ClientNetwork::containing(ClientAddress::new(first), prefix_bits)
}

fn nothing_about(key: Key) -> KeyStats {
    let (block, allow) = (ListStanding::default(), ListStanding::default());
    KeyStats { key, block, allow, stats: BTreeMap::new() }
}

/// Of several rows the one that lasts longest says it.
fn longest(rows: impl Iterator<Item = (Option<Timestamp>, String)>) -> ListStanding {
    let row = rows.max_by_key(|(until, _)| (until.is_none(), *until));
    row.map_or_else(ListStanding::default, |(until, reason)| ListStanding {
        is_listed: true,
        reason,
        expires_unix_s: until.map(|until| until.unix_s()),
    })
}

/// The note of whoever made it; of a rule's block its code.
fn reason_of(reason: &Reason) -> String {
    match reason {
        Reason::ByPerson { note } | Reason::Contained { note } => note.clone(),
        rule => rule.code().to_owned(),
    }
}

fn lane(lane: &LaneStanding) -> BTreeMap<&'static str, i64> {
    BTreeMap::from([
        // Failures decay, so they are not whole; a half counts as one.
        ("failures", lane.failures.round() as i64),
        ("consecutive", lane.consecutive.into()),
        ("inFlight", lane.in_flight.into()),
        ("locked", (lane.locked_until.is_some() || lane.is_closed).into()),
    ])
}

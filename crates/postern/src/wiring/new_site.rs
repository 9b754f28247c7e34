//! The store of a new site, and the first decision in it: sending is only observed for a week. Knows nothing of
//! gates and files; nothing serves here.

use std::sync::Arc;

use anyhow::{Context, Result};
use postern_connect::exports::Exports;
use postern_connect::notify::NoNotifier;
use postern_core::account::Role;
use postern_core::command::Asker;
use postern_core::reach::Reach;
use postern_core::restriction::Actor;
use postern_core::time::{Span, Timestamp};
use postern_engine::ports::{
    AuditFilter, Clock, NoAtlas, NoBreachedList, NoMailAgent, NoMailQueue, NoPasskeys, Store,
};
use postern_engine::{Engine, EngineParts};
use postern_store::SqliteStore;
use postern_store::counters::MemoryCounters;

use super::connectors::site_settings;
use super::{OsEntropy, SystemClock};
use crate::config::Config;

/// How long a new site only observes sending: a week has each kind of day once, so most people's usual
/// recipients are known at its end (docs/design.md, section 6).
const OBSERVED_AT_FIRST: Span = Span::from_days(7);

/// Makes the store of a new site, or brings an old one up to date. A new one only observes sending at first, for
/// the reason in `observe_because`, unless that is `None`; the answer is until when. A store is new while its audit
/// is empty, so a second run changes nothing.
pub fn make_store(config: &Config, observe_because: Option<&str>) -> Result<Option<Timestamp>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let clock = Arc::new(SystemClock);
        let store = SqliteStore::open(&config.data_dir, clock.clone(), &OsEntropy).await?;
        let store = Arc::new(store);
        let is_new = store.audit(&AuditFilter { limit: 1, ..Default::default() }).await?.is_empty();
        let until = match observe_because {
            Some(reason) if is_new => Some(observe(config, &store, clock.clone(), reason).await?),
            Some(_) | None => None,
        };
        store.stop(clock.now()).await.context("cannot close the store")?;
        Ok(until)
    })
}

/// Decided as every change of a policy is, with its audit row.
async fn observe(
    config: &Config,
    store: &Arc<SqliteStore>,
    clock: Arc<SystemClock>,
    reason: &str,
) -> Result<Timestamp> {
    let until = clock.now().plus(OBSERVED_AT_FIRST);
    let engine = Engine::new(EngineParts {
        clock,
        entropy: Arc::new(OsEntropy),
        store: store.clone(),
        counters: Arc::new(MemoryCounters::new(store.site_key())),
        mail_system: Arc::new(Exports::default()),
        mail_queue: Arc::new(NoMailQueue),
        mail_agent: Arc::new(NoMailAgent),
        notifier: Arc::new(NoNotifier),
        atlas: Arc::new(NoAtlas),
        breached: Arc::new(NoBreachedList),
        passkeys: Arc::new(NoPasskeys),
        site: site_settings(config)?,
    });
    engine.start().await.context("cannot read the store")?;
    engine.loaded().await;
    let value = ("outbound.observe_until_unix_s".to_owned(), until.unix_s().to_string());
    let asker = Asker {
        actor: Actor::LocalRoot("init".to_owned()),
        roles: Role::ALL.to_vec(),
        reach: Reach::ALL_DOMAINS,
        note: reason.to_owned(),
    };
    engine.set_policies(vec![value], asker).await.context("cannot save the first policy")?;
    Ok(until)
}

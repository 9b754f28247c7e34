//! What may be said before a change of what it would have done.
//!
//! The mail log tells it whole, where it is: the command line that reads it is shown. What the sums of each account tell is
//! [`super::trial`]'s. From the restrictions that are kept only one thing is true without guessing: how many restrictions of the last 30 days began because a limit was exceeded that is raised
//! now, and how many of those would not have begun at that moment. Whether they had later, the log knows.

use postern_core::policy::presets::{Door, Preset};
use postern_core::restriction::{Reason, RestrictionKind};
use postern_core::sign_in::Lane;
use postern_core::time::Span;
use postern_engine::ports::RestrictionFilter;
use postern_text::key;
use postern_text::policy_values::PolicyGroup;

use super::super::page_error::PageError;
use super::super::session::Admin;
use super::preview::Change;

/// How far back restrictions are looked at.
const PAST: Span = Span::from_days(30);
/// And at most so many: where there were more, nothing is said.
const LOOKED_AT: u32 = 2_000;

/// What is said.
#[derive(Default)]
pub(super) struct WhatIf {
    /// Of restrictions that are kept here.
    pub past: Vec<String>,
    /// What to type where the mail log is.
    pub command: Option<String>,
}

impl WhatIf {
    /// Nothing can be said.
    pub fn is_empty(&self) -> bool {
        self.past.is_empty() && self.command.is_none()
    }
}

/// What can be said of these changes.
pub(super) async fn of(
    admin: &Admin,
    changes: &[Change],
    preset: Option<Preset>,
) -> Result<WhatIf, PageError> {
    Ok(WhatIf { past: past(admin, changes).await?, command: command(changes, preset) })
}

/// Whether a change is one of the limits of sending, which can be tried on the past.
pub(super) fn is_of_sending(change: &Change) -> bool {
    match change.words.group {
        PolicyGroup::Sending | PolicyGroup::Watched => true,
        PolicyGroup::Locks
        | PolicyGroup::Sources
        | PolicyGroup::Spray
        | PolicyGroup::Score
        | PolicyGroup::Guard
        | PolicyGroup::History
        | PolicyGroup::Password
        | PolicyGroup::Observe => false,
    }
}

/// `postern policy try` with these values; it judges sending.
fn command(changes: &[Change], preset: Option<Preset>) -> Option<String> {
    if let Some(preset) = preset.filter(|preset| preset.door() == Door::Sending && !changes.is_empty()) {
        return Some(format!("postern policy try --preset {}", preset.code()));
    }
    let set = |change: &Change| {
        let name = change.words.code.split('.').next_back().unwrap_or_default();
        format!(" --set {name}={}", change.to)
    };
    let sets: String = changes.iter().filter(|change| is_of_sending(change)).map(set).collect();
    (!sets.is_empty()).then(|| format!("postern policy try{sets}"))
}

async fn past(admin: &Admin, changes: &[Change]) -> Result<Vec<String>, PageError> {
    let raised: Vec<&Change> =
        changes.iter().filter(|change| change.to > change.from && is_a_reason(change.words.code)).collect();
    if raised.is_empty() {
        return Ok(Vec::new());
    }
    let filter = RestrictionFilter {
        kinds: vec![
            RestrictionKind::SendingRestricted,
            RestrictionKind::SendingProposed,
            RestrictionKind::SignInLocked,
        ],
        with_ended: true,
        limit: LOOKED_AT,
        ..RestrictionFilter::default()
    };
    let rows = admin.engine.restrictions(&filter).await.map_err(PageError::unread(admin))?;
    let since = admin.now.minus(PAST);
    let is_cut = rows.len() == LOOKED_AT as usize;
    if is_cut && rows.last().is_some_and(|row| row.restriction.since > since) {
        return Ok(Vec::new());
    }
    let counts: Vec<(&'static str, u64, u64)> = rows
        .iter()
        .filter(|row| row.restriction.since > since)
        .filter_map(|row| exceeded(&row.restriction.reason))
        .collect();
    let sentence = |change: &&Change| {
        // Of other accounts or times the limit may have been another one: of those nothing is said.
        let of_limit = counts
            .iter()
            .filter(|(code, _, limit)| *code == change.words.code && (*limit == change.from || *limit == 0));
        let counted: Vec<u64> = of_limit.map(|(_, count, _)| *count).collect();
        let within = counted.iter().filter(|&&count| is_within(change, count)).count();
        let name = admin.words.policy_value(change.words.code);
        let arguments =
            [("name", (&name).into()), ("count", counted.len().into()), ("within", within.into())];
        admin.words.say(key::POLICY_PAST, &arguments)
    };
    Ok(raised.iter().map(sentence).collect())
}

/// A count of sending exceeds a limit, a count of failures reaches it.
fn is_within(change: &Change, count: u64) -> bool {
    match change.words.group {
        PolicyGroup::Locks => count < change.to,
        PolicyGroup::Sources
        | PolicyGroup::Spray
        | PolicyGroup::Sending
        | PolicyGroup::Watched
        | PolicyGroup::Score
        | PolicyGroup::Guard
        | PolicyGroup::History
        | PolicyGroup::Password
        | PolicyGroup::Observe => count <= change.to,
    }
}

fn is_a_reason(code: &str) -> bool {
    [
        "sign_in.unfamiliar_failures_max",
        "sign_in.familiar_failures_max",
        "outbound.novel_hour_max",
        "outbound.novel_day_max",
        "outbound.cap_hour",
        "outbound.cap_day",
    ]
    .contains(&code)
}

/// The value that was exceeded, the count, and the limit at that time; a lock does not say its limit, which is 0 here.
fn exceeded(reason: &Reason) -> Option<(&'static str, u64, u64)> {
    let limited = |code, count: &u32, limit: &u32| Some((code, u64::from(*count), u64::from(*limit)));
    match reason {
        Reason::WrongPasswords { lane: Lane::Unfamiliar, failures } => {
            Some(("sign_in.unfamiliar_failures_max", u64::from(*failures), 0))
        }
        Reason::WrongPasswords { lane: Lane::Familiar, failures } => {
            Some(("sign_in.familiar_failures_max", u64::from(*failures), 0))
        }
        Reason::NovelRecipientsHour { count, limit } => limited("outbound.novel_hour_max", count, limit),
        Reason::NovelRecipientsDay { count, limit } => limited("outbound.novel_day_max", count, limit),
        Reason::CapHour { count, limit } => limited("outbound.cap_hour", count, limit),
        Reason::CapDay { count, limit } => limited("outbound.cap_day", count, limit),
        Reason::LaneClosed { .. }
        | Reason::LockedTooOften { .. }
        | Reason::RecipientsHour { .. }
        | Reason::CompromiseScore { .. }
        | Reason::OutsidePinnedSources
        | Reason::DisownedByOwner
        | Reason::GuessingSource { .. }
        | Reason::TemporaryPassword { .. }
        | Reason::TemporaryPasswordExpired
        | Reason::Contained { .. }
        | Reason::ByPerson { .. } => None,
    }
}

//! What the pictures and the numbers of the admin centre are made of: the site's last 24 hours, and one account's last
//! day, week or month. Says when, how many and by whom; which of it is worth a sentence, and how it looks, is decided
//! where it is drawn.

mod account;
mod lanes;

use std::collections::HashMap;

use postern_core::ids::AccountId;
use postern_core::reach::Reach;
use postern_core::restriction::{Actor, RestrictionKind};
use postern_core::time::{Span, Timestamp};

use crate::engine::Engine;
use crate::ports::StoreError;
use crate::ports::series::{ActRow, Frame, RuleStarts, Tally};

pub use account::{AccountSeries, DoorInterval, RecipientLimit, SignInMark};
pub use lanes::{FailureLane, NETWORKS_APART};

/// Restrictions by rules that a picture of the site looks at.
const RULE_STARTS_LOOKED_AT: u32 = 20_000;
/// Rows of what people did that a picture looks at: an import is a thousand of them in one moment.
const ACTS_LOOKED_AT: u32 = 5_000;
/// Acts that a picture shows, the newest.
const ACTS_SHOWN: usize = 200;
/// People whose names are looked up for one picture.
const NAMES_LOOKED_UP: usize = 20;

/// How far back a picture of an account goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Range {
    /// 24 hours, in 144 buckets of 10 minutes.
    #[default]
    Day,
    /// 7 days, in 168 buckets of an hour.
    Week,
    /// 30 days, in 180 buckets of 4 hours.
    Month,
}

impl Range {
    /// Every range, the shortest first.
    pub const ALL: [Self; 3] = [Self::Day, Self::Week, Self::Month];

    /// As an address says it: `24h`, `7d` or `30d`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Day => "24h",
            Self::Week => "7d",
            Self::Month => "30d",
        }
    }

    /// Reads [`Self::code`] back.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|range| range.code() == code)
    }

    /// The buckets of this range at `now`.
    pub fn frame(self, now: Timestamp) -> Frame {
        let (bucket, buckets) = match self {
            Self::Day => (Span::from_minutes(10), 144),
            Self::Week => (Span::from_hours(1), 168),
            Self::Month => (Span::from_hours(4), 180),
        };
        Frame::until(now, bucket, buckets)
    }
}

/// Four numbers about the site as it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OverviewNumbers {
    /// Accounts that a rule has locked, for familiar or unfamiliar sources.
    pub locked: usize,
    /// Accounts that a person or a program has blocked from signing in.
    pub blocked: usize,
    /// Accounts that are restricted from sending.
    pub restricted: usize,
    /// What happened since [`Self::since`]. Failed sign-ins are wrong passwords and those that a lock or block refused.
    pub last_hour: Tally,
    /// An hour ago, rounded down to the minute.
    pub since: Timestamp,
    /// When this was true.
    pub at: Timestamp,
}

/// Something that a person or a program did. Several rows of one moment are one act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// The name of a person: as displayed, else the address; `None` of an account that is gone.
    pub name: Option<String>,
    /// What: the code of the first event.
    pub code: String,
    /// How many rows of the audit.
    pub events: u32,
}

/// The site's last 24 hours, in 48 buckets of half an hour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteSeries {
    /// When each bucket is.
    pub frame: Frame,
    /// One a bucket.
    pub sums: Vec<Tally>,
    /// What rules closed or slowed, oldest first.
    pub rule_starts: Vec<RuleStarts>,
    /// What people and programs did, oldest first.
    pub acts: Vec<Act>,
    /// When this was true.
    pub at: Timestamp,
}

impl Engine {
    /// Four numbers for the overview: of the accounts inside, and the last hour of the whole site.
    pub async fn overview_numbers(&self, reach: &Reach) -> Result<OverviewNumbers, StoreError> {
        let at = self.now();
        let minute = Span::from_minutes(1).as_micros();
        let since = at.minus(Span::from_hours(1)).unix_micros().div_euclid(minute).saturating_mul(minute);
        let since = Timestamp::from_unix_micros(since);
        self.save_tallies(|desk| desk.take_of(None)).await;
        Ok(OverviewNumbers {
            locked: self.accounts_inside_with(&[RestrictionKind::SignInLocked], reach).await?,
            blocked: self.accounts_inside_with(&[RestrictionKind::SignInBlocked], reach).await?,
            restricted: self.accounts_inside_with(&[RestrictionKind::SendingRestricted], reach).await?,
            last_hour: self.parts.store.site_since(since).await?,
            since,
            at,
        })
    }

    /// The site's last 24 hours.
    pub async fn site_series(&self) -> Result<SiteSeries, StoreError> {
        self.read_after_saved().await;
        self.save_tallies(|desk| desk.take_of(None)).await;
        let at = self.now();
        let frame = Frame::until(at, Span::from_minutes(30), 48);
        let store = &self.parts.store;
        let acts = store.acts(None, &frame, ACTS_LOOKED_AT).await?;
        Ok(SiteSeries {
            sums: store.site_series(&frame).await?,
            rule_starts: store.rule_starts(&frame, RULE_STARTS_LOOKED_AT).await?,
            acts: self.named_acts(acts).await?,
            frame,
            at,
        })
    }

    /// Oldest first, with the names of who acted.
    async fn named_acts(&self, rows: Vec<ActRow>) -> Result<Vec<Act>, StoreError> {
        let mut names = HashMap::new();
        let mut acts: Vec<Act> = Vec::new();
        for (row, events) in together(rows) {
            let name = match &row.actor {
                Actor::Person(person) => self.name_of(*person, &mut names).await?,
                Actor::LocalRoot(_)
                | Actor::Program(_)
                | Actor::LinkHolder | Actor::Visitor
                // The store leaves these out.
                | Actor::Rule
                | Actor::Timer => None,
            };
            acts.push(Act { at: row.at, actor: row.actor, name, code: row.code, events });
        }
        acts.reverse();
        Ok(acts)
    }

    async fn name_of(
        &self,
        person: AccountId,
        known: &mut HashMap<AccountId, Option<String>>,
    ) -> Result<Option<String>, StoreError> {
        if let Some(name) = known.get(&person) {
            return Ok(name.clone());
        }
        if known.len() >= NAMES_LOOKED_UP {
            return Ok(None);
        }
        let account = self.parts.store.account(person).await?;
        let name = account.map(|account| {
            let address = account.primary.as_str().to_owned();
            if account.display_name.is_empty() { address } else { account.display_name }
        });
        known.insert(person, name.clone());
        Ok(name)
    }
}

/// Rows of one moment and one actor as one, with how many they are; the newest first, and a bounded number.
fn together(rows: Vec<ActRow>) -> Vec<(ActRow, u32)> {
    let mut acts: Vec<(ActRow, u32)> = Vec::new();
    for row in rows {
        let is_full = acts.len() == ACTS_SHOWN;
        match acts.last_mut() {
            // The rows come newest first, so the first event of the moment comes last.
            Some((newest, events)) if newest.at == row.at && newest.actor == row.actor => {
                newest.code = row.code;
                *events += 1;
            }
            Some(_) | None if is_full => break,
            Some(_) | None => acts.push((row, 1)),
        }
    }
    acts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_range_is_read_back_and_fits_a_series() {
        for range in Range::ALL {
            assert_eq!(Range::from_code(range.code()), Some(range));
            let frame = range.frame(Timestamp::from_unix_s(1_795_229_520));
            let (length, buckets) = (frame.to().since(frame.from()), frame.buckets());
            assert!((140..=180).contains(&buckets), "{buckets}");
            let days = [1, 7, 30][Range::ALL.iter().position(|one| *one == range).unwrap_or(0)];
            assert_eq!(length, Span::from_days(days));
        }
        assert_eq!(Range::from_code("1y"), None);
    }

    #[test]
    fn what_one_person_did_in_one_moment_is_one_act() {
        let row = |second: i64, actor: Actor, code: &str| ActRow {
            at: Timestamp::from_unix_s(second),
            actor,
            code: code.to_owned(),
            account: None,
        };
        let root = || Actor::LocalRoot("root".to_owned());
        let anna = || Actor::Person(AccountId::from_random(1));
        let rows = vec![
            row(9, anna(), "restriction_released"),
            row(5, root(), "restriction_started"),
            row(5, root(), "password_set"),
            row(5, anna(), "alias_added"),
        ];
        let acts: Vec<_> = together(rows).into_iter().map(|(row, events)| (row.code, events)).collect();
        let told = |code: &str, events| (code.to_owned(), events);
        assert_eq!(acts, [told("restriction_released", 1), told("password_set", 2), told("alias_added", 1)]);
        let many = (0..1_000).map(|second| row(1_000 - second, anna(), "alias_added")).collect();
        assert_eq!(together(many).len(), ACTS_SHOWN);
    }
}

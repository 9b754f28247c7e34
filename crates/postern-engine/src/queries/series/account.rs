//! One account over a day, a week or a month: what failed from where, what succeeded, when its doors were closed, whom
//! it wrote to, and who acted.

use postern_core::ids::AccountId;
use postern_core::restriction::{Origin, Reason, RestrictionKind};
use postern_core::sign_in::Lane;
use postern_core::time::{Span, Timestamp};

use super::lanes::{FailureLane, lanes_of};
use super::{ACTS_LOOKED_AT, Act, Range};
use crate::engine::Engine;
use crate::ports::series::{Frame, SourceSuccess, Tally};
use crate::ports::{RestrictionFilter, RestrictionRow, StoreError};

/// Rows of the decision log that are looked at for the sources of failures.
const FAILURES_LOOKED_AT: u32 = 10_000;
/// Marks of successes; strange places before others, else the newest.
const SUCCESSES_SHOWN: u32 = 400;
/// Restrictions that are looked at, newest first: a lock an hour for a month, and room.
const RESTRICTIONS_LOOKED_AT: u32 = 1_000;

/// Sign-ins that succeeded from one source within one bucket.
pub type SignInMark = SourceSuccess;

/// A time in which a door of the account was locked, blocked, restricted or slowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoorInterval {
    /// How: never a block of a source or a password to be changed, which close no door.
    pub kind: RestrictionKind,
    /// Of a lock: for which sources.
    pub lane: Option<Lane>,
    /// Who closed it.
    pub origin: Origin,
    /// Why.
    pub reason: Reason,
    /// From when; may lie before the series.
    pub since: Timestamp,
    /// Until when; `None` while it holds.
    pub until: Option<Timestamp>,
}

/// What the hard caps of sending allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecipientLimit {
    /// So many recipients.
    pub max: u64,
    /// Within an hour or a day.
    pub within: Span,
}

/// One account over a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountSeries {
    /// Which range.
    pub range: Range,
    /// When each bucket is.
    pub frame: Frame,
    /// Failures by network: at most [`super::NETWORKS_APART`], the one with most first, then all others.
    pub failures: Vec<FailureLane>,
    /// Successes, oldest first; bounded.
    pub successes: Vec<SignInMark>,
    /// When its doors were not open, oldest first; bounded.
    pub doors: Vec<DoorInterval>,
    /// All sums, one a bucket; recipients are here.
    pub sums: Vec<Tally>,
    /// The hard cap that fits the length of a bucket: of an hour, or of a day where buckets are longer.
    pub limit: RecipientLimit,
    /// What people and programs did to it, oldest first.
    pub acts: Vec<Act>,
    /// When this was true.
    pub at: Timestamp,
}

impl Engine {
    /// One account over a range. `None` when there is no such account.
    pub async fn account_series(
        &self,
        account: AccountId,
        range: Range,
    ) -> Result<Option<AccountSeries>, StoreError> {
        let store = &self.parts.store;
        if store.account(account).await?.is_none() {
            return Ok(None);
        }
        self.read_after_saved().await;
        self.flush_decisions().await;
        self.save_tallies(|desk| desk.take_of(Some(account))).await;
        let at = self.now();
        let frame = range.frame(at);
        let sums = store.account_series(account, &frame).await?;
        let found = store.failures_by_source(account, &frame, FAILURES_LOOKED_AT).await?;
        let mut successes = store.successes_by_source(account, &frame, SUCCESSES_SHOWN).await?;
        successes.sort_by_key(|success| success.at);
        let acts = store.acts(Some(account), &frame, ACTS_LOOKED_AT).await?;
        Ok(Some(AccountSeries {
            failures: lanes_of(&found, &sums, self.site().nat64),
            successes,
            doors: self.door_intervals(account, &frame, at).await?,
            limit: self.recipient_limit(account, frame.bucket(), at),
            acts: self.named_acts(acts).await?,
            range,
            frame,
            sums,
            at,
        }))
    }

    async fn door_intervals(
        &self,
        account: AccountId,
        frame: &Frame,
        now: Timestamp,
    ) -> Result<Vec<DoorInterval>, StoreError> {
        let filter = RestrictionFilter {
            account: Some(account),
            kinds: vec![
                RestrictionKind::SignInLocked,
                RestrictionKind::SignInBlocked,
                RestrictionKind::SendingSlowed,
                RestrictionKind::SendingRestricted,
                RestrictionKind::SendingProposed,
            ],
            with_ended: true,
            limit: RESTRICTIONS_LOOKED_AT,
            ..RestrictionFilter::default()
        };
        let rows = self.parts.store.restrictions(&filter).await?;
        let mut doors: Vec<_> = rows.into_iter().filter_map(|row| interval(row, frame, now)).collect();
        doors.reverse();
        Ok(doors)
    }

    fn recipient_limit(&self, account: AccountId, bucket: Span, now: Timestamp) -> RecipientLimit {
        let policy = self.sending_policy(account, now);
        let hour = Span::from_hours(1);
        if bucket <= hour {
            RecipientLimit { max: policy.cap_hour, within: hour }
        } else {
            RecipientLimit { max: policy.cap_day, within: Span::from_days(1) }
        }
    }
}

/// The part of a restriction's life that a series shows, if it touches it.
fn interval(row: RestrictionRow, frame: &Frame, now: Timestamp) -> Option<DoorInterval> {
    let lane = row.restriction.reason.lane();
    let restriction = row.restriction;
    let by_itself = restriction.until.filter(|until| *until <= now);
    let until = row.ended.map(|(at, ..)| at).or(by_itself);
    let is_over_before = until.is_some_and(|until| until <= frame.from());
    (!is_over_before && restriction.since < frame.to()).then_some(DoorInterval {
        kind: restriction.kind,
        lane,
        origin: restriction.origin,
        reason: restriction.reason,
        since: restriction.since,
        until,
    })
}

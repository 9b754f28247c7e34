//! What is kept for pictures: how much of what happened when, added up as it happens, so that a picture of a day reads
//! a bounded number of rows, however many decisions there were. Which rows a picture needs is `queries::series`'.

use async_trait::async_trait;
use postern_core::ids::AccountId;
use postern_core::outbound::trial::{CountedSlot, LeastCounts};
use postern_core::restriction::{Actor, RestrictionKind};
use postern_core::time::{Span, Timestamp};

use super::store::StoreError;

/// The site's sums are kept minute by minute.
pub const SITE_STEP: Span = Span::from_minutes(1);
/// An account's sums are kept in slots of this length.
pub const ACCOUNT_STEP: Span = Span::from_minutes(10);
/// Most buckets of one series.
pub const BUCKETS_MAX: u32 = 200;

/// In the reasons of a success of the decision log: its place was none of those that the account had earned.
pub const STRANGE_PLACE: &str = "\"place\":\"strange\"";

/// What the gates answered, added up. Every member counts requests as they came, not samples.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Sign-ins that succeeded. Kept for the site only, so zero for an account.
    pub signed_in: u64,
    /// Wrong passwords, whether they counted or not.
    pub sign_ins_failed: u64,
    /// Attempts that a lock or a block refused.
    pub sign_ins_refused: u64,
    /// Recipients that were let out.
    pub recipients_permitted: u64,
    /// Of those, the ones that the account had never written to before.
    pub recipients_novel: u64,
    /// Requests to send that were refused: a recipient or a whole message each.
    pub recipients_refused: u64,
}

impl Tally {
    /// Adds another one; saturates.
    pub const fn add(&mut self, other: &Tally) {
        self.signed_in = self.signed_in.saturating_add(other.signed_in);
        self.sign_ins_failed = self.sign_ins_failed.saturating_add(other.sign_ins_failed);
        self.sign_ins_refused = self.sign_ins_refused.saturating_add(other.sign_ins_refused);
        self.recipients_permitted = self.recipients_permitted.saturating_add(other.recipients_permitted);
        self.recipients_novel = self.recipients_novel.saturating_add(other.recipients_novel);
        self.recipients_refused = self.recipients_refused.saturating_add(other.recipients_refused);
    }
}

/// Sums on their way to the store. Each is added to what the store has for the same time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tallies {
    /// The site's, by the beginning of the minute.
    pub site: Vec<(Timestamp, Tally)>,
    /// Those of accounts, by the beginning of the slot.
    pub accounts: Vec<(AccountId, Timestamp, Tally)>,
}

/// The time that a series covers, cut into buckets of one length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    from: Timestamp,
    bucket: Span,
    buckets: u32,
}

impl Frame {
    /// `buckets` buckets of this length, of which the last one holds `now`. Buckets begin at whole multiples of their
    /// length since 1970, so that the same request a moment later has the same edges. The length is rounded up to whole
    /// slots of ten minutes; the number is kept between 1 and [`BUCKETS_MAX`].
    pub fn until(now: Timestamp, bucket: Span, buckets: u32) -> Self {
        let step = ACCOUNT_STEP.as_micros();
        let slots = bucket.as_micros().max(1).saturating_add(step - 1) / step;
        let bucket = slots.saturating_mul(step);
        let buckets = buckets.clamp(1, BUCKETS_MAX);
        let end = now.unix_micros().div_euclid(bucket).saturating_add(1).saturating_mul(bucket);
        let from = end.saturating_sub(bucket.saturating_mul(i64::from(buckets)));
        Self { from: Timestamp::from_unix_micros(from), bucket: Span::from_micros(bucket), buckets }
    }

    /// Where the first bucket begins.
    pub const fn from(&self) -> Timestamp {
        self.from
    }

    /// Where the last one ends.
    pub const fn to(&self) -> Timestamp {
        self.start_of(self.buckets)
    }

    /// How long each is.
    pub const fn bucket(&self) -> Span {
        self.bucket
    }

    /// How many, 1 to [`BUCKETS_MAX`].
    pub const fn buckets(&self) -> u32 {
        self.buckets
    }

    /// Where a bucket begins, counted from 0.
    pub const fn start_of(&self, bucket: u32) -> Timestamp {
        let micros = self.bucket.as_micros().saturating_mul(bucket as i64);
        self.from.plus(Span::from_micros(micros))
    }

    /// The bucket that holds `at`, if one does.
    pub fn bucket_of(&self, at: Timestamp) -> Option<u32> {
        let elapsed = at.unix_micros().checked_sub(self.from.unix_micros())?;
        let bucket = u32::try_from(elapsed.div_euclid(self.bucket.as_micros())).ok()?;
        (bucket < self.buckets).then_some(bucket)
    }
}

/// Failed and refused attempts of an account from one source within one bucket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFailures {
    /// As the gate was told it.
    pub source: Option<String>,
    /// Which bucket.
    pub bucket: u32,
    /// Refused by a lock or block; otherwise a wrong password.
    pub is_refused: bool,
    /// How many.
    pub count: u64,
}

/// Sign-ins of an account that succeeded from one source within one bucket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceSuccess {
    /// The first of them.
    pub at: Timestamp,
    /// As the gate was told it.
    pub source: Option<String>,
    /// How many.
    pub count: u64,
    /// The place was none of those that the account had earned.
    pub is_strange: bool,
}

/// Restrictions of accounts that rules began within one bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleStarts {
    /// Which bucket.
    pub bucket: u32,
    /// Of which kind.
    pub kind: RestrictionKind,
    /// When the first of them began.
    pub at: Timestamp,
    /// How many.
    pub count: u64,
}

/// Something that a person or a program did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActRow {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// What: the event's code.
    pub code: String,
    /// About which account.
    pub account: Option<AccountId>,
}

/// What some accounts sent, for a trial of limits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SentByAccounts {
    /// How many accounts were looked at: those of which anything is kept.
    pub looked_at: u32,
    /// The last of them; `None` when there are no more.
    pub last: Option<AccountId>,
    /// What was counted of those that sent enough to be tried, by account and time.
    pub slots: Vec<(AccountId, CountedSlot)>,
}

/// The part of [`super::Store`] that pictures are made of.
#[async_trait]
pub trait SeriesStore: Send + Sync {
    /// Adds sums to those that are kept.
    async fn save_tallies(&self, tallies: Tallies) -> Result<(), StoreError>;

    /// Removes sums from before this, a bounded number of rows at a time.
    async fn forget_tallies(&self, before: Timestamp) -> Result<(), StoreError>;

    /// The site's sums, one a bucket.
    async fn site_series(&self, frame: &Frame) -> Result<Vec<Tally>, StoreError>;

    /// The site's sum since the minute that holds `since`.
    async fn site_since(&self, since: Timestamp) -> Result<Tally, StoreError>;

    /// An account's sums, one a bucket.
    async fn account_series(&self, account: AccountId, frame: &Frame) -> Result<Vec<Tally>, StoreError>;

    /// What each of these accounts did since the slot that holds `since`; those of which nothing is kept are left out.
    async fn accounts_since(
        &self,
        accounts: &[AccountId],
        since: Timestamp,
    ) -> Result<Vec<(AccountId, Tally)>, StoreError>;

    /// The first slot since then of which anything is kept.
    async fn first_slot_since(&self, since: Timestamp) -> Result<Option<Timestamp>, StoreError>;

    /// What the next accounts after `after` sent since the slot that holds `since`: looks at no more than `accounts_max`,
    /// and tells the slots of those that were not below `least`.
    async fn sent_by_accounts(
        &self,
        after: Option<AccountId>,
        since: Timestamp,
        least: &LeastCounts,
        accounts_max: u32,
    ) -> Result<SentByAccounts, StoreError>;

    /// An account's failures by source; looks at no more than the newest `rows_max` sign-ins of the time.
    async fn failures_by_source(
        &self,
        account: AccountId,
        frame: &Frame,
        rows_max: u32,
    ) -> Result<Vec<SourceFailures>, StoreError>;

    /// An account's successes: at most `limit`, strange places before others, newest first.
    async fn successes_by_source(
        &self,
        account: AccountId,
        frame: &Frame,
        limit: u32,
    ) -> Result<Vec<SourceSuccess>, StoreError>;

    /// What rules closed or slowed, of accounts; looks at no more than the newest `rows_max` restrictions of the time.
    async fn rule_starts(&self, frame: &Frame, rows_max: u32) -> Result<Vec<RuleStarts>, StoreError>;

    /// What people and programs did, newest first: at most `limit` rows, about one account or about anything.
    async fn acts(
        &self,
        account: Option<AccountId>,
        frame: &Frame,
        limit: u32,
    ) -> Result<Vec<ActRow>, StoreError>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_ends_with_the_bucket_that_holds_now_and_keeps_its_edges() {
        let now = Timestamp::from_unix_s(1_795_229_520); // 2026-11-21 02:52 UTC
        let frame = Frame::until(now, Span::from_minutes(30), 48);
        assert_eq!(frame.to(), Timestamp::from_unix_s(1_795_230_000));
        assert_eq!(frame.from(), Timestamp::from_unix_s(1_795_230_000 - 86_400));
        assert_eq!(Frame::until(now.plus(Span::from_minutes(7)), Span::from_minutes(30), 48), frame);
        assert_eq!(frame.bucket_of(now), Some(47));
        assert_eq!(frame.bucket_of(frame.from()), Some(0));
        assert_eq!(frame.bucket_of(frame.to()), None);
        assert_eq!(frame.bucket_of(frame.from().minus(Span::from_micros(1))), None);
        assert_eq!(frame.bucket_of(Timestamp::from_unix_micros(i64::MIN)), None);
    }

    #[test]
    fn a_frame_is_never_longer_than_allowed_nor_finer_than_what_is_kept() {
        let now = Timestamp::from_unix_s(1_000_000_000);
        let frame = Frame::until(now, Span::ZERO, 100_000);
        assert_eq!((frame.bucket(), frame.buckets()), (ACCOUNT_STEP, BUCKETS_MAX));
        let frame = Frame::until(now, Span::from_minutes(11), 0);
        assert_eq!((frame.bucket(), frame.buckets()), (Span::from_minutes(20), 1));
        let far = Frame::until(Timestamp::from_unix_micros(i64::MAX), Span::from_days(400_000), 200);
        assert!(far.from() <= far.to());
    }
}

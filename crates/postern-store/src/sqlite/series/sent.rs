//! What accounts sent in the last weeks, some accounts at a time, for a trial of limits. The first statement goes through
//! the sums of a bounded number of accounts in the order of the table; the second reads those of the few that matter.

use postern_core::ids::AccountId;
use postern_core::outbound::trial::{CountedSlot, LeastCounts};
use postern_core::time::Timestamp;
use postern_engine::ports::StoreError;
use postern_engine::ports::series::{ACCOUNT_STEP, SentByAccounts};
use sqlx::SqlitePool;
use sqlx::sqlite::SqliteRow;

use super::super::columns::{Columns, SqlId, rows_to_json};
use super::super::error::statement;
use super::super::sums::step_of;
use super::count;

pub(super) const ACCOUNTS: &str = "SELECT account,
        (max(recipients_novel + recipients_refused) > ?4 AND sum(recipients_novel + recipients_refused) > ?5)
         OR sum(recipients_novel + recipients_refused) > ?6
         OR max(recipients_permitted + recipients_refused) > ?7
         OR sum(recipients_permitted + recipients_refused) > ?8 AS is_tried
     FROM account_sum WHERE account > ?1 AND slot >= ?2 GROUP BY account ORDER BY account LIMIT ?3";
pub(super) const SLOTS: &str =
    "SELECT account, slot, recipients_permitted, recipients_novel, recipients_refused
     FROM json_each(?1) JOIN account_sum ON account = value AND slot >= ?2
     WHERE recipients_permitted > 0 OR recipients_refused > 0 ORDER BY account, slot";

pub(super) const FIRST: &str = "SELECT min(slot) AS slot FROM account_sum WHERE slot >= ?1";

pub(super) async fn first_slot(
    readers: &SqlitePool,
    since: Timestamp,
) -> Result<Option<Timestamp>, StoreError> {
    let failed = || "read since when sums are kept";
    let row = sqlx::query(FIRST)
        .bind(step_of(since, ACCOUNT_STEP))
        .fetch_one(readers)
        .await
        .map_err(statement(failed()))?;
    Ok(row.number_or_none("slot").map_err(statement(failed()))?.map(start_of))
}

pub(super) async fn by_accounts(
    readers: &SqlitePool,
    after: Option<AccountId>,
    since: Timestamp,
    least: &LeastCounts,
    accounts_max: u32,
) -> Result<SentByAccounts, StoreError> {
    let failed = || "read what accounts sent";
    let bound = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let accounts = sqlx::query(ACCOUNTS)
        .bind(after.map_or(0, SqlId::to_sql))
        .bind(step_of(since, ACCOUNT_STEP))
        .bind(i64::from(accounts_max))
        .bind(bound(least.novel_slot))
        .bind(bound(least.novel_hour))
        .bind(bound(least.novel_day))
        .bind(bound(least.recipients_slot))
        .bind(bound(least.recipients_day))
        .fetch_all(readers)
        .await
        .map_err(statement(failed()))?;
    let read = |row: &SqliteRow| Ok((row.id("account")?, row.number("is_tried")? != 0));
    let read: Result<Vec<(AccountId, bool)>, sqlx::Error> = accounts.iter().map(read).collect();
    let accounts = read.map_err(statement(failed()))?;
    let tried: Vec<i64> =
        accounts.iter().filter(|(_, is_tried)| *is_tried).map(|(account, _)| account.to_sql()).collect();
    let last = accounts.last().filter(|_| accounts.len() == accounts_max as usize);
    Ok(SentByAccounts {
        looked_at: u32::try_from(accounts.len()).unwrap_or(u32::MAX),
        last: last.map(|(account, _)| *account),
        slots: if tried.is_empty() { Vec::new() } else { slots(readers, &tried, since).await? },
    })
}

async fn slots(
    readers: &SqlitePool,
    accounts: &[i64],
    since: Timestamp,
) -> Result<Vec<(AccountId, CountedSlot)>, StoreError> {
    let failed = || "read what was counted of accounts";
    let rows = sqlx::query(SLOTS)
        .bind(rows_to_json(&accounts))
        .bind(step_of(since, ACCOUNT_STEP))
        .fetch_all(readers)
        .await
        .map_err(statement(failed()))?;
    let read = |row: &SqliteRow| {
        let slot = CountedSlot {
            at: start_of(row.number("slot")?),
            recipients: count(row, "recipients_permitted")?,
            novel: count(row, "recipients_novel")?,
            refused: count(row, "recipients_refused")?,
        };
        Ok((row.id("account")?, slot))
    };
    rows.iter().map(read).collect::<Result<_, sqlx::Error>>().map_err(statement(failed()))
}

const fn start_of(slot: i64) -> Timestamp {
    Timestamp::from_unix_micros(slot.saturating_mul(ACCOUNT_STEP.as_micros()))
}

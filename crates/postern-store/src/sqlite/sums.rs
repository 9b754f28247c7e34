//! Writes the sums that pictures are made of into `history.db`, and forgets them; they are read in `series`.

use postern_core::ids::AccountId;
use postern_core::time::{Span, Timestamp};
use postern_engine::ports::CommitError;
use postern_engine::ports::series::{ACCOUNT_STEP, SITE_STEP, Tallies, Tally};
use sqlx::SqliteConnection;

use super::columns::{SqlId, rows_to_json};
use super::error::saving;
use super::history::FORGET_ROWS_MAX;

/// Most rows of one statement.
const STATEMENT_ROWS_MAX: usize = 2_000;

/// Adds sums to those that are there.
pub(super) async fn save(connection: &mut SqliteConnection, tallies: &Tallies) -> Result<u64, CommitError> {
    for chunk in tallies.site.chunks(STATEMENT_ROWS_MAX) {
        let rows: Vec<_> = chunk
            .iter()
            .map(|(at, sum)| (step_of(*at, SITE_STEP), sum.signed_in, without_successes(sum)))
            .collect();
        sqlx::query(
            "INSERT INTO site_sum (minute, signed_in, sign_ins_failed, sign_ins_refused, recipients_permitted,
                                   recipients_novel, recipients_refused)
             SELECT value ->> 0, value ->> 1, value ->> '$[2][0]', value ->> '$[2][1]', value ->> '$[2][2]',
                    value ->> '$[2][3]', value ->> '$[2][4]' FROM json_each(?1) WHERE true
             ON CONFLICT (minute) DO UPDATE SET
                signed_in = signed_in + excluded.signed_in,
                sign_ins_failed = sign_ins_failed + excluded.sign_ins_failed,
                sign_ins_refused = sign_ins_refused + excluded.sign_ins_refused,
                recipients_permitted = recipients_permitted + excluded.recipients_permitted,
                recipients_novel = recipients_novel + excluded.recipients_novel,
                recipients_refused = recipients_refused + excluded.recipients_refused",
        )
        .bind(rows_to_json(&rows))
        .execute(&mut *connection)
        .await
        .map_err(saving("add up what the site did"))?;
    }
    for chunk in tallies.accounts.chunks(STATEMENT_ROWS_MAX) {
        let rows: Vec<_> = chunk
            .iter()
            .map(|(account, at, sum)| (account.to_sql(), step_of(*at, ACCOUNT_STEP), without_successes(sum)))
            .collect();
        sqlx::query(
            "INSERT INTO account_sum (account, slot, sign_ins_failed, sign_ins_refused, recipients_permitted,
                                      recipients_novel, recipients_refused)
             SELECT value ->> 0, value ->> 1, value ->> '$[2][0]', value ->> '$[2][1]', value ->> '$[2][2]',
                    value ->> '$[2][3]', value ->> '$[2][4]' FROM json_each(?1) WHERE true
             ON CONFLICT (account, slot) DO UPDATE SET
                sign_ins_failed = sign_ins_failed + excluded.sign_ins_failed,
                sign_ins_refused = sign_ins_refused + excluded.sign_ins_refused,
                recipients_permitted = recipients_permitted + excluded.recipients_permitted,
                recipients_novel = recipients_novel + excluded.recipients_novel,
                recipients_refused = recipients_refused + excluded.recipients_refused",
        )
        .bind(rows_to_json(&rows))
        .execute(&mut *connection)
        .await
        .map_err(saving("add up what accounts did"))?;
    }
    Ok(0)
}

const fn without_successes(sum: &Tally) -> [u64; 5] {
    [
        sum.sign_ins_failed,
        sum.sign_ins_refused,
        sum.recipients_permitted,
        sum.recipients_novel,
        sum.recipients_refused,
    ]
}

/// Removes some sums from before this; how many.
pub(super) async fn forget(connection: &mut SqliteConnection, before: Timestamp) -> Result<u64, CommitError> {
    let site = sqlx::query(
        "DELETE FROM site_sum WHERE minute IN
         (SELECT minute FROM site_sum WHERE minute < ?1 ORDER BY minute LIMIT ?2)",
    )
    .bind(step_of(before, SITE_STEP))
    .bind(FORGET_ROWS_MAX)
    .execute(&mut *connection)
    .await
    .map_err(saving("forget old sums of the site"))?;
    let accounts = sqlx::query(
        "DELETE FROM account_sum WHERE (account, slot) IN
         (SELECT account, slot FROM account_sum WHERE slot < ?1 ORDER BY slot LIMIT ?2)",
    )
    .bind(step_of(before, ACCOUNT_STEP))
    .bind(FORGET_ROWS_MAX)
    .execute(&mut *connection)
    .await
    .map_err(saving("forget old sums of accounts"))?;
    Ok(site.rows_affected() + accounts.rows_affected())
}

/// Removes the sums of an account.
pub(super) async fn erase(connection: &mut SqliteConnection, account: AccountId) -> Result<u64, CommitError> {
    sqlx::query("DELETE FROM account_sum WHERE account = ?1")
        .bind(account.to_sql())
        .execute(connection)
        .await
        .map(|done| done.rows_affected())
        .map_err(saving("erase the sums of an account"))
}

/// How many steps there were since 1970.
pub(super) const fn step_of(at: Timestamp, step: Span) -> i64 {
    at.unix_micros().div_euclid(step.as_micros())
}

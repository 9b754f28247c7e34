//! What pictures are made of: sums of `history.db` that are kept as things happen, and the few rows that a picture
//! shows one by one. Every question reads a range of an index, and of that a bounded number of rows. The sums are
//! written in `sums`.

use async_trait::async_trait;
use postern_core::ids::AccountId;
use postern_core::outbound::trial::LeastCounts;
use postern_core::restriction::RestrictionKind;
use postern_core::time::{Span, Timestamp};
use postern_engine::ports::series::{
    ACCOUNT_STEP, ActRow, Frame, RuleStarts, SITE_STEP, SentByAccounts, SourceFailures, SourceSuccess,
    Tallies, Tally,
};
use postern_engine::ports::{SeriesStore, StoreError};
use sqlx::SqlitePool;
use sqlx::sqlite::SqliteRow;

use super::SqliteStore;
use super::columns::{Columns, SqlId, rows_to_json};
use super::error::{statement, unreadable};
use super::history::HistoryWork;
use super::sums::step_of;
use crate::record::code;
use crate::record::who::actor_from_text;

mod sent;

#[async_trait]
impl SeriesStore for SqliteStore {
    async fn save_tallies(&self, tallies: Tallies) -> Result<(), StoreError> {
        self.write_history(HistoryWork::Tallies(tallies)).await.map(drop)
    }

    async fn forget_tallies(&self, before: Timestamp) -> Result<(), StoreError> {
        while self.write_history(HistoryWork::ForgetTallies(before)).await? > 0 {}
        Ok(())
    }

    async fn site_series(&self, frame: &Frame) -> Result<Vec<Tally>, StoreError> {
        site_series(&self.history, frame).await
    }

    async fn site_since(&self, since: Timestamp) -> Result<Tally, StoreError> {
        site_since(&self.history, since).await
    }

    async fn account_series(&self, account: AccountId, frame: &Frame) -> Result<Vec<Tally>, StoreError> {
        account_series(&self.history, account, frame).await
    }

    async fn accounts_since(
        &self,
        accounts: &[AccountId],
        since: Timestamp,
    ) -> Result<Vec<(AccountId, Tally)>, StoreError> {
        accounts_since(&self.history, accounts, since).await
    }

    async fn first_slot_since(&self, since: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        sent::first_slot(&self.history, since).await
    }

    async fn sent_by_accounts(
        &self,
        after: Option<AccountId>,
        since: Timestamp,
        least: &LeastCounts,
        accounts_max: u32,
    ) -> Result<SentByAccounts, StoreError> {
        sent::by_accounts(&self.history, after, since, least, accounts_max).await
    }

    async fn failures_by_source(
        &self,
        account: AccountId,
        frame: &Frame,
        rows_max: u32,
    ) -> Result<Vec<SourceFailures>, StoreError> {
        failures_by_source(&self.history, account, frame, rows_max).await
    }

    async fn successes_by_source(
        &self,
        account: AccountId,
        frame: &Frame,
        limit: u32,
    ) -> Result<Vec<SourceSuccess>, StoreError> {
        successes_by_source(&self.history, account, frame, limit).await
    }

    async fn rule_starts(&self, frame: &Frame, rows_max: u32) -> Result<Vec<RuleStarts>, StoreError> {
        rule_starts(&self.state, frame, rows_max).await
    }

    async fn acts(
        &self,
        account: Option<AccountId>,
        frame: &Frame,
        limit: u32,
    ) -> Result<Vec<ActRow>, StoreError> {
        acts(&self.state, account, frame, limit).await
    }
}

const SITE_SERIES: &str = "SELECT (minute - ?1) / ?3 AS bucket, sum(signed_in) AS signed_in,
        sum(sign_ins_failed) AS sign_ins_failed, sum(sign_ins_refused) AS sign_ins_refused,
        sum(recipients_permitted) AS recipients_permitted, sum(recipients_novel) AS recipients_novel,
        sum(recipients_refused) AS recipients_refused
     FROM site_sum WHERE minute >= ?1 AND minute < ?2 GROUP BY bucket";

async fn site_series(readers: &SqlitePool, frame: &Frame) -> Result<Vec<Tally>, StoreError> {
    let failed = || "read the site's sums";
    let rows = sqlx::query(SITE_SERIES)
        .bind(step_of(frame.from(), SITE_STEP))
        .bind(step_of(frame.to(), SITE_STEP))
        .bind(steps_in(frame.bucket(), SITE_STEP))
        .fetch_all(readers)
        .await
        .map_err(statement(failed()))?;
    in_buckets(frame, &rows, |row| Ok(Tally { signed_in: count(row, "signed_in")?, ..of_account(row)? }))
        .map_err(statement(failed()))
}

const SITE_SINCE: &str =
    "SELECT coalesce(sum(signed_in), 0) AS signed_in, coalesce(sum(sign_ins_failed), 0) AS sign_ins_failed,
            coalesce(sum(sign_ins_refused), 0) AS sign_ins_refused,
            coalesce(sum(recipients_permitted), 0) AS recipients_permitted,
            coalesce(sum(recipients_novel), 0) AS recipients_novel,
            coalesce(sum(recipients_refused), 0) AS recipients_refused
         FROM site_sum WHERE minute >= ?1";

async fn site_since(readers: &SqlitePool, since: Timestamp) -> Result<Tally, StoreError> {
    let failed = || "read the site's sum";
    let row = sqlx::query(SITE_SINCE)
        .bind(step_of(since, SITE_STEP))
        .fetch_one(readers)
        .await
        .map_err(statement(failed()))?;
    let read = || Ok(Tally { signed_in: count(&row, "signed_in")?, ..of_account(&row)? });
    read().map_err(statement(failed()))
}

const ACCOUNT_SERIES: &str = "SELECT (slot - ?2) / ?4 AS bucket,
        sum(sign_ins_failed) AS sign_ins_failed, sum(sign_ins_refused) AS sign_ins_refused,
        sum(recipients_permitted) AS recipients_permitted, sum(recipients_novel) AS recipients_novel,
        sum(recipients_refused) AS recipients_refused
     FROM account_sum WHERE account = ?1 AND slot >= ?2 AND slot < ?3 GROUP BY bucket";

async fn account_series(
    readers: &SqlitePool,
    account: AccountId,
    frame: &Frame,
) -> Result<Vec<Tally>, StoreError> {
    let failed = || format!("read the sums of account {account}");
    let rows = sqlx::query(ACCOUNT_SERIES)
        .bind(account.to_sql())
        .bind(step_of(frame.from(), ACCOUNT_STEP))
        .bind(step_of(frame.to(), ACCOUNT_STEP))
        .bind(steps_in(frame.bucket(), ACCOUNT_STEP))
        .fetch_all(readers)
        .await
        .map_err(statement(failed()))?;
    in_buckets(frame, &rows, of_account).map_err(statement(failed()))
}

const ACCOUNTS_SINCE: &str = "SELECT account,
        sum(sign_ins_failed) AS sign_ins_failed, sum(sign_ins_refused) AS sign_ins_refused,
        sum(recipients_permitted) AS recipients_permitted, sum(recipients_novel) AS recipients_novel,
        sum(recipients_refused) AS recipients_refused
     FROM json_each(?1) JOIN account_sum ON account = value AND slot >= ?2 GROUP BY account";

async fn accounts_since(
    readers: &SqlitePool,
    accounts: &[AccountId],
    since: Timestamp,
) -> Result<Vec<(AccountId, Tally)>, StoreError> {
    let failed = || "read the sums of accounts";
    let ids: Vec<i64> = accounts.iter().map(|&account| account.to_sql()).collect();
    let rows = sqlx::query(ACCOUNTS_SINCE)
        .bind(rows_to_json(&ids))
        .bind(step_of(since, ACCOUNT_STEP))
        .fetch_all(readers)
        .await
        .map_err(statement(failed()))?;
    let read = |row: &SqliteRow| Ok((row.id("account")?, of_account(row)?));
    rows.iter().map(read).collect::<Result<_, sqlx::Error>>().map_err(statement(failed()))
}

const FAILURES_BY_SOURCE: &str = "SELECT source, (at - ?2) / ?4 AS bucket, verdict = 'refuse' AS is_refused,
        sum(weight) AS count
     FROM (SELECT at, source, verdict, weight FROM decision
           WHERE account = ?1 AND gate = 'auth_policy' AND at >= ?2 AND at < ?3 ORDER BY at DESC LIMIT ?5)
     WHERE verdict IN ('refuse', 'wrong_password', 'same_wrong_password', 'previous_password')
     GROUP BY source, bucket, is_refused";

async fn failures_by_source(
    readers: &SqlitePool,
    account: AccountId,
    frame: &Frame,
    rows_max: u32,
) -> Result<Vec<SourceFailures>, StoreError> {
    let failed = || format!("read the failures of account {account}");
    let rows = sqlx::query(FAILURES_BY_SOURCE)
        .bind(account.to_sql())
        .bind(frame.from().unix_micros())
        .bind(frame.to().unix_micros())
        .bind(frame.bucket().as_micros())
        .bind(i64::from(rows_max))
        .fetch_all(readers)
        .await
        .map_err(statement(failed()))?;
    let read = |row: &SqliteRow| {
        Ok(SourceFailures {
            source: row.text_or_none("source")?,
            bucket: bucket(row)?,
            is_refused: row.number("is_refused")? != 0,
            count: count(row, "count")?,
        })
    };
    rows.iter().map(read).collect::<Result<_, sqlx::Error>>().map_err(statement(failed()))
}

/// `STRANGE_PLACE` of the port is the text that is looked for.
const SUCCESSES_BY_SOURCE: &str = "SELECT source, min(coalesce(since, at)) AS first, sum(weight) AS count,
        instr(reasons, ?5) > 0 AS is_strange
     FROM decision WHERE account = ?1 AND verdict = 'success' AND at >= ?2 AND at < ?3
     GROUP BY (at - ?2) / ?4, source, is_strange ORDER BY is_strange DESC, first DESC LIMIT ?6";

async fn successes_by_source(
    readers: &SqlitePool,
    account: AccountId,
    frame: &Frame,
    limit: u32,
) -> Result<Vec<SourceSuccess>, StoreError> {
    let failed = || format!("read the successes of account {account}");
    let rows = sqlx::query(SUCCESSES_BY_SOURCE)
        .bind(account.to_sql())
        .bind(frame.from().unix_micros())
        .bind(frame.to().unix_micros())
        .bind(frame.bucket().as_micros())
        .bind(postern_engine::ports::series::STRANGE_PLACE)
        .bind(i64::from(limit))
        .fetch_all(readers)
        .await
        .map_err(statement(failed()))?;
    let read = |row: &SqliteRow| {
        Ok(SourceSuccess {
            at: row.time("first")?,
            source: row.text_or_none("source")?,
            count: count(row, "count")?,
            is_strange: row.number("is_strange")? != 0,
        })
    };
    rows.iter().map(read).collect::<Result<_, sqlx::Error>>().map_err(statement(failed()))
}

const RULE_STARTS: &str = "SELECT (since - ?1) / ?3 AS bucket, kind, min(since) AS first, count(*) AS count
     FROM (SELECT since, kind, account, origin FROM restriction
           WHERE since >= ?1 AND since < ?2 ORDER BY since DESC LIMIT ?4)
     WHERE account IS NOT NULL AND origin = 'rule' GROUP BY bucket, kind ORDER BY bucket, kind";

async fn rule_starts(
    readers: &SqlitePool,
    frame: &Frame,
    rows_max: u32,
) -> Result<Vec<RuleStarts>, StoreError> {
    let failed = || "read what rules closed";
    let rows = sqlx::query(RULE_STARTS)
        .bind(frame.from().unix_micros())
        .bind(frame.to().unix_micros())
        .bind(frame.bucket().as_micros())
        .bind(i64::from(rows_max))
        .fetch_all(readers)
        .await
        .map_err(statement(failed()))?;
    let read = |row: &SqliteRow| {
        let columns = || Ok((bucket(row)?, row.text("kind")?, row.time("first")?, count(row, "count")?));
        let (bucket, kind, at, count) = columns().map_err(statement(failed()))?;
        let kind = code("kind of restriction", &kind, RestrictionKind::from_code)
            .map_err(unreadable("what rules closed"))?;
        Ok(RuleStarts { bucket, kind, at, count })
    };
    rows.iter().map(read).collect()
}

// SQLite uses the index of people's rows only where the condition is the index's own, word for word.
const ACTS: &str = "SELECT at, actor, code, account FROM audit
     WHERE at >= ?1 AND at < ?2 AND actor NOT IN ('{\"v\":1,\"is\":\"rule\"}', '{\"v\":1,\"is\":\"timer\"}')
     ORDER BY at DESC, seq DESC LIMIT ?3";
const ACTS_ON_ACCOUNT: &str = "SELECT at, actor, code, account FROM audit
     WHERE account = ?4 AND at >= ?1 AND at < ?2
       AND actor NOT IN ('{\"v\":1,\"is\":\"rule\"}', '{\"v\":1,\"is\":\"timer\"}')
     ORDER BY at DESC, seq DESC LIMIT ?3";

async fn acts(
    readers: &SqlitePool,
    account: Option<AccountId>,
    frame: &Frame,
    limit: u32,
) -> Result<Vec<ActRow>, StoreError> {
    let failed = || "read what people did";
    let asked = match account {
        Some(account) => sqlx::query(ACTS_ON_ACCOUNT)
            .bind(frame.from().unix_micros())
            .bind(frame.to().unix_micros())
            .bind(i64::from(limit))
            .bind(account.to_sql()),
        None => sqlx::query(ACTS)
            .bind(frame.from().unix_micros())
            .bind(frame.to().unix_micros())
            .bind(i64::from(limit)),
    };
    let rows = asked.fetch_all(readers).await.map_err(statement(failed()))?;
    let read = |row: &SqliteRow| {
        let columns =
            || Ok((row.time("at")?, row.text("actor")?, row.text("code")?, row.id_or_none("account")?));
        let (at, actor, code, account) = columns().map_err(statement(failed()))?;
        let actor = actor_from_text(&actor).map_err(unreadable("what people did"))?;
        Ok(ActRow { at, actor, code, account })
    };
    rows.iter().map(read).collect()
}

/// One sum a bucket; nothing happened in those that are not among the rows.
fn in_buckets(
    frame: &Frame,
    rows: &[SqliteRow],
    read: impl Fn(&SqliteRow) -> Result<Tally, sqlx::Error>,
) -> Result<Vec<Tally>, sqlx::Error> {
    let mut sums = vec![Tally::default(); frame.buckets() as usize];
    for row in rows {
        if let Some(sum) = sums.get_mut(bucket(row)? as usize) {
            *sum = read(row)?;
        }
    }
    Ok(sums)
}

fn of_account(row: &SqliteRow) -> Result<Tally, sqlx::Error> {
    Ok(Tally {
        signed_in: 0,
        sign_ins_failed: count(row, "sign_ins_failed")?,
        sign_ins_refused: count(row, "sign_ins_refused")?,
        recipients_permitted: count(row, "recipients_permitted")?,
        recipients_novel: count(row, "recipients_novel")?,
        recipients_refused: count(row, "recipients_refused")?,
    })
}

fn bucket(row: &SqliteRow) -> Result<u32, sqlx::Error> {
    row.number("bucket").map(|bucket| u32::try_from(bucket).unwrap_or(u32::MAX))
}

fn count(row: &SqliteRow, column: &str) -> Result<u64, sqlx::Error> {
    row.number(column).map(i64::unsigned_abs)
}

const fn steps_in(bucket: Span, step: Span) -> i64 {
    bucket.as_micros() / step.as_micros()
}

#[cfg(test)]
mod tests;

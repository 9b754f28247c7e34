//! Reads the decision log: what the gates decided about one account, and the part of it that is about signing in,
//! page by page. Writing and forgetting are in `history`.

use postern_core::decision::DecisionKind;
use postern_core::ids::AccountId;
use postern_core::time::Timestamp;
use postern_engine::ports::{DecisionRow, SeenSource, SeenSourceFilter, SignInFilter, SignInRow, StoreError};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqlitePool};

use super::columns::{Columns, SqlId, rows_to_json};
use super::error::statement;
use super::words::word;
use crate::record::attempt::attempt_from_text;

/// Decisions about an account, newest first.
pub(super) async fn decisions(
    readers: &SqlitePool,
    account: AccountId,
    limit: u32,
) -> Result<Vec<DecisionRow>, StoreError> {
    let failed = || format!("read the decisions about account {account}");
    let rows = sqlx::query(
        // The index has each gate's rows in order, not both gates' together.
        "SELECT * FROM (SELECT seq, at, gate, account, name, source, verdict, reasons, weight, since, attempt
                        FROM decision WHERE account = ?1 AND gate = 'auth_policy'
                        ORDER BY at DESC, seq DESC LIMIT ?2)
         UNION ALL
         SELECT * FROM (SELECT seq, at, gate, account, name, source, verdict, reasons, weight, since, attempt
                        FROM decision WHERE account = ?1 AND gate = 'postfix_policy'
                        ORDER BY at DESC, seq DESC LIMIT ?2)
         ORDER BY at DESC, seq DESC LIMIT ?2",
    )
    .bind(account.to_sql())
    .bind(i64::from(limit))
    .fetch_all(readers)
    .await
    .map_err(statement(failed()))?;
    rows.iter().map(decision).collect::<Result<_, _>>().map_err(statement(failed()))
}

/// How many requests of an account were answered in this way since then. A row stands for as many as its weight says.
pub(super) async fn decided_since(
    readers: &SqlitePool,
    account: AccountId,
    kind: DecisionKind,
    since: Timestamp,
) -> Result<u64, StoreError> {
    let count: i64 = sqlx::query_scalar(
        "SELECT coalesce(sum(weight), 0) FROM decision
         WHERE account = ?1 AND at >= ?2 AND gate = ?3 AND verdict = ?4",
    )
    .bind(account.to_sql())
    .bind(since.unix_micros())
    .bind(kind.gate())
    .bind(kind.code())
    .fetch_one(readers)
    .await
    .map_err(statement(format!("count the decisions about account {account}")))?;
    Ok(count.unsigned_abs())
}

/// One step into an index for each account.
const LAST_SUCCESSES: &str = "SELECT value AS account,
        (SELECT max(at) FROM decision WHERE account = value AND verdict = 'success') AS last
     FROM json_each(?1)";

/// The newest success of each of these accounts.
pub(super) async fn last_successes(
    readers: &SqlitePool,
    accounts: &[AccountId],
) -> Result<Vec<(AccountId, Timestamp)>, StoreError> {
    let failed = || "read when accounts last signed in";
    let ids: Vec<i64> = accounts.iter().map(|&account| account.to_sql()).collect();
    let rows = sqlx::query(LAST_SUCCESSES)
        .bind(rows_to_json(&ids))
        .fetch_all(readers)
        .await
        .map_err(statement(failed()))?;
    let read = |row: &SqliteRow| {
        let account: AccountId = row.id("account")?;
        Ok(row.time_or_none("last")?.map(|last| (account, last)))
    };
    let read = rows.iter().map(read).collect::<Result<Vec<_>, sqlx::Error>>().map_err(statement(failed()))?;
    Ok(read.into_iter().flatten().collect())
}

/// A page of an account's sign-ins, newest first, each with its number for the next page.
pub(super) async fn sign_ins(
    readers: &SqlitePool,
    filter: &SignInFilter,
) -> Result<Vec<SignInRow>, StoreError> {
    let failed = || format!("read the sign-ins of account {}", filter.account);
    // Numbers begin at one, so a page without a beginning is before everything that can be.
    let (before_at, before_seq) = filter.before.unwrap_or((Timestamp::from_unix_micros(i64::MAX), 0));
    let rows = sqlx::query(
        "SELECT seq, at, gate, account, name, source, verdict, reasons, weight, since, attempt FROM decision
         WHERE account = ?1 AND gate = 'auth_policy' AND at <= ?2 AND (at, seq) < (?2, ?3) AND at >= ?4
           AND (?5 = 0 OR verdict <> 'success')
         ORDER BY at DESC, seq DESC LIMIT ?6",
    )
    .bind(filter.account.to_sql())
    .bind(before_at.unix_micros())
    .bind(before_seq)
    .bind(filter.since.map_or(i64::MIN, Timestamp::unix_micros))
    .bind(i64::from(filter.only_failures))
    .bind(i64::from(filter.limit))
    .fetch_all(readers)
    .await
    .map_err(statement(failed()))?;
    let read = |row: &SqliteRow| Ok(SignInRow { seq: row.try_get("seq")?, row: decision(row)? });
    rows.iter().map(read).collect::<Result<_, sqlx::Error>>().map_err(statement(failed()))
}

/// Where an account's sign-ins came from, each source once, the one seen last first.
pub(super) async fn seen_sources(
    readers: &SqlitePool,
    filter: &SeenSourceFilter,
) -> Result<Vec<SeenSource>, StoreError> {
    let failed = || format!("read the sources of account {}", filter.account);
    let rows = sqlx::query(
        "SELECT source, max(at) AS last FROM decision
         WHERE account = ?1 AND gate = 'auth_policy' AND at >= ?2 AND (verdict = 'success') = ?3
           AND source IS NOT NULL
         GROUP BY source ORDER BY last DESC, source LIMIT ?4",
    )
    .bind(filter.account.to_sql())
    .bind(filter.since.unix_micros())
    .bind(i64::from(filter.with_success))
    .bind(i64::from(filter.limit))
    .fetch_all(readers)
    .await
    .map_err(statement(failed()))?;
    let read = |row: &SqliteRow| Ok(SeenSource { source: row.text("source")?, last: row.time("last")? });
    rows.iter().map(read).collect::<Result<_, sqlx::Error>>().map_err(statement(failed()))
}

fn decision(row: &SqliteRow) -> Result<DecisionRow, sqlx::Error> {
    let attempt = row.text_or_none("attempt")?;
    // A row of a newer version is shown without what we cannot read, rather than not at all.
    let attempt = attempt.and_then(|text| attempt_from_text(&text).ok()).map(Box::new);
    Ok(DecisionRow {
        at: row.time("at")?,
        gate: word(&row.text("gate")?),
        account: row.id_or_none("account")?,
        name: row.text_or_none("name")?,
        source: row.text_or_none("source")?,
        verdict: word(&row.text("verdict")?),
        reasons: row.text("reasons")?,
        weight: u32::try_from(row.number("weight")?).unwrap_or(u32::MAX),
        since: row.time_or_none("since")?,
        attempt,
    })
}

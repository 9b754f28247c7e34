//! Every question reads a range of an index: SQLite says so itself, over the tables as the migrations leave them.

use sqlx::{Connection, SqliteConnection};

use super::*;
use crate::sqlite::migrate::{HISTORY, STATE, migrate};

/// The steps of the plan that touch a table.
async fn plan(state: bool, text: &'static str) -> Vec<String> {
    let mut connection = SqliteConnection::connect("sqlite::memory:").await.expect("in memory");
    migrate(&mut connection, if state { STATE } else { HISTORY }).await.expect("the tables");
    let asked = format!("EXPLAIN QUERY PLAN {text}");
    let steps: Vec<(i64, i64, i64, String)> =
        sqlx::query_as(sqlx::AssertSqlSafe(asked)).fetch_all(&mut connection).await.expect("a plan");
    let touched = steps.into_iter().map(|(_, _, _, step)| step);
    touched.filter(|step| step.starts_with("SEARCH") || step.starts_with("SCAN")).collect()
}

#[tokio::test]
async fn every_question_for_a_picture_searches_a_range_of_an_index() {
    for (state, text, expected) in [
        (false, SITE_SERIES, "SEARCH site_sum USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"),
        (false, SITE_SINCE, "SEARCH site_sum USING INTEGER PRIMARY KEY (rowid>?)"),
        (false, ACCOUNT_SERIES, "SEARCH account_sum USING PRIMARY KEY (account=? AND slot>? AND slot<?)"),
        (false, ACCOUNTS_SINCE, "SEARCH account_sum USING PRIMARY KEY (account=? AND slot>?)"),
        (false, sent::FIRST, "SEARCH account_sum USING COVERING INDEX account_sum_slot (slot>?)"),
        (false, sent::ACCOUNTS, "SEARCH account_sum USING PRIMARY KEY (account>?)"),
        (false, sent::SLOTS, "SEARCH account_sum USING PRIMARY KEY (account=? AND slot>?)"),
        (
            false,
            FAILURES_BY_SOURCE,
            "SEARCH decision USING INDEX decision_account_gate (account=? AND gate=? AND at>? AND at<?)",
        ),
        (
            false,
            SUCCESSES_BY_SOURCE,
            "SEARCH decision USING INDEX decision_success (account=? AND at>? AND at<?)",
        ),
        (true, RULE_STARTS, "SEARCH restriction USING INDEX restriction_since (since>? AND since<?)"),
        (true, ACTS, "SEARCH audit USING INDEX audit_people (at>? AND at<?)"),
        (
            true,
            ACTS_ON_ACCOUNT,
            "SEARCH audit USING INDEX audit_account_people (account=? AND at>? AND at<?)",
        ),
    ] {
        let touched = plan(state, text).await;
        assert!(touched.iter().any(|step| step == expected), "{touched:?}");
        assert!(!touched.iter().any(|step| is_whole_table(step)), "{touched:?}");
    }
}

/// A subquery is named `(subquery-1)` and is bounded by what it searches.
fn is_whole_table(step: &str) -> bool {
    step.starts_with("SCAN") && !step.contains("subquery") && !step.contains("json_each")
}

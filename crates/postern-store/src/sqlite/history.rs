//! `history.db`: the journal of counters and the writing of the decision log, which `decisions` reads. Nothing here
//! is needed before a gate opens.

use postern_core::address::{ClientAddress, ClientNetwork};
use postern_core::ids::AccountId;
use postern_core::time::Timestamp;
use postern_engine::ports::series::Tallies;
use postern_engine::ports::{CommitError, DecisionRow, JournalEntry, JournalKey, StoreError};
use sqlx::{SqliteConnection, SqlitePool};

use super::columns::{SqlId, rows_to_json};
use super::error::{saving, statement, unreadable};
use super::sums;
use super::writer::Work;
use crate::record::RecordError;
use crate::record::attempt::attempt_to_text;

/// Most rows of one statement: about a megabyte of records.
const STATEMENT_ROWS_MAX: usize = 2_000;
/// Most rows that one piece of forgetting looks at, so that the journal never waits long for it.
pub(super) const FORGET_ROWS_MAX: i64 = 10_000;

/// What the writer of `history.db` writes.
pub(super) enum HistoryWork {
    /// Changed records, and that the server is alive.
    Counters(Vec<JournalEntry>, Timestamp),
    /// Decisions.
    Decisions(Vec<DecisionRow>),
    /// Sums for pictures, added to those that are there.
    Tallies(Tallies),
    /// Removes some sums from before this; answers how many.
    ForgetTallies(Timestamp),
    /// Removes the sums of an account.
    EraseTallies(AccountId),
    /// Removes some decisions of a gate that are older than this; answers how many.
    ForgetDecisions(&'static str, Timestamp),
    /// Removes some decisions about an account; answers how many.
    EraseDecisions(AccountId),
    /// Removes the records of an account.
    EraseCounters(AccountId),
    /// Removes records that were last saved before this, of those numbered from here.
    ForgetCounters(Timestamp, i64),
}

impl Work for HistoryWork {
    type Context = ();

    async fn apply(&self, connection: &mut SqliteConnection, (): &()) -> Result<u64, CommitError> {
        match self {
            HistoryWork::Counters(entries, now) => save_counters(connection, entries, *now).await,
            HistoryWork::Decisions(rows) => save_decisions(connection, rows).await,
            HistoryWork::Tallies(tallies) => sums::save(connection, tallies).await,
            HistoryWork::ForgetTallies(before) => sums::forget(connection, *before).await,
            HistoryWork::EraseTallies(account) => sums::erase(connection, *account).await,
            HistoryWork::ForgetDecisions(gate, before) => forget_decisions(connection, gate, *before).await,
            HistoryWork::EraseDecisions(account) => erase_decisions(connection, *account).await,
            HistoryWork::EraseCounters(account) => erase_counters(connection, *account).await,
            HistoryWork::ForgetCounters(before, from) => forget_counters(connection, *before, *from).await,
        }
    }

    fn describe(&self) -> String {
        match self {
            HistoryWork::Counters(entries, _) => format!("{} counters", entries.len()),
            HistoryWork::Decisions(rows) => format!("{} decisions", rows.len()),
            HistoryWork::Tallies(tallies) => format!("{} sums", tallies.site.len() + tallies.accounts.len()),
            HistoryWork::ForgetTallies(_) => "forgetting of sums".to_owned(),
            HistoryWork::ForgetDecisions(..) => "forgetting of decisions".to_owned(),
            HistoryWork::EraseTallies(account)
            | HistoryWork::EraseDecisions(account)
            | HistoryWork::EraseCounters(account) => format!("erasing of account {account}"),
            HistoryWork::ForgetCounters(..) => "forgetting of counters".to_owned(),
        }
    }
}

/// One statement per [`STATEMENT_ROWS_MAX`] records: the records as one blob, and where each lies in it.
async fn save_counters(
    connection: &mut SqliteConnection,
    entries: &[JournalEntry],
    now: Timestamp,
) -> Result<u64, CommitError> {
    for chunk in entries.chunks(STATEMENT_ROWS_MAX) {
        let mut records = Vec::new();
        let mut places = Vec::with_capacity(chunk.len());
        for entry in chunk {
            // SQLite counts bytes from one.
            places.push((hex(&key_to_sql(entry.key)), records.len() + 1, entry.bytes.len()));
            records.extend_from_slice(&entry.bytes);
        }
        sqlx::query(
            "INSERT INTO counter (key, saved_at, record)
             SELECT unhex(value ->> 0), ?3, substr(?2, value ->> 1, value ->> 2) FROM json_each(?1) WHERE true
             ON CONFLICT (key) DO UPDATE SET saved_at = excluded.saved_at, record = excluded.record",
        )
        .bind(rows_to_json(&places))
        .bind(records)
        .bind(now.unix_micros())
        .execute(&mut *connection)
        .await
        .map_err(saving("journal counters"))?;
    }
    sqlx::query(
        "INSERT INTO alive (only, at) VALUES (1, ?1) ON CONFLICT (only) DO UPDATE SET at = excluded.at",
    )
    .bind(now.unix_micros())
    .execute(connection)
    .await
    .map_err(saving("note that the server is alive"))?;
    Ok(0)
}

async fn save_decisions(
    connection: &mut SqliteConnection,
    decisions: &[DecisionRow],
) -> Result<u64, CommitError> {
    for chunk in decisions.chunks(STATEMENT_ROWS_MAX) {
        let rows: Vec<_> = chunk
            .iter()
            .map(|row| {
                (
                    row.at.unix_micros(),
                    row.gate,
                    row.account.map(SqlId::to_sql),
                    &row.name,
                    &row.source,
                    row.verdict,
                    &row.reasons,
                    row.weight,
                    row.since.map(Timestamp::unix_micros),
                    row.attempt.as_deref().map(attempt_to_text),
                )
            })
            .collect();
        sqlx::query(
            "INSERT INTO decision (at, gate, account, name, source, verdict, reasons, weight, since, attempt)
             SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
                    value ->> 7, value ->> 8, value ->> 9
             FROM json_each(?1)",
        )
        .bind(rows_to_json(&rows))
        .execute(&mut *connection)
        .await
        .map_err(saving("log decisions"))?;
    }
    Ok(0)
}

async fn forget_decisions(
    connection: &mut SqliteConnection,
    gate: &str,
    before: Timestamp,
) -> Result<u64, CommitError> {
    sqlx::query(
        "DELETE FROM decision WHERE seq IN
         (SELECT seq FROM decision WHERE gate = ?1 AND at < ?2 ORDER BY at LIMIT ?3)",
    )
    .bind(gate)
    .bind(before.unix_micros())
    .bind(FORGET_ROWS_MAX)
    .execute(connection)
    .await
    .map(|done| done.rows_affected())
    .map_err(saving("forget old decisions"))
}

async fn erase_decisions(connection: &mut SqliteConnection, account: AccountId) -> Result<u64, CommitError> {
    sqlx::query("DELETE FROM decision WHERE seq IN (SELECT seq FROM decision WHERE account = ?1 LIMIT ?2)")
        .bind(account.to_sql())
        .bind(FORGET_ROWS_MAX)
        .execute(connection)
        .await
        .map(|done| done.rows_affected())
        .map_err(saving("erase the decisions about an account"))
}

async fn erase_counters(connection: &mut SqliteConnection, account: AccountId) -> Result<u64, CommitError> {
    let keys = [
        JournalKey::SignIn(account),
        JournalKey::Sending(account),
        JournalKey::Travels(account),
        JournalKey::Compromise(account),
    ];
    let keys: Vec<String> = keys.into_iter().map(|key| hex(&key_to_sql(key))).collect();
    sqlx::query("DELETE FROM counter WHERE key IN (SELECT unhex(value) FROM json_each(?1))")
        .bind(rows_to_json(&keys))
        .execute(connection)
        .await
        .map(|done| done.rows_affected())
        .map_err(saving("erase the counters of an account"))
}

async fn forget_counters(
    connection: &mut SqliteConnection,
    before: Timestamp,
    from: i64,
) -> Result<u64, CommitError> {
    sqlx::query("DELETE FROM counter WHERE seq >= ?1 AND seq < ?1 + ?2 AND saved_at < ?3")
        .bind(from)
        .bind(FORGET_ROWS_MAX)
        .bind(before.unix_micros())
        .execute(connection)
        .await
        .map(|done| done.rows_affected())
        .map_err(saving("forget old counters"))
}

/// The highest number of a record, zero when there is none.
pub(super) async fn last_counter(readers: &SqlitePool) -> Result<i64, StoreError> {
    sqlx::query_scalar("SELECT coalesce(max(seq), 0) FROM counter")
        .fetch_one(readers)
        .await
        .map_err(statement("read the end of the journal"))
}

pub(super) async fn last_alive(readers: &SqlitePool) -> Result<Option<Timestamp>, StoreError> {
    let at: Option<i64> = sqlx::query_scalar("SELECT at FROM alive")
        .fetch_optional(readers)
        .await
        .map_err(statement("read when the server was last alive"))?;
    Ok(at.map(Timestamp::from_unix_micros))
}

/// A page of the journal, and where the next begins.
pub(super) async fn counters(
    readers: &SqlitePool,
    after: Option<i64>,
    limit: u32,
) -> Result<(Vec<JournalEntry>, Option<i64>), StoreError> {
    // A page is one row: millions of records are read at start, and a row of its own costs each of them more than
    // everything else together.
    let (rows, last, digits): (i64, Option<i64>, Option<String>) = sqlx::query_as(
        "SELECT count(*), max(seq), group_concat(hex(key) || ' ' || hex(record), ' ')
         FROM (SELECT seq, key, record FROM counter WHERE seq > ?1 ORDER BY seq LIMIT ?2)",
    )
    .bind(after.unwrap_or(0))
    .bind(i64::from(limit))
    .fetch_one(readers)
    .await
    .map_err(statement("read the journal of counters"))?;
    // Not on a thread that serves gates: a page is milliseconds of work.
    let read = tokio::task::spawn_blocking(move || digits.as_deref().map_or(Ok(Vec::new()), read_entries));
    let entries = read
        .await
        .map_err(|_| StoreError::NotWriting)?
        .map_err(unreadable(format_args!("a counter after number {}", after.unwrap_or(0))))?;
    let is_last_page = rows < i64::from(limit);
    Ok((entries, if is_last_page { None } else { last }))
}

/// Key and record by turns, in hexadecimal digits with blanks between them.
fn read_entries(digits: &str) -> Result<Vec<JournalEntry>, RecordError> {
    let mut parts = digits.split(' ');
    let mut entries = Vec::new();
    while let (Some(key), Some(record)) = (parts.next(), parts.next()) {
        entries.push(JournalEntry { key: key_from_sql(&unhex(key))?, bytes: unhex(record) });
    }
    Ok(entries)
}

/// The bytes that SQLite's `hex` wrote; it writes nothing but pairs of `0` to `9` and `A` to `F`.
fn unhex(digits: &str) -> Vec<u8> {
    let (pairs, _) = digits.as_bytes().as_chunks::<2>();
    pairs.iter().map(|&[high, low]| (value_of(high) << 4) | value_of(low)).collect()
}

/// Without a branch, so that a page's millions of digits are read many at a time: bit 6 tells letters from figures,
/// and a letter's low bits count from one.
const fn value_of(digit: u8) -> u8 {
    (digit & 0x0F) + 9 * (digit >> 6)
}

/// The kind byte of a journal key in the table.
const SIGN_IN: u8 = 1;
const SENDING: u8 = 2;
const SOURCE: u8 = 3;
const TRAVELS: u8 = 4;
const TRIED_NAME: u8 = 5;
const SPRAY: u8 = 6;
const COMPROMISE: u8 = 7;

fn key_to_sql(key: JournalKey) -> Vec<u8> {
    let (kind, rest): (u8, &[u8]) = match &key {
        JournalKey::SignIn(account) => (SIGN_IN, &account.as_u64().to_be_bytes()),
        JournalKey::Sending(account) => (SENDING, &account.as_u64().to_be_bytes()),
        JournalKey::Source(network) => (SOURCE, &network.key_bytes()),
        JournalKey::Travels(account) => (TRAVELS, &account.as_u64().to_be_bytes()),
        JournalKey::TriedName(name_hash) => (TRIED_NAME, &name_hash.to_be_bytes()),
        JournalKey::Spray => (SPRAY, &[]),
        JournalKey::Compromise(account) => (COMPROMISE, &account.as_u64().to_be_bytes()),
    };
    let mut bytes = vec![kind];
    bytes.extend_from_slice(rest);
    bytes
}

fn key_from_sql(stored: &[u8]) -> Result<JournalKey, RecordError> {
    let account = |rest: &[u8]| {
        let bytes: [u8; 8] = rest.try_into().ok()?;
        AccountId::from_sql(i64::from_be_bytes(bytes)).ok()
    };
    let key = match stored.split_first() {
        Some((&SIGN_IN, rest)) => account(rest).map(JournalKey::SignIn),
        Some((&SENDING, rest)) => account(rest).map(JournalKey::Sending),
        Some((&SOURCE, rest)) => network(rest).map(JournalKey::Source),
        Some((&TRAVELS, rest)) => account(rest).map(JournalKey::Travels),
        Some((&TRIED_NAME, rest)) => {
            rest.try_into().ok().map(|bytes| JournalKey::TriedName(u64::from_be_bytes(bytes)))
        }
        Some((&SPRAY, [])) => Some(JournalKey::Spray),
        Some((&COMPROMISE, rest)) => account(rest).map(JournalKey::Compromise),
        Some(_) | None => None,
    };
    key.ok_or_else(|| RecordError::Unknown { what: "key of a counter", code: hex(stored) })
}

/// The network of [`ClientNetwork::key_bytes`].
fn network(bytes: &[u8]) -> Option<ClientNetwork> {
    let bytes: &[u8; 18] = bytes.try_into().ok()?;
    let [family, prefix_bits, address @ ..] = bytes;
    let address = match family {
        4 => ClientAddress::new(<[u8; 4]>::try_from(&address[..4]).ok()?.into()),
        6 => ClientAddress::new((*address).into()),
        _ => return None,
    };
    Some(ClientNetwork::containing(address, *prefix_bits))
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |value: u8| char::from(DIGITS[usize::from(value & 15)]);
    bytes.iter().flat_map(|&byte| [digit(byte >> 4), digit(byte)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_reads_back() {
        let account = AccountId::from_random(u64::MAX);
        let mut keys = vec![
            JournalKey::SignIn(account),
            JournalKey::Sending(account),
            JournalKey::Travels(account),
            JournalKey::Compromise(account),
            JournalKey::TriedName(u64::MAX),
            JournalKey::Spray,
        ];
        for network in ["203.0.113.9/32", "203.0.113.0/24", "0.0.0.0/0", "2001:db8::/64", "2001:db8::/48"] {
            keys.push(JournalKey::Source(network.parse().expect("a network")));
        }
        for key in keys {
            assert_eq!(key_from_sql(&key_to_sql(key)).ok(), Some(key));
        }
    }

    #[test]
    fn a_page_of_the_journal_is_read_from_digits() {
        let account = AccountId::from_random(7);
        let every_byte: Vec<u8> = (0..=255).collect();
        for bytes in [&[][..], &[0], &every_byte] {
            let key = JournalKey::SignIn(account);
            let digits = format!("{} {}", hex(&key_to_sql(key)), hex(bytes)).to_uppercase();
            let entry = JournalEntry { key, bytes: bytes.to_vec() };
            let page = format!("{digits} {digits}");
            assert_eq!(read_entries(&page).expect("ours"), [entry.clone(), entry]);
        }
    }

    #[test]
    fn a_key_that_is_none_of_ours_is_named() {
        for stored in [&[][..], &[9, 1], &[SIGN_IN, 1], &[SIGN_IN; 9], &[SOURCE; 19], &[SOURCE, 4]] {
            let error = key_from_sql(stored).expect_err("not ours").to_string();
            assert_eq!(error, format!("key of a counter {:?} is not known to this program", hex(stored)));
        }
    }
}

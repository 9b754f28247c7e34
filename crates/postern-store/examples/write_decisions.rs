//! What one line of the decision log costs to write, in CPU time of this process.
//!
//! `cargo run --release -p postern-store --example write_decisions [rows]` writes batches as the engine does once a
//! second, without and with what is kept of an attempt, and prints microseconds a row and bytes a row. It measures;
//! it does not judge (docs/performance.md has the figures).

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use postern_core::geo::{Country, Location, Position, Region};
use postern_core::ids::AccountId;
use postern_core::time::{Span, Timestamp};
use postern_engine::ports::{AttemptDetail, Clock, DecisionRow, Entropy, Store};
use postern_store::SqliteStore;

/// Rows of one batch: a second of a busy attack.
const BATCH: u64 = 2_000;

type Failure = Box<dyn std::error::Error>;

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let rows: u64 = match std::env::args().nth(1) {
        Some(given) => given.parse()?,
        None => 400_000,
    };
    measure("as before sign-ins had details", rows, None).await?;
    let attempt = AttemptDetail {
        protocol: "imap".to_owned(),
        client: "iPhone Mail 17.4".to_owned(),
        mechanism: "PLAIN".to_owned(),
        location: Location {
            region: Region { country: Country::parse("SE"), asn: Some(29_518) },
            position: Position::new(58.41, 15.62, 20),
            anonymity: None,
        },
        operator: "Bredband2 AB".to_owned(),
        ..AttemptDetail::default()
    };
    measure("with protocol, client and place", rows, Some(Box::new(attempt))).await
}

async fn measure(what: &str, rows: u64, attempt: Option<Box<AttemptDetail>>) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let store = SqliteStore::open(folder.path(), Arc::new(Still), &Counting).await?;
    store.start(Timestamp::from_unix_s(1)).await?;
    let before = cpu_s()?;
    for batch in 0..rows / BATCH {
        let rows = (0..BATCH).map(|number| row(batch * BATCH + number, attempt.clone())).collect();
        store.save_decisions(rows).await?;
    }
    let spent = cpu_s()? - before;
    store.stop(Timestamp::from_unix_s(2)).await?;
    let bytes = std::fs::metadata(folder.path().join("history.db"))?.len();
    let (us, bytes) = (spent * 1e6 / rows as f64, bytes / rows);
    say(&format!("{rows} rows {what}: {us:.2} us of CPU and {bytes} bytes a row"));
    Ok(())
}

fn row(number: u64, attempt: Option<Box<AttemptDetail>>) -> DecisionRow {
    DecisionRow {
        at: Timestamp::from_unix_micros(1_795_000_000_000_000 + (number as i64) * 500),
        gate: "auth_policy",
        account: Some(AccountId::from_random(1 + number * 2_654_435_761 % 100_000)),
        name: None,
        source: Some(format!("203.0.{}.{}", number % 113, number % 251)),
        verdict: "wrong_password",
        reasons: r#"{"lane":"unfamiliar"}"#.to_owned(),
        weight: 1,
        since: None,
        attempt,
    }
}

/// User and system time of this process, seconds (proc(5): fields 14 and 15 of stat, in ticks of 10 ms).
fn cpu_s() -> Result<f64, Failure> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let ticks: f64 =
        after_name.split_whitespace().skip(11).take(2).filter_map(|field| field.parse::<f64>().ok()).sum();
    Ok(ticks / 100.0)
}

#[expect(clippy::print_stdout, reason = "what is measured is this example's data")]
fn say(line: &str) {
    println!("{line}");
}

/// The store asks for the time only to make its first row.
struct Still;

impl Clock for Still {
    fn now(&self) -> Timestamp {
        Timestamp::from_unix_s(1)
    }

    fn elapsed(&self) -> Span {
        Span::ZERO
    }

    fn sleep(&self, _span: Span) -> Pin<Box<dyn Future<Output = ()> + Send + 'static>> {
        Box::pin(std::future::pending())
    }
}

/// Bytes that differ.
struct Counting;

impl Entropy for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        for (position, byte) in bytes.iter_mut().enumerate() {
            *byte = position as u8;
        }
    }
}

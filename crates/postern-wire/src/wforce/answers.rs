//! The answers to management commands, with wforce's names and its way of writing a time.

use std::collections::BTreeMap;

use bytes::Bytes;
use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq, Serializer};

use super::{Key, List};

/// The expiration of an entry that ends only when somebody ends it. wforce knows none; what reads its times
/// reads this one.
pub const NO_END: &str = "9999-Dec-31 23:59:59";

/// One entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryView {
    /// What is on the list.
    pub key: Key,
    /// Until when, in seconds since 1970; `None` means until somebody ends it.
    pub expires_unix_s: Option<i64>,
    /// Why.
    pub reason: String,
}

/// Whether a key is on a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListStanding {
    /// Whether an entry is in force.
    pub is_listed: bool,
    /// Why; empty when it is not listed.
    pub reason: String,
    /// Until when, in seconds since 1970; `None` means until somebody ends it, or not listed.
    pub expires_unix_s: Option<i64>,
}

/// The answer to `getDBStats`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyStats {
    /// What was asked about.
    pub key: Key,
    /// On the list of blocks.
    pub block: ListStanding,
    /// On the list of exceptions.
    pub allow: ListStanding,
    /// Numbers by the name of a group (wforce: a stats DB) and of a field. Empty when nothing is counted.
    pub stats: BTreeMap<&'static str, BTreeMap<&'static str, i64>>,
}

/// The answer to `stats`. The latencies of wforce's worker threads have no counterpart, so `perfstats` is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServerStats {
    /// Reports since the start.
    pub reports: u64,
    /// Questions since the start.
    pub allows: u64,
    /// Of these refused.
    pub denieds: u64,
    /// Seconds since the start.
    pub uptime_s: u64,
}

/// The body that answers `getBL` or `getWL`.
pub fn encode_entries(list: List, entries: &[EntryView]) -> Bytes {
    struct Entries<'a>(&'a [EntryView]);
    impl Serialize for Entries<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut sequence = serializer.serialize_seq(Some(self.0.len()))?;
            for entry in self.0 {
                sequence.serialize_element(&BTreeMap::from([
                    (entry.key.kind().entry_name(), entry.key.entry_text()),
                    ("expiration", expiration(entry.expires_unix_s)),
                    ("reason", entry.reason.clone()),
                ]))?;
            }
            sequence.end()
        }
    }
    let name = match list {
        List::Block => "bl_entries",
        List::Allow => "wl_entries",
    };
    json(&BTreeMap::from([(name, Entries(entries))]))
}

/// The body that answers `getDBStats`.
pub fn encode_key_stats(stats: &KeyStats) -> Bytes {
    struct Body<'a>(&'a KeyStats);
    impl Serialize for Body<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let KeyStats { key, block, allow, stats } = self.0;
            let mut map = serializer.serialize_map(Some(8))?;
            map.serialize_entry("blacklisted", &block.is_listed)?;
            map.serialize_entry("bl_reason", &block.reason)?;
            map.serialize_entry("bl_expire", &standing_end(block))?;
            map.serialize_entry(key.kind().stats_name(), &key.stats_text())?;
            map.serialize_entry("stats", stats)?;
            map.serialize_entry("whitelisted", &allow.is_listed)?;
            map.serialize_entry("wl_reason", &allow.reason)?;
            map.serialize_entry("wl_expire", &standing_end(allow))?;
            map.end()
        }
    }
    json(&Body(stats))
}

/// The body that answers `stats`.
pub fn encode_server_stats(stats: ServerStats) -> Bytes {
    let ServerStats { reports, allows, denieds, uptime_s } = stats;
    format!(
        r#"{{"allows":{allows},"commandstats":{{"allow":{allows},"allow_denied":{denieds},"report":{reports}}},"customstats":{{}},"denieds":{denieds},"perfstats":{{}},"reports":{reports},"uptime":{uptime_s}}}"#
    )
    .into()
}

fn standing_end(standing: &ListStanding) -> String {
    if standing.is_listed { expiration(standing.expires_unix_s) } else { String::new() }
}

fn expiration(unix_s: Option<i64>) -> String {
    unix_s.map_or_else(|| NO_END.to_owned(), encode_time)
}

/// A time as wforce writes it, in UTC: `2026-Nov-25 21:14:00`. Times beyond the year 9999 are [`NO_END`].
pub fn encode_time(unix_s: i64) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    const DAY_S: i64 = 86_400;
    // 9999-12-31 23:59:59.
    const LAST: i64 = 253_402_300_799;
    if unix_s >= LAST {
        return NO_END.to_owned();
    }
    let unix_s = unix_s.max(0);
    let (year, month, day) = date_of(unix_s / DAY_S);
    let second = unix_s % DAY_S;
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    format!("{year}-{}-{day:02} {hour:02}:{minute:02}:{second:02}", MONTHS[month])
}

/// The date of a day counted from 1970-01-01: year, month from 0, day from 1. The year is taken to begin in
/// March, so that the leap day is its last; 400 such years have 146,097 days.
fn date_of(days: i64) -> (i64, usize, i64) {
    let days = days + 719_468; // from 0000-03-01
    let era = days / 146_097;
    let day_of_era = days % 146_097;
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12;
    let year = era * 400 + year_of_era + i64::from(month < 2);
    (year, month as usize, day)
}

fn json(value: &impl Serialize) -> Bytes {
    // Texts, numbers and maps of them: nothing that JSON cannot hold.
    serde_json::to_vec(value).unwrap_or_default().into()
}

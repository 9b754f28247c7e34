//! Times as the API writes them: RFC 3339 in UTC for people, seconds since 1970 for programs.

use jiff::tz::TimeZone;
use postern_core::time::Timestamp;
use serde::{Deserialize, Serialize};

/// A point in time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct When {
    /// As in `2026-11-24T03:02:07.123456Z`; years beyond 9999 are written as the end of 9999.
    pub rfc3339: String,
    /// Whole seconds since 1970, rounded down.
    pub unix_s: i64,
}

impl From<Timestamp> for When {
    fn from(timestamp: Timestamp) -> Self {
        Self { rfc3339: instant(timestamp).to_string(), unix_s: timestamp.unix_s() }
    }
}

impl When {
    /// The time in a zone, to the second, as in `2026-11-24 04:02:07`. Sorts as text and reads alike in every
    /// language. In the hour that comes twice when clocks are set back, the offset from UTC follows.
    pub fn local(&self, zone: &TimeZone) -> String {
        let local = instant(Timestamp::from_unix_s(self.unix_s)).to_zoned_datetime(zone.clone());
        let comes_twice = zone.to_ambiguous_timestamp(local.datetime()).is_ambiguous();
        local.strftime(if comes_twice { "%Y-%m-%d %H:%M:%S%:z" } else { "%Y-%m-%d %H:%M:%S" }).to_string()
    }
}

/// Reads RFC 3339 with an offset or `Z`.
pub fn parse(text: &str) -> Option<Timestamp> {
    text.parse::<jiff::Timestamp>().ok().map(|instant| Timestamp::from_unix_micros(instant.as_microsecond()))
}

fn instant(timestamp: Timestamp) -> jiff::Timestamp {
    let nearest = if timestamp.unix_micros() < 0 { jiff::Timestamp::MIN } else { jiff::Timestamp::MAX };
    jiff::Timestamp::from_microsecond(timestamp.unix_micros()).unwrap_or(nearest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_for_people_and_for_programs_and_reads_back() {
        let timestamp = Timestamp::from_unix_micros(1_795_489_327_123_456);
        let when = When::from(timestamp);
        assert_eq!(when.rfc3339, "2026-11-24T03:02:07.123456Z");
        assert_eq!(when.unix_s, 1_795_489_327);
        assert_eq!(parse(&when.rfc3339), Some(timestamp));
        let zone = TimeZone::get("Europe/Stockholm").expect("bundled or of the system");
        assert_eq!(when.local(&zone), "2026-11-24 04:02:07");
    }

    /// Stored and sent in UTC, shown in the zone; clocks in Stockholm go back on 2026-10-25 at 01:00 UTC and
    /// forward on 2026-03-29.
    #[test]
    fn f3_a_time_is_kept_in_utc_and_shown_without_doubt_when_clocks_change() {
        let zone = TimeZone::get("Europe/Stockholm").expect("bundled or of the system");
        for (unix_s, rfc3339, local) in [
            (1_792_888_200, "2026-10-25T00:30:00Z", "2026-10-25 02:30:00+02:00"),
            (1_792_891_800, "2026-10-25T01:30:00Z", "2026-10-25 02:30:00+01:00"),
            (1_792_895_400, "2026-10-25T02:30:00Z", "2026-10-25 03:30:00"),
            (1_774_745_400, "2026-03-29T00:50:00Z", "2026-03-29 01:50:00"),
            (1_774_746_000, "2026-03-29T01:00:00Z", "2026-03-29 03:00:00"),
        ] {
            let when = When::from(Timestamp::from_unix_s(unix_s));
            assert_eq!((when.rfc3339.as_str(), when.local(&zone).as_str()), (rfc3339, local));
        }
    }

    #[test]
    fn absurd_times_are_written_as_the_last_moment_there_is() {
        let when = When::from(Timestamp::from_unix_micros(i64::MAX));
        assert!(when.rfc3339.starts_with("9999-12-3"), "{}", when.rfc3339);
        assert!(When::from(Timestamp::from_unix_micros(i64::MIN)).rfc3339.starts_with("-009999-01-0"));
    }
}

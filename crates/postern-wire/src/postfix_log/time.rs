//! Time stamps of a log: syslog's, which have neither year nor zone, and RFC 3339's, which have both.

/// Latest time that is read: what fits 32 bits, the end of the year 2105. The counters keep times in 32 bits.
pub const UNIX_S_MAX: i64 = u32::MAX as i64;

const DAY_S: i64 = 86_400;
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// When a line was written, as far as the line says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogTime {
    /// RFC 3339: exact. Seconds since 1970, UTC.
    Exact {
        /// Seconds since 1970.
        unix_s: i64,
    },
    /// Syslog's `Mar  2 08:00:00`, in the writing host's local time.
    NoYear {
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
        /// Seconds since midnight, local time. 86,400 in a leap second.
        second_of_day: u32,
    },
}

impl LogTime {
    /// Reads the stamp at the beginning of a line: it and what follows. `None` when there is none.
    pub(super) fn read(line: &str) -> Option<(Self, &str)> {
        if line.as_bytes().first()?.is_ascii_digit() {
            let (stamp, rest) = line.split_once(' ')?;
            return Some((Self::Exact { unix_s: rfc3339(stamp)? }, rest));
        }
        let (month, rest) = (line.get(..3)?, line.get(3..)?.strip_prefix(' ')?);
        let month = MONTHS.iter().position(|&name| name == month)? as u8 + 1;
        let (day, rest) = rest.trim_start_matches(' ').split_once(' ')?;
        let (clock, rest) = rest.split_at_checked(8)?;
        // rsyslog can write fractions here too.
        let rest =
            rest.strip_prefix('.').map_or(rest, |rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
        let rest = rest.strip_prefix(' ')?;
        let (day, second_of_day) = (number(day, 1..=31)? as u8, clock_s(clock)?);
        Some((Self::NoYear { month, day, second_of_day }, rest))
    }

    /// Seconds since 1970. A stamp without a year is put into the year that brings it nearest to
    /// `nearby_unix_s`, so half a year to either side is told apart: around New Year the line before says where
    /// one is. Its local time is `utc_offset_s` ahead of UTC. `None` when the date does not exist in any of these
    /// years (29 February), or lies outside 1970 to 2105.
    pub fn unix_s(self, nearby_unix_s: i64, utc_offset_s: i32) -> Option<i64> {
        let (month, day, second_of_day) = match self {
            Self::Exact { unix_s } => return Some(unix_s),
            Self::NoYear { month, day, second_of_day } => (month, day, second_of_day),
        };
        let near_year = year_of(nearby_unix_s.clamp(0, UNIX_S_MAX));
        (near_year - 1..=near_year + 1)
            .filter(|&year| i64::from(day) <= days_of_month(year, i64::from(month)))
            .map(|year| {
                days_before(year, i64::from(month), i64::from(day)) * DAY_S + i64::from(second_of_day)
                    - i64::from(utc_offset_s)
            })
            .filter(|unix_s| (0..=UNIX_S_MAX).contains(unix_s))
            .min_by_key(|unix_s| unix_s.abs_diff(nearby_unix_s))
    }

    /// The same for the first line of a log that was last written at `written_unix_s`: the last year in which the
    /// line is not more than a day later than that (clocks differ, and the offset may be unknown).
    pub fn unix_s_of_first(self, written_unix_s: i64, utc_offset_s: i32) -> Option<i64> {
        // Half a year before: then the nearest year is the last one that is not later.
        let half_year_s = 365 * DAY_S / 2;
        self.unix_s(written_unix_s.saturating_add(DAY_S).saturating_sub(half_year_s), utc_offset_s)
    }
}

/// `2026-03-02T08:00:00.123456+01:00`, also with `Z`, without fractions, or with `+0100`.
fn rfc3339(stamp: &str) -> Option<i64> {
    let (date, rest) = stamp.split_at_checked(10)?;
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if year.len() != 4 || month.len() != 2 || day.len() != 2 || parts.next().is_some() {
        return None;
    }
    let (year, month) = (number(year, 1970..=2106)?, number(month, 1..=12)?);
    let day = number(day, 1..=days_of_month(year, month))?;
    let rest = rest.strip_prefix(['T', 't', ' '])?;
    let (clock, rest) = rest.split_at_checked(8)?;
    let zone = match rest.strip_prefix('.') {
        Some(fraction) => fraction.trim_start_matches(|character: char| character.is_ascii_digit()),
        None => rest,
    };
    let unix_s = days_before(year, month, day) * DAY_S + i64::from(clock_s(clock)?) - offset_s(zone)?;
    (0..=UNIX_S_MAX).contains(&unix_s).then_some(unix_s)
}

fn offset_s(zone: &str) -> Option<i64> {
    if zone == "Z" || zone == "z" {
        return Some(0);
    }
    let (sign, digits) = match zone.as_bytes().first()? {
        b'+' => (1, &zone[1..]),
        b'-' => (-1, &zone[1..]),
        _ => return None,
    };
    let (hours, minutes) = digits.split_at_checked(2)?;
    let minutes = minutes.strip_prefix(':').unwrap_or(minutes);
    if minutes.len() != 2 {
        return None;
    }
    Some(sign * (number(hours, 0..=23)? * 3_600 + number(minutes, 0..=59)? * 60))
}

/// `08:00:00`; 60 seconds in a leap second.
fn clock_s(clock: &str) -> Option<u32> {
    let bytes = clock.as_bytes();
    if bytes.len() != 8 || bytes[2] != b':' || bytes[5] != b':' {
        return None;
    }
    let (hours, minutes, seconds) = (clock.get(..2)?, clock.get(3..5)?, clock.get(6..)?);
    let seconds = number(hours, 0..=23)? * 3_600 + number(minutes, 0..=59)? * 60 + number(seconds, 0..=60)?;
    u32::try_from(seconds).ok()
}

/// Digits only, within bounds.
fn number(digits: &str, bounds: std::ops::RangeInclusive<i64>) -> Option<i64> {
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok().filter(|number| bounds.contains(number))
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_of_month(year: i64, month: i64) -> i64 {
    match month {
        2 => 28 + i64::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 1 January 1970 to this date of the Gregorian calendar.
fn days_before(year: i64, month: i64, day: i64) -> i64 {
    let leap_days = |year: i64| year / 4 - year / 100 + year / 400;
    let years = (year - 1970) * 365 + leap_days(year - 1) - leap_days(1969);
    years + (1..month).map(|month| days_of_month(year, month)).sum::<i64>() + day - 1
}

/// The year of a time from 1970 on.
fn year_of(unix_s: i64) -> i64 {
    let days = unix_s / DAY_S;
    // The mean year is 365.2425 days, so the estimate is at most one off.
    let estimate = 1970 + days * 10_000 / 3_652_425;
    (estimate - 1..=estimate + 1).rfind(|&year| days_before(year, 1, 1) <= days).unwrap_or(estimate)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(stamp: &str) -> Option<LogTime> {
        LogTime::read(&format!("{stamp} mx")).map(|(time, rest)| {
            assert_eq!(rest, "mx");
            time
        })
    }

    /// `date -u -d … +%s` gave these.
    #[test]
    fn exact_stamps_are_read_with_zone_and_fraction() {
        for (stamp, unix_s) in [
            ("1970-01-01T00:00:00Z", 0),
            ("2026-03-02T08:00:00+00:00", 1_772_438_400),
            ("2026-03-02T09:00:00.123456+01:00", 1_772_438_400),
            ("2026-03-02T03:30:00-0430", 1_772_438_400),
            ("2024-02-29T23:59:60Z", 1_709_251_200),
            ("2100-03-01T00:00:00Z", 4_107_542_400),
            ("2106-02-07T06:28:15Z", UNIX_S_MAX),
        ] {
            assert_eq!(read(stamp), Some(LogTime::Exact { unix_s }), "{stamp}");
        }
        for wrong in [
            "2026-02-29T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-03-02T24:00:00Z",
            "2026-03-02T08:00:00",
            "2026-03-02T08:00:00+1",
            "2106-02-07T06:28:16Z",
            "1970-01-01T00:00:00+01:00",
            "026-03-02T08:00:00Z",
            "+026-3-02T08:00:00Z",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn syslogs_stamps_are_read_with_one_or_two_digits_of_the_day() {
        let expected = Some(LogTime::NoYear { month: 3, day: 2, second_of_day: 28_800 });
        for stamp in ["Mar  2 08:00:00", "Mar 02 08:00:00", "Mar 2 08:00:00", "Mar  2 08:00:00.250"] {
            assert_eq!(read(stamp), expected, "{stamp}");
        }
        for wrong in
            ["Mrz  2 08:00:00", "Mar 32 08:00:00", "Mar  2 8:00:00", "Mar  2 08:00", "Mar  0 08:00:00"]
        {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn around_new_year_the_year_is_that_of_the_neighbours() {
        // 2025-12-31 23:59:59 and 2026-01-01 00:00:00 UTC.
        let (old, new) = (1_767_225_599, 1_767_225_600);
        let last = read("Dec 31 23:59:59").expect("a stamp");
        let first = read("Jan  1 00:00:00").expect("a stamp");
        for nearby in [old, new, old - 100 * DAY_S, new + 100 * DAY_S] {
            assert_eq!((last.unix_s(nearby, 0), first.unix_s(nearby, 0)), (Some(old), Some(new)));
        }
        // A log that was closed in the first days of the year begins in the year before.
        assert_eq!(
            read("Dec 20 00:00:00").expect("a stamp").unix_s_of_first(new + 9 * DAY_S, 0),
            Some(old + 1 - 12 * DAY_S)
        );
        // One that was closed at Christmas and begins a week before does not.
        assert_eq!(last.unix_s_of_first(old, 0), Some(old));
        // An hour ahead of us, it is New Year an hour earlier.
        assert_eq!(first.unix_s(new, 3_600), Some(new - 3_600));
        assert_eq!(
            first.unix_s_of_first(new - 3_600, 0),
            Some(new),
            "an unknown offset puts it off by no year"
        );
    }

    #[test]
    fn a_leap_day_is_in_a_leap_year_or_nowhere() {
        let leap_day = read("Feb 29 00:00:00").expect("a stamp");
        // 2024-02-29, seen from the June before and from the year after.
        assert_eq!(leap_day.unix_s(1_687_000_000, 0), Some(1_709_164_800));
        assert_eq!(leap_day.unix_s(1_740_000_000, 0), Some(1_709_164_800));
        // 2026 has no neighbour that is a leap year.
        assert_eq!(leap_day.unix_s(1_780_000_000, 0), None);
    }

    /// Every day from 1970 to 2105 stands one after the other.
    #[test]
    fn dates_count_every_day_once() {
        let mut expected = 0;
        for year in 1970..=2105 {
            assert_eq!(
                (year_of(expected * DAY_S), year_of(expected * DAY_S - 1 + i64::from(year == 1970))),
                (year, (year - 1).max(1970))
            );
            for month in 1..=12 {
                for day in 1..=days_of_month(year, month) {
                    assert_eq!(days_before(year, month, day), expected, "{year}-{month}-{day}");
                    expected += 1;
                }
            }
        }
    }
}

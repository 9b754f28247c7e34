//! Numbers, times and lengths of time as each language writes them. Pure: no clock, and the zone is given.
//!
//! The forms are CLDR's, written out here because six languages need six lines and ICU4X's data needs megabytes.
//! Where a language inflects month names (lv, sl) dates are numeric, so that they fit after any preposition.

use jiff::tz::TimeZone;
use postern_core::account::Language;
use postern_core::time::{Span, Timestamp};

/// Keeps the parts of one value in one line.
pub(crate) const NO_BREAK_SPACE: char = '\u{a0}';

/// A whole number with the language's grouping: `1,234`, `1 234` or `1.234`; Latvian and Slovenian group from
/// five digits on.
pub fn number(language: Language, number: u64) -> String {
    let (separator, digits_min) = match language {
        Language::En => (',', 4),
        Language::Sv | Language::Nb => (NO_BREAK_SPACE, 4),
        Language::Lv => (NO_BREAK_SPACE, 5),
        Language::Sl => ('.', 5),
        Language::El => ('.', 4),
    };
    let digits = number.to_string();
    if digits.len() < digits_min {
        return digits;
    }
    let mut grouped = String::with_capacity(digits.len() * 2);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

/// Day and time of day, as in `21 November 2026 at 14:02`; 24 hours in every language. In the hour that comes
/// twice when clocks are set back, the offset from UTC tells which one it is: `25 October 2026 at 02:30 (+02)`.
pub fn date_and_time(language: Language, at: Timestamp, zone: &TimeZone) -> String {
    let said = date_and_time_of_day(language, at, zone);
    let space = NO_BREAK_SPACE;
    if comes_twice(at, zone) { format!("{said}{space}({})", offset(at, zone)) } else { said }
}

/// Whether clocks of the zone show this time of day once more on the same day, because they are set back.
pub(crate) fn comes_twice(at: Timestamp, zone: &TimeZone) -> bool {
    zone.to_ambiguous_timestamp(in_zone(at, zone)).is_ambiguous()
}

fn date_and_time_of_day(language: Language, at: Timestamp, zone: &TimeZone) -> String {
    let local = in_zone(at, zone);
    let (year, month, day) = (local.year(), local.month(), local.day());
    let (hour, minute) = (local.hour(), local.minute());
    let space = NO_BREAK_SPACE;
    match language {
        Language::En => {
            format!("{day}{space}{} {year} at {hour:02}:{minute:02}", month_name(&ENGLISH_MONTHS, month))
        }
        Language::Sv => {
            format!(
                "{day}{space}{} {year} kl.{space}{hour:02}:{minute:02}",
                month_name(&SWEDISH_MONTHS, month)
            )
        }
        Language::Nb => {
            let month = month_name(&NORWEGIAN_MONTHS, month);
            format!("{day}.{space}{month} {year} kl.{space}{hour:02}:{minute:02}")
        }
        Language::Lv => format!("{day}.{month:02}.{year}.{space}{hour:02}:{minute:02}"),
        Language::Sl => format!("{day}.{space}{month}.{space}{year},{space}{hour:02}:{minute:02}"),
        Language::El => format!("{day}/{month}/{year},{space}{hour:02}:{minute:02}"),
    }
}

/// The shortest form that leaves no doubt beside a page's own time: `03:22` of today, `20 Nov 17:32` of this year,
/// else with the year. For tables and labels; sentences take [`date_and_time`].
pub fn when(language: Language, at: Timestamp, now: Timestamp, zone: &TimeZone) -> String {
    let (local, today) = (in_zone(at, zone), in_zone(now, zone));
    let clock = format!("{:02}:{:02}", local.hour(), local.minute());
    let space = NO_BREAK_SPACE;
    let doubt = if comes_twice(at, zone) { format!("{space}({})", offset(at, zone)) } else { String::new() };
    if local.date() == today.date() {
        return format!("{clock}{doubt}");
    }
    let (day, month) = (local.day(), local.month());
    let year = (local.year() != today.year()).then(|| local.year());
    let date = match language {
        Language::En => {
            let year = year.map_or_else(String::new, |year| format!("{space}{year}"));
            format!("{day}{space}{}{year}", month_name(&ENGLISH_SHORT_MONTHS, month))
        }
        Language::Sv => {
            let year = year.map_or_else(String::new, |year| format!("{space}{year}"));
            format!("{day}{space}{}{year}", month_name(&SWEDISH_SHORT_MONTHS, month))
        }
        Language::Nb => {
            let year = year.map_or_else(String::new, |year| format!("{space}{year}"));
            format!("{day}.{space}{}{year}", month_name(&NORWEGIAN_SHORT_MONTHS, month))
        }
        Language::Lv => {
            format!("{day}.{month:02}.{}", year.map_or_else(String::new, |year| format!("{year}.")))
        }
        Language::Sl => {
            format!("{day}.{space}{month}.{}", year.map_or_else(String::new, |year| format!("{space}{year}")))
        }
        Language::El => format!("{day}/{month}{}", year.map_or_else(String::new, |year| format!("/{year}"))),
    };
    format!("{date}{space}{clock}{doubt}")
}

/// The time of day with seconds, `14:02:07`, the same in all six languages.
pub fn clock(at: Timestamp, zone: &TimeZone) -> String {
    let local = in_zone(at, zone);
    format!("{:02}:{:02}:{:02}", local.hour(), local.minute(), local.second())
}

/// How far the zone's clocks are from UTC at that time, as in `+02`.
pub fn offset(at: Timestamp, zone: &TimeZone) -> String {
    zone.to_offset(calendar(at)).to_string()
}

/// A measured length of time with its unit and at most one decimal: `830 µs`, `2.4 ms`, `61 ms`, `0.4 s`… The
/// units are the same in all six languages; only the decimal sign differs. From a minute on two units, rounded
/// down: `5 min 12 s`, `3 h 5 min`, `2 d 4 h`.
pub fn span(language: Language, span: Span) -> String {
    let micros = span.as_micros();
    let space = NO_BREAK_SPACE;
    let seconds = span.as_s();
    match micros {
        0..1_000 => format!("{micros}{space}µs"),
        1_000..10_000 => format!("{}{space}ms", tenths(language, micros / 100)),
        10_000..1_000_000 => format!("{}{space}ms", micros / 1_000),
        1_000_000..60_000_000 => format!("{}{space}s", tenths(language, micros / 100_000)),
        _ if seconds < 3_600 => two_units(seconds, 60, "min", 1, "s"),
        _ if seconds < 86_400 => two_units(seconds, 3_600, "h", 60, "min"),
        _ => two_units(seconds, 86_400, "d", 3_600, "h"),
    }
}

fn two_units(seconds: i64, big_s: i64, big: &str, small_s: i64, small: &str) -> String {
    let rest = seconds % big_s / small_s;
    let space = NO_BREAK_SPACE;
    if rest == 0 {
        format!("{}{space}{big}", seconds / big_s)
    } else {
        format!("{}{space}{big} {rest}{space}{small}", seconds / big_s)
    }
}

fn tenths(language: Language, tenths: i64) -> String {
    let decimal_sign = match language {
        Language::En => '.',
        Language::Sv | Language::Lv | Language::Sl | Language::Nb | Language::El => ',',
    };
    if tenths % 10 == 0 {
        (tenths / 10).to_string()
    } else {
        format!("{}{decimal_sign}{}", tenths / 10, tenths % 10)
    }
}

pub(crate) fn in_zone(at: Timestamp, zone: &TimeZone) -> jiff::civil::DateTime {
    zone.to_datetime(calendar(at))
}

/// A time beyond what a calendar holds is shown as the calendar's edge: an admin can type ten thousand years.
fn calendar(at: Timestamp) -> jiff::Timestamp {
    let edge = if at.unix_micros() < 0 { jiff::Timestamp::MIN } else { jiff::Timestamp::MAX };
    jiff::Timestamp::from_microsecond(at.unix_micros()).unwrap_or(edge)
}

pub(crate) fn month_name(names: &[&'static str; 12], month: i8) -> &'static str {
    names[usize::try_from(month - 1).unwrap_or(0) % 12]
}

pub(crate) const ENGLISH_SHORT_MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
pub(crate) const SWEDISH_SHORT_MONTHS: [&str; 12] =
    ["jan.", "feb.", "mars", "apr.", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "dec."];
pub(crate) const NORWEGIAN_SHORT_MONTHS: [&str; 12] =
    ["jan.", "feb.", "mars", "apr.", "mai", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "des."];
const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SWEDISH_MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];
const NORWEGIAN_MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_each_language_does() {
        let all = |n| Language::ALL.iter().map(|&language| number(language, n)).collect::<Vec<_>>();
        assert_eq!(all(999), ["999"; 6]);
        assert_eq!(all(1_234), ["1,234", "1\u{a0}234", "1234", "1234", "1\u{a0}234", "1.234"]);
        assert_eq!(all(12_345), ["12,345", "12\u{a0}345", "12\u{a0}345", "12.345", "12\u{a0}345", "12.345"]);
        assert_eq!(number(Language::En, 1_234_567), "1,234,567");
    }

    #[test]
    fn a_time_is_written_in_its_zone_and_never_with_two_times_twelve_hours() {
        let at = Timestamp::from_unix_s(1_772_546_547); // 2026-03-03 14:02:27 UTC
        let riga = TimeZone::fixed(jiff::tz::offset(2));
        let said: Vec<_> = Language::ALL.iter().map(|&language| date_and_time(language, at, &riga)).collect();
        assert_eq!(
            said,
            [
                "3\u{a0}March 2026 at 16:02",
                "3\u{a0}mars 2026 kl.\u{a0}16:02",
                "3.03.2026.\u{a0}16:02",
                "3.\u{a0}3.\u{a0}2026,\u{a0}16:02",
                "3.\u{a0}mars 2026 kl.\u{a0}16:02",
                "3/3/2026,\u{a0}16:02",
            ]
        );
        assert_eq!(clock(at, &TimeZone::UTC), "14:02:27");
    }

    #[test]
    fn a_time_beyond_the_calendar_is_shown_as_its_edge() {
        let far = date_and_time(Language::En, Timestamp::from_unix_micros(i64::MAX), &TimeZone::UTC);
        assert!(far.contains("9999"), "{far}");
        let early = date_and_time(Language::Sl, Timestamp::from_unix_micros(i64::MIN), &TimeZone::UTC);
        assert!(early.contains("-9999"), "{early}");
    }

    #[test]
    fn a_length_of_time_has_a_unit_and_the_decimal_sign_of_the_language() {
        let en = |micros| span(Language::En, Span::from_micros(micros)).replace('\u{a0}', " ");
        assert_eq!(en(0), "0 µs");
        assert_eq!(en(999), "999 µs");
        assert_eq!(en(3_000), "3 ms");
        assert_eq!(en(2_450), "2.4 ms");
        assert_eq!(en(999_999), "999 ms");
        assert_eq!(en(59_999_999), "59.9 s");
        assert_eq!(en(60_000_000), "1 min");
        assert_eq!(en(3_599_000_000), "59 min 59 s");
        assert_eq!(en(3_600_000_000), "1 h");
        assert_eq!(en(187_200_000_000), "2 d 4 h");
        assert_eq!(span(Language::El, Span::from_micros(2_450)), "2,4\u{a0}ms");
    }

    /// 2026-10-25: clocks go back at 01:00 UTC, and in each zone half past something comes twice, an hour apart.
    #[test]
    fn f3_an_end_in_the_hour_that_comes_twice_says_which_one_in_every_language() {
        for (language, zone, first, second) in [
            (
                Language::En,
                "Europe/London",
                "25 October 2026 at 01:30 (+01)",
                "25 October 2026 at 01:30 (+00)",
            ),
            (
                Language::Sv,
                "Europe/Stockholm",
                "25 oktober 2026 kl. 02:30 (+02)",
                "25 oktober 2026 kl. 02:30 (+01)",
            ),
            (Language::Lv, "Europe/Riga", "25.10.2026. 03:30 (+03)", "25.10.2026. 03:30 (+02)"),
            (Language::Sl, "Europe/Ljubljana", "25. 10. 2026, 02:30 (+02)", "25. 10. 2026, 02:30 (+01)"),
            (
                Language::Nb,
                "Europe/Oslo",
                "25. oktober 2026 kl. 02:30 (+02)",
                "25. oktober 2026 kl. 02:30 (+01)",
            ),
            (Language::El, "Europe/Athens", "25/10/2026, 03:30 (+03)", "25/10/2026, 03:30 (+02)"),
        ] {
            let zone = TimeZone::get(zone).expect("the zone database has it");
            let said = |unix_s| {
                date_and_time(language, Timestamp::from_unix_s(unix_s), &zone).replace(NO_BREAK_SPACE, " ")
            };
            assert_eq!((said(1_792_888_200).as_str(), said(1_792_891_800).as_str()), (first, second));
            // An hour later there is one of each again, and in spring an hour is missing, not doubled.
            assert!(!said(1_792_895_400).contains('+'));
            assert!(!said(1_774_745_400).contains('+') && !said(1_774_749_000).contains('+'));
        }
    }
}

//! Short times for pictures and their tables: a time of day, a day, or both. Pure, like [`crate::format`]; the year is
//! left out, because a picture goes back a month at most.

use jiff::tz::TimeZone;
use postern_core::account::Language;
use postern_core::time::Timestamp;

use crate::format::{
    ENGLISH_SHORT_MONTHS, NO_BREAK_SPACE, NORWEGIAN_SHORT_MONTHS, SWEDISH_SHORT_MONTHS, comes_twice, in_zone,
    month_name, offset,
};

/// The time of day without seconds, `03:22`, the same in all six languages.
pub fn hour_minute(at: Timestamp, zone: &TimeZone) -> String {
    let local = in_zone(at, zone);
    format!("{:02}:{:02}", local.hour(), local.minute())
}

/// The day and its month, as short as the language has it: `21 Nov`, `21. nov.`, `21/11`.
pub fn day(language: Language, at: Timestamp, zone: &TimeZone) -> String {
    let local = in_zone(at, zone);
    let (day, month) = (local.day(), local.month());
    let space = NO_BREAK_SPACE;
    match language {
        Language::En => format!("{day}{space}{}", month_name(&ENGLISH_SHORT_MONTHS, month)),
        Language::Sv => format!("{day}{space}{}", month_name(&SWEDISH_SHORT_MONTHS, month)),
        Language::Nb => format!("{day}.{space}{}", month_name(&NORWEGIAN_SHORT_MONTHS, month)),
        Language::Lv => format!("{day}.{month:02}."),
        Language::Sl => format!("{day}.{space}{month}."),
        Language::El => format!("{day}/{month}"),
    }
}

/// A moment: the time of day, behind its day where a picture shows more than one. In the hour that comes twice when
/// clocks are set back, the offset from UTC tells which one it is.
pub fn moment(language: Language, at: Timestamp, zone: &TimeZone, with_day: bool) -> String {
    let space = NO_BREAK_SPACE;
    let clock = hour_minute(at, zone);
    let which = if comes_twice(at, zone) { format!("{space}({})", offset(at, zone)) } else { String::new() };
    if with_day {
        format!("{}{space}{clock}{which}", day(language, at, zone))
    } else {
        format!("{clock}{which}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_as_short_as_each_language_has_it() {
        let at = Timestamp::from_unix_s(1_772_546_547); // 2026-03-03 14:02:27 UTC
        let riga = TimeZone::fixed(jiff::tz::offset(2));
        let said = |with_day| {
            let all = Language::ALL.iter().map(|&language| moment(language, at, &riga, with_day));
            all.map(|text| text.replace(NO_BREAK_SPACE, " ")).collect::<Vec<_>>()
        };
        assert_eq!(said(false), ["16:02"; 6]);
        assert_eq!(
            said(true),
            ["3 Mar 16:02", "3 mars 16:02", "3.03. 16:02", "3. 3. 16:02", "3. mars 16:02", "3/3 16:02"]
        );
    }

    #[test]
    fn f3_in_the_hour_that_comes_twice_a_moment_says_which_one() {
        let zone = TimeZone::get("Europe/Riga").expect("the zone database has it");
        let said = |unix_s| {
            moment(Language::En, Timestamp::from_unix_s(unix_s), &zone, false).replace(NO_BREAK_SPACE, " ")
        };
        assert_eq!(
            (said(1_792_888_200).as_str(), said(1_792_891_800).as_str()),
            ("03:30 (+03)", "03:30 (+02)")
        );
        assert_eq!(said(1_792_895_400), "04:30");
    }
}

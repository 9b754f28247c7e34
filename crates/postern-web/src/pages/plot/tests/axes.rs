//! Lines and labels of the axis: at whole local hours and midnights, also when clocks change.

use postern_core::account::Language;
use postern_core::time::{Span, Timestamp};
use postern_engine::ports::series::Frame;
use postern_engine::queries::Range;
use postern_text::{TimeZone, Words};

use crate::pages::plot::Pen;
use crate::pages::plot::axis::Axis;

fn labels(zone: &str, range: Range, now: i64) -> Vec<String> {
    let zone = TimeZone::get(zone).expect("the zone database has it");
    let words = Words::in_language(Language::En);
    let axis =
        Axis::new(&Pen { words, zone: &zone, with_day: false }, range.frame(Timestamp::from_unix_s(now)));
    axis.ticks().iter().map(|tick| tick.label.replace('\u{a0}', " ")).collect()
}

/// 2026-11-21 02:52 UTC.
const NOVEMBER: i64 = 1_795_229_520;

#[test]
fn a_day_has_a_line_every_third_local_hour() {
    let expected = ["06:00", "09:00", "12:00", "15:00", "18:00", "21:00", "00:00", "03:00"];
    assert_eq!(labels("Europe/Oslo", Range::Day, NOVEMBER), expected);
    // A zone that is three quarters of an hour off.
    assert_eq!(labels("Asia/Kathmandu", Range::Day, NOVEMBER).len(), 8);
}

#[test]
fn a_week_has_a_line_at_each_midnight_and_a_month_at_every_fifth() {
    let week = ["15 Nov", "16 Nov", "17 Nov", "18 Nov", "19 Nov", "20 Nov", "21 Nov"];
    assert_eq!(labels("Europe/Oslo", Range::Week, NOVEMBER), week);
    let month = ["27 Oct", "1 Nov", "6 Nov", "11 Nov", "16 Nov", "21 Nov"];
    assert_eq!(labels("Europe/Oslo", Range::Month, NOVEMBER), month);
}

/// 2026-10-25 in Riga: at 04:00 clocks go back to 03:00, so 03:00 comes twice. 2026-03-29: at 03:00 they go to 04:00.
#[test]
fn f3_when_clocks_change_no_hour_has_two_lines_and_none_is_made_up() {
    let autumn = labels("Europe/Riga", Range::Day, 1_792_922_400); // 2026-10-25 10:00 UTC
    assert_eq!(autumn, ["15:00", "18:00", "21:00", "00:00", "03:00", "06:00", "09:00", "12:00"]);
    let spring = labels("Europe/Riga", Range::Day, 1_774_778_400); // 2026-03-29 10:00 UTC
    assert_eq!(spring, ["15:00", "18:00", "21:00", "00:00", "06:00", "09:00", "12:00"]);
    let week = labels("Europe/Riga", Range::Week, 1_793_008_800); // 2026-10-26 10:00 UTC
    assert_eq!(week, ["20 Oct", "21 Oct", "22 Oct", "23 Oct", "24 Oct", "25 Oct", "26 Oct"]);
}

#[test]
fn a_time_beyond_the_calendar_has_no_lines_and_no_panic() {
    let zone = TimeZone::UTC;
    let words = Words::in_language(Language::En);
    for now in [i64::MAX, i64::MIN, 0] {
        for bucket in [Span::from_minutes(10), Span::from_days(1)] {
            let frame = Frame::until(Timestamp::from_unix_micros(now), bucket, 200);
            let axis = Axis::new(&Pen { words, zone: &zone, with_day: false }, frame);
            assert!(axis.x(Timestamp::from_unix_micros(now)) <= 100.0);
        }
    }
}

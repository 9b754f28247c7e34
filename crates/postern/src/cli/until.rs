//! An end as a person types it: a length of time from now, or a date with or without time of day in the site's
//! zone.

use jiff::civil;
use jiff::tz::TimeZone;
use postern_text::key;

use super::exit::{Exit, Failure};
use super::talk::Talk;

/// RFC 3339 of what was typed; `None` when nothing was.
pub fn read(text: Option<&str>, talk: &Talk) -> Result<Option<String>, Failure> {
    let Some(text) = text else { return Ok(None) };
    match parse(text, now(), talk.zone(), Direction::Ahead) {
        Some(end) => Ok(Some(end.to_string())),
        None => {
            Err(Failure::new(Exit::Usage, talk.say(key::CLI_UNTIL_NOT_UNDERSTOOD, &[("text", text.into())])))
        }
    }
}

/// The same for a beginning: a length of time counts back from now.
pub fn read_since(text: Option<&str>, talk: &Talk) -> Result<Option<String>, Failure> {
    let Some(text) = text else { return Ok(None) };
    match parse(text, now(), talk.zone(), Direction::Back) {
        Some(beginning) => Ok(Some(beginning.to_string())),
        None => {
            Err(Failure::new(Exit::Usage, talk.say(key::CLI_SINCE_NOT_UNDERSTOOD, &[("text", text.into())])))
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "a person's 8h counts from the person's own clock")]
fn now() -> jiff::Timestamp {
    jiff::Timestamp::try_from(std::time::SystemTime::now()).unwrap_or(jiff::Timestamp::UNIX_EPOCH)
}

#[derive(Clone, Copy)]
enum Direction {
    Ahead,
    Back,
}

fn parse(text: &str, now: jiff::Timestamp, zone: &TimeZone, direction: Direction) -> Option<jiff::Timestamp> {
    if let Ok(instant) = text.parse::<jiff::Timestamp>() {
        return Some(instant);
    }
    if let Ok(local) = text.parse::<civil::DateTime>() {
        return zone.to_ambiguous_timestamp(local).compatible().ok();
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, unit) = text.split_at(digits);
    let unit_s = match unit {
        "min" => 60,
        "h" => 3_600,
        "d" => 86_400,
        _ => return None,
    };
    let length = jiff::SignedDuration::from_secs(number.parse::<i64>().ok()?.checked_mul(unit_s)?);
    match direction {
        Direction::Ahead => now.checked_add(length).ok(),
        Direction::Back => now.checked_sub(length).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        let now: jiff::Timestamp = "2026-11-24T03:00:00Z".parse().expect("a time");
        let zone = TimeZone::get("Europe/Stockholm").expect("the zone database has Stockholm");
        let found = parse(text, now, &zone, Direction::Ahead).map(|end| end.to_string());
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn a_length_of_time_counts_from_now() {
        check("90min", Some("2026-11-24T04:30:00Z"));
        check("8h", Some("2026-11-24T11:00:00Z"));
        check("3d", Some("2026-11-27T03:00:00Z"));
    }

    #[test]
    fn a_beginning_counts_back_from_now() {
        let now: jiff::Timestamp = "2026-11-24T03:00:00Z".parse().expect("a time");
        let found = parse("3d", now, &TimeZone::UTC, Direction::Back).map(|beginning| beginning.to_string());
        assert_eq!(found.as_deref(), Some("2026-11-21T03:00:00Z"));
    }

    #[test]
    fn a_date_is_of_the_sites_zone_unless_it_names_another() {
        check("2026-11-24T18:00", Some("2026-11-24T17:00:00Z"));
        check("2026-11-25", Some("2026-11-24T23:00:00Z"));
        check("2026-11-24T18:00:00+02:00", Some("2026-11-24T16:00:00Z"));
    }

    #[test]
    fn what_is_no_time_is_not_guessed() {
        for text in [
            "",
            "8",
            "h",
            "8 h",
            "-8h",
            "8hours",
            "tomorrow",
            "99999999999999999999d",
            "9223372036854775807d",
        ] {
            check(text, None);
        }
    }
}

//! The values of a policy in words: what each is called, what it does, in what unit, and beside which others it stands.
//! Bounds and defaults are core's.

mod table;

use postern_core::policy::PolicyError;
use postern_core::time::{Span, Timestamp};

use crate::words::{Arg, Key, Words};

use crate::{TimeZone, format, key};

pub use table::POLICY_VALUES;

/// Values that are changed together, in the order of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PolicyGroup {
    /// When an account's sign-in locks.
    Locks,
    /// When a source is blocked.
    Sources,
    /// Many accounts tried at once.
    Spray,
    /// When sending is slowed and restricted.
    Sending,
    /// The same of accounts that are watched or not known yet.
    Watched,
    /// What the score of compromise does.
    Score,
    /// How many restrictions at once are too many.
    Guard,
    /// How long things are kept.
    History,
    /// What a password must be.
    Password,
    /// Where the rules only report.
    Observe,
}

impl PolicyGroup {
    /// Every group.
    pub const ALL: [PolicyGroup; 10] = [
        PolicyGroup::Locks,
        PolicyGroup::Sources,
        PolicyGroup::Spray,
        PolicyGroup::Password,
        PolicyGroup::Sending,
        PolicyGroup::Watched,
        PolicyGroup::Score,
        PolicyGroup::Guard,
        PolicyGroup::History,
        PolicyGroup::Observe,
    ];

    /// Its name in an address.
    pub const fn code(self) -> &'static str {
        match self {
            PolicyGroup::Locks => "locks",
            PolicyGroup::Sources => "sources",
            PolicyGroup::Spray => "spray",
            PolicyGroup::Sending => "sending",
            PolicyGroup::Watched => "watched",
            PolicyGroup::Score => "score",
            PolicyGroup::Guard => "guard",
            PolicyGroup::History => "history",
            PolicyGroup::Password => "password",
            PolicyGroup::Observe => "observe",
        }
    }

    /// The group of this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.code() == code)
    }

    /// What it is called.
    pub const fn name(self) -> Key {
        match self {
            PolicyGroup::Locks => key::POLICY_GROUP_LOCKS,
            PolicyGroup::Sources => key::POLICY_GROUP_SOURCES,
            PolicyGroup::Spray => key::POLICY_GROUP_SPRAY,
            PolicyGroup::Sending => key::POLICY_GROUP_SENDING,
            PolicyGroup::Watched => key::POLICY_GROUP_WATCHED,
            PolicyGroup::Score => key::POLICY_GROUP_SCORE,
            PolicyGroup::Guard => key::POLICY_GROUP_GUARD,
            PolicyGroup::History => key::POLICY_GROUP_HISTORY,
            PolicyGroup::Password => key::POLICY_GROUP_PASSWORD,
            PolicyGroup::Observe => key::POLICY_GROUP_OBSERVE,
        }
    }

    /// Its values.
    pub fn values(self) -> impl Iterator<Item = &'static PolicyValueWords> {
        POLICY_VALUES.iter().filter(move |value| value.group == self)
    }
}

/// What a value counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyUnit {
    /// 1 is on, 0 is off.
    Switch,
    /// Things.
    Count,
    /// Points of a score.
    Points,
    /// A length of time in seconds.
    Seconds,
    /// A length of time in milliseconds.
    Milliseconds,
    /// Days.
    Days,
    /// Percent.
    Percent,
    /// Multiples.
    Times,
    /// A point in time, seconds since 1970; 0 is none.
    Moment,
}

impl PolicyUnit {
    /// What stands beside the name of a value that is typed in, where the number alone does not say it.
    pub const fn typed_in(self) -> Option<Key> {
        match self {
            PolicyUnit::Seconds => Some(key::POLICY_UNIT_SECONDS),
            PolicyUnit::Milliseconds => Some(key::POLICY_UNIT_MILLISECONDS),
            PolicyUnit::Days => Some(key::POLICY_UNIT_DAYS),
            PolicyUnit::Percent => Some(key::POLICY_UNIT_PERCENT),
            PolicyUnit::Switch
            | PolicyUnit::Count
            | PolicyUnit::Points
            | PolicyUnit::Times
            | PolicyUnit::Moment => None,
        }
    }
}

/// The words of one value.
#[derive(Clone, Copy, Debug)]
pub struct PolicyValueWords {
    /// Its name in the policy, as in `sign_in.first_lock_s`.
    pub code: &'static str,
    /// Beside which others it stands.
    pub group: PolicyGroup,
    /// What it counts.
    pub unit: PolicyUnit,
    /// What it is called.
    pub name: Key,
    /// What it does.
    pub what: Key,
}

/// The words of the value of this name.
pub fn words_of(code: &str) -> Option<&'static PolicyValueWords> {
    POLICY_VALUES.iter().find(|value| value.code == code)
}

impl Words {
    /// What a value is called; its own name where it is none of ours.
    pub fn policy_value(&self, code: &str) -> String {
        words_of(code).map_or_else(|| code.to_owned(), |value| self.say(value.name, &[]))
    }

    /// A value with its unit, as in `1 h`, `25%` or `On`; a point in time in that zone.
    pub fn policy_amount(&self, unit: PolicyUnit, value: u64, zone: &TimeZone) -> String {
        let seconds = |value: u64| i64::try_from(value).unwrap_or(i64::MAX);
        match unit {
            PolicyUnit::Switch => self.say(if value == 0 { key::POLICY_OFF } else { key::POLICY_ON }, &[]),
            PolicyUnit::Count | PolicyUnit::Points => format::number(self.language(), value),
            PolicyUnit::Percent => self.say(key::POLICY_PERCENT, &[("number", value.into())]),
            PolicyUnit::Times => self.say(key::POLICY_TIMES, &[("number", value.into())]),
            PolicyUnit::Seconds | PolicyUnit::Milliseconds if value == 0 => {
                format!("0{}s", format::NO_BREAK_SPACE)
            }
            PolicyUnit::Days if value == 0 => format!("0{}d", format::NO_BREAK_SPACE),
            PolicyUnit::Days => format::span(self.language(), Span::from_days(seconds(value))),
            PolicyUnit::Seconds => format::span(self.language(), Span::from_s(seconds(value))),
            PolicyUnit::Milliseconds => {
                format::span(self.language(), Span::from_micros(seconds(value).saturating_mul(1_000)))
            }
            PolicyUnit::Moment if value == 0 => self.say(key::POLICY_OFF, &[]),
            PolicyUnit::Moment => {
                format::date_and_time(self.language(), Timestamp::from_unix_s(seconds(value)), zone)
            }
        }
    }

    /// Why a value is refused, with the names and units that a page shows.
    pub fn policy_refusal(&self, error: &PolicyError, zone: &TimeZone) -> String {
        match error {
            PolicyError::UnknownName { name } => self.say(key::POLICY_UNKNOWN_NAME, &[("name", name.into())]),
            PolicyError::NotANumber { name, given } => {
                let name = self.policy_value(name);
                self.say(key::POLICY_NOT_A_NUMBER, &[("name", (&name).into()), ("given", given.into())])
            }
            PolicyError::OutOfBounds { name, given, min, max } => {
                let unit = words_of(name).map_or(PolicyUnit::Count, |value| value.unit);
                let amount = |value: u64| self.policy_amount(unit, value, zone);
                let (name, given, min, max) =
                    (self.policy_value(name), amount(*given), amount(*min), amount(*max));
                let arguments: [(&'static str, Arg<'_>); 4] = [
                    ("name", (&name).into()),
                    ("given", (&given).into()),
                    ("min", (&min).into()),
                    ("max", (&max).into()),
                ];
                self.say(key::POLICY_OUT_OF_RANGE, &arguments)
            }
            PolicyError::Contradiction { lower, upper, conflict } => {
                let quoted = |code: &str| {
                    let name = self.policy_value(code);
                    self.say(key::POLICY_QUOTED, &[("name", (&name).into())])
                };
                self.contradiction(&quoted(lower), &quoted(upper), *conflict)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use postern_core::account::Language;
    use postern_core::policy::{Conflict, Policies};

    use super::*;

    #[test]
    fn every_value_has_words_once_and_no_words_are_of_another() {
        for described in Policies::descriptions() {
            let found = POLICY_VALUES.iter().filter(|value| value.code == described.name).count();
            assert_eq!(found, 1, "{}", described.name);
        }
        assert_eq!(POLICY_VALUES.len(), Policies::descriptions().count());
        let grouped: usize = PolicyGroup::ALL.iter().map(|group| group.values().count()).sum();
        assert_eq!(grouped, POLICY_VALUES.len());
    }

    #[test]
    fn the_unit_of_a_value_is_the_one_that_its_name_ends_with() {
        for value in POLICY_VALUES {
            let expected = match value.code.rsplit('_').next() {
                _ if value.code.ends_with("_unix_s") => PolicyUnit::Moment,
                Some("s") => PolicyUnit::Seconds,
                Some("ms") => PolicyUnit::Milliseconds,
                Some("percent") => PolicyUnit::Percent,
                Some("days") => PolicyUnit::Days,
                Some("rule" | "only") => PolicyUnit::Switch,
                Some(_) | None => continue,
            };
            assert_eq!(value.unit, expected, "{}", value.code);
        }
    }

    #[test]
    fn a_value_reads_with_its_unit_in_the_readers_language() {
        let (english, latvian) = (Words::in_language(Language::En), Words::in_language(Language::Lv));
        let amount = |words: &Words, unit, value| words.policy_amount(unit, value, &TimeZone::UTC);
        for (unit, value, in_english, in_latvian) in [
            (PolicyUnit::Switch, 1, "On", "Ieslēgts"),
            (PolicyUnit::Count, 12_000, "12,000", "12\u{a0}000"),
            (PolicyUnit::Seconds, 3_600, "1\u{a0}h", "1\u{a0}h"),
            (PolicyUnit::Seconds, 0, "0\u{a0}s", "0\u{a0}s"),
            (PolicyUnit::Milliseconds, 2_500, "2.5\u{a0}s", "2,5\u{a0}s"),
            (PolicyUnit::Days, 21, "21\u{a0}d", "21\u{a0}d"),
            (PolicyUnit::Percent, 5, "5%", "5\u{a0}%"),
            (PolicyUnit::Moment, 0, "Off", "Izslēgts"),
            (PolicyUnit::Moment, 1_772_442_000, "2\u{a0}March 2026 at 09:00", "2.03.2026.\u{a0}09:00"),
        ] {
            assert_eq!(amount(english, unit, value), in_english);
            assert_eq!(amount(latvian, unit, value), in_latvian);
        }
    }

    #[test]
    fn a_refusal_names_the_value_as_the_page_does() {
        let words = Words::in_language(Language::En);
        let said = |error: &PolicyError| words.policy_refusal(error, &TimeZone::UTC);
        let name = "sign_in.first_lock_s".to_owned();
        assert_eq!(
            said(&PolicyError::OutOfBounds { name: name.clone(), given: 7_200, min: 15, max: 3_600 }),
            "“First lock” can be 15\u{a0}s to 1\u{a0}h. Given: 2\u{a0}h"
        );
        assert_eq!(
            said(&PolicyError::NotANumber { name, given: "long".to_owned() }),
            "“First lock” takes a whole number. Given: “long”"
        );
        let contradiction = PolicyError::Contradiction {
            lower: "sign_in.first_lock_s",
            upper: "sign_in.familiar_lock_max_s",
            conflict: Conflict::FirstLockAboveLongest,
        };
        assert_eq!(
            said(&contradiction),
            "“First lock” must not be above “Longest lock for familiar sources”. The first lock would be longer than the longest one."
        );
    }
}

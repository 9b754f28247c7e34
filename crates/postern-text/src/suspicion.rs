//! The suspicion score in sentences, and what would have made the difference to a restriction. Knows no layout: each
//! method returns one sentence.

use jiff::tz::TimeZone;
use postern_core::compromise::{Level, Otherwise};
use postern_core::time::Timestamp;

use crate::key;
use crate::words::{Arg, Words};

impl Words {
    /// A score, 0 to 100, and what it does.
    pub fn score(&self, score: u8, level: Level) -> String {
        let key = match level {
            Level::None => key::SCORE_NONE,
            Level::Alert => key::SCORE_ALERT,
            Level::Slow => key::SCORE_SLOW,
            Level::UntilNextDay => key::SCORE_UNTIL_NEXT_DAY,
            Level::UntilReleased => key::SCORE_UNTIL_RELEASED,
        };
        self.say(key, &[("score", u64::from(score).into())])
    }

    /// When a level ends if nothing more is seen.
    pub fn score_falls(&self, when: Timestamp, zone: &TimeZone) -> String {
        self.say(key::SCORE_FALLS, &[("when", Arg::Time(when, zone))])
    }

    /// The line below an observation that still counts: when, its points then and now.
    pub fn score_signal(&self, when: Timestamp, points: u8, now: u8, zone: &TimeZone) -> String {
        let points = Arg::Number(u64::from(points));
        let arguments =
            [("when", Arg::Time(when, zone)), ("points", points), ("now", Arg::Number(u64::from(now)))];
        self.say(key::SCORE_SIGNAL, &arguments)
    }

    /// One thing that alone would have made the difference.
    pub fn otherwise(&self, otherwise: &Otherwise) -> String {
        match otherwise {
            Otherwise::WiderPolicy => self.say(key::OTHERWISE_WIDER_POLICY, &[]),
            Otherwise::KnownPlace => self.say(key::OTHERWISE_KNOWN_PLACE, &[]),
            Otherwise::Without(evidence) => {
                let evidence = self.evidence(evidence);
                self.say(key::OTHERWISE_WITHOUT, &[("evidence", (&evidence).into())])
            }
            Otherwise::EndsByItself => self.say(key::OTHERWISE_ENDS_BY_ITSELF, &[]),
        }
    }
}

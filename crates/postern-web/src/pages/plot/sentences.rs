//! Findings in words: a total match, so that a finding without a sentence does not compile.

use postern_engine::queries::Range;
use postern_text::{Arg, key};

use super::finding::Finding;
use super::{Pen, escaped};

impl Pen<'_> {
    /// A heading, escaped. Findings that are no heading are said as sentences.
    pub(super) fn heading(&self, finding: Finding) -> String {
        let text = |at| self.moment(at);
        match finding {
            Finding::Nothing(Range::Day) => self.label(key::PLOTS_TITLE_NOTHING_DAY),
            Finding::Nothing(Range::Week) => self.label(key::PLOTS_TITLE_NOTHING_WEEK),
            Finding::Nothing(Range::Month) => self.label(key::PLOTS_TITLE_NOTHING_MONTH),
            Finding::Quiet => self.label(key::PLOTS_TITLE_QUIET),
            Finding::Restricted(at) => self.say(key::PLOTS_TITLE_RESTRICTED, &[("at", (&text(at)).into())]),
            Finding::Guessed(at) => self.say(key::PLOTS_TITLE_GUESSED, &[("at", (&text(at)).into())]),
            Finding::Strange(at) => self.say(key::PLOTS_TITLE_STRANGE, &[("at", (&text(at)).into())]),
            Finding::Locked(count) => self.say(key::PLOTS_TITLE_LOCKED, &[("count", count.into())]),
            Finding::Other(kind) => escaped(&self.words.restriction_kind(kind)),
            Finding::NothingOnSite
            | Finding::NoneFailed
            | Finding::SomeFailed(_)
            | Finding::AllFailed(_)
            | Finding::OneWave(..)
            | Finding::Waves(..)
            | Finding::LastStrange(_)
            | Finding::NoMail
            | Finding::Mail(_)
            | Finding::MailNovel(..)
            | Finding::Rose(..)
            | Finding::Refused(_)
            | Finding::NoneRestricted
            | Finding::RulesRestricted(..) => self.sentence(finding),
        }
    }

    /// A sentence, escaped.
    pub(super) fn sentence(&self, finding: Finding) -> String {
        let text = |at| self.moment(at);
        let counted = |key, count: u64| self.say(key, &[("count", Arg::Number(count))]);
        match finding {
            Finding::NothingOnSite => self.label(key::PLOTS_NOTHING_SITE),
            Finding::NoneFailed => self.label(key::PLOTS_NONE_FAILED),
            Finding::SomeFailed(count) => counted(key::PLOTS_SOME_FAILED, count),
            Finding::AllFailed(count) => counted(key::PLOTS_ALL_FAILED, count),
            Finding::OneWave(from, until) => {
                let (from, until) = (text(from), text(until));
                self.say(key::PLOTS_ONE_WAVE, &[("from", (&from).into()), ("until", (&until).into())])
            }
            Finding::Waves(count, from) => {
                self.say(key::PLOTS_WAVES, &[("count", count.into()), ("from", (&text(from)).into())])
            }
            Finding::LastStrange(at) => self.say(key::PLOTS_STRANGE, &[("at", (&text(at)).into())]),
            Finding::NoMail => self.label(key::PLOTS_NO_MAIL),
            Finding::Mail(count) => counted(key::PLOTS_MAIL, count),
            Finding::MailNovel(count, novel) => {
                let novel = self.number(novel);
                self.say(key::PLOTS_MAIL_NOVEL, &[("count", count.into()), ("novel", (&novel).into())])
            }
            Finding::Rose(from, at) => {
                self.say(key::PLOTS_ROSE, &[("from", (&text(from)).into()), ("at", (&text(at)).into())])
            }
            Finding::Refused(count) => counted(key::PLOTS_REFUSED, count),
            Finding::NoneRestricted => self.label(key::PLOTS_NONE_RESTRICTED),
            Finding::RulesRestricted(count, at) => {
                self.say(key::PLOTS_RULES_RESTRICTED, &[("count", count.into()), ("at", (&text(at)).into())])
            }
            Finding::Nothing(_)
            | Finding::Quiet
            | Finding::Restricted(_)
            | Finding::Guessed(_)
            | Finding::Strange(_)
            | Finding::Other(_)
            | Finding::Locked(_) => self.heading(finding),
        }
    }

    /// Sentences, one behind the other.
    pub(super) fn sentences(&self, findings: &[Finding]) -> String {
        findings.iter().map(|finding| self.sentence(*finding)).collect::<Vec<_>>().join(" ")
    }
}

//! What the failures of an account are, in sentences. Knows no list and no table.

use jiff::tz::TimeZone;
use postern_core::sign_in::failures::{FailureGroup, FailureKind};

use crate::key;
use crate::words::{Arg, Words};

impl Words {
    /// What failures that were put together are; `None` for a few slips, which are not worth a sentence.
    pub fn failure_group(&self, group: &FailureGroup, zone: &TimeZone) -> Option<String> {
        let since = ("since", Arg::Time(group.since, zone));
        match group.kind {
            FailureKind::StaleDevice => {
                let key = if group.has_former_password {
                    key::FAILURES_DEVICE_FORMER
                } else {
                    key::FAILURES_DEVICE_REPEATS
                };
                let device = device(group);
                Some(self.say(key, &[("device", (&device).into()), ("count", group.attempts.into()), since]))
            }
            FailureKind::Attack => {
                let until = ("until", Arg::Time(group.until, zone));
                let (count, sources) = (("count", group.passwords.into()), ("sources", group.sources.into()));
                Some(self.say(key::FAILURES_ATTACK, &[count, sources, since, until]))
            }
            FailureKind::Mistyped => None,
        }
    }
}

/// `iOS Mail, IMAP, 203.0.113.9`, or what of it is known.
fn device(group: &FailureGroup) -> String {
    let source = group.source.map(|source| source.to_string()).unwrap_or_default();
    let parts = [group.client.as_str(), &group.protocol.to_uppercase(), source.trim_end_matches("/32")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

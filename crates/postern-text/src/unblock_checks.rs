//! What should be so before sending is opened again, and whether it is.

use postern_core::unblock_check::{CheckOutcome, UnblockCheck};

use crate::key;
use crate::words::Words;

impl Words {
    /// What a look came to, as a label.
    pub fn unblock_check(&self, check: UnblockCheck, outcome: CheckOutcome) -> String {
        let (passed, failed, unknown) = match check {
            UnblockCheck::Password => (
                key::UNBLOCK_CHECK_PASSWORD_YES,
                key::UNBLOCK_CHECK_PASSWORD_NO,
                key::UNBLOCK_CHECK_PASSWORD_ELSEWHERE,
            ),
            UnblockCheck::Sessions => (
                key::UNBLOCK_CHECK_SESSIONS_YES,
                key::UNBLOCK_CHECK_SESSIONS_NO,
                key::UNBLOCK_CHECK_SESSIONS_UNREAD,
            ),
            UnblockCheck::Rules => {
                (key::UNBLOCK_CHECK_RULES_YES, key::UNBLOCK_CHECK_RULES_NO, key::UNBLOCK_CHECK_RULES_UNREAD)
            }
            UnblockCheck::Queue => {
                (key::UNBLOCK_CHECK_QUEUE_YES, key::UNBLOCK_CHECK_QUEUE_NO, key::UNBLOCK_CHECK_QUEUE_UNREAD)
            }
            // Both are ours, so they can always be told.
            UnblockCheck::Suspicion => {
                let no = key::UNBLOCK_CHECK_SUSPICION_NO;
                (key::UNBLOCK_CHECK_SUSPICION_YES, no, no)
            }
            UnblockCheck::WaysBack => {
                let no = key::UNBLOCK_CHECK_WAYS_BACK_NO;
                (key::UNBLOCK_CHECK_WAYS_BACK_YES, no, no)
            }
        };
        match outcome {
            CheckOutcome::Passed => self.say(passed, &[]),
            CheckOutcome::Failed { count } => match check {
                UnblockCheck::Password | UnblockCheck::WaysBack => self.say(failed, &[]),
                UnblockCheck::Suspicion => self.say(failed, &[("score", count.into())]),
                UnblockCheck::Sessions | UnblockCheck::Rules | UnblockCheck::Queue => {
                    self.say(failed, &[("count", count.into())])
                }
            },
            CheckOutcome::Unknown if check == UnblockCheck::Suspicion => {
                self.say(unknown, &[("score", 0_u32.into())])
            }
            CheckOutcome::Unknown => self.say(unknown, &[]),
        }
    }
}

#[cfg(test)]
mod tests {
    use postern_core::account::Language;

    use super::*;

    #[test]
    fn every_check_is_said_in_every_language_whatever_came_of_it() {
        for &language in Language::ALL {
            let words = Words::in_language(language);
            for &check in UnblockCheck::ALL {
                let outcomes =
                    [CheckOutcome::Passed, CheckOutcome::Failed { count: 7 }, CheckOutcome::Unknown];
                for outcome in outcomes {
                    assert!(
                        words.unblock_check(check, outcome).chars().count() > 10,
                        "{check:?} {outcome:?}"
                    );
                }
            }
        }
    }
}

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
            CheckOutcome::Failed { count } => {
                let name = if check == UnblockCheck::Suspicion { "score" } else { "count" };
                self.say(failed, &[(name, count.into())])
            }
            CheckOutcome::Unknown => self.say(unknown, &[]),
        }
    }
}

//! Contain in words: what each of its steps would do to an account.

use postern_core::containment::{ContainStep, Outlook};

use crate::key;
use crate::words::Words;

impl Words {
    /// What a step would do now, with what of it is for good.
    pub fn contain_step(&self, step: ContainStep, outlook: Outlook) -> String {
        let (key, count) = match (step, outlook) {
            (ContainStep::Sending, Outlook::Will { .. }) => (key::CONTAIN_SENDING, None),
            (ContainStep::Sending, Outlook::Already | Outlook::OutOfReach) => {
                (key::CONTAIN_SENDING_ALREADY, None)
            }
            (ContainStep::SignIn, Outlook::Will { .. }) => (key::CONTAIN_SIGN_IN, None),
            (ContainStep::SignIn, Outlook::Already | Outlook::OutOfReach) => {
                (key::CONTAIN_SIGN_IN_ALREADY, None)
            }
            (ContainStep::Password, Outlook::Will { .. }) => (key::CONTAIN_PASSWORD, None),
            (ContainStep::Password, Outlook::Already) => (key::CONTAIN_PASSWORD_ALREADY, None),
            (ContainStep::Password, Outlook::OutOfReach) => (key::CONTAIN_PASSWORD_ELSEWHERE, None),
            (ContainStep::AppPasswords, Outlook::Will { count }) => {
                (key::CONTAIN_APP_PASSWORDS, Some(count.unwrap_or(0)))
            }
            (ContainStep::AppPasswords, Outlook::Already | Outlook::OutOfReach) => {
                (key::CONTAIN_APP_PASSWORDS_NONE, None)
            }
            (ContainStep::Sessions, Outlook::Will { count: Some(count) }) => {
                (key::CONTAIN_SESSIONS, Some(count))
            }
            (ContainStep::Sessions, Outlook::Will { count: None } | Outlook::Already) => {
                (key::CONTAIN_SESSIONS_UNCOUNTED, None)
            }
            (ContainStep::Sessions, Outlook::OutOfReach) => (key::CONTAIN_SESSIONS_OWN, None),
            (ContainStep::Queue, Outlook::Will { count: Some(count) }) => (key::CONTAIN_QUEUE, Some(count)),
            (ContainStep::Queue, Outlook::Will { count: None } | Outlook::Already) => {
                (key::CONTAIN_QUEUE_UNCOUNTED, None)
            }
            (ContainStep::Queue, Outlook::OutOfReach) => (key::CONTAIN_QUEUE_AWAY, None),
        };
        match count {
            Some(count) => self.say(key, &[("count", u64::from(count).into())]),
            None => self.say(key, &[]),
        }
    }
}

//! Requests for help: an owner who gets no further by self-service asks the help desk, and somebody there answers (checklist
//! D16, E18).
//!
//! Whoever asks may be anybody who knows a name, so a request opens nothing: it is a line that a person reads. Knows neither who
//! is told nor how often one source may ask.

use std::net::IpAddr;

use crate::account::{AccountFacts, codes};
use crate::event::Event;
use crate::ids::{AccountId, HelpRequestId};
use crate::refusal::Refusal;
use crate::restriction::Actor;
use crate::time::{Span, Timestamp};

/// Longest message with a request, characters: who can be reached how, and what does not work.
pub const HELP_MESSAGE_CHARS_MAX: usize = 500;
/// Most open requests of one account: one of whoever asks from outside, one for each door of an owner who has proved it.
pub const HELP_OPEN_OF_ACCOUNT_MAX: usize = 4;
/// Most open requests of all accounts that nobody has proved: more than a help desk answers in a day, and no more than about
/// half a megabyte for whoever floods it.
pub const HELP_OPEN_UNPROVED_MAX: usize = 500;
/// Requests from one source within an hour: more than a person asks, and what a flood of one address is held to.
pub const HELP_OF_SOURCE: u32 = 5;
/// Most mails about requests within an hour: beyond it they wait on the overview, and nobody's mailbox is flooded.
pub const HELP_MAILS_PER_HOUR_MAX: usize = 20;
/// How long an answered request is kept: as long as somebody asks what became of it.
pub const HELP_KEPT: Span = Span::from_days(30);

/// What somebody cannot do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HelpTopic {
    /// Sign in.
    SignIn,
    /// Send mail.
    Sending,
    /// Something looks wrong: somebody else may be in the account.
    Suspicious,
}

codes!(HelpTopic {
    HelpTopic::SignIn => "sign_in",
    HelpTopic::Sending => "sending",
    HelpTopic::Suspicious => "suspicious",
});

/// A request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpRequest {
    /// Its id.
    pub id: HelpRequestId,
    /// About which account.
    pub account: AccountId,
    /// What does not work.
    pub topic: HelpTopic,
    /// In the words of whoever asks, at most [`HELP_MESSAGE_CHARS_MAX`] characters on one line or several; may be empty.
    pub message: String,
    /// Where it came from.
    pub source: Option<IpAddr>,
    /// Whoever asks has proved to be the owner, by a code or by signing in.
    pub is_proved: bool,
    /// When.
    pub asked: Timestamp,
    /// What came of it; `None` while it is open.
    pub answered: Option<HelpAnswer>,
}

/// What came of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpAnswer {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: Actor,
    /// What was done, in that person's words.
    pub note: String,
}

/// What happened to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpEvent {
    /// Somebody asked.
    Asked(HelpRequest),
    /// Somebody answered.
    Answered {
        /// Whose account it is about.
        account: AccountId,
        /// Which.
        request: HelpRequestId,
    },
}

impl HelpEvent {
    /// Whose account it is about.
    pub const fn account(&self) -> AccountId {
        match self {
            HelpEvent::Asked(request) => request.account,
            HelpEvent::Answered { account, .. } => *account,
        }
    }
}

/// Why a request is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpRefusal {
    /// There is no such request about this account.
    NoSuchRequest,
    /// Somebody has answered it already.
    AlreadyAnswered,
}

/// Whether one more request is kept beside those that are open about the same account: not a second one of the same, and
/// whoever has proved nothing has one.
pub fn is_kept_beside(open: &[HelpRequest], topic: HelpTopic, is_proved: bool) -> bool {
    open.len() < HELP_OPEN_OF_ACCOUNT_MAX
        && if is_proved {
            !open.iter().any(|one| one.is_proved && one.topic == topic)
        } else {
            open.iter().all(|one| one.is_proved)
        }
}

/// What somebody wrote, as it is kept: without control characters but for ends of lines, and cut where it is too long.
pub fn tidied(message: &str) -> String {
    let kept = message.chars().filter(|c| !c.is_control() || *c == '\n');
    let text: String = kept.take(HELP_MESSAGE_CHARS_MAX).collect();
    text.trim().to_owned()
}

/// Somebody answers.
pub(crate) fn answer(facts: &AccountFacts, request: &HelpRequest) -> Result<Vec<Event>, Refusal> {
    let account = facts.account.id;
    if request.account != account {
        return Err(Refusal::Help(HelpRefusal::NoSuchRequest));
    }
    if request.answered.is_some() {
        return Err(Refusal::Help(HelpRefusal::AlreadyAnswered));
    }
    Ok(vec![HelpEvent::Answered { account, request: request.id }.into()])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(number: u64, topic: HelpTopic, is_proved: bool) -> HelpRequest {
        HelpRequest {
            id: HelpRequestId::from_random(number),
            account: AccountId::from_random(1),
            topic,
            message: String::new(),
            source: None,
            is_proved,
            asked: Timestamp::default(),
            answered: None,
        }
    }

    #[test]
    fn strangers_have_one_request_about_an_account_and_the_owner_one_for_each_thing_beside_it() {
        assert!(is_kept_beside(&[], HelpTopic::SignIn, false));
        let stranger = request(1, HelpTopic::SignIn, false);
        let mut open = vec![stranger];
        assert!(!is_kept_beside(&open, HelpTopic::Sending, false), "whatever the stranger says it is about");
        for (number, topic) in [(2, HelpTopic::SignIn), (3, HelpTopic::Sending), (4, HelpTopic::Suspicious)] {
            assert!(is_kept_beside(&open, topic, true), "{topic:?}");
            open.push(request(number, topic, true));
            assert!(!is_kept_beside(&open, topic, true), "{topic:?} twice");
        }
        assert_eq!(open.len(), HELP_OPEN_OF_ACCOUNT_MAX);
    }

    #[test]
    fn a_message_is_cut_at_its_limit_and_has_no_control_characters() {
        assert_eq!(tidied(" call 12 34\r\n\u{1b}[31mnow\0 "), "call 12 34\n[31mnow");
        let long = "å".repeat(HELP_MESSAGE_CHARS_MAX + 1);
        assert_eq!(tidied(&long).chars().count(), HELP_MESSAGE_CHARS_MAX);
        assert_eq!(tidied(&long[..2 * HELP_MESSAGE_CHARS_MAX]).chars().count(), HELP_MESSAGE_CHARS_MAX);
    }
}

//! Why nothing is done about an alternate address, in a sentence that says what to do.

use postern_core::alternate::{ALTERNATES_MAX, AlternateRefusal, RECOVERY_MAILS_PER_HOUR_MAX};

use crate::key;
use crate::words::Words;

impl Words {
    pub(crate) fn alternate_refusal(&self, refusal: &AlternateRefusal) -> String {
        let key = match refusal {
            AlternateRefusal::Untold { problem } => {
                return self.say(key::REFUSAL_ALTERNATE_UNTOLD, &[("problem", problem.into())]);
            }
            AlternateRefusal::TooMany => {
                return self.say(key::REFUSAL_ALTERNATE_TOO_MANY, &[("limit", ALTERNATES_MAX.into())]);
            }
            AlternateRefusal::TooManyMails => {
                let limit = [("limit", RECOVERY_MAILS_PER_HOUR_MAX.into())];
                return self.say(key::REFUSAL_ALTERNATE_TOO_MANY_MAILS, &limit);
            }
            AlternateRefusal::NotAnAddress => key::REFUSAL_ALTERNATE_NOT_AN_ADDRESS,
            AlternateRefusal::Itself => key::REFUSAL_ALTERNATE_ITSELF,
            AlternateRefusal::LeadsIn => key::REFUSAL_ALTERNATE_LEADS_IN,
            AlternateRefusal::LeadsOut => key::REFUSAL_ALTERNATE_LEADS_OUT,
            AlternateRefusal::Contained => key::REFUSAL_ALTERNATE_CONTAINED,
            AlternateRefusal::AlreadyThere => key::REFUSAL_ALTERNATE_ALREADY_THERE,
            AlternateRefusal::NoSuchAddress => key::REFUSAL_ALTERNATE_NO_SUCH_ADDRESS,
            AlternateRefusal::AlreadyVerified => key::REFUSAL_ALTERNATE_ALREADY_VERIFIED,
            AlternateRefusal::NotVerified => key::REFUSAL_ALTERNATE_NOT_VERIFIED,
            AlternateRefusal::VerifiedTooLate => key::REFUSAL_ALTERNATE_VERIFIED_TOO_LATE,
            AlternateRefusal::NoMail => key::REFUSAL_ALTERNATE_NO_MAIL,
            AlternateRefusal::SignInBlocked => key::REFUSAL_ALTERNATE_SIGN_IN_BLOCKED,
            AlternateRefusal::LinkVoid => key::REFUSAL_ALTERNATE_LINK_VOID,
        };
        self.say(key, &[])
    }
}

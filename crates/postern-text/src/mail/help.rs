//! The mail that tells the help desk that an owner asks for help. Whoever wrote the message may be anybody, so it stands on
//! one line of its own and the first step is to check who it is.

use postern_core::help_request::HelpTopic;
use postern_core::ids::HelpRequestId;
use postern_core::time::Timestamp;

use super::{Body, Mail, TimeZone, shell_word, zone_name};
use crate::words::Words;
use crate::{Arg, key};

/// What the mail is made of.
#[derive(Clone, Debug)]
pub struct HelpAsked<'a> {
    /// Which request.
    pub request: HelpRequestId,
    /// The account's address.
    pub account: &'a str,
    /// Its display name; may be empty.
    pub display_name: &'a str,
    /// What it is about.
    pub topic: HelpTopic,
    /// What was written; may be empty.
    pub message: &'a str,
    /// Where it came from.
    pub source: Option<&'a str>,
    /// Whoever asks has proved to be the owner.
    pub is_proved: bool,
    /// When.
    pub asked: Timestamp,
    /// Where requests are answered, where there are pages.
    pub url: Option<&'a str>,
    /// In which all times are shown.
    pub zone: &'a TimeZone,
}

impl Words {
    /// What a request for help is about.
    pub fn help_topic(&self, topic: HelpTopic) -> String {
        let key = match topic {
            HelpTopic::SignIn => key::HELP_TOPIC_SIGN_IN,
            HelpTopic::Sending => key::HELP_TOPIC_SENDING,
            HelpTopic::Suspicious => key::HELP_TOPIC_SUSPICIOUS,
        };
        self.say(key, &[])
    }

    /// Whether whoever asks is known to be the owner.
    pub fn help_asker(&self, is_proved: bool) -> String {
        self.say(if is_proved { key::HELP_REQUESTS_PROVED } else { key::HELP_REQUESTS_UNPROVED }, &[])
    }

    /// Tells the help desk that somebody asks.
    pub fn help_asked_mail(&self, about: &HelpAsked<'_>) -> Mail {
        let mut body = Body { words: self, text: String::new() };
        body.line(key::MAIL_HELP_FIRST_LINE, &[("when", Arg::Time(about.asked, about.zone))]);
        body.blank();
        body.account(about.account, about.display_name);
        body.line(key::MAIL_HELP_TOPIC, &[("topic", (&self.help_topic(about.topic)).into())]);
        body.sentence(&self.help_asker(about.is_proved));
        if let Some(source) = about.source {
            body.line(key::MAIL_HELP_SOURCE, &[("source", source.into())]);
        }
        // On one line, so that nobody's message looks like a sentence of this mail.
        let message = about.message.split_whitespace().collect::<Vec<_>>().join(" ");
        if !message.is_empty() {
            body.line(key::MAIL_HELP_MESSAGE, &[("message", (&message).into())]);
        }
        body.blank();
        body.line(key::MAIL_RESTRICTED_WHAT_TO_DO, &[]);
        body.line(key::MAIL_HELP_STEP_CHECK, &[]);
        body.line(key::MAIL_HELP_STEP_LOOK, &[]);
        body.command(&format!("postern why {}", shell_word(about.account)));
        body.line(key::MAIL_HELP_STEP_ANSWER, &[]);
        if let Some(url) = about.url {
            body.command(url);
        }
        body.command(&format!("postern request answer --reason \"…\" {}", about.request));
        body.blank();
        body.line(key::MAIL_RESTRICTED_ZONE, &[("zone", (&zone_name(about.asked, about.zone)).into())]);
        let subject = self.say(key::MAIL_HELP_SUBJECT, &[("account", about.account.into())]);
        Mail { subject, body: body.text }
    }
}

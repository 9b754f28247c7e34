//! Mail to admins: subject and plain text. Knows nothing of addresses, relays or MIME, and draws no conclusion:
//! it says who, since when, why with numbers, until when, what was seen, and the exact commands to go on with.

mod help;

use jiff::tz::TimeZone;
use postern_core::compromise::CompromiseStanding;
use postern_core::event::EventKind;
use postern_core::mass_guard::MassGuardFacts;
use postern_core::name::AccountName;
use postern_core::restriction::{Evidence, Restriction, RestrictionKind};
use postern_core::sign_in::spray::SprayChange;
use postern_core::time::Timestamp;

use crate::words::{Arg, Key, Words};
use crate::{format, key};

pub use help::HelpAsked;

/// A mail in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// One line.
    pub subject: String,
    /// Plain text, lines ended by `\n`.
    pub body: String,
}

/// What the mail about a restriction of sending is made of.
#[derive(Clone, Copy, Debug)]
pub struct SendingRestricted<'a> {
    /// The account's primary address.
    pub account: &'a AccountName,
    /// The person's or mailbox's name; may be empty.
    pub display_name: &'a str,
    /// What began.
    pub restriction: &'a Restriction,
    /// In which all times are shown.
    pub zone: &'a TimeZone,
}

impl Words {
    /// Tells the admins that an account can't send mail.
    pub fn sending_restricted_mail(&self, about: &SendingRestricted<'_>) -> Mail {
        let account = about.account.as_str();
        let mut body = Body { words: self, text: String::new() };
        body.line(
            key::MAIL_RESTRICTED_FIRST_LINE,
            &[("when", Arg::Time(about.restriction.since, about.zone))],
        );
        body.blank();
        body.facts(about);
        body.blank();
        body.evidence(about);
        body.blank();
        body.line(key::MAIL_RESTRICTED_WHAT_TO_DO, &[]);
        let name = shell_word(account);
        body.line(key::MAIL_RESTRICTED_STEP_LOOK, &[]);
        body.command(&format!("postern why {name}"));
        body.line(key::MAIL_RESTRICTED_STEP_RESET, &[]);
        body.line(key::MAIL_RESTRICTED_STEP_UNBLOCK, &[]);
        body.command(&format!("postern restricted unblock --reason \"…\" {name}"));
        body.blank();
        body.line(
            key::MAIL_RESTRICTED_ZONE,
            &[("zone", (&zone_name(about.restriction.since, about.zone)).into())],
        );
        Mail {
            subject: self.say(key::MAIL_RESTRICTED_SUBJECT, &[("account", account.into())]),
            body: body.text,
        }
    }
}

impl Words {
    /// Tells the admins that many accounts are being tried, or that it is over. `is_observed` says that nothing was
    /// made stricter for it.
    pub fn spray_mail(&self, change: &SprayChange, is_observed: bool, zone: &TimeZone) -> Mail {
        let (facts, subject, first_line) = match change {
            SprayChange::Started(facts) => {
                (facts, key::MAIL_SPRAY_STARTED_SUBJECT, key::MAIL_SPRAY_STARTED_FIRST_LINE)
            }
            SprayChange::Ended(facts) => {
                (facts, key::MAIL_SPRAY_ENDED_SUBJECT, key::MAIL_SPRAY_ENDED_FIRST_LINE)
            }
        };
        let mut body = Body { words: self, text: String::new() };
        body.line(first_line, &[("since", Arg::Time(facts.since, zone))]);
        body.blank();
        body.line(key::MAIL_SPRAY_MOST, &[("count", facts.accounts_tried.into())]);
        body.line(key::MAIL_SPRAY_THRESHOLD, &[("count", facts.threshold.into())]);
        if is_observed {
            body.line(key::MAIL_SPRAY_OBSERVED, &[]);
        } else if matches!(change, SprayChange::Started(_)) {
            body.line(key::MAIL_SPRAY_MEANS, &[]);
        }
        body.blank();
        body.line(key::MAIL_SPRAY_LOOK, &[]);
        body.command("postern audit list");
        Mail { subject: self.say(subject, &[]), body: body.text }
    }
}

impl Words {
    /// Tells the admins that rules want to restrict more accounts at once than may be, so that they are asked.
    pub fn mass_guard_mail(&self, facts: &MassGuardFacts, zone: &TimeZone) -> Mail {
        let mut body = Body { words: self, text: String::new() };
        body.line(key::MAIL_GUARD_FIRST_LINE, &[("since", Arg::Time(facts.since, zone))]);
        body.blank();
        body.line(key::MAIL_GUARD_COUNTED, &[("count", facts.counted.into())]);
        body.line(key::MAIL_GUARD_LIMIT, &[("count", facts.limit.into())]);
        body.line(key::MAIL_GUARD_MEANS, &[]);
        body.blank();
        body.line(key::MAIL_RESTRICTED_WHAT_TO_DO, &[]);
        for (step, command) in [
            (key::MAIL_GUARD_STEP_LOOK, "postern restricted list --proposed"),
            (key::MAIL_GUARD_STEP_DISMISS, "postern restricted dismiss --all --reason \"…\""),
            (key::MAIL_GUARD_STEP_ACCEPT, "postern restricted accept --all --reason \"…\""),
        ] {
            body.line(step, &[]);
            body.command(command);
        }
        body.blank();
        body.line(key::MAIL_RESTRICTED_ZONE, &[("zone", (&zone_name(facts.since, zone)).into())]);
        Mail { subject: self.say(key::MAIL_GUARD_SUBJECT, &[]), body: body.text }
    }
}

/// What the mail about an alert is made of.
#[derive(Clone, Copy, Debug)]
pub struct AlertSeen<'a> {
    /// The account's primary address.
    pub account: &'a AccountName,
    /// The person's or mailbox's name; may be empty.
    pub display_name: &'a str,
    /// What was seen, as one score.
    pub standing: &'a CompromiseStanding,
    /// When this was true.
    pub at: Timestamp,
    /// In which all times are shown.
    pub zone: &'a TimeZone,
}

/// What the mail about an act upon a global admin is made of.
#[derive(Clone, Debug)]
pub struct AdminActed<'a> {
    /// The address of the admin whom it was done to.
    pub account: &'a str,
    /// Who did it, in words.
    pub by: &'a str,
    /// The address of who did it, where that is an admin.
    pub by_login: Option<&'a str>,
    /// What happened, one after another, each with the kind of restriction that it is about.
    pub what: Vec<(EventKind, Option<RestrictionKind>)>,
    /// Why, in the words of who did it; may be empty.
    pub note: &'a str,
    /// When.
    pub at: Timestamp,
    /// In which all times are shown.
    pub zone: &'a TimeZone,
}

impl Words {
    /// Tells every global admin what somebody did to one of them.
    pub fn admin_acted_mail(&self, about: &AdminActed<'_>) -> Mail {
        let mut body = Body { words: self, text: String::new() };
        body.line(key::MAIL_ADMIN_ACTED_FIRST_LINE, &[("when", Arg::Time(about.at, about.zone))]);
        body.blank();
        body.line(key::MAIL_RESTRICTED_ACCOUNT, &[("account", about.account.into())]);
        body.line(key::MAIL_ADMIN_ACTED_BY, &[("actor", about.by.into())]);
        for (event, restriction) in &about.what {
            let what = match restriction {
                Some(kind) if *event == EventKind::RestrictionStarted => self.restriction_kind(*kind),
                Some(kind) => format!("{}: {}", self.event(*event), self.restriction_kind(*kind)),
                None => self.event(*event),
            };
            body.line(key::MAIL_ADMIN_ACTED_WHAT, &[("what", (&what).into())]);
        }
        // On one line, so that nobody's reason looks like a sentence of this mail.
        let note = about.note.split_whitespace().collect::<Vec<_>>().join(" ");
        if !note.is_empty() {
            body.line(key::MAIL_ADMIN_ACTED_WHY, &[("note", (&note).into())]);
        }
        body.blank();
        body.line(key::MAIL_ADMIN_ACTED_TOLD, &[]);
        body.blank();
        body.line(key::MAIL_RESTRICTED_WHAT_TO_DO, &[]);
        body.line(key::MAIL_ADMIN_ACTED_STEP_LOOK, &[]);
        body.command("postern audit list");
        if let Some(name) = about.by_login.map(shell_word) {
            body.line(key::MAIL_ADMIN_ACTED_STEP_ASK, &[]);
            body.line(key::MAIL_ADMIN_ACTED_STEP_BLOCK, &[]);
            body.command(&format!("postern signin block --reason \"…\" {name}"));
        }
        body.blank();
        body.line(key::MAIL_RESTRICTED_ZONE, &[("zone", (&zone_name(about.at, about.zone)).into())]);
        let subject = self.say(key::MAIL_ADMIN_ACTED_SUBJECT, &[("account", about.account.into())]);
        Mail { subject, body: body.text }
    }
}

impl Words {
    /// Tells the admins what was seen of an account, although nothing may be restricted.
    pub fn alert_mail(&self, about: &AlertSeen<'_>) -> Mail {
        let account = about.account.as_str();
        let mut body = Body { words: self, text: String::new() };
        body.line(key::MAIL_ALERT_FIRST_LINE, &[("when", Arg::Time(about.at, about.zone))]);
        body.blank();
        body.account(account, about.display_name);
        // `as` saturates, and rounds down: never above a level that is not reached.
        body.sentence(&self.score(about.standing.score as u8, about.standing.level));
        if let Some(falls) = about.standing.falls {
            body.sentence(&self.score_falls(falls, about.zone));
        }
        body.blank();
        body.line(key::MAIL_RESTRICTED_EVIDENCE, &[]);
        for evidence in about.standing.counted() {
            body.observation(&evidence, about.zone);
        }
        body.blank();
        body.line(key::MAIL_RESTRICTED_WHAT_TO_DO, &[]);
        let name = shell_word(account);
        body.line(key::MAIL_RESTRICTED_STEP_LOOK, &[]);
        body.command(&format!("postern why {name}"));
        body.line(key::MAIL_RESTRICTED_STEP_RESET, &[]);
        body.line(key::MAIL_ALERT_STEP_RESTRICT, &[]);
        body.command(&format!("postern restricted restrict --reason \"…\" {name}"));
        body.blank();
        body.line(key::MAIL_ALERT_ONCE, &[]);
        body.line(key::MAIL_RESTRICTED_ZONE, &[("zone", (&zone_name(about.at, about.zone)).into())]);
        Mail { subject: self.say(key::MAIL_ALERT_SUBJECT, &[("account", account.into())]), body: body.text }
    }

    /// Tells the admins that an account's temporary password was not replaced in time.
    pub fn temporary_password_expired_mail(
        &self,
        account: &AccountName,
        display_name: &str,
        at: Timestamp,
        zone: &TimeZone,
    ) -> Mail {
        let account = account.as_str();
        let mut body = Body { words: self, text: String::new() };
        body.line(key::MAIL_TEMPORARY_EXPIRED_FIRST_LINE, &[("when", Arg::Time(at, zone))]);
        body.blank();
        body.account(account, display_name);
        body.blank();
        body.line(key::MAIL_RESTRICTED_WHAT_TO_DO, &[]);
        let name = shell_word(account);
        body.line(key::MAIL_RESTRICTED_STEP_LOOK, &[]);
        body.command(&format!("postern why {name}"));
        body.line(key::MAIL_TEMPORARY_EXPIRED_STEP_RESET, &[]);
        body.command(&format!("postern user reset-password --reason \"…\" {name}"));
        body.blank();
        body.line(key::MAIL_RESTRICTED_ZONE, &[("zone", (&zone_name(at, zone)).into())]);
        let subject = self.say(key::MAIL_TEMPORARY_EXPIRED_SUBJECT, &[("account", account.into())]);
        Mail { subject, body: body.text }
    }

    /// Tells the admins that there were more alerts than mails about them; at most `limit` are sent in an hour.
    pub fn more_alerts_mail(&self, since: Timestamp, count: u64, limit: u64, zone: &TimeZone) -> Mail {
        let mut body = Body { words: self, text: String::new() };
        let arguments = [("limit", limit.into()), ("since", Arg::Time(since, zone))];
        body.line(key::MAIL_ALERTS_MORE_FIRST_LINE, &arguments);
        body.line(key::MAIL_ALERTS_MORE_COUNT, &[("count", count.into())]);
        body.blank();
        body.line(key::MAIL_ALERTS_MORE_LOOK, &[]);
        body.command("postern audit list");
        body.blank();
        body.line(key::MAIL_RESTRICTED_ZONE, &[("zone", (&zone_name(since, zone)).into())]);
        Mail { subject: self.say(key::MAIL_ALERTS_MORE_SUBJECT, &[("count", count.into())]), body: body.text }
    }
}

/// The text while it is being written.
struct Body<'a> {
    words: &'a Words,
    text: String,
}

impl Body<'_> {
    fn facts(&mut self, about: &SendingRestricted<'_>) {
        self.account(about.account.as_str(), about.display_name);
        let reason = self.words.restriction_reason(&about.restriction.reason);
        self.line(key::MAIL_RESTRICTED_CAUSE, &[("reason", (&reason).into())]);
        match about.restriction.until {
            Some(until) => self.line(key::MAIL_RESTRICTED_UNTIL, &[("until", Arg::Time(until, about.zone))]),
            None => self.line(key::MAIL_RESTRICTED_UNTIL_RELEASED, &[]),
        }
        let code = about.restriction.id.to_string();
        self.line(key::MAIL_RESTRICTED_CODE, &[("code", (&code).into())]);
    }

    fn evidence(&mut self, about: &SendingRestricted<'_>) {
        if about.restriction.evidence.is_empty() {
            self.line(key::MAIL_RESTRICTED_NO_EVIDENCE, &[]);
            return;
        }
        self.line(key::MAIL_RESTRICTED_EVIDENCE, &[]);
        for evidence in &about.restriction.evidence {
            self.observation(evidence, about.zone);
        }
    }

    fn account(&mut self, address: &str, display_name: &str) {
        let account = ("account", Arg::Text(address));
        if display_name.is_empty() {
            self.line(key::MAIL_RESTRICTED_ACCOUNT, &[account]);
        } else {
            self.line(key::MAIL_RESTRICTED_ACCOUNT_NAMED, &[account, ("name", display_name.into())]);
        }
    }

    fn observation(&mut self, evidence: &Evidence, zone: &TimeZone) {
        let details = self.words.evidence_details(evidence, zone);
        self.text.push_str(&format!("- {}\n  {details}\n", self.words.evidence(evidence)));
    }

    fn sentence(&mut self, sentence: &str) {
        self.text.push_str(sentence);
        self.text.push('\n');
    }

    fn line(&mut self, key: Key, arguments: &[(&'static str, Arg<'_>)]) {
        self.text.push_str(&self.words.say(key, arguments));
        self.text.push('\n');
    }

    fn command(&mut self, command: &str) {
        self.text.push_str(&format!("   {command}\n"));
    }

    fn blank(&mut self) {
        self.text.push('\n');
    }
}

/// The zone as its readers know it, `Europe/Riga`; a zone without a name is known by its offset, `+02`.
pub(crate) fn zone_name(at: Timestamp, zone: &TimeZone) -> String {
    zone.iana_name().map_or_else(|| format::offset(at, zone), str::to_owned)
}

/// A name as a shell takes it for one word, because people paste commands from mails: `o'brien@…` would open a
/// quotation and `$(…)` would run something.
fn shell_word(name: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "@._+-=/".contains(c);
    if name.starts_with('-') {
        return format!("-- '{}'", name.replace('\'', r"'\''"));
    }
    if name.chars().all(is_plain) { name.to_owned() } else { format!("'{}'", name.replace('\'', r"'\''")) }
}

#[cfg(test)]
mod tests;

//! The diagnosis in sentences: complaints, what was looked at, what is behind it. Total matches from core's enums to messages;
//! knows no page and no command line, so what to do next has no words here but those of its own form or command.

use jiff::tz::TimeZone;
use postern_core::diagnosis::{Cause, CheckKind, Diagnosis, Outcome, Symptom, Unseen};
use postern_core::forwarding::ForwardOrigin;
use postern_core::name::AccountName;
use postern_core::restriction::Restriction;
use postern_core::sign_in::failures::{FailureGroup, FailureKind};
use postern_core::time::Span;

use crate::key;
use crate::words::{Arg, Key, Words};

impl Words {
    /// What somebody complains of, as a choice in a list.
    pub fn symptom(&self, symptom: Symptom) -> String {
        self.say(symptom_key(symptom), &[])
    }

    /// The phrases by which a typed question is taken for a complaint; none for [`Symptom::Anything`].
    pub fn symptom_phrases(&self, symptom: Symptom) -> String {
        match symptom {
            Symptom::Anything => String::new(),
            Symptom::CannotSignIn => self.say(key::SYMPTOM_CANNOT_SIGN_IN_WORDS, &[]),
            Symptom::CannotSend => self.say(key::SYMPTOM_CANNOT_SEND_WORDS, &[]),
            Symptom::CannotReceive => self.say(key::SYMPTOM_CANNOT_RECEIVE_WORDS, &[]),
            Symptom::MailBounces => self.say(key::SYMPTOM_MAIL_BOUNCES_WORDS, &[]),
            Symptom::PasswordNotAccepted => self.say(key::SYMPTOM_PASSWORD_NOT_ACCEPTED_WORDS, &[]),
            Symptom::KeepsBeingLocked => self.say(key::SYMPTOM_KEEPS_BEING_LOCKED_WORDS, &[]),
            Symptom::ForwardingUnknown => self.say(key::SYMPTOM_FORWARDING_UNKNOWN_WORDS, &[]),
            Symptom::RulesUnknown => self.say(key::SYMPTOM_RULES_UNKNOWN_WORDS, &[]),
            Symptom::NoResetMail => self.say(key::SYMPTOM_NO_RESET_MAIL_WORDS, &[]),
        }
    }

    /// What was looked at.
    pub fn check(&self, check: CheckKind) -> String {
        self.say(check_key(check), &[])
    }

    /// What came of a look that found no cause.
    pub fn check_outcome(&self, outcome: &Outcome) -> String {
        match outcome {
            Outcome::Causes(_) => String::new(),
            Outcome::Fine => self.say(key::DIAGNOSIS_IS_FINE, &[]),
            Outcome::Unknown(Unseen::NotConnected) => self.say(key::DIAGNOSIS_NOT_CONNECTED, &[]),
            Outcome::Unknown(Unseen::Late) => self.say(key::DIAGNOSIS_LATE, &[]),
            Outcome::Unknown(Unseen::Failed(cause)) => {
                self.say(key::DIAGNOSIS_FAILED, &[("cause", cause.into())])
            }
        }
    }

    /// The mark of a look, for whoever does not see it.
    pub fn check_mark(&self, outcome: &Outcome) -> String {
        self.say(
            match outcome {
                Outcome::Causes(_) => key::DIAGNOSIS_MARK_CAUSE,
                Outcome::Fine => key::DIAGNOSIS_MARK_FINE,
                Outcome::Unknown(_) => key::DIAGNOSIS_MARK_UNKNOWN,
            },
            &[],
        )
    }

    /// The first sentence of a diagnosis: its weightiest cause, or that there is none. `name` is the actor's, where a person acted.
    pub fn first_sentence(
        &self,
        diagnosis: &Diagnosis,
        account: &AccountName,
        name: Option<&str>,
        zone: &TimeZone,
    ) -> String {
        if let Some(cause) = diagnosis.first() {
            return self.cause(cause, account, name, zone);
        }
        let key =
            if diagnosis.has_unknown() { key::DIAGNOSIS_NOTHING_BUT_UNKNOWN } else { key::DIAGNOSIS_NOTHING };
        self.say(key, &[("account", account.as_str().into())])
    }

    /// What is the case, and why. `name` is the actor's, where a person acted.
    pub fn cause(&self, cause: &Cause, account: &AccountName, name: Option<&str>, zone: &TimeZone) -> String {
        let of_account = || [("account", Arg::Text(account.as_str()))];
        match cause {
            Cause::Restricted(row) | Cause::LockedByStrangers { lock: row, .. } => {
                self.restricted_because(row, account, name, zone)
            }
            Cause::LockedByDevice { lock, device } => {
                let device = self.failing(device, zone);
                format!("{device} {}", self.state(account, lock, zone))
            }
            Cause::Failing(group) => self.failing(group, zone),
            Cause::PlaceBlocked(place) => {
                let network = place.network.unwrap_or_else(|| place.address.unit()).to_string();
                let address = place.address.to_string();
                let [account] = of_account();
                let place = [account, ("address", (&address).into()), ("network", (&network).into())];
                self.say(key::CAUSE_PLACE_BLOCKED, &place)
            }
            Cause::PasswordElsewhere => self.say(key::CAUSE_PASSWORD_ELSEWHERE, &of_account()),
            Cause::MailingNotPlanned { count, limit } => {
                let [account] = of_account();
                let numbers = [account, ("count", (*count).into()), ("limit", (*limit).into())];
                self.say(key::CAUSE_MAILING_NOT_PLANNED, &numbers)
            }
            Cause::MailHeld { count } => self.say(key::CAUSE_MAIL_HELD, &[("count", (*count).into())]),
            Cause::MailWaits { count } => self.say(key::CAUSE_MAIL_WAITS, &[("count", (*count).into())]),
            Cause::NoSuchAddress { count } => {
                self.say(key::EVIDENCE_NO_SUCH_ADDRESS, &[("count", (*count).into())])
            }
            Cause::TakenForSpam { count } => {
                self.say(key::CAUSE_TAKEN_FOR_SPAM, &[("count", (*count).into())])
            }
            Cause::RefusedElsewhere { count } => {
                self.say(key::CAUSE_REFUSED_ELSEWHERE, &[("count", (*count).into())])
            }
            Cause::SentOn(forward) => {
                let ForwardOrigin::Rule { is_conditional, .. } = &forward.origin;
                self.forward(&forward.to, forward.reach, forward.keeps, *is_conditional)
            }
            Cause::HidingRule { script, line } => {
                self.say(key::CAUSE_HIDING_RULE, &[("script", script.into()), ("line", (*line).into())])
            }
            Cause::NoAddress => self.say(key::CAUSE_NO_ADDRESS, &of_account()),
            Cause::AddressUnconfirmed => self.say(key::CAUSE_ADDRESS_UNCONFIRMED, &of_account()),
            Cause::AddressDoesNotCount => self.say(key::CAUSE_ADDRESS_DOES_NOT_COUNT, &of_account()),
            Cause::NoPublicPage => self.say(key::CAUSE_NO_PUBLIC_PAGE, &[]),
            Cause::ExportLate(late) => {
                let (point, [account]) = (self.point(late.point), of_account());
                let since = ("since", Arg::Time(late.since, zone));
                let problem = ("problem", Arg::Text(&late.problem));
                self.say(key::CAUSE_EXPORT_LATE, &[account, ("point", (&point).into()), since, problem])
            }
            Cause::GateSilent(silent) => {
                let gate = self.gate(silent.gate);
                self.say(key::CLI_HEALTH_NEVER_ASKED, &[("gate", (&gate).into())])
            }
            Cause::CannotSave { since } => {
                self.say(key::CAUSE_CANNOT_SAVE, &[("since", Arg::Time(*since, zone))])
            }
            Cause::ClockJumped { seconds } => self.clock_jumped(*seconds),
            Cause::PolicyChanged(change) => {
                let actor = self.actor(&change.actor, name);
                let when = ("when", Arg::Time(change.at, zone));
                self.say(key::CAUSE_POLICY_CHANGED, &[when, ("actor", (&actor).into())])
            }
        }
    }

    /// How an account stands because of a restriction, why, since when and by whom.
    fn restricted_because(
        &self,
        row: &Restriction,
        account: &AccountName,
        name: Option<&str>,
        zone: &TimeZone,
    ) -> String {
        let (state, reason) = (self.state(account, row, zone), self.restriction_reason(&row.reason));
        let actor = self.actor(&row.actor, name);
        let when = ("when", Arg::Time(row.since, zone));
        let since = self.say(key::DIAGNOSIS_SINCE_BY, &[when, ("actor", (&actor).into())]);
        format!("{} {} {since}", ended(&state), ended(&reason))
    }

    fn failing(&self, group: &FailureGroup, zone: &TimeZone) -> String {
        let mistyped = || {
            let last = ("last", Arg::Time(group.until, zone));
            self.say(key::CAUSE_MISTYPED, &[("count", group.attempts.into()), last])
        };
        match group.kind {
            FailureKind::StaleDevice | FailureKind::Attack => {
                self.failure_group(group, zone).unwrap_or_else(mistyped)
            }
            FailureKind::Mistyped => mistyped(),
        }
    }

    fn clock_jumped(&self, seconds: i64) -> String {
        let length = ("length", Arg::Span(Span::from_s(seconds.saturating_abs())));
        let key = if seconds < 0 { key::CLI_CLOCK_JUMPED_BACK } else { key::CLI_CLOCK_JUMPED_AHEAD };
        self.say(key, &[length])
    }
}

/// Labels with a time or a note end without a full stop, and here another sentence follows.
fn ended(sentence: &str) -> String {
    let sentence = sentence.trim_end();
    if sentence.ends_with(['.', '!', '?', '…']) { sentence.to_owned() } else { format!("{sentence}.") }
}

const fn symptom_key(symptom: Symptom) -> Key {
    match symptom {
        Symptom::Anything => key::SYMPTOM_ANYTHING,
        Symptom::CannotSignIn => key::SYMPTOM_CANNOT_SIGN_IN,
        Symptom::CannotSend => key::SYMPTOM_CANNOT_SEND,
        Symptom::CannotReceive => key::SYMPTOM_CANNOT_RECEIVE,
        Symptom::MailBounces => key::SYMPTOM_MAIL_BOUNCES,
        Symptom::PasswordNotAccepted => key::SYMPTOM_PASSWORD_NOT_ACCEPTED,
        Symptom::KeepsBeingLocked => key::SYMPTOM_KEEPS_BEING_LOCKED,
        Symptom::ForwardingUnknown => key::SYMPTOM_FORWARDING_UNKNOWN,
        Symptom::RulesUnknown => key::SYMPTOM_RULES_UNKNOWN,
        Symptom::NoResetMail => key::SYMPTOM_NO_RESET_MAIL,
    }
}

const fn check_key(check: CheckKind) -> Key {
    match check {
        CheckKind::SignInDoor => key::CHECK_SIGN_IN_DOOR,
        CheckKind::Password => key::CHECK_PASSWORD,
        CheckKind::Protocols => key::CHECK_PROTOCOLS,
        CheckKind::Sources => key::CHECK_SOURCES,
        CheckKind::Attempts => key::CHECK_ATTEMPTS,
        CheckKind::SendingDoor => key::CHECK_SENDING_DOOR,
        CheckKind::Queue => key::CHECK_QUEUE,
        CheckKind::Deliveries => key::CHECK_DELIVERIES,
        CheckKind::Rules => key::CHECK_RULES,
        CheckKind::Recovery => key::CHECK_RECOVERY,
        CheckKind::Exports => key::CHECK_EXPORTS,
        CheckKind::Gates => key::CHECK_GATES,
        CheckKind::Ourselves => key::CHECK_OURSELVES,
        CheckKind::Policies => key::CHECK_POLICIES,
    }
}

#[cfg(test)]
mod tests;

//! A whole mail, as a milter sees it: sender, recipients, headers and body, piece by piece, with one decision at its
//! beginning, at each recipient and at its end.
//!
//! It is the same envelope that the policy gate asks about, decided by the same rules and **counted once**: what the
//! policy gate counted is not counted here ([`super::RecentlyNamed`], and the queue id at the end). What only a milter sees is
//! counted here: mail of sites without the policy gate, and mail that programs on this machine hand over with
//! `sendmail`, which belongs to no login.
//!
//! Such a program gets an account of its own, of the kind "application": `sendmail:33@mx.contoso.example` is user id 33
//! on that host, and `sendmail@mx.contoso.example` stands for all whose user id the server does not tell. It is
//! restricted and released like a person's. Its mail is never refused, because `sendmail` has no session to say no in:
//! Postfix would bounce it to whatever address the program wrote. It is held, which loses nothing.
//!
//! A milter delays nobody: Postfix waits a few seconds for it and then takes its default. Slowing is the policy gate's.

use postern_core::account::AccountKind;
use postern_core::decision::DecisionKind;
use postern_core::ids::AccountId;
use postern_core::name::{AccountName, canonical, domain_of};
use postern_core::outbound::content::BODY_BYTES_MAX;
use postern_core::outbound::{Recipient, SendingFacts, SendingVerdict};
use postern_core::restriction::{Restriction, RestrictionKind};
use postern_core::time::Timestamp;

use super::{HASH_INSTANCE, SeenMessage, let_out_by};
use crate::ask::{MailAnswer, MailBegun, MailFrom, PolicyAsk};
use crate::engine::{Engine, keyed_hash};
use crate::mass_guard::Closed;
use crate::ports::SendingAsk;
use crate::ports::series::Tally;

/// Most recipients of one mail that are told apart; further ones count for the caps only. Postfix's
/// `smtpd_recipient_limit` is 1,000; `sendmail` has none.
pub const RECIPIENTS_MAX: usize = 10_000;
/// Most addresses of From and Sender headers that are looked at in one mail.
const SENDERS_MAX: usize = 32;

/// A mail that has begun and is not decided. Dropping it gives it up.
#[derive(Debug)]
pub struct OpenMail {
    from: OpenFrom,
    sender: String,
    client_address: String,
    recipients: Vec<OpenRecipient>,
    unnamed: u32,
    header_senders: Vec<String>,
    /// The site's own scanner says so.
    is_spam: bool,
    body: Vec<u8>,
}

#[derive(Debug)]
struct OpenRecipient {
    recipient: Recipient,
    /// The policy gate counted it.
    is_counted: bool,
}

#[derive(Debug)]
enum OpenFrom {
    Account(AccountId, AccountKind),
    Program { host: String, user_id: Option<u32> },
}

impl OpenMail {
    /// An address in a From or Sender header.
    pub fn header_sender(&mut self, address: &str) {
        if self.header_senders.len() < SENDERS_MAX {
            self.header_senders.push(address.to_owned());
        }
    }

    /// The server told which user of its machine handed the mail over.
    pub fn handed_over_by(&mut self, of: u32) {
        if let OpenFrom::Program { user_id, .. } = &mut self.from {
            *user_id = Some(of);
        }
    }

    /// A piece of the body. Whether more of it would be looked at.
    pub fn body(&mut self, piece: &[u8]) -> bool {
        let room = BODY_BYTES_MAX - self.body.len();
        self.body.extend_from_slice(&piece[..piece.len().min(room)]);
        self.body.len() < BODY_BYTES_MAX
    }

    /// Recipients that are none of ours.
    pub(super) fn outsiders(&self) -> u32 {
        let known = self.recipients.iter().filter(|named| !named.recipient.is_internal).count();
        self.unnamed.saturating_add(known as u32)
    }

    pub(super) fn body_so_far(&self) -> &[u8] {
        &self.body
    }

    fn ask<'a>(&'a self, queue_id: &'a str) -> PolicyAsk<'a> {
        PolicyAsk {
            protocol_state: "END-OF-MESSAGE",
            sender: &self.sender,
            queue_id,
            client_address: &self.client_address,
            ..PolicyAsk::default()
        }
    }
}

impl Engine {
    /// A mail begins. `None` beside an answer when nothing more about it need be asked.
    pub fn mail_begun(&self, begun: &MailBegun<'_>) -> (MailAnswer, Option<OpenMail>) {
        let from = match begun.from {
            MailFrom::Login(login) => {
                let Some((account, kind)) = self.sender(login, self.now()) else {
                    return (MailAnswer::NotOurs, None);
                };
                OpenFrom::Account(account, kind)
            }
            MailFrom::Program { host } => OpenFrom::Program { host: host.to_owned(), user_id: None },
            MailFrom::Outside => return (MailAnswer::NotOurs, None),
        };
        let mail = OpenMail {
            from,
            sender: begun.sender.to_owned(),
            client_address: begun.client_address.to_owned(),
            recipients: Vec::new(),
            unnamed: 0,
            header_senders: Vec::new(),
            is_spam: false,
            body: Vec::new(),
        };
        match self.refused_now(&mail) {
            Some(refusal) => (refusal, None),
            None => (MailAnswer::GoOn, Some(mail)),
        }
    }

    /// A header of the mail. One by which the site's own scanner calls it spam is remembered.
    pub fn mail_header(&self, mail: &mut OpenMail, name: &str, value: &str) {
        let Some(spam) = &self.site().spam_header else { return };
        let begins =
            |value: &str| value.get(..spam.value.len()).unwrap_or_default().eq_ignore_ascii_case(&spam.value);
        mail.is_spam |= name.eq_ignore_ascii_case(&spam.name) && begins(value.trim_start());
    }

    /// The server accepted a recipient.
    pub fn mail_recipient(&self, mail: &mut OpenMail, address: &str) -> MailAnswer {
        if let Some(refusal) = self.refused_now(mail) {
            return refusal;
        }
        let is_counted = match mail.from {
            OpenFrom::Account(account, _) => self.named.take(account, self.now()),
            OpenFrom::Program { .. } => false,
        };
        if mail.recipients.len() < RECIPIENTS_MAX {
            mail.recipients.push(OpenRecipient { recipient: self.recipient(address), is_counted });
        } else if !is_counted {
            mail.unnamed = mail.unnamed.saturating_add(1);
        }
        MailAnswer::GoOn
    }

    /// The mail is complete; `queue_id` is the server's name for it.
    pub fn mail_complete(&self, mail: &OpenMail, queue_id: &str) -> MailAnswer {
        let now = self.now();
        let (account, kind) = match &mail.from {
            OpenFrom::Account(account, kind) => (*account, *kind),
            OpenFrom::Program { host, user_id } => match self.program(host, *user_id, now) {
                Some(account) => (account, AccountKind::Application),
                None => return MailAnswer::GoOn,
            },
        };
        if let Some(restriction) = self.open.in_force(account, RestrictionKind::SendingRestricted, now) {
            let ask = mail.ask(queue_id);
            self.log(account, &ask, DecisionKind::SendingRefused, &restriction.reason, now);
            return self.stopped(account, mail, queue_id, &restriction, now);
        }
        self.look_at_senders(account, kind, &mail.sender, &mail.header_senders, now);
        self.look_at_content(account, mail, now);
        if mail.is_spam {
            self.scanned_as_spam(account, now);
        }
        // What was seen in this very mail may have been the last straw.
        if let Some(restriction) = self.open.in_force(account, RestrictionKind::SendingRestricted, now) {
            return self.stopped(account, mail, queue_id, &restriction, now);
        }
        let has_uncounted = mail.unnamed > 0 || mail.recipients.iter().any(|named| !named.is_counted);
        if has_uncounted
            && !self.is_counted(queue_id, account, now)
            && let Some(closed) = self.count(account, kind, mail, queue_id, now)
        {
            return self.stopped(account, mail, queue_id, &closed.row, now);
        }
        self.note_mail(account, mail, queue_id, now);
        MailAnswer::GoOn
    }

    /// The rules' answer to every recipient and to the whole; what stops the mail, if something does. Where a restriction
    /// is only proposed the count goes on, and only the caps stop it.
    fn count(
        &self,
        account: AccountId,
        kind: AccountKind,
        mail: &OpenMail,
        queue_id: &str,
        now: Timestamp,
    ) -> Option<Closed> {
        let policy = &*self.sending_policy(account, now);
        let is_held_back = self.open.sending_in_force(account, now).is_held_back;
        let facts = SendingFacts { is_held_back, ..self.sending_facts(account, kind, policy, now) };
        let held_back = SendingFacts { is_held_back: true, ..facts };
        // Never the policy gate's hash of an instance: those have one part.
        let parts: [&[u8]; 2] = [b"milter", queue_id.as_bytes()];
        let instance_hash = keyed_hash(self.site_key(), HASH_INSTANCE, &parts);
        let is_old = self.asks_whether_old(account, policy, now);
        let mut question = SendingAsk { account, instance_hash, facts: &facts, is_old: &is_old, policy, now };
        let ask = mail.ask(queue_id);
        let counters = &self.parts.counters;
        let observes = policy.only_observes(now);
        let mut crossed = None;
        let mut named = 0_u32;
        let mut let_out = Tally::default();
        for uncounted in mail.recipients.iter().filter(|named| !named.is_counted) {
            let mut decision = counters.recipient_asked(&question, uncounted.recipient);
            if let SendingVerdict::Restrict { reason, evidence, until } = &decision.verdict
                && !observes
                && !question.facts.is_held_back
            {
                let closed = self.crossed(account, &ask, reason.clone(), evidence, *until, now)?;
                if !closed.is_proposed {
                    return Some(closed);
                }
                question.facts = &held_back;
                decision = counters.recipient_asked(&question, uncounted.recipient);
            }
            named += 1;
            let_out.add(&let_out_by(&decision));
            if !decision.evidence.is_empty() {
                self.evidence_seen(account, &decision.evidence, now);
            }
            if let SendingVerdict::Restrict { reason, evidence, until } = decision.verdict {
                crossed.get_or_insert((reason, evidence, until));
                if !observes {
                    break;
                }
            }
        }
        if crossed.is_none() || observes {
            let decision = counters.message_asked(&question, named.saturating_add(mail.unnamed));
            let_out.add(&let_out_by(&decision));
            if let SendingVerdict::Restrict { reason, evidence, until } = decision.verdict {
                crossed.get_or_insert((reason, evidence, until));
            }
        }
        if crossed.is_none() || observes {
            self.tallies.note(Some(account), &let_out, now);
        }
        let Some((reason, evidence, until)) = crossed else {
            if let Some(weight) = self.decisions.sampled_permit() {
                self.log_row(account, &ask, DecisionKind::SendingPermitted, String::new(), weight, now);
            }
            return None;
        };
        self.crossed(account, &ask, reason, &evidence, until, now)
    }

    /// A login that is restricted is refused at every step, so that a restriction is felt on an open session. A program
    /// is told nothing before the end of its mail.
    fn refused_now(&self, mail: &OpenMail) -> Option<MailAnswer> {
        let OpenFrom::Account(account, _) = mail.from else { return None };
        let now = self.now();
        let Some(restriction) = self.open.in_force(account, RestrictionKind::SendingRestricted, now) else {
            let closed = self.stopped_outside_pins(account, &mail.ask(""), now)?;
            return Some(MailAnswer::Refuse { text: self.refusal_text(&closed.row) });
        };
        self.log(account, &mail.ask(""), DecisionKind::SendingRefused, &restriction.reason, now);
        Some(MailAnswer::Refuse { text: self.refusal_text(&restriction) })
    }

    fn stopped(
        &self,
        account: AccountId,
        mail: &OpenMail,
        queue_id: &str,
        restriction: &Restriction,
        now: Timestamp,
    ) -> MailAnswer {
        match mail.from {
            OpenFrom::Account(..) => MailAnswer::Refuse { text: self.refusal_text(restriction) },
            OpenFrom::Program { .. } => {
                self.note_mail(account, mail, queue_id, now);
                MailAnswer::Hold { text: self.refusal_text(restriction) }
            }
        }
    }

    fn note_mail(&self, account: AccountId, mail: &OpenMail, queue_id: &str, now: Timestamp) {
        self.note_envelope(&SeenMessage {
            queue_id,
            account,
            sender: &mail.sender,
            client_address: &mail.client_address,
            recipients: mail.unnamed.saturating_add(mail.recipients.len() as u32),
            now,
        });
    }

    /// The account of a program on a host of ours.
    fn program(&self, host: &str, user_id: Option<u32>, now: Timestamp) -> Option<AccountId> {
        let name = program_name(host, user_id)?;
        let known = self.account_of(name.as_str()).map(|(account, _)| account);
        known.or_else(|| self.learn(name, AccountKind::Application, now))
    }
}

/// The name of a program's account. It holds a colon where it names a user, as no address does that people are given.
fn program_name(host: &str, user_id: Option<u32>) -> Option<AccountName> {
    let who = user_id.map_or_else(|| "sendmail".to_owned(), |id| format!("sendmail:{id}"));
    let rules = postern_core::name::NameRules::default();
    let name = format!("{who}@{host}");
    domain_of(&name).filter(|domain| !domain.is_empty())?;
    canonical(&name, &rules).ok().map(|name| AccountName::from_canonical(name.into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_named_by_user_and_host_and_a_host_without_a_name_has_none() {
        let name = |host, id| program_name(host, id).map(|name| name.as_str().to_owned());
        assert_eq!(name("MX.contoso.example", Some(33)).as_deref(), Some("sendmail:33@mx.contoso.example"));
        assert_eq!(name("mx.contoso.example", None).as_deref(), Some("sendmail@mx.contoso.example"));
        assert_eq!((name("", Some(33)), name("two words", None)), (None, None));
    }
}

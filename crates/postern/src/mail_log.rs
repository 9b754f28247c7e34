//! From the lines of Postfix's log to mails: the line that names the login, the one that names the envelope sender and
//! those that name the recipients are joined by their queue id.
//!
//! A mail is whole when it leaves the queue or the log ends. Its time is that of the line on which it was handed in, so
//! mails are sorted by time at the end. Addresses are kept once each. What a log can make this remember is bounded by
//! the limits below; no file is known here, and no rule.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use anyhow::{Result, bail};
use postern_wire::postfix_log::{Event, Line};

/// Most mails of people who signed in, and of others, together.
pub const MAILS_MAX: usize = 4_000_000;
/// Most recipients of all mails: 64 MiB.
pub const RECIPIENTS_MAX: usize = 16_000_000;
/// Most different addresses and logins: about 400 MiB where each is as long as usual.
pub const ADDRESSES_MAX: usize = 4_000_000;
/// Mails in the queue at once. Of more, an arbitrary one is taken for whole: its later recipients are lost.
const QUEUED_MAX: usize = 200_000;
/// Recipients of one mail, as everywhere in a replay.
const RECIPIENTS_OF_ONE_MAX: usize = postern_engine::replay::RECIPIENTS_MAX;

/// One mail of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// When it was handed in.
    pub time_unix_s: i64,
    /// Who had signed in, if anybody.
    login: Option<u32>,
    /// The envelope sender, where the log has it and it is not empty.
    sender: Option<u32>,
    recipients: Vec<u32>,
}

/// Joins lines to mails.
#[derive(Debug, Default)]
pub struct Joiner {
    /// By queue id.
    queue: HashMap<Box<str>, Mail>,
    /// Addresses and logins.
    numbers: HashMap<Box<str>, u32>,
    addresses: Vec<Box<str>>,
    mails: Vec<Mail>,
    recipients: usize,
    incomplete: u64,
}

/// The mails of a log, by time.
#[derive(Debug)]
pub struct Joined {
    addresses: Vec<Box<str>>,
    mails: Vec<Mail>,
    /// Who signed in is known by these envelope senders, the first login of each.
    owners: HashMap<u32, u32>,
    /// Mails of people who signed in whose recipients the log does not have.
    pub incomplete: u64,
}

impl Joiner {
    /// One line, written at `time_unix_s`.
    ///
    /// # Errors
    /// One of the limits is reached; the message says which.
    pub fn line(&mut self, line: &Line<'_>, time_unix_s: i64) -> Result<()> {
        let Some(id) = line.queue_id else { return Ok(()) };
        match line.event {
            Event::Client(client) => {
                let login = client.login.map(|login| self.number(login)).transpose()?;
                self.begin(id, time_unix_s, login)?;
            }
            Event::Local { .. } => self.begin(id, time_unix_s, None)?,
            Event::Queued(queued) => {
                let sender = if queued.sender.is_empty() { None } else { Some(self.number(queued.sender)?) };
                if let Some(open) = self.queue.get_mut(id) {
                    open.sender = sender;
                }
            }
            Event::Delivery(delivery) => {
                if self.queue.contains_key(id) {
                    // The recipient that the client named, before aliases.
                    let recipient = self.number(delivery.original_to.unwrap_or(delivery.to))?;
                    self.deliver(id, recipient);
                }
            }
            Event::Removed | Event::Expired => {
                if let Some(open) = self.queue.remove(id) {
                    self.end(open)?;
                }
            }
            Event::MessageId { .. } | Event::Other => {}
        }
        Ok(())
    }

    /// No line follows.
    ///
    /// # Errors
    /// As for [`Joiner::line`].
    pub fn finish(mut self) -> Result<Joined> {
        for (_, open) in std::mem::take(&mut self.queue) {
            self.end(open)?;
        }
        // Ties by what the mail is, because a table's order is nobody's.
        self.mails.sort_by(|one, other| {
            let key = |mail: &Mail| (mail.time_unix_s, mail.login, mail.sender);
            key(one).cmp(&key(other)).then_with(|| one.recipients.cmp(&other.recipients))
        });
        let mut owners = HashMap::new();
        for mail in &self.mails {
            if let (Some(login), Some(sender)) = (mail.login, mail.sender) {
                owners.entry(sender).or_insert(login);
            }
        }
        Ok(Joined { addresses: self.addresses, mails: self.mails, owners, incomplete: self.incomplete })
    }

    fn begin(&mut self, id: &str, time_unix_s: i64, login: Option<u32>) -> Result<()> {
        let mail = Mail { time_unix_s, login, sender: None, recipients: Vec::new() };
        // The id of a mail whose end the log does not have may come again.
        if let Some(before) = self.queue.insert(id.into(), mail) {
            self.end(before)?;
        }
        if self.queue.len() > QUEUED_MAX {
            let other = self.queue.keys().find(|other| &***other != id).cloned();
            if let Some(open) = other.and_then(|other| self.queue.remove(&other)) {
                self.end(open)?;
            }
        }
        Ok(())
    }

    fn deliver(&mut self, id: &str, recipient: u32) {
        let Some(open) = self.queue.get_mut(id) else { return };
        let recipients = &mut open.recipients;
        if recipients.len() < RECIPIENTS_OF_ONE_MAX && !recipients.contains(&recipient) {
            recipients.push(recipient);
        }
    }

    fn end(&mut self, mut mail: Mail) -> Result<()> {
        if mail.recipients.is_empty() {
            self.incomplete += u64::from(mail.login.is_some());
            return Ok(());
        }
        mail.recipients.shrink_to_fit();
        self.recipients += mail.recipients.len();
        if self.mails.len() >= MAILS_MAX || self.recipients > RECIPIENTS_MAX {
            bail!("more than {MAILS_MAX} messages or {RECIPIENTS_MAX} recipients; give fewer days at once");
        }
        self.mails.push(mail);
        Ok(())
    }

    fn number(&mut self, address: &str) -> Result<u32> {
        if let Some(number) = self.numbers.get(address) {
            return Ok(*number);
        }
        if self.addresses.len() >= ADDRESSES_MAX {
            bail!("more than {ADDRESSES_MAX} different addresses; give fewer days at once");
        }
        // Below the limit, which fits.
        let number = self.addresses.len() as u32;
        let address: Box<str> = address.into();
        self.addresses.push(address.clone());
        match self.numbers.entry(address) {
            Entry::Occupied(there) => Ok(*there.get()),
            Entry::Vacant(free) => Ok(*free.insert(number)),
        }
    }
}

impl Joined {
    /// The mails, by time.
    pub fn mails(&self) -> &[Mail] {
        &self.mails
    }

    /// Who had signed in.
    pub fn login(&self, mail: &Mail) -> Option<&str> {
        mail.login.map(|number| self.text(number))
    }

    /// The envelope sender.
    pub fn sender(&self, mail: &Mail) -> Option<&str> {
        mail.sender.map(|number| self.text(number))
    }

    /// The recipients, each once.
    pub fn recipients<'a>(&'a self, mail: &'a Mail) -> impl Iterator<Item = &'a str> {
        mail.recipients.iter().map(|&number| self.text(number))
    }

    /// The logins whose mailbox a recipient of the mail is, as far as the log tells: the login that sends with this
    /// address.
    pub fn recipient_logins<'a>(&'a self, mail: &'a Mail) -> impl Iterator<Item = &'a str> {
        mail.recipients.iter().filter_map(|number| self.owners.get(number)).map(|&login| self.text(login))
    }

    fn text(&self, number: u32) -> &str {
        &self.addresses[number as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(lines: &[(i64, &str)]) -> Joined {
        let mut joiner = Joiner::default();
        for (time, message) in lines {
            let service = if message.contains("client=") { "smtpd" } else { "qmgr" };
            let text = format!("Mar  2 08:00:00 mx postfix/{service}[1]: {message}");
            joiner.line(&Line::parse(&text).expect("a line of Postfix's"), *time).expect("within limits");
        }
        joiner.finish().expect("within limits")
    }

    fn told(joined: &Joined) -> Vec<(i64, Option<&str>, Vec<&str>)> {
        let told = |mail| (joined.login(mail), joined.recipients(mail).collect());
        joined
            .mails()
            .iter()
            .map(|mail| (mail.time_unix_s, told(mail)))
            .map(|(at, (login, to))| (at, login, to))
            .collect()
    }

    const SENT: &str = "relay=x, delay=0, delays=0/0/0/0, dsn=2.0.0, status=sent (250 Ok)";

    #[test]
    fn lines_of_several_mails_in_any_order_become_mails_by_time() {
        let found = joined(&[
            (10, "ABCDE1: client=pc[192.0.2.7], sasl_method=PLAIN, sasl_username=rob"),
            (11, "ABCDE2: client=pc[192.0.2.8], sasl_method=PLAIN, sasl_username=ana"),
            (12, "ABCDE2: from=<ana@a.example>, size=1, nrcpt=2 (queue active)"),
            (13, &format!("ABCDE2: to=<x@x.example>, {SENT}")),
            (14, "ABCDE2: removed"),
            (15, &format!("ABCDE1: to=<y@y.example>, orig_to=<list@a.example>, {SENT}")),
            (15, &format!("ABCDE1: to=<z@z.example>, orig_to=<list@a.example>, {SENT}")),
            // Tried again.
            (99, &format!("ABCDE1: to=<w@w.example>, {SENT}")),
            (99, &format!("ABCDE1: to=<w@w.example>, {SENT}")),
            (100, "ABCDE3: client=mx[192.0.2.9]"),
            (100, "ABCDE3: from=<out@side.example>, size=1, nrcpt=1 (queue active)"),
            (101, &format!("ABCDE3: to=<ana@a.example>, {SENT}")),
        ]);
        assert_eq!(
            told(&found),
            [
                (10, Some("rob"), vec!["list@a.example", "w@w.example"]),
                (11, Some("ana"), vec!["x@x.example"]),
                (100, None, vec!["ana@a.example"]),
            ]
        );
        let incoming = &found.mails()[2];
        assert_eq!(found.sender(incoming), Some("out@side.example"));
        assert_eq!(found.recipient_logins(incoming).collect::<Vec<_>>(), ["ana"]);
    }

    #[test]
    fn an_id_that_comes_again_is_another_mail_and_one_without_recipients_is_told() {
        let found = joined(&[
            (1, "ABCDE1: client=pc[192.0.2.7], sasl_username=rob"),
            (2, &format!("ABCDE1: to=<x@x.example>, {SENT}")),
            (3, "ABCDE1: client=pc[192.0.2.7], sasl_username=ana"),
            (4, "ABCDE2: removed"),
            (4, &format!("ABCDE3: to=<of@nobody.example>, {SENT}")),
        ]);
        assert_eq!(told(&found), [(1, Some("rob"), vec!["x@x.example"])]);
        assert_eq!(found.incomplete, 1);
    }

    #[test]
    fn a_mail_has_no_more_recipients_than_a_replay_takes() {
        let mut joiner = Joiner::default();
        let mut line = |text: String| {
            let text = format!("Mar  2 08:00:00 mx postfix/smtpd[1]: {text}");
            joiner.line(&Line::parse(&text).expect("a line"), 1).expect("within limits");
        };
        line("ABCDE1: client=pc[192.0.2.7], sasl_username=rob".to_owned());
        for number in 0..=RECIPIENTS_OF_ONE_MAX {
            line(format!("ABCDE1: to=<p{number}@x.example>, {SENT}"));
        }
        let found = joiner.finish().expect("within limits");
        assert_eq!(found.recipients(&found.mails()[0]).count(), RECIPIENTS_OF_ONE_MAX);
    }
}

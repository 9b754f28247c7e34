//! Mails to the admins and to owners of accounts through the site's own relay.
//!
//! Does not know what happened: subject and body come in words. Nothing of a notice can become a header of
//! its own or a further recipient.

#[cfg(test)]
mod tests;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message, MessageBuilder, MultiPart};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use postern_core::time::Timestamp;
use postern_engine::ports::{ExportError, Notice, Notifier, OwnerLetter};

use crate::SettingError;

/// Most admin addresses; a larger circle is a mailing list's job.
pub const ADMINS_MAX: usize = 20;

/// Most addresses that one notice names beside them.
const FURTHER_MAX: usize = 100;

/// Longest subject in characters. RFC 5322, section 2.1.1 recommends lines of 78; with the field name and
/// room for encoding this folds into few.
const SUBJECT_CHARS_MAX: usize = 200;

/// Longest body in bytes: a notice is a screen, not a report.
const BODY_BYTES_MAX: usize = 64 * 1024;

/// For each step of the SMTP dialogue. The relay is the site's own; the outbox tries again.
const RELAY_TIMEOUT: Duration = Duration::from_secs(10);

/// Who is told, and through which relay.
#[derive(Clone, Debug)]
pub struct NotifySettings {
    /// `host:port`, spoken to without TLS: the local machine or a trusted network.
    pub relay: String,
    /// The sender's address, also of the envelope.
    pub from: String,
    /// The admins' addresses, 1 to [`ADMINS_MAX`].
    pub admins: Vec<String>,
}

/// Mails by SMTP.
pub struct SmtpNotifier {
    relay: String,
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    admins: Vec<Mailbox>,
}

impl SmtpNotifier {
    /// Checks the settings; connects to nothing yet.
    pub fn new(settings: &NotifySettings) -> Result<Self, SettingError> {
        let (host, port) = host_and_port(&settings.relay)?;
        if settings.admins.is_empty() || settings.admins.len() > ADMINS_MAX {
            return Err(SettingError::Admins { given: settings.admins.len(), max: ADMINS_MAX });
        }
        let transport = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host)
            .port(port)
            .timeout(Some(RELAY_TIMEOUT))
            .build();
        let admins = settings.admins.iter().map(|text| mailbox(text)).collect::<Result<_, _>>()?;
        Ok(Self { relay: settings.relay.clone(), transport, from: mailbox(&settings.from)?, admins })
    }

    /// Those whom the notice names beside the configured ones, each once. What is no address (a login without a domain)
    /// cannot be written to.
    fn further(&self, notice: &Notice) -> Vec<Mailbox> {
        let mut further: Vec<Mailbox> = Vec::new();
        for mailbox in notice.also_to.iter().filter_map(|address| mailbox(address).ok()).take(FURTHER_MAX) {
            let is_same =
                |other: &Mailbox| other.email.to_string().eq_ignore_ascii_case(mailbox.email.as_ref());
            if !self.admins.iter().chain(&further).any(is_same) {
                further.push(mailbox);
            }
        }
        further
    }

    fn message(&self, notice: &Notice, admin: &Mailbox) -> Result<Message, lettre::error::Error> {
        let builder = self.builder(&notice.subject, &notice.body, notice.at).to(admin.clone());
        let plain = builder.header(ContentType::TEXT_PLAIN);
        plain.body(shortened(&notice.body, BODY_BYTES_MAX).to_owned()).map(from_a_program)
    }

    /// The same in two forms, of which the reader's program shows the one that it can.
    fn letter(&self, letter: &OwnerLetter, to: Mailbox) -> Result<Message, lettre::error::Error> {
        let builder = self.builder(&letter.subject, &letter.text, letter.at).to(to);
        let text = shortened(&letter.text, BODY_BYTES_MAX).to_owned();
        let html = shortened(&letter.html, BODY_BYTES_MAX).to_owned();
        builder.multipart(MultiPart::alternative_plain_html(text, html)).map(from_a_program)
    }

    fn builder(&self, subject: &str, body: &str, at: Timestamp) -> MessageBuilder {
        let micros = u64::try_from(at.unix_micros()).unwrap_or(0);
        Message::builder()
            .from(self.from.clone())
            .subject(one_line(subject))
            .date(SystemTime::UNIX_EPOCH + Duration::from_micros(micros))
            .message_id(Some(message_id(subject, body, at, self.from.email.domain())))
    }

    async fn send(&self, message: Result<Message, lettre::error::Error>) -> Result<(), ExportError> {
        let failed = |message: String| ExportError::Mail { relay: self.relay.clone(), message };
        let message = message.map_err(|error| failed(chain(&error)))?;
        self.transport.send(message).await.map(drop).map_err(|error| failed(chain(&error)))
    }
}

/// RFC 3834: vacation programs do not answer this.
fn from_a_program(mut message: Message) -> Message {
    let name = HeaderName::new_from_ascii_str("Auto-Submitted");
    message.headers_mut().insert_raw(HeaderValue::new(name, "auto-generated".to_owned()));
    message
}

#[async_trait]
impl Notifier for SmtpNotifier {
    fn is_configured(&self) -> bool {
        true
    }

    /// One mail per admin, so that one bad address does not keep the others from being told. When one fails
    /// the whole is tried again later; the same notice has the same Message-ID, so mailboxes can tell.
    async fn notify_admins(&self, notice: Notice) -> Result<(), ExportError> {
        let mut outcome = Ok(());
        for admin in self.admins.iter().chain(&self.further(&notice)) {
            let sent = self.send(self.message(&notice, admin)).await;
            if outcome.is_ok() {
                outcome = sent;
            }
        }
        outcome
    }

    /// To that address alone: it is read as one address, so nothing of it becomes a second recipient or a header.
    async fn write_to_owner(&self, letter: OwnerLetter) -> Result<(), ExportError> {
        let to = letter.to.parse().map_err(|_| ExportError::Mail {
            relay: self.relay.clone(),
            message: format!("{:?} is no address", letter.to),
        })?;
        self.send(self.letter(&letter, Mailbox::new(None, to))).await
    }
}

/// For a site that tells nobody.
pub struct NoNotifier;

#[async_trait]
impl Notifier for NoNotifier {
    fn is_configured(&self) -> bool {
        false
    }

    async fn notify_admins(&self, _notice: Notice) -> Result<(), ExportError> {
        Err(ExportError::NotConfigured)
    }

    async fn write_to_owner(&self, _letter: OwnerLetter) -> Result<(), ExportError> {
        Err(ExportError::NotConfigured)
    }
}

/// `host:port`, with an IPv6 address in brackets.
fn host_and_port(relay: &str) -> Result<(&str, u16), SettingError> {
    let refuse = || SettingError::Relay { given: relay.to_owned() };
    let (host, port) = relay.rsplit_once(':').ok_or_else(refuse)?;
    let host = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(host);
    let plain = !host.is_empty() && !host.chars().any(|c| c.is_whitespace() || c.is_control());
    match port.parse() {
        Ok(port) if plain && port != 0 => Ok((host, port)),
        _ => Err(refuse()),
    }
}

fn mailbox(text: &str) -> Result<Mailbox, SettingError> {
    text.parse().map_err(|_| SettingError::Address { given: text.to_owned() })
}

/// The same for every attempt to send the same notice.
fn message_id(subject: &str, body: &str, at: Timestamp, domain: &str) -> String {
    let mut hasher = DefaultHasher::new();
    (subject, body).hash(&mut hasher);
    format!("<postern.{}.{:016x}@{domain}>", at.unix_micros(), hasher.finish())
}

fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(SUBJECT_CHARS_MAX).collect()
}

fn shortened(text: &str, bytes_max: usize) -> &str {
    &text[..text.floor_char_boundary(bytes_max)]
}

fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}

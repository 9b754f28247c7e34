//! Mails to the admins through the site's own relay.
//!
//! Does not know what happened: subject and body come in words. Nothing of a notice can become a header of
//! its own or a further recipient.

#[cfg(test)]
mod tests;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use postern_engine::ports::{ExportError, Notice, Notifier};

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
        let micros = u64::try_from(notice.at.unix_micros()).unwrap_or(0);
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(admin.clone())
            .subject(one_line(&notice.subject))
            .date(SystemTime::UNIX_EPOCH + Duration::from_micros(micros))
            .message_id(Some(message_id(notice, self.from.email.domain())))
            .header(ContentType::TEXT_PLAIN)
            .body(shortened(&notice.body, BODY_BYTES_MAX).to_owned())?;
        // RFC 3834: vacation programs do not answer this.
        message.headers_mut().insert_raw(HeaderValue::new(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        ));
        Ok(message)
    }
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
            let failed = |message: String| ExportError::Mail { relay: self.relay.clone(), message };
            let sent = match self.message(&notice, admin) {
                Ok(message) => self.transport.send(message).await.map(drop).map_err(|e| failed(chain(&e))),
                Err(error) => Err(failed(chain(&error))),
            };
            if outcome.is_ok() {
                outcome = sent;
            }
        }
        outcome
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
fn message_id(notice: &Notice, domain: &str) -> String {
    let mut hasher = DefaultHasher::new();
    (&notice.subject, &notice.body).hash(&mut hasher);
    format!("<postern.{}.{:016x}@{domain}>", notice.at.unix_micros(), hasher.finish())
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

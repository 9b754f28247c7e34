//! What one milter connection has said, and the answer to its next packet. Knows no socket.
//!
//! ```text
//! negotiated ──CONNECT──▶ between mails ──MAIL──▶ in a mail ──end of message, ABORT──▶ between mails
//!                                           │
//!                                           └─ none of ours: accepted at once, nothing more of it comes
//! ```

use std::borrow::Cow;

use postern_engine::ask::{MailAnswer, MailBegun, MailFrom};
use postern_wire::milter::{
    Command, MAY_CHOOSE_MACROS, MAY_QUARANTINE, MAY_SKIP_BODY, MacroWishes, Macros, NO_REPLY_TO_CONNECT,
    NO_REPLY_TO_HEADER, Reply, STEPS_WANTED, VERSION, addresses, bare,
};

use crate::answers::AnswersMail;

/// Longest login, queue id, host name or address that is kept of a packet, in bytes; twice an address's greatest length.
const TEXT_BYTES_MAX: usize = 640;

/// So much of a header's value is looked at, in bytes.
const HEADER_BYTES_MAX: usize = 4 * 1024;

/// The macros that we need, whatever a site's main.cf says: the host's name at CONNECT, login and queue id at MAIL, the
/// queue id at the end.
const WISHES: MacroWishes<'static> = &[(0, "j"), (2, "i {auth_authen}"), (5, "i")];

/// The header in which a rule of the site's `header_checks` repeats what Postfix says of mail from `sendmail`
/// (docs/operate/milter.md). Postfix hides its own Received line from milters.
const HANDED_OVER: &str = "X-Postern-Handed-Over";

/// The peer speaks another version of the protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "the mail server speaks version {0} of the milter protocol and we speak {VERSION}: set milter_protocol = 6"
)]
pub(super) struct WrongVersion(u32);

/// Whether the connection goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    Read,
    Close,
}

/// One connection.
pub(super) struct Session<'e, A: AnswersMail> {
    answers: &'e A,
    steps: u32,
    may_hold: bool,
    host: String,
    client_address: String,
    /// The server said "localhost" and no port, as for mail that came without SMTP. Another server than Postfix may know
    /// the queue id of every mail at MAIL, so that alone says nothing.
    is_without_smtp: bool,
    login: String,
    queue_id: String,
    mail: Option<A::Mail>,
    /// No header was seen of the present mail: only its first can be the server's own.
    is_first_header: bool,
}

impl<'e, A: AnswersMail> Session<'e, A> {
    pub(super) fn new(answers: &'e A) -> Self {
        Self {
            answers,
            steps: 0,
            may_hold: false,
            host: String::new(),
            client_address: String::new(),
            is_without_smtp: false,
            login: String::new(),
            queue_id: String::new(),
            mail: None,
            is_first_header: true,
        }
    }

    pub(super) fn is_between_mails(&self) -> bool {
        self.mail.is_none()
    }

    /// The answer to one packet, appended to `replies`; some packets have none.
    pub(super) fn answer(
        &mut self,
        command: Command<'_>,
        replies: &mut Vec<u8>,
    ) -> Result<Next, WrongVersion> {
        let mut reply = Reply::Continue;
        let text;
        match command {
            Command::Negotiate { version, actions, steps } => {
                reply = self.negotiate(version, actions, steps)?;
            }
            Command::Macros { of, macros } => {
                self.note_macros(of, macros);
                return Ok(Next::Read);
            }
            Command::Connect { address, port } => {
                self.is_without_smtp = port == 0 && matches!(address, Some(b"127.0.0.1" | b"::1"));
                self.client_address = address.map(kept).unwrap_or_default();
                if self.steps & NO_REPLY_TO_CONNECT != 0 {
                    return Ok(Next::Read);
                }
            }
            Command::Mail { sender } => {
                let answer = self.begin(&kept(bare(sender)));
                text = answer;
                reply = self.reply(&text);
            }
            Command::Recipient { address } => {
                if let Some(mail) = &mut self.mail {
                    text = self.answers.mail_recipient(mail, &kept(bare(address)));
                    reply = self.reply(&text);
                }
            }
            Command::Header { name, value } => {
                self.header(name, value);
                if self.steps & NO_REPLY_TO_HEADER != 0 {
                    return Ok(Next::Read);
                }
            }
            Command::Body(piece) => {
                let wants_more = self.mail.as_mut().is_some_and(|mail| self.answers.mail_body(mail, piece));
                if !wants_more && self.steps & MAY_SKIP_BODY != 0 {
                    reply = Reply::SkipBody;
                }
            }
            Command::EndOfMessage => {
                if let Some(mail) = self.mail.take() {
                    text = self.answers.mail_complete(&mail, &self.queue_id);
                    reply = self.reply(&text);
                }
                self.forget_mail();
            }
            Command::Abort => {
                self.forget_mail();
                return Ok(Next::Read);
            }
            Command::Quit => return Ok(Next::Close),
            Command::NextClient => {
                self.forget_mail();
                self.client_address.clear();
                self.is_without_smtp = false;
                return Ok(Next::Read);
            }
            Command::Other(_) => {}
        }
        reply.encode(replies);
        Ok(Next::Read)
    }

    fn negotiate(&mut self, version: u32, actions: u32, steps: u32) -> Result<Reply<'static>, WrongVersion> {
        if version < VERSION {
            return Err(WrongVersion(version));
        }
        self.steps = steps & STEPS_WANTED;
        self.may_hold = actions & MAY_QUARANTINE != 0;
        let actions = actions & (MAY_QUARANTINE | MAY_CHOOSE_MACROS);
        Ok(Reply::Negotiate { actions, steps: self.steps, wishes: WISHES })
    }

    fn begin(&mut self, sender: &str) -> MailAnswer {
        self.mail = None;
        self.is_first_header = true;
        let from = match (self.login.as_str(), self.queue_id.as_str()) {
            ("", "") => MailFrom::Outside,
            ("", _) if self.is_without_smtp => MailFrom::Program { host: &self.host },
            ("", _) => MailFrom::Outside,
            (login, _) => MailFrom::Login(login),
        };
        let begun = MailBegun { from, sender, client_address: &self.client_address };
        let (answer, mail) = self.answers.mail_begun(&begun);
        self.mail = mail;
        answer
    }

    /// Macros come before the command that they are of. Those of MAIL begin a mail, so what they do not name is empty.
    fn note_macros(&mut self, of: u8, macros: Macros<'_>) {
        let text = |name| macros.get(name).map(kept);
        match of {
            b'C' => self.host = text("j").unwrap_or_default(),
            b'M' => {
                self.login = text("{auth_authen}").unwrap_or_default();
                self.queue_id = text("i").unwrap_or_default();
            }
            _ => {
                if let Some(queue_id) = text("i") {
                    self.queue_id = queue_id;
                }
            }
        }
    }

    fn header(&mut self, name: &[u8], value: &[u8]) {
        let is_first = std::mem::take(&mut self.is_first_header);
        let Some(mail) = &mut self.mail else { return };
        let is = |known: &str| name.eq_ignore_ascii_case(known.as_bytes());
        if is("From") || is("Sender") {
            let value = lossy(&value[..value.len().min(HEADER_BYTES_MAX)]);
            for address in addresses(&value) {
                self.answers.mail_header_sender(mail, address);
            }
        } else if is_first
            && is(HANDED_OVER)
            && let Some(user_id) = handed_over_by(&lossy(value), &self.queue_id)
        {
            self.answers.mail_handed_over_by(mail, user_id);
        } else {
            let value = lossy(&value[..value.len().min(HEADER_BYTES_MAX)]);
            self.answers.mail_header(mail, &lossy(name), &value);
        }
    }

    fn forget_mail(&mut self) {
        self.mail = None;
        self.login.clear();
        self.queue_id.clear();
        self.is_first_header = true;
    }

    fn reply<'a>(&self, answer: &'a MailAnswer) -> Reply<'a> {
        match answer {
            MailAnswer::NotOurs => Reply::Accept,
            MailAnswer::GoOn => Reply::Continue,
            MailAnswer::Refuse { text } => Reply::Refuse { text },
            // A server that cannot hold would take the packet for a broken milter.
            MailAnswer::Hold { text } if self.may_hold => Reply::Hold { reason: text },
            MailAnswer::Hold { text } => Reply::Refuse { text },
        }
    }
}

/// `33 4jb3V84g2lz1SRm3`: the user's id, and the queue id, which no program can know before its mail has one. A header
/// that a program wrote itself is told apart by that.
fn handed_over_by(value: &str, queue_id: &str) -> Option<u32> {
    let (user_id, of) = value.trim().split_once(' ')?;
    if queue_id.is_empty() || of != queue_id {
        return None;
    }
    user_id.parse().ok()
}

fn lossy(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// What is kept of a field: at most [`TEXT_BYTES_MAX`] bytes, U+FFFD for what is no UTF-8.
fn kept(bytes: &[u8]) -> String {
    lossy(&bytes[..bytes.len().min(TEXT_BYTES_MAX)]).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lets everything through and keeps nothing.
    struct Anything;

    impl AnswersMail for Anything {
        type Mail = ();

        fn mail_begun(&self, _begun: &MailBegun<'_>) -> (MailAnswer, Option<()>) {
            (MailAnswer::GoOn, Some(()))
        }

        fn mail_recipient(&self, _mail: &mut (), _address: &str) -> MailAnswer {
            MailAnswer::GoOn
        }

        fn mail_handed_over_by(&self, _mail: &mut (), _user_id: u32) {}

        fn mail_header_sender(&self, _mail: &mut (), _address: &str) {}

        fn mail_header(&self, _mail: &mut (), _name: &str, _value: &str) {}

        fn mail_body(&self, _mail: &mut (), _piece: &[u8]) -> bool {
            true
        }

        fn mail_complete(&self, _mail: &(), _queue_id: &str) -> MailAnswer {
            MailAnswer::Hold { text: String::new() }
        }
    }

    /// Packets in any order with any data, two hundred thousand of them: no panic, and no field outgrows its limit.
    #[test]
    fn no_packets_in_no_order_make_a_session_panic() {
        let mut state = 0x9E37_79B9_7F4A_7C15_u64;
        let mut random = move || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state
        };
        let mut session = Session::new(&Anything);
        let mut replies = Vec::new();
        for _ in 0..200_000 {
            let code = b"OODDDCHMRRTLLNBEAKUQx"[random() as usize % 21];
            let length = random() as usize % if random() % 50 == 0 { 5_000 } else { 24 };
            let mut data: Vec<u8> = (0..length)
                .map(|_| b"\0\0\0iM<>@,:;()\"\\{}auth_authen46 \xff\xc3"[random() as usize % 33])
                .collect();
            if random() % 4 == 0 {
                data.splice(..0, b"\0\0\0\x06\0\0\x01\xff".iter().copied());
            }
            let packet = [&u32::to_be_bytes(1 + data.len() as u32)[..], &[code], &data].concat();
            if let Ok(Some(decoded)) = postern_wire::milter::decode(&packet) {
                let _closed = session.answer(decoded.command, &mut replies);
            }
            // U+FFFD has three bytes where the packet had one.
            for kept in [&session.host, &session.login, &session.queue_id, &session.client_address] {
                assert!(kept.len() <= 3 * TEXT_BYTES_MAX);
            }
            replies.clear();
        }
    }

    #[test]
    fn a_user_id_is_believed_only_beside_the_mails_own_queue_id() {
        assert_eq!(handed_over_by(" 33 4jb3V84g2lz1SRm3", "4jb3V84g2lz1SRm3"), Some(33));
        for (value, queue_id) in [
            ("33 4jb3V84g2lz1SRm3", "4jb3V84g2lz1SRm4"),
            ("33 ", ""),
            ("33", "33"),
            ("root 4jb", "4jb"),
            ("4294967296 4jb", "4jb"),
            ("", "4jb"),
        ] {
            assert_eq!(handed_over_by(value, queue_id), None, "{value:?}");
        }
    }
}

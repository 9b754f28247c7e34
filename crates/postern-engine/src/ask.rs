//! What a gate asks and what it is answered, or tells, in words that no protocol owns.

use postern_core::outbound::Answer;

/// Dovecot's (or another program's) question about an attempt. Borrowed from the request's bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct SignInAsk<'a> {
    /// The login as it came.
    pub login: &'a str,
    /// The client's address as it came; may be empty or nonsense.
    pub remote: &'a str,
    /// Dovecot's truncated password hash, hex; empty when none came.
    pub pwhash: &'a str,
    /// `imap`, `pop3`, `smtp`, `sieve`, …
    pub protocol: &'a str,
    /// Dovecot's session id; empty for SMTP through Postfix.
    pub session: &'a str,
    /// What the client says it is.
    pub device: &'a str,
    /// `after` once the password was right, empty before.
    pub phase: &'a str,
    /// The mechanism: `PLAIN`, `LOGIN`, `CRAM-MD5`, …; empty when unknown.
    pub mechanism: &'a str,
    /// Which credential was right, in the directory's words (`main`, `app1`, …); empty when not known.
    pub credential: &'a str,
}

/// What a program reports about an attempt.
#[derive(Clone, Copy, Debug, Default)]
pub struct SignInReport<'a> {
    /// The attempt.
    pub ask: SignInAsk<'a>,
    /// It signed in.
    pub success: bool,
    /// We refused it (before or after the check: the phase tells).
    pub policy_reject: bool,
    /// Dovecot 2.4 and wforce: `internal`, `credentials`, `account`, `expired`, `disabled`, `policy`; else empty.
    pub fail_type: &'a str,
}

/// The answer to an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignInAnswer {
    /// Go on, refuse, or go on after so many seconds.
    pub status: SignInStatus,
    /// Shown to the client; plain ASCII, no line break; empty in almost every case.
    pub message: String,
}

/// Dovecot's three kinds of answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInStatus {
    /// Go on.
    Allow,
    /// Go on after a delay in seconds.
    Delay(u8),
    /// Refuse.
    Refuse,
}

/// What Postfix asks, of the attributes that we use. Borrowed from the request's bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct PolicyAsk<'a> {
    /// `RCPT`, `END-OF-MESSAGE`, …
    pub protocol_state: &'a str,
    /// The authenticated login; empty when unauthenticated. Only this counts, never the sender address.
    pub sasl_username: &'a str,
    /// The envelope sender.
    pub sender: &'a str,
    /// The recipient (RCPT, or a single-recipient message at its end).
    pub recipient: &'a str,
    /// Accepted recipients, at the end of a message.
    pub recipient_count: u32,
    /// The size in bytes, at the end of a message.
    pub size: u64,
    /// Joins the requests of one message.
    pub instance: &'a str,
    /// Postfix's queue id, when it has one.
    pub queue_id: &'a str,
    /// The client's address.
    pub client_address: &'a str,
}

/// The answer to Postfix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PolicyAnswer {
    /// Not ours to say (unauthenticated, or a state that we do not judge).
    Dunno,
    /// The account may send: skip the map (the restriction class).
    Open,
    /// The account may send, after so many seconds.
    OpenAfter {
        /// Delay in seconds.
        delay_s: u8,
    },
    /// 550 5.7.1 with this text: plain ASCII, one line, at most 400 bytes.
    Refuse {
        /// The text after the code.
        text: String,
    },
    /// 421 4.7.0 with this text, after which the mail server closes the connection: whoever has this session may not sign
    /// in any more.
    Close {
        /// The text after the code.
        text: String,
    },
}

/// From whom a mail comes that a milter is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailFrom<'a> {
    /// Somebody who signed in.
    Login(&'a str),
    /// A program on a host of ours that handed it over without SMTP.
    Program {
        /// The host, as the mail server calls itself.
        host: &'a str,
    },
    /// Anybody else: mail that comes in. Receiving is never touched.
    Outside,
}

/// A mail begins. Borrowed from the request's bytes.
#[derive(Clone, Copy, Debug)]
pub struct MailBegun<'a> {
    /// From whom.
    pub from: MailFrom<'a>,
    /// The envelope sender without brackets; empty for a bounce.
    pub sender: &'a str,
    /// The client's address; empty when there is none.
    pub client_address: &'a str,
}

/// The answer about a mail, at its beginning, at a recipient, and at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailAnswer {
    /// Nothing more about this mail need be asked.
    NotOurs,
    /// Nothing against it so far.
    GoOn,
    /// 550 5.7.1 with this text, the same as [`PolicyAnswer::Refuse`].
    Refuse {
        /// The text after the code.
        text: String,
    },
    /// At its end: take it and hold it, because whoever handed it over cannot be told no.
    Hold {
        /// Why, for the server's log.
        text: String,
    },
}

/// What a line of the mail log tells of one message. Borrowed from the line.
#[derive(Clone, Copy, Debug)]
pub struct LogTold<'a> {
    /// The message's queue id.
    pub queue_id: &'a str,
    /// When the line was written, unix seconds, where it says so with its year and zone.
    pub at_unix_s: Option<i64>,
    /// What it tells.
    pub what: Told<'a>,
}

/// What is told of a message.
#[derive(Clone, Copy, Debug)]
pub enum Told<'a> {
    /// A client hands it in.
    HandedIn {
        /// Its login, if it signed in.
        login: Option<&'a str>,
        /// Its address; may be `unknown`.
        client_address: &'a str,
    },
    /// A program on the mail server's host hands it in.
    HandedOver,
    /// It is in the queue, with this envelope sender; empty for a bounce.
    Queued {
        /// The envelope sender.
        sender: &'a str,
    },
    /// One attempt to deliver it to one recipient.
    Answered {
        /// The recipient after aliases.
        to: &'a str,
        /// What became of it.
        answer: Answer<'a>,
        /// The server that took it runs on the same host: a content filter, from which the mail comes back.
        is_on_this_host: bool,
    },
}

//! The gates: where a mail server asks us, or tells. Which there are, not what is asked there.

use crate::account::codes;

/// A place where a mail server asks or tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GateKind {
    /// Dovecot's questions at each sign-in.
    AuthPolicy,
    /// Postfix's questions at each recipient.
    PostfixPolicy,
    /// Postfix's milter, which shows whole mails.
    Milter,
    /// Postfix's log, which tells how mail was taken.
    MailLog,
}

// The names of the sections in the configuration, after `gates.`.
codes!(GateKind {
    GateKind::AuthPolicy => "auth_policy",
    GateKind::PostfixPolicy => "postfix_policy",
    GateKind::Milter => "milter",
    GateKind::MailLog => "mail_log",
});

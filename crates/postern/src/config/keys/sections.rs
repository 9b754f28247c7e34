//! The sections of the configuration file, in its order; what the keys within them decide is not known here.

use super::Section;

const fn section(path: &'static str, without: &'static str, about: &'static str) -> Section {
    Section { path, without, about }
}

/// Every section, in the order of the file. `gates` and `exports` only hold others.
pub const SECTIONS: &[Section] = &[
    section("", "", "The top of the file."),
    section("site", "", "Names, domains and time of the organisation."),
    section("control", "", "The socket of the command line. Only root and the server's own user may use it."),
    section(
        "gates.postfix_policy",
        "Postfix has nobody to ask.",
        "Where Postfix asks (SMTPD policy delegation).",
    ),
    section(
        "gates.milter",
        "Mail that programs hand over with sendmail is not counted, and nobody looks at headers and texts.",
        "Where Postfix's milter client asks: what the policy gate cannot see (docs/operate/milter.md).",
    ),
    section(
        "gates.mail_log",
        "Nobody learns what became of the mail: addresses that do not exist, and servers that took it for spam.",
        "Postfix's log, read as it grows (docs/operate/mail-log.md).",
    ),
    section("gates.auth_policy", "Dovecot has nobody to ask.", "Where Dovecot asks (auth-policy over HTTP)."),
    section(
        "web",
        "No application can ask over HTTP, and no one-time link can be made.",
        "Where applications ask (webmail, VPN, portals) and where the owner's one-time link leads. Plain HTTP: put it \
         behind the site's reverse proxy, which speaks TLS.",
    ),
    section(
        "exports.dovecot",
        "A block of signing in does not hold while Postern is stopped.",
        "Dovecot's files: they hold every block with Postern stopped.",
    ),
    section(
        "exports.postfix",
        "A restriction of sending does not hold while Postern is stopped.",
        "Postfix's map of restricted logins: it holds every restriction with Postern stopped.",
    ),
    section(
        "mail_queue",
        "What a restricted account has in the queue goes out, and nobody can look at it here.",
        "Postfix's queue on this machine: mail of one account is held, shown, released and deleted (docs/operate/queue.md).",
    ),
    section(
        "doveadm",
        "An open session goes on when signing in is blocked or a password changes, and nobody sees it here.",
        "Dovecot's API on this machine: open sessions are shown and ended (docs/operate/sessions.md).",
    ),
    section("notify", "Nobody is told.", "Mail to the admins."),
    section(
        "reports",
        "Nobody's complaints are believed. Bounces are taken without it.",
        "Complaints about mail of ours that come as reports (docs/operate/reports.md).",
    ),
    section(
        "geo",
        "Sources have no country and no operator, and nothing is concluded from either.",
        "Databases of places in the MaxMind DB format (.mmdb). Each is optional, and an update is read while Postern runs.",
    ),
    section(
        "passwords",
        "Only the built-in list of common passwords is asked.",
        "Passwords that nobody may set.",
    ),
    section("log", "", "The server's own log, written to standard error."),
];

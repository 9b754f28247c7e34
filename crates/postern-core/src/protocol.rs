//! The ways in which somebody signs in to an account, as far as they can be opened and closed one by one.

use crate::account::codes;

/// A way to sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Protocol {
    /// Reading mail by IMAP.
    Imap,
    /// Fetching mail by POP3.
    Pop3,
    /// Handing mail in (SMTP).
    Submission,
    /// Changing filter rules.
    ManageSieve,
    /// Web mail and portals: whatever signs people in through our HTTP API.
    Portal,
}

codes!(Protocol {
    Protocol::Imap => "imap",
    Protocol::Pop3 => "pop3",
    Protocol::Submission => "submission",
    Protocol::ManageSieve => "managesieve",
    Protocol::Portal => "portal",
});

impl Protocol {
    /// Those of mail programs.
    pub const OF_MAIL: &'static [Protocol] =
        &[Protocol::Imap, Protocol::Pop3, Protocol::Submission, Protocol::ManageSieve];

    /// As whoever asks at the sign-in gate calls it; `None` for what is none of these (LMTP, `doveadm`, nothing said).
    pub fn of_service(service: &str) -> Option<Self> {
        let is = |names: &[&str]| names.iter().any(|name| service.eq_ignore_ascii_case(name));
        match service {
            _ if is(&["imap", "imaps"]) => Some(Protocol::Imap),
            _ if is(&["pop3", "pop3s"]) => Some(Protocol::Pop3),
            _ if is(&["smtp", "submission", "submissions"]) => Some(Protocol::Submission),
            _ if is(&["sieve", "managesieve"]) => Some(Protocol::ManageSieve),
            _ if is(&["webmail", "portal"]) => Some(Protocol::Portal),
            _ => None,
        }
    }

    /// What Dovecot calls it (`%s`): submission is `smtp` where Postfix asks, and `submission` in Dovecot's own server.
    pub const fn services(self) -> &'static [&'static str] {
        match self {
            Protocol::Imap => &["imap"],
            Protocol::Pop3 => &["pop3"],
            Protocol::Submission => &["smtp", "submission"],
            Protocol::ManageSieve => &["sieve"],
            Protocol::Portal => &[],
        }
    }
}

/// Some of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Protocols(u8);

impl Protocols {
    /// Every protocol of mail programs.
    pub fn of_mail() -> Self {
        Protocol::OF_MAIL.iter().copied().collect()
    }

    /// Whether `protocol` is among them.
    pub const fn contains(self, protocol: Protocol) -> bool {
        self.0 & (1 << protocol as u8) != 0
    }

    /// None of them.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Each, in their order.
    pub fn iter(self) -> impl Iterator<Item = Protocol> {
        Protocol::ALL.iter().copied().filter(move |&protocol| self.contains(protocol))
    }
}

impl FromIterator<Protocol> for Protocols {
    fn from_iter<I: IntoIterator<Item = Protocol>>(protocols: I) -> Self {
        Self(protocols.into_iter().fold(0, |bits, protocol| bits | 1 << protocol as u8))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_service_of_dovecot_is_one_protocol_and_what_only_delivers_is_none() {
        for &protocol in Protocol::ALL {
            for service in protocol.services() {
                assert_eq!(Protocol::of_service(service), Some(protocol), "{service}");
            }
        }
        assert_eq!(Protocol::of_service("IMAP"), Some(Protocol::Imap));
        for service in ["", "lmtp", "doveadm", "admin"] {
            assert_eq!(Protocol::of_service(service), None, "{service}");
        }
    }

    #[test]
    fn a_set_holds_what_was_put_in_and_nothing_else() {
        let set: Protocols = [Protocol::Pop3, Protocol::Imap, Protocol::Pop3].into_iter().collect();
        assert_eq!(set.iter().collect::<Vec<_>>(), [Protocol::Imap, Protocol::Pop3]);
        assert!(!set.contains(Protocol::Submission) && !set.is_empty() && Protocols::default().is_empty());
        assert!(!Protocols::of_mail().contains(Protocol::Portal));
    }
}

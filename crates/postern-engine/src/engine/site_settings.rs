//! What the site decided in its configuration file, as far as the engine or a page needs it.

use postern_core::account::Language;
use postern_core::name::NameRules;

/// Longest line about the help desk, characters: a name, a number, an address and when somebody is there.
pub const CONTACT_CHARS_MAX: usize = 300;

/// How people reach the help desk, a line in each language that the site wrote one in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact(Vec<(Language, String)>);

impl Contact {
    /// The line of one language, in place of an older one.
    pub fn set(&mut self, language: Language, text: String) {
        self.0.retain(|(known, _)| *known != language);
        self.0.push((language, text));
    }

    /// The line for a reader, else the English one, else any: a number is better than nothing.
    pub fn line(&self, language: Language) -> Option<(Language, &str)> {
        let of = |wanted: Language| self.0.iter().find(move |(known, _)| *known == wanted);
        let found = of(language).or_else(|| of(Language::En)).or_else(|| self.0.first());
        found.map(|(language, text)| (*language, text.as_str()))
    }
}

/// What the site decided in its configuration file.
#[derive(Clone, Debug)]
pub struct SiteSettings {
    /// How names are read.
    pub names: NameRules,
    /// Our own domains: recipients there weigh less in novelty.
    pub own_domains: Vec<String>,
    /// Where a refused sender is sent to read more, without a trailing slash: `https://mail.example/why`.
    pub help_url: String,
    /// Where people and programs reach us, without a trailing slash: `https://postern.example`. Links are made of
    /// this and never of what a request says (reliability, decision 10). `None`: no web listener.
    pub public_url: Option<String>,
    /// How people reach the help desk.
    pub contact: Contact,
    /// Whose complaints about our mail are believed; nobody's by default.
    pub reporters: crate::sending::TrustedReporters,
    /// The header by which the site's own scanner calls a mail spam; `None` where it has none in front of our milter.
    pub spam_header: Option<crate::sending::SpamHeader>,
    /// The organisation's time zone: when its day ends, and the zone of times in mails to admins.
    pub time_zone: jiff::tz::TimeZone,
    /// The language of mails to the admins.
    pub admin_language: postern_core::account::Language,
    /// Where the network translates IPv4 clients to IPv6 for us: such addresses are the IPv4 ones.
    pub nat64: Option<postern_core::address::Nat64Prefix>,
    /// Whether the queued mail of an account is held when its sending becomes restricted.
    pub holds_queue_of_restricted: bool,
    /// Words that the site rules out in passwords.
    pub password_words: std::sync::Arc<postern_core::password_rules::WordSet>,
    /// What the configuration connects us with.
    pub connections: crate::connections::ConnectionSettings,
    /// The configuration as a page shows it.
    pub configured: crate::configured::Configured,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_the_own_line_else_the_english_else_any() {
        let mut contact = Contact::default();
        assert_eq!(contact.line(Language::Sv), None);
        contact.set(Language::Lv, "67 00 00 00".to_owned());
        assert_eq!(contact.line(Language::Sv), Some((Language::Lv, "67 00 00 00")));
        contact.set(Language::En, "call 12".to_owned());
        contact.set(Language::En, "call 12 34".to_owned());
        assert_eq!(contact.line(Language::Sv), Some((Language::En, "call 12 34")));
        assert_eq!(contact.line(Language::Lv), Some((Language::Lv, "67 00 00 00")));
    }
}

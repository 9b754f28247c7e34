//! Where an account's mail goes beside its inbox, as far as the rules of its owner (Sieve) can be read. What of it leaves the
//! house, and which rule hides mail, is decided here; how it is read is not known.

use crate::name::{AccountName, NameRules, normalise_recipient};

/// A rule, and when it acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailRule {
    /// What it does.
    pub deed: RuleDeed,
    /// Only when a test of the script says so.
    pub is_conditional: bool,
    /// In which line of its script, from 1.
    pub line: u32,
}

/// What a rule does with a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleDeed {
    /// Sends it on.
    Redirect {
        /// Where to, as it is written.
        to: String,
        /// A copy stays.
        is_copy: bool,
    },
    /// Puts it into a folder.
    FileInto {
        /// Which.
        folder: String,
        /// And does what else would be done.
        is_copy: bool,
    },
    /// Throws it away.
    Discard,
    /// Refuses it.
    Reject,
    /// Ends the script, so that no later rule acts.
    Stop,
    /// Answers the sender.
    Vacation,
    /// Runs another script.
    Include {
        /// Its name.
        script: String,
        /// It is the site's and not the person's.
        is_global: bool,
    },
    /// Tells somebody elsewhere of it.
    Notify {
        /// Whom, as it is written: `mailto:…`.
        method: String,
    },
    /// Keeps it in the inbox.
    Keep,
    /// Something else, by its name.
    Other {
        /// The command.
        command: String,
    },
}

/// Where an address leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForwardReach {
    /// It stays in the house.
    Own,
    /// It leaves it.
    Outside,
    /// Nobody can say: the script makes it up while it runs.
    Computed,
}

crate::account::codes!(ForwardReach {
    ForwardReach::Own => "own",
    ForwardReach::Outside => "outside",
    ForwardReach::Computed => "computed",
});

/// Where a forward is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ForwardOrigin {
    /// In a script of the account.
    Rule {
        /// Its name.
        script: String,
        /// Only when a test says so.
        is_conditional: bool,
    },
}

/// Mail that is sent on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forward {
    /// Where to, as it is written.
    pub to: String,
    /// Whether that leaves the house.
    pub reach: ForwardReach,
    /// The account gets it too.
    pub keeps: bool,
    /// Where it is written.
    pub origin: ForwardOrigin,
}

impl MailRule {
    /// Where the rule sends mail, if it does, and whether what else would be done with the mail is done as well.
    pub fn sends_on(&self) -> Option<(&str, bool)> {
        match &self.deed {
            RuleDeed::Redirect { to, is_copy } => Some((to.trim(), *is_copy)),
            RuleDeed::Notify { method } => mailto(method).map(|to| (to, true)),
            RuleDeed::FileInto { .. }
            | RuleDeed::Discard
            | RuleDeed::Reject
            | RuleDeed::Stop
            | RuleDeed::Vacation
            | RuleDeed::Include { .. }
            | RuleDeed::Keep
            | RuleDeed::Other { .. } => None,
        }
    }

    /// Whether it takes mail out of the owner's sight: thrown away, or put where nobody looks.
    pub fn hides(&self) -> bool {
        match &self.deed {
            RuleDeed::Discard => true,
            RuleDeed::FileInto { folder, is_copy } => !is_copy && is_odd_folder(folder),
            RuleDeed::Redirect { .. }
            | RuleDeed::Reject
            | RuleDeed::Stop
            | RuleDeed::Vacation
            | RuleDeed::Include { .. }
            | RuleDeed::Notify { .. }
            | RuleDeed::Keep
            | RuleDeed::Other { .. } => false,
        }
    }
}

fn mailto(method: &str) -> Option<&str> {
    let (scheme, rest) = method.trim().split_once(':')?;
    scheme.eq_ignore_ascii_case("mailto").then(|| rest.split('?').next().unwrap_or(rest))
}

/// Folders in which attackers put what the owner must not see (outbound reference, b3): the bin, spam, feeds, and names of
/// one or two signs.
const ODD_FOLDERS: [&str; 10] = [
    "trash",
    "deleted items",
    "deleted messages",
    "junk",
    "spam",
    "junk e-mail",
    "rss feeds",
    "rss subscriptions",
    "conversation history",
    "archive",
];

/// Whether nobody looks into a folder of this name.
pub fn is_odd_folder(folder: &str) -> bool {
    let name = folder.rsplit(['/', '.']).next().unwrap_or(folder).trim().to_lowercase();
    name.chars().count() <= 2 || ODD_FOLDERS.contains(&name.as_str())
}

/// Whether mail to `address` leaves the house. `own_domains` are canonical.
pub fn reach_of(address: &str, names: &NameRules, own_domains: &[String]) -> ForwardReach {
    // The extension `variables` (RFC 5229).
    if address.contains("${") {
        return ForwardReach::Computed;
    }
    let address = bare(address);
    let Some((local, _)) = address.rsplit_once('@') else {
        // Without a domain it is a name of the mail server's own.
        return ForwardReach::Own;
    };
    // `user%host@ours` and its like may leave the house again at the mail server.
    if local.contains(['@', '%', '!']) {
        return ForwardReach::Outside;
    }
    let domain = normalise_recipient(address, names);
    let is_own = own_domains.iter().any(|own| Some(own.as_str()) == domain.domain());
    if is_own { ForwardReach::Own } else { ForwardReach::Outside }
}

/// The address without brackets and a name before them.
pub fn bare(address: &str) -> &str {
    let address = address.trim();
    let inner = address.rsplit_once('<').map_or(address, |(_, rest)| rest.split('>').next().unwrap_or(rest));
    inner.trim()
}

/// Whether an address names this account.
pub fn is_of(address: &str, own: &[AccountName], names: &NameRules) -> bool {
    let read = AccountName::parse(bare(address), names);
    read.is_ok_and(|read| own.contains(&read))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leaves_the_house_is_told_from_what_stays() {
        let names = NameRules::default();
        let own = ["contoso.example".to_owned()];
        let reach = |address: &str| reach_of(address, &names, &own);
        for address in ["ana@contoso.example", "Ana <ANA@Contoso.Example>", "root", "ana+x@contoso.example"] {
            assert_eq!(reach(address), ForwardReach::Own, "{address}");
        }
        for address in [
            "x@evil.example",
            "x%evil.example@contoso.example",
            "\"a@b\"@contoso.example",
            "x@sub.contoso.example",
        ] {
            assert_eq!(reach(address), ForwardReach::Outside, "{address}");
        }
        assert_eq!(reach("${to}@contoso.example"), ForwardReach::Computed);
    }

    #[test]
    fn rules_that_hide_mail_are_told_from_those_that_sort_it() {
        let rule = |deed| MailRule { deed, is_conditional: true, line: 1 };
        let into = |folder: &str, is_copy| RuleDeed::FileInto { folder: folder.to_owned(), is_copy };
        for deed in [
            RuleDeed::Discard,
            into("RSS Feeds", false),
            into("INBOX.Trash", false),
            into("..", false),
            into("a", false),
        ] {
            assert!(rule(deed.clone()).hides(), "{deed:?}");
        }
        for deed in [into("Projects/2026", false), into("Trash", true), RuleDeed::Keep, RuleDeed::Vacation] {
            assert!(!rule(deed.clone()).hides(), "{deed:?}");
        }
    }

    #[test]
    fn a_notice_by_mail_is_a_forward_too() {
        let target = |method: &str| {
            let deed = RuleDeed::Notify { method: method.to_owned() };
            MailRule { deed, is_conditional: false, line: 1 }.sends_on().map(|(to, _)| to.to_owned())
        };
        assert_eq!(target("mailto:x@evil.example?subject=hi").as_deref(), Some("x@evil.example"));
        assert_eq!(target("xmpp:x@evil.example"), None);
    }

    #[test]
    fn a_rule_that_sends_a_copy_on_leaves_the_mail_and_one_that_redirects_takes_it() {
        let keeps =
            |deed| MailRule { deed, is_conditional: false, line: 1 }.sends_on().map(|(_, keeps)| keeps);
        let redirect = |is_copy| RuleDeed::Redirect { to: "eve@evil.example".to_owned(), is_copy };
        assert_eq!(keeps(redirect(false)), Some(false));
        assert_eq!(keeps(redirect(true)), Some(true));
        assert_eq!(keeps(RuleDeed::Notify { method: "mailto:eve@evil.example".to_owned() }), Some(true));
        assert_eq!(keeps(RuleDeed::Discard), None);
    }
}

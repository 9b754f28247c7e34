//! Alternate addresses: where the owner of an account can be reached beside its mailbox, to get back in and to be told of
//! changes. Each is added by somebody, and verified by whoever reads the mail there.
//!
//! ```text
//!   typed ──▶ added ──▶ mail with a link ──▶ opened, one button ──▶ verified ──▶ counts for recovery
//!               │                                                        │ while something speaks for a compromise, only
//!               └── refused: the account itself, or mail that comes      │ what was verified before that was seen first
//!                   from it or goes into it                              └── removed: its links are void
//! ```
//!
//! Knows neither the text of a link nor how forwards are read.

use crate::account::codes;
use crate::event::Event;
use crate::ids::{AccountId, AlternateId, OwnerLinkId};
use crate::restriction::Actor;
use crate::time::{Span, Timestamp};
use crate::token::SecretHash;

/// Most alternate addresses of one account: NIST SP 800-63B-4 section 4.2 wants two to be possible, and whoever has more
/// than a few does not look after them.
pub const ALTERNATES_MAX: usize = 5;

/// Most mails with a code or a link of one sort about one account within an hour (reliability L9).
pub const RECOVERY_MAILS_PER_HOUR_MAX: usize = 3;

/// Longest alternate address, bytes (RFC 5321, section 4.5.3.1.3, without the brackets).
pub const ALTERNATE_BYTES_MAX: usize = 254;

/// A registered address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlternateAddress {
    /// Its id: mail is asked for by it, never by a text that somebody types.
    pub id: AlternateId,
    /// Whose.
    pub account: AccountId,
    /// As it was typed. Mail goes here and nowhere else.
    pub address: String,
    /// The one spelling by which addresses are compared.
    pub canonical: String,
    /// When it was added.
    pub added: Timestamp,
    /// By whom.
    pub added_by: Actor,
    /// When somebody who reads the mail there said so.
    pub verified: Option<Timestamp>,
}

/// What a link that was mailed to an owner is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkPurpose {
    /// Says that the mail to an alternate address arrives.
    VerifyAddress,
    /// Sets a new password.
    SetPassword,
    /// Says that a change was not the owner's.
    NotMe,
}

codes!(LinkPurpose {
    LinkPurpose::VerifyAddress => "verify_address",
    LinkPurpose::SetPassword => "set_password",
    LinkPurpose::NotMe => "not_me",
});

impl LinkPurpose {
    /// How long a link works after its mail was handed over (checklist C17). An address may be somebody's who reads it once
    /// a day, and a notice one whose reader is on holiday.
    pub const fn life(self) -> Span {
        match self {
            LinkPurpose::VerifyAddress => Span::from_days(1),
            LinkPurpose::SetPassword => Span::from_minutes(30),
            LinkPurpose::NotMe => Span::from_days(7),
        }
    }
}

/// A link that is mailed to an owner. Its text is made when the mail is handed over, so nothing but that mail has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnerLink {
    /// Stands in the link as well, so that it is found without looking at its secret.
    pub id: OwnerLinkId,
    /// Whose account.
    pub account: AccountId,
    /// What it is for.
    pub purpose: LinkPurpose,
    /// To which alternate address it goes; `None` for a notice, which goes to all.
    pub alternate: Option<AlternateId>,
    /// Of its secret, and until when it works; `None` until the mail is handed over.
    pub mailed: Option<(SecretHash, Timestamp)>,
}

impl OwnerLink {
    /// Whether it works at `now`.
    pub fn is_good(&self, now: Timestamp) -> bool {
        self.mailed.is_some_and(|(_, until)| now < until)
    }
}

/// What may be asked about alternate addresses and the links that are mailed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AlternateCommand {
    /// Add an address, whose traps the caller has looked for, and mail its link.
    Add {
        /// The address, not verified.
        address: AlternateAddress,
        /// The link that is mailed there.
        link: OwnerLinkId,
    },
    /// Mail the link of an address that is not verified once more; the one before is void.
    MailAgain {
        /// The address.
        address: AlternateAddress,
        /// The new link.
        link: OwnerLinkId,
    },
    /// Take an address away.
    Remove(AlternateAddress),
    /// Mail a link that sets a new password; an older one is void.
    MailPasswordLink {
        /// Where to: an address that counts.
        address: AlternateAddress,
        /// The link.
        link: OwnerLinkId,
    },
    /// Whoever read the mail says so. The caller has looked at the link.
    Verify {
        /// The address.
        address: AlternateAddress,
        /// The link that is used up.
        link: OwnerLinkId,
    },
    /// Set a password by a link, whose hash the caller has made.
    SetPasswordByLink(OwnerLinkId),
}

impl AlternateCommand {
    /// Whether it is the holder of a mailed link who gives it, and nobody else.
    pub const fn is_by_link(&self) -> bool {
        match self {
            AlternateCommand::Verify { .. } | AlternateCommand::SetPasswordByLink(_) => true,
            AlternateCommand::Add { .. }
            | AlternateCommand::MailAgain { .. }
            | AlternateCommand::Remove(_)
            | AlternateCommand::MailPasswordLink { .. } => false,
        }
    }

    /// Whether the owner may give it without any role.
    pub const fn is_owners_too(&self) -> bool {
        match self {
            AlternateCommand::Add { .. }
            | AlternateCommand::MailAgain { .. }
            | AlternateCommand::Remove(_) => true,
            AlternateCommand::MailPasswordLink { .. }
            | AlternateCommand::Verify { .. }
            | AlternateCommand::SetPasswordByLink(_) => false,
        }
    }
}

/// What happened to alternate addresses and mailed links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AlternateEvent {
    /// An address was added.
    Added(AlternateAddress),
    /// Its owner reads the mail there.
    Verified {
        /// The address, as it is now.
        address: AlternateAddress,
        /// The link that was used.
        link: OwnerLinkId,
    },
    /// An address was taken away, and its links are void.
    Removed(AlternateAddress),
    /// A mail with a link was ordered; an older link for the same is void.
    LinkOrdered {
        /// The link, not mailed yet.
        link: OwnerLink,
        /// Where it goes.
        address: String,
    },
    /// A password was set by a link, which is used up.
    PasswordLinkUsed {
        /// Whose.
        account: AccountId,
        /// The link.
        link: OwnerLinkId,
    },
    /// The owner said of a change that it was somebody else's.
    Disowned {
        /// Whose.
        account: AccountId,
        /// The link by which that was said.
        link: OwnerLinkId,
    },
}

impl AlternateEvent {
    /// Whose.
    pub const fn account(&self) -> AccountId {
        match self {
            AlternateEvent::Added(address)
            | AlternateEvent::Removed(address)
            | AlternateEvent::Verified { address, .. } => address.account,
            AlternateEvent::LinkOrdered { link, .. } => link.account,
            AlternateEvent::PasswordLinkUsed { account, .. } | AlternateEvent::Disowned { account, .. } => {
                *account
            }
        }
    }
}

/// Why nothing is done about an alternate address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AlternateRefusal {
    /// It is no address that mail can be sent to.
    NotAnAddress,
    /// It is the account's own mailbox, an alias, or one of these with a plus-address.
    Itself,
    /// Mail to it ends up in the account.
    LeadsIn,
    /// The account sends its mail on to it.
    LeadsOut,
    /// Whether it is one of these cannot be told now.
    Untold {
        /// What could not be read.
        problem: String,
    },
    /// It is an account here that is blocked, restricted or under suspicion itself.
    Contained,
    /// The account has as many as one may have.
    TooMany,
    /// The account has it already.
    AlreadyThere,
    /// The account has no such address.
    NoSuchAddress,
    /// It is verified already.
    AlreadyVerified,
    /// It is not verified, so nothing but its link is sent there.
    NotVerified,
    /// It was verified after the first sign of a compromise, so it may be somebody else's (checklist D22).
    VerifiedTooLate,
    /// As many mails of this sort went out within the hour as may.
    TooManyMails,
    /// The site has nobody who sends mail for us.
    NoMail,
    /// Signing in is blocked, so a new password opens nothing.
    SignInBlocked,
    /// The link is used up, over or void.
    LinkVoid,
}

/// Which addresses count for recovery: the verified ones, and while something speaks for a compromise since
/// `suspicious_since`, only those that were verified before it (checklist D22): whoever has the account adds an address of his own.
pub fn counting(
    addresses: &[AlternateAddress],
    suspicious_since: Option<Timestamp>,
) -> impl Iterator<Item = &AlternateAddress> {
    addresses.iter().filter(move |address| counts(address, suspicious_since).is_ok())
}

/// The same of one address, with why not.
pub fn counts(
    address: &AlternateAddress,
    suspicious_since: Option<Timestamp>,
) -> Result<(), AlternateRefusal> {
    match (address.verified, suspicious_since) {
        (None, _) => Err(AlternateRefusal::NotVerified),
        (Some(verified), Some(since)) if verified >= since => Err(AlternateRefusal::VerifiedTooLate),
        (Some(_), _) => Ok(()),
    }
}

/// Whether a text is an address that mail can be sent to and that nobody reads in two ways: one `@`, an ASCII local part
/// without quotes, routes or spaces, and a domain with a dot.
pub fn is_mailable(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let is_local = |c: char| c.is_ascii_alphanumeric() || ".!#$&'*+-/=?^_`{|}~".contains(c);
    let is_domain = |c: char| c.is_alphanumeric() || c == '-' || c == '.';
    text.len() <= ALTERNATE_BYTES_MAX
        && (1..=64).contains(&local.len())
        && local.chars().all(is_local)
        && !local.contains('!')
        && !local.starts_with(['.', '-'])
        && !local.ends_with('.')
        && !local.contains("..")
        && domain.chars().all(is_domain)
        && domain.split('.').count() >= 2
        && domain.split('.').all(|label| !label.is_empty())
}

/// Whether the owner of an account is told of an event by mail (checklist D14), and to which address beside the registered
/// ones: one that was just taken away hears of it as the last thing.
pub fn told_to_owner(event: &Event) -> Option<(AccountId, Option<String>)> {
    use crate::admin::AdminEvent;
    if let Event::PasswordSet { account } | Event::Recovered { account, .. } = event {
        return Some((*account, None));
    }
    if let Event::AppPassword(event) = event {
        return Some((event.account(), None));
    }
    if let Event::Alternate(event) = event {
        return match event {
            AlternateEvent::Added(address) | AlternateEvent::Verified { address, .. } => {
                Some((address.account, None))
            }
            AlternateEvent::Removed(address) => {
                let former = address.verified.map(|_| address.address.clone());
                Some((address.account, former))
            }
            AlternateEvent::LinkOrdered { .. }
            | AlternateEvent::PasswordLinkUsed { .. }
            | AlternateEvent::Disowned { .. } => None,
        };
    }
    let Event::Admin(event) = event else { return None };
    match event {
        AdminEvent::FactorSet { .. }
        | AdminEvent::PasskeyAdded { .. }
        | AdminEvent::PasskeyRemoved { .. }
        | AdminEvent::RecoveryCodesSet { .. } => Some((event.account(), None)),
        AdminEvent::Invited(_)
        | AdminEvent::LinkUsed { .. }
        | AdminEvent::CodeRefused { .. }
        | AdminEvent::CodeShown { .. }
        | AdminEvent::PasskeyRefused { .. }
        | AdminEvent::RecoveryCodeUsed { .. }
        | AdminEvent::SessionProved { .. }
        | AdminEvent::SessionOpened { .. }
        | AdminEvent::SessionEnded { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(verified: Option<i64>) -> AlternateAddress {
        AlternateAddress {
            id: AlternateId::from_random(1),
            account: AccountId::from_random(2),
            address: "Rob.Home@mail.example".to_owned(),
            canonical: "rob.home@mail.example".to_owned(),
            added: Timestamp::from_unix_s(10),
            added_by: Actor::Rule,
            verified: verified.map(Timestamp::from_unix_s),
        }
    }

    #[test]
    fn d22_while_something_is_suspicious_only_what_was_verified_before_counts() {
        let addresses = [address(None), address(Some(100)), address(Some(200)), address(Some(201))];
        let times = |since: Option<i64>| -> Vec<i64> {
            counting(&addresses, since.map(Timestamp::from_unix_s))
                .filter_map(|address| address.verified.map(|at| at.unix_micros() / 1_000_000))
                .collect()
        };
        assert_eq!(times(None), [100, 200, 201]);
        assert_eq!(times(Some(201)), [100, 200]);
        assert_eq!(times(Some(200)), [100], "at the very moment is not before");
        assert_eq!(times(Some(50)), Vec::<i64>::new());
    }

    #[test]
    fn only_what_everybody_reads_as_one_mailbox_is_an_address() {
        for text in ["rob@mail.example", "Rob.O'Brien+x@mail.example", "r@bücher.example"] {
            assert!(is_mailable(text), "{text}");
        }
        let long = format!("r@{}.example", "a".repeat(ALTERNATE_BYTES_MAX));
        for text in [
            "",
            "rob",
            "@mail.example",
            "rob@localhost",
            "rob@",
            "rob@mail..example",
            "a@b@mail.example",
            "a%evil.example@mail.example",
            "a!b@mail.example",
            "\"a b\"@mail.example",
            "Rob <rob@mail.example>",
            "rob@mail.example, eve@evil.example",
            "rob@mail.example\r\nBcc: eve@evil.example",
            "roſ@mail.example",
            "-rob@mail.example",
            &long,
        ] {
            assert!(!is_mailable(text), "{text}");
        }
    }
}

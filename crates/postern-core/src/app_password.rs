//! App passwords: credentials of their own for single devices, each for some protocols of mail. They open what the account's
//! password opens there, under the same rules of signing in, and are taken back one by one.
//!
//! The text of none is seen here, nor a hash of it: both travel beside.

use crate::ids::{AccountId, AppPasswordId};
use crate::protocol::{Protocol, Protocols};
use crate::time::Timestamp;

/// Most app passwords of an account: each has a slot, and each slot is a file of the mail server (docs/operate/dovecot.md).
/// Eight slots cost nobody who has none, and people have fewer devices.
pub const APP_PASSWORDS_MAX: u8 = 8;
/// Longest name of a device in bytes.
pub const APP_PASSWORD_NAME_BYTES_MAX: usize = 100;

/// Stands before the id where the mail server says which credential was right, so that it is none of another sort.
const CREDENTIAL_PREFIX: &str = "app-";

/// An app password as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppPassword {
    /// Which; the mail server names it by this.
    pub id: AppPasswordId,
    /// Whose.
    pub account: AccountId,
    /// Its place, `1..=APP_PASSWORDS_MAX`; no other of the account has it.
    pub slot: u8,
    /// Which device has it, in its owner's words; no other of the account is called so.
    pub name: String,
    /// For what it is good.
    pub protocols: Protocols,
    /// When it was made.
    pub created: Timestamp,
    /// Its last use that was noted.
    pub last_used: Option<LastUse>,
}

/// A use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastUse {
    /// When.
    pub at: Timestamp,
    /// From which address, as the gate was told it.
    pub source: String,
    /// By which protocol.
    pub protocol: Option<Protocol>,
}

impl AppPassword {
    /// Its name towards the mail server.
    pub fn credential(&self) -> String {
        format!("{CREDENTIAL_PREFIX}{}", self.id)
    }
}

/// The app password that the mail server means by the name of a credential; `None`: it is another sort of credential.
pub fn of_credential(credential: &str) -> Option<AppPasswordId> {
    credential.strip_prefix(CREDENTIAL_PREFIX)?.parse().ok()
}

/// What may be asked about an account's app passwords.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AppPasswordCommand {
    /// Add one, whose text and hash the caller has made.
    Add(AppPassword),
    /// Revoke one.
    Revoke(AppPasswordId),
    /// Revoke every one.
    RevokeAll,
}

/// What can have happened to one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AppPasswordEvent {
    /// There is a new one. Its hash travels beside the event, never in it.
    Added(AppPassword),
    /// One is good for nothing any more.
    Revoked {
        /// Whose it was.
        account: AccountId,
        /// Which.
        id: AppPasswordId,
        /// What it was called.
        name: String,
    },
}

impl AppPasswordEvent {
    /// Whose it is.
    pub const fn account(&self) -> AccountId {
        match self {
            AppPasswordEvent::Added(added) => added.account,
            AppPasswordEvent::Revoked { account, .. } => *account,
        }
    }
}

/// Why none is added or revoked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AppPasswordRefusal {
    /// A device has a name of a few words.
    Name,
    /// Another one of the account is called so.
    NameTaken {
        /// The name.
        name: String,
    },
    /// It has to be good for something, and for protocols of mail only.
    Protocols,
    /// The account has [`APP_PASSWORDS_MAX`] already.
    TooMany,
    /// Somebody took its slot meanwhile; the caller chooses another.
    SlotTaken,
    /// The account has no such one.
    NoSuch,
}

impl AppPasswordRefusal {
    /// The name that it is about, if it is about one.
    pub fn name(&self) -> Option<&str> {
        match self {
            AppPasswordRefusal::NameTaken { name } => Some(name),
            AppPasswordRefusal::Name
            | AppPasswordRefusal::Protocols
            | AppPasswordRefusal::TooMany
            | AppPasswordRefusal::SlotTaken
            | AppPasswordRefusal::NoSuch => None,
        }
    }
}

/// The first slot that none of them has.
pub fn free_slot(taken: &[AppPassword]) -> Option<u8> {
    (1..=APP_PASSWORDS_MAX).find(|&slot| taken.iter().all(|one| one.slot != slot))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mail_servers_name_of_an_app_password_reads_back_and_others_are_none() {
        let id = AppPasswordId::from_random(0x1234_5678_9abc);
        let one = AppPassword {
            id,
            account: AccountId::from_random(1),
            slot: 1,
            name: "phone".to_owned(),
            protocols: Protocols::of_mail(),
            created: Timestamp::default(),
            last_used: None,
        };
        assert_eq!(of_credential(&one.credential()), Some(id));
        for other in ["", "main", "app1", "app-", &id.to_string()] {
            assert_eq!(of_credential(other), None, "{other}");
        }
        let all: Vec<AppPassword> =
            (1..=APP_PASSWORDS_MAX).map(|slot| AppPassword { slot, ..one.clone() }).collect();
        assert_eq!(free_slot(&all), None);
        assert_eq!(free_slot(&all[1..]), Some(1));
        assert_eq!(free_slot(&all[..7]), Some(APP_PASSWORDS_MAX));
    }
}

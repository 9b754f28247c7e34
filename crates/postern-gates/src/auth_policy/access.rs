//! Who may ask what at the sign-in gate: the mail server's key asks about attempts, a second key of its own
//! manages. A key that every mail host holds must not be able to let the whole world through, and whoever finds it
//! in a mail server's configuration must not be able to read the lists.

use std::sync::Arc;

use hyper::HeaderMap;
use postern_wire::auth_policy::Command;

use super::Credential;
use crate::manages::Manages;

/// The keys of one gate.
#[derive(Default)]
pub struct AuthPolicyAccess {
    /// With it, every question must carry it; without one, whoever reaches the socket may ask.
    pub credential: Option<Credential>,
    /// Management; off without it.
    pub management: Option<Management>,
}

/// The key with which lists and counters are managed, and who carries it out.
pub struct Management {
    /// The key. It may ask about attempts too, because a script of wforce's times has one password.
    pub credential: Credential,
    /// What the audit calls whoever shows the key.
    pub actor: String,
    /// Who carries it out.
    pub manages: Arc<dyn Manages>,
}

/// Whether a request may be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Permission {
    Granted,
    /// No credential, or a wrong one.
    Unknown,
    /// The mail server's key, for something that needs the other one.
    AskingOnly,
    /// Management, on a gate without a management key.
    Off,
}

impl AuthPolicyAccess {
    /// What `headers` may do about `command`; `None` is a command that there is not.
    pub(super) fn permission(&self, command: Option<Command>, headers: &HeaderMap) -> Permission {
        match command {
            Some(Command::Ready | Command::Live) => Permission::Granted,
            Some(Command::Manage(_)) => self.may_manage(headers),
            Some(Command::Allow | Command::Report | Command::Ping | Command::Stats | Command::Foreign(_))
            | None => {
                if self.may_ask(headers) {
                    Permission::Granted
                } else {
                    Permission::Unknown
                }
            }
        }
    }

    fn may_ask(&self, headers: &HeaderMap) -> bool {
        self.credential.as_ref().is_none_or(|credential| credential.is_carried_by(headers))
            || self.manager(headers).is_some()
    }

    fn may_manage(&self, headers: &HeaderMap) -> Permission {
        if self.manager(headers).is_some() {
            Permission::Granted
        } else if !self.may_ask(headers) {
            Permission::Unknown
        } else if self.management.is_some() {
            Permission::AskingOnly
        } else {
            Permission::Off
        }
    }

    fn manager(&self, headers: &HeaderMap) -> Option<&Management> {
        self.management.as_ref().filter(|management| management.credential.is_carried_by(headers))
    }
}

//! Protocols as people call them, and why an app password is neither made nor revoked.

use postern_core::app_password::{APP_PASSWORD_NAME_BYTES_MAX, APP_PASSWORDS_MAX, AppPasswordRefusal};
use postern_core::name::AccountName;
use postern_core::protocol::{Protocol, Protocols};

use crate::key;
use crate::words::Words;

impl Words {
    /// A protocol; most have a name that is the same in every language.
    pub fn protocol(&self, protocol: Protocol) -> String {
        match protocol {
            Protocol::Imap => "IMAP".to_owned(),
            Protocol::Pop3 => "POP3".to_owned(),
            Protocol::Submission => self.say(key::PROTOCOL_SUBMISSION, &[]),
            Protocol::ManageSieve => "ManageSieve".to_owned(),
            Protocol::Portal => self.say(key::PROTOCOL_PORTAL, &[]),
        }
    }

    /// That one is switched off for an account.
    pub(crate) fn protocol_off(&self, account: &AccountName, protocol: Protocol) -> String {
        let protocol = self.protocol(protocol);
        let arguments = [("account", account.as_str().into()), ("protocol", (&protocol).into())];
        self.say(key::STATE_PROTOCOL_OFF, &arguments)
    }

    /// Several, in their order.
    pub fn protocols(&self, protocols: Protocols) -> String {
        protocols.iter().map(|protocol| self.protocol(protocol)).collect::<Vec<_>>().join(", ")
    }

    pub(crate) fn app_password_refused(&self, refused: &AppPasswordRefusal) -> String {
        match refused {
            AppPasswordRefusal::Name => {
                let limit = APP_PASSWORD_NAME_BYTES_MAX.into();
                self.say(key::REFUSAL_APP_PASSWORD_NAME, &[("limit", limit)])
            }
            AppPasswordRefusal::NameTaken { name } => {
                self.say(key::REFUSAL_APP_PASSWORD_NAME_TAKEN, &[("name", name.into())])
            }
            AppPasswordRefusal::Protocols => self.say(key::REFUSAL_APP_PASSWORD_PROTOCOLS, &[]),
            AppPasswordRefusal::TooMany => {
                let limit = usize::from(APP_PASSWORDS_MAX).into();
                self.say(key::REFUSAL_TOO_MANY_APP_PASSWORDS, &[("limit", limit)])
            }
            AppPasswordRefusal::SlotTaken => self.say(key::REFUSAL_APP_PASSWORDS_CHANGED, &[]),
            AppPasswordRefusal::NoSuch => self.say(key::REFUSAL_NO_SUCH_APP_PASSWORD, &[]),
        }
    }
}

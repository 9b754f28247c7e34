//! What is wrong with the addresses that the mail server sends, in sentences: what is the case, what it means, what to
//! change.

use postern_core::arrival::AddressFault;

use crate::key;
use crate::words::{Key, Words};

/// One problem in sentences.
pub struct AddressSentences {
    /// What is the case.
    pub case: String,
    /// What it means, where the address does not count as a source.
    pub effect: Option<String>,
    /// What to change.
    pub advice: String,
}

impl Words {
    /// A problem with client addresses; `address` is the one address where there is one.
    pub fn address_fault(&self, fault: AddressFault, is_over_smtp: bool, address: &str) -> AddressSentences {
        let (said, is_source, advice) = sentences(fault, is_over_smtp);
        let case = match fault {
            AddressFault::OneForAll => self.say(said, &[("address", address.into())]),
            AddressFault::Missing
            | AddressFault::Unreadable
            | AddressFault::UnsupportedVariable
            | AddressFault::LocalHost
            | AddressFault::Nobodys => self.say(said, &[]),
        };
        let effect = (!is_source).then(|| self.say(key::ADDRESS_EFFECT, &[]));
        AddressSentences { case, effect, advice: self.say(advice, &[]) }
    }
}

/// What is said, whether the address counts as a source all the same, and what to change.
fn sentences(fault: AddressFault, is_over_smtp: bool) -> (Key, bool, Key) {
    let passing_on = if is_over_smtp { key::ADDRESS_ADVICE_POSTFIX } else { key::ADDRESS_ADVICE_DOVECOT };
    match fault {
        AddressFault::Missing => (key::ADDRESS_MISSING, false, key::ADDRESS_ADVICE_VARIABLE),
        AddressFault::Unreadable => (key::ADDRESS_UNREADABLE, false, key::ADDRESS_ADVICE_VARIABLE),
        AddressFault::UnsupportedVariable => {
            // It may be another variable than the address.
            (key::ADDRESS_UNSUPPORTED_VARIABLE, true, key::ADDRESS_ADVICE_VARIABLE)
        }
        AddressFault::LocalHost => (key::ADDRESS_LOCAL_HOST, false, passing_on),
        AddressFault::Nobodys => (key::ADDRESS_NOBODYS, false, passing_on),
        AddressFault::OneForAll => (key::ADDRESS_ONE_FOR_ALL, true, passing_on),
    }
}

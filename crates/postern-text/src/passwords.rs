//! What is wrong with a password that somebody chose, sentence by sentence.

use postern_core::password_rules::{CHARACTERS_MAX, PasswordFault, PasswordList, WordOf};

use crate::key;
use crate::words::Words;

impl Words {
    /// One fault.
    pub fn password_fault(&self, fault: &PasswordFault) -> String {
        match fault {
            PasswordFault::Listed(PasswordList::Common) => self.say(key::PASSWORD_FAULT_COMMON, &[]),
            PasswordFault::Listed(PasswordList::Breached) => self.say(key::PASSWORD_FAULT_BREACHED, &[]),
            PasswordFault::AroundWord { word, of } => {
                let key = match of {
                    WordOf::Everybody => key::PASSWORD_FAULT_WORD_EVERYBODY,
                    WordOf::Own => key::PASSWORD_FAULT_WORD_OWN,
                    WordOf::Site => key::PASSWORD_FAULT_WORD_SITE,
                };
                self.say(key, &[("word", word.into())])
            }
            PasswordFault::Simple => self.say(key::PASSWORD_FAULT_SIMPLE, &[]),
            PasswordFault::UsedBefore { remembered } => {
                self.say(key::PASSWORD_FAULT_USED_BEFORE, &[("remembered", (*remembered).into())])
            }
            PasswordFault::TooShort { characters_min } => {
                self.say(key::PASSWORD_FAULT_TOO_SHORT, &[("limit", (*characters_min).into())])
            }
            PasswordFault::TooLong => {
                self.say(key::PASSWORD_FAULT_TOO_LONG, &[("limit", CHARACTERS_MAX.into())])
            }
        }
    }

    /// Everything that is wrong with it, and what to do.
    pub(crate) fn password_unfit(&self, faults: &[PasswordFault]) -> String {
        let faults = faults.iter().map(|fault| self.password_fault(fault));
        let sentences: Vec<String> = faults.chain([self.say(key::PASSWORD_FAULT_THEN, &[])]).collect();
        sentences.join(" ")
    }
}

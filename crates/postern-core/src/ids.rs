//! Identities that never change: accounts, restrictions, entries, events, effects, tokens, one-time links, addresses, devices, sessions.
//!
//! An id is 50 random bits, minted by the engine before anything is decided, so that a rule can act in memory
//! at once and no node has to ask another for the next number. 50 bits fit a JSON number and print as ten
//! characters that can be read out on the telephone. This file does not know who mints them.

use std::fmt;
use std::str::FromStr;

/// How many bits of an id are used. With a million rows the chance that any two are equal is below 0.05 %,
/// and the store refuses the second one.
pub const ID_BITS: u32 = 50;

/// Crockford's base 32: no I, L, O or U, so that nothing is misread.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A text that is not one of our ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnId;

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id has ten letters and digits, as in 7K2M9-QX4TB")
    }
}

impl std::error::Error for NotAnId {}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u64);

        impl $name {
            /// An id from random bits; all but the low [`ID_BITS`] are dropped and zero becomes one.
            pub const fn from_random(bits: u64) -> Self {
                let kept = bits & ((1 << ID_BITS) - 1);
                Self(if kept == 0 { 1 } else { kept })
            }

            /// The number as the store keeps it, in `1..2^50`.
            pub const fn as_u64(self) -> u64 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_code(self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                read_code(text).map(Self)
            }
        }
    };
}

id!(
    /// One session of the admin centre.
    SessionId
);
id!(
    /// A passkey of an admin.
    PasskeyId
);
id!(
    /// An account, for ever: it survives renames and is never used again after a deletion.
    AccountId
);
id!(
    /// One incident.
    IncidentId
);
id!(
    /// One restriction. Its printed form is the code that a bounce shows.
    RestrictionId
);
id!(
    /// One entry of the list of sources that a person allowed or marked as shared.
    EntryId
);
id!(
    /// Something that happened; also the id of its audit row.
    EventId
);
id!(
    /// Something to be done outside because of an event.
    EffectId
);
id!(
    /// A token of a program.
    TokenId
);
id!(
    /// A one-time link for the owner in a new place.
    AdmissionId
);
id!(
    /// An app password of an account.
    AppPasswordId
);
id!(
    /// An alternate address of an account.
    AlternateId
);
id!(
    /// A link that is mailed to an owner.
    OwnerLinkId
);
id!(
    /// A request for help.
    HelpRequestId
);
id!(
    /// A device that an account signed in with.
    DeviceId
);

fn write_code(id: u64, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for position in (0..10).rev() {
        let digit = (id >> (position * 5)) & 31;
        write!(f, "{}", char::from(ALPHABET[digit as usize]))?;
        if position == 5 {
            f.write_str("-")?;
        }
    }
    Ok(())
}

fn read_code(text: &str) -> Result<u64, NotAnId> {
    let mut id = 0u64;
    let mut digits = 0;
    for character in text.trim().bytes() {
        let character = match character.to_ascii_uppercase() {
            b'-' => continue,
            b'O' => b'0',
            b'I' | b'L' => b'1',
            other => other,
        };
        let digit = ALPHABET.iter().position(|&known| known == character).ok_or(NotAnId)?;
        id = (id << 5) | digit as u64;
        digits += 1;
        if digits > 10 {
            return Err(NotAnId);
        }
    }
    if digits == 10 && id != 0 { Ok(id) } else { Err(NotAnId) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn an_id_reads_back_as_it_was_printed(bits in any::<u64>()) {
            let id = RestrictionId::from_random(bits);
            prop_assert_eq!(id.to_string().parse::<RestrictionId>(), Ok(id));
            prop_assert_eq!(id.to_string().to_lowercase().parse::<RestrictionId>(), Ok(id));
        }
    }

    #[test]
    fn a_misread_letter_is_forgiven_and_a_wrong_length_is_not() {
        let id = RestrictionId::from_random(0x1_0000_0001);
        assert_eq!(id.to_string().replace('0', "O").replace('1', "l").parse(), Ok(id));
        assert_eq!("7K2M9-QX4T".parse::<RestrictionId>(), Err(NotAnId));
        assert_eq!("7K2M9-QX4TBB".parse::<RestrictionId>(), Err(NotAnId));
        assert_eq!("".parse::<RestrictionId>(), Err(NotAnId));
    }
}

//! Passkeys (Web Authentication): what a browser is asked, and whether what it answers is right. Signatures are checked
//! behind this port and nowhere else; whose a passkey is, how often and for how long a question may be answered, is not
//! known there.

use std::any::Any;
use std::fmt;

/// What the checker remembers of a question until it is answered. Nobody else looks into it.
pub struct QuestionState(Box<dyn Any + Send + Sync>);

impl QuestionState {
    /// Wraps it.
    pub fn new<T: Any + Send + Sync>(state: T) -> Self {
        Self(Box::new(state))
    }

    /// It, if it is of this type.
    pub fn of<T: Any>(&self) -> Option<&T> {
        self.0.downcast_ref()
    }
}

impl fmt::Debug for QuestionState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("QuestionState(…)")
    }
}

/// A question to a browser.
#[derive(Debug)]
pub struct PasskeyQuestion {
    /// What the browser is handed, as JSON (`CredentialCreationOptions` or `CredentialRequestOptions`).
    pub options: String,
    /// What its answer is checked with.
    pub state: QuestionState,
}

/// For whom a passkey is made.
#[derive(Clone, Copy, Debug)]
pub struct PasskeyOwner<'a> {
    /// Tells accounts apart, and says nothing of them (Web Authentication, section 14.6.1).
    pub handle: [u8; 16],
    /// The account's address, as the authenticator lists it.
    pub name: &'a str,
    /// The person's name, as the authenticator lists it.
    pub display_name: &'a str,
}

/// A passkey that was just made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadePasskey {
    /// What its authenticator calls it.
    pub credential: Vec<u8>,
    /// Public key, counter and flags, as text to keep.
    pub key: String,
}

/// What an answer says of itself; nothing of it is checked yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownPasskey {
    /// Which passkey it means to be.
    pub credential: Vec<u8>,
    /// The handle of its owner, where the authenticator knew it.
    pub handle: Option<[u8; 16]>,
}

/// A passkey whose answer was right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsedPasskey {
    /// The text to keep from now on, if it is another one.
    pub key: Option<String>,
}

/// Why there is no answer, or why it is not taken.
#[derive(Debug, thiserror::Error)]
pub enum PasskeyError {
    /// This site has no passkeys.
    #[error("this site has no passkeys: its address has no host name")]
    NotHere,
    /// The answer is none, is to another question or site, or is not signed by that passkey.
    #[error("the answer is not right")]
    Answer(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The kept text cannot be read.
    #[error("what is kept of the passkey cannot be read")]
    Kept(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Asks browsers for passkeys, and checks their answers: that they are to this question and this site, that the
/// authenticator recognised its user, that the signature is right, and that a counter did not go back.
pub trait Passkeys: Send + Sync {
    /// Whether this site can have any.
    fn are_here(&self) -> bool;
    /// Asks for a new one, on no authenticator that has one of `known`.
    fn ask_new(&self, owner: &PasskeyOwner<'_>, known: &[Vec<u8>]) -> Result<PasskeyQuestion, PasskeyError>;
    /// The new one.
    fn made(&self, answer: &str, state: &QuestionState) -> Result<MadePasskey, PasskeyError>;
    /// Asks for one of `allowed`, or, when that is empty, for any that the authenticator keeps for this site.
    fn ask(&self, allowed: &[Vec<u8>]) -> Result<PasskeyQuestion, PasskeyError>;
    /// Which one an answer means to be.
    fn shown(&self, answer: &str) -> Result<ShownPasskey, PasskeyError>;
    /// Whether the answer is right for what is kept of that passkey.
    fn used(&self, answer: &str, state: &QuestionState, key: &str) -> Result<UsedPasskey, PasskeyError>;
    /// Takes as long as [`Passkeys::used`] of a passkey that exists, and says nothing.
    fn used_by_nobody(&self, answer: &str, state: &QuestionState);
    /// Identifiers that look like somebody's, always the same for a seed: what is shown for a name that has no passkey.
    fn pretended(&self, seed: &[u8; 32]) -> Vec<Vec<u8>>;
}

/// A site without passkeys.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoPasskeys;

impl Passkeys for NoPasskeys {
    fn are_here(&self) -> bool {
        false
    }

    fn ask_new(&self, _: &PasskeyOwner<'_>, _: &[Vec<u8>]) -> Result<PasskeyQuestion, PasskeyError> {
        Err(PasskeyError::NotHere)
    }

    fn made(&self, _: &str, _: &QuestionState) -> Result<MadePasskey, PasskeyError> {
        Err(PasskeyError::NotHere)
    }

    fn ask(&self, _: &[Vec<u8>]) -> Result<PasskeyQuestion, PasskeyError> {
        Err(PasskeyError::NotHere)
    }

    fn shown(&self, _: &str) -> Result<ShownPasskey, PasskeyError> {
        Err(PasskeyError::NotHere)
    }

    fn used(&self, _: &str, _: &QuestionState, _: &str) -> Result<UsedPasskey, PasskeyError> {
        Err(PasskeyError::NotHere)
    }

    fn used_by_nobody(&self, _: &str, _: &QuestionState) {}

    fn pretended(&self, _: &[u8; 32]) -> Vec<Vec<u8>> {
        Vec::new()
    }
}

//! Mail that a mail server has accepted and not yet delivered: how a message is named, how it stands, and what a person
//! may do with it.
//!
//! Nothing here knows a mail server's programs; the ids are Postfix's.

use crate::account::codes;

/// What is done with queued mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QueueAction {
    /// Keep it in the queue: nobody tries to deliver it.
    Hold,
    /// Let held mail go.
    Release,
    /// Remove it. Nobody gets it, and its sender gets no bounce.
    Delete,
}

codes!(QueueAction {
    QueueAction::Hold => "hold",
    QueueAction::Release => "release",
    QueueAction::Delete => "delete",
});

/// How a queued message stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QueueState {
    /// Nobody tries to deliver it until somebody releases it.
    Held,
    /// It is being delivered, or will be in a moment.
    Active,
    /// A delivery failed for now and is tried again.
    Deferred,
    /// It has just come.
    Incoming,
}

codes!(QueueState {
    QueueState::Held => "held",
    QueueState::Active => "active",
    QueueState::Deferred => "deferred",
    QueueState::Incoming => "incoming",
});

impl QueueState {
    /// Whether `action` changes anything for a message that stands so.
    pub const fn is_changed_by(self, action: QueueAction) -> bool {
        match (action, self) {
            (QueueAction::Hold, QueueState::Held) => false,
            (QueueAction::Hold, QueueState::Active | QueueState::Deferred | QueueState::Incoming) => true,
            (QueueAction::Release, QueueState::Held) => true,
            (QueueAction::Release, QueueState::Active | QueueState::Deferred | QueueState::Incoming) => false,
            (QueueAction::Delete, _) => true,
        }
    }
}

/// Shortest and longest queue id. Postfix's short ids have 6 characters and more (microseconds and a file's number), its
/// long ones up to 22; a word like `ALL`, which `postsuper` reads as everybody's mail, is too short.
pub const QUEUE_ID_BYTES_MIN: usize = 6;
/// See [`QUEUE_ID_BYTES_MIN`].
pub const QUEUE_ID_BYTES_MAX: usize = 32;

/// The name of a queued message: letters and digits only, so that it can be neither an option, a path, a blank, nor a
/// second line.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct QueueId(Box<str>);

impl QueueId {
    /// The id, if `text` can be one.
    pub fn parse(text: &str) -> Option<Self> {
        let is_length = (QUEUE_ID_BYTES_MIN..=QUEUE_ID_BYTES_MAX).contains(&text.len());
        (is_length && text.bytes().all(|byte| byte.is_ascii_alphanumeric())).then(|| Self(text.into()))
    }

    /// As the mail server writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for QueueId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_letters_and_digits_within_the_length_are_an_id() {
        for text in ["3C0A1F", "4hGvZw3dT4z9sXk", &"A".repeat(QUEUE_ID_BYTES_MAX)] {
            assert_eq!(QueueId::parse(text).map(|id| id.to_string()).as_deref(), Some(text));
        }
        let too_long = "A".repeat(QUEUE_ID_BYTES_MAX + 1);
        for text in [
            "",
            "ALL",
            "all",
            "-",
            "12345",
            &too_long,
            "3C0A1F\n",
            "3C0A1F\nALL",
            "3C0A1F 4D0B2E",
            "../../etc",
            "-dALLXX",
            "3C0A1F*",
            "3C0A1F!",
            "3C0A1F;id",
            "$(id)xx",
            "`id`xxx",
            "3C0A1É",
            "3C0A1F\0",
            "-c/tmp/x",
        ] {
            assert_eq!(QueueId::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn held_mail_is_not_held_again_and_only_held_mail_is_released() {
        for &state in QueueState::ALL {
            let is_held = state == QueueState::Held;
            assert_eq!(state.is_changed_by(QueueAction::Hold), !is_held);
            assert_eq!(state.is_changed_by(QueueAction::Release), is_held);
            assert!(state.is_changed_by(QueueAction::Delete));
        }
    }
}

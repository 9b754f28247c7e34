//! What the decision log calls each answer of a gate: one kind for every code that a version of this program
//! writes. Does not know how a decision was reached, nor how it is said to people (postern-text has the words).

/// What a gate decided or was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DecisionKind {
    /// An attempt to sign in was refused.
    SignInRefused,
    /// It would have been refused; the site only observes.
    SignInWouldBeRefused,
    /// The password was right and nothing refused the attempt. Only samples are logged.
    SignedIn,
    /// A wrong password that counts.
    WrongPassword,
    /// The wrong password of before: a device that repeats it. Counts once.
    SameWrongPassword,
    /// The password that was right until it was changed: a device still has it. Does not count.
    PreviousPassword,
    /// A recipient or message was let out. Only samples are logged.
    SendingPermitted,
    /// The first delay of an episode.
    SendingSlowed,
    /// It would have been delayed; the site only observes.
    SendingWouldBeSlowed,
    /// This recipient or message crossed a limit, and sending was restricted.
    SendingRestricted,
    /// It would have been restricted; the site only observes.
    SendingWouldBeRestricted,
    /// It was to be restricted, and a person is asked first: the rules want that of very many at once.
    SendingProposed,
    /// Refused because sending was restricted already.
    SendingRefused,
    /// What was seen of the account adds up to an alert, or to a higher level than was said before.
    AlertRaised,
}

/// The gate that Dovecot asks, as the decision log names it.
const AUTH_POLICY: &str = "auth_policy";
/// The gate that Postfix asks.
const POSTFIX_POLICY: &str = "postfix_policy";

impl DecisionKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[
        Self::SignInRefused,
        Self::SignInWouldBeRefused,
        Self::SignedIn,
        Self::WrongPassword,
        Self::SameWrongPassword,
        Self::PreviousPassword,
        Self::SendingPermitted,
        Self::SendingSlowed,
        Self::SendingWouldBeSlowed,
        Self::SendingRestricted,
        Self::SendingWouldBeRestricted,
        Self::SendingProposed,
        Self::SendingRefused,
        Self::AlertRaised,
    ];

    /// The gate that decides this: `auth_policy` or `postfix_policy`.
    pub const fn gate(self) -> &'static str {
        match self {
            Self::SignInRefused
            | Self::SignInWouldBeRefused
            | Self::SignedIn
            | Self::WrongPassword
            | Self::SameWrongPassword
            | Self::PreviousPassword => AUTH_POLICY,
            Self::SendingPermitted
            | Self::SendingSlowed
            | Self::SendingWouldBeSlowed
            | Self::SendingRestricted
            | Self::SendingWouldBeRestricted
            | Self::SendingProposed
            | Self::SendingRefused
            // The score is about sending, whichever door the evidence is from.
            | Self::AlertRaised => POSTFIX_POLICY,
        }
    }

    /// The word that the store and the API use; unique together with the gate.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SignInRefused | Self::SendingRefused => "refuse",
            Self::SignInWouldBeRefused => "would_refuse",
            Self::SignedIn => "success",
            Self::WrongPassword => "wrong_password",
            Self::SameWrongPassword => "same_wrong_password",
            Self::PreviousPassword => "previous_password",
            Self::SendingPermitted => "permit",
            Self::SendingSlowed => "slow",
            Self::SendingWouldBeSlowed => "would_slow",
            Self::SendingRestricted => "restrict",
            Self::SendingWouldBeRestricted => "would_restrict",
            Self::SendingProposed => "propose",
            Self::AlertRaised => "alert",
        }
    }

    /// Reads gate and code back; `None` for those of a newer version.
    pub fn from_codes(gate: &str, code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.gate() == gate && kind.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_read_back_from_its_gate_and_code() {
        for &kind in DecisionKind::ALL {
            assert_eq!(DecisionKind::from_codes(kind.gate(), kind.code()), Some(kind));
        }
        assert_eq!(DecisionKind::from_codes("postfix_policy", "wrong_password"), None);
        assert_eq!(DecisionKind::from_codes("auth_policy", "hold"), None);
    }
}

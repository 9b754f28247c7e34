//! The kinds of restriction, and the word of each that files, the API and the command line use.

use crate::protocol::Protocol;

/// What is forbidden or slowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RestrictionKind {
    /// Automatic, ends by itself, one lane only.
    SignInLocked,
    /// By a person, the API or the playbook; all protocols.
    SignInBlocked,
    /// Each further novel recipient waits.
    SendingSlowed,
    /// Sending is refused; receiving goes on.
    SendingRestricted,
    /// A rule wants it refused, and a person is asked, because it wants that of very many accounts at once. Until then each
    /// novel recipient waits, and the hard caps refuse.
    SendingProposed,
    /// The password is a temporary one: it opens nothing but the page that sets another. Its end is the end of the
    /// temporary password; then a row of the same kind says so and stays until the password is reset again, so that
    /// no moment is without a row that refuses.
    PasswordChangeRequired,
    /// A person or a program switched one way to sign in off; the others work (checklist B7).
    ProtocolOff(Protocol),
    // Sources.
    /// A network, or one account from one network, may not sign in: by the rule that scores sources, which ends
    /// by itself, or by a person or the API.
    AddressBlock,
}

impl RestrictionKind {
    /// Every value.
    pub const ALL: &'static [RestrictionKind] = &[
        RestrictionKind::SignInLocked,
        RestrictionKind::SignInBlocked,
        RestrictionKind::SendingSlowed,
        RestrictionKind::SendingRestricted,
        RestrictionKind::SendingProposed,
        RestrictionKind::PasswordChangeRequired,
        RestrictionKind::ProtocolOff(Protocol::Imap),
        RestrictionKind::ProtocolOff(Protocol::Pop3),
        RestrictionKind::ProtocolOff(Protocol::Submission),
        RestrictionKind::ProtocolOff(Protocol::ManageSieve),
        RestrictionKind::ProtocolOff(Protocol::Portal),
        RestrictionKind::AddressBlock,
    ];

    /// The word that files, the API and the command line use.
    pub const fn code(self) -> &'static str {
        match self {
            RestrictionKind::SignInLocked => "sign_in_locked",
            RestrictionKind::SignInBlocked => "sign_in_blocked",
            RestrictionKind::SendingSlowed => "sending_slowed",
            RestrictionKind::SendingRestricted => "sending_restricted",
            RestrictionKind::SendingProposed => "sending_proposed",
            RestrictionKind::PasswordChangeRequired => "password_change_required",
            RestrictionKind::ProtocolOff(Protocol::Imap) => "imap_off",
            RestrictionKind::ProtocolOff(Protocol::Pop3) => "pop3_off",
            RestrictionKind::ProtocolOff(Protocol::Submission) => "submission_off",
            RestrictionKind::ProtocolOff(Protocol::ManageSieve) => "managesieve_off",
            RestrictionKind::ProtocolOff(Protocol::Portal) => "portal_off",
            RestrictionKind::AddressBlock => "address_block",
        }
    }

    /// Reads the word back.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }
}

//! Entering the admin centre: sessions, the proof of a second factor, and invitations.
//!
//! ```text
//!   a global admin, or root, invites ──▶ link ──▶ password and second factor are set ──▶ session
//!   name, password and code, under the rules of signing in ────────────────────────────▶ session
//!   a passkey, under what the rules say of accounts and places ────────────────────────▶ session
//!   session ──▶ a code or a passkey again, at most PROOF_LIFE before whatever is dangerous ──▶ done
//!      │ idle, its life is over, signed out, ended by a person, a new factor, or no role any more
//!      └──▶ nothing
//! ```
//!
//! Knows neither cookies nor pages, and of each secret only a hash. Whether a code is right is the engine's to
//! compute; how many wrong ones are borne is decided here.

mod factors;

use crate::account::codes;
use crate::command::CommandKind;
use crate::ids::{AccountId, AdmissionId, PasskeyId, SessionId};
use crate::time::{Span, Timestamp};
use crate::token::SecretHash;

pub use factors::{
    AuthenticatorApp, CREDENTIAL_BYTES_MAX, Factors, PASSKEY_NAME_BYTES_MAX, PASSKEYS_MAX, Passkey, Proof,
};

/// A session that nobody used for so long is over: an unlocked machine left alone for a lunch (ASVS 7.3.1).
pub const IDLE_MAX: Span = Span::from_minutes(30);
/// A session is over after this time, however busy: one working day (ASVS 7.3.2).
pub const SESSION_LIFE: Span = Span::from_hours(12);
/// How long a code vouches for what is dangerous (checklist M7).
pub const PROOF_LIFE: Span = Span::from_minutes(5);
/// Most open sessions of one account; a further one ends the one that was idle the longest.
pub const SESSIONS_MAX: usize = 10;
/// What a browser calls itself is kept up to this length, bytes.
pub const CLIENT_BYTES_MAX: usize = 200;
/// An invitation ends unused after this time. Where the account has a password, the link alone opens nothing.
pub const INVITATION_LIFE: Span = Span::from_hours(24);
/// The same where it has none: then whoever holds the link sets it (reliability reference, e).
pub const BARE_INVITATION_LIFE: Span = Span::from_minutes(15);
/// So long a session that root's link opened needs no code: there may be no authenticator at hand.
pub const ROOT_PROOF_LIFE: Span = Span::from_hours(1);
/// Recovery codes of one admin.
pub const RECOVERY_CODES: usize = 10;
/// Wrong codes of one account that are borne within [`WRONG_CODES_WITHIN`]; whoever gets here has the right
/// password, and of a million codes three are right at a time: five in a quarter of an hour make 1 % in a week.
pub const WRONG_CODES_MAX: u32 = 5;
/// See [`WRONG_CODES_MAX`].
pub const WRONG_CODES_WITHIN: Span = Span::from_minutes(15);

/// An open session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdminSession {
    /// Stands in the cookie as well, so that it is found without looking at its secret.
    pub id: SessionId,
    /// Whose.
    pub account: AccountId,
    /// Of its secret.
    pub hash: SecretHash,
    /// When it began.
    pub opened: Timestamp,
    /// The last page that was asked for.
    pub last_seen: Timestamp,
    /// Until then what is dangerous needs no further code.
    pub proved_until: Timestamp,
    /// The address that it was opened from.
    pub source: String,
    /// What the browser called itself, at most [`CLIENT_BYTES_MAX`] bytes.
    pub client: String,
}

impl AdminSession {
    /// Whether it is still good at `now`.
    pub fn is_open(&self, now: Timestamp) -> bool {
        now.since(self.last_seen) < IDLE_MAX && now.since(self.opened) < SESSION_LIFE
    }

    /// Whether its last code still vouches for what is dangerous.
    pub fn is_proved(&self, now: Timestamp) -> bool {
        now < self.proved_until
    }
}

/// Why a session is over, as far as somebody did it: what time ends is forgotten without a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SessionEnd {
    /// Its owner signed out.
    SignedOut,
    /// Its owner, or an admin, ended it from a list.
    EndedByPerson,
    /// Its owner has opened too many.
    TooMany,
    /// The second factor or the password is another one.
    SecretChanged,
}

codes!(SessionEnd {
    SessionEnd::SignedOut => "signed_out",
    SessionEnd::EndedByPerson => "ended_by_person",
    SessionEnd::TooMany => "too_many",
    SessionEnd::SecretChanged => "secret_changed",
});

/// What a link is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkUse {
    /// Setting a second factor, and a password where there is none.
    SetUp,
    /// Signing in without either: only somebody with root makes such a link, who could as well read the store.
    SignIn,
}

codes!(LinkUse {
    LinkUse::SetUp => "set_up",
    LinkUse::SignIn => "sign_in",
});

/// A link by which an admin enters. An account has at most one: a newer one voids it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Stands in the link as well.
    pub id: AdmissionId,
    /// Who is invited.
    pub account: AccountId,
    /// Of its secret.
    pub hash: SecretHash,
    /// When it ends unused.
    pub expires: Timestamp,
    /// What it is good for.
    pub opens: LinkUse,
}

/// What happened at the door of the admin centre.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AdminEvent {
    /// An admin was invited. An older invitation is void.
    Invited(Invitation),
    /// A link that signs in was used.
    LinkUsed {
        /// Whose.
        account: AccountId,
    },
    /// A way in was set up by an invitation, which is used up with it. Everything that was there before is void, and
    /// sessions from before are over.
    FactorSet {
        /// Whose.
        account: AccountId,
        /// All that can be shown from now on.
        factors: Factors,
    },
    /// A passkey was added by its owner.
    PasskeyAdded {
        /// Whose.
        account: AccountId,
        /// The passkey.
        passkey: Passkey,
    },
    /// A passkey was taken away, by its owner or by somebody who may. All sessions but one are over, because nobody
    /// knows which of them it opened.
    PasskeyRemoved {
        /// Whose.
        account: AccountId,
        /// Which.
        passkey: PasskeyId,
        /// What its owner called it.
        name: String,
        /// The session in which its owner did it.
        kept: Option<SessionId>,
    },
    /// A passkey was shown, and what its authenticator signed is not right: a copy of it, or somebody else's page.
    PasskeyRefused {
        /// Whose.
        account: AccountId,
        /// What its owner calls it.
        name: String,
        /// From which address.
        source: String,
    },
    /// New recovery codes; the ones from before are void.
    RecoveryCodesSet {
        /// Whose.
        account: AccountId,
        /// SHA-256 of each.
        recovery: Vec<SecretHash>,
    },
    /// The password was right and the code was not.
    CodeRefused {
        /// Whose.
        account: AccountId,
        /// From which address.
        source: String,
    },
    /// A code of the authenticator app was shown on the way back ([`crate::recovery`]); it is good for nothing any more.
    CodeShown {
        /// Whose.
        account: AccountId,
        /// Its time step.
        step: u64,
    },
    /// A recovery code was used; it is good for nothing any more.
    RecoveryCodeUsed {
        /// Whose.
        account: AccountId,
        /// Which.
        hash: SecretHash,
        /// How many are left.
        left: u32,
    },
    /// A session began.
    SessionOpened {
        /// The session.
        session: AdminSession,
        /// By what.
        by: Proof,
    },
    /// Its owner confirmed to be there, before something dangerous.
    SessionProved {
        /// Whose.
        account: AccountId,
        /// Which.
        session: SessionId,
        /// By what.
        by: Proof,
    },
    /// A session is over.
    SessionEnded {
        /// Whose.
        account: AccountId,
        /// Which.
        session: SessionId,
        /// Why.
        cause: SessionEnd,
    },
}

impl AdminEvent {
    /// The admin that it is about.
    pub const fn account(&self) -> AccountId {
        match self {
            AdminEvent::Invited(invitation) => invitation.account,
            AdminEvent::FactorSet { account, .. }
            | AdminEvent::PasskeyAdded { account, .. }
            | AdminEvent::PasskeyRemoved { account, .. }
            | AdminEvent::PasskeyRefused { account, .. }
            | AdminEvent::RecoveryCodesSet { account, .. }
            | AdminEvent::SessionProved { account, .. }
            | AdminEvent::LinkUsed { account }
            | AdminEvent::CodeRefused { account, .. }
            | AdminEvent::CodeShown { account, .. }
            | AdminEvent::RecoveryCodeUsed { account, .. }
            | AdminEvent::SessionEnded { account, .. } => *account,
            AdminEvent::SessionOpened { session, .. } => session.account,
        }
    }
}

/// Whether a command needs a code that is at most [`PROOF_LIFE`] old (checklist M7): what opens or closes a door,
/// what changes who may do what, and whatever touches many accounts or another admin.
pub const fn needs_proof(command: CommandKind) -> bool {
    match command {
        CommandKind::Read
        | CommandKind::ReadSite
        | CommandKind::ReadAudit
        // Changes nothing but that nobody waits any more.
        | CommandKind::AnswerHelp
        | CommandKind::TellReport => false,
        CommandKind::Create
        | CommandKind::ChangeAccount
        | CommandKind::ChangeRoles
        | CommandKind::Delete
        | CommandKind::SetPassword
        | CommandKind::ChangeAlternates
        | CommandKind::ChangeOwnPassword
        | CommandKind::AddAppPassword
        | CommandKind::RevokeAppPassword
        | CommandKind::UnblockSending
        | CommandKind::RestrictSending
        | CommandKind::HoldMail
        | CommandKind::DeleteMail
        | CommandKind::Contain
        | CommandKind::UnlockSignIn
        | CommandKind::BlockSignIn
        | CommandKind::AllowSignIn
        | CommandKind::EndSessions
        | CommandKind::BlockSource
        | CommandKind::AllowSource
        | CommandKind::ChangePolicy
        | CommandKind::AdmitSignIn
        | CommandKind::ForgetDevice
        | CommandKind::ManageTokens
        | CommandKind::ManageAdmins => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session() -> AdminSession {
        let opened = Timestamp::from_unix_s(1_000);
        AdminSession {
            id: SessionId::from_random(1),
            account: AccountId::from_random(2),
            hash: SecretHash([0; 32]),
            opened,
            last_seen: opened,
            proved_until: opened.plus(PROOF_LIFE),
            source: "192.0.2.1".to_owned(),
            client: String::new(),
        }
    }

    #[test]
    fn a_session_ends_when_nobody_uses_it_and_after_a_day_however_busy() {
        let open = session();
        let after = |span: Span| open.opened.plus(span);
        assert!(open.is_open(after(Span::from_s(30 * 60 - 1))));
        assert!(!open.is_open(after(IDLE_MAX)));
        let busy = AdminSession { last_seen: after(Span::from_s(12 * 3_600 - 2)), ..open.clone() };
        assert!(busy.is_open(after(Span::from_s(12 * 3_600 - 1))));
        assert!(!busy.is_open(after(SESSION_LIFE)));
    }

    #[test]
    fn a_code_vouches_for_five_minutes() {
        let open = session();
        assert!(open.is_proved(open.opened.plus(Span::from_s(299))));
        assert!(!open.is_proved(open.opened.plus(PROOF_LIFE)));
    }
}

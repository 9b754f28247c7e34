//! Containing an account that somebody else is in: the steps of one command, and what each would do to an account as it
//! stands. The order is the order in which they are shown; all of them are one change.

use crate::account::{AccountFacts, codes};
use crate::ids::{IncidentId, RestrictionId, SessionId};
use crate::restriction::{Reason, Restriction, RestrictionKind};

/// One thing that Contain does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ContainStep {
    /// Sending is restricted until somebody releases it.
    Sending,
    /// Signing in is blocked everywhere until somebody allows it.
    SignIn,
    /// The password opens nothing until it is another one, also when signing in is allowed again.
    Password,
    /// App passwords are revoked, for good.
    AppPasswords,
    /// Open sessions end, for good: at the mail server, in the admin centre, on the owner's pages.
    Sessions,
    /// What the queue has of the account is held.
    Queue,
}

codes!(ContainStep {
    ContainStep::Sending => "sending",
    ContainStep::SignIn => "sign_in",
    ContainStep::Password => "password",
    ContainStep::AppPasswords => "app_passwords",
    ContainStep::Sessions => "sessions",
    ContainStep::Queue => "queue",
});

impl ContainStep {
    /// Whether what it does can be taken back.
    pub const fn is_for_good(self) -> bool {
        match self {
            ContainStep::AppPasswords | ContainStep::Sessions => true,
            ContainStep::Sending | ContainStep::SignIn | ContainStep::Password | ContainStep::Queue => false,
        }
    }
}

/// What the caller has minted and looked up for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Containment {
    /// Ids of the restrictions that it starts, as far as they are needed.
    pub fresh: ContainmentRows,
    /// The incident that it opens where none is open.
    pub incident: IncidentId,
    /// The account's sessions in the admin centre.
    pub own: Vec<SessionId>,
}

/// The three restrictions of a containment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContainmentRows {
    /// Of sending.
    pub sending: RestrictionId,
    /// Of signing in.
    pub sign_in: RestrictionId,
    /// Of the password.
    pub password: RestrictionId,
}

/// What a step would do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// It will be done; with how many sessions, messages or app passwords, where that is known.
    Will {
        /// How many.
        count: Option<u32>,
    },
    /// It is so already, or there is nothing to do it with.
    Already,
    /// It is not ours to do, or the site does not let us at it.
    OutOfReach,
}

impl Outlook {
    /// The word that the API uses.
    pub const fn code(self) -> &'static str {
        match self {
            Outlook::Will { .. } => "will",
            Outlook::Already => "already",
            Outlook::OutOfReach => "out_of_reach",
        }
    }
}

/// Whether the account has what this step starts: a row of the kind without an end, so that another would say nothing new.
/// A step that starts no row is never done for good: sessions and queued mail come again.
pub fn is_done(step: ContainStep, facts: &AccountFacts) -> bool {
    let has_lasting = |kind| facts.open_of(kind).any(|row| row.until.is_none());
    match step {
        ContainStep::Sending => has_lasting(RestrictionKind::SendingRestricted),
        ContainStep::SignIn => has_lasting(RestrictionKind::SignInBlocked),
        ContainStep::Password => {
            facts.open_of(RestrictionKind::PasswordChangeRequired).any(Restriction::voids_password)
        }
        ContainStep::AppPasswords => facts.app_passwords.is_empty(),
        ContainStep::Sessions | ContainStep::Queue => false,
    }
}

/// Whether the step is ours to do: a password that is kept elsewhere can be voided there alone.
pub const fn is_ours(step: ContainStep, facts: &AccountFacts) -> bool {
    match step {
        ContainStep::Password => !facts.account.is_gate_only,
        ContainStep::Sending
        | ContainStep::SignIn
        | ContainStep::AppPasswords
        | ContainStep::Sessions
        | ContainStep::Queue => true,
    }
}

impl Restriction {
    /// Whether the password that there was opens nothing because of it: it was contained, and no temporary one.
    pub fn voids_password(&self) -> bool {
        self.kind == RestrictionKind::PasswordChangeRequired
            && matches!(self.reason, Reason::Contained { .. })
    }
}

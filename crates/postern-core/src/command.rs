//! Everything that a person, the API or a timer may ask to have changed.

use std::net::IpAddr;

use crate::account::{AccountKind, Language, Role};
use crate::admin::Invitation;
use crate::admission::Admission;
use crate::alternate::AlternateCommand;
use crate::app_password::AppPasswordCommand;
use crate::compromise::Level;
use crate::containment::Containment;
use crate::help_request::HelpRequest;
use crate::ids::{DeviceId, PasskeyId, RestrictionId, SessionId};
use crate::incident::IncidentCommand;
use crate::mail_queue::QueueAction;
use crate::name::AccountName;
use crate::protocol::Protocol;
use crate::reach::Reach;
use crate::recovery::{Proofs, RecoveryChoice};
use crate::restriction::Actor;
use crate::time::{Span, Timestamp};

/// Who asks, and why: both are in the audit row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asker {
    /// Who.
    pub actor: Actor,
    /// The roles that the actor holds; all of them for [`Actor::LocalRoot`].
    pub roles: Vec<Role>,
    /// Upon whom the roles are; all domains for [`Actor::LocalRoot`].
    pub reach: Reach,
    /// The reason in the actor's words; mandatory for whatever opens or closes a door.
    pub note: String,
}

/// A change to one existing account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Give it another primary address.
    Rename {
        /// The new address.
        to: AccountName,
        /// Keep the old address as an alias.
        keep_old_as_alias: bool,
    },
    /// Change what we know of it; `None` leaves a value alone.
    ChangeProfile(ProfileChange),
    /// Add a name.
    AddAlias(AccountName),
    /// Take a name away.
    RemoveAlias(AccountName),
    /// Remove it.
    Delete,
    /// Set a password whose hash the caller has made.
    SetPassword,
    /// Reset the password of somebody else, whose hash the caller has made.
    ResetPassword(PasswordReset),
    /// The owner sets a password of the own in place of a temporary one; the caller has verified that one, and made the hash.
    ChangeTemporaryPassword {
        /// The row of the temporary password that was verified: one that was reset again meanwhile replaces nothing.
        row: RestrictionId,
    },
    /// Add or revoke app passwords.
    AppPassword(AppPasswordCommand),
    /// The owner, who has proved it, unlocks signing in, with a new password whose hash the caller has made or without.
    Recover(Recovery),
    /// End every restriction of sending (the button says Unblock).
    UnblockSending,
    /// Restrict sending; `None` means until somebody releases it.
    RestrictSending {
        /// When it ends by itself.
        until: Option<Timestamp>,
    },
    /// Restrict sending as a rule proposed it.
    AcceptProposal,
    /// Say no to what a rule proposed.
    DismissProposal,
    /// End the automatic locks of both lanes.
    UnlockSignIn,
    /// The same (there need be none), and bear twice as many failures until then, at most [`EASED_MAX`] from now.
    EaseSignIn {
        /// When the ordinary thresholds hold again.
        until: Timestamp,
    },
    /// Block signing in; `None` means until somebody allows it.
    BlockSignIn {
        /// When it ends by itself.
        until: Option<Timestamp>,
    },
    /// End every block of signing in.
    AllowSignIn,
    /// Switch one way to sign in off, until somebody switches it on again, or on.
    SwitchProtocol {
        /// Which.
        protocol: Protocol,
        /// It works from now on.
        is_on: bool,
    },
    /// End open sessions: at the mail server, and in the admin centre those that the caller has looked up.
    EndSessions {
        /// Only those from this address; `None` for every one.
        from: Option<IpAddr>,
        /// Sessions of the admin centre.
        own: Vec<SessionId>,
    },

    /// Close everything of an account that somebody else is in: sending, signing in, password, app passwords, sessions, queue.
    Contain(Containment),
    /// About an incident of the account.
    Incident(IncidentCommand),
    /// Hold, release or delete mail that is in the queue. The caller has looked which messages it is.
    ChangeQueue {
        /// What.
        action: QueueAction,
        /// With how many messages.
        messages: u32,
    },

    /// Learn whom it wrote to before, so many addresses, which the caller has.
    LearnContacts {
        /// How many.
        contacts: u32,
    },

    // The owner in a new place, and remembered devices
    /// Offer the owner a one-time link, whose text the caller has made.
    AdmitSignIn(Admission),
    /// About alternate addresses, and links that are mailed to an owner.
    Alternate(AlternateCommand),
    /// Answer a request for help, which the caller has looked up.
    AnswerHelp(HelpRequest),
    /// Forget a remembered device; the caller has looked that the account has it.
    ForgetDevice(DeviceId),
    /// Invite an admin to the admin centre by a link, whose text the caller has made.
    InviteAdmin(Invitation),
    /// End sessions of an admin, which the caller has looked up.
    EndAdminSessions(Vec<SessionId>),
    /// Take a passkey of an admin away, which the caller has looked up.
    RemovePasskey {
        /// Which.
        passkey: PasskeyId,
        /// What its owner called it.
        name: String,
    },
}

/// How a password is reset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PasswordReset {
    /// Somebody thought of it, so somebody else than the owner knows it for good unless it is changed.
    pub is_chosen: bool,
    /// It is temporary: it works until then, and only for setting another one. `None`: it stays.
    pub temporary_until: Option<Timestamp>,
}

/// How an owner comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// By what; the caller has verified each.
    pub proofs: Proofs,
    /// To do what.
    pub choice: RecoveryChoice,
    /// How many proofs the site asks for.
    pub proofs_of_site: u64,
    /// What speaks for a compromise of the account.
    pub level: Level,
}

/// The longest time for which a person may double the thresholds of an account. Two days of doubled thresholds
/// are two days of a doubled budget for whoever guesses, so it is one.
pub const EASED_MAX: Span = Span::from_days(1);

/// New values for what may change of an account.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ProfileChange {
    /// The person's or mailbox's name.
    pub display_name: Option<String>,
    /// The language we write in.
    pub language: Option<Language>,
    /// Person, shared mailbox or application.
    pub kind: Option<AccountKind>,
    /// What it may do in Postern.
    pub roles: Option<Vec<Role>>,
    /// Upon whom.
    pub reach: Option<Reach>,
    /// Groups, for policies.
    pub groups: Option<Vec<String>>,
}

/// The kinds of command, for the access matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CommandKind {
    /// A new account, by hand or by import.
    Create,
    /// Rename, profile, aliases.
    ChangeAccount,
    /// Change of roles.
    ChangeRoles,
    /// Delete.
    Delete,
    /// Set or reset somebody's password.
    SetPassword,
    /// Add, check and remove alternate addresses: whoever may set a password can be reached there in its stead.
    ChangeAlternates,
    /// Set a password of one's own, or unlock oneself: the owner's alone, whatever roles somebody has.
    ChangeOwnPassword,
    /// Make an app password.
    AddAppPassword,
    /// Take app passwords back.
    RevokeAppPassword,
    /// Unblock sending.
    UnblockSending,
    /// Restrict sending.
    RestrictSending,
    /// Hold mail in the queue, or let held mail go.
    HoldMail,
    /// Delete mail in the queue.
    DeleteMail,
    /// Unlock signing in.
    UnlockSignIn,
    /// Block signing in.
    BlockSignIn,
    /// Allow signing in.
    AllowSignIn,
    /// End open sessions of an account.
    EndSessions,
    /// Contain an account, which is every way of closing it at once.
    Contain,
    // Sources.
    /// Block a network or a pair, or end such a block.
    BlockSource,
    /// Allow a source or mark it as shared, or take such an entry back.
    AllowSource,
    /// Change a policy.
    ChangePolicy,
    /// Read accounts, restrictions and why.
    Read,
    /// Read what belongs to the whole site: sources, connections, settings, admins, policies for some accounts.
    ReadSite,
    /// Read the audit.
    ReadAudit,
    /// Offer a one-time link to the owner in a new place.
    AdmitSignIn,
    /// Forget a remembered device.
    ForgetDevice,
    /// Answer a request for help.
    AnswerHelp,
    /// Make, list and revoke the tokens of programs.
    ManageTokens,
    /// Invite an admin, which gives a new second factor, and end the sessions and remove the passkeys of other admins.
    ManageAdmins,
    /// Hand in a report from outside about mail of ours.
    TellReport,
}

impl Command {
    /// Its kind, for the access matrix.
    pub fn kind(&self) -> CommandKind {
        match self {
            Command::ChangeProfile(change) if change.roles.is_some() || change.reach.is_some() => {
                CommandKind::ChangeRoles
            }
            Command::Rename { .. }
            | Command::ChangeProfile(_)
            | Command::AddAlias(_)
            | Command::RemoveAlias(_)
            | Command::LearnContacts { .. } => CommandKind::ChangeAccount,
            Command::Delete => CommandKind::Delete,
            Command::SetPassword | Command::ResetPassword(_) => CommandKind::SetPassword,
            Command::Alternate(AlternateCommand::MailPasswordLink { .. }) => CommandKind::SetPassword,
            Command::Alternate(AlternateCommand::SetPasswordByLink(_))
            | Command::ChangeTemporaryPassword { .. }
            | Command::Recover(_) => CommandKind::ChangeOwnPassword,
            Command::AppPassword(command) => command.kind(),
            Command::Alternate(_) => CommandKind::ChangeAlternates,
            Command::UnblockSending | Command::DismissProposal => CommandKind::UnblockSending,
            Command::RestrictSending { .. } | Command::AcceptProposal => CommandKind::RestrictSending,
            Command::ChangeQueue { action: QueueAction::Delete, .. } => CommandKind::DeleteMail,
            Command::ChangeQueue { action: QueueAction::Hold | QueueAction::Release, .. } => {
                CommandKind::HoldMail
            }
            Command::UnlockSignIn | Command::EaseSignIn { .. } => CommandKind::UnlockSignIn,
            Command::BlockSignIn { .. } | Command::SwitchProtocol { is_on: false, .. } => {
                CommandKind::BlockSignIn
            }
            Command::AllowSignIn | Command::SwitchProtocol { is_on: true, .. } => CommandKind::AllowSignIn,
            Command::EndSessions { .. } => CommandKind::EndSessions,
            Command::Contain(_) | Command::Incident(_) => CommandKind::Contain,
            Command::AdmitSignIn(_) => CommandKind::AdmitSignIn,
            Command::AnswerHelp(_) => CommandKind::AnswerHelp,
            Command::ForgetDevice(_) => CommandKind::ForgetDevice,
            Command::InviteAdmin(_) | Command::EndAdminSessions(_) | Command::RemovePasskey { .. } => {
                CommandKind::ManageAdmins
            }
        }
    }

    /// Whether it opens or closes a door, so that a reason is mandatory.
    pub fn needs_note(&self) -> bool {
        match self {
            Command::UnblockSending
            | Command::RestrictSending { .. }
            | Command::AcceptProposal
            | Command::DismissProposal
            | Command::UnlockSignIn
            | Command::EaseSignIn { .. }
            | Command::BlockSignIn { .. }
            | Command::AllowSignIn
            | Command::SwitchProtocol { .. }
            | Command::EndSessions { .. }
            | Command::Contain(_)
            | Command::Incident(_)
            | Command::ChangeQueue { .. }
            | Command::LearnContacts { .. }
            | Command::AdmitSignIn(_)
            | Command::Alternate(_)
            | Command::AnswerHelp(_)
            | Command::ForgetDevice(_)
            | Command::ResetPassword(_)
            // Of everybody but its owner.
            | Command::AppPassword(_)
            | Command::InviteAdmin(_)
            | Command::EndAdminSessions(_)
            | Command::RemovePasskey { .. } => true,
            Command::Rename { .. }
            | Command::ChangeProfile(_)
            | Command::AddAlias(_)
            | Command::RemoveAlias(_)
            | Command::Delete
            | Command::SetPassword
            | Command::ChangeTemporaryPassword { .. }
            | Command::Recover(_) => false,
        }
    }
}

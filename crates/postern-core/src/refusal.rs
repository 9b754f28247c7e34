//! Every reason to say no to a person. A refusal is not an error: the rules answered.

use crate::account::Role;
use crate::address::ClientNetwork;
use crate::alternate::AlternateRefusal;
use crate::app_password::AppPasswordRefusal;
use crate::command::CommandKind;
use crate::help_request::HelpRefusal;
use crate::incident::IncidentRefusal;
use crate::mail_queue::{QueueAction, QueueId};
use crate::name::AccountName;
use crate::password_rules::PasswordFault;
use crate::recovery::RecoveryRefusal;
use crate::source_entry::EntryKind;

/// Why a password is neither reset nor replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordRefusal {
    /// Nobody resets the own password as an admin.
    Own,
    /// A password that somebody chose for a person is temporary.
    ChosenIsTemporary,
    /// The account has no temporary password that works, so there is none to be replaced.
    NotTemporary,
    /// The new password is the temporary one.
    SameAsTemporary,
    /// The site's policy lets no admin know a person's password: a link is mailed.
    LinkOnly,
}

/// Why a command is refused. The sentence, with what to do about it, is in postern-text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The actor's roles do not allow it.
    NotAllowed {
        /// What was asked.
        command: CommandKind,
    },
    /// The account holds a role that the actor may not act upon.
    TargetIsAdmin {
        /// The highest role of the account.
        role: Role,
    },
    /// What was asked about app passwords can't be.
    AppPassword(AppPasswordRefusal),
    /// There is no such account among those that the asker's roles are for; whether there is one elsewhere is not said.
    NoSuchAccount,
    /// The name lies in no domain that the asker's roles are for.
    OutsideDomains {
        /// The name.
        name: AccountName,
    },
    /// It is the whole site's affair, and the asker's roles are for some domains.
    ForAllDomainsOnly,
    /// A global admin is one for all domains.
    GlobalAdminForAllDomains,
    /// A text is no domain, or there are too many.
    NoDomain {
        /// What was written.
        text: String,
    },
    /// Nobody blocks, deletes or demotes their own account by hand.
    OwnAccount,
    /// The last global admin cannot be blocked, deleted or demoted.
    LastGlobalAdmin,
    /// A reason is mandatory.
    NoteMissing,
    /// The reason is too long.
    NoteTooLong,
    /// There is nothing to end: sending is not restricted.
    SendingNotRestricted,
    /// No restriction of this account is proposed.
    NothingProposed,
    /// There is nothing to end: signing in is not locked.
    SignInNotLocked,
    /// There is nothing to end: signing in is not blocked.
    SignInNotBlocked,
    /// It is already so.
    AlreadySo,
    /// It is not as the asker saw it, who asked for the change only if it was.
    NotAsSeen,
    /// The end lies in the past.
    EndInThePast,
    /// Another account has this name.
    NameTaken {
        /// The name.
        name: AccountName,
    },
    /// The account does not have this alias.
    NoSuchAlias {
        /// The name.
        alias: AccountName,
    },
    /// The alias is the account's own primary address.
    AliasIsPrimary {
        /// The name.
        alias: AccountName,
    },
    /// The account has as many aliases as an account may have.
    TooManyAliases,
    /// The account has as many groups as an account may have.
    TooManyGroups,
    /// The display name is too long or holds control characters.
    DisplayName,
    /// Its password is kept by somebody else, so we cannot set it.
    PasswordKeptElsewhere,
    /// The password is not reset, or not replaced.
    Password(PasswordRefusal),
    /// A request for help is not answered.
    Help(HelpRefusal),
    /// Nothing is done about an incident.
    Incident(IncidentRefusal),
    /// The owner's way back does not lead further.
    Recovery(RecoveryRefusal),
    /// The password may not be set.
    PasswordUnfit {
        /// Everything that is wrong with it.
        faults: Vec<PasswordFault>,
    },
    /// Only an application's password may be against the rules.
    WeakOnlyForApplications,
    // Sources.
    /// Signing in may be eased for so long at most.
    EasedTooLong,
    /// No block lies within this source.
    SourceNotBlocked {
        /// The larger network that is blocked, if one is: that block is the one to end.
        block_over: Option<ClientNetwork>,
    },
    /// There is no entry of this kind for exactly this source.
    NoSuchEntry,
    /// The source is allowed or shared already, by this entry; it has to be taken back first.
    EntryExists {
        /// The one that exists.
        kind: EntryKind,
    },
    /// A person allowed this source, and an allowed source is never blocked.
    SourceIsAllowed {
        /// What is allowed.
        network: ClientNetwork,
    },
    /// The network is so large that the entry or block would be about half the world.
    NetworkTooLarge {
        /// The shortest prefix that is accepted for such an address, in bits.
        prefix_bits_min: u8,
    },
    /// The network is this machine's own or nobody's, so the gates never take its addresses for a source and what is
    /// said of it would not act.
    NoClientsThere {
        /// The network.
        network: ClientNetwork,
    },
    /// There are as many entries and blocks by hand as there may be.
    TooManyEntries,
    /// The account has as many pins as one may have.
    TooManyPins,

    // The mail server's queue
    /// Of this account's mail in the queue there is none with which that could be done.
    NothingQueued {
        /// What was asked.
        action: QueueAction,
    },
    /// The account has no such message in the queue: it has left it, or it is somebody else's.
    NotInQueue {
        /// The message.
        id: QueueId,
    },

    // Tokens, one-time links, devices
    /// A token's name is empty, too long or holds control characters.
    TokenName,
    /// A token in force has this name.
    TokenNameTaken {
        /// The name.
        name: String,
    },
    /// A token that is good for nothing.
    TokenWithoutScope,
    /// As many tokens are in force as may be.
    TooManyTokens,
    /// There is no such token, or it is revoked already.
    NoSuchToken,
    /// Nothing is done about an alternate address, or a link that is mailed.
    Alternate(AlternateRefusal),
    /// The account has no such device.
    NoSuchDevice,
    /// The site has no web address, so no link leads to us.
    NoWebAddress,

    // The admin centre
    /// The account holds no role, so there is nothing that it could do in the admin centre.
    NotAnAdmin,
    /// The admin has no such session, or it is over.
    NoSuchSession,
    /// The site does not let us at its mail server's sessions, and there is none in the admin centre.
    SessionsOutOfReach,
    /// The admin has no such passkey.
    NoSuchPasskey,
    /// Without it the admin could not enter any more.
    LastWayIn,
    /// A passkey's name is empty, too long or holds control characters.
    PasskeyName,
    /// The admin has as many passkeys as one may have.
    TooManyPasskeys,
    /// The site's address has no host name, or none at all, so browsers give it no passkeys.
    NoPasskeysHere,
    /// The authenticator's answer is not right, or its question is too old or somebody else's.
    PasskeyNotMade,
}

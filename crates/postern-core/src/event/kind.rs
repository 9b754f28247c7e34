//! The kinds of events, and the word of each that the audit uses for ever.

use crate::account::codes;

/// The kinds of events, without their values: what a reader of the audit can put into words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventKind {
    /// A new account.
    AccountCreated,
    /// The primary address changed.
    AccountRenamed,
    /// Name, language, kind, roles or groups changed.
    ProfileChanged,
    /// A further name.
    AliasAdded,
    /// One name less.
    AliasRemoved,
    /// The account is gone.
    AccountDeleted,
    /// A new password.
    PasswordSet,
    /// The owner came back without anybody's help.
    Recovered,
    /// Somebody else may be in an account: that began to be looked after.
    IncidentOpened,
    /// The account of an incident was contained.
    IncidentContained,
    /// Somebody else looks after an incident.
    IncidentAssigned,
    /// What a containment began was ended.
    IncidentUndone,
    /// An incident is over.
    IncidentClosed,
    /// An incident is not over after all.
    IncidentReopened,
    /// A restriction began.
    RestrictionStarted,
    /// A person or a program ended a restriction.
    RestrictionReleased,
    /// A restriction reached its end.
    RestrictionExpired,
    /// A source was allowed or marked as shared.
    EntryAdded,
    /// Such an entry was taken back.
    EntryRemoved,
    /// Such an entry reached its end.
    EntryExpired,
    /// Signing in bears more failures for a while.
    SignInEased,
    /// Something was seen that speaks for compromise.
    EvidenceSeen,
    /// What was seen of an account adds up to an alert or more.
    AlertRaised,
    /// Many accounts of the site are being tried at once.
    SprayStarted,
    /// That is over.
    SprayEnded,
    /// Rules want more accounts restricted at once than may be.
    MassGuardStarted,
    /// That is over.
    MassGuardEnded,
    /// A policy value changed.
    PolicyChanged,
    /// Mail in the queue was held.
    MailHeld,
    /// Held mail was let go.
    MailReleased,
    /// Mail in the queue was deleted.
    MailDeleted,
    /// Open sessions were ended.
    SessionsEnded,
    /// Whom an account wrote to before was learned.
    ContactsLearned,
    /// A program was given a token.
    TokenAdded,
    /// A token was revoked.
    TokenRevoked,
    /// A one-time link was made for the owner in a new place.
    AdmissionOffered,
    /// It was used.
    AdmissionUsed,
    /// A device is remembered.
    DeviceRemembered,
    /// A device was forgotten.
    DeviceForgotten,
    /// An alternate address was added.
    AlternateAdded,
    /// Its owner reads the mail there.
    AlternateVerified,
    /// It was taken away.
    AlternateRemoved,
    /// A link was mailed to a new alternate address.
    AlternateCheckMailed,
    /// A link that sets a password was mailed.
    PasswordLinkMailed,
    /// It was used.
    PasswordLinkUsed,
    /// An owner said of a change that it was somebody else's.
    ChangeDisowned,
    /// Somebody asked for help.
    HelpAsked,
    /// A request for help was answered.
    HelpAnswered,
    /// There is a new app password.
    AppPasswordAdded,
    /// An app password was revoked.
    AppPasswordRevoked,
    /// An admin was invited.
    AdminInvited,
    /// Root made a link that signs an admin in.
    EmergencyLinkMade,
    /// It was used.
    EmergencyLinkUsed,
    /// An admin's password was right, and the code was not.
    CodeRefused,
    /// A code of an authenticator app was shown on the way back.
    CodeShown,
    /// An admin has a new second factor.
    SecondFactorSet,
    /// An admin has a further passkey.
    PasskeyAdded,
    /// A passkey of an admin was taken away.
    PasskeyRemoved,
    /// A passkey was shown and is not right.
    PasskeyRefused,
    /// An admin has new recovery codes.
    RecoveryCodesSet,
    /// A recovery code was used.
    RecoveryCodeUsed,
    /// The owner of a session confirmed to be there.
    SessionProved,
    /// A session of the admin centre began.
    SessionOpened,
    /// It is over.
    SessionEnded,
}

codes!(EventKind {
    EventKind::AccountCreated => "account_created",
    EventKind::AccountRenamed => "account_renamed",
    EventKind::ProfileChanged => "profile_changed",
    EventKind::AliasAdded => "alias_added",
    EventKind::AliasRemoved => "alias_removed",
    EventKind::AccountDeleted => "account_deleted",
    EventKind::PasswordSet => "password_set",
    EventKind::Recovered => "recovered",
    EventKind::RestrictionStarted => "restriction_started",
    EventKind::RestrictionReleased => "restriction_released",
    EventKind::RestrictionExpired => "restriction_expired",
    EventKind::EntryAdded => "source_entry_added",
    EventKind::EntryRemoved => "source_entry_removed",
    EventKind::EntryExpired => "source_entry_expired",
    EventKind::SignInEased => "sign_in_eased",
    EventKind::EvidenceSeen => "evidence_seen",
    EventKind::AlertRaised => "alert_raised",
    EventKind::SprayStarted => "spray_started",
    EventKind::SprayEnded => "spray_ended",
    EventKind::MassGuardStarted => "mass_guard_started",
    EventKind::MassGuardEnded => "mass_guard_ended",
    EventKind::PolicyChanged => "policy_changed",
    EventKind::MailHeld => "mail_held",
    EventKind::MailReleased => "mail_released",
    EventKind::MailDeleted => "mail_deleted",
    EventKind::SessionsEnded => "sessions_ended",
    EventKind::ContactsLearned => "contacts_learned",
    EventKind::TokenAdded => "token_added",
    EventKind::TokenRevoked => "token_revoked",
    EventKind::AdmissionOffered => "admission_offered",
    EventKind::AdmissionUsed => "admission_used",
    EventKind::DeviceRemembered => "device_remembered",
    EventKind::DeviceForgotten => "device_forgotten",
    EventKind::AlternateAdded => "alternate_added",
    EventKind::AlternateVerified => "alternate_verified",
    EventKind::AlternateRemoved => "alternate_removed",
    EventKind::AlternateCheckMailed => "alternate_check_mailed",
    EventKind::PasswordLinkMailed => "password_link_mailed",
    EventKind::PasswordLinkUsed => "password_link_used",
    EventKind::ChangeDisowned => "change_disowned",
    EventKind::HelpAsked => "help_asked",
    EventKind::HelpAnswered => "help_answered",
    EventKind::AppPasswordAdded => "app_password_added",
    EventKind::AppPasswordRevoked => "app_password_revoked",
    EventKind::IncidentOpened => "incident_opened",
    EventKind::IncidentContained => "incident_contained",
    EventKind::IncidentAssigned => "incident_assigned",
    EventKind::IncidentUndone => "incident_undone",
    EventKind::IncidentClosed => "incident_closed",
    EventKind::IncidentReopened => "incident_reopened",
    EventKind::AdminInvited => "admin_invited",
    EventKind::EmergencyLinkMade => "emergency_link_made",
    EventKind::EmergencyLinkUsed => "emergency_link_used",
    EventKind::CodeRefused => "code_refused",
    EventKind::CodeShown => "code_shown",
    EventKind::SecondFactorSet => "second_factor_set",
    EventKind::PasskeyAdded => "passkey_added",
    EventKind::PasskeyRemoved => "passkey_removed",
    EventKind::PasskeyRefused => "passkey_refused",
    EventKind::RecoveryCodesSet => "recovery_codes_set",
    EventKind::RecoveryCodeUsed => "recovery_code_used",
    EventKind::SessionProved => "session_proved",
    EventKind::SessionOpened => "session_opened",
    EventKind::SessionEnded => "session_ended",
});

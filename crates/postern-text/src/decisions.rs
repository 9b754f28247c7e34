//! What the decision log and the audit say, as labels: total matches, so that a new kind without words does not
//! compile. The sentence beside a label is put together where the logged values are read.

use postern_core::decision::DecisionKind;
use postern_core::event::EventKind;

use crate::key;
use crate::words::Words;

impl Words {
    /// The label of a decision: `Sign-in refused`.
    pub fn decision(&self, kind: DecisionKind) -> String {
        let key = match kind {
            DecisionKind::SignInRefused => key::DECISION_SIGN_IN_REFUSED,
            DecisionKind::SignInWouldBeRefused => key::DECISION_SIGN_IN_WOULD_BE_REFUSED,
            DecisionKind::SignedIn => key::DECISION_SIGNED_IN,
            DecisionKind::WrongPassword => key::DECISION_WRONG_PASSWORD,
            DecisionKind::SameWrongPassword => key::DECISION_SAME_WRONG_PASSWORD,
            DecisionKind::PreviousPassword => key::DECISION_PREVIOUS_PASSWORD,
            DecisionKind::SendingPermitted => key::DECISION_SENDING_PERMITTED,
            // The same words as for the restriction that stands since then.
            DecisionKind::SendingSlowed => key::KIND_SENDING_SLOWED,
            DecisionKind::SendingWouldBeSlowed => key::DECISION_SENDING_WOULD_BE_SLOWED,
            DecisionKind::SendingRestricted => key::KIND_SENDING_RESTRICTED,
            DecisionKind::SendingWouldBeRestricted => key::DECISION_SENDING_WOULD_BE_RESTRICTED,
            DecisionKind::SendingProposed => key::KIND_SENDING_PROPOSED,
            DecisionKind::SendingRefused => key::DECISION_SENDING_REFUSED,
            DecisionKind::AlertRaised => key::DECISION_ALERT_RAISED,
        };
        self.say(key, &[])
    }

    /// The label of a line of the audit: `Account created`.
    pub fn event(&self, kind: EventKind) -> String {
        let key = match kind {
            EventKind::AccountCreated => key::EVENT_ACCOUNT_CREATED,
            EventKind::AccountRenamed => key::EVENT_ACCOUNT_RENAMED,
            EventKind::ProfileChanged => key::EVENT_PROFILE_CHANGED,
            EventKind::AliasAdded => key::EVENT_ALIAS_ADDED,
            EventKind::AliasRemoved => key::EVENT_ALIAS_REMOVED,
            EventKind::AccountDeleted => key::EVENT_ACCOUNT_DELETED,
            EventKind::PasswordSet => key::EVENT_PASSWORD_SET,
            EventKind::HelpAsked => key::EVENT_HELP_ASKED,
            EventKind::HelpAnswered => key::EVENT_HELP_ANSWERED,
            EventKind::Recovered => key::EVENT_RECOVERED,
            EventKind::RestrictionStarted => key::EVENT_RESTRICTION_STARTED,
            EventKind::RestrictionReleased => key::EVENT_RESTRICTION_RELEASED,
            EventKind::RestrictionExpired => key::EVENT_RESTRICTION_EXPIRED,
            EventKind::EntryAdded => key::EVENT_SOURCE_ENTRY_ADDED,
            EventKind::EntryRemoved => key::EVENT_SOURCE_ENTRY_REMOVED,
            EventKind::EntryExpired => key::EVENT_SOURCE_ENTRY_EXPIRED,
            EventKind::SignInEased => key::EVENT_SIGN_IN_EASED,
            EventKind::SessionsEnded => key::EVENT_SESSIONS_ENDED,
            EventKind::ContactsLearned => key::EVENT_CONTACTS_LEARNED,
            EventKind::EvidenceSeen => key::EVENT_EVIDENCE_SEEN,
            EventKind::AlertRaised => key::EVENT_ALERT_RAISED,
            EventKind::SprayStarted => key::EVENT_SPRAY_STARTED,
            EventKind::SprayEnded => key::EVENT_SPRAY_ENDED,
            EventKind::MassGuardStarted => key::EVENT_MASS_GUARD_STARTED,
            EventKind::MassGuardEnded => key::EVENT_MASS_GUARD_ENDED,
            EventKind::PolicyChanged => key::EVENT_POLICY_CHANGED,
            EventKind::MailHeld => key::EVENT_MAIL_HELD,
            EventKind::MailReleased => key::EVENT_MAIL_RELEASED,
            EventKind::MailDeleted => key::EVENT_MAIL_DELETED,
            EventKind::TokenAdded => key::EVENT_TOKEN_ADDED,
            EventKind::TokenRevoked => key::EVENT_TOKEN_REVOKED,
            EventKind::AdmissionOffered => key::EVENT_ADMISSION_OFFERED,
            EventKind::AdmissionUsed => key::EVENT_ADMISSION_USED,
            EventKind::AlternateAdded => key::EVENT_ALTERNATE_ADDED,
            EventKind::AlternateVerified => key::EVENT_ALTERNATE_VERIFIED,
            EventKind::AlternateRemoved => key::EVENT_ALTERNATE_REMOVED,
            EventKind::AlternateCheckMailed => key::EVENT_ALTERNATE_CHECK_MAILED,
            EventKind::PasswordLinkMailed => key::EVENT_PASSWORD_LINK_MAILED,
            EventKind::PasswordLinkUsed => key::EVENT_PASSWORD_LINK_USED,
            EventKind::ChangeDisowned => key::EVENT_CHANGE_DISOWNED,
            EventKind::AppPasswordAdded => key::EVENT_APP_PASSWORD_ADDED,
            EventKind::AppPasswordRevoked => key::EVENT_APP_PASSWORD_REVOKED,
            EventKind::IncidentOpened => key::EVENT_INCIDENT_OPENED,
            EventKind::IncidentContained => key::EVENT_INCIDENT_CONTAINED,
            EventKind::IncidentAssigned => key::EVENT_INCIDENT_ASSIGNED,
            EventKind::IncidentUndone => key::EVENT_INCIDENT_UNDONE,
            EventKind::IncidentClosed => key::EVENT_INCIDENT_CLOSED,
            EventKind::IncidentReopened => key::EVENT_INCIDENT_REOPENED,
            EventKind::AdminInvited => key::EVENT_ADMIN_INVITED,
            EventKind::EmergencyLinkMade => key::EVENT_EMERGENCY_LINK_MADE,
            EventKind::EmergencyLinkUsed => key::EVENT_EMERGENCY_LINK_USED,
            EventKind::CodeRefused => key::EVENT_CODE_REFUSED,
            EventKind::CodeShown => key::EVENT_CODE_SHOWN,
            EventKind::SecondFactorSet => key::EVENT_SECOND_FACTOR_SET,
            EventKind::PasskeyAdded => key::EVENT_PASSKEY_ADDED,
            EventKind::PasskeyRemoved => key::EVENT_PASSKEY_REMOVED,
            EventKind::PasskeyRefused => key::EVENT_PASSKEY_REFUSED,
            EventKind::RecoveryCodesSet => key::EVENT_RECOVERY_CODES_SET,
            EventKind::RecoveryCodeUsed => key::EVENT_RECOVERY_CODE_USED,
            EventKind::SessionProved => key::EVENT_SESSION_PROVED,
            EventKind::SessionOpened => key::EVENT_SESSION_OPENED,
            EventKind::SessionEnded => key::EVENT_SESSION_ENDED,
            EventKind::DeviceRemembered => key::EVENT_DEVICE_REMEMBERED,
            EventKind::DeviceForgotten => key::EVENT_DEVICE_FORGOTTEN,
        };
        self.say(key, &[])
    }
}

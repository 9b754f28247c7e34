//! What the doctor found in the mail server's configuration, and what to change.

use postern_core::doctor::Fault;

use crate::key;
use crate::words::{Key, Words};

/// A name in a message and the text that stands there.
type Named<'text> = (&'static str, &'text String);

impl Words {
    /// What is wrong, what comes of it, and what to change.
    pub fn doctor_fault(&self, fault: &Fault) -> String {
        let plain = |key: Key| self.say(key, &[]);
        let of = |key: Key, (name, text): Named<'_>| self.say(key, &[(name, text.into())]);
        let both = |key: Key, one: Named<'_>, other: Named<'_>| {
            self.say(key, &[(one.0, one.1.into()), (other.0, other.1.into())])
        };
        let counted = |key: Key, (name, count): (&'static str, u64)| self.say(key, &[(name, count.into())]);
        match fault {
            Fault::NoSubmission => plain(key::DOCTOR_NO_SUBMISSION),
            Fault::PolicyMissing { service } => of(key::DOCTOR_POLICY_MISSING, ("service", service)),
            Fault::PolicyMissingAtEnd { service } => {
                of(key::DOCTOR_POLICY_MISSING_AT_END, ("service", service))
            }
            Fault::PolicyElsewhere { service, found, expected } => self.say(
                key::DOCTOR_POLICY_ELSEWHERE,
                &[("service", service.into()), ("found", found.into()), ("expected", expected.into())],
            ),
            Fault::PolicyBehind { service, before } => {
                both(key::DOCTOR_POLICY_BEHIND, ("service", service), ("before", before))
            }
            Fault::DefaultAction { action } => of(key::DOCTOR_DEFAULT_ACTION, ("action", action)),
            Fault::TimeInMilliseconds { setting, value } => {
                both(key::DOCTOR_TIME_IN_MILLISECONDS, ("setting", setting), ("value", value))
            }
            Fault::TimeoutLong { seconds } => counted(key::DOCTOR_TIMEOUT_LONG, ("seconds", *seconds)),
            Fault::TryLimitOne => plain(key::DOCTOR_TRY_LIMIT_ONE),
            Fault::RetryDelay { value } => of(key::DOCTOR_RETRY_DELAY, ("value", value)),
            Fault::PolicyTextsDiffer { service } => of(key::DOCTOR_POLICY_TEXTS_DIFFER, ("service", service)),
            Fault::ClassUndeclared { class } => of(key::DOCTOR_CLASS_UNDECLARED, ("class", class)),
            Fault::ClassOpen { class } => of(key::DOCTOR_CLASS_OPEN, ("class", class)),
            Fault::MapMissing { service, expected } => {
                both(key::DOCTOR_MAP_MISSING, ("service", service), ("expected", expected))
            }
            Fault::MapFirst { service } => of(key::DOCTOR_MAP_FIRST, ("service", service)),
            Fault::MapNeverRead { kind } => of(key::DOCTOR_MAP_NEVER_READ, ("kind", kind)),
            Fault::MapReadLate { kind } => of(key::DOCTOR_MAP_READ_LATE, ("kind", kind)),
            Fault::MapTypeUnknown { kind } => of(key::DOCTOR_MAP_TYPE_UNKNOWN, ("kind", kind)),
            Fault::NotAsked => plain(key::DOCTOR_NOT_ASKED),
            Fault::AskedElsewhere { found, expected } => {
                both(key::DOCTOR_ASKED_ELSEWHERE, ("found", found), ("expected", expected))
            }
            Fault::KeyMissing => plain(key::DOCTOR_KEY_MISSING),
            Fault::NonceMissing => plain(key::DOCTOR_NONCE_MISSING),
            Fault::AuthTimeoutShort { milliseconds } => {
                counted(key::DOCTOR_AUTH_TIMEOUT_SHORT, ("milliseconds", *milliseconds))
            }
            Fault::QuestionOff { setting } => of(key::DOCTOR_QUESTION_OFF, ("setting", setting)),
            Fault::RejectOnFail => plain(key::DOCTOR_REJECT_ON_FAIL),
            Fault::PhaseMissing => plain(key::DOCTOR_PHASE_MISSING),
            Fault::AttributeMissing { attribute } => {
                of(key::DOCTOR_ATTRIBUTE_MISSING, ("attribute", attribute))
            }
            Fault::PenaltyOn => plain(key::DOCTOR_PENALTY_ON),
            Fault::DenyMissing { expected } => of(key::DOCTOR_DENY_MISSING, ("expected", expected)),
            Fault::DenyNotFirst => plain(key::DOCTOR_DENY_NOT_FIRST),
            Fault::UsersMissing { expected } => of(key::DOCTOR_USERS_MISSING, ("expected", expected)),
            Fault::StaticUserdb => plain(key::DOCTOR_STATIC_USERDB),
            Fault::NamesWithCase { found } => of(key::DOCTOR_NAMES_WITH_CASE, ("found", found)),
            Fault::DefaultRealm { found, expected } => {
                both(key::DOCTOR_DEFAULT_REALM, ("found", found), ("expected", expected))
            }
            Fault::AuthCache => plain(key::DOCTOR_AUTH_CACHE),
            Fault::FileMissing { path } => of(key::DOCTOR_FILE_MISSING, ("path", path)),
            Fault::FileUnreadable { path } => of(key::DOCTOR_FILE_UNREADABLE, ("path", path)),
            Fault::VersionUnknown { found } => of(key::DOCTOR_VERSION_UNKNOWN, ("found", found)),
        }
    }
}

//! The doctor: whether the mail server's own configuration lets us be asked, and lets a block hold without us. Each fault is a
//! trap in which a site would believe itself protected and not be (checklist P, lab reference sections 0 to 4).
//!
//! **Map.** [`PostfixSettings`] and [`DovecotSettings`] are what `postconf` and `doveconf` print, read; [`Expected`] is what our
//! own configuration says; [`of_postfix`] and [`of_dovecot`] compare. Runs nothing and opens no file.

mod dovecot;
mod dovecot_settings;
mod postfix;
mod postfix_lists;
mod postfix_settings;

pub use dovecot::of_dovecot;
pub use dovecot_settings::DovecotSettings;
pub use postfix::of_postfix;
pub use postfix_settings::PostfixSettings;

/// Where our configuration says that we are asked and what we write.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expected {
    /// Sockets of the policy gate as Postfix would write them: `inet:127.0.0.1:10040`, `unix:/run/postern/policy.sock`; none
    /// where there is no such gate.
    pub policy: Vec<String>,
    /// The class that a positive answer names.
    pub restriction_class: Option<String>,
    /// Type and path of the map of restricted logins: `lmdb:/var/lib/postern/postfix/sending`.
    pub sending_map: Option<String>,
    /// Addresses of the auth-policy gate as `host:port`; none where there is no such gate.
    pub auth_policy: Vec<String>,
    /// Dovecot's passwd-file and deny list.
    pub dovecot_files: Option<[ExpectedFile; 2]>,
    /// The domain of a login without one.
    pub default_domain: Option<String>,
}

/// A file that we write and Dovecot reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpectedFile {
    /// Where.
    pub path: String,
    /// Its permission bits; `None`: it is not there.
    pub mode: Option<u32>,
}

/// How bad a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It works, with less than it could.
    Weaker,
    /// A door stands open, or mail or sign-ins stop, now or when we are stopped.
    Broken,
}

/// Something to change in the mail server's configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    // Postfix
    /// No service of master.cf lets people sign in.
    NoSubmission,
    /// We are not asked at the recipients of this service.
    PolicyMissing {
        /// As master.cf names it.
        service: String,
    },
    /// We are not asked at the end of this service's messages.
    PolicyMissingAtEnd {
        /// As master.cf names it.
        service: String,
    },
    /// Somebody else is asked.
    PolicyElsewhere {
        /// As master.cf names it.
        service: String,
        /// Who.
        found: String,
        /// Where we listen.
        expected: String,
    },
    /// Something ends the list before we are asked.
    PolicyBehind {
        /// As master.cf names it.
        service: String,
        /// What.
        before: String,
    },
    /// Without us mail would be refused.
    DefaultAction {
        /// What Postfix would answer.
        action: String,
    },
    /// A time in milliseconds, which Postfix reads as minutes.
    TimeInMilliseconds {
        /// The setting.
        setting: String,
        /// What it says.
        value: String,
    },
    /// Each recipient waits so long while we are stopped.
    TimeoutLong {
        /// Seconds.
        seconds: u64,
    },
    /// After one failure a session never asks again.
    TryLimitOne,
    /// Postfix does not start a session with this.
    RetryDelay {
        /// What it says.
        value: String,
    },
    /// Two texts, so two connections for each session.
    PolicyTextsDiffer {
        /// As master.cf names it.
        service: String,
    },
    /// Our positive answer is an error to Postfix.
    ClassUndeclared {
        /// The class.
        class: String,
    },
    /// After the class the list goes on, to the map.
    ClassOpen {
        /// The class.
        class: String,
    },
    /// Nothing holds while we are stopped.
    MapMissing {
        /// As master.cf names it.
        service: String,
        /// The map that we write.
        expected: String,
    },
    /// An unblocked account waits until the map is read again.
    MapFirst {
        /// As master.cf names it.
        service: String,
    },
    /// A running process never reads such a map again.
    MapNeverRead {
        /// Its type.
        kind: String,
    },
    /// Open sessions keep such a map as it was.
    MapReadLate {
        /// Its type.
        kind: String,
    },
    /// This Postfix does not know the type of the map.
    MapTypeUnknown {
        /// Its type.
        kind: String,
    },

    // Dovecot
    /// Dovecot does not ask us.
    NotAsked,
    /// Dovecot asks somebody else.
    AskedElsewhere {
        /// Whom.
        found: String,
        /// Where we listen.
        expected: String,
    },
    /// Dovecot asks without a key.
    KeyMissing,
    /// Without it Dovecot sends no hash of the password.
    NonceMissing,
    /// Dovecot gives up before we have answered.
    AuthTimeoutShort {
        /// Milliseconds.
        milliseconds: u64,
    },
    /// One of the questions is switched off.
    QuestionOff {
        /// The setting.
        setting: String,
    },
    /// Without us nobody signs in.
    RejectOnFail,
    /// We cannot tell a right password from a wrong one.
    PhaseMissing,
    /// The question lacks something that we need.
    AttributeMissing {
        /// Which.
        attribute: String,
    },
    /// Dovecot adds its own delays per address.
    PenaltyOn,
    /// Nothing holds a block while we are stopped.
    DenyMissing {
        /// The list that we write.
        expected: String,
    },
    /// Another database lets somebody in before the deny list is read.
    DenyNotFirst,
    /// Nobody reads the passwords that we write.
    UsersMissing {
        /// The file that we write.
        expected: String,
    },
    /// The mail of a blocked account bounces.
    StaticUserdb,
    /// Capital letters make another account of a login.
    NamesWithCase {
        /// What the setting says.
        found: String,
    },
    /// A login without a domain means another one than here.
    DefaultRealm {
        /// What Dovecot says.
        found: String,
        /// What our configuration says.
        expected: String,
    },
    /// Dovecot goes on letting an old password in, from its cache.
    AuthCache,
    /// A file that we write is not there.
    FileMissing {
        /// Which.
        path: String,
    },
    /// Dovecot cannot read it.
    FileUnreadable {
        /// Which.
        path: String,
    },
    /// Settings of a version that the doctor does not know.
    VersionUnknown {
        /// What it says of itself.
        found: String,
    },
}

impl Fault {
    /// How bad it is.
    pub const fn severity(&self) -> Severity {
        match self {
            Fault::PolicyTextsDiffer { .. }
            | Fault::TimeoutLong { .. }
            | Fault::MapFirst { .. }
            | Fault::MapReadLate { .. }
            | Fault::PenaltyOn
            | Fault::AuthCache
            // Right where the passwords live in LDAP or SQL.
            | Fault::UsersMissing { .. }
            | Fault::VersionUnknown { .. } => Severity::Weaker,
            Fault::NoSubmission
            | Fault::PolicyMissing { .. }
            | Fault::PolicyMissingAtEnd { .. }
            | Fault::PolicyElsewhere { .. }
            | Fault::PolicyBehind { .. }
            | Fault::DefaultAction { .. }
            | Fault::TimeInMilliseconds { .. }
            | Fault::TryLimitOne
            | Fault::RetryDelay { .. }
            | Fault::ClassUndeclared { .. }
            | Fault::ClassOpen { .. }
            | Fault::MapMissing { .. }
            | Fault::MapNeverRead { .. }
            | Fault::MapTypeUnknown { .. }
            | Fault::NotAsked
            | Fault::AskedElsewhere { .. }
            | Fault::KeyMissing
            | Fault::NonceMissing
            | Fault::AuthTimeoutShort { .. }
            | Fault::QuestionOff { .. }
            | Fault::RejectOnFail
            | Fault::PhaseMissing
            | Fault::AttributeMissing { .. }
            | Fault::DenyMissing { .. }
            | Fault::DenyNotFirst
            | Fault::StaticUserdb
            | Fault::NamesWithCase { .. }
            | Fault::DefaultRealm { .. }
            | Fault::FileMissing { .. }
            | Fault::FileUnreadable { .. } => Severity::Broken,
        }
    }

    /// Its code, for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Fault::NoSubmission => "no_submission",
            Fault::PolicyMissing { .. } => "policy_missing",
            Fault::PolicyMissingAtEnd { .. } => "policy_missing_at_end",
            Fault::PolicyElsewhere { .. } => "policy_elsewhere",
            Fault::PolicyBehind { .. } => "policy_behind",
            Fault::DefaultAction { .. } => "default_action",
            Fault::TimeInMilliseconds { .. } => "time_in_milliseconds",
            Fault::TimeoutLong { .. } => "timeout_long",
            Fault::TryLimitOne => "try_limit_one",
            Fault::RetryDelay { .. } => "retry_delay",
            Fault::PolicyTextsDiffer { .. } => "policy_texts_differ",
            Fault::ClassUndeclared { .. } => "class_undeclared",
            Fault::ClassOpen { .. } => "class_open",
            Fault::MapMissing { .. } => "map_missing",
            Fault::MapFirst { .. } => "map_first",
            Fault::MapNeverRead { .. } => "map_never_read",
            Fault::MapReadLate { .. } => "map_read_late",
            Fault::MapTypeUnknown { .. } => "map_type_unknown",
            Fault::NotAsked => "not_asked",
            Fault::AskedElsewhere { .. } => "asked_elsewhere",
            Fault::KeyMissing => "key_missing",
            Fault::NonceMissing => "nonce_missing",
            Fault::AuthTimeoutShort { .. } => "auth_timeout_short",
            Fault::QuestionOff { .. } => "question_off",
            Fault::RejectOnFail => "reject_on_fail",
            Fault::PhaseMissing => "phase_missing",
            Fault::AttributeMissing { .. } => "attribute_missing",
            Fault::PenaltyOn => "penalty_on",
            Fault::DenyMissing { .. } => "deny_missing",
            Fault::DenyNotFirst => "deny_not_first",
            Fault::UsersMissing { .. } => "users_missing",
            Fault::StaticUserdb => "static_userdb",
            Fault::NamesWithCase { .. } => "names_with_case",
            Fault::DefaultRealm { .. } => "default_realm",
            Fault::AuthCache => "auth_cache",
            Fault::FileMissing { .. } => "file_missing",
            Fault::FileUnreadable { .. } => "file_unreadable",
            Fault::VersionUnknown { .. } => "version_unknown",
        }
    }
}

#[cfg(test)]
mod tests;

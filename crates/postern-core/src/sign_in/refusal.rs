//! Every reason to refuse an attempt to sign in, with what a log keeps of it.

use super::Lane;
use crate::policy::SignInPolicy;
use crate::time::Timestamp;

/// Why an attempt is refused. The client never learns which of these it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SignInRefusal {
    /// A person or the playbook blocked the account.
    Blocked,
    /// A person switched this protocol off for the account.
    ProtocolOff,
    /// The lane is locked until then.
    Locked {
        /// Which lane.
        lane: Lane,
        /// When it opens by itself.
        until: Timestamp,
    },
    /// The lane reached its hard limit.
    Closed {
        /// Which lane.
        lane: Lane,
    },
    /// The source is guessing.
    SourceBlocked {
        /// When it ends.
        until: Timestamp,
    },
    /// A person blocked this account from this network.
    PairBlocked {
        /// When it ends by itself.
        until: Option<Timestamp>,
    },
    /// A person blocked the network.
    NetworkBlocked {
        /// When it ends by itself.
        until: Option<Timestamp>,
    },
    /// Too many attempts at once.
    TooManyAtOnce {
        /// Which lane.
        lane: Lane,
    },
    /// After the check: the account is pinned, and this is none of its sources.
    OutsidePins,
    /// After the check: the password is a temporary one, which opens nothing but the page that sets another.
    PasswordChangeRequired {
        /// When it works no more.
        until: Option<Timestamp>,
    },
    /// After the check: the temporary password works no more.
    TemporaryPasswordExpired,
    /// After the check: the account was contained, and the password opens nothing until it is another one.
    PasswordVoid,
    /// After the check: a password was set a moment ago, and the mail server may still have verified the one before.
    PasswordJustSet,
    /// After the check: the app password was revoked, or is for another protocol, and the mail server did not know it yet.
    AppPasswordRevoked,
    /// After the check: this attempt holds no reservation, so it went around the first question.
    NoReservation,
}

impl SignInRefusal {
    /// The word that logs, API and words use.
    pub const fn code(self) -> &'static str {
        match self {
            SignInRefusal::Blocked => "blocked",
            SignInRefusal::ProtocolOff => "protocol_off",
            SignInRefusal::Locked { .. } => "locked",
            SignInRefusal::Closed { .. } => "closed",
            SignInRefusal::SourceBlocked { .. } => "source_blocked",
            SignInRefusal::PairBlocked { .. } => "pair_blocked",
            SignInRefusal::NetworkBlocked { .. } => "network_blocked",
            SignInRefusal::TooManyAtOnce { .. } => "too_many_at_once",
            SignInRefusal::OutsidePins => "outside_pins",
            SignInRefusal::PasswordChangeRequired { .. } => "password_change_required",
            SignInRefusal::TemporaryPasswordExpired => "temporary_password_expired",
            SignInRefusal::PasswordVoid => "password_void",
            SignInRefusal::PasswordJustSet => "password_just_set",
            SignInRefusal::AppPasswordRevoked => "app_password_revoked",
            SignInRefusal::NoReservation => "no_reservation",
        }
    }

    /// Whether the rule behind it only reports, so that the attempt goes on. A person's decision never does.
    pub fn is_only_observed(self, policy: &SignInPolicy) -> bool {
        match self {
            SignInRefusal::Blocked
            | SignInRefusal::ProtocolOff
            | SignInRefusal::PairBlocked { .. }
            | SignInRefusal::NetworkBlocked { .. }
            | SignInRefusal::PasswordChangeRequired { .. }
            | SignInRefusal::TemporaryPasswordExpired
            | SignInRefusal::PasswordVoid
            | SignInRefusal::PasswordJustSet
            | SignInRefusal::AppPasswordRevoked => false,
            // What follows from a pin is a rule's, as it is for sending.
            SignInRefusal::SourceBlocked { .. } | SignInRefusal::OutsidePins => {
                policy.only_observes_sources()
            }
            SignInRefusal::Locked { .. }
            | SignInRefusal::Closed { .. }
            | SignInRefusal::TooManyAtOnce { .. }
            | SignInRefusal::NoReservation => policy.only_observes_lanes(),
        }
    }

    /// The lane that it is about and when it ends by itself, where it has one: what [`SignInRefusal::from_parts`]
    /// needs beside the code.
    pub const fn lane_and_end(self) -> (Option<Lane>, Option<Timestamp>) {
        match self {
            SignInRefusal::Locked { lane, until } => (Some(lane), Some(until)),
            SignInRefusal::Closed { lane } | SignInRefusal::TooManyAtOnce { lane } => (Some(lane), None),
            SignInRefusal::SourceBlocked { until } => (None, Some(until)),
            SignInRefusal::PairBlocked { until }
            | SignInRefusal::NetworkBlocked { until }
            | SignInRefusal::PasswordChangeRequired { until } => (None, until),
            SignInRefusal::Blocked
            | SignInRefusal::ProtocolOff
            | SignInRefusal::OutsidePins
            | SignInRefusal::TemporaryPasswordExpired
            | SignInRefusal::PasswordVoid
            | SignInRefusal::PasswordJustSet
            | SignInRefusal::AppPasswordRevoked
            | SignInRefusal::NoReservation => (None, None),
        }
    }

    /// Puts a logged refusal together again; `None` when code and values do not fit (a newer version wrote it).
    pub fn from_parts(code: &str, lane: Option<Lane>, until: Option<Timestamp>) -> Option<Self> {
        Some(match code {
            "blocked" => SignInRefusal::Blocked,
            "protocol_off" => SignInRefusal::ProtocolOff,
            "locked" => SignInRefusal::Locked { lane: lane?, until: until? },
            "closed" => SignInRefusal::Closed { lane: lane? },
            "source_blocked" => SignInRefusal::SourceBlocked { until: until? },
            "pair_blocked" => SignInRefusal::PairBlocked { until },
            "network_blocked" => SignInRefusal::NetworkBlocked { until },
            "too_many_at_once" => SignInRefusal::TooManyAtOnce { lane: lane? },
            "outside_pins" => SignInRefusal::OutsidePins,
            "password_change_required" => SignInRefusal::PasswordChangeRequired { until },
            "temporary_password_expired" => SignInRefusal::TemporaryPasswordExpired,
            "password_void" => SignInRefusal::PasswordVoid,
            "password_just_set" => SignInRefusal::PasswordJustSet,
            "app_password_revoked" => SignInRefusal::AppPasswordRevoked,
            "no_reservation" => SignInRefusal::NoReservation,
            _ => return None,
        })
    }
}

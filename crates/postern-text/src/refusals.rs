//! Every no, in a sentence that says what to do: refusals of commands, refused attempts to sign in (for admins,
//! never for the client), names that are none. Total matches, so a new refusal without words does not compile.

use jiff::tz::TimeZone;
use postern_core::access;
use postern_core::account::{ALIASES_MAX, DISPLAY_NAME_BYTES_MAX, GROUPS_MAX, Role};
use postern_core::address::ClientNetwork;
use postern_core::admin::{PASSKEY_NAME_BYTES_MAX, PASSKEYS_MAX};
use postern_core::command::CommandKind;
use postern_core::help_request::HelpRefusal;
use postern_core::incident::IncidentRefusal;
use postern_core::mail_queue::QueueAction;
use postern_core::name::{AccountName, NAME_BYTES_MAX, NameError};
use postern_core::reach::REACH_DOMAINS_MAX;
use postern_core::recovery::RecoveryRefusal;
use postern_core::refusal::{PasswordRefusal, Refusal};
use postern_core::restriction::NOTE_BYTES_MAX;
use postern_core::sign_in::SignInRefusal;
use postern_core::source_entry::{ENTRIES_MAX, EntryKind, PINS_MAX};
use postern_core::time::Timestamp;
use postern_core::token::{TOKEN_NAME_BYTES_MAX, TOKENS_MAX};

use crate::key;
use crate::reasons::lane_key;
use crate::words::{Arg, Key, Words};

impl Words {
    /// Why a command was refused, and what to do.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        let limit = |key: Key, limit: usize| self.say(key, &[("limit", limit.into())]);
        let called = |key: Key, name: &str| self.say(key, &[("name", name.into())]);
        let named = |key: Key, name: &AccountName| called(key, name.as_str());
        match refusal {
            Refusal::NotAllowed { command } => self.not_allowed(*command),
            Refusal::TargetIsAdmin { role } => self.with_role(key::REFUSAL_TARGET_IS_ADMIN, *role),
            Refusal::NoSuchAccount => self.say(key::CLI_ERROR_NO_SUCH_ACCOUNT, &[]),
            Refusal::OutsideDomains { name } => named(key::REFUSAL_OUTSIDE_DOMAINS, name),
            Refusal::ForAllDomainsOnly => self.say(key::REFUSAL_FOR_ALL_DOMAINS_ONLY, &[]),
            Refusal::GlobalAdminForAllDomains => self.say(key::REFUSAL_GLOBAL_ADMIN_FOR_ALL_DOMAINS, &[]),
            Refusal::NoDomain { text } => self.no_domain(text),
            Refusal::OwnAccount => self.say(key::REFUSAL_OWN_ACCOUNT, &[]),
            Refusal::LastGlobalAdmin => self.say(key::REFUSAL_LAST_GLOBAL_ADMIN, &[]),
            Refusal::NoteMissing => self.say(key::REFUSAL_NOTE_MISSING, &[]),
            Refusal::NoteTooLong => limit(key::REFUSAL_NOTE_TOO_LONG, NOTE_BYTES_MAX),
            Refusal::SendingNotRestricted => self.say(key::REFUSAL_SENDING_NOT_RESTRICTED, &[]),
            Refusal::NothingProposed => self.say(key::REFUSAL_NOTHING_PROPOSED, &[]),
            Refusal::SignInNotLocked => self.say(key::REFUSAL_SIGN_IN_NOT_LOCKED, &[]),
            Refusal::SignInNotBlocked => self.say(key::REFUSAL_SIGN_IN_NOT_BLOCKED, &[]),
            Refusal::NotAsSeen => self.say(key::PROBLEM_PRECONDITION, &[]),
            Refusal::AlreadySo => self.say(key::REFUSAL_ALREADY_SO, &[]),
            Refusal::EndInThePast => self.say(key::REFUSAL_END_IN_THE_PAST, &[]),
            Refusal::NameTaken { name } => named(key::REFUSAL_NAME_TAKEN, name),
            Refusal::NoSuchAlias { alias } => named(key::REFUSAL_NO_SUCH_ALIAS, alias),
            Refusal::AliasIsPrimary { alias } => named(key::REFUSAL_ALIAS_IS_PRIMARY, alias),
            Refusal::TooManyAliases => limit(key::REFUSAL_TOO_MANY_ALIASES, ALIASES_MAX),
            Refusal::TooManyGroups => limit(key::REFUSAL_TOO_MANY_GROUPS, GROUPS_MAX),
            Refusal::DisplayName => limit(key::REFUSAL_DISPLAY_NAME, DISPLAY_NAME_BYTES_MAX),
            Refusal::Password(refused) => self.say(password_refused(*refused), &[]),
            Refusal::AppPassword(refused) => self.app_password_refused(refused),
            Refusal::Help(refused) => self.say(help_refused(*refused), &[]),
            Refusal::Incident(refused) => self.say(incident_refused(*refused), &[]),
            Refusal::Recovery(refused) => self.say(recovery_refused(*refused), &[]),
            Refusal::PasswordKeptElsewhere => self.say(key::REFUSAL_PASSWORD_KEPT_ELSEWHERE, &[]),
            Refusal::EasedTooLong => self.say(key::REFUSAL_EASED_TOO_LONG, &[]),
            Refusal::SourceNotBlocked { block_over } => self.source_not_blocked(*block_over),
            Refusal::NoSuchEntry => self.say(key::REFUSAL_NO_SUCH_ENTRY, &[]),
            Refusal::EntryExists { kind } => self.say(entry_exists(*kind), &[]),
            Refusal::SourceIsAllowed { network } => self.of_network(key::REFUSAL_SOURCE_IS_ALLOWED, *network),
            Refusal::NetworkTooLarge { prefix_bits_min } => {
                limit(key::REFUSAL_NETWORK_TOO_LARGE, usize::from(*prefix_bits_min))
            }
            Refusal::NoClientsThere { network } => self.of_network(key::REFUSAL_NO_CLIENTS_THERE, *network),
            Refusal::TooManyEntries => limit(key::REFUSAL_TOO_MANY_ENTRIES, ENTRIES_MAX),
            Refusal::TooManyPins => limit(key::REFUSAL_TOO_MANY_PINS, PINS_MAX),
            Refusal::TokenName => limit(key::REFUSAL_TOKEN_NAME, TOKEN_NAME_BYTES_MAX),
            Refusal::TokenNameTaken { name } => called(key::REFUSAL_TOKEN_NAME_TAKEN, name),
            Refusal::TokenWithoutScope => self.say(key::REFUSAL_TOKEN_WITHOUT_SCOPE, &[]),
            Refusal::TooManyTokens => limit(key::REFUSAL_TOO_MANY_TOKENS, TOKENS_MAX),
            Refusal::NothingQueued { action } => self.say(nothing_queued(*action), &[]),
            Refusal::NotInQueue { id } => self.say(key::REFUSAL_NOT_IN_QUEUE, &[("id", id.as_str().into())]),
            Refusal::NoSuchToken => self.say(key::REFUSAL_NO_SUCH_TOKEN, &[]),
            Refusal::Alternate(refusal) => self.alternate_refusal(refusal),
            Refusal::NoSuchDevice => self.say(key::REFUSAL_NO_SUCH_DEVICE, &[]),
            Refusal::NoWebAddress => self.say(key::REFUSAL_NO_WEB_ADDRESS, &[]),
            Refusal::NotAnAdmin => self.say(key::REFUSAL_NOT_AN_ADMIN, &[]),
            Refusal::NoSuchSession => self.say(key::REFUSAL_NO_SUCH_SESSION, &[]),
            Refusal::SessionsOutOfReach => self.say(key::REFUSAL_SESSIONS_OUT_OF_REACH, &[]),
            Refusal::NoSuchPasskey => self.say(key::REFUSAL_NO_SUCH_PASSKEY, &[]),
            Refusal::LastWayIn => self.say(key::REFUSAL_LAST_WAY_IN, &[]),
            Refusal::NoPasskeysHere => self.say(key::REFUSAL_NO_PASSKEYS_HERE, &[]),
            Refusal::PasskeyNotMade => self.say(key::REFUSAL_PASSKEY_NOT_MADE, &[]),
            Refusal::PasskeyName => limit(key::REFUSAL_PASSKEY_NAME, PASSKEY_NAME_BYTES_MAX),
            Refusal::TooManyPasskeys => limit(key::REFUSAL_TOO_MANY_PASSKEYS, PASSKEYS_MAX),
            Refusal::PasswordUnfit { faults } => self.password_unfit(faults),
            Refusal::WeakOnlyForApplications => self.say(key::REFUSAL_WEAK_ONLY_FOR_APPLICATIONS, &[]),
        }
    }

    /// No block lies within a source; the one that lies over it ends by its own network.
    fn source_not_blocked(&self, block_over: Option<ClientNetwork>) -> String {
        match block_over {
            None => self.say(key::REFUSAL_SOURCE_NOT_BLOCKED, &[]),
            Some(network) => self.of_network(key::REFUSAL_SOURCE_NOT_BLOCKED_OVER, network),
        }
    }

    /// Why an attempt to sign in was refused, for the admin. The client learns none of this.
    pub fn sign_in_refusal(&self, refusal: SignInRefusal, zone: &TimeZone) -> String {
        match refusal {
            SignInRefusal::Blocked => self.say(key::SIGN_IN_REFUSED_BLOCKED, &[]),
            SignInRefusal::ProtocolOff => self.say(key::SIGN_IN_REFUSED_PROTOCOL_OFF, &[]),
            SignInRefusal::Locked { lane, until } => {
                let key = lane_key(
                    lane,
                    key::SIGN_IN_REFUSED_LOCKED_UNFAMILIAR,
                    key::SIGN_IN_REFUSED_LOCKED_FAMILIAR,
                );
                self.say(key, &[("until", Arg::Time(until, zone))])
            }
            SignInRefusal::Closed { lane } => {
                let unfamiliar = key::SIGN_IN_REFUSED_CLOSED_UNFAMILIAR;
                self.say(lane_key(lane, unfamiliar, key::SIGN_IN_REFUSED_CLOSED_FAMILIAR), &[])
            }
            SignInRefusal::SourceBlocked { until } => {
                self.say(key::SIGN_IN_REFUSED_SOURCE_BLOCKED, &[("until", Arg::Time(until, zone))])
            }
            SignInRefusal::PairBlocked { until } => self.by_hand(
                until,
                zone,
                key::SIGN_IN_REFUSED_PAIR_BLOCKED,
                key::SIGN_IN_REFUSED_PAIR_BLOCKED_UNTIL,
            ),
            SignInRefusal::NetworkBlocked { until } => self.by_hand(
                until,
                zone,
                key::SIGN_IN_REFUSED_NETWORK_BLOCKED,
                key::SIGN_IN_REFUSED_NETWORK_BLOCKED_UNTIL,
            ),
            SignInRefusal::TooManyAtOnce { lane } => {
                let unfamiliar = key::SIGN_IN_REFUSED_TOO_MANY_AT_ONCE_UNFAMILIAR;
                self.say(lane_key(lane, unfamiliar, key::SIGN_IN_REFUSED_TOO_MANY_AT_ONCE_FAMILIAR), &[])
            }
            SignInRefusal::OutsidePins => self.say(key::SIGN_IN_REFUSED_OUTSIDE_PINS, &[]),
            SignInRefusal::PasswordChangeRequired { until } => self.by_hand(
                until,
                zone,
                key::SIGN_IN_REFUSED_PASSWORD_CHANGE_REQUIRED,
                key::SIGN_IN_REFUSED_PASSWORD_CHANGE_REQUIRED_UNTIL,
            ),
            SignInRefusal::TemporaryPasswordExpired => {
                self.say(key::SIGN_IN_REFUSED_TEMPORARY_PASSWORD_EXPIRED, &[])
            }
            SignInRefusal::PasswordVoid => self.say(key::SIGN_IN_REFUSED_PASSWORD_VOID, &[]),
            SignInRefusal::PasswordJustSet => self.say(key::SIGN_IN_REFUSED_PASSWORD_JUST_SET, &[]),
            SignInRefusal::AppPasswordRevoked => self.say(key::SIGN_IN_REFUSED_APP_PASSWORD_REVOKED, &[]),
            SignInRefusal::NoReservation => self.say(key::SIGN_IN_REFUSED_NO_RESERVATION, &[]),
        }
    }

    /// Why a text is not an account's name, and what to do.
    pub fn name_error(&self, error: NameError) -> String {
        match error {
            NameError::Empty => self.say(key::NAME_EMPTY, &[]),
            NameError::TooLong => self.say(key::NAME_TOO_LONG, &[("limit", NAME_BYTES_MAX.into())]),
            NameError::Character => self.say(key::NAME_CHARACTER, &[]),
            NameError::Domain => self.say(key::NAME_DOMAIN, &[]),
        }
    }

    fn by_hand(&self, until: Option<Timestamp>, zone: &TimeZone, for_good: Key, for_a_while: Key) -> String {
        match until {
            Some(until) => self.say(for_a_while, &[("until", Arg::Time(until, zone))]),
            None => self.say(for_good, &[]),
        }
    }

    fn of_network(&self, key: Key, network: ClientNetwork) -> String {
        self.say(key, &[("network", (&network.to_string()).into())])
    }

    fn no_domain(&self, text: &str) -> String {
        self.say(key::REFUSAL_NO_DOMAIN, &[("text", text.into()), ("limit", REACH_DOMAINS_MAX.into())])
    }

    fn not_allowed(&self, command: CommandKind) -> String {
        self.with_role(key::REFUSAL_NOT_ALLOWED, lowest_role_for(command))
    }

    fn with_role(&self, key: Key, role: Role) -> String {
        self.say(key, &[("role", (&self.role(role)).into())])
    }
}

const fn password_refused(refused: PasswordRefusal) -> Key {
    match refused {
        PasswordRefusal::Own => key::REFUSAL_OWN_PASSWORD,
        PasswordRefusal::ChosenIsTemporary => key::REFUSAL_CHOSEN_IS_TEMPORARY,
        PasswordRefusal::NotTemporary => key::REFUSAL_PASSWORD_NOT_TEMPORARY,
        PasswordRefusal::SameAsTemporary => key::REFUSAL_SAME_AS_TEMPORARY,
        PasswordRefusal::LinkOnly => key::REFUSAL_PASSWORD_LINK_ONLY,
    }
}

const fn help_refused(refused: HelpRefusal) -> Key {
    match refused {
        HelpRefusal::NoSuchRequest => key::REFUSAL_HELP_NO_SUCH_REQUEST,
        HelpRefusal::AlreadyAnswered => key::REFUSAL_HELP_ALREADY_ANSWERED,
    }
}

const fn incident_refused(refused: IncidentRefusal) -> Key {
    match refused {
        IncidentRefusal::NotOpen => key::REFUSAL_INCIDENT_NOT_OPEN,
        IncidentRefusal::NotContained => key::REFUSAL_INCIDENT_NOT_CONTAINED,
        IncidentRefusal::StillOpen => key::REFUSAL_INCIDENT_STILL_OPEN,
    }
}

const fn recovery_refused(refused: RecoveryRefusal) -> Key {
    match refused {
        RecoveryRefusal::NotProved => key::REFUSAL_RECOVERY_NOT_PROVED,
        RecoveryRefusal::Blocked => key::REFUSAL_RECOVERY_BLOCKED,
        RecoveryRefusal::UnlockIsNotEnough => key::REFUSAL_RECOVERY_UNLOCK_IS_NOT_ENOUGH,
        RecoveryRefusal::NothingLocked => key::REFUSAL_RECOVERY_NOTHING_LOCKED,
    }
}

/// There is no mail in the queue with which that could be done.
const fn nothing_queued(action: QueueAction) -> Key {
    match action {
        QueueAction::Hold => key::REFUSAL_NOTHING_QUEUED_HOLD,
        QueueAction::Release => key::REFUSAL_NOTHING_QUEUED_RELEASE,
        QueueAction::Delete => key::REFUSAL_NOTHING_QUEUED_DELETE,
    }
}

/// What stands in the way of an entry. Pins stand beside every other, so only another pin is in theirs.
const fn entry_exists(kind: EntryKind) -> Key {
    match kind {
        EntryKind::Allowed => key::REFUSAL_ENTRY_EXISTS_ALLOWED,
        EntryKind::Shared => key::REFUSAL_ENTRY_EXISTS_SHARED,
        EntryKind::Pinned => key::REFUSAL_ALREADY_SO,
    }
}

/// The least role that may give such a command. `Role::ALL` runs from the least to the most.
fn lowest_role_for(command: CommandKind) -> Role {
    Role::ALL.iter().copied().find(|&role| access::may(role, command)).unwrap_or(Role::GlobalAdmin)
}

//! The next best thing to do about a cause. Where it is done is known by the command line and by pages.

use crate::address::ClientNetwork;
use crate::protocol::Protocol;
use crate::restriction::{Reason, Restriction, RestrictionKind};

/// The next best thing to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NextStep {
    /// Open sending again.
    Unblock,
    /// End automatic locks.
    Unlock,
    /// Let the owner in alone, by a one-time link: an unlock would give whoever guesses new attempts, too.
    Admit,
    /// End a person's block of signing in.
    Allow,
    /// Hand over a new temporary password.
    ResetPassword,
    /// Switch a protocol on again.
    SwitchProtocolOn(Protocol),
    /// End the block of a source.
    ReleaseSource(ClientNetwork),
    /// End the block of the account at a source.
    ReleaseSourceForAccount(ClientNetwork),
    /// Look at who signs in from where, and correct the device.
    LookAtSignIns,
    /// Approve a planned mailing.
    ApproveMailing,
    /// Look at the queue: hold, release or delete.
    LookAtQueue,
    /// Look at what was sent.
    LookAtSending,
    /// Look at the owner's rules.
    LookAtRules,
    /// Register another address of the owner.
    RegisterAddress,
    /// Look at what is connected; the doctor looks at the mail server's own configuration.
    CheckConnections,
    /// Look at the numbers of the rules.
    LookAtPolicies,
    /// Ask whoever keeps the password.
    AskKeeperOfPassword,
    /// Set the system's clock, or make room on the disk.
    MendSystem,
    /// Go on with the account's incident.
    OpenIncident,
}

impl NextStep {
    /// The word that programs use.
    pub const fn code(self) -> &'static str {
        match self {
            NextStep::Unblock => "unblock",
            NextStep::Unlock => "unlock",
            NextStep::Admit => "admit",
            NextStep::Allow => "allow",
            NextStep::ResetPassword => "reset_password",
            NextStep::SwitchProtocolOn(_) => "switch_protocol_on",
            NextStep::ReleaseSource(_) => "release_source",
            NextStep::ReleaseSourceForAccount(_) => "release_source_for_account",
            NextStep::LookAtSignIns => "look_at_sign_ins",
            NextStep::ApproveMailing => "approve_mailing",
            NextStep::LookAtQueue => "look_at_queue",
            NextStep::LookAtSending => "look_at_sending",
            NextStep::LookAtRules => "look_at_rules",
            NextStep::RegisterAddress => "register_address",
            NextStep::CheckConnections => "check_connections",
            NextStep::LookAtPolicies => "look_at_policies",
            NextStep::AskKeeperOfPassword => "ask_keeper_of_password",
            NextStep::MendSystem => "mend_system",
            NextStep::OpenIncident => "open_incident",
        }
    }

    /// Reads the word back, with what it is about; `None` when they do not fit (a newer version wrote it).
    pub fn from_parts(
        code: &str,
        network: Option<ClientNetwork>,
        protocol: Option<Protocol>,
    ) -> Option<Self> {
        let plain = [
            NextStep::Unblock,
            NextStep::Unlock,
            NextStep::Admit,
            NextStep::Allow,
            NextStep::ResetPassword,
            NextStep::LookAtSignIns,
            NextStep::ApproveMailing,
            NextStep::LookAtQueue,
            NextStep::LookAtSending,
            NextStep::LookAtRules,
            NextStep::RegisterAddress,
            NextStep::CheckConnections,
            NextStep::LookAtPolicies,
            NextStep::AskKeeperOfPassword,
            NextStep::MendSystem,
            NextStep::OpenIncident,
        ];
        let of_network = [NextStep::ReleaseSource, NextStep::ReleaseSourceForAccount];
        let with_network = network.into_iter().flat_map(|network| of_network.map(|step| step(network)));
        let with_protocol = protocol.map(NextStep::SwitchProtocolOn);
        plain.into_iter().chain(with_network).chain(with_protocol).find(|step| step.code() == code)
    }

    /// What ends a restriction.
    pub const fn ending(row: &Restriction) -> Self {
        // One door alone would be opened on somebody who is still in: the incident has the steps in their order.
        if matches!(row.reason, Reason::Contained { .. }) {
            return NextStep::OpenIncident;
        }
        match row.kind {
            RestrictionKind::SendingRestricted
            | RestrictionKind::SendingSlowed
            | RestrictionKind::SendingProposed => NextStep::Unblock,
            RestrictionKind::SignInLocked => NextStep::Unlock,
            RestrictionKind::SignInBlocked => NextStep::Allow,
            RestrictionKind::PasswordChangeRequired => NextStep::ResetPassword,
            RestrictionKind::ProtocolOff(protocol) => NextStep::SwitchProtocolOn(protocol),
            RestrictionKind::AddressBlock => match row.entity.network() {
                Some(network) => NextStep::ReleaseSourceForAccount(network),
                None => NextStep::LookAtSignIns,
            },
        }
    }
}

//! What is the case with an account, as far as it could be seen. The engine gathers it; nothing is judged here.

use crate::address::{ClientAddress, ClientNetwork};
use crate::effect::Point;
use crate::forwarding::{Forward, MailRule};
use crate::gate::GateKind;
use crate::outbound::DeliveryStanding;
use crate::restriction::{Actor, Restriction};
use crate::sign_in::failures::FailureGroup;
use crate::time::Timestamp;

/// Why something was not looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unseen {
    /// The site has not connected it.
    NotConnected,
    /// It was asked and did not answer in time.
    Late,
    /// It was asked, and that failed; the cause as it was told.
    Failed(String),
}

/// What was seen, or why nothing was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Look<T> {
    /// This.
    Seen(T),
    /// Nothing.
    Unknown(Unseen),
}

/// What is the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// As of when.
    pub now: Timestamp,
    /// What is open on the account; an end in the past counts as ended.
    pub open: Vec<Restriction>,
    /// Somebody else keeps its password.
    pub is_gate_only: bool,
    /// A one-time link can be made: the site has a public address.
    pub may_admit: bool,
    /// Its planned mailing is in force.
    pub has_planned_mailing: bool,
    /// Places from which it signs in and that are refused.
    pub refused_places: Vec<PlaceRefused>,
    /// What its failed sign-ins of the last days are.
    pub failures: Vec<FailureGroup>,
    /// Its mail in the queue.
    pub queue: Look<QueueCounts>,
    /// How its mail was taken outside.
    pub deliveries: Look<DeliveryStanding>,
    /// The rules of its owner.
    pub rules: Look<RulesSeen>,
    /// Ways for the owner to get back in.
    pub recovery: Look<RecoverySeen>,
    /// Changes about the account that have not arrived at the mail server.
    pub late: Look<Vec<LateExport>>,
    /// Gates at which nobody asks.
    pub silent_gates: Look<Vec<SilentGate>>,
    /// How far the system's clock has jumped, seconds, negative where back.
    pub clock_jumped_s: Option<i64>,
    /// Since when nothing can be saved.
    pub fails_to_save_since: Option<Timestamp>,
    /// The last change of the rules' numbers within a week.
    pub policy_changed: Look<Option<PolicyChange>>,
}

impl Facts {
    /// Nothing is wrong, and everything could be seen.
    pub fn clear(now: Timestamp) -> Self {
        Self {
            now,
            open: Vec::new(),
            is_gate_only: false,
            may_admit: true,
            has_planned_mailing: false,
            refused_places: Vec::new(),
            failures: Vec::new(),
            queue: Look::Seen(QueueCounts::default()),
            deliveries: Look::Seen(DeliveryStanding::default()),
            rules: Look::Seen(RulesSeen::default()),
            recovery: Look::Seen(RecoverySeen {
                has_public_page: true,
                is_asked_elsewhere: false,
                registered: 1,
                confirmed: 1,
                counting: 1,
                has_codes: false,
            }),
            late: Look::Seen(Vec::new()),
            silent_gates: Look::Seen(Vec::new()),
            clock_jumped_s: None,
            fails_to_save_since: None,
            policy_changed: Look::Seen(None),
        }
    }
}

/// A place from which the account signs in, and which is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceRefused {
    /// Where.
    pub address: ClientAddress,
    /// What is blocked around it; `None` while a rule's block has no row.
    pub network: Option<ClientNetwork>,
}

/// Messages of an account in the queue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QueueCounts {
    /// Held.
    pub held: u32,
    /// Waiting for the next try.
    pub deferred: u32,
}

/// The rules of an account's owner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RulesSeen {
    /// Where mail is sent on.
    pub forwards: Vec<Forward>,
    /// Rules that take mail out of sight, each with its script.
    pub hiding: Vec<(String, MailRule)>,
    /// What of it could not be read; with it the rest is not everything.
    pub unread: Option<String>,
}

/// Ways for an owner to get back in without a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecoverySeen {
    /// The site has an address for the link.
    pub has_public_page: bool,
    /// Somebody else keeps the password, so there is nothing to set here.
    pub is_asked_elsewhere: bool,
    /// Registered other addresses.
    pub registered: u32,
    /// Those that their reader confirmed.
    pub confirmed: u32,
    /// Those to which mail would go now.
    pub counting: u32,
    /// An authenticator or recovery codes do without mail.
    pub has_codes: bool,
}

/// A change that has not arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LateExport {
    /// Where.
    pub point: Point,
    /// Since when it waits.
    pub since: Timestamp,
    /// What was answered last, if anything was.
    pub problem: String,
}

/// A gate at which nobody has asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SilentGate {
    /// Which.
    pub gate: GateKind,
    /// Since when it is watched.
    pub since: Timestamp,
}

/// A change of the rules' numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyChange {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub actor: Actor,
}

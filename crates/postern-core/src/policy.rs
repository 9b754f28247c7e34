//! The numbers of the rules: every threshold typed, bounded, named with its unit, and with its origin.
//!
//! Policies live in state.db (DESIGN section 10, 3) as `name = value` pairs; a policy file is for import,
//! export and replay. A value outside its bounds is refused with the bounds, a pair that contradicts another
//! is refused with both names.

mod contradictions;
mod error;
pub mod presets;
pub mod scoped;

use crate::time::Timestamp;

pub use contradictions::Conflict;
pub use error::PolicyError;

/// One value of a policy, as `policy show` prints it.
#[derive(Clone, Copy, Debug)]
pub struct PolicyValue {
    /// `sign_in.…`, `outbound.…`, `compromise.…`, `mass_guard.…`, `history.…` or `password.…`
    pub name: &'static str,
    /// Smallest allowed value.
    pub min: u64,
    /// Largest allowed value.
    pub max: u64,
    /// What a new site gets.
    pub default: u64,
}

macro_rules! policy {
    (
        $(#[$struct_doc:meta])*
        $struct_name:ident, $prefix:literal {
            $( $(#[$doc:meta])* $field:ident: $min:literal ..= $max:literal = $default:literal, )+
        }
    ) => {
        $(#[$struct_doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $struct_name {
            $( $(#[$doc])* pub $field: u64, )+
        }

        impl Default for $struct_name {
            fn default() -> Self {
                Self { $( $field: $default, )+ }
            }
        }

        impl $struct_name {
            /// Every value with its bounds, in the order of the file.
            pub const VALUES: &'static [PolicyValue] = &[
                $( PolicyValue {
                    name: concat!($prefix, ".", stringify!($field)),
                    min: $min, max: $max, default: $default,
                }, )+
            ];

            fn slot(&mut self, name: &str) -> Option<(&mut u64, PolicyValue)> {
                $( if name == concat!($prefix, ".", stringify!($field)) {
                    let value = PolicyValue {
                        name: concat!($prefix, ".", stringify!($field)),
                        min: $min, max: $max, default: $default,
                    };
                    return Some((&mut self.$field, value));
                } )+
                None
            }

            /// Every value that is set, by name.
            pub fn values(&self) -> Vec<(&'static str, u64)> {
                vec![ $( (concat!($prefix, ".", stringify!($field)), self.$field), )+ ]
            }
        }
    };
}

policy! {
    /// Numbers of the sign-in rules (signin reference, c.6, unless said).
    SignInPolicy, "sign_in" {
        /// 1: observe only, say what would have been refused. 0: enforce.
        observe_only: 0 ..= 1 = 0,
        /// Counted failures that lock the unfamiliar lane. Microsoft Entra: 10.
        unfamiliar_failures_max: 3 ..= 100 = 10,
        /// Counted failures that lock the familiar lane. AD FS gives known places more room.
        familiar_failures_max: 3 ..= 100 = 20,
        /// First lock, seconds; doubles each time. Microsoft Entra: 60.
        first_lock_s: 15 ..= 3_600 = 60,
        /// Longest lock of the unfamiliar lane, seconds. NIST SP 800-63B names up to an hour.
        unfamiliar_lock_max_s: 15 ..= 86_400 = 3_600,
        /// Longest lock of the familiar lane, seconds: a human waits.
        familiar_lock_max_s: 15 ..= 86_400 = 900,
        /// Failures in a row that close a lane until somebody opens it. NIST SP 800-63B: 100.
        close_after_failures: 10 ..= 1_000 = 100,
        /// Half-life of counted failures, seconds.
        failure_half_life_s: 3_600 ..= 2_592_000 = 86_400,
        /// Attempts verified at once in the unfamiliar lane.
        unfamiliar_in_flight_max: 1 ..= 100 = 4,
        /// Attempts verified at once in the familiar lane.
        familiar_in_flight_max: 1 ..= 250 = 20,
        /// How long `allow` waits for a free reservation, milliseconds.
        reservation_wait_ms: 0 ..= 5_000 = 2_000,
        /// A reservation without a report counts as a failure after this many seconds.
        reservation_s: 5 ..= 300 = 30,
        /// A source becomes familiar this long after its first success, seconds: one success by a thief
        /// makes nothing familiar.
        familiar_after_s: 0 ..= 86_400 = 3_600,
        /// A familiar source is forgotten after this many days without success.
        familiar_days: 1 ..= 365 = 30,
        /// Points at which a source is blocked (StopGuessing and weakforced: 50).
        source_points_max: 10 ..= 10_000 = 50,
        /// Points at which a /24 or /48 is blocked.
        network_points_max: 10 ..= 100_000 = 200,
        /// First block of a source, seconds; doubles up to a day.
        source_block_s: 60 ..= 86_400 = 600,
        /// After an unlock by a person, thresholds are doubled for this long, seconds.
        unlock_grace_s: 0 ..= 86_400 = 900,

        // Many names or accounts at once (signin reference, c.6), and what only reports (checklist A8).
        /// Different names that are nobody's, within 10 minutes, that block a source. CrowdSec: 5.
        enumeration_names_max: 2 ..= 20 = 5,
        /// Different accounts and names tried within an hour that block a source. CrowdSec's slow variant: 10.
        spray_accounts_max: 3 ..= 100 = 10,
        /// Share of the tried that must have signed in, percent, or it is a spray.
        spray_success_percent: 1 ..= 100 = 10,
        /// Spray mode of the whole site starts at so many standard deviations above the hourly mean of its past.
        spray_sigma: 1 ..= 20 = 4,
        /// And never below so many accounts tried in an hour.
        spray_targets_min: 5 ..= 100_000 = 20,
        /// And never below this share of all accounts, percent.
        spray_percent: 1 ..= 100 = 5,
        /// Counted failures that lock the unfamiliar lane while spray mode lasts.
        spray_failures_max: 3 ..= 100 = 4,
        /// So many locks within 24 hours close the lane until somebody opens it. 0: never, because it lets
        /// strangers shut out the owner from new places (Keycloak issue 26172).
        sticky_locks: 0 ..= 10 = 0,
        /// 1: locks of lanes only report. 0: they act, unless everything is only observed.
        lanes_observe_only: 0 ..= 1 = 0,
        /// 1: blocks of sources only report.
        sources_observe_only: 0 ..= 1 = 0,
        /// 1: spray mode only reports and lowers no threshold.
        spray_observe_only: 0 ..= 1 = 0,
    }
}

policy! {
    /// Numbers of the sending rules (outbound reference, c and d, unless said).
    OutboundPolicy, "outbound" {
        /// Until this time nothing is refused or slowed, only reported; seconds since 1970. 0: enforce now.
        observe_until_unix_s: 0 ..= 4_294_967_295 = 0,
        /// Recipients never written to before, per hour, that may be let out.
        novel_hour_max: 1 ..= 100_000 = 30,
        /// The same per 24 hours.
        novel_day_max: 1 ..= 100_000 = 60,
        /// From this many novel recipients per hour each further one is delayed.
        slow_novel_hour: 1 ..= 100_000 = 12,
        /// The delay, seconds; below the patience of mail clients.
        slow_delay_s: 0 ..= 20 = 3,
        /// Distinct recipients per hour below which the account's own peak does not matter.
        recipients_hour_floor: 1 ..= 100_000 = 100,
        /// Allowed multiple of the account's own 30-day peak.
        peak_factor: 1 ..= 100 = 4,
        /// Hard cap of recipients per hour. Microsoft's standard recommendation: 500.
        cap_hour: 1 ..= 1_000_000 = 500,
        /// Hard cap of recipients per 24 hours. Microsoft's standard recommendation: 1000.
        cap_day: 1 ..= 1_000_000 = 1_000,
        /// Weight of recipients in our own domains when novelty is counted, percent.
        internal_weight_percent: 0 ..= 100 = 25,
        /// Novelty thresholds are divided by this after a sign-in from an unfamiliar source. 1: it changes
        /// no threshold.
        unfamiliar_divisor: 1 ..= 10 = 4,
        /// Distinct recipients per hour below which the own peak does not matter, after a sign-in from an
        /// unfamiliar source or a release from a compromise. Found 67 to 81 of 100 blasts to own contacts.
        watched_recipients_hour: 1 ..= 100_000 = 15,
        /// Allowed share of the account's own 30-day peak in the same circumstances, percent.
        watched_peak_percent: 100 ..= 10_000 = 150,
        /// How long a sign-in from an unfamiliar source counts for sending, seconds.
        unfamiliar_window_s: 0 ..= 604_800 = 86_400,
        /// After a release thresholds are doubled (volume) or quartered (compromise) for this long, seconds.
        grace_s: 0 ..= 604_800 = 86_400,
        /// 1: the hourly novelty rule is on.
        novel_hour_rule: 0 ..= 1 = 1,
        /// 1: the daily novelty rule is on.
        novel_day_rule: 0 ..= 1 = 1,
        /// 1: the rule of own peaks is on.
        recipients_hour_rule: 0 ..= 1 = 1,

        // Steps below and above the limits (checklist G1, G12, G13) and learning (G4).
        /// Share of a novelty limit above which admins are alerted, percent. More than 20 new recipients an hour
        /// happened 0.7 to 1.6 times in 1000 months of normal accounts (c5).
        novel_alert_percent: 1 ..= 100 = 66,
        /// Share of the hourly novelty limit above which novelty is worth 100 points instead of 80, percent.
        novel_hour_severe_percent: 100 ..= 1_000 = 200,
        /// The same of the limit per 24 hours.
        novel_day_severe_percent: 100 ..= 1_000 = 250,
        /// Distinct recipients per hour below which the own peak does not restrict; from the lower floor on admins
        /// are alerted.
        recipients_severe_floor: 1 ..= 100_000 = 300,
        /// Multiple of the account's own 30-day peak that restricts.
        peak_severe_factor: 1 ..= 1_000 = 8,
        /// An account that is at least so old when it is first seen to send has its limits doubled for as long, because
        /// whom it wrote to before is not known. 0: no limit is doubled.
        learning_days: 0 ..= 90 = 7,
        /// Or until it has so many messages from before the present day.
        learning_messages: 1 ..= 10_000 = 20,
    }
}

policy! {
    /// Numbers of the score of compromise (outbound reference, c4, unless said).
    CompromisePolicy, "compromise" {
        /// Points halve in this time, seconds.
        half_life_s: 3_600 ..= 604_800 = 21_600,
        /// Points at which admins are alerted.
        alert_points: 1 ..= 100 = 40,
        /// Points at which each further novel recipient waits.
        slow_points: 1 ..= 100 = 60,
        /// Points at which sending is restricted until the next day.
        restrict_points: 1 ..= 100 = 80,
        /// Points at which sending is restricted until somebody releases it, unless there is nothing but volume.
        until_released_points: 1 ..= 100 = 100,
        /// A second restriction by a rule within this many days stays until somebody releases it. 0: none does.
        repeat_days: 0 ..= 90 = 7,
        /// 1: also when both were for volume alone. Then an owner who writes to many strangers twice a week
        /// needs an admin.
        repeat_by_volume: 0 ..= 1 = 0,
        /// 1: slowing by the score only reports.
        slow_observe_only: 0 ..= 1 = 0,
        /// 1: restrictions by the score only report; the limits of sending restrict all the same.
        restrict_observe_only: 0 ..= 1 = 0,
    }
}

policy! {
    /// Numbers of the mass guard (checklist G22).
    MassGuardPolicy, "mass_guard" {
        /// So many accounts at least may be restricted by rules within 10 minutes; of the others only a proposal is made.
        /// More than this number at once is a wrong rule in a small organisation.
        restrictions_min: 1 ..= 100_000 = 50,
        /// The same as a share of all accounts, percent; the larger of the two counts.
        percent: 0 ..= 100 = 1,
    }
}

policy! {
    /// How long what the gates saw is kept (checklist N7).
    HistoryPolicy, "history" {
        /// Days that an account's sign-ins are kept.
        sign_in_days: 1 ..= 3_650 = 90,
        /// Days that decisions about sending are kept.
        sending_days: 1 ..= 3_650 = 30,
        /// A further success of the same account, source, protocol and client is a line of its own only after this
        /// many seconds; until then it is counted.
        success_every_s: 60 ..= 86_400 = 3_600,
    }
}

policy! {
    /// What a password must be to be set (checklist C11 to C13).
    PasswordPolicy, "password" {
        /// Fewest characters. NIST SP 800-63B-4: 15 where the password is all that is asked for, as over IMAP; not below 8.
        characters_min: 8 ..= 64 = 15,
        /// Words and other characters that it needs at least. Microsoft Entra Password Protection: 5.
        points_min: 1 ..= 20 = 5,
        /// So many of the last passwords may not be set again; 0: each may.
        remembered: 0 ..= 24 = 5,
        /// A temporary password works for so long, seconds (checklist C4). Microsoft Entra: for ever.
        temporary_s: 3_600 ..= 604_800 = 259_200,
        /// Whether no admin and no program may know a person's password: a link is mailed (ASVS 5.0, 6.4.6).
        link_only: 0 ..= 1 = 0,
        /// 1: owners come back by themselves with a proof. 0: somebody has to help (checklist D1).
        recovery_rule: 0 ..= 1 = 1,
        /// Proofs of different kinds that it takes; of admins and suspected accounts always 2 (checklist D4, D5).
        recovery_proofs: 1 ..= 2 = 1,
    }
}

impl SignInPolicy {
    /// Whether locks of lanes only report.
    pub fn only_observes_lanes(&self) -> bool {
        self.observe_only == 1 || self.lanes_observe_only == 1
    }

    /// Whether blocks of sources only report.
    pub fn only_observes_sources(&self) -> bool {
        self.observe_only == 1 || self.sources_observe_only == 1
    }

    /// Whether spray mode only reports.
    pub fn only_observes_spray(&self) -> bool {
        self.observe_only == 1 || self.spray_observe_only == 1
    }

    /// The policy as it is in force while spray mode lasts: strangers have fewer guesses.
    #[must_use]
    pub fn during_spray(&self) -> Self {
        let stricter = self.unfamiliar_failures_max.min(self.spray_failures_max);
        let unfamiliar_failures_max =
            if self.only_observes_spray() { self.unfamiliar_failures_max } else { stricter };
        Self { unfamiliar_failures_max, ..self.clone() }
    }
}

impl OutboundPolicy {
    /// Whether the rules only report at `now`.
    pub fn only_observes(&self, now: Timestamp) -> bool {
        u64::from(now.unix_s_u32()) < self.observe_until_unix_s
    }

    /// When the rules begin to act, if at `now` they only report.
    pub fn observed_until(&self, now: Timestamp) -> Option<Timestamp> {
        // The bounds of the value are those of u32.
        self.only_observes(now).then(|| Timestamp::from_unix_s(self.observe_until_unix_s as i64))
    }
}

/// All policies: what the engine holds and a policy file says.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Policies {
    /// Signing in.
    pub sign_in: SignInPolicy,
    /// Sending.
    pub outbound: OutboundPolicy,
    /// The score of compromise.
    pub compromise: CompromisePolicy,
    /// How many accounts the rules may restrict at once.
    pub mass_guard: MassGuardPolicy,
    /// What is remembered, and for how long.
    pub history: HistoryPolicy,
    /// What a password must be.
    pub password: PasswordPolicy,
}

impl Policies {
    /// These policies with one value set; checks the value's bounds, not the pairs.
    pub fn set(&mut self, name: &str, given: &str) -> Result<(), PolicyError> {
        let (slot, value) = self
            .sign_in
            .slot(name)
            .or_else(|| self.outbound.slot(name))
            .or_else(|| self.compromise.slot(name))
            .or_else(|| self.mass_guard.slot(name))
            .or_else(|| self.history.slot(name))
            .or_else(|| self.password.slot(name))
            .ok_or_else(|| PolicyError::UnknownName { name: name.to_owned() })?;
        let number = given
            .trim()
            .parse::<u64>()
            .map_err(|_| PolicyError::NotANumber { name: name.to_owned(), given: given.to_owned() })?;
        if number < value.min || number > value.max {
            return Err(PolicyError::OutOfBounds {
                name: name.to_owned(),
                given: number,
                min: value.min,
                max: value.max,
            });
        }
        *slot = number;
        Ok(())
    }

    /// Refuses pairs that contradict each other.
    pub fn check(&self) -> Result<(), PolicyError> {
        contradictions::check(self)
    }

    /// Every value, by name, in the order of the file.
    pub fn values(&self) -> Vec<(&'static str, u64)> {
        let mut values = self.sign_in.values();
        values.extend(self.outbound.values());
        values.extend(self.compromise.values());
        values.extend(self.mass_guard.values());
        values.extend(self.history.values());
        values.extend(self.password.values());
        values
    }

    /// Every value's bounds and default, in the order of the file.
    pub fn descriptions() -> impl Iterator<Item = &'static PolicyValue> {
        SignInPolicy::VALUES
            .iter()
            .chain(OutboundPolicy::VALUES)
            .chain(CompromisePolicy::VALUES)
            .chain(MassGuardPolicy::VALUES)
            .chain(HistoryPolicy::VALUES)
            .chain(PasswordPolicy::VALUES)
    }
}

#[cfg(test)]
mod tests;

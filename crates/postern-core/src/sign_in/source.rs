//! Whether a source is guessing: a score per address or /64, and the same again per /24 or /48.
//!
//! Points halve every twelve hours. Beside the points each address counts how many different names and accounts
//! were tried there lately: many names that are nobody's are an enumeration, many accounts of which hardly any
//! signs in a spray. A source where many accounts sign in (an office behind one address) may collect more points
//! before it is blocked, and is slowed, not blocked, for whom it tries. A block refuses only pairs that do not
//! know each other. This file knows no accounts, only how many different ones there were.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::attack_name::TriedName;
use super::familiar::Place;
use super::guess::Guess;
use super::lane::{clamp_u32, decayed};
use super::windows::{counted, roll};
use super::{SignInRefusal, SourceBlock, SourceBlockCause, lane};
use crate::address::{ClientAddress, ClientNetwork};
use crate::policy::SignInPolicy;
use crate::precedence::SourceStanding;
use crate::time::Timestamp;

/// Half-life of points (StopGuessing: 12 h).
pub const HALF_LIFE_S: f32 = 43_200.0;

/// Names are counted over these five minutes and the five before: 5 to 10 minutes, never more than the rule's ten.
const NAMES_WINDOW_S: u32 = 300;
/// Accounts over this half hour and the one before, for the same reason.
const ACCOUNTS_WINDOW_S: u32 = 1_800;
/// From so many accounts that signed in within two weeks a source is an office, which is never blocked for whom it
/// tries (reliability reference, R2).
const OFFICE_ACCOUNTS: f32 = 3.0;
/// Instead, whoever does not know it is refused for so long after each further try, seconds: the first lock's
/// length, so that an office gets one guess a minute of strangers' passwords.
const OFFICE_PAUSE_S: u32 = 60;

/// More room per account that signs in there, and at most so much (signin reference, c.6).
const ALLOWANCE_POINTS: f32 = 10.0;
const ALLOWANCE_POINTS_MAX: f32 = 500.0;
/// Accounts are counted over this week and the one before: 7 to 14 days.
const WEEK_S: u32 = 604_800;

/// The longest block of a source, seconds (signin reference, c.6).
const BLOCK_MAX_S: u32 = 86_400;
const DAY_S: u32 = 86_400;
/// 60 s doubled 11 times is above [`BLOCK_MAX_S`].
pub(super) const LEVEL_MAX: u8 = 12;

/// What an attempt's source says, looked up before the account's record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceFacts {
    /// The unit, for evidence.
    pub network: ClientNetwork,
    /// How familiarity sees it.
    pub place: Place,
    /// The source or its neighbourhood is blocked until then, seconds since 1970.
    pub blocked_until_s: Option<u32>,
    /// It would be blocked until then, but sources are only observed.
    pub observed_until_s: Option<u32>,
    /// Its score is low enough that a success may make it familiar.
    pub may_be_learned: bool,
    /// What people said of it.
    pub standing: SourceStanding,
}

impl SourceFacts {
    /// The refusal of somebody whom the source does not know.
    pub fn refusal(&self) -> Option<SignInRefusal> {
        self.blocked_until_s.map(|until_s| SignInRefusal::SourceBlocked { until: lane::seconds(until_s) })
    }

    /// The same where sources are only observed.
    pub(super) fn observed_refusal(&self) -> Option<SignInRefusal> {
        self.observed_until_s.map(|until_s| SignInRefusal::SourceBlocked { until: lane::seconds(until_s) })
    }
}

/// How a source or its neighbourhood stands, for people.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScoreStanding {
    /// Which network.
    pub network: ClientNetwork,
    /// Points, decayed to now.
    pub points: f32,
    /// Points at which it is blocked.
    pub points_max: f32,
    /// About how many accounts signed in from there within one to two weeks.
    pub accounts: f32,
    /// Until when it is blocked, if it is.
    pub blocked_until: Option<Timestamp>,
}

/// The score of one source or neighbourhood, 64 bytes: what it counts of names and accounts is 26 of them, and one
/// cache line costs no more than the three quarters of one that the score alone would take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SourceRecord {
    /// IPv4: the address in the low half. IPv6: the high half of the address.
    pub(super) bits: u64,
    /// Accounts that succeeded here this week, and in the week before: linear counting in 64 bits.
    pub(super) accounts: [u64; 2],
    /// Accounts and names that failed here within this half hour, and the one before.
    pub(super) tried: [u64; 2],
    /// Names that are nobody's, tried within these five minutes, and the five before.
    pub(super) names: [u32; 2],
    /// Points as they were at `last_s`.
    pub(super) points: f32,
    pub(super) last_s: u32,
    pub(super) blocked_until_s: u32,
    /// The week of `accounts`, in eight bits: five years go round before one is taken for another.
    pub(super) week: u8,
    /// Accounts that succeeded here within the half hours of `tried`.
    pub(super) succeeded: [u8; 2],
    /// Bits 0..4: level. Bits 4..6: which prefix. Bit 6: changed since the journal took it.
    pub(super) state: u8,
}

const _: () = assert!(size_of::<SourceRecord>() == 64, "one cache line");

const LEVEL_BITS: u8 = 0x0F;
const PREFIX_SHIFT: u8 = 4;
const PREFIX_BITS: u8 = 0x30;
const MARKED_BIT: u8 = 0x40;

/// The only networks that are ever scored: IPv4 addresses and /24s, IPv6 /64s and /48s.
const PREFIXES: [u8; 4] = [32, 24, 64, 48];

impl SourceRecord {
    /// A network that nothing is known about: a unit or a neighbourhood.
    pub fn new(network: ClientNetwork) -> Self {
        Self {
            bits: network_bits(network),
            accounts: [0; 2],
            tried: [0; 2],
            names: [0; 2],
            points: 0.0,
            last_s: 0,
            blocked_until_s: 0,
            week: 0,
            succeeded: [0; 2],
            state: prefix_code(network.prefix_bits()) << PREFIX_SHIFT,
        }
    }

    fn prefix_bits(&self) -> u8 {
        PREFIXES[usize::from((self.state & PREFIX_BITS) >> PREFIX_SHIFT)]
    }

    pub(super) fn level(&self) -> u8 {
        self.state & LEVEL_BITS
    }

    pub(super) fn set_level(&mut self, level: u8) {
        self.state = (self.state & !LEVEL_BITS) | level.min(LEVEL_MAX);
    }

    /// Which network.
    pub fn network(&self) -> ClientNetwork {
        let address = if self.prefix_bits() <= 32 {
            IpAddr::V4(Ipv4Addr::from(self.bits as u32))
        } else {
            IpAddr::V6(Ipv6Addr::from(u128::from(self.bits) << 64))
        };
        ClientNetwork::containing(ClientAddress::new(address), self.prefix_bits())
    }

    /// Whether this is the record of `network`.
    pub fn is_of(&self, network: ClientNetwork) -> bool {
        self.prefix_bits() == network.prefix_bits() && self.bits == network_bits(network)
    }

    fn is_neighbourhood(&self) -> bool {
        matches!(self.prefix_bits(), 24 | 48)
    }

    /// Puts times right after the clock was set back, as lanes do.
    pub fn heal_clock(&mut self, now_s: u32) {
        let ahead_s = self.last_s.saturating_sub(now_s);
        if ahead_s > 0 {
            self.last_s = now_s;
            self.blocked_until_s = self.blocked_until_s.saturating_sub(ahead_s);
        }
    }

    /// Points, decayed to now.
    pub fn points(&self, now_s: u32) -> f32 {
        decayed(self.points, now_s.saturating_sub(self.last_s), HALF_LIFE_S)
    }

    /// Until when it is blocked, if it is.
    pub fn blocked_until_s(&self, now_s: u32) -> Option<u32> {
        (now_s < self.blocked_until_s).then_some(self.blocked_until_s)
    }

    /// Whether a success from here may make the place familiar.
    pub fn may_be_learned(&self, policy: &SignInPolicy, now_s: u32) -> bool {
        self.points == 0.0 || self.points(now_s) < self.points_max(policy, now_s) / 2.0
    }

    /// About how many accounts succeeded here within one to two weeks; saturates at some 270.
    pub fn accounts(&self, now_s: u32) -> f32 {
        let weeks_ago = weeks_between(self.week, week_of(now_s));
        let seen = match weeks_ago {
            0 => self.accounts[0] | self.accounts[1],
            1 => self.accounts[0],
            _ => 0,
        };
        counted(64, seen.count_zeros())
    }

    fn points_max(&self, policy: &SignInPolicy, now_s: u32) -> f32 {
        let base = if self.is_neighbourhood() { policy.network_points_max } else { policy.source_points_max };
        let allowance = (self.accounts(now_s) * ALLOWANCE_POINTS).min(ALLOWANCE_POINTS_MAX);
        clamp_u32(base) as f32 + allowance
    }

    /// A guess; answers the block that started because of it.
    pub fn charge(&mut self, guess: &Guess, policy: &SignInPolicy, now_s: u32) -> Option<SourceBlock> {
        self.bring_to(now_s);
        self.tried[0] |= 1 << (guess.target_hash % 64);
        if guess.name != TriedName::Known {
            self.names[0] |= 1 << ((guess.target_hash >> 8) % 32);
        }
        let points_max = self.points_max(policy, now_s);
        let sum = self.points + guess.points;
        self.points = sum.min(points_max);
        if self.blocked_until_s(now_s).is_some() {
            return None;
        }
        // Half a point of decay is forgiven, as in the lanes: fifty guesses within minutes are fifty.
        if sum + 0.5 >= points_max {
            let cause = match guess.name {
                TriedName::Attack => SourceBlockCause::AttackName,
                TriedName::Known | TriedName::Unknown => SourceBlockCause::Points,
            };
            return Some(self.block(cause, sum.round() as u32, policy, now_s));
        }
        let (cause, count) = self.variety(policy)?;
        if self.accounts(now_s) >= OFFICE_ACCOUNTS {
            // Not told: it ends before anybody has read of it, and comes again with the next try.
            self.blocked_until_s = now_s.saturating_add(OFFICE_PAUSE_S);
            return None;
        }
        Some(self.block(cause, count, policy, now_s))
    }

    /// Whether so many different names or accounts were tried that it is an attack. Only of an address: in the
    /// network around it many people live.
    fn variety(&self, policy: &SignInPolicy) -> Option<(SourceBlockCause, u32)> {
        if self.is_neighbourhood() {
            return None;
        }
        // Rounded down: up to ten, an estimate is then never more than there were.
        let names = counted(32, (self.names[0] | self.names[1]).count_zeros()) as u32;
        if u64::from(names) >= policy.enumeration_names_max {
            return Some((SourceBlockCause::Enumeration, names));
        }
        let tried = counted(64, (self.tried[0] | self.tried[1]).count_zeros()) as u32;
        let succeeded = counted(8, (self.succeeded[0] | self.succeeded[1]).count_zeros()) as u32;
        let is_spray = u64::from(tried) >= policy.spray_accounts_max
            && u64::from(succeeded) * 100 < u64::from(tried) * policy.spray_success_percent;
        is_spray.then_some((SourceBlockCause::Spray, tried))
    }

    /// Everything that fades, as it is now.
    fn bring_to(&mut self, now_s: u32) {
        self.heal_clock(now_s);
        roll(&mut self.tried, ACCOUNTS_WINDOW_S, self.last_s, now_s);
        roll(&mut self.succeeded, ACCOUNTS_WINDOW_S, self.last_s, now_s);
        roll(&mut self.names, NAMES_WINDOW_S, self.last_s, now_s);
        let quiet_days = now_s.saturating_sub(self.last_s) / DAY_S;
        self.set_level(self.level().saturating_sub(u8::try_from(quiet_days).unwrap_or(u8::MAX)));
        self.points = self.points(now_s);
        self.last_s = now_s;
    }

    /// Starts a block, one step longer than the last one.
    fn block(
        &mut self,
        cause: SourceBlockCause,
        count: u32,
        policy: &SignInPolicy,
        now_s: u32,
    ) -> SourceBlock {
        let length_s = clamp_u32(policy.source_block_s).saturating_mul(1 << self.level()).min(BLOCK_MAX_S);
        self.blocked_until_s = now_s.saturating_add(length_s);
        self.set_level(self.level() + 1);
        SourceBlock { network: self.network(), until: lane::seconds(self.blocked_until_s), cause, count }
    }

    /// A person lifts the block: what was counted is gone with it, or the very next failure would block again.
    /// How long the next block lasts is remembered. Answers whether anything changed.
    pub fn unblock(&mut self, now_s: u32) -> bool {
        let before = *self;
        self.heal_clock(now_s);
        self.blocked_until_s = 0;
        self.points = 0.0;
        (self.tried, self.names) = ([0; 2], [0; 2]);
        *self != before
    }

    /// After a restart: blocked until then, as an open restriction says.
    pub fn restore_block(&mut self, until_s: u32) {
        self.blocked_until_s = until_s;
        self.set_level(self.level().max(1));
    }

    /// An account signed in from here; answers whether that says anything new.
    pub fn credit(&mut self, account_hash: u64, points: f32, now_s: u32) -> bool {
        let week = week_of(now_s);
        if self.accounts == [0; 2] {
            self.week = week;
        }
        let weeks = weeks_between(self.week, week);
        if weeks > 0 {
            self.accounts = [0, if weeks == 1 { self.accounts[0] } else { 0 }];
            self.week = week;
        }
        let bit = 1u64 << (account_hash % 64);
        let is_new = self.accounts[0] & bit == 0;
        self.accounts[0] |= bit;
        // Only beside failures does it matter how much succeeds, and most sources have none.
        let had_failures = self.points > 0.0 || self.tried != [0; 2];
        if had_failures {
            self.bring_to(now_s);
            self.points = (self.points - points).max(0.0);
            self.succeeded[0] |= 1 << (account_hash % 8);
        }
        is_new || had_failures
    }

    /// How it stands.
    pub fn standing(&self, policy: &SignInPolicy, now_s: u32) -> ScoreStanding {
        ScoreStanding {
            network: self.network(),
            points: self.points(now_s),
            points_max: self.points_max(policy, now_s),
            accounts: self.accounts(now_s),
            blocked_until: self.blocked_until_s(now_s).map(lane::seconds),
        }
    }

    /// What would be lost without this record: `None` when it must stay, zero when nothing.
    ///
    /// A block stays. A source that several accounts share is worth as much as the room they give it.
    pub fn worth(&self, now_s: u32) -> Option<f32> {
        if self.blocked_until_s(now_s).is_some() {
            return None;
        }
        let points = self.points(now_s);
        let shared = (self.accounts(now_s) - 1.5).max(0.0);
        Some(if points < 0.5 { 0.0 } else { points } + shared * ALLOWANCE_POINTS)
    }

    /// The last time that it was charged, seconds since 1970.
    pub fn last_s(&self) -> u32 {
        self.last_s
    }

    /// Marks the record as changed; answers whether it was unmarked.
    pub fn mark(&mut self) -> bool {
        let was_marked = self.state & MARKED_BIT != 0;
        self.state |= MARKED_BIT;
        !was_marked
    }

    /// Takes the mark away; answers whether there was one.
    pub fn unmark(&mut self) -> bool {
        let was_marked = self.state & MARKED_BIT != 0;
        self.state &= !MARKED_BIT;
        was_marked
    }
}

/// Which of [`PREFIXES`]; a network that is never scored is taken for an address.
fn prefix_code(prefix_bits: u8) -> u8 {
    PREFIXES.iter().position(|&known| known == prefix_bits).unwrap_or(0) as u8
}

fn week_of(now_s: u32) -> u8 {
    (now_s / WEEK_S) as u8
}

/// Weeks from one to another; none when the clock was set back.
fn weeks_between(from: u8, to: u8) -> u8 {
    let weeks = to.wrapping_sub(from);
    if weeks < 128 { weeks } else { 0 }
}

/// The part of a network that its prefix does not say, in 64 bits: all of it, because no prefix here is longer.
fn network_bits(network: ClientNetwork) -> u64 {
    match network.first() {
        IpAddr::V4(v4) => u64::from(u32::from(v4)),
        IpAddr::V6(v6) => (u128::from(v6) >> 64) as u64,
    }
}

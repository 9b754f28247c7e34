//! Whether a source is guessing: a score per address or /64, and the same again per /24 or /48.
//!
//! Points halve every twelve hours. A source where many accounts sign in (an office behind one address) may
//! collect more before it is blocked, and a block refuses only pairs that do not know each other. This file
//! knows no accounts, only how many different ones succeeded.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::familiar::Place;
use super::lane::{clamp_u32, decayed};
use super::{Counted, SignInRefusal, SourceBlock, SourceBlockCause, lane};
use crate::address::{ClientAddress, ClientNetwork};
use crate::policy::SignInPolicy;

/// Half-life of points (StopGuessing: 12 h).
pub const HALF_LIFE_S: f32 = 43_200.0;

/// A wrong password (StopGuessing, beta).
const POINTS_WRONG_PASSWORD: f32 = 1.0;
/// A name that is nobody's (StopGuessing, alpha).
const POINTS_UNKNOWN_NAME: f32 = 2.0;

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
    /// Its score is low enough that a success may make it familiar.
    pub may_be_learned: bool,
}

impl SourceFacts {
    /// The refusal of somebody whom the source does not know.
    pub(super) fn refusal(&self) -> Option<SignInRefusal> {
        self.blocked_until_s.map(|until_s| SignInRefusal::SourceBlocked { until: lane::seconds(until_s) })
    }
}

/// Points that a counted report costs its source.
pub fn points_of(counted: Counted, is_name_known: bool) -> f32 {
    match counted {
        Counted::Fresh if is_name_known => POINTS_WRONG_PASSWORD,
        Counted::Fresh => POINTS_UNKNOWN_NAME,
        Counted::Success | Counted::Repeat | Counted::Stale | Counted::Nothing => 0.0,
    }
}

/// The score of one source or neighbourhood, 48 bytes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SourceRecord {
    /// IPv4: the address in the low half. IPv6: the high half of the address.
    pub(super) bits: u64,
    /// Accounts that succeeded here this week, and in the week before: linear counting in 64 bits.
    pub(super) accounts: [u64; 2],
    /// Points as they were at `last_s`.
    pub(super) points: f32,
    pub(super) last_s: u32,
    pub(super) blocked_until_s: u32,
    pub(super) week: u16,
    pub(super) level: u8,
    /// 32 and 24 are IPv4, 64 and 48 IPv6: no other network is ever scored.
    pub(super) prefix_bits: u8,
    is_marked: bool,
}

const _: () = assert!(size_of::<SourceRecord>() == 48, "signin reference, c.2");

impl SourceRecord {
    /// A network that nothing is known about: a unit or a neighbourhood.
    pub fn new(network: ClientNetwork) -> Self {
        Self {
            bits: network_bits(network),
            accounts: [0; 2],
            points: 0.0,
            last_s: 0,
            blocked_until_s: 0,
            week: 0,
            level: 0,
            prefix_bits: network.prefix_bits(),
            is_marked: false,
        }
    }

    /// Which network.
    pub fn network(&self) -> ClientNetwork {
        let address = if self.prefix_bits <= 32 {
            IpAddr::V4(Ipv4Addr::from(self.bits as u32))
        } else {
            IpAddr::V6(Ipv6Addr::from(u128::from(self.bits) << 64))
        };
        ClientNetwork::containing(ClientAddress::new(address), self.prefix_bits)
    }

    /// Whether this is the record of `network`.
    pub fn is_of(&self, network: ClientNetwork) -> bool {
        self.prefix_bits == network.prefix_bits() && self.bits == network_bits(network)
    }

    fn is_neighbourhood(&self) -> bool {
        matches!(self.prefix_bits, 24 | 48)
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
        let weeks_ago = week_of(now_s).saturating_sub(self.week);
        let seen = match weeks_ago {
            0 => self.accounts[0] | self.accounts[1],
            1 => self.accounts[0],
            _ => 0,
        };
        // Linear counting: n = m ln(m / zeros), Whang and others 1990; one zero is assumed when all are set.
        64.0 * (64.0 / seen.count_zeros().max(1) as f32).ln()
    }

    fn points_max(&self, policy: &SignInPolicy, now_s: u32) -> f32 {
        let base = if self.is_neighbourhood() { policy.network_points_max } else { policy.source_points_max };
        let allowance = (self.accounts(now_s) * ALLOWANCE_POINTS).min(ALLOWANCE_POINTS_MAX);
        clamp_u32(base) as f32 + allowance
    }

    /// Adds points; answers the block that started because of them.
    pub fn charge(&mut self, points: f32, policy: &SignInPolicy, now_s: u32) -> Option<SourceBlock> {
        self.heal_clock(now_s);
        let points_max = self.points_max(policy, now_s);
        let quiet_days = now_s.saturating_sub(self.last_s) / DAY_S;
        let level = self.level.saturating_sub(u8::try_from(quiet_days).unwrap_or(u8::MAX));
        let sum = self.points(now_s) + points;
        self.points = sum.min(points_max);
        self.last_s = now_s;
        self.level = level;
        // Half a point of decay is forgiven, as in the lanes: fifty guesses within minutes are fifty.
        if sum + 0.5 < points_max || self.blocked_until_s(now_s).is_some() {
            return None;
        }
        Some(self.block(SourceBlockCause::Points, sum.round() as u32, policy, now_s))
    }

    /// Starts a block, one step longer than the last one.
    fn block(
        &mut self,
        cause: SourceBlockCause,
        count: u32,
        policy: &SignInPolicy,
        now_s: u32,
    ) -> SourceBlock {
        let length_s = clamp_u32(policy.source_block_s).saturating_mul(1 << self.level).min(BLOCK_MAX_S);
        self.blocked_until_s = now_s.saturating_add(length_s);
        self.level = (self.level + 1).min(LEVEL_MAX);
        SourceBlock { network: self.network(), until: lane::seconds(self.blocked_until_s), cause, count }
    }

    /// A person lifts the block: what was counted is gone with it, or the very next failure would block again.
    /// How long the next block lasts is remembered. Answers whether anything changed.
    pub fn unblock(&mut self, now_s: u32) -> bool {
        let before = *self;
        self.heal_clock(now_s);
        self.blocked_until_s = 0;
        self.points = 0.0;
        *self != before
    }

    /// After a restart: blocked until then, as an open restriction says.
    pub fn restore_block(&mut self, until_s: u32) {
        self.blocked_until_s = until_s;
        self.level = self.level.max(1);
    }

    /// An account signed in from here; answers whether that says anything new.
    pub fn credit(&mut self, account_hash: u64, points: f32, now_s: u32) -> bool {
        let week = week_of(now_s);
        let weeks = week.saturating_sub(self.week);
        if weeks > 0 {
            self.accounts = [0, if weeks == 1 { self.accounts[0] } else { 0 }];
            self.week = week;
        }
        let bit = 1u64 << (account_hash % 64);
        let is_new = self.accounts[0] & bit == 0;
        self.accounts[0] |= bit;
        let had_points = self.points > 0.0;
        if had_points {
            self.heal_clock(now_s);
            self.points = (self.points(now_s) - points).max(0.0);
            self.last_s = now_s;
        }
        is_new || had_points
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
        !std::mem::replace(&mut self.is_marked, true)
    }

    /// Takes the mark away; answers whether there was one.
    pub fn unmark(&mut self) -> bool {
        std::mem::take(&mut self.is_marked)
    }
}

fn week_of(now_s: u32) -> u16 {
    (now_s / WEEK_S) as u16
}

/// The part of a network that its prefix does not say, in 64 bits: all of it, because no prefix here is longer.
fn network_bits(network: ClientNetwork) -> u64 {
    match network.first() {
        IpAddr::V4(v4) => u64::from(u32::from(v4)),
        IpAddr::V6(v6) => (u128::from(v6) >> 64) as u64,
    }
}

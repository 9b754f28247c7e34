//! The table under the attacks and accidents that it is for, in virtual time. [`World`] is one node.

mod attacks;
mod bounds;
mod flood;
mod journal;
mod names;
mod reservations;
mod sources;

use super::*;
use postern_core::sign_in::SignInRefusal;

/// 2026-11-24 00:00 UTC.
const START_S: u32 = 1_795_478_400;
const MINUTE_S: u32 = 60;
const DAY_S: u32 = 86_400;

const KEY: [u8; 16] = [7; 16];

/// The owner's place.
const HOME: &str = "192.0.2.10";
/// The tag of the right password.
const RIGHT: u16 = 1;

struct World {
    table: SignInTable,
    policy: SignInPolicy,
    now_s: u32,
    attempts: u64,
}

impl World {
    fn new() -> Self {
        Self::with_limits(SignInLimits::default())
    }

    fn with_limits(limits: SignInLimits) -> Self {
        let table = SignInTable::new(KEY, limits);
        Self { table, policy: SignInPolicy::default(), now_s: START_S, attempts: 0 }
    }

    /// Rob has signed in from home on two days.
    fn with_rob_at_home() -> Self {
        let mut world = Self::new();
        for _ in 0..2 {
            world.sign_in(rob(), HOME, RIGHT);
            world.now_s += DAY_S;
        }
        world
    }

    fn now(&self) -> Timestamp {
        Timestamp::from_unix_s(i64::from(self.now_s))
    }

    fn attempt(&mut self, source: &str, tag: u16) -> Attempt {
        self.attempts += 1;
        Attempt {
            source: source.parse().ok(),
            password_tag: Some(tag),
            attempt_hash: spread(self.attempts),
            ..Attempt::default()
        }
    }

    fn ask(&self, who: AccountKey, attempt: &Attempt, phase: Phase) -> SignInVerdict {
        self.table.sign_in_asked(who, attempt, phase, &self.policy, self.now())
    }

    fn report(&self, who: AccountKey, attempt: &Attempt, outcome: Outcome) -> Settled {
        self.table.sign_in_reported(who, attempt, outcome, &self.policy, self.now())
    }

    /// A whole attempt as Dovecot runs it: asked before, verified against [`RIGHT`], asked after, reported.
    /// Answers whether the password was verified, and the last verdict.
    fn try_password(&mut self, who: AccountKey, source: &str, tag: u16) -> (bool, SignInVerdict) {
        let attempt = self.attempt(source, tag);
        let before = self.ask(who, &attempt, Phase::Before);
        if !matches!(before, SignInVerdict::Allow { .. }) {
            self.report(who, &attempt, Outcome::RefusedBefore);
            return (false, before);
        }
        let is_right = tag == RIGHT && matches!(who, AccountKey::Account(_));
        if !is_right {
            self.report(who, &attempt, Outcome::WrongPassword);
            return (true, before);
        }
        let after = self.ask(who, &attempt, Phase::After);
        let outcome = match after {
            SignInVerdict::Allow { .. } => Outcome::Success,
            SignInVerdict::Wait { .. } | SignInVerdict::Refuse(_) => Outcome::RightPasswordRefused,
        };
        self.report(who, &attempt, outcome);
        (true, after)
    }

    /// A sign-in with the right password that has to succeed.
    fn sign_in(&mut self, who: AccountKey, source: &str, tag: u16) {
        let (_, verdict) = self.try_password(who, source, tag);
        assert!(matches!(verdict, SignInVerdict::Allow { .. }), "{who:?} from {source}: {verdict:?}");
    }

    fn standing(&self, account: AccountKey) -> SignInStanding {
        let AccountKey::Account(account) = account else { panic!("only accounts have a standing") };
        self.table.sign_in_standing(account, &self.policy, self.now())
    }
}

fn account(number: u64) -> AccountKey {
    AccountKey::Account(AccountId::from_random(number))
}

fn rob() -> AccountKey {
    account(7)
}

fn rob_id() -> AccountId {
    AccountId::from_random(7)
}

/// An address of a botnet; each number has its own /24.
fn bot(number: u32) -> String {
    let [a, b] = (number as u16).to_be_bytes();
    format!("{}.{a}.{b}.9", 20 + (number >> 16))
}

//! The sign-in rules, case by case, in virtual time. [`Door`] is one account with everything around it.

mod budget;
mod clocks;
mod entries;
mod familiar;
mod lanes;
mod passwords;
mod properties;
mod region;
mod source;
mod spray;
mod stored;
mod strange;
mod travels;
mod vouched;

use super::decide::{ask_after, ask_before, lane_of};
use super::familiar::{Familiarity, Place};
use super::record::AccountRecord;
use super::report::{Report, ReportFacts, settle};
use super::source::SourceFacts;
use super::spray::SprayMode;
use super::*;
use crate::policy::SignInPolicy;
use crate::precedence::{FamiliarityBy, SourceStanding};

/// Some Tuesday, 2026-11-24 00:00 UTC.
const START_S: u32 = 1_795_478_400;
const MINUTE_S: u32 = 60;
const HOUR_S: u32 = 3_600;
const DAY_S: u32 = 86_400;

fn at(s: u32) -> Timestamp {
    Timestamp::from_unix_s(i64::from(s))
}

/// A source without any score; different numbers are different networks.
fn place(number: u32) -> SourceFacts {
    let address = std::net::IpAddr::from(std::net::Ipv4Addr::from(0xC633_0000 | (number << 8) | 1));
    SourceFacts {
        network: ClientAddress::new(address).unit(),
        place: Place { unit: number * 2 + 1, neighbourhood: number * 2 + 2 },
        blocked_until_s: None,
        observed_until_s: None,
        may_be_learned: true,
        standing: SourceStanding::default(),
    }
}

/// One account, asked about at a time that the test moves.
#[derive(Clone)]
struct Door {
    record: AccountRecord,
    familiarity: Option<Familiarity>,
    policy: SignInPolicy,
    spray: SprayMode,
    now_s: u32,
    /// Of every attempt until the test says otherwise.
    vouch: Vouch,
}

impl Door {
    fn new() -> Self {
        Self {
            record: AccountRecord::new(1),
            familiarity: None,
            policy: SignInPolicy::default(),
            spray: SprayMode::Calm,
            now_s: START_S,
            vouch: Vouch::Nobody,
        }
    }

    /// An account whose owner has signed in at [`HOME`] for two days.
    fn with_home() -> Self {
        let mut door = Self::new();
        for _ in 0..2 {
            assert_eq!(door.succeed(&place(HOME)).settled.counted, Counted::Success);
            door.now_s += DAY_S;
        }
        assert_eq!(door.lane(&place(HOME)), Lane::Familiar);
        door
    }

    fn lane(&self, source: &SourceFacts) -> Lane {
        lane_of(self.familiarity.as_ref(), Some(source), self.vouch, &self.policy, at(self.now_s))
    }

    fn ask(&mut self, source: &SourceFacts) -> SignInVerdict {
        let familiarity = self.familiarity.as_ref();
        ask_before(&mut self.record, familiarity, Some(source), self.vouch, &self.policy, at(self.now_s))
    }

    fn ask_after(&mut self, held: Option<Lane>, source: &SourceFacts) -> SignInVerdict {
        ask_after(&mut self.record, held, Some(source), at(self.now_s))
    }

    fn report(
        &mut self,
        source: &SourceFacts,
        held: Option<Lane>,
        tag: Option<u16>,
        outcome: Outcome,
    ) -> Report {
        let attempt = Attempt { password_tag: tag, vouch: self.vouch, ..Attempt::default() };
        if outcome.is_success() {
            self.familiarity.get_or_insert_default();
        }
        let facts = ReportFacts {
            attempt: &attempt,
            outcome,
            held,
            source: Some(source),
            policy: &self.policy,
            spray: self.spray,
            now: at(self.now_s),
        };
        settle(&mut self.record, self.familiarity.as_mut(), &facts)
    }

    /// A whole attempt with a wrong password; `None` when it was refused or has to wait.
    fn fail(&mut self, source: &SourceFacts, tag: Option<u16>) -> Option<Settled> {
        match self.ask(source) {
            SignInVerdict::Allow { lane, .. } => {
                Some(self.report(source, Some(lane), tag, Outcome::WrongPassword).settled)
            }
            SignInVerdict::Wait { .. } | SignInVerdict::Refuse(_) => None,
        }
    }

    /// A whole attempt with the right password, tag 1.
    fn succeed(&mut self, source: &SourceFacts) -> Report {
        self.succeed_with(source, 1)
    }

    fn succeed_with(&mut self, source: &SourceFacts, tag: u16) -> Report {
        let SignInVerdict::Allow { lane, .. } = self.ask(source) else { panic!("refused before") };
        let after = self.ask_after(Some(lane), source);
        assert!(matches!(after, SignInVerdict::Allow { .. }), "refused after: {after:?}");
        self.report(source, Some(lane), Some(tag), Outcome::Success)
    }

    /// So many different wrong passwords, a second apart, each allowed.
    fn fail_times(&mut self, source: &SourceFacts, times: u16, first_tag: u16) -> Option<LaneLock> {
        let mut started = None;
        for step in 0..times {
            let settled = self.fail(source, Some(first_tag + step)).expect("allowed");
            started = started.or(settled.started);
            self.now_s += 1;
        }
        started
    }

    fn standing(&self) -> SignInStanding {
        self.record.standing(&self.policy, self.now_s)
    }

    fn is_refused(&mut self, source: &SourceFacts) -> bool {
        // Asked of a copy, so that looking takes no reservation.
        matches!(self.clone().ask(source), SignInVerdict::Refuse(_))
    }
}

/// The owner's place, and a stranger's.
const HOME: u32 = 1;
const STRANGER: u32 = 1_000;

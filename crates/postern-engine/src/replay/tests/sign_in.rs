//! The bookkeeping of a sign-in replay, over counters that lock after three failures in a row.
//!
//! The rules themselves are core's; here a stand-in shows that each row is asked and reported as at a gate.

use std::collections::HashMap;

use parking_lot::Mutex;
use postern_core::address::{ClientAddress, ClientNetwork};
use postern_core::compromise::{CompromiseRecord, CompromiseStanding, Judgement};
use postern_core::geo::Region;
use postern_core::ids::AccountId;
use postern_core::outbound::{Grace, Recipient, SendingStanding, SendingVerdict};
use postern_core::policy::{CompromisePolicy, SignInPolicy};
use postern_core::precedence::Foreseen;
use postern_core::restriction::{Evidence, Reason};
use postern_core::sign_in::source::ScoreStanding;
use postern_core::sign_in::spray::{SprayChange, SprayStanding};
use postern_core::sign_in::travels::Arrival;
use postern_core::sign_in::{
    Attempt, Counted, Lane, LaneLock, Outcome, Phase, Settled, SignInRefusal, SignInStanding, SignInVerdict,
};
use postern_core::time::{Span, Timestamp};

use super::*;
use crate::ports::counters::{CountersSize, EvidenceAsk, EvidenceSeen};
use crate::ports::{AccountKey, Counters, JournalEntry, SendingAsk, SendingDecision};
use crate::replay::{FirstLock, RefusedSuccess, RowProblem, SignInReplay, replay_sign_in};

const LANE: Lane = Lane::Unfamiliar;

fn permit() -> SendingDecision {
    SendingDecision {
        verdict: SendingVerdict::Permit,
        recipients: 0,
        is_novel: false,
        is_first_slow: false,
        evidence: Vec::new(),
    }
}

/// Failures in a row, and until when locked.
#[derive(Default)]
struct ThreeStrikes(Mutex<HashMap<AccountKey, (u32, Timestamp)>>);

impl Counters for ThreeStrikes {
    fn sign_in_asked(
        &self,
        who: AccountKey,
        _: &Attempt,
        _: Phase,
        _: &SignInPolicy,
        now: Timestamp,
    ) -> SignInVerdict {
        let (_, until) = *self.0.lock().entry(who).or_default();
        if now < until {
            SignInVerdict::Refuse(SignInRefusal::Locked { lane: LANE, until })
        } else {
            SignInVerdict::Allow { lane: LANE, delay_s: 0, observed: None }
        }
    }

    fn sign_in_reported(
        &self,
        who: AccountKey,
        attempt: &Attempt,
        outcome: Outcome,
        _: &SignInPolicy,
        now: Timestamp,
    ) -> Settled {
        assert_eq!(attempt.password_tag, None, "each failure is another password");
        let mut accounts = self.0.lock();
        let (failures, until) = accounts.entry(who).or_default();
        let mut started = None;
        match outcome {
            Outcome::Success | Outcome::SuccessWhileContained => *failures = 0,
            Outcome::WrongPassword => {
                *failures += 1;
                if *failures == 3 {
                    (*failures, *until) = (0, now.plus(Span::from_s(60)));
                    let reason = Reason::WrongPasswords { lane: LANE, failures: 3 };
                    started = Some(LaneLock { lane: LANE, until: Some(*until), reason });
                }
            }
            Outcome::RightPasswordRefused | Outcome::RefusedBefore | Outcome::NotAGuess => {}
        }
        Settled { started, ..Settled::quiet(LANE, Counted::Nothing) }
    }

    fn sign_in_unlocked(&self, _: AccountId, _: &SignInPolicy, _: Timestamp) {}
    fn sign_in_eased(&self, _: AccountId, _: Timestamp, _: Timestamp) {}
    fn sign_in_foreseen(&self, _: AccountKey, _: &Attempt, _: &SignInPolicy, _: Timestamp) -> Foreseen {
        Foreseen { lane: LANE, source_block: None, lane_refusal: None, has_room: true }
    }
    fn source_standings(&self, _: ClientAddress, _: &SignInPolicy, _: Timestamp) -> Vec<ScoreStanding> {
        Vec::new()
    }
    fn accounts_knowing(
        &self,
        _: ClientAddress,
        _: &SignInPolicy,
        _: Timestamp,
        _: usize,
    ) -> (usize, Vec<AccountId>) {
        (0, Vec::new())
    }
    fn sign_in_lock_restored(&self, _: AccountId, _: Lane, _: Option<Timestamp>) {}
    fn source_unblocked(&self, _: ClientNetwork, _: Timestamp) {}
    fn source_block_restored(&self, _: ClientNetwork, _: Timestamp, _: Timestamp) {}
    fn password_replaced(&self, _: AccountId) {}
    fn spray_watched(&self, _: u64, _: &SignInPolicy, _: Timestamp) -> Option<SprayChange> {
        None
    }
    fn spray_standing(&self, _: Timestamp) -> SprayStanding {
        SprayStanding::default()
    }
    fn name_judged(&self, _: u64, _: bool) {}
    fn name_added(&self) {}
    fn sign_in_standing(&self, _: AccountId, _: &SignInPolicy, _: Timestamp) -> SignInStanding {
        SignInStanding::default()
    }
    fn signed_in_unfamiliar(&self, _: AccountId, _: u64, _: Timestamp) -> bool {
        false
    }
    fn last_signed_in(&self, _: AccountId) -> Option<Timestamp> {
        None
    }
    fn arrived(&self, _: AccountId, _: &Arrival, _: &SignInPolicy) -> Vec<Evidence> {
        Vec::new()
    }
    fn earned_any_region(&self, _: AccountId, _: &SignInPolicy, _: Timestamp) -> bool {
        false
    }
    fn earned_region(&self, _: AccountId, _: Region, _: &SignInPolicy, _: Timestamp) -> bool {
        false
    }
    fn evidence_seen(&self, ask: &EvidenceAsk<'_>) -> EvidenceSeen {
        EvidenceSeen { is_news: Vec::new(), judgement: self.compromise_judgement(ask) }
    }
    fn compromise_judgement(&self, ask: &EvidenceAsk<'_>) -> Judgement {
        CompromiseRecord::default().judgement(ask.policy, ask.next_day, ask.now)
    }
    fn compromise_standing(&self, _: AccountId, _: &CompromisePolicy, _: Timestamp) -> CompromiseStanding {
        CompromiseStanding::default()
    }
    fn is_suspect(&self, _: AccountId, _: &CompromisePolicy, _: Timestamp) -> bool {
        false
    }
    fn sending_restricted(&self, _: AccountId, _: Timestamp) {}
    fn recipient_asked(&self, _: &SendingAsk<'_>, _: Recipient) -> SendingDecision {
        permit()
    }
    fn message_asked(&self, _: &SendingAsk<'_>, _: u32) -> SendingDecision {
        permit()
    }
    fn contacts_met(&self, _: AccountId, _: &[u64], _: Timestamp) {}
    fn sending_started_anew(&self, _: AccountId, _: Timestamp) {}
    fn sending_released(&self, _: AccountId, _: Grace, _: Timestamp, _: Timestamp) {}
    fn sending_standing(&self, _: AccountId, _: Timestamp) -> SendingStanding {
        SendingStanding::default()
    }
    fn forget(&self, _: AccountId) {}
    fn take_changed(&self, _: usize) -> Vec<JournalEntry> {
        Vec::new()
    }
    fn restore(&self, _: &[JournalEntry], _: Option<Timestamp>) {}
    fn size(&self) -> CountersSize {
        CountersSize::default()
    }
}

fn replay(log: &[u8]) -> Result<SignInReplay, ReplayError> {
    replay_sign_in(log, &Policies::default(), &ThreeStrikes::default(), &SITE_KEY, &mut |_| {})
}

#[test]
fn locks_refused_owners_and_first_locks_are_counted() {
    let log = "time_unix_s,user,source_ip,outcome\n\
               10,rob,198.51.100.7,ok\n\
               20,rob,203.0.113.9,fail\n\
               21,rob,203.0.113.9,fail\n\
               22,rob,203.0.113.8,fail\n\
               23,rob,198.51.100.7,ok\n\
               24,rob,203.0.113.9,fail\n\
               100,rob,198.51.100.7,ok\n\
               200,rob,203.0.113.9,fail\n\
               201,rob,203.0.113.9,fail\n\
               202,rob,203.0.113.9,fail\n\
               300,oracle,203.0.113.9,invalid_user\n\
               301,oracle,203.0.113.9,invalid_user\n\
               302,oracle,203.0.113.9,invalid_user\n\
               303,,2001:db8::1,invalid_user\n";
    let found = replay(log.as_bytes()).expect("a good log");
    let lock = |account: &str, source_ip: &str, time_unix_s, attempts_before| FirstLock {
        account: account.to_owned(),
        source_ip: source_ip.to_owned(),
        time_unix_s,
        attempts_before,
    };
    assert_eq!((found.attempts, found.accounts, found.sources, found.locks), (14, 2, 4, 3));
    let locks = [lock("rob", "203.0.113.8", 22, 4), lock("oracle", "203.0.113.9", 302, 3)];
    assert_eq!(found.first_locks, locks);
    // Rob at home and the guesser were both refused by the lock; the guesser had two passwords looked at first.
    let stopped: Vec<_> = found
        .stopped_sources
        .iter()
        .map(|source| (source.source_ip.as_str(), source.time_unix_s, source.attempts_before, source.because))
        .collect();
    assert_eq!(stopped, [("198.51.100.7", 23, 1, "locked"), ("203.0.113.9", 24, 2, "locked")]);
    assert_eq!((found.stopped_sources[1].attempts, found.stopped_sources[1].refused), (9, 1));
    let refused = RefusedSuccess {
        account: "rob".to_owned(),
        source_ip: "198.51.100.7".to_owned(),
        time_unix_s: 23,
        because: "locked",
        lane: Some("unfamiliar"),
        until_unix_s: Some(82),
        failures_before: 0,
        successes_before: 1,
    };
    assert_eq!((found.refused_successes, found.refused), (1, vec![refused]));
}

#[test]
fn a_bad_source_or_outcome_is_named_with_its_column() {
    let problem = |row: &str| match replay(format!("time_unix_s,user,source_ip,outcome\n{row}\n").as_bytes())
    {
        Err(ReplayError::ReadRow { line: 2, column, problem }) => (column, problem),
        other => panic!("{other:?}"),
    };
    let given = "host".to_owned();
    assert_eq!(problem("1,rob,host,ok"), ("source_ip", RowProblem::NotASource { given }));
    let given = "maybe".to_owned();
    assert_eq!(problem("1,rob,192.0.2.1,maybe"), ("outcome", RowProblem::NotAnOutcome { given }));
    assert_eq!(problem("1,rob,192.0.2.1").0, "outcome");
}

#[test]
fn the_provided_log_has_the_attempts_users_and_sources_that_its_readme_counts() {
    let Some(file) = provided("signin-sshd.csv.gz") else { return };
    let found = replay(&file).expect("the provided log");
    assert_eq!((found.attempts, found.accounts, found.sources), (1_264, 30, 106));
}

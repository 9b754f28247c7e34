//! The order itself: of every two steps that refuse, the earlier one is what the attempt is told; and an entry
//! takes out exactly the steps that it says.

use super::*;
use crate::address::ClientAddress;
use crate::ids::{AccountId, EntryId, RestrictionId};
use crate::policy::SignInPolicy;
use crate::restriction::{Actor, Entity, Origin, Reason, RestrictionKind};
use crate::sign_in::Vouch;
use crate::sign_in::decide::{ask_before, foresee};
use crate::sign_in::familiar::Place;
use crate::sign_in::record::AccountRecord;
use crate::sign_in::source::SourceFacts;
use crate::source_entry::EntryOn;
use crate::time::Timestamp;

const NOW: Timestamp = Timestamp::from_unix_s(1_795_478_400);
const LATER: Timestamp = Timestamp::from_unix_s(1_795_482_000);

fn rob() -> AccountId {
    AccountId::from_random(7)
}

fn hotel() -> ClientAddress {
    "203.0.113.9".parse().expect("an address")
}

fn block(entity: Entity, kind: RestrictionKind) -> Arc<Restriction> {
    Arc::new(Restriction {
        id: RestrictionId::from_random(1),
        entity,
        kind,
        reason: Reason::ByPerson { note: "a test".to_owned() },
        evidence: Vec::new(),
        since: NOW,
        until: Some(LATER),
        origin: Origin::Person,
        actor: Actor::LocalRoot("root".to_owned()),
    })
}

fn entry(kind: EntryKind, on: EntryOn, is_vouched: bool) -> Arc<SourceEntry> {
    Arc::new(SourceEntry {
        id: EntryId::from_random(2),
        kind,
        on,
        note: "a test".to_owned(),
        since: NOW,
        until: None,
        origin: Origin::Person,
        actor: Actor::LocalRoot("root".to_owned()),
        is_vouched,
    })
}

/// One attempt of rob from the hotel, with whatever stands in its way.
#[derive(Default)]
struct Attempt {
    lists: ListFacts,
    record: AccountRecord,
    source_is_blocked: bool,
}

impl Attempt {
    /// Puts into its way what makes `step` refuse.
    fn refused_at(mut self, step: DecisionStep) -> Self {
        let network = hotel().unit();
        match step {
            DecisionStep::AccountBlock => {
                self.lists.account_block =
                    Some(block(Entity::Account(rob()), RestrictionKind::SignInBlocked));
            }
            DecisionStep::Entry => unreachable!("an entry refuses nothing"),
            DecisionStep::PairBlock => {
                let pair = Entity::AccountAtNetwork { account: rob(), network };
                self.lists.pair_block = Some(block(pair, RestrictionKind::AddressBlock));
            }
            DecisionStep::NetworkBlock => {
                self.lists.network_block =
                    Some(block(Entity::Network(network), RestrictionKind::AddressBlock));
            }
            DecisionStep::SourceBlock => self.source_is_blocked = true,
            DecisionStep::Lane => {
                for &lane in Lane::ALL {
                    self.record.lane_mut(lane).restore_lock(Some(LATER.unix_s_u32()));
                }
            }
            DecisionStep::Room => {
                for &lane in Lane::ALL {
                    for _ in 0..50 {
                        self.record.lane_mut(lane).reserve();
                    }
                }
            }
        }
        self
    }

    fn allowed_by(mut self, entry: Arc<SourceEntry>) -> Self {
        match entry.on {
            EntryOn::Network(_) => self.lists.network_entry = Some(entry),
            EntryOn::Account(_) => self.lists.account_entry = Some(entry),
            EntryOn::AccountAtNetwork { .. } => self.lists.pair_entry = Some(entry),
        }
        self
    }

    fn source(&self) -> SourceFacts {
        SourceFacts {
            network: hotel().unit(),
            place: Place { unit: 1, neighbourhood: 2 },
            blocked_until_s: self.source_is_blocked.then(|| LATER.unix_s_u32()),
            observed_until_s: None,
            may_be_learned: true,
            standing: self.lists.standing(),
        }
    }

    /// As the engine and the counters together answer.
    fn verdict(&mut self) -> SignInVerdict {
        let source = self.source();
        match judge(&self.lists) {
            Err(refusal) => SignInVerdict::Refuse(refusal),
            Ok(_) => ask_before(
                &mut self.record,
                None,
                Some(&source),
                Vouch::Nobody,
                &SignInPolicy::default(),
                NOW,
            ),
        }
    }

    /// As `why` prints it.
    fn explained(&self) -> Vec<(DecisionStep, StepOutcome)> {
        let foreseen =
            foresee(&self.record, None, Some(&self.source()), Vouch::Nobody, &SignInPolicy::default(), NOW);
        explain(&self.lists, &foreseen, &SignInPolicy::default())
    }
}

/// The step that an answer comes from.
fn step_of(verdict: SignInVerdict) -> Option<DecisionStep> {
    match verdict {
        SignInVerdict::Allow { .. } => None,
        SignInVerdict::Wait { .. } => Some(DecisionStep::Room),
        SignInVerdict::Refuse(refusal) => Some(match refusal {
            SignInRefusal::Blocked => DecisionStep::AccountBlock,
            SignInRefusal::PairBlocked { .. } => DecisionStep::PairBlock,
            SignInRefusal::NetworkBlocked { .. } => DecisionStep::NetworkBlock,
            SignInRefusal::SourceBlocked { .. } => DecisionStep::SourceBlock,
            SignInRefusal::Locked { .. } | SignInRefusal::Closed { .. } => DecisionStep::Lane,
            SignInRefusal::TooManyAtOnce { .. } | SignInRefusal::NoReservation => DecisionStep::Room,
            SignInRefusal::OutsidePins
            | SignInRefusal::PasswordChangeRequired { .. }
            | SignInRefusal::TemporaryPasswordExpired
            | SignInRefusal::PasswordVoid
            | SignInRefusal::PasswordJustSet
            | SignInRefusal::AppPasswordRevoked
            | SignInRefusal::ProtocolOff => unreachable!("asked after the order, and not by it"),
        }),
    }
}

fn refusing_steps() -> impl Iterator<Item = DecisionStep> {
    DecisionStep::ALL.iter().copied().filter(|&step| step != DecisionStep::Entry)
}

#[test]
fn of_every_two_steps_that_refuse_the_earlier_one_answers() {
    for earlier in refusing_steps() {
        for later in refusing_steps().filter(|&later| later >= earlier) {
            let mut attempt = Attempt::default().refused_at(earlier).refused_at(later);
            assert_eq!(step_of(attempt.verdict()), Some(earlier), "{earlier:?} and {later:?}");
        }
    }
}

/// For each entry, the steps that still refuse when each of them is put in the way.
#[test]
fn an_entry_takes_out_exactly_its_steps() {
    use DecisionStep::{AccountBlock, Lane, NetworkBlock, PairBlock, Room, SourceBlock};
    let network = hotel().unit();
    let pair = EntryOn::AccountAtNetwork { account: rob(), network };
    for (entry, still_refusing) in [
        (None, vec![AccountBlock, PairBlock, NetworkBlock, SourceBlock, Lane, Room]),
        (Some(entry(EntryKind::Allowed, EntryOn::Network(network), false)), vec![AccountBlock, Lane, Room]),
        (Some(entry(EntryKind::Allowed, pair, false)), vec![AccountBlock, Lane, Room]),
        (Some(entry(EntryKind::Allowed, EntryOn::Account(rob()), false)), vec![AccountBlock, Lane, Room]),
        (
            Some(entry(EntryKind::Shared, EntryOn::Network(network), false)),
            vec![AccountBlock, PairBlock, NetworkBlock, Lane, Room],
        ),
    ] {
        let refusing: Vec<_> = refusing_steps()
            .filter(|&step| {
                let attempt = Attempt::default().refused_at(step);
                let mut attempt = match &entry {
                    Some(entry) => attempt.allowed_by(entry.clone()),
                    None => attempt,
                };
                step_of(attempt.verdict()) == Some(step)
            })
            .collect();
        assert_eq!(refusing, still_refusing, "{entry:?}");
    }
}

#[test]
fn what_is_explained_is_what_is_answered() {
    let network = hotel().unit();
    let entries = [
        None,
        Some(entry(EntryKind::Allowed, EntryOn::Network(network), false)),
        Some(entry(EntryKind::Shared, EntryOn::Network(network), false)),
        Some(entry(EntryKind::Allowed, EntryOn::Account(rob()), false)),
    ];
    for entry in &entries {
        // Every subset of the steps that refuse.
        for subset in 0u32..1 << 6 {
            let mut attempt = Attempt::default();
            for (position, step) in refusing_steps().enumerate() {
                if subset & (1 << position) != 0 {
                    attempt = attempt.refused_at(step);
                }
            }
            if let Some(entry) = entry {
                attempt = attempt.allowed_by(entry.clone());
            }
            let explained = attempt.explained();
            let steps: Vec<_> = explained.iter().map(|(step, _)| *step).collect();
            assert_eq!(steps, DecisionStep::ALL, "every step is told, in the order");
            let lane = foresee(
                &attempt.record,
                None,
                Some(&attempt.source()),
                Vouch::Nobody,
                &SignInPolicy::default(),
                NOW,
            )
            .lane;
            assert_eq!(verdict_of(&explained, lane), attempt.verdict(), "{entry:?} {subset:b}");
        }
    }
}

#[test]
fn an_allowed_source_is_familiar_and_a_shared_one_never() {
    let network = hotel().unit();
    let pair = EntryOn::AccountAtNetwork { account: rob(), network };
    let shared = entry(EntryKind::Shared, EntryOn::Network(network), false);
    let lane = |attempt: Attempt| {
        foresee(&attempt.record, None, Some(&attempt.source()), Vouch::Nobody, &SignInPolicy::default(), NOW)
            .lane
    };
    let allowed = |on| Attempt::default().allowed_by(entry(EntryKind::Allowed, on, false));
    assert_eq!(lane(allowed(EntryOn::Network(network))), Lane::Familiar);
    assert_eq!(lane(allowed(pair)), Lane::Familiar);
    // To call every place of the world familiar would hand the owner's lane to strangers.
    assert_eq!(lane(allowed(EntryOn::Account(rob()))), Lane::Unfamiliar);
    assert_eq!(lane(Attempt::default().allowed_by(shared.clone())), Lane::Unfamiliar);
    let pair_allowed = Attempt::default().allowed_by(entry(EntryKind::Allowed, pair, true));
    assert!(pair_allowed.lists.standing().is_learned);
    let in_shared = pair_allowed.allowed_by(shared);
    assert!(!in_shared.lists.standing().is_learned, "a shared place is never learned");
    assert_eq!(lane(in_shared), Lane::Familiar);
}

#[test]
fn a_rule_that_only_observes_is_told_and_the_order_goes_on() {
    use DecisionStep::{Lane, NetworkBlock, SourceBlock};
    let policy = |lanes, sources| SignInPolicy {
        lanes_observe_only: lanes,
        sources_observe_only: sources,
        ..SignInPolicy::default()
    };
    let attempt = Attempt::default().refused_at(DecisionStep::SourceBlock).refused_at(DecisionStep::Lane);
    let told = |attempt: &Attempt, policy: &SignInPolicy| {
        let source = attempt.source();
        let foreseen = foresee(&attempt.record, None, Some(&source), Vouch::Nobody, policy, NOW);
        let explained = explain(&attempt.lists, &foreseen, policy);
        let observed: Vec<_> = explained
            .iter()
            .filter(|(_, outcome)| matches!(outcome, StepOutcome::Observed(_)))
            .map(|(step, _)| *step)
            .collect();
        (observed, step_of(verdict_of(&explained, foreseen.lane)))
    };
    assert_eq!(told(&attempt, &policy(0, 0)), (vec![], Some(SourceBlock)));
    assert_eq!(told(&attempt, &policy(0, 1)), (vec![SourceBlock], Some(Lane)));
    assert_eq!(told(&attempt, &policy(1, 0)), (vec![], Some(SourceBlock)));
    assert_eq!(told(&attempt, &policy(1, 1)), (vec![SourceBlock, Lane], None));
    let everything = SignInPolicy { observe_only: 1, ..SignInPolicy::default() };
    assert_eq!(told(&attempt, &everything), (vec![SourceBlock, Lane], None));
    let by_person = attempt.refused_at(NetworkBlock);
    assert_eq!(told(&by_person, &everything), (vec![], Some(NetworkBlock)), "a person's block holds");
}

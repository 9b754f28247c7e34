//! Which facts make which cause: one function for each thing that is looked at.

use super::cause::Cause;
use super::facts::{Facts, Look, QueueCounts, RecoverySeen, RulesSeen};
use super::{CheckKind, Outcome, Symptom};
use crate::effect::Point;
use crate::gate::GateKind;
use crate::outbound::DeliveryStanding;
use crate::restriction::{Origin, Restriction, RestrictionKind};
use crate::sign_in::Lane;
use crate::sign_in::failures::{FailureGroup, FailureKind};

/// Looks at one thing.
pub(super) fn look(kind: CheckKind, symptom: Symptom, facts: &Facts) -> Outcome {
    let found = match kind {
        CheckKind::SignInDoor => sign_in_door(facts),
        CheckKind::Password => password(facts),
        CheckKind::Protocols => rows(facts, |kind| matches!(kind, RestrictionKind::ProtocolOff(_))),
        CheckKind::Sources => sources(facts),
        CheckKind::Attempts => attempts(facts, symptom),
        CheckKind::SendingDoor => sending_door(facts),
        CheckKind::Queue => return seen(&facts.queue, queue),
        CheckKind::Deliveries => return seen(&facts.deliveries, deliveries),
        CheckKind::Rules => return rules(&facts.rules),
        CheckKind::Recovery => return seen(&facts.recovery, recovery),
        CheckKind::Exports => {
            let matters = |point| matters_for(point, symptom);
            return seen(&facts.late, |late| {
                late.iter().filter(|it| matters(it.point)).cloned().map(Cause::ExportLate).collect()
            });
        }
        CheckKind::Gates => {
            return seen(&facts.silent_gates, |gates| {
                let asks = gates.iter().filter(|it| is_asked_for(it.gate, symptom));
                asks.copied().map(Cause::GateSilent).collect()
            });
        }
        CheckKind::Ourselves => ourselves(facts),
        CheckKind::Policies => {
            return seen(&facts.policy_changed, |change| {
                change.iter().cloned().map(Cause::PolicyChanged).collect()
            });
        }
    };
    outcome(found)
}

fn outcome(causes: Vec<Cause>) -> Outcome {
    if causes.is_empty() { Outcome::Fine } else { Outcome::Causes(causes) }
}

fn seen<T>(look: &Look<T>, causes: impl FnOnce(&T) -> Vec<Cause>) -> Outcome {
    match look {
        Look::Seen(fact) => outcome(causes(fact)),
        Look::Unknown(why) => Outcome::Unknown(why.clone()),
    }
}

/// What is in force of these kinds. What a person closed comes first: it is the one that does not end by itself.
fn in_force(facts: &Facts, is_wanted: impl Fn(RestrictionKind) -> bool) -> Vec<&Restriction> {
    let mut rows: Vec<&Restriction> =
        facts.open.iter().filter(|row| is_wanted(row.kind) && row.is_in_force(facts.now)).collect();
    rows.sort_by_key(|row| (row.origin == Origin::Rule, row.until.is_some(), row.since));
    rows
}

fn rows(facts: &Facts, is_wanted: impl Fn(RestrictionKind) -> bool) -> Vec<Cause> {
    in_force(facts, is_wanted).into_iter().map(restricted).collect()
}

fn restricted(row: &Restriction) -> Cause {
    Cause::Restricted(Box::new(row.clone()))
}

fn sign_in_door(facts: &Facts) -> Vec<Cause> {
    let mut causes = rows(facts, |kind| kind == RestrictionKind::SignInBlocked);
    let locks = in_force(facts, |kind| kind == RestrictionKind::SignInLocked);
    let (unfamiliar, familiar): (Vec<&Restriction>, Vec<&Restriction>) =
        locks.into_iter().partition(|row| row.reason.lane() == Some(Lane::Unfamiliar));
    for lock in familiar {
        causes.push(match own_device(facts, lock) {
            Some(device) => locked_by(lock, device),
            None => restricted(lock),
        });
    }
    for lock in unfamiliar {
        let is_guessed = facts.failures.iter().any(|group| group.kind == FailureKind::Attack);
        causes.push(match own_device(facts, lock) {
            Some(device) => locked_by(lock, device),
            // A lane that stays closed was guessed at for long, whatever the last days' lines say.
            None if is_guessed || lock.until.is_none() => {
                Cause::LockedByStrangers { lock: Box::new(lock.clone()), may_admit: facts.may_admit }
            }
            None => restricted(lock),
        });
    }
    causes
}

fn locked_by(lock: &Restriction, device: &FailureGroup) -> Cause {
    Cause::LockedByDevice { lock: Box::new(lock.clone()), device: Box::new(device.clone()) }
}

/// The device of the owner's own behind a lock: it was at it when the lock began, and nobody guesses.
fn own_device<'a>(facts: &'a Facts, lock: &Restriction) -> Option<&'a FailureGroup> {
    if facts.failures.iter().any(|group| group.kind == FailureKind::Attack) {
        return None;
    }
    let is_behind =
        |group: &&FailureGroup| group.kind == FailureKind::StaleDevice && group.since <= lock.since;
    facts.failures.iter().filter(is_behind).max_by_key(|group| group.attempts)
}

fn password(facts: &Facts) -> Vec<Cause> {
    let mut causes = rows(facts, |kind| kind == RestrictionKind::PasswordChangeRequired);
    causes.extend(facts.is_gate_only.then_some(Cause::PasswordElsewhere));
    causes
}

fn sources(facts: &Facts) -> Vec<Cause> {
    let pairs = rows(facts, |kind| kind == RestrictionKind::AddressBlock);
    pairs.into_iter().chain(facts.refused_places.iter().cloned().map(Cause::PlaceBlocked)).collect()
}

fn attempts(facts: &Facts, symptom: Symptom) -> Vec<Cause> {
    let is_asked = |group: &&FailureGroup| match group.kind {
        FailureKind::StaleDevice | FailureKind::Attack => true,
        // A few slips are worth a word only where the password is what is complained of.
        FailureKind::Mistyped => {
            matches!(symptom, Symptom::PasswordNotAccepted | Symptom::CannotSignIn)
        }
    };
    facts.failures.iter().filter(is_asked).map(|group| Cause::Failing(Box::new(group.clone()))).collect()
}

fn sending_door(facts: &Facts) -> Vec<Cause> {
    let closing = |kind| kind == RestrictionKind::SendingRestricted;
    let slowing = |kind| matches!(kind, RestrictionKind::SendingSlowed | RestrictionKind::SendingProposed);
    let rows: Vec<&Restriction> =
        in_force(facts, closing).into_iter().chain(in_force(facts, slowing)).collect();
    let volume = rows.iter().filter(|row| row.origin == Origin::Rule).find_map(|row| row.reason.volume());
    let mut causes: Vec<Cause> = rows.into_iter().map(restricted).collect();
    if let Some((count, limit)) = volume.filter(|_| !facts.has_planned_mailing) {
        causes.push(Cause::MailingNotPlanned { count, limit });
    }
    causes
}

fn queue(counts: &QueueCounts) -> Vec<Cause> {
    let held = (counts.held > 0).then_some(Cause::MailHeld { count: counts.held });
    let waits = (counts.deferred > 0).then_some(Cause::MailWaits { count: counts.deferred });
    held.into_iter().chain(waits).collect()
}

fn deliveries(standing: &DeliveryStanding) -> Vec<Cause> {
    let found = [
        (standing.taken_for_spam, Cause::TakenForSpam { count: standing.taken_for_spam }),
        (standing.no_such_address, Cause::NoSuchAddress { count: standing.no_such_address }),
        (standing.refused_otherwise, Cause::RefusedElsewhere { count: standing.refused_otherwise }),
    ];
    found.into_iter().filter(|(count, _)| *count > 0).map(|(_, cause)| cause).collect()
}

/// What was read is told although something else could not be; without anything found that is not "fine".
fn rules(look: &Look<RulesSeen>) -> Outcome {
    let found = seen(look, |rules| {
        let hiding = rules
            .hiding
            .iter()
            .map(|(script, rule)| Cause::HidingRule { script: script.clone(), line: rule.line });
        let mut forwards = rules.forwards.clone();
        // What leaves the house and is not kept comes first.
        forwards
            .sort_by_key(|forward| (forward.reach == crate::forwarding::ForwardReach::Own, forward.keeps));
        forwards.into_iter().map(Cause::SentOn).chain(hiding).collect()
    });
    match (found, look) {
        (Outcome::Fine, Look::Seen(RulesSeen { unread: Some(problem), .. })) => {
            Outcome::Unknown(super::Unseen::Failed(problem.clone()))
        }
        (found, Look::Seen(_) | Look::Unknown(_)) => found,
    }
}

fn recovery(seen: &RecoverySeen) -> Vec<Cause> {
    if seen.is_asked_elsewhere {
        return vec![Cause::PasswordElsewhere];
    }
    let mut causes = Vec::new();
    if !seen.has_public_page {
        causes.push(Cause::NoPublicPage);
    }
    match (seen.registered, seen.confirmed, seen.counting) {
        (_, _, 1..) => {}
        (0, _, 0) => causes.push(Cause::NoAddress),
        (_, 0, 0) => causes.push(Cause::AddressUnconfirmed),
        (_, _, 0) => causes.push(Cause::AddressDoesNotCount),
    }
    causes
}

fn ourselves(facts: &Facts) -> Vec<Cause> {
    let save = facts.fails_to_save_since.map(|since| Cause::CannotSave { since });
    let clock = facts.clock_jumped_s.map(|seconds| Cause::ClockJumped { seconds });
    save.into_iter().chain(clock).collect()
}

/// Whether a change that has not arrived there can be what is complained of.
const fn matters_for(point: Point, symptom: Symptom) -> bool {
    let (sign_in, sending, letters) = match symptom {
        Symptom::Anything => (true, true, true),
        Symptom::CannotSignIn | Symptom::PasswordNotAccepted | Symptom::KeepsBeingLocked => {
            (true, false, false)
        }
        Symptom::CannotSend | Symptom::MailBounces => (true, true, false),
        Symptom::NoResetMail => (true, false, true),
        Symptom::CannotReceive | Symptom::ForwardingUnknown | Symptom::RulesUnknown => (false, false, false),
    };
    match point {
        Point::DovecotFiles => sign_in,
        Point::PostfixMap | Point::MailQueue => sending,
        Point::OwnerMail => letters,
        Point::Gates | Point::MailSessions | Point::AdminMail => false,
    }
}

/// Whether that nobody asks there can have to do with what is complained of.
const fn is_asked_for(gate: GateKind, symptom: Symptom) -> bool {
    match gate {
        GateKind::AuthPolicy => {
            matches!(symptom, Symptom::Anything | Symptom::CannotSignIn | Symptom::PasswordNotAccepted)
        }
        GateKind::PostfixPolicy => {
            matches!(symptom, Symptom::Anything | Symptom::CannotSend | Symptom::MailBounces)
        }
        // The milter and the log see what the policy gate has seen already.
        GateKind::Milter | GateKind::MailLog => false,
    }
}

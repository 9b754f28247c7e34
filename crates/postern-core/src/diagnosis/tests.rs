//! One case for each cause: what is the case, what is complained of, what is said first and what is offered.

use super::facts::{
    LateExport, PlaceRefused, PolicyChange, QueueCounts, RecoverySeen, RulesSeen, SilentGate,
};
use super::*;
use crate::effect::Point;
use crate::forwarding::{Forward, ForwardOrigin, ForwardReach, MailRule, RuleDeed};
use crate::gate::GateKind;
use crate::ids::{AccountId, RestrictionId};
use crate::outbound::DeliveryStanding;
use crate::protocol::Protocol;
use crate::restriction::{Actor, Entity, Origin, Reason, Restriction, RestrictionKind};
use crate::sign_in::Lane;
use crate::sign_in::failures::{FailureGroup, FailureKind};
use crate::time::Timestamp;

const NOW: Timestamp = Timestamp::from_unix_s(100_000);

fn row(kind: RestrictionKind, reason: Reason, until: Option<i64>) -> Restriction {
    let is_by_person = matches!(reason, Reason::ByPerson { .. } | Reason::TemporaryPassword { .. });
    Restriction {
        id: RestrictionId::from_random(1),
        entity: Entity::Account(AccountId::from_random(1)),
        kind,
        reason,
        evidence: Vec::new(),
        since: Timestamp::from_unix_s(99_000),
        until: until.map(Timestamp::from_unix_s),
        origin: if is_by_person { Origin::Person } else { Origin::Rule },
        actor: Actor::Rule,
    }
}

fn by_person() -> Reason {
    Reason::ByPerson { note: "as agreed".to_owned() }
}

fn lock(lane: Lane, until: Option<i64>) -> Restriction {
    row(RestrictionKind::SignInLocked, Reason::WrongPasswords { lane, failures: 10 }, until)
}

fn sending(reason: Reason, until: Option<i64>) -> Restriction {
    row(RestrictionKind::SendingRestricted, reason, until)
}

fn group(kind: FailureKind) -> FailureGroup {
    FailureGroup {
        kind,
        source: None,
        client: String::new(),
        protocol: "imap".to_owned(),
        has_former_password: true,
        attempts: 40,
        passwords: 1,
        sources: 1,
        since: Timestamp::from_unix_s(90_000),
        until: Timestamp::from_unix_s(99_900),
    }
}

fn with(change: impl FnOnce(&mut Facts)) -> Facts {
    let mut facts = Facts::clear(NOW);
    change(&mut facts);
    facts
}

fn open(rows: Vec<Restriction>) -> Facts {
    with(|facts| facts.open = rows)
}

fn forward(reach: ForwardReach, keeps: bool) -> Forward {
    let origin = ForwardOrigin::Rule { script: "main".to_owned(), is_conditional: false };
    Forward { to: "x@evil.example".to_owned(), reach, keeps, origin }
}

fn rules(forwards: Vec<Forward>, hiding: bool) -> Facts {
    let rule = MailRule { deed: RuleDeed::Discard, is_conditional: true, line: 3 };
    let hiding = if hiding { vec![("main".to_owned(), rule)] } else { Vec::new() };
    with(|facts| facts.rules = Look::Seen(RulesSeen { forwards, hiding, unread: None }))
}

fn recovery(change: impl FnOnce(&mut RecoverySeen)) -> Facts {
    with(|facts| {
        if let Look::Seen(seen) = &mut facts.recovery {
            change(seen);
        }
    })
}

fn network() -> crate::address::ClientNetwork {
    "203.0.113.9/32".parse().expect("a network")
}

/// What is complained of, what is the case, the code of what is said first, and what is offered.
type Case = (Symptom, Facts, &'static str, NextStep);

fn at_the_door_of_signing_in() -> Vec<Case> {
    let place =
        PlaceRefused { address: "203.0.113.9".parse().expect("an address"), network: Some(network()) };
    let pair = Restriction {
        entity: Entity::AccountAtNetwork { account: AccountId::from_random(1), network: network() },
        ..row(RestrictionKind::AddressBlock, by_person(), None)
    };
    let by_device = with(|facts| {
        facts.open = vec![lock(Lane::Familiar, Some(100_900))];
        facts.failures = vec![group(FailureKind::StaleDevice)];
    });
    let temporary = Reason::TemporaryPassword { note: "lost".to_owned() };
    let must_change = RestrictionKind::PasswordChangeRequired;
    let blocked = RestrictionKind::SignInBlocked;
    use Symptom::{CannotSignIn, KeepsBeingLocked, PasswordNotAccepted};
    vec![
        (CannotSignIn, open(vec![lock(Lane::Unfamiliar, Some(100_900))]), "sign_in_locked", NextStep::Unlock),
        (CannotSignIn, open(vec![lock(Lane::Familiar, None)]), "sign_in_locked", NextStep::Unlock),
        (CannotSignIn, by_device.clone(), "locked_by_device", NextStep::LookAtSignIns),
        (KeepsBeingLocked, by_device, "stale_device", NextStep::LookAtSignIns),
        (
            KeepsBeingLocked,
            with(|facts| facts.failures = vec![group(FailureKind::Attack)]),
            "attack",
            NextStep::LookAtSignIns,
        ),
        (CannotSignIn, open(vec![row(blocked, by_person(), None)]), "sign_in_blocked", NextStep::Allow),
        (
            CannotSignIn,
            with(|facts| facts.refused_places = vec![place]),
            "place_blocked",
            NextStep::ReleaseSource(network()),
        ),
        (CannotSignIn, open(vec![pair]), "address_block", NextStep::ReleaseSourceForAccount(network())),
        (
            PasswordNotAccepted,
            open(vec![row(must_change, Reason::TemporaryPasswordExpired, None)]),
            "password_change_required",
            NextStep::ResetPassword,
        ),
        (
            CannotSignIn,
            open(vec![row(must_change, temporary, Some(200_000))]),
            "password_change_required",
            NextStep::ResetPassword,
        ),
        (
            CannotSignIn,
            open(vec![row(RestrictionKind::ProtocolOff(Protocol::Imap), by_person(), None)]),
            "imap_off",
            NextStep::SwitchProtocolOn(Protocol::Imap),
        ),
        (
            PasswordNotAccepted,
            with(|facts| facts.failures = vec![group(FailureKind::Mistyped)]),
            "mistyped",
            NextStep::LookAtSignIns,
        ),
        (
            PasswordNotAccepted,
            with(|facts| facts.is_gate_only = true),
            "password_elsewhere",
            NextStep::AskKeeperOfPassword,
        ),
    ]
}

fn at_the_door_of_sending() -> Vec<Case> {
    let cap = Reason::CapDay { count: 1_001, limit: 1_000 };
    let novel = Reason::NovelRecipientsHour { count: 31, limit: 30 };
    let score = Reason::CompromiseScore { points: 90, limit: 60 };
    let contained = Reason::Contained { note: "spam at night".to_owned() };
    let slowed = row(RestrictionKind::SendingSlowed, novel.clone(), Some(101_000));
    let proposed = row(RestrictionKind::SendingProposed, score.clone(), Some(101_000));
    let counts = |held, deferred| with(|facts| facts.queue = Look::Seen(QueueCounts { held, deferred }));
    let taken = |change: fn(&mut DeliveryStanding)| {
        let mut standing = DeliveryStanding::default();
        change(&mut standing);
        with(|facts| facts.deliveries = Look::Seen(standing))
    };
    let off = row(RestrictionKind::ProtocolOff(Protocol::Submission), by_person(), None);
    use Symptom::{CannotSend, MailBounces};
    vec![
        (CannotSend, open(vec![sending(novel, Some(110_000))]), "sending_restricted", NextStep::Unblock),
        (CannotSend, open(vec![sending(score, None)]), "sending_restricted", NextStep::Unblock),
        (CannotSend, open(vec![sending(cap, Some(110_000))]), "sending_restricted", NextStep::Unblock),
        (CannotSend, open(vec![sending(by_person(), None)]), "sending_restricted", NextStep::Unblock),
        (CannotSend, open(vec![sending(contained, None)]), "sending_restricted", NextStep::OpenIncident),
        (CannotSend, open(vec![slowed]), "sending_slowed", NextStep::Unblock),
        (CannotSend, open(vec![proposed]), "sending_proposed", NextStep::Unblock),
        (CannotSend, open(vec![off]), "submission_off", NextStep::SwitchProtocolOn(Protocol::Submission)),
        (CannotSend, counts(3, 0), "mail_held", NextStep::LookAtQueue),
        (CannotSend, counts(0, 2), "mail_waits", NextStep::LookAtQueue),
        (MailBounces, taken(|it| it.taken_for_spam = 4), "taken_for_spam", NextStep::LookAtSending),
        (MailBounces, taken(|it| it.no_such_address = 4), "no_such_address", NextStep::LookAtSending),
        (MailBounces, taken(|it| it.refused_otherwise = 4), "refused_elsewhere", NextStep::LookAtSending),
    ]
}

fn beside_the_doors() -> Vec<Case> {
    let late = |point| {
        let late = LateExport { point, since: NOW, problem: "disk full".to_owned() };
        with(|facts| facts.late = Look::Seen(vec![late]))
    };
    let silent = |gate| {
        let gates = vec![SilentGate { gate, since: Timestamp::from_unix_s(1) }];
        with(|facts| facts.silent_gates = Look::Seen(gates))
    };
    let changed = PolicyChange { at: NOW, actor: Actor::Timer };
    let outside = vec![forward(ForwardReach::Outside, false)];
    use Symptom::{
        Anything, CannotReceive, CannotSend, CannotSignIn, ForwardingUnknown, NoResetMail, RulesUnknown,
    };
    vec![
        (ForwardingUnknown, rules(outside.clone(), false), "sent_on", NextStep::LookAtRules),
        (CannotReceive, rules(outside, false), "sent_on", NextStep::LookAtRules),
        (RulesUnknown, rules(Vec::new(), true), "hiding_rule", NextStep::LookAtRules),
        (
            NoResetMail,
            recovery(|it| (it.registered, it.confirmed, it.counting) = (0, 0, 0)),
            "no_address",
            NextStep::RegisterAddress,
        ),
        (
            NoResetMail,
            recovery(|it| (it.confirmed, it.counting) = (0, 0)),
            "address_unconfirmed",
            NextStep::RegisterAddress,
        ),
        (NoResetMail, recovery(|it| it.counting = 0), "address_does_not_count", NextStep::RegisterAddress),
        (
            NoResetMail,
            recovery(|it| it.has_public_page = false),
            "no_public_page",
            NextStep::CheckConnections,
        ),
        (
            NoResetMail,
            recovery(|it| it.is_asked_elsewhere = true),
            "password_elsewhere",
            NextStep::AskKeeperOfPassword,
        ),
        (NoResetMail, late(Point::OwnerMail), "export_late", NextStep::CheckConnections),
        (CannotSignIn, late(Point::DovecotFiles), "export_late", NextStep::CheckConnections),
        (CannotSend, late(Point::PostfixMap), "export_late", NextStep::CheckConnections),
        (CannotSignIn, silent(GateKind::AuthPolicy), "gate_silent", NextStep::CheckConnections),
        (CannotSend, silent(GateKind::PostfixPolicy), "gate_silent", NextStep::CheckConnections),
        (
            CannotSignIn,
            with(|facts| facts.fails_to_save_since = Some(NOW)),
            "cannot_save",
            NextStep::MendSystem,
        ),
        (CannotSignIn, with(|facts| facts.clock_jumped_s = Some(-60)), "clock_jumped", NextStep::MendSystem),
        (
            Anything,
            with(|facts| facts.policy_changed = Look::Seen(Some(changed))),
            "policy_changed",
            NextStep::LookAtPolicies,
        ),
    ]
}

/// L5: what is wrong is what is said first, and what cures it is what is offered.
#[test]
fn each_cause_is_said_first_with_what_resolves_it() {
    let cases: Vec<Case> =
        [at_the_door_of_signing_in(), at_the_door_of_sending(), beside_the_doors()].concat();
    assert!(cases.len() >= 25, "{}", cases.len());
    for (symptom, facts, code, step) in cases {
        let diagnosis = diagnose(symptom, &facts);
        let first = diagnosis.first().unwrap_or_else(|| panic!("{symptom:?} finds no {code}"));
        assert_eq!((first.code(), first.next()), (code, step), "{symptom:?}");
        assert_eq!(diagnosis.checks.len(), looked_at(symptom).len(), "a cause hides no other check");
        // Whoever does not say what is wrong is told of it as well, where it stops something.
        let anyhow = diagnose(Symptom::Anything, &facts);
        let is_told = anyhow.causes().iter().any(|cause| cause.code() == code || cause.next() == step);
        let is_only_asked_for = symptom == Symptom::NoResetMail || code == "mistyped";
        assert!(is_told || is_only_asked_for, "{code}");
    }
}

#[test]
fn where_nothing_is_wrong_nothing_is_said() {
    for &symptom in Symptom::ALL {
        let diagnosis = diagnose(symptom, &Facts::clear(NOW));
        assert_eq!(diagnosis.first(), None, "{symptom:?}");
        assert!(!diagnosis.has_unknown() && diagnosis.checks.iter().all(|it| it.outcome == Outcome::Fine));
    }
}

#[test]
fn of_several_causes_the_one_that_explains_all_of_it_comes_first() {
    let facts = with(|facts| {
        facts.open = vec![
            lock(Lane::Unfamiliar, Some(100_900)),
            row(RestrictionKind::SignInBlocked, by_person(), None),
            sending(Reason::CapDay { count: 1_001, limit: 1_000 }, Some(110_000)),
        ];
        facts.policy_changed = Look::Seen(Some(PolicyChange { at: NOW, actor: Actor::Timer }));
    });
    let codes = |symptom| {
        let diagnosis = diagnose(symptom, &facts);
        diagnosis.causes().iter().map(|cause| cause.code()).collect::<Vec<_>>()
    };
    assert_eq!(codes(Symptom::CannotSignIn), ["sign_in_blocked", "sign_in_locked"]);
    let sending =
        ["sending_restricted", "sign_in_blocked", "sign_in_locked", "mailing_not_planned", "policy_changed"];
    assert_eq!(codes(Symptom::CannotSend), sending);
}

#[test]
fn what_has_ended_and_what_could_not_be_looked_at_is_no_cause() {
    let ended = open(vec![sending(by_person(), Some(99_999))]);
    assert_eq!(diagnose(Symptom::CannotSend, &ended).first(), None);
    let blind = with(|facts| {
        facts.queue = Look::Unknown(Unseen::NotConnected);
        facts.rules = Look::Unknown(Unseen::Failed("no answer".to_owned()));
    });
    let diagnosis = diagnose(Symptom::Anything, &blind);
    assert!(diagnosis.has_unknown() && diagnosis.first().is_none());
    let rules = diagnosis.checks.iter().find(|check| check.kind == CheckKind::Rules);
    let expected = Outcome::Unknown(Unseen::Failed("no answer".to_owned()));
    assert_eq!(rules.map(|check| &check.outcome), Some(&expected));
}

#[test]
fn rules_of_which_not_all_could_be_read_are_never_fine() {
    let unread = Some("main: too long".to_owned());
    let seen = |forwards| {
        with(|facts| {
            facts.rules = Look::Seen(RulesSeen { forwards, hiding: Vec::new(), unread: unread.clone() })
        })
    };
    assert!(diagnose(Symptom::RulesUnknown, &seen(Vec::new())).has_unknown());
    let found = diagnose(Symptom::ForwardingUnknown, &seen(vec![forward(ForwardReach::Outside, true)]));
    assert_eq!(found.first().map(Cause::code), Some("sent_on"));
}

#[test]
fn a_lock_while_somebody_guesses_is_not_the_phones() {
    let facts = with(|facts| {
        facts.open = vec![lock(Lane::Unfamiliar, Some(100_900))];
        facts.failures = vec![group(FailureKind::StaleDevice), group(FailureKind::Attack)];
    });
    let mut facts = facts;
    let first =
        |facts: &Facts| diagnose(Symptom::CannotSignIn, facts).first().map(|it| (it.code(), it.next()));
    // The owner is let in alone: an unlock would be the strangers' as well.
    assert_eq!(first(&facts), Some(("locked_by_strangers", NextStep::Admit)));
    facts.may_admit = false;
    assert_eq!(first(&facts), Some(("locked_by_strangers", NextStep::Unlock)));
}

#[test]
fn a_planned_mailing_is_not_proposed_to_whom_it_is_approved() {
    let mut facts = open(vec![sending(Reason::CapDay { count: 1_001, limit: 1_000 }, Some(110_000))]);
    let is_proposed = |facts: &Facts| {
        diagnose(Symptom::CannotSend, facts)
            .causes()
            .iter()
            .any(|cause| cause.next() == NextStep::ApproveMailing)
    };
    assert!(is_proposed(&facts));
    facts.has_planned_mailing = true;
    assert!(!is_proposed(&facts));
}

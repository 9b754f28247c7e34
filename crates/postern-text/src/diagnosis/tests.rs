//! The first sentence of each cause in six languages: with its numbers, its name, and nothing of another language.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;
use postern_core::account::Language;
use postern_core::diagnosis::facts::{LateExport, PlaceRefused, PolicyChange, SilentGate};
use postern_core::diagnosis::{Cause, Check, CheckKind, Diagnosis, Outcome, Symptom, Unseen};
use postern_core::effect::Point;
use postern_core::forwarding::{Forward, ForwardOrigin, ForwardReach};
use postern_core::gate::GateKind;
use postern_core::ids::{AccountId, RestrictionId};
use postern_core::name::AccountName;
use postern_core::protocol::Protocol;
use postern_core::restriction::{Actor, Entity, Origin, Reason, Restriction, RestrictionKind};
use postern_core::sign_in::Lane;
use postern_core::sign_in::failures::{FailureGroup, FailureKind};
use postern_core::time::Timestamp;

use crate::Words;

const THEN: Timestamp = Timestamp::from_unix_s(1_795_269_727);

fn row(kind: RestrictionKind, reason: Reason, is_for_ever: bool) -> Box<Restriction> {
    Box::new(Restriction {
        id: RestrictionId::from_random(1),
        entity: Entity::Account(AccountId::from_random(1)),
        kind,
        reason,
        evidence: Vec::new(),
        since: THEN,
        until: (!is_for_ever).then_some(THEN),
        origin: Origin::Rule,
        actor: Actor::Program("watchdog-7".to_owned()),
    })
}

fn group(kind: FailureKind) -> Box<FailureGroup> {
    Box::new(FailureGroup {
        kind,
        source: "203.0.113.9/32".parse().ok(),
        client: "K-9 Mail".to_owned(),
        protocol: "imap".to_owned(),
        has_former_password: true,
        attempts: 43,
        passwords: 43,
        sources: 43,
        since: THEN,
        until: THEN,
    })
}

/// Each cause, and what its sentence has to name in every language.
fn causes() -> Vec<(Cause, &'static str)> {
    [restrictions(), beside_restrictions()].concat()
}

fn restrictions() -> Vec<(Cause, &'static str)> {
    let restricted = |kind, reason, is_for_ever| Cause::Restricted(row(kind, reason, is_for_ever));
    let lock = |lane, is_for_ever| {
        restricted(RestrictionKind::SignInLocked, Reason::WrongPasswords { lane, failures: 43 }, is_for_ever)
    };
    let sending = |reason, is_for_ever| restricted(RestrictionKind::SendingRestricted, reason, is_for_ever);
    let note = || Reason::ByPerson { note: "leave 43".to_owned() };
    let novel = || Reason::NovelRecipientsHour { count: 43, limit: 30 };
    let must_change = RestrictionKind::PasswordChangeRequired;
    vec![
        (lock(Lane::Unfamiliar, false), "43"),
        (lock(Lane::Familiar, false), "43"),
        (lock(Lane::Unfamiliar, true), "43"),
        (restricted(RestrictionKind::SignInBlocked, note(), true), "leave 43"),
        (restricted(must_change, Reason::TemporaryPassword { note: "lost 43".to_owned() }, false), "lost 43"),
        (restricted(must_change, Reason::TemporaryPasswordExpired, true), "rob@"),
        (restricted(RestrictionKind::ProtocolOff(Protocol::Imap), note(), true), "leave 43"),
        (restricted(RestrictionKind::SendingSlowed, novel(), false), "43"),
        (restricted(RestrictionKind::SendingProposed, novel(), false), "43"),
        (sending(novel(), false), "43"),
        (sending(Reason::CompromiseScore { points: 43, limit: 30 }, true), "43"),
        (sending(Reason::CapDay { count: 43, limit: 30 }, false), "43"),
        (sending(note(), true), "leave 43"),
    ]
}

fn beside_restrictions() -> Vec<(Cause, &'static str)> {
    let origin = ForwardOrigin::Rule { script: "main".to_owned(), is_conditional: false };
    let forward = |reach, keeps| {
        Cause::SentOn(Forward { to: "x43@evil.example".to_owned(), reach, keeps, origin: origin.clone() })
    };
    let place = PlaceRefused { address: "203.0.113.43".parse().expect("an address"), network: None };
    let late = LateExport { point: Point::PostfixMap, since: THEN, problem: "disk 43 full".to_owned() };
    vec![
        (
            Cause::LockedByDevice {
                lock: row(
                    RestrictionKind::SignInLocked,
                    Reason::WrongPasswords { lane: Lane::Familiar, failures: 9 },
                    false,
                ),
                device: group(FailureKind::StaleDevice),
            },
            "K-9 Mail",
        ),
        (
            Cause::LockedByStrangers {
                lock: row(
                    RestrictionKind::SignInLocked,
                    Reason::LaneClosed { lane: Lane::Unfamiliar, failures: 43 },
                    true,
                ),
                may_admit: true,
            },
            "43",
        ),
        (Cause::Failing(group(FailureKind::StaleDevice)), "K-9 Mail"),
        (Cause::Failing(group(FailureKind::Attack)), "43"),
        (Cause::Failing(group(FailureKind::Mistyped)), "43"),
        (Cause::PlaceBlocked(place), "203.0.113.43"),
        (Cause::PasswordElsewhere, "rob@"),
        (Cause::MailingNotPlanned { count: 43, limit: 30 }, "43"),
        (Cause::MailHeld { count: 43 }, "43"),
        (Cause::MailWaits { count: 43 }, "43"),
        (Cause::NoSuchAddress { count: 43 }, "43"),
        (Cause::TakenForSpam { count: 43 }, "43"),
        (Cause::RefusedElsewhere { count: 43 }, "43"),
        (forward(ForwardReach::Outside, false), "x43@evil.example"),
        (forward(ForwardReach::Computed, true), "x43@evil.example"),
        (Cause::HidingRule { script: "main".to_owned(), line: 43 }, "43"),
        (Cause::NoAddress, "rob@"),
        (Cause::AddressUnconfirmed, "rob@"),
        (Cause::AddressDoesNotCount, "rob@"),
        (Cause::NoPublicPage, "web.public_url"),
        (Cause::ExportLate(late), "disk 43 full"),
        (Cause::GateSilent(SilentGate { gate: GateKind::PostfixPolicy, since: THEN }), "Postfix"),
        (Cause::CannotSave { since: THEN }, "Postern"),
        (Cause::ClockJumped { seconds: -43 }, "43"),
        (
            Cause::PolicyChanged(PolicyChange { at: THEN, actor: Actor::Program("watchdog-7".to_owned()) }),
            "watchdog-7",
        ),
    ]
}

fn rob() -> AccountName {
    AccountName::from_canonical("rob@contoso.example".to_owned())
}

/// L5: the first sentence names the cause with its numbers, in six languages.
#[test]
fn each_cause_is_said_in_six_languages_with_what_was_measured() {
    let causes = causes();
    assert!(causes.len() >= 25, "{}", causes.len());
    for (cause, names) in causes {
        let diagnosis = Diagnosis {
            symptom: Symptom::Anything,
            checks: vec![Check {
                kind: CheckKind::SignInDoor,
                outcome: Outcome::Causes(vec![cause.clone()]),
            }],
        };
        let mut said = BTreeSet::new();
        for &language in Language::ALL {
            let words = Words::in_language(language);
            let sentence = words.first_sentence(&diagnosis, &rob(), None, &TimeZone::UTC);
            assert!(sentence.contains(names), "{language:?}: {sentence}");
            assert!(!sentence.contains("..") && !sentence.contains("  "), "{language:?}: {sentence}");
            if let Cause::Restricted(_) = cause {
                assert!(sentence.contains("watchdog-7"), "who did it, {language:?}: {sentence}");
            }
            said.insert(sentence);
        }
        assert_eq!(said.len(), Language::ALL.len(), "two languages say the same: {said:?}");
    }
}

#[test]
fn complaints_and_checks_have_a_name_in_each_language() {
    for &language in Language::ALL {
        let words = Words::in_language(language);
        let symptoms: BTreeSet<String> = Symptom::ALL.iter().map(|&symptom| words.symptom(symptom)).collect();
        assert_eq!(symptoms.len(), Symptom::ALL.len());
        let checks: BTreeSet<String> = CheckKind::ALL.iter().map(|&check| words.check(check)).collect();
        assert_eq!(checks.len(), CheckKind::ALL.len());
        let failed = Outcome::Unknown(Unseen::Failed("refused 43".to_owned()));
        assert!(words.check_outcome(&failed).contains("refused 43"));
        for outcome in [Outcome::Fine, Outcome::Unknown(Unseen::NotConnected), Outcome::Unknown(Unseen::Late)]
        {
            assert!(!words.check_outcome(&outcome).is_empty() && !words.check_mark(&outcome).is_empty());
        }
    }
}

#[test]
fn nothing_found_is_said_otherwise_where_not_all_was_looked_at() {
    let with = |outcome| Diagnosis {
        symptom: Symptom::CannotSend,
        checks: vec![Check { kind: CheckKind::Queue, outcome }],
    };
    for &language in Language::ALL {
        let say =
            |diagnosis| Words::in_language(language).first_sentence(&diagnosis, &rob(), None, &TimeZone::UTC);
        let (fine, unknown) = (say(with(Outcome::Fine)), say(with(Outcome::Unknown(Unseen::NotConnected))));
        assert!(fine.contains("rob@") && unknown.contains("rob@") && fine != unknown, "{fine} {unknown}");
    }
}

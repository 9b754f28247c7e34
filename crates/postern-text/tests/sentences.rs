//! Sentences as people read them: every enum value, every language, the numbers at which plurals turn.

use jiff::tz::TimeZone;
use postern_core::account::{AccountKind, Language, Role};
use postern_core::command::CommandKind;
use postern_core::decision::DecisionKind;
use postern_core::effect::Point;
use postern_core::event::EventKind;
use postern_core::name::{AccountName, NameError, NameRules};
use postern_core::password_rules::{PasswordFault, PasswordList, WordOf};
use postern_core::refusal::{PasswordRefusal, Refusal};
use postern_core::restriction::{Evidence, EvidenceKind, Origin, Reason, RestrictionKind};
use postern_core::sign_in::{Lane, SignInRefusal};
use postern_core::time::{Span, Timestamp};
use postern_text::Words;

const NUMBERS: [u32; 9] = [0, 1, 2, 3, 5, 11, 21, 101, 1_234_567];

fn rob() -> AccountName {
    AccountName::parse("rob@contoso.example", &NameRules::default()).expect("a name")
}

fn password_faults(count: u32) -> Vec<PasswordFault> {
    let word = |of| PasswordFault::AroundWord { word: "sommar".to_owned(), of };
    vec![
        PasswordFault::Listed(PasswordList::Common),
        PasswordFault::Listed(PasswordList::Breached),
        word(WordOf::Everybody),
        word(WordOf::Own),
        word(WordOf::Site),
        PasswordFault::Simple,
        PasswordFault::UsedBefore { remembered: u64::from(count) },
        PasswordFault::TooShort { characters_min: u64::from(count) },
        PasswordFault::TooLong,
    ]
}

fn reasons(count: u32) -> Vec<Reason> {
    let limit = 30;
    let mut reasons = vec![
        Reason::NovelRecipientsHour { count, limit },
        Reason::NovelRecipientsDay { count, limit },
        Reason::RecipientsHour { count, limit },
        Reason::CapHour { count, limit },
        Reason::CapDay { count, limit },
    ];
    for &lane in Lane::ALL {
        reasons.push(Reason::WrongPasswords { lane, failures: count });
        reasons.push(Reason::LaneClosed { lane, failures: count });
        reasons.push(Reason::LockedTooOften { lane, locks: count });
    }
    reasons
}

fn refusals() -> Vec<Refusal> {
    vec![
        Refusal::NotAllowed { command: CommandKind::ChangeRoles },
        Refusal::TargetIsAdmin { role: Role::UserAdmin },
        Refusal::OwnAccount,
        Refusal::LastGlobalAdmin,
        Refusal::NoteMissing,
        Refusal::NoteTooLong,
        Refusal::SendingNotRestricted,
        Refusal::NothingProposed,
        Refusal::SignInNotLocked,
        Refusal::SignInNotBlocked,
        Refusal::AlreadySo,
        Refusal::EndInThePast,
        Refusal::NameTaken { name: rob() },
        Refusal::NoSuchAlias { alias: rob() },
        Refusal::AliasIsPrimary { alias: rob() },
        Refusal::TooManyAliases,
        Refusal::TooManyGroups,
        Refusal::DisplayName,
        Refusal::PasswordKeptElsewhere,
        Refusal::PasswordUnfit { faults: password_faults(5) },
        Refusal::WeakOnlyForApplications,
        Refusal::Password(PasswordRefusal::Own),
        Refusal::Password(PasswordRefusal::ChosenIsTemporary),
        Refusal::Password(PasswordRefusal::NotTemporary),
        Refusal::Password(PasswordRefusal::SameAsTemporary),
    ]
}

/// Everything that a language can say about core's enums, with numbers at every plural form.
fn everything(words: &Words) -> Vec<String> {
    let zone = TimeZone::UTC;
    let until = Timestamp::from_unix_s(1_795_269_727);
    let mut said: Vec<String> = refusals().iter().map(|refusal| words.refusal(refusal)).collect();
    for count in NUMBERS {
        said.push(words.refusal(&Refusal::PasswordUnfit { faults: password_faults(count) }));
        said.extend(reasons(count).iter().map(|reason| words.restriction_reason(reason)));
        for &kind in EvidenceKind::ALL {
            let mut evidence = Evidence { kind, points: 30, at: until, source: None, count, region: None };
            said.push(words.evidence(&evidence));
            said.push(words.evidence_details(&evidence, &zone));
            evidence.source = Some("203.0.113.9".parse().expect("a network"));
            said.push(words.evidence_details(&evidence, &zone));
        }
    }
    for &lane in Lane::ALL {
        said.push(words.lane(lane));
        for refusal in [
            SignInRefusal::Locked { lane, until },
            SignInRefusal::Closed { lane },
            SignInRefusal::TooManyAtOnce { lane },
            SignInRefusal::Blocked,
            SignInRefusal::SourceBlocked { until },
            SignInRefusal::OutsidePins,
            SignInRefusal::PasswordChangeRequired { until: Some(until) },
            SignInRefusal::PasswordChangeRequired { until: None },
            SignInRefusal::TemporaryPasswordExpired,
            SignInRefusal::PasswordJustSet,
            SignInRefusal::PasswordVoid,
            SignInRefusal::AppPasswordRevoked,
            SignInRefusal::ProtocolOff,
            SignInRefusal::NoReservation,
        ] {
            said.push(words.sign_in_refusal(refusal, &zone));
        }
    }
    said.extend(DecisionKind::ALL.iter().map(|&kind| words.decision(kind)));
    said.extend(EventKind::ALL.iter().map(|&kind| words.event(kind)));
    said.extend(RestrictionKind::ALL.iter().map(|&kind| words.restriction_kind(kind)));
    said.extend(Origin::ALL.iter().map(|&origin| words.origin(origin)));
    said.extend(AccountKind::ALL.iter().map(|&kind| words.account_kind(kind)));
    said.extend(Role::ALL.iter().map(|&role| words.role(role)));
    said.extend(Point::ALL.iter().map(|&point| words.receipt(point, Span::from_ms(3), None)));
    for error in [NameError::Empty, NameError::TooLong, NameError::Character, NameError::Domain] {
        said.push(words.name_error(error));
    }
    said.push(words.state_clear(&rob()));
    said
}

#[test]
fn every_language_says_everything_without_a_hole() {
    for &language in Language::ALL {
        for sentence in everything(Words::in_language(language)) {
            assert!(!sentence.trim().is_empty(), "{language:?}");
            assert!(
                !sentence.contains(['{', '}', '$', '\u{2068}', '\u{2069}', '\n']),
                "{language:?}: {sentence}"
            );
        }
    }
}

#[test]
fn numbers_choose_the_plural_form_of_the_language() {
    let said = |language, count| {
        let words = Words::in_language(language);
        words.restriction_reason(&Reason::CapHour { count, limit: 1_000 }).replace('\u{a0}', " ")
    };
    for (language, count, sentence) in [
        (Language::En, 0, "0 recipients in one hour. The fixed limit is 1,000."),
        (Language::En, 1, "1 recipient in one hour. The fixed limit is 1,000."),
        (Language::En, 21, "21 recipients in one hour. The fixed limit is 1,000."),
        (Language::Sv, 1, "1 mottagare på en timme. Den fasta gränsen är 1 000."),
        (Language::Nb, 1, "1 mottaker på én time. Den faste grensen er 1 000."),
        (Language::Nb, 101, "101 mottakere på én time. Den faste grensen er 1 000."),
        (Language::Lv, 0, "0 adresātu vienā stundā. Nemainīgais limits: 1000"),
        (Language::Lv, 1, "1 adresāts vienā stundā. Nemainīgais limits: 1000"),
        (Language::Lv, 5, "5 adresāti vienā stundā. Nemainīgais limits: 1000"),
        (Language::Lv, 11, "11 adresātu vienā stundā. Nemainīgais limits: 1000"),
        (Language::Lv, 21, "21 adresāts vienā stundā. Nemainīgais limits: 1000"),
        (Language::Sl, 1, "1 prejemnik v eni uri. Stalna meja: 1000"),
        (Language::Sl, 2, "2 prejemnika v eni uri. Stalna meja: 1000"),
        (Language::Sl, 3, "3 prejemniki v eni uri. Stalna meja: 1000"),
        (Language::Sl, 5, "5 prejemnikov v eni uri. Stalna meja: 1000"),
        (Language::Sl, 101, "101 prejemnik v eni uri. Stalna meja: 1000"),
        (Language::El, 1, "1 παραλήπτης σε μία ώρα. Σταθερό όριο: 1.000"),
        (Language::El, 2, "2 παραλήπτες σε μία ώρα. Σταθερό όριο: 1.000"),
    ] {
        assert_eq!(said(language, count), sentence);
    }
}

#[test]
fn a_refusal_names_the_least_role_that_may() {
    let said = |command| Words::in_language(Language::En).refusal(&Refusal::NotAllowed { command });
    assert!(said(CommandKind::UnblockSending).contains("Help desk"));
    assert!(said(CommandKind::RestrictSending).contains("Responder"));
    assert!(said(CommandKind::Delete).contains("User admin"));
    assert!(said(CommandKind::ChangePolicy).contains("Global admin"));
}

#[test]
fn a_note_with_a_line_break_stays_in_its_line() {
    let words = Words::in_language(Language::En);
    let said =
        words.restriction_reason(&Reason::ByPerson { note: "called\r\nUntil: \u{1b}[31mnever".to_owned() });
    assert_eq!(said, "Reason given: called  Until:  [31mnever");
}

#[test]
fn the_words_of_a_language_are_built_once_and_shared_by_all_threads() {
    let here: *const Words = Words::in_language(Language::Sl);
    let there = std::thread::spawn(|| std::ptr::from_ref(Words::in_language(Language::Sl)).addr()).join();
    assert_eq!(there.expect("no panic"), here.addr());
}

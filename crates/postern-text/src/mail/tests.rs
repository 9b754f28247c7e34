//! The mail that an admin reads at night.

use postern_core::account::Language;
use postern_core::address::ClientNetwork;
use postern_core::compromise::{Level, LiveSignal};
use postern_core::ids::{AccountId, RestrictionId};
use postern_core::name::NameRules;
use postern_core::restriction::{Actor, Entity, Evidence, EvidenceKind, Origin, Reason, RestrictionKind};
use postern_core::time::{Span, Timestamp};

use super::*;

fn restriction(until: Option<Timestamp>, evidence: Vec<Evidence>) -> Restriction {
    Restriction {
        id: RestrictionId::from_random(0x1234_5678_9abc),
        entity: Entity::Account(AccountId::from_random(1)),
        kind: RestrictionKind::SendingRestricted,
        reason: Reason::NovelRecipientsHour { count: 43, limit: 30 },
        evidence,
        since: Timestamp::from_unix_s(1_795_269_727),
        until,
        origin: Origin::Rule,
        actor: Actor::Rule,
    }
}

fn mail_in(language: Language, name: &str, restriction: &Restriction) -> Mail {
    let account = AccountName::parse(name, &NameRules::default()).expect("a test name");
    Words::in_language(language).sending_restricted_mail(&SendingRestricted {
        account: &account,
        display_name: "Rob Young",
        restriction,
        zone: &TimeZone::UTC,
    })
}

fn seen() -> Evidence {
    Evidence {
        kind: EvidenceKind::UnfamiliarSource,
        points: 30,
        at: Timestamp::from_unix_s(1_795_269_000),
        source: Some("203.0.113.9".parse::<ClientNetwork>().expect("a test network")),
        count: 0,
        region: None,
    }
}

#[test]
fn the_english_mail_says_who_when_why_until_when_and_what_to_do() {
    let since = Timestamp::from_unix_s(1_795_269_727);
    let mail = mail_in(
        Language::En,
        "rob@contoso.com",
        &restriction(Some(since.plus(Span::from_hours(9))), vec![seen()]),
    );
    assert_eq!(mail.subject, "rob@contoso.com can't send mail");
    assert_eq!(
        mail.body.replace('\u{a0}', " "),
        "\
Sending was restricted on 21 November 2026 at 14:02. Incoming mail still arrives.

Account: rob@contoso.com (Rob Young)
Cause: 43 new recipients in one hour. The limit for this account is 30. A new recipient is one this account has never written to.
Until: 21 November 2026 at 23:02
Code: 0J6HB-7H6NW

Evidence
- The sign-in came from a source this account has never used.
  Time: 21 November 2026 at 13:50. Source: 203.0.113.9/32. Points: 30

What to do
1. See what was decided and why:
   postern why rob@contoso.com
2. If someone else may know the password, reset it first. Whoever has the old one can start sending again.
3. Unblock sending, with your reason:
   postern restricted unblock --reason \"…\" rob@contoso.com

All times are shown in UTC.
"
    );
}

#[test]
fn every_language_writes_the_whole_mail_with_the_exact_commands() {
    for &language in Language::ALL {
        for restriction in [restriction(None, Vec::new()), restriction(None, vec![seen()])] {
            let mail = mail_in(language, "rob@contoso.com", &restriction);
            assert!(
                mail.subject.contains("rob@contoso.com") && !mail.subject.contains('\n'),
                "{}",
                mail.subject
            );
            assert!(mail.subject.chars().count() <= 78, "{language:?}: {}", mail.subject);
            for needed in ["postern why rob@contoso.com\n", "postern restricted unblock --reason", "43", "30"]
            {
                assert!(mail.body.contains(needed), "{language:?} lacks {needed}:\n{}", mail.body);
            }
        }
    }
}

#[test]
fn a_pasted_command_never_runs_what_a_name_says() {
    let odd = restriction(None, Vec::new());
    for (name, pasted) in [
        ("$(reboot)@contoso.com", "postern why '$(reboot)@contoso.com'\n"),
        ("o'brien@contoso.com", "postern why 'o'\\''brien@contoso.com'\n"),
        ("-x@contoso.com", "postern why -- '-x@contoso.com'\n"),
    ] {
        let body = mail_in(Language::En, name, &odd).body;
        assert!(body.contains(pasted), "{body}");
    }
}

#[test]
fn a_name_with_a_line_break_cannot_add_lines() {
    let account = AccountName::from_canonical("rob@contoso.com".to_owned());
    let mail = Words::in_language(Language::En).sending_restricted_mail(&SendingRestricted {
        account: &account,
        display_name: "Rob\nUntil: tomorrow",
        restriction: &restriction(None, Vec::new()),
        zone: &TimeZone::UTC,
    });
    assert!(mail.body.contains("(Rob Until: tomorrow)"), "{}", mail.body);
}

fn guard_mail(language: Language) -> Mail {
    let facts = MassGuardFacts { since: Timestamp::from_unix_s(1_795_269_727), counted: 2_001, limit: 2_000 };
    Words::in_language(language).mass_guard_mail(&facts, &TimeZone::UTC)
}

#[test]
fn the_mail_about_the_mass_guard_says_how_many_what_goes_on_and_how_to_decide() {
    let mail = guard_mail(Language::En);
    assert_eq!(mail.subject, "Rules want to restrict very many accounts");
    assert_eq!(
        mail.body.replace('\u{a0}', " "),
        "\
Since 21 November 2026 at 14:02, further restrictions of sending are only proposed. An admin decides about them.

Accounts that rules wanted to restrict within ten minutes: 2,001
As many are restricted without an admin: 2,000
Mail of the further accounts goes out, to new recipients with a delay. The fixed limits still refuse. Accounts with evidence of two \
         kinds that is worth 100 points together are restricted all the same.

What to do
1. See what is proposed, and why:
   postern restricted list --proposed
2. If a rule or a limit is wrong, correct it and dismiss the proposals:
   postern restricted dismiss --all --reason \"…\"
3. If it is spam, accept the proposals:
   postern restricted accept --all --reason \"…\"

All times are shown in UTC.
"
    );
}

#[test]
fn the_mail_about_the_mass_guard_is_whole_in_every_language() {
    for &language in Language::ALL {
        let mail = guard_mail(language);
        assert!(mail.subject.chars().count() <= 78 && !mail.subject.contains('\n'), "{}", mail.subject);
        assert_eq!(mail.subject == guard_mail(Language::En).subject, language == Language::En);
        for needed in ["list --proposed\n", "dismiss --all --reason", "accept --all --reason", "UTC"] {
            assert!(mail.body.contains(needed), "{language:?} lacks {needed}:\n{}", mail.body);
        }
    }
}

fn alert_mail(language: Language) -> Mail {
    let account = AccountName::from_canonical("rob@contoso.com".to_owned());
    let at = Timestamp::from_unix_s(1_795_269_727);
    let standing = CompromiseStanding {
        score: 45.9,
        level: Level::Alert,
        falls: Some(at.plus(Span::from_hours(6))),
        signals: vec![LiveSignal { evidence: seen(), points: 29.9 }],
    };
    Words::in_language(language).alert_mail(&AlertSeen {
        account: &account,
        display_name: "Rob Young",
        standing: &standing,
        at,
        zone: &TimeZone::UTC,
    })
}

#[test]
fn the_mail_about_an_alert_says_what_was_seen_and_what_to_do() {
    let mail = alert_mail(Language::En);
    assert_eq!(mail.subject, "rob@contoso.com: suspicious activity");
    assert_eq!(
        mail.body.replace('\u{a0}', " "),
        "\
What was seen of this account until 21 November 2026 at 14:02 is enough for an alert.

Account: rob@contoso.com (Rob Young)
Suspicion score: 45 of 100. It is in the audit log as an alert. Nothing is restricted.
If nothing more is seen, this level ends on 21 November 2026 at 20:02.

Evidence
- The sign-in came from a source this account has never used.
  Time: 21 November 2026 at 13:50. Source: 203.0.113.9/32. Points: 30

What to do
1. See what was decided and why:
   postern why rob@contoso.com
2. If someone else may know the password, reset it first. Whoever has the old one can start sending again.
3. If it is not the owner, restrict sending, with your reason:
   postern restricted restrict --reason \"…\" rob@contoso.com

There is at most one mail about an alert of the same account in 24 hours. A restriction has a mail of its own.
All times are shown in UTC.
"
    );
}

#[test]
fn the_mails_about_alerts_are_whole_in_every_language() {
    let more = |language| {
        let since = Timestamp::from_unix_s(1_795_269_727);
        Words::in_language(language).more_alerts_mail(since, 1_234, 20, &TimeZone::UTC)
    };
    for &language in Language::ALL {
        let alert = alert_mail(language);
        let needed =
            ["postern why rob@contoso.com\n", "restricted restrict --reason", "45", "203.0.113.9/32", "24"];
        for needed in needed {
            assert!(alert.body.contains(needed), "{language:?} lacks {needed}:\n{}", alert.body);
        }
        let more = more(language);
        for needed in ["20", "234", "postern audit list\n", "UTC"] {
            assert!(more.body.contains(needed), "{language:?} lacks {needed}:\n{}", more.body);
        }
        for subject in [&alert.subject, &more.subject] {
            assert!(subject.chars().count() <= 78 && !subject.contains('\n'), "{language:?}: {subject}");
        }
    }
    assert_eq!(more(Language::En).subject, "Accounts with an alert: 1,234 more");
}

//! Runs of spam are stopped early, and what a stop says.

use super::*;

/// Recipients let out at a steady rate of strangers: what it is, and the bar of the outbound reference, section h.
#[test]
fn a_run_of_strangers_is_stopped_within_the_bars_at_every_rate() {
    for (per_hour, expected, most, rule) in [
        (f64::INFINITY, 30, 31, "novel_recipients_hour"),
        (3_600.0, 30, 31, "novel_recipients_hour"),
        (300.0, 31, 31, "novel_recipients_hour"),
        (40.0, 53, 55, "novel_recipients_hour"),
        (15.0, 65, 66, "novel_recipients_day"),
        (5.0, 82, 83, "novel_recipients_day"),
    ] {
        let (let_out, reason) = Account::new().let_out_before_restriction(0, 3_600.0 / per_hour);
        assert!(let_out <= most, "{let_out} let out at {per_hour} an hour");
        assert_eq!(let_out, expected, "at {per_hour} an hour");
        assert_eq!(reason.map(|reason| reason.code()), Some(rule), "at {per_hour} an hour");
    }
}

#[test]
fn two_strangers_an_hour_are_out_of_reach() {
    assert_eq!(Account::new().let_out_before_restriction(0, 1_800.0), (5_000, None));
}

/// The next hour begins in the middle of the run, and two bursts stand on both sides of any edge.
#[test]
fn there_is_no_edge_of_an_hour_to_wait_for() {
    let mut account = Account::new();
    for number in 0..20 {
        assert!(!is_restricted(&account.names(number, 3_590)));
    }
    let let_out = (0..30).take_while(|number| !is_restricted(&account.names(100 + number, 3_610))).count();
    assert_eq!(let_out, 10);
}

#[test]
fn the_thirty_first_stranger_is_refused_with_its_number() {
    let mut account = Account::new();
    let (let_out, reason) = account.let_out_before_restriction(0, 0.0);
    assert_eq!(let_out, 30);
    assert_eq!(reason, Some(Reason::NovelRecipientsHour { count: 31, limit: 30 }));
}

#[test]
fn volume_alone_ends_with_the_day_and_volume_with_evidence_waits_for_somebody() {
    let stop = |facts: SendingFacts, grace| {
        let mut account = Account { facts, ..Account::new() };
        account.record.released(grace, at(86_400), at(0));
        for number in 0..40 {
            if let SendingVerdict::Restrict { evidence, until, .. } = account.names(number, 0) {
                return (number, until, evidence.iter().map(|seen| seen.kind).collect::<Vec<_>>());
            }
        }
        panic!("never stopped");
    };
    let (novel, source) = (EvidenceKind::NovelRecipients, EvidenceKind::UnfamiliarSource);
    assert_eq!(stop(facts(), Grace::None), (30, Some(facts().next_day), vec![novel]));
    assert_eq!(
        stop(SendingFacts { signed_in_unfamiliar: true, ..facts() }, Grace::None),
        (8, None, vec![novel, source])
    );
    assert_eq!(stop(facts(), Grace::Quartered), (8, None, vec![novel]));
    let late = SendingFacts { next_day: at(-1), ..facts() };
    assert_eq!(
        stop(late, Grace::None).1,
        Some(at(0).plus(Span::from_days(1))),
        "a day that is over restricts for 24 hours"
    );
}

#[test]
fn each_further_stranger_above_the_slow_level_waits_and_known_people_do_not() {
    let mut account = Account::new();
    let mut first_slow = Vec::new();
    for number in 0..20 {
        let step = recipient(&mut account.record, address(number), &account.facts, &account.policy, at(0));
        let expected = if number < 12 { SendingVerdict::Permit } else { SendingVerdict::Slow { delay_s: 3 } };
        assert_eq!(step.verdict, expected, "stranger {number}");
        if step.is_first_slow {
            first_slow.push(number);
        }
        assert_eq!(account.names(0, 0), SendingVerdict::Permit, "a known recipient");
    }
    assert_eq!(first_slow, [12], "the change of level shows once");
}

#[test]
fn the_slow_level_shows_again_only_after_novelty_has_halved() {
    let mut account = Account::new();
    let mut first_slow = 0;
    for number in 0..60 {
        // Fifteen an hour: just above the level, for four hours.
        let step = recipient(
            &mut account.record,
            address(number),
            &account.facts,
            &account.policy,
            at(number as i64 * 240),
        );
        first_slow += u32::from(step.is_first_slow);
    }
    assert_eq!(first_slow, 1);
}

#[test]
fn an_application_may_write_to_strangers_up_to_its_habit_and_the_caps() {
    let mut account = Account { facts: SendingFacts { is_application: true, ..facts() }, ..Account::new() };
    let (let_out, reason) = account.let_out_before_restriction(0, 0.0);
    assert!((270..=330).contains(&let_out), "{let_out}");
    assert_eq!(reason.map(|reason| reason.code()), Some("recipients_hour"));
    account.policy.recipients_hour_rule = 0;
    account.record = SendingRecord::new(at(0));
    let (let_out, reason) = account.let_out_before_restriction(0, 0.0);
    assert_eq!((let_out, reason), (500, Some(Reason::CapHour { count: 501, limit: 500 })));
    // Spread over hours, the day's cap remains.
    account.record = SendingRecord::new(at(0));
    let (let_out, reason) = account.let_out_before_restriction(0, 10.0);
    assert_eq!(reason.map(|reason| reason.code()), Some("cap_day"));
    assert!((1_000..1_100).contains(&let_out), "{let_out}");
}

#[test]
fn colleagues_weigh_a_quarter() {
    let mut account = Account::new();
    let refused = (0..200).find(|&number| {
        let colleague = Recipient { is_internal: true, ..address(number) };
        is_restricted(
            &recipient(&mut account.record, colleague, &account.facts, &account.policy, at(0)).verdict,
        )
    });
    // 4 x 30 by novelty: a mail to all of a hundred colleagues is an alert by habit and no restriction.
    assert_eq!(refused, Some(120));
}

#[test]
fn a_blast_to_own_contacts_from_an_unfamiliar_source_is_stopped() {
    let mut account = Account::new();
    for number in 0..50 {
        // Known people, collected over weeks.
        assert!(!is_restricted(&account.names(number, number as i64 * 86_400)));
    }
    account.facts.signed_in_unfamiliar = true;
    account.facts.next_day = at(60 * 86_400);
    let let_out = (0..50).take_while(|&number| !is_restricted(&account.names(number, 50 * 86_400))).count();
    assert!((12..=16).contains(&let_out), "{let_out}");
}

/// What a run is worth, recipient by recipient: the alert comes well before the restriction (checklist G1).
#[test]
fn the_alert_comes_ten_recipients_before_the_restriction() {
    let mut account = Account::new();
    let mut alerted = None;
    for number in 0..40 {
        let step = recipient(&mut account.record, address(number), &account.facts, &account.policy, at(0));
        if let SendingVerdict::Restrict { evidence, .. } = step.verdict {
            assert_eq!((evidence.len(), evidence[0].points, evidence[0].count), (1, 80, 31));
            assert_eq!((alerted, number), (Some(20), 30));
            return;
        }
        if !step.evidence.is_empty() {
            assert_eq!(step.evidence[0].points, 40);
            alerted = alerted.or(Some(number));
        }
    }
    panic!("not restricted");
}

#[test]
fn a_slowed_account_waits_for_each_stranger_and_never_for_those_it_knows() {
    let mut account = Account::new();
    assert_eq!(account.names(0, 0), SendingVerdict::Permit);
    account.facts.is_slowed = true;
    assert_eq!(account.names(0, 1), SendingVerdict::Permit);
    assert_eq!(account.names(1, 1), SendingVerdict::Slow { delay_s: 3 });
    account.facts.is_application = true;
    assert_eq!(account.names(2, 1), SendingVerdict::Slow { delay_s: 3 }, "an application too");
}

/// Checklist G22: while a person is asked, strangers wait and go out, all of it counts, and the hard caps refuse.
#[test]
fn a_held_back_account_waits_for_each_stranger_and_is_refused_at_the_caps_only() {
    let mut account = Account::new();
    account.facts.is_held_back = true;
    account.facts.next_day = at(16 * 3_600);
    let waits =
        (0..500).filter(|&number| account.names(number, 0) == SendingVerdict::Slow { delay_s: 3 }).count();
    // Of 500 strangers the filter takes one or two for known.
    assert!((495..=500).contains(&waits), "{waits}");
    assert!(is_restricted(&account.names(1, 0)), "whoever it is");
    let SendingVerdict::Restrict { reason, .. } = account.names(501, 0) else { panic!("above the cap") };
    assert_eq!(reason, Reason::CapHour { count: 501, limit: 500 });
    let standing = account.record.standing(at(0));
    assert_eq!((standing.novel_hour as usize, standing.peak_hour), (waits, 0.0), "counted, and no habit");
    account.facts.is_held_back = false;
    assert!(is_restricted(&account.names(501, 1)), "the rule of before");
    // A known one is free again when there is room below the cap.
    account.facts.is_held_back = true;
    assert_eq!(account.names(0, 3_600), SendingVerdict::Permit);
}

/// Checklist G13: what is sent under an alert becomes no habit, nor do ten days of creeping lift the limit above
/// the cap.
#[test]
fn traffic_under_an_alert_is_no_habit() {
    let mut account = Account::new();
    account.policy.novel_hour_rule = 0;
    account.policy.novel_day_rule = 0;
    account.facts.is_suspect = true;
    for number in 0..90 {
        account.names(number, 0);
    }
    account.facts.is_suspect = false;
    account.names(0, 2 * 86_400);
    assert_eq!(account.record.standing(at(2 * 86_400)).peak_hour, 0.0);
}

/// Checklist G4: who existed long before has twice the room until its past is known, and only then.
#[test]
fn an_old_account_without_history_is_stopped_at_twice_the_numbers_for_a_week_or_twenty_messages() {
    let old = || {
        let mut account = Account::new();
        account.record.note_age(|| true);
        account
    };
    assert_eq!(old().let_out_before_restriction(0, 0.0).0, 60);
    assert_eq!(Account::new().let_out_before_restriction(0, 0.0).0, 30, "a new account");

    let run_after = |messages: u64, days: i64| {
        let mut account = old();
        let end = |account: &mut Account, seconds| {
            message(&mut account.record, 0, &account.facts, &account.policy, at(seconds));
        };
        account.names(0, 0);
        for _ in 0..messages {
            end(&mut account, 0);
        }
        let start = days * 86_400;
        let mut let_out = 0;
        while !is_restricted(&account.names(1_000 + let_out, start)) {
            // One message each: those of the run itself are no history.
            end(&mut account, start);
            let_out += 1;
        }
        let_out
    };
    assert_eq!((run_after(19, 2), run_after(20, 2)), (60, 30));
    assert_eq!((run_after(1, 6), run_after(1, 7)), (60, 30));
}

#[test]
fn recipients_that_nobody_named_count_for_the_caps_only() {
    let mut account = Account::new();
    let end = |account: &mut Account, unnamed| {
        message(&mut account.record, unnamed, &account.facts, &account.policy, at(0)).verdict
    };
    assert_eq!(end(&mut account, 0), SendingVerdict::Permit);
    assert_eq!(end(&mut account, 500), SendingVerdict::Permit);
    let standing = account.record.standing(at(0));
    assert_eq!((standing.novel_hour, standing.recipients_hour, standing.messages), (0.0, 500.0, 2));
    assert!(is_restricted(&end(&mut account, 1)));
    assert_eq!(account.record.standing(at(0)).messages, 2, "a refused message is not counted");
}

#[test]
fn a_switched_off_rule_is_silent() {
    let mut account = Account::new();
    account.policy.novel_hour_rule = 0;
    let (let_out, reason) = account.let_out_before_restriction(0, 0.0);
    assert_eq!((let_out, reason.map(|reason| reason.code())), (60, Some("novel_recipients_day")));
    account.policy.novel_day_rule = 0;
    account.record = SendingRecord::new(at(0));
    let (_, reason) = account.let_out_before_restriction(0, 0.0);
    assert_eq!(reason.map(|reason| reason.code()), Some("recipients_hour"));
}

/// Checklist E8: after a release for volume a normal day goes through, a new run does not.
#[test]
fn a_release_starts_anew_with_doubled_limits_that_end() {
    let mut account = Account::new();
    account.let_out_before_restriction(0, 0.0);
    let day_later = at(86_400);
    account.record.released(Grace::Doubled, day_later, at(60));
    assert_eq!(account.record.grace(at(61)), Grace::Doubled);
    assert_eq!(account.record.grace(day_later), Grace::None);
    assert!(!is_restricted(&account.names(5, 61)), "who was written to stays known");
    let (let_out, reason) = account.let_out_before_restriction(1_000, 0.0);
    assert_eq!((let_out, reason), (60, Some(Reason::NovelRecipientsHour { count: 61, limit: 60 })));
    account.record.released(Grace::Quartered, day_later, at(60));
    assert_eq!(account.let_out_before_restriction(2_000, 0.0).0, 8);
}

#[test]
fn observe_mode_says_what_it_would_do_and_learns_what_goes_out() {
    let mut account = Account::new();
    account.policy.observe_until_unix_s = (MORNING_S + 100) as u64;
    for number in 0..40 {
        assert_eq!(is_restricted(&account.names(number, 0)), number >= 30, "stranger {number}");
    }
    assert!(!is_restricted(&account.names(39, 0)), "went out, so it is known");
    assert!(is_restricted(&account.names(40, 101)), "enforcing now");
    assert!(is_restricted(&account.names(40, 101)), "refused, so it is not known");
}

#[test]
fn a_refused_or_slowed_burst_teaches_no_habit_and_a_busy_day_does() {
    let mut busy = Account::new();
    for number in 0..40 {
        // Known from the weeks before.
        busy.names(number, number as i64 * 86_400);
    }
    for number in 0..40 {
        busy.names(number, 41 * 86_400);
    }
    busy.names(0, 42 * 86_400);
    let learned = busy.record.standing(at(42 * 86_400)).peak_hour;
    assert!((25.0..=40.0).contains(&learned), "{learned}");

    let mut run = Account::new();
    run.let_out_before_restriction(0, 0.0);
    run.names(0, 86_400);
    let learned = run.record.standing(at(86_400)).peak_hour;
    assert!(learned <= 13.0, "only what came before the slow level: {learned}");
}

//! Several policies over one log, and what a replay tells beside its episodes.

use super::*;
use crate::replay::synthetic::{DAY_S, MONDAY_S, synthetic_mail_log};
use crate::replay::{MailReplayer, MailReplays, RowProblem, replay_mail_side_by_side};

fn policies(changes: &[(&str, &str)]) -> Policies {
    let mut policies = Policies::default();
    for (name, value) in changes {
        policies.set(name, value).expect("within bounds");
    }
    policies
}

fn side_by_side(log: &str, policies: &[Policies]) -> MailReplays {
    replay_mail_side_by_side(log.as_bytes(), policies, &[], &SITE_KEY, &mut |_| {}).expect("a good log")
}

/// `count` mails to one stranger each, `gap_s` apart.
fn strangers(sender: &str, from_s: i64, gap_s: i64, count: i64) -> Mails {
    (0..count)
        .map(|number| (from_s + number * gap_s, sender.to_owned(), format!("s{from_s}-{number}@far.example")))
        .collect()
}

#[test]
fn policies_side_by_side_find_what_each_finds_alone() {
    let mut log = synthetic_mail_log();
    log.push_str(
        mail_log(&strangers("z@contoso.example", MONDAY_S + 121 * DAY_S, 60, 80))
            .split_once('\n')
            .expect("rows")
            .1,
    );
    let all = [
        policies(&[]),
        policies(&[("outbound.novel_hour_max", "15"), ("outbound.slow_novel_hour", "8")]),
        policies(&[("outbound.novel_hour_rule", "0"), ("outbound.novel_day_rule", "0")]),
    ];
    let together = side_by_side(&log, &all);
    for (policies, together) in all.iter().zip(&together.policies) {
        let alone = replay_mail(log.as_bytes(), policies, &[], &SITE_KEY, &mut |_| {}).expect("a good log");
        assert_eq!(&alone, together);
    }
    let [first, strict, off] = &together.policies[..] else { panic!("three") };
    assert!(strict.episodes > first.episodes && first.episodes > off.episodes, "{together:?}");
    assert!(strict.slowed_hours > first.slowed_hours, "{together:?}");
}

#[test]
fn what_a_person_and_an_operator_notice_is_counted() {
    // Fourteen strangers in one hour: two of them slowed. Then a run that is stopped, and two mails while restricted.
    let mut mails = strangers("a@b.example", MONDAY_S, 10, 14);
    let run_s = MONDAY_S + 10 * DAY_S;
    mails.extend(strangers("c@b.example", run_s, 1, 33));
    let found = &side_by_side(&mail_log(&mails), &[policies(&[])]).policies[0];
    assert_eq!((found.sender_hours, found.slowed_hours, found.longest_delay_s), (2, 2, 3));
    assert_eq!((found.messages, found.messages_refused, found.episodes), (47, 3, 1));
    let [slowed, stopped] = &found.touched[..] else { panic!("{:?}", found.touched) };
    assert_eq!((slowed.account.as_str(), slowed.first_rule, slowed.slowed_hours), ("a@b.example", None, 1));
    assert_eq!(stopped.first_detection_unix_s, Some(run_s + 30));
    assert_eq!((stopped.first_rule, stopped.recipients_let_out), (Some("novel_recipients_hour"), Some(30)));
}

#[test]
fn the_curve_says_how_many_hours_go_above_each_number() {
    let mut mails = strangers("a@b.example", MONDAY_S, 0, 1);
    mails.extend(strangers("a@b.example", MONDAY_S + DAY_S, 0, 5));
    mails.extend(strangers("b@b.example", MONDAY_S, 0, 200));
    let curve = side_by_side(&mail_log(&mails), &[]).novelty;
    assert_eq!(curve.sender_hours, 3);
    assert_eq!(
        (curve.above[0], curve.above[1], curve.above[4], curve.above[5], curve.above[100]),
        (3, 2, 2, 1, 1)
    );
}

#[test]
fn who_was_met_before_is_no_stranger_afterwards() {
    let (all, own) = ([policies(&[])], []);
    let judged = |learning_until: i64, received: bool| {
        let mut replayer = MailReplayer::new(&all, &own, &SITE_KEY).learning_until(learning_until);
        let send = |replayer: &mut MailReplayer<'_>, time: i64, first: usize| {
            let named: Vec<_> = (first..first + 20).map(|number| format!("p{number}@far.example")).collect();
            replayer.sent(time, "a@b.example", named.iter().map(String::as_str)).expect("a good mail");
        };
        send(&mut replayer, MONDAY_S, 0);
        if received {
            for number in 20..40 {
                replayer.received(MONDAY_S + 1, "A+x@b.example", &format!("p{number}@far.example"));
            }
            replayer.received(MONDAY_S + 1, "nobody@b.example", "p1@far.example");
        }
        send(&mut replayer, MONDAY_S + DAY_S, 0);
        send(&mut replayer, MONDAY_S + DAY_S, 20);
        let found = replayer.finish().policies.remove(0);
        (found.accounts, found.messages, found.slowed_hours)
    };
    assert_eq!(judged(0, false), (1, 3, 2), "the first twenty are strangers, and so are the second");
    assert_eq!(judged(MONDAY_S + DAY_S, false), (1, 2, 1), "the first were learned");
    assert_eq!(judged(MONDAY_S + DAY_S, true), (1, 2, 0), "the second had written before");
}

#[test]
fn a_mail_that_is_none_is_refused_with_what_is_wrong() {
    let (all, own) = ([policies(&[])], []);
    let mut replayer = MailReplayer::new(&all, &own, &SITE_KEY);
    assert_eq!(replayer.sent(1, "a@b.example", [].into_iter()), Err(RowProblem::EmptyRecipient));
    assert!(matches!(replayer.sent(1, "", ["x@y.example"].into_iter()), Err(RowProblem::NotAName(_))));
    let many = |count| std::iter::repeat_n("x@y.example", count);
    assert_eq!(replayer.sent(1, "a@b.example", many(2_000)), Ok(()));
    assert_eq!(replayer.sent(1, "a@b.example", many(2_001)), Err(RowProblem::TooManyRecipients));
}

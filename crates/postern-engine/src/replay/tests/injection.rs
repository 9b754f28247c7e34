//! Runs put into histories: found within the bars, the same for the same seed, and honest about what slowing does.

use super::*;
use crate::replay::{
    INJECTED_RECIPIENTS_MAX, InjectionReport, InjectionTrials, MailHistory, MailedTo, Run, STANDARD_RUNS,
    Spammer, synthetic_mail_log,
};

const TRIALS: InjectionTrials = InjectionTrials { trials: 150, seed: 4 };

fn history(log: &[u8]) -> MailHistory {
    MailHistory::read(log, &[], &SITE_KEY, &mut |_| {}).expect("a good log")
}

/// The bars of the outbound reference (c5 and h) for what gets out, where it has one.
fn bar(run: Run) -> Option<u64> {
    match (run.to, run.mails_per_hour, run.per_mail) {
        (MailedTo::Strangers, 3_600 | 300, 1) => Some(31),
        (MailedTo::Strangers, _, 50) => Some(0),
        (MailedTo::Strangers, 40, 1) => Some(55),
        (MailedTo::Strangers, 15, 1) => Some(66),
        (MailedTo::Strangers, 5, 1) => Some(83),
        (MailedTo::OwnContactsUnfamiliar, ..) => Some(15),
        (MailedTo::Strangers | MailedTo::OwnContacts, ..) => None,
    }
}

fn check(history: &MailHistory) {
    for found in history.inject(&Policies::default(), &STANDARD_RUNS, TRIALS) {
        println!("{found:?}");
        assert_eq!(found.trials, TRIALS.trials);
        let Some(most) = bar(found.run) else { continue };
        assert!(found.let_out.median <= most, "{found:?}");
        if found.run.to == MailedTo::Strangers {
            assert_eq!(found.detected, found.trials, "{found:?}");
            // A stranger whom the account's filter takes for somebody known is not counted: at most one in 25.
            assert!(found.let_out.worst <= most + most / 12, "{found:?}");
        } else {
            assert!(found.detected * 100 >= found.trials * 60, "{found:?}");
        }
    }
}

#[test]
fn runs_in_synthetic_histories_are_found_within_the_bars() {
    check(&history(synthetic_mail_log().as_bytes()));
}

#[test]
fn runs_in_the_enron_file_are_found_within_the_bars() {
    let Some(file) = provided("mail-enron.csv.gz") else { return };
    check(&history(&file));
}

fn one(run: Run, policies: &Policies) -> [InjectionReport; 2] {
    let found = history(synthetic_mail_log().as_bytes()).inject(
        policies,
        &[run],
        InjectionTrials { trials: 20, seed: 1 },
    );
    found.try_into().expect("both thieves")
}

const FAST: Run = Run { mails_per_hour: 3_600, per_mail: 1, to: MailedTo::Strangers };

#[test]
fn the_same_seed_draws_the_same_trials_and_another_draws_others() {
    let history = history(synthetic_mail_log().as_bytes());
    // A blast to own contacts depends on whose they are.
    let blast = [STANDARD_RUNS[9]];
    let found = |seed| history.inject(&Policies::default(), &blast, InjectionTrials { trials: 40, seed });
    assert_eq!(found(1), found(1));
    assert_ne!(found(1), found(2));
}

/// Slowing holds up who waits and nobody else, and changes how soon, not how many.
#[test]
fn a_delay_holds_up_only_a_thief_who_waits_and_saves_time_not_recipients() {
    let [waits, parallel] = one(FAST, &Policies::default());
    assert_eq!((waits.spammer, parallel.spammer), (Spammer::Waits, Spammer::Parallel));
    assert!(
        waits.until_restricted_s.median >= 2 * parallel.until_restricted_s.median,
        "{waits:?} {parallel:?}"
    );
    assert!(waits.let_out.median.abs_diff(parallel.let_out.median) <= 1, "{waits:?} {parallel:?}");
    assert!(waits.slowed.median > 10, "{waits:?}");
}

#[test]
fn a_run_that_nothing_stops_ends_and_counts_as_never_found() {
    let mut off = Policies::default();
    for rule in ["novel_hour_rule", "novel_day_rule", "recipients_hour_rule"] {
        off.set(&format!("outbound.{rule}"), "0").expect("a switch");
    }
    off.set("outbound.cap_hour", "100000").expect("within bounds");
    off.set("outbound.cap_day", "100000").expect("within bounds");
    let [waits, _] = one(FAST, &off);
    assert_eq!(
        (waits.detected, waits.let_out.median, waits.let_out.worst),
        (0, INJECTED_RECIPIENTS_MAX, INJECTED_RECIPIENTS_MAX)
    );
}

#[test]
fn a_log_in_which_nobody_takes_part_has_no_trials() {
    let quiet = mail_log(&vec![(1_767_571_200, "a@b.example".to_owned(), "x@y.example".to_owned())]);
    let found = history(quiet.as_bytes()).inject(&Policies::default(), &[FAST], TRIALS);
    assert_eq!((found[0].trials, found[0].detected, found[0].let_out.worst), (0, 0, 0));
    assert!(
        history(b"time_unix_s,sender,recipients\n").inject(&Policies::default(), &[FAST], TRIALS)[0].trials
            == 0
    );
}

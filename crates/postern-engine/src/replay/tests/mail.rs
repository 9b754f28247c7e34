//! Normal senders are left alone and runs of spam are stopped, on a synthetic history and on the Enron file.

use super::*;
use crate::replay::synthetic::{DAY_S, MONDAY_S, organisation};

/// A run of strangers: `per_hour` mails to `per_mail` of them.
fn run(sender: &str, from_s: i64, per_hour: i64, per_mail: usize, mails: i64) -> Mails {
    (0..mails)
        .map(|number| {
            let recipients: Vec<_> =
                (0..per_mail).map(|copy| format!("victim{number}-{copy}@far.example")).collect();
            (from_s + number * 3_600 / per_hour, sender.to_owned(), recipients.join(";"))
        })
        .collect()
}

/// The runs of the outbound reference, section h: mails an hour, recipients each, and how many may get out.
const RUNS: [(i64, usize, u64); 6] =
    [(3_600, 1, 31), (300, 1, 31), (300, 50, 0), (40, 1, 55), (15, 1, 66), (5, 1, 83)];

#[test]
fn normal_senders_of_a_synthetic_organisation_have_no_episode() {
    let found = replay(mail_log(&organisation()).as_bytes()).expect("a good log");
    assert_eq!(found.detections, Vec::new());
    assert_eq!((found.accounts, found.episodes), (40, 0));
    assert!(found.messages > 20_000, "{}", found.messages);
}

#[test]
fn a_run_inside_a_working_history_is_stopped_within_the_bars() {
    let history = organisation();
    // A Saturday after 12 weeks, at night.
    let from_s = MONDAY_S + 82 * DAY_S + 3 * 3_600;
    let senders = [3, 17, 31].map(|person| format!("person{person}@contoso.example"));
    for (per_hour, per_mail, most) in RUNS {
        let mut mails = history.clone();
        for sender in &senders {
            mails.extend(run(sender, from_s, per_hour, per_mail, 120));
        }
        let found = replay(mail_log(&mails).as_bytes()).expect("a good log");
        for sender in &senders {
            check_stopped(&found, sender, from_s, most);
        }
    }
}

/// One new episode of `sender`, and no more than `most` recipients out.
fn check_stopped(found: &MailReplay, sender: &str, from_s: i64, most: u64) {
    let detection = found
        .detections
        .iter()
        .find(|detection| detection.account == sender && detection.time_unix_s >= from_s)
        .unwrap_or_else(|| panic!("{sender} was never stopped"));
    let let_out = detection.recipients_let_out;
    assert!(let_out <= most, "{let_out} let out, at most {most}: {detection:?}");
    assert!(most == 0 || let_out >= 25, "the run is counted from its beginning: {detection:?}");
}

#[test]
fn the_enron_file_has_at_most_three_episodes_and_the_same_policy_stops_injected_runs() {
    let Some(file) = provided("mail-enron.csv.gz") else { return };
    let normal = replay(&file).expect("the provided log");
    println!(
        "Enron: {} episodes in {:.1} account-months = {:.2} per 1000, {:?}",
        normal.episodes, normal.account_months, normal.episodes_per_1000_account_months, normal.detections
    );
    assert_eq!((normal.accounts, normal.messages), (152, 21_635));
    assert!(normal.episodes <= 3, "{:?}", normal.detections);
    // 1.05 to two places.
    assert!(normal.episodes_per_1000_account_months < 1.055);

    let history = mails_of(&file);
    for (per_hour, per_mail, most) in RUNS {
        for (sender, from_s) in [("u7@example.org", 985_000_000), ("u138@example.org", 1_000_000_000)] {
            let mut mails = history.clone();
            mails.extend(run(sender, from_s, per_hour, per_mail, 120));
            let found = replay(mail_log(&mails).as_bytes()).expect("a good log");
            check_stopped(&found, sender, from_s, most);
            assert!(found.episodes <= 4, "the run and nothing else: {:?}", found.detections);
        }
    }
}

/// Observe mode in the policy does not change a replay, and a rule that is off finds nothing.
#[test]
fn a_replay_enforces_the_policy_that_it_is_given() {
    let log = mail_log(&run("a@b.example", MONDAY_S, 300, 1, 100));
    let mut policies = Policies::default();
    policies.outbound.observe_until_unix_s = u64::from(u32::MAX);
    let found = |policies: &Policies| {
        replay_mail(log.as_bytes(), policies, &[], &SITE_KEY, &mut |_| {}).expect("a good log")
    };
    assert_eq!(found(&policies).episodes, 1);
    policies.outbound.novel_hour_rule = 0;
    assert_eq!(found(&policies).by_rule["novel_recipients_day"], 1);
    policies.outbound.novel_day_rule = 0;
    assert_eq!(found(&policies).episodes, 0);
}

#[test]
fn recipients_are_external_unless_their_domain_is_given() {
    let log = mail_log(&run("a@b.example", MONDAY_S, 300, 1, 60));
    let episodes = |own: &str| {
        let own = [own.to_owned()];
        let found = replay_mail(log.as_bytes(), &Policies::default(), &own, &SITE_KEY, &mut |_| {});
        found.expect("a good log").episodes
    };
    assert_eq!(episodes("far.example"), 0);
    assert_eq!(episodes("ar.example"), 1, "the end of a name is another domain");
    assert_eq!(episodes("example"), 1);
    assert_eq!(replay(log.as_bytes()).expect("a good log").episodes, 1);
}

#[test]
fn a_restriction_lasts_to_midnight_and_an_account_has_one_episode_in_24_hours() {
    let sender = "a@b.example";
    // Twenty minutes before midnight, and on: restricted, opened at midnight, restricted again, all one episode.
    let late = MONDAY_S + DAY_S - 1_200;
    let mut mails = run(sender, late, 300, 1, 400);
    let found = replay(mail_log(&mails).as_bytes()).expect("a good log");
    assert_eq!((found.episodes, found.detections[0].recipients_let_out), (1, 31));
    assert_eq!(found.detections[0].time_unix_s, late + 31 * 12);
    // A day later it is another one.
    mails.extend(run(sender, late + DAY_S + 1_200, 300, 50, 2));
    assert_eq!(replay(mail_log(&mails).as_bytes()).expect("a good log").episodes, 2);
}

/// What was refused was never written to, so it is novel two days later.
#[test]
fn what_is_refused_or_sent_while_restricted_is_not_learned() {
    let strangers = |name: &str, count: usize| {
        (0..count).map(|number| format!("{name}{number}@far.example")).collect::<Vec<_>>().join(";")
    };
    let episodes = |mails: &[(i64, String)]| {
        let mails = mails
            .iter()
            .map(|(hours, recipients)| {
                (MONDAY_S + hours * 3_600, "a@b.example".to_owned(), recipients.clone())
            })
            .collect();
        let mut policies = Policies::default();
        policies.outbound.observe_until_unix_s = u64::from(u32::MAX);
        let log = mail_log(&mails);
        replay_mail(log.as_bytes(), &policies, &[], &SITE_KEY, &mut |_| {}).expect("a good log").episodes
    };
    let restricted = [(8, strangers("first", 30)), (8, strangers("crossing", 1))];
    let while_restricted = (10, strangers("later", 25));
    let quiet = (56, format!("{};{}", strangers("later", 25), strangers("new", 6)));
    let crossing_again = (56, format!("{};{}", strangers("new", 30), strangers("crossing", 1)));
    assert_eq!(episodes(&[&restricted[..], &[while_restricted, quiet]].concat()), 2);
    assert_eq!(episodes(&[&restricted[..], &[crossing_again]].concat()), 2);
}

#[test]
fn months_run_from_each_senders_first_to_last_mail() {
    let month_s = 2_630_016;
    let mails: Mails = [(0, "a"), (month_s, "a"), (10, "b"), (10 + month_s / 2, "b"), (5, "c")]
        .map(|(time, sender)| (time, format!("{sender}@b.example"), "x@y.example".to_owned()))
        .to_vec();
    let found = replay(mail_log(&mails).as_bytes()).expect("a good log");
    assert!((found.account_months - 1.5).abs() < 1e-9);
    assert_eq!((found.accounts, found.messages), (3, 5));
}

#[test]
fn spellings_of_one_sender_are_one_account() {
    let log =
        "time_unix_s,sender,recipients\n1,Rob@B.example,x@y.example\n2,rob+list@b.example,x@y.example\n";
    assert_eq!(replay(log.as_bytes()).expect("a good log").accounts, 1);
}

#[test]
fn the_report_has_exactly_the_promised_fields() {
    let found = replay(mail_log(&run("a@b.example", MONDAY_S, 300, 1, 60)).as_bytes()).expect("a good log");
    let json = serde_json::to_value(&found).expect("numbers and texts");
    let keys = |value: &serde_json::Value| {
        value.as_object().map(|object| object.keys().cloned().collect::<std::collections::BTreeSet<_>>())
    };
    let expected = |names: &[&str]| Some(names.iter().map(|name| (*name).to_owned()).collect());
    assert_eq!(
        keys(&json),
        expected(&[
            "accounts",
            "messages",
            "account_months",
            "episodes",
            "episodes_per_1000_account_months",
            "by_rule",
            "detections",
            "messages_refused",
            "sender_hours",
            "slowed_hours",
            "longest_delay_s",
            "touched"
        ])
    );
    assert_eq!(
        keys(&json["detections"][0]),
        expected(&["account", "time_unix_s", "rule", "recipients_let_out"])
    );
    assert_eq!(
        keys(&json["touched"][0]),
        expected(&[
            "account",
            "messages",
            "slowed_hours",
            "episodes",
            "first_detection_unix_s",
            "first_rule",
            "recipients_let_out"
        ])
    );
    assert_eq!(json["by_rule"]["novel_recipients_hour"], 1);
    assert_eq!(json["by_rule"]["cap_day"], 0);
}

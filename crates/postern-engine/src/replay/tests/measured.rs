//! Measures the two levels that a replay does not report: who would be slowed, and which normal days would
//! cross the limits of a watched account. docs/explain-outbound.md quotes what is printed here.

use std::collections::{HashMap, HashSet};

use postern_core::name::NameRules;
use postern_core::outbound::{self, SendingFacts, SendingRecord, SendingVerdict};
use postern_core::policy::OutboundPolicy;
use postern_core::time::Timestamp;

use super::*;
use crate::sending::read_recipient;

/// Of all times at which somebody sent, in units of `unit_s`, how many held a recipient that was not simply
/// permitted. Everything goes out and is learned, as in observe mode.
fn touched(mails: &Mails, policy: &OutboundPolicy, is_watched: bool, unit_s: i64) -> (usize, usize) {
    let policy = OutboundPolicy { observe_until_unix_s: u64::from(u32::MAX), ..policy.clone() };
    let facts = SendingFacts {
        is_application: false,
        signed_in_unfamiliar: is_watched,
        is_suspect: false,
        is_slowed: false,
        is_held_back: false,
        next_day: Timestamp::default(),
    };
    let (mut records, mut all, mut hit) = (HashMap::new(), HashSet::new(), HashSet::new());
    for (time, sender, recipients) in mails {
        let now = Timestamp::from_unix_s(*time);
        let record = records.entry(sender).or_insert_with(|| SendingRecord::new(now));
        all.insert((sender, time / unit_s));
        for address in recipients.split(';') {
            let recipient = read_recipient(address, &NameRules::default(), &[], &SITE_KEY);
            let is_touched = match outbound::recipient(record, recipient, &facts, &policy, now).verdict {
                SendingVerdict::Permit => false,
                SendingVerdict::Slow { .. } => !is_watched,
                SendingVerdict::Restrict { .. } => true,
            };
            if is_touched {
                hit.insert((sender, time / unit_s));
            }
        }
    }
    (hit.len(), all.len())
}

#[test]
fn the_slow_level_touches_less_than_one_normal_hour_in_a_thousand() {
    let Some(file) = provided("mail-enron.csv.gz") else { return };
    let mails = mails_of(&file);
    for slow_novel_hour in [6, 8, 10, 12, 15, 20] {
        let policy = OutboundPolicy { slow_novel_hour, ..OutboundPolicy::default() };
        let (hours, of) = touched(&mails, &policy, false, 3_600);
        println!("slow above {slow_novel_hour} novel/h: {hours} of {of} sender-hours with mail");
        if slow_novel_hour == OutboundPolicy::default().slow_novel_hour {
            assert!(hours * 1_000 < of, "{hours} of {of}");
        }
    }
}

#[test]
fn a_watched_account_crosses_on_about_one_normal_day_in_a_hundred() {
    let Some(file) = provided("mail-enron.csv.gz") else { return };
    let mails = mails_of(&file);
    for (floor, percent) in [(10, 150), (15, 100), (15, 150), (25, 100), (25, 150)] {
        let policy = OutboundPolicy {
            watched_recipients_hour: floor,
            watched_peak_percent: percent,
            ..OutboundPolicy::default()
        };
        let (days, of) = touched(&mails, &policy, true, 86_400);
        println!("watched, {floor} recipients/h or {percent} % of own peak: {days} of {of} sender-days");
        let alone = OutboundPolicy { novel_hour_rule: 0, novel_day_rule: 0, ..policy };
        let (days_alone, _) = touched(&mails, &alone, true, 86_400);
        println!("  by that rule alone: {days_alone}");
        if (floor, percent) == (15, 150) {
            assert!(days * 100 < of * 2, "{days} of {of}");
        }
    }
}

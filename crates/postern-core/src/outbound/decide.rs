//! The decision for one recipient, and for the end of one message.
//!
//! ```text
//! RCPT ──▶ novel? ──▶ counters with it ──▶ a limit crossed? ──yes──▶ restrict (nothing is counted or learned)
//!                                              │ no
//!                                              ▼
//!                      debit, learn ──▶ novel, and above the slow level? ──yes──▶ slow
//!                                              │ no
//!                                              ▼
//!                                            permit
//! ```
//!
//! A debit is permanent: a client that names recipients and hangs up has named them. Volume alone restricts
//! until the next day; volume with evidence of a compromise restricts until somebody releases.

use crate::outbound::known::Sight;
use crate::outbound::limits::{Crossing, Limits, Noticed, Rule};
use crate::outbound::record::SendingRecord;
use crate::outbound::tally::Added;
use crate::outbound::{Grace, Recipient, SendingFacts, SendingStep, SendingVerdict};
use crate::policy::OutboundPolicy;
use crate::restriction::{Evidence, EvidenceKind};
use crate::time::{Span, Timestamp};

/// Points for reaching a hard cap (c4, the row of the larger burst).
const CAP_POINTS: u8 = 80;
/// Points for a session from an unfamiliar source (c4).
const UNFAMILIAR_POINTS: u8 = 15;
/// The slow level ends when novelty has fallen to this share of it, so that it does not flicker.
const SLOW_ENDS_AT: f32 = 0.5;

/// One recipient is named (RCPT). In observe mode a verdict other than permit is only what would have been
/// done: the recipient goes out, so it is counted and learned.
pub fn recipient(
    record: &mut SendingRecord,
    named: Recipient,
    facts: &SendingFacts,
    policy: &OutboundPolicy,
    now: Timestamp,
) -> SendingStep {
    let now_s = now.unix_s_u32();
    turn(record, policy, now_s);
    let hash = named.address_hash;
    let sight = record.known.sight(hash);
    let is_novel = sight == Sight::Never;
    let added = Added {
        novel: if is_novel && !facts.is_application { weight(named, policy) } else { 0.0 },
        recipients: 1.0,
        distinct: record.this_hour.weight(hash, now_s),
    };
    let grace = record.grace(now);
    let limits = Limits::of(policy, facts, grace, record.is_learning(policy, now_s), record.peak.learned);
    let tally = record.tally.with(added);
    let noticed = limits.noticed_in(&tally, added);
    // Evidence is noticed against the ordinary limits all the same.
    let refusing = if facts.is_held_back { limits.caps_only() } else { limits };
    let crossed = refusing.crossed_by(&tally, added);
    let was_slow =
        record.is_slow && limits.slow.is_some_and(|slow| record.tally.novel_hour > slow * SLOW_ENDS_AT);
    record.is_slow = was_slow;

    if crossed.is_none() || policy.only_observes(now) {
        record.tally = tally;
        record.this_hour.mark(hash);
        if sight != Sight::Current {
            record.known.learn(hash, now_s);
        }
    }
    if let Some(crossing) = crossed {
        return SendingStep {
            verdict: restrict(crossing, noticed, facts, grace, now),
            is_novel,
            is_first_slow: false,
            evidence: Vec::new(),
        };
    }
    let above_slow = added.novel > 0.0 && limits.slow.is_some_and(|slow| tally.novel_hour > slow);
    record.is_slow |= above_slow;
    let is_delayed = above_slow || ((facts.is_slowed || facts.is_held_back) && is_novel);
    let evidence = evidence(noticed, facts, now);
    if !record.is_slow && !facts.is_suspect && !facts.is_held_back && evidence.is_empty() {
        record.peak.notice(tally.distinct_hour);
    }
    let verdict = if is_delayed {
        SendingVerdict::Slow { delay_s: policy.slow_delay_s.min(u64::from(u8::MAX)) as u8 }
    } else {
        SendingVerdict::Permit
    };
    SendingStep { verdict, is_novel, is_first_slow: above_slow && !was_slow, evidence }
}

/// A message is complete (END-OF-MESSAGE) with `unnamed` accepted recipients that [`recipient`] was never
/// asked about: `postmaster`, or all of them where no gate asks at RCPT. Nobody knows who they are, so they
/// count for the hard caps and not as novel.
pub fn message(
    record: &mut SendingRecord,
    unnamed: u32,
    facts: &SendingFacts,
    policy: &OutboundPolicy,
    now: Timestamp,
) -> SendingStep {
    let now_s = now.unix_s_u32();
    turn(record, policy, now_s);
    let added = Added { novel: 0.0, recipients: unnamed as f32, distinct: 0.0 };
    let tally = record.tally.with(added);
    let grace = record.grace(now);
    let limits = Limits::of(policy, facts, grace, record.is_learning(policy, now_s), record.peak.learned);
    let crossed = limits.crossed_by(&tally, added);
    if crossed.is_none() || policy.only_observes(now) {
        record.tally = tally;
        record.messages = record.messages.saturating_add(1);
    }
    let verdict = match crossed {
        Some(crossing) => restrict(crossing, [None, None], facts, grace, now),
        None => SendingVerdict::Permit,
    };
    SendingStep { verdict, is_novel: false, is_first_slow: false, evidence: Vec::new() }
}

/// Brings every part of the record to `now_s`.
fn turn(record: &mut SendingRecord, policy: &OutboundPolicy, now_s: u32) {
    record.known.turn(now_s);
    record.tally.decay(now_s);
    record.turn_day(now_s);
    // Below this peak the floor alone decides, so learning up to it needs no patience.
    record.peak.turn(now_s, policy.recipients_hour_floor as f32 / policy.peak_factor as f32);
}

fn weight(recipient: Recipient, policy: &OutboundPolicy) -> f32 {
    if recipient.is_internal { policy.internal_weight_percent as f32 / 100.0 } else { 1.0 }
}

fn restrict(
    crossing: Crossing,
    noticed: [Option<Noticed>; 2],
    facts: &SendingFacts,
    grace: Grace,
    now: Timestamp,
) -> SendingVerdict {
    let is_compromise = facts.signed_in_unfamiliar || grace == Grace::Quartered;
    let cap = match crossing.rule {
        Rule::NovelHour | Rule::NovelDay | Rule::RecipientsHour => None,
        Rule::CapHour | Rule::CapDay => {
            Some(Noticed { kind: EvidenceKind::ManyRecipients, points: CAP_POINTS, count: crossing.count })
        }
    };
    let noticed = match cap {
        Some(cap) => [noticed[0], Some(cap)],
        None => noticed,
    };
    // A day that is already over (the caller's clock or zone jumped) would restrict nothing.
    let day_ends = if facts.next_day > now { facts.next_day } else { now.plus(Span::from_days(1)) };
    SendingVerdict::Restrict {
        reason: crossing.reason(),
        evidence: evidence(noticed, facts, now),
        until: (!is_compromise).then_some(day_ends),
    }
}

/// What was noticed as evidence, and with it from where the account signed in.
fn evidence(noticed: [Option<Noticed>; 2], facts: &SendingFacts, now: Timestamp) -> Vec<Evidence> {
    let seen = |kind, points, count| Evidence { kind, points, at: now, source: None, count, region: None };
    let mut all: Vec<Evidence> = noticed
        .into_iter()
        .flatten()
        .map(|noticed| seen(noticed.kind, noticed.points, noticed.count))
        .collect();
    if facts.signed_in_unfamiliar && !all.is_empty() {
        all.push(seen(EvidenceKind::UnfamiliarSource, UNFAMILIAR_POINTS, 1));
    }
    all
}

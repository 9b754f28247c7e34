//! What a series shows, chosen by pure functions: whether failures came in waves, from when sending rose, which of all
//! that is the heading. Every finding is what was counted; nothing here guesses why.

use postern_core::restriction::{Origin, RestrictionKind};
use postern_core::time::{Span, Timestamp};
use postern_engine::ports::series::{Frame, Tally};
use postern_engine::queries::{AccountSeries, Range, SiteSeries};

/// Fewer failures than this in a bucket are no wave of an account.
const ACCOUNT_WAVE_MIN: u64 = 5;
/// Fewer than this are none of a site.
const SITE_WAVE_MIN: u64 = 10;
/// A wave is so many times as high as the median bucket.
const WAVE_TIMES_MEDIAN: u64 = 4;
/// After a pause as long as this another wave begins.
const WAVES_APART: Span = Span::from_minutes(30);
/// Of a site a wave is at least one failure to so many successes: each morning brings some wrong passwords.
const WAVE_SUCCESSES_MAX: u64 = 5;
/// So many failures before a success from a strange place, and it is told with them.
const GUESSES_MIN: u64 = 5;
/// Recipients from which on a rise is told.
const RISE_MIN: u64 = 10;

/// What was found, each a sentence or a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Finding {
    /// Of a range: nothing at all.
    Nothing(Range),
    /// No lock, no restriction, no strange place.
    Quiet,
    /// Sending was restricted then.
    Restricted(Timestamp),
    /// Many wrong passwords, and then somebody signed in from a strange place.
    Guessed(Timestamp),
    /// Somebody signed in from a strange place.
    Strange(Timestamp),
    /// So many locks.
    Locked(u64),
    /// Another restriction than these, the last one.
    Other(RestrictionKind),
    /// Nobody signed in or sent anything.
    NothingOnSite,
    /// No failure.
    NoneFailed,
    /// So many failures, never many at once.
    SomeFailed(u64),
    /// So many failures.
    AllFailed(u64),
    /// One wave of them.
    OneWave(Timestamp, Timestamp),
    /// Several, the first from then on.
    Waves(u64, Timestamp),
    /// The last success from a strange place, where the heading says something else.
    LastStrange(Timestamp),
    /// No mail.
    NoMail,
    /// Recipients.
    Mail(u64),
    /// Recipients, and how many of them had never been written to before.
    MailNovel(u64, u64),
    /// Sending rose, and was restricted.
    Rose(Timestamp, Timestamp),
    /// Attempts to send that were refused.
    Refused(u64),
    /// No rule restricted anybody's sending.
    NoneRestricted,
    /// Rules restricted so many accounts, the last then.
    RulesRestricted(u64, Timestamp),
}

/// The sentences below the overview's heading.
pub(super) fn of_site(series: &SiteSeries) -> Vec<Finding> {
    let all = total(&series.sums);
    if all == Tally::default() {
        return vec![Finding::NothingOnSite];
    }
    let failures = failures_of(&series.sums);
    let is_wave = |bucket: usize, count: u64| count * WAVE_SUCCESSES_MAX > series.sums[bucket].signed_in;
    let found = waves(&failures, SITE_WAVE_MIN, pause(&series.frame), is_wave);
    let mut findings = match (all.sign_ins_failed + all.sign_ins_refused, found.is_empty()) {
        (0, _) => vec![Finding::NoneFailed],
        (count, true) => vec![Finding::SomeFailed(count)],
        (count, false) => vec![Finding::AllFailed(count)],
    };
    findings.extend(waves_told(&found, |bucket| series.frame.start_of(bucket)));
    findings.push(match all.recipients_permitted {
        0 => Finding::NoMail,
        count => Finding::Mail(count),
    });
    let restricted =
        series.rule_starts.iter().filter(|start| start.kind == RestrictionKind::SendingRestricted);
    let count = restricted.clone().map(|start| start.count).sum();
    findings.push(match restricted.map(|start| start.at).max() {
        Some(last) => Finding::RulesRestricted(count, last),
        None => Finding::NoneRestricted,
    });
    findings
}

/// The heading of an account's picture.
pub(super) fn title(series: &AccountSeries) -> Finding {
    let strange = last_strange(series);
    let restricted = series
        .doors
        .iter()
        .filter(|door| door.kind == RestrictionKind::SendingRestricted && door.since >= series.frame.from())
        .map(|door| door.since)
        .max();
    let locks = series.doors.iter().filter(|door| door.kind == RestrictionKind::SignInLocked).count() as u64;
    if let Some(at) = restricted {
        return Finding::Restricted(at);
    }
    if let Some(at) = strange {
        return if guesses_before(series, at) >= GUESSES_MIN {
            Finding::Guessed(at)
        } else {
            Finding::Strange(at)
        };
    }
    if locks > 0 {
        return Finding::Locked(locks);
    }
    let is_empty = total(&series.sums) == Tally::default()
        && series.failures.is_empty()
        && series.successes.is_empty()
        && series.doors.is_empty()
        && series.acts.is_empty();
    match series.doors.last() {
        _ if is_empty => Finding::Nothing(series.range),
        Some(last) => Finding::Other(last.kind),
        None => Finding::Quiet,
    }
}

/// The sentences below an account's heading.
pub(super) fn of_account(series: &AccountSeries) -> Vec<Finding> {
    let heading = title(series);
    if matches!(heading, Finding::Nothing(_)) {
        return Vec::new();
    }
    let failures = account_failures(series);
    let mut findings = Vec::new();
    let failed: u64 = failures.iter().sum();
    findings.push(if failed == 0 { Finding::NoneFailed } else { Finding::AllFailed(failed) });
    let found = waves(&failures, ACCOUNT_WAVE_MIN, pause(&series.frame), |_, _| true);
    findings.extend(waves_told(&found, |bucket| series.frame.start_of(bucket)));
    if let Some(at) = last_strange(series)
        && heading != Finding::Strange(at)
        && heading != Finding::Guessed(at)
    {
        findings.push(Finding::LastStrange(at));
    }
    let all = total(&series.sums);
    findings.push(match all.recipients_permitted {
        0 => Finding::NoMail,
        count => Finding::MailNovel(count, all.recipients_novel),
    });
    findings.extend(rise(series));
    if all.recipients_refused > 0 {
        findings.push(Finding::Refused(all.recipients_refused));
    }
    findings.retain(|finding| *finding != heading);
    findings
}

/// All sums of a series together.
pub(super) fn total(sums: &[Tally]) -> Tally {
    let mut all = Tally::default();
    for sum in sums {
        all.add(sum);
    }
    all
}

/// Failed and refused attempts, one number a bucket, over all lanes.
pub(super) fn account_failures(series: &AccountSeries) -> Vec<u64> {
    let mut all = vec![0_u64; series.frame.buckets() as usize];
    for lane in &series.failures {
        for counts in [&lane.failed, &lane.refused] {
            for (sum, count) in all.iter_mut().zip(counts) {
                *sum = sum.saturating_add(*count);
            }
        }
    }
    all
}

fn failures_of(sums: &[Tally]) -> Vec<u64> {
    sums.iter().map(|sum| sum.sign_ins_failed.saturating_add(sum.sign_ins_refused)).collect()
}

fn last_strange(series: &AccountSeries) -> Option<Timestamp> {
    series.successes.iter().filter(|success| success.is_strange).map(|success| success.at).max()
}

fn guesses_before(series: &AccountSeries, at: Timestamp) -> u64 {
    let until = series.frame.bucket_of(at).map_or(0, |bucket| bucket as usize + 1);
    account_failures(series).iter().take(until).sum()
}

/// When sending rose before a rule restricted it: from the first bucket of the row of busy ones that leads to it.
fn rise(series: &AccountSeries) -> Option<Finding> {
    let by_rule = |kind, origin| kind == RestrictionKind::SendingRestricted && origin == Origin::Rule;
    let at =
        series.doors.iter().filter(|door| by_rule(door.kind, door.origin)).map(|door| door.since).max()?;
    let last = series.frame.bucket_of(at)? as usize;
    let sent: Vec<u64> = series.sums.iter().map(|sum| sum.recipients_permitted).collect();
    let peak = sent.iter().take(last + 1).rev().take(2).max().copied()?;
    let busy = (peak / 10).max(1);
    let row = sent.iter().take(last + 1).rev().take_while(|count| **count >= busy).count();
    let first = last + 1 - row.max(1);
    let in_row: u64 = sent.get(first..=last)?.iter().sum();
    (in_row >= RISE_MIN).then(|| Finding::Rose(series.frame.start_of(first as u32), at))
}

/// Buckets that a wave may pause for and go on: less than half an hour.
fn pause(frame: &Frame) -> usize {
    let buckets = WAVES_APART.as_micros() / frame.bucket().as_micros().max(1);
    usize::try_from(buckets - 1).unwrap_or(0)
}

/// Rows of buckets that are far higher than the median one, with no more than `pause` lower ones between them. First and
/// last bucket of each.
pub(super) fn waves(
    counts: &[u64],
    least: u64,
    pause: usize,
    is_wave: impl Fn(usize, u64) -> bool,
) -> Vec<(usize, usize)> {
    let mut sorted = counts.to_vec();
    sorted.sort_unstable();
    let median = sorted.get(sorted.len() / 2).copied().unwrap_or(0);
    let high = least.max(median.saturating_mul(WAVE_TIMES_MEDIAN));
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (bucket, &count) in counts.iter().enumerate() {
        if count < high || !is_wave(bucket, count) {
            continue;
        }
        match found.last_mut() {
            Some((_, last)) if bucket - *last <= pause + 1 => *last = bucket,
            Some(_) | None => found.push((bucket, bucket)),
        }
    }
    found
}

fn waves_told(found: &[(usize, usize)], start_of: impl Fn(u32) -> Timestamp) -> Option<Finding> {
    let &(first, last) = found.first()?;
    Some(match found.len() {
        1 => Finding::OneWave(start_of(first as u32), start_of(last as u32 + 1)),
        count => Finding::Waves(count as u64, start_of(first as u32)),
    })
}

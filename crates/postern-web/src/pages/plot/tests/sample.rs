//! Made-up series: a night in which passwords were guessed and one of them was right, and nights in which nothing was.

use postern_core::ids::AccountId;
use postern_core::restriction::{Actor, Origin, Reason, RestrictionKind};
use postern_core::sign_in::Lane;
use postern_core::time::{Span, Timestamp};
use postern_engine::ports::series::{Frame, RuleStarts, Tally};
use postern_engine::queries::{
    AccountSeries, Act, DoorInterval, FailureLane, Range, RecipientLimit, SignInMark, SiteSeries,
};
use postern_text::TimeZone;

/// 2026-11-21 02:52 UTC, 03:52 in Oslo.
pub(super) const NOW: Timestamp = Timestamp::from_unix_s(1_795_229_520);

/// The symbols that the page's frame brings.
pub(super) const SYMBOLS: &str = "<svg width=\"0\" height=\"0\" class=\"vh\" aria-hidden=\"true\">\
    <symbol id=\"locked\" viewBox=\"0 0 12 18\"><path fill-rule=\"evenodd\" d=\"M1.2 17.8V7a4.8 4.8 0 0 1 9.6 0v10.8zM6 8.2a1.8 1.8 0 0 0-.9 3.35V14.2h1.8v-2.65A1.8 1.8 0 0 0 6 8.2z\"/></symbol>\
    <symbol id=\"half\" viewBox=\"0 0 12 18\"><path d=\"M2 17V7a4 4 0 0 1 8 0v10z\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.6\"/><path d=\"M2 10h8v7H2z\"/></symbol>\
    <symbol id=\"flag\" viewBox=\"0 0 16 16\"><path d=\"M3 15V1h10l-2.5 4L13 9H4.7v6z\"/></symbol></svg>\n";

pub(super) fn oslo() -> TimeZone {
    TimeZone::get("Europe/Oslo").expect("the zone database has it")
}

fn ago(minutes: i64) -> Timestamp {
    NOW.minus(Span::from_minutes(minutes))
}

pub(super) fn empty_site() -> SiteSeries {
    let frame = Frame::until(NOW, Span::from_minutes(30), 48);
    SiteSeries { frame, sums: vec![Tally::default(); 48], rule_starts: Vec::new(), acts: Vec::new(), at: NOW }
}

/// Who acted: Anna, an admin.
fn anna(minutes: i64, code: &str) -> Act {
    Act {
        at: ago(minutes),
        actor: Actor::Person(AccountId::from_random(4)),
        name: Some("Anna".to_owned()),
        code: code.to_owned(),
        events: 1,
    }
}

/// A working day, three waves of guesses at night, and a spam run that was stopped at 03:22.
pub(super) fn site_night() -> SiteSeries {
    let mut series = empty_site();
    let day = [
        7, 8, 13, 14, 19, 28, 29, 36, 43, 43, 49, 46, 45, 46, 45, 44, 39, 40, 35, 40, 41, 33, 35, 28, 26, 25,
        17, 17, 13, 9, 4, 3, 3, 4, 3, 3, 3, 3, 3, 4, 3, 4, 3, 4, 3, 4, 4, 3,
    ];
    let waves = [(37, 9, 4), (38, 14, 22), (39, 8, 12), (41, 10, 28), (42, 7, 24), (44, 9, 30), (45, 5, 34)];
    for (bucket, sum) in series.sums.iter_mut().enumerate() {
        sum.signed_in = day[bucket];
        sum.sign_ins_failed = u64::from(bucket % 3 == 0);
        sum.recipients_permitted = day[bucket] * 5 + 3;
    }
    for (bucket, failed, refused) in waves {
        series.sums[bucket].sign_ins_failed = failed;
        series.sums[bucket].sign_ins_refused = refused;
    }
    series.sums[46].recipients_permitted = 148;
    series.sums[46].recipients_refused = 310;
    series.sums[47].recipients_refused = 1_204;
    let start = |minutes, kind, count| RuleStarts { bucket: 0, kind, at: ago(minutes), count };
    series.rule_starts = vec![
        start(16 * 60, RestrictionKind::SendingSlowed, 1),
        start(290, RestrictionKind::SignInLocked, 1),
        start(220, RestrictionKind::SignInLocked, 2),
        start(140, RestrictionKind::SignInLocked, 1),
        start(30, RestrictionKind::SendingRestricted, 1),
    ];
    series.acts = vec![anna(11, "restriction_started")];
    series
}

pub(super) fn empty_account(range: Range) -> AccountSeries {
    let frame = range.frame(NOW);
    AccountSeries {
        range,
        sums: vec![Tally::default(); frame.buckets() as usize],
        frame,
        failures: Vec::new(),
        successes: Vec::new(),
        doors: Vec::new(),
        limit: match range {
            Range::Day | Range::Week => RecipientLimit { max: 500, within: Span::from_hours(1) },
            Range::Month => RecipientLimit { max: 1_000, within: Span::from_days(1) },
        },
        acts: Vec::new(),
        at: NOW,
    }
}

fn bucket_ago(series: &AccountSeries, minutes: i64) -> usize {
    series.frame.bucket_of(ago(minutes)).expect("within the day") as usize
}

/// Guesses from two networks that lock out strangers three times, the right password at 02:58, a spam run that is stopped
/// at 03:22, and Anna, who blocks at 03:41.
pub(super) fn account_night(range: Range) -> AccountSeries {
    let mut series = empty_account(range);
    let lane = |network: &str| {
        let buckets = series.frame.buckets() as usize;
        FailureLane { network: network.parse().ok(), failed: vec![0; buckets], refused: vec![0; buckets] }
    };
    let (mut first, mut second, mut office) =
        (lane("203.0.113.0/24"), lane("198.51.100.0/24"), lane("192.0.2.15/32"));
    for (minutes, failed, refused) in [
        (310, 9, 0),
        (300, 1, 14),
        (290, 0, 16),
        (200, 6, 4),
        (190, 0, 13),
        (120, 4, 9),
        (110, 0, 18),
        (60, 7, 0),
    ] {
        let bucket = bucket_ago(&series, minutes);
        first.failed[bucket] += failed;
        first.refused[bucket] += refused;
        second.failed[bucket] += failed / 2;
    }
    office.failed[bucket_ago(&series, 292)] += 2;
    series.failures = vec![first, second, office];
    let mark = |minutes, source: &str, is_strange| SignInMark {
        at: ago(minutes),
        source: Some(source.to_owned()),
        count: 3,
        is_strange,
    };
    series.successes = (0..18).map(|hour| mark(1_380 - hour * 60, "192.0.2.15", false)).collect();
    series.successes.push(mark(54, "203.0.113.66", true));
    let door = |kind, lane, since, until: Option<i64>, origin, reason| DoorInterval {
        kind,
        lane,
        origin,
        reason,
        since: ago(since),
        until: until.map(ago),
    };
    let lock = |since, until| {
        let reason = Reason::WrongPasswords { lane: Lane::Unfamiliar, failures: 10 };
        let lane = Some(Lane::Unfamiliar);
        door(RestrictionKind::SignInLocked, lane, since, Some(until), Origin::Rule, reason)
    };
    let by_anna = Reason::ByPerson { note: "Contained".to_owned() };
    let crossed = Reason::NovelRecipientsHour { count: 31, limit: 30 };
    series.doors = vec![
        lock(302, 287),
        lock(195, 165),
        lock(118, 58),
        door(RestrictionKind::SendingSlowed, None, 38, Some(30), Origin::Rule, crossed.clone()),
        door(RestrictionKind::SendingRestricted, None, 30, None, Origin::Rule, crossed),
        door(RestrictionKind::SignInBlocked, None, 11, None, Origin::Person, by_anna),
    ];
    for (minutes, permitted, novel) in
        [(1_300, 4, 1), (1_100, 12, 0), (700, 30, 2), (640, 18, 1), (36, 64, 60), (31, 84, 81)]
    {
        let bucket = bucket_ago(&series, minutes);
        series.sums[bucket].recipients_permitted += permitted;
        series.sums[bucket].recipients_novel += novel;
    }
    for (minutes, refused) in [(30, 260), (20, 700), (10, 640)] {
        let bucket = bucket_ago(&series, minutes);
        series.sums[bucket].recipients_refused += refused;
    }
    series.acts = vec![anna(11, "restriction_started")];
    series
}

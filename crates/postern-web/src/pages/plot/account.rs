//! An account's picture: what failed from where, what succeeded, when its doors were closed, whom it wrote to, and who
//! acted, over a day, a week or a month.

use postern_core::restriction::{Origin, RestrictionKind};
use postern_core::sign_in::Lane;
use postern_core::time::{Span, Timestamp};
use postern_engine::queries::{AccountSeries, DoorInterval, FailureLane, Range};
use postern_text::{Arg, key};

use super::overview::{RuleMarks, acts, per_bucket, refused_mail};
use super::svg::{self, Layer, Room, band, bars, dot, note, swatch};
use super::table::{self, Column};
use super::{Axis, Lanes, Legend, Pen, details, escaped, finding};

/// Pixels of the first lane of failures, of the others, of successes, of what was closed, and of recipients.
const FIRST_FAILURES: u32 = 48;
const FAILURES: u32 = 32;
const SUCCESSES: u32 = 56;
const CLOSED: u32 = 32;
const RECIPIENTS: u32 = 110;
/// The highest bar of a lane of failures, and of recipients.
const FAILURE_BARS: u32 = 24;
const RECIPIENT_BARS: u32 = 78;
/// A limit is drawn where it is at most so many times the highest bar; else only its number is said.
const LIMIT_IN_SIGHT: u64 = 3;

pub(super) fn figure(pen: &Pen<'_>, series: &AccountSeries, range_href: &str) -> String {
    let axis = Axis::new(pen, series.frame);
    let mut lanes = Lanes::new(&axis);
    let mut legend = Legend::default();
    failures(pen, series, &mut lanes, &mut legend);
    successes(pen, series, &mut lanes, &mut legend);
    closed(pen, series, &mut lanes, &mut legend);
    recipients(pen, series, &mut lanes, &mut legend);
    refused_mail(pen, &series.sums, series.frame.buckets(), &mut lanes);
    let rules = rule_marks(series);
    acts(pen, &rules, &series.acts, &mut lanes, &mut legend);
    let sentences = pen.sentences(&finding::of_account(series));
    let sentences =
        if sentences.is_empty() { sentences } else { format!("<p class=\"sub\">{sentences}</p>") };
    format!(
        "<figure aria-labelledby=\"plot-account\">\n<figcaption class=\"head\"><div>\
         <h2 id=\"plot-account\">{title}</h2>{sentences}</div>\n{ranges}</figcaption>\n{lanes}{key}{details}</figure>\n",
        title = pen.heading(finding::title(series)),
        ranges = ranges(pen, series.range, range_href),
        lanes = lanes.finish(),
        key = legend.html(pen),
        details = details(pen, &tables(pen, series)),
    )
}

fn ranges(pen: &Pen<'_>, current: Range, href: &str) -> String {
    let links: String = Range::ALL
        .into_iter()
        .map(|range| {
            let label = pen.label(match range {
                Range::Day => key::PLOTS_RANGE_DAY,
                Range::Week => key::PLOTS_RANGE_WEEK,
                Range::Month => key::PLOTS_RANGE_MONTH,
            });
            if range == current {
                format!(" <b aria-current=\"true\">{label}</b>")
            } else {
                format!(" <a href=\"{}{}\">{label}</a>", escaped(href), range.code())
            }
        })
        .collect();
    format!("<p class=\"row s\"><span class=\"sub\">{}</span>{links}</p>", pen.label(key::PLOTS_SHOW))
}

/// One lane for each network, all of one scale.
fn failures(pen: &Pen<'_>, series: &AccountSeries, lanes: &mut Lanes<'_>, legend: &mut Legend) {
    let title = pen.label(key::PLOTS_FAILED_SIGN_INS);
    if series.failures.is_empty() {
        lanes.add(&title, FAILURES, "");
        return;
    }
    let highest = |lane: &FailureLane| {
        let sums = lane.failed.iter().zip(&lane.refused).map(|(failed, refused)| failed + refused);
        sums.max().unwrap_or(0)
    };
    let max = series.failures.iter().map(highest).max().unwrap_or(0);
    for (number, lane) in series.failures.iter().enumerate() {
        let height = if number == 0 { FIRST_FAILURES } else { FAILURES };
        let room = Room { height, bars: FAILURE_BARS, max };
        let layers =
            [Layer { class: "f1", values: &lane.failed }, Layer { class: "fb", values: &lane.refused }];
        let name = network(pen, lane);
        let count = format!("{name} <span class=\"sub n\">{}</span>", pen.number(lane.total()));
        let label = if number == 0 { format!("{title}<br>{count}") } else { count };
        lanes.add(&label, height, &bars(series.frame.buckets(), room, &layers));
        legend.add_if(lane.failed.iter().any(|count| *count > 0), swatch::F1, key::PLOTS_KEY_FAILED);
        legend.add_if(lane.refused.iter().any(|count| *count > 0), swatch::FB, key::PLOTS_KEY_REFUSED);
    }
}

/// The name of a lane of failures; HTML.
fn network(pen: &Pen<'_>, lane: &FailureLane) -> String {
    network_text(lane).map_or_else(
        || pen.label(key::PLOTS_OTHER_SOURCES),
        |name| format!("<code>{}</code>", escaped(&name)),
    )
}

/// A single address without its length, which says nothing.
fn network_text(lane: &FailureLane) -> Option<String> {
    let name = lane.network?.to_string();
    Some(name.strip_suffix("/32").map_or_else(|| name.clone(), str::to_owned))
}

/// A dot for each bucket with successes, and a ring for each from a strange place, which is drawn over them.
fn successes(pen: &Pen<'_>, series: &AccountSeries, lanes: &mut Lanes<'_>, legend: &mut Legend) {
    let axis = lanes.axis;
    let radius = if series.range == Range::Day { 4.0 } else { 3.0 };
    let mut body = String::new();
    let mut last = None;
    for success in series.successes.iter().filter(|success| !success.is_strange) {
        let bucket = series.frame.bucket_of(success.at);
        if last.replace(bucket) != Some(bucket) {
            body.push_str(&dot("fo", axis.x(success.at), 36, radius));
            legend.add(swatch::DOT, key::PLOTS_KEY_SIGN_IN);
        }
    }
    let strange: Vec<_> = series.successes.iter().filter(|success| success.is_strange).collect();
    for success in &strange {
        body.push_str(&dot("ring", axis.x(success.at), 36, 5.5));
    }
    if let Some(last) = strange.last() {
        body.push_str(&note(axis.x(last.at), 20, &pen.moment(last.at)));
        legend.add(swatch::RING, key::PLOTS_KEY_STRANGE);
    }
    lanes.add(&pen.label(key::PLOTS_SIGN_INS), SUCCESSES, &body);
}

/// When signing in was locked for some or blocked for everybody.
fn closed(pen: &Pen<'_>, series: &AccountSeries, lanes: &mut Lanes<'_>, legend: &mut Legend) {
    let axis = lanes.axis;
    let mut body = String::new();
    for door in &series.doors {
        let (class, swatch, key) = match (door.kind, door.lane) {
            (RestrictionKind::SignInLocked, Some(Lane::Familiar)) => {
                ("band", swatch::BAND, key::PLOTS_KEY_LOCKED_FAMILIAR)
            }
            (RestrictionKind::SignInLocked, Some(Lane::Unfamiliar) | None) => {
                ("band", swatch::BAND, key::PLOTS_KEY_LOCKED_UNFAMILIAR)
            }
            (RestrictionKind::SignInBlocked, _) => ("bandb", swatch::BANDB, key::PLOTS_KEY_BLOCKED),
            (
                RestrictionKind::SendingSlowed
                | RestrictionKind::SendingRestricted
                | RestrictionKind::SendingProposed
                | RestrictionKind::PasswordChangeRequired
                | RestrictionKind::ProtocolOff(_)
                | RestrictionKind::AddressBlock,
                _,
            ) => continue,
        };
        body.push_str(&interval(axis, series.at, door, class, 6, 20));
        legend.add(swatch, key);
    }
    lanes.add(&pen.label(key::PLOTS_CLOSED), CLOSED, &body);
}

fn interval(axis: &Axis, now: Timestamp, door: &DoorInterval, class: &str, y: u32, height: u32) -> String {
    band(class, axis.x(door.since), axis.x(door.until.unwrap_or(now)), y, height)
}

/// Recipients: those written to before below, the others above; the whole bar is red where a rule restricted sending.
fn recipients(pen: &Pen<'_>, series: &AccountSeries, lanes: &mut Lanes<'_>, legend: &mut Legend) {
    let axis = lanes.axis;
    let restricted: Vec<&DoorInterval> =
        series.doors.iter().filter(|door| door.kind == RestrictionKind::SendingRestricted).collect();
    let by_rule = restricted.iter().filter(|door| door.origin == Origin::Rule);
    let red: Vec<u32> = by_rule.filter_map(|door| series.frame.bucket_of(door.since)).collect();
    let (mut known, mut novel, mut stopped) = (Vec::new(), Vec::new(), Vec::new());
    for (bucket, sum) in (0_u32..).zip(&series.sums) {
        let (all, new) = (sum.recipients_permitted, sum.recipients_novel.min(sum.recipients_permitted));
        let is_red = red.contains(&bucket);
        known.push(if is_red { 0 } else { all - new });
        novel.push(if is_red { 0 } else { new });
        stopped.push(if is_red { all } else { 0 });
    }
    let highest = series.sums.iter().map(|sum| sum.recipients_permitted).max().unwrap_or(0);
    let limit = series.limit.max;
    let is_in_sight = highest > 0 && limit <= highest.saturating_mul(LIMIT_IN_SIGHT);
    let max = if is_in_sight { highest.max(limit) } else { highest };
    let room = Room { height: RECIPIENTS, bars: RECIPIENT_BARS, max };
    let mut body = String::new();
    for door in &series.doors {
        let (class, swatch, key) = match door.kind {
            RestrictionKind::SendingRestricted => ("bandb", swatch::BANDB, key::PLOTS_KEY_RESTRICTED),
            RestrictionKind::SendingSlowed | RestrictionKind::SendingProposed => {
                ("band", swatch::BAND, key::PLOTS_KEY_SLOWED)
            }
            RestrictionKind::SignInLocked
            | RestrictionKind::SignInBlocked
            | RestrictionKind::PasswordChangeRequired
            | RestrictionKind::ProtocolOff(_)
            | RestrictionKind::AddressBlock => continue,
        };
        body.push_str(&interval(axis, series.at, door, class, 0, RECIPIENTS));
        legend.add(swatch, key);
    }
    let layers = [
        Layer { class: "f2", values: &known },
        Layer { class: "f1", values: &novel },
        Layer { class: "fb", values: &stopped },
    ];
    body.push_str(&bars(series.frame.buckets(), room, &layers));
    let limit_text = limit_text(pen, series);
    if is_in_sight {
        body.push_str(&svg::limit(f64::from(RECIPIENTS) - room.of(limit), &limit_text));
    }
    if let Some(last) = restricted.last().filter(|door| door.since >= series.frame.from()) {
        body.push_str(&note(axis.x(last.since), 16, &pen.moment(last.since)));
    }
    let label = format!(
        "{} {}<br><span class=\"sub\">{}</span>",
        pen.label(key::PLOTS_RECIPIENTS),
        per_bucket(pen, series.frame.bucket()),
        escaped(&limit_text)
    );
    lanes.add(&label, RECIPIENTS, &body);
    let occurs = |values: &[u64]| values.iter().any(|value| *value > 0);
    legend.add_if(occurs(&known), swatch::F2, key::PLOTS_KEY_KNOWN);
    legend.add_if(occurs(&novel), swatch::F1, key::PLOTS_KEY_NOVEL);
    legend.add_if(occurs(&stopped), swatch::FB, key::PLOTS_KEY_BEGAN);
}

/// `limit 500 in one hour`; plain.
fn limit_text(pen: &Pen<'_>, series: &AccountSeries) -> String {
    let limit = pen.number(series.limit.max);
    let is_day = series.limit.within > Span::from_hours(1);
    let key = if is_day { key::PLOTS_LIMIT_DAY } else { key::PLOTS_LIMIT_HOUR };
    pen.words.say(key, &[("limit", Arg::Text(&limit))])
}

fn rule_marks(series: &AccountSeries) -> RuleMarks {
    let mut marks = RuleMarks::default();
    let by_rule = series.doors.iter().filter(|door| door.origin == Origin::Rule);
    for door in by_rule.filter(|door| door.since >= series.frame.from()) {
        marks.add(door.kind, door.since);
    }
    marks.closed.sort_unstable();
    marks.slowed.sort_unstable();
    marks
}

fn tables(pen: &Pen<'_>, series: &AccountSeries) -> String {
    let head = |key| pen.words.say(key, &[]);
    let failed = head(key::PLOTS_FAILED_SIGN_INS);
    let lane_head = |network: &Option<String>| match network {
        Some(_) => failed.clone(),
        None => format!("{failed}, {}", head(key::PLOTS_OTHER_SOURCES)),
    };
    let mut columns: Vec<Column<'_>> = series
        .failures
        .iter()
        .map(|lane| {
            let network = network_text(lane);
            Column { head: lane_head(&network), network, values: vec![&lane.failed, &lane.refused] }
        })
        .collect();
    let mut signed_in = vec![0_u64; series.frame.buckets() as usize];
    for success in &series.successes {
        // A line of the log may stand for sign-ins from before the picture: they are in its first bucket.
        let bucket = series.frame.bucket_of(success.at).unwrap_or(0);
        if let Some(count) = signed_in.get_mut(bucket as usize) {
            *count += success.count;
        }
    }
    let sent: Vec<[u64; 3]> = series
        .sums
        .iter()
        .map(|sum| [sum.recipients_permitted, sum.recipients_novel, sum.recipients_refused])
        .collect();
    let of = |place: usize| sent.iter().map(|numbers| numbers[place]).collect::<Vec<u64>>();
    let (permitted, novel, refused) = (of(0), of(1), of(2));
    columns.push(Column::of(head(key::PLOTS_HEAD_SIGNED_IN), &signed_in));
    columns.push(Column::of(head(key::PLOTS_RECIPIENTS), &permitted));
    columns.push(Column::of(head(key::PLOTS_HEAD_NOVEL), &novel));
    columns.push(Column::of(head(key::PLOTS_SENDING_REFUSED), &refused));
    table::numbers(pen, &series.frame, &columns) + &table::events(pen, events(pen, series))
}

/// Restrictions, strange places and acts, in words.
fn events(pen: &Pen<'_>, series: &AccountSeries) -> Vec<(Timestamp, String)> {
    let mut events = table::acts(pen, &series.acts);
    for door in &series.doors {
        let what = pen.words.restriction_kind(door.kind);
        let text = match door.until {
            Some(until) => {
                let until = pen.moment(until);
                pen.words.say(key::PLOTS_UNTIL, &[("what", (&what).into()), ("until", (&until).into())])
            }
            None => pen.words.say(key::PLOTS_STILL, &[("what", (&what).into())]),
        };
        events.push((door.since, text));
    }
    for success in series.successes.iter().filter(|success| success.is_strange) {
        let source = success.source.as_deref().unwrap_or("");
        events.push((success.at, pen.words.say(key::PLOTS_STRANGE_FROM, &[("source", source.into())])));
    }
    events
}

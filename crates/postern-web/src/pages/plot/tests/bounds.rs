//! What must hold for every series, however odd: nothing leaves its lane, and the table adds up to the series.

use postern_core::restriction::{Origin, Reason, RestrictionKind};
use postern_core::sign_in::Lane;
use postern_core::time::Span;
use postern_engine::ports::series::{Frame, RuleStarts, Tally};
use postern_engine::queries::{
    AccountSeries, DoorInterval, FailureLane, Range, RecipientLimit, SignInMark, SiteSeries,
};
use proptest::prelude::*;

use super::sample::{NOW, account_night, empty_account, empty_site};
use super::{account, site};

/// The number in an attribute, with or without `%`.
fn attribute(tag: &str, name: &str) -> f64 {
    let marked = format!(" {name}=\"");
    let Some(at) = tag.find(&marked) else { return 0.0 };
    let rest = &tag[at + marked.len()..];
    let value = rest.split('"').next().unwrap_or("").trim_end_matches('%');
    value.parse().unwrap_or_else(|_| panic!("{name} of {tag}"))
}

/// Every shape lies within its lane, and every lane within the figure.
fn check_bounds(html: &str) {
    let lanes = html.split("<div class=\"lanes\">").nth(1).expect("lanes");
    let lanes = lanes.split("</div>").next().expect("their end");
    let mut height = 0.0;
    for tag in lanes.split('<').filter(|tag| !tag.is_empty()) {
        if tag.starts_with("svg height") || tag.starts_with("svg class=\"ax\"") {
            height = attribute(tag, "height");
        }
        assert!(!tag.contains("NaN") && !tag.contains("inf"), "{tag}");
        if tag.starts_with("rect") {
            let (x, width) = (attribute(tag, "x"), attribute(tag, "width"));
            let (y, tall) = (attribute(tag, "y"), attribute(tag, "height"));
            assert!(x >= 0.0 && width > 0.0 && x + width <= 100.02, "{tag}");
            assert!(y >= -0.01 && tall > 0.0 && y + tall <= height + 0.02, "{tag} in {height}");
        }
        if tag.starts_with("circle") {
            assert!((0.0..=100.0).contains(&attribute(tag, "cx")), "{tag}");
        }
        if tag.starts_with("line class=\"lim\"") {
            assert!((0.0..=height).contains(&attribute(tag, "y1")), "{tag}");
        }
        if tag.starts_with("text") || tag.starts_with("svg class=\"bad\"") {
            assert!((0.0..=100.0).contains(&attribute(tag, "x")), "{tag}");
            assert!(attribute(tag, "y") <= height, "{tag} in {height}");
        }
    }
}

/// The numbers of the last row of the first table.
fn totals(html: &str) -> Vec<u64> {
    let table = html.split("<tbody>").nth(1).expect("a table").split("</tbody>").next().expect("its end");
    let last = table.trim_end().lines().last().expect("the row of totals");
    assert!(last.contains("Total"), "{last}");
    let cells = last.split("<td class=\"num\"").skip(1);
    cells
        .map(|cell| {
            let text = cell.split('>').nth(1).expect("its text").split('<').next().expect("its end");
            text.replace(',', "").parse().expect("a number")
        })
        .collect()
}

/// The rows above it, added up.
fn added_up(html: &str) -> Vec<u64> {
    let table = html.split("<tbody>").nth(1).expect("a table").split("</tbody>").next().expect("its end");
    let rows: Vec<&str> = table.trim().lines().collect();
    let mut sums = vec![0; totals(html).len()];
    for row in &rows[..rows.len() - 1] {
        for (sum, cell) in sums.iter_mut().zip(row.split("<td class=\"num\"").skip(1)) {
            let text = cell.split('>').nth(1).expect("its text").split('<').next().expect("its end");
            *sum += text.replace(',', "").parse::<u64>().expect("a number");
        }
    }
    sums
}

fn numbers() -> impl Strategy<Value = u64> {
    prop_oneof![4 => Just(0_u64), 4 => 1_u64..200, 1 => 0_u64..4_000_000_000]
}

fn tally() -> impl Strategy<Value = Tally> {
    (numbers(), numbers(), numbers(), numbers(), numbers(), numbers()).prop_map(
        |(
            signed_in,
            sign_ins_failed,
            sign_ins_refused,
            recipients_permitted,
            recipients_novel,
            recipients_refused,
        )| {
            Tally {
                signed_in,
                sign_ins_failed,
                sign_ins_refused,
                recipients_permitted,
                recipients_novel,
                recipients_refused,
            }
        },
    )
}

fn moment() -> impl Strategy<Value = postern_core::time::Timestamp> {
    (-200_000_i64..3_000_000)
        .prop_map(|seconds| NOW.minus(Span::from_s(seconds.max(0))).plus(Span::from_s((-seconds).max(0))))
}

fn door() -> impl Strategy<Value = DoorInterval> {
    let kind = prop::sample::select(RestrictionKind::ALL);
    (kind, moment(), prop::option::of(moment()), any::<bool>(), any::<bool>()).prop_map(
        |(kind, since, until, by_rule, familiar)| DoorInterval {
            kind,
            lane: Some(if familiar { Lane::Familiar } else { Lane::Unfamiliar }),
            origin: if by_rule { Origin::Rule } else { Origin::Person },
            reason: Reason::OutsidePinnedSources,
            since,
            until,
        },
    )
}

fn account_series() -> impl Strategy<Value = AccountSeries> {
    let frame = (1_u32..=200, 1_i64..300)
        .prop_map(|(buckets, minutes)| Frame::until(NOW, Span::from_minutes(minutes), buckets));
    let parts = frame.prop_flat_map(|frame| {
        let buckets = frame.buckets() as usize;
        let lane = (prop::collection::vec(numbers(), buckets), prop::collection::vec(numbers(), buckets));
        (
            Just(frame),
            prop::collection::vec(tally(), buckets),
            prop::collection::vec(lane, 0..5),
            prop::collection::vec((moment(), any::<bool>(), 1_u64..1_000), 0..40),
            prop::collection::vec(door(), 0..12),
            0_u64..100_000,
        )
    });
    parts.prop_map(|(frame, sums, lanes, marks, doors, max)| AccountSeries {
        frame,
        sums,
        failures: lanes
            .into_iter()
            .map(|(failed, refused)| FailureLane { network: None, failed, refused })
            .collect(),
        successes: marks
            .into_iter()
            .map(|(at, is_strange, count)| SignInMark { at, source: None, count, is_strange })
            .collect(),
        doors,
        limit: RecipientLimit { max, within: Span::from_hours(1) },
        ..empty_account(Range::Day)
    })
}

fn site_series() -> impl Strategy<Value = SiteSeries> {
    let starts = (prop::sample::select(RestrictionKind::ALL), moment(), 1_u64..1_000)
        .prop_map(|(kind, at, count)| RuleStarts { bucket: 0, kind, at, count });
    (prop::collection::vec(tally(), 48), prop::collection::vec(starts, 0..60))
        .prop_map(|(sums, rule_starts)| SiteSeries { sums, rule_starts, ..empty_site() })
}

fn sum_of(sums: &[Tally], value: impl Fn(&Tally) -> u64) -> u64 {
    sums.iter().map(value).sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn of_every_account_nothing_leaves_its_lane_and_the_table_adds_up(series in account_series()) {
        let html = account(&series);
        check_bounds(&html);
        let mut expected: Vec<u64> = series.failures.iter().map(FailureLane::total).collect();
        expected.push(series.successes.iter().map(|success| success.count).sum());
        expected.push(sum_of(&series.sums, |sum| sum.recipients_permitted));
        expected.push(sum_of(&series.sums, |sum| sum.recipients_novel));
        expected.push(sum_of(&series.sums, |sum| sum.recipients_refused));
        prop_assert_eq!(&totals(&html), &expected);
        prop_assert_eq!(added_up(&html), expected);
    }

    #[test]
    fn of_every_site_nothing_leaves_its_lane_and_the_table_adds_up(series in site_series()) {
        let html = site(&series);
        check_bounds(&html);
        let expected = vec![
            sum_of(&series.sums, |sum| sum.signed_in),
            sum_of(&series.sums, |sum| sum.sign_ins_failed),
            sum_of(&series.sums, |sum| sum.sign_ins_refused),
            sum_of(&series.sums, |sum| sum.recipients_permitted),
            sum_of(&series.sums, |sum| sum.recipients_refused),
        ];
        prop_assert_eq!(&totals(&html), &expected);
        prop_assert_eq!(added_up(&html), expected);
    }
}

#[test]
fn a_limit_far_above_is_said_and_not_drawn_and_one_far_below_is_drawn_low() {
    let mut series = account_night(Range::Day);
    let line_of = |series: &AccountSeries| {
        let html = account(series);
        check_bounds(&html);
        let line = html.find("<line class=\"lim\"").map(|at| attribute(&html[at..at + 80], "y1"));
        (line, html.contains("limit "))
    };
    series.limit.max = 1_000_000;
    assert_eq!(line_of(&series), (None, true));
    series.limit.max = 84;
    let (line, _) = line_of(&series);
    assert!(line.is_some_and(|y| y > 30.0 && y < 90.0), "{line:?}");
    series.limit.max = 1;
    let (line, _) = line_of(&series);
    assert!(line.is_some_and(|y| y > 107.0), "{line:?}");
    series.limit.max = 0;
    assert!(line_of(&series).0.is_some());
}

#[test]
fn one_bucket_is_a_picture_too() {
    let mut series = empty_account(Range::Day);
    series.frame = Frame::until(NOW, Span::from_minutes(10), 1);
    series.sums = vec![Tally { recipients_permitted: 7, recipients_novel: 3, ..Tally::default() }];
    let html = account(&series);
    check_bounds(&html);
    assert_eq!(totals(&html), [0, 7, 3, 0]);
    assert!(html.matches("<rect class=\"f1\"").count() >= 1);
}

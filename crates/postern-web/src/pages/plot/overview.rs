//! The overview's picture: the site's last 24 hours. What happened to sign-ins, to mail, and who closed doors.

use postern_core::restriction::RestrictionKind;
use postern_core::time::Timestamp;
use postern_engine::ports::series::{RuleStarts, Tally};
use postern_engine::queries::{Act, SiteSeries};
use postern_text::{Arg, key};

use super::svg::{Layer, MARKS_APART, Mark, Room, bars, marks, note, places, swatch};
use super::table::{self, Column};
use super::{Axis, Lanes, Legend, Pen, details, finding};

/// Pixels of the lane of sign-ins, of recipients, of refused mail, and of rules and people.
const SIGN_INS: u32 = 92;
const RECIPIENTS: u32 = 72;
const REFUSED: u32 = 36;
const ACTS: u32 = 46;
/// The longest name of a person that stands in a lane; longer ones are in the table.
const NAME_MAX: usize = 16;

pub(super) fn figure(pen: &Pen<'_>, series: &SiteSeries) -> String {
    let axis = Axis::new(pen, series.frame);
    let mut lanes = Lanes::new(&axis);
    let mut legend = Legend::default();
    let per = per_bucket(pen, series.frame.bucket());
    sign_ins(pen, series, &per, &mut lanes, &mut legend);
    recipients(pen, series, &per, &mut lanes);
    let marks = RuleMarks::of(&series.rule_starts);
    acts(pen, &marks, &series.acts, &mut lanes, &mut legend);
    let sentences = pen.sentences(&finding::of_site(series));
    let tables = tables(pen, series);
    format!(
        "<figure aria-labelledby=\"plot-day\">\n<figcaption><h2 id=\"plot-day\">{title}</h2>\
         <p class=\"sub\">{sentences}</p></figcaption>\n{lanes}{key}{details}</figure>\n",
        title = pen.label(key::PLOTS_DAY_TITLE),
        lanes = lanes.finish(),
        key = legend.html(pen),
        details = details(pen, &tables),
    )
}

/// `per 30 min`, as a second label; HTML.
pub(super) fn per_bucket(pen: &Pen<'_>, bucket: postern_core::time::Span) -> String {
    format!("<span class=\"sub\">{}</span>", pen.say(key::PLOTS_PER, &[("span", Arg::Span(bucket))]))
}

fn column(sums: &[Tally], value: impl Fn(&Tally) -> u64) -> Vec<u64> {
    sums.iter().map(value).collect()
}

fn highest(layers: &[&[u64]]) -> u64 {
    let buckets = layers.iter().map(|layer| layer.len()).max().unwrap_or(0);
    let sum = |bucket: usize| layers.iter().filter_map(|layer| layer.get(bucket)).sum();
    (0..buckets).map(sum).max().unwrap_or(0)
}

fn sign_ins(pen: &Pen<'_>, series: &SiteSeries, per: &str, lanes: &mut Lanes<'_>, legend: &mut Legend) {
    let succeeded = column(&series.sums, |sum| sum.signed_in);
    let failed = column(&series.sums, |sum| sum.sign_ins_failed);
    let refused = column(&series.sums, |sum| sum.sign_ins_refused);
    let max = highest(&[&succeeded, &failed, &refused]);
    let room = Room { height: SIGN_INS, bars: SIGN_INS - 14, max };
    let layers = [
        Layer { class: "f2", values: &succeeded },
        Layer { class: "f1", values: &failed },
        Layer { class: "fb", values: &refused },
    ];
    let body = bars(series.frame.buckets(), room, &layers);
    lanes.add(&format!("{} {per}", pen.label(key::PLOTS_SIGN_INS)), SIGN_INS, &body);
    let occurs = |values: &[u64]| values.iter().any(|value| *value > 0);
    legend.add_if(occurs(&succeeded), swatch::F2, key::PLOTS_KEY_SUCCEEDED);
    legend.add_if(occurs(&failed), swatch::F1, key::PLOTS_KEY_FAILED);
    legend.add_if(occurs(&refused), swatch::FB, key::PLOTS_KEY_REFUSED);
}

/// Refused mail has a lane and a scale of its own: a program that goes on after a restriction would press everybody
/// else's mail flat.
fn recipients(pen: &Pen<'_>, series: &SiteSeries, per: &str, lanes: &mut Lanes<'_>) {
    let permitted = column(&series.sums, |sum| sum.recipients_permitted);
    let room = Room { height: RECIPIENTS, bars: RECIPIENTS - 10, max: highest(&[&permitted]) };
    let body = bars(series.frame.buckets(), room, &[Layer { class: "f1", values: &permitted }]);
    lanes.add(&format!("{} {per}", pen.label(key::PLOTS_RECIPIENTS)), RECIPIENTS, &body);
    refused_mail(pen, &series.sums, series.frame.buckets(), lanes);
}

/// The lane of refused mail, if there is any.
pub(super) fn refused_mail(pen: &Pen<'_>, sums: &[Tally], buckets: u32, lanes: &mut Lanes<'_>) {
    let refused = column(sums, |sum| sum.recipients_refused);
    let total: u64 = refused.iter().sum();
    if total == 0 {
        return;
    }
    let room = Room { height: REFUSED, bars: REFUSED - 10, max: highest(&[&refused]) };
    let label = format!(
        "{} <span class=\"sub n\">{}</span>",
        pen.label(key::PLOTS_SENDING_REFUSED),
        pen.number(total)
    );
    lanes.add(&label, REFUSED, &bars(buckets, room, &[Layer { class: "fb", values: &refused }]));
}

/// When rules closed a door or slowed sending.
#[derive(Default)]
pub(super) struct RuleMarks {
    pub closed: Vec<Timestamp>,
    pub slowed: Vec<Timestamp>,
}

impl RuleMarks {
    fn of(starts: &[RuleStarts]) -> Self {
        let mut marks = Self::default();
        for start in starts {
            marks.add(start.kind, start.at);
        }
        marks.closed.sort_unstable();
        marks.slowed.sort_unstable();
        marks
    }

    pub(super) fn add(&mut self, kind: RestrictionKind, at: Timestamp) {
        match kind {
            RestrictionKind::SignInLocked
            | RestrictionKind::SignInBlocked
            | RestrictionKind::SendingRestricted => self.closed.push(at),
            RestrictionKind::SendingSlowed | RestrictionKind::SendingProposed => self.slowed.push(at),
            RestrictionKind::PasswordChangeRequired
            | RestrictionKind::ProtocolOff(_)
            | RestrictionKind::AddressBlock => {}
        }
    }
}

/// The lane of rules and people: what rules did above, what people did below, and a note at the last of it.
pub(super) fn acts(
    pen: &Pen<'_>,
    rules: &RuleMarks,
    acts: &[Act],
    lanes: &mut Lanes<'_>,
    legend: &mut Legend,
) {
    let axis = lanes.axis;
    let closed = places(axis, rules.closed.iter().copied());
    let mut slowed = places(axis, rules.slowed.iter().copied());
    // Slowing that leads to a restriction would lie beneath its mark.
    slowed.retain(|x| !closed.iter().any(|other| (other - x).abs() < MARKS_APART));
    let mut body = marks(Mark::Half, &slowed, 4);
    body.push_str(&marks(Mark::Locked, &closed, 4));
    body.push_str(&marks(Mark::Flag, &places(axis, acts.iter().map(|act| act.at)), 26));
    if let Some(last) = acts.last() {
        let name = last.name.as_deref().filter(|name| name.chars().count() <= NAME_MAX);
        let at = pen.moment(last.at);
        let text = name.map_or_else(|| at.clone(), |name| format!("{name} {at}"));
        body.push_str(&note(axis.x(last.at), 39, &text));
    }
    lanes.add(&pen.label(key::PLOTS_ACTS), ACTS, &body);
    legend.add_if(!rules.closed.is_empty(), swatch::LOCKED, key::PLOTS_KEY_RULE_CLOSED);
    legend.add_if(!slowed.is_empty(), swatch::HALF, key::PLOTS_KEY_RULE_SLOWED);
    legend.add_if(!acts.is_empty(), swatch::FLAG, key::PLOTS_KEY_ACTED);
}

fn tables(pen: &Pen<'_>, series: &SiteSeries) -> String {
    let head = |key| pen.words.say(key, &[]);
    let sums = &series.sums;
    let columns = [
        (key::PLOTS_HEAD_SIGNED_IN, column(sums, |sum| sum.signed_in)),
        (key::PLOTS_FAILED_SIGN_INS, column(sums, |sum| sum.sign_ins_failed)),
        (key::PLOTS_HEAD_REFUSED, column(sums, |sum| sum.sign_ins_refused)),
        (key::PLOTS_RECIPIENTS, column(sums, |sum| sum.recipients_permitted)),
        (key::PLOTS_SENDING_REFUSED, column(sums, |sum| sum.recipients_refused)),
    ];
    let columns: Vec<Column<'_>> =
        columns.iter().map(|(key, values)| Column::of(head(*key), values)).collect();
    let mut events = table::acts(pen, &series.acts);
    events.extend(series.rule_starts.iter().map(|start| {
        let what = pen.words.restriction_kind(start.kind);
        let text = if start.count > 1 { format!("{what} ({})", pen.number(start.count)) } else { what };
        (start.at, text)
    }));
    table::numbers(pen, &series.frame, &columns) + &table::events(pen, events)
}

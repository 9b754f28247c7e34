//! The sweeps: one threshold moves, all others stay at their defaults.

use postern_core::policy::Policies;
use postern_engine::replay::plot::{Line, Mark, Plot};
use postern_engine::replay::{InjectionReport, MailReplay, MailedTo, Run, Spammer};

use crate::{History, Outcome, TRIALS, policies};

/// One value of a threshold, over all histories.
pub struct Step {
    /// The threshold.
    pub at: u64,
    /// What it does to normal senders, by history.
    pub normal: Vec<MailReplay>,
    /// What it does to the runs of its sweep, by history: waiting and parallel follow one another.
    pub runs: Vec<Vec<InjectionReport>>,
}

/// Everything that was measured.
pub struct Measured {
    names: Vec<String>,
    pub hour: Vec<Step>,
    pub day: Vec<Step>,
    pub slow: Vec<Step>,
}

const fn strangers(mails_per_hour: u32, per_mail: u32) -> Run {
    Run { mails_per_hour, per_mail, to: MailedTo::Strangers }
}

/// The runs that an hourly threshold stops.
pub const HOUR_RUNS: [Run; 3] = [strangers(300, 1), strangers(300, 5), strangers(40, 1)];
/// The runs that only a daily one stops.
pub const DAY_RUNS: [Run; 2] = [strangers(15, 1), strangers(5, 1)];
/// The run that slowing holds up.
pub const SLOW_RUNS: [Run; 2] = [strangers(3_600, 1), strangers(300, 1)];

/// Sweeps all three thresholds.
pub fn measure(histories: &[History]) -> Outcome<Measured> {
    let default = Policies::default().outbound;
    let hour = |at: u64| {
        policies(&[
            ("outbound.novel_hour_max", at),
            ("outbound.novel_day_max", default.novel_day_max.max(at)),
            ("outbound.slow_novel_hour", default.slow_novel_hour.min(at)),
        ])
    };
    let day = |at: u64| {
        policies(&[
            ("outbound.novel_day_max", at),
            ("outbound.novel_hour_max", default.novel_hour_max.min(at)),
        ])
    };
    let slow = |at: u64| policies(&[("outbound.slow_novel_hour", at)]);
    Ok(Measured {
        names: histories.iter().map(|history| history.name.clone()).collect(),
        hour: sweep(histories, (15..=60).step_by(1), &HOUR_RUNS, hour)?,
        day: sweep(histories, (30..=150).step_by(5), &DAY_RUNS, day)?,
        slow: sweep(histories, (8..=30).step_by(1), &SLOW_RUNS, slow)?,
    })
}

fn sweep(
    histories: &[History],
    values: impl Iterator<Item = u64>,
    runs: &[Run],
    policy: impl Fn(u64) -> Outcome<Policies>,
) -> Outcome<Vec<Step>> {
    let values: Vec<u64> = values.collect();
    let judged: Vec<Policies> = values.iter().map(|&at| policy(at)).collect::<Outcome<_>>()?;
    let mut steps: Vec<Step> =
        values.iter().map(|&at| Step { at, normal: Vec::new(), runs: Vec::new() }).collect();
    for history in histories {
        for ((step, normal), policy) in steps.iter_mut().zip(history.judged(&judged)?).zip(&judged) {
            step.normal.push(normal);
            step.runs.push(history.mails.inject(policy, runs, TRIALS));
        }
    }
    Ok(steps)
}

/// Of the reports of one step, the one of this run and thief.
pub fn report(reports: &[InjectionReport], run: Run, spammer: Spammer) -> Option<&InjectionReport> {
    reports.iter().find(|report| report.run == run && report.spammer == spammer)
}

const HOUR: &str = "limit: new recipients per hour";
const DAY: &str = "limit: new recipients per 24 hours";
const SLOW: &str = "slows above: new recipients per hour";
const FALSE_ALARMS: &str = "restrictions per 1000 account-months";
const LET_OUT: &str = "recipients let out (median)";

impl Measured {
    /// The pictures with the names of their files.
    pub fn plots(&self) -> Vec<(&'static str, Plot)> {
        let default = Policies::default().outbound;
        let (hour, day, slow) = (default.novel_hour_max, default.novel_day_max, default.slow_novel_hour);
        let of_hour = |title, y, lines| plot(title, (HOUR, y), &self.hour, lines, hour);
        let of_day = |title, y, lines| plot(title, (DAY, y), &self.day, lines, day);
        let of_slow = |title, y, lines| plot(title, (SLOW, y), &self.slow, lines, slow);
        let false_hours = self.by_history(&self.hour, restrictions);
        let false_days = self.by_history(&self.day, restrictions);
        let slowed = self.by_history(&self.slow, slowed);
        let runs = |steps, runs| self.by_run(steps, runs);
        vec![
            (
                "hour-false",
                of_hour("Normal senders restricted, by the hourly limit", FALSE_ALARMS, false_hours),
            ),
            (
                "hour-let-out",
                of_hour("What a run gets out, by the hourly limit", LET_OUT, runs(&self.hour, &HOUR_RUNS)),
            ),
            ("day-false", of_day("Normal senders restricted, by the daily limit", FALSE_ALARMS, false_days)),
            (
                "day-let-out",
                of_day("What a slow run gets out, by the daily limit", LET_OUT, runs(&self.day, &DAY_RUNS)),
            ),
            (
                "slow-false",
                of_slow("Hours of normal senders that are slowed", "of 1000 hours with mail", slowed),
            ),
            (
                "slow-time",
                of_slow(
                    "How long a run of 3600 mails/h lasts",
                    "seconds until restricted (median)",
                    self.times(),
                ),
            ),
        ]
    }

    /// A line for each history.
    fn by_history(&self, steps: &[Step], value: impl Fn(&MailReplay) -> f64) -> Vec<Line> {
        let line = |(history, name): (usize, &String)| Line {
            name: name.clone(),
            points: steps.iter().map(|step| (step.at as f64, value(&step.normal[history]))).collect(),
        };
        self.names.iter().enumerate().map(line).collect()
    }

    /// A line for each run, in the last history: the real one.
    fn by_run(&self, steps: &[Step], runs: &[Run]) -> Vec<Line> {
        let last = self.names.len() - 1;
        let line = |&run: &Run| Line {
            name: format!("{} mails/h to {} each ({})", run.mails_per_hour, run.per_mail, self.names[last]),
            points: points(steps, last, run, Spammer::Parallel, |found| found.let_out.median),
        };
        runs.iter().map(line).collect()
    }

    /// A line for each kind of thief.
    fn times(&self) -> Vec<Line> {
        let last = self.names.len() - 1;
        let line = |(spammer, name): (Spammer, &str)| Line {
            name: name.to_owned(),
            points: points(&self.slow, last, SLOW_RUNS[0], spammer, |found| found.until_restricted_s.median),
        };
        [(Spammer::Waits, "waits for each answer"), (Spammer::Parallel, "many connections")].map(line).into()
    }
}

fn restrictions(found: &MailReplay) -> f64 {
    found.episodes_per_1000_account_months
}

fn slowed(found: &MailReplay) -> f64 {
    found.slowed_hours as f64 * 1_000.0 / (found.sender_hours as f64).max(1.0)
}

fn points(
    steps: &[Step],
    history: usize,
    run: Run,
    spammer: Spammer,
    value: impl Fn(&InjectionReport) -> u64,
) -> Vec<(f64, f64)> {
    let at = |step: &Step| report(&step.runs[history], run, spammer).map_or(0.0, |found| value(found) as f64);
    steps.iter().map(|step| (step.at as f64, at(step))).collect()
}

/// A plot over a sweep, with its default pointed at.
fn plot(title: &str, axes: (&str, &str), steps: &[Step], lines: Vec<Line>, default: u64) -> Plot {
    let end = |step: Option<&Step>| step.map_or(0.0, |step| step.at as f64);
    Plot {
        title: title.to_owned(),
        x_title: axes.0.to_owned(),
        y_title: axes.1.to_owned(),
        x_range: (end(steps.first()), end(steps.last())),
        lines,
        marks: vec![Mark { at: default as f64, name: format!("default {default}") }],
    }
}

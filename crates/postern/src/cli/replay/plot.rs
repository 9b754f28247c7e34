//! The curve of a log, as bars in the terminal and as a picture: how many hours had more than so many new recipients,
//! and where the policies would have stepped in.

use std::path::Path;

use anyhow::Context;
use postern_engine::replay::plot::{Line, Mark, Plot};
use postern_engine::replay::{NOVELTY_MAX, NoveltyCurve};
use postern_text::key;

use super::judged::Judge;
use crate::cli::exit::Outcome;
use crate::cli::out;
use crate::cli::talk::Talk;

/// Where the bars stand: the thresholds that anybody would choose among.
const BARS: [usize; 12] = [3, 5, 8, 10, 12, 15, 20, 25, 30, 40, 60, 100];
/// The longest bar, characters.
const BAR_CHARS_MAX: u64 = 40;
/// The picture begins here: nearly every hour has fewer, and would press everything else to the floor.
const PICTURE_FROM: usize = 3;

/// Bars, one a line.
pub fn bars(talk: &Talk, curve: &NoveltyCurve) -> Outcome {
    out::line("")?;
    out::line(&talk.label(key::CLI_REPLAY_PLOT_TITLE))?;
    let longest = BARS.iter().map(|&at| curve.above[at]).max().unwrap_or_default().max(1);
    for at in BARS {
        let hours = curve.above[at];
        let label = talk.say(key::CLI_REPLAY_PLOT_ABOVE, &[("count", (at as u64).into())]);
        let bar = "#".repeat((hours * BAR_CHARS_MAX).div_ceil(longest) as usize);
        out::line(&format!("{hours:>7}  {bar:<40}  {label}"))?;
    }
    Ok(())
}

/// Writes the picture.
pub fn svg(talk: &Talk, judges: &[Judge], curve: &NoveltyCurve, path: &Path) -> Outcome {
    let points = (PICTURE_FROM..=NOVELTY_MAX).map(|at| (at as f64, curve.above[at] as f64)).collect();
    let marks = judges.iter().flat_map(|judge| {
        let named =
            |key, at: u64| Mark { at: at as f64, name: talk.say(key, &[("policy", (&judge.name).into())]) };
        let outbound = &judge.policies.outbound;
        let slows =
            (outbound.slow_delay_s > 0).then(|| named(key::CLI_REPLAY_PLOT_SLOW, outbound.slow_novel_hour));
        let restricts = (outbound.novel_hour_rule == 1)
            .then(|| named(key::CLI_REPLAY_PLOT_RESTRICT, outbound.novel_hour_max));
        slows.into_iter().chain(restricts)
    });
    let plot = Plot {
        title: talk.label(key::CLI_REPLAY_PLOT_TITLE),
        x_title: talk.label(key::CLI_REPLAY_PLOT_X),
        y_title: talk.label(key::CLI_REPLAY_PLOT_Y),
        x_range: (PICTURE_FROM as f64, NOVELTY_MAX as f64),
        lines: vec![Line { name: talk.label(key::CLI_REPLAY_PLOT_Y), points }],
        marks: marks.filter(|mark| (PICTURE_FROM as f64..=NOVELTY_MAX as f64).contains(&mark.at)).collect(),
    };
    std::fs::write(path, plot.svg()).with_context(|| format!("cannot write {}", path.display()))?;
    let shown = path.display().to_string();
    // Standard output may be JSON.
    out::talk(&talk.say(key::CLI_REPLAY_PLOT_WRITTEN, &[("path", (&shown).into())]));
    Ok(())
}

//! `postern breached build`: from the text of breached passwords to the filter that the server looks them up in.

use std::fs::File;
use std::io::{self, BufReader, IsTerminal};
use std::path::Path;

use anyhow::{Context, Result};
use indicatif::{ProgressBar, ProgressStyle};
use postern_connect::breached::{self, Built};
use postern_text::key;

use super::args::Breached;
use super::exit::Outcome;
use super::out;
use super::talk::Talk;

/// What is read at once.
const BUFFER_BYTES: usize = 1 << 20;

pub fn run(args: &Breached, talk: &Talk) -> Outcome {
    let Breached::Build { input, output, seen_min } = args;
    let built = build(input, output, *seen_min)?;
    if talk.json {
        return out::json(&serde_json::json!({ "lines": built.lines, "entries": built.entries }));
    }
    let file = output.display().to_string();
    out::line(
        &talk.say(key::CLI_BREACHED_BUILT, &[("file", (&file).into()), ("entries", built.entries.into())]),
    )
}

fn build(input: &Path, output: &Path, seen_min: u64) -> Result<Built> {
    let text = File::open(input).with_context(|| format!("cannot read {}", input.display()))?;
    let size = text.metadata().map_or(0, |metadata| metadata.len());
    let bar = if io::stderr().is_terminal() { ProgressBar::new(size) } else { ProgressBar::hidden() };
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {percent:>3} %  {msg}") {
        bar.set_style(style);
    }
    let text = BufReader::with_capacity(BUFFER_BYTES, text);
    let built = breached::build(text, output, seen_min, &mut |built| {
        bar.set_position(built.bytes_read);
        bar.set_message(built.entries.to_string());
    });
    bar.finish_and_clear();
    built.with_context(|| input.display().to_string())
}

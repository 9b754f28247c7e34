//! The site's own mail log, for commands that read what it says of the last weeks: the files that `[gates.mail_log]` names with
//! what was rotated away beside them, or those that were typed. What the lines say is not known here.

use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use anyhow::Context;
use postern_engine::ports::Clock;
use postern_text::key;

use super::exit::{Exit, Failure};
use super::talk::Talk;
use crate::config::Config;
use crate::wiring::SystemClock;

/// The files that were typed, or those of the configuration that were written within so many days.
pub fn files(
    config: Option<&Config>,
    typed: &[PathBuf],
    days: u16,
    talk: &Talk,
) -> Result<Vec<PathBuf>, Failure> {
    let files = if typed.is_empty() {
        let configured = config.and_then(|config| config.mail_log.as_ref()).map(|log| log.files.as_slice());
        let files = configured.unwrap_or_default().iter().map(|log| with_rotated(log, days));
        files.collect::<anyhow::Result<Vec<_>>>()?.concat()
    } else {
        typed.to_vec()
    };
    if files.is_empty() {
        return Err(Failure::new(Exit::Usage, talk.label(key::CLI_TRY_NO_LOG)));
    }
    Ok(files)
}

/// How far the site's local time is ahead of UTC now: the stamps of a log without zones are in it.
pub fn utc_offset_s(config: Option<&Config>) -> i32 {
    let zone = config.and_then(|config| jiff::tz::TimeZone::get(&config.site.time_zone).ok());
    zone.map_or(0, |zone| zone.to_offset(jiff::Timestamp::from_second(now_s()).unwrap_or_default()).seconds())
}

/// The log and what was rotated away beside it (`mail.log.1`, `mail.log-20261101.gz`), as far as it was written within so
/// many days.
fn with_rotated(log: &Path, days: u16) -> anyhow::Result<Vec<PathBuf>> {
    let folder = log.parent().unwrap_or(Path::new("/"));
    let Some(name) = log.file_name().map(|name| name.to_string_lossy().into_owned()) else {
        return Ok(Vec::new());
    };
    let oldest_s = now_s() - i64::from(days) * 86_400;
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry.with_context(|| format!("cannot read {}", folder.display()))?;
        let found = entry.file_name().to_string_lossy().into_owned();
        let rotated = found.strip_prefix(&name).is_some_and(|rest| rest.starts_with(['.', '-']));
        let metadata = entry.metadata()?;
        let written = metadata.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
        let is_recent = written.is_none_or(|at| at.as_secs() as i64 >= oldest_s);
        if metadata.is_file() && metadata.len() > 0 && is_recent && (found == name || rotated) {
            files.push(entry.path());
        }
    }
    files.sort();
    Ok(files)
}

fn now_s() -> i64 {
    SystemClock.now().unix_micros() / 1_000_000
}

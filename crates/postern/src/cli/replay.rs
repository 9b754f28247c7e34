//! `postern replay …`: what the rules would have done with a log. No server is needed or asked.

mod judged;
mod mail;
mod plot;
mod postfix_log;

use std::fs::File;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use indicatif::{ProgressBar, ProgressStyle};
use postern_core::policy::Policies;
use postern_core::sign_in::{Lane, SignInRefusal};
use postern_core::time::Timestamp;
use postern_engine::ports::Entropy;
use postern_engine::replay::{Progress, RefusedSuccess, SignInReplay, replay_sign_in};
use postern_store::counters::MemoryCounters;
use postern_text::{Key, key};
use postern_web::api::v1::time::When;

use super::args::{JudgeArgs, Replay};
use super::exit::Outcome;
use super::out;
use super::talk::Talk;
use crate::mail_log::Joined;
use crate::policy_file;
use crate::wiring::OsEntropy;

pub use judged::{Judge, POLICIES_MAX};
pub use postfix_log::{Learn, LogToJudge};

/// Detections that are printed one by one; `--json` prints all of them.
const LINES_MAX: usize = 50;

pub fn run(args: &Replay, talk: &Talk) -> Outcome {
    let mut site_key = [0; 32];
    OsEntropy.fill(&mut site_key);
    match args {
        Replay::Mail(args) => mail::run(args, &site_key, talk),
        Replay::PostfixLog(args) => postfix_log::run(args, &site_key, talk),
        Replay::SignIn { file, policy } => {
            let policies = policies(policy.as_deref())?;
            let counters = MemoryCounters::new(&site_key);
            let found = over(file, |log, progress| {
                Ok(replay_sign_in(log, &policies, &counters, &site_key, progress)?)
            })?;
            if talk.json { out::json(&found) } else { print_sign_in(talk, &found) }
        }
    }
}

/// Judges a mail log by several policies and shows what they found.
pub fn judge_log(log: &LogToJudge<'_>, judges: &[Judge], show: &JudgeArgs, talk: &Talk) -> Outcome {
    let mut site_key = [0; 32];
    OsEntropy.fill(&mut site_key);
    postfix_log::judge(log, judges, show, &site_key, talk)
}

/// The mails of a log.
pub fn read_log(files: &[PathBuf], utc_offset_s: i32) -> Result<Joined> {
    postfix_log::read(files, utc_offset_s).map(|(joined, _)| joined)
}

fn policies(file: Option<&Path>) -> Result<Policies> {
    file.map_or_else(|| Ok(Policies::default()), policy_file::load)
}

/// Runs a replay over the file, with a bar on a terminal.
fn over<T>(path: &Path, replay: impl FnOnce(File, &mut dyn FnMut(Progress)) -> Result<T>) -> Result<T> {
    let log = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    let bar = bar(log.metadata().map_or(0, |metadata| metadata.len()));
    let found = replay(log, &mut |progress: Progress| {
        bar.set_position(progress.bytes_read);
        bar.set_message(progress.rows.to_string());
    });
    bar.finish_and_clear();
    found.with_context(|| path.display().to_string())
}

/// A bar for so many bytes; hidden where nobody looks.
fn bar(size: u64) -> ProgressBar {
    let bar = if io::stderr().is_terminal() { ProgressBar::new(size) } else { ProgressBar::hidden() };
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {percent:>3} %  {msg}") {
        bar.set_style(style);
    }
    bar
}

fn print_sign_in(talk: &Talk, found: &SignInReplay) -> Outcome {
    let arguments = [
        ("attempts", found.attempts.into()),
        ("accounts", found.accounts.into()),
        ("sources", found.sources.into()),
    ];
    out::line(&talk.say(key::CLI_REPLAY_SIGN_IN, &arguments))?;
    out::line(&talk.say(key::CLI_REPLAY_LOCKS, &[("count", found.locks.into())]))?;
    out::line(&talk.say(key::CLI_REPLAY_REFUSED_SUCCESSES, &[("count", found.refused_successes.into())]))?;
    print_first_locks(talk, found)?;
    print_stopped_sources(talk, found)?;
    print_refused(talk, found)
}

fn print_first_locks(talk: &Talk, found: &SignInReplay) -> Outcome {
    if found.first_locks.is_empty() {
        return Ok(());
    }
    let head = [key::CLI_HEAD_WHEN, key::CLI_HEAD_ACCOUNT, key::CLI_HEAD_SOURCE, key::CLI_HEAD_ATTEMPTS];
    let rows = found.first_locks.iter().take(LINES_MAX).map(|lock| {
        let (account, source) = (lock.account.clone(), lock.source_ip.clone());
        [time(talk, lock.time_unix_s), account, source, lock.attempts_before.to_string()]
    });
    table(talk, head, rows.collect())?;
    more(talk, found.first_locks.len())
}

fn print_stopped_sources(talk: &Talk, found: &SignInReplay) -> Outcome {
    let count = found.stopped_sources.len();
    out::line(&talk.say(key::CLI_REPLAY_STOPPED_SOURCES, &[("count", (count as u64).into())]))?;
    if count == 0 {
        return Ok(());
    }
    let head = [key::CLI_HEAD_WHEN, key::CLI_HEAD_SOURCE, key::CLI_HEAD_ATTEMPTS, key::CLI_HEAD_REFUSED];
    let rows = found.stopped_sources.iter().take(LINES_MAX).map(|stopped| {
        let (before, refused) = (stopped.attempts_before.to_string(), stopped.refused.to_string());
        [time(talk, stopped.time_unix_s), stopped.source_ip.clone(), before, refused]
    });
    table(talk, head, rows.collect())?;
    more(talk, count)
}

/// The owners who would have been refused, each with what led to it: the part of a replay to read before a
/// policy is switched on.
fn print_refused(talk: &Talk, found: &SignInReplay) -> Outcome {
    if found.refused.is_empty() {
        return Ok(());
    }
    let head = [
        key::CLI_HEAD_WHEN,
        key::CLI_HEAD_ACCOUNT,
        key::CLI_HEAD_SOURCE,
        key::CLI_HEAD_FAILURES_BEFORE,
        key::CLI_HEAD_SIGN_INS_BEFORE,
        key::CLI_HEAD_REASON,
    ];
    let rows = found.refused.iter().take(LINES_MAX).map(|refused| {
        [
            time(talk, refused.time_unix_s),
            refused.account.clone(),
            refused.source_ip.clone(),
            refused.failures_before.to_string(),
            refused.successes_before.to_string(),
            reason(talk, refused),
        ]
    });
    table(talk, head, rows.collect())?;
    more(talk, usize::try_from(found.refused_successes).unwrap_or(usize::MAX))
}

fn reason(talk: &Talk, refused: &RefusedSuccess) -> String {
    let lane = refused.lane.and_then(Lane::from_code);
    let until = refused.until_unix_s.map(Timestamp::from_unix_s);
    SignInRefusal::from_parts(refused.because, lane, until).map_or_else(
        || refused.because.to_owned(),
        |refusal| talk.words().sign_in_refusal(refusal, talk.zone()),
    )
}

/// A table whose first column is a time.
fn table<const N: usize>(talk: &Talk, head: [Key; N], rows: Vec<[String; N]>) -> Outcome {
    let mut head = head.map(|key| talk.label(key));
    head[0] = talk.head_of_times(key::CLI_HEAD_WHEN);
    out::table(head, rows)
}

fn time(talk: &Talk, unix_s: i64) -> String {
    talk.time(&When::from(Timestamp::from_unix_s(unix_s)))
}

fn more(talk: &Talk, found: usize) -> Outcome {
    if found > LINES_MAX {
        out::talk(&talk.say(key::CLI_REPLAY_MORE, &[("count", (found - LINES_MAX).into())]));
    }
    Ok(())
}

//! `postern policy try`: the mail of the last weeks, as the site's own mail log has it, judged by the policy in force and
//! by what somebody thinks of instead, side by side. Nothing is changed.
//!
//! The log is the one that `[gates.mail_log]` names, with its rotated files beside it. Policies for some accounts are not
//! looked at: the site's own policy judges everybody.

use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use anyhow::Context;
use postern_core::policy::Policies;
use postern_core::policy::presets::{Door, Preset};
use postern_engine::ports::Clock;
use postern_text::key;
use postern_web::api::v1::policies::PolicyList;

use super::args::{JudgeArgs, TryArgs};
use super::client::Client;
use super::exit::{Exit, Failure, Outcome};
use super::policy::policies_of;
use super::replay::{self, Judge, LogToJudge, POLICIES_MAX};
use crate::config::Config;
use crate::policy_file;
use crate::wiring::SystemClock;

/// What the columns of the policies that nobody named are called.
const NOW: &str = "now";
const CHANGED: &str = "changed";
/// Days of the log that only teach who is known, at most; a log of less than four times as many gives a quarter of it.
const LEARN_DAYS_MAX: u16 = 7;

pub async fn run(client: &Client, config: Option<&Config>, args: &TryArgs) -> Outcome {
    let talk = client.talk();
    let list: PolicyList = client.get("/policies").await?;
    let now = policies_of(&list)?;
    let judges = candidates(now, args)?;
    if judges.len() < 2 {
        return Err(Failure::new(Exit::Usage, talk.label(key::CLI_TRY_NOTHING)));
    }
    if judges.len() > POLICIES_MAX {
        return Err(anyhow::anyhow!("{} policies at once; at most {POLICIES_MAX}", judges.len()).into());
    }
    let files = if args.logs.is_empty() {
        let configured = config.and_then(|config| config.mail_log.as_ref()).map(|log| log.files.as_slice());
        let files = configured.unwrap_or_default().iter().map(|log| with_rotated(log, args.days));
        files.collect::<anyhow::Result<Vec<_>>>()?.concat()
    } else {
        args.logs.clone()
    };
    if files.is_empty() {
        return Err(Failure::new(Exit::Usage, talk.label(key::CLI_TRY_NO_LOG)));
    }
    let show = JudgeArgs {
        policy: Vec::new(),
        preset: Vec::new(),
        own_domains: config.map(|config| config.site.own_domains.clone()).unwrap_or_default(),
        plot: args.plot,
        svg: args.svg.clone(),
    };
    let zone = config.and_then(|config| jiff::tz::TimeZone::get(&config.site.time_zone).ok());
    let utc_offset_s = zone.map_or(0, |zone| offset_now_s(&zone));
    let log =
        LogToJudge { files: &files, utc_offset_s, learn: replay::Learn::Share { days_max: LEARN_DAYS_MAX } };
    replay::judge_log(&log, &judges, &show, talk)
}

/// The policy in force, then what was given: files as they are; presets and single values over the policy in force.
fn candidates(now: Policies, args: &TryArgs) -> anyhow::Result<Vec<Judge>> {
    let mut judges = vec![Judge { name: NOW.to_owned(), policies: now.clone() }];
    for file in &args.files {
        let name = file.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        judges.push(Judge { name, policies: policy_file::load(file)? });
    }
    for name in &args.preset {
        let preset = Preset::from_code(name).filter(|preset| preset.door() == Door::Sending);
        let preset = preset.with_context(|| {
            format!("there is no preset of sending named {name}; postern policy preset list names them")
        })?;
        judges.push(Judge { name: name.clone(), policies: preset.over(&now) });
    }
    if !args.values.is_empty() {
        let mut policies = now;
        for (name, value) in &args.values {
            // As in policy put, where only values of sending can be meant.
            let name = if name.contains('.') { name.clone() } else { format!("outbound.{name}") };
            policies.set(&name, &value.to_string())?;
        }
        policies.check()?;
        judges.push(Judge { name: CHANGED.to_owned(), policies });
    }
    Ok(judges)
}

/// The log and what was rotated away beside it (`mail.log.1`, `mail.log-20261101.gz`), as far as it was written within so
/// many days.
pub fn with_rotated(log: &Path, days: u16) -> anyhow::Result<Vec<PathBuf>> {
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

pub fn offset_now_s(zone: &jiff::tz::TimeZone) -> i32 {
    zone.to_offset(jiff::Timestamp::from_second(now_s()).unwrap_or_default()).seconds()
}

fn now_s() -> i64 {
    SystemClock.now().unix_micros() / 1_000_000
}

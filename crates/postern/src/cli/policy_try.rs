//! `postern policy try`: the mail of the last weeks, as the site's own mail log has it, judged by the policy in force and
//! by what somebody thinks of instead, side by side. Nothing is changed.
//!
//! With `--recorded` it is not the log but what the server has counted of each account, which knows less and needs no file.
//! Which log that is, `site_log` says. Policies for some accounts are not
//! looked at: the site's own policy judges everybody.

use anyhow::Context;
use hyper::Method;
use postern_core::policy::Policies;
use postern_core::policy::presets::{Door, Preset};
use postern_text::key;
use postern_web::api::v1::policies::PolicyList;
use postern_web::api::v1::policy_trials::{PolicyTrialView, TryBody};

use super::args::{JudgeArgs, TryArgs};
use super::client::Client;
use super::exit::{Exit, Failure, Outcome};
use super::policy::policies_of;
use super::replay::{self, Judge, LogToJudge, POLICIES_MAX};
use super::talk::Talk;
use super::{out, site_log};
use crate::config::Config;
use crate::policy_file;

/// What the columns of the policies that nobody named are called.
const NOW: &str = "now";
const CHANGED: &str = "changed";
/// Days of the log that only teach who is known, at most; a log of less than four times as many gives a quarter of it.
const LEARN_DAYS_MAX: u16 = 7;

pub async fn run(client: &Client, config: Option<&Config>, args: &TryArgs) -> Outcome {
    if args.recorded {
        return recorded(client, args).await;
    }
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
    let files = site_log::files(config, &args.logs, args.days, talk)?;
    let show = JudgeArgs {
        policy: Vec::new(),
        preset: Vec::new(),
        own_domains: config.map(|config| config.site.own_domains.clone()).unwrap_or_default(),
        plot: args.plot,
        svg: args.svg.clone(),
    };
    let utc_offset_s = site_log::utc_offset_s(config);
    let log =
        LogToJudge { files: &files, utc_offset_s, learn: replay::Learn::Share { days_max: LEARN_DAYS_MAX } };
    replay::judge_log(&log, &judges, &show, talk)
}

/// What the server has counted of each account, judged by the policy in force and by another.
async fn recorded(client: &Client, args: &TryArgs) -> Outcome {
    let talk = client.talk();
    let full = |name: &String| if name.contains('.') { name.clone() } else { format!("outbound.{name}") };
    let body = TryBody {
        preset: args.preset.first().cloned(),
        values: args.values.iter().map(|(name, value)| (full(name), *value)).collect(),
    };
    if args.preset.len() > 1 || (body.preset.is_none() && body.values.is_empty()) {
        return Err(Failure::new(Exit::Usage, talk.label(key::CLI_TRY_NOTHING)));
    }
    let trial: PolicyTrialView = client.send(Method::POST, "/policies/try", &body).await?;
    if talk.json {
        return out::json(&trial);
    }
    let Some(since) = &trial.since else {
        return out::line(&talk.label(key::POLICY_TRIAL_NONE));
    };
    let head = [key::POLICY_TRIAL_COUNTS, key::POLICY_HEAD_NOW, key::POLICY_HEAD_THEN];
    let row = |key, now: usize, then: usize| [talk.label(key), now.to_string(), then.to_string()];
    let rows = vec![
        row(key::CLI_REPLAY_RESTRICTED_ACCOUNTS_ROW, trial.now.restricted, trial.then.restricted),
        row(key::CLI_REPLAY_SLOWED_ACCOUNTS_ROW, trial.now.slowed, trial.then.slowed),
    ];
    out::table(head.map(|key| talk.label(key)), rows)?;
    out::line("")?;
    if trial.then.perhaps > 0 {
        out::line(&talk.say(key::POLICY_TRIAL_PERHAPS, &[("count", trial.then.perhaps.into())]))?;
    }
    if !trial.is_whole {
        out::line(&talk.say(key::POLICY_TRIAL_PART, &[("count", trial.accounts.into())]))?;
    }
    out::line(&talk.say(key::POLICY_TRIAL_BASIS, &[("since", (&talk.time(since)).into())]))?;
    restricted(talk, &trial)
}

/// Who would have been restricted, when and why.
fn restricted(talk: &Talk, trial: &PolicyTrialView) -> Outcome {
    if trial.restricted.is_empty() {
        return Ok(());
    }
    out::line("")?;
    out::line(&talk.label(key::POLICY_TRIAL_NAMED))?;
    let head = [
        talk.label(key::ADMIN_HEAD_USER),
        talk.head_of_times(key::CLI_HEAD_WHEN),
        talk.label(key::ADMIN_HEAD_WHY),
    ];
    let rows = trial.restricted.iter().map(|tried| {
        let reason = tried.reason.reason();
        let why = reason
            .map_or_else(|| tried.reason.code.clone(), |reason| talk.words().restriction_reason(&reason));
        let only_if = tried.is_perhaps.then(|| talk.label(key::POLICY_TRIAL_ONLY_IF));
        let also = tried.is_restricted_now.then(|| talk.label(key::POLICY_TRIAL_ALSO));
        let why: Vec<String> = [Some(why), only_if, also].into_iter().flatten().collect();
        let address = tried.address.clone().unwrap_or_else(|| tried.account.clone());
        [address, talk.time(&tried.at), why.join(" ")]
    });
    out::table(head, rows.collect())?;
    let unnamed = trial.then.restricted - trial.restricted.len().min(trial.then.restricted);
    if unnamed == 0 { Ok(()) } else { out::line(&talk.say(key::USERS_MORE, &[("count", unnamed.into())])) }
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

//! Policies with the names of their columns, and what they found in one log, as tables or as JSON.

use anyhow::{Context, Result, bail};
use postern_core::policy::Policies;
use postern_core::policy::presets::{Door, Preset};
use postern_engine::replay::{InjectionReport, MailReplay, MailReplays, MailedTo, NoveltyCurve, Spammer};
use postern_text::key;
use serde::Serialize;

use super::{LINES_MAX, more, table, time};
use crate::cli::args::JudgeArgs;
use crate::cli::exit::Outcome;
use crate::cli::out;
use crate::cli::talk::Talk;
use crate::policy_file;

/// Most policies side by side: more columns do not fit a screen, and each costs a record for every account.
pub const POLICIES_MAX: usize = 8;

/// A policy with the name of its column.
pub struct Judge {
    /// The file's name without its end, the preset's name, or `default`.
    pub name: String,
    /// Its values.
    pub policies: Policies,
}

/// The policies that were asked for; the defaults when none was.
pub fn judges(args: &JudgeArgs) -> Result<Vec<Judge>> {
    let mut judges = Vec::new();
    for file in &args.policy {
        let name = file.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        judges.push(Judge { name, policies: policy_file::load(file)? });
    }
    for name in &args.preset {
        let preset = Preset::from_code(name).filter(|preset| preset.door() == Door::Sending);
        let preset = preset
            .with_context(|| format!("there is no preset of sending named {name}; there are {}", known()))?;
        judges.push(Judge { name: name.clone(), policies: preset.over(&Policies::default()) });
    }
    if judges.is_empty() {
        judges.push(Judge { name: "default".to_owned(), policies: Policies::default() });
    }
    if judges.len() > POLICIES_MAX {
        bail!("{} policies at once; at most {POLICIES_MAX}", judges.len());
    }
    Ok(judges)
}

fn known() -> String {
    let sending = Preset::ALL.iter().filter(|preset| preset.door() == Door::Sending);
    sending.map(|preset| preset.code()).collect::<Vec<_>>().join(", ")
}

/// One policy's findings as JSON: alone they are the whole answer, side by side each has its name.
#[derive(Serialize)]
struct Found<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    policy: Option<&'a str>,
    #[serde(flatten)]
    found: &'a MailReplay,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    injected: &'a [InjectionReport],
    #[serde(skip_serializing_if = "Option::is_none")]
    novelty: Option<&'a NoveltyCurve>,
}

#[derive(Serialize)]
struct SideBySide<'a> {
    policies: Vec<Found<'a>>,
    novelty: &'a NoveltyCurve,
}

/// Prints what was found as JSON.
pub fn json(judges: &[Judge], replays: &MailReplays, injected: &[Vec<InjectionReport>]) -> Outcome {
    let injected = |position: usize| injected.get(position).map_or(&[][..], Vec::as_slice);
    if let [found] = &replays.policies[..] {
        return out::json(&Found {
            policy: None,
            found,
            injected: injected(0),
            novelty: Some(&replays.novelty),
        });
    }
    let named = judges.iter().zip(&replays.policies).enumerate();
    let policies = named
        .map(|(position, (judge, found))| Found {
            policy: Some(&judge.name),
            found,
            injected: injected(position),
            novelty: None,
        })
        .collect();
    out::json(&SideBySide { policies, novelty: &replays.novelty })
}

/// Prints what was found as sentences and tables.
pub fn print(talk: &Talk, judges: &[Judge], replays: &MailReplays) -> Outcome {
    let Some(first) = replays.policies.first() else { return Ok(()) };
    let months = format!("{:.1}", first.account_months);
    let arguments = [
        ("accounts", first.accounts.into()),
        ("messages", first.messages.into()),
        ("months", (&months).into()),
    ];
    out::line(&talk.say(key::CLI_REPLAY_MAIL, &arguments))?;
    if let ([judge], [found]) = (judges, &replays.policies[..]) {
        return one(talk, judge, found);
    }
    let mut head = vec![talk.label(key::CLI_REPLAY_MEASURE)];
    head.extend(judges.iter().map(|judge| judge.name.clone()));
    out::table_of(head, measures(talk, &replays.policies))?;
    for (judge, found) in judges.iter().zip(&replays.policies) {
        touched(talk, judge, found)?;
    }
    Ok(())
}

/// A row for each measure, a column for each policy.
fn measures(talk: &Talk, found: &[MailReplay]) -> Vec<Vec<String>> {
    let row = |key, of: &dyn Fn(&MailReplay) -> String| {
        let mut row = vec![talk.label(key)];
        row.extend(found.iter().map(of));
        row
    };
    let touched = |found: &MailReplay, is: fn(u64, u64) -> bool| {
        found.touched.iter().filter(|account| is(account.episodes, account.slowed_hours)).count().to_string()
    };
    let mut rows = vec![
        row(key::CLI_REPLAY_EPISODES_ROW, &|found| found.episodes.to_string()),
        row(key::CLI_REPLAY_RATE_ROW, &|found| format!("{:.2}", found.episodes_per_1000_account_months)),
        row(key::CLI_REPLAY_RESTRICTED_ACCOUNTS_ROW, &|found| touched(found, |episodes, _| episodes > 0)),
        row(key::CLI_REPLAY_FIRST_ROW, &|found| {
            found.detections.first().map_or_else(|| "-".to_owned(), |first| time(talk, first.time_unix_s))
        }),
        row(key::CLI_REPLAY_LET_OUT_ROW, &|found| {
            found.detections.iter().map(|detection| detection.recipients_let_out).sum::<u64>().to_string()
        }),
        row(key::CLI_REPLAY_REFUSED_ROW, &|found| found.messages_refused.to_string()),
        row(key::CLI_REPLAY_SLOWED_HOURS_ROW, &slowed_of_all),
        row(key::CLI_REPLAY_SLOWED_ACCOUNTS_ROW, &|found| touched(found, |_, hours| hours > 0)),
        row(key::CLI_REPLAY_LONGEST_DELAY_ROW, &|found| found.longest_delay_s.to_string()),
    ];
    for rule in found.first().map(|found| found.by_rule.keys()).into_iter().flatten() {
        if found.iter().any(|found| found.by_rule[rule] > 0) {
            let mut row = vec![format!("  {rule}")];
            row.extend(found.iter().map(|found| found.by_rule[rule].to_string()));
            rows.push(row);
        }
    }
    rows
}

fn slowed_of_all(found: &MailReplay) -> String {
    format!("{} / {}", found.slowed_hours, found.sender_hours)
}

fn one(talk: &Talk, judge: &Judge, found: &MailReplay) -> Outcome {
    let rate = format!("{:.2}", found.episodes_per_1000_account_months);
    let arguments = [("count", found.episodes.into()), ("rate", (&rate).into())];
    out::line(&talk.say(key::CLI_REPLAY_EPISODES, &arguments))?;
    for (rule, episodes) in &found.by_rule {
        out::line(&format!("  {rule}: {episodes}"))?;
    }
    out::line(&format!("{}: {}", talk.label(key::CLI_REPLAY_SLOWED_HOURS_ROW), slowed_of_all(found)))?;
    out::line(&format!("{}: {}", talk.label(key::CLI_REPLAY_LONGEST_DELAY_ROW), found.longest_delay_s))?;
    if !found.detections.is_empty() {
        let head = [key::CLI_HEAD_WHEN, key::CLI_HEAD_ACCOUNT, key::CLI_HEAD_RULE, key::CLI_HEAD_LET_OUT];
        let rows = found.detections.iter().take(LINES_MAX).map(|detection| {
            let account = detection.account.clone();
            let let_out = detection.recipients_let_out.to_string();
            [time(talk, detection.time_unix_s), account, detection.rule.to_owned(), let_out]
        });
        table(talk, head, rows.collect())?;
        more(talk, found.detections.len())?;
    }
    touched(talk, judge, found)
}

/// Who would have noticed.
fn touched(talk: &Talk, judge: &Judge, found: &MailReplay) -> Outcome {
    let arguments = [("policy", (&judge.name).into()), ("count", (found.touched.len() as u64).into())];
    out::line("")?;
    out::line(&talk.say(key::CLI_REPLAY_TOUCHED, &arguments))?;
    if found.touched.is_empty() {
        return Ok(());
    }
    let head = [
        key::CLI_HEAD_ACCOUNT,
        key::CLI_HEAD_MESSAGES,
        key::CLI_HEAD_SLOWED_HOURS,
        key::CLI_HEAD_RESTRICTIONS,
        key::CLI_HEAD_FIRST_RESTRICTION,
        key::CLI_HEAD_RULE,
        key::CLI_HEAD_LET_OUT,
    ];
    let mut head = head.map(|key| talk.label(key));
    head[4] = talk.head_of_times(key::CLI_HEAD_FIRST_RESTRICTION);
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    let rows = found.touched.iter().take(LINES_MAX).map(|account| {
        [
            account.account.clone(),
            account.messages.to_string(),
            account.slowed_hours.to_string(),
            account.episodes.to_string(),
            or_dash(account.first_detection_unix_s.map(|at| time(talk, at))),
            or_dash(account.first_rule.map(str::to_owned)),
            or_dash(account.recipients_let_out.map(|let_out| let_out.to_string())),
        ]
    });
    out::table(head, rows.collect())?;
    more(talk, found.touched.len())
}

/// Prints what became of runs of spam.
pub fn print_injected(talk: &Talk, judge: &Judge, trials: u32, reports: &[InjectionReport]) -> Outcome {
    out::line("")?;
    let arguments = [("policy", (&judge.name).into()), ("count", u64::from(trials).into())];
    out::line(&talk.say(key::CLI_REPLAY_INJECTED, &arguments))?;
    let head = [
        key::CLI_HEAD_RUN,
        key::CLI_HEAD_FOUND,
        key::CLI_HEAD_LET_OUT_MEDIAN,
        key::CLI_HEAD_LET_OUT_WORST,
        key::CLI_HEAD_SLOWED,
        key::CLI_HEAD_UNTIL_RESTRICTED,
    ];
    let rows = reports.iter().map(|report| {
        let until =
            if report.detected == 0 { "-".to_owned() } else { clock(report.until_restricted_s.median) };
        [
            run(talk, report),
            format!("{} / {}", report.detected, report.trials),
            report.let_out.median.to_string(),
            report.let_out.worst.to_string(),
            report.slowed.median.to_string(),
            until,
        ]
    });
    out::table(head.map(|key| talk.label(key)), rows.collect())
}

fn run(talk: &Talk, report: &InjectionReport) -> String {
    let (rate, each) = (report.run.mails_per_hour.to_string(), report.run.per_mail.to_string());
    let key = match report.run.to {
        MailedTo::Strangers => key::CLI_REPLAY_RUN_STRANGERS,
        MailedTo::OwnContacts => key::CLI_REPLAY_RUN_CONTACTS,
        MailedTo::OwnContactsUnfamiliar => key::CLI_REPLAY_RUN_CONTACTS_UNFAMILIAR,
    };
    let run = talk.say(key, &[("rate", (&rate).into()), ("each", (&each).into())]);
    match report.spammer {
        Spammer::Waits => run,
        Spammer::Parallel => talk.say(key::CLI_REPLAY_SPAMMER_PARALLEL, &[("run", (&run).into())]),
    }
}

/// Hours, minutes and seconds, in figures.
fn clock(seconds: u64) -> String {
    format!("{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

//! `postern replay mail`: sent mail judged by one policy or several, and runs of spam put into it.

use postern_core::policy::Policies;
use postern_engine::replay::{
    InjectionReport, InjectionTrials, MailHistory, MailReplays, STANDARD_RUNS, replay_mail_side_by_side,
};

use super::judged::{self, Judge};
use super::{over, plot};
use crate::cli::args::{InjectArgs, JudgeArgs, MailArgs};
use crate::cli::exit::Outcome;
use crate::cli::talk::Talk;

pub fn run(args: &MailArgs, site_key: &[u8; 32], talk: &Talk) -> Outcome {
    let judges = judged::judges(&args.judge)?;
    let own_domains = own_domains(&args.judge);
    let policies: Vec<Policies> = judges.iter().map(|judge| judge.policies.clone()).collect();
    let replays = over(&args.file, |log, progress| {
        Ok(replay_mail_side_by_side(log, &policies, &own_domains, site_key, progress)?)
    })?;
    let mut injected = Vec::new();
    if args.inject.inject {
        let history =
            over(&args.file, |log, progress| Ok(MailHistory::read(log, &own_domains, site_key, progress)?))?;
        let InjectArgs { trials, seed, inject: _ } = args.inject;
        let trials = InjectionTrials { trials, seed };
        injected = policies.iter().map(|policies| history.inject(policies, &STANDARD_RUNS, trials)).collect();
    }
    show(talk, &args.judge, &judges, &replays, &injected)?;
    if !talk.json {
        for (judge, reports) in judges.iter().zip(&injected) {
            judged::print_injected(talk, judge, args.inject.trials, reports)?;
        }
    }
    Ok(())
}

/// Prints what was found, with the pictures that were asked for.
pub fn show(
    talk: &Talk,
    args: &JudgeArgs,
    judges: &[Judge],
    replays: &MailReplays,
    injected: &[Vec<InjectionReport>],
) -> Outcome {
    if let Some(path) = &args.svg {
        plot::svg(talk, judges, &replays.novelty, path)?;
    }
    if talk.json {
        return judged::json(judges, replays, injected);
    }
    judged::print(talk, judges, replays)?;
    if args.plot { plot::bars(talk, &replays.novelty) } else { Ok(()) }
}

/// In lower case.
pub fn own_domains(args: &JudgeArgs) -> Vec<String> {
    args.own_domains.iter().map(|domain| domain.to_lowercase()).collect()
}

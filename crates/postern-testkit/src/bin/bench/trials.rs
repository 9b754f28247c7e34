//! The measurements beside throughput: start, a fixed rate, refusals beside hashing, memory.

use std::path::Path;

use anyhow::{Context, ensure};
use postern_testkit::bench::child::{Server, now};
use postern_testkit::bench::figures::Pairs;
use postern_testkit::bench::keys::{KeySequence, Keys};
use postern_testkit::bench::load::{Door, Pace, Plan, ask_once, run};
use postern_testkit::bench::question::Question;
use postern_testkit::bench::site::RESTRICTED;

use crate::{Arguments, ChildServes, Transport, children, door, plan};

/// The fixed rate of DESIGN section 9, requests in a second, and the connections that carry it.
const FIXED_PER_S: u32 = 5_000;
const FIXED_CONNECTIONS: usize = 16;
/// Refusals asked in a second while passwords are hashed.
const REFUSALS_PER_S: u32 = 1_000;

/// Fills the store that the site is started over.
pub fn prepare(arguments: &Arguments, folder: &Path) -> anyhow::Result<()> {
    let begun = now();
    children::finish(ChildServes::Prepare, arguments, folder)?;
    println!(
        "prepared {} accounts with history ({RESTRICTED} of them restricted) in {:.0} s",
        arguments.accounts,
        begun.elapsed().as_secs_f64()
    );
    Ok(())
}

/// Starts the site, and asks about every restricted account before anything else.
pub fn start(arguments: &Arguments, folder: &Path) -> anyhow::Result<Server> {
    let mut site = children::start(ChildServes::Site, arguments, folder)?;
    let begun = now();
    let at = site.doors.policy.map(Door::Tcp).context("the site has a policy port")?;
    for account in arguments.accounts - RESTRICTED..arguments.accounts {
        ensure!(!ask_once(Question::Policy, &at, account)?, "restricted account {account} may send");
    }
    let asked = begun.elapsed();
    let (loaded, what) = site.loaded()?;
    println!(
        "start: gates answer after {} ms, all {RESTRICTED} restrictions seen {} ms later, all history after {} ms",
        site.start_up.as_millis(),
        asked.as_millis(),
        loaded.as_millis()
    );
    println!("       {what}; {} MiB resident", site.resident_kib()? >> 10);
    Ok(site)
}

/// What a client feels at a rate that a large site has.
pub fn fixed_rate(arguments: &Arguments, echo: &Server, site: &Server) -> anyhow::Result<()> {
    println!("at a fixed {FIXED_PER_S} requests/s");
    for (question, transport) in crate::asked(arguments) {
        let (Some(at_echo), Some(at_site)) =
            (door(&echo.doors, question, transport), door(&site.doors, question, transport))
        else {
            continue;
        };
        let pace = Pace::Open { per_s: FIXED_PER_S };
        let plan = Plan { pace, ..plan(arguments, question, FIXED_CONNECTIONS) };
        let mut keys = KeySequence::new(Keys::Uniform, arguments.accounts - RESTRICTED);
        let mut rounds = Vec::new();
        for _ in 0..arguments.rounds.max(1) {
            let of_echo = run(plan, &at_echo, echo, &mut keys)?;
            rounds.push((of_echo, run(plan, &at_site, site, &mut keys)?));
        }
        let plan = format!("{} {} fixed", question.name(), transport.name());
        println!("{}", Pairs { plan, connections: FIXED_CONNECTIONS, rounds }.table());
    }
    Ok(())
}

/// Refusals while every thread that may hash is hashing; beside it the same without hashing.
pub fn beside_hashing(arguments: &Arguments, folder: &Path) -> anyhow::Result<()> {
    println!("refusals at {REFUSALS_PER_S}/s, quiet (echo's place) and while passwords are hashed");
    let plan = Plan {
        pace: Pace::Open { per_s: REFUSALS_PER_S },
        ..plan(arguments, Question::Policy, FIXED_CONNECTIONS)
    };
    let mut sides = Vec::new();
    for what in [ChildServes::Site, ChildServes::SiteHashing] {
        let mut site = children::start(what, arguments, folder)?;
        site.loaded()?;
        postern_testkit::bench::child::pin_to(crate::GENERATOR_CPU)?;
        let at = door(&site.doors, Question::Policy, Transport::Tcp).context("the site has a policy port")?;
        let mut keys =
            KeySequence::new(Keys::Uniform, RESTRICTED).starting_at(arguments.accounts - RESTRICTED);
        let mut rounds = Vec::new();
        for _ in 0..arguments.rounds.max(1) {
            rounds.push(run(plan, &at, &site, &mut keys)?);
        }
        sides.push(rounds);
    }
    let (hashing, quiet) = (sides.pop().unwrap_or_default(), sides.pop().unwrap_or_default());
    let rounds = quiet.into_iter().zip(hashing).collect();
    let pairs = Pairs { plan: "refusals tcp".to_owned(), connections: FIXED_CONNECTIONS, rounds };
    println!("{}", pairs.table());
    Ok(())
}

/// What the counters weigh in a process of their own.
pub fn memory(arguments: &Arguments) -> anyhow::Result<()> {
    let nowhere = Path::new("/");
    for (what, words) in [
        (ChildServes::MemorySignIn, "signed in once, each from an address of its own"),
        (ChildServes::MemorySending, "wrote to eight recipients"),
    ] {
        let weight = children::finish(what, arguments, nowhere)?;
        println!("memory: {} accounts that {words}: {}", arguments.accounts, weight.trim());
    }
    Ok(())
}

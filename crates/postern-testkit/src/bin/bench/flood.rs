//! The trial of a flood: strangers with a name and an address each ask, at a rate or as fast as they are answered,
//! beside the usual traffic of known accounts. What known accounts feel is measured; that no lock ends, nobody is refused for
//! it and the tables stay bounded has to hold.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, ensure};
use postern_testkit::bench::child::{Held, Server, pin_to};
use postern_testkit::bench::figures::Figures;
use postern_testkit::bench::keys::{KeySequence, Keys};
use postern_testkit::bench::load::{Pace, Plan, Round, run, run_beside_flood};
use postern_testkit::bench::locks::Attackers;
use postern_testkit::bench::question::Question;
use postern_testkit::bench::requests::SIGN_IN_REQUESTS_PER_100;
use postern_testkit::bench::site::RESTRICTED;
use postern_testkit::bench::strangers::STRANGERS_MAX;

use crate::{Arguments, ChildServes, GENERATOR_CPU, Transport, children, door};

/// Known accounts that sign in, in a second, and the connections that carry them.
const SIGN_INS_PER_S: u32 = 1_000;
const CONNECTIONS: usize = 16;
/// Connections of the flood: as many, as if one mail server brought both.
const FLOOD_CONNECTIONS: usize = 16;
/// Accounts that are locked before: the ones that the usual traffic leaves out.
const LOCKED: u32 = RESTRICTED;
/// What the tables may grow by: sources and unknown names to their brim (the counters' own tests hold the same).
const TABLES_GROWTH_MAX_BYTES: u64 = 48 << 20;
/// What the process may grow by: the tables, SQLite's two writers' caches of 64 MiB, and the queues of the journal and of
/// the decision log.
const RESIDENT_GROWTH_MAX_KIB: u64 = (48 + 2 * 64 + 32) << 10;

/// Runs the flood of `strangers` against a site of its own over the store in `folder`, in which the locks stay.
pub fn flood(arguments: &Arguments, folder: &Path, strangers: u32) -> anyhow::Result<()> {
    let mut site = children::start(ChildServes::Site, arguments, folder)?;
    site.loaded()?;
    pin_to(GENERATOR_CPU)?;
    let gate = site.doors.sign_in.context("the site has a sign-in port")?;
    let mut attackers = Attackers::connect(gate, STRANGERS_MAX)?;
    let locked = arguments.accounts - LOCKED..arguments.accounts;
    let locked_before = attackers.count_refused(locked.clone())?;
    ensure!(
        locked_before == 0,
        "a flood ran over this store before, and its locks end soon: prepare another"
    );
    attackers.lock(locked.clone()).context("lock accounts before the flood")?;
    println!(
        "a flood of {strangers} names and addresses over {FLOOD_CONNECTIONS} connections, with {LOCKED} accounts \
         locked, beside {SIGN_INS_PER_S} sign-ins/s of others"
    );
    let before = Memory::of(&mut site)?;
    usual_and_flood(arguments, &site, strangers)?;
    before.compare_with(&Memory::of(&mut site)?)?;
    let refused = attackers.count_refused(locked)?;
    let others = attackers.count_refused(0..LOCKED)?;
    println!("  of {LOCKED} locks {refused} still refuse; of {LOCKED} other accounts {others} are refused");
    ensure!(refused == LOCKED, "{} locks did not survive the flood", LOCKED - refused);
    ensure!(others == 0, "{others} accounts that nobody guessed at are refused after the flood");
    Ok(())
}

/// The usual traffic before, during and after the flood.
fn usual_and_flood(arguments: &Arguments, site: &Server, strangers: u32) -> anyhow::Result<()> {
    let at = door(&site.doors, Question::SignIn, Transport::Tcp).context("the site has a sign-in port")?;
    let plan = Plan {
        question: Question::SignIn,
        connections: CONNECTIONS,
        pace: Pace::Open { per_s: SIGN_INS_PER_S * SIGN_IN_REQUESTS_PER_100 / 100 },
        warm_up: Duration::from_secs_f64(arguments.seconds / 4.0),
        measured: Duration::from_secs_f64(arguments.seconds * arguments.rounds.max(1) as f64),
    };
    let mut keys = KeySequence::new(Keys::Uniform, arguments.accounts - LOCKED);
    let before = run(plan, &at, site, &mut keys)?;
    let pace = match arguments.flood_per_s {
        0 => Pace::Closed,
        attempts => Pace::Open { per_s: 2 * attempts },
    };
    let (during, flood) = run_beside_flood(plan, (FLOOD_CONNECTIONS, pace), strangers, &at, site, &mut keys)?;
    let after = run(plan, &at, site, &mut keys)?;
    for (when, round) in [("before", &before), ("during", &during), ("after", &after)] {
        say_usual(when, round, &before)?;
    }
    println!(
        "  flood: {} questions in {:.1} s, {:.0}/s; {} of {strangers} attempts refused; server's CPU {:.0} %",
        flood.answered,
        flood.wall_s,
        flood.answered as f64 / flood.wall_s,
        flood.answered - flood.yes,
        flood.server_cpu_s / flood.wall_s * 100.0
    );
    ensure!(flood.answered == 2 * u64::from(strangers), "{} answers of the flood", flood.answered);
    Ok(())
}

/// What known accounts felt, and how many times as much as `before`.
fn say_usual(when: &str, round: &Round, before: &Round) -> anyhow::Result<()> {
    let figures = Figures::of(std::iter::once(round));
    println!(
        "  sign-ins {when:<6} p50 {:>6.0} us, p99 {:>6.0} us ({:.2} times), p99.9 {:>6.0} us; {} answers, {:.2} % let through",
        figures.p50_us,
        figures.p99_us,
        figures.p99_us / Figures::of(std::iter::once(before)).p99_us,
        figures.p999_us,
        round.answered,
        figures.yes * 100.0
    );
    ensure!(round.answered > 0, "nobody signed in {when} the flood");
    ensure!(
        round.yes == round.answered,
        "{} of known accounts' questions were refused {when} the flood",
        round.answered - round.yes
    );
    Ok(())
}

/// What a site weighs.
struct Memory {
    resident_kib: u64,
    held: Held,
}

impl Memory {
    fn of(site: &mut Server) -> anyhow::Result<Self> {
        Ok(Self { resident_kib: site.resident_kib()?, held: site.held()? })
    }

    /// Prints both; an error when a bound was passed.
    fn compare_with(&self, after: &Self) -> anyhow::Result<()> {
        println!(
            "  memory: resident {} MiB before, {} after, at most {}; tables {} and {}, at most {}",
            self.resident_kib >> 10,
            after.resident_kib >> 10,
            (self.resident_kib + RESIDENT_GROWTH_MAX_KIB) >> 10,
            self.held.bytes >> 20,
            after.held.bytes >> 20,
            (self.held.bytes + TABLES_GROWTH_MAX_BYTES) >> 20,
        );
        println!(
            "  {} sources; {} entries gave way; {} lines of the decision log lost",
            after.held.sources,
            after.held.gave_way - self.held.gave_way,
            after.held.decisions_lost - self.held.decisions_lost
        );
        let tables_grew = after.held.bytes.saturating_sub(self.held.bytes);
        ensure!(tables_grew <= TABLES_GROWTH_MAX_BYTES, "the tables grew by {} KiB", tables_grew >> 10);
        let grew_kib = after.resident_kib.saturating_sub(self.resident_kib);
        ensure!(grew_kib <= RESIDENT_GROWTH_MAX_KIB, "the server grew by {grew_kib} KiB");
        Ok(())
    }
}

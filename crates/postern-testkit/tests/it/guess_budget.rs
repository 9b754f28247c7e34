//! The attacker's budget against one account, for each preset, as a table that a change of any figure breaks:
//! guess-budget.txt beside this file. `POSTERN_BLESS=1` writes it anew; read the difference in review.

use std::fmt::Write as _;
use std::path::Path;

use postern_core::policy::presets::{Door, Preset};
use postern_core::time::{Span, Timestamp};
use postern_engine::ask::{SignInAsk, SignInReport, SignInStatus};
use postern_testkit::world::{World, root};

use crate::common::{ANNA, HOME, at_home, standing, stranger};

/// The owner's phone asks for mail this often.
const POLL: Span = Span::from_minutes(5);
const HOUR: Span = Span::from_hours(1);
const DAY: Span = Span::from_hours(24);
const MONTH: Span = Span::from_days(30);

/// What happened in a month.
struct Month {
    /// When each guess was looked at, since the beginning.
    guesses: Vec<Span>,
    /// Polls of the owner's phone, and how many of them were refused.
    polls: u32,
    polls_refused: u32,
}

impl Month {
    fn within(&self, span: Span) -> usize {
        self.guesses.iter().filter(|&&at| at < span).count()
    }
}

fn ask<'a>(remote: &'a str, pwhash: &'a str, session: &'a str, phase: &'a str) -> SignInAsk<'a> {
    SignInAsk {
        login: ANNA,
        remote,
        pwhash,
        protocol: "imap",
        session,
        phase,
        mechanism: "PLAIN",
        ..SignInAsk::default()
    }
}

/// One guess, never the same twice within the 8 that are remembered, from an address of its own. Whether it was
/// looked at.
async fn guess(world: &World, number: u32) -> bool {
    let (source, session) = (stranger(number % 10_000), format!("guess {number}"));
    let pwhash = format!("{:04x}", number % 4_000 + 1);
    let asked = ask(&source, &pwhash, &session, "");
    let is_allowed = world.engine.sign_in_asked(&asked).await.status == SignInStatus::Allow;
    let report = SignInReport { ask: asked, success: false, policy_reject: !is_allowed, fail_type: "" };
    world.engine.sign_in_reported(&report);
    is_allowed
}

/// The owner's phone, as Dovecot asks about it. Whether it was let in.
async fn poll(world: &World, number: u32) -> bool {
    let session = format!("poll {number}");
    for phase in ["", "after"] {
        if world.engine.sign_in_asked(&ask(HOME, "0fff", &session, phase)).await.status != SignInStatus::Allow
        {
            return false;
        }
    }
    let ask = ask(HOME, "0fff", &session, "after");
    let report = SignInReport { ask, success: true, policy_reject: false, fail_type: "" };
    world.engine.sign_in_reported(&report);
    true
}

/// A month of an attacker who guesses whenever the account would look at a guess, and at no other time.
async fn month(preset: Preset) -> anyhow::Result<Month> {
    let world = World::start().await?;
    let anna = world.person(ANNA).await?;
    // A new site has these values already, and what changes nothing is refused.
    if preset != Preset::Standard {
        let values = preset.values().map(|(name, value)| (name.to_owned(), value.to_string())).collect();
        world.engine.set_policies(values, root("a preset")).await?;
    }
    at_home(&world, ANNA).await?;
    let start = world.engine.why(anna.id).await?.map(|why| why.at).unwrap_or_default();
    let mut month = Month { guesses: Vec::new(), polls: 0, polls_refused: 0 };
    let (mut now, mut next_poll, mut opens, mut number) = (start, start, start, 0);
    while now.since(start) < MONTH {
        if now >= next_poll {
            month.polls += 1;
            month.polls_refused += u32::from(!poll(&world, month.polls).await);
            next_poll = now.plus(POLL);
        }
        if now >= opens {
            number += 1;
            if guess(&world, number).await {
                month.guesses.push(now.since(start));
                anyhow::ensure!(month.guesses.len() < 5_000, "nobody stops this attacker");
            }
            // Only a guess that was looked at can shut the lane.
            let lane = standing(&world, anna.id).await?.unfamiliar;
            opens = match (lane.is_closed, lane.locked_until) {
                (true, _) => Timestamp::from_unix_s(i64::MAX / 1_000_000),
                (false, Some(until)) => until,
                (false, None) => now.plus(Span::from_s(1)),
            };
        }
        let next = opens.min(next_poll).max(now.plus(Span::from_s(1)));
        world.clock.advance(next.since(now));
        now = next;
    }
    Ok(month)
}

#[tokio::test(flavor = "multi_thread")]
async fn c9_1_the_table_of_guess_budgets_is_as_it_was_and_the_owners_phone_is_never_refused()
-> anyhow::Result<()> {
    let mut table = String::from(
        "Wrong passwords that are looked at, of an attacker with any number of addresses who is after one account,\n\
         while the owner's phone signs in every 5 minutes from home.\n\n\
         preset             1 hour  24 hours  30 days  polls of the phone  refused\n",
    );
    for &preset in Preset::ALL.iter().filter(|preset| preset.door() == Door::SigningIn) {
        let (name, month) = (preset.code(), month(preset).await?);
        writeln!(
            table,
            "{name:<17} {:>7} {:>9} {:>8} {:>19} {:>8}",
            month.within(HOUR),
            month.within(DAY),
            month.within(MONTH),
            month.polls,
            month.polls_refused
        )?;
        assert_eq!(month.polls_refused, 0, "{name}");
        if preset == Preset::Standard {
            assert_eq!((month.within(HOUR), month.within(DAY), month.within(MONTH)), (15, 38, 100));
        }
    }
    println!("{table}");
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/guess-budget.txt");
    if std::env::var_os("POSTERN_BLESS").is_some() {
        std::fs::write(&golden, &table)?;
    }
    let expected = std::fs::read_to_string(&golden).unwrap_or_default();
    assert_eq!(table, expected, "POSTERN_BLESS=1 writes {} anew", golden.display());
    Ok(())
}

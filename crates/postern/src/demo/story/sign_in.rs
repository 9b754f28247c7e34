//! Chapters at the sign-in door.

use std::time::Duration;

use postern_gates::client::{DovecotClient, Seen};
use postern_text::key;

use super::super::organisation::MEMBERS;
use super::super::stopwatch::Stopwatch;
use super::super::teller::{Teller, took};
use super::Stage;

/// A stranger's address (RFC 5737).
const GUESSER: &str = "203.0.113.66";
/// Another one.
const SPRAYER: &str = "192.0.2.77";
/// Names that an attacker tries; a few of them exist.
const SPRAY_NAMES_MAX: usize = 120;
/// How often the forgotten phone asks.
const PHONE_POLLS: usize = 50;

/// Ten wrong passwords from a strange place lock strangers out, and the owner is let in.
pub async fn guessing(stage: &Stage, teller: &mut Teller) -> anyhow::Result<()> {
    let anna = &MEMBERS[0];
    let mut dovecot = stage.dovecot().await?;
    teller.chapter(key::DEMO_GUESSING_TITLE);
    let mut checked = 0;
    for guess in 1..=10 {
        let (seen, time) =
            timed(&mut dovecot, anna.address, &format!("guess-{guess}"), false, GUESSER).await?;
        checked += u32::from(seen == Seen::CheckedAndWrong);
        let told = match seen {
            Seen::CheckedAndWrong => key::DEMO_ASKED_AND_CHECKED,
            Seen::RefusedBefore | Seen::SignedIn | Seen::RefusedAfter => key::DEMO_ASKED_AND_REFUSED,
        };
        teller
            .say(told, &[("account", anna.address.into()), ("source", GUESSER.into()), ("took", took(time))]);
    }
    teller.check(key::DEMO_GUESSING_TEN_CHECKED, &[("count", u64::from(checked).into())], checked == 10);
    let (right, time) = timed(&mut dovecot, anna.address, anna.password, true, GUESSER).await?;
    teller.check(key::DEMO_GUESSING_RIGHT_REFUSED, &[("took", took(time))], right == Seen::RefusedBefore);
    let (owner, time) = timed(&mut dovecot, anna.address, anna.password, true, anna.place).await?;
    teller.check(
        key::DEMO_GUESSING_OWNER_IN,
        &[("source", anna.place.into()), ("took", took(time))],
        owner == Seen::SignedIn,
    );
    why(stage, teller, "anna").await
}

/// One password tried on many names: the source is stopped, nobody else is.
pub async fn spray(stage: &Stage, teller: &mut Teller) -> anyhow::Result<()> {
    let mut dovecot = stage.dovecot().await?;
    teller.chapter(key::DEMO_SPRAY_TITLE);
    let mut checked = 0;
    for number in 0..SPRAY_NAMES_MAX {
        // Every eighth name exists. Anna's is left out: strangers are locked out of hers already.
        let name = match number % 8 {
            7 => MEMBERS[1 + number / 8 % (MEMBERS.len() - 1)].address.to_owned(),
            _ => format!("user{number}@contoso.example"),
        };
        if dovecot.attempt(&name, "Winter2026!", false, SPRAYER).await? == Seen::RefusedBefore {
            break;
        }
        checked += 1;
    }
    teller.check(
        key::DEMO_SPRAY_STOPPED,
        &[("count", (checked as u64).into()), ("source", SPRAYER.into())],
        checked < SPRAY_NAMES_MAX,
    );
    let mut in_as_usual = 0;
    for member in MEMBERS {
        let seen = dovecot.attempt(member.address, member.password, true, member.place).await?;
        in_as_usual += usize::from(seen == Seen::SignedIn);
    }
    teller.check(
        key::DEMO_SPRAY_OTHERS_IN,
        &[("count", (in_as_usual as u64).into())],
        in_as_usual == MEMBERS.len(),
    );
    Ok(())
}

/// A phone that still has the old password asks again and again and locks nobody.
pub async fn old_phone(stage: &Stage, teller: &mut Teller) -> anyhow::Result<()> {
    let greta = &MEMBERS[2];
    let mut dovecot = stage.dovecot().await?;
    teller.chapter(key::DEMO_PHONE_TITLE);
    let mut checked = 0;
    for _ in 0..PHONE_POLLS {
        let seen = dovecot.attempt(greta.address, "before-the-summer-4", false, greta.place).await?;
        checked += u64::from(seen == Seen::CheckedAndWrong);
    }
    teller.check(key::DEMO_PHONE_NOT_LOCKED, &[("count", checked.into())], checked == PHONE_POLLS as u64);
    let (owner, time) = timed(&mut dovecot, greta.address, greta.password, true, greta.place).await?;
    teller.check(key::DEMO_PHONE_OWNER_IN, &[("took", took(time))], owner == Seen::SignedIn);
    Ok(())
}

/// Shows what the admin is told.
async fn why(stage: &Stage, teller: &Teller, who: &str) -> anyhow::Result<()> {
    teller.command(&format!("postern why {who}"));
    let (_, text) = stage.postern(&["why", who]).await?;
    teller.quote(&text);
    Ok(())
}

/// One attempt, and how long its answers took (without the report, for which nobody waits).
async fn timed(
    dovecot: &mut DovecotClient,
    login: &str,
    password: &str,
    is_right: bool,
    remote: &str,
) -> anyhow::Result<(Seen, Duration)> {
    let stopwatch = Stopwatch::start();
    let asked = dovecot.ask_attempt(login, password, is_right, remote).await?;
    let time = stopwatch.elapsed();
    dovecot.report(&asked).await?;
    Ok((asked.seen, time))
}

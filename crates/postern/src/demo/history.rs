//! Sample history: thirty ordinary days before yesterday, played through the same sockets with past times, so that the pictures
//! of 24 hours, 7 days and 30 days have something true to show. Two things happen in it: strangers guess at one account
//! until a rule locks it, and a person is restricted for writing to too many strangers, and released by the admin.

use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use postern_core::account::Role;
use postern_core::command::{Asker, Command};
use postern_core::reach::Reach;
use postern_core::restriction::Actor;
use postern_core::time::Span;
use postern_engine::Engine;
use postern_engine::queries::Found;
use postern_gates::client::Seen;

use super::clock::MovedClock;
use super::organisation::{MEMBERS, Member, ordinary_recipients};
use super::story::Stage;

/// How many days of it there are.
pub const DAYS: i64 = 30;
/// A stranger of the past (RFC 5737); today's strangers have other addresses.
const PAST_STRANGER: &str = "203.0.113.140";
/// Days before now on which the account of [`LOCKED`] is guessed at.
const LOCKED_DAYS_AGO: i64 = 12;
const LOCKED: usize = 3;
/// Days before now on which [`RESTRICTED`] writes to too many strangers; the release is an hour and a half later.
const RESTRICTED_DAYS_AGO: i64 = 3;
const RESTRICTED: usize = 4;
/// More than the novel recipients of an hour that are let out.
const TOO_MANY: usize = 35;

/// When the history begins, before now.
pub fn begins() -> Span {
    before(DAYS, 8 * 60)
}

const fn before(days: i64, minutes: i64) -> Span {
    Span::from_minutes(days * 24 * 60 + minutes)
}

/// Plays it. The clock ends some hours before yesterday's ordinary day.
pub async fn play(stage: &Stage, engine: &Arc<Engine>, clock: &MovedClock) -> Result<()> {
    for days_ago in (2..=DAYS).rev() {
        // Mornings: everybody signs in, and somebody mistypes now and then.
        clock.move_to(before(days_ago, 7 * 60));
        morning(stage, days_ago).await?;
        clock.move_to(before(days_ago, 5 * 60));
        mail(stage, days_ago, 0).await?;
        if days_ago == LOCKED_DAYS_AGO {
            guess_at(stage, &MEMBERS[LOCKED]).await?;
            // The lock is over after a minute, and its end is on record then.
            clock.move_to(before(days_ago, 5 * 60 - 2));
        }
        if days_ago == RESTRICTED_DAYS_AGO {
            write_to_strangers(stage, &MEMBERS[RESTRICTED]).await?;
            clock.move_to(before(days_ago, 5 * 60 - 90));
            release(engine, &MEMBERS[RESTRICTED]).await?;
        }
        clock.move_to(before(days_ago, 2 * 60));
        mail(stage, days_ago, 1).await?;
    }
    Ok(())
}

/// On working days most people are in; at weekends a few.
fn is_in(member: usize, days_ago: i64) -> bool {
    let is_weekend = matches!(days_ago % 7, 5 | 6);
    !is_weekend || (member as i64 + days_ago) % 4 == 0
}

async fn morning(stage: &Stage, days_ago: i64) -> Result<()> {
    let mut dovecot = stage.dovecot().await?;
    for (number, member) in MEMBERS.iter().enumerate().filter(|(number, _)| is_in(*number, days_ago)) {
        if (number as i64 * 5 + days_ago) % 9 == 0 {
            dovecot.attempt(member.address, "mistyped", false, member.place).await?;
        }
        let seen = dovecot.attempt(member.address, member.password, true, member.place).await?;
        ensure!(seen == Seen::SignedIn, "{} could not sign in on a day of history: {seen:?}", member.address);
    }
    Ok(())
}

/// Some of the people whom everybody writes to, another part each half of a day.
async fn mail(stage: &Stage, days_ago: i64, half: usize) -> Result<()> {
    for (number, member) in MEMBERS.iter().enumerate().filter(|(number, _)| is_in(*number, days_ago)) {
        let mut postfix = stage.postfix(member.address, member.place).await?;
        let recipients = ordinary_recipients(member);
        let some = recipients.iter().enumerate().filter(|(place, _)| {
            (place + number + days_ago.unsigned_abs() as usize + half).is_multiple_of(3)
        });
        for (_, recipient) in some {
            postfix.send(std::slice::from_ref(recipient)).await?;
        }
    }
    Ok(())
}

/// Until the rule locks it for strangers; its owner notices nothing.
async fn guess_at(stage: &Stage, member: &Member) -> Result<()> {
    let mut dovecot = stage.dovecot().await?;
    for guess in 0..14 {
        dovecot.attempt(member.address, &format!("past guess {guess}"), false, PAST_STRANGER).await?;
    }
    Ok(())
}

async fn write_to_strangers(stage: &Stage, member: &Member) -> Result<()> {
    let mut postfix = stage.postfix(member.address, member.place).await?;
    for number in 0..TOO_MANY {
        postfix.send(&[format!("guest{number}@reunion.example")]).await?;
    }
    Ok(())
}

/// The admin knows what it was.
async fn release(engine: &Arc<Engine>, member: &Member) -> Result<()> {
    let admin =
        MEMBERS.iter().find(|member| member.roles.contains(&Role::GlobalAdmin)).context("an admin")?;
    let id = async |member: &Member| match engine.find(member.address).await? {
        Found::One(account) => anyhow::Ok(account.id),
        Found::None | Found::Many(_) => anyhow::bail!("{} is gone", member.address),
    };
    let asker = Asker {
        actor: Actor::Person(id(admin).await?),
        roles: admin.roles.to_vec(),
        reach: Reach::ALL_DOMAINS,
        note: "Invitations to a school reunion, known and harmless".to_owned(),
    };
    engine.execute(id(member).await?, Command::UnblockSending, asker).await?;
    Ok(())
}

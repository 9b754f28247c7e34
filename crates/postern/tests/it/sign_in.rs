//! What an admin does about the door of signing in on the command line, against the real server and its real gate:
//! unlocking one account or many, for a while or as ever, and seeing how an account stands.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::server_process::{Server, Site};

/// A running site with these accounts.
pub fn site_with(addresses: &[&str]) -> Result<(Site, Server)> {
    let site = Site::new()?;
    let server = site.start()?;
    for address in addresses {
        site.ok(&["user", "add", address])?;
    }
    Ok((site, server))
}

/// Guesses until the gate refuses; how many guesses it let through. Each guess comes from a network of its own, so that it is the
/// account's lane that locks and no source is blocked.
pub fn lock(site: &Site, login: &str, first_password: u16) -> Result<u16> {
    for number in 0..60 {
        let address = format!("198.18.{number}.9");
        if !site.sign_in(login, &address, first_password + number, false)? {
            return Ok(number);
        }
    }
    anyhow::bail!("{login} was never locked")
}

#[test]
fn an_unlock_for_a_while_opens_the_lock_and_bears_twice_as_many_failures() -> Result<()> {
    let (site, server) = site_with(&["rob@contoso.com", "ana@contoso.com"])?;
    let eased = |user: &str, time: &str| {
        site.run(&["signin", "unlock", user, "--for", time, "--reason", "on the telephone"])
    };
    let ordinary = lock(&site, "rob@contoso.com", 0)?;
    let done = eased("rob", "2h")?;
    ensure!(done.code == 0, "{done:?}");
    let begin = "Sign-in is unlocked for rob@contoso.com. Until 20";
    ensure!(done.out.starts_with(begin) && done.out.contains("twice as many failed attempts"), "{done:?}");
    ensure!(site.json(&["signin", "list"])?["restrictions"] == serde_json::json!([]), "it is open");
    let eased_max = lock(&site, "rob@contoso.com", 1_000)?;
    ensure!(eased_max == 2 * ordinary, "{ordinary} failures, then {eased_max}");
    let audit = site.ok(&["audit", "list", "--user", "rob"])?;
    ensure!(audit.contains("Unlocked for a limited time") && audit.contains("on the telephone"), "{audit}");

    // There need be no lock, and the end has its bounds.
    ensure!(eased("ana", "24h")?.code == 0);
    let too_long = eased("ana", "25h")?;
    ensure!(too_long.code == 4 && too_long.err.contains("24 hours at most"), "{too_long:?}");
    let past = eased("ana", "2020-01-01")?;
    ensure!(past.code == 4, "{past:?}");
    let no_time = eased("ana", "a while")?;
    ensure!(no_time.code == 2, "{no_time:?}");
    drop(server);
    Ok(())
}

#[test]
fn many_are_looked_at_first_then_unlocked_together_with_an_audit_row_each() -> Result<()> {
    let (site, server) = site_with(&["rob@contoso.com", "ana@contoso.com", "kim@contoso.com"])?;
    lock(&site, "rob@contoso.com", 0)?;
    lock(&site, "ana@contoso.com", 0)?;
    let would = site.ok(&["signin", "unlock", "--all-locked", "--dry-run"])?;
    ensure!(would == "Would be unlocked: ana@contoso.com\nWould be unlocked: rob@contoso.com\n", "{would}");
    let would = site.ok(&["signin", "unlock", "rob", "kim", "--dry-run"])?;
    ensure!(
        would == "Would be unlocked: rob@contoso.com\nNot locked, nothing to do: kim@contoso.com\n",
        "{would}"
    );

    let all = ["signin", "unlock", "--all-locked", "--reason", "after the attack"];
    let unasked = site.run(&all)?;
    ensure!(unasked.code == 2 && unasked.err.contains("Accounts to be unlocked: 2."), "{unasked:?}");
    ensure!(site.json(&["signin", "list"])?["restrictions"].as_array().map(Vec::len) == Some(2));
    let done = site.ok(&[all.as_slice(), &["--yes"]].concat())?;
    let lines: Vec<&str> = done.lines().collect();
    let expected = ["Sign-in is unlocked for ana@contoso.com", "Sign-in is unlocked for rob@contoso.com"];
    ensure!(lines == expected, "{done}");
    for user in ["rob", "ana"] {
        let audit = site.ok(&["audit", "list", "--user", user])?;
        ensure!(audit.matches("after the attack").count() == 1, "{audit}");
    }
    let none = site.run(&all)?;
    ensure!(
        none.code == 0 && none.out.is_empty() && none.err.starts_with("No account is locked."),
        "{none:?}"
    );
    drop(server);
    Ok(())
}

#[test]
fn what_fails_for_one_of_many_is_a_line_of_its_own_and_code_6() -> Result<()> {
    let (site, server) = site_with(&["rob@contoso.com", "kim@contoso.com"])?;
    lock(&site, "rob@contoso.com", 0)?;
    let unlock = ["signin", "unlock", "-", "--reason", "a list", "--yes"];
    let empty = site.with_input(&unlock, " \n\n")?;
    ensure!(empty.code == 2 && empty.err.contains("No account was named"), "{empty:?}");
    let input = "nobody@contoso.com\nkim\n\n rob@contoso.com \n";
    let partly = site.with_input(&unlock, input)?;
    let lines: Vec<&str> = partly.out.lines().collect();
    ensure!(partly.code == 6 && lines.len() == 3, "{partly:?}");
    ensure!(lines[0].starts_with("Not unlocked: nobody@contoso.com. Cause: Nobody matches"), "{partly:?}");
    ensure!(lines[1].starts_with("Not unlocked: kim@contoso.com. Cause: "), "{partly:?}");
    ensure!(lines[2] == "Sign-in is unlocked for rob@contoso.com", "{partly:?}");
    ensure!(partly.err == "postern: Accounts that were not unlocked: 2\n", "{partly:?}");

    let answer = site.with_input(&[&["--json"], unlock.as_slice()].concat(), input)?;
    let json: Value = serde_json::from_str(&answer.out)?;
    let outcomes: Vec<_> =
        json["results"].as_array().context("a list")?.iter().map(|row| &row["outcome"]).collect();
    ensure!(answer.code == 6 && outcomes == ["failed", "failed", "failed"], "{answer:?}");
    drop(server);
    Ok(())
}

#[test]
fn five_hundred_users_are_taken_at_once_and_one_more_changes_nothing() -> Result<()> {
    let (site, server) = site_with(&["rob@contoso.com"])?;
    lock(&site, "rob@contoso.com", 0)?;
    let unlock = ["signin", "unlock", "-", "--reason", "a list"];
    let too_many = site.with_input(&unlock, &"rob\n".repeat(501))?;
    ensure!(too_many.code == 2 && too_many.err.contains("At most 500 accounts"), "{too_many:?}");
    ensure!(site.json(&["signin", "list"])?["restrictions"].as_array().map(Vec::len) == Some(1));
    // One account, however often it is named: no question.
    let done = site.with_input(&unlock, &"rob\n".repeat(500))?;
    ensure!(done.code == 0 && done.out == "Sign-in is unlocked for rob@contoso.com\n", "{done:?}");
    let too_long = site.with_input(&unlock, &format!("{}\n", "x".repeat(512 * 1024)))?;
    ensure!(too_long.code == 2 && too_long.err.contains("At most 500 accounts"), "{too_long:?}");
    drop(server);
    Ok(())
}

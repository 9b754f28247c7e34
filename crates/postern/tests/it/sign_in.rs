//! What an admin does about the door of signing in on the command line, against the real server and its real gate:
//! unlocking one account or many, for a while or as ever, and seeing how an account stands.

use anyhow::{Result, ensure};

use crate::server_process::{Server, Site};

/// A running site with these accounts.
fn site_with(addresses: &[&str]) -> Result<(Site, Server)> {
    let site = Site::new()?;
    let server = site.start()?;
    for address in addresses {
        site.ok(&["user", "add", address])?;
    }
    Ok((site, server))
}

/// Guesses until the gate refuses; how many guesses it let through. Each guess comes from a network of its own, so that it is the
/// account's lane that locks and no source is blocked.
fn lock(site: &Site, login: &str, first_password: u16) -> Result<u16> {
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

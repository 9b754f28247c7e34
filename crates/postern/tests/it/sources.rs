//! What an admin does about sources on the command line, against the real server: each command in force at once,
//! listed with its reason, and explained by `why --from`.

use anyhow::{Context, Result, ensure};

use crate::control_socket::ask;
use crate::server_process::Site;
use crate::sign_in::{lock, site_with};

const ROB: &str = "rob@contoso.com";

#[test]
fn an_address_that_is_no_clients_is_refused_and_explained() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    site.ok(&["user", "add", ROB, "--name", "Rob Young"])?;
    for address in ["127.0.0.1", "0.0.0.0", "::1", "::", "127.0.0.0/8"] {
        let answer = site.run(&["source", "block", address, "--reason", "guesses", "--never-ends"])?;
        assert!(answer.code != 0 && answer.out.is_empty(), "{address}: {answer:?}");
        assert!(answer.err.contains("is no client's address"), "{address}: {answer:?}");
    }
    let why = site.ok(&["why", "rob", "--from", "127.0.0.1"])?;
    let second = why.lines().nth(1).unwrap_or_default();
    assert!(second.contains("count for the account alone"), "{why}");
    let why = site.ok(&["why", "rob", "--from", "127.0.0.2"])?;
    assert!(!why.contains("count for the account alone"), "{why}");
    drop(server);
    Ok(())
}

#[test]
fn a_source_is_blocked_explained_allowed_and_let_go_on_the_command_line() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    site.ok(&["user", "add", ROB, "--name", "Rob Young"])?;
    let because = ["--reason", "guesses at night"];
    let command = |words: &[&'static str]| [words, because.as_slice()].concat();

    let done = site.ok(&command(&["source", "block", "203.0.113.0/24", "--until", "8h"]))?;
    assert!(done.starts_with("Source blocked: 203.0.113.0/24\n  Gates: in force after "), "{done}");
    let why = site.ok(&["why", "rob", "--from", "203.0.113.9"])?;
    assert!(why.starts_with("rob@contoso.com from 203.0.113.9: refused before"), "{why}");
    let lines: Vec<&str> = why.lines().collect();
    assert_eq!(lines.len(), 8, "{why}");
    assert_eq!(lines[1], "  1. Account blocked by a person: no");
    assert!(
        lines[4].starts_with("  4. Source blocked by a person: A person blocked the source until "),
        "{why}"
    );
    assert_eq!(lines[7], "  7. Attempts at the same time: not asked any more");

    site.ok(&command(&["source", "block", "198.51.100.7", "--user", "rob", "--never-ends"]))?;
    site.ok(&command(&["policy", "set", "sign_in.enumeration_names_max", "6"]))?;
    let audit = site.ok(&["audit", "list"])?;
    for about in ["203.0.113.0/24", "198.51.100.7/32", "sign_in.enumeration_names_max 5 -> 6"] {
        assert!(audit.contains(about), "{about}: {audit}");
    }
    let listed = site.json(&["source", "list", "--blocked"])?;
    let entities: Vec<_> =
        listed["blocks"].as_array().context("a list")?.iter().map(|row| &row["entity"]["kind"]).collect();
    assert_eq!(entities, ["account_at_network", "network"], "the newest first");
    assert_eq!(listed["blocks"][1]["reason"]["arguments"]["note"], "guesses at night");
    let table = site.ok(&["source", "list", "--blocked"])?;
    assert!(table.contains("rob@contoso.com 198.51.100.7/32  Source blocked"), "by address: {table}");
    let shown = site.ok(&["source", "show", "198.51.100.7"])?;
    assert!(shown.contains("Source blocked: rob@contoso.com 198.51.100.7/32. Reason given"), "{shown}");
    let within = site.json(&["source", "list", "--network", "203.0.113.9"])?;
    assert_eq!(within["blocks"].as_array().map(Vec::len), Some(1));
    assert!(
        site.ok(&["why", "rob"])?.contains("postern source unblock 198.51.100.7/32 --user rob@contoso.com")
    );

    let done = site.ok(&command(&["source", "allow", "203.0.113.9", "--never-ends"]))?;
    assert!(done.starts_with("Source allowed: 203.0.113.9\n  Gates: "), "the block is on more: {done}");
    let why = site.ok(&["why", "rob", "--from", "203.0.113.9"])?;
    assert!(why.starts_with("rob@contoso.com from 203.0.113.9: the password would be checked."), "{why}");
    assert!(
        why.contains("2. Source allowed or shared: Source allowed: 203.0.113.9/32. Reason given: guesses")
    );
    assert!(why.contains("4. Source blocked by a person: this attempt is spared."), "{why}");
    assert!(why.contains("6. Lock of sign-in: open, counted as a familiar source"), "{why}");

    let done = site.ok(&command(&["source", "allow", "203.0.113.0/24", "--until", "30d"]))?;
    assert!(done.contains("Blocks ended: 1"), "{done}");
    site.ok(&command(&["source", "disallow", "203.0.113.9"]))?;
    site.ok(&command(&["source", "share", "192.0.2.80", "--never-ends"]))?;
    let shown = site.ok(&["source", "show", "192.0.2.80"])?;
    assert!(shown.contains("Shared source: 192.0.2.80/32") && shown.contains("familiar: 0"), "{shown}");
    site.ok(&command(&["source", "unshare", "192.0.2.80"]))?;
    site.ok(&command(&["source", "unblock", "198.51.100.7", "--user", "rob"]))?;
    let left = site.json(&["source", "list"])?;
    assert_eq!(left["blocks"].as_array().map(Vec::len), Some(0));
    assert_eq!(left["entries"][0]["network"], "203.0.113.0/24");
    drop(server);
    Ok(())
}

#[test]
fn an_application_is_pinned_listed_explained_and_let_go_on_the_command_line() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    site.ok(&["user", "add", "invoices@contoso.com", "--kind", "application"])?;
    site.ok(&["user", "add", ROB])?;
    let command = |words: &[&'static str]| [words, &["--reason", "runs on app1"]].concat();
    let done = site.ok(&command(&["source", "pin", "203.0.113.9", "--user", "invoices", "--never-ends"]))?;
    assert!(
        done.starts_with("Account pinned to the source: 203.0.113.9, invoices\n  Gates: in force after "),
        "{done}"
    );
    let answer =
        site.run(&command(&["source", "pin", "203.0.113.9", "--user", "invoices", "--until", "8h"]))?;
    assert!(answer.code != 0, "it is so already: {answer:?}");
    let answer = site.run(&command(&["source", "pin", "203.0.113.9", "--never-ends"]))?;
    assert!(answer.code == 2 && answer.err.contains("--user"), "{answer:?}");

    let pinned = site.json(&["source", "list", "--pinned"])?;
    assert_eq!(pinned["entries"][0]["kind"], "pinned", "{pinned}");
    assert_eq!(pinned["entries"][0]["account_address"], "invoices@contoso.com");
    assert_eq!(site.json(&["source", "list", "--allowed"])?["entries"].as_array().map(Vec::len), Some(0));
    let said = "Pinned source: invoices@contoso.com 203.0.113.9/32. Reason given: runs on app1";
    assert!(site.ok(&["source", "show", "203.0.113.9"])?.contains(said));
    let why = site.ok(&["why", "invoices"])?;
    let end = "postern source unpin 203.0.113.9/32 --user invoices@contoso.com --reason";
    assert!(why.contains(said) && why.contains(end), "{why}");
    let outside = |user, address| -> Result<bool> {
        Ok(site.ok(&["why", user, "--from", address])?.contains("is not pinned to this source."))
    };
    assert!(outside("invoices", "198.51.100.7")? && !outside("invoices", "203.0.113.9")?);
    assert!(!outside("rob", "198.51.100.7")? && !outside("invoices", "127.0.0.1")?);
    let audit = site.ok(&["audit", "list"])?;
    assert!(audit.contains("Source allowed, shared or pinned"), "{audit}");

    let done = site.ok(&command(&["source", "unpin", "203.0.113.9", "--user", "invoices"]))?;
    assert!(done.starts_with("Account not pinned to the source any more: 203.0.113.9, invoices\n"), "{done}");
    assert!(!outside("invoices", "198.51.100.7")?);
    let again = site.run(&command(&["source", "unpin", "203.0.113.9", "--user", "invoices"]))?;
    assert!(again.err.contains("There is no such entry"), "{again:?}");
    drop(server);
    Ok(())
}

#[test]
fn what_a_rule_would_refuse_is_told_as_observed_while_it_only_observes() -> Result<()> {
    let (site, server) = site_with(&[ROB])?;
    lock(&site, ROB, 0)?;
    let from = |address: &str| site.ok(&["why", "rob", "--from", address]);
    let set = |switch: &str, value: &str| {
        site.ok(&["policy", "set", &format!("sign_in.{switch}"), value, "--reason", "to look first"])
    };
    let enforced = from("198.26.200.1")?;
    ensure!(
        enforced.contains(": refused before") && enforced.contains("6. Lock of sign-in: Sign-in"),
        "{enforced}"
    );
    for switch in ["lanes_observe_only", "observe_only"] {
        set(switch, "1")?;
        let why = from("198.26.200.1")?;
        let head = "the password would be checked. A rule would refuse the attempt, but is only observed.\n";
        ensure!(why.contains(head), "{switch}: {why}");
        ensure!(why.contains("6. Lock of sign-in: would refuse, but is only observed. Sign-in"), "{why}");
        ensure!(!why.contains("not asked any more"), "the order goes on: {why}");
        let id = site.json(&["user", "show", "rob"])?["id"].as_str().context("an id")?.to_owned();
        let (_, api) = ask(&site, "GET", &format!("/accounts/{id}/attempt?address=198.26.200.1"), "")?;
        ensure!(api["allowed"] == true && api["steps"][5]["outcome"] == "observed", "{api}");
        ensure!(api["steps"][5]["refusal"]["code"] == "locked", "{api}");
        ensure!(site.sign_in(ROB, "198.26.200.1", 900, true)?, "as the gate answers");
        set(switch, "0")?;
    }
    // One source that tries many names is blocked by the rule; observed, the step says so.
    for number in 0..60_u16 {
        site.sign_in(&format!("nobody{number}@contoso.com"), "198.51.100.77", 2_000 + number, false)?;
    }
    let blocked = from("198.51.100.77")?;
    ensure!(
        blocked.contains("5. Source blocked by a rule: ")
            && blocked.contains("6. Lock of sign-in: not asked"),
        "{blocked}"
    );
    set("sources_observe_only", "1")?;
    let observed = from("198.51.100.77")?;
    ensure!(
        observed.contains("5. Source blocked by a rule: would refuse, but is only observed."),
        "{observed}"
    );
    ensure!(
        observed.contains(": refused before") && observed.contains("6. Lock of sign-in: Sign-in"),
        "the lane acts: {observed}"
    );
    drop(server);
    Ok(())
}

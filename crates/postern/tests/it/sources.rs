//! What an admin does about sources on the command line, against the real server: each command in force at once,
//! listed with its reason, and explained by `why --from`.

use anyhow::{Context, Result};

use crate::server_process::Site;

const ROB: &str = "rob@contoso.com";

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

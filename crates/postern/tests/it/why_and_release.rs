//! What an admin does at three in the morning: a spam run was restricted; why says so, and the command that it
//! names opens the door for the very next recipient.

use anyhow::{Context, Result};

use crate::server_process::Site;

const ROB: &str = "rob@contoso.com";

#[test]
fn what_a_gate_restricts_is_explained_and_released_by_the_command_that_why_names() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    site.ok(&["user", "add", ROB, "--name", "Rob Åsberg"])?;
    site.ok(&["policy", "set", "outbound.slow_delay_s", "0", "--reason", "no waiting in a test"])?;
    assert!(site.ok(&["why", "rob"])?.contains("Sending: open"));

    let refused = (0..40).find_map(|n| {
        let reply = site.ask_policy(ROB, &format!("stranger{n}@example.org"));
        reply.ok().filter(|reply| reply.contains("550 5.7.1")).map(|reply| (n, reply))
    });
    let (let_out, reply) = refused.context("a run of strangers is refused")?;
    assert!(let_out <= 31, "{let_out} were let out");

    let why = site.ok(&["why", "asberg"])?;
    for part in [
        "Sending: closed by a rule",
        "Signing in: open",
        "The limit for this account is 30",
        "Postern (rule)",
    ] {
        assert!(why.contains(part), "{part}: {why}");
    }
    site.ask_policy(ROB, "stranger@example.org")?;
    site.ask_policy(ROB, "stranger@example.org")?;
    let decided = site.json(&["why", ROB])?["decisions"].clone();
    assert_eq!(decided[2]["verdict"], "restrict", "{decided}");
    assert_eq!(decided[2]["reasons"]["count"], 31, "{decided}");
    let again = site.ok(&["why", ROB])?;
    let refused = again.lines().find(|line| line.contains("Sending refused")).context("a line")?;
    assert!(
        refused.contains("A rule had restricted sending before.") && refused.contains("  2  "),
        "{refused}"
    );
    let code = site.json(&["why", ROB])?["open"][0]["id"].as_str().map(str::to_owned);
    let code = code.context("one restriction")?;
    assert!(reply.contains(&code) && why.contains(&code), "{code}: {reply}\n{why}");

    let command = why.lines().find_map(|line| line.trim().strip_prefix("To open this door: postern "));
    let command = command.context("why names the cure")?.replace(" --reason \"…\"", "");
    let mut arguments: Vec<&str> = command.split(' ').collect();
    arguments.extend(["--reason", "a planned mailing"]);
    let done = site.ok(&arguments)?;
    assert!(
        done.starts_with("Sending is open again for rob@contoso.com\n  Gates: in force after "),
        "{done}"
    );
    assert_eq!(site.ask_policy(ROB, "friend@example.org")?, "action=postern_open");

    assert!(site.ok(&["restricted", "show", &code])?.contains("Reason: a planned mailing"));

    let again = site.run(&arguments)?;
    assert_eq!(again.code, 4, "{again:?}");
    let audit = site.ok(&["audit", "list", "--user", ROB])?;
    assert!(audit.contains("Restriction lifted") && audit.contains("a planned mailing"), "{audit}");
    assert!(server.stop()?.0.success());
    Ok(())
}

#[test]
fn a_person_closes_and_opens_both_doors_with_a_reason() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    site.ok(&["user", "add", ROB])?;
    site.ok(&["signin", "block", ROB, "--reason", "left the company"])?;
    site.ok(&["restricted", "restrict", ROB, "--reason", "to be sure", "--until", "8h"])?;
    let why = site.ok(&["why", ROB])?;
    for part in
        ["Signing in: closed by a person", "Sending: closed by a person", "left the company", "to be sure"]
    {
        assert!(why.contains(part), "{part}: {why}");
    }
    assert!(site.ask_policy(ROB, "friend@example.org")?.contains("550 5.7.1"));
    assert!(site.ok(&["signin", "list"])?.contains("Sign-in blocked"));
    let unlock = site.run(&["signin", "unlock", ROB, "--reason", "wrong verb"])?;
    assert_eq!(unlock.code, 4, "a block is no lock: {unlock:?}");
    site.ok(&["signin", "allow", ROB, "--reason", "came back"])?;
    site.ok(&["restricted", "unblock", ROB, "--reason", "came back"])?;
    let listed = site.run(&["restricted", "list"])?;
    assert_eq!(listed.out, "");
    assert_eq!(listed.err, "Everyone can send. No sending is restricted or slowed.\n");
    drop(server);
    Ok(())
}

#[test]
fn a_restriction_by_a_person_holds_after_a_restart() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    site.ok(&["user", "add", ROB])?;
    site.ok(&["restricted", "restrict", ROB, "--reason", "stays"])?;
    // Killed, not stopped: what was answered is durable.
    drop(server);
    let server = site.start()?;
    assert!(site.ask_policy(ROB, "friend@example.org")?.contains("550 5.7.1"));
    assert!(site.ok(&["why", ROB])?.contains("stays"));
    drop(server);
    Ok(())
}

#[test]
fn what_would_have_been_slowed_and_restricted_is_told_while_the_site_only_observes() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    site.ok(&["user", "add", ROB])?;
    let end_of_time = "4294967295";
    site.ok(&["policy", "set", "outbound.observe_until_unix_s", end_of_time, "--reason", "a first week"])?;
    for n in 0..40 {
        assert_eq!(site.ask_policy(ROB, &format!("stranger{n}@example.org"))?, "action=postern_open");
    }
    let why = site.ok(&["why", ROB])?;
    for part in [
        "Sending: open",
        "Sending would have been slowed",
        "Sending would have been restricted  Observe mode: nothing was stopped. 31 new recipients",
    ] {
        assert!(why.contains(part), "{part}: {why}");
    }
    assert!(!why.contains("Sending slowed"), "{why}");
    drop(server);
    Ok(())
}

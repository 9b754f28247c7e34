//! `postern why` as somebody at the help desk reads it: the cause, the command that cures it, and what was looked at; in the
//! reader's language, and the same from the API.

use anyhow::{Context, Result};

use crate::server_process::Site;

const ROB: &str = "rob@contoso.com";

/// L5: the sentence, its cure, and the same answer for programs.
#[test]
fn why_says_the_cause_first_with_the_command_that_cures_it() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    site.ok(&["user", "add", ROB, "--name", "Rob Åsberg"])?;
    let fine = site.ok(&["why", "rob"])?;
    assert!(fine.contains("\nPostern finds nothing that stops rob@contoso.com"), "{fine}");
    site.ok(&["restricted", "restrict", ROB, "--reason", "a spam run"])?;
    site.ok(&["signin", "block", ROB, "--reason", "on leave"])?;

    let why = site.ok(&["why", "rob", "--symptom", "cannot_send"])?;
    let lines: Vec<&str> = why.lines().collect();
    assert_eq!(lines.get(2), Some(&"Complaint: Can't send mail"), "{why}");
    assert!(
        lines.get(3).is_some_and(|line| line.starts_with("rob@contoso.com can't send mail until an admin")),
        "{why}"
    );
    assert!(lines.get(3).is_some_and(|line| line.contains("Reason given: a spam run. Since: ")), "{why}");
    assert_eq!(
        lines.get(4),
        Some(&"  Next: postern restricted unblock rob@contoso.com --reason \"…\""),
        "{why}"
    );
    assert!(
        why.contains("  ✗ Restrictions of sending\n")
            && why.contains("  ✓ Protocols switched off: nothing found"),
        "{why}"
    );
    assert!(why.contains("  ? Mail queue: not looked at: not connected"), "{why}");

    let told = site.json(&["why", "rob", "--symptom", "cannot_send"])?["diagnosis"].clone();
    assert_eq!(told["causes"][0]["next"], "unblock", "{told}");
    assert_eq!(told["sentence"].as_str(), lines.get(3).copied(), "the same sentence: {told}");
    let causes = told["causes"].as_array().context("a list")?;
    let kinds: Vec<_> = causes.iter().filter_map(|cause| cause["cause"].as_str()).collect();
    assert_eq!(kinds, ["sending_restricted", "sign_in_blocked"], "{told}");
    assert_ne!(site.run(&["why", "rob", "--symptom", "sneezing"])?.code, 0);
    server.stop()?;
    Ok(())
}

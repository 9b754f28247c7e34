//! Rules want more accounts restricted at once than may be: an admin lists what is proposed, and accepts or dismisses it,
//! on the command line and through the API.

use anyhow::Result;

use crate::control_socket::ask;
use crate::server_process::Site;

fn login(number: usize) -> String {
    format!("person{number}@contoso.com")
}

/// Of four people whom a wrong limit marks, one is restricted and three are proposed.
fn three_proposed(site: &Site) -> Result<()> {
    for number in 0..4 {
        site.ok(&["user", "add", &login(number)])?;
    }
    let values = ["outbound.slow_delay_s", "outbound.slow_novel_hour", "outbound.novel_hour_max"];
    for (name, value) in values.iter().zip(["0", "1", "1"]) {
        site.ok(&["policy", "set", name, value, "--reason", "a slip"])?;
    }
    site.ok(&["policy", "set", "mass_guard.restrictions_min", "1", "--reason", "a test"])?;
    for number in 0..4 {
        for stranger in ["one@example.org", "two@example.org"] {
            site.ask_policy(&login(number), stranger)?;
        }
    }
    Ok(())
}

#[test]
fn an_admin_accepts_one_proposal_and_dismisses_the_others_on_the_command_line() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    three_proposed(&site)?;
    let listed = site.ok(&["restricted", "list", "--proposed"])?;
    assert_eq!(listed.matches("Restriction of sending proposed").count(), 3, "{listed}");
    assert!(!listed.contains(&login(0)), "{listed}");
    assert_eq!(site.ok(&["restricted", "list"])?.matches("@contoso.com").count(), 4);

    let why = site.ok(&["why", &login(1)])?;
    for part in [
        "Sending: slowed by a rule",
        "Restricting sending is proposed for person1@contoso.com.",
        "2 new recipients in one hour.",
        "To restrict sending as proposed: postern restricted accept person1@contoso.com --reason \"…\"",
        "To dismiss the proposal: postern restricted dismiss person1@contoso.com --reason \"…\"",
    ] {
        assert!(why.contains(part), "{part}: {why}");
    }
    assert!(!why.contains("To open this door"), "{why}");
    let health = site.ok(&["health"])?;
    for part in [
        "rules want to restrict sending for too many accounts at once.",
        "Accounts that rules want to restrict since then: 4\n",
        "Restrictions of sending that are proposed and wait for an admin: 3\n",
        "To see what is proposed: postern restricted list --proposed\n",
    ] {
        assert!(health.contains(part), "{part}: {health}");
    }
    assert_eq!(site.json(&["health"])?["mass_guard"]["proposals"], 3);
    assert!(why.contains("rules want to restrict sending for too many accounts at once."), "{why}");

    let done = site.ok(&["restricted", "accept", &login(1), "--reason", "spam"])?;
    assert!(done.starts_with("Sending is restricted for person1@contoso.com."), "{done}");
    assert!(site.ask_policy(&login(1), "one@example.org")?.contains("550 5.7.1"));

    // More than one is asked about, and nobody is there to be asked.
    let many = site.run(&["restricted", "dismiss", "--all", "--reason", "the limit was wrong"])?;
    assert_eq!(many.code, 2, "{many:?}");
    assert!(many.err.contains("Proposals to be decided: 2."), "{many:?}");
    let all = ["restricted", "dismiss", "--all", "--yes", "--reason", "the limit was wrong"];
    let done = site.ok(&all)?;
    let mut lines: Vec<_> = done.lines().collect();
    lines.sort_unstable();
    let of = |number| format!("The proposal is dismissed for {}. Sending stays open.", login(number));
    assert_eq!(lines, [of(2), of(3)]);
    assert!(site.ask_policy(&login(2), "three@example.org")?.contains("postern_open"));

    let nobody = site.run(&all)?;
    assert_eq!((nobody.code, &*nobody.err), (0, "No restriction of sending is proposed.\n"));
    assert_eq!(site.run(&["restricted", "list", "--proposed"])?.err, nobody.err);
    let late = site.run(&["restricted", "accept", &login(2), "--reason", "spam"])?;
    assert_eq!(late.code, 4, "{late:?}");
    assert!(late.err.contains("No restriction of sending is proposed for this account."), "{late:?}");
    let audit = site.ok(&["audit", "list"])?;
    assert_eq!(audit.matches("Mass guard started").count(), 1, "{audit}");
    assert!(server.stop()?.0.success());
    Ok(())
}

#[test]
fn a_program_lists_accepts_and_dismisses_proposals_over_the_api_also_after_a_restart() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    three_proposed(&site)?;
    assert!(server.stop()?.0.success());
    let server = site.start()?;
    let (status, list) = ask(&site, "GET", "/restrictions?proposed=true", "")?;
    let rows = list["restrictions"].as_array().cloned().unwrap_or_default();
    assert_eq!((status, rows.len()), (200, 3), "{list}");
    assert_eq!((&rows[0]["kind"], &rows[0]["origin"]), (&"sending_proposed".into(), &"rule".into()));
    let account = rows[0]["account"]["id"].as_str().unwrap_or("").to_owned();
    let other = rows[1]["account"]["id"].as_str().unwrap_or("").to_owned();
    let (status, refused) = ask(&site, "GET", "/restrictions?proposed=true&kind=sending_slowed", "")?;
    assert_eq!((status, &refused["code"]), (400, &"bad_request".into()));

    let (status, refused) = ask(&site, "POST", &format!("/accounts/{account}/accept"), "{}")?;
    assert_eq!((status, &refused["code"]), (422, &"reason_missing".into()), "{refused}");
    let because = r#"{"reason":"spam"}"#;
    let (status, done) = ask(&site, "POST", &format!("/accounts/{account}/accept"), because)?;
    assert_eq!((status, &done["events"][0]["kind"]), (200, &"sending_restricted".into()), "{done}");
    let (status, done) = ask(&site, "POST", &format!("/accounts/{other}/dismiss"), because)?;
    assert_eq!((status, &done["events"][0]["kind"]), (200, &"sending_proposed".into()), "{done}");
    let (status, again) = ask(&site, "POST", &format!("/accounts/{other}/dismiss"), because)?;
    assert_eq!((status, &again["code"]), (409, &"nothing_proposed".into()));
    drop(server);
    Ok(())
}

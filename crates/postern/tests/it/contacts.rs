//! `postern user learn-contacts`: what the log of the last weeks knows, the gate knows on its first day, and a burst in it
//! teaches nothing.

use anyhow::{Context, Result};

use crate::replay::logged;
use crate::server_process::Site;

#[test]
fn whom_somebody_wrote_to_is_known_on_the_first_day_and_the_victims_of_a_burst_are_not() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    site.ok(&["user", "add", "rob@contoso.com"])?;
    let friends: Vec<String> = (0..40).map(|number| format!("friend{number}@a.example")).collect();
    let mut log = String::new();
    for (number, friend) in friends.iter().enumerate() {
        let stamp = format!("2026-11-{:02}T10:00:00+00:00", 1 + number % 20);
        log += &logged(&stamp, &format!("ABCDE{number:02}"), "ROB@contoso.com", std::slice::from_ref(friend));
    }
    let victims: Vec<String> = (0..31).map(|number| format!("victim{number}@b.example")).collect();
    log += &logged("2026-11-21T03:00:00+00:00", "BBBBBB1", "rob@contoso.com", &victims);
    log += &logged("2026-11-21T09:00:00+00:00", "BBBBBB2", "gone@contoso.com", &friends[..2]);
    // Who wrote to rob, as far as the log tells whose mailbox it is.
    let stamp = "2026-11-22T09:00:00+00:00";
    log += &format!(
        "{stamp} mx postfix/smtpd[7]: CCCCCC1: client=mx[192.0.2.9]\n\
         {stamp} mx postfix/qmgr[8]: CCCCCC1: from=<writer@c.example>, size=9, nrcpt=1 (queue active)\n\
         {stamp} mx postfix/lmtp[9]: CCCCCC1: to=<rob@contoso.com>, relay=x[127.0.0.1]:24, delay=0, delays=0/0/0/0, dsn=2.0.0, status=sent (250 Ok)\n\
         {stamp} mx postfix/qmgr[8]: CCCCCC1: removed\n"
    );
    let path = site.path("mail.log");
    std::fs::write(&path, log)?;
    let path = path.display().to_string();
    let said = site.ok(&["user", "learn-contacts", &path, "--reason", "first day"])?;
    assert!(said.contains("Accounts: 1. Contacts learned: 41"), "{said}");
    assert!(said.contains("taught nothing: 1"), "{said}");
    assert!(said.contains("gone@contoso.com is nobody’s login here"), "{said}");
    let audit = site.ok(&["audit", "list"])?;
    assert!(audit.contains("Contacts learned") && audit.contains("first day"), "{audit}");
    let new_hour = || -> Result<f64> {
        let why = site.json(&["why", "rob@contoso.com"])?;
        why["sending"]["novel_hour"].as_f64().context("a number")
    };
    for known in friends.iter().map(String::as_str).chain(["writer@c.example"]) {
        site.ask_policy("rob@contoso.com", known)?;
    }
    assert_eq!(new_hour()?, 0.0, "everybody is known");
    site.ask_policy("rob@contoso.com", "victim1@b.example")?;
    assert!(new_hour()? > 0.9, "a victim of the burst is not");
    // It survives a restart.
    server.stop()?;
    let server = site.start()?;
    site.ask_policy("rob@contoso.com", "friend7@a.example")?;
    assert!(new_hour()? < 1.1);
    let without = site.run(&["user", "learn-contacts", "--reason", "x"])?;
    assert_eq!(without.code, 2, "{without:?}");
    server.stop()?;
    Ok(())
}

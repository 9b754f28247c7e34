//! App passwords with a real Dovecot and a real Postfix: each works for its protocols and no other, has a history of its own
//! and is revoked alone (checklist J6); a block refuses them (reliability Q9), a reset revokes all (C10, L7).

use anyhow::{Context, Result};
use postern_testkit::servers::imap_client::ImapClient;
use postern_testkit::servers::pop3_client;
use postern_testkit::servers::site::Site;
use serde_json::Value;

use crate::world::{self, ANA, HOME, PASSWORD, ROB};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn q9_an_app_password_is_for_its_protocols_and_revoked_alone_by_a_reset_and_a_block() -> Result<()> {
    let test = "q9_an_app_password_is_for_its_protocols_and_revoked_alone_by_a_reset_and_a_block";
    let prepared = world::site_prepared(test, Site::use_doveadm).await?;
    let Some(mut site) = prepared else { return Ok(()) };
    let phone = make(&site, "phone", &["--protocols", "imap"])?;
    let laptop = make(&site, "laptop", &[])?;
    each_works_for_its_protocols(&site, &phone, &laptop).await?;
    each_has_a_history_of_its_own(&site)?;
    b7_a_protocol_is_switched_off_and_the_others_work(&site, &laptop).await?;
    q9_a_block_refuses_them(&site, &laptop).await?;
    j6_one_is_revoked_and_the_other_works(&site, &phone, &laptop).await?;
    the_files_alone_know_the_protocols(&mut site, &laptop).await?;
    c10_a_reset_revokes_all(&site, &laptop).await
}

fn make(site: &Site, name: &str, protocols: &[&str]) -> Result<String> {
    let begin = ["user", "app-passwords", "add", ROB, "--name", name, "--reason", "a new device"];
    let made = site.json(&[&begin[..], protocols].concat())?;
    let password = made["password"].as_str().with_context(|| format!("{made}"))?;
    Ok(password.to_owned())
}

async fn imap(site: &Site, password: &str) -> Result<bool> {
    site.signs_in(HOME, ROB, password).await
}

async fn pop3(site: &Site, password: &str) -> Result<bool> {
    Ok(pop3_client::sign_in(site.host.pop3(), HOME, ROB, password).await?.starts_with("+OK"))
}

async fn smtp(site: &Site, password: &str) -> Result<bool> {
    Ok(site.host.submission(HOME).await?.sign_in(ROB, password).await?.code == 235)
}

async fn each_works_for_its_protocols(site: &Site, phone: &str, laptop: &str) -> Result<()> {
    assert!(imap(site, phone).await?, "{}\n{}", site.log(), site.host.log("dovecot.log"));
    assert!(!smtp(site, phone).await? && !pop3(site, phone).await?, "the phone's is for IMAP");
    assert!(pop3(site, laptop).await?, "{}\n{}", site.log(), site.host.log("dovecot.log"));
    assert!(smtp(site, laptop).await? && imap(site, laptop).await?);
    assert!(imap(site, PASSWORD).await?, "the account's own goes on");
    Ok(())
}

fn listed(site: &Site) -> Result<Vec<Value>> {
    let list = site.json(&["user", "app-passwords", "list", ROB])?;
    list["app_passwords"].as_array().cloned().with_context(|| format!("{list}"))
}

fn each_has_a_history_of_its_own(site: &Site) -> Result<()> {
    let listed = listed(site)?;
    let [phone, laptop] = listed.as_slice() else { anyhow::bail!("{listed:?}") };
    assert_eq!((&phone["name"], &laptop["name"]), (&"phone".into(), &"laptop".into()));
    for (one, protocol) in [(phone, "imap"), (laptop, "imap")] {
        let last = (&one["last_source"], &one["last_protocol"]);
        assert_eq!(last, (&HOME.to_string().into(), &protocol.into()), "{one}");
    }
    let history = site.json(&["signin", "history", ROB])?;
    let rows = history["sign_ins"].as_array().with_context(|| format!("{history}"))?;
    let of = |one: &Value| {
        let name = format!("app-{}", one["id"].as_str().unwrap_or_default());
        let protocols = rows.iter().filter(|row| row["credential"] == name.as_str());
        protocols.map(|row| row["protocol"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(of(phone), ["imap"], "{history}");
    assert_eq!(of(laptop), ["imap", "smtp", "pop3"], "{history}");
    let text = site.ok(&["user", "app-passwords", "list", ROB])?;
    assert!(text.contains("phone") && text.contains("IMAP, POP3"), "{text}");
    Ok(())
}

async fn b7_a_protocol_is_switched_off_and_the_others_work(site: &Site, laptop: &str) -> Result<()> {
    let switch = |protocol: &str, state: &str| {
        site.json(&["signin", "protocol", ROB, protocol, state, "--reason", "nobody needs it"])
    };
    let mut open = ImapClient::connect(site.host.imap(), HOME).await?;
    anyhow::ensure!(open.sign_in(ROB, PASSWORD).await?.starts_with("OK"), "{}", site.log());
    open.idle().await?;
    switch("pop3", "off")?;
    assert!(open.farewell().await?.starts_with("* BYE"), "all sessions end, and may come back");
    for password in [laptop, PASSWORD] {
        assert!(!pop3(site, password).await?, "{}", site.log());
        assert!(imap(site, password).await? && smtp(site, password).await?, "{}", site.log());
    }
    let why = site.ok(&["why", ROB])?;
    assert!(why.contains("can't sign in by POP3") && why.contains(" pop3 on --reason"), "{why}");
    let mut sending = site.host.submission(HOME).await?;
    anyhow::ensure!(sending.sign_in(ROB, laptop).await?.code == 235, "{}", site.log());
    switch("submission", "off")?;
    let ended = sending.name_recipient(ROB, ANA).await?;
    assert_eq!(ended.code, 421, "{ended:?}");
    assert!(!smtp(site, laptop).await? && imap(site, laptop).await?);
    for protocol in ["pop3", "submission"] {
        switch(protocol, "on")?;
    }
    assert!(pop3(site, laptop).await? && smtp(site, laptop).await?, "{}", site.log());
    Ok(())
}

async fn q9_a_block_refuses_them(site: &Site, laptop: &str) -> Result<()> {
    site.ok(&["signin", "block", ROB, "--reason", "taken over"])?;
    assert!(!imap(site, laptop).await? && !smtp(site, laptop).await? && !pop3(site, laptop).await?);
    site.ok(&["signin", "allow", ROB, "--reason", "it was not"])?;
    Ok(())
}

async fn j6_one_is_revoked_and_the_other_works(site: &Site, phone: &str, laptop: &str) -> Result<()> {
    let mut open = ImapClient::connect(site.host.imap(), HOME).await?;
    anyhow::ensure!(open.sign_in(ROB, phone).await?.starts_with("OK"), "{}", site.log());
    open.idle().await?;
    let done = site.json(&["user", "app-passwords", "revoke", ROB, "phone", "--reason", "lost it"])?;
    assert!(open.farewell().await?.starts_with("* BYE"), "its session is over: {done}");
    assert!(!imap(site, phone).await?, "{}", site.log());
    assert!(imap(site, laptop).await?, "{}", site.log());
    let gone = site.run(&["user", "app-passwords", "revoke", ROB, "phone", "--reason", "again"], None)?;
    assert_eq!(gone.code, 3, "{gone:?}");
    Ok(())
}

async fn the_files_alone_know_the_protocols(site: &mut Site, laptop: &str) -> Result<()> {
    let tablet = make(site, "tablet", &["--protocols", "imap,managesieve"])?;
    site.ok(&["signin", "protocol", ROB, "pop3", "off", "--reason", "nobody needs it"])?;
    site.kill_postern();
    assert!(!pop3(site, laptop).await? && !pop3(site, PASSWORD).await?, "switched off");
    assert!(imap(site, &tablet).await? && smtp(site, laptop).await?);
    assert!(!smtp(site, &tablet).await? && !pop3(site, &tablet).await?);
    site.start_postern().await?;
    let listed = listed(site)?;
    assert_eq!(listed.len(), 2, "{listed:?}");
    Ok(())
}

async fn c10_a_reset_revokes_all(site: &Site, laptop: &str) -> Result<()> {
    site.ok(&["user", "reset-password", ROB, "--stays", "--reason", "phoned"])?;
    assert!(listed(site)?.is_empty());
    assert!(!imap(site, laptop).await? && !smtp(site, laptop).await? && !pop3(site, laptop).await?);
    let audit = site.ok(&["audit", "list", "--user", ROB])?;
    assert!(audit.contains("App password made") && audit.contains("App password revoked"), "{audit}");
    Ok(())
}

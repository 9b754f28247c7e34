//! A reset as everybody lives it, with a real Dovecot and a real Postfix: the old password is refused, the temporary one is
//! refused with the address of the page, and what the owner sets there works in every mail program.

use anyhow::{Context, Result};
use postern_testkit::servers;
use postern_testkit::servers::imap_client::ImapClient;
use postern_testkit::servers::ports::Port;
use postern_testkit::servers::site::Site;
use postern_testkit::web_client::ask;

use crate::mailed_link;
use crate::world::{self, HOME, PASSWORD, ROB};

const OWN: &str = "amber meadow ladder 17";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_temporary_password_is_refused_with_the_page_that_replaces_it() -> Result<()> {
    let mut relay = None;
    let Some(site) = site(&mut relay).await? else {
        return Ok(());
    };
    assert!(site.signs_in(HOME, ROB, PASSWORD).await?);
    let made = site.json(&["user", "reset-password", ROB, "--reason", "phoned, known voice"])?;
    let temporary = made["password"].as_str().context("a password")?;
    servers::say(&format!("receipts of the reset: {}", made["done"]["receipts"]));
    let page = format!("{}/password", site.public_url());
    assert_eq!(made["page"], page.as_str());

    let refused = imap(&site, temporary).await?;
    assert!(refused.contains(&page) && refused.contains("Temporary password"), "{refused}\n{}", site.log());
    let old = imap(&site, PASSWORD).await?;
    let wrong = imap(&site, "a wrong one").await?;
    for answer in [&old, &wrong] {
        assert!(answer.contains("AUTHENTICATIONFAILED") && !answer.contains(&page), "{answer}");
    }
    let mut submission = site.host.submission(HOME).await?;
    let reply = submission.sign_in(ROB, temporary).await?;
    assert!(reply.code == 535 && reply.text.contains(&page), "{reply:?}");

    let form = format!(
        "login={}&temporary={temporary}&new={own}&again={own}",
        ROB.replace('@', "%40"),
        own = OWN.replace(' ', "+")
    );
    let head = "Content-Type: application/x-www-form-urlencoded\r\n";
    let set = ask(site.web(), "POST", "/password?lang=sl", head, &form, HOME).await?;
    assert!(set.status == 200 && set.text().contains("Zdaj se lahko vpišete"), "{set:?}");
    let answer = imap(&site, OWN).await?;
    assert!(answer.contains("OK"), "the very next attempt: {answer}\n{}", site.log());
    let mut submission = site.host.submission(HOME).await?;
    assert_eq!(submission.sign_in(ROB, OWN).await?.code, 235);
    let gone = imap(&site, temporary).await?;
    assert!(gone.contains("AUTHENTICATIONFAILED") && !gone.contains(&page), "{gone}");
    mailed_link::arrives_and_sets_a_password(&site).await?;
    let answer = imap(&site, mailed_link::BY_LINK).await?;
    assert!(answer.contains("OK"), "set by a link: {answer}\n{}", site.log());
    assert!(imap(&site, OWN).await?.contains("AUTHENTICATIONFAILED"), "the one before");
    Ok(())
}

/// With Dovecot's cache of sign-ins on, its rules within reach, and mail that goes out through Postfix.
async fn site(relay: &mut Option<Port>) -> Result<Option<Site>> {
    let test = "a_temporary_password_is_refused_with_the_page_that_replaces_it";
    let configure = |site: &Site| {
        site.use_doveadm()?;
        *relay = Some(mailed_link::relay_through_postfix(site)?);
        site.host.add_to_dovecot_conf("auth_cache_size = 10M\n")
    };
    world::site_prepared(test, configure).await
}

async fn imap(site: &Site, password: &str) -> Result<String> {
    let mut client = ImapClient::connect(site.host.imap(), HOME).await?;
    client.sign_in(ROB, password).await
}

//! Passwords guessed over IMAP: the stranger is locked out, the owner is not; and a block outlives Postern.

use std::net::Ipv4Addr;

use anyhow::Result;
use postern_testkit::servers::imap_client::ImapClient;
use postern_testkit::servers::mail_host::until;
use postern_testkit::servers::site::Site;

use crate::world::{self, ANA, HOME, KIM, PASSWORD, ROB, STRANGE};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_wrong_passwords_lock_the_stranger_out_and_not_the_owner() -> Result<()> {
    let Some(site) = world::site("ten_wrong_passwords_lock_the_stranger_out").await? else { return Ok(()) };
    let stranger = STRANGE[0];
    assert!(site.signs_in(HOME, ROB, PASSWORD).await?, "the owner, at home\n{}", site.log());
    // The first success is kept in units of some seconds, rounded up, so home is not familiar at once.
    let knows_home = || site.json(&["why", ROB]).is_ok_and(|why| why["sign_in"]["familiar_sources"] == 1);
    until("home is familiar", knows_home).await?;
    for guess in 0..10 {
        assert!(!site.signs_in(stranger, ROB, &format!("guess {guess}")).await?);
    }
    assert!(!site.signs_in(stranger, ROB, PASSWORD).await?, "locked: the right password does not help");
    assert!(site.signs_in(HOME, ROB, PASSWORD).await?, "the owner is not locked out");
    let locked = site.ok(&["signin", "list"])?;
    assert!(locked.contains(ROB), "{locked}");

    site.ok(&["signin", "unlock", ROB, "--reason", "it was me"])?;
    assert!(site.signs_in(stranger, ROB, PASSWORD).await?, "open at once, for the next attempt");
    assert!(!site.ok(&["signin", "list"])?.contains(ROB));
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn c9_2_the_same_wrong_password_fifty_times_over_imap_locks_nothing() -> Result<()> {
    let Some(site) = world::site("c9_2_the_same_wrong_password_fifty_times").await? else {
        return Ok(());
    };
    let phone = STRANGE[1];
    for _ in 0..50 {
        assert!(!site.signs_in(phone, ANA, "the password before this one").await?);
    }
    assert!(!site.ok(&["signin", "list"])?.contains(ANA));
    assert!(site.signs_in(phone, ANA, PASSWORD).await?, "the new password, from the same place");
    Ok(())
}

/// A wrong password, a name that nobody has, and the right password of an account that is locked: the mail
/// program reads the same bytes each time.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn c9_9_unknown_locked_and_wrong_are_answered_with_the_same_bytes_over_imap() -> Result<()> {
    let Some(site) = world::site("c9_9_the_same_bytes_over_imap").await? else { return Ok(()) };
    let mut answers = Vec::new();
    answers.push(("a wrong password", said(&site, STRANGE[0], ROB, "guess").await?));
    for guess in 0..10 {
        site.signs_in(STRANGE[0], ROB, &format!("guess {guess}")).await?;
    }
    answers.push(("locked, right", said(&site, STRANGE[1], ROB, PASSWORD).await?));
    answers.push(("locked, wrong", said(&site, STRANGE[1], ROB, "guess").await?));
    for guess in 0..11 {
        let nobody = said(&site, STRANGE[2], "nobody@contoso.example", &format!("guess {guess}")).await?;
        answers.push(("a name that nobody has, locked after ten", nobody));
    }
    for (what, answer) in &answers {
        assert_eq!(answer, &answers[0].1, "{what}");
    }
    assert!(answers[0].1.starts_with("NO "), "{}", answers[0].1);
    Ok(())
}

async fn said(site: &Site, source: Ipv4Addr, login: &str, password: &str) -> Result<String> {
    ImapClient::connect(site.host.imap(), source).await?.sign_in(login, password).await
}

/// Guesses under all spellings that Dovecot lets through are guesses at one account, and its lock holds under
/// each of them. (Its `auth_username_chars` have no `+`: it asks nobody about a plus-address.)
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn q1_spellings_over_imap_share_one_counter() -> Result<()> {
    let Some(site) = world::site("q1_spellings_over_imap").await? else { return Ok(()) };
    let spellings = ["ana@contoso.example", "Ana@Contoso.Example", "ANA", "ana", "ANA@contoso.EXAMPLE"];
    for guess in 0..10 {
        let spelling = spellings[guess % spellings.len()];
        assert!(!site.signs_in(STRANGE[0], spelling, &format!("guess {guess}")).await?);
    }
    for spelling in spellings {
        assert!(!site.signs_in(STRANGE[1], spelling, PASSWORD).await?, "{spelling} is locked too");
    }
    let locked = site.json(&["signin", "list"])?;
    assert!(locked.to_string().contains(ANA), "{locked}");
    site.ok(&["signin", "unlock", ANA, "--reason", "test"])?;
    assert!(site.signs_in(STRANGE[1], ANA, PASSWORD).await?, "it was only the lock");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_block_holds_without_postern_and_the_others_sign_in() -> Result<()> {
    let Some(mut site) = world::site("a_block_holds_without_postern").await? else { return Ok(()) };
    assert!(site.signs_in(HOME, KIM, PASSWORD).await?);
    site.ok(&["signin", "block", KIM, "--reason", "left the company"])?;
    assert!(!site.signs_in(HOME, KIM, PASSWORD).await?, "the live answer holds at once");
    let deny = site.host.deny_file();
    let listed = || std::fs::read_to_string(&deny).is_ok_and(|text| text.contains(KIM));
    until("the block is exported", listed).await?;
    // The receipt is what says that Dovecot has seen it; this is the same wait.
    site.until_exported(KIM).await?;

    site.kill_postern();
    assert!(!site.signs_in(HOME, KIM, PASSWORD).await?, "still blocked");
    assert!(site.signs_in(HOME, ANA, PASSWORD).await?, "the others sign in");
    assert!(site.signs_in(STRANGE[2], ROB, PASSWORD).await?, "from anywhere");
    assert!(!site.signs_in(HOME, ANA, "wrong").await?, "with the right password only");
    Ok(())
}

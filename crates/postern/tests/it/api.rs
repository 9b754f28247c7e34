//! The API as a program uses it: every command of docs/reference/api.md is run as it stands there, and the command line
//! asks a server somewhere else, over HTTP and HTTPS, with every way in which that can fail.

use std::net::TcpListener;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::applications::shell;
use crate::server_process::{Server, Site};

const PAGE: &str = include_str!("../../../../docs/reference/api.md");
const TWO_YEARS: &str = "730d";

/// A site whose listener has a port of its own, and what its section `[web]` says beside.
pub fn site_with_web(more: &str) -> Result<(Site, Server, u16)> {
    // A server cannot tell a shell which free port it took; nobody else binds this one within the test.
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let site = Site::new()?;
    let config = std::fs::read_to_string(site.path("postern.toml"))?;
    let web = format!(
        "[web]\nlisten = [\"127.0.0.1:{port}\"]\npublic_url = \"https://postern.contoso.example\"\n{more}"
    );
    std::fs::write(site.path("postern.toml"), config + &web)?;
    let server = site.start()?;
    Ok((site, server, port))
}

fn token(site: &Site, name: &str, scope: &str) -> Result<String> {
    let added = ["token", "add", name, "--scope", scope, "--until", TWO_YEARS, "--reason", "a test"];
    Ok(site.ok(&added)?.trim().to_owned())
}

#[test]
fn every_command_of_the_page_of_the_api_does_what_the_page_says() -> Result<()> {
    if Command::new("curl").arg("--version").output().is_err() {
        println!("SKIPPED every_command_of_the_page_of_the_api: curl is not installed");
        return Ok(());
    }
    let (site, _server, port) = site_with_web("")?;
    site.with_input(&["user", "add", "rob@contoso.example", "--password"], "correct horse battery staple\n")?;
    site.ok(&["user", "add", "anna@contoso.example"])?;
    let admin = token(&site, "admin", "admin:global_admin")?;
    let (server, mut made, mut so_far, mut commands) =
        (format!("http://127.0.0.1:{port}"), String::new(), String::new(), 0);
    let blocks = PAGE.split("```").skip(1).step_by(2).filter_map(|block| block.strip_prefix("sh\n"));
    for text in blocks {
        commands += 1;
        if made.is_empty() {
            shell(&site, &server, "", text)?.trim().clone_into(&mut made);
            ensure!(made.starts_with("postern_"), "{made}");
            so_far = format!("ADMIN={admin}\ncd '{}'\n", site.path("").display());
            continue;
        }
        if text.starts_with("ROB=") {
            so_far.push_str(text);
            continue;
        }
        shell(&site, &server, &made, &format!("{so_far}{text}"))?;
    }
    assert!(commands >= 12, "the page has lost its commands");
    let audit = site.ok(&["audit", "list"])?;
    for (word, times) in [("phone stolen", 1), ("password changed, device cleaned", 1), ("compromised", 1)] {
        assert_eq!(audit.matches(word).count(), times, "{word}: once by a program\n{audit}");
    }
    assert!(audit.contains("helpdesk-tool"), "{audit}");
    Ok(())
}

#[test]
fn the_command_line_asks_a_server_elsewhere_as_it_asks_the_one_here() -> Result<()> {
    let (site, _server, port) = site_with_web("")?;
    site.ok(&["user", "add", "rob@contoso.example", "--name", "Rob"])?;
    std::fs::write(site.path("token"), token(&site, "desk", "admin:responder")? + "\n")?;
    let (server, file) = (format!("http://127.0.0.1:{port}"), site.path("token").display().to_string());
    let elsewhere = |arguments: &[&str]| {
        site.run(&[&["--server", &server, "--token-file", &file][..], arguments].concat())
    };
    for command in [&["user", "list"][..], &["why", "rob"], &["restricted", "list"], &["policy", "list"]] {
        let ask_both = || Ok::<_, anyhow::Error>((elsewhere(command)?, site.ok(command)?));
        let (mut there, mut here) = ask_both()?;
        // Both say to the second when they were true, and a second may pass between them.
        for _ in 0..4 {
            if there.out != here {
                (there, here) = ask_both()?;
            }
        }
        assert_eq!((there.code, there.out), (0, here), "{command:?}: {}", there.err);
    }
    let blocked = elsewhere(&["signin", "block", "rob", "--reason", "from elsewhere"])?;
    assert_eq!(blocked.code, 0, "{blocked:?}");
    let audit = site.ok(&["audit", "list", "--limit", "1"])?;
    assert!(audit.contains("from elsewhere") && audit.contains("desk"), "{audit}");
    let page = elsewhere(&["audit", "list", "--limit", "1"])?;
    let cursor = page.err.split("--before ").nth(1).context("where it goes on")?;
    let next = elsewhere(&[
        "audit",
        "list",
        "--limit",
        "1",
        "--before",
        cursor.split_whitespace().next().context("a cursor")?,
    ])?;
    assert_eq!(next.code, 0, "{next:?}");
    assert_ne!(next.out, page.out);
    let refused = elsewhere(&["user", "delete", "rob", "--yes", "--reason", "x"])?;
    assert!(refused.code == 4 && refused.err.contains("role"), "{refused:?}");
    let view = elsewhere(&["user", "list", "--view", "blocked"])?;
    assert!(view.out.contains("rob@contoso.example"), "{view:?}");
    let none = elsewhere(&["user", "list", "--view", "locked"])?;
    assert!(!none.out.contains("rob@contoso.example"), "{none:?}");
    Ok(())
}

#[test]
fn each_way_in_which_a_server_elsewhere_cannot_be_asked_has_its_sentence() -> Result<()> {
    let (site, _server, port) = site_with_web("")?;
    let path = |name: &str| site.path(name).display().to_string();
    std::fs::write(site.path("token"), token(&site, "desk", "admin:auditor")?)?;
    std::fs::write(site.path("wrong"), "postern_7K2M9QX4TB_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")?;
    std::fs::write(site.path("empty"), "\n")?;
    let here = format!("http://127.0.0.1:{port}");
    let (good, empty, missing) = (path("token"), path("empty"), path("missing"));
    let nobody = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let nobody = format!("http://127.0.0.1:{nobody}");
    let tls_at_plain = format!("https://127.0.0.1:{port}");
    let check = |arguments: &[&str], code: i32, words: &str| -> Result<()> {
        let answer = site.run(&[arguments, &["user", "list"]].concat())?;
        assert!(answer.code == code && answer.err.contains(words), "{arguments:?}: {answer:?}");
        Ok(())
    };
    check(&["--server", "mail.example", "--token-file", &good], 2, "no address of a server")?;
    check(&["--server", "http://mail.example", "--token-file", &good], 2, "could be read on its way")?;
    check(&["--server", &here], 2, "--token-file")?;
    check(&["--server", &here, "--token-file", &missing], 2, "can't be read")?;
    check(&["--server", &here, "--token-file", &empty], 2, "holds no token")?;
    check(&["--server", &here, "--token-file", &path("wrong")], 4, "unknown")?;
    check(&["--server", &nobody, "--token-file", &good], 5, "does not answer")?;
    check(&["--server", &tls_at_plain, "--token-file", &good], 5, "prove who it is")?;
    check(
        &["--server", &tls_at_plain, "--token-file", &good, "--ca-file", &empty],
        2,
        "holds no certificate",
    )?;
    check(
        &["--server", &here, "--token-file", &good, "--socket", &path("run/control.sock")],
        2,
        "cannot be used",
    )?;
    Ok(())
}

#[test]
fn over_https_the_certificate_is_checked_with_the_authorities_that_were_named() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()])?;
    let (chain, key) = (folder.path().join("chain.pem"), folder.path().join("key.pem"));
    std::fs::write(&chain, made.cert.pem())?;
    std::fs::write(&key, made.signing_key.serialize_pem())?;
    let tls = format!("tls_certificate = \"{}\"\ntls_key = \"{}\"\n", chain.display(), key.display());
    let (site, _server, port) = site_with_web(&tls)?;
    std::fs::write(site.path("token"), token(&site, "desk", "admin:auditor")?)?;
    let file = site.path("token").display().to_string();
    let ask = |host: &str, more: &[&str]| {
        let server = format!("https://{host}:{port}");
        site.run(&[&["--server", &server, "--token-file", &file][..], more, &["user", "list"]].concat())
    };
    let chain = chain.display().to_string();
    let trusted = ask("localhost", &["--ca-file", &chain])?;
    assert_eq!(trusted.code, 0, "{trusted:?}");
    for (host, more) in [("localhost", &[][..]), ("127.0.0.1", &["--ca-file", &chain][..])] {
        let strange = ask(host, more)?;
        assert!(strange.code == 5 && strange.err.contains("prove who it is"), "{host}: {strange:?}");
    }
    Ok(())
}

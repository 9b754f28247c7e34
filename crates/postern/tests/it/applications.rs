//! Applications at a real server: every command of docs/reference/api-sign-in.md is run as it stands there, and the
//! owner's one-time link is used beside a real Dovecot.

use std::net::{Ipv4Addr, TcpListener};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use postern_core::sign_in::{Lane, SignInRefusal};
use postern_core::time::Timestamp;
use postern_testkit::servers::mail_host::until;
use postern_testkit::web_client::{Reply, ask};
use serde_json::Value;

use crate::server_process::Site;
use crate::world::{self, HOME, PASSWORD, ROB};

const PAGE: &str = include_str!("../../../../docs/reference/api-sign-in.md");

/// The page's blocks in their order: language and text.
fn blocks() -> Vec<(&'static str, &'static str)> {
    let fenced = PAGE.split("```").skip(1).step_by(2);
    fenced.filter_map(|block| block.split_once('\n')).collect()
}

/// Runs a script of a page, with `postern` at hand.
pub fn shell(site: &Site, server: &str, token: &str, script: &str) -> Result<String> {
    let program = env!("CARGO_BIN_EXE_postern");
    let config = site.path("postern.toml");
    let whole = format!("postern() {{ \"{program}\" --config \"{}\" \"$@\"; }}\n{script}", config.display());
    let mut command = Command::new("sh");
    command.args(["-eu", "-c", &whole]).env("POSTERN", server).env("TOKEN", token).env("POSTERN_LANG", "en");
    let output = command.output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{script}\n{said}");
    Ok(String::from_utf8(output.stdout)?)
}

/// Same members everywhere, and the same words where the page has no ellipsis.
fn check(found: &Value, documented: &Value, command: &str) {
    match (found, documented) {
        (Value::Object(found), Value::Object(documented)) => {
            let names = |object: &serde_json::Map<String, Value>| object.keys().cloned().collect::<Vec<_>>();
            assert_eq!(names(found), names(documented), "{command}");
            for (name, value) in documented {
                check(&found[name], value, command);
            }
        }
        (Value::Array(found), Value::Array(documented)) => {
            assert_eq!(found.len(), documented.len(), "{command}");
            for (one, other) in found.iter().zip(documented) {
                check(one, other, command);
            }
        }
        (Value::String(found), Value::String(documented)) => match documented.split_once('…') {
            Some((begin, _)) => assert!(found.starts_with(begin), "{command}: {found}"),
            None if documented == "7K2M9-QX4TB" => {
                assert_eq!(found.len(), documented.len(), "{command}: {found}")
            }
            None => assert_eq!(found, documented, "{command}"),
        },
        (found, documented) => assert_eq!(found, documented, "{command}"),
    }
}

/// Every refusal that an answer can give as a reason: a new one does not compile until it has its place here.
fn every_refusal() -> impl Iterator<Item = SignInRefusal> {
    let (lane, until) = (Lane::Unfamiliar, Timestamp::from_unix_s(1_795_478_400));
    std::iter::successors(Some(SignInRefusal::Blocked), move |refusal| match refusal {
        SignInRefusal::Blocked => Some(SignInRefusal::Locked { lane, until }),
        SignInRefusal::Locked { .. } => Some(SignInRefusal::Closed { lane }),
        SignInRefusal::Closed { .. } => Some(SignInRefusal::SourceBlocked { until }),
        SignInRefusal::SourceBlocked { .. } => Some(SignInRefusal::PairBlocked { until: None }),
        SignInRefusal::PairBlocked { .. } => Some(SignInRefusal::NetworkBlocked { until: None }),
        SignInRefusal::NetworkBlocked { .. } => Some(SignInRefusal::TooManyAtOnce { lane }),
        SignInRefusal::TooManyAtOnce { .. } => Some(SignInRefusal::OutsidePins),
        SignInRefusal::OutsidePins => Some(SignInRefusal::PasswordChangeRequired { until: None }),
        SignInRefusal::PasswordChangeRequired { .. } => Some(SignInRefusal::TemporaryPasswordExpired),
        SignInRefusal::TemporaryPasswordExpired => Some(SignInRefusal::PasswordVoid),
        SignInRefusal::PasswordVoid => Some(SignInRefusal::PasswordJustSet),
        SignInRefusal::PasswordJustSet => Some(SignInRefusal::AppPasswordRevoked),
        SignInRefusal::AppPasswordRevoked => Some(SignInRefusal::ProtocolOff),
        SignInRefusal::ProtocolOff => Some(SignInRefusal::NoReservation),
        SignInRefusal::NoReservation => None,
    })
}

#[test]
fn every_code_that_an_answer_can_give_is_on_the_reference_page() {
    let (_, codes) = PAGE.split_once("\nThe codes: ").expect("the page lists the codes");
    let (codes, _) = codes.split_once("\n\n").expect("a paragraph");
    let missing: Vec<_> = every_refusal()
        .map(SignInRefusal::code)
        .filter(|code| !codes.contains(&format!("`{code}`")))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_command_of_the_reference_page_does_what_the_page_says() -> Result<()> {
    if Command::new("curl").arg("--version").output().is_err() {
        println!("SKIP every_command_of_the_reference_page: curl is not installed");
        return Ok(());
    }
    // A server cannot tell a shell which free port it took; nobody else binds this one within the test.
    let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let site = Site::new()?;
    let config = std::fs::read_to_string(site.path("postern.toml"))?;
    let web = format!("[web]\nlisten = [\"{address}\"]\npublic_url = \"https://postern.contoso.example\"\n");
    std::fs::write(site.path("postern.toml"), config + &web)?;
    let _server = site.start()?;
    let anna = ["user", "add", "anna@contoso.example", "--password"];
    let added = site.with_input(&anna, "correct horse battery staple\n")?;
    ensure!(added.code == 0, "{added:?}");
    let blocks = blocks();
    let server = format!("http://{address}");
    let (mut token, mut so_far, mut commands) = (String::new(), String::new(), 0);
    for (position, (language, text)) in blocks.iter().enumerate() {
        if *language != "sh" {
            continue;
        }
        commands += 1;
        if token.is_empty() {
            shell(&site, &server, "", text)?.trim().clone_into(&mut token);
            ensure!(token.starts_with("postern_"), "{token}");
            continue;
        }
        if text.starts_with("HANDLE=") {
            so_far = (*text).to_owned();
            continue;
        }
        let out = shell(&site, &server, &token, &format!("{so_far}{text}"))?;
        let found: Value = serde_json::from_str(&out).with_context(|| format!("{text}\n{out}"))?;
        let (_, documented) = blocks.get(position + 1).context("an answer follows")?;
        check(&found, &serde_json::from_str(documented).context("the page's JSON")?, text);
    }
    assert!(commands >= 6, "the page has lost its commands");
    let shown = site.ok(&["signin", "show", "anna"])?;
    assert!(
        shown.contains("  Remembered devices: 1\n") && shown.contains("Last sign-in that worked: 20"),
        "{shown}"
    );
    Ok(())
}

/// Checklist A24 with a real Dovecot: strangers close the lane; the phone with the link gets in over IMAP, the
/// stranger with the right password does not.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a24_with_a_real_dovecot_the_owners_phone_gets_in_by_the_link() -> Result<()> {
    let Some(site) = world::site("a24_with_a_real_dovecot").await? else { return Ok(()) };
    let (phone, stranger) = (Ipv4Addr::new(127, 70, 0, 1), Ipv4Addr::new(127, 71, 0, 1));
    // A hundred failures at Dovecot's pace are three minutes; ten close the lane by the same rule.
    site.set_policy("sign_in.familiar_in_flight_max", 8)?;
    site.set_policy("sign_in.familiar_failures_max", 10)?;
    site.set_policy("sign_in.close_after_failures", 10)?;
    assert!(site.signs_in(HOME, ROB, PASSWORD).await?);
    let knows_home = || site.json(&["why", ROB]).is_ok_and(|why| why["sign_in"]["familiar_sources"] == 1);
    until("home is familiar", knows_home).await?;
    let guesses = (0..10_u8).map(|guess| {
        let (site, password) = (&site, format!("guess {guess}"));
        async move { site.signs_in(Ipv4Addr::new(127, 72, guess, 1), ROB, &password).await }
    });
    for guess in guesses {
        assert!(!guess.await?);
    }
    assert_eq!(site.json(&["why", ROB])?["sign_in"]["unfamiliar"]["is_closed"], true);
    assert!(!site.signs_in(phone, ROB, PASSWORD).await?, "the new phone, before the link");
    let shown = || site.ok(&["signin", "show", ROB]);
    assert!(shown()?.contains("  Sign-in from unfamiliar sources: closed\n"), "{}", shown()?);
    let next = site.json(&["signin", "show", ROB])?["next"].clone();
    let [unlock, admit] =
        ["unlock", "admit"].map(|verb| format!("postern signin {verb} {ROB} --reason \"…\""));
    assert_eq!(next, serde_json::json!([admit, unlock]), "to the owner alone, or to everybody");
    let link = site.ok(&["signin", "admit", ROB, "--reason", "called from a hotel"])?;
    assert!(shown()?.contains("  A one-time link is open until 20"), "{}", shown()?);
    let path = link.trim().strip_prefix(&site.public_url()).context("the configured address")?.to_owned();
    let look = ask(site.web(), "GET", &path, "", "", phone).await?;
    let press = ask(site.web(), "POST", &path, "", &format!("seal={}", seal(&look)), phone).await?;
    assert_eq!((look.status, press.status), (200, 200), "{press:?}");
    let used = format!("  A one-time link was used from {phone}/32. Sign-in from there is open until 20");
    assert!(shown()?.contains(&used) && !shown()?.contains("A one-time link is open"), "{}", shown()?);
    assert!(site.signs_in(phone, ROB, PASSWORD).await?, "the new phone is in\n{}", site.log());
    assert!(!site.signs_in(stranger, ROB, PASSWORD).await?, "the stranger is not, with the right password");
    assert!(site.signs_in(HOME, ROB, PASSWORD).await?, "and home never noticed");
    let audit = site.ok(&["audit", "list", "--user", ROB])?;
    assert!(audit.contains("One-time link made") && audit.contains("One-time link used"), "{audit}");
    Ok(())
}

fn seal(page: &Reply) -> String {
    let value = page.body.split("name=\"seal\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    value.unwrap_or_default().to_owned()
}

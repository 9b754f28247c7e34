//! A new site observes sending for a week, says so wherever somebody looks, and can be told to act.

use anyhow::Result;

use crate::server_process::Site;

const OBSERVED: &str = "Sending is only observed until ";
const TO_ENFORCE: &str = "postern policy set outbound.observe_until_unix_s 0 --reason";

#[test]
fn a_new_site_only_observes_sending_and_says_so_until_it_is_told_to_act() -> Result<()> {
    let site = Site::new()?;
    let made = site.ok(&["init"])?;
    assert!(made.contains(OBSERVED) && made.contains(TO_ENFORCE), "{made}");
    let again = site.ok(&["init"])?;
    assert!(!again.contains(OBSERVED), "the week begins once: {again}");
    let server = site.start()?;
    site.ok(&["user", "add", "rob@contoso.com"])?;
    for number in 0..40 {
        let action = site.ask_policy("rob@contoso.com", &format!("stranger{number}@northwind.example"))?;
        assert_eq!(action, "action=postern_open", "recipient {number}");
    }
    for command in [&["health"][..], &["why", "rob"]] {
        let told = site.ok(command)?;
        assert!(told.contains(OBSERVED) && told.contains(TO_ENFORCE), "{told}");
    }
    let audit = site.ok(&["audit", "list"])?;
    assert!(audit.contains("A new site only observes sending for its first 7 days"), "{audit}");
    site.ok(&["policy", "set", "outbound.observe_until_unix_s", "0", "--reason", "seen enough"])?;
    site.ok(&["policy", "set", "sign_in.observe_only", "1", "--reason", "try"])?;
    for command in [&["health"][..], &["why", "rob"]] {
        let told = site.ok(command)?;
        assert!(!told.contains(OBSERVED) && told.contains("Signing in is only observed: "), "{told}");
    }
    let (_, log) = server.stop()?;
    assert!(log.contains("sending is only observed"), "{log}");
    Ok(())
}

#[test]
fn a_new_site_that_is_told_to_act_at_once_does() -> Result<()> {
    let site = Site::new()?;
    assert!(!site.ok(&["init", "--enforce-now"])?.contains(OBSERVED));
    let _server = site.start()?;
    assert!(!site.ok(&["health"])?.contains(OBSERVED));
    Ok(())
}

#[test]
fn each_switch_that_only_observes_is_named_with_the_command_that_turns_it_off() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    site.ok(&["user", "add", "rob@contoso.com"])?;
    let set = |name: &str, value: &str| site.ok(&["policy", "set", name, value, "--reason", "a test"]);
    for (name, sentence, observed, is_of_accounts) in [
        ("sign_in.lanes_observe_only", "Locks are only observed: the rules lock no account.", "lanes", true),
        ("sign_in.sources_observe_only", "Blocks of sources are only observed: ", "sources", true),
        (
            "sign_in.spray_observe_only",
            "Spray mode is only observed: it lowers no threshold.",
            "spray",
            false,
        ),
        ("compromise.slow_observe_only", "Slowing by the suspicion score is only", "score_slow", true),
        ("compromise.restrict_observe_only", "Restricting by the suspicion score is", "score_restrict", true),
    ] {
        let is_told = |command: &[&str]| -> Result<bool> {
            let told = site.ok(command)?;
            let command = format!("To enforce now: postern policy set {name} 0 --reason \"…\"");
            Ok(told.contains(sentence)
                && told.contains(&command)
                && !told.contains("Signing in is only observed"))
        };
        assert!(!is_told(&["health"])?, "{name} is off");
        set(name, "1")?;
        assert!(is_told(&["health"])?, "{name}");
        assert_eq!(is_told(&["why", "rob"])?, is_of_accounts, "{name}");
        let health = site.json(&["health"])?;
        let mut expected = serde_json::json!({
            "sign_in": false, "lanes": false, "sources": false, "spray": false, "score_slow": false,
            "score_restrict": false,
        });
        expected[observed] = true.into();
        assert_eq!(health["observed"], expected, "{name}");
        set(name, "0")?;
    }
    // Everything is observed: one sentence says it for all.
    set("sign_in.lanes_observe_only", "1")?;
    set("sign_in.observe_only", "1")?;
    let told = site.ok(&["health"])?;
    assert!(told.contains("Signing in is only observed") && !told.contains("Locks are only"), "{told}");
    drop(server);
    Ok(())
}

/// A misspelt folder, or a disk that is not mounted, is a new and empty store. It must not become the truth of Dovecot's
/// files: nobody could sign in, and whoever a person blocked could.
#[test]
fn a_store_without_accounts_never_empties_files_with_people_in_them() -> Result<()> {
    let site = Site::new()?;
    let exports = format!(
        "[exports.dovecot]\npasswd_file = \"{0}/users\"\ndeny_file = \"{0}/deny\"\nuid = 5000\ngid = 5000\nhome = \"/srv/%d/%n\"\n",
        site.path("").display()
    );
    let config = std::fs::read_to_string(site.path("postern.toml"))? + &exports;
    std::fs::write(site.path("postern.toml"), &config)?;
    let server = site.start()?;
    let added =
        site.with_input(&["user", "add", "rob@contoso.com", "--password"], "correct horse battery\n")?;
    assert_eq!(added.code, 0, "{added:?}");
    site.ok(&["signin", "block", "rob", "--reason", "left"])?;
    let files = || -> Result<[String; 2]> {
        Ok([std::fs::read_to_string(site.path("users"))?, std::fs::read_to_string(site.path("deny"))?])
    };
    let written = files()?;
    assert!(written.iter().all(|text| text.contains("rob@contoso.com")), "{written:?}");

    let other = config.replace("/data\"", "/dta\"").replace("run/control.sock", "run/other.sock");
    std::fs::write(site.path("postern.toml"), other)?;
    server.stop()?;
    let refused = site.run(&["serve"])?;
    assert!(refused.code == 1 && refused.err.contains("has people in it"), "{refused:?}");
    assert_eq!(files()?, written, "with nobody serving");
    Ok(())
}

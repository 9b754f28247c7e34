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

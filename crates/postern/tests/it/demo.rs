//! The demonstration: its success says something only if it fails without each of the rules that it shows.

use anyhow::{Context, Result};

use crate::server_process::Site;

/// What the option offers, as the help says it.
fn offered(help: &str) -> Result<Vec<String>> {
    // Wherever the lines break.
    let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
    let (_, after) = help.split_once("--without-rule").context("the option")?;
    let (_, values) = after.split_once("[possible values: ").context("its values")?;
    let (values, _) = values.split_once(']').context("their end")?;
    Ok(values.split(',').map(|value| value.trim().to_owned()).collect())
}

#[test]
fn the_demo_behaves_and_fails_without_any_rule_that_it_offers_to_switch_off() -> Result<()> {
    let site = Site::new()?;
    let whole = site.run(&["demo", "--once"])?;
    assert_eq!(whole.code, 0, "{whole:?}");
    let rules = offered(&site.ok(&["demo", "-h"])?)?;
    assert!(rules.len() > 1 && rules.iter().any(|rule| rule == "lock_rule"), "one of signing in: {rules:?}");
    for rule in rules {
        let without = site.run(&["demo", "--once", "--without-rule", &rule])?;
        assert_eq!(without.code, 1, "without {rule}: {}", without.out);
    }
    Ok(())
}

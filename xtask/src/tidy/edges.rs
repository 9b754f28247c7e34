//! Who may look at whom. A crate may look down, never sideways or up; `docs/reference/crate-edges.txt` says so
//! line by line, and the crates' Cargo.toml files have to agree with it, in both directions.

use std::collections::BTreeMap;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use super::Complaint;
use crate::{run, tree};

const RULES: &str = "docs/reference/crate-edges.txt";
/// Any of our crates may be looked at.
const ANY: &str = "*";
/// These two are the ground: not even their tests look at another room.
const GROUND: &[&str] = &["postern-core", "postern-wire"];

/// What one crate looks at, of ours.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Looks {
    normal: Vec<String>,
    dev: Vec<String>,
}

/// What one line of the rules allows.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Rule {
    line: usize,
    allowed: Vec<String>,
}

/// Compares the crates with the rules.
pub fn check() -> Result<Vec<Complaint>> {
    let rules = read_rules(&tree::file(RULES)?.text);
    let metadata = run::output(
        Command::new("cargo")
            .args(["metadata", "--format-version", "1", "--no-deps", "--locked"])
            .current_dir(tree::root()),
    )?;
    let metadata: Value = serde_json::from_str(&metadata).context("read cargo's metadata")?;
    Ok(compare(&rules, &looks(&metadata)))
}

fn read_rules(text: &str) -> BTreeMap<String, Rule> {
    let mut rules = BTreeMap::new();
    for (index, line) in text.lines().enumerate() {
        if let Some((name, allowed)) = line.split_once(':').filter(|_| !line.starts_with('#')) {
            let allowed = allowed.split_whitespace().map(str::to_owned).collect();
            rules.insert(name.trim().to_owned(), Rule { line: index + 1, allowed });
        }
    }
    rules
}

fn looks(metadata: &Value) -> BTreeMap<String, Looks> {
    let packages = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let name = |value: &Value| value["name"].as_str().unwrap_or_default().to_owned();
    let ours: Vec<String> = packages.iter().map(name).collect();
    let mut all = BTreeMap::new();
    for package in packages {
        let mut looks = Looks::default();
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let to = name(dependency);
            if ours.contains(&to) {
                let is_dev = dependency["kind"].as_str() == Some("dev");
                if is_dev { looks.dev.push(to) } else { looks.normal.push(to) }
            }
        }
        all.insert(name(package), looks);
    }
    all
}

fn compare(rules: &BTreeMap<String, Rule>, crates: &BTreeMap<String, Looks>) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (name, looks) in crates {
        let Some(rule) = rules.get(name) else {
            complaints.push(Complaint(format!("{RULES}: add a line `{name}: …` for this new crate")));
            continue;
        };
        complaints.extend(compare_one(name, rule, looks));
    }
    for (name, rule) in rules.iter().filter(|(name, _)| !crates.contains_key(*name)) {
        complaints.push(Complaint::at(
            RULES,
            rule.line,
            format!("remove this line: there is no crate {name}"),
        ));
    }
    complaints
}

fn compare_one(name: &str, rule: &Rule, looks: &Looks) -> Vec<Complaint> {
    let is_allowed = |to: &String| rule.allowed.iter().any(|allowed| allowed == to || allowed == ANY);
    let manifest = manifest_of(name);
    let mut complaints = Vec::new();
    for to in looks.normal.iter().filter(|to| !is_allowed(to)) {
        complaints.push(Complaint(format!(
            "{manifest}: remove `{to}.workspace = true` from [dependencies]: {name} may not look at {to} \
             ({RULES}:{})",
            rule.line
        )));
    }
    for to in looks.dev.iter().filter(|_| GROUND.contains(&name)) {
        complaints.push(Complaint(format!(
            "{manifest}: remove `{to}.workspace = true` from [dev-dependencies]: {name} looks at nothing"
        )));
    }
    for to in rule.allowed.iter().filter(|to| *to != ANY && !looks.normal.contains(to)) {
        let what = format!("remove `{to}` from this line: {name} does not look at it");
        complaints.push(Complaint::at(RULES, rule.line, what));
    }
    complaints
}

fn manifest_of(name: &str) -> String {
    if name == "xtask" { "xtask/Cargo.toml".to_owned() } else { format!("crates/{name}/Cargo.toml") }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES_TEXT: &str = "# who: whom\npostern-core:\npostern-text: postern-core\npostern-testkit: *\n";

    fn check(crates: &[(&str, &[&str], &[&str])], expected: &[&str]) {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let crates = crates
            .iter()
            .map(|(name, normal, dev)| ((*name).to_owned(), Looks { normal: owned(normal), dev: owned(dev) }))
            .collect();
        let complaints = compare(&read_rules(RULES_TEXT), &crates);
        let complaints: Vec<&str> = complaints.iter().map(|complaint| complaint.0.as_str()).collect();
        assert_eq!(complaints, expected);
    }

    const TEXT: (&str, &[&str], &[&str]) = ("postern-text", &["postern-core"], &["postern-testkit"]);
    const TESTKIT: (&str, &[&str], &[&str]) = ("postern-testkit", &["postern-text"], &[]);

    #[test]
    fn the_edges_as_written_are_no_complaint() {
        check(&[("postern-core", &[], &[]), TEXT, TESTKIT], &[]);
    }

    #[test]
    fn an_edge_upwards_is_named_with_the_line_to_remove() {
        check(
            &[("postern-core", &["postern-text"], &[]), TEXT, TESTKIT],
            &["crates/postern-core/Cargo.toml: remove `postern-text.workspace = true` from [dependencies]: \
               postern-core may not look at postern-text (docs/reference/crate-edges.txt:2)"],
        );
    }

    #[test]
    fn an_edge_that_nobody_uses_is_removed_from_the_rules() {
        check(
            &[("postern-core", &[], &[]), ("postern-text", &[], &[]), TESTKIT],
            &[
                "docs/reference/crate-edges.txt:3: remove `postern-core` from this line: postern-text does not \
               look at it",
            ],
        );
    }

    #[test]
    fn tests_may_look_anywhere_but_the_grounds_tests_look_at_nothing() {
        check(
            &[("postern-core", &[], &["postern-testkit"]), TEXT, TESTKIT],
            &["crates/postern-core/Cargo.toml: remove `postern-testkit.workspace = true` from \
               [dev-dependencies]: postern-core looks at nothing"],
        );
    }

    #[test]
    fn a_new_crate_and_a_vanished_one_are_noticed() {
        check(
            &[("postern-core", &[], &[]), TEXT, ("postern-new", &[], &[])],
            &[
                "docs/reference/crate-edges.txt: add a line `postern-new: …` for this new crate",
                "docs/reference/crate-edges.txt:4: remove this line: there is no crate postern-testkit",
            ],
        );
    }
}

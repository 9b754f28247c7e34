//! What we let in from outside: every third-party line says why it is there, every licence is one that
//! deny.toml allows, and no crate that deny.toml bans is built. cargo-deny says the same and more, but not
//! everybody has it; this runs everywhere. Advisories need its database and are left to it.

use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use super::Complaint;
use crate::{run, tree};

/// Compares Cargo.toml and what it pulls in with deny.toml.
pub fn check() -> Result<Vec<Complaint>> {
    let deny = tree::file("deny.toml")?.text;
    let mut complaints = unexplained(&tree::file("Cargo.toml")?.text);
    complaints.extend(unlicensed(&cargo_metadata()?, &quoted_after(&deny, "allow = ["), &excepted(&deny)));
    complaints.extend(banned(&built_crates()?, &banned_names(&deny)));
    Ok(complaints)
}

/// Lines of `[workspace.dependencies]` without a comment, our own rooms apart.
fn unexplained(manifest: &str) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    let mut is_inside = false;
    for (index, line) in manifest.lines().enumerate() {
        if line.starts_with('[') {
            is_inside = line == "[workspace.dependencies]";
        } else if is_inside && line.contains('=') && !line.contains("path = ") && !line.contains("# ") {
            complaints.push(Complaint::at(
                "Cargo.toml",
                index + 1,
                "say after a `#` why this crate is needed",
            ));
        }
    }
    complaints
}

fn unlicensed(metadata: &Value, allowed: &[&str], excepted: &[(&str, &str)]) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let license = package["license"].as_str().unwrap_or("no licence");
        let name = package["name"].as_str().unwrap_or_default();
        if !is_allowed(license, allowed) && !excepted.contains(&(name, license)) {
            complaints.push(Complaint(format!(
                "Cargo.lock: {name} comes under `{license}`, which deny.toml does not allow"
            )));
        }
    }
    complaints
}

/// One of the licences offered (`OR`, or `/` as older crates write it) is made of allowed ones only (`AND`).
/// Brackets occur only around alternatives that all have to be allowed one by one, so they may be left out
/// when every word is allowed.
fn is_allowed(license: &str, allowed: &[&str]) -> bool {
    let all_of = |part: &str| {
        part.split(" AND ").all(|one| allowed.contains(&one.trim_matches(|c| matches!(c, ' ' | '(' | ')'))))
    };
    let license = license.replace('/', " OR ").replace("  ", " ");
    if license.contains('(') {
        return license.replace(" OR ", " AND ").split(" AND ").all(all_of);
    }
    license.split(" OR ").any(all_of)
}

fn banned(built: &str, banned: &[&str]) -> Vec<Complaint> {
    let is_built = |name: &&str| built.lines().any(|line| line.split(' ').next() == Some(name));
    banned
        .iter()
        .filter(|name| is_built(name))
        .map(|name| {
            Complaint(format!("Cargo.lock: {name} is built, and deny.toml bans it and says what to use"))
        })
        .collect()
}

fn banned_names(deny: &str) -> Vec<&str> {
    deny.lines().filter_map(|line| line.trim().strip_prefix("{ crate = \"")?.split('"').next()).collect()
}

/// Crates with the one licence that deny.toml allows for them alone.
fn excepted(deny: &str) -> Vec<(&str, &str)> {
    fn one(line: &str) -> Option<(&str, &str)> {
        let (license, rest) = line.trim().strip_prefix("{ allow = [\"")?.split_once("\"], crate = \"")?;
        Some((rest.split('"').next()?, license))
    }
    deny.lines().filter_map(one).collect()
}

/// The quoted words between `opening` and the next closing bracket.
fn quoted_after<'text>(text: &'text str, opening: &str) -> Vec<&'text str> {
    let inside =
        text.split_once(opening).and_then(|(_, rest)| rest.split_once(']')).map_or("", |(list, _)| list);
    inside.split('"').skip(1).step_by(2).collect()
}

fn cargo_metadata() -> Result<Value> {
    // Without the filter cargo would fetch crates that only other systems build.
    let text = run::output(
        Command::new("cargo")
            .args(["metadata", "--format-version", "1", "--locked", "--filter-platform", &host()?])
            .current_dir(tree::root()),
    )?;
    serde_json::from_str(&text).context("read cargo's metadata")
}

fn built_crates() -> Result<String> {
    let tree = ["tree", "--workspace", "--locked", "--prefix", "none", "--format", "{p}"];
    run::output(Command::new("cargo").args(tree).current_dir(tree::root()))
}

fn host() -> Result<String> {
    let version = run::output(Command::new("rustc").arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc names no host")?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dependency_without_a_reason_is_named_and_our_own_rooms_need_none() {
        let manifest = "[workspace.dependencies]\n# Ours\npostern-core = { path = \"x\" }\n\
                        bytes = \"1\" # buffers\ncsv = \"1\"\n[profile.dev]\ndebug = 1\n";
        let complaints = unexplained(manifest);
        assert_eq!(complaints, [Complaint::at("Cargo.toml", 5, "say after a `#` why this crate is needed")]);
    }

    #[test]
    fn one_allowed_licence_of_several_is_enough_and_all_of_a_sum_are_needed() {
        let allowed = ["MIT", "Apache-2.0", "Unicode-3.0"];
        for good in
            ["MIT", "MIT/Apache-2.0", "Apache-2.0 OR GPL-2.0-only", "(MIT OR Apache-2.0) AND Unicode-3.0"]
        {
            assert!(is_allowed(good, &allowed), "{good}");
        }
        for bad in
            ["GPL-3.0-or-later", "MIT AND AGPL-3.0-only", "(MIT OR GPL-2.0-only) AND MIT", "no licence"]
        {
            assert!(!is_allowed(bad, &allowed), "{bad}");
        }
    }

    #[test]
    fn a_banned_crate_is_found_by_its_whole_name() {
        let built = "openssl v1.0.0\nnative-tls-like v1.0.0\nchrono v0.4.1 (*)\n";
        let names = banned_names(
            "deny = [\n  { crate = \"chrono\", reason = \"jiff\" },\n  { crate = \"native-tls\" },\n]",
        );
        assert_eq!(names, ["chrono", "native-tls"]);
        assert_eq!(banned(built, &names).len(), 1);
    }

    #[test]
    fn a_licence_that_is_allowed_for_one_crate_is_not_for_another() {
        let deny = "exceptions = [\n  { allow = [\"MPL-2.0\"], crate = \"webauthn-rs\" },\n]\n";
        let excepted = excepted(deny);
        assert_eq!(excepted, [("webauthn-rs", "MPL-2.0")]);
        let package = |name, license| serde_json::json!({ "name": name, "license": license });
        let metadata = serde_json::json!({ "packages": [
            package("webauthn-rs", "MPL-2.0"),
            package("webauthn-rs", "GPL-3.0-only"),
            package("another", "MPL-2.0"),
        ] });
        assert_eq!(unlicensed(&metadata, &["MIT"], &excepted).len(), 2);
    }

    #[test]
    fn the_allowed_licences_are_read_from_the_list() {
        assert_eq!(
            quoted_after("allow = [\n  \"MIT\",\n  \"Zlib\", # small\n]\nx = [\"no\"]", "allow = ["),
            ["MIT", "Zlib"]
        );
    }
}

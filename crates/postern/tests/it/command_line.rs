//! Manners of the command line: help, exit codes, where output goes, what JSON looks like.

use std::path::Path;
use std::process::Stdio;

use anyhow::Result;
use serde_json::Value;

use crate::server_process::{Site, golden};

fn file(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/golden").join(name)
}

#[test]
fn help_says_what_there_is() -> Result<()> {
    let site = Site::new()?;
    golden(&file("help.txt"), &site.ok(&["--help"])?)?;
    golden(&file("help-restricted-restrict.txt"), &site.ok(&["restricted", "restrict", "--help"])?)?;
    let nothing = site.run(&[])?;
    assert_eq!(nothing.code, 2);
    Ok(())
}

#[test]
fn wrong_arguments_end_with_2_and_say_what_is_missing() -> Result<()> {
    let site = Site::new()?;
    let mut told = String::new();
    for arguments in [
        &["restricted", "unblock", "rob"][..],
        &["signin", "block", "rob", "--reason", "x", "--until", "tomorrow"],
        &["user", "set", "rob"],
        &["user", "add", "a@contoso.com", "--gate-only", "--password"],
        &["audit", "list", "--limit", "501"],
        &["policy", "set", "outbound.cap_day", "many", "--reason", "x"],
        &["unlock", "rob"],
    ] {
        let answer = site.run(arguments)?;
        assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{arguments:?} {answer:?}");
        told.push_str(&format!("$ postern {}\n{}\n", arguments.join(" "), answer.err));
    }
    golden(&file("usage.txt"), &told)
}

#[test]
fn several_matches_are_listed_and_nobody_is_touched() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    site.ok(&["user", "add", "rob@contoso.com", "--name", "Rob Åsberg"])?;
    site.ok(&["user", "add", "robert@contoso.example", "--alias", "bob@contoso.example"])?;
    let answer = site.run(&["restricted", "restrict", "rob", "--reason", "which one?"])?;
    assert_eq!((answer.code, answer.out.as_str()), (3, ""), "{answer:?}");
    assert!(answer.err.contains("rob@contoso.com") && answer.err.contains("robert@contoso.example"));
    assert_eq!(site.json(&["restricted", "list"])?["restrictions"], Value::Array(Vec::new()));
    let nobody = site.run(&["why", "nobody"])?;
    assert_eq!((nobody.code, nobody.out.as_str()), (3, ""), "{nobody:?}");
    for exact in ["rob@contoso.com", "ROB@Contoso.COM", "bob@contoso.example", "ÅSBERG"] {
        assert_eq!(site.run(&["user", "show", exact])?.code, 0, "{exact}");
    }
    drop(server);
    Ok(())
}

#[test]
fn an_account_lives_from_add_to_delete() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    site.ok(&["user", "add", "kim@contoso.com", "--name", "Kim", "--language", "nb", "--group", "sales"])?;
    let id = site.json(&["user", "show", "kim"])?["id"].as_str().map(str::to_owned).unwrap_or_default();
    assert_eq!(site.run(&["user", "add", "KIM@contoso.com"])?.code, 4, "the name is taken");
    site.ok(&["user", "alias", "add", "kim", "kd@contoso.com"])?;
    site.ok(&["user", "rename", "kd@contoso.com", "kim.dahl@contoso.com", "--keep-alias"])?;
    site.ok(&["user", "alias", "remove", &id, "kd@contoso.com"])?;
    site.ok(&["user", "set", &id, "--kind", "application", "--groups", "", "--name", "Kim Dahl"])?;
    let account = site.json(&["user", "show", &id])?;
    assert_eq!(account["address"], "kim.dahl@contoso.com");
    assert_eq!(account["aliases"], serde_json::json!(["kim@contoso.com"]));
    assert_eq!((&account["kind"], &account["groups"]), (&"application".into(), &serde_json::json!([])));
    let unasked = site.run(&["user", "delete", "kim"])?;
    assert_eq!(unasked.code, 2, "nobody is there to be asked: {unasked:?}");
    site.ok(&["user", "delete", "kim", "--yes", "--reason", "left"])?;
    assert_eq!(site.run(&["user", "show", &id])?.code, 3);
    drop(server);
    Ok(())
}

#[test]
fn a_password_is_read_from_standard_input_and_is_in_no_log() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    const PASSWORD: &str = "violet harbour lantern 41";
    let added =
        site.with_input(&["user", "add", "ana@contoso.com", "--password"], &format!("{PASSWORD}\n"))?;
    assert_eq!(added.code, 0, "{added:?}");
    let set = site.with_input(&["user", "password", "ana"], &format!("{PASSWORD}2\nnext line\n"))?;
    assert_eq!(set.code, 0, "{set:?}");
    let empty = site.with_input(&["user", "password", "ana"], "\n")?;
    assert_eq!(empty.code, 2, "{empty:?}");
    let audit = site.ok(&["--json", "audit", "list"])?;
    assert!(audit.contains("password_set") && !audit.contains("harbour"), "{audit}");
    let (_, log) = server.stop()?;
    assert!(!log.contains("harbour"), "{log}");
    Ok(())
}

#[test]
fn policies_are_shown_set_exported_and_imported() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    let set = site.ok(&["policy", "set", "outbound.novel_hour_max", "17", "--reason", "a quiet site"])?;
    assert_eq!(set, "outbound.novel_hour_max is now 17. It was 30\n");
    let file = site.path("policies.toml");
    std::fs::write(&file, site.ok(&["policy", "export"])?)?;
    let path = file.to_str().unwrap_or_default();
    let same = site.run(&["policy", "import", path, "--reason", "the same"])?;
    assert_eq!(same.code, 4, "nothing to change: {same:?}");
    std::fs::write(&file, "[outbound]\nnovel_hour_max = 20\n\ncap_day = 0\n")?;
    let wrong = site.run(&["policy", "import", path, "--reason", "wrong"])?;
    assert_eq!(wrong.code, 1);
    assert!(wrong.err.contains("policies.toml:4: "), "{}", wrong.err);
    std::fs::write(&file, "")?;
    site.ok(&["policy", "import", path, "--reason", "back to the defaults"])?;
    let shown = site.json(&["policy", "show"])?;
    let values = shown["values"].as_array().cloned().unwrap_or_default();
    assert!(values.iter().all(|value| value["value"] == value["default"]), "{shown}");
    drop(server);
    Ok(())
}

#[test]
fn a_preset_says_what_it_would_change_changes_it_at_once_and_leaves_an_audit_row() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    let list = site.ok(&["policy", "preset", "list"])?;
    for name in ["microsoft: ", "standard: ", "strict: "] {
        assert!(list.contains(name), "{list}");
    }
    let value = |name: &str| -> Result<u64> {
        let shown = site.json(&["policy", "show"])?;
        let values = shown["values"].as_array().cloned().unwrap_or_default();
        let found =
            values.iter().find(|value| value["name"] == name).and_then(|value| value["value"].as_u64());
        found.ok_or_else(|| anyhow::anyhow!("no {name}"))
    };
    let failures = "sign_in.unfamiliar_failures_max";
    let would = site.ok(&["policy", "preset", "apply", "strict", "--dry-run"])?;
    assert!(would.contains(&format!("{failures} would become 3. It is 10")), "{would}");
    assert_eq!(value(failures)?, 10, "a dry run changes nothing");
    let applied = site.ok(&["policy", "preset", "apply", "strict", "--reason", "after the attack"])?;
    assert!(applied.contains(&format!("{failures} is now 3. It was 10")), "{applied}");
    assert_eq!(value(failures)?, 3);
    let audit = site.ok(&["audit", "list"])?;
    assert!(audit.contains("after the attack"), "{audit}");
    let again = site.run(&["policy", "preset", "apply", "strict", "--reason", "again"])?;
    assert_eq!(again.code, 4, "nothing to change: {again:?}");
    let unknown = site.run(&["policy", "preset", "show", "lax"])?;
    assert_eq!(unknown.code, 3, "{unknown:?}");
    assert!(unknown.err.contains("microsoft, standard, strict, sending_small_office"), "{unknown:?}");
    let refused = site.run(&["policy", "set", "sign_in.familiar_failures_max", "2", "--reason", "x"])?;
    assert_ne!(refused.code, 0);
    let contradiction =
        site.run(&["policy", "set", "sign_in.unfamiliar_failures_max", "11", "--reason", "x"])?;
    let reason = "sign_in.unfamiliar_failures_max must not be above sign_in.familiar_failures_max. A source \
                  that the account knows would be trusted less than one that it does not know.";
    assert!(contradiction.err.contains(reason), "{contradiction:?}");
    drop(server);
    Ok(())
}

#[test]
fn json_has_the_shapes_that_programs_rely_on() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    site.ok(&["user", "add", "rob@contoso.com", "--name", "Rob"])?;
    site.ok(&["signin", "block", "rob", "--reason", "shape", "--until", "8h"])?;
    let mut shapes = String::new();
    for arguments in [
        &["health"][..],
        &["user", "show", "rob"],
        &["user", "list"],
        &["signin", "list"],
        &["signin", "allow", "rob", "--reason", "shape"],
        &["why", "rob"],
        &["signin", "show", "rob"],
        &["audit", "list", "--limit", "1"],
    ] {
        shapes.push_str(&format!("$ postern --json {}\n", arguments.join(" ")));
        shape(&site.json(arguments)?, "", &mut shapes);
        shapes.push('\n');
    }
    let refused = site.run(&["--json", "signin", "allow", "rob", "--reason", "again"])?;
    shapes.push_str("$ postern --json signin allow rob --reason again (on standard error)\n");
    shape(&serde_json::from_str(&refused.err)?, "", &mut shapes);
    drop(server);
    golden(&file("json-shapes.txt"), &shapes)
}

/// Every path with its type; a list by its first item.
fn shape(value: &Value, path: &str, out: &mut String) {
    let kind = match value {
        Value::Object(object) => {
            for (key, value) in object {
                shape(value, &format!("{path}.{key}"), out);
            }
            return;
        }
        Value::Array(items) if !items.is_empty() => return shape(&items[0], &format!("{path}[]"), out),
        Value::Array(_) => "empty list",
        Value::String(_) => "text",
        Value::Number(_) => "number",
        Value::Bool(_) => "true or false",
        Value::Null => "nothing",
    };
    out.push_str(&format!("{path}: {kind}\n"));
}

#[test]
fn a_reader_that_goes_away_is_no_error() -> Result<()> {
    let site = Site::new()?;
    let mut child =
        site.command(&["completions", "bash"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    drop(child.stdout.take());
    let output = child.wait_with_output()?;
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
    Ok(())
}

#[test]
fn the_command_line_speaks_the_readers_language_and_json_stays_english() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    let say = |language: &str, arguments: &[&str]| -> Result<String> {
        let output = site.command(arguments).env("POSTERN_LANG", language).output()?;
        Ok(String::from_utf8([output.stdout, output.stderr].concat())?)
    };
    let english = say("en", &["restricted", "list"])?;
    for language in ["sv", "lv", "sl", "nb", "el"] {
        assert_ne!(say(language, &["restricted", "list"])?, english, "{language}");
        assert_eq!(
            say(language, &["--json", "restricted", "list"])?,
            say("en", &["--json", "restricted", "list"])?
        );
    }
    drop(server);
    Ok(())
}

#[test]
fn an_account_is_made_together_with_its_password_or_not_at_all() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    let add = |kind: &str, more: &[&str], password: &str| {
        let arguments = [&["user", "add", "rob@contoso.com", "--kind", kind, "--password"], more].concat();
        site.with_input(&arguments, password)
    };
    let is_there = || anyhow::Ok(site.run(&["user", "show", "rob@contoso.com"])?.code == 0);

    for (kind, more, password) in [
        ("person", &[][..], "letmein\n"),
        ("person", &["--allow-weak", "--reason", "he asked"], "letmein\n"),
        ("application", &["--allow-weak"], "letmein\n"),
        ("person", &[], "\n"),
    ] {
        let refused = add(kind, more, password)?;
        assert_ne!(refused.code, 0, "{kind} {more:?} {password:?} {refused:?}");
        assert!(!is_there()?, "{kind} {more:?} {password:?}");
    }
    let made = add("application", &["--allow-weak", "--reason", "firmware of 2009"], "letmein\n")?;
    assert_eq!((made.code, is_there()?), (0, true), "{made:?}");
    drop(server);
    Ok(())
}

#[test]
fn a_configuration_that_was_named_and_cannot_be_read_is_never_passed_over() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    let socket = site.path("run/control.sock").display().to_string();
    std::fs::rename(site.path("postern.toml"), site.path("elsewhere.toml"))?;
    let lost = site.run(&["health"])?;
    assert_eq!((lost.code, lost.out.as_str()), (1, ""), "{lost:?}");
    assert!(lost.err.contains("cannot read") && lost.err.contains("postern.toml"), "{lost:?}");
    assert_eq!(site.run(&["--socket", &socket, "health"])?.code, 0, "a socket that is named is enough");
    std::fs::write(site.path("postern.toml"), "nonsense = \n")?;
    let broken = site.run(&["health"])?;
    assert!(broken.code == 1 && broken.err.contains("postern.toml:1"), "{broken:?}");
    drop(server);
    Ok(())
}

//! How accounts stand at the door of signing in, as `signin list`, `signin show` and `why` tell it, and which commands they
//! name for it; against the real server and its real gate.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::control_socket::ask;
use crate::server_process::{Answer, Server, Site};
use crate::sign_in::{lock, site_with};

const ROB: &str = "rob@contoso.com";
const ANA: &str = "ana@contoso.com";
const KIM: &str = "kim@contoso.com";
const OFFICE: &str = "203.0.113.9";

/// Whose rows an answer of `signin list --json` or `/restrictions` has, in its order.
fn addresses(list: &Value) -> Vec<&str> {
    let rows = list["restrictions"].as_array().map(Vec::as_slice).unwrap_or_default();
    rows.iter().filter_map(|row| row["account"]["address"].as_str()).collect()
}

/// Rob is locked by strangers, Ana is blocked by a person, Kim is blocked at one source.
fn three_cases() -> Result<(Site, Server)> {
    let (site, server) = site_with(&[ROB, ANA, KIM, "jim@contoso.com"])?;
    lock(&site, ROB, 0)?;
    ensure!(site.sign_in(ANA, "198.18.3.9", 1, false)?);
    site.ok(&["signin", "block", "ana", "--reason", "left the company"])?;
    site.ok(&["source", "block", OFFICE, "--user", "kim", "--never-ends", "--reason", "not from there"])?;
    Ok((site, server))
}

#[test]
fn the_list_is_filtered_by_kind_and_by_source_and_the_api_has_the_same_names() -> Result<()> {
    let (site, server) = three_cases()?;
    let cases: [(&[&str], &str, &[&str]); 9] = [
        (&[], "", &[KIM, ANA, ROB]),
        (&["--locked"], "locked=true", &[ROB]),
        (&["--blocked"], "blocked=true", &[KIM, ANA]),
        (&["--locked", "--blocked"], "locked=true&blocked=true", &[KIM, ANA, ROB]),
        // One of the networks that guessed at both, one that guessed only at Rob, and the one that is Kim's block.
        (&["--source", "198.18.3.0/24"], "source=198.18.3.0/24", &[ANA, ROB]),
        (&["--source", "198.18.4.9"], "source=198.18.4.9", &[ROB]),
        (&["--source", "203.0.113.0/24"], "source=203.0.113.0/24", &[KIM]),
        (&["--blocked", "--source", "198.18.0.0/15"], "blocked=true&source=198.18.0.0/15", &[ANA]),
        (&["--source", "198.18.0.0/15", "--limit", "1"], "source=198.18.0.0/15&limit=1", &[ANA]),
    ];
    for (arguments, query, expected) in cases {
        let list = site.json(&[&["signin", "list"], arguments].concat())?;
        ensure!(addresses(&list) == expected, "{arguments:?}: {list}");
        if !query.is_empty() {
            let (status, list) = ask(&site, "GET", &format!("/restrictions?{query}"), "")?;
            ensure!(status == 200 && addresses(&list) == expected, "{query}: {list}");
        }
    }
    let table = site.ok(&["signin", "list"])?;
    ensure!(table.contains("Source blocked: 203.0.113.9/32"), "{table}");
    ensure!(!table.contains("no end set  203"), "the account is named, not its id: {table}");

    for (query, cause) in [
        ("source=home", "no address or network"),
        ("source=203.0.113.9&with_ended=true", "leave with_ended out"),
        ("locked=true&kind=sign_in_blocked", "no room for locked and blocked"),
    ] {
        let (status, answer) = ask(&site, "GET", &format!("/restrictions?{query}"), "")?;
        ensure!(status == 400 && answer.to_string().contains(cause), "{query}: {answer}");
    }
    let wrong = site.run(&["signin", "list", "--source", "home"])?;
    ensure!(wrong.code == 2 && wrong.err.contains("no address or network"), "{wrong:?}");
    drop(server);
    Ok(())
}

#[test]
fn an_empty_list_says_which_filter_found_nobody() -> Result<()> {
    let (site, server) = site_with(&[ROB])?;
    let told = |arguments: &[&str]| -> Result<String> {
        let Answer { code, out, err } = site.run(&[&["signin", "list"], arguments].concat())?;
        ensure!(code == 0 && out.is_empty(), "{arguments:?}: {out}{err}");
        Ok(err)
    };
    ensure!(told(&[])?.starts_with("Everyone can sign in."));
    ensure!(told(&["--locked"])? == "No account is locked.\n");
    ensure!(told(&["--blocked"])? == "No account is blocked, and none is blocked for one source.\n");
    let from = ["--source", OFFICE];
    ensure!(told(&from)?.starts_with("No locked or blocked account was tried from 203.0.113.9 within"));
    ensure!(told(&[&["--locked"], &from[..]].concat())?.starts_with("No locked account was tried from"));
    ensure!(told(&[&["--blocked"], &from[..]].concat())?.starts_with("No blocked account was tried from"));

    // A block of the whole source is nobody's row, and yet the reason why nobody gets in from there.
    site.ok(&["source", "block", "203.0.113.0/24", "--never-ends", "--reason", "guesses"])?;
    let said = told(&from)?;
    let command = "postern source list --blocked --network 203.0.113.9";
    ensure!(said.ends_with(&format!("is itself blocked: {command}\n")), "{said}");
    drop(server);
    Ok(())
}

#[test]
fn one_account_is_shown_whole_with_the_next_step_as_a_command() -> Result<()> {
    let (site, server) = site_with(&[ROB])?;
    let nothing = site.ok(&["signin", "show", "rob"])?;
    for part in [
        "Signing in: open",
        "  Sign-in from unfamiliar sources: open\n    Failed attempts: 0 of 10, in a row: 0 of 100",
        "  Sign-in from familiar sources: open\n    Failed attempts: 0 of 20, in a row: 0 of 100",
        "    Number of familiar sources: 0\n  Remembered devices: 0",
        "No sign-in is recorded.",
        "would be answered: postern why rob@contoso.com --from ADDRESS",
    ] {
        ensure!(nothing.contains(part), "{part}: {nothing}");
    }

    ensure!(site.sign_in(ROB, OFFICE, 1, true)?);
    let guesses = lock(&site, ROB, 2)?;
    let locked = site.ok(&["signin", "show", "rob"])?;
    for part in [
        "Signing in: closed for some sources, by a rule",
        "  Sign-in from unfamiliar sources: locked until 20",
        &format!("    Failed attempts: {guesses} of 10, in a row: {guesses} of 100"),
        "    Locks lately: 1. The next one is longer, unless the longest is reached.",
        "    To let in the owner alone, from a new place: postern signin admit rob@contoso.com --reason \"…\"",
        "Someone is guessing passwords: 10 different ones",
        "Last sign-in that worked: 20",
        ", from 203.0.113.9\nLast sign-ins and failed attempts, newest first\n",
        "Wrong password   IMAP",
        "198.18.9.9",
    ] {
        ensure!(locked.contains(part), "{part}: {locked}");
    }
    let step = "Next step: postern signin unlock rob@contoso.com --reason \"…\"\n";
    ensure!(locked.ends_with(step), "{locked}");

    site.ok(&["signin", "unlock", "rob", "--for", "2h", "--reason", "on the telephone"])?;
    let eased = site.ok(&["signin", "show", "rob"])?;
    ensure!(eased.contains("    Failed attempts: 0 of 20, in a row: 0 of 100\n    Until 20"), "{eased}");
    let json = site.json(&["signin", "show", "rob"])?;
    ensure!(json["sign_in"]["unfamiliar"]["failures_max"] == 20, "{json}");
    ensure!(json["sign_in"]["unfamiliar"]["eased_until"]["unix_s"].is_number(), "{json}");
    ensure!(json["next"] == serde_json::json!([]), "{json}");

    site.ok(&["signin", "block", "rob", "--reason", "left the company"])?;
    let blocked = site.json(&["signin", "show", "rob"])?;
    ensure!(blocked["door"] == "closed_by_person", "{blocked}");
    ensure!(blocked["open"][0]["reason"]["arguments"]["note"] == "left the company", "{blocked}");
    let step = "postern signin allow rob@contoso.com --reason \"…\"";
    ensure!(blocked["next"] == serde_json::json!([step]), "{blocked}");
    let id = blocked["account"]["id"].as_str().context("an id")?;
    let (status, api) = ask(&site, "GET", &format!("/accounts/{id}/sign-in"), "")?;
    ensure!(status == 200 && api["open"] == blocked["open"] && api["next"].is_null(), "{api}");
    ensure!(ask(&site, "GET", "/accounts/7K2M9-QX4TB/sign-in", "")?.0 == 404);
    drop(server);
    Ok(())
}

#[test]
fn an_account_whose_own_place_is_blocked_is_told_so_with_the_command_that_ends_it() -> Result<()> {
    let (site, server) = site_with(&[ROB, ANA])?;
    ensure!(site.sign_in(ROB, OFFICE, 1, true)?);
    site.ok(&["source", "block", "203.0.113.0/24", "--never-ends", "--reason", "guesses at night"])?;
    site.ok(&["source", "block", "192.0.2.0/24", "--never-ends", "--reason", "nobody of ours"])?;
    ensure!(!site.sign_in(ROB, OFFICE, 1, true)?);
    let step = "postern source unblock 203.0.113.0/24 --reason \"…\"";
    for command in [&["why", "rob"][..], &["signin", "show", "rob"]] {
        let told = site.ok(command)?;
        for part in [
            "  203.0.113.9 is blocked, and this account has signed in from there. Last sign-in from there: 20",
            "  Source blocked: 203.0.113.0/24\n  Reason given: guesses at night",
            &format!("  To end it: {step}"),
        ] {
            ensure!(told.contains(part), "{command:?} {part}: {told}");
        }
        ensure!(!told.contains("192.0.2.0"), "what is of no concern is not told: {told}");
    }
    let json = site.json(&["why", "rob"])?;
    ensure!(json["sources"]["refused"][0]["refusal"]["code"] == "network_blocked", "{json}");
    // Closed for a place where he never was: the account gets in from elsewhere, so it is not the first thing to do.
    site.ok(&["source", "block", "198.51.100.7", "--user", "rob", "--never-ends", "--reason", "not his"])?;
    let pair = "postern source unblock 198.51.100.7/32 --user rob@contoso.com --reason \"…\"";
    ensure!(site.json(&["signin", "show", "rob"])?["next"] == serde_json::json!([step, pair]));
    ensure!(!site.ok(&["why", "ana"])?.contains("203.0.113"), "she was never there");

    let arguments: Vec<&str> = step.trim_start_matches("postern ").split(' ').take(3).collect();
    site.ok(&[arguments.as_slice(), &["--reason", "the office"]].concat())?;
    ensure!(site.sign_in(ROB, OFFICE, 1, true)?);
    ensure!(!site.ok(&["why", "rob"])?.contains("blocked. Last sign-in"));
    drop(server);
    Ok(())
}

#[test]
fn entries_about_an_account_and_about_its_places_are_told_with_what_takes_them_back() -> Result<()> {
    let (site, server) = site_with(&[ROB, ANA])?;
    ensure!(site.sign_in(ROB, OFFICE, 1, true)?);
    let allow = ["source", "allow", "198.51.100.0/24", "--user", "rob", "--never-ends", "--reason", "home"];
    site.ok(&allow)?;
    site.ok(&["source", "share", "203.0.113.0/24", "--never-ends", "--reason", "webmail"])?;
    let why = site.ok(&["why", "rob"])?;
    for part in [
        "  Shared source: 203.0.113.0/24. Reason given: webmail\n  To end it: postern source unshare 203.0.113.0/24 ",
        "  Source allowed: rob@contoso.com 198.51.100.0/24. Reason given: home\n  To end it: postern source disallow \
         198.51.100.0/24 --user rob@contoso.com --reason \"…\"",
    ] {
        ensure!(why.contains(part), "{part}: {why}");
    }
    let ana = site.ok(&["why", "ana"])?;
    ensure!(!ana.contains("Source allowed") && !ana.contains("Shared source"), "{ana}");
    drop(server);
    Ok(())
}

#[test]
fn a_lane_that_is_only_observed_leaves_the_door_open_and_needs_no_step() -> Result<()> {
    let (site, server) = site_with(&[ROB])?;
    site.ok(&["policy", "set", "sign_in.lanes_observe_only", "1", "--reason", "to look first"])?;
    for number in 0..20_u8 {
        ensure!(site.sign_in(ROB, &format!("198.19.{number}.9"), 100 + u16::from(number), false)?);
    }
    let shown = site.ok(&["signin", "show", "rob"])?;
    for part in [
        "Signing in: open\n  Locks are only observed: ",
        "  Sign-in from unfamiliar sources: locked until 20",
        "\n    Observe mode: nothing was stopped.\n",
        "\nNothing has to be opened.",
    ] {
        ensure!(shown.contains(part), "{part}: {shown}");
    }
    let json = site.json(&["signin", "show", "rob"])?;
    ensure!(json["door"] == "open" && json["next"] == serde_json::json!([]), "{json}");
    drop(server);
    Ok(())
}

#[test]
fn an_attempt_that_a_block_refused_the_first_time_is_told_with_the_block_and_what_ends_it() -> Result<()> {
    let (site, server) = site_with(&[ROB, ANA])?;
    site.ok(&["source", "block", "203.0.113.0/28", "--never-ends", "--reason", "guesses at night"])?;
    ensure!(!site.sign_in(ROB, OFFICE, 1, true)?);
    let step = "postern source unblock 203.0.113.0/28 --reason \"…\"";
    let shown = site.ok(&["signin", "show", "rob"])?;
    for part in [
        "Attempts from 203.0.113.9 are refused by this block. Leave it if they are not the owner's.",
        "\n  Source blocked: 203.0.113.0/28\n  Reason given: guesses at night",
    ] {
        ensure!(shown.contains(part), "{part}: {shown}");
    }
    ensure!(shown.ends_with(&format!("Next step: {step}\n")), "{shown}");
    ensure!(!shown.contains("Nothing has to be opened."), "{shown}");
    ensure!(site.json(&["signin", "show", "rob"])?["next"] == serde_json::json!([step]));
    ensure!(site.json(&["signin", "show", "ana"])?["next"] == serde_json::json!([]), "she was never there");

    site.ok(&["source", "unblock", "203.0.113.0/28", "--reason", "the hotel of the fair"])?;
    let opened = site.ok(&["signin", "show", "rob"])?;
    ensure!(opened.contains("\nNothing has to be opened."), "what is over needs no step: {opened}");
    drop(server);
    Ok(())
}

#[test]
fn while_strangers_guess_the_owner_alone_is_let_in_first_where_there_is_a_web_address() -> Result<()> {
    let site = Site::new()?;
    let config = std::fs::read_to_string(site.path("postern.toml"))?;
    let web = "[web]\nlisten = [\"127.0.0.1:0\"]\npublic_url = \"https://postern.contoso.example\"\n";
    std::fs::write(site.path("postern.toml"), config + web)?;
    let server = site.start()?;
    site.ok(&["user", "add", ROB])?;
    lock(&site, ROB, 0)?;
    let admit = "postern signin admit rob@contoso.com --reason \"…\"";
    let unlock = "postern signin unlock rob@contoso.com --reason \"…\"";
    let gives = "Unlocking gives whoever is guessing new attempts, too.\n";
    for command in [&["signin", "show", "rob"][..], &["why", "rob"]] {
        let told = site.ok(command)?;
        // What why says first is the diagnosis, whose next step is the same.
        ensure!(command[0] != "why" || told.contains(&format!("  Next: {admit}\n")), "{told}");
        let told = told.split_once("\nSigning in:").map_or(told.clone(), |(_, door)| door.to_owned());
        let commands = told.match_indices("postern signin ").map(|(at, _)| &told[at..]);
        let commands: Vec<_> = commands.take(2).filter_map(|rest| rest.lines().next()).collect();
        ensure!(commands == [admit, unlock], "{commands:?}: {told}");
        ensure!(told.contains("Someone is guessing passwords") && told.contains(gives), "{told}");
    }
    let shown = site.ok(&["signin", "show", "rob"])?;
    let last = format!("Next step: {admit}\nOtherwise: {unlock}\n{gives}");
    ensure!(shown.ends_with(&last), "{shown}");
    ensure!(site.json(&["signin", "show", "rob"])?["next"] == serde_json::json!([admit, unlock]));
    drop(server);
    Ok(())
}

//! `postern doctor` on the settings of a real Postfix and a real Dovecot, as their own programs print them.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};
use postern_testkit::servers::folder::Folder;
use postern_testkit::servers::site::Site;

use crate::world;

/// What the mail host's programs print, in a folder as `--from` takes it.
fn printed(site: &Site, main: &Path, dovecot: &Path) -> Result<Folder> {
    let folder = Folder::new()?;
    for option in ["-n", "-M", "-P", "-m"] {
        let main = main.display().to_string();
        folder.write(&format!("postconf{option}"), &output("postconf", &["-c", &main, option])?)?;
    }
    let dovecot = dovecot.display().to_string();
    folder.write("doveconf-n", &output("doveconf", &["-c", &dovecot, "-n"])?)?;
    ensure!(site.host.deny_file().exists(), "the site has written its files");
    Ok(folder)
}

fn output(program: &str, arguments: &[&str]) -> Result<String> {
    let output = Command::new(program).args(arguments).output()?;
    ensure!(output.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?)
}

fn codes(site: &Site, from: &Folder) -> Result<(i32, Vec<String>)> {
    let folder = from.path().display().to_string();
    let answered = site.run(&["--json", "doctor", "--from", &folder], None)?;
    let report: serde_json::Value = serde_json::from_str(&answered.stdout)?;
    let faults = report["faults"].as_array().map(Vec::as_slice).unwrap_or_default();
    let codes = faults.iter().filter_map(|fault| Some(fault["code"].as_str()?.to_owned())).collect();
    ensure!(report["not_looked_at"].as_array().is_some_and(Vec::is_empty), "{report}");
    Ok((answered.code, codes))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_doctor_finds_nothing_in_the_settings_of_our_pages_and_what_is_planted_in_them() -> Result<()> {
    let Some(site) = world::site("the_doctor_finds_nothing").await? else { return Ok(()) };
    let (postfix, dovecot) = (site.host.postfix_config(), site.host.folder().join("dovecot.conf"));
    let healthy = printed(&site, &postfix, &dovecot)?;
    assert_eq!(codes(&site, &healthy)?, (0, Vec::new()), "the very text of docs/operate");

    let ill = Folder::new()?;
    for file in ["main.cf", "master.cf"] {
        ill.write(file, &std::fs::read_to_string(postfix.join(file))?)?;
    }
    let main = std::fs::read_to_string(postfix.join("main.cf"))?;
    ill.write(
        "main.cf",
        &main.replace("timeout=1s", "timeout=500ms, try_limit=1").replace("lmdb:", "texthash:"),
    )?;
    let settings = std::fs::read_to_string(&dovecot)?;
    let settings = settings
        .replace("attrs/phase=%{passdb:phase} ", "")
        .replace("auth_policy_reject_on_fail = no", "auth_policy_reject_on_fail = yes");
    let broken = ill.write("dovecot.conf", &settings)?;
    let planted = printed(&site, ill.path(), &broken)?;
    let (code, mut found) = codes(&site, &planted)?;
    found.sort();
    let expected =
        ["map_never_read", "phase_missing", "reject_on_fail", "time_in_milliseconds", "try_limit_one"];
    assert_eq!((code, found), (1, expected.map(str::to_owned).to_vec()));

    // For people: what is wrong, and a folder that lacks a file is told and not taken for health.
    let said = site.run(&["doctor", "--from", &planted.path().display().to_string()], None)?;
    assert!(said.stdout.contains("500ms is read as minutes"), "{said:?}");
    let nothing = Folder::new()?;
    let said = site.run(&["doctor", "--from", &nothing.path().display().to_string()], None)?;
    assert!(
        said.stdout.contains("Not looked at: Postfix") && !said.stdout.contains("Nothing is wrong"),
        "{said:?}"
    );
    Ok(())
}

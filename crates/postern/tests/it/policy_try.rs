//! `postern policy try`: the site's own mail log judged by the policy in force and by another, without changing anything.

use anyhow::{Context, Result};

use crate::replay::logged;
use crate::server_process::Site;

/// Twenty-five new recipients within an hour, a month ago in one file and lately in another.
fn write_logs(site: &Site) -> Result<()> {
    let to = |who: &str| (0..25).map(|number| format!("{who}{number}@a.example")).collect::<Vec<_>>();
    let mut log = String::new();
    for (number, recipient) in to("new").iter().enumerate() {
        let stamp = format!("2026-11-20T10:{number:02}:00+01:00");
        log += &logged(&stamp, &format!("ABCDE{number}"), "rob@contoso.com", std::slice::from_ref(recipient));
    }
    std::fs::write(site.path("mail.log"), log)?;
    let old = site.path("mail.log.1");
    std::fs::write(&old, logged("2026-11-19T10:00:00+01:00", "BBBBB1", "rob@contoso.com", &to("old")[..3]))?;
    // Another log of the same folder, and one that is too old.
    std::fs::write(site.path("mail.logic"), "nothing of Postfix's\n")?;
    let ancient = site.path("mail.log.9");
    std::fs::write(&ancient, logged("2020-01-01T10:00:00+01:00", "BBBBB2", "rob@contoso.com", &to("x")))?;
    let at = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_577_900_000);
    std::fs::File::options().append(true).open(&ancient)?.set_modified(at)?;
    let config = std::fs::read_to_string(site.path("postern.toml"))?;
    let section = format!("\n[gates.mail_log]\nfrom = [\"{}\"]\n", site.path("mail.log").display());
    std::fs::write(site.path("postern.toml"), config + &section)?;
    Ok(())
}

#[test]
fn other_numbers_are_tried_over_the_sites_own_log_and_nothing_changes() -> Result<()> {
    let site = Site::new()?;
    let bare = site.start()?;
    let none = site.run(&["policy", "try", "--set", "outbound.novel_hour_max=20"])?;
    assert_eq!(none.code, 2, "{none:?}");
    assert!(none.err.contains("There is no mail log to judge"), "{none:?}");
    bare.stop()?;
    write_logs(&site)?;
    let server = site.start()?;
    let before = site.ok(&["policy", "export"])?;
    let tried = site.json(&["policy", "try", "--set", "novel_hour_max=20", "--preset", "sending_strict"])?;
    let found = tried["policies"].as_array().context("side by side")?;
    let of = |name: &str| found.iter().find(|policy| policy["policy"] == name).context("a column");
    assert_eq!(of("now")?["episodes"], 0, "{tried}");
    assert_eq!(of("changed")?["episodes"], 1, "{tried}");
    assert_eq!(of("changed")?["touched"][0]["account"], "rob@contoso.com");
    assert_eq!(of("sending_strict")?["episodes"], 1, "{tried}");
    // The mail of the log and of the rotated file; neither the other log nor the ancient one.
    assert_eq!(of("now")?["messages"], 26, "{tried}");
    assert_eq!(site.ok(&["policy", "export"])?, before);
    let file = site.path("mild.toml");
    std::fs::write(&file, "outbound.novel_hour_max = 20\n")?;
    let said = site.ok(&["policy", "try", &file.display().to_string()])?;
    assert!(said.contains("now") && said.contains("mild") && said.contains("rob@contoso.com"), "{said}");
    let nothing = site.run(&["policy", "try"])?;
    assert_eq!(nothing.code, 2, "{nothing:?}");
    assert!(nothing.err.contains("Name what to try"), "{nothing:?}");
    let unknown = site.run(&["policy", "try", "--set", "outbound.novel=1"])?;
    assert_ne!(unknown.code, 0);
    assert!(unknown.err.contains("outbound.novel"), "{unknown:?}");
    server.stop()?;
    Ok(())
}

/// Without any mail log, from what the server has counted; the API answers the same, and who may not change policies is refused.
#[test]
fn what_the_server_has_counted_is_tried_without_a_log() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    let empty = site.ok(&["policy", "try", "--recorded", "--set", "novel_hour_max=20"])?;
    assert!(empty.contains("No mail has been counted in the last 30 days."), "{empty}");
    let json = site.json(&["policy", "try", "--recorded", "--preset", "sending_strict"])?;
    assert_eq!((&json["is_whole"], &json["accounts"]), (&true.into(), &0.into()), "{json}");
    let nothing = site.run(&["policy", "try", "--recorded"])?;
    assert_eq!(nothing.code, 2, "{nothing:?}");
    let wrong = site.run(&["policy", "try", "--recorded", "--set", "novel_hour_max=0"])?;
    assert!(wrong.code != 0 && wrong.err.contains("novel_hour_max"), "{wrong:?}");
    server.stop()?;
    Ok(())
}

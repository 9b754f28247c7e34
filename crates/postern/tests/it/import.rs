//! Existing users: what a file holds is said before anything is made, and a bad file makes nothing.

use anyhow::Result;

use crate::server_process::Site;

/// `{SHA512-CRYPT}` of nothing that anybody uses; only its form matters here.
const HASH: &str = "{SHA512-CRYPT}$6$rounds=5000$saltsaltsaltsalt$\
    qFmFH.bQmmtXzyBY0s9v7Oicd2z4XSIecDzlB5KiA2/jctKu9YterLp8wwnSq.qc.eoxqOmSuNp2xS0ktL3nh/";

#[test]
fn a_passwd_file_is_previewed_then_imported_and_a_second_time_refused_by_line() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    let file = site.path("users");
    std::fs::write(&file, format!("ana@contoso.com:{HASH}:5000:5000::/home\nkim@contoso.com:{HASH}\n"))?;
    let path = file.to_str().unwrap_or_default();
    let preview = site.ok(&["user", "import", path, "--dry-run"])?;
    assert!(preview.contains("Accounts in the file: 2, with a password: 2"), "{preview}");
    assert_eq!(site.json(&["health"])?["accounts"], 0);
    let report = site.json(&["user", "import", path, "--reason", "moving house"])?;
    assert_eq!((&report["created"], &report["problems"]), (&2.into(), &serde_json::json!([])), "{report}");
    assert_eq!(site.run(&["user", "show", "ana"])?.code, 0);
    let again = site.run(&["user", "import", path])?;
    assert_eq!(again.code, 1);
    assert!(again.err.contains(&format!("{path}:2: The name kim@contoso.com belongs")), "{}", again.err);
    drop(server);
    Ok(())
}

#[test]
fn one_bad_line_keeps_the_whole_file_out() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    let file = site.path("users.csv");
    let text = "address,display_name,language\nana@contoso.com,Ana,sv\nkim@contoso.com,Kim,xx\nana@contoso.com,Again,sv\n";
    std::fs::write(&file, text)?;
    let path = file.to_str().unwrap_or_default();
    let refused = site.run(&["user", "import", path])?;
    assert_eq!(refused.code, 1);
    for line in [":3: ", ":4: "] {
        assert!(refused.err.contains(&format!("{path}{line}")), "{}", refused.err);
    }
    assert_eq!(site.json(&["health"])?["accounts"], 0);
    std::fs::write(&file, "address,display_name,language\nana@contoso.com,Ana Berg,sv\n")?;
    site.ok(&["user", "import", path])?;
    assert_eq!(site.json(&["user", "show", "berg"])?["language"], "sv");
    assert_eq!(site.run(&["user", "import", "/nowhere/users"])?.code, 1);
    drop(server);
    Ok(())
}

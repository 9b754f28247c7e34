//! `init`, `check-config` and the reference pages.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use anyhow::Result;

use crate::server_process::golden;

fn postern(arguments: &[&str]) -> Result<Output> {
    Ok(Command::new(env!("CARGO_BIN_EXE_postern")).args(arguments).env("POSTERN_LANG", "en").output()?)
}

fn init(folder: &Path) -> Result<Output> {
    let path = |below: &str| folder.join(below).display().to_string();
    postern(&[
        "--config",
        &path("etc/postern.toml"),
        "init",
        "--domain",
        "contoso.example",
        "--var-dir",
        &path("var"),
        "--run-dir",
        &path("run"),
    ])
}

#[test]
fn init_makes_what_is_missing_and_overwrites_nothing() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let first = init(folder.path())?;
    assert!(first.status.success(), "{}", String::from_utf8_lossy(&first.stderr));
    let mode = |below: &str| -> Result<u32> {
        Ok(std::fs::metadata(folder.path().join(below))?.permissions().mode() & 0o777)
    };
    assert_eq!(mode("etc/auth-policy.key")?, 0o600);
    assert_eq!((mode("var/data")?, mode("var")?), (0o700, 0o755), "Postfix and Dovecot pass through var");
    let config = folder.path().join("etc/postern.toml");
    let check = postern(&["--config", &config.display().to_string(), "check-config"])?;
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stderr));
    let key = std::fs::read(folder.path().join("etc/auth-policy.key"))?;
    let changed = format!("{}\n# mine\n", std::fs::read_to_string(&config)?);
    std::fs::write(&config, &changed)?;
    let second = init(folder.path())?;
    assert!(second.status.success(), "{}", String::from_utf8_lossy(&second.stderr));
    assert!(!String::from_utf8(second.stdout)?.contains("Created: "));
    assert_eq!(std::fs::read_to_string(&config)?, changed);
    assert_eq!(std::fs::read(folder.path().join("etc/auth-policy.key"))?, key);
    Ok(())
}

#[test]
fn check_config_names_file_and_line_of_every_mistake() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let config = folder.path().join("postern.toml");
    std::fs::write(&config, "data_dir = \"/var/lib/postern\"\n[sight]\n[log]\nlevel = \"loud\"\n")?;
    let path = config.display().to_string();
    for command in ["check-config", "serve"] {
        let checked = postern(&["--config", &path, command])?;
        let told = String::from_utf8(checked.stderr)?;
        assert_eq!(checked.status.code(), Some(1), "{told}");
        for mistake in [":2: sight: there is no such key", ":4: log.level: takes one of error, warn"] {
            assert!(told.contains(&format!("{path}{mistake}")), "{command}: {told}");
        }
    }
    let checked = postern(&["--config", &path, "--json", "check-config"])?;
    let json: serde_json::Value = serde_json::from_slice(&checked.stdout)?;
    assert_eq!((&json["ok"], &json["problems"][3]["line"]), (&false.into(), &4.into()), "{json}");
    Ok(())
}

#[test]
fn the_reference_pages_are_what_the_code_says() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let output = postern(&["generate-reference", &folder.path().display().to_string()])?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let committed: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference");
    for page in ["config.md", "cli.md"] {
        golden(&committed.join(page), &std::fs::read_to_string(folder.path().join(page))?)?;
    }
    Ok(())
}

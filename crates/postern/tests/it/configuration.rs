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

/// A configuration with a listener of each sort.
const LISTENERS: &str = r#"
data_dir = "/var/lib/postern/data"
[site]
own_domains = ["contoso.example"]
help_url = "https://mail.contoso.example/why"
[gates.postfix_policy]
listen = ["127.0.0.1:10040"]
[gates.auth_policy]
listen = ["127.0.0.1:10041"]
proxy_listen = ["0.0.0.0:10043", "unix:/run/postern/proxied.sock"]
proxies = ["192.0.2.10"]
api_key = "0123456789abcdef"
[web]
listen = ["unix:/run/postern/web.sock", "127.0.0.1:10044", "192.0.2.1:10044", "[::1]:10044"]
public_url = "https://postern.contoso.example"
"#;

#[test]
fn check_config_says_where_each_listener_gets_addresses_from_and_warns_of_a_proxy_that_nobody_trusts()
-> Result<()> {
    let folder = tempfile::tempdir()?;
    let config = folder.path().join("postern.toml");
    let path = config.display().to_string();
    let check = |proxies: &str| -> Result<(String, String)> {
        std::fs::write(&config, format!("{LISTENERS}{proxies}\n"))?;
        let checked = postern(&["--config", &path, "check-config"])?;
        assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
        Ok((String::from_utf8(checked.stdout)?, String::from_utf8(checked.stderr)?))
    };
    let (said, warned) = check("")?;
    for line in [
        "gates.postfix_policy, 127.0.0.1:10040: the mail server sends the client's address in each question.\n",
        "gates.auth_policy, 0.0.0.0:10043: the mail server sends the client's address in each question. The PROXY \
         header of 192.0.2.10/32 says which mail server asks.\n",
        "gates.auth_policy, unix:/run/postern/proxied.sock: the mail server sends the client's address in each \
         question. The PROXY header of whoever opens the socket says which mail server asks.\n",
        "web, unix:/run/postern/web.sock: the client's address is read from X-Forwarded-For of whoever opens the \
         socket.\n",
        "web, 127.0.0.1:10044: the client's address is the connection's own. X-Forwarded-For is not read.\n",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    let warning =
        |listen: &str| format!("{listen} trusts no proxy on this machine. Behind a reverse proxy, ");
    for (listen, is_warned) in [("127.0.0.1:10044", true), ("[::1]:10044", true), ("192.0.2.1:10044", false)]
    {
        assert_eq!(warned.contains(&warning(listen)), is_warned, "{listen}: {warned}");
    }

    let (said, warned) = check("trusted_proxies = [\"127.0.0.1\"]")?;
    let line = "web, 127.0.0.1:10044: the client's address is read from X-Forwarded-For of 127.0.0.1/32. For \
                everybody else it is the connection's own.\n";
    assert!(said.contains(line), "{said}");
    assert!(
        !warned.contains(&warning("127.0.0.1:10044")) && warned.contains(&warning("[::1]:10044")),
        "{warned}"
    );
    // A proxy elsewhere cannot reach a loopback address.
    let (_, warned) = check("trusted_proxies = [\"192.0.2.10\"]")?;
    assert!(warned.contains(&warning("127.0.0.1:10044")), "{warned}");

    let json = postern(&["--config", &path, "--json", "check-config"])?;
    let json: serde_json::Value = serde_json::from_slice(&json.stdout)?;
    let expected = serde_json::json!({
        "section": "web", "listen": "127.0.0.1:10044", "client_addresses": "forwarded_by_proxies",
        "proxies": ["192.0.2.10/32"], "trusts_no_local_proxy": true,
    });
    assert_eq!(json["listeners"][5], expected, "{json}");
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

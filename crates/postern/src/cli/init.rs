//! `postern init`: from nothing to a server that can be started. Every step makes what is missing and leaves what
//! is there; run twice, the second run changes nothing.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use postern_core::account::Language;
use postern_core::time::Timestamp;
use postern_engine::ports::Entropy;
use postern_text::{Key, Words, key};
use postern_web::api::v1::health::ObservedView;
use postern_web::api::v1::time::When;
use serde::Serialize;

use super::args::{Cli, InitArgs};
use super::exit::Outcome;
use super::{observed, out, talk_of};
use crate::config::{Config, keys};
use crate::wiring::{self, OsEntropy};

/// Length of the key that we make: 192 bits, 32 characters.
const API_KEY_BYTES: usize = 24;
/// Group of Dovecot's auth process in the packages of Debian, Fedora and FreeBSD.
const DOVECOT_GROUP: &str = "dovecot";
/// Shown where nobody gave a domain.
const EXAMPLE_DOMAIN: &str = "contoso.example";

/// What was made, for `--json`.
#[derive(Debug, Default, Serialize)]
struct Made {
    config: PathBuf,
    created: Vec<PathBuf>,
    kept: Vec<PathBuf>,
    /// Present for a new site: until then sending is only observed.
    #[serde(skip_serializing_if = "Option::is_none")]
    sending_observed_until: Option<When>,
}

pub fn run(cli: &Cli, args: &InitArgs) -> Outcome {
    let made = prepare(&cli.config, args)?;
    if cli.json {
        return out::json(&made);
    }
    let config = Config::load(&cli.config).ok();
    let talk = talk_of(cli, config.as_ref());
    for (paths, key) in [(&made.created, key::CLI_INIT_CREATED), (&made.kept, key::CLI_INIT_KEPT)] {
        for path in paths {
            out::line(&talk.say(key, &[("path", (&*path.display().to_string()).into())]))?;
        }
    }
    out::line("")?;
    if let Some(until) = made.sending_observed_until {
        let observed_only = ObservedView { sending_until: Some(until), ..ObservedView::default() };
        observed::sending(&talk, &observed_only, "")?;
        out::line("")?;
    }
    out::line(&talk.label(key::CLI_INIT_NEXT))?;
    let option = if cli.config == Path::new(crate::config::DEFAULT_PATH) {
        String::new()
    } else {
        format!(" --config {}", cli.config.display())
    };
    let domain = args.domain.as_deref().unwrap_or(EXAMPLE_DOMAIN);
    let steps: [(Key, String); 6] = [
        (key::CLI_INIT_STEP_CHECK, format!("postern{option} check-config")),
        (key::CLI_INIT_STEP_SERVE, format!("postern{option} serve")),
        (
            key::CLI_INIT_STEP_ADMIN,
            format!("postern{option} user add you@{domain} --role global_admin --password"),
        ),
        (
            key::CLI_INIT_STEP_INVITE,
            format!("postern{option} admin invite you@{domain} --reason \"first admin\""),
        ),
        (key::CLI_INIT_STEP_IMPORT, format!("postern{option} user import /etc/dovecot/users --dry-run")),
        (key::CLI_INIT_STEP_CONNECT, "docs/operate/dovecot.md, docs/operate/postfix.md".to_owned()),
    ];
    for (position, (key, command)) in steps.into_iter().enumerate() {
        out::line(&format!("  {}. {}", position + 1, talk.label(key)))?;
        out::line(&format!("     {command}"))?;
    }
    Ok(())
}

fn prepare(config_path: &Path, args: &InitArgs) -> Result<Made> {
    let mut made = Made { config: config_path.to_owned(), ..Made::default() };
    let folder = config_path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder {
        made.folder(folder, 0o755)?;
    }
    let text = configuration(config_path, args)?;
    made.file(config_path, 0o644, || text)?;
    if let Some(key_file) = api_key_file(config_path)? {
        made.file(&key_file, 0o600, api_key)?;
    }
    let config = Config::load(config_path)?;
    let folder_of = |path: &Path| path.parent().map(Path::to_owned);
    made.folder(&config.data_dir, 0o700)?;
    // Dovecot's files hold password hashes: its group may read them, nobody else.
    let dovecot = config.dovecot.as_ref().into_iter().flat_map(|e| [&e.passwd_file, &e.deny_file]);
    for folder in dovecot.filter_map(|path| folder_of(path)) {
        let is_new = !folder.is_dir();
        made.folder(&folder, 0o750)?;
        if is_new {
            give_to_group(&folder, DOVECOT_GROUP)?;
        }
    }
    if let Some(folder) = config.postfix.as_ref().and_then(|export| folder_of(&export.sending_map)) {
        made.folder(&folder, 0o755)?;
    }
    if let Some(folder) = folder_of(&config.socket) {
        made.folder(&folder, 0o755)?;
    }
    made.sending_observed_until = first_policy(&config, args)?.map(When::from);
    Ok(made)
}

/// Makes the store. A site that is new only observes sending for a while: what its people usually write is not
/// known yet, and nobody has looked whether the limits fit.
fn first_policy(config: &Config, args: &InitArgs) -> Result<Option<Timestamp>> {
    let note = Words::in_language(Language::En).say(key::CLI_INIT_OBSERVES, &[]);
    wiring::make_store(config, (!args.enforce_now).then_some(&*note))
}

impl Made {
    fn folder(&mut self, path: &Path, mode: u32) -> Result<()> {
        if path.is_dir() {
            self.keep(path);
            return Ok(());
        }
        // Only the last folder is private: others pass through those above it.
        let above = path.parent().filter(|above| !above.as_os_str().is_empty());
        let make = |path: &Path, mode| DirBuilder::new().recursive(true).mode(mode).create(path);
        above
            .map_or(Ok(()), |above| make(above, 0o755))
            .and_then(|()| make(path, mode))
            .with_context(|| format!("cannot make {}", path.display()))?;
        self.created.push(path.to_owned());
        Ok(())
    }

    /// Writes a file that is not there; one that is there stays as it is, whoever made it.
    fn file(&mut self, path: &Path, mode: u32, text: impl FnOnce() -> String) -> Result<()> {
        match OpenOptions::new().write(true).create_new(true).mode(mode).open(path) {
            Ok(mut file) => {
                file.write_all(text().as_bytes())
                    .and_then(|()| file.sync_all())
                    .with_context(|| format!("cannot write {}", path.display()))?;
                self.created.push(path.to_owned());
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => self.keep(path),
            Err(error) => return Err(error).with_context(|| format!("cannot write {}", path.display())),
        }
        Ok(())
    }

    fn keep(&mut self, path: &Path) {
        // Two files in one folder name it twice.
        if !self.kept.iter().chain(&self.created).any(|known| known == path) {
            self.kept.push(path.to_owned());
        }
    }
}

/// The commented file, with what the arguments say in place of the examples.
fn configuration(config_path: &Path, args: &InitArgs) -> Result<String> {
    let folder = config_path.parent().unwrap_or(Path::new(""));
    let folder = std::path::absolute(folder).context("the configuration's folder has no path")?;
    let (var, run) = (std::path::absolute(&args.var_dir)?, std::path::absolute(&args.run_dir)?);
    let domain = args.domain.as_deref();
    let quoted = |path: PathBuf| toml::Value::String(path.display().to_string()).to_string();
    Ok(keys::commented_file(|key| match key {
        "data_dir" => Some(quoted(var.join("data"))),
        "site.default_domain" => domain.map(|domain| toml::Value::from(domain).to_string()),
        "site.own_domains" => domain.map(|domain| toml::Value::from(vec![domain]).to_string()),
        "site.help_url" => domain.map(|d| toml::Value::from(format!("https://mail.{d}/why")).to_string()),
        "control.socket" => Some(quoted(run.join("control.sock"))),
        "gates.postfix_policy.listen" => {
            let socket = format!("unix:{}", run.join("policy.sock").display());
            Some(toml::Value::from(vec!["127.0.0.1:10040".to_owned(), socket]).to_string())
        }
        "gates.postfix_policy.restriction_class" => Some("\"postern_open\"".to_owned()),
        "gates.auth_policy.api_key" => {
            Some(toml::Value::from(format!("file:{}", folder.join("auth-policy.key").display())).to_string())
        }
        "exports.dovecot.passwd_file" => Some(quoted(var.join("dovecot/users"))),
        "exports.dovecot.deny_file" => Some(quoted(var.join("dovecot/deny"))),
        "exports.postfix.sending_map" => Some(quoted(var.join("postfix/sending"))),
        _ => None,
    }))
}

/// Every file that Postern exports there gets the folder's group. Without root, or without the group (Dovecot is
/// installed later), the folder stays as it is: docs/operate/dovecot.md has the command.
fn give_to_group(folder: &Path, group: &str) -> Result<()> {
    let groups = fs::read_to_string("/etc/group").unwrap_or_default();
    let Some(gid) = gid_of(&groups, group) else { return Ok(()) };
    match std::os::unix::fs::chown(folder, None, Some(gid)) {
        Err(error) if error.kind() != io::ErrorKind::PermissionDenied => {
            Err(error).with_context(|| format!("cannot give {} to the group {group}", folder.display()))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// The number of a group in the text of group(5): `name:password:gid:members`.
fn gid_of(groups: &str, group: &str) -> Option<u32> {
    let mut lines = groups.lines().map(|line| line.split(':'));
    lines.find_map(|mut fields| (fields.next() == Some(group)).then(|| fields.nth(1)?.parse().ok())?)
}

/// The key file that the configuration names, before it is checked: the check refuses a file that is missing.
fn api_key_file(config_path: &Path) -> Result<Option<PathBuf>> {
    let text =
        fs::read_to_string(config_path).with_context(|| format!("cannot read {}", config_path.display()))?;
    // What is not TOML is told by the check that follows.
    let Ok(table) = text.parse::<toml::Table>() else { return Ok(None) };
    let key = table.get("gates").and_then(|gates| gates.get("auth_policy")?.get("api_key")?.as_str());
    Ok(key.and_then(|key| key.strip_prefix("file:")).map(PathBuf::from))
}

fn api_key() -> String {
    let mut bytes = [0; API_KEY_BYTES];
    OsEntropy.fill(&mut bytes);
    format!("{}\n", URL_SAFE_NO_PAD.encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_found_by_its_whole_name() {
        let groups = "root:x:0:\ndovecot-admins:x:5:\nbroken\ndovecot:x:107:ana,rob\n";
        assert_eq!(gid_of(groups, "dovecot"), Some(107));
        assert_eq!(gid_of(groups, "postfix"), None);
        assert_eq!(gid_of(groups, "broken"), None);
    }
}

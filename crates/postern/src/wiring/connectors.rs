//! From the configuration to what the engine calls a mail system and a notifier.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use postern_connect::dovecot::{DovecotFiles, DovecotSettings};
use postern_connect::exports::Exports;
use postern_connect::notify::{NoNotifier, NotifySettings, SmtpNotifier};
use postern_connect::postfix::{MapType, PostfixMap, PostfixSettings};
use postern_engine::ports::{Clock, MailSystem, Notifier};

use crate::config::{Config, DovecotExport, PostfixExport};

pub fn build(config: &Config, clock: &Arc<dyn Clock>) -> Result<(Arc<dyn MailSystem>, Arc<dyn Notifier>)> {
    let default_domain = &config.site.names.default_domain;
    let dovecot =
        config.dovecot.as_ref().map(|export| dovecot(export, default_domain, clock.clone())).transpose()?;
    let postfix =
        config.postfix.as_ref().map(|export| postfix(export, default_domain, clock.clone())).transpose()?;
    let notifier: Arc<dyn Notifier> = match &config.notify {
        None => Arc::new(NoNotifier),
        Some(notify) => Arc::new(SmtpNotifier::new(&NotifySettings {
            relay: notify.relay.clone(),
            from: notify.from.clone(),
            admins: notify.admins.clone(),
        })?),
    };
    Ok((Arc::new(Exports::new(dovecot, postfix)), notifier))
}

/// A store without any account never replaces files with people in them: it is another store than the one that wrote
/// them (a misspelt `data_dir`, a disk that is not mounted), and nobody could sign in, or every block would be gone.
pub fn refuse_to_empty_files(config: &Config, accounts: u64) -> Result<()> {
    let Some(export) = config.dovecot.as_ref().filter(|_| accounts == 0) else { return Ok(()) };
    for file in [&export.passwd_file, &export.deny_file] {
        ensure!(
            !has_people(file),
            "{} has people in it and the store in {} has no account, so the file would be emptied. Correct data_dir, or mount \
             the disk that it is on; for a new site move the file away and import it with postern user import. Nothing was changed",
            file.display(),
            config.data_dir.display()
        );
    }
    Ok(())
}

fn has_people(file: &Path) -> bool {
    // What cannot be read is reported where it is written.
    let text = std::fs::read_to_string(file).unwrap_or_default();
    text.lines().any(|line| !line.trim().is_empty() && !line.starts_with('#'))
}

fn dovecot(
    export: &DovecotExport,
    default_domain: &Option<String>,
    clock: Arc<dyn Clock>,
) -> Result<DovecotFiles> {
    let settings = DovecotSettings {
        passwd_file: export.passwd_file.clone(),
        deny_file: export.deny_file.clone(),
        uid: export.uid,
        gid: export.gid,
        home: export.home.clone(),
        default_domain: default_domain.clone(),
    };
    let files = DovecotFiles::new(settings, clock)?;
    files.ensure_deny_file()?;
    Ok(files)
}

fn postfix(
    export: &PostfixExport,
    default_domain: &Option<String>,
    clock: Arc<dyn Clock>,
) -> Result<PostfixMap> {
    let settings = PostfixSettings {
        sending_map: export.sending_map.clone(),
        map_type: MapType::parse(&export.map_type).context("the configuration has checked the type")?,
        config_dir: export.config_dir.clone(),
        default_domain: default_domain.clone(),
    };
    Ok(PostfixMap::open(settings, clock)?)
}

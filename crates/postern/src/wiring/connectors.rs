//! From the configuration to what the engine calls a mail system, a queue, a notifier and its site.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use postern_connect::dovecot::{DovecotFiles, DovecotSettings};
use postern_connect::exports::Exports;
use postern_connect::notify::{NoNotifier, NotifySettings, SmtpNotifier};
use postern_connect::postfix::{MapType, PostfixMap, PostfixSettings};
use postern_connect::{ApiAddress, Doveadm, DoveadmSettings, PostfixQueue, QueueSettings};
use postern_core::account::Language;
use postern_core::gate::GateKind;
use postern_engine::SiteSettings;
use postern_engine::connections::{ConnectionSettings, GateSettings};
use postern_engine::ports::{
    Clock, MailAgent, MailQueue, MailSystem, NoMailAgent, NoMailQueue, NoPasskeys, Notifier, Passkeys,
};

use crate::config::listen::Listen;
use crate::config::{Config, Doors, DovecotExport, PostfixExport};

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

/// Postfix's queue, where the site lets us at it.
pub fn mail_queue(config: &Config, clock: &Arc<dyn Clock>) -> Arc<dyn MailQueue> {
    match &config.mail_queue {
        None => Arc::new(NoMailQueue),
        Some(queue) => {
            let settings = QueueSettings { config_dir: queue.config_dir.clone(), sudo: queue.sudo };
            Arc::new(PostfixQueue::new(settings, clock.clone()))
        }
    }
}

/// Dovecot's own side, where the site lets us at it.
pub fn mail_agent(config: &Config, clock: &Arc<dyn Clock>) -> Arc<dyn MailAgent> {
    match &config.doveadm {
        None => Arc::new(NoMailAgent),
        Some(doveadm) => {
            let address = match &doveadm.api {
                Listen::Tcp(address) => ApiAddress::Tcp(*address),
                Listen::Unix(path) => ApiAddress::Unix(path.clone()),
            };
            let settings = DoveadmSettings { address, api_key: doveadm.api_key.clone() };
            Arc::new(Doveadm::new(&settings, clock.clone()))
        }
    }
}

/// Passkeys for the site's address, where browsers give it any and this program was built with them.
pub fn passkeys(config: &Config) -> Arc<dyn Passkeys> {
    let Some(web) = &config.web else { return Arc::new(NoPasskeys) };
    #[cfg(feature = "passkeys")]
    if let Some(passkeys) = postern_connect::WebauthnPasskeys::at(&web.public_url) {
        return Arc::new(passkeys);
    }
    tracing::info!(
        public_url = web.public_url,
        "no passkeys: the address has no host name, or they are not built in"
    );
    Arc::new(NoPasskeys)
}

/// What the site decided.
pub fn site_settings(config: &Config) -> Result<SiteSettings> {
    Ok(SiteSettings {
        configured: super::configured::of(config),
        names: config.site.names.clone(),
        own_domains: config.site.own_domains.clone(),
        help_url: config.site.help_url.clone(),
        reporters: config.reporters.clone(),
        spam_header: config.milter.as_ref().and_then(|gate| gate.spam_header.clone()),
        public_url: config.web.as_ref().map(|web| web.public_url.clone()),
        contact: config.web.as_ref().map(|web| web.contact.clone()).unwrap_or_default(),
        time_zone: jiff::tz::TimeZone::get(&config.site.time_zone)?,
        nat64: config.site.nat64,
        holds_queue_of_restricted: config.mail_queue.as_ref().is_some_and(|queue| queue.holds_restricted),
        password_words: super::password_words::read(config.password_words_file.as_deref())?,
        connections: connections(config),
        admin_language: config.notify.as_ref().map_or(Language::En, |notify| notify.language),
    })
}

/// What the configuration connects us with, in its own words.
fn connections(config: &Config) -> ConnectionSettings {
    let gate = |kind, doors: &Doors| {
        let texts = |sockets: &[Listen]| sockets.iter().map(ToString::to_string).collect();
        GateSettings { kind, listen: texts(&doors.listen), proxied: texts(&doors.proxied) }
    };
    let log = config.mail_log.as_ref().map(|log| {
        let sockets = log.sockets.iter().map(|socket| format!("unix:{}", socket.display()));
        let files = log.files.iter().map(|file| file.display().to_string());
        GateSettings { kind: GateKind::MailLog, listen: files.chain(sockets).collect(), proxied: Vec::new() }
    });
    let gates = [
        config.auth_policy.as_ref().map(|it| gate(GateKind::AuthPolicy, &it.doors)),
        config.postfix_policy.as_ref().map(|it| gate(GateKind::PostfixPolicy, &it.doors)),
        config.milter.as_ref().map(|it| gate(GateKind::Milter, &it.doors)),
        log,
    ];
    let text = |path: &Path| path.display().to_string();
    ConnectionSettings {
        gates: gates.into_iter().flatten().collect(),
        restriction_class: config.postfix_policy.as_ref().and_then(|gate| gate.restriction_class.clone()),
        dovecot_files: config.dovecot.as_ref().map(|it| (text(&it.passwd_file), text(&it.deny_file))),
        postfix_map: config
            .postfix
            .as_ref()
            .map(|map| format!("{}:{}", map.map_type, map.sending_map.display())),
        doveadm: config.doveadm.as_ref().map(|doveadm| doveadm.api.to_string()),
        relay: config.notify.as_ref().map(|notify| notify.relay.clone()),
        breached_file: config.breached_file.as_deref().map(text),
    }
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
    files.ensure_files()?;
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

//! The configuration as a page of the admin centre shows it. Named one by one, so that a new key is shown only when somebody
//! has thought of it: keys of programs, and the files that hold them, are not here.

use std::fmt::Display;
use std::path::Path;

use postern_engine::configured::Configured;

use crate::config::Config;

/// What may be shown.
pub fn of(config: &Config) -> Configured {
    let mut values = Vec::new();
    let mut put = |key, texts: Vec<String>| {
        if !texts.is_empty() {
            values.push((key, texts));
        }
    };
    put("data_dir", vec![path(&config.data_dir)]);
    put("control.socket", vec![path(&config.socket)]);
    put("site.own_domains", config.site.own_domains.clone());
    put("site.default_domain", config.site.names.default_domain.iter().cloned().collect());
    put("site.time_zone", vec![config.site.time_zone.clone()]);
    put("site.help_url", vec![config.site.help_url.clone()]);
    if let Some(web) = &config.web {
        put("web.public_url", vec![web.public_url.clone()]);
        put("web.listen", texts(&web.listen));
        put("web.tls_certificate", web.tls.iter().map(|(certificate, _)| path(certificate)).collect());
        put("web.trusted_proxies", texts(&web.trusted_proxies));
        put("web.admin_from", texts(web.admin_from.as_deref().unwrap_or_default()));
    }
    let gates = [
        ("gates.auth_policy.listen", config.auth_policy.as_ref().map(|gate| &gate.doors)),
        ("gates.postfix_policy.listen", config.postfix_policy.as_ref().map(|gate| &gate.doors)),
        ("gates.milter.listen", config.milter.as_ref().map(|gate| &gate.doors)),
    ];
    for (key, doors) in gates {
        put(key, doors.map_or_else(Vec::new, |doors| texts(&doors.listen)));
    }
    if let Some(log) = &config.mail_log {
        let sockets = log.sockets.iter().map(|socket| format!("unix:{}", socket.display()));
        put("gates.mail_log.from", log.files.iter().map(|file| path(file)).chain(sockets).collect());
    }
    if let Some(export) = &config.dovecot {
        put("exports.dovecot.passwd_file", vec![path(&export.passwd_file)]);
        put("exports.dovecot.deny_file", vec![path(&export.deny_file)]);
    }
    if let Some(export) = &config.postfix {
        put(
            "exports.postfix.sending_map",
            vec![format!("{}:{}", export.map_type, export.sending_map.display())],
        );
    }
    if let Some(queue) = &config.mail_queue {
        // Without the key it is the folder that Postfix itself takes.
        put(
            "mail_queue.config_dir",
            vec![queue.config_dir.as_deref().map_or("/etc/postfix".to_owned(), path)],
        );
    }
    put("doveadm.api", config.doveadm.iter().map(|doveadm| doveadm.api.to_string()).collect());
    if let Some(notify) = &config.notify {
        put("notify.admins", notify.admins.clone());
        put("notify.from", vec![notify.from.clone()]);
        put("notify.relay", vec![notify.relay.clone()]);
        put("notify.language", vec![notify.language.code().to_owned()]);
    }
    put("geo.city_file", config.geo.city.iter().map(|file| path(file)).collect());
    put("geo.asn_file", config.geo.asn.iter().map(|file| path(file)).collect());
    put("geo.anonymous_file", config.geo.anonymous.iter().map(|file| path(file)).collect());
    put("passwords.breached_file", config.breached_file.iter().map(|file| path(file)).collect());
    put("passwords.words_file", config.password_words_file.iter().map(|file| path(file)).collect());
    put("log.level", vec![config.log.level.clone()]);
    Configured { file: config.file.as_deref().map(path), values, is_sample: config.is_sample }
}

fn path(path: &Path) -> String {
    path.display().to_string()
}

fn texts<T: Display>(all: &[T]) -> Vec<String> {
    all.iter().map(ToString::to_string).collect()
}

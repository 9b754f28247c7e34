//! A mail host whose files the connectors write.

use std::net::{Ipv4Addr, SocketAddr};
use std::process::{Command, Stdio};
use std::sync::Arc;

use anyhow::Result;
use async_trait::async_trait;
use postern_connect::{DovecotFiles, DovecotSettings, Exports, MapType, PostfixMap, PostfixSettings};
use postern_core::name::AccountName;
use postern_engine::ports::{SendingExport, SignInExport};
use postern_testkit::clock::WallClock;
use postern_testkit::contract::mail_system::MailSystemView;
use postern_testkit::servers::mail_host::{DOMAINS, HostPlan, MailHost};

/// The password of everybody.
pub const PASSWORD: &str = "secret";

/// What a refused client is told.
pub const REFUSAL: &str = "sending is restricted; see https://mail.contoso.example/why/7K2M9";

pub struct World {
    pub host: MailHost,
    pub exports: Exports,
}

/// Configured, with nothing exported and nothing started. Postfix asks `policy`, Dovecot nobody.
pub async fn prepare(policy: SocketAddr, map_type: MapType) -> Result<World> {
    let mailboxes = ["rob@contoso.com", "ana@contoso.example"].map(str::to_owned).to_vec();
    let plan = HostPlan { policy, auth_policy: None, api_key: String::new(), mailboxes };
    let host = MailHost::prepare(&plan).await?;
    let (home, owner) = host.home();
    let dovecot = DovecotSettings {
        passwd_file: host.passwd_file(),
        deny_file: host.deny_file(),
        uid: owner.uid,
        gid: owner.gid,
        home,
        default_domain: Some(DOMAINS[0].to_owned()),
    };
    let postfix = PostfixSettings {
        sending_map: host.sending_map(),
        map_type,
        config_dir: Some(host.postfix_config()),
        default_domain: Some(DOMAINS[0].to_owned()),
    };
    let dovecot = DovecotFiles::new(dovecot, Arc::new(WallClock))?;
    dovecot.ensure_files()?;
    let postfix = PostfixMap::open(postfix, Arc::new(WallClock))?;
    Ok(World { host, exports: Exports::new(Some(dovecot), Some(postfix)) })
}

pub fn names(texts: &[&str]) -> Vec<AccountName> {
    texts.iter().map(|text| AccountName::from_canonical((*text).to_owned())).collect()
}

pub fn account(texts: &[&str], is_blocked: bool) -> SignInExport {
    SignInExport {
        names: names(texts),
        password_hash: Some(format!("{{PLAIN}}{PASSWORD}")),
        is_blocked,
        protocols_off: postern_core::protocol::Protocols::default(),
        app_passwords: Vec::new(),
    }
}

pub fn restricted(texts: &[&str]) -> SendingExport {
    SendingExport { names: names(texts), refusal_text: Some(REFUSAL.to_owned()) }
}

pub fn released(texts: &[&str]) -> SendingExport {
    SendingExport { names: names(texts), refusal_text: None }
}

#[async_trait]
impl MailSystemView for World {
    async fn may_sign_in(&self, login: &str) -> bool {
        self.host.signs_in(Ipv4Addr::LOCALHOST, login, PASSWORD).await.expect("Dovecot answers")
    }

    async fn sending_refusal(&self, login: &str) -> Option<String> {
        let map = self.host.sending_map();
        let map_type = if map.with_extension("lmdb").exists() { "lmdb" } else { "hash" };
        let asked = Command::new("/usr/sbin/postmap")
            .arg("-c")
            .arg(self.host.postfix_config())
            .args(["-q", login, &format!("{map_type}:{}", map.display())])
            .stdin(Stdio::null())
            .output()
            .expect("postmap runs");
        let text = String::from_utf8_lossy(&asked.stdout).trim().to_owned();
        (!text.is_empty()).then_some(text)
    }
}

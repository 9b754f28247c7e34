//! The engine: the ports, and the facts that every gate shares in memory.

use std::sync::Arc;

use postern_core::name::{AccountName, NameRules};

use crate::ask::{PolicyAnswer, PolicyAsk, SignInAnswer, SignInAsk, SignInReport};
use crate::ports::{Clock, Counters, Entropy, MailSystem, Notifier, Store};

/// The outside world, constructed once where the process is wired.
#[derive(Clone)]
pub struct EngineParts {
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub entropy: Arc<dyn Entropy>,
    /// What is remembered.
    pub store: Arc<dyn Store>,
    /// Counters in memory.
    pub counters: Arc<dyn Counters>,
    /// The mail system's files.
    pub mail_system: Arc<dyn MailSystem>,
    /// Who is told.
    pub notifier: Arc<dyn Notifier>,
    /// What the site decided in its configuration file.
    pub site: SiteSettings,
}

/// What the site decided in its configuration file.
#[derive(Clone, Debug)]
pub struct SiteSettings {
    /// How names are read.
    pub names: NameRules,
    /// Our own domains: recipients there weigh less in novelty.
    pub own_domains: Vec<String>,
    /// Where a refused sender is sent to read more, without a trailing slash: `https://mail.example/why`.
    pub help_url: String,
    /// The organisation's time zone (IANA name): when its day ends.
    pub time_zone: String,
}

/// The keyed hash by which a name is found in memory.
pub fn hash_name(site_key: &[u8; 32], name: &AccountName) -> u64 {
    use std::hash::Hasher;
    let mut key = [0; 16];
    key.copy_from_slice(&site_key[..16]);
    let mut hasher = siphasher::sip::SipHasher13::new_with_key(&key);
    hasher.write(name.as_str().as_bytes());
    hasher.finish()
}

/// Gathers facts, lets core decide, saves, answers.
pub struct Engine {
    parts: EngineParts,
}

impl Engine {
    /// The engine over its ports, before [`Engine::start`].
    pub fn new(parts: EngineParts) -> Arc<Self> {
        Arc::new(Self { parts })
    }

    /// Dovecot asks about an attempt. Waits for a free reservation at most the policy's patience.
    pub async fn sign_in_asked(&self, _ask: &SignInAsk<'_>) -> SignInAnswer {
        let _ = &self.parts;
        panic!("written next")
    }

    /// Dovecot reports what became of an attempt.
    pub fn sign_in_reported(&self, _report: &SignInReport<'_>) {
        panic!("written next")
    }

    /// Postfix asks about a recipient or a message. Never waits.
    pub fn policy_asked(&self, _ask: &PolicyAsk<'_>) -> PolicyAnswer {
        panic!("written next")
    }
}

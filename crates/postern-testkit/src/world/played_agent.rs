//! A mail server's own side in memory: sessions that a test opens stay until somebody ends them.
//!
//! It plays what Dovecot does and nothing more: sessions end by name and address, and ending none is no error.

use std::net::IpAddr;
use std::sync::Arc;

use async_trait::async_trait;
use parking_lot::Mutex;
use postern_core::forwarding::MailRule;
use postern_core::name::AccountName;
use postern_engine::ports::{AgentError, MailAgent, MailScript, MailSession};

use super::recorded::RecordedMailSystem;

/// The mail server. It is there, and nobody is signed in.
pub struct PlayedAgent {
    played: Mutex<Played>,
    files: Arc<RecordedMailSystem>,
}

#[derive(Default)]
struct Played {
    sessions: Vec<MailSession>,
    /// Scripts by the account's name.
    scripts: Vec<(String, MailScript)>,
    /// What was called, in order: `forget rob@contoso.example`, and `, denied` where the deny list had it then.
    calls: Vec<String>,
    /// What the next calls fail with.
    is_away: bool,
}

impl PlayedAgent {
    /// Beside these files, which it looks at whenever it is called.
    pub(super) fn beside(files: Arc<RecordedMailSystem>) -> Self {
        Self { played: Mutex::default(), files }
    }

    /// Somebody signs in.
    pub fn open(&self, login: &str, protocol: &str, from: &str) {
        self.played.lock().sessions.push(MailSession {
            login: login.to_owned(),
            protocol: protocol.to_owned(),
            address: from.parse().ok(),
            connections: 1,
        });
    }

    /// A script of somebody's, as Pigeonhole would keep it; one of the same name is replaced.
    pub fn put_script(&self, login: &str, name: &str, is_active: bool, rules: Vec<MailRule>) {
        let text = "# played".to_owned();
        let script = MailScript { name: name.to_owned(), is_active, text, rules: Ok(rules) };
        let mut played = self.played.lock();
        played.scripts.retain(|(of, known)| of != login || known.name != name);
        played.scripts.push((login.to_owned(), script));
    }

    /// From now on nobody answers, or somebody does again.
    pub fn be_away(&self, is_away: bool) {
        self.played.lock().is_away = is_away;
    }

    /// Who is signed in from where, as they came.
    pub fn signed_in(&self) -> Vec<(String, String)> {
        let played = self.played.lock();
        let from = |session: &MailSession| session.address.map(|it| it.to_string()).unwrap_or_default();
        played.sessions.iter().map(|session| (session.login.clone(), from(session))).collect()
    }

    /// What was called, in order: `end rob@contoso.example`, and `, denied` where the deny list had it then.
    pub fn calls(&self) -> Vec<String> {
        self.played.lock().calls.clone()
    }

    fn call(&self, verb: &str, names: &[AccountName]) -> String {
        let first = names.first().map(ToString::to_string).unwrap_or_default();
        let denied = if self.files.denied().contains(&first) { ", denied" } else { "" };
        format!("{verb} {first}{denied}")
    }

    fn answer<T>(&self, act: impl FnOnce(&mut Played) -> T) -> Result<T, AgentError> {
        let mut played = self.played.lock();
        if played.is_away {
            let source = std::io::Error::from(std::io::ErrorKind::ConnectionRefused);
            return Err(AgentError::Unreachable { at: "the played mail server".to_owned(), source });
        }
        Ok(act(&mut played))
    }
}

fn is_of(session: &MailSession, names: &[AccountName]) -> bool {
    names.iter().any(|name| name.as_str() == session.login)
}

#[async_trait]
impl MailAgent for PlayedAgent {
    fn is_configured(&self) -> bool {
        true
    }

    async fn sessions(&self, names: &[AccountName]) -> Result<Vec<MailSession>, AgentError> {
        self.answer(|played| played.sessions.iter().filter(|it| is_of(it, names)).cloned().collect())
    }

    async fn scripts(&self, account: &AccountName) -> Result<Vec<MailScript>, AgentError> {
        let own = |(login, _): &&(String, MailScript)| login == account.as_str();
        self.answer(|played| played.scripts.iter().filter(own).map(|(_, script)| script.clone()).collect())
    }

    async fn forget_passwords(&self, names: &[AccountName]) -> Result<(), AgentError> {
        let call = self.call("forget", names);
        self.answer(|played| played.calls.push(call))
    }

    async fn end_sessions(&self, names: &[AccountName], from: Option<IpAddr>) -> Result<u32, AgentError> {
        let call = self.call("end", names);
        self.answer(|played| {
            played.calls.push(call);
            let before = played.sessions.len();
            played
                .sessions
                .retain(|it| !is_of(it, names) || from.is_some_and(|from| it.address != Some(from)));
            (before - played.sessions.len()) as u32
        })
    }
}

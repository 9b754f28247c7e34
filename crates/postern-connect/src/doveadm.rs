//! Dovecot's own side over its doveadm HTTP API: who is signed in, and ending that; what a person's scripts do.
//!
//! Fixed commands with parameters of their own, as JSON, and no shell. Seen in runs of Dovecot 2.3: a call takes 7 to 17 ms;
//! `kick` answers 68 when nobody is connected, which is what we wanted; `authCacheFlush` without a user brings its process
//! down, so it is never sent without one; a user mask takes `*` and `?`, so a name with either is not sent at all; a request
//! whose body comes in a second packet was not answered for 8 s, so it is written at once.
//!
//! This file does not know whose a name is, nor why its sessions end.

mod answer;
mod call;
mod scripts;
#[cfg(test)]
mod tests;

use std::net::IpAddr;
use std::sync::Arc;

use async_trait::async_trait;
use postern_core::name::AccountName;
use postern_core::time::Span;
use postern_engine::ports::{AgentError, Clock, MailAgent, MailScript, MailSession, SESSIONS_SHOWN_MAX};
use serde_json::{Value, json};

use answer::{Outcome, Said};
use call::Line;

pub use call::ApiAddress;

/// Longest wait for one call. Dovecot answers in 7 to 17 ms; a host under load takes its time.
const CALL_WAIT_MAX: Span = Span::from_s(5);
/// Most looks whether the ended sessions are gone.
const LOOKS_MAX: u32 = 20;
/// Between two of them: a process ends within a few milliseconds.
const LOOK_EVERY: Span = Span::from_ms(50);
/// Most names that one call is about; an account has at most 100.
const NAMES_MAX: usize = 256;

/// Nobody is connected: what `kick` ends with.
const EXIT_NOT_FOUND: i64 = 68;
/// No such user.
const EXIT_NO_USER: i64 = 67;

/// How Dovecot's API is reached.
#[derive(Clone)]
pub struct DoveadmSettings {
    /// Where.
    pub address: ApiAddress,
    /// `doveadm_api_key` of Dovecot.
    pub api_key: String,
}

/// The API.
pub struct Doveadm {
    line: Line,
    clock: Arc<dyn Clock>,
}

impl Doveadm {
    /// The API, reached in this way. Opens nothing.
    pub fn new(settings: &DoveadmSettings, clock: Arc<dyn Clock>) -> Self {
        Self { line: Line::new(&settings.address, &settings.api_key), clock }
    }

    /// One call with several commands; their answers in the same order.
    async fn call(&self, commands: &[(&'static str, Value)]) -> Result<Vec<Said>, AgentError> {
        let tagged: Vec<Value> = commands
            .iter()
            .enumerate()
            .map(|(tag, (command, parameters))| json!([command, parameters, tag.to_string()]))
            .collect();
        let body = Value::Array(tagged).to_string();
        tokio::select! {
            answered = self.line.post(body) => answer::read(&answered?, commands.len(), &self.line.at),
            () = self.clock.sleep(CALL_WAIT_MAX) => {
                Err(AgentError::Late { at: self.line.at.clone(), after: CALL_WAIT_MAX })
            }
        }
    }

    /// The sessions of these names, unordered.
    async fn who(&self, names: &[AccountName]) -> Result<Vec<MailSession>, AgentError> {
        let ask =
            |name: &AccountName| ("who", json!({ "separateConnections": true, "mask": [name.as_str()] }));
        let commands: Vec<_> = names.iter().map(ask).collect();
        let mut sessions: Vec<MailSession> = Vec::new();
        for (said, name) in self.call(&commands).await?.into_iter().zip(names) {
            match said.outcome {
                Outcome::Rows(rows) => {
                    // A mask is not looked at by case; another spelling is another login.
                    let own = rows.iter().filter_map(answer::session);
                    own.filter(|row| row.login.eq_ignore_ascii_case(name.as_str()))
                        .for_each(|row| add(&mut sessions, row));
                }
                Outcome::Exit(EXIT_NOT_FOUND | EXIT_NO_USER) => {}
                outcome => return Err(refused("who", name, &outcome)),
            }
        }
        Ok(sessions)
    }

    async fn kick(&self, names: &[AccountName], from: Option<IpAddr>) -> Result<(), AgentError> {
        let kick = |name: &AccountName| {
            let mask = std::iter::once(name.to_string()).chain(from.map(|from| from.to_string()));
            ("kick", json!({ "mask": mask.collect::<Vec<_>>() }))
        };
        let commands: Vec<_> = names.iter().map(kick).collect();
        for (said, name) in self.call(&commands).await?.into_iter().zip(names) {
            match said.outcome {
                Outcome::Rows(_) | Outcome::Exit(EXIT_NOT_FOUND | EXIT_NO_USER) => {}
                outcome => return Err(refused("kick", name, &outcome)),
            }
        }
        Ok(())
    }
}

#[async_trait]
impl MailAgent for Doveadm {
    fn is_configured(&self) -> bool {
        true
    }

    async fn sessions(&self, names: &[AccountName]) -> Result<Vec<MailSession>, AgentError> {
        let names = nameable(names)?;
        if names.is_empty() {
            return Ok(Vec::new());
        }
        let mut sessions = self.who(names).await?;
        let key = |row: &MailSession| (row.protocol.clone(), row.address, row.login.clone());
        sessions.sort_by_key(key);
        sessions.truncate(SESSIONS_SHOWN_MAX);
        Ok(sessions)
    }

    async fn scripts(&self, account: &AccountName) -> Result<Vec<MailScript>, AgentError> {
        nameable(std::slice::from_ref(account))?;
        self.read_scripts(account).await
    }

    async fn forget_passwords(&self, names: &[AccountName]) -> Result<(), AgentError> {
        let names = nameable(names)?;
        let Some(first) = names.first() else { return Ok(()) };
        let users: Vec<&str> = names.iter().map(AccountName::as_str).collect();
        let said = self.call(&[("authCacheFlush", json!({ "user": users }))]).await?;
        match said.into_iter().next().map(|said| said.outcome) {
            Some(Outcome::Rows(_)) => Ok(()),
            Some(outcome) => Err(refused("authCacheFlush", first, &outcome)),
            None => Ok(()),
        }
    }

    async fn end_sessions(&self, names: &[AccountName], from: Option<IpAddr>) -> Result<u32, AgentError> {
        let names = nameable(names)?;
        let Some(first) = names.first() else { return Ok(0) };
        let is_meant = |row: &MailSession| from.is_none() || row.address == from;
        let count = |rows: &[MailSession]| -> u32 {
            rows.iter().filter(|row| is_meant(row)).map(|row| row.connections).sum()
        };
        let before = count(&self.who(names).await?);
        // Also where none was seen: one may have come since.
        self.kick(names, from).await?;
        let mut left = 0;
        for _ in 0..LOOKS_MAX {
            left = count(&self.who(names).await?);
            if left == 0 {
                return Ok(before);
            }
            self.clock.sleep(LOOK_EVERY).await;
        }
        Err(AgentError::StillOpen { count: left, name: first.to_string() })
    }
}

/// Another connection of the same login, protocol and address, or a row of its own.
fn add(sessions: &mut Vec<MailSession>, row: MailSession) {
    let is_same = |known: &&mut MailSession| {
        known.login == row.login && known.protocol == row.protocol && known.address == row.address
    };
    match sessions.iter_mut().find(is_same) {
        Some(known) => known.connections = known.connections.saturating_add(row.connections),
        None => sessions.push(row),
    }
}

/// The names, unless Dovecot would read one as something else: `*` and `?` stand for other names, and what looks like an
/// address is one.
fn nameable(names: &[AccountName]) -> Result<&[AccountName], AgentError> {
    let is_wild = |name: &&AccountName| {
        let text = name.as_str();
        let looks_like_address = !text.contains('@')
            && text.starts_with(|first: char| first.is_ascii_digit() || first == ':')
            && text.chars().all(|sign| sign.is_ascii_hexdigit() || matches!(sign, '.' | ':' | '/' | 'x'));
        text.contains(['*', '?']) || text.is_empty() || looks_like_address
    };
    match names.iter().find(is_wild) {
        Some(name) => Err(AgentError::Unnameable { name: name.to_string() }),
        None => Ok(&names[..names.len().min(NAMES_MAX)]),
    }
}

fn refused(command: &'static str, name: &AccountName, outcome: &Outcome) -> AgentError {
    AgentError::Refused { command, name: name.to_string(), problem: outcome.to_string() }
}

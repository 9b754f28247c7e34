//! Open sessions of an account: at the mail server, and in the admin centre. Seen, and ended when its sign-in is blocked,
//! its password is another one, it is deleted, or somebody says so.
//!
//! The order is the change, then what the mail server remembers of passwords, then its sessions: ended before that, a
//! session would be back with what was just taken away. Which of them are ended is decided in core
//! (`effects_of`); this file carries it out. A session of sending is not among them: Postfix has no way to end one, and
//! the policy gate's answer does it at its next command.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use postern_core::admin::AdminSession;
use postern_core::command::{Asker, Command};
use postern_core::decision::DecisionKind;
use postern_core::effect::SessionSelection;
use postern_core::handle::check_access;
use postern_core::ids::AccountId;
use postern_core::name::AccountName;
use postern_core::refusal::Refusal;
use postern_core::time::Timestamp;

use crate::commands::{Done, ExecuteError};
use crate::engine::Engine;
use crate::ports::{AgentError, ExportError, MailSession, SignInFilter, StoreError};

/// How many lines of the sign-in history are looked at for when a session began.
const HISTORY_LOOKED_AT: u32 = 500;

/// A session at the mail server, with what the history knows of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownSession {
    /// As the mail server has it.
    pub session: MailSession,
    /// When somebody signed in from there by that protocol last; `None`: it is not in the history.
    pub signed_in: Option<Timestamp>,
    /// What the client called itself then.
    pub client: String,
}

/// What of an account is signed in now.
#[derive(Debug)]
pub struct OpenSessions {
    /// At the mail server; or why that cannot be told.
    pub mail: Result<Vec<KnownSession>, AgentError>,
    /// In the admin centre, the last used first.
    pub own: Vec<AdminSession>,
}

impl Engine {
    /// Whether the site lets us at its mail server's sessions.
    pub fn has_mail_agent(&self) -> bool {
        self.parts.mail_agent.is_configured()
    }

    /// What of the account is signed in now; `None` where there is no such account.
    pub async fn open_sessions(&self, account: AccountId) -> Result<Option<OpenSessions>, StoreError> {
        let Some(known) = self.parts.store.account(account).await? else { return Ok(None) };
        let names = self.session_names(known.primary, known.aliases);
        let mail = match self.parts.mail_agent.sessions(&names).await {
            Ok(sessions) => Ok(self.with_history(account, sessions).await?),
            Err(error) => Err(error),
        };
        Ok(Some(OpenSessions { mail, own: self.admin_sessions(Some(account)) }))
    }

    /// The mail server does not say since when a session is open, nor what the client is; who signed in was seen here.
    async fn with_history(
        &self,
        account: AccountId,
        sessions: Vec<MailSession>,
    ) -> Result<Vec<KnownSession>, StoreError> {
        if sessions.is_empty() {
            return Ok(Vec::new());
        }
        let limit = HISTORY_LOOKED_AT;
        let filter = SignInFilter { account, before: None, since: None, only_failures: false, limit };
        let rows = self.sign_ins(filter, None).await?.rows;
        let known = |session: MailSession| {
            let source = session.address.map(|address| address.to_string());
            let began = rows.iter().map(|row| &row.row).find(|row| {
                let protocol = row.attempt.as_ref().map(|attempt| attempt.protocol.as_str());
                row.verdict == DecisionKind::SignedIn.code()
                    && row.source == source
                    && protocol == Some(session.protocol.as_str())
            });
            let client = began.and_then(|row| Some(row.attempt.as_ref()?.client.clone()));
            KnownSession { session, signed_in: began.map(|row| row.at), client: client.unwrap_or_default() }
        };
        Ok(sessions.into_iter().map(known).collect())
    }

    /// Ends the account's sessions, of one address or of all.
    pub async fn end_sessions(
        self: &Arc<Self>,
        account: AccountId,
        from: Option<IpAddr>,
        asker: Asker,
    ) -> Result<Done, ExecuteError> {
        let mut own = Vec::new();
        for session in self.admin_sessions(Some(account)) {
            if from.is_none_or(|from| session.source.parse() == Ok(from)) {
                own.push(session.id);
            }
        }
        if own.is_empty() && !self.has_mail_agent() {
            // Whoever may not end any learns nothing of what is connected.
            let facts = self.facts(account).await?;
            let command = Command::EndSessions { from, own: Vec::new() };
            check_access(&facts, &command, &asker).map_err(ExecuteError::Refused)?;
            return Err(ExecuteError::Refused(Refusal::SessionsOutOfReach));
        }
        self.execute(account, Command::EndSessions { from, own }, asker).await
    }

    /// Forgets passwords and ends sessions, as an event asked for; how many connections it was. The mail server's files are
    /// written before this is called; while they are not, sessions are ended all the same, and ended again once they are.
    pub(crate) async fn end_sessions_now(
        &self,
        account: AccountId,
        which: &SessionSelection,
    ) -> Result<u32, ExportError> {
        let (names, from) = match which {
            SessionSelection::OfNames(names) => (names.clone(), None),
            SessionSelection::All => (self.names_of_account(account).await?, None),
            SessionSelection::From(address) => (self.names_of_account(account).await?, Some(*address)),
        };
        let Some((primary, aliases)) = names.split_first() else { return Ok(0) };
        let names = self.session_names(primary.clone(), aliases.to_vec());
        self.parts.mail_agent.forget_passwords(&names).await?;
        let ended = self.parts.mail_agent.end_sessions(&names, from).await?;
        if self.outbox.files_are_stale.load(Ordering::SeqCst) {
            let message = format!(
                "{ended} sessions were ended, and are ended again once Dovecot's files say what is true"
            );
            return Err(ExportError::Program { program: "the sign-in files".to_owned(), message });
        }
        Ok(ended)
    }

    /// The account's names, primary first; none when it is gone, and then its own effect has the names.
    async fn names_of_account(&self, account: AccountId) -> Result<Vec<AccountName>, ExportError> {
        let known = self.parts.store.account(account).await.map_err(crate::outbox::unreadable)?;
        Ok(known.map_or_else(Vec::new, |known| std::iter::once(known.primary).chain(known.aliases).collect()))
    }

    /// Every name under which the mail server may have a session of the account: a login without a domain is one of the
    /// default domain, and not every server writes it out.
    fn session_names(&self, primary: AccountName, aliases: Vec<AccountName>) -> Vec<AccountName> {
        let default = self.names().default_domain.as_deref();
        let mut names = Vec::with_capacity(aliases.len() + 2);
        for name in std::iter::once(primary).chain(aliases) {
            let bare = name.as_str().split_once('@').filter(|(_, domain)| Some(*domain) == default);
            let bare = bare.map(|(local, _)| AccountName::from_canonical(local.to_owned()));
            names.push(name);
            names.extend(bare);
        }
        names
    }
}

//! Programs and their tokens: in memory, because each request of theirs is let in or not before anything else is
//! looked at; durable before anybody is told.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use parking_lot::RwLock;
use postern_core::access;
use postern_core::account::Role;
use postern_core::command::{Asker, CommandKind};
use postern_core::event::Event;
use postern_core::ids::{AccountId, TokenId};
use postern_core::reach::Reach;
use postern_core::refusal::Refusal;
use postern_core::restriction::{Actor, RestrictionKind};
use postern_core::time::{Span, Timestamp};
use postern_core::token::{self, Scope, Token};

use crate::commands::ExecuteError;
use crate::engine::Engine;
use crate::ports::StoreError;
use crate::secret;

/// What every token's text begins with, so that one that was published by mistake is found by whoever looks.
const TEXT_PREFIX: &str = "postern_";
/// Uses are noted so far apart: a webmail uses its token at every sign-in.
const NOTE_USE_EVERY: Span = Span::from_minutes(1);
const NEVER: i64 = i64::MIN;

/// The tokens that are not revoked.
#[derive(Default)]
pub(crate) struct Tokens {
    known: RwLock<HashMap<TokenId, Arc<Known>>>,
}

struct Known {
    token: Token,
    last_noted_micros: AtomicI64,
}

impl Tokens {
    pub(crate) fn insert(&self, token: Token) {
        let last_noted_micros = AtomicI64::new(token.last_used.map_or(NEVER, Timestamp::unix_micros));
        self.known.write().insert(token.id, Arc::new(Known { token, last_noted_micros }));
    }

    pub(crate) fn remove(&self, token: TokenId) {
        self.known.write().remove(&token);
    }

    fn find(&self, token: TokenId) -> Option<Arc<Known>> {
        self.known.read().get(&token).cloned()
    }

    fn all(&self) -> Vec<Token> {
        let known = self.known.read();
        let mut all: Vec<Token> = known.values().map(|known| known.token()).collect();
        all.sort_by(|one, other| one.name.cmp(&other.name));
        all
    }
}

impl Known {
    /// The token with its last use as it is known now.
    fn token(&self) -> Token {
        let noted = self.last_noted_micros.load(Ordering::Relaxed);
        let last_used = (noted != NEVER).then(|| Timestamp::from_unix_micros(noted));
        Token { last_used, ..self.token.clone() }
    }
}

/// What a new token is to be.
#[derive(Clone, Debug)]
pub struct NewToken {
    /// Which program gets it.
    pub name: String,
    /// What it is good for.
    pub scopes: Vec<Scope>,
    /// Upon whom it acts in its roles.
    pub reach: Reach,
    /// When it ends; `None` only when somebody said in so many words that it shall not.
    pub ends: Option<Timestamp>,
}

/// A token that was just made: the only moment at which its text exists.
pub struct MadeToken {
    /// What is kept.
    pub token: Token,
    /// What the program shows.
    pub text: String,
}

/// A program that showed a token which allows what it asks. Ask [`Engine::may_still`] again before anything that
/// takes a while has its effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Program {
    token: TokenId,
    scope: Scope,
}

/// A program that acts upon the API, as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActingProgram {
    /// By which token.
    pub token: TokenId,
    /// The token's name, which is the program's in the audit.
    pub name: String,
    /// What it acts as: at least one role.
    pub roles: Vec<Role>,
    /// Upon whom.
    pub reach: Reach,
}

impl Engine {
    /// Makes a token; durable when this returns.
    pub async fn add_token(&self, new: NewToken, asker: Asker) -> Result<MadeToken, ExecuteError> {
        let now = self.now();
        let id = TokenId::from_random(self.parts.entropy.next_u64());
        let (secret, hash) = secret::mint(&id.to_string(), self.parts.entropy.as_ref());
        let NewToken { name, scopes, reach, ends } = new;
        let made_by = self.maker(&asker.actor);
        let token = Token { id, name, scopes, reach, hash, created: now, made_by, ends, last_used: None };
        let _one_at_a_time = self.token_changes.lock().await;
        let event =
            token::add(&self.tokens.all(), token.clone(), &asker, now).map_err(ExecuteError::Refused)?;
        let Event::TokenAdded(token) = event.clone() else {
            return Err(ExecuteError::Refused(Refusal::TokenName));
        };
        self.change_tokens(event, asker, now).await?;
        Ok(MadeToken { token, text: format!("{TEXT_PREFIX}{secret}") })
    }

    /// The admin whose roles a new token stays below: what a program makes is its own maker's.
    fn maker(&self, actor: &Actor) -> Option<AccountId> {
        match actor {
            Actor::Person(account) => Some(*account),
            Actor::Program(name) => self.tokens.all().into_iter().find(|token| token.name == *name)?.made_by,
            Actor::LocalRoot(_) | Actor::Rule | Actor::Timer | Actor::LinkHolder | Actor::Visitor => None,
        }
    }

    /// Revokes a token. When this returns, nothing starts with it any more.
    pub async fn revoke_token(&self, token: TokenId, asker: Asker) -> Result<Token, ExecuteError> {
        let _one_at_a_time = self.token_changes.lock().await;
        let known = self.tokens.find(token).map(|known| known.token());
        let event = token::revoke(known.as_ref(), &asker).map_err(ExecuteError::Refused)?;
        self.change_tokens(event, asker, self.now()).await?;
        known.ok_or(ExecuteError::Refused(Refusal::NoSuchToken))
    }

    async fn change_tokens(&self, event: Event, asker: Asker, now: Timestamp) -> Result<(), ExecuteError> {
        let change = self.change_of(vec![event.clone()], asker.actor, &asker.note, now);
        self.parts.store.commit(change).await?;
        self.apply(&event, now);
        Ok(())
    }

    /// Every token that is not revoked, by name, with those that have ended.
    pub fn tokens(&self, asker: &Asker) -> Result<Vec<Token>, Refusal> {
        if access::any_may(&asker.roles, &asker.reach, CommandKind::ManageTokens) {
            Ok(self.tokens.all())
        } else {
            Err(Refusal::NotAllowed { command: CommandKind::ManageTokens })
        }
    }

    /// Whether the text that a program shows is a token in force that allows `scope`. Notes its use.
    pub fn let_in(&self, text: &str, scope: Scope) -> Option<Program> {
        let (known, now) = (self.token_shown(text)?, self.now());
        if !known.token.allows(scope, now) {
            return None;
        }
        self.note_use(&known, now);
        Some(Program { token: known.token.id, scope })
    }

    /// Whether a program that was let in may still do what it was let in for: its token may have been revoked or
    /// have ended meanwhile.
    pub fn may_still(&self, program: Program) -> bool {
        self.tokens.find(program.token).is_some_and(|known| known.token.allows(program.scope, self.now()))
    }

    /// Which program shows a text, and what it acts as now: with a token in force that has a role, and whose maker holds
    /// one as high and is not blocked. Notes its use.
    pub async fn acting_program(&self, text: &str) -> Result<Option<ActingProgram>, StoreError> {
        let Some(known) = self.token_shown(text) else { return Ok(None) };
        let maker = match known.token.made_by {
            Some(maker)
                if self.open.in_force(maker, RestrictionKind::SignInBlocked, self.now()).is_none() =>
            {
                self.parts.store.account(maker).await?
            }
            Some(_) | None => None,
        };
        let now = self.now();
        let roles = known.token.roles(maker.as_ref(), now);
        let Some(reach) = known.token.reach(maker.as_ref()) else { return Ok(None) };
        // It may have been revoked while its maker was looked up.
        if roles.is_empty() || self.tokens.find(known.token.id).is_none() {
            return Ok(None);
        }
        self.note_use(&known, now);
        let (token, name) = (known.token.id, known.token.name.clone());
        Ok(Some(ActingProgram { token, name, roles, reach }))
    }

    /// The token that is not revoked whose text this is.
    fn token_shown(&self, text: &str) -> Option<Arc<Known>> {
        let (id, shown) = secret::read(text.strip_prefix(TEXT_PREFIX)?)?;
        let known = self.tokens.find(id.parse().ok()?)?;
        secret::is_same(known.token.hash, shown).then_some(known)
    }

    fn note_use(&self, known: &Known, now: Timestamp) {
        let noted = known.last_noted_micros.load(Ordering::Relaxed);
        let is_due = noted == NEVER || now.since(Timestamp::from_unix_micros(noted)) >= NOTE_USE_EVERY;
        let claim = || {
            let (before, after) = (noted, now.unix_micros());
            known
                .last_noted_micros
                .compare_exchange(before, after, Ordering::Relaxed, Ordering::Relaxed)
                .is_ok()
        };
        if is_due && claim() {
            let (store, token) = (self.parts.store.clone(), known.token.id);
            tokio::spawn(async move {
                if let Err(error) = store.note_token_use(token, now).await {
                    tracing::warn!(%token, error = &error as &dyn std::error::Error, "a token's use is not noted");
                }
            });
        }
    }
}

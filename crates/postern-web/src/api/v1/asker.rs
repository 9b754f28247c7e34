//! Who asks. On the control socket that is somebody with root, or the server's own user, whom the kernel vouches
//! for; such an actor holds every role. On the public listener it is a program, with the roles of its token. This is also the one place where a read, or what is told without a command, is allowed or refused.

use axum::extract::{ConnectInfo, FromRequestParts, RawPathParams, Request, State};
use axum::http::Extensions;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use postern_core::access;
use postern_core::account::Role;
use postern_core::command::{Asker, CommandKind};
use postern_core::reach::Reach;
use postern_core::refusal::Refusal;
use postern_core::restriction::Actor;
use postern_engine::programs::ActingProgram;

use super::EngineState;
use super::accounts::account_id;
use super::error::{ApiError, ErrorCode};
use crate::control::Peer;

/// Who asks, as an extractor: a handler that does not name it cannot reach the engine with a command.
#[derive(Clone, Debug)]
pub struct Asking {
    actor: Actor,
    roles: Vec<Role>,
    reach: Reach,
    key_owner: String,
}

impl Asking {
    /// Whom a request comes from, when its listener has found out.
    pub(super) fn of(extensions: &Extensions) -> Option<Self> {
        extensions.get::<Self>().cloned().or_else(|| {
            let ConnectInfo(peer) = extensions.get::<ConnectInfo<Peer>>()?;
            Some(Self::local_root(peer.user_name.clone()))
        })
    }

    /// A program whose token is in force.
    pub(super) fn program(program: &ActingProgram) -> Self {
        let key_owner = format!("token {}", program.token);
        let (actor, roles) = (Actor::Program(program.name.clone()), program.roles.clone());
        Self { actor, roles, reach: program.reach.clone(), key_owner }
    }

    /// Whose idempotency keys it uses.
    pub(super) fn key_owner(&self) -> &str {
        &self.key_owner
    }

    /// Somebody whom the control socket let in.
    pub fn local_root(user_name: String) -> Self {
        let key_owner = format!("local {user_name}");
        let (actor, roles) = (Actor::LocalRoot(user_name), Role::ALL.to_vec());
        Self { actor, roles, reach: Reach::ALL_DOMAINS, key_owner }
    }

    /// Refuses whoever has not root on this machine.
    pub(super) fn must_be_root(&self) -> Result<(), ApiError> {
        match self.actor {
            Actor::LocalRoot(_) => Ok(()),
            Actor::Rule
            | Actor::Timer
            | Actor::Person(_)
            | Actor::LinkHolder
            | Actor::Visitor
            | Actor::Program(_) => Err(ApiError::new(ErrorCode::NotAllowed)),
        }
    }

    /// With the reason that the audit row keeps.
    pub fn because(self, reason: impl Into<String>) -> Asker {
        Asker { actor: self.actor, roles: self.roles, reach: self.reach, note: reason.into() }
    }

    /// The accounts that there are for the asker.
    pub(super) const fn reach(&self) -> &Reach {
        &self.reach
    }

    /// Refuses a read that no role of the asker allows.
    pub fn may_read(&self, what: CommandKind) -> Result<(), ApiError> {
        match access::check(&self.roles, &self.reach, what) {
            Err(Refusal::NotAllowed { .. }) => Err(ApiError::new(ErrorCode::NotAllowed)),
            checked => Ok(checked?),
        }
    }

    /// Refuses to be told something that no role of the asker may tell.
    pub fn may_tell(&self, what: CommandKind) -> Result<(), ApiError> {
        self.may_read(what)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Asking {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, ApiError> {
        Self::of(&parts.extensions).ok_or(ApiError::new(ErrorCode::NotAllowed))
    }
}

/// Answers for an account outside as for one that is not there, before any handler looks at it: whatever is asked
/// below `/accounts/{id}`.
pub(super) async fn only_within_reach(
    State(engine): State<EngineState>,
    parameters: RawPathParams,
    request: Request,
    next: Next,
) -> Response {
    // The router takes no other spelling of a segment that is not a parameter.
    let is_about_accounts = request.uri().path().split('/').any(|segment| segment == "accounts");
    let id = parameters.iter().find(|(name, _)| *name == "id").filter(|_| is_about_accounts);
    let asking = Asking::of(request.extensions()).filter(|asking| !asking.reach.is_all_domains());
    let (Some((_, id)), Some(asking)) = (id, asking) else { return next.run(request).await };
    let found = match account_id(id) {
        Ok(id) => engine.account_inside(id, &asking.reach).await.map_err(ApiError::from),
        Err(error) => Err(error),
    };
    match found {
        Ok(Some(_)) => next.run(request).await,
        Ok(None) => ApiError::new(ErrorCode::NoSuchAccount).into_response(),
        Err(error) => error.into_response(),
    }
}

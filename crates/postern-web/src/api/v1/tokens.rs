//! Tokens of programs: made, listed, revoked. A token's text is in the answer to its making and nowhere else.

use axum::extract::{Path, State};
use postern_core::token::{Scope, Token};
use postern_engine::programs::NewToken;
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::accounts::reach;
use super::asker::Asking;
use super::body::{Answer, Given, Secret, ShownOnce};
use super::commands::ReasonBody;
use super::error::ApiError;
use super::time::{self, When};

/// A token, without its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct TokenView {
    /// Its id, which also stands in its text.
    pub id: String,
    /// Which program has it.
    pub name: String,
    /// What it allows, as in `sign_in:check`.
    pub scopes: Vec<String>,
    /// The domains whose accounts its roles are for; absent for all domains.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub domains: Vec<String>,
    /// When it was made.
    pub created: When,
    /// The admin who made it (id); absent: somebody with root. The token has no role that this admin has not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made_by: Option<String>,
    /// When it ends; absent when it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<When>,
    /// Its last use, to the minute; absent before the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_used: Option<When>,
}

/// Tokens that are not revoked, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct TokenList {
    /// At most [`postern_core::token::TOKENS_MAX`].
    pub tokens: Vec<TokenView>,
}

/// A token that was just made.
#[derive(Clone, Serialize, Deserialize, utoipa::ToSchema)]
pub struct MadeTokenView {
    /// What is kept.
    pub token: TokenView,
    /// What the program shows. This is the only time that anybody sees it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

impl Secret for MadeTokenView {
    fn without_secret(&self) -> Self {
        Self { text: String::new(), ..self.clone() }
    }
}

/// A new token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTokenBody {
    /// Which program gets it.
    pub name: String,
    /// What it allows.
    pub scopes: Vec<String>,
    /// The domains whose accounts its roles are for; none: all domains.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub domains: Vec<String>,
    /// RFC 3339. Either this or `never_ends`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// It shall not end.
    #[serde(default)]
    pub never_ends: bool,
    /// Mandatory, in the actor's words.
    #[serde(default)]
    pub reason: String,
}

impl From<&Token> for TokenView {
    fn from(token: &Token) -> Self {
        Self {
            id: token.id.to_string(),
            name: token.name.clone(),
            scopes: token.scopes.iter().map(|scope| scope.code().to_owned()).collect(),
            domains: token.reach.domains().to_vec(),
            created: token.created.into(),
            made_by: token.made_by.map(|by| by.to_string()),
            ends: token.ends.map(When::from),
            last_used: token.last_used.map(When::from),
        }
    }
}

/// `GET /tokens`
pub async fn list(State(engine): State<EngineState>, asking: Asking) -> Result<Answer<TokenList>, ApiError> {
    let tokens = engine.tokens(&asking.because(""))?;
    Ok(Answer(TokenList { tokens: tokens.iter().map(TokenView::from).collect() }))
}

/// `POST /tokens`
pub async fn add(
    State(engine): State<EngineState>,
    asking: Asking,
    Given(body): Given<NewTokenBody>,
) -> Result<ShownOnce<MadeTokenView>, ApiError> {
    let ends = match (body.until.as_deref(), body.never_ends) {
        (Some(until), false) => Some(time::parse(until).ok_or_else(|| {
            ApiError::bad_request("until is a time as in 2027-11-24T18:00:00+01:00").at("/until")
        })?),
        (None, true) => None,
        (Some(_), true) | (None, false) => {
            return Err(ApiError::bad_request("write either until or \"never_ends\": true"));
        }
    };
    let (scopes, reach) = (scopes(&body.scopes)?, reach(&body.domains)?);
    let new = NewToken { name: body.name, scopes, reach, ends };
    let made = engine.add_token(new, asking.because(body.reason)).await?;
    Ok(ShownOnce(MadeTokenView { token: (&made.token).into(), text: made.text }))
}

/// `POST /tokens/{id}/revoke`
pub async fn revoke(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<ReasonBody>,
) -> Result<Answer<TokenView>, ApiError> {
    let id = id.parse().map_err(|_| postern_core::refusal::Refusal::NoSuchToken)?;
    let revoked = engine.revoke_token(id, asking.because(body.reason)).await?;
    Ok(Answer((&revoked).into()))
}

fn scopes(codes: &[String]) -> Result<Vec<Scope>, ApiError> {
    let scope = |code: &String| {
        let known: Vec<_> = Scope::ALL.iter().map(|scope| scope.code()).collect();
        Scope::from_code(code).ok_or_else(|| {
            ApiError::bad_request(format!("there is no scope {code:?}; there is {}", known.join(", ")))
                .at("/scopes")
        })
    };
    let mut scopes: Vec<Scope> = Vec::new();
    for code in codes {
        let scope = scope(code)?;
        if !scopes.contains(&scope) {
            scopes.push(scope);
        }
    }
    Ok(scopes)
}

//! Which program asks: `Authorization: Bearer postern_…`. A handler that does not name [`Granted`] reaches nothing.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use postern_core::token::Scope;
use postern_engine::Engine;
use postern_engine::programs::Program;

use crate::api::v1::error::{ApiError, ErrorCode};
use crate::public::PublicState;

/// A program whose token allows `sign_in:check`.
#[derive(Clone, Copy)]
pub struct Granted(Program);

impl Granted {
    /// Refuses when the token was revoked or has ended since: nothing begins after that, and no answer leaves.
    pub(super) fn still(self, engine: &Arc<Engine>) -> Result<(), ApiError> {
        if engine.may_still(self.0) { Ok(()) } else { Err(ApiError::new(ErrorCode::Unauthorized)) }
    }
}

impl FromRequestParts<PublicState> for Granted {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &PublicState) -> Result<Self, ApiError> {
        let shown = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        let text = shown.and_then(|shown| {
            let (scheme, text) = shown.split_once(' ')?;
            scheme.eq_ignore_ascii_case("bearer").then(|| text.trim())
        });
        text.and_then(|text| state.engine.let_in(text, Scope::SignInCheck))
            .map(Granted)
            .ok_or(ApiError::new(ErrorCode::Unauthorized))
    }
}

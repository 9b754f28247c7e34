//! Which program asks: `Authorization: Bearer postern_…`. A handler that does not name [`Granted`] reaches nothing.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use postern_core::token::Scope;
use postern_engine::Engine;
use postern_engine::programs::Program;

use crate::api::v1::EngineState;
use crate::api::v1::error::{ApiError, ErrorCode};
use crate::api::v1::program::bearer;

/// A program whose token allows `sign_in:check`.
#[derive(Clone, Copy)]
pub struct Granted(Program);

impl Granted {
    /// Refuses when the token was revoked or has ended since: nothing begins after that, and no answer leaves.
    pub(super) fn still(self, engine: &Arc<Engine>) -> Result<(), ApiError> {
        if engine.may_still(self.0) { Ok(()) } else { Err(ApiError::new(ErrorCode::Unauthorized)) }
    }
}

impl FromRequestParts<EngineState> for Granted {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, engine: &EngineState) -> Result<Self, ApiError> {
        let text = bearer(&parts.headers);
        text.and_then(|text| engine.let_in(text, Scope::SignInCheck))
            .map(Granted)
            .ok_or(ApiError::new(ErrorCode::Unauthorized))
    }
}

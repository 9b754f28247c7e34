//! Programs that act upon the API over the public listener. `Authorization: Bearer postern_…` is looked at before
//! anything else, so that nobody without a token in force learns which addresses there are; then the whole body is
//! read, and the token is looked at again: after its revocation nothing begins (checklist M13). A secret has 256
//! random bits, so tries are not counted: guessing one is no way in, whatever the rate.

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::asker::Asking;
use super::error::{ApiError, ErrorCode};
use crate::public::PublicState;
use crate::public::client_address::Client;

/// Lets a program in as whom its token says it acts as.
pub(crate) async fn admitted(
    State(state): State<PublicState>,
    client: Result<Client, ApiError>,
    request: Request,
    next: Next,
) -> Response {
    match asking(&state, client, request).await {
        Ok(request) => next.run(request).await,
        Err(error) => error.into_response(),
    }
}

async fn asking(
    state: &PublicState,
    client: Result<Client, ApiError>,
    request: Request,
) -> Result<Request, ApiError> {
    if !state.is_near(client.as_ref().ok()) {
        return Err(ApiError::new(ErrorCode::NoSuchRoute));
    }
    let unauthorized = || ApiError::new(ErrorCode::Unauthorized);
    let text = bearer(request.headers()).ok_or_else(unauthorized)?.to_owned();
    state.engine.acting_program(&text).await?.ok_or_else(unauthorized)?;
    let (mut parts, body) = request.into_parts();
    let body = to_bytes(body, super::BODY_BYTES_MAX).await;
    let body = body.map_err(|_| ApiError::new(ErrorCode::BodyTooLarge))?;
    let program = state.engine.acting_program(&text).await?.ok_or_else(unauthorized)?;
    parts.extensions.insert(Asking::program(&program));
    Ok(Request::from_parts(parts, Body::from(body)))
}

/// The token that a request shows.
pub(super) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let shown = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, text) = shown.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| text.trim())
}

//! `Idempotency-Key`: a request that is sent again with the same key is answered as the first time, and not done twice.
//! What is kept, for how long and why in the store: `postern_engine::idempotency`. Which routes: every `POST` that
//! changes something. What was refused changed nothing, so its key is free again and the next try is looked at anew.

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use postern_engine::idempotency::{KEPT_ANSWER_BYTES_MAX, KEY_BYTES_MAX, KeyedAnswer, KeyedRequest};
use postern_engine::ports::KeptAnswer;

use super::EngineState;
use super::asker::Asking;
use super::body::ToKeep;
use super::error::{ApiError, ErrorCode};

/// The request's header.
pub const KEY_HEADER: &str = "idempotency-key";
/// Of an answer that was given before.
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

/// Does what has a key once.
pub(super) async fn once(State(engine): State<EngineState>, request: Request, next: Next) -> Response {
    let Some(key) = request.headers().get(KEY_HEADER).cloned() else { return next.run(request).await };
    // Who may not ask at all is told so by the handler.
    let Some(asking) = Asking::of(request.extensions()) else { return next.run(request).await };
    if *request.method() != Method::POST {
        return next.run(request).await;
    }
    match once_with(&engine, &asking, &key, request, next).await {
        Ok(response) => response,
        Err(error) => error.into_response(),
    }
}

async fn once_with(
    engine: &EngineState,
    asking: &Asking,
    key: &HeaderValue,
    request: Request,
    next: Next,
) -> Result<Response, ApiError> {
    let key = key.to_str().unwrap_or_default();
    if !(1..=KEY_BYTES_MAX).contains(&key.len()) || !key.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(ApiError::new(ErrorCode::KeyUnreadable));
    }
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, super::BODY_BYTES_MAX).await;
    let body = body.map_err(|_| ApiError::new(ErrorCode::BodyTooLarge))?;
    let what = format!("{} {}", parts.method, parts.uri);
    let keyed = KeyedRequest { owner: asking.key_owner(), key, what: &what, body: &body };
    match engine.claim_key(&keyed).await? {
        KeyedAnswer::Begin(claimed) => {
            let response = next.run(Request::from_parts(parts, Body::from(body))).await;
            let (response, kept) = taken_apart(response).await?;
            engine.settle_key(claimed, kept).await;
            Ok(response)
        }
        KeyedAnswer::Replay(kept) => Ok(replayed(kept)),
        KeyedAnswer::Reused => Err(ApiError::new(ErrorCode::KeyReused)),
        KeyedAnswer::InUse => Err(ApiError::new(ErrorCode::KeyInUse)),
        KeyedAnswer::Full => Err(ApiError::new(ErrorCode::KeysFull)),
    }
}

/// The answer, and what of it is kept: nothing of a refusal, and never a secret.
async fn taken_apart(response: Response) -> Result<(Response, Option<KeptAnswer>), ApiError> {
    if !response.status().is_success() {
        return Ok((response, None));
    }
    let (mut parts, body) = response.into_parts();
    // Longer than what is kept: no answer to a change is.
    let body = to_bytes(body, 2 * KEPT_ANSWER_BYTES_MAX).await.map_err(|error| ApiError::internal(&error))?;
    let to_keep: Bytes =
        parts.extensions.remove::<ToKeep>().map_or_else(|| body.clone(), |ToKeep(kept)| kept);
    let kept = KeptAnswer { status: parts.status.as_u16(), body: to_keep.to_vec() };
    Ok((Response::from_parts(parts, Body::from(body)), Some(kept)))
}

fn replayed(kept: KeptAnswer) -> Response {
    let status = StatusCode::from_u16(kept.status).unwrap_or(StatusCode::OK);
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
        (REPLAYED, HeaderValue::from_static("true")),
    ];
    (status, headers, kept.body).into_response()
}

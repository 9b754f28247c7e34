//! Tags of single things (RFC 9110, section 8.8): `ETag`, `If-None-Match` for reads, `If-Match` for changes.
//!
//! A tag is `"KEPT-SHOWN"`. The second half changes with every byte of the answer, so that `If-None-Match` is right. The
//! first half changes with what a person or program can change: a score that fades by itself does not void it, so
//! `If-Match` refuses when somebody else has changed the thing, and only then. `If-Match` is nowhere demanded: every change
//! names what it changes, and has a reason in the audit.

use std::collections::hash_map::DefaultHasher;
use std::hash::Hasher;

use axum::extract::{FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::error::ApiError;

/// A single thing with its tag.
pub struct Tagged<T> {
    view: T,
    tag: String,
}

impl<T: Serialize> Tagged<T> {
    /// All of it can be changed.
    pub fn new(view: T) -> Self {
        Self { tag: tag(kept_part(&view), &view), view }
    }

    /// Of it, `kept` can be changed.
    pub fn kept(kept: &impl Serialize, view: T) -> Self {
        Self { tag: tag(kept_part(kept), &view), view }
    }
}

fn tag(kept: String, shown: &impl Serialize) -> String {
    format!("\"{kept}-{}\"", kept_part(shown))
}

/// The half of a tag that stands for a value.
pub(super) fn kept_part(value: &impl Serialize) -> String {
    let mut hasher = DefaultHasher::new();
    // Nothing in it can fail: plain structs of ours.
    hasher.write(&serde_json::to_vec(value).unwrap_or_default());
    format!("{:016x}", hasher.finish())
}

impl<T: Serialize> IntoResponse for Tagged<T> {
    fn into_response(self) -> Response {
        let mut response = axum::Json(self.view).into_response();
        if let Ok(tag) = HeaderValue::from_str(&self.tag) {
            response.headers_mut().insert(header::ETAG, tag);
        }
        response
    }
}

/// Which states a change may find; `None` for any.
pub struct IfMatch(Option<Vec<String>>);

impl IfMatch {
    /// The states, by the first halves of their tags, when the request names some.
    pub fn states(self) -> Option<Vec<String>> {
        self.0
    }
}

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, ApiError> {
        let tags = tags(&parts.headers, header::IF_MATCH);
        if tags.is_empty() || tags.iter().any(|tag| tag == "*") {
            return Ok(Self(None));
        }
        let halves = tags.iter().map(|tag| {
            let tag = tag.trim_matches('"');
            tag.split_once('-').map_or(tag, |(kept, _)| kept).to_owned()
        });
        Ok(Self(Some(halves.collect())))
    }
}

/// Answers 304 to whoever has what would be answered.
pub(super) async fn not_modified(request: Request, next: Next) -> Response {
    let known = match *request.method() {
        Method::GET => tags(request.headers(), header::IF_NONE_MATCH),
        _ => Vec::new(),
    };
    let response = next.run(request).await;
    let tag = response.headers().get(header::ETAG).and_then(|tag| tag.to_str().ok());
    let is_known = tag.is_some_and(|tag| known.iter().any(|known| known == "*" || known == tag));
    if !is_known || response.status() != StatusCode::OK {
        return response;
    }
    let tag = response.headers().get(header::ETAG).cloned();
    let mut unchanged = StatusCode::NOT_MODIFIED.into_response();
    if let Some(tag) = tag {
        unchanged.headers_mut().insert(header::ETAG, tag);
    }
    unchanged
}

/// The tags of a header; a weak one (some proxies weaken them when they compress) counts as what it was made of.
fn tags(headers: &HeaderMap, name: header::HeaderName) -> Vec<String> {
    let lines = headers.get_all(name).iter().filter_map(|line| line.to_str().ok());
    let tags = lines.flat_map(|line| line.split(',')).map(str::trim).filter(|tag| !tag.is_empty());
    tags.map(|tag| tag.strip_prefix("W/").unwrap_or(tag).to_owned()).collect()
}

//! Request bodies and queries: typed, unknown keys refused, and every rejection in our own error shape.

use axum::extract::rejection::{BytesRejection, QueryRejection};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_path_to_error::{Path, Segment};

use super::error::{ApiError, ErrorCode};

/// A JSON body. The content type is not asked for: nothing else is understood here.
pub struct Given<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Given<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        let bytes = Bytes::from_request(request, state).await.map_err(too_large_or_broken)?;
        read(&bytes).map(Given)
    }
}

/// Reads a body, and says of one that cannot be read where it is wrong.
fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ApiError> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let given = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let cause = error.inner().to_string();
        let mut pointer = pointer_to(error.path());
        if let Some(field) = field_named_in(&cause)
            && !pointer.ends_with(&format!("/{field}"))
        {
            pointer = format!("{pointer}/{field}");
        }
        ApiError::bad_request(cause).at(pointer)
    })?;
    json.end().map_err(|error| ApiError::bad_request(error.to_string()).at(""))?;
    Ok(given)
}

/// A path as a JSON pointer (RFC 6901). What the reader does not know is left out.
fn pointer_to(path: &Path) -> String {
    path.iter().fold(String::new(), |pointer, segment| match segment {
        Segment::Seq { index } => format!("{pointer}/{index}"),
        Segment::Map { key } => format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1")),
        Segment::Enum { .. } | Segment::Unknown => pointer,
    })
}

/// The field that serde's own sentence names when one is missing or not known: it stands in no path, because nothing
/// of it was read.
fn field_named_in(cause: &str) -> Option<&str> {
    let named = ["missing field `", "unknown field `"].iter().find_map(|begin| cause.strip_prefix(begin))?;
    named.split('`').next()
}

fn too_large_or_broken(rejection: BytesRejection) -> ApiError {
    if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return ApiError::new(ErrorCode::BodyTooLarge);
    }
    ApiError::bad_request(rejection.body_text())
}

/// The query of the address.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let query = axum::extract::Query::<T>::from_request_parts(parts, state).await;
        query.map(|axum::extract::Query(query)| Query(query)).map_err(|rejection: QueryRejection| {
            let told = rejection.body_text();
            let cause = told.strip_prefix("Failed to deserialize query string: ").unwrap_or(&told);
            let parameter = field_named_in(cause).or_else(|| {
                let (name, _) = cause.split_once(": ")?;
                name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_').then_some(name)
            });
            let error = ApiError::bad_request(cause);
            match parameter {
                Some(parameter) => error.in_query(parameter),
                None => error,
            }
        })
    }
}

/// An answer with something that is shown this once.
pub trait Secret {
    /// The same as a replay shows it.
    #[must_use]
    fn without_secret(&self) -> Self;
}

/// A JSON answer with a secret: an idempotency key replays it without.
pub struct ShownOnce<T>(pub T);

/// What of an answer is kept for a replay, where that is less than the whole.
#[derive(Clone)]
pub(super) struct ToKeep(pub(super) Bytes);

impl<T: Serialize + Secret> IntoResponse for ShownOnce<T> {
    fn into_response(self) -> Response {
        // Nothing in it can fail: plain structs of ours.
        let kept = serde_json::to_vec(&self.0.without_secret()).unwrap_or_default();
        let mut response = axum::Json(self.0).into_response();
        response.extensions_mut().insert(ToKeep(kept.into()));
        response
    }
}

/// A JSON answer.
pub struct Answer<T>(pub T);

impl<T: Serialize> IntoResponse for Answer<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

#[cfg(test)]
mod tests {
    use postern_core::account::Language;
    use postern_text::Words;
    use serde::Deserialize;

    use super::super::error::Problem;
    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Body {
        #[expect(dead_code, reason = "only read")]
        names: Vec<Name>,
    }

    #[derive(Debug, Deserialize)]
    struct Name {
        #[expect(dead_code, reason = "only read")]
        name: String,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Asked {
        #[expect(dead_code, reason = "only read")]
        count: u32,
    }

    fn problem(error: ApiError) -> Problem {
        error.problem(Words::in_language(Language::En), "1-1".to_owned(), false)
    }

    #[test]
    fn a_body_that_cannot_be_read_is_told_where() {
        for (body, pointer) in [
            (r#"{"names": [{"name": "a"}, {"name": 7}]}"#, "/names/1/name"),
            (r#"{"names": [{}]}"#, "/names/0/name"),
            (r#"{"names": [], "colour": "red"}"#, "/colour"),
            (r#"{"names": []} and more"#, ""),
            ("", ""),
        ] {
            let problem = problem(read::<Body>(body.as_bytes()).expect_err(body));
            assert_eq!(problem.code, "bad_request", "{body}");
            assert_eq!(problem.errors[0].pointer.as_deref(), Some(pointer), "{body}: {problem:?}");
        }
    }

    #[tokio::test]
    async fn a_query_that_cannot_be_read_is_told_where() {
        for (uri, parameter) in [("/?colour=red", "colour"), ("/?count=many", "count"), ("/", "count")] {
            let request = Request::builder().uri(uri).body(()).expect("a request");
            let (mut parts, ()) = request.into_parts();
            let read = Query::<Asked>::from_request_parts(&mut parts, &()).await;
            let problem = problem(read.err().expect(uri));
            assert_eq!(problem.errors[0].parameter.as_deref(), Some(parameter), "{uri}: {problem:?}");
            assert_eq!(problem.status, 400);
        }
    }
}

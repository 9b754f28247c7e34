//! A request's body, whole and in one piece, within a number of bytes and a time.

use std::time::Duration;

use http_body_util::BodyExt;
use hyper::body::{Body, Bytes, Incoming};
use postern_wire::auth_policy::BODY_BYTES_MAX;

use crate::patience::{TooSlow, within};

/// Why there is no body.
#[derive(Debug, thiserror::Error)]
pub(super) enum BodyError {
    #[error("the body is longer than {BODY_BYTES_MAX} bytes")]
    TooLong,
    #[error("the body did not arrive in time")]
    TooSlow,
    #[error("the body is broken: {0}")]
    Broken(hyper::Error),
}

/// Reads the body. One that announces too much is refused before any of it is kept, a chunked one as soon as
/// it is too long. A body in one piece, which is every one of Dovecot's, is not copied.
pub(super) async fn read_body(body: Incoming, limit: Duration) -> Result<Bytes, BodyError> {
    let announced = body.size_hint();
    if announced.lower() > BODY_BYTES_MAX as u64 {
        return Err(BodyError::TooLong);
    }
    match within(limit, collect(body)).await {
        Ok(read) => read,
        Err(TooSlow) => Err(BodyError::TooSlow),
    }
}

async fn collect(mut body: Incoming) -> Result<Bytes, BodyError> {
    let mut first = Bytes::new();
    let mut rest = Vec::new();
    while let Some(frame) = body.frame().await {
        // Trailers say nothing to us.
        let Ok(data) = frame.map_err(BodyError::Broken)?.into_data() else { continue };
        if first.len() + rest.len() + data.len() > BODY_BYTES_MAX {
            return Err(BodyError::TooLong);
        }
        if first.is_empty() {
            first = data;
        } else {
            rest.extend_from_slice(&data);
        }
    }
    if rest.is_empty() { Ok(first) } else { Ok([&first[..], &rest].concat().into()) }
}

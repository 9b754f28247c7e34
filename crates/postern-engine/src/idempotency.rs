//! Requests that may be sent twice (DESIGN section 10, 11): a key that a program gives with a request is kept with the
//! answer, and the same request with the same key gets that answer again instead of being done twice.
//!
//! ```text
//!  claim ──▶ Begin ──▶ done: the answer is kept (never its secrets) ──▶ the same request: Replay
//!    │          └────▶ refused or failed: nothing was changed, the key is free again
//!    └──▶ Reused (another request), InUse (not ended, or the server stopped before it had), Full
//! ```
//!
//! Knows no HTTP but the status that it keeps.

use postern_core::time::Span;

use crate::engine::Engine;
use crate::ports::{KeptAnswer, KeyClaim, KeyId, KeyLimits, StoreError};
use crate::secret;

/// Longest key, bytes: a UUID has 36, and some programs put their own words before it.
pub const KEY_BYTES_MAX: usize = 200;
/// A key is kept for so long: who has not sent again within a day looks first.
pub const KEY_LIFE: Span = Span::from_hours(24);
/// Most keys that are kept: one change a second of the day's busiest three hours.
pub const KEYS_MAX: u32 = 10_000;
/// Longest answer that is kept, bytes: the results of the largest import.
pub const KEPT_ANSWER_BYTES_MAX: usize = 2 * 1024 * 1024;
/// Most bytes of answers that are kept together.
pub const KEPT_BYTES_MAX: u64 = 64 * 1024 * 1024;

/// A request with a key.
#[derive(Clone, Copy)]
pub struct KeyedRequest<'a> {
    /// Who sends it: two programs may use the same key.
    pub owner: &'a str,
    /// The key.
    pub key: &'a str,
    /// Method and address.
    pub what: &'a str,
    /// The body; it may hold a password, so only a seal of it is kept.
    pub body: &'a [u8],
}

/// A key that is this request's until it is settled.
#[derive(Debug)]
pub struct ClaimedKey(KeyId);

/// What to do with a request that has a key.
#[derive(Debug)]
pub enum KeyedAnswer {
    /// Do it, and then settle the key.
    Begin(ClaimedKey),
    /// Give this answer.
    Replay(KeptAnswer),
    /// Refuse: the key was used for another request.
    Reused,
    /// Refuse: the request has begun and is not known to have ended.
    InUse,
    /// Refuse: no more keys are kept.
    Full,
}

impl Engine {
    /// Whether a request with a key is to be done.
    pub async fn claim_key(&self, request: &KeyedRequest<'_>) -> Result<KeyedAnswer, StoreError> {
        let seal = |purpose, parts: &[&[u8]]| secret::seal(self.site_key(), purpose, parts);
        let id = seal("idempotency key", &[request.owner.as_bytes(), request.key.as_bytes()]);
        let sealed = seal("request of an idempotency key", &[request.what.as_bytes(), request.body]);
        let now = self.now();
        let limits =
            KeyLimits { forget_before: now.minus(KEY_LIFE), keys_max: KEYS_MAX, bytes_max: KEPT_BYTES_MAX };
        Ok(match self.parts.store.claim_key(id, sealed, now, limits).await? {
            KeyClaim::Ours => KeyedAnswer::Begin(ClaimedKey(id)),
            KeyClaim::Full => KeyedAnswer::Full,
            KeyClaim::Used(kept) if kept.request != sealed => KeyedAnswer::Reused,
            KeyClaim::Used(kept) => kept.answer.map_or(KeyedAnswer::InUse, KeyedAnswer::Replay),
        })
    }

    /// Keeps what was answered; with `None` (nothing was changed) the key is free again. What cannot be kept leaves the key
    /// in use, so that nothing is done twice.
    pub async fn settle_key(&self, key: ClaimedKey, answer: Option<KeptAnswer>) {
        let is_too_long = answer.as_ref().is_some_and(|kept| kept.body.len() > KEPT_ANSWER_BYTES_MAX);
        if is_too_long {
            tracing::warn!("the answer to a request with an idempotency key is too long to be kept");
            return;
        }
        if let Err(error) = self.parts.store.settle_key(key.0, answer).await {
            let error = &error as &dyn std::error::Error;
            tracing::error!(error, "the answer to a request with an idempotency key is not kept");
        }
    }
}

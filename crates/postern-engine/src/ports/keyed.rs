//! What was answered to requests that a program may send twice: the idempotency keys of the API. The table is in
//! `state.db`, durable before the answer, because a program sends again exactly when it does not know whether its
//! request was done, and a server that was killed in between is the commonest reason for that.

use async_trait::async_trait;
use postern_core::time::Timestamp;

use super::store::StoreError;

/// What a key is kept under: a seal over who uses it and the key, so that nobody finds another's.
pub type KeyId = [u8; 32];

/// The answer that a key replays. Never holds a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptAnswer {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
}

/// A key that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptKey {
    /// A seal over the request that it was used for.
    pub request: [u8; 32],
    /// When that request began.
    pub begun: Timestamp,
    /// How it ended; `None`: it has not, or the server stopped before it had.
    pub answer: Option<KeptAnswer>,
}

/// How much is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyLimits {
    /// Keys that began before are forgotten.
    pub forget_before: Timestamp,
    /// Most keys.
    pub keys_max: u32,
    /// Most bytes of answers of all keys together.
    pub bytes_max: u64,
}

/// What became of the wish to use a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyClaim {
    /// It is this request's.
    Ours,
    /// It was used before.
    Used(KeptKey),
    /// As much is kept as may be.
    Full,
}

/// The idempotency keys that are kept.
#[async_trait]
pub trait KeyedStore: Send + Sync {
    /// Keeps a key for a request that begins, unless it is kept already. Forgets what is old first.
    async fn claim_key(
        &self,
        id: KeyId,
        request: [u8; 32],
        begun: Timestamp,
        limits: KeyLimits,
    ) -> Result<KeyClaim, StoreError>;

    /// Keeps how the request of a key ended; with `None` the key is free again.
    async fn settle_key(&self, id: KeyId, answer: Option<KeptAnswer>) -> Result<(), StoreError>;
}

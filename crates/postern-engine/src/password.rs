//! placeholder until the branch with the schemes is merged.
/// e
#[derive(Debug, thiserror::Error)]
#[error("password")]
pub struct PasswordError;
/// p
#[derive(Default)]
pub struct HashPool;
impl HashPool {
    /// h
    pub async fn hash(&self, _p: String) -> Result<String, PasswordError> {
        Err(PasswordError)
    }
}

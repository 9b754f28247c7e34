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
/// pwhash
pub fn dovecot_pwhash(nonce: &[u8], login: &str, password: &[u8]) -> String {
    use sha2::Digest;
    let mut h = sha2::Sha256::new();
    h.update(nonce);
    h.update(login.as_bytes());
    h.update([0]);
    h.update(password);
    let d = h.finalize();
    format!("{:04x}", (u16::from(d[0]) << 8 | u16::from(d[1])) >> 4)
}

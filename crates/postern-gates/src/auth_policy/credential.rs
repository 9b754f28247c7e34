//! What Dovecot shows us: an API key in a header, or the password of Basic authentication.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hyper::HeaderMap;
use hyper::header::{AUTHORIZATION, HeaderName};
use subtle::ConstantTimeEq;

/// Longest secret, in bytes: it must fit one header line with its Basic coding.
const SECRET_BYTES_MAX: usize = 512;

/// Longest decoded Basic credential, in bytes: the secret, and as much for the user name.
const BASIC_BYTES_MAX: usize = 2 * SECRET_BYTES_MAX;

/// The one secret of a gate. It is never printed, so there is no `Debug`.
pub struct Credential {
    header: HeaderName,
    secret: Vec<u8>,
}

/// A header name or secret that no request could carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotACredential {
    /// Not the name of an HTTP header.
    #[error("not the name of an HTTP header")]
    HeaderName,
    /// Empty, too long, or with characters that a header cannot hold.
    #[error("a secret is 1 to {SECRET_BYTES_MAX} printable ASCII characters")]
    Secret,
}

impl Credential {
    /// `header` is what Dovecot's `auth_policy_server_api_header` names, `X-API-Key` if it names none. The same
    /// secret is accepted as the password of Basic authentication, with any user name, as wforce does.
    ///
    /// # Errors
    /// [`NotACredential`].
    pub fn new(header: &str, secret: &str) -> Result<Self, NotACredential> {
        let header = HeaderName::from_bytes(header.as_bytes()).map_err(|_| NotACredential::HeaderName)?;
        let is_secret = (1..=SECRET_BYTES_MAX).contains(&secret.len())
            && secret.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ');
        if is_secret { Ok(Self { header, secret: secret.into() }) } else { Err(NotACredential::Secret) }
    }

    /// Whether a request carries the secret. The comparison takes the same time wherever a wrong one differs;
    /// only the secret's length could be told from it.
    pub(super) fn is_carried_by(&self, headers: &HeaderMap) -> bool {
        let by_key = headers.get(&self.header).is_some_and(|shown| self.is(shown.as_bytes()));
        by_key || headers.get(AUTHORIZATION).is_some_and(|shown| self.is_basic(shown.as_bytes()))
    }

    fn is(&self, shown: &[u8]) -> bool {
        self.secret.as_slice().ct_eq(shown).into()
    }

    fn is_basic(&self, shown: &[u8]) -> bool {
        let Some((scheme, coded)) = shown.split_at_checked(b"Basic ".len()) else { return false };
        let mut decoded = [0; BASIC_BYTES_MAX];
        if !scheme.eq_ignore_ascii_case(b"Basic ") {
            return false;
        }
        let Ok(length) = STANDARD.decode_slice(coded.trim_ascii(), &mut decoded) else { return false };
        let decoded = &decoded[..length];
        let colon = decoded.iter().position(|byte| *byte == b':');
        colon.is_some_and(|colon| self.is(&decoded[colon + 1..]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn carried(header: &'static str, value: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header, value.parse().expect("a header value"));
        Credential::new("X-API-Key", "s3cret:x").expect("valid").is_carried_by(&headers)
    }

    fn basic(user_and_password: &str) -> String {
        format!("Basic {}", STANDARD.encode(user_and_password))
    }

    #[test]
    fn the_key_counts_in_its_header_or_as_the_basic_password_of_any_user() {
        assert!(carried("x-api-key", "s3cret:x"));
        assert!(carried("authorization", &basic("wforce:s3cret:x")));
        assert!(carried("authorization", &basic(":s3cret:x")));
        assert!(carried("authorization", &basic("wforce:s3cret:x").replace("Basic", "basic")));
    }

    #[test]
    fn anything_else_does_not() {
        assert!(!carried("x-api-key", "s3cret:y"));
        assert!(!carried("x-api-key", "s3cret:xx"));
        assert!(!carried("x-api-key", ""));
        assert!(!carried("x-other-key", "s3cret:x"));
        assert!(!carried("authorization", "s3cret:x"));
        assert!(!carried("authorization", &basic("s3cret:x")));
        assert!(!carried("authorization", &basic("wforce")));
        assert!(!carried("authorization", "Basic !!!"));
        assert!(!carried("authorization", &basic(&format!("{}:s3cret:x", "u".repeat(BASIC_BYTES_MAX)))));
    }

    #[test]
    fn a_secret_that_no_header_could_hold_is_refused() {
        let check =
            |header, secret: &str, error| assert_eq!(Credential::new(header, secret).err(), Some(error));
        check("X API", "secret", NotACredential::HeaderName);
        check("X-API-Key", "", NotACredential::Secret);
        check("X-API-Key", "a\nb", NotACredential::Secret);
        check("X-API-Key", &"x".repeat(SECRET_BYTES_MAX + 1), NotACredential::Secret);
        assert!(Credential::new("X-API-Key", &"x".repeat(SECRET_BYTES_MAX)).is_ok());
    }
}

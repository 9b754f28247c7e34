//! Secrets that we hand out: tokens of programs, one-time links, the seal on a device's cookie. Made here, kept as
//! hashes only, compared in constant time. Knows nothing of what a secret is good for.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use postern_core::token::SecretHash;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::ports::Entropy;

/// Bytes of a secret: 256 bits.
const SECRET_BYTES: usize = 32;
/// What stands between the id and the secret in a text of ours.
const SEPARATOR: char = '_';

/// A secret's text and what is kept of it. `id` is the printed id of what it opens; it is found by that, never by
/// the secret.
pub(crate) fn mint(id: &str, entropy: &dyn Entropy) -> (String, SecretHash) {
    let mut secret = [0; SECRET_BYTES];
    entropy.fill(&mut secret);
    let text = format!("{}{SEPARATOR}{}", id.replace('-', ""), URL_SAFE_NO_PAD.encode(secret));
    (text, hash(&secret))
}

/// The id and the hash of the secret in a text that somebody shows; `None` when it is not one of ours.
pub(crate) fn read(text: &str) -> Option<(&str, SecretHash)> {
    let (id, secret) = text.split_once(SEPARATOR)?;
    let secret: [u8; SECRET_BYTES] = URL_SAFE_NO_PAD.decode(secret).ok()?.try_into().ok()?;
    Some((id, hash(&secret)))
}

fn hash(secret: &[u8; SECRET_BYTES]) -> SecretHash {
    SecretHash(Sha256::digest(secret).into())
}

/// Compares all 32 bytes, whatever the first ones say.
pub(crate) fn is_same(kept: SecretHash, shown: SecretHash) -> bool {
    kept.0.ct_eq(&shown.0).into()
}

/// HMAC-SHA-256 over length-prefixed parts, so that no two lists of parts are the same bytes. `purpose` keeps seals
/// of different use apart.
pub(crate) fn seal(key: &[u8; 32], purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
    for part in std::iter::once(&purpose.as_bytes()).chain(parts) {
        mac.update(&(part.len() as u64).to_le_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// Whether the beginnings of two seals are the same; looks at every byte.
pub(crate) fn is_seal_of<const N: usize>(shown: &[u8; N], right: &[u8; N]) -> bool {
    shown.as_slice().ct_eq(right.as_slice()).into()
}

/// Whether a seal is the right one; looks at every byte.
pub(crate) fn is_seal(shown: &[u8], right: &[u8; 32]) -> bool {
    shown.ct_eq(right.as_slice()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Counting;

    impl Entropy for Counting {
        fn fill(&self, bytes: &mut [u8]) {
            for (position, byte) in bytes.iter_mut().enumerate() {
                *byte = position as u8;
            }
        }
    }

    #[test]
    fn a_secret_reads_back_as_its_id_and_hash_and_nothing_else_does() {
        let (text, kept) = mint("7K2M9-QX4TB", &Counting);
        assert_eq!(text, "7K2M9QX4TB_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
        assert_eq!(read(&text), Some(("7K2M9QX4TB", kept)));
        let (id, other) =
            read("7K2M9QX4TB_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh4").expect("well formed");
        assert_eq!(id, "7K2M9QX4TB");
        assert!(is_same(kept, kept) && !is_same(kept, other));
        for wrong in [
            "",
            "_",
            "7K2M9QX4TB",
            "7K2M9QX4TB_",
            "7K2M9QX4TB_AAEC",
            &format!("{text}A"),
            &format!("{text}_"),
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_seal_tells_purposes_keys_and_the_borders_of_parts_apart() {
        let right = seal(&[1; 32], "a", &[b"bc", b"d"]);
        assert!(is_seal(&right, &seal(&[1; 32], "a", &[b"bc", b"d"])));
        for wrong in [
            seal(&[2; 32], "a", &[b"bc", b"d"]),
            seal(&[1; 32], "b", &[b"bc", b"d"]),
            seal(&[1; 32], "a", &[b"b", b"cd"]),
            seal(&[1; 32], "a", &[b"bcd"]),
        ] {
            assert!(!is_seal(&wrong, &right));
        }
        assert!(!is_seal(&right[..31], &right) && !is_seal(&[], &right));
    }
}

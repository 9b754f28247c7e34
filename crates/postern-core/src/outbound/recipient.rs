//! One recipient as the rules see it: a keyed hash of its address and whether it is one of ours.
//!
//! Both gates and the replay read an address here, so that the same person is the same recipient everywhere.
//! Strangers choose recipients, so the hash is keyed: nobody can aim for a collision. This file does not know
//! accounts: a recipient is whoever is written to, not who they are in our directory.

use std::hash::Hasher;

use siphasher::sip::SipHasher13;

/// Tells these hashes from others under the same key.
const PURPOSE: u8 = b'r';

/// One recipient of one message, as the rules see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// Keyed hash of the normalised address (lower case, no plus-address).
    pub address_hash: u64,
    /// In one of our own domains.
    pub is_internal: bool,
}

impl Recipient {
    /// Reads an envelope address. `own_domains` are lower-case ASCII names; only an exact match is ours.
    ///
    /// Lower-cased, and what follows the first `+` of the local part is dropped (rspamd counted `user+tag@`
    /// twice until its issue 4187). Never fails: whatever a client writes is a recipient. Does not allocate.
    pub fn read(address: &str, site_key: &[u8; 32], own_domains: &[String]) -> Self {
        let address = address.trim();
        let (local, domain) = match address.rsplit_once('@') {
            Some((local, domain)) => (local, Some(domain)),
            None => (address, None),
        };
        // The second half of the site's key and a purpose: a recipient's hash must tell nothing about the
        // hash of an account's name, which is made with the first half.
        let mut key = [0; 16];
        key.copy_from_slice(&site_key[16..]);
        let mut hasher = SipHasher13::new_with_key(&key);
        hasher.write_u8(PURPOSE);
        write_folded(&mut hasher, without_plus_address(local));
        if let Some(domain) = domain {
            hasher.write_u8(b'@');
            write_folded(&mut hasher, domain);
        }
        let is_internal =
            domain.is_some_and(|domain| own_domains.iter().any(|own| own.eq_ignore_ascii_case(domain)));
        Self { address_hash: hasher.finish(), is_internal }
    }
}

fn without_plus_address(local: &str) -> &str {
    match local.split_once('+') {
        Some((mailbox, _)) if !mailbox.is_empty() => mailbox,
        Some(_) | None => local,
    }
}

fn write_folded(hasher: &mut SipHasher13, text: &str) {
    if text.is_ascii() {
        // In blocks: one call per byte would cost more than the hash itself.
        for block in text.as_bytes().chunks(32) {
            let mut folded = [0; 32];
            let folded = &mut folded[..block.len()];
            folded.copy_from_slice(block);
            folded.make_ascii_lowercase();
            hasher.write(folded);
        }
    } else {
        for folded in text.chars().flat_map(char::to_lowercase) {
            hasher.write(folded.encode_utf8(&mut [0; 4]).as_bytes());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: [u8; 32] = *b"0123456789abcdefghijklmnopqrstuv";

    fn hash(address: &str) -> u64 {
        Recipient::read(address, &KEY, &[]).address_hash
    }

    #[test]
    fn spellings_of_one_address_are_one_recipient() {
        for spelling in ["Rob@Contoso.Example", " rob@contoso.example ", "rob+news@contoso.example"] {
            assert_eq!(hash(spelling), hash("rob@contoso.example"), "{spelling}");
        }
        assert_eq!(hash("Žana@contoso.example"), hash("žana@contoso.example"));
    }

    #[test]
    fn different_addresses_and_different_keys_differ() {
        assert_ne!(hash("rob@contoso.example"), hash("bob@contoso.example"));
        assert_ne!(hash("rob@a.example"), hash("rob@b.example"));
        assert_ne!(hash("+a@b.example"), hash("+b@b.example"), "a bare plus is a mailbox of its own");
        assert_ne!(hash("rob"), Recipient::read("rob", &[7; 32], &[]).address_hash);
        let long = "x".repeat(64);
        assert_ne!(hash(&format!("{long}a@b.example")), hash(&format!("{long}b@b.example")));
    }

    #[test]
    fn only_our_own_domain_is_internal() {
        let own = ["contoso.example".to_owned()];
        let is_internal = |address| Recipient::read(address, &KEY, &own).is_internal;
        assert!(is_internal("rob@CONTOSO.example"));
        assert!(!is_internal("rob@mail.contoso.example"));
        assert!(!is_internal("contoso.example"));
        assert!(!is_internal(""));
    }
}

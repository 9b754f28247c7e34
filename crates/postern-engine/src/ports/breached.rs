//! A site's own list of passwords that became known elsewhere, beside the built-in list of common ones.

use std::io;

/// Length of a SHA-1 digest, in bytes. The lists that are in circulation are made of these.
pub const SHA1_BYTES: usize = 20;

/// Looks passwords up by their digest.
pub trait BreachedList: Send + Sync {
    /// Whether the list holds the password with this SHA-1. Reads a file, so it is called beside the gates, never
    /// in their way.
    fn holds(&self, sha1: &[u8; SHA1_BYTES]) -> io::Result<bool>;
}

/// No list of the site's own.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoBreachedList;

impl BreachedList for NoBreachedList {
    fn holds(&self, _sha1: &[u8; SHA1_BYTES]) -> io::Result<bool> {
        Ok(false)
    }
}

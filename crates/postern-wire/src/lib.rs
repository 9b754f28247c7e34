//! The small protocols in which mail servers ask us: bytes to requests, and answers to bytes.
//!
//! [`postfix_policy`] is Postfix's SMTPD policy delegation, [`auth_policy`] is Dovecot's auth-policy in
//! weakforced's JSON, [`wforce`] what else a site's scripts ask weakforced for, [`proxy_protocol`] the header
//! with which a proxy says for whom it speaks, [`milter`] the milter
//! protocol, [`postfix_log`] the lines that Postfix writes to its log, [`report`] bounces and complaints that
//! come as mail, [`sieve`] what a script does with mail. This crate is a leaf: it knows no socket, clock, engine or rule, so every codec can be fuzzed alone and split at
//! every byte boundary.
//!
//! **Promises.** Decoding never panics, whatever the bytes. A decoded request borrows from the buffer; nothing
//! is allocated for an ordinary one. What a stranger can write (addresses, a client's name for itself) can
//! never make a request undecodable: for both servers an unreadable question means that the mail passes or
//! the password is checked without us.

pub mod auth_policy;
pub mod milter;
pub mod postfix_log;
pub mod postfix_policy;
pub mod proxy_protocol;
pub mod report;
pub mod sieve;
pub mod wforce;

/// Appends `text` as printable ASCII on one line, at most `bytes_max` bytes: a control character becomes a
/// space and any other foreign character a question mark. Both protocols break on anything else.
fn push_ascii_line(out: &mut Vec<u8>, text: &str, bytes_max: usize, mut push: impl FnMut(&mut Vec<u8>, u8)) {
    for character in text.chars().take(bytes_max) {
        let byte = match character {
            ' '..='~' => character as u8,
            _ if character.is_control() => b' ',
            _ => b'?',
        };
        push(out, byte);
    }
}

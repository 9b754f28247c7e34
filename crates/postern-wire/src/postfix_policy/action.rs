//! What Postfix is answered: one `action=` line and an empty line, in the words of access(5).

use crate::push_ascii_line;

/// Longest text of a refusal, in bytes. An SMTP reply line is at most 512 octets (RFC 5321, 4.5.3.1.5), and
/// Postfix puts the code and `<recipient>: Recipient address rejected: ` in front of our text.
pub const REFUSAL_TEXT_BYTES_MAX: usize = 400;

const _: () = assert!("action=550 5.7.1 ".len() + REFUSAL_TEXT_BYTES_MAX <= 512);

/// Longest name of a restriction class, in bytes. Our own bound: Postfix has none.
const CLASS_NAME_BYTES_MAX: usize = 64;

/// A name declared in Postfix's `smtpd_restriction_classes`. An undeclared one makes Postfix answer 451 to
/// everything, so it comes from the site's configuration and never from a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestrictionClass(String);

/// A text that cannot name a restriction class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a restriction class is named by 1 to {CLASS_NAME_BYTES_MAX} ASCII letters, digits and underscores")]
pub struct NotAClassName;

impl RestrictionClass {
    /// Checks that the name cannot break the answer's line or be read as two words.
    ///
    /// # Errors
    /// [`NotAClassName`].
    pub fn new(name: impl Into<String>) -> Result<Self, NotAClassName> {
        let name = name.into();
        let is_name = (1..=CLASS_NAME_BYTES_MAX).contains(&name.len())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        if is_name { Ok(Self(name)) } else { Err(NotAClassName) }
    }

    /// The name as Postfix knows it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action<'a> {
    /// Nothing to say: the next restriction in the list decides.
    Dunno,
    /// Evaluate this restriction class, which ends the list.
    Class(&'a RestrictionClass),
    /// Wait so many seconds, then evaluate the class, or the next restriction where there is none.
    Sleep {
        /// Seconds, as Postfix has nothing finer.
        delay_s: u8,
        /// The class that ends the list.
        class: Option<&'a RestrictionClass>,
    },
    /// Refuse for good with the code 550 5.7.1. The text is made printable ASCII on one line and is cut at
    /// [`REFUSAL_TEXT_BYTES_MAX`].
    Refuse {
        /// What the client is told after the code.
        text: &'a str,
    },
    /// End the session: 421 4.7.0, after which Postfix closes the connection (RFC 5321, 3.8). The text is treated like
    /// that of a refusal.
    Close {
        /// What the client is told after the code.
        text: &'a str,
    },
}

impl Action<'_> {
    /// Appends the answer with its empty line.
    pub fn encode(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"action=");
        match self {
            Action::Dunno => out.extend_from_slice(b"DUNNO"),
            Action::Class(class) => out.extend_from_slice(class.0.as_bytes()),
            Action::Sleep { delay_s, class } => {
                out.extend_from_slice(b"sleep ");
                out.extend_from_slice(delay_s.to_string().as_bytes());
                if let Some(class) = class {
                    out.extend_from_slice(b", ");
                    out.extend_from_slice(class.0.as_bytes());
                }
            }
            Action::Refuse { text } => {
                out.extend_from_slice(b"550 5.7.1 ");
                push_ascii_line(out, text, REFUSAL_TEXT_BYTES_MAX, Vec::push);
            }
            Action::Close { text } => {
                out.extend_from_slice(b"421 4.7.0 ");
                push_ascii_line(out, text, REFUSAL_TEXT_BYTES_MAX, Vec::push);
            }
        }
        out.extend_from_slice(b"\n\n");
    }
}

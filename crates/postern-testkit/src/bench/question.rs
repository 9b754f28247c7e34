//! The protocols that the benchmark speaks: where an answer ends, and whether it lets through. Knows no connection.

/// The protocols that the benchmark speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Question {
    /// Postfix's policy delegation, one RCPT each.
    Policy,
    /// Dovecot's auth-policy: an allow before the check, one after it and the report, in turn.
    SignIn,
    /// A mail server's milter, whole mails of one recipient each.
    Milter,
}

impl Question {
    /// The name in tables and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Question::Policy => "policy",
            Question::SignIn => "sign-in",
            Question::Milter => "milter mails",
        }
    }

    /// Whether a whole visit is counted and timed, from its first request to its last answer, and not each request: a mail
    /// server sends the next step of a mail at once, and ends the mail where a step is refused.
    pub const fn is_counted_whole(self) -> bool {
        match self {
            Question::Policy | Question::SignIn => false,
            Question::Milter => true,
        }
    }

    /// Where the first reply in `bytes` ends, once it is whole.
    pub fn reply_end(self, bytes: &[u8]) -> Option<usize> {
        match self {
            Question::Policy => find(bytes, b"\n\n").map(|at| at + 2),
            Question::SignIn => {
                let head = find(bytes, b"\r\n\r\n")? + 4;
                let length = find(&bytes[..head], b"ontent-length: ")
                    .or_else(|| find(&bytes[..head], b"ontent-Length: "))?;
                let digits = bytes[length + 15..head].iter().take_while(|byte| byte.is_ascii_digit());
                let body = digits.fold(0, |body, digit| body * 10 + usize::from(digit - b'0'));
                (bytes.len() >= head + body).then_some(head + body)
            }
            Question::Milter => {
                let end = 4 + u32::from_be_bytes(*bytes.first_chunk()?) as usize;
                (bytes.len() >= end).then_some(end)
            }
        }
    }

    /// Whether a reply lets the mail or the sign-in through.
    pub fn is_yes(self, reply: &[u8]) -> bool {
        match self {
            Question::Policy => {
                let word = reply.strip_prefix(b"action=").unwrap_or_default();
                word.starts_with(b"DUNNO") || word.starts_with(b"postern_open")
            }
            Question::SignIn => {
                reply.starts_with(b"HTTP/1.1 200")
                    && (reply.ends_with(br#"{"status":"ok"}"#) || find(reply, br#""status":0"#).is_some())
            }
            // "Go on", or "skip the rest of the body".
            Question::Milter => matches!(reply.get(4), Some(b'c' | b's')),
        }
    }
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replies_end_where_their_protocol_says() {
        assert_eq!(Question::Policy.reply_end(b"action=DUNNO\n"), None);
        assert_eq!(Question::Policy.reply_end(b"action=DUNNO\n\nx"), Some(14));
        let reply = b"HTTP/1.1 200 OK\r\ncontent-length: 15\r\n\r\n{\"status\":\"ok\"}";
        assert_eq!(Question::SignIn.reply_end(reply), Some(reply.len()));
        assert_eq!(Question::SignIn.reply_end(&reply[..reply.len() - 1]), None);
        assert!(Question::SignIn.is_yes(reply));
        assert!(!Question::SignIn.is_yes(b"HTTP/1.1 200 OK\r\n\r\n{\"status\":-1,\"msg\":\"\"}"));
        assert!(!Question::Policy.is_yes(b"action=550 5.7.1 no\n\n"));
        assert_eq!(Question::Milter.reply_end(b"\0\0\0\x01"), None);
        assert_eq!(Question::Milter.reply_end(b"\0\0\0\x01cx"), Some(5));
        assert!(Question::Milter.is_yes(b"\0\0\0\x01c") && Question::Milter.is_yes(b"\0\0\0\x01s"));
        assert!(!Question::Milter.is_yes(b"\0\0\0\x01a"), "a mail that is not looked at is not measured");
    }
}

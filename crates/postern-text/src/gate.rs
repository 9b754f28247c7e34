//! What a refused mail program is told over SMTP: one line of English ASCII, for the live answer and for the
//! map that counts when we are not there. Knows neither reply codes (550 5.7.1) nor the protocol.

use postern_core::account::Language;
use postern_core::ids::RestrictionId;

use crate::words::Words;
use crate::{Key, key};

/// Longest text in bytes: an SMTP reply line holds 512 bytes with its code and line end (RFC 5321, section
/// 4.5.3.1.5), and Postfix puts `<login>: Sender address rejected: ` or the like before ours.
pub const REPLY_BYTES_MAX: usize = 400;

/// That sending is restricted, with the code that the help desk asks for and the address of the page that
/// explains it, `url` with the code behind a slash. It is left out when it is not printable ASCII without blanks or would make the line longer
/// than [`REPLY_BYTES_MAX`].
pub fn sending_refused(code: RestrictionId, url: &str) -> String {
    told(code, url, key::GATE_SENDING_REFUSED, key::GATE_SENDING_REFUSED_WITHOUT_PAGE)
}

/// That signing in is blocked, so that an open session ends here; with the code and the page in the same way.
pub fn session_ended(code: RestrictionId, url: &str) -> String {
    told(code, url, key::GATE_SESSION_ENDED, key::GATE_SESSION_ENDED_WITHOUT_PAGE)
}

fn told(code: RestrictionId, url: &str, with_page: Key, without: Key) -> String {
    let words = Words::in_language(Language::En);
    let code = code.to_string();
    if !url.is_empty() && url.len() < REPLY_BYTES_MAX && url.bytes().all(|byte| byte.is_ascii_graphic()) {
        let page = format!("{url}/{code}");
        let text = words.say(with_page, &[("code", (&code).into()), ("url", (&page).into())]);
        if text.len() <= REPLY_BYTES_MAX {
            return text;
        }
    }
    words.say(without, &[("code", (&code).into())])
}

/// The page where the holder of a temporary password sets another, below the site's web address.
pub const PASSWORD_PAGE: &str = "/password";

/// That the password is a temporary one, with the page that sets another. Told to whoever showed it, and nobody else.
pub fn temporary_password_refused(url: &str) -> String {
    let words = Words::in_language(Language::En);
    if !url.is_empty() && url.len() < REPLY_BYTES_MAX && url.bytes().all(|byte| byte.is_ascii_graphic()) {
        let text = words.say(key::GATE_TEMPORARY_PASSWORD, &[("url", url.into())]);
        if text.len() <= REPLY_BYTES_MAX {
            return text;
        }
    }
    words.say(key::GATE_TEMPORARY_PASSWORD_WITHOUT_PAGE, &[])
}

/// That the temporary password has expired.
pub fn temporary_password_expired() -> String {
    Words::in_language(Language::En).say(key::GATE_TEMPORARY_PASSWORD_EXPIRED, &[])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(url: &str) -> String {
        let code = RestrictionId::from_random(u64::MAX);
        check_line(&session_ended(code, url));
        let text = sending_refused(code, url);
        check_line(&text);
        text
    }

    fn check_line(text: &str) {
        assert!(text.bytes().all(|byte| (b' '..=b'~').contains(&byte)), "not one line of ASCII: {text:?}");
        assert!(text.len() <= REPLY_BYTES_MAX, "{} bytes", text.len());
        assert!(text.contains("[ZZZZZ-ZZZZZ]"), "{text}");
    }

    #[test]
    fn a_refused_sender_is_told_the_code_and_the_page() {
        let text = check("https://mail.contoso.example/why");
        assert!(text.contains("See https://mail.contoso.example/why/ZZZZZ-ZZZZZ "), "{text}");
        assert!(text.contains("receiving is not affected"), "{text}");
    }

    #[test]
    fn the_holder_of_a_temporary_password_is_told_where_to_set_another_in_one_line_of_ascii() {
        let text = temporary_password_refused("https://mail.contoso.example/password");
        assert!(text.contains(" https://mail.contoso.example/password "), "{text}");
        let too_long = format!("https://{}", "a".repeat(REPLY_BYTES_MAX));
        for text in [text, temporary_password_refused(&too_long), temporary_password_expired()] {
            assert!(text.bytes().all(|byte| (b' '..=b'~').contains(&byte)), "{text}");
            assert!(text.len() <= REPLY_BYTES_MAX && !text.contains("aaa"), "{text}");
        }
    }

    #[test]
    fn an_address_that_does_not_fit_is_left_out_whole() {
        let longest = (0..REPLY_BYTES_MAX)
            .rev()
            .map(|length| format!("https://{}", "a".repeat(length)))
            .find(|url| check(url).contains(url.as_str()))
            .expect("short addresses fit");
        assert_eq!(check(&longest).len(), REPLY_BYTES_MAX);
        assert!(!check(&format!("{longest}a")).contains("aaa"));
    }

    #[test]
    fn an_address_that_would_break_the_line_is_left_out() {
        for url in ["", "https://bücher.example/", "https://a.example/ b", "https://a.example/\r\n250 ok"] {
            assert!(!check(url).contains("See "), "{url:?}");
        }
    }
}

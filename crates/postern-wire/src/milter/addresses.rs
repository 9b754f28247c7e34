//! The mail addresses in a From, Sender or Reply-To header (RFC 5322, 3.4), read as a mail program shows them: names,
//! comments and quoted strings are passed over, and what is no address is none.
//!
//! It is not a validating parser. Whoever writes a header wrongly on purpose gains nothing: an address that we do not
//! see here is one that mail programs do not show either, or show as the nonsense that it is.

/// Most addresses of one header that are read. A From has one; mailing lists and committees have a few.
pub const ADDRESSES_MAX: usize = 16;

/// The addresses of a header's value, in order, at most [`ADDRESSES_MAX`].
pub fn addresses(value: &str) -> Vec<&str> {
    let mut found = Vec::new();
    // Where the present mailbox begins, and its address in angle brackets once that was read.
    let (mut start, mut angle) = (0, None);
    let mut scan = Scan { text: value, at: 0 };
    while found.len() < ADDRESSES_MAX {
        let (at, sign) = scan.next_special();
        match sign {
            Some(b'<') => {
                let end = scan.skip_past(b'>');
                angle = Some(&value[at + 1..end]);
            }
            // A group's name ends with a colon, the group with a semicolon.
            Some(b':') => start = scan.at,
            Some(b',' | b';') | None => {
                let text = angle.take().unwrap_or(&value[start..at]);
                found.extend(address(text));
                start = scan.at;
                if sign.is_none() {
                    break;
                }
            }
            Some(_) => {}
        }
    }
    found
}

/// The address in a mailbox without angle brackets, or within them: without comments and blanks around it.
fn address(text: &str) -> Option<&str> {
    let text = match (text.find('('), text.rfind(')')) {
        // Before or behind the address: `ana@x.example (Ana)` was usual once.
        (Some(open), Some(close)) if open < close => {
            let (before, behind) = (text[..open].trim(), text[close + 1..].trim());
            if before.is_empty() { behind } else { before }
        }
        _ => text.trim(),
    };
    // An obsolete route in front: `@a,@b:ana@x.example`.
    let text = text.rsplit_once(':').filter(|_| text.starts_with('@')).map_or(text, |(_, address)| address);
    let is_address =
        text.contains('@') && !text.contains(|c: char| c.is_whitespace() || c == '<' || c == '>');
    is_address.then_some(text)
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl Scan<'_> {
    /// The next sign that structures the header, outside quotes and comments; `None` at its end.
    fn next_special(&mut self) -> (usize, Option<u8>) {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            let at = self.at;
            self.at += 1;
            match byte {
                b'"' => self.skip_quoted(),
                b'(' => self.skip_comment(),
                b'<' | b',' | b';' | b':' => return (at, Some(byte)),
                _ => {}
            }
        }
        (bytes.len(), None)
    }

    /// Behind a quoted string; at the end when it is never closed.
    fn skip_quoted(&mut self) {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            self.at += 1;
            match byte {
                b'\\' => self.at = (self.at + 1).min(bytes.len()),
                b'"' => return,
                _ => {}
            }
        }
    }

    /// Behind a comment, which may hold others.
    fn skip_comment(&mut self) {
        let bytes = self.text.as_bytes();
        let mut depth = 1_usize;
        while let Some(&byte) = bytes.get(self.at) {
            self.at += 1;
            match byte {
                b'\\' => self.at = (self.at + 1).min(bytes.len()),
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// Reads on until behind `sign`, and tells where it was; the end when it never comes.
    fn skip_past(&mut self, sign: u8) -> usize {
        let bytes = self.text.as_bytes();
        let length = bytes[self.at..].iter().position(|&byte| byte == sign);
        let end = length.map_or(bytes.len(), |length| self.at + length);
        self.at = (end + 1).min(bytes.len());
        end
    }
}

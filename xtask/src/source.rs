//! Reads Rust text as far as the file rules need it: which bytes are code, which are comments, which are the
//! insides of string literals, and where functions begin and end. It is a scanner, not a parser: it does not
//! know types, macros or whether the text compiles.

mod functions;

pub use functions::functions;

/// A Rust file taken apart. Lines keep their numbers in every part.
pub struct Parts {
    /// The text with comments and the insides of literals replaced by spaces.
    pub code: String,
    /// The text of comments, everything else replaced by spaces.
    pub comments: String,
    /// The insides of string literals, with the line (from 1) each begins in.
    pub strings: Vec<(usize, String)>,
}

/// Takes a file apart.
pub fn take_apart(text: &str) -> Parts {
    let mut scanner =
        Scanner { bytes: text.as_bytes(), at: 0, line: 1, code: Vec::new(), comments: Vec::new() };
    let mut strings = Vec::new();
    while scanner.at < scanner.bytes.len() {
        scanner.step(&mut strings);
    }
    Parts { code: into_text(scanner.code), comments: into_text(scanner.comments), strings }
}

/// Only whole characters are replaced by spaces, byte for byte, so this is UTF-8 again.
fn into_text(bytes: Vec<u8>) -> String {
    String::from_utf8_lossy(&bytes).into_owned()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Code,
    Comment,
    Literal,
}

struct Scanner<'text> {
    bytes: &'text [u8],
    at: usize,
    line: usize,
    code: Vec<u8>,
    comments: Vec<u8>,
}

impl Scanner<'_> {
    fn rest(&self) -> &[u8] {
        &self.bytes[self.at.min(self.bytes.len())..]
    }

    fn step(&mut self, strings: &mut Vec<(usize, String)>) {
        let rest = self.rest();
        if rest.starts_with(b"//") {
            let length = rest.iter().position(|&byte| byte == b'\n').unwrap_or(rest.len());
            self.take(length, Kind::Comment);
        } else if rest.starts_with(b"/*") {
            self.take(block_comment_length(rest), Kind::Comment);
        } else if let Some(hashes) = self.raw_string() {
            let line = self.line;
            let opening = rest.iter().position(|&byte| byte == b'"').map_or(rest.len(), |quote| quote + 1);
            let closing = [b"\"".as_slice(), &b"#".repeat(hashes)].concat();
            self.take(opening, Kind::Code);
            let rest = self.rest();
            let length = rest.windows(closing.len()).position(|end| end == closing).unwrap_or(rest.len());
            strings.push((line, self.take(length, Kind::Literal)));
            self.take(closing.len(), Kind::Code);
        } else if rest[0] == b'"' {
            let line = self.line;
            self.take(1, Kind::Code);
            let length = literal_length(self.rest(), b'"');
            strings.push((line, self.take(length, Kind::Literal)));
            self.take(1, Kind::Code);
        } else if let Some(length) = character_length(rest) {
            self.take(length, Kind::Literal);
        } else {
            self.take(1, Kind::Code);
        }
    }

    /// How many hashes open a raw string here, if one opens here.
    fn raw_string(&self) -> Option<usize> {
        let is_in_word = self.at > 0 && is_word(self.bytes[self.at - 1]);
        let rest = self.rest();
        let after = rest.strip_prefix(b"br").or_else(|| rest.strip_prefix(b"r"))?;
        let hashes = after.iter().take_while(|&&byte| byte == b'#').count();
        (!is_in_word && after.get(hashes) == Some(&b'"')).then_some(hashes)
    }

    fn take(&mut self, length: usize, kind: Kind) -> String {
        let taken = &self.bytes[self.at..(self.at + length).min(self.bytes.len())];
        for &byte in taken {
            let blank = if byte == b'\n' { b'\n' } else { b' ' };
            self.code.push(if kind == Kind::Code { byte } else { blank });
            self.comments.push(if kind == Kind::Comment { byte } else { blank });
            self.line += usize::from(byte == b'\n');
        }
        self.at += taken.len();
        String::from_utf8_lossy(taken).into_owned()
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Block comments nest in Rust.
fn block_comment_length(rest: &[u8]) -> usize {
    let (mut depth, mut at) = (0usize, 0);
    while at < rest.len() {
        if rest[at..].starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                break;
            }
        } else {
            at += 1;
        }
    }
    at
}

/// Up to the closing quote that no backslash protects.
fn literal_length(rest: &[u8], quote: u8) -> usize {
    let mut at = 0;
    while at < rest.len() && rest[at] != quote {
        at += if rest[at] == b'\\' { 2 } else { 1 };
    }
    at.min(rest.len())
}

/// The length of a character literal, quotes included; a lifetime is none.
fn character_length(rest: &[u8]) -> Option<usize> {
    if rest.first() != Some(&b'\'') {
        return None;
    }
    if rest.get(1) == Some(&b'\\') {
        return Some(literal_length(&rest[1..], b'\'') + 2);
    }
    // One character of one to four bytes, then the closing quote.
    let character = std::str::from_utf8(&rest[1..rest.len().min(5)])
        .unwrap_or_else(|error| std::str::from_utf8(&rest[1..1 + error.valid_up_to()]).unwrap_or_default());
    let length = character.chars().next()?.len_utf8();
    (rest.get(1 + length) == Some(&b'\'')).then_some(length + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_strings_and_code_are_told_apart() {
        let parts =
            take_apart("let a = \"x // y\"; // why \"z\"\nlet b = r#\"q \" s\"#; /* c /* d */ e */ f()");
        assert_eq!(parts.strings, [(1, "x // y".to_owned()), (2, "q \" s".to_owned())]);
        assert!(parts.comments.contains("// why \"z\"") && parts.comments.contains("/* c /* d */ e */"));
        assert!(parts.code.contains("let a = \"      \";") && parts.code.ends_with("f()"));
    }

    #[test]
    fn a_quote_in_a_character_opens_no_string_and_a_lifetime_is_code() {
        let parts = take_apart("fn f<'a>(x: &'a str) { m('\"', '\\'', '{', 'ž', b'\"'); \"s\" }");
        assert_eq!(parts.strings, [(1, "s".to_owned())]);
        assert!(parts.code.contains("<'a>(x: &'a str)"), "{}", parts.code);
        assert_eq!(parts.code.matches('{').count(), 1);
    }

    #[test]
    fn every_part_keeps_the_lines() {
        let text = "/* a\nb */ \"c\nd\" // e\n'\\n'\n";
        let parts = take_apart(text);
        assert_eq!(parts.code.lines().count(), text.lines().count());
        assert_eq!(parts.comments.lines().count(), text.lines().count());
    }
}

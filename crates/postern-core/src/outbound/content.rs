//! What of a message is compared with other messages: the text as a whole, and the links in it. Out come bytes to be
//! hashed, one after the other; nothing is kept.
//!
//! The text is compared as it was sent, not as it is shown: a campaign's copies come out of one program, so they are
//! coded alike. Lines that differ by themselves are left out (the boundaries and headers of parts), and so is what the
//! writer did not write (quoted lines). Case and blanks do not count. A link is compared without its scheme, `www.`,
//! query and fragment, where campaigns keep the recipient's number; links to our own domains are nobody's campaign.
//!
//! It deliberately does not decode: a link within base64 is part of the text and not a link here (docs/explain-outbound.md).

use smallvec::SmallVec;

/// Only this much of a message is looked at.
pub const BODY_BYTES_MAX: usize = 32 * 1024;
/// A text with fewer letters is like many others: "thanks", "see attachment" with a signature.
pub const TEXT_BYTES_MIN: usize = 200;
/// Most links of one message; more are a newsletter's, whose first ones will do.
pub const LINKS_MAX: usize = 8;
/// Of a longer link only this much is compared.
const LINK_BYTES_MAX: usize = 200;

/// One thing to compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// The text as a whole, normalised.
    Text(Vec<u8>),
    /// A link, normalised: host and path.
    Link(Vec<u8>),
}

/// What of the body is compared, at most one text and [`LINKS_MAX`] different links. `own_domains` are in lower case.
pub fn items(body: &[u8], own_domains: &[String]) -> SmallVec<[Item; 2]> {
    let body = &body[..body.len().min(BODY_BYTES_MAX)];
    let mut text = Vec::with_capacity(body.len());
    let mut unfolded = Vec::with_capacity(body.len());
    let mut in_part_headers = false;
    for line in body.split(|&byte| byte == b'\n') {
        let line = line.trim_ascii();
        if line.starts_with(b"--") {
            // A boundary, or a signature's "-- ": headers of a part may follow.
            in_part_headers = true;
            continue;
        }
        in_part_headers = in_part_headers && is_part_header(line);
        if in_part_headers || line.starts_with(b">") {
            continue;
        }
        text.extend(line.iter().filter(|byte| !byte.is_ascii_whitespace()).map(u8::to_ascii_lowercase));
        // Quoted-printable breaks long lines, links among them.
        match line.strip_suffix(b"=") {
            Some(broken) => unfolded.extend_from_slice(broken),
            None => {
                unfolded.extend_from_slice(line);
                unfolded.push(b'\n');
            }
        }
    }
    let mut items = SmallVec::new();
    if text.len() >= TEXT_BYTES_MIN {
        items.push(Item::Text(text));
    }
    let mut links = 0;
    for link in Links(&unfolded) {
        let Some(link) = normal_link(link, own_domains) else { continue };
        let item = Item::Link(link);
        if !items.contains(&item) {
            items.push(item);
            links += 1;
        }
        if links == LINKS_MAX {
            break;
        }
    }
    items
}

/// `Content-Type: text/plain` and its continuation lines, which are indented and therefore trimmed to a parameter.
fn is_part_header(line: &[u8]) -> bool {
    let has_prefix =
        |prefix: &[u8]| line.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    [&b"content-"[..], b"charset=", b"boundary=", b"name=", b"filename=", b"type=", b"format="]
        .into_iter()
        .any(has_prefix)
}

struct Links<'a>(&'a [u8]);

impl<'a> Iterator for Links<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        loop {
            let scheme = self.0.windows(3).position(|three| three == b"://")?;
            let is_web = [&b"http"[..], b"https"].into_iter().any(|name| {
                scheme >= name.len() && self.0[scheme - name.len()..scheme].eq_ignore_ascii_case(name)
            });
            let rest = &self.0[scheme + 3..];
            if !is_web {
                self.0 = rest;
                continue;
            }
            let is_end = |byte: &u8| byte.is_ascii_whitespace() || b"\"'<>()[]{}|\\^`".contains(byte);
            let end = rest.iter().position(is_end).unwrap_or(rest.len());
            self.0 = &rest[end..];
            return Some(&rest[..end]);
        }
    }
}

/// Host and path; `None` where there is no host, or it is ours.
fn normal_link(link: &[u8], own_domains: &[String]) -> Option<Vec<u8>> {
    let end = link.iter().position(|byte| b"?#".contains(byte)).unwrap_or(link.len());
    // `=3D` and the like are quoted-printable for what ends the path anyway.
    let end = link[..end].windows(3).position(|three| three == b"=3D" || three == b"=3d").unwrap_or(end);
    let link = link[..end.min(LINK_BYTES_MAX)].to_ascii_lowercase();
    let link = link.strip_prefix(b"www.").unwrap_or(&link);
    let host_end = link.iter().position(|&byte| byte == b'/' || byte == b':').unwrap_or(link.len());
    let (host, path) = link.split_at(host_end);
    let host = host.strip_suffix(b".").unwrap_or(host);
    let is_ours = own_domains
        .iter()
        .map(String::as_bytes)
        .any(|own| host.strip_suffix(own).is_some_and(|before| before.is_empty() || before.ends_with(b".")));
    if !host.contains(&b'.') || is_ours {
        return None;
    }
    // What a sentence puts behind a link.
    let path = path.trim_ascii_end();
    let trailing = path.iter().rev().take_while(|byte| b"/.,;:!".contains(byte)).count();
    Some([host, &path[..path.len() - trailing]].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(body: &str) -> Vec<String> {
        let own = ["contoso.example".to_owned()];
        let links = items(body.as_bytes(), &own).into_iter().filter_map(|item| match item {
            Item::Link(link) => Some(String::from_utf8_lossy(&link).into_owned()),
            Item::Text(_) => None,
        });
        links.collect()
    }

    fn text(body: &str) -> Option<Vec<u8>> {
        items(body.as_bytes(), &[]).into_iter().find_map(|item| match item {
            Item::Text(text) => Some(text),
            Item::Link(_) => None,
        })
    }

    #[test]
    fn a_link_is_the_same_whoever_it_is_counted_for_and_our_own_are_none() {
        assert_eq!(links("see HTTPS://WWW.Evil.example/pay/?id=17&x=1 now"), ["evil.example/pay"]);
        assert_eq!(links("<a href=3D\"http://evil.example/pay=3Fid=3D18\">"), ["evil.example/pay=3fid"]);
        assert_eq!(links("(https://evil.example/pay#y), https://evil.example/pay."), ["evil.example/pay"]);
        assert_eq!(links("https://evil.exam=\r\nple/pay"), ["evil.example/pay"]);
        assert_eq!(
            links("https://www.contoso.example/a https://shop.Contoso.example. http://contoso.example:8080"),
            [""; 0]
        );
        assert_eq!(links("https://notcontoso.example/"), ["notcontoso.example"]);
        assert_eq!(links("ftp://evil.example :// http:// https://localhost/x"), [""; 0]);
        assert_eq!(links("> the quoted https://evil.example/pay"), [""; 0]);
        let many: String = (0..20).map(|number| format!("https://host{number}.example/ ")).collect();
        assert_eq!(links(&many).len(), LINKS_MAX);
    }

    #[test]
    fn a_text_is_the_same_in_other_boundaries_and_short_texts_are_like_many() {
        let story =
            "We have noticed that your mailbox is full. Please confirm your account within 24 hours. "
                .repeat(4);
        let in_parts = |boundary: &str| {
            format!(
                "--{boundary}\r\nContent-Type: text/plain;\r\n charset=utf-8\r\n\r\n{story}\r\n--{boundary}--\r\n"
            )
        };
        assert!(text(&in_parts("aaa")).is_some());
        assert_eq!(text(&in_parts("aaa")), text(&in_parts("bbb")));
        assert_eq!(text(&in_parts("aaa")), text(&story.to_uppercase()));
        assert_ne!(text(&story), text(&format!("Dear Ana, {story}")));
        assert_eq!(text(&"x".repeat(TEXT_BYTES_MIN - 1)), None);
        assert!(text(&"x".repeat(TEXT_BYTES_MIN)).is_some());
        assert_eq!(text(&format!("Thanks!\n> {story}\n")), None, "only quoted");
        assert_eq!(text(&"y ".repeat(BODY_BYTES_MAX)).map(|text| text.len()), Some(BODY_BYTES_MAX / 2));
    }

    proptest::proptest! {
        #[test]
        fn no_body_is_too_strange(body: Vec<u8>) {
            proptest::prop_assert!(items(&body, &["x.example".to_owned()]).len() <= LINKS_MAX + 1);
        }
    }
}

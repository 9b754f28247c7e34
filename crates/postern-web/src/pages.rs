//! Pages for people. Each works without script, by keyboard and at 320 px; structure is here, words are
//! postern-text's, looks are in `static/postern.css`.
//!
//! **Map.** [`admin`]: the admin centre. [`new_place`]: the owner's one-time link. [`mailed_link`]: links that are mailed to an owner. [`password`]: a temporary password is replaced. [`recovery`]: the owner comes back by proofs. [`my`]: the owner looks after the account. [`start`]: where to begin, and where a refused mail leads. [`plot`]: pictures.
//! `same_origin`: whether a form was ours. Templates stand in `templates/` and escape whatever is put into them; what is
//! put together here goes through [`Safe`].

pub mod admin;
pub mod mailed_link;
pub mod my;
pub mod new_place;
pub mod password;
pub mod plot;
pub mod recovery;
pub(crate) mod same_origin;
pub mod sign_in_line;
pub mod start;

use std::fmt;

use askama::Template;
use axum::http::HeaderMap;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use postern_core::account::Language;
use postern_text::{Arg, Key, Words, key};

/// What never changes under its address may be kept for a year.
const KEPT: &str = "public, max-age=31536000, immutable";

/// Where the style sheet is; the number changes with its content, because it may be kept for a year.
pub const STYLE_PATH: &str = "/static/postern.12.css";
const STYLE: &str = concat!(include_str!("../static/tokens.css"), include_str!("../static/postern.css"));

/// Where the keys of the admin centre are; the number changes with their content.
pub const KEYS_PATH: &str = "/static/keys.1.js";

/// `GET` of [`KEYS_PATH`]
pub async fn keys() -> Response {
    let headers = [
        (CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    (headers, include_str!("../static/keys.js")).into_response()
}

/// Where the script of passkeys is; the number changes with its content.
pub const PASSKEY_PATH: &str = "/static/passkey.1.js";

/// `GET` of [`PASSKEY_PATH`]
pub async fn passkey() -> Response {
    let headers = [(CONTENT_TYPE, "text/javascript; charset=utf-8"), (CACHE_CONTROL, KEPT)];
    (headers, include_str!("../static/passkey.js")).into_response()
}

/// `GET` of [`STYLE_PATH`]
pub async fn style() -> Response {
    let headers = [(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, KEPT)];
    (headers, STYLE).into_response()
}

/// Where the icon is, which browsers ask for at `/favicon.ico` when a page names none; the number changes with it.
pub const ICON_PATH: &str = "/static/icon.1.svg";
const ICON: &str = include_str!("../static/icon.svg");

/// `GET` of [`ICON_PATH`]
pub async fn icon() -> Response {
    let headers = [(CONTENT_TYPE, "image/svg+xml"), (CACHE_CONTROL, KEPT)];
    (headers, ICON).into_response()
}

/// Text as HTML shows it, in an element or a quoted attribute.
pub struct Safe<'a>(pub &'a str);

impl fmt::Display for Safe<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                other => write!(f, "{other}")?,
            }
        }
        Ok(())
    }
}

/// The names of our languages, each in itself.
const LANGUAGE_NAMES: [(Language, &str); 6] = [
    (Language::En, "English"),
    (Language::Sv, "Svenska"),
    (Language::Lv, "Latviešu"),
    (Language::Sl, "Slovenščina"),
    (Language::Nb, "Norsk bokmål"),
    (Language::El, "Ελληνικά"),
];

/// A language's name in itself.
pub(crate) fn language_name(language: Language) -> &'static str {
    let named = LANGUAGE_NAMES.iter().find(|(named, _)| *named == language);
    named.map_or(language.code(), |(_, name)| name)
}

/// The reader's language: what the address says, else the one of ours that the browser wants most, else English.
pub fn language(asked: Option<&str>, headers: &HeaderMap) -> Language {
    asked.and_then(Language::from_code).unwrap_or_else(|| {
        let wanted = headers.get(axum::http::header::ACCEPT_LANGUAGE);
        best(wanted.and_then(|value| value.to_str().ok()).unwrap_or(""))
    })
}

/// The best of `Accept-Language` (RFC 9110, section 12.5.4): highest weight first, the earlier of two alike. Norwegian
/// of either kind is answered in Bokmål.
fn best(wanted: &str) -> Language {
    let mut choice = (0_u32, Language::En);
    for range in wanted.split(',') {
        let mut parts = range.split(';');
        let tag = parts.next().unwrap_or("").trim().split('-').next().unwrap_or("").to_ascii_lowercase();
        let language = match tag.as_str() {
            "no" | "nn" => Some(Language::Nb),
            tag => Language::from_code(tag),
        };
        let weight = parts.find_map(|part| part.trim().strip_prefix("q=")).map_or(1_000, thousandths);
        if let Some(language) = language
            && weight > choice.0
        {
            choice = (weight, language);
        }
    }
    choice.1
}

fn thousandths(weight: &str) -> u32 {
    let weight: f32 = weight.trim().parse().unwrap_or(0.0);
    if (0.0..=1.0).contains(&weight) { (weight * 1_000.0) as u32 } else { 0 }
}

/// A whole page for people outside the admin centre, and for its door. `main` is HTML already.
pub(crate) fn portal_page(words: &'static Words, title: &str, main: &str) -> String {
    portal_page_at(words, title, main, "", "")
}

/// The same below `root`, with what of the address's query stays when the language changes.
pub(crate) fn portal_page_at(
    words: &'static Words,
    title: &str,
    main: &str,
    root: &str,
    query_before_lang: &str,
) -> String {
    let page = Portal { words, title, main, root, query_before_lang, is_once: false };
    // Nothing in it can fail: a template of ours, written into a text.
    page.render().unwrap_or_default()
}

/// A page that can be seen once, so that it offers no other language: the link would lead away from it.
pub(crate) fn portal_page_once(words: &'static Words, title: &str, main: &str, root: &str) -> String {
    let page = Portal { words, title, main, root, query_before_lang: "", is_once: true };
    page.render().unwrap_or_default()
}

/// How people reach the help desk, as the site wrote it; HTML, nothing where it wrote none.
pub(crate) fn contact(engine: &postern_engine::Engine, words: &'static Words) -> String {
    let Some((language, line)) = engine.site().contact.line(words.language()) else { return String::new() };
    let lang = language.code();
    let head = Safe(&words.t(key::HELP_CONTACT)).to_string();
    format!("<section class=\"gap\"><h2>{head}</h2>\n<p lang=\"{lang}\">{}</p></section>\n", Safe(line))
}

/// A message's name as a template passes it: behind one reference or two.
pub trait AsKey {
    /// The name.
    fn as_key(&self) -> Key;
}

impl AsKey for Key {
    fn as_key(&self) -> Key {
        *self
    }
}

impl<T: AsKey + ?Sized> AsKey for &T {
    fn as_key(&self) -> Key {
        (**self).as_key()
    }
}

/// How a template says something.
pub trait Tell {
    /// A sentence or label without arguments.
    fn t(&self, key: impl AsKey) -> String;
    /// One with arguments.
    fn tell(&self, key: impl AsKey, arguments: &[(&'static str, Arg<'_>)]) -> String;
}

impl Tell for Words {
    fn t(&self, key: impl AsKey) -> String {
        self.say(key.as_key(), &[])
    }

    fn tell(&self, key: impl AsKey, arguments: &[(&'static str, Arg<'_>)]) -> String {
        self.say(key.as_key(), arguments)
    }
}

/// The languages that the page is not in.
pub(crate) fn other_languages(words: &Words) -> impl Iterator<Item = (&'static str, &'static str)> {
    let shown = words.language();
    LANGUAGE_NAMES
        .iter()
        .filter(move |(language, _)| *language != shown)
        .map(|&(language, name)| (language.code(), name))
}

#[derive(Template)]
#[template(path = "portal.html")]
struct Portal<'a> {
    words: &'static Words,
    title: &'a str,
    main: &'a str,
    root: &'a str,
    query_before_lang: &'a str,
    is_once: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_from_outside_cannot_become_markup() {
        let hostile = "<img src=x onerror='alert(1)'>&\"";
        assert_eq!(Safe(hostile).to_string(), "&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;&quot;");
    }

    #[test]
    fn the_language_is_the_one_wanted_most_of_those_that_we_speak() {
        for (wanted, language) in [
            ("", Language::En),
            ("sv", Language::Sv),
            ("de, lv;q=0.8, en;q=0.7", Language::Lv),
            ("en;q=0.2,el-GR;q=0.9", Language::El),
            ("nn-NO", Language::Nb),
            ("no,en", Language::Nb),
            ("sl;q=0,en;q=0.1", Language::En),
            ("sv;q=rubbish", Language::En),
            ("SL-si", Language::Sl),
        ] {
            assert_eq!(best(wanted), language, "{wanted}");
        }
        let swedish =
            HeaderMap::from_iter([(axum::http::header::ACCEPT_LANGUAGE, "sv".parse().expect("a value"))]);
        assert_eq!(language(Some("lv"), &swedish), Language::Lv, "the address wins");
        assert_eq!(language(Some("de"), &swedish), Language::Sv);
    }
}

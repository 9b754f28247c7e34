//! Who asks. [`Admin`] lets a page in, [`Submitted`] a form; a handler that takes neither is open to everybody.
//!
//! The cookie is `__Host-postern` where the site's address is https: only this host sets and gets it. On plain
//! `localhost`, which nobody is on the way to, a browser may refuse that name, so there it is `postern`.

use std::sync::Arc;

use axum::RequestExt;
use axum::extract::{Form, FromRequest, FromRequestParts, Request};
use axum::http::header::{COOKIE, LOCATION, USER_AGENT};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use postern_core::account::Language;
use postern_core::command::{Asker, CommandKind};
use postern_core::reach::Reach;
use postern_core::restriction::{Actor, RestrictionKind};
use postern_core::time::{Span, Timestamp};
use postern_core::{access, admin as rules};
use postern_engine::Engine;
use postern_engine::admin_centre::SeenSession;
use postern_engine::ports::StoreError;
use postern_text::Words;

use super::page_error::PageError;
use super::shell::root_of;
use crate::pages::same_origin::is_from_our_page;
use crate::public::PublicState;

/// Most fields of one form: 500 accounts of a bulk action and what stands around them.
const FIELDS_MAX: usize = 600;

/// An admin with an open session.
#[derive(Clone)]
pub struct Admin {
    /// The engine.
    pub engine: Arc<Engine>,
    /// The session and its account.
    pub seen: SeenSession,
    /// The reader's language.
    pub words: &'static Words,
    /// When the request was taken up.
    pub now: Timestamp,
    /// The address's path below the admin centre's.
    pub path: String,
    /// The address's query as it came.
    pub query: String,
    /// The browser wants keys.
    pub has_keys: bool,
    /// It is the answer to a form, which a link cannot ask for again.
    pub is_form: bool,
    /// How many accounts there are whose signing in is closed, and whose sending is, for the menu.
    pub closed: (usize, usize),
}

impl Admin {
    /// Refuses what no role of the admin allows.
    pub fn may(&self, what: CommandKind) -> Result<(), PageError> {
        access::check(&self.seen.account.roles, self.reach(), what).map_err(|refusal| self.refused(&refusal))
    }

    /// Whether a role of the admin allows it: for showing a button or not; the engine asks again.
    pub fn is_allowed(&self, what: CommandKind) -> bool {
        access::any_may(&self.seen.account.roles, self.reach(), what)
    }

    /// The accounts that there are for the admin.
    pub const fn reach(&self) -> &Reach {
        &self.seen.account.reach
    }

    /// A refusal as a page.
    pub fn refused(&self, refusal: &postern_core::refusal::Refusal) -> PageError {
        PageError::refused(self, self.words.refusal(refusal))
    }

    /// The admin as whoever asks for a change, for this reason.
    pub fn because(&self, reason: &str) -> Asker {
        Asker {
            actor: Actor::Person(self.seen.account.id),
            roles: self.seen.account.roles.clone(),
            reach: self.reach().clone(),
            note: reason.trim().to_owned(),
        }
    }

    /// The query without a language, ready for one more pair.
    pub fn query_before_lang(&self) -> String {
        let rest = self.query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("lang="));
        rest.fold(String::new(), |kept, pair| kept + pair + "&")
    }
}

impl FromRequestParts<PublicState> for Admin {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &PublicState) -> Result<Self, Response> {
        let engine = state.engine.clone();
        let cookie = cookie(&parts.headers, session_cookie_name(&engine)).unwrap_or("").to_owned();
        let seen = match engine.admin_session(&cookie).await {
            Ok(seen) => seen,
            Err(error) => {
                let words = Words::in_language(language(&parts.headers, None));
                return Err(PageError::trouble(words, root_of(&engine), &error).into_response());
            }
        };
        let path = parts.uri.path_and_query().map_or("", |path| path.as_str());
        let path = format!("{}{path}", super::PREFIX);
        let Some(seen) = seen else {
            return Err(to_sign_in(
                &engine,
                &parts.headers,
                if parts.method.is_safe() { &path } else { "" },
                cookie.is_empty(),
            ));
        };
        let own = (seen.account.language, seen.session.opened);
        let words = Words::in_language(language(&parts.headers, Some(own)));
        let below = parts.uri.path().to_owned();
        let query = parts.uri.query().unwrap_or("").to_owned();
        let has_keys = super::keys::are_on(&parts.headers);
        let closed = match closed(&engine, &seen.account.reach).await {
            Ok(closed) => closed,
            Err(error) => return Err(PageError::trouble(words, root_of(&engine), &error).into_response()),
        };
        Ok(Self {
            closed,
            now: engine.now_shown(),
            engine,
            seen,
            words,
            path: below,
            query,
            has_keys,
            is_form: !parts.method.is_safe(),
        })
    }
}

/// How many accounts inside a reach have their signing in closed, and how many their sending.
pub(super) async fn closed(engine: &Engine, reach: &Reach) -> Result<(usize, usize), StoreError> {
    let kinds = [RestrictionKind::SignInLocked, RestrictionKind::SignInBlocked];
    let locked = engine.accounts_inside_with(&kinds, reach).await?;
    Ok((locked, engine.accounts_inside_with(&[RestrictionKind::SendingRestricted], reach).await?))
}

/// A form of an admin's session: from our page, and with the session's token.
pub struct Submitted {
    /// Who.
    pub admin: Admin,
    fields: Vec<(String, String)>,
}

impl Submitted {
    /// A field's text, without blanks around it; empty when it did not come.
    pub fn text(&self, name: &str) -> &str {
        let found = self.fields.iter().find(|(field, _)| field == name);
        found.map_or("", |(_, value)| value.trim())
    }

    /// A field's text as it was typed: a password may begin or end with a blank.
    pub fn verbatim(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// Every value of a field that may come several times.
    pub fn texts(&self, name: &str) -> Vec<&str> {
        let of_name = self.fields.iter().filter(|(field, _)| field == name);
        of_name.map(|(_, value)| value.trim()).collect()
    }

    /// Whether what this form does may be done now: the last proof is fresh, or the form brought one that is right.
    /// `false`: show the form again and ask for one.
    pub async fn is_proved(&self, what: CommandKind) -> Result<bool, PageError> {
        if rules::needs_proof(what) { self.is_confirmed().await } else { Ok(true) }
    }

    /// The same for what somebody does about his or her own way in.
    pub async fn is_confirmed(&self) -> Result<bool, PageError> {
        let (engine, seen) = (&self.admin.engine, &self.admin.seen);
        if seen.is_proved {
            return Ok(true);
        }
        let (code, answer) = (self.text("code"), self.text("passkey_answer"));
        let proved = if !answer.is_empty() {
            engine.prove_by_passkey(seen, self.text("passkey_question"), answer).await
        } else if self.is_passkey_wished() || code.is_empty() {
            return Ok(false);
        } else {
            engine.prove_session(seen.session.id, code).await
        };
        proved.map_err(|error| PageError::trouble(self.admin.words, root_of(engine), &error))
    }

    /// The button was pressed that asks the browser for a passkey.
    pub fn is_passkey_wished(&self) -> bool {
        self.text("with") == "passkey"
    }
}

impl FromRequest<PublicState> for Submitted {
    type Rejection = Response;

    async fn from_request(mut request: Request, state: &PublicState) -> Result<Self, Response> {
        let admin: Admin = request.extract_parts_with_state(state).await?;
        let is_ours = is_from_our_page(&admin.engine, request.headers());
        let form = Form::<Vec<(String, String)>>::from_request(request, &()).await;
        let fields = match form {
            Ok(Form(fields)) => fields,
            // Said as what it is: whoever typed a long list would look for another's form in vain.
            Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                return Err(PageError::too_large(&admin).into_response());
            }
            Err(_) => Vec::new(),
        };
        let submitted = Self { admin, fields };
        let admin = &submitted.admin;
        let has_token = admin.engine.is_form_token(&admin.seen.session, submitted.text("token"));
        if is_ours && has_token && submitted.fields.len() <= FIELDS_MAX {
            return Ok(submitted);
        }
        Err(PageError::foreign_form(admin).into_response())
    }
}

/// A cookie's value.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(';')).find_map(|pair| {
        let (found, value) = pair.trim().split_once('=')?;
        (found == name).then_some(value)
    })
}

pub(crate) fn is_https(engine: &Engine) -> bool {
    engine.site().public_url.as_deref().is_some_and(|url| url.starts_with("https://"))
}

pub(super) fn session_cookie_name(engine: &Engine) -> &'static str {
    if is_https(engine) { "__Host-postern" } else { "postern" }
}

/// Sets the session's cookie; an empty text takes it away.
pub(super) fn session_cookie(engine: &Engine, text: &str) -> String {
    let name = session_cookie_name(engine);
    let secure = if is_https(engine) { "; Secure" } else { "" };
    let life = if text.is_empty() { "; Max-Age=0" } else { "" };
    format!("{name}={text}; Path=/; HttpOnly; SameSite=Strict{secure}{life}")
}

const LANGUAGE_COOKIE: &str = "postern_lang";

/// Whoever chooses a language before signing in has chosen it for the session too, if that was so short a time before.
const JUST_NOW: Span = Span::from_minutes(5);

/// Keeps a choice of language, and when it was made, for a year.
pub(super) fn language_cookie(engine: &Engine, language: Language) -> String {
    let secure = if is_https(engine) { "; Secure" } else { "" };
    let (code, at) = (language.code(), engine.now_shown().unix_s());
    format!("{LANGUAGE_COOKIE}={code}.{at}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000{secure}")
}

/// The reader's language. Of somebody who is signed in: the one that was chosen in this session or just before it,
/// else the account's own. Of anybody else: the one that was chosen, else what the browser wants most.
pub(super) fn language(headers: &HeaderMap, own: Option<(Language, Timestamp)>) -> Language {
    let kept = cookie(headers, LANGUAGE_COOKIE).unwrap_or("");
    let (code, at) = kept.split_once('.').unwrap_or((kept, "0"));
    let chosen = Language::from_code(code);
    match (chosen, own) {
        (Some(chosen), Some((own, opened))) => {
            let at = Timestamp::from_unix_s(at.parse().unwrap_or(0));
            if at >= opened.minus(JUST_NOW) { chosen } else { own }
        }
        (None, Some((own, _))) => own,
        (Some(chosen), None) => chosen,
        (None, None) => crate::pages::language(None, headers),
    }
}

/// What the browser calls itself.
pub(crate) fn client_name(headers: &HeaderMap) -> &str {
    headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or("")
}

/// Where to go after signing in: a path of ours, or nothing (reliability K6). `nested` is without the prefix.
pub(super) fn safe_next(next: &str) -> &str {
    let is_plain = next.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let is_path = next.starts_with('/') && !next.starts_with("//");
    if is_plain && is_path && next.len() <= 500 { next } else { "" }
}

/// To the door, and back to `path` after it. A browser that comes from another site, as from a link in a mail, does
/// not show a strict cookie; the page then asks for itself once more, from here, before it is sent to the door.
fn to_sign_in(engine: &Engine, headers: &HeaderMap, path: &str, has_no_cookie: bool) -> Response {
    let comes_from = headers.get("sec-fetch-site").and_then(|value| value.to_str().ok());
    if has_no_cookie && comes_from == Some("cross-site") {
        let refresh = "<!doctype html><meta http-equiv=\"refresh\" content=\"0\"><title>Postern</title>";
        return Html(refresh).into_response();
    }
    let over = if has_no_cookie { "" } else { "over=1&" };
    let next =
        safe_next(path).replace('%', "%25").replace('&', "%26").replace('#', "%23").replace('+', "%2B");
    let target = format!("{}{}/sign-in?{over}next={next}", root_of(engine), super::PREFIX);
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(target) = HeaderValue::from_str(&target) {
        response.headers_mut().insert(LOCATION, target);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn k6_after_signing_in_nobody_is_sent_to_another_site() {
        for good in ["/restricted", "/users/7K2M9-QX4TB?tab=audit", "/"] {
            assert_eq!(safe_next(good), good);
        }
        for bad in
            ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "", "/a b"]
        {
            assert_eq!(safe_next(bad), "", "{bad}");
        }
        assert_eq!(safe_next(&format!("/{}", "a".repeat(500))), "");
    }

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.append(COOKIE, HeaderValue::from_static("a=1; postern=x_y; b=2"));
        headers.append(COOKIE, HeaderValue::from_static("postern_lang=lv.1000"));
        assert_eq!(cookie(&headers, "postern"), Some("x_y"));
        assert_eq!(cookie(&headers, "postern_lang"), Some("lv.1000"));
        assert_eq!(cookie(&headers, "c"), None);
    }

    #[test]
    fn the_own_language_wins_over_a_choice_from_before_the_session_but_not_over_one_just_now() {
        let with = |cookie: &'static str| HeaderMap::from_iter([(COOKIE, HeaderValue::from_static(cookie))]);
        let opened = |at| Some((Language::Sv, Timestamp::from_unix_s(at)));
        for (cookie, own, language_then) in [
            ("postern_lang=lv.1000", opened(900), Language::Lv),
            ("postern_lang=lv.1000", opened(1_300), Language::Lv),
            ("postern_lang=lv.1000", opened(1_301), Language::Sv),
            ("postern_lang=lv", opened(1_301), Language::Sv),
            ("postern_lang=lv.x", opened(1_301), Language::Sv),
            ("postern_lang=xx.1000", opened(900), Language::Sv),
            ("postern_lang=lv.1000", None, Language::Lv),
            ("postern_lang=lv", None, Language::Lv),
            ("", None, Language::En),
        ] {
            assert_eq!(language(&with(cookie), own), language_then, "{cookie} {own:?}");
        }
    }
}

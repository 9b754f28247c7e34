//! A browser without pictures: it signs an admin in over the public listener, keeps the cookie, and fills in forms.
//! For tests of pages at the level of HTTP; the real browser has a suite of its own.

use std::net::Ipv4Addr;

use anyhow::{Context, Result, bail};
use postern_core::account::{Account, Role};
use postern_core::admin::LinkUse;
use postern_core::command::{Command, ProfileChange};

use crate::web_client::{Reply, Web};
use crate::world::{World, root};

const FORM: &str = "Content-Type: application/x-www-form-urlencoded\r\n";

/// An admin with an open session.
pub struct AdminClient {
    /// Who.
    pub account: Account,
    /// The cookie's pair, as in `postern=…`.
    pub cookie: String,
    /// Where the requests come from.
    pub source: Ipv4Addr,
}

impl AdminClient {
    /// Makes the account with these roles and signs it in by a link of root's.
    pub async fn enter(world: &World, web: &Web, address: &str, roles: &[Role]) -> Result<Self> {
        let account = world.person(address).await?;
        let change = ProfileChange { roles: Some(roles.to_vec()), ..ProfileChange::default() };
        world.engine.execute(account.id, Command::ChangeProfile(change), root("an admin")).await?;
        let invited = world.engine.invite_admin(account.id, LinkUse::SignIn, root("in")).await?;
        let source = Ipv4Addr::new(127, 0, 9, 1);
        let path = path_of(&invited.link)?;
        let reply = web.request("POST", path, FORM, "", source).await?;
        let cookie = cookie_of(&reply).with_context(|| format!("no session: {reply:?}"))?;
        Ok(Self { account, cookie, source })
    }

    /// A page.
    pub async fn get(&self, web: &Web, path: &str) -> Result<Reply> {
        self.get_in(web, path, "en").await
    }

    /// A page in a language.
    pub async fn get_in(&self, web: &Web, path: &str, language: &str) -> Result<Reply> {
        let head = format!("Cookie: {}; postern_lang={}\r\n", self.cookie, language_chosen_now(language));
        web.request("GET", path, &head, "", self.source).await
    }

    /// Sends a form with the session's token, as a browser does from the page at `path`.
    pub async fn post(&self, web: &Web, path: &str, fields: &[(&str, &str)]) -> Result<Reply> {
        let page = self.get(web, "/admin/sessions").await?;
        let token = token_of(&page)?;
        let mut all = vec![("token", token.as_str())];
        all.extend_from_slice(fields);
        self.post_raw(web, path, "", &all).await
    }

    /// Sends exactly these fields; `head` has whole lines.
    pub async fn post_raw(
        &self,
        web: &Web,
        path: &str,
        head: &str,
        fields: &[(&str, &str)],
    ) -> Result<Reply> {
        let head =
            format!("{FORM}Cookie: {}; postern_lang={}\r\n{head}", self.cookie, language_chosen_now("en"));
        let body: Vec<String> =
            fields.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect();
        web.request("POST", path, &head, &body.join("&"), self.source).await
    }
}

/// The token in a page's forms.
pub fn token_of(page: &Reply) -> Result<String> {
    let (_, rest) = page.body.split_once("name=\"token\" value=\"").with_context(|| format!("{page:?}"))?;
    Ok(rest.split('"').next().unwrap_or_default().to_owned())
}

/// The pair of the session's cookie that an answer sets.
pub fn cookie_of(reply: &Reply) -> Option<String> {
    cookie_named(reply, &["__Host-postern", "postern"])
}

/// The pair of the cookie that a question to a passkey comes with.
pub fn question_cookie_of(reply: &Reply) -> Option<String> {
    cookie_named(reply, &["__Host-postern-passkey", "postern_passkey"])
}

/// The pair of a cookie by one of these names that an answer sets.
pub fn cookie_named(reply: &Reply, names: &[&str]) -> Option<String> {
    reply.head.lines().find_map(|line| {
        let (header, value) = line.split_once(": ")?;
        let pair = value.split(';').next()?;
        let (name, _) = pair.split_once('=')?;
        (header.eq_ignore_ascii_case("set-cookie") && names.contains(&name)).then(|| pair.to_owned())
    })
}

/// The cookie of somebody who has just chosen this language, whatever the account's is.
pub fn language_chosen_now(code: &str) -> String {
    // A time that no test reaches.
    format!("{code}.4102444800")
}

/// The path of a link of ours.
pub fn path_of(link: &str) -> Result<&str> {
    match link.strip_prefix("https://postern.contoso.example") {
        Some(path) => Ok(path),
        None => bail!("links begin with the configured address, not {link}"),
    }
}

/// Per cent, for all but letters and digits.
pub fn escaped(text: &str) -> String {
    text.bytes().fold(String::new(), |escaped, byte| {
        if byte.is_ascii_alphanumeric() {
            escaped + &char::from(byte).to_string()
        } else {
            escaped + &format!("%{byte:02X}")
        }
    })
}

/// What an authenticator with this key (as a page shows it) shows at that time.
pub fn code_of(secret: &str, unix_s: i64) -> Result<String> {
    let secret = totp_rs::Secret::try_from_base32(secret).map_err(|error| anyhow::anyhow!("{error}"))?;
    let authenticator = totp_rs::Builder::new().with_secret(secret).build_noncompliant();
    Ok(authenticator.generate(unix_s.unsigned_abs()).to_string())
}

//! What kind of reader the browser plays: how wide the window, light or dark, with or without script, in which
//! language, coming from where, signed in as whom.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::Browser;

/// What the reader's system prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark text on light ground.
    Light,
    /// Light text on dark ground.
    Dark,
}

impl Scheme {
    /// Both.
    pub const ALL: [Scheme; 2] = [Scheme::Light, Scheme::Dark];

    /// As CSS has it.
    pub fn name(self) -> &'static str {
        match self {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        }
    }
}

/// A cookie as the browser keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cookie {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
    /// Not sent over plain HTTP (but to localhost).
    pub is_secure: bool,
    /// Out of reach of scripts.
    pub is_http_only: bool,
    /// `Strict`, `Lax` or `None`; empty when it has none.
    pub same_site: String,
}

/// Above this a page is no longer shown as on a desk but as on a wall.
const SIDE_MAX_PX: u32 = 4_000;

impl Browser {
    /// Makes the window so large in CSS pixels (1 to 4000), really: a narrow window of a desktop's browser is never
    /// under 500 px, this one is. Scroll bars take no room, as on a phone.
    pub async fn resize(&self, width_px: u32, height_px: u32) -> Result<()> {
        let is_possible = |side| (1..=SIDE_MAX_PX).contains(&side);
        ensure!(is_possible(width_px) && is_possible(height_px), "no window is {width_px} x {height_px} px");
        self.cdp("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await?;
        let size = json!({ "width": width_px, "height": height_px, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", size).await?;
        Ok(())
    }

    /// Light or dark, from now on.
    pub async fn prefer(&self, scheme: Scheme) -> Result<()> {
        let feature = json!({ "name": "prefers-color-scheme", "value": scheme.name() });
        self.cdp("Emulation.setEmulatedMedia", json!({ "features": [feature] })).await?;
        Ok(())
    }

    /// Lets pages that are opened from now on run script, or not. What the kit itself evaluates always runs.
    pub async fn allow_script(&self, is_allowed: bool) -> Result<()> {
        self.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": !is_allowed })).await?;
        Ok(())
    }

    /// The languages that every request asks for from now on, as in `Accept-Language`: `sv` or `de, el;q=0.5`.
    pub async fn speak(&self, languages: &str) -> Result<()> {
        self.send_header("Accept-Language", languages).await
    }

    /// A header that every request carries from now on, such as `X-Forwarded-For` towards a listener that trusts
    /// 127.0.0.1; one with an empty value is not sent any more.
    pub async fn send_header(&self, name: &str, value: &str) -> Result<()> {
        let headers = {
            let mut headers = self.headers.lock();
            headers.retain(|(other, _)| !other.eq_ignore_ascii_case(name));
            if !value.is_empty() {
                headers.push((name.to_owned(), value.to_owned()));
            }
            headers.iter().map(|(name, value)| (name.clone(), Value::from(value.as_str()))).collect()
        };
        self.cdp("Network.setExtraHTTPHeaders", json!({ "headers": Value::Object(headers) })).await?;
        Ok(())
    }

    /// Puts a cookie as a server at `url` would (the admin's session, say); `https` and `http://localhost` take
    /// `__Host-` names. It is `Secure`, `HttpOnly` and `SameSite=Strict`.
    pub async fn put_cookie(&self, url: &str, name: &str, value: &str) -> Result<()> {
        let cookie = json!({
            "url": url, "name": name, "value": value, "path": "/",
            "secure": true, "httpOnly": true, "sameSite": "Strict",
        });
        let done = self.cdp("Network.setCookie", cookie).await?;
        ensure!(done["success"].as_bool() == Some(true), "the browser took no cookie {name} for {url}");
        Ok(())
    }

    /// The cookies that a request to `url` would carry.
    pub async fn cookies(&self, url: &str) -> Result<Vec<Cookie>> {
        let found = self.cdp("Network.getCookies", json!({ "urls": [url] })).await?;
        let text = |cookie: &Value, name: &str| cookie[name].as_str().unwrap_or_default().to_owned();
        let read = |cookie: &Value| Cookie {
            name: text(cookie, "name"),
            value: text(cookie, "value"),
            is_secure: cookie["secure"].as_bool() == Some(true),
            is_http_only: cookie["httpOnly"].as_bool() == Some(true),
            same_site: text(cookie, "sameSite"),
        };
        Ok(found["cookies"].as_array().context("a list of cookies")?.iter().map(read).collect())
    }

    /// Forgets every cookie: nobody is signed in any more.
    pub async fn forget_cookies(&self) -> Result<()> {
        self.cdp("Network.clearBrowserCookies", json!({})).await?;
        Ok(())
    }
}

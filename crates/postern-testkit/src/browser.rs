//! A real browser: headless Chromium, looking at pages of ours as a person does, and what is wrong with them.
//!
//! **Map.** [`driver`]: the program and its protocol. [`element`]: finding things by role and name as a screen reader
//! does, and pressing them. [`leaving`]: the way from page to page. [`keys`]: the keyboard. [`emulation`]: how wide, light or dark, with script or without,
//! which language, signed in as whom. [`authenticator`]: a passkey device. [`axe`]: axe-core's opinion. [`page`]:
//! everything that a page of ours must hold, in one call. docs/how-to/test-a-page.md says how to use it.
//!
//! Knows no page and no route: a test gives it an address and, for pages behind a sign-in, a cookie.

pub mod authenticator;
pub mod axe;
mod driver;
pub mod element;
pub mod emulation;
pub mod keys;
mod leaving;
pub mod page;
pub mod screenshot;
mod walk;

use std::path::Path;

use anyhow::{Context, Result, bail};
use parking_lot::Mutex;
use serde_json::{Value, json};

use crate::servers::mail_host::wait;
use driver::Driver;

pub use driver::PROGRAMS;

/// How often something is looked for that a script may still bring, and for how long: five seconds in all.
const LOOKS: u32 = 100;
const LOOK_EVERY: std::time::Duration = std::time::Duration::from_millis(50);

const LINKS: &str = "[...new Set([...document.querySelectorAll('a[href]:not([download])')]
    .filter((link) => link.origin === location.origin).map((link) => link.href.split('#')[0]))]";

/// One browser with one window and an empty profile. Dropping it ends it, with every process of it.
pub struct Browser {
    driver: Driver,
    /// What every request carries beside the browser's own headers.
    headers: Mutex<Vec<(String, String)>>,
}

impl Browser {
    /// Starts one, 1360 px wide and light. Takes about a second; a test that looks at many pages takes one browser.
    pub async fn start() -> Result<Self> {
        let browser = Self { driver: Driver::start().await?, headers: Mutex::new(Vec::new()) };
        browser.cdp("Network.enable", json!({})).await?;
        browser.resize(1_360, 900).await?;
        browser.prefer(emulation::Scheme::Light).await?;
        Ok(browser)
    }

    /// Its private folder: profile, log and temporary files. Gone when it is dropped.
    pub fn folder(&self) -> &Path {
        self.driver.folder.path()
    }

    /// Goes to an address and waits until it has loaded.
    pub async fn open(&self, url: &str) -> Result<()> {
        self.driver.post("url", json!({ "url": url })).await.with_context(|| format!("open {url}"))?;
        Ok(())
    }

    /// Where the browser is.
    pub async fn address(&self) -> Result<String> {
        Ok(self.driver.get("url").await?.as_str().context("an address is text")?.to_owned())
    }

    /// The status code with which the page came.
    pub async fn status(&self) -> Result<u16> {
        let status = self.evaluate("performance.getEntriesByType('navigation')[0].responseStatus").await?;
        status.as_u64().and_then(|code| u16::try_from(code).ok()).context("a page came with a status")
    }

    /// The page's title.
    pub async fn title(&self) -> Result<String> {
        self.evaluated_text("document.title").await
    }

    /// The text that a person sees on the page.
    pub async fn text(&self) -> Result<String> {
        self.evaluated_text("document.body.innerText").await
    }

    /// The addresses within the site that the page's links lead to, each once and without its fragment: where a crawl goes
    /// next.
    pub async fn links(&self) -> Result<Vec<String>> {
        let links = self.evaluate(LINKS).await?;
        let links = links.as_array().context("a list of links")?.iter();
        Ok(links.filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// Waits until the page shows this text, at most five seconds: a script may bring it.
    pub async fn expect(&self, text: &str) -> Result<()> {
        for _ in 0..LOOKS {
            if self.text().await?.contains(text) {
                return Ok(());
            }
            wait(LOOK_EVERY).await;
        }
        bail!("`{text}` does not stand on {}, but: {}", self.address().await?, self.text().await?)
    }

    /// What the page's console has said since this was asked last, violations of the content security policy included:
    /// one line for each, with its level and source.
    pub async fn console(&self) -> Result<Vec<String>> {
        let log = self.driver.post("se/log", json!({ "type": "browser" })).await?;
        let text = |entry: &Value, name: &str| entry[name].as_str().unwrap_or_default().to_owned();
        let lines = log.as_array().context("a log is a list")?.iter();
        Ok(lines
            .map(|entry| {
                format!("{} {}: {}", text(entry, "level"), text(entry, "source"), text(entry, "message"))
            })
            .collect())
    }

    /// Evaluates JavaScript in a world of its own beside the page's, which neither the page's content security policy
    /// nor [`Browser::allow_script`] reaches: it sees the same document, and none of the page's variables. A promise is
    /// waited for; what comes back has to be possible in JSON.
    pub async fn evaluate(&self, expression: &str) -> Result<Value> {
        // What the script itself throws is its answer, and is not asked for again.
        let answer = self.of_the_page_shown(async || self.evaluated(expression, true).await);
        Ok(result_of(answer.await?)?["value"].take())
    }

    /// A command of Chromium's DevTools protocol, for what has no name here.
    pub async fn cdp(&self, command: &str, parameters: Value) -> Result<Value> {
        let body = json!({ "cmd": command, "params": parameters });
        self.driver.post("goog/cdp/execute", body).await.with_context(|| command.to_owned())
    }

    async fn evaluated_text(&self, expression: &str) -> Result<String> {
        let value = self.evaluate(expression).await?;
        value.as_str().map(str::to_owned).with_context(|| format!("{expression} is text, not {value}"))
    }

    /// The remote object that `expression` gives.
    async fn object(&self, expression: &str) -> Result<Value> {
        result_of(self.evaluated(expression, false).await?)
    }

    async fn evaluated(&self, expression: &str, is_by_value: bool) -> Result<Value> {
        let world = self.world().await?;
        let parameters = json!({
            "expression": expression, "contextId": world, "returnByValue": is_by_value, "awaitPromise": true,
        });
        self.cdp("Runtime.evaluate", parameters).await
    }

    /// Calls a JavaScript function with an element of the page as `this`, in our world.
    async fn call_on(&self, node: u64, function: &str, arguments: &[Value]) -> Result<Value> {
        let world = self.world().await?;
        let resolved = json!({ "backendNodeId": node, "executionContextId": world });
        let object = self.cdp("DOM.resolveNode", resolved).await?;
        let arguments: Vec<Value> = arguments.iter().map(|value| json!({ "value": value })).collect();
        let parameters = json!({
            "objectId": object["object"]["objectId"], "functionDeclaration": function, "arguments": arguments,
            "returnByValue": true, "awaitPromise": true,
        });
        let answer = result_of(self.cdp("Runtime.callFunctionOn", parameters).await?)?;
        Ok(answer["value"].clone())
    }

    /// Our world in the page that is shown now; the same one until the next page.
    async fn world(&self) -> Result<Value> {
        let tree = self.cdp("Page.getFrameTree", json!({})).await?;
        let frame = &tree["frameTree"]["frame"]["id"];
        let world =
            self.cdp("Page.createIsolatedWorld", json!({ "frameId": frame, "worldName": "postern-testkit" }));
        Ok(world.await?["executionContextId"].clone())
    }
}

/// What was evaluated, or what it threw.
fn result_of(mut answer: Value) -> Result<Value> {
    if let Some(thrown) = answer.get("exceptionDetails") {
        let said = thrown["exception"]["description"].as_str().or(thrown["text"].as_str());
        bail!("the script failed: {}", said.unwrap_or("without a word"));
    }
    Ok(answer["result"].take())
}

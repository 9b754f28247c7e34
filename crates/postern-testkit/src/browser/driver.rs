//! chromedriver: the program that runs one headless Chromium for us and takes WebDriver commands over HTTP (W3C
//! WebDriver, <https://www.w3.org/TR/webdriver2/>; commands that begin with `goog/` are chromedriver's own).
//!
//! A client of our own, because it is one request and one answer in JSON, and because most of what we ask is the
//! DevTools protocol through `goog/cdp/execute`, for which no client helps: fantoccini would add 15 crates to the tree.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::header::{CONTENT_TYPE, HOST};
use hyper::{Method, Request};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::net::TcpStream;

use crate::servers::folder::Folder;
use crate::servers::mail_host::until;
use crate::servers::ports::Port;
use crate::servers::watchdog::Guarded;

/// What keeps Chromium from doing anything on its own: no first-run page, no update, no synchronisation, no report of a
/// crash. `--no-sandbox`, because Chromium refuses to run as root with one, and it sees only our own pages.
const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-breakpad",
    "--disable-dev-shm-usage",
    "--force-color-profile=srgb",
    // Nothing leaves this machine, whatever a page asks for: what it does not find, the console tells.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
];

/// A page that does not load within a minute does not load.
const PAGE_LOAD_MS: u64 = 60_000;

/// Where Debian puts them; `cargo xtask test` installs both there.
pub const PROGRAMS: [&str; 2] = ["/usr/bin/chromium", "/usr/bin/chromedriver"];

/// A running chromedriver with one browser. Dropping it ends both and removes the profile.
pub(super) struct Driver {
    port: Port,
    /// `/session/<id>`.
    session: String,
    // Ends before the folder goes.
    _process: Guarded,
    pub(super) folder: Folder,
}

impl Driver {
    /// Starts both with an empty profile in a private folder.
    pub(super) async fn start() -> Result<Self> {
        let [chromium, chromedriver] = PROGRAMS;
        let folder = Folder::new()?;
        let port = Port::free()?;
        let home = folder.path().display().to_string();
        let environment: Vec<(&str, &str)> =
            ["HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"]
                .into_iter()
                .map(|name| (name, home.as_str()))
                .collect();
        let log = folder.join("chromedriver.out");
        let command = [chromedriver, &format!("--port={}", port.number())];
        let process = Guarded::start_alone(&folder, &log, &environment, &command)?;
        let mut driver = Self { port, session: String::new(), _process: process, folder };
        until("chromedriver listens", || std::net::TcpStream::connect(driver.port.address()).is_ok()).await?;
        let mut flags: Vec<String> = FLAGS.iter().map(|&flag| flag.to_owned()).collect();
        flags.push(format!("--user-data-dir={home}/profile"));
        let wanted = json!({
            // A test may serve HTTPS with a certificate that it has just made.
            "acceptInsecureCerts": true,
            "timeouts": { "pageLoad": PAGE_LOAD_MS },
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": { "binary": chromium, "args": flags },
        });
        let made = driver.ask(Method::POST, "/session", json!({ "capabilities": { "alwaysMatch": wanted } }));
        let made = made.await.with_context(|| format!("start Chromium; {}", read(log)))?;
        let id = made["sessionId"].as_str().context("a new session has an id")?;
        driver.session = format!("/session/{id}");
        driver.take_an_empty_window().await?;
        Ok(driver)
    }

    /// Debian's Chromium begins with its new-tab page, which may still be loading and would come over ours.
    async fn take_an_empty_window(&self) -> Result<()> {
        let first = self.get("window").await?;
        let made = self.post("window/new", json!({ "type": "tab" })).await?;
        self.post("window", json!({ "handle": first })).await?;
        self.delete("window").await?;
        self.post("window", json!({ "handle": made["handle"] })).await?;
        Ok(())
    }

    /// A WebDriver command of this session with a body: what it gives back.
    pub(super) async fn post(&self, command: &str, body: Value) -> Result<Value> {
        let answer = self.ask(Method::POST, &format!("{}/{command}", self.session), body).await;
        answer.with_context(|| format!("WebDriver command {command}"))
    }

    /// One that only reads.
    pub(super) async fn get(&self, command: &str) -> Result<Value> {
        let answer = self.ask(Method::GET, &format!("{}/{command}", self.session), Value::Null).await;
        answer.with_context(|| format!("WebDriver command {command}"))
    }

    /// One that removes something.
    pub(super) async fn delete(&self, command: &str) -> Result<Value> {
        let answer = self.ask(Method::DELETE, &format!("{}/{command}", self.session), Value::Null).await;
        answer.with_context(|| format!("WebDriver command {command}"))
    }

    async fn ask(&self, method: Method, path: &str, body: Value) -> Result<Value> {
        let stream = TcpStream::connect(self.port.address()).await.context("connect to chromedriver")?;
        let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
        let connection = tokio::spawn(connection);
        let body = if body.is_null() { Bytes::new() } else { Bytes::from(body.to_string()) };
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(HOST, self.port.address().to_string())
            .header(CONTENT_TYPE, "application/json; charset=utf-8")
            .body(Full::new(body))?;
        let answer = sender.send_request(request).await?;
        let is_good = answer.status().is_success();
        let bytes = answer.into_body().collect().await?.to_bytes();
        drop(sender);
        // It ends with its only request; how it ends says nothing more.
        let _ended = connection.await;
        let mut answer: Value = serde_json::from_slice(&bytes).context("chromedriver answers in JSON")?;
        let value = answer["value"].take();
        if !is_good {
            let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
            bail!("{}: {}", text("error"), text("message").lines().next().unwrap_or_default());
        }
        Ok(value)
    }
}

fn read(log: PathBuf) -> String {
    std::fs::read_to_string(log).unwrap_or_default()
}

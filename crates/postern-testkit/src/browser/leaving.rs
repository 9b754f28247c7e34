//! Waiting for the next page: what is pressed says whether it leads to one, and then nothing more is asked of the old
//! page. Without this a test would now and then read the page that it has just left.

use anyhow::{Result, bail};
use serde_json::{Value, json};

use super::Browser;
use crate::servers::mail_host::wait;

/// What the keyboard would reach.
pub(super) const HAS_FOCUS: &str = "document.activeElement ?? document.body";

const LEADS_AWAY: &str = include_str!("leaving.js");

/// Ours come within milliseconds; a busy machine may take longer.
const LOOKS: u32 = 400;
/// How often a page is asked that is leaving.
const ASKED_MAX: u32 = 5;
const LOOK_EVERY: std::time::Duration = std::time::Duration::from_millis(25);

impl Browser {
    /// Whether pressing this node (with this key, or the mouse) leads to another page.
    pub(super) async fn leads_away(&self, node: u64, key: Option<char>) -> Result<bool> {
        let key = key.map_or(Value::Null, |key| Value::from(key.to_string()));
        Ok(self.call_on(node, LEADS_AWAY, &[key]).await?.as_bool() == Some(true))
    }

    /// Returns when another page is there, or when a script of this one has said that it stays.
    pub(super) async fn left(&self) -> Result<()> {
        for _ in 0..LOOKS {
            // Between two pages there is nothing that could answer.
            if let Ok(mark) = self.evaluate("globalThis.posternHere ?? 'gone'").await
                && mark.as_str() != Some("here")
            {
                return Ok(());
            }
            wait(LOOK_EVERY).await;
        }
        bail!("pressing it has led to no other page; for a download use `click_and_stay`")
    }

    /// A question of several steps about the page that is shown, put anew where the page leaves between two of them: one
    /// may leave by itself, as the one that sends a passkey's answer does.
    pub(super) async fn of_the_page_shown<T>(&self, ask: impl AsyncFn() -> Result<T>) -> Result<T> {
        for _ in 1..ASKED_MAX {
            if let Ok(answer) = ask().await {
                return Ok(answer);
            }
            wait(LOOK_EVERY).await;
        }
        ask().await
    }

    /// The number of the element that a JavaScript expression gives, `None` where it gives none. Numbers of this kind
    /// hold as long as the page; chromedriver's own looks at a new page make the other kind (`nodeId`) invalid.
    pub(super) async fn node_of(&self, expression: &str) -> Result<Option<u64>> {
        self.of_the_page_shown(async || {
            let object = self.object(expression).await?;
            if object["objectId"].is_null() {
                return Ok(None);
            }
            let described = self.cdp("DOM.describeNode", json!({ "objectId": object["objectId"] })).await?;
            Ok(described["node"]["backendNodeId"].as_u64())
        })
        .await
    }
}

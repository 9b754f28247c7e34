//! Waiting for the next page: what is pressed says whether it leads to one, and then nothing more is asked of the old
//! page. Without this a test would now and then read the page that it has just left.

use anyhow::{Result, bail};
use serde_json::Value;

use super::Browser;
use crate::servers::mail_host::wait;

const LEADS_AWAY: &str = include_str!("leaving.js");

/// Ours come within milliseconds; a busy machine may take longer.
const LOOKS: u32 = 400;
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

    /// The number of what has the focus.
    pub(super) async fn focused_node(&self) -> Result<Option<u64>> {
        let object = self.evaluate_as("document.activeElement ?? document.body", false).await?;
        let described = serde_json::json!({ "objectId": object["objectId"] });
        Ok(self.cdp("DOM.describeNode", described).await?["node"]["backendNodeId"].as_u64())
    }
}

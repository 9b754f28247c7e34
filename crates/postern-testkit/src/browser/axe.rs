//! axe-core's opinion of a page: what keeps people with other eyes, hands or programs from using it.
//!
//! The library is kept in the repository (assets/axe/README.md says which and whence). It runs in the kit's own world
//! beside the page, so the page's content security policy stays in force and is not asked.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::Browser;

/// axe-core itself.
pub const AXE: &str = include_str!("../../assets/axe/axe.min.js");

/// Every rule that is on by default, the best practices among them, and the size of targets, which is not.
const RUN: &str = "axe.run(document, {
    resultTypes: ['violations'],
    rules: { 'target-size': { enabled: true } },
}).then((found) => found.violations.map(({ id, impact, help, nodes }) => ({
    id, impact, help,
    targets: nodes.map((node) => node.target.flat().join(' ') + ': ' + (node.any.concat(node.all, node.none)[0]?.message ?? '')),
})))";

/// What one rule found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The rule, such as `color-contrast`.
    pub id: String,
    /// `minor`, `moderate`, `serious` or `critical`.
    pub impact: String,
    /// What should be so.
    pub help: String,
    /// Where: a selector for each place, and what is so there.
    pub targets: Vec<String>,
}

impl std::fmt::Display for Violation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "axe {} ({}): {}: {}", self.id, self.impact, self.help, self.targets.join("; "))
    }
}

/// What axe finds wrong with the page as it is shown now.
pub async fn axe_violations(browser: &Browser) -> Result<Vec<Violation>> {
    if browser.evaluate("typeof axe").await? == json!("undefined") {
        browser.evaluate(&format!("{AXE}; null")).await.context("load axe-core")?;
    }
    let found = browser.evaluate(RUN).await.context("run axe-core")?;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let read = |violation: &Value| Violation {
        id: text(&violation["id"]),
        impact: text(&violation["impact"]),
        help: text(&violation["help"]),
        targets: violation["targets"].as_array().into_iter().flatten().map(text).collect(),
    };
    Ok(found.as_array().context("axe gives a list")?.iter().map(read).collect())
}

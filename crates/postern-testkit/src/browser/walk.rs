//! The walk with Tab through a page: everything that takes input is reached, and it can be seen where one is.

use anyhow::{Context, Result};
use serde_json::Value;

use super::Browser;
use super::keys::Key;

const WALK: &str = include_str!("walk.js");

/// Beyond what the page should have: boxes that scroll take the focus too, and each part of a date.
const MORE_STEPS: u64 = 20;

/// What is wrong with the way of the keyboard through the page as it is shown now. Every element costs a few
/// milliseconds.
pub(super) async fn walk_problems(browser: &Browser) -> Result<Vec<String>> {
    let wanted = browser.evaluate(WALK).await?.as_u64().context("a number of elements")?;
    for _ in 0..wanted + MORE_STEPS {
        browser.press(Key::Tab).await?;
        match browser.evaluate("postern.step()").await?.as_str() {
            Some("on") => {}
            // Past the last, or round to the first.
            _ => break,
        }
    }
    let problems = browser.evaluate("postern.end()").await?;
    Ok(problems
        .as_array()
        .context("a list of problems")?
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect())
}

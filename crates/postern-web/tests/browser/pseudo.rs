//! Every page in the pseudo-locale (checklist L10): longer by two fifths and between brackets, on a phone and on a desk.
//! Nothing is cut off, no page scrolls sideways, and no text is there that a translator would not find.

use anyhow::Result;
use postern_core::account::Language;
use postern_testkit::servers::{Need, are_here};
use serde_json::Value;

use crate::visit::Visit;

const LOOK: &str = include_str!("pseudo.js");
/// The narrowest phone (WCAG 2.2, 1.4.10 Reflow) and a desk.
const WIDTHS_PX: [u32; 2] = [320, 1_360];
const HEIGHT_PX: u32 = 900;

async fn check(test: &str, pages: fn(&Visit) -> Vec<String>) -> Result<()> {
    if !are_here(test, &[Need::Browser]) {
        return Ok(());
    }
    postern_text::pseudo::speak();
    let visit = Visit::begin().await?;
    visit.enter(Language::En).await?;
    let mut problems = Vec::new();
    for path in pages(&visit) {
        visit.browser.resize(WIDTHS_PX[1], HEIGHT_PX).await?;
        visit.browser.open(&visit.url(&path)).await?;
        for width_px in WIDTHS_PX {
            visit.browser.resize(width_px, HEIGHT_PX).await?;
            let found = visit.browser.evaluate(LOOK).await?;
            let found = found.as_array().into_iter().flatten().filter_map(Value::as_str);
            problems.extend(found.map(|problem| format!("{path} at {width_px} px: {problem}")));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn in_the_pseudo_locale_nothing_is_cut_off_or_hard_coded_on_pages_about_users() -> Result<()> {
    check("in_the_pseudo_locale_nothing_is_cut_off_or_hard_coded_on_pages_about_users", Visit::pages).await
}

#[tokio::test(flavor = "multi_thread")]
async fn in_the_pseudo_locale_nothing_is_cut_off_or_hard_coded_on_pages_about_rules() -> Result<()> {
    check("in_the_pseudo_locale_nothing_is_cut_off_or_hard_coded_on_pages_about_rules", Visit::pages_of_rules)
        .await
}

//! Everything that a page of ours must hold, in one call: axe, no sideways scroll, the keyboard's way, the language,
//! nothing inline, and a console that stays silent, each narrow and wide, light and dark.

use anyhow::{Context, Result};
use serde_json::Value;

use super::Browser;
use super::axe::axe_violations;
use super::emulation::Scheme;
use super::walk::walk_problems;

const PAGE: &str = include_str!("page.js");

/// The narrowest phone (WCAG 2.2, 1.4.10 Reflow) and a desk.
pub const WIDTHS_PX: [u32; 2] = [320, 1_360];

/// As high as a laptop's window.
pub(super) const HEIGHT_PX: u32 = 900;

/// What a page is expected to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageOptions {
    /// Its language, as `<html lang>` must say.
    pub language: String,
    /// The status with which it comes.
    pub status: u16,
    /// Whether the walk with Tab is made, at both widths. Off for a page of which only the content differs from one
    /// that was walked.
    pub is_walked: bool,
    /// Ids of axe's rules that are not asked; each needs a reason at the place of the call.
    pub unasked: Vec<String>,
}

impl PageOptions {
    /// A page in this language (`en`, `sv`, `lv`, `sl`, `nb`, `el`) that comes with 200.
    pub fn in_language(code: &str) -> Self {
        Self { language: code.to_owned(), status: 200, is_walked: true, unasked: Vec::new() }
    }

    /// The same for a page that comes with another status.
    pub fn with_status(self, status: u16) -> Self {
        Self { status, ..self }
    }
}

/// Opens `url` and says everything that is wrong with it, once for each thing; empty when all is well.
pub async fn page_problems(browser: &Browser, url: &str, options: &PageOptions) -> Result<Vec<String>> {
    let _said_by_the_page_before = browser.console().await?;
    browser.resize(WIDTHS_PX[1], HEIGHT_PX).await?;
    browser.open(url).await?;
    shown_problems(browser, options).await.with_context(|| format!("look at {url}"))
}

/// The same for the page that is shown now, where no address leads to it: the answer to a form.
pub async fn shown_problems(browser: &Browser, options: &PageOptions) -> Result<Vec<String>> {
    let mut problems = Problems::default();
    let status = browser.status().await?;
    if status != options.status {
        problems.add("", format!("the page came with {status} instead of {}", options.status));
    }
    let language = browser.evaluate("document.documentElement.lang").await?;
    if language.as_str() != Some(&options.language) {
        problems.add("", format!("the page says that its language is {language}, not {}", options.language));
    }
    for width_px in WIDTHS_PX {
        for scheme in Scheme::ALL {
            let case = format!("{width_px} px, {}", scheme.name());
            browser.resize(width_px, HEIGHT_PX).await?;
            browser.prefer(scheme).await?;
            for violation in axe_violations(browser).await? {
                if !options.unasked.contains(&violation.id) {
                    problems.add(&case, violation.to_string());
                }
            }
            let found = browser.evaluate(PAGE).await?;
            for problem in found.as_array().into_iter().flatten().filter_map(Value::as_str) {
                problems.add(&case, problem.to_owned());
            }
            if options.is_walked && scheme == Scheme::Light {
                for problem in walk_problems(browser).await? {
                    problems.add(&case, problem);
                }
            }
        }
    }
    browser.prefer(Scheme::Light).await?;
    // That the page itself is missing is what its status has said already.
    let expected = format!(
        "SEVERE network: {} - Failed to load resource: the server responded with a status of {}",
        browser.address().await?.split('#').next().unwrap_or_default(),
        options.status
    );
    for line in browser.console().await?.iter().filter(|line| !line.starts_with(&expected)) {
        problems.add("", format!("the console says: {line}"));
    }
    Ok(problems.told())
}

/// What was found, each with every case in which it was.
#[derive(Default)]
struct Problems(Vec<(String, Vec<String>)>);

impl Problems {
    fn add(&mut self, case: &str, problem: String) {
        let case = case.to_owned();
        match self.0.iter_mut().find(|(other, _)| *other == problem) {
            Some((_, cases)) => cases.push(case),
            None => self.0.push((problem, vec![case])),
        }
    }

    fn told(self) -> Vec<String> {
        let told = |(problem, cases): (String, Vec<String>)| match cases.join("; ") {
            cases if cases.is_empty() => problem,
            cases => format!("{problem} [{cases}]"),
        };
        self.0.into_iter().map(told).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_that_stands_in_several_cases_is_told_once() {
        let mut problems = Problems::default();
        problems.add("320 px, light", "small".to_owned());
        problems.add("", "silent".to_owned());
        problems.add("320 px, dark", "small".to_owned());
        assert_eq!(problems.told(), ["small [320 px, light; 320 px, dark]", "silent"]);
    }
}

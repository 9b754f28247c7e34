//! Every page that a link leads to, as a browser that follows all of them finds it: the site's own policy of what may run
//! is never broken by the site itself (reliability K4).

use std::collections::{BTreeSet, VecDeque};

use anyhow::Result;
use postern_core::account::Language;
use postern_testkit::browser::Browser;
use postern_testkit::servers::{Need, are_here};
use serde_json::{Value, json};

use crate::visit::Visit;

/// Pages that are opened at most, so that a list which grows does not keep the test for ever.
const PAGES_MAX: usize = 150;

/// Whatever stands in the page itself and would run or style: nothing may.
const INLINE: &str = "[...document.querySelectorAll('*')].filter((one) => one.hasAttribute('style') \
    || one.tagName === 'STYLE' || (one.tagName === 'SCRIPT' && !one.src) \
    || [...one.attributes].some(({ name }) => /^on/i.test(name))).map((one) => one.outerHTML.slice(0, 200))";

/// Whether text that a script turns into markup is refused: Trusted Types are on.
const IS_TRUSTED_ONLY: &str = "(() => { try { document.createElement('div').innerHTML = '<b>x</b>'; return false; } \
    catch (error) { return error instanceof TypeError; } })()";

/// Whether a script that is put into the page is kept from running.
const IS_SCRIPT_REFUSED: &str = "(() => { try { const one = document.createElement('script'); one.text = 'window.ran = 1'; \
    document.head.append(one); } catch (error) {} return window.ran === undefined; })()";

/// The page a link leads to, without its place on it; `None` for what is no page of the admin centre, is a file, or changes
/// the language of the pages after it.
fn page_of(link: &str, site: &str) -> Option<String> {
    let link = link.split('#').next().unwrap_or_default();
    let is_page =
        link.starts_with(&format!("{site}/")) && !link.contains("/export") && !link.contains("lang=");
    is_page.then(|| link.to_owned())
}

/// Alike pages are looked at once: ids and cursors are many.
fn sort_of(page: &str) -> String {
    let (path, query) = page.split_once('?').unwrap_or((page, ""));
    let names: Vec<&str> = query.split('&').filter_map(|pair| pair.split('=').next()).collect();
    let is_id = |part: &&str| part.len() == 11 && part.as_bytes()[5] == b'-';
    let path: Vec<&str> = path.split('/').map(|part| if is_id(&part) { "{id}" } else { part }).collect();
    let tab = query.split('&').find(|pair| pair.starts_with("tab=") || pair.starts_with("view="));
    format!("{}?{}{}", path.join("/"), names.join("&"), tab.unwrap_or_default())
}

/// What the page's own scripts would find: unlike [`Browser::evaluate`], under the page's policy.
async fn in_the_page(browser: &Browser, expression: &str) -> Result<bool> {
    let asked = json!({ "expression": expression, "returnByValue": true });
    Ok(browser.cdp("Runtime.evaluate", asked).await?["result"]["value"] == Value::Bool(true))
}

#[tokio::test(flavor = "multi_thread")]
async fn k4_no_page_that_a_link_leads_to_breaks_the_policy_of_what_may_run() -> Result<()> {
    if !are_here("k4_no_page_that_a_link_leads_to_breaks_the_policy_of_what_may_run", &[Need::Browser]) {
        return Ok(());
    }
    let visit = Visit::begin().await?;
    let (browser, site) = (&visit.browser, &visit.site.url);
    let mut waiting: VecDeque<String> =
        [format!("{site}/admin/sign-in"), format!("{site}/admin/begin/nothing")].into();
    let mut known = BTreeSet::new();
    let mut seen = 0;
    let mut is_inside = false;
    loop {
        let Some(page) = waiting.pop_front() else {
            if is_inside {
                break;
            }
            // What strangers see is done.
            visit.enter(Language::En).await?;
            is_inside = true;
            waiting.push_back(format!("{site}/admin"));
            waiting.push_back(format!("{site}/admin/nothing-here"));
            continue;
        };
        let _said_before = browser.console().await?;
        browser.open(&page).await?;
        seen += 1;
        assert!(seen <= PAGES_MAX, "more than {PAGES_MAX} sorts of pages: {known:?}");
        let missing = "Failed to load resource: the server responded with a status of 4";
        let said: Vec<String> =
            browser.console().await?.into_iter().filter(|line| !line.contains(missing)).collect();
        assert_eq!(said, Vec::<String>::new(), "{page}: the console is silent");
        assert_eq!(browser.evaluate(INLINE).await?, json!([]), "{page}: nothing inline");
        assert!(in_the_page(browser, IS_TRUSTED_ONLY).await?, "{page}: Trusted Types are on");
        assert!(in_the_page(browser, IS_SCRIPT_REFUSED).await?, "{page}: no foreign script");
        for link in browser.links().await? {
            let Some(page) = page_of(&link, site) else { continue };
            if known.insert(sort_of(&page)) {
                waiting.push_back(page);
            }
        }
    }
    assert!(seen > 40, "the crawl comes around: {known:?}");
    Ok(())
}

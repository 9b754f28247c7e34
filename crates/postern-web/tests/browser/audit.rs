//! The audit page in a real browser: nothing is wrong with it in any language, and its filter is used by keyboard and without
//! script.

use anyhow::Result;
use postern_core::account::Language;
use postern_testkit::admin_client::language_chosen_now;
use postern_testkit::browser::keys::Key;
use postern_testkit::browser::page::{PageOptions, page_problems};
use postern_testkit::servers::{Need, are_here};
use postern_text::{Words, key};

use crate::users::Visit;

#[tokio::test(flavor = "multi_thread")]
async fn the_audit_has_nothing_wrong_in_any_language() -> Result<()> {
    if !are_here("the_audit_has_nothing_wrong_in_any_language", &[Need::Browser]) {
        return Ok(());
    }
    let visit = Visit::begin().await?;
    visit.site.world.policy(&[("outbound.cap_day", 900)]).await?;
    let nothing: Vec<String> = Vec::new();
    for &language in Language::ALL {
        let code = language.code();
        visit.browser.put_cookie(&visit.site.url, "postern_lang", &language_chosen_now(code)).await?;
        for path in ["/audit", "/audit?account=rob@contoso.com&by=people", "/audit?account=nobody&from=now"] {
            let page = PageOptions { is_walked: language == Language::En, ..PageOptions::in_language(code) };
            let found = page_problems(&visit.browser, &visit.url(path), &page).await?;
            assert_eq!(found, nothing, "{path} in {code}");
            let title = Words::in_language(language).say(key::USER_TAB_AUDIT, &[]);
            visit.browser.find("heading", &title).await?;
            let name = format!("admin{}-{code}", path.replace(['/', '?', '=', '&'], "-"));
            visit.browser.picture(&visit.url(path), &name).await?;
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn who_blocked_rob_is_found_with_the_keyboard_alone_and_without_script() -> Result<()> {
    if !are_here("who_blocked_rob_is_found_with_the_keyboard_alone_and_without_script", &[Need::Browser]) {
        return Ok(());
    }
    let visit = Visit::begin().await?;
    let browser = &visit.browser;
    browser.allow_script(false).await?;
    for language in [Language::Nb, Language::El] {
        let words = Words::in_language(language);
        browser.put_cookie(&visit.site.url, "postern_lang", &language_chosen_now(language.code())).await?;
        browser.open(&visit.url("/audit")).await?;
        browser.select("#account").await?.focus().await?;
        browser.type_text("rob@contoso.com").await?;
        browser.press(Key::Enter).await?;
        browser.find("link", &words.say(key::AUDIT_FILTER_CLEAR, &[])).await?;
        let text = browser.text().await?;
        let blocked = words.restriction_kind(postern_core::restriction::RestrictionKind::SignInBlocked);
        assert!(text.contains(&blocked) && text.contains("spam") && !text.contains("eva@"), "{text}");
    }
    Ok(())
}

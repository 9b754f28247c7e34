//! "My security" in a real browser: signing in, making codes and an app password, adding an address and signing out, on a
//! phone and without script; the page with all of it is without a fault in six languages.

use anyhow::Result;
use postern_core::account::Language;
use postern_testkit::browser::page::{PageOptions, page_problems, shown_problems};
use postern_testkit::servers::{Need, are_here};
use postern_testkit::world::root;
use postern_text::{Key, key};

use crate::visit::{ROB, Visit, say};

const OWN: &str = "amber meadow ladder 17";
/// The narrowest phone (WCAG 2.2, 1.4.10 Reflow).
const PHONE_PX: (u32, u32) = (320, 720);

async fn press(visit: &Visit, language: Language, button: Key, expected: &str) -> Result<()> {
    visit.browser.click("button", &say(language, button)).await?;
    visit.browser.expect(expected).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_looks_after_the_account_on_a_phone_without_script() -> Result<()> {
    let test = "an_owner_looks_after_the_account_on_a_phone_without_script";
    if !are_here(test, &[Need::Browser]) {
        return Ok(());
    }
    let visit = Visit::begin().await?;
    let (browser, engine, nothing) = (&visit.browser, &visit.site.world.engine, Vec::<String>::new());
    let mia = visit.site.world.person("mia@contoso.example").await?;
    engine.set_password(mia.id, OWN, root("hers")).await?;
    let url = |language: Language| format!("{}/my?lang={}", visit.site.url, language.code());
    for &language in Language::ALL {
        let page = PageOptions::in_language(language.code());
        assert_eq!(page_problems(browser, &url(language), &page).await?, nothing, "the door");
    }
    browser.resize(PHONE_PX.0, PHONE_PX.1).await?;
    browser.allow_script(false).await?;
    let sl = Language::Sl;
    browser.open(&url(sl)).await?;
    for (field, text) in [("#login", ROB), ("#password", "a wrong one")] {
        browser.select(field).await?.fill(text).await?;
    }
    press(&visit, sl, key::ADMIN_IN_BUTTON, &say(sl, key::MY_IN_NO)).await?;
    for (field, text) in [("#login", "mia@contoso.example"), ("#password", OWN)] {
        browser.select(field).await?.fill(text).await?;
    }
    press(&visit, sl, key::ADMIN_IN_BUTTON, &say(sl, key::MY_OPEN)).await?;
    press(&visit, sl, key::FACTORS_CODES_NEW, &say(sl, key::ADMIN_CODES_TITLE)).await?;
    browser.select("#device").await?.fill("Službeni telefon").await?;
    press(&visit, sl, key::APP_PASSWORDS_ADD, &say(sl, key::APP_PASSWORDS_SHOWN)).await?;
    browser.select("#address").await?.fill("mia.home@mail.example").await?;
    press(&visit, sl, key::ALTERNATES_ADD, &say(sl, key::ALTERNATES_NOT_CONFIRMED)).await?;
    for expected in [key::HELP_ASK_TOLD, key::HELP_ASK_ALREADY] {
        press(&visit, sl, key::HELP_ASK_BUTTON, &say(sl, expected)).await?;
    }
    browser.allow_script(true).await?;
    assert_eq!(shown_problems(browser, &PageOptions::in_language("sl")).await?, nothing, "after a form");
    for &language in Language::ALL {
        let page = PageOptions::in_language(language.code());
        assert_eq!(page_problems(browser, &url(language), &page).await?, nothing, "{}", language.code());
        browser.picture(&url(language), &format!("my-{}", language.code())).await?;
    }
    browser.allow_script(false).await?;
    browser.open(&url(sl)).await?;
    press(&visit, sl, key::ADMIN_SIGN_OUT, &say(sl, key::MY_LEDE)).await?;
    Ok(())
}

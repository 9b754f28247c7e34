//! From the user's page to the owner's own password: an admin resets it, the sheet is in the owner's language, and the owner
//! sets another on a page that is without a fault in six languages and needs no script.

use anyhow::Result;
use postern_core::account::Language;
use postern_core::command::{Command, ProfileChange};
use postern_testkit::browser::page::{PageOptions, page_problems, shown_problems};
use postern_testkit::servers::{Need, are_here};
use postern_testkit::world::root;
use postern_text::key;

use crate::visit::{Visit, say};

const OWN: &str = "amber meadow ladder 17";
const ANNA: &str = "anna@contoso.example";

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_resets_a_password_and_its_owner_sets_another_without_script() -> Result<()> {
    let test = "an_admin_resets_a_password_and_its_owner_sets_another_without_script";
    if !are_here(test, &[Need::Browser]) {
        return Ok(());
    }
    let visit = Visit::begin().await?;
    let (browser, engine, nothing) = (&visit.browser, &visit.site.world.engine, Vec::<String>::new());
    let greek = ProfileChange { language: Some(Language::El), ..ProfileChange::default() };
    engine.execute(visit.anna.id, Command::ChangeProfile(greek), root("hers")).await?;
    visit.enter(Language::Sv).await?;
    browser.open(&visit.url(&format!("/users/{}", visit.anna.id))).await?;
    browser.click("link", &say(Language::Sv, key::RESET_ACTION)).await?;
    browser.select("#reason").await?.fill("Anna ringde").await?;
    browser.click("button", &say(Language::Sv, key::RESET_YES)).await?;
    browser.expect(&say(Language::Sv, key::RESET_SHOWN)).await?;
    browser.expect(&say(Language::El, key::SHEET_TITLE)).await?;
    let page = PageOptions::in_language("sv");
    assert_eq!(shown_problems(browser, &page).await?, nothing, "the receipt with the sheet");
    if let Some(folder) = std::env::var_os("POSTERN_PICTURES") {
        browser.screenshot(&std::path::Path::new(&folder).join("reset-done.png")).await?;
    }
    let temporary = browser.select("code.shown").await?.text().await?;
    let sheet = browser.select(".sheet").await?.text().await?;
    assert!(sheet.contains(&temporary) && sheet.contains("/password"), "{sheet}");
    assert!(!sheet.to_lowercase().contains("ingrid"), "nothing of the admin's: {sheet}");

    browser.forget_cookies().await?;
    browser.send_header("X-Forwarded-For", "127.0.7.9").await?;
    for &language in Language::ALL {
        let code = language.code();
        let url = format!("{}/password?lang={code}", visit.site.url);
        let page = PageOptions::in_language(code);
        assert_eq!(page_problems(browser, &url, &page).await?, nothing, "{code}: the form");
        browser.picture(&url, &format!("password-{code}")).await?;
    }
    browser.allow_script(false).await?;
    browser.open(&format!("{}/password?lang=el", visit.site.url)).await?;
    for (field, text) in [("login", ANNA), ("temporary", "a wrong one"), ("new", OWN), ("again", OWN)] {
        browser.select(&format!("#{field}")).await?.fill(text).await?;
    }
    browser.click("button", &say(Language::El, key::PASSWORD_BUTTON)).await?;
    browser.expect(&say(Language::El, key::PASSWORD_NOT_OPENED)).await?;
    for (field, text) in [("temporary", temporary.as_str()), ("new", OWN), ("again", OWN)] {
        browser.select(&format!("#{field}")).await?.fill(text).await?;
    }
    browser.click("button", &say(Language::El, key::PASSWORD_BUTTON)).await?;
    browser.expect(&say(Language::El, key::PASSWORD_DONE)).await?;
    browser.allow_script(true).await?;
    assert_eq!(shown_problems(browser, &PageOptions::in_language("el")).await?, nothing, "set");
    assert_eq!(engine.open_on(visit.anna.id), Vec::new(), "neither locked nor temporary");
    Ok(())
}

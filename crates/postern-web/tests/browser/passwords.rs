//! From the user's page to the owner's own password: an admin resets it, the sheet is in the owner's language, and the owner
//! sets another on a page that is without a fault in six languages and needs no script.

use anyhow::{Context as _, Result};
use postern_core::account::Language;
use postern_core::command::{Command, ProfileChange};
use postern_core::restriction::RestrictionKind;
use postern_core::time::Span;
use postern_testkit::browser::Browser;
use postern_testkit::browser::page::{PageOptions, page_problems, shown_problems};
use postern_testkit::browser::screenshot::folder;
use postern_testkit::servers::{Need, are_here};
use postern_testkit::world::{eventually, root};
use postern_text::{Key, key};

use crate::visit::{Visit, say};

const OWN: &str = "amber meadow ladder 17";
const HOME: &str = "anna.home@mail.example";
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
    if let Some(folder) = folder() {
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
    let closed = [RestrictionKind::SignInLocked, RestrictionKind::PasswordChangeRequired];
    let open = engine.open_on(visit.anna.id);
    assert!(!open.iter().any(|row| closed.contains(&row.kind)), "neither locked nor temporary: {open:?}");
    mailed_links(&visit).await
}

/// The pages of the three links that are mailed, on a phone and without script: an address is confirmed, a password is set by a link
/// there, and its owner says that this was somebody else.
async fn mailed_links(visit: &Visit) -> Result<()> {
    let (browser, world, anna) = (&visit.browser, &visit.site.world, visit.anna.id);
    let engine = &world.engine;
    let mailed = async |page: &str| -> Result<String> {
        let begins = format!("{}/{page}/", visit.site.url);
        let newest = || {
            let letters = world.notices.letters();
            let mut lines =
                letters.iter().filter(|letter| letter.to == HOME).flat_map(|letter| letter.text.lines());
            lines.rfind(|line| line.starts_with(&begins)).map(str::to_owned)
        };
        eventually(async || Ok(newest().is_some())).await?;
        newest().context("a link")
    };
    let home = engine.add_alternate(anna, HOME, root("asked for it")).await?.address.id;
    let confirm = mailed("confirm-address").await?;
    look_at(browser, &confirm, "confirm").await?;
    use_link(browser, &confirm, Language::Sl, key::LETTER_CHECK_BUTTON, key::LINK_CONFIRM_DONE).await?;
    world.clock.advance(Span::from_minutes(1));
    engine.mail_password_link(anna, Some(home), root("forgot it")).await?;
    let set = mailed("set-password").await?;
    look_at(browser, &set, "set-password").await?;
    browser.open(&format!("{set}?lang=sl")).await?;
    for field in ["new", "again"] {
        browser.select(&format!("#{field}")).await?.fill("copper lantern window 88").await?;
    }
    browser.click("button", &say(Language::Sl, key::PASSWORD_BUTTON)).await?;
    browser.expect(&say(Language::Sl, key::PASSWORD_DONE)).await?;
    let not_me = mailed("not-me").await?;
    look_at(browser, &not_me, "not-me").await?;
    use_link(browser, &not_me, Language::Sl, key::LETTER_NOT_ME, key::LINK_NOT_ME_DONE).await?;
    let open = engine.open_on(anna);
    assert!(open.iter().any(|row| row.kind == RestrictionKind::SendingRestricted), "contained: {open:?}");
    Ok(())
}

async fn look_at(browser: &Browser, link: &str, name: &str) -> Result<()> {
    for &language in Language::ALL {
        let code = language.code();
        let (url, page) = (format!("{link}?lang={code}"), PageOptions::in_language(code));
        assert_eq!(page_problems(browser, &url, &page).await?, Vec::<String>::new(), "{code}: {name}");
        browser.picture(&url, &format!("mailed-{name}-{code}")).await?;
    }
    Ok(())
}

async fn use_link(browser: &Browser, link: &str, language: Language, button: Key, done: Key) -> Result<()> {
    browser.allow_script(false).await?;
    browser.open(&format!("{link}?lang={}", language.code())).await?;
    browser.click("button", &say(language, button)).await?;
    browser.expect(&say(language, done)).await?;
    browser.allow_script(true).await
}

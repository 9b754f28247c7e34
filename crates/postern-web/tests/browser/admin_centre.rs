//! The admin centre in a real browser: the way in, the seeds' walk from "rob" to sending again, by keyboard, and without
//! script. That every page is without a fault in every language is `every_page`'s.

use anyhow::Result;
use postern_core::account::Language;
use postern_core::admin::LinkUse;
use postern_core::command::{Command, ProfileChange};
use postern_core::restriction::RestrictionKind;
use postern_testkit::admin_client::code_of;
use postern_testkit::browser::Browser;
use postern_testkit::browser::keys::Key;
use postern_testkit::browser::page::{PageOptions, shown_problems};
use postern_testkit::servers::{Need, are_here};
use postern_testkit::world::root;
use postern_text::{Words, key};

use crate::visit::{ROB, Visit, say};

const PASSWORD: &str = "fjell og fjord 22 vinter";

/// The seeds: "Search for the restricted user (rob finds rob@contoso.com), choose Unblock, read, choose Yes."
#[tokio::test(flavor = "multi_thread")]
async fn a_new_admin_comes_from_the_invitation_to_rob_sending_again_in_two_languages_and_without_script()
-> Result<()> {
    let test =
        "a_new_admin_comes_from_the_invitation_to_rob_sending_again_in_two_languages_and_without_script";
    if !are_here(test, &[Need::Browser]) {
        return Ok(());
    }
    let visit = Visit::begin().await?;
    let (browser, engine) = (&visit.browser, &visit.site.world.engine);
    engine.set_password(visit.ingrid.id, PASSWORD, root("hers")).await?;
    browser.allow_script(false).await?;
    for language in [Language::Lv, Language::El] {
        let restrict = Command::RestrictSending { until: None };
        // Already so the first time.
        let _restricted = engine.execute(visit.rob.id, restrict, root("sends spam")).await;
        let profile = ProfileChange { language: Some(language), ..ProfileChange::default() };
        engine.execute(visit.ingrid.id, Command::ChangeProfile(profile), root("her language")).await?;
        browser.forget_cookies().await?;
        browser.speak(language.code()).await?;
        let link = engine.invite_admin(visit.ingrid.id, LinkUse::SetUp, root("lost her phone")).await?.link;
        browser.open(&link).await?;
        let secret = browser.select("form code").await?.text().await?;
        browser.select("#password").await?.fill(PASSWORD).await?;
        browser.select("#code").await?.fill(&code_of(&secret, engine.now_shown().unix_s())?).await?;
        browser.click("button", &say(language, key::ADMIN_BEGIN_BUTTON)).await?;
        browser.find("heading", &say(language, key::ADMIN_CODES_TITLE)).await?;
        let nothing: Vec<String> = Vec::new();
        let page = PageOptions::in_language(language.code());
        assert_eq!(shown_problems_of(browser, &page).await?, nothing, "the codes");
        browser.click("link", &say(language, key::ADMIN_CODES_GO)).await?;
        browser.open(&visit.url("/restricted")).await?;
        browser.select("#q").await?.fill("rob").await?;
        browser.click("button", &say(language, key::ADMIN_SEARCH)).await?;
        browser.expect(ROB).await?;
        let of = Words::in_language(language).say(key::RESTRICTED_OF, &[("account", ROB.into())]);
        let unblock = format!("{} {of}", say(language, key::RESTRICTED_UNBLOCK));
        browser.click("link", &unblock).await?;
        browser.select("#reason").await?.fill("Zvanīja: tas bija biļetens").await?;
        browser.click("button", &say(language, key::UNBLOCK_YES)).await?;
        let done = Words::in_language(language).say(key::UNBLOCK_DONE, &[("account", ROB.into())]);
        browser.expect(&done).await?;
        assert_eq!(shown_problems_of(browser, &page).await?, nothing, "the receipt");
        visit.site.world.clock.advance(postern_core::time::Span::from_minutes(2));
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_user_is_unlocked_with_the_keyboard_alone() -> Result<()> {
    if !are_here("a_locked_user_is_unlocked_with_the_keyboard_alone", &[Need::Browser]) {
        return Ok(());
    }
    let visit = Visit::begin().await?;
    visit.enter(Language::Sv).await?;
    let browser = &visit.browser;
    browser.open(&visit.url("/locks")).await?;
    let of = Words::in_language(Language::Sv)
        .say(key::RESTRICTED_OF, &[("account", "anna@contoso.example".into())]);
    let unlock = format!("{} {of}", say(Language::Sv, key::LOCKS_UNLOCK));
    tab_to(browser, &unlock).await?;
    browser.press(Key::Enter).await?;
    browser.expect(&say(Language::Sv, key::UNLOCK_YES)).await?;
    for _ in 0..40 {
        browser.press(Key::Tab).await?;
        if browser.focused().await?.name.starts_with(&say(Language::Sv, key::ADMIN_REASON)) {
            break;
        }
    }
    browser.type_text("Anna ringde").await?;
    tab_to(browser, &say(Language::Sv, key::UNLOCK_YES)).await?;
    browser.press(Key::Enter).await?;
    let done = [("account", "anna@contoso.example".into())];
    browser.expect(&Words::in_language(Language::Sv).say(key::UNLOCK_DONE, &done)).await?;
    let open = visit.site.world.engine.open_on(visit.anna.id);
    assert!(open.iter().all(|row| row.kind != RestrictionKind::SignInLocked), "{open:?}");
    Ok(())
}

/// The checks are a script themselves; the page has come and been used without any.
async fn shown_problems_of(browser: &Browser, page: &PageOptions) -> Result<Vec<String>> {
    browser.allow_script(true).await?;
    let problems = shown_problems(browser, page).await;
    browser.allow_script(false).await?;
    problems
}

async fn tab_to(browser: &Browser, name: &str) -> Result<()> {
    let mut passed = Vec::new();
    for _ in 0..60 {
        browser.press(Key::Tab).await?;
        let focused = browser.focused().await?.name;
        if focused == name {
            return Ok(());
        }
        passed.push(focused);
    }
    anyhow::bail!("sixty presses of Tab do not reach {name}, only {passed:?}")
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_lead_through_a_list_and_can_be_switched_off() -> Result<()> {
    if !are_here("keys_lead_through_a_list_and_can_be_switched_off", &[Need::Browser]) {
        return Ok(());
    }
    let visit = Visit::begin().await?;
    visit.enter(Language::En).await?;
    let browser = &visit.browser;
    browser.open(&visit.url("/sessions")).await?;
    browser.type_text("gl").await?;
    browser.find("heading", &say(Language::En, key::ADMIN_NAV_LOCKS)).await?;
    browser.type_text("j").await?;
    // The doors were closed in the same moment of a clock that stands still, so any may be the first.
    let rows = [ROB, "anna@contoso.example", "kim@contoso.example"];
    let first = browser.focused().await?.name;
    assert!(rows.contains(&first.as_str()), "a row of the list, not {first}");
    browser.type_text("j").await?;
    let second = browser.focused().await?.name;
    assert!(rows.contains(&second.as_str()) && second != first, "the next row, not {second}");
    browser.type_text("k").await?;
    assert_eq!(browser.focused().await?.name, first);
    browser.type_text("/").await?;
    browser.type_text("gr").await?;
    assert_eq!(browser.select("#q").await?.value().await?, "gr", "whoever types is not led away");
    browser.press(Key::Escape).await?;
    browser.type_text("?").await?;
    browser.find("heading", &say(Language::En, key::KEYS_TITLE)).await?;
    browser.click("button", &say(Language::En, key::KEYS_SWITCH_OFF)).await?;
    browser.expect(&say(Language::En, key::KEYS_OFF_NOW)).await?;
    browser.type_text("gl").await?;
    assert!(browser.address().await?.ends_with("/keys"), "switched off");
    Ok(())
}

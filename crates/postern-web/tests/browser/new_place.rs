//! The owner's one-time link, `/in/{link}`: nothing is wrong with its pages in any language, and its button works with the
//! mouse, with the keyboard alone, and without script.

use anyhow::{Context, Result};
use postern_core::account::{Account, Language};
use postern_testkit::browser::Browser;
use postern_testkit::browser::keys::Key;
use postern_testkit::browser::page::{PageOptions, page_problems, shown_problems};
use postern_testkit::servers::{Need, are_here};
use postern_testkit::web_site::WebSite;
use postern_testkit::world::root;
use postern_text::{Key as Message, Words, key};

/// Where the reader is.
const PHONE: &str = "127.0.7.1";

struct Visit {
    site: WebSite,
    browser: Browser,
    anna: Account,
}

impl Visit {
    /// Anna's phone is somewhere new.
    async fn begin() -> Result<Self> {
        let site = WebSite::start().await?;
        let anna = site.world.person("anna@contoso.example").await?;
        let browser = Browser::start().await?;
        browser.send_header("X-Forwarded-For", PHONE).await?;
        Ok(Self { site, browser, anna })
    }

    /// A link that works, and makes those before it void.
    async fn link(&self) -> Result<String> {
        Ok(self.site.world.engine.offer_admission(self.anna.id, root("Anna called")).await?.link)
    }

    /// How many places Anna's links have opened.
    async fn places(&self) -> Result<usize> {
        let state = self.site.world.engine.sign_in_state(self.anna.id).await?;
        Ok(state.context("anna exists")?.passes.len())
    }
}

fn say(language: Language, message: Message) -> String {
    Words::in_language(language).say(message, &[])
}

#[tokio::test(flavor = "multi_thread")]
async fn the_links_pages_have_nothing_wrong_in_any_language() -> Result<()> {
    if !are_here("the_links_pages_have_nothing_wrong_in_any_language", &[Need::Browser]) {
        return Ok(());
    }
    let visit = Visit::begin().await?;
    let browser = &visit.browser;
    let nothing: Vec<String> = Vec::new();
    for &language in Language::ALL {
        let code = language.code();
        let page = PageOptions::in_language(code);
        let link = format!("{}?lang={code}", visit.link().await?);
        assert_eq!(page_problems(browser, &link, &page).await?, nothing, "{code}: the question");
        browser.picture(&link, &format!("in-{code}")).await?;

        browser.send_header("X-Forwarded-For", "127.0.7.2").await?;
        browser.click("button", &say(language, key::IN_BUTTON)).await?;
        browser.expect(&say(language, key::IN_CHANGED)).await?;
        assert_eq!(shown_problems(browser, &page).await?, nothing, "{code}: asked from another address");
        browser.click("button", &say(language, key::IN_BUTTON)).await?;
        browser.find("heading", &say(language, key::IN_DONE_TITLE)).await?;
        assert_eq!(shown_problems(browser, &page).await?, nothing, "{code}: done");

        let void = page.clone().with_status(404);
        assert_eq!(page_problems(browser, &link, &void).await?, nothing, "{code}: used");
        browser.picture(&link, &format!("in-used-{code}")).await?;
        browser.send_header("X-Forwarded-For", "").await?;
        let nowhere = page.clone().with_status(400);
        assert_eq!(page_problems(browser, &link, &nowhere).await?, nothing, "{code}: no address");
        browser.send_header("X-Forwarded-For", PHONE).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_button_opens_sign_in_with_the_keyboard_alone_and_without_script() -> Result<()> {
    if !are_here("the_button_opens_sign_in_with_the_keyboard_alone_and_without_script", &[Need::Browser]) {
        return Ok(());
    }
    let visit = Visit::begin().await?;
    let browser = &visit.browser;
    for (language, has_script, by_keyboard) in
        [(Language::Lv, false, false), (Language::El, false, true), (Language::Nb, true, true)]
    {
        let before = visit.places().await?;
        browser.allow_script(has_script).await?;
        browser.speak(language.code()).await?;
        browser.open(&visit.link().await?).await?;
        assert!(browser.text().await?.contains(PHONE), "it says where the reader is");
        let button = say(language, key::IN_BUTTON);
        if by_keyboard {
            // Past the link that skips to the content.
            browser.press(Key::Tab).await?;
            assert_eq!(browser.focused().await?.name, say(language, key::IN_SKIP));
            browser.press(Key::Enter).await?;
            browser.press(Key::Tab).await?;
            assert_eq!(browser.focused().await?.name, button);
            browser.press(Key::Enter).await?;
        } else {
            browser.click("button", &button).await?;
        }
        browser.find("heading", &say(language, key::IN_DONE_TITLE)).await?;
        assert_eq!(visit.places().await?, before + 1, "{}", language.code());
        visit.site.world.clock.advance(postern_core::time::Span::from_minutes(20));
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn another_language_is_one_press_away_and_stays_on_the_page() -> Result<()> {
    if !are_here("another_language_is_one_press_away_and_stays_on_the_page", &[Need::Browser]) {
        return Ok(());
    }
    let visit = Visit::begin().await?;
    visit.browser.speak("de").await?;
    visit.browser.open(&visit.link().await?).await?;
    visit.browser.find("heading", &say(Language::En, key::IN_TITLE)).await?;
    visit.browser.click("link", "Slovenščina").await?;
    visit.browser.find("heading", &say(Language::Sl, key::IN_TITLE)).await?;
    visit.browser.click("button", &say(Language::Sl, key::IN_BUTTON)).await?;
    visit.browser.find("heading", &say(Language::Sl, key::IN_DONE_TITLE)).await?;
    Ok(())
}

//! The owner's way back in a real browser, on a phone and without script: with a code at the alternate address to a new
//! password, and to unlocking alone. Every step is without a fault.

use anyhow::{Context as _, Result};
use postern_core::account::Language;
use postern_core::alternate::LinkPurpose;
use postern_core::restriction::RestrictionKind;
use postern_core::time::Span;
use postern_testkit::browser::page::{PageOptions, page_problems, shown_problems};
use postern_testkit::browser::screenshot::folder;
use postern_testkit::servers::{Need, are_here};
use postern_testkit::world::{eventually, root};
use postern_text::{Key, key};

use crate::visit::{Visit, say};

const ANNA: &str = "anna@contoso.example";
const ELSEWHERE: &str = "anna.home@mail.example";
const OWN: &str = "amber meadow ladder 17";
/// The narrowest phone (WCAG 2.2, 1.4.10 Reflow).
const PHONE_PX: (u32, u32) = (320, 720);

/// Anna has confirmed an address at home.
async fn with_address(visit: &Visit) -> Result<()> {
    let engine = &visit.site.world.engine;
    engine.add_alternate(visit.anna.id, ELSEWHERE, root("asked for it")).await?;
    let mut text = String::new();
    eventually(async || {
        let letters = visit.site.world.notices.letters();
        let hers = letters.iter().filter(|letter| letter.to == ELSEWHERE);
        let link = hers.filter_map(|letter| letter.text.split_once("/confirm-address/")).next();
        text = link.map_or("", |(_, rest)| rest).chars().take_while(|c| !c.is_whitespace()).collect();
        Ok(!text.is_empty())
    })
    .await?;
    let open = engine.open_owner_link(&text, LinkPurpose::VerifyAddress).await?.context("it works")?;
    engine.verify_alternate(&text, &open.form_seal).await?;
    visit.site.world.clock.advance(Span::from_s(1));
    Ok(())
}

/// The code that was mailed as the `number`th.
async fn code(visit: &Visit, number: usize) -> Result<String> {
    let mut found = None;
    eventually(async || {
        // Of virtual time, for the pause before a code to pass.
        visit.site.world.clock.advance(Span::from_ms(100));
        let letters = visit.site.world.notices.letters();
        let first = |subject: &str| subject.split(' ').find(|word| is_code(word)).map(str::to_owned);
        found = letters.iter().filter_map(|letter| first(&letter.subject)).nth(number);
        Ok(found.is_some())
    })
    .await?;
    found.context("a code")
}

fn is_code(word: &str) -> bool {
    word.len() == 8 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Presses a button without script, looks at what comes with it, and goes on without.
async fn press(visit: &Visit, language: Language, button: Key, expected: Key, name: &str) -> Result<()> {
    let browser = &visit.browser;
    browser.click("button", &say(language, button)).await?;
    browser.expect(&say(language, expected)).await?;
    browser.allow_script(true).await?;
    let nothing = Vec::<String>::new();
    assert_eq!(shown_problems(browser, &PageOptions::in_language(language.code())).await?, nothing, "{name}");
    if let Some(folder) = folder() {
        let name = format!("recovery-{}-{name}.png", language.code());
        browser.screenshot(&folder.join(name)).await?;
    }
    browser.allow_script(false).await
}

async fn to_the_choice(visit: &Visit, language: Language, from: &str, number: usize) -> Result<()> {
    let browser = &visit.browser;
    browser.send_header("X-Forwarded-For", from).await?;
    browser.allow_script(false).await?;
    browser.open(&format!("{}/recover?lang={}", visit.site.url, language.code())).await?;
    browser.select("#login").await?.fill(ANNA).await?;
    press(visit, language, key::RECOVERY_NEXT, key::RECOVERY_PROVE_TITLE, "prove").await?;
    press(visit, language, key::RECOVERY_SEND, key::RECOVERY_SENT, "sent").await?;
    browser.select("#code").await?.fill("0000 0000").await?;
    press(visit, language, key::RECOVERY_NEXT, key::RECOVERY_WRONG, "wrong").await?;
    press(visit, language, key::HELP_ASK_TITLE, key::HELP_ASK_LEDE, "help").await?;
    browser.select("#message").await?.fill("29 12 34 56").await?;
    press(visit, language, key::HELP_ASK_BUTTON, key::HELP_ASK_ASKED, "asked").await?;
    browser.select("#code").await?.fill(&code(visit, number).await?).await?;
    press(visit, language, key::RECOVERY_NEXT, key::RECOVERY_CHOOSE_TITLE, "choose").await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_gets_back_in_on_a_phone_without_script_in_two_languages() -> Result<()> {
    let test = "an_owner_gets_back_in_on_a_phone_without_script_in_two_languages";
    if !are_here(test, &[Need::Browser]) {
        return Ok(());
    }
    let visit = Visit::begin().await?;
    let (browser, world) = (&visit.browser, &visit.site.world);
    with_address(&visit).await?;
    for &language in Language::ALL {
        let code = language.code();
        let url = format!("{}/recover?lang={code}", visit.site.url);
        let found = page_problems(browser, &url, &PageOptions::in_language(code)).await?;
        assert_eq!(found, Vec::<String>::new(), "{code}");
    }
    browser.resize(PHONE_PX.0, PHONE_PX.1).await?;

    let lv = Language::Lv;
    to_the_choice(&visit, lv, "127.0.7.9", 0).await?;
    press(&visit, lv, key::RECOVERY_NEW, key::PASSWORD_AGAIN, "new").await?;
    for (password, expected) in [("anna", key::PASSWORD_FAULT_THEN), (OWN, key::RECOVERY_DONE_PASSWORD)] {
        for field in ["#new", "#again"] {
            browser.select(field).await?.fill(password).await?;
        }
        press(&visit, lv, key::PASSWORD_BUTTON, expected, "set").await?;
    }

    world.clock.advance(Span::from_hours(1));
    let mut dovecot = world.dovecot().await?;
    for guess in 0..30 {
        dovecot.attempt(ANNA, &format!("guess {guess}"), false, &format!("203.{guess}.113.7")).await?;
    }
    let is_locked =
        || world.engine.open_on(visit.anna.id).iter().any(|row| row.kind == RestrictionKind::SignInLocked);
    assert!(is_locked());
    let el = Language::El;
    to_the_choice(&visit, el, "127.0.7.10", 1).await?;
    press(&visit, el, key::RECOVERY_UNLOCK, key::RECOVERY_DONE_UNLOCKED, "unlocked").await?;
    assert!(!is_locked());
    Ok(())
}

//! Help in a real browser: from a typed question to the form that cures it, without script, in two languages; and what users read
//! without signing in.

use anyhow::Result;
use postern_core::account::Language;
use postern_testkit::admin_client::language_chosen_now;
use postern_testkit::browser::page::{PageOptions, page_problems};
use postern_testkit::servers::{Need, are_here};
use postern_text::{Words, key};

use crate::visit::{ROB, Visit, say};

/// The second seed sentence: steps before a ticket, with the button that cures it.
#[tokio::test(flavor = "multi_thread")]
async fn a_question_leads_to_the_form_that_opens_sending_in_two_languages_without_script() -> Result<()> {
    let test = "a_question_leads_to_the_form_that_opens_sending_in_two_languages_without_script";
    if !are_here(test, &[Need::Browser]) {
        return Ok(());
    }
    let visit = Visit::begin().await?;
    visit.enter(Language::En).await?;
    let browser = &visit.browser;
    browser.allow_script(false).await?;
    for (language, question) in
        [(Language::Sl, "rob ne more posiljati"), (Language::El, "ο rob δεν μπορεί να στείλει")]
    {
        browser.put_cookie(&visit.site.url, "postern_lang", &language_chosen_now(language.code())).await?;
        browser.open(&visit.url("/restricted")).await?;
        browser.click("link", &say(language, key::HELP_NEED)).await?;
        browser.select("#q").await?.fill(question).await?;
        browser.click("button", &say(language, key::HELP_LOOK)).await?;
        browser.expect(ROB).await?;
        browser.click("link", &say(language, key::RESTRICTED_UNBLOCK)).await?;
        browser.expect(&say(language, key::UNBLOCK_YES)).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_users_read_without_signing_in_is_right_in_two_languages() -> Result<()> {
    if !are_here("what_users_read_without_signing_in_is_right_in_two_languages", &[Need::Browser]) {
        return Ok(());
    }
    let visit = Visit::begin().await?;
    for language in [Language::Lv, Language::El] {
        let code = language.code();
        for (path, name) in [("/", "start"), ("/why/7K2M9-QX4TB", "why")] {
            let (url, page) =
                (format!("{}{path}?lang={code}", visit.site.url), PageOptions::in_language(code));
            assert_eq!(
                page_problems(&visit.browser, &url, &page).await?,
                Vec::<String>::new(),
                "{path} {code}"
            );
            visit.browser.picture(&url, &format!("{name}-{code}")).await?;
        }
        visit.browser.open(&format!("{}/?lang={code}", visit.site.url)).await?;
        let words = Words::in_language(language);
        let choice = format!("{} {}", words.say(key::START_SEND, &[]), words.say(key::START_SEND_SUB, &[]));
        visit.browser.click("link", &choice).await?;
        visit.browser.find("heading", &words.say(key::WHY_TITLE, &[])).await?;
    }
    Ok(())
}

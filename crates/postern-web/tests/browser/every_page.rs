//! Every page of the admin centre without a fault, in six languages: a test for each language and each half of the pages, so
//! that none takes long and several run side by side. The keyboard's walk is made in English, in tests of its own.

use anyhow::Result;
use postern_core::account::Language;
use postern_testkit::admin_client::language_chosen_now;
use postern_testkit::browser::page::{PageOptions, page_problems};
use postern_testkit::servers::{Need, are_here};

use crate::visit::Visit;

/// Which part of some pages: `(1, 3)` is the second third.
type Part = (usize, usize);

/// These pages in this language, and a picture of each.
async fn check(
    test: &str,
    language: Language,
    pages: fn(&Visit) -> Vec<String>,
    (part, parts): Part,
    is_walked: bool,
) -> Result<()> {
    if !are_here(test, &[Need::Browser]) {
        return Ok(());
    }
    let visit = Visit::begin().await?;
    visit.enter(Language::En).await?;
    let nothing: Vec<String> = Vec::new();
    let code = language.code();
    visit.browser.put_cookie(&visit.site.url, "postern_lang", &language_chosen_now(code)).await?;
    let all = pages(&visit);
    for path in all.iter().skip(part).step_by(parts) {
        let page = PageOptions { is_walked, ..PageOptions::in_language(code) };
        let found = page_problems(&visit.browser, &visit.url(path), &page).await?;
        assert_eq!(found, nothing, "{path} in {code}");
        let name = format!("admin{}-{code}", path.replace(['/', '?', '='], "-"));
        visit.browser.picture(&visit.url(path), &name).await?;
    }
    Ok(())
}

macro_rules! every_page {
    ($($name:ident: $language:ident $pages:ident $part:expr, $is_walked:expr;)+) => {$(
        #[tokio::test(flavor = "multi_thread")]
        async fn $name() -> Result<()> {
            check(stringify!($name), Language::$language, Visit::$pages, $part, $is_walked).await
        }
    )+};
}

every_page! {
    every_third_page_about_users_is_right_in_english_by_keyboard: En pages (0, 3), true;
    every_next_third_page_about_users_is_right_in_english_by_keyboard: En pages (1, 3), true;
    every_last_third_page_about_users_is_right_in_english_by_keyboard: En pages (2, 3), true;
    every_other_page_about_users_is_right_in_swedish: Sv pages (0, 2), false;
    every_second_page_about_users_is_right_in_swedish: Sv pages (1, 2), false;
    every_other_page_about_users_is_right_in_norwegian: Nb pages (0, 2), false;
    every_second_page_about_users_is_right_in_norwegian: Nb pages (1, 2), false;
    every_other_page_about_users_is_right_in_greek: El pages (0, 2), false;
    every_second_page_about_users_is_right_in_greek: El pages (1, 2), false;
    every_other_page_about_users_is_right_in_latvian: Lv pages (0, 2), false;
    every_second_page_about_users_is_right_in_latvian: Lv pages (1, 2), false;
    every_other_page_about_users_is_right_in_slovenian: Sl pages (0, 2), false;
    every_second_page_about_users_is_right_in_slovenian: Sl pages (1, 2), false;
    every_third_page_about_rules_is_right_in_english_by_keyboard: En pages_of_rules (0, 3), true;
    every_next_third_page_about_rules_is_right_in_english_by_keyboard: En pages_of_rules (1, 3), true;
    every_last_third_page_about_rules_is_right_in_english_by_keyboard: En pages_of_rules (2, 3), true;
    every_other_page_about_rules_is_right_in_swedish: Sv pages_of_rules (0, 2), false;
    every_second_page_about_rules_is_right_in_swedish: Sv pages_of_rules (1, 2), false;
    every_other_page_about_rules_is_right_in_norwegian: Nb pages_of_rules (0, 2), false;
    every_second_page_about_rules_is_right_in_norwegian: Nb pages_of_rules (1, 2), false;
    every_other_page_about_rules_is_right_in_greek: El pages_of_rules (0, 2), false;
    every_second_page_about_rules_is_right_in_greek: El pages_of_rules (1, 2), false;
    every_other_page_about_rules_is_right_in_latvian: Lv pages_of_rules (0, 2), false;
    every_second_page_about_rules_is_right_in_latvian: Lv pages_of_rules (1, 2), false;
    every_other_page_about_rules_is_right_in_slovenian: Sl pages_of_rules (0, 2), false;
    every_second_page_about_rules_is_right_in_slovenian: Sl pages_of_rules (1, 2), false;
}

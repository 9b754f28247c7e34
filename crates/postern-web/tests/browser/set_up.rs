//! The pages of the menu's last part that are about the site as a whole, in a real browser: policies and connections, in six
//! languages, and a change of a limit from the list to the receipt by keyboard.

use anyhow::Result;
use postern_core::account::{Account, Language, Role};
use postern_core::admin::LinkUse;
use postern_core::command::{Command, ProfileChange};
use postern_testkit::admin_client::language_chosen_now;
use postern_testkit::browser::Browser;
use postern_testkit::browser::keys::Key;
use postern_testkit::browser::page::{PageOptions, page_problems, shown_problems};
use postern_testkit::servers::{Need, are_here};
use postern_testkit::web_site::WebSite;
use postern_testkit::world::root;
use postern_text::{Key as Message, Words, key};

/// A site with something on every page: a map that cannot be written, values that are not the defaults.
struct Visit {
    site: WebSite,
    browser: Browser,
    ingrid: Account,
}

impl Visit {
    async fn begin() -> Result<Self> {
        let site = WebSite::start().await?;
        let world = &site.world;
        let ingrid = world.person("ingrid@contoso.example").await?;
        let roles = ProfileChange { roles: Some(vec![Role::GlobalAdmin]), ..ProfileChange::default() };
        world.engine.execute(ingrid.id, Command::ChangeProfile(roles), root("the first admin")).await?;
        world.mail_system.break_map(Some("fatal: open database /var/lib/postern/postfix/sending.lmdb"));
        let eva = world.person("eva@contoso.example").await?;
        world.engine.execute(eva.id, Command::RestrictSending { until: None }, root("a run")).await?;
        world.policy(&[("sign_in.sticky_locks", 3), ("outbound.novel_hour_max", 40)]).await?;
        let browser = Browser::start().await?;
        browser.send_header("X-Forwarded-For", "127.0.7.1").await?;
        Ok(Self { site, browser, ingrid })
    }

    async fn enter(&self, language: Language) -> Result<()> {
        let engine = &self.site.world.engine;
        let link = engine.invite_admin(self.ingrid.id, LinkUse::SignIn, root("in")).await?.link;
        self.browser.open(&format!("{link}?lang={}", language.code())).await?;
        self.browser.click("button", &say(language, key::ADMIN_IN_BUTTON)).await
    }

    fn url(&self, path: &str) -> String {
        format!("{}/admin{path}", self.site.url)
    }
}

/// Every page that can be opened by its address.
const PAGES: [&str; 11] = [
    "/connections",
    "/policies",
    "/policies?tab=sending",
    "/policies?tab=score",
    "/policies?tab=rest",
    "/policies/edit/locks",
    "/policies/edit/sending",
    "/policies/edit/observe",
    "/policies/preview?outbound.novel_hour_max=50&sign_in.sticky_locks=2",
    "/policies/preview?sign_in.first_lock_s=3600",
    "/policies/preview?preset=strict",
];

fn say(language: Language, message: Message) -> String {
    Words::in_language(language).say(message, &[])
}

/// Every page in these languages, with the walk of the keyboard in the first.
async fn check(test: &str, languages: &[Language]) -> Result<()> {
    if !are_here(test, &[Need::Browser]) {
        return Ok(());
    }
    let visit = Visit::begin().await?;
    visit.enter(Language::En).await?;
    let nothing: Vec<String> = Vec::new();
    for (number, language) in languages.iter().enumerate() {
        let code = language.code();
        visit.browser.put_cookie(&visit.site.url, "postern_lang", &language_chosen_now(code)).await?;
        for path in PAGES {
            let page = PageOptions { is_walked: number == 0, ..PageOptions::in_language(code) };
            let found = page_problems(&visit.browser, &visit.url(path), &page).await?;
            assert_eq!(found, nothing, "{path} in {code}");
            let name = format!("set-up{}-{code}", path.replace(['/', '?', '=', '&'], "-"));
            visit.browser.picture(&visit.url(path), &name).await?;
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn policies_and_connections_are_right_in_english_swedish_and_norwegian() -> Result<()> {
    check(
        "policies_and_connections_are_right_in_english_swedish_and_norwegian",
        &[Language::En, Language::Sv, Language::Nb],
    )
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn policies_and_connections_are_right_in_greek_latvian_and_slovenian() -> Result<()> {
    check(
        "policies_and_connections_are_right_in_greek_latvian_and_slovenian",
        &[Language::El, Language::Lv, Language::Sl],
    )
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_limit_is_changed_from_the_list_to_the_receipt_without_script_in_two_languages() -> Result<()> {
    let test = "a_limit_is_changed_from_the_list_to_the_receipt_without_script_in_two_languages";
    if !are_here(test, &[Need::Browser]) {
        return Ok(());
    }
    let visit = Visit::begin().await?;
    let browser = &visit.browser;
    browser.allow_script(false).await?;
    for (language, limit) in [(Language::Lv, 45), (Language::El, 50)] {
        visit.enter(language).await?;
        browser.put_cookie(&visit.site.url, "postern_lang", &language_chosen_now(language.code())).await?;
        browser.open(&visit.url("/policies?tab=sending")).await?;
        let group = say(language, key::POLICY_GROUP_SENDING);
        browser.click("link", &format!("{} {group}", say(language, key::POLICY_CHANGE))).await?;
        browser.select("[name='outbound.novel_hour_max']").await?.fill(&limit.to_string()).await?;
        browser.press(Key::Enter).await?;
        browser.expect(&format!("postern policy try --set novel_hour_max={limit}")).await?;
        browser.select("#reason").await?.fill("Mācību gads sākas").await?;
        browser.click("button", &say(language, key::POLICY_YES)).await?;
        let done = Words::in_language(language).say(key::POLICY_DONE, &[("count", 1_u64.into())]);
        browser.expect(&done).await?;
        browser.allow_script(true).await?;
        let page = PageOptions::in_language(language.code());
        assert_eq!(shown_problems(browser, &page).await?, Vec::<String>::new(), "the receipt");
        browser.allow_script(false).await?;
        assert_eq!(visit.site.world.engine.policies().outbound.novel_hour_max, limit);
    }
    Ok(())
}

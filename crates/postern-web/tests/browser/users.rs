//! The list of accounts in a real browser: nothing is wrong with it in any view, narrow or wide, in all six languages, and
//! what people do with it works with the keyboard and without script.

use anyhow::Result;
use postern_core::account::{AccountKind, Language, Role};
use postern_core::admin::LinkUse;
use postern_core::command::{Command, ProfileChange};
use postern_core::ids::AccountId;
use postern_testkit::admin_client::language_chosen_now;
use postern_testkit::browser::Browser;
use postern_testkit::browser::page::{PageOptions, page_problems, shown_problems};
use postern_testkit::servers::{Need, are_here};
use postern_testkit::web_site::WebSite;
use postern_testkit::world::root;
use postern_text::{Key as Message, Words, key};

const LAGOS: &str = "203.0.113.66";
const HOME: &str = "198.51.100.20";

/// A site with people in every state, and an admin in it.
pub struct Visit {
    /// The site.
    pub site: WebSite,
    /// With the admin's session.
    pub browser: Browser,
}

impl Visit {
    /// Begins it.
    pub async fn begin() -> Result<Self> {
        let site = WebSite::start().await?;
        let world = &site.world;
        let named = async |address: &str, name: &str| {
            let account = world.person(address).await?;
            let profile = ProfileChange { display_name: Some(name.to_owned()), ..ProfileChange::default() };
            world.engine.execute(account.id, Command::ChangeProfile(profile), root("named")).await?;
            anyhow::Ok(account.id)
        };
        let rob = named("rob@contoso.com", "Rob Andersen").await?;
        let eva = named("eva@contoso.example", "Eva Lindqvist").await?;
        named("janis.berzins@contoso.example", "Jānis Bērziņš").await?;
        named("georgia.papadopoulou@contoso.example", "Γεωργία Παπαδοπούλου").await?;
        named("ziga.crncic@contoso.example", "Žiga Črnčič").await?;
        world.person("kai@contoso.example").await?;
        world.account("payroll@contoso.example", AccountKind::Application, &[]).await?;
        world.account("info@contoso.example", AccountKind::SharedMailbox, &[]).await?;
        world.engine.execute(rob, Command::RestrictSending { until: None }, root("spam")).await?;
        world.engine.execute(rob, Command::BlockSignIn { until: None }, root("spam")).await?;
        let until = Some(world.engine.after_s(50_000));
        world.engine.execute(eva, Command::RestrictSending { until }, root("newsletter")).await?;
        let mut dovecot = world.dovecot().await?;
        dovecot.attempt("eva@contoso.example", "right", true, HOME).await?;
        for guess in 0..14 {
            dovecot
                .attempt("georgia.papadopoulou@contoso.example", &format!("{guess}"), false, LAGOS)
                .await?;
        }
        let mut postfix = world.postfix("kai@contoso.example").await?;
        for number in 0..15 {
            postfix.send(&[format!("victim{number}@elsewhere.example")]).await?;
        }
        let ingrid =
            world.account("ingrid@contoso.example", AccountKind::Person, &[Role::GlobalAdmin]).await?;
        let link = world.engine.invite_admin(ingrid.id, LinkUse::SignIn, root("in")).await?.link;
        let browser = Browser::start().await?;
        browser.send_header("X-Forwarded-For", "127.0.7.1").await?;
        browser.open(&format!("{link}?lang=en")).await?;
        let button = Words::in_language(Language::En).say(key::ADMIN_IN_BUTTON, &[]);
        browser.click("button", &button).await?;
        Ok(Self { site, browser })
    }

    /// The address of a page below the admin centre's.
    pub fn url(&self, path: &str) -> String {
        format!("{}/admin{path}", self.site.url)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_of_accounts_has_nothing_wrong_in_any_language() -> Result<()> {
    if !are_here("the_list_of_accounts_has_nothing_wrong_in_any_language", &[Need::Browser]) {
        return Ok(());
    }
    let visit = Visit::begin().await?;
    let nothing: Vec<String> = Vec::new();
    for &language in Language::ALL {
        let code = language.code();
        visit.browser.put_cookie(&visit.site.url, "postern_lang", &language_chosen_now(code)).await?;
        for path in [
            "/users",
            "/users?view=restricted&tick=shown",
            "/users?q=nobody",
            "/users?view=never",
            "/users?sort=name&cols=last.groups.created",
            "/users/views?q=rob",
        ] {
            let page = PageOptions { is_walked: language == Language::En, ..PageOptions::in_language(code) };
            let found = page_problems(&visit.browser, &visit.url(path), &page).await?;
            assert_eq!(found, nothing, "{path} in {code}");
            let title =
                if path.starts_with("/users/views") { key::VIEWS_TITLE } else { key::ADMIN_NAV_USERS };
            let title = Words::in_language(language).say(title, &[]);
            visit.browser.find("heading", &title).await?;
            let name = format!("admin{}-{code}", path.replace(['/', '?', '=', '&'], "-"));
            visit.browser.picture(&visit.url(path), &name).await?;
        }
    }
    Ok(())
}

fn say(language: Language, message: Message) -> String {
    Words::in_language(language).say(message, &[])
}

fn counted(language: Language, message: Message, count: u64) -> String {
    Words::in_language(language).say(message, &[("count", count.into())])
}

/// The checks are a script themselves; the page has come and been used without any.
async fn shown_problems_of(browser: &Browser, page: &PageOptions) -> Result<Vec<String>> {
    browser.allow_script(true).await?;
    let problems = shown_problems(browser, page).await;
    browser.allow_script(false).await?;
    problems
}

/// Forty accounts are locked by a wave of guesses and are unlocked together, from the view of the locked.
#[tokio::test(flavor = "multi_thread")]
async fn forty_locked_accounts_are_unlocked_together_without_script_in_two_languages() -> Result<()> {
    if !are_here(
        "forty_locked_accounts_are_unlocked_together_without_script_in_two_languages",
        &[Need::Browser],
    ) {
        return Ok(());
    }
    let visit = Visit::begin().await?;
    let (browser, world) = (&visit.browser, &visit.site.world);
    browser.allow_script(false).await?;
    for language in [Language::Lv, Language::El] {
        let code = language.code();
        let mut locked = Vec::new();
        for number in 0..40 {
            let address = format!("{code}{number}@contoso.example");
            let account = world.person(&address).await?;
            let mut dovecot = world.dovecot().await?;
            for guess in 0..12 {
                let source = format!("203.0.{}.{number}", 1 + guess);
                dovecot.attempt(&address, &format!("{number} {guess}"), false, &source).await?;
            }
            locked.push(account.id);
        }
        let is_locked = |id: &&AccountId| !world.engine.open_on(**id).is_empty();
        assert_eq!(locked.iter().filter(is_locked).count(), 40, "the rules have locked them");
        browser.put_cookie(&visit.site.url, "postern_lang", &language_chosen_now(code)).await?;
        browser.open(&visit.url(&format!("/users?view=locked&q={code}"))).await?;
        browser.click("link", &say(language, key::USERS_SELECT_ALL)).await?;
        browser.click("button", &say(language, key::BULK_UNLOCK)).await?;
        browser.find("heading", &counted(language, key::BULK_ASK_UNLOCK, 40)).await?;
        let page = PageOptions::in_language(code);
        let nothing: Vec<String> = Vec::new();
        assert_eq!(shown_problems_of(browser, &page).await?, nothing, "{code}: the preview");
        browser.select("#reason").await?.fill("Uzbrukums beidzies").await?;
        browser.click("button", &say(language, key::UNLOCK_YES)).await?;
        browser.expect(&counted(language, key::BULK_DONE, 40)).await?;
        assert_eq!(shown_problems_of(browser, &page).await?, nothing, "{code}: the results");
        assert_eq!(locked.iter().filter(is_locked).count(), 0);
    }
    Ok(())
}

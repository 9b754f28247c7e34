//! Passkeys in a real browser with a virtual authenticator: added, shown at the door and before something dangerous, not
//! shown, taken away; and the door without script.

use anyhow::{Context, Result};
use postern_core::account::{Account, Language, Role};
use postern_core::admin::LinkUse;
use postern_core::command::{Command, ProfileChange};
use postern_core::time::Span;
use postern_testkit::admin_client::language_chosen_now;
use postern_testkit::browser::Browser;
use postern_testkit::browser::authenticator::Authenticator;
use postern_testkit::browser::page::{PageOptions, page_problems, shown_problems};
use postern_testkit::servers::{Need, are_here};
use postern_testkit::web_site::WebSite;
use postern_testkit::world::root;
use postern_text::{Key as Message, Words, key};

const ROB: &str = "rob@contoso.com";

struct Visit {
    site: WebSite,
    browser: Browser,
    device: Authenticator,
    ingrid: Account,
    rob: Account,
}

impl Visit {
    async fn begin() -> Result<Self> {
        let site = WebSite::start().await?;
        let world = &site.world;
        let ingrid = world.person("ingrid@contoso.example").await?;
        let rob = world.person(ROB).await?;
        let roles = ProfileChange { roles: Some(vec![Role::GlobalAdmin]), ..ProfileChange::default() };
        world.engine.execute(ingrid.id, Command::ChangeProfile(roles), root("the first admin")).await?;
        let browser = Browser::start().await?;
        browser.send_header("X-Forwarded-For", "127.0.7.1").await?;
        let device = browser.add_authenticator().await?;
        Ok(Self { site, browser, device, ingrid, rob })
    }

    fn url(&self, path: &str) -> String {
        format!("{}/admin{path}", self.site.url)
    }

    /// In by root's link, which leads whoever has nothing else to where a passkey is added.
    async fn add_passkey(&self, language: Language, name: &str) -> Result<()> {
        let engine = &self.site.world.engine;
        let link = engine.invite_admin(self.ingrid.id, LinkUse::SignIn, root("in")).await?.link;
        let browser = &self.browser;
        browser.open(&format!("{link}?lang={}", language.code())).await?;
        browser.click("button", &say(language, key::ADMIN_IN_BUTTON)).await?;
        browser.open(&self.url("/factors")).await?;
        browser.click("link", &say(language, key::FACTORS_ADD)).await?;
        browser.select("#name").await?.fill(name).await?;
        browser.click("button", &say(language, key::FACTORS_ADD)).await?;
        let made = Words::in_language(language).say(key::FACTORS_MADE, &[("name", name.into())]);
        browser.expect(&made).await
    }

    async fn sign_out(&self, language: Language) -> Result<()> {
        self.browser.click("button", &say(language, key::ADMIN_SIGN_OUT)).await?;
        // That the cache was cleared is said on the console.
        self.browser.console().await?;
        Ok(())
    }

    async fn sign_in(&self, language: Language) -> Result<()> {
        self.browser.click("button", &say(language, key::PASSKEY_IN_BUTTON)).await
    }

    async fn is_in(&self, language: Language) -> Result<()> {
        self.browser.find("button", &say(language, key::ADMIN_SIGN_OUT)).await?;
        Ok(())
    }

    /// Nothing is wrong with the page that is shown.
    async fn is_right(&self, language: Language, name: &str) -> Result<()> {
        let found = shown_problems(&self.browser, &PageOptions::in_language(language.code())).await?;
        assert_eq!(found, Vec::<String>::new(), "{name} in {language:?}");
        Ok(())
    }
}

fn say(language: Language, message: Message) -> String {
    Words::in_language(language).say(message, &[])
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passkey_is_added_and_signs_in_with_one_press_in_two_languages() -> Result<()> {
    if !are_here("a_passkey_is_added_and_signs_in_with_one_press_in_two_languages", &[Need::Browser]) {
        return Ok(());
    }
    let visit = Visit::begin().await?;
    for (number, language) in [Language::Sv, Language::El].into_iter().enumerate() {
        visit.browser.forget_cookies().await?;
        if number == 0 {
            visit.add_passkey(language, "Ingrids laptop").await?;
            assert_eq!(visit.browser.passkeys(&visit.device).await?, 1);
            visit.is_right(language, "the passkey is added").await?;
            visit.sign_out(language).await?;
        }
        visit.browser.open(&visit.url(&format!("/sign-in?lang={}", language.code()))).await?;
        visit.is_right(language, "the door").await?;
        visit.sign_in(language).await?;
        visit.is_in(language).await?;
        visit.sign_out(language).await?;
        visit.browser.find("heading", &say(language, key::ADMIN_IN_TITLE)).await?;
    }
    let factors = visit.site.world.engine.factors_of(visit.ingrid.id);
    assert!(factors.passkeys[0].last_used.is_some(), "its use is kept");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passkey_confirms_before_something_dangerous_and_what_was_written_is_kept() -> Result<()> {
    let test = "a_passkey_confirms_before_something_dangerous_and_what_was_written_is_kept";
    if !are_here(test, &[Need::Browser]) {
        return Ok(());
    }
    let language = Language::Lv;
    let visit = Visit::begin().await?;
    let (browser, world) = (&visit.browser, &visit.site.world);
    visit.add_passkey(language, "tālrunis").await?;
    visit.sign_out(language).await?;
    visit.sign_in(language).await?;
    visit.is_in(language).await?;
    world.engine.execute(visit.rob.id, Command::RestrictSending { until: None }, root("spam")).await?;
    world.clock.advance(Span::from_minutes(6));
    browser.open(&visit.url(&format!("/users/{}/unblock", visit.rob.id))).await?;
    browser.select("#reason").await?.fill("Zvanīja: tas bija biļetens").await?;
    browser.recognise_user(&visit.device, false).await?;
    browser.click("button", &say(language, key::PASSKEY_PROOF_BUTTON)).await?;
    browser.expect(&say(language, key::PASSKEY_PROOF_CANCELLED)).await?;
    assert_eq!(browser.select("#reason").await?.value().await?, "Zvanīja: tas bija biļetens");
    visit.is_right(language, "no passkey was shown").await?;
    assert_eq!(world.engine.open_on(visit.rob.id).len(), 1, "nothing was changed");
    browser.recognise_user(&visit.device, true).await?;
    browser.click("button", &say(language, key::PASSKEY_PROOF_BUTTON)).await?;
    let done = Words::in_language(language).say(key::UNBLOCK_DONE, &[("account", ROB.into())]);
    browser.expect(&done).await?;
    assert_eq!(world.engine.open_on(visit.rob.id), Vec::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_shows_no_passkey_is_told_calmly_and_a_removed_one_opens_nothing() -> Result<()> {
    let test = "whoever_shows_no_passkey_is_told_calmly_and_a_removed_one_opens_nothing";
    if !are_here(test, &[Need::Browser]) {
        return Ok(());
    }
    let language = Language::Nb;
    let visit = Visit::begin().await?;
    let (browser, engine) = (&visit.browser, &visit.site.world.engine);
    visit.add_passkey(language, "nøkkelknippet").await?;
    visit.sign_out(language).await?;
    browser.recognise_user(&visit.device, false).await?;
    visit.sign_in(language).await?;
    browser.expect(&say(language, key::PASSKEY_ASK_CANCELLED)).await?;
    visit.is_right(language, "no passkey was shown").await?;
    browser.recognise_user(&visit.device, true).await?;
    browser.click("button", &say(language, key::PASSKEY_ASK_AGAIN)).await?;
    visit.is_in(language).await?;
    let passkey = engine.factors_of(visit.ingrid.id).passkeys[0].id;
    engine.remove_passkey(visit.ingrid.id, passkey, root("lost on the train")).await?;
    browser.open(&visit.url("/restricted")).await?;
    browser.find("heading", &say(language, key::ADMIN_IN_TITLE)).await?;
    visit.sign_in(language).await?;
    browser.expect(&say(language, key::PASSKEY_IN_NO)).await?;
    visit.is_right(language, "the passkey is not taken").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn without_script_the_door_offers_password_and_code_and_no_button_that_does_nothing() -> Result<()> {
    let test = "without_script_the_door_offers_password_and_code_and_no_button_that_does_nothing";
    if !are_here(test, &[Need::Browser]) {
        return Ok(());
    }
    let language = Language::Sl;
    let visit = Visit::begin().await?;
    let browser = &visit.browser;
    browser.allow_script(false).await?;
    browser.open(&visit.url("/sign-in?lang=sl")).await?;
    for button in [key::PASSKEY_IN_BUTTON, key::PASSKEY_IN_INSTEAD] {
        assert_eq!(browser.find_all("button", &say(language, button)).await?.len(), 0);
    }
    for field in ["#user", "#password", "#code"] {
        browser.select(field).await.with_context(|| format!("the door has {field}"))?;
    }
    browser.find("button", &say(language, key::ADMIN_IN_BUTTON)).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_of_passkeys_have_nothing_wrong_in_six_languages() -> Result<()> {
    if !are_here("the_pages_of_passkeys_have_nothing_wrong_in_six_languages", &[Need::Browser]) {
        return Ok(());
    }
    let visit = Visit::begin().await?;
    let (browser, world) = (&visit.browser, &visit.site.world);
    visit.add_passkey(Language::En, "A laptop with a rather long name that wraps").await?;
    // A second one of another device, so that the first may go.
    browser.remove_authenticator(visit.device.clone()).await?;
    let _other = browser.add_authenticator().await?;
    browser.open(&visit.url("/factors/add")).await?;
    browser.select("#name").await?.fill("key").await?;
    browser.click("button", &say(Language::En, key::FACTORS_ADD)).await?;
    browser.expect("“key”").await?;
    let passkey = world.engine.factors_of(visit.ingrid.id).passkeys[0].id;
    visit.sign_out(Language::En).await?;
    visit.sign_in(Language::En).await?;
    visit.is_in(Language::En).await?;
    world.clock.advance(Span::from_minutes(6));
    let remove = format!("/factors/{passkey}/remove");
    let unblock = format!("/users/{}/unlock", visit.rob.id);
    for &language in Language::ALL {
        let code = language.code();
        browser.put_cookie(&visit.site.url, "postern_lang", &language_chosen_now(code)).await?;
        for path in ["/factors", "/factors/add", "/factors/codes", &remove, &unblock, "/sign-in"] {
            let page = PageOptions { is_walked: language == Language::En, ..PageOptions::in_language(code) };
            let found = page_problems(browser, &visit.url(path), &page).await?;
            assert_eq!(found, Vec::<String>::new(), "{path} in {code}");
            let name = format!("passkeys{}-{code}", path.replace(['/', '?', '='], "-"));
            browser.picture(&visit.url(path), &name).await?;
        }
    }
    Ok(())
}

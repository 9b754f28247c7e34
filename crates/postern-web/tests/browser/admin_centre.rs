//! The admin centre in a real browser: the way in, the seeds' walk from "rob" to sending again, every page without a
//! fault in six languages, by keyboard, and without script.

use anyhow::Result;
use postern_core::account::{Account, Language, Role};
use postern_core::admin::LinkUse;
use postern_core::command::{Command, ProfileChange};
use postern_core::ids::AccountId;
use postern_core::policy::scoped::{Conditions, Scope, ScopedPolicy};
use postern_core::source_command::SourceCommand;
use postern_core::source_entry::EntryOn;
use postern_engine::ask::PolicyAsk;
use postern_engine::commands::ScopedPolicyCommand;
use postern_testkit::admin_client::{code_of, language_chosen_now};
use postern_testkit::browser::Browser;
use postern_testkit::browser::keys::Key;
use postern_testkit::browser::page::{PageOptions, page_problems, shown_problems};
use postern_testkit::servers::{Need, are_here};
use postern_testkit::web_site::WebSite;
use postern_testkit::world::{BEGINNING, World, root};
use postern_text::{Key as Message, Words, key};

const INGRID: &str = "ingrid@contoso.example";
const ROB: &str = "rob@contoso.com";
const PASSWORD: &str = "fjell og fjord 22 vinter";

/// Two messages of this login lie in the queue.
fn queued(world: &World, login: &str) {
    for id in ["3C0A1F01", "3C0A1F02"] {
        world.engine.policy_asked(&PolicyAsk {
            protocol_state: "END-OF-MESSAGE",
            sasl_username: login,
            sender: login,
            recipient_count: 1,
            instance: id,
            queue_id: id,
            client_address: "198.51.100.7",
            ..PolicyAsk::default()
        });
        world.queue.put(id, BEGINNING, login);
    }
}

/// A policy for one account and two groups but one domain, with an end.
fn sales(account: AccountId) -> ScopedPolicy {
    let conditions = Conditions {
        accounts: vec![account],
        groups: vec!["Sales".to_owned(), "Marknadsföring".to_owned()],
        ..Conditions::default()
    };
    let exceptions = Conditions { domains: vec!["lab.contoso.example".to_owned()], ..Conditions::default() };
    ScopedPolicy {
        name: "sales".to_owned(),
        priority: 10,
        scope: Scope { conditions, exceptions },
        values: vec![("outbound.novel_hour_max", 45)],
        until: Some(BEGINNING.plus(postern_core::time::Span::from_days(9))),
    }
}

/// A site with something on every page: rob restricted and blocked, anna locked by a guesser whose source is blocked.
struct Visit {
    site: WebSite,
    browser: Browser,
    ingrid: Account,
    rob: Account,
    anna: Account,
}

impl Visit {
    async fn begin() -> Result<Self> {
        let site = WebSite::start().await?;
        let world = &site.world;
        let ingrid = world.person(INGRID).await?;
        let roles = ProfileChange { roles: Some(vec![Role::GlobalAdmin]), ..ProfileChange::default() };
        world.engine.execute(ingrid.id, Command::ChangeProfile(roles), root("the first admin")).await?;
        let (rob, anna) = (world.person(ROB).await?, world.person("anna@contoso.example").await?);
        // Handed in before the door was closed; the restriction holds it.
        queued(world, ROB);
        world.engine.execute(rob.id, Command::RestrictSending { until: None }, root("sends spam")).await?;
        let block = Command::BlockSignIn { until: None };
        world.engine.execute(rob.id, block, root("somebody else is in there")).await?;
        let mut dovecot = world.dovecot().await?;
        for guess in 0..12 {
            let password = format!("guess {guess}");
            let _seen = dovecot.attempt("anna@contoso.example", &password, false, "203.0.113.9").await?;
        }
        let block = SourceCommand::Block { network: "203.0.113.64/26".parse()?, account: None, until: None };
        world.engine.execute_source(block, root("guesses all night")).await?;
        let on = EntryOn::AccountAtNetwork { account: anna.id, network: "198.51.100.0/24".parse()? };
        let allow = SourceCommand::Allow { on, until: Some(world.engine.after_s(90_000)), is_vouched: false };
        world.engine.execute_source(allow, root("the office in Rīga")).await?;
        let put = ScopedPolicyCommand::Put(Box::new(sales(rob.id)));
        world.engine.change_scoped_policies(put, root("the fair in Ljubljana")).await?;
        let browser = Browser::start().await?;
        browser.send_header("X-Forwarded-For", "127.0.7.1").await?;
        Ok(Self { site, browser, ingrid, rob, anna })
    }

    /// In, by root's link.
    async fn enter(&self, language: Language) -> Result<()> {
        let engine = &self.site.world.engine;
        let link = engine.invite_admin(self.ingrid.id, LinkUse::SignIn, root("in")).await?.link;
        self.browser.open(&format!("{link}?lang={}", language.code())).await?;
        self.browser.click("button", &say(language, key::ADMIN_IN_BUTTON)).await
    }

    fn url(&self, path: &str) -> String {
        format!("{}/admin{path}", self.site.url)
    }

    /// Every page that can be opened by its address.
    fn pages(&self) -> Vec<String> {
        let (rob, anna) = (self.rob.id, self.anna.id);
        let mut pages = vec![
            String::new(),
            "/restricted".to_owned(),
            "/restricted?q=rob".to_owned(),
            "/restricted?q=nobody".to_owned(),
            "/locks".to_owned(),
            "/sessions".to_owned(),
            "/factors".to_owned(),
            "/factors/add".to_owned(),
            "/factors/codes".to_owned(),
            "/keys".to_owned(),
            "/admins".to_owned(),
            "/tokens".to_owned(),
            format!("/users/{rob}/roles"),
            format!("/users/{}/invite", self.ingrid.id),
            format!("/users/{rob}/unblock"),
            format!("/users/{anna}/unlock"),
            format!("/users/{rob}/sign-in-status"),
            format!("/users/{rob}"),
        ];
        pages
            .extend(["sign-ins", "sending", "access", "audit"].map(|tab| format!("/users/{anna}?tab={tab}")));
        pages
    }

    /// The pages of sources, of policies for some accounts, of the mail queue, and of the settings.
    fn pages_of_rules(&self) -> Vec<String> {
        let rob = self.rob.id;
        let mut pages = vec![
            "/settings".to_owned(),
            "/sources".to_owned(),
            "/sources?q=203.0.113.77".to_owned(),
            "/sources/block".to_owned(),
            "/sources/allow?network=203.0.113.0/24".to_owned(),
            "/sources/share".to_owned(),
            "/sources/pin".to_owned(),
        ];
        pages.extend(
            ["", "/new", "/of/sales", "/of/sales/edit", "/of/sales/remove"]
                .map(|path| format!("/policies/scoped{path}")),
        );
        pages.extend(["mailing", "queue"].map(|page| format!("/users/{rob}/{page}")));
        let engine = &self.site.world.engine;
        pages.extend(engine.source_blocks().first().map(|block| format!("/sources/blocks/{}/end", block.id)));
        let entries = engine.source_entries();
        pages.extend(entries.first().map(|entry| format!("/sources/entries/{}/end", entry.id)));
        pages
    }
}

fn say(language: Language, message: Message) -> String {
    Words::in_language(language).say(message, &[])
}

/// These pages in these languages, with the walk of the keyboard in the first.
async fn check(test: &str, languages: &[Language], pages: fn(&Visit) -> Vec<String>) -> Result<()> {
    if !are_here(test, &[Need::Browser]) {
        return Ok(());
    }
    let visit = Visit::begin().await?;
    visit.enter(Language::En).await?;
    let nothing: Vec<String> = Vec::new();
    for (number, language) in languages.iter().enumerate() {
        let code = language.code();
        visit.browser.put_cookie(&visit.site.url, "postern_lang", &language_chosen_now(code)).await?;
        for path in pages(&visit) {
            let page = PageOptions { is_walked: number == 0, ..PageOptions::in_language(code) };
            let found = page_problems(&visit.browser, &visit.url(&path), &page).await?;
            assert_eq!(found, nothing, "{path} in {code}");
            let name = format!("admin{}-{code}", path.replace(['/', '?', '='], "-"));
            visit.browser.picture(&visit.url(&path), &name).await?;
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_the_admin_centre_is_right_in_english_swedish_and_norwegian() -> Result<()> {
    check(
        "every_page_of_the_admin_centre_is_right_in_english_swedish_and_norwegian",
        &[Language::En, Language::Sv, Language::Nb],
        Visit::pages,
    )
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_the_admin_centre_is_right_in_greek_latvian_and_slovenian() -> Result<()> {
    check(
        "every_page_of_the_admin_centre_is_right_in_greek_latvian_and_slovenian",
        &[Language::El, Language::Lv, Language::Sl],
        Visit::pages,
    )
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_sources_policies_queue_and_settings_is_right_in_english_swedish_and_norwegian()
-> Result<()> {
    check(
        "every_page_of_sources_policies_queue_and_settings_is_right_in_english_swedish_and_norwegian",
        &[Language::En, Language::Sv, Language::Nb],
        Visit::pages_of_rules,
    )
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_sources_policies_queue_and_settings_is_right_in_greek_latvian_and_slovenian()
-> Result<()> {
    check(
        "every_page_of_sources_policies_queue_and_settings_is_right_in_greek_latvian_and_slovenian",
        &[Language::El, Language::Lv, Language::Sl],
        Visit::pages_of_rules,
    )
    .await
}

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
    assert_eq!(visit.site.world.engine.open_on(visit.anna.id), Vec::new());
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
    // Both doors were closed in the same moment of a clock that stands still, so either may be the first.
    let first = browser.focused().await?.name;
    let second = if first == ROB { "anna@contoso.example" } else { ROB };
    assert!([ROB, "anna@contoso.example"].contains(&first.as_str()), "a row of the list, not {first}");
    browser.type_text("j").await?;
    assert_eq!(browser.focused().await?.name, second);
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

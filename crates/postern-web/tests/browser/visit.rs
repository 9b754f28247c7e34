//! A visit to a site that has something to look at on every page, and the addresses of these pages; every test that
//! looks at them begins here.

use anyhow::{Context as _, Result};
use postern_core::account::{Account, Language, Role};
use postern_core::admin::LinkUse;
use postern_core::command::{Command, ProfileChange};
use postern_core::ids::{AccountId, HelpRequestId, IncidentId};
use postern_core::policy::scoped::{Conditions, Scope, ScopedPolicy};
use postern_core::reach::Reach;
use postern_core::source_command::SourceCommand;
use postern_core::source_entry::EntryOn;
use postern_core::time::Span;
use postern_engine::commands::ScopedPolicyCommand;
use postern_engine::help_requests::AskedForHelp;
use postern_engine::ports::HelpFilter;
use postern_engine::recovery::Begun;
use postern_testkit::browser::Browser;
use postern_testkit::web_site::WebSite;
use postern_testkit::world::{BEGINNING, World, eventually, root};
use postern_text::{Key as Message, Words, key};

const INGRID: &str = "ingrid@contoso.example";
pub const ROB: &str = "rob@contoso.com";

/// Somebody asks for help for this login, on the way back and without a proof.
async fn asked_for_help(world: &World, login: &str) -> Result<HelpRequestId> {
    let source = "198.51.100.44".parse().ok();
    let Begun::Flow(flow) = world.engine.begin_recovery(login, source) else { anyhow::bail!("paused") };
    let asked = world.engine.ask_for_help(&flow, "Ring mig på 070-123 45 67 efter 15.", source);
    anyhow::ensure!(matches!(asked, AskedForHelp::Taken(_)), "{asked:?}");
    let filter = HelpFilter { account: None, only_open: true, reach: Reach::ALL_DOMAINS, limit: 1 };
    let mut request = None;
    eventually(async || {
        // The pause before it is kept.
        world.clock.advance(Span::from_ms(100));
        request = world.engine.help_requests(&filter).await?.first().map(|row| row.request.id);
        Ok(request.is_some())
    })
    .await?;
    request.context("a request")
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
        until: Some(BEGINNING.plus(Span::from_days(9))),
    }
}

/// A site with something on every page: rob restricted and blocked, anna locked by a guesser whose source is blocked.
pub struct Visit {
    pub site: WebSite,
    pub browser: Browser,
    pub ingrid: Account,
    pub rob: Account,
    pub anna: Account,
    /// Anna asks for help.
    pub request: HelpRequestId,
    pub incident: IncidentId,
}

impl Visit {
    pub async fn begin() -> Result<Self> {
        let site = WebSite::start().await?;
        let world = &site.world;
        let ingrid = world.person(INGRID).await?;
        let roles = ProfileChange { roles: Some(vec![Role::GlobalAdmin]), ..ProfileChange::default() };
        world.engine.execute(ingrid.id, Command::ChangeProfile(roles), root("the first admin")).await?;
        let (rob, anna) = (world.person(ROB).await?, world.person("anna@contoso.example").await?);
        world.engine.add_alternate(rob.id, "rob.home@mail.example", root("asked for it")).await?;
        // Handed in before the door was closed; the restriction holds it.
        for id in ["3C0A1F01", "3C0A1F02"] {
            world.queue_mail(ROB, id);
        }
        world.engine.execute(rob.id, Command::RestrictSending { until: None }, root("sends spam")).await?;
        let block = Command::BlockSignIn { until: None };
        world.engine.execute(rob.id, block, root("somebody else is in there")).await?;
        let protocols = postern_core::protocol::Protocols::of_mail();
        for device in ["Work phone", "Robs bärbara dator"] {
            world.engine.add_app_password(rob.id, device, protocols, root("a new device")).await?;
        }
        let off = Command::SwitchProtocol { protocol: postern_core::protocol::Protocol::Pop3, is_on: false };
        world.engine.execute(anna.id, off, root("sends spam")).await?;
        // After the block, which ends what is open.
        world.agent.open(ROB, "imap", "192.0.2.7");
        world.agent.open(ROB, "pop3", "2001:db8:51a0::7");
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
        let request = asked_for_help(world, "anna@contoso.example").await?;
        let kim = world.person("kim@contoso.example").await?;
        world.engine.add_app_password(kim.id, "Kims telefon", protocols, root("a new device")).await?;
        world.engine.contain(kim.id, root("spam at night")).await?;
        let incident = world.engine.open_incident(kim.id).context("contained")?;
        let browser = Browser::start().await?;
        browser.send_header("X-Forwarded-For", "127.0.7.1").await?;
        Ok(Self { site, browser, ingrid, rob, anna, request, incident })
    }

    /// In, by root's link.
    pub async fn enter(&self, language: Language) -> Result<()> {
        let engine = &self.site.world.engine;
        let link = engine.invite_admin(self.ingrid.id, LinkUse::SignIn, root("in")).await?.link;
        self.browser.open(&format!("{link}?lang={}", language.code())).await?;
        self.browser.click("button", &say(language, key::ADMIN_IN_BUTTON)).await
    }

    pub fn url(&self, path: &str) -> String {
        format!("{}/admin{path}", self.site.url)
    }

    /// Every page that can be opened by its address.
    pub fn pages(&self) -> Vec<String> {
        let (rob, anna) = (self.rob.id, self.anna.id);
        let mut pages = vec![
            String::new(),
            "/restricted".to_owned(),
            "/restricted?q=rob".to_owned(),
            "/restricted?q=nobody".to_owned(),
            "/locks".to_owned(),
            "/requests".to_owned(),
            format!("/requests/{}", self.request),
            "/sessions".to_owned(),
            "/factors".to_owned(),
            "/factors/add".to_owned(),
            "/factors/codes".to_owned(),
            "/keys".to_owned(),
            "/help".to_owned(),
            format!("/help?q=rob&symptom=cannot_send&who={rob}"),
            "/help?card=unblock-email".to_owned(),
            "/admins".to_owned(),
            "/tokens".to_owned(),
            format!("/users/{rob}/roles"),
            format!("/users/{}/invite", self.ingrid.id),
            format!("/users/{rob}/unblock"),
            format!("/users/{anna}/unlock"),
            format!("/users/{rob}/sign-in-status"),
            format!("/users/{rob}/reset-password"),
            format!("/users/{rob}/addresses"),
            format!("/users/{rob}"),
        ];
        pages
            .extend(["sign-ins", "sending", "access", "audit"].map(|tab| format!("/users/{anna}?tab={tab}")));
        pages
    }

    /// The pages of sources, of policies for some accounts, of the mail queue, and of the settings.
    pub fn pages_of_rules(&self) -> Vec<String> {
        let rob = self.rob.id;
        let mut pages = vec![
            "/settings".to_owned(),
            "/policies/preview?outbound.novel_hour_max=45".to_owned(),
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
        pages.extend(
            [
                "mailing",
                "queue",
                "sessions",
                "rules",
                "app-passwords",
                "app-passwords/all/revoke",
                "protocols",
                "contain",
            ]
            .map(|page| format!("/users/{rob}/{page}")),
        );
        let engine = &self.site.world.engine;
        pages.extend(["/incidents".to_owned(), "/incidents?closed=1".to_owned()]);
        let id = self.incident;
        pages.extend(["", "/assign", "/close", "/undo"].map(|deed| format!("/incidents/{id}{deed}")));
        pages.extend(engine.source_blocks().first().map(|block| format!("/sources/blocks/{}/end", block.id)));
        let entries = engine.source_entries();
        pages.extend(entries.first().map(|entry| format!("/sources/entries/{}/end", entry.id)));
        pages
    }
}

pub fn say(language: Language, message: Message) -> String {
    Words::in_language(language).say(message, &[])
}

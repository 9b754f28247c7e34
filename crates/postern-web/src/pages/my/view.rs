//! What "My security" shows.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use postern_core::account::Account;
use postern_core::alternate::AlternateAddress;
use postern_core::app_password::AppPassword;
use postern_core::decision::DecisionKind;
use postern_core::help_request::HelpTopic;
use postern_core::protocol::Protocol;
use postern_core::restriction::{Actor, Restriction, RestrictionKind};
use postern_core::time::Timestamp;
use postern_engine::ports::{AuditFilter, SignInFilter, StoreError};
use postern_engine::sessions::OpenSessions;
use postern_text::{Words, key};

use super::Mine;
use crate::api::v1::sign_ins::SignInLineView;
use crate::api::v1::time::When;
use crate::pages::admin::audit_words::event_words;
use crate::pages::admin::shell::root_of;
use crate::pages::{Safe, Tell, contact, portal_page_at, recovery, sign_in_line};

/// Lines of sign-ins that are looked at; alike ones in a row are one.
const SIGN_INS: u32 = 60;
/// Rows of what was done.
const ACTS: u32 = 20;
/// The gate under which signing in is logged.
const GATE: &str = "auth_policy";

/// What a form came to, shown above the page; secrets this once.
#[derive(Default)]
pub(super) struct Shown {
    pub(super) said: Option<String>,
    pub(super) problem: Option<String>,
    pub(super) codes: Vec<String>,
    pub(super) app_password: Option<String>,
    /// What was typed and refused.
    pub(super) address: String,
    pub(super) device: String,
}

impl Shown {
    pub(super) fn said(text: String) -> Self {
        Self { said: Some(text), ..Self::default() }
    }
}

#[derive(Template)]
#[template(path = "my/page.html")]
struct Page<'a> {
    words: &'static Words,
    root: &'a str,
    token: String,
    account: &'a Account,
    shown: Shown,
    standing: Vec<Standing>,
    addresses: Vec<AlternateAddress>,
    codes_left: usize,
    apps: Vec<App>,
    choices: Vec<(Protocol, String)>,
    topics: Vec<(HelpTopic, String)>,
    sessions: Vec<Session>,
    sign_ins: Vec<SignIn>,
    acts: Vec<Act>,
    look: Look<'a>,
}

/// One sentence about a door, and whether it is open.
struct Standing {
    is_open: bool,
    text: String,
}

struct App {
    one: AppPassword,
    protocols: String,
}

struct Session {
    protocol: String,
    source: String,
    since: Option<Timestamp>,
    client: String,
}

struct SignIn {
    at: Timestamp,
    result: String,
    is_success: bool,
    protocol: String,
    source: String,
    place: String,
}

struct Act {
    at: Timestamp,
    what: String,
    is_by_somebody_else: bool,
}

/// How moments are written.
struct Look<'a> {
    words: &'static Words,
    zone: &'a postern_text::TimeZone,
    now: Timestamp,
}

impl Look<'_> {
    /// HTML.
    fn time(&self, at: &Timestamp) -> String {
        let text = postern_text::format::when(self.words.language(), *at, self.now, self.zone);
        format!("<time datetime=\"{}\">{}</time>", When::from(*at).rfc3339, Safe(&text))
    }
}

impl Mine<'_> {
    /// The page, with what a form came to.
    pub(super) async fn page(&self, shown: Option<Shown>) -> Response {
        match self.gathered(shown.unwrap_or_default()).await {
            Ok(html) => Html(html).into_response(),
            Err(error) => {
                tracing::error!(error = &error as &dyn std::error::Error, "an owner's page cannot be read");
                let said = Safe(&self.words.t(key::RECOVERY_TROUBLE)).to_string();
                let main = format!("<p class=\"note bad\" role=\"alert\">{said}</p>\n");
                let title = self.words.t(key::MY_TITLE);
                let html = portal_page_at(self.words, &title, &main, root_of(self.engine), "");
                (StatusCode::SERVICE_UNAVAILABLE, Html(html)).into_response()
            }
        }
    }

    async fn gathered(&self, shown: Shown) -> Result<String, StoreError> {
        let (engine, words, account) = (self.engine, self.words, &self.owner.account);
        let root = root_of(engine);
        let app = |one: AppPassword| App { protocols: words.protocols(one.protocols), one };
        let page = Page {
            words,
            root,
            token: engine.owner_form_token(&self.owner.session),
            standing: self.standing(),
            addresses: engine.alternates(account.id).await?,
            codes_left: engine.factors_of(account.id).recovery.len(),
            apps: engine.app_passwords(account.id).into_iter().map(app).collect(),
            choices: Protocol::OF_MAIL.iter().map(|&one| (one, words.protocol(one))).collect(),
            // Whoever is here can sign in, so that comes last.
            topics: [HelpTopic::Sending, HelpTopic::Suspicious, HelpTopic::SignIn]
                .map(|topic| (topic, words.help_topic(topic)))
                .to_vec(),
            sessions: self.sessions().await?,
            sign_ins: self.sign_ins().await?,
            acts: self.acts().await?,
            look: Look { words, zone: &engine.site().time_zone, now: engine.now_shown() },
            shown,
            account,
        };
        let main = page.render().unwrap_or_default() + &contact(engine, words);
        Ok(portal_page_at(words, &words.t(key::MY_TITLE), &main, root, ""))
    }

    /// Both doors, in the owner's words; the evidence is for admins.
    fn standing(&self) -> Vec<Standing> {
        let now = self.engine.now_shown();
        let open = self.engine.open_on(self.owner.account.id);
        let zone = &self.engine.site().time_zone;
        let says = |row: &Restriction| match row.kind {
            RestrictionKind::SendingRestricted => Some(self.words.t(key::MY_RESTRICTED)),
            RestrictionKind::SendingSlowed => Some(self.words.t(key::MY_SLOWED)),
            RestrictionKind::SignInLocked => Some(self.words.t(key::MY_LOCKED)),
            RestrictionKind::ProtocolOff(_) => Some(self.words.state(&self.owner.account.primary, row, zone)),
            // Nothing is closed by the first; whoever is here is stopped by none of the others.
            RestrictionKind::SendingProposed
            | RestrictionKind::SignInBlocked
            | RestrictionKind::PasswordChangeRequired
            | RestrictionKind::AddressBlock => None,
        };
        let mut said: Vec<String> = open.iter().filter(|row| row.is_in_force(now)).filter_map(says).collect();
        said.dedup();
        if said.is_empty() {
            return vec![Standing { is_open: true, text: self.words.t(key::MY_OPEN) }];
        }
        said.into_iter().map(|text| Standing { is_open: false, text }).collect()
    }

    async fn sessions(&self) -> Result<Vec<Session>, StoreError> {
        let open = self.engine.open_sessions(self.owner.account.id).await?;
        let Some(OpenSessions { mail, own }) = open else { return Ok(Vec::new()) };
        // What cannot be told is not shown as nothing: this session is there in any case.
        let mail = mail.unwrap_or_default().into_iter().map(|known| Session {
            protocol: known.session.protocol.to_uppercase(),
            source: known.session.address.map(|address| address.to_string()).unwrap_or_default(),
            since: known.signed_in,
            client: known.client,
        });
        let centre = own.into_iter().map(|session| Session {
            protocol: self.words.t(key::SESSIONS_ADMIN_CENTRE),
            source: session.source,
            since: Some(session.opened),
            client: session.client,
        });
        let here = Session {
            protocol: self.words.t(key::MY_TITLE),
            source: self.owner.session.source.clone(),
            since: Some(self.owner.session.opened),
            client: String::new(),
        };
        Ok(mail.chain(centre).chain(std::iter::once(here)).collect())
    }

    async fn sign_ins(&self) -> Result<Vec<SignIn>, StoreError> {
        let account = self.owner.account.id;
        let filter =
            SignInFilter { account, before: None, since: None, only_failures: false, limit: SIGN_INS };
        let rows = self.engine.sign_ins(filter, None).await?.rows;
        let lines: Vec<(Timestamp, SignInLineView)> =
            rows.iter().map(|row| (row.row.at, row.into())).collect();
        let alike = lines.chunk_by(|(_, one), (_, next)| sign_in_line::is_alike(one, next));
        let first = alike.filter_map(|alike| alike.first());
        Ok(first
            .map(|(at, line)| {
                let kind = DecisionKind::from_codes(GATE, &line.result);
                SignIn {
                    at: *at,
                    result: kind.map_or_else(|| line.result.clone(), |kind| self.words.decision(kind)),
                    is_success: kind == Some(DecisionKind::SignedIn),
                    protocol: line.protocol.to_uppercase(),
                    source: line.source.clone().unwrap_or_default(),
                    place: sign_in_line::place(line),
                }
            })
            .collect())
    }

    /// What was done about the account, without the names and the reasons of admins.
    async fn acts(&self) -> Result<Vec<Act>, StoreError> {
        let account = self.owner.account.id;
        let filter = AuditFilter { account: Some(account), limit: ACTS, ..AuditFilter::default() };
        let rows = self.engine.audit(&filter).await?;
        let act = |row: &postern_engine::ports::AuditRow| Act {
            at: row.at,
            what: event_words(self.words, row),
            is_by_somebody_else: match row.actor {
                Actor::Person(person) => person != account,
                Actor::LocalRoot(_) | Actor::Program(_) => true,
                Actor::Rule | Actor::Timer | Actor::LinkHolder | Actor::Visitor => false,
            },
        };
        // What a rule noted about the account is evidence, which whoever attacks it would like to read as well.
        let is_own = |row: &&postern_engine::ports::AuditRow| {
            !matches!(row.code.as_str(), "evidence_seen" | "alert_raised")
        };
        Ok(rows.iter().filter(is_own).map(act).collect())
    }
}

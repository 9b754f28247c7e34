//! The frame around every page: the places, who is signed in, and when what the page says was true.

use postern_core::command::CommandKind;
use postern_core::time::Timestamp;
use postern_engine::Engine;
use postern_text::{Arg, Key, TimeZone, Words, key};

use super::page_error::PageError;
use super::session::{Admin, closed};
use crate::pages::{AsKey, Tell};

/// A place of the admin centre, in the order of the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// `/`
    Overview,
    /// `/help`
    Help,
    /// `/users`
    Users,
    /// `/restricted`
    Restricted,
    /// `/locks`
    Locks,
    /// `/sources`
    Sources,
    /// `/incidents`
    Incidents,
    /// `/audit`
    Audit,
    /// `/policies`
    Policies,
    /// `/connections`
    Connections,
    /// `/admins`
    Admins,
    /// `/tokens`
    Tokens,
    /// `/settings`
    Settings,
    /// `/factors`
    Factors,
    /// `/sessions`
    Sessions,
}

impl Place {
    /// Its path below the admin centre's.
    pub const fn path(self) -> &'static str {
        match self {
            Place::Overview => "",
            Place::Help => "/help",
            Place::Users => "/users",
            Place::Restricted => "/restricted",
            Place::Locks => "/locks",
            Place::Sources => "/sources",
            Place::Incidents => "/incidents",
            Place::Audit => "/audit",
            Place::Policies => "/policies",
            Place::Connections => "/connections",
            Place::Admins => "/admins",
            Place::Tokens => "/tokens",
            Place::Settings => "/settings",
            Place::Factors => "/factors",
            Place::Sessions => "/sessions",
        }
    }

    /// Its name in the menu, which is the title of its page.
    pub const fn name(self) -> Key {
        match self {
            Place::Overview => key::ADMIN_NAV_OVERVIEW,
            Place::Help => key::HELP_TITLE,
            Place::Users => key::ADMIN_NAV_USERS,
            Place::Restricted => key::ADMIN_NAV_RESTRICTED,
            Place::Locks => key::ADMIN_NAV_LOCKS,
            Place::Sources => key::SOURCES_TITLE,
            Place::Incidents => key::INCIDENTS_TITLE,
            Place::Audit => key::USER_TAB_AUDIT,
            Place::Policies => key::ADMIN_NAV_POLICIES,
            Place::Connections => key::ADMIN_NAV_CONNECTIONS,
            Place::Admins => key::ADMIN_NAV_ADMINS,
            Place::Tokens => key::ADMIN_NAV_TOKENS,
            Place::Settings => key::SETTINGS_TITLE,
            Place::Factors => key::FACTORS_NAV,
            Place::Sessions => key::ADMIN_NAV_SESSIONS,
        }
    }
}

impl Place {
    /// It is the whole site's, so that a role for some domains does not come there.
    pub const fn is_of_site(self) -> bool {
        match self {
            Place::Sources | Place::Policies | Place::Connections | Place::Settings | Place::Admins => true,
            Place::Overview
            | Place::Help
            | Place::Users
            | Place::Restricted
            | Place::Locks
            | Place::Audit
            | Place::Tokens
            | Place::Factors
            | Place::Incidents
            | Place::Sessions => false,
        }
    }
}

const GROUPS: [(Option<Key>, &[Place]); 4] = [
    (None, &[Place::Overview, Place::Help]),
    (Some(key::ADMIN_NAV_HEAD_USERS), &[Place::Users, Place::Restricted, Place::Locks, Place::Sources]),
    (Some(key::ADMIN_NAV_HEAD_HAPPENED), &[Place::Incidents, Place::Audit]),
    (
        Some(key::ADMIN_NAV_HEAD_SETUP),
        &[
            Place::Policies,
            Place::Connections,
            Place::Settings,
            Place::Admins,
            Place::Tokens,
            Place::Factors,
            Place::Sessions,
        ],
    ),
];

/// Some places under one head.
pub struct Group {
    /// What they have in common; the first ones have none.
    pub head: Option<Key>,
    /// The places.
    pub links: Vec<Link>,
}

/// One place in the menu.
pub struct Link {
    /// Where.
    pub place: Place,
    /// The page is there.
    pub is_here: bool,
    /// How many things of its kind stand open now, if any does.
    pub count: Option<String>,
}

/// What a template needs around its own content.
pub struct Shell {
    /// The reader's language.
    pub words: &'static Words,
    /// The page's name.
    pub title: String,
    /// The site's address up to ours: empty, or as in `/mail`.
    pub root: String,
    /// The same with `/admin`: what every link begins with.
    pub base: String,
    /// Who is signed in.
    pub me: String,
    /// What a form brings back.
    pub token: String,
    /// What of the address's query stays when the language changes, with its `&`.
    pub query_before_lang: String,
    /// The page can be seen once, so that it offers no other language.
    pub is_once: bool,
    /// The browser wants keys.
    pub has_keys: bool,
    /// People and history are made up.
    pub is_sample: bool,
    /// The query of the link to the help: the page's account and complaint.
    pub help: String,
    /// When what the page says was true.
    pub now: Timestamp,
    /// The organisation's zone.
    pub zone: TimeZone,
    here: Option<Place>,
    locked: usize,
    restricted: usize,
    may_manage_tokens: bool,
    may_read_site: bool,
}

impl Shell {
    /// The frame of a page.
    pub fn new(admin: &Admin, here: Option<Place>, title: String) -> Self {
        let engine = &admin.engine;
        let root = root_of(engine).to_owned();
        let account = &admin.seen.account;
        let name = &account.display_name;
        Self {
            words: admin.words,
            title,
            base: format!("{root}{}", super::PREFIX),
            root,
            me: if name.is_empty() { account.primary.to_string() } else { name.clone() },
            token: engine.form_token(&admin.seen.session),
            query_before_lang: admin.query_before_lang(),
            is_once: admin.is_form,
            has_keys: admin.has_keys,
            help: super::help::query_of(&admin.path),
            is_sample: engine.site().configured.is_sample,
            now: admin.now,
            zone: engine.site().time_zone.clone(),
            here,
            may_manage_tokens: admin.is_allowed(CommandKind::ManageTokens),
            may_read_site: admin.is_allowed(CommandKind::ReadSite),
            locked: admin.closed.0,
            restricted: admin.closed.1,
        }
    }

    /// The frame of a page that says what was done: what the menu counts has changed by it.
    pub async fn of_what_was_done(
        admin: &Admin,
        here: Option<Place>,
        title: String,
    ) -> Result<Self, PageError> {
        let counted = closed(&admin.engine, &admin.seen.account.reach).await;
        let (locked, restricted) = counted.map_err(PageError::unread(admin))?;
        Ok(Self { locked, restricted, ..Self::new(admin, here, title) })
    }

    /// A sentence or label without arguments.
    pub fn t(&self, key: impl AsKey) -> String {
        self.words.t(key)
    }

    /// The code of the language, for `<html lang>`.
    pub fn code(&self) -> &'static str {
        self.words.language().code()
    }

    /// The menu.
    pub fn groups(&self) -> Vec<Group> {
        let link = |&place: &Place| Link {
            place,
            is_here: self.here == Some(place),
            count: match place {
                Place::Restricted => self.count(self.restricted),
                Place::Locks => self.count(self.locked),
                Place::Overview
                | Place::Help
                | Place::Users
                | Place::Sources
                | Place::Incidents
                | Place::Audit
                | Place::Policies
                | Place::Connections
                | Place::Admins
                | Place::Tokens
                | Place::Settings
                | Place::Factors
                | Place::Sessions => None,
            },
        };
        let is_open = |place: &&Place| match place {
            Place::Tokens => self.may_manage_tokens,
            Place::Sources | Place::Policies | Place::Connections | Place::Settings | Place::Admins => {
                self.may_read_site
            }
            Place::Overview
            | Place::Help
            | Place::Users
            | Place::Restricted
            | Place::Locks
            | Place::Incidents
            | Place::Audit
            | Place::Factors
            | Place::Sessions => true,
        };
        let group = |(head, places): &(Option<Key>, &[Place])| Group {
            head: *head,
            links: places.iter().filter(is_open).map(link).collect(),
        };
        GROUPS.iter().map(group).collect()
    }

    fn count(&self, count: usize) -> Option<String> {
        (count > 0).then(|| self.number(count as u64))
    }

    /// A number as the language writes it.
    pub fn number(&self, number: u64) -> String {
        postern_text::format::number(self.words.language(), number)
    }

    /// When the page was true.
    pub fn as_of(&self) -> String {
        self.words.say(key::ADMIN_FOOT_AT, &[("clock", Arg::Clock(self.now, &self.zone))])
    }

    /// In which zone times are.
    pub fn zone(&self) -> String {
        let offset = postern_text::format::offset(self.now, &self.zone);
        let name =
            self.zone.iana_name().map_or(format!("UTC{offset}"), |name| format!("{name} (UTC{offset})"));
        self.words.say(key::ADMIN_FOOT_ZONE, &[("zone", (&name).into())])
    }

    /// The languages that the page is not in.
    pub fn languages(&self) -> Vec<(&'static str, &'static str)> {
        crate::pages::other_languages(self.words).collect()
    }
}

/// The path of the site's address, without a trailing slash.
pub(crate) fn root_of(engine: &Engine) -> &str {
    let url = engine.site().public_url.as_deref().unwrap_or("");
    &url[crate::pages::same_origin::origin_of(url).len()..]
}

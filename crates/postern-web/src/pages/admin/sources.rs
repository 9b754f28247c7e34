//! `/admin/sources`: what is said of sources. Which are blocked, by a rule or a person, and which are allowed, shared or
//! pinned in advance, each with its note. A search that is an address also says how that address stands. [`form`] adds,
//! [`end`] takes back.

pub mod end;
pub mod form;

use std::str::FromStr;

use askama::Template;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::{Html, IntoResponse, Response};
use postern_core::address::{ClientAddress, ClientNetwork};
use postern_core::command::CommandKind;
use postern_core::fold::fold;
use postern_core::ids::AccountId;
use postern_core::restriction::{Reason, Restriction};
use postern_core::source_entry::{EntryKind, SourceEntry};
use postern_core::time::Timestamp;
use postern_engine::ports::RestrictionRow;
use postern_engine::queries::{EntryRow, SourceStanding};
use postern_text::{Key, key};
use serde::Deserialize;

use super::page_error::PageError;
use super::query_text::QueryText;
use super::session::Admin;
use super::shell::{Place, Shell};
use crate::pages::Tell;
use form::Saying;

/// Rows of the page (look: 200 rows are dense and still readable).
const ROWS_MAX: usize = 200;

/// What the address may say.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct SourcesQuery {
    /// An address, a network, or part of a note.
    #[serde(default)]
    pub q: String,
    /// A code of [`Shown`].
    #[serde(default)]
    pub kind: String,
}

/// Which rows are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    All,
    Blocked,
    Of(EntryKind),
}

impl Shown {
    const ALL: [Self; 5] = [
        Self::All,
        Self::Blocked,
        Self::Of(EntryKind::Allowed),
        Self::Of(EntryKind::Shared),
        Self::Of(EntryKind::Pinned),
    ];

    const fn code(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Blocked => "blocked",
            Self::Of(kind) => kind.code(),
        }
    }

    const fn name(self) -> Key {
        match self {
            Self::All => key::USERS_VIEW_ALL,
            Self::Blocked => key::SOURCES_BLOCKED,
            Self::Of(EntryKind::Allowed) => key::SOURCES_ALLOWED,
            Self::Of(EntryKind::Shared) => key::SOURCES_SHARED,
            Self::Of(EntryKind::Pinned) => key::SOURCES_PINNED,
        }
    }
}

#[derive(Template)]
#[template(path = "admin/sources.html")]
struct Page {
    shell: Shell,
    lede: String,
    q: String,
    shown: Shown,
    tabs: Vec<Tab>,
    standing: Option<Standing>,
    rows: Vec<Row>,
    more: Option<String>,
    actions: Vec<Saying>,
}

struct Tab {
    name: Key,
    query: QueryText,
    count: String,
    is_here: bool,
}

/// How one address stands.
struct Standing {
    address: String,
    sentences: Vec<String>,
    knowing: Vec<(AccountId, String)>,
}

/// A block or an entry.
pub(super) struct Row {
    pub(super) source: String,
    pub(super) account: Option<(AccountId, String)>,
    pub(super) kind: String,
    pub(super) note: String,
    pub(super) actor: String,
    pub(super) since: Timestamp,
    pub(super) until: Option<Timestamp>,
    /// Where it is ended, for whoever may.
    pub(super) end: Option<String>,
}

/// `GET /admin/sources`
pub async fn list(
    admin: Admin,
    query: Result<Query<SourcesQuery>, QueryRejection>,
) -> Result<Response, PageError> {
    admin.may(CommandKind::ReadSite)?;
    let Query(query) = query.unwrap_or_default();
    let q = query.q.trim().to_owned();
    let shown = Shown::ALL.into_iter().find(|shown| shown.code() == query.kind).unwrap_or(Shown::All);
    let wanted = Wanted::read(&q);
    let (mut blocks, mut entries) = (admin.engine.source_blocks(), admin.engine.source_entries());
    blocks.retain(|block| wanted.has(block.entity.network(), note_of(&block.reason)));
    entries.retain(|entry| wanted.has(entry.on.network(), &entry.note));
    let shell = Shell::new(&admin, Some(Place::Sources), admin.words.t(key::SOURCES_TITLE));
    let tabs = tabs(&shell, &q, shown, &blocks, &entries);
    let count = blocks.len();
    blocks.retain(|_| matches!(shown, Shown::All | Shown::Blocked));
    entries.retain(|entry| matches!(shown, Shown::All) || shown == Shown::Of(entry.kind));
    let is_more = blocks.len() + entries.len() > ROWS_MAX;
    blocks.truncate(ROWS_MAX);
    entries.truncate(ROWS_MAX - blocks.len());
    let page = Page {
        lede: if q.is_empty() {
            admin.words.say(key::SOURCES_LEDE, &[("count", count.into())])
        } else {
            let found = (blocks.len() + entries.len()).into();
            admin.words.say(key::SOURCES_FOUND, &[("count", found), ("text", (&q).into())])
        },
        standing: standing(&admin, &q).await?,
        rows: rows(&admin, blocks, entries).await?,
        more: is_more.then(|| admin.words.say(key::FIRST_SHOWN, &[("count", ROWS_MAX.into())])),
        actions: Saying::ALL.into_iter().filter(|saying| admin.is_allowed(saying.kind())).collect(),
        q,
        shown,
        tabs,
        shell,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

/// What is looked for: networks that hold or lie within one, or notes with a text in them.
enum Wanted {
    All,
    Touching(ClientNetwork),
    Noted(String),
}

impl Wanted {
    fn read(text: &str) -> Self {
        match (text.is_empty(), ClientNetwork::from_str(text)) {
            (true, _) => Self::All,
            (false, Ok(network)) => Self::Touching(network),
            (false, Err(_)) => Self::Noted(fold(text)),
        }
    }

    fn has(&self, network: Option<ClientNetwork>, note: &str) -> bool {
        match self {
            Self::All => true,
            Self::Touching(wanted) => {
                network.is_some_and(|network| network.covers(*wanted) || wanted.covers(network))
            }
            Self::Noted(text) => {
                fold(note).contains(text)
                    || network.is_some_and(|network| network.to_string().starts_with(text.as_str()))
            }
        }
    }
}

/// What a person wrote; nothing where a rule decided.
fn note_of(reason: &Reason) -> &str {
    if let Reason::ByPerson { note } = reason { note } else { "" }
}

fn tabs(shell: &Shell, q: &str, shown: Shown, blocks: &[Restriction], entries: &[SourceEntry]) -> Vec<Tab> {
    let count = |of: Shown| match of {
        Shown::All => blocks.len() + entries.len(),
        Shown::Blocked => blocks.len(),
        Shown::Of(kind) => entries.iter().filter(|entry| entry.kind == kind).count(),
    };
    let tab = |of: Shown| Tab {
        name: of.name(),
        query: QueryText::default().and("kind", of.code()).and("q", q),
        count: shell.number(count(of) as u64),
        is_here: of == shown,
    };
    Shown::ALL.into_iter().map(tab).collect()
}

async fn standing(admin: &Admin, q: &str) -> Result<Option<Standing>, PageError> {
    let Ok(address) = ClientAddress::from_str(q) else { return Ok(None) };
    let standing = admin.engine.source_standing(address).await.map_err(PageError::unread(admin))?;
    let knowing = standing.knowing.iter().map(|account| (account.id, account.primary.to_string()));
    Ok(Some(Standing {
        address: standing.address.to_string(),
        sentences: sentences(admin, &standing),
        knowing: knowing.collect(),
    }))
}

fn sentences(admin: &Admin, standing: &SourceStanding) -> Vec<String> {
    let words = admin.words;
    let mut sentences: Vec<String> = standing
        .scores
        .iter()
        .map(|score| {
            let network = score.network.to_string();
            // Points are whole to a reader; the casts saturate.
            let arguments = [
                ("network", (&network).into()),
                ("count", (score.points.round() as u64).into()),
                ("limit", (score.points_max.round() as u64).into()),
            ];
            words.say(key::CLI_SOURCE_SCORE, &arguments)
        })
        .collect();
    if sentences.is_empty() {
        sentences.push(words.t(key::CLI_SOURCE_NO_SCORE));
    }
    sentences.push(words.say(key::CLI_SOURCE_KNOWN_BY, &[("count", standing.known_by.into())]));
    sentences
}

pub(super) async fn rows(
    admin: &Admin,
    blocks: Vec<Restriction>,
    entries: Vec<SourceEntry>,
) -> Result<Vec<Row>, PageError> {
    let unread = PageError::unread(admin);
    let blocks = admin.engine.blocks_with_accounts(blocks).await.map_err(&unread)?;
    let entries = admin.engine.entries_with_accounts(entries).await.map_err(&unread)?;
    let mut rows = Vec::with_capacity(blocks.len() + entries.len());
    for block in blocks {
        rows.push(block_row(admin, block).await);
    }
    for entry in entries {
        rows.push(entry_row(admin, entry).await);
    }
    Ok(rows)
}

async fn block_row(admin: &Admin, RestrictionRow { restriction, account, .. }: RestrictionRow) -> Row {
    let name = account.map(|(address, _)| address.to_string());
    Row {
        source: restriction.entity.network().map_or_else(String::new, |network| network.to_string()),
        account: restriction.account().map(|id| (id, name.unwrap_or_else(|| id.to_string()))),
        kind: admin.words.restriction_kind(restriction.kind),
        note: admin.words.restriction_reason(&restriction.reason),
        actor: by(admin, &restriction.actor).await,
        since: restriction.since,
        until: restriction.until,
        end: admin
            .is_allowed(CommandKind::BlockSource)
            .then(|| format!("/sources/blocks/{}/end", restriction.id)),
    }
}

async fn entry_row(admin: &Admin, EntryRow { entry, account }: EntryRow) -> Row {
    let name = account.map(|address| address.to_string());
    Row {
        source: entry.on.network().map_or_else(String::new, |network| network.to_string()),
        account: entry.on.account().map(|id| (id, name.unwrap_or_else(|| id.to_string()))),
        kind: admin.words.t(name_of_entry(entry.kind)),
        actor: by(admin, &entry.actor).await,
        since: entry.since,
        until: entry.until,
        end: admin.is_allowed(CommandKind::AllowSource).then(|| format!("/sources/entries/{}/end", entry.id)),
        note: admin.words.say(key::REASON_BY_PERSON, &[("note", (&entry.note).into())]),
    }
}

async fn by(admin: &Admin, actor: &postern_core::restriction::Actor) -> String {
    let actor = admin.actor_name(actor).await;
    admin.words.say(key::ADMIN_BY, &[("actor", (&actor).into())])
}

/// What an entry says of its source.
pub(super) const fn name_of_entry(kind: EntryKind) -> Key {
    match kind {
        EntryKind::Allowed => key::ENTRY_ALLOWED,
        EntryKind::Shared => key::ENTRY_SHARED,
        EntryKind::Pinned => key::ENTRY_PINNED,
    }
}

//! `/admin/sources/blocks/{id}/end` and `/admin/sources/entries/{id}/end`: what was said of a source is taken back.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use postern_core::address::ClientNetwork;
use postern_core::command::CommandKind;
use postern_core::ids::{AccountId, EntryId, RestrictionId};
use postern_core::restriction::Restriction;
use postern_core::source_command::SourceCommand;
use postern_core::source_entry::{EntryKind, EntryOn, SourceEntry};
use postern_text::{Key, key};

use super::form::{done_page, named};
use super::{Row, rows};
use crate::pages::Tell;
use crate::pages::admin::page_error::PageError;
use crate::pages::admin::question::Question;
use crate::pages::admin::session::{Admin, Submitted};
use crate::pages::admin::shell::{Place, Shell};

#[derive(Template)]
#[template(path = "admin/sources_end.html")]
struct Page {
    shell: Shell,
    rows: Vec<Row>,
    lede: String,
    yes: Key,
    question: Question,
}

/// What is ended.
struct Ending {
    command: SourceCommand,
    /// Blocks that end with it, itself among them.
    blocks: Vec<Restriction>,
    entries: Vec<SourceEntry>,
    title: Key,
    lede: Key,
    yes: Key,
    done: Key,
}

/// `GET /admin/sources/blocks/{id}/end`
pub async fn ask_block(admin: Admin, Path(id): Path<String>) -> Result<Response, PageError> {
    admin.may(CommandKind::BlockSource)?;
    let ending = block(&admin, &id)?;
    page(&admin, ending, Question::fresh(&admin, CommandKind::BlockSource)).await
}

/// `POST /admin/sources/blocks/{id}/end`
pub async fn end_block(Path(id): Path<String>, submitted: Submitted) -> Result<Response, PageError> {
    submitted.admin.may(CommandKind::BlockSource)?;
    let ending = block(&submitted.admin, &id)?;
    act(&submitted, CommandKind::BlockSource, ending).await
}

/// `GET /admin/sources/entries/{id}/end`
pub async fn ask_entry(admin: Admin, Path(id): Path<String>) -> Result<Response, PageError> {
    admin.may(CommandKind::AllowSource)?;
    let ending = entry(&admin, &id)?;
    page(&admin, ending, Question::fresh(&admin, CommandKind::AllowSource)).await
}

/// `POST /admin/sources/entries/{id}/end`
pub async fn end_entry(Path(id): Path<String>, submitted: Submitted) -> Result<Response, PageError> {
    submitted.admin.may(CommandKind::AllowSource)?;
    let ending = entry(&submitted.admin, &id)?;
    act(&submitted, CommandKind::AllowSource, ending).await
}

/// The block of this id. Ending it ends what lies within it too.
fn block(admin: &Admin, id: &str) -> Result<Ending, PageError> {
    let id: Option<RestrictionId> = id.parse().ok();
    let mut blocks = admin.engine.source_blocks();
    let found = blocks.iter().find(|block| Some(block.id) == id);
    let found = found.and_then(|block| Some((block.entity.network()?, block.account())));
    // Ended meanwhile, by a person or by itself.
    let gone = || PageError::refused(admin, admin.words.t(key::SOURCES_ENDED_ALREADY));
    let (network, account) = found.ok_or_else(gone)?;
    let is_within = |block: &Restriction| {
        block.account() == account && block.entity.network().is_some_and(|other| network.covers(other))
    };
    blocks.retain(is_within);
    Ok(Ending {
        command: SourceCommand::Unblock { network, account },
        blocks,
        entries: Vec::new(),
        title: key::SOURCES_UNBLOCK,
        lede: key::SOURCES_UNBLOCK_LEDE,
        yes: key::SOURCES_UNBLOCK_YES,
        done: key::CLI_SOURCE_UNBLOCKED,
    })
}

fn entry(admin: &Admin, id: &str) -> Result<Ending, PageError> {
    let id: Option<EntryId> = id.parse().ok();
    let found = admin.engine.source_entries().into_iter().find(|entry| Some(entry.id) == id);
    let gone = || PageError::refused(admin, admin.words.t(key::SOURCES_ENDED_ALREADY));
    let entry = found.ok_or_else(gone)?;
    let (command, done) = match (entry.kind, entry.on) {
        (EntryKind::Shared, EntryOn::Network(network)) => {
            (SourceCommand::Unshare { network }, key::CLI_SOURCE_UNSHARED)
        }
        (EntryKind::Pinned, EntryOn::AccountAtNetwork { account, network }) => {
            (SourceCommand::Unpin { account, network }, key::CLI_SOURCE_UNPINNED)
        }
        (EntryKind::Allowed | EntryKind::Shared | EntryKind::Pinned, on) => {
            (SourceCommand::Disallow { on }, key::CLI_SOURCE_DISALLOWED)
        }
    };
    Ok(Ending {
        command,
        blocks: Vec::new(),
        title: key::SOURCES_END,
        lede: match entry.kind {
            EntryKind::Allowed => key::SOURCES_DISALLOW_LEDE,
            EntryKind::Shared => key::SOURCES_UNSHARE_LEDE,
            EntryKind::Pinned => key::SOURCES_UNPIN_LEDE,
        },
        yes: key::SOURCES_END_YES,
        done,
        entries: vec![entry],
    })
}

async fn act(submitted: &Submitted, what: CommandKind, ending: Ending) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    if let Some(question) = Question::answered(submitted, what).await? {
        return page(admin, ending, question).await;
    }
    let source = source_of(admin, ending.command.network(), ending.command.account()).await;
    let done = admin.engine.execute_source(ending.command, admin.because(submitted.text("reason"))).await;
    let done = done.map_err(|error| PageError::of(admin, error))?;
    Ok(done_page(admin, ending.done, &source, &done))
}

async fn source_of(admin: &Admin, network: Option<ClientNetwork>, account: Option<AccountId>) -> String {
    let user = match account {
        Some(id) => {
            admin.account(&id.to_string()).await.map_or_else(|_| id.to_string(), |it| it.primary.to_string())
        }
        None => String::new(),
    };
    named(&network.map_or_else(String::new, |network| network.to_string()), &user)
}

async fn page(admin: &Admin, ending: Ending, question: Question) -> Result<Response, PageError> {
    let shell = Shell::new(admin, Some(Place::Sources), admin.words.t(ending.title));
    let lede = match ending.blocks.len() {
        0 => admin.words.t(ending.lede),
        count => admin.words.say(ending.lede, &[("count", count.into())]),
    };
    let page = Page {
        lede,
        rows: rows(admin, ending.blocks, ending.entries).await?,
        yes: ending.yes,
        shell,
        question,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

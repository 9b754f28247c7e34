//! `/admin/sources/block` and its kin: something is said of a source, for a while or until somebody takes it back.

use askama::Template;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::{Html, IntoResponse, Response};
use postern_core::address::ClientNetwork;
use postern_core::command::CommandKind;
use postern_core::event::Event;
use postern_core::ids::AccountId;
use postern_core::source_command::SourceCommand;
use postern_core::source_entry::EntryOn;
use postern_core::time::Timestamp;
use postern_engine::commands::{ExecuteError, SourceDone};
use postern_text::{Key, key};
use serde::Deserialize;

use crate::pages::Tell;
use crate::pages::admin::done;
use crate::pages::admin::page_error::PageError;
use crate::pages::admin::question::Question;
use crate::pages::admin::session::{Admin, Submitted};
use crate::pages::admin::shell::{Place, Shell};
use crate::pages::admin::sign_in_status::read_date;

/// What can be said of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saying {
    /// Nobody, or one account not, comes in from there.
    Block,
    /// Familiar, and never blocked.
    Allow,
    /// Everybody comes from there.
    Share,
    /// One account comes from there and from nowhere else.
    Pin,
}

impl Saying {
    /// All of it, in the order of the buttons.
    pub const ALL: [Self; 4] = [Self::Block, Self::Allow, Self::Share, Self::Pin];

    /// As an address says it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Block => "block",
            Self::Allow => "allow",
            Self::Share => "share",
            Self::Pin => "pin",
        }
    }

    /// What it takes.
    pub const fn kind(self) -> CommandKind {
        match self {
            Self::Block => CommandKind::BlockSource,
            Self::Allow | Self::Share | Self::Pin => CommandKind::AllowSource,
        }
    }

    /// Its button, and the title of its page.
    pub const fn title(self) -> Key {
        match self {
            Self::Block => key::SOURCES_BLOCK,
            Self::Allow => key::SOURCES_ALLOW,
            Self::Share => key::SOURCES_SHARE,
            Self::Pin => key::SOURCES_PIN,
        }
    }

    const fn lede(self) -> Key {
        match self {
            Self::Block => key::SOURCES_BLOCK_LEDE,
            Self::Allow => key::SOURCES_ALLOW_LEDE,
            Self::Share => key::SOURCES_SHARE_LEDE,
            Self::Pin => key::SOURCES_PIN_LEDE,
        }
    }

    const fn done(self) -> Key {
        match self {
            Self::Block => key::CLI_SOURCE_BLOCKED,
            Self::Allow => key::CLI_SOURCE_ALLOWED,
            Self::Share => key::CLI_SOURCE_SHARED,
            Self::Pin => key::CLI_SOURCE_PINNED,
        }
    }

    /// What the field for the user says beside its name.
    const fn user_hint(self) -> Option<Key> {
        match self {
            Self::Block => Some(key::SOURCES_USER_HINT),
            Self::Allow => Some(key::SOURCES_USER_HINT_ALLOW),
            Self::Share | Self::Pin => None,
        }
    }

    const fn takes_user(self) -> bool {
        !matches!(self, Self::Share)
    }
}

/// What a link may fill in.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Typed {
    /// As in `203.0.113.0/24`.
    #[serde(default)]
    pub network: String,
    /// A user's address.
    #[serde(default)]
    pub user: String,
    /// As a browser's field of date and time sends it.
    #[serde(default)]
    pub until: String,
    /// `yes`: it never ends by itself.
    #[serde(default)]
    pub never: String,
}

/// What is wrong with a field.
#[derive(Default)]
struct Problems {
    network: Option<String>,
    user: Option<String>,
    end: Option<String>,
    /// The rules say no.
    refused: Option<String>,
}

#[derive(Template)]
#[template(path = "admin/sources_form.html")]
struct Page {
    shell: Shell,
    saying: Saying,
    typed: Typed,
    problems: Problems,
    question: Question,
}

macro_rules! pages {
    ($($(#[$doc:meta])* $ask:ident $act:ident $saying:expr;)+) => {$(
        $(#[$doc])*
        pub async fn $ask(
            admin: Admin,
            typed: Result<Query<Typed>, QueryRejection>,
        ) -> Result<Response, PageError> {
            ask(&admin, $saying, typed)
        }
        $(#[$doc])*
        pub async fn $act(submitted: Submitted) -> Result<Response, PageError> {
            act(&submitted, $saying).await
        }
    )+};
}

pages! {
    /// `/admin/sources/block`
    ask_block block Saying::Block;
    /// `/admin/sources/allow`
    ask_allow allow Saying::Allow;
    /// `/admin/sources/share`
    ask_share share Saying::Share;
    /// `/admin/sources/pin`
    ask_pin pin Saying::Pin;
}

fn ask(
    admin: &Admin,
    saying: Saying,
    typed: Result<Query<Typed>, QueryRejection>,
) -> Result<Response, PageError> {
    admin.may(saying.kind())?;
    let Query(typed) = typed.unwrap_or_default();
    Ok(page(admin, saying, typed, Problems::default(), Question::fresh(admin, saying.kind())))
}

async fn act(submitted: &Submitted, saying: Saying) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    admin.may(saying.kind())?;
    let text = |name| submitted.text(name).to_owned();
    let typed =
        Typed { network: text("network"), user: text("user"), until: text("until"), never: text("never") };
    let command = match read(admin, saying, &typed).await? {
        Ok(command) => command,
        Err(problems) => {
            let question = Question { reason: text("reason"), ..Question::fresh(admin, saying.kind()) };
            return Ok(page(admin, saying, typed, problems, question));
        }
    };
    if let Some(question) = Question::answered(submitted, saying.kind()).await? {
        return Ok(page(admin, saying, typed, Problems::default(), question));
    }
    match admin.engine.execute_source(command, admin.because(submitted.text("reason"))).await {
        Ok(done) => Ok(done_page(admin, saying.done(), &named(&typed.network, &typed.user), &done)),
        Err(ExecuteError::Refused(refusal)) => {
            let refused = Some(admin.words.refusal(&refusal));
            let question = Question { reason: text("reason"), ..Question::fresh(admin, saying.kind()) };
            Ok(page(admin, saying, typed, Problems { refused, ..Problems::default() }, question))
        }
        Err(error) => Err(PageError::of(admin, error)),
    }
}

/// The source as a sentence names it: a network, a user, or both.
pub(super) fn named(network: &str, user: &str) -> String {
    [network, user].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// What was done, and what ended with it.
pub(super) fn done_page(admin: &Admin, sentence: Key, source: &str, done: &SourceDone) -> Response {
    let words = admin.words;
    let ended = done.events.iter().filter(|event| matches!(event, Event::RestrictionReleased(_))).count();
    let is_block_ended = sentence == key::CLI_SOURCE_UNBLOCKED;
    let also = (ended > 0 && !is_block_ended)
        .then(|| words.say(key::CLI_SOURCE_BLOCKS_ENDED, &[("count", ended.into())]));
    let shell = Shell::new(admin, Some(Place::Sources), words.t(key::SOURCES_TITLE));
    done::at_gates(
        shell,
        "/sources",
        words.say(sentence, &[("source", source.into())]),
        also,
        done.in_force_after,
    )
}

async fn read(
    admin: &Admin,
    saying: Saying,
    typed: &Typed,
) -> Result<Result<SourceCommand, Problems>, PageError> {
    let words = admin.words;
    let mut problems = Problems::default();
    let network: Option<ClientNetwork> = typed.network.parse().ok();
    // Allowing a user wherever it comes from needs no source.
    let may_be_empty = saying == Saying::Allow && typed.network.is_empty();
    if network.is_none() && !may_be_empty {
        problems.network = Some(words.t(key::SOURCES_NETWORK_WRONG));
    }
    let account = match user(admin, saying, typed).await? {
        Ok(account) => account,
        Err(problem) => {
            problems.user = Some(problem);
            None
        }
    };
    let until = match end(admin, typed) {
        Ok(until) => until,
        Err(problem) => {
            problems.end = Some(problem);
            None
        }
    };
    if problems.network.is_some() || problems.user.is_some() || problems.end.is_some() {
        return Ok(Err(problems));
    }
    let command = match (saying, network, account) {
        (Saying::Block, Some(network), account) => Some(SourceCommand::Block { network, account, until }),
        (Saying::Allow, network, account) => {
            EntryOn::of(account, network).map(|on| SourceCommand::Allow { on, until, is_vouched: false })
        }
        (Saying::Share, Some(network), _) => Some(SourceCommand::Share { network, until }),
        (Saying::Pin, Some(network), Some(account)) => Some(SourceCommand::Pin { account, network, until }),
        (Saying::Block | Saying::Share, None, _) | (Saying::Pin, _, _) => None,
    };
    Ok(command.ok_or_else(|| Problems {
        network: Some(words.t(key::SOURCES_NETWORK_WRONG)),
        ..Problems::default()
    }))
}

/// Whose it is; or what is wrong with the name.
async fn user(
    admin: &Admin,
    saying: Saying,
    typed: &Typed,
) -> Result<Result<Option<AccountId>, String>, PageError> {
    match (saying, typed.user.as_str()) {
        (Saying::Share, _) | (Saying::Block | Saying::Allow, "") => Ok(Ok(None)),
        (Saying::Pin, "") => Ok(Err(admin.words.t(key::SOURCES_USER_NEEDED))),
        (Saying::Block | Saying::Allow | Saying::Pin, user) => {
            let found = admin.find(user).await?;
            let none = || admin.words.say(key::CLI_ERROR_NO_SUCH_ACCOUNT, &[]);
            Ok(found.map(|account| Some(account.id)).ok_or_else(none))
        }
    }
}

/// When it ends, which has to be said; or what is wrong with that.
fn end(admin: &Admin, typed: &Typed) -> Result<Option<Timestamp>, String> {
    let zone = &admin.engine.site().time_zone;
    match (typed.until.as_str(), typed.never == "yes") {
        ("", true) => Ok(None),
        ("", false) => Err(admin.words.t(key::SOURCES_END_NEEDED)),
        (_, true) => Err(admin.words.t(key::SOURCES_END_TWICE)),
        (until, false) => {
            read_date(until, zone, admin.now).map(Some).ok_or_else(|| admin.words.t(key::STATUS_DATE_WRONG))
        }
    }
}

fn page(admin: &Admin, saying: Saying, typed: Typed, problems: Problems, question: Question) -> Response {
    let shell = Shell::new(admin, Some(Place::Sources), admin.words.t(saying.title()));
    let page = Page { shell, saying, typed, problems, question };
    Html(page.render().unwrap_or_default()).into_response()
}

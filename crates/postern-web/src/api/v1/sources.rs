//! Sources: which are blocked, allowed, shared or pinned, how one stands, and what an attempt from it would be answered.

mod request;

use axum::extract::{Path, State};
use axum::http::Uri;
use postern_core::address::ClientNetwork;
use postern_core::command::{Asker, CommandKind};
use postern_core::event::Event;
use postern_core::precedence::{DecisionStep, StepOutcome};
use postern_core::restriction::Reason;
use postern_core::sign_in::SignInRefusal;
use postern_core::source_command::SourceCommand;
use postern_core::source_entry::SourceEntry;
use postern_engine::Engine;
use postern_engine::queries::EntryRow;
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::accounts::account_id;
use super::asker::Asking;
use super::body::{Answer, Given, Query};
use super::commands::EventView;
use super::cursor;
use super::error::{ApiError, ErrorCode};
use super::page_rows;
use super::restrictions::{ActorView, RestrictionView};
use super::time::When;
use request::{address, cause};

pub(crate) use request::network;

pub use request::SourceBody;

/// An allowed, shared or pinned source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct EntryView {
    /// Its id.
    pub id: String,
    /// `allowed`, `shared` or `pinned`.
    pub kind: String,
    /// As in `203.0.113.0/24`; absent: of the account, wherever it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<String>,
    /// The account's id; absent: of everybody from the network.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// The account's address; absent where only its id is at hand, or the account is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_address: Option<String>,
    /// Why, in the actor's words.
    pub reason: String,
    /// From when.
    pub since: When,
    /// Until when; absent: never ends by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<When>,
    /// By whom.
    pub actor: ActorView,
    /// The first success makes the place familiar at once.
    pub vouched: bool,
}

/// What is said of sources, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SourceList {
    /// Blocks of networks and of accounts at networks.
    pub blocks: Vec<RestrictionView>,
    /// Allowed, shared and pinned sources.
    pub entries: Vec<EntryView>,
    /// Where the next page is; absent on the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// Which sources.
#[derive(Clone, Debug, Default, Deserialize, Serialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct SourceQuery {
    /// `blocked`, `allowed`, `shared` or `pinned`; all without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Only what lies within this network or holds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<String>,
    /// Only blocks by a rule with this cause: `points`, `enumeration`, `spray`, `attack_name`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<String>,
    /// Rows of each kind, 1 to 500.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// Where to go on: the cursor in the `next` of an earlier page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

/// Which address.
#[derive(Clone, Debug, Deserialize, Serialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct AddressQuery {
    /// As in `203.0.113.9`.
    pub address: String,
}

/// How one address stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SourceView {
    /// The address.
    pub address: String,
    /// When this was true.
    pub at: When,
    /// Scores of the address (or its /64) and the network around it.
    pub scores: Vec<ScoreView>,
    /// Every block that holds it.
    pub blocks: Vec<RestrictionView>,
    /// Every entry that holds it.
    pub entries: Vec<EntryView>,
    /// To how many accounts it is familiar.
    pub known_by: u64,
    /// The addresses of the first twenty of them.
    pub knowing: Vec<String>,
}

/// How a network is scored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ScoreView {
    /// As in `203.0.113.9/32`.
    pub network: String,
    /// Points, decayed to now.
    pub points: f32,
    /// Points at which it is blocked.
    pub points_max: f32,
    /// About how many accounts signed in from there within one to two weeks.
    pub accounts: f32,
}

/// What an attempt would be answered, step by step in the order in which it is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct AttemptView {
    /// The address.
    pub address: String,
    /// Whether the password would be checked.
    pub allowed: bool,
    /// The account is pinned to other sources: the right password is refused there, and mail restricts sending.
    #[serde(default)]
    pub outside_pins: bool,
    /// Every step.
    pub steps: Vec<StepView>,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct StepView {
    /// `account_block`, `entry`, `pair_block`, `network_block`, `source_block`, `lane`, `room`.
    pub step: String,
    /// `nothing`, `refuses`, `observed`, `found`, `spared`, `open`, `not_reached`.
    pub outcome: String,
    /// What it refuses, or would refuse if the attempt were not spared or the rule were not only observed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refusal: Option<RefusalView>,
    /// The lane that is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lane: Option<String>,
    /// The entry that counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<EntryView>,
}

/// A refusal of an attempt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct RefusalView {
    /// As in the decision log.
    pub code: String,
    /// Of which lane.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lane: Option<String>,
    /// Until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<When>,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SourceDoneView {
    /// When it was decided.
    pub at: When,
    /// From the question until it was in force at the gates, microseconds.
    pub in_force_after_us: i64,
    /// What happened, in order.
    pub events: Vec<EventView>,
}

impl From<&SourceEntry> for EntryView {
    fn from(entry: &SourceEntry) -> Self {
        Self {
            id: entry.id.to_string(),
            kind: entry.kind.code().to_owned(),
            network: entry.on.network().map(|network| network.to_string()),
            account: entry.on.account().map(|account| account.to_string()),
            account_address: None,
            reason: entry.note.clone(),
            since: entry.since.into(),
            until: entry.until.map(When::from),
            actor: (&entry.actor).into(),
            vouched: entry.is_vouched,
        }
    }
}

impl From<&EntryRow> for EntryView {
    fn from(row: &EntryRow) -> Self {
        let account_address = row.account.as_ref().map(|address| address.to_string());
        Self { account_address, ..Self::from(&row.entry) }
    }
}

impl From<SignInRefusal> for RefusalView {
    fn from(refusal: SignInRefusal) -> Self {
        let (lane, until) = refusal.lane_and_end();
        let lane = lane.map(|lane| lane.code().to_owned());
        Self { code: refusal.code().to_owned(), lane, until: until.map(When::from) }
    }
}

impl From<&(DecisionStep, StepOutcome)> for StepView {
    fn from((step, outcome): &(DecisionStep, StepOutcome)) -> Self {
        let (code, refusal, lane, entry) = match outcome {
            StepOutcome::Nothing => ("nothing", None, None, None),
            StepOutcome::Refuses(refusal) => ("refuses", Some((*refusal).into()), None, None),
            StepOutcome::Observed(refusal) => ("observed", Some((*refusal).into()), None, None),
            StepOutcome::Found(entry) => ("found", None, None, Some((&**entry).into())),
            StepOutcome::Spared(refusal) => ("spared", Some((*refusal).into()), None, None),
            StepOutcome::Open(lane) => ("open", None, Some(lane.code().to_owned()), None),
            StepOutcome::NotReached => ("not_reached", None, None, None),
        };
        Self { step: step.code().to_owned(), outcome: code.to_owned(), refusal, lane, entry }
    }
}

/// `GET /sources`
pub async fn list(
    State(engine): State<EngineState>,
    asking: Asking,
    this: Uri,
    Query(query): Query<SourceQuery>,
) -> Result<Answer<SourceList>, ApiError> {
    asking.may_read(CommandKind::ReadSite)?;
    let limit = page_rows(query.limit)? as usize;
    let wanted = query.network.as_deref().map(network).transpose()?;
    let cause = query.cause.as_deref().map(cause).transpose()?;
    let kind = query.kind.as_deref().unwrap_or("");
    if !["", "blocked", "allowed", "shared", "pinned"].contains(&kind) {
        return Err(ApiError::bad_request("kind is blocked, allowed, shared or pinned").in_query("kind"));
    }
    let touches = |other: Option<ClientNetwork>| {
        wanted.is_none_or(|wanted| other.is_some_and(|other| other.covers(wanted) || wanted.covers(other)))
    };
    let is_caused = |reason: &Reason| {
        cause.is_none_or(
            |cause| matches!(reason, Reason::GuessingSource { cause: found, .. } if *found == cause),
        )
    };
    let (mut blocks, mut entries) = (engine.source_blocks(), engine.source_entries());
    blocks.retain(|block| {
        ["", "blocked"].contains(&kind) && touches(block.entity.network()) && is_caused(&block.reason)
    });
    entries.retain(|entry| {
        ["", entry.kind.code()].contains(&kind) && cause.is_none() && touches(entry.on.network())
    });
    // Both lists are whole in memory, and bounded: a place is a number of rows, the blocks before the entries.
    let begin = cursor::read(query.cursor.as_deref(), |place| place.parse::<usize>().ok())?.unwrap_or(0);
    let (blocks_known, known) = (blocks.len(), blocks.len() + entries.len());
    let end = begin.saturating_add(limit).min(known);
    let blocks: Vec<_> = blocks.into_iter().take(end).skip(begin).collect();
    let entries = entries.into_iter().take(end.saturating_sub(blocks_known));
    let entries: Vec<_> = entries.skip(begin.saturating_sub(blocks_known)).collect();
    let next = (end < known).then(|| cursor::link(&engine, &this, &end.to_string()));
    Ok(Answer(SourceList {
        next,
        blocks: engine.blocks_with_accounts(blocks).await?.iter().map(RestrictionView::from).collect(),
        entries: engine.entries_with_accounts(entries).await?.iter().map(EntryView::from).collect(),
    }))
}

/// `GET /sources/show?address=…`
pub async fn show(
    State(engine): State<EngineState>,
    asking: Asking,
    Query(query): Query<AddressQuery>,
) -> Result<Answer<SourceView>, ApiError> {
    asking.may_read(CommandKind::ReadSite)?;
    let standing = engine.source_standing(address(&query.address)?).await?;
    let score = |score: &postern_core::sign_in::source::ScoreStanding| ScoreView {
        network: score.network.to_string(),
        points: score.points,
        points_max: score.points_max,
        accounts: score.accounts,
    };
    Ok(Answer(SourceView {
        address: standing.address.to_string(),
        at: standing.at.into(),
        scores: standing.scores.iter().map(score).collect(),
        blocks: standing.blocks.iter().map(RestrictionView::from).collect(),
        entries: standing.entries.iter().map(EntryView::from).collect(),
        known_by: standing.known_by as u64,
        knowing: standing.knowing.iter().map(|account| account.primary.to_string()).collect(),
    }))
}

/// `GET /accounts/{id}/attempt?address=…`: what an attempt from there would be answered now.
pub async fn attempt(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Query(query): Query<AddressQuery>,
) -> Result<Answer<AttemptView>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    let address = address(&query.address)?;
    let account = engine.store().account(account_id(&id)?).await?;
    let account = account.ok_or(ApiError::new(ErrorCode::NoSuchAccount))?;
    let steps = engine.explain_attempt(account.id, address);
    let allowed = !steps.iter().any(|(_, outcome)| matches!(outcome, StepOutcome::Refuses(_)));
    let mut steps: Vec<_> = steps.iter().map(StepView::from).collect();
    for entry in steps.iter_mut().filter_map(|step| step.entry.as_mut()) {
        // An entry that names an account and covers this attempt names this account.
        entry.account_address = entry.account.as_ref().map(|_| account.primary.to_string());
    }
    let outside_pins = engine.is_outside_pins(account.id, address);
    Ok(Answer(AttemptView { address: address.to_string(), allowed, outside_pins, steps }))
}

macro_rules! handlers {
    ($($(#[$doc:meta])* $name:ident: $command:expr;)+) => {$(
        $(#[$doc])*
        pub async fn $name(
            State(engine): State<EngineState>,
            asking: Asking,
            Given(body): Given<SourceBody>,
        ) -> Result<Answer<SourceDoneView>, ApiError> {
            let command: fn(&SourceBody) -> Result<SourceCommand, ApiError> = $command;
            run(&engine, command(&body)?, asking.because(body.reason)).await
        }
    )+};
}

handlers! {
    /// `POST /sources/block`
    block: |body| Ok(SourceCommand::Block {
        network: body.needed_network()?,
        account: body.account()?,
        until: body.until()?,
    });
    /// `POST /sources/unblock`
    unblock: |body| Ok(SourceCommand::Unblock { network: body.needed_network()?, account: body.account()? });
    /// `POST /sources/allow`
    allow: |body| Ok(SourceCommand::Allow { on: body.on()?, until: body.until()?, is_vouched: false });
    /// `POST /sources/disallow`
    disallow: |body| Ok(SourceCommand::Disallow { on: body.on()? });
    /// `POST /sources/share`
    share: |body| Ok(SourceCommand::Share { network: body.shared_network()?, until: body.until()? });
    /// `POST /sources/unshare`
    unshare: |body| Ok(SourceCommand::Unshare { network: body.shared_network()? });
    /// `POST /sources/pin`
    pin: |body| Ok(SourceCommand::Pin {
        account: body.needed_account()?,
        network: body.needed_network()?,
        until: body.until()?,
    });
    /// `POST /sources/unpin`
    unpin: |body| Ok(SourceCommand::Unpin {
        account: body.needed_account()?,
        network: body.needed_network()?,
    });
}

async fn run(
    engine: &Engine,
    command: SourceCommand,
    asker: Asker,
) -> Result<Answer<SourceDoneView>, ApiError> {
    let done = engine.execute_source(command, asker).await?;
    Ok(Answer(SourceDoneView {
        at: done.at.into(),
        in_force_after_us: done.in_force_after.as_micros(),
        events: done.events.iter().map(|event: &Event| EventView::from(event)).collect(),
    }))
}

//! Restrictions: the rows that forbid or slow something, open and ended.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::http::Uri;
use postern_core::command::CommandKind;
use postern_core::ids::RestrictionId;
use postern_core::restriction::{
    Actor, Entity, Evidence, Reason, ReasonArgument, Restriction, RestrictionKind,
};
use postern_core::time::Timestamp;
use postern_engine::ports::{RestrictionFilter, RestrictionRow};
use serde::{Deserialize, Serialize};

use super::accounts::{AccountRef, account_id};
use super::asker::Asking;
use super::body::{Answer, Query};
use super::cursor;
use super::error::{ApiError, ErrorCode};
use super::sign_in_state::SIGN_IN_KINDS;
use super::sources::network;
use super::suspicion::otherwise_codes;
use super::tagged::Tagged;
use super::time::When;
use super::{EngineState, page_rows};

/// A restriction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct RestrictionView {
    /// Its id, the code that a bounce shows.
    pub id: String,
    /// On what.
    pub entity: EntityView,
    /// Whose, when it is on an account that still exists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<AccountRef>,
    /// `sign_in_locked`, `sign_in_blocked`, `sending_slowed`, `sending_restricted`, `sending_proposed`,
    /// `password_change_required`, `address_block`, `imap_off`, `pop3_off`, `submission_off`, `managesieve_off`, `portal_off`.
    pub kind: String,
    /// Why.
    pub reason: ReasonView,
    /// What was seen.
    pub evidence: Vec<EvidenceView>,
    /// What alone would have made the difference: `wider_policy`, `known_place`, `ends_by_itself`, or `without_`
    /// and the kind of an observation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub otherwise: Vec<String>,
    /// From when.
    pub since: When,
    /// Until when; absent means until somebody ends it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<When>,
    /// `rule`, `person` or `api`.
    pub origin: String,
    /// By whom.
    pub actor: ActorView,
    /// How it ended; absent while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<EndedView>,
}

/// What a restriction is on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct EntityView {
    /// `account`, `domain`, `network` or `account_at_network`.
    pub kind: String,
    /// The account's id, the domain, the network as in `203.0.113.0/24`, or the account's id, a blank and the network.
    pub value: String,
}

impl EntityView {
    /// The entity itself, for making a sentence; `None` when a newer server wrote it.
    pub fn entity(&self) -> Option<Entity> {
        Some(match self.kind.as_str() {
            "account" => Entity::Account(self.value.parse().ok()?),
            "domain" => Entity::Domain(self.value.clone()),
            "network" => Entity::Network(self.value.parse().ok()?),
            "account_at_network" => {
                let (account, network) = self.value.split_once(' ')?;
                Entity::AccountAtNetwork { account: account.parse().ok()?, network: network.parse().ok()? }
            }
            _ => return None,
        })
    }
}

/// Why: a code and its numbers. Sentences are made of these by whoever shows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ReasonView {
    /// As in `novel_recipients_hour`.
    pub code: String,
    /// By name, as in `{"count": 31, "limit": 30}`.
    pub arguments: BTreeMap<String, serde_json::Value>,
}

/// One observation that speaks for compromise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct EvidenceView {
    /// What was seen.
    pub kind: String,
    /// How strongly it speaks, 0 to 100.
    pub points: u8,
    /// When.
    pub at: When,
    /// From which network.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// How many.
    pub count: u32,
    /// Two letters of the source's country, when it is what was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// The number of the source's network operator (AS), when it is what was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asn: Option<u32>,
}

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ActorView {
    /// `rule`, `timer`, `local_root`, `person` or `link_holder`.
    pub kind: String,
    /// The system's user name, or the person's account id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// How a restriction ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct EndedView {
    /// When.
    pub at: When,
    /// By whom.
    pub actor: ActorView,
    /// Why, in the actor's words.
    pub reason: String,
}

/// Restrictions, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct RestrictionList {
    /// At most `limit`.
    pub restrictions: Vec<RestrictionView>,
    /// Where the next page is; absent on the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// Which restrictions.
#[derive(Clone, Debug, Default, Deserialize, Serialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct RestrictionQuery {
    /// Kinds, separated by commas; all without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Only of this account (id).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// Part of an address, alias or name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    /// Locks of signing in; with `blocked` both. Not together with `kind`.
    #[serde(default)]
    pub locked: bool,
    /// Blocks of signing in by a person or a program, of accounts and of accounts at a source. Not together with `kind`.
    #[serde(default)]
    pub blocked: bool,
    /// Restrictions of sending that are proposed and wait for a person. Not together with `kind`, `locked` and `blocked`.
    #[serde(default)]
    pub proposed: bool,
    /// Only of accounts that were tried without success from this address or network within the last seven days, or
    /// that are blocked there. Without `kind`, `locked` and `blocked` all that is about signing in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Only of accounts: no blocks of whole networks.
    #[serde(default)]
    pub of_accounts: bool,
    /// Ended ones too. Not together with `source`.
    #[serde(default)]
    pub with_ended: bool,
    /// Where to go on: the cursor in the `next` of an earlier page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 500.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

impl From<&RestrictionRow> for RestrictionView {
    fn from(row: &RestrictionRow) -> Self {
        let restriction = &row.restriction;
        let account =
            row.account.as_ref().zip(restriction.account()).map(|((address, display_name), id)| AccountRef {
                id: id.to_string(),
                address: address.to_string(),
                display_name: display_name.clone(),
            });
        let ended = row.ended.as_ref().map(|(at, actor, reason)| EndedView {
            at: (*at).into(),
            actor: actor.into(),
            reason: reason.clone(),
        });
        Self { account, ended, ..Self::from(restriction) }
    }
}

impl From<&Restriction> for RestrictionView {
    fn from(restriction: &Restriction) -> Self {
        Self {
            id: restriction.id.to_string(),
            entity: (&restriction.entity).into(),
            account: None,
            kind: restriction.kind.code().to_owned(),
            reason: (&restriction.reason).into(),
            evidence: restriction.evidence.iter().map(EvidenceView::from).collect(),
            otherwise: otherwise_codes(restriction),
            since: restriction.since.into(),
            until: restriction.until.map(When::from),
            origin: restriction.origin.code().to_owned(),
            actor: (&restriction.actor).into(),
            ended: None,
        }
    }
}

impl From<&Entity> for EntityView {
    fn from(entity: &Entity) -> Self {
        let (kind, value) = match entity {
            Entity::Account(id) => ("account", id.to_string()),
            Entity::Domain(domain) => ("domain", domain.clone()),
            Entity::Network(network) => ("network", network.to_string()),
            Entity::AccountAtNetwork { account, network } => {
                ("account_at_network", format!("{account} {network}"))
            }
        };
        Self { kind: kind.to_owned(), value }
    }
}

impl From<&Reason> for ReasonView {
    fn from(reason: &Reason) -> Self {
        let value = |argument| match argument {
            ReasonArgument::Number(number) => serde_json::Value::from(number),
            ReasonArgument::Text(text) => serde_json::Value::from(text),
        };
        let arguments = reason
            .arguments()
            .into_iter()
            .map(|(name, argument)| (name.to_owned(), value(argument)))
            .collect();
        Self { code: reason.code().to_owned(), arguments }
    }
}

impl ReasonView {
    /// The reason itself, for making a sentence; `None` when a newer server wrote it.
    pub fn reason(&self) -> Option<Reason> {
        Reason::from_parts(&self.code, |name| match self.arguments.get(name)? {
            serde_json::Value::Number(number) => {
                number.as_u64().and_then(|number| u32::try_from(number).ok()).map(ReasonArgument::Number)
            }
            serde_json::Value::String(text) => Some(ReasonArgument::Text(text.clone())),
            serde_json::Value::Null
            | serde_json::Value::Bool(_)
            | serde_json::Value::Array(_)
            | serde_json::Value::Object(_) => None,
        })
    }
}

impl From<&Evidence> for EvidenceView {
    fn from(evidence: &Evidence) -> Self {
        Self {
            kind: evidence.kind.code().to_owned(),
            points: evidence.points,
            at: evidence.at.into(),
            source: evidence.source.map(|source| source.to_string()),
            count: evidence.count,
            country: evidence.region.and_then(|region| region.country).map(|country| country.to_string()),
            asn: evidence.region.and_then(|region| region.asn),
        }
    }
}

impl From<&Actor> for ActorView {
    fn from(actor: &Actor) -> Self {
        let (kind, name) = match actor {
            Actor::Rule => ("rule", None),
            Actor::Timer => ("timer", None),
            Actor::LocalRoot(name) => ("local_root", Some(name.clone())),
            Actor::Person(id) => ("person", Some(id.to_string())),
            Actor::LinkHolder => ("link_holder", None),
            Actor::Visitor => ("visitor", None),
            Actor::Program(name) => ("program", Some(name.clone())),
        };
        Self { kind: kind.to_owned(), name }
    }
}

/// `GET /restrictions`
pub async fn list(
    State(engine): State<EngineState>,
    asking: Asking,
    this: Uri,
    Query(query): Query<RestrictionQuery>,
) -> Result<Answer<RestrictionList>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    let source = query.source.as_deref().map(network).transpose()?;
    if source.is_some() && query.with_ended {
        return Err(
            ApiError::bad_request("source is about what is open: leave with_ended out").in_query("source")
        );
    }
    let limit = page_rows(query.limit)?;
    let filter = RestrictionFilter {
        account: query.account.as_deref().map(account_id).transpose()?,
        kinds: wanted_kinds(&query)?,
        search: query.search.unwrap_or_default(),
        with_ended: query.with_ended,
        of_accounts: query.of_accounts || query.locked || query.blocked,
        reach: asking.reach().clone(),
        id: None,
        before: cursor::read(query.cursor.as_deref(), place)?,
        // One more than asked for says whether there is a next page.
        limit: limit + 1,
    };
    let mut rows = match source {
        Some(source) => engine.restrictions_from(filter, source).await?,
        None => engine.restrictions(&filter).await?,
    };
    let has_next = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let last = rows.last().filter(|_| has_next).map(|row| &row.restriction);
    let next = last.map(|last| {
        let place = format!("{} {}", last.since.unix_micros(), last.id);
        cursor::link(&engine, &this, &place)
    });
    Ok(Answer(RestrictionList { restrictions: rows.iter().map(RestrictionView::from).collect(), next }))
}

/// `GET /restrictions/{id}`
pub async fn show(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
) -> Result<Tagged<RestrictionView>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    let id: RestrictionId = id.parse().map_err(|_| ApiError::new(ErrorCode::NoSuchRestriction))?;
    let filter = RestrictionFilter {
        id: Some(id),
        with_ended: true,
        reach: asking.reach().clone(),
        limit: 1,
        ..RestrictionFilter::default()
    };
    let rows = engine.restrictions(&filter).await?;
    rows.first().map(|row| Tagged::new(row.into())).ok_or(ApiError::new(ErrorCode::NoSuchRestriction))
}

/// A place in the list: when a restriction began, and its id.
fn place(text: &str) -> Option<(Timestamp, RestrictionId)> {
    let (since, id) = text.split_once(' ')?;
    Some((Timestamp::from_unix_micros(since.parse().ok()?), id.parse().ok()?))
}

fn wanted_kinds(query: &RestrictionQuery) -> Result<Vec<RestrictionKind>, ApiError> {
    const BLOCKED: [RestrictionKind; 2] = [RestrictionKind::SignInBlocked, RestrictionKind::AddressBlock];
    let locked = query.locked.then_some(RestrictionKind::SignInLocked);
    let blocked = BLOCKED.into_iter().filter(|_| query.blocked);
    match query.kind.as_deref().unwrap_or("") {
        "" if query.proposed && !query.locked && !query.blocked => Ok(vec![RestrictionKind::SendingProposed]),
        _ if query.proposed => {
            Err(ApiError::bad_request("proposed leaves no room for kind, locked and blocked"))
        }
        "" if query.locked || query.blocked => Ok(locked.into_iter().chain(blocked).collect()),
        "" if query.source.is_some() => Ok(SIGN_IN_KINDS.to_vec()),
        kind if query.locked || query.blocked => {
            Err(ApiError::bad_request(format!("kind={kind} leaves no room for locked and blocked")))
        }
        codes => kinds(codes),
    }
}

fn kinds(text: &str) -> Result<Vec<RestrictionKind>, ApiError> {
    let kind = |code: &str| {
        RestrictionKind::from_code(code).ok_or_else(|| {
            ApiError::bad_request(format!("there is no kind of restriction {code:?}")).in_query("kind")
        })
    };
    text.split(',').filter(|code| !code.is_empty()).map(kind).collect()
}

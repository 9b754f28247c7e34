//! How one account stands at the door of signing in, whole; and what is said of sources that concerns it.

use axum::extract::{Path, State};
use postern_core::admission::Pass;
use postern_core::command::CommandKind;
use postern_core::protocol::Protocol;
use postern_core::restriction::RestrictionKind;
use postern_engine::ports::SeenSource;
use postern_engine::queries::{AccountSources, RefusedPlace, SignInState};
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::accounts::{AccountView, account_id};
use super::admissions::DeviceView;
use super::asker::Asking;
use super::body::Answer;
use super::error::{ApiError, ErrorCode};
use super::health::{ObservedView, SprayView};
use super::restrictions::RestrictionView;
use super::sign_ins::{FailureGroupView, SignInLineView};
use super::sources::{EntryView, RefusalView};
use super::time::When;
use super::why::{Door, SignInView, sign_in_door};

/// The restrictions that are about signing in.
pub const SIGN_IN_KINDS: [RestrictionKind; 9] = [
    RestrictionKind::SignInLocked,
    RestrictionKind::SignInBlocked,
    RestrictionKind::PasswordChangeRequired,
    RestrictionKind::ProtocolOff(Protocol::Imap),
    RestrictionKind::ProtocolOff(Protocol::Pop3),
    RestrictionKind::ProtocolOff(Protocol::Submission),
    RestrictionKind::ProtocolOff(Protocol::ManageSieve),
    RestrictionKind::ProtocolOff(Protocol::Portal),
    RestrictionKind::AddressBlock,
];

/// How an account stands at the door of signing in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SignInStateView {
    /// Who.
    pub account: AccountView,
    /// When this was true.
    pub at: When,
    /// The door.
    pub door: Door,
    /// Where the rules only report.
    pub observed: ObservedView,
    /// Present while many accounts of the site are being tried at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spray: Option<SprayView>,
    /// What stands open, newest first: locks, blocks, a due change of password.
    pub open: Vec<RestrictionView>,
    /// Both lanes.
    pub sign_in: SignInView,
    /// What is said of sources that concerns the account.
    pub sources: AccountSourcesView,
    /// What the failures of the last seven days are.
    pub failures: Vec<FailureGroupView>,
    /// A one-time link can be made: the site has a public address.
    #[serde(default)]
    pub may_admit: bool,
    /// The one-time link that nobody has used yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<LinkView>,
    /// Sources at which a one-time link was used.
    pub passes: Vec<PassView>,
    /// Remembered devices, newest first.
    pub devices: Vec<DeviceView>,
    /// The last sign-in that worked, as far as it is logged: within an hour and from one device only the first is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_success: Option<SeenView>,
    /// The last sign-ins and failures, newest first.
    pub sign_ins: Vec<SignInLineView>,
}

/// Where somebody signed in, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SeenView {
    /// The source's address.
    pub source: String,
    /// When.
    pub at: When,
}

/// A one-time link; its text is nowhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct LinkView {
    /// When it ends unused.
    pub expires: When,
}

/// A source at which a one-time link was used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct PassView {
    /// As in `203.0.113.9/32`.
    pub network: String,
    /// Until when sign-in from there is open.
    pub until: When,
}

/// What is said of sources that concerns one account; blocks of the account at a network are among its restrictions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct AccountSourcesView {
    /// Entries about the account, and about networks from which it signed in lately; newest first.
    pub entries: Vec<EntryView>,
    /// Places from which it signed in lately and that are refused because of a block of the source.
    pub refused: Vec<RefusedPlaceView>,
}

/// A place from which an account signed in lately, and which is refused now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct RefusedPlaceView {
    /// As in `203.0.113.9`.
    pub address: String,
    /// When it signed in from there last, as far as it is logged.
    pub last: When,
    /// The account knows the place.
    pub is_familiar: bool,
    /// What an attempt is answered.
    pub refusal: RefusalView,
    /// The block; absent while a rule's block has no row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub block: Option<RestrictionView>,
}

impl From<&SignInState> for SignInStateView {
    fn from(state: &SignInState) -> Self {
        let why = &state.why;
        let open = why.open.iter().filter(|row| SIGN_IN_KINDS.contains(&row.restriction.kind));
        Self {
            account: (&why.account).into(),
            at: why.at.into(),
            door: sign_in_door(why),
            observed: why.observed.into(),
            spray: SprayView::of(why.spray, why.observed),
            open: open.map(RestrictionView::from).collect(),
            sign_in: (&why.sign_in).into(),
            sources: (&why.sources).into(),
            failures: why.failures.iter().map(FailureGroupView::from).collect(),
            may_admit: why.may_admit,
            link: state.link_expires.map(|expires| LinkView { expires: expires.into() }),
            passes: state.passes.iter().map(PassView::from).collect(),
            devices: state.devices.iter().map(DeviceView::from).collect(),
            last_success: state.last_success.as_ref().map(SeenView::from),
            sign_ins: state.sign_ins.iter().map(SignInLineView::from).collect(),
        }
    }
}

impl From<&SeenSource> for SeenView {
    fn from(seen: &SeenSource) -> Self {
        Self { source: seen.source.clone(), at: seen.last.into() }
    }
}

impl From<&Pass> for PassView {
    fn from(pass: &Pass) -> Self {
        Self { network: pass.source.to_string(), until: pass.until.into() }
    }
}

impl From<&AccountSources> for AccountSourcesView {
    fn from(sources: &AccountSources) -> Self {
        Self {
            entries: sources.entries.iter().map(EntryView::from).collect(),
            refused: sources.refused.iter().map(RefusedPlaceView::from).collect(),
        }
    }
}

impl From<&RefusedPlace> for RefusedPlaceView {
    fn from(place: &RefusedPlace) -> Self {
        Self {
            address: place.address.to_string(),
            last: place.last.into(),
            is_familiar: place.is_familiar,
            refusal: place.refusal.into(),
            block: place.block.as_ref().map(RestrictionView::from),
        }
    }
}

/// `GET /accounts/{id}/sign-in`
pub async fn show(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
) -> Result<Answer<SignInStateView>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    let state = engine.sign_in_state(account_id(&id)?).await?;
    state.as_ref().map(|state| Answer(state.into())).ok_or(ApiError::new(ErrorCode::NoSuchAccount))
}

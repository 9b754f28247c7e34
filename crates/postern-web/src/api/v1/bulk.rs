//! One action for several accounts: first who would be changed and who not and why, then what became of each. Each goes
//! through the engine by itself, so nobody whom the rules forbid is changed.

use std::collections::HashSet;

use axum::extract::State;
use postern_core::command::{Command, CommandKind, PasswordReset};
use postern_core::ids::AccountId;
use postern_engine::commands::MANY_MAX;
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::accounts::account_id;
use super::asker::Asking;
use super::body::{Answer, Given};
use super::commands::DoneView;
use super::error::{ApiError, ErrorCode};

/// What can be done to several accounts at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BulkAction {
    /// Unblock sending.
    UnblockSending,
    /// Unlock signing in.
    UnlockSignIn,
    /// Allow signing in.
    AllowSignIn,
    /// Block signing in until somebody allows it.
    BlockSignIn,
    /// Restrict sending until somebody unblocks it.
    RestrictSending,
    /// A temporary password for each, shown this once: on the page only.
    ResetPassword,
}

impl BulkAction {
    /// Every action, what opens a door first.
    pub const ALL: [Self; 6] = [
        Self::UnblockSending,
        Self::UnlockSignIn,
        Self::AllowSignIn,
        Self::ResetPassword,
        Self::BlockSignIn,
        Self::RestrictSending,
    ];

    /// Those of the API. A program resets one password after the other, each with a key of its own: in a list of secrets
    /// that is lost, five hundred people would be locked out.
    pub const OVER_API: [Self; 5] = [
        Self::UnblockSending,
        Self::UnlockSignIn,
        Self::AllowSignIn,
        Self::BlockSignIn,
        Self::RestrictSending,
    ];

    /// As a form or a body says it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::UnblockSending => "unblock",
            Self::UnlockSignIn => "unlock",
            Self::AllowSignIn => "allow",
            Self::BlockSignIn => "block",
            Self::RestrictSending => "restrict",
            Self::ResetPassword => "reset",
        }
    }

    /// What is asked of the engine for each account.
    pub const fn command(self) -> Command {
        match self {
            Self::UnblockSending => Command::UnblockSending,
            Self::UnlockSignIn => Command::UnlockSignIn,
            Self::AllowSignIn => Command::AllowSignIn,
            Self::BlockSignIn => Command::BlockSignIn { until: None },
            Self::RestrictSending => Command::RestrictSending { until: None },
            // For a look at what it would be answered; how long it works is the policy's.
            Self::ResetPassword => {
                Command::ResetPassword(PasswordReset { is_chosen: false, temporary_until: None })
            }
        }
    }
}

/// What to do to whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BulkBody {
    /// `unblock`, `unlock`, `allow`, `block` or `restrict`; what closes a door closes it until somebody opens it.
    pub action: String,
    /// Ids of accounts, at most 500; one that is named twice is one.
    pub accounts: Vec<String>,
    /// Mandatory, in the actor's words; a preview needs none.
    #[serde(default)]
    pub reason: String,
}

/// What became of each, or would.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct BulkView {
    /// Accounts that were changed, or would be.
    pub done: usize,
    /// Accounts that were not, or would not be.
    pub refused: usize,
    /// In the order of the request, one each.
    pub results: Vec<BulkResult>,
}

/// What became of one, or would.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct BulkResult {
    /// The account's id.
    pub account: String,
    /// Its address; absent where there is no such account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// What was done, with its receipts; absent in a preview, and where it was not done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<DoneView>,
    /// Why it was not or would not be done: the code of a problem.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

/// `POST /bulk/preview`
pub async fn preview(
    State(engine): State<EngineState>,
    asking: Asking,
    Given(body): Given<BulkBody>,
) -> Result<Answer<BulkView>, ApiError> {
    let (action, accounts) = read(&asking, &body)?;
    // The reason is asked with the action itself; here any will do.
    let asker = asking.because("-");
    let mut results = Vec::with_capacity(accounts.len());
    for id in accounts {
        let seen = engine.foresee(id, &action.command(), &asker).await?;
        let (address, error) = match seen {
            Some((account, Ok(_))) => (Some(account.primary.to_string()), None),
            Some((account, Err(refusal))) => {
                (Some(account.primary.to_string()), Some(ApiError::from(refusal).code().to_owned()))
            }
            None => (None, Some(ErrorCode::NoSuchAccount.code().to_owned())),
        };
        results.push(BulkResult { account: id.to_string(), address, done: None, error });
    }
    Ok(Answer(BulkView::of(results)))
}

/// `POST /bulk`
pub async fn run(
    State(engine): State<EngineState>,
    asking: Asking,
    Given(body): Given<BulkBody>,
) -> Result<Answer<BulkView>, ApiError> {
    let (action, accounts) = read(&asking, &body)?;
    let asker = asking.because(body.reason);
    let mut results = Vec::with_capacity(accounts.len());
    for (id, answer) in engine.execute_for_each(&accounts, &action.command(), &asker).await {
        // It is done; that its name cannot be read takes nothing back.
        let known = engine.account_inside(id, &asker.reach).await.unwrap_or_default();
        let address = known.map(|account| account.primary.to_string());
        let account = id.to_string();
        let (done, error) = match answer {
            Ok(done) => (Some(DoneView::new(&account, &done)), None),
            Err(error) => (None, Some(ApiError::from(error).code().to_owned())),
        };
        results.push(BulkResult { account, address, done, error });
    }
    Ok(Answer(BulkView::of(results)))
}

impl BulkView {
    fn of(results: Vec<BulkResult>) -> Self {
        let refused = results.iter().filter(|result| result.error.is_some()).count();
        Self { done: results.len() - refused, refused, results }
    }
}

/// What is asked, if the asker may do it at all.
fn read(asking: &Asking, body: &BulkBody) -> Result<(BulkAction, Vec<AccountId>), ApiError> {
    // Whoever may do any of it may do this.
    asking.may_read(CommandKind::UnlockSignIn)?;
    let action = BulkAction::OVER_API.into_iter().find(|action| action.code() == body.action);
    let action = action.ok_or_else(|| {
        let known = BulkAction::OVER_API.map(BulkAction::code).join(", ");
        ApiError::bad_request(format!("action is one of {known}")).at("/action")
    })?;
    asking.may_read(action.command().kind())?;
    if body.accounts.len() > MANY_MAX {
        return Err(ApiError::bad_request(format!("at most {MANY_MAX} accounts")).at("/accounts"));
    }
    let mut seen = HashSet::new();
    let mut ids = Vec::with_capacity(body.accounts.len());
    for (place, text) in body.accounts.iter().enumerate() {
        let id = account_id(text).map_err(|error| error.at(format!("/accounts/{place}")))?;
        if seen.insert(id) {
            ids.push(id);
        }
    }
    Ok((action, ids))
}

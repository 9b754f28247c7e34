//! Import of existing accounts. The file is read by the client; here arrive accounts. A dry run answers the same
//! questions and changes nothing, so that a client can refuse the whole file before anything is half done.

use axum::extract::State;
use postern_core::command::CommandKind;
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::accounts::NewAccountBody;
use super::asker::Asking;
use super::body::{Answer, Given};
use super::error::ApiError;

/// Most accounts of one request.
pub const IMPORT_ACCOUNTS_MAX: usize = 1_000;

/// Accounts to be made.
#[derive(Clone, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportBody {
    /// At most [`IMPORT_ACCOUNTS_MAX`].
    pub accounts: Vec<NewAccountBody>,
    /// Only say which names are taken.
    #[serde(default)]
    pub dry_run: bool,
    /// Why, for the audit.
    #[serde(default)]
    pub reason: String,
}

/// What became of each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ImportView {
    /// In the order of the request, one each.
    pub results: Vec<ImportResult>,
}

/// What became of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ImportResult {
    /// The address as it was given.
    pub address: String,
    /// The new account's id; absent when it was not made, and in a dry run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Why it was not or could not be made: an error code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// The name that is taken, when that is why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// `POST /accounts/import`
pub async fn run(
    State(engine): State<EngineState>,
    asking: Asking,
    Given(body): Given<ImportBody>,
) -> Result<Answer<ImportView>, ApiError> {
    if body.accounts.len() > IMPORT_ACCOUNTS_MAX {
        return Err(ApiError::bad_request(format!("at most {IMPORT_ACCOUNTS_MAX} accounts in one request"))
            .at("/accounts"));
    }
    if body.accounts.iter().any(|account| account.password.is_some()) {
        return Err(ApiError::bad_request("an import takes password_hash, not password"));
    }
    let addresses: Vec<String> = body.accounts.iter().map(|account| account.address.clone()).collect();
    let accounts: Vec<_> =
        body.accounts.into_iter().map(|account| account.read(&engine)).collect::<Result<_, _>>()?;
    let mut results = Vec::with_capacity(addresses.len());
    if body.dry_run {
        asking.may_read(CommandKind::Read)?;
        for (address, account) in addresses.into_iter().zip(accounts) {
            if let Some(name) = account.outside(asking.reach()) {
                let (error, name) = (Some("outside_domains".to_owned()), Some(name.to_string()));
                results.push(ImportResult { address, id: None, error, name });
                continue;
            }
            let mut taken = None;
            for name in std::iter::once(&account.name).chain(&account.aliases) {
                if taken.is_none() && engine.store().account_by_name(name).await?.is_some() {
                    taken = Some(name.to_string());
                }
            }
            let error = taken.is_some().then(|| "name_taken".to_owned());
            results.push(ImportResult { address, id: None, error, name: taken });
        }
        return Ok(Answer(ImportView { results }));
    }
    let made = engine.create_accounts(accounts, asking.because(body.reason)).await?;
    for (address, made) in addresses.into_iter().zip(made) {
        results.push(match made {
            Ok(id) => ImportResult { address, id: Some(id.to_string()), error: None, name: None },
            Err(error) => {
                let error = ApiError::from(error);
                let (code, name) = (error.code().to_owned(), error.name().map(str::to_owned));
                ImportResult { address, id: None, error: Some(code), name }
            }
        });
    }
    Ok(Answer(ImportView { results }))
}

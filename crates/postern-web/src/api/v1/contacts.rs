//! Whom an account wrote to before Postern counted. The log is read by the client; here arrive addresses.

use axum::extract::State;
use postern_core::command::CommandKind;
use postern_engine::commands::CONTACTS_MAX;
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::asker::Asking;
use super::body::{Answer, Given};
use super::error::ApiError;

/// Contacts of one login.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactsBody {
    /// The login as the log has it.
    pub login: String,
    /// At most [`CONTACTS_MAX`] addresses.
    pub addresses: Vec<String>,
    /// Why, for the audit.
    #[serde(default)]
    pub reason: String,
}

/// Whose they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ContactsView {
    /// The account's primary address; absent when the login is nobody's here, and nothing was learned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
}

/// `POST /contacts`
pub async fn learn(
    State(engine): State<EngineState>,
    asking: Asking,
    Given(body): Given<ContactsBody>,
) -> Result<Answer<ContactsView>, ApiError> {
    asking.may_tell(CommandKind::ChangeAccount)?;
    if body.addresses.len() > CONTACTS_MAX {
        return Err(ApiError::bad_request(format!("at most {CONTACTS_MAX} addresses in one request"))
            .at("/addresses"));
    }
    let reach = asking.reach().clone();
    let asker = asking.because(body.reason);
    let Ok(name) = postern_core::name::AccountName::parse(&body.login, engine.names()) else {
        return Ok(Answer(ContactsView { account: None }));
    };
    let Some(account) = engine.account_named_inside(&name, &reach).await? else {
        return Ok(Answer(ContactsView { account: None }));
    };
    engine.learn_contacts(account.id, &body.addresses, asker).await?;
    Ok(Answer(ContactsView { account: Some(account.primary.to_string()) }))
}

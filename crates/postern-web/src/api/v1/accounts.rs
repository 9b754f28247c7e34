//! Accounts: list, search, create, change, delete, password.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use postern_core::account::{Account, AccountKind, Language, Role};
use postern_core::command::{Command, CommandKind, ProfileChange};
use postern_core::ids::AccountId;
use postern_core::name::AccountName;
use postern_engine::Engine;
use postern_engine::commands::NewAccount;
use postern_engine::ports::AccountPage;
use postern_engine::queries::Found;
use serde::{Deserialize, Serialize};

use super::asker::Asking;
use super::body::{Answer, Given, Query};
use super::commands::{DoneView, run};
use super::error::{ApiError, ErrorCode};
use super::time::When;
use super::{EngineState, page_rows};

/// An account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountView {
    /// Never changes, as in `7K2M9-QX4TB`.
    pub id: String,
    /// Primary address.
    pub address: String,
    /// Further names.
    pub aliases: Vec<String>,
    /// The person's or mailbox's name.
    pub display_name: String,
    /// `en`, `sv`, `lv`, `sl`, `nb` or `el`.
    pub language: String,
    /// `person`, `shared_mailbox` or `application`.
    pub kind: String,
    /// Roles in Postern.
    pub roles: Vec<String>,
    /// Groups.
    pub groups: Vec<String>,
    /// Its password is kept by somebody else.
    pub is_gate_only: bool,
    /// When it was first known.
    pub created: When,
}

/// An account, as other bodies name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountRef {
    /// Never changes.
    pub id: String,
    /// Primary address.
    pub address: String,
    /// The person's or mailbox's name.
    pub display_name: String,
}

/// A page of accounts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountList {
    /// By address.
    pub accounts: Vec<AccountView>,
    /// Give this as `after` for the next page; absent on the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// Which accounts.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ListQuery {
    /// Part of an address, alias or name; case and diacritics do not matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    /// Only after this address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Rows, 1 to 500.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// What a person called an account.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct FindQuery {
    /// An id, an address, an alias, or part of one or of a name.
    pub text: String,
}

/// A new account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewAccountBody {
    /// Primary address.
    pub address: String,
    /// Further names.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The person's or mailbox's name.
    #[serde(default)]
    pub display_name: String,
    /// Language code; `en` when absent.
    #[serde(default)]
    pub language: Option<String>,
    /// Kind; `person` when absent.
    #[serde(default)]
    pub kind: Option<String>,
    /// Roles.
    #[serde(default)]
    pub roles: Vec<String>,
    /// Groups.
    #[serde(default)]
    pub groups: Vec<String>,
    /// Its password is kept by somebody else.
    #[serde(default)]
    pub is_gate_only: bool,
    /// A hash in Dovecot's scheme notation, for imports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password_hash: Option<String>,
    /// Why, for the audit.
    #[serde(default)]
    pub reason: String,
}

/// New values; an absent key leaves the value alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeBody {
    /// The person's or mailbox's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// Language code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// All roles it shall hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub roles: Option<Vec<String>>,
    /// All groups it shall be in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub groups: Option<Vec<String>>,
    /// Why, for the audit.
    #[serde(default)]
    pub reason: String,
}

/// Another primary address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RenameBody {
    /// The new address.
    pub to: String,
    /// The old address stays as an alias.
    #[serde(default)]
    pub keep_old_as_alias: bool,
    /// Why, for the audit.
    #[serde(default)]
    pub reason: String,
}

/// A further name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AliasBody {
    /// The name.
    pub alias: String,
    /// Why, for the audit.
    #[serde(default)]
    pub reason: String,
}

/// A new password.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PasswordBody {
    /// The password itself; hashed by the server, kept by nobody.
    pub password: String,
    /// Why, for the audit.
    #[serde(default)]
    pub reason: String,
}

/// A reason in the query, for deletions.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ReasonQuery {
    /// Why, for the audit.
    #[serde(default)]
    pub reason: String,
}

impl From<&Account> for AccountView {
    fn from(account: &Account) -> Self {
        Self {
            id: account.id.to_string(),
            address: account.primary.to_string(),
            aliases: account.aliases.iter().map(AccountName::to_string).collect(),
            display_name: account.display_name.clone(),
            language: account.language.code().to_owned(),
            kind: account.kind.code().to_owned(),
            roles: account.roles.iter().map(|role| role.code().to_owned()).collect(),
            groups: account.groups.clone(),
            is_gate_only: account.is_gate_only,
            created: account.created.into(),
        }
    }
}

impl From<&Account> for AccountRef {
    fn from(account: &Account) -> Self {
        Self {
            id: account.id.to_string(),
            address: account.primary.to_string(),
            display_name: account.display_name.clone(),
        }
    }
}

impl NewAccountBody {
    /// The account that it describes, or which value cannot be read.
    pub(super) fn read(self, engine: &Engine) -> Result<NewAccount, ApiError> {
        Ok(NewAccount {
            name: name(engine, &self.address)?,
            aliases: self.aliases.iter().map(|alias| name(engine, alias)).collect::<Result<_, _>>()?,
            display_name: self.display_name,
            language: self.language.as_deref().map_or(Ok(Language::En), language)?,
            kind: self.kind.as_deref().map_or(Ok(AccountKind::Person), kind)?,
            roles: roles(&self.roles)?,
            groups: self.groups,
            is_gate_only: self.is_gate_only,
            password_hash: self.password_hash,
        })
    }
}

/// `GET /accounts`
pub async fn list(
    State(engine): State<EngineState>,
    asking: Asking,
    Query(query): Query<ListQuery>,
) -> Result<Answer<AccountList>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    let limit = page_rows(query.limit)?;
    let page = AccountPage {
        search: query.search.unwrap_or_default(),
        after: query.after.map(AccountName::from_canonical),
        // One more than asked for says whether there is a next page.
        limit: limit + 1,
    };
    let mut accounts = engine.store().accounts(&page).await?;
    let has_next = accounts.len() > limit as usize;
    accounts.truncate(limit as usize);
    let next = accounts.last().filter(|_| has_next).map(|last| last.primary.to_string());
    Ok(Answer(AccountList { accounts: accounts.iter().map(AccountView::from).collect(), next }))
}

/// `GET /accounts/find`: what a person may have meant; an exact name or id gives one.
pub async fn find(
    State(engine): State<EngineState>,
    asking: Asking,
    Query(query): Query<FindQuery>,
) -> Result<Answer<AccountList>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    if let Ok(id) = query.text.parse::<AccountId>()
        && let Some(account) = engine.store().account(id).await?
    {
        return Ok(Answer(AccountList { accounts: vec![AccountView::from(&account)], next: None }));
    }
    let accounts = match engine.find(&query.text).await? {
        Found::One(account) => vec![AccountView::from(&account)],
        Found::Many(accounts) => accounts.iter().map(AccountView::from).collect(),
        Found::None => Vec::new(),
    };
    Ok(Answer(AccountList { accounts, next: None }))
}

/// `GET /accounts/{id}`
pub async fn show(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
) -> Result<Answer<AccountView>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    let account = engine.store().account(account_id(&id)?).await?;
    account.as_ref().map(|account| Answer(account.into())).ok_or(ApiError::new(ErrorCode::NoSuchAccount))
}

/// `POST /accounts`
pub async fn create(
    State(engine): State<EngineState>,
    asking: Asking,
    Given(body): Given<NewAccountBody>,
) -> Result<(StatusCode, Answer<AccountView>), ApiError> {
    let asker = asking.because(body.reason.clone());
    let created = engine.create_accounts(vec![body.read(&engine)?], asker).await?;
    let id = match created.into_iter().next() {
        Some(created) => created?,
        None => return Err(ApiError::bad_request("nothing was asked for")),
    };
    let account = engine.store().account(id).await?.ok_or(ApiError::new(ErrorCode::NoSuchAccount))?;
    Ok((StatusCode::CREATED, Answer((&account).into())))
}

/// `PATCH /accounts/{id}`
pub async fn change(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<ChangeBody>,
) -> Result<Answer<DoneView>, ApiError> {
    let change = ProfileChange {
        display_name: body.display_name,
        language: body.language.as_deref().map(language).transpose()?,
        kind: body.kind.as_deref().map(kind).transpose()?,
        roles: body.roles.as_deref().map(roles).transpose()?,
        groups: body.groups,
    };
    run(&engine, asking.because(body.reason), &id, Command::ChangeProfile(change)).await
}

/// `POST /accounts/{id}/rename`
pub async fn rename(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<RenameBody>,
) -> Result<Answer<DoneView>, ApiError> {
    let to = name(&engine, &body.to)?;
    let command = Command::Rename { to, keep_old_as_alias: body.keep_old_as_alias };
    run(&engine, asking.because(body.reason), &id, command).await
}

/// `POST /accounts/{id}/aliases`
pub async fn add_alias(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<AliasBody>,
) -> Result<Answer<DoneView>, ApiError> {
    let alias = name(&engine, &body.alias)?;
    run(&engine, asking.because(body.reason), &id, Command::AddAlias(alias)).await
}

/// `DELETE /accounts/{id}/aliases/{alias}`
pub async fn remove_alias(
    State(engine): State<EngineState>,
    asking: Asking,
    Path((id, alias)): Path<(String, String)>,
    Query(query): Query<ReasonQuery>,
) -> Result<Answer<DoneView>, ApiError> {
    let alias = name(&engine, &alias)?;
    run(&engine, asking.because(query.reason), &id, Command::RemoveAlias(alias)).await
}

/// `DELETE /accounts/{id}`
pub async fn remove(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Query(query): Query<ReasonQuery>,
) -> Result<Answer<DoneView>, ApiError> {
    run(&engine, asking.because(query.reason), &id, Command::Delete).await
}

/// `PUT /accounts/{id}/password`
pub async fn set_password(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<PasswordBody>,
) -> Result<Answer<DoneView>, ApiError> {
    let id = account_id(&id)?;
    let done = engine.set_password(id, &body.password, asking.because(body.reason)).await?;
    Ok(Answer(DoneView::new(&id.to_string(), &done)))
}

pub(super) fn account_id(text: &str) -> Result<AccountId, ApiError> {
    text.parse().map_err(|_| ApiError::new(ErrorCode::NoSuchAccount))
}

fn name(engine: &Engine, text: &str) -> Result<AccountName, ApiError> {
    AccountName::parse(text, engine.names())
        .map_err(|error| ApiError::bad_request(format!("{text:?}: {error}")).with("name", text))
}

fn language(code: &str) -> Result<Language, ApiError> {
    Language::from_code(code).ok_or_else(|| unknown("language", code, Language::ALL.iter().map(|l| l.code())))
}

fn kind(code: &str) -> Result<AccountKind, ApiError> {
    AccountKind::from_code(code)
        .ok_or_else(|| unknown("kind", code, AccountKind::ALL.iter().map(|k| k.code())))
}

fn roles(codes: &[String]) -> Result<Vec<Role>, ApiError> {
    let role = |code: &String| {
        Role::from_code(code).ok_or_else(|| unknown("role", code, Role::ALL.iter().map(|r| r.code())))
    };
    codes.iter().map(role).collect()
}

fn unknown<'a>(what: &str, given: &str, known: impl Iterator<Item = &'a str>) -> ApiError {
    let known = known.collect::<Vec<_>>().join(", ");
    ApiError::bad_request(format!("there is no {what} {given:?}; there are {known}"))
}

//! Accounts: list, search, create, change, delete, password.

mod bodies;
mod password_resets;

use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use postern_core::account::{Account, AccountKind, Language, Role};
use postern_core::command::{Asker, Command, CommandKind, ProfileChange};
use postern_core::ids::AccountId;
use postern_core::name::AccountName;
use postern_core::reach::Reach;
use postern_core::refusal::Refusal;
use postern_engine::Engine;
use postern_engine::commands::{AsSeen, NewAccount};
use postern_engine::password::Stored;
use postern_engine::ports::AccountOrder;
use postern_engine::queries::{AccountListFilter, AccountsView, Found};

use super::asker::Asking;
use super::body::{Answer, Given, Query};
use super::commands::DoneView;
use super::cursor;
use super::error::{ApiError, ErrorCode};
use super::tagged::{IfMatch, Tagged, kept_part};
use super::{EngineState, page_rows};

pub use bodies::{
    AccountList, AccountRef, AccountStandingView, AccountView, AliasBody, ChangeBody, FindQuery, ListQuery,
    NewAccountBody, PasswordBody, ReasonQuery, RenameBody,
};
pub use password_resets::{ResetBody, ResetView, reset_password};

impl NewAccountBody {
    /// The account that it describes, or which value cannot be read.
    pub(super) fn read(self, engine: &Engine) -> Result<NewAccount, ApiError> {
        if let Some(stored) = &self.password_hash {
            Stored::parse(stored).and_then(|stored| stored.check()).map_err(|error| {
                ApiError::bad_request(format!(
                    "the password_hash of {} cannot be used: {error}",
                    self.address
                ))
                .at("/password_hash")
            })?;
        }
        Ok(NewAccount {
            name: name(engine, &self.address, "/address")?,
            aliases: self
                .aliases
                .iter()
                .map(|alias| name(engine, alias, "/aliases"))
                .collect::<Result<_, _>>()?,
            display_name: self.display_name,
            language: self.language.as_deref().map_or(Ok(Language::En), language)?,
            kind: self.kind.as_deref().map_or(Ok(AccountKind::Person), kind)?,
            roles: roles(&self.roles)?,
            reach: reach(&self.role_domains)?,
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
    this: Uri,
    Query(query): Query<ListQuery>,
) -> Result<Answer<AccountList>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    let view = match query.view.as_deref() {
        None => AccountsView::All,
        Some(code) => AccountsView::from_code(code).ok_or_else(|| {
            let known = AccountsView::ALL.map(AccountsView::code).join(", ");
            ApiError::bad_request(format!("there is no view {code:?}; there are {known}")).in_query("view")
        })?,
    };
    let filter = AccountListFilter {
        view,
        reach: asking.reach().clone(),
        search: query.search.unwrap_or_default(),
        after: cursor::read(query.cursor.as_deref(), place)?,
        order: AccountOrder::Address,
        is_descending: query.descending,
        limit: page_rows(query.limit)?,
    };
    let page = engine.account_list(&filter).await?;
    let next = page.next.map(|last| cursor::link(&engine, &this, last.as_str()));
    let accounts = page.lines.iter().map(|line| AccountView {
        standing: query.standing.then(|| line.into()),
        ..AccountView::from(&line.account)
    });
    Ok(Answer(AccountList { accounts: accounts.collect(), next }))
}

/// `GET /accounts/find`: what a person may have meant; an exact name or id gives one.
pub async fn find(
    State(engine): State<EngineState>,
    asking: Asking,
    Query(query): Query<FindQuery>,
) -> Result<Answer<AccountList>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    if let Ok(id) = query.text.parse::<AccountId>()
        && let Some(account) = engine.account_inside(id, asking.reach()).await?
    {
        return Ok(Answer(AccountList { accounts: vec![AccountView::from(&account)], next: None }));
    }
    let accounts = match engine.find_inside(&query.text, asking.reach()).await? {
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
) -> Result<Tagged<AccountView>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    let account = engine.store().account(account_id(&id)?).await?;
    let account = account.ok_or(ApiError::new(ErrorCode::NoSuchAccount))?;
    let suspicion = Some((&engine.compromise_of(account.id)).into());
    let kept = AccountView::from(&account);
    Ok(Tagged::kept(&kept, AccountView { suspicion, ..kept.clone() }))
}

/// `POST /accounts`
pub async fn create(
    State(engine): State<EngineState>,
    asking: Asking,
    Given(mut body): Given<NewAccountBody>,
) -> Result<(StatusCode, Answer<AccountView>), ApiError> {
    let asker = asking.because(body.reason.clone());
    let (password, allow_weak) = (body.password.take(), body.allow_weak);
    if password.is_some() && body.password_hash.is_some() {
        return Err(ApiError::bad_request("give password or password_hash, not both"));
    }
    let new = body.read(&engine)?;
    let id = match password {
        Some(password) => engine.create_account_with_password(new, &password, allow_weak, asker).await?,
        None => engine.create_account(new, asker).await?,
    };
    let account = engine.store().account(id).await?.ok_or(ApiError::new(ErrorCode::NoSuchAccount))?;
    Ok((StatusCode::CREATED, Answer((&account).into())))
}

/// `PATCH /accounts/{id}`
pub async fn change(
    State(engine): State<EngineState>,
    asking: Asking,
    if_match: IfMatch,
    Path(id): Path<String>,
    Given(body): Given<ChangeBody>,
) -> Result<Answer<DoneView>, ApiError> {
    let change = ProfileChange {
        display_name: body.display_name,
        language: body.language.as_deref().map(language).transpose()?,
        kind: body.kind.as_deref().map(kind).transpose()?,
        roles: body.roles.as_deref().map(roles).transpose()?,
        reach: body.role_domains.as_deref().map(reach).transpose()?,
        groups: body.groups,
    };
    run_if(&engine, asking.because(body.reason), if_match, &id, Command::ChangeProfile(change)).await
}

/// `POST /accounts/{id}/rename`
pub async fn rename(
    State(engine): State<EngineState>,
    asking: Asking,
    if_match: IfMatch,
    Path(id): Path<String>,
    Given(body): Given<RenameBody>,
) -> Result<Answer<DoneView>, ApiError> {
    let to = name(&engine, &body.to, "/to")?;
    let command = Command::Rename { to, keep_old_as_alias: body.keep_old_as_alias };
    run_if(&engine, asking.because(body.reason), if_match, &id, command).await
}

/// `POST /accounts/{id}/aliases`
pub async fn add_alias(
    State(engine): State<EngineState>,
    asking: Asking,
    if_match: IfMatch,
    Path(id): Path<String>,
    Given(body): Given<AliasBody>,
) -> Result<Answer<DoneView>, ApiError> {
    let alias = name(&engine, &body.alias, "/alias")?;
    run_if(&engine, asking.because(body.reason), if_match, &id, Command::AddAlias(alias)).await
}

/// `DELETE /accounts/{id}/aliases/{alias}`
pub async fn remove_alias(
    State(engine): State<EngineState>,
    asking: Asking,
    if_match: IfMatch,
    Path((id, alias)): Path<(String, String)>,
    Query(query): Query<ReasonQuery>,
) -> Result<Answer<DoneView>, ApiError> {
    let alias = name(&engine, &alias, "/alias")?;
    run_if(&engine, asking.because(query.reason), if_match, &id, Command::RemoveAlias(alias)).await
}

/// `DELETE /accounts/{id}`
pub async fn remove(
    State(engine): State<EngineState>,
    asking: Asking,
    if_match: IfMatch,
    Path(id): Path<String>,
    Query(query): Query<ReasonQuery>,
) -> Result<Answer<DoneView>, ApiError> {
    run_if(&engine, asking.because(query.reason), if_match, &id, Command::Delete).await
}

/// `PUT /accounts/{id}/password`
pub async fn set_password(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
    Given(body): Given<PasswordBody>,
) -> Result<Answer<DoneView>, ApiError> {
    let id = account_id(&id)?;
    let done = engine
        .set_password_by_rules(id, &body.password, body.allow_weak, asking.because(body.reason))
        .await?;
    Ok(Answer(DoneView::new(&id.to_string(), &done)))
}

/// A place in the list: an address as it is kept.
fn place(text: &str) -> Option<AccountName> {
    (!text.is_empty()).then(|| AccountName::from_canonical(text.to_owned()))
}

/// Carries out a command if the account is as the request says.
async fn run_if(
    engine: &EngineState,
    asker: Asker,
    if_match: IfMatch,
    id: &str,
    command: Command,
) -> Result<Answer<DoneView>, ApiError> {
    let account = account_id(id)?;
    let as_seen = if_match.states().map(|states| -> AsSeen<Account> {
        Box::new(move |account| states.contains(&kept_part(&AccountView::from(account))))
    });
    let done = engine.execute_if(account, command, asker, as_seen).await?;
    Ok(Answer(DoneView::new(&account.to_string(), &done)))
}

pub(super) fn account_id(text: &str) -> Result<AccountId, ApiError> {
    text.parse().map_err(|_| ApiError::new(ErrorCode::NoSuchAccount))
}

fn name(engine: &Engine, text: &str, field: &str) -> Result<AccountName, ApiError> {
    AccountName::parse(text, engine.names())
        .map_err(|error| ApiError::bad_request(format!("{text:?}: {error}")).with("name", text).at(field))
}

fn language(code: &str) -> Result<Language, ApiError> {
    Language::from_code(code).ok_or_else(|| unknown("language", code, Language::ALL.iter().map(|l| l.code())))
}

pub(super) fn kind(code: &str) -> Result<AccountKind, ApiError> {
    AccountKind::from_code(code)
        .ok_or_else(|| unknown("kind", code, AccountKind::ALL.iter().map(|k| k.code())))
}

fn roles(codes: &[String]) -> Result<Vec<Role>, ApiError> {
    let role = |code: &String| {
        Role::from_code(code).ok_or_else(|| unknown("role", code, Role::ALL.iter().map(|r| r.code())))
    };
    codes.iter().map(role).collect()
}

/// The domains of a grant.
pub(super) fn reach(domains: &[String]) -> Result<Reach, ApiError> {
    let read = Reach::read(domains.iter().map(String::as_str));
    read.map_err(|text| Refusal::NoDomain { text }.into())
}

fn unknown<'a>(what: &str, given: &str, known: impl Iterator<Item = &'a str>) -> ApiError {
    let known = known.collect::<Vec<_>>().join(", ");
    let field = if what == "role" { "/roles".to_owned() } else { format!("/{what}") };
    ApiError::bad_request(format!("there is no {what} {given:?}; there are {known}")).at(field)
}

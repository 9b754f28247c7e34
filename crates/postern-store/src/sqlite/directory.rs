//! Reading accounts: one, by name, pages with search, for exports. Writing is in `accounts.rs`.
//!
//! **Search** reads the index `account_page` from where the page begins and keeps what contains the folded text.
//! The index holds everything a search looks at and comes in the order of the page, so a common text ends after a
//! page of hits; a rare one in a directory of a million reads all of it, between a tenth and a fifth of a second on
//! a busy machine with two cores. An FTS5 table of trigrams was tried beside it: it doubled the file and the time
//! to fill it, answers nothing for one or two letters, and every hit of a common text has to be sorted.

use postern_core::account::{Account, AccountKind, Language, Role};
use postern_core::fold::fold;
use postern_core::ids::AccountId;
use postern_core::name::AccountName;
use postern_core::reach::Reach;
use postern_engine::engine::hash_name;
use postern_engine::ports::store::{ADMINS_MAX, FORMER_NAMES_MAX};
use postern_engine::ports::{AccountOrder, AccountPage, Credential, PolicyMember, StoreError};
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Sqlite, SqlitePool, query, query_scalar};

use super::columns::{Columns, SqlId, names_of, rows_to_json};
use super::error::{statement, unreadable};
use crate::record::{RecordError, code};

/// The columns of an account that exists; aliases as a JSON array in the order of the alphabet.
macro_rules! account_columns {
    () => {
        "SELECT account.id, account.primary_name, display_name, language, kind, roles, domains, member_of, is_gate_only,
                created_at,
                (SELECT json_group_array(name ORDER BY name) FROM name
                 WHERE name.account = account.id AND name.name <> account.primary_name) AS aliases
         FROM account "
    };
}

pub(super) async fn account(readers: &SqlitePool, id: AccountId) -> Result<Option<Account>, StoreError> {
    let row = query(concat!(account_columns!(), "WHERE account.id = ?1 AND deleted_at IS NULL"))
        .bind(id.to_sql())
        .fetch_optional(readers)
        .await
        .map_err(statement(format!("read account {id}")))?;
    row.as_ref().map(read_account).transpose()
}

pub(super) async fn account_by_name(
    readers: &SqlitePool,
    name: &AccountName,
) -> Result<Option<Account>, StoreError> {
    let row = query(concat!(
        account_columns!(),
        "WHERE account.id = (SELECT account FROM name WHERE name = ?1) AND deleted_at IS NULL"
    ))
    .bind(name.as_str())
    .fetch_optional(readers)
    .await
    .map_err(statement(format!("read the account named {name}")))?;
    row.as_ref().map(read_account).transpose()
}

pub(super) async fn accounts(readers: &SqlitePool, page: &AccountPage) -> Result<Vec<Account>, StoreError> {
    // The inner statement touches the index alone; only the rows of the page are read.
    let mut text = QueryBuilder::<Sqlite>::new(concat!(account_columns!(), "JOIN ("));
    push_page(&mut text, page);
    text.push(") AS page ON page.id = account.id ORDER BY ");
    push_order(&mut text, page, "account.");
    let rows = text.build().fetch_all(readers).await.map_err(statement("read a page of accounts"))?;
    rows.iter().map(read_account).collect()
}

/// Accounts that hold a role: the index `account_admin` holds these and no others.
pub(super) async fn admins(readers: &SqlitePool) -> Result<Vec<Account>, StoreError> {
    let rows = query(concat!(
        account_columns!(),
        // Else SQLite reads every account in the order of names, a tenth of a second for 100,000.
        "INDEXED BY account_admin WHERE deleted_at IS NULL AND roles <> '[]' ORDER BY primary_name LIMIT ?1"
    ))
    .bind(i64::from(ADMINS_MAX))
    .fetch_all(readers)
    .await
    .map_err(statement("read the admins"))?;
    rows.iter().map(read_account).collect()
}

/// Ids and primary addresses of a page, from the index alone.
pub(super) async fn account_names(
    readers: &SqlitePool,
    page: &AccountPage,
) -> Result<Vec<(AccountId, AccountName)>, StoreError> {
    let failed = || "read the names of a page of accounts";
    let mut text = QueryBuilder::<Sqlite>::new("");
    push_page(&mut text, page);
    let rows = text.build().fetch_all(readers).await.map_err(statement(failed()))?;
    let read = |row: &SqliteRow| Ok((row.id("id")?, AccountName::from_canonical(row.text("primary_name")?)));
    rows.iter().map(read).collect::<Result<_, sqlx::Error>>().map_err(statement(failed()))
}

fn push_page(text: &mut QueryBuilder<Sqlite>, page: &AccountPage) {
    text.push("SELECT id, primary_name FROM account WHERE deleted_at IS NULL");
    push_beginning(text, page);
    if let Some(only) = &page.only {
        let ids: Vec<i64> = only.iter().map(|&id| id.to_sql()).collect();
        text.push(" AND id IN (SELECT value FROM json_each(").push_bind(rows_to_json(&ids)).push("))");
    }
    push_reach(text, &page.reach);
    let search = search_pattern(&page.search);
    if !search.is_empty() {
        text.push(" AND instr(search_text, ").push_bind(search).push(") > 0");
    }
    text.push(" ORDER BY ");
    push_order(text, page, "");
    text.push(" LIMIT ").push_bind(i64::from(page.limit));
}

/// Only accounts inside, by the domain of the primary address. An account that is not there, as in an outer join, is
/// outside every domain.
pub(super) fn push_reach(text: &mut QueryBuilder<Sqlite>, reach: &Reach) {
    for (at, domain) in reach.domains().iter().enumerate() {
        let ending = format!("@{domain}");
        text.push(if at == 0 { " AND (" } else { " OR " });
        // A comparison of fixed length costs a fraction of a pattern.
        text.push("substr(primary_name, -").push_bind(ending.len() as i64).push(") = ").push_bind(ending);
    }
    if !reach.is_all_domains() {
        text.push(")");
    }
}

/// Where the page begins. The pairs are compared as rows, which the indexes of both orders answer.
fn push_beginning(text: &mut QueryBuilder<Sqlite>, page: &AccountPage) {
    let later = if page.is_descending { " < " } else { " > " };
    match &page.order {
        AccountOrder::Address => {
            if let Some(after) = &page.after {
                text.push(" AND primary_name").push(later).push_bind(after.as_str().to_owned());
            }
        }
        AccountOrder::Name { after: Some((name, id)) } => {
            text.push(" AND (sort_name, id)").push(later).push("(").push_bind(name.clone());
            text.push(", ").push_bind(id.to_sql()).push(")");
        }
        AccountOrder::Created { after: Some((created, id)) } => {
            text.push(" AND (created_at, id)").push(later).push("(").push_bind(created.unix_micros());
            text.push(", ").push_bind(id.to_sql()).push(")");
        }
        AccountOrder::Name { after: None } | AccountOrder::Created { after: None } => {}
    }
}

fn push_order(text: &mut QueryBuilder<Sqlite>, page: &AccountPage, table: &'static str) {
    let direction = if page.is_descending { " DESC" } else { "" };
    let first = match page.order {
        AccountOrder::Address => {
            text.push(table).push("primary_name").push(direction);
            return;
        }
        AccountOrder::Name { .. } => "sort_name",
        AccountOrder::Created { .. } => "created_at",
    };
    text.push(table).push(first).push(direction).push(", ").push(table).push("id").push(direction);
}

/// What `instr` looks for; every search text contains the empty one.
pub(super) fn search_pattern(search: &str) -> String {
    fold(search.trim())
}

pub(super) async fn account_count(readers: &SqlitePool) -> Result<u64, StoreError> {
    count(readers, "SELECT count(*) FROM account INDEXED BY account_page WHERE deleted_at IS NULL").await
}

pub(super) async fn global_admin_count(readers: &SqlitePool) -> Result<u64, StoreError> {
    const TEXT: &str = "SELECT count(*) FROM account WHERE deleted_at IS NULL AND roles <> '[]'
         AND EXISTS (SELECT 1 FROM json_each(account.roles) WHERE value = 'global_admin')";
    count(readers, TEXT).await
}

async fn count(readers: &SqlitePool, text: &'static str) -> Result<u64, StoreError> {
    let found: i64 = query_scalar(text).fetch_one(readers).await.map_err(statement("count accounts"))?;
    Ok(found.cast_unsigned())
}

pub(super) async fn accounts_but_persons(
    readers: &SqlitePool,
) -> Result<Vec<(AccountId, AccountKind)>, StoreError> {
    let failed = || "read the accounts that are no persons'";
    let rows = query("SELECT id, kind FROM account WHERE deleted_at IS NULL AND kind <> 'person'")
        .fetch_all(readers)
        .await
        .map_err(statement(failed()))?;
    rows.iter()
        .map(|row| {
            let id: AccountId = row.id("id").map_err(statement(failed()))?;
            let kind = row.text("kind").map_err(statement(failed()))?;
            let kind = code("kind of account", &kind, AccountKind::from_code);
            Ok((id, kind.map_err(unreadable(format_args!("account {id}")))?))
        })
        .collect()
}

/// What scopes of policies look at, of the accounts after `after`.
pub(super) async fn policy_members(
    readers: &SqlitePool,
    after: Option<AccountId>,
    limit: u32,
) -> Result<Vec<PolicyMember>, StoreError> {
    let rows = query(
        "SELECT id, primary_name, kind, member_of FROM account
         WHERE id > ?1 AND deleted_at IS NULL ORDER BY id LIMIT ?2",
    )
    .bind(after.map_or(0, SqlId::to_sql))
    .bind(i64::from(limit))
    .fetch_all(readers)
    .await
    .map_err(statement("read for whom policies are"))?;
    rows.iter().map(read_member).collect()
}

fn read_member(row: &SqliteRow) -> Result<PolicyMember, StoreError> {
    let account: AccountId = row.id("id").map_err(statement("read the id of an account"))?;
    let columns = || -> Result<_, sqlx::Error> {
        Ok((row.text("primary_name")?, row.text("kind")?, row.text("member_of")?))
    };
    let (primary, kind, groups) = columns().map_err(statement(format!("read account {account}")))?;
    let read = || -> Result<PolicyMember, RecordError> {
        Ok(PolicyMember {
            account,
            primary: AccountName::from_canonical(primary),
            kind: code("kind of account", &kind, AccountKind::from_code)?,
            groups: serde_json::from_str(&groups).map_err(RecordError::Shape)?,
        })
    };
    read().map_err(unreadable(format_args!("account {account}")))
}

/// The newest rows of the audit that are looked through for former names: half a second at start at most.
const FORMER_NAMES_LOOKED_AT: i64 = 1_000_000;

/// Names that were a mailbox or an alias once, from the audit, newest first.
pub(super) async fn former_names(
    readers: &SqlitePool,
    site_key: &[u8; 32],
) -> Result<Vec<(u64, AccountId)>, StoreError> {
    let failed = || "read former names";
    let rows = query(
        "SELECT account, coalesce(detail ->> 'primary', detail ->> 'from', detail ->> 'alias') AS name FROM audit
         WHERE seq > (SELECT coalesce(max(seq), 0) FROM audit) - ?1
           AND code IN ('account_deleted', 'account_renamed', 'alias_removed') AND account IS NOT NULL
         ORDER BY seq DESC LIMIT ?2",
    )
    .bind(FORMER_NAMES_LOOKED_AT)
    .bind(i64::from(FORMER_NAMES_MAX))
    .fetch_all(readers)
    .await
    .map_err(statement(failed()))?;
    rows.iter()
        .map(|row| {
            let account: AccountId = row.id("account").map_err(statement(failed()))?;
            let name = AccountName::from_canonical(row.text("name").map_err(statement(failed()))?);
            Ok((hash_name(site_key, &name), account))
        })
        .collect()
}

/// The columns of a credential; further names as a JSON array.
macro_rules! credential_columns {
    () => {
        "SELECT account.id, primary_name, is_gate_only, password_hash,
                (SELECT json_group_array(name ORDER BY name) FROM name
                 WHERE name.account = account.id AND name.name <> account.primary_name) AS aliases
         FROM account LEFT JOIN credential ON credential.account = account.id "
    };
}

pub(super) async fn credential(
    readers: &SqlitePool,
    account: AccountId,
) -> Result<Option<Credential>, StoreError> {
    let row = query(concat!(credential_columns!(), "WHERE account.id = ?1 AND deleted_at IS NULL"))
        .bind(account.to_sql())
        .fetch_optional(readers)
        .await
        .map_err(statement(format!("read the credential of account {account}")))?;
    row.as_ref().map(read_credential).transpose()
}

pub(super) async fn credentials(
    readers: &SqlitePool,
    after: Option<AccountId>,
    limit: u32,
) -> Result<Vec<Credential>, StoreError> {
    let rows = query(concat!(
        credential_columns!(),
        "WHERE account.id > ?1 AND deleted_at IS NULL ORDER BY account.id LIMIT ?2"
    ))
    .bind(after.map_or(0, SqlId::to_sql))
    .bind(i64::from(limit))
    .fetch_all(readers)
    .await
    .map_err(statement("read credentials"))?;
    rows.iter().map(read_credential).collect()
}

fn read_account(row: &SqliteRow) -> Result<Account, StoreError> {
    let id: AccountId = row.id("id").map_err(statement("read the id of an account"))?;
    let columns = || -> Result<_, sqlx::Error> {
        Ok((
            row.text("primary_name")?,
            row.text("display_name")?,
            row.number("is_gate_only")?,
            row.time("created_at")?,
        ))
    };
    let texts = || -> Result<_, sqlx::Error> {
        let words = (row.text("language")?, row.text("kind")?, row.text("roles")?, row.text("domains")?);
        Ok((words, row.text("member_of")?, row.text("aliases")?))
    };
    let failed = || format!("read account {id}");
    let (primary, display_name, is_gate_only, created) = columns().map_err(statement(failed()))?;
    let ((language, kind, roles, domains), groups, aliases) = texts().map_err(statement(failed()))?;
    let read = || -> Result<Account, RecordError> {
        Ok(Account {
            id,
            primary: AccountName::from_canonical(primary),
            aliases: names_of(&aliases)?,
            display_name,
            language: code("language", &language, Language::from_code)?,
            kind: code("kind of account", &kind, AccountKind::from_code)?,
            roles: roles_of(&roles)?,
            reach: reach_of(&domains)?,
            groups: serde_json::from_str(&groups).map_err(RecordError::Shape)?,
            is_gate_only: is_gate_only == 1,
            created,
        })
    };
    read().map_err(unreadable(format_args!("account {id}")))
}

fn roles_of(json: &str) -> Result<Vec<Role>, RecordError> {
    let codes: Vec<String> = serde_json::from_str(json).map_err(RecordError::Shape)?;
    codes.iter().map(|role| code("role", role, Role::from_code)).collect()
}

/// A list of domains as it is kept; an empty one means all.
pub(super) fn reach_of(json: &str) -> Result<Reach, RecordError> {
    serde_json::from_str(json).map(Reach::from_canonical).map_err(RecordError::Shape)
}

fn read_credential(row: &SqliteRow) -> Result<Credential, StoreError> {
    let account: AccountId = row.id("id").map_err(statement("read the id of an account"))?;
    let columns = || -> Result<_, sqlx::Error> {
        let names = (row.text("primary_name")?, row.text("aliases")?);
        Ok((names, row.text_or_none("password_hash")?, row.number("is_gate_only")? != 0))
    };
    let failed = format!("read the credential of account {account}");
    let ((primary, aliases), password_hash, is_gate_only) = columns().map_err(statement(failed))?;
    let mut names = vec![AccountName::from_canonical(primary)];
    names.extend(names_of(&aliases).map_err(unreadable(format_args!("account {account}")))?);
    Ok(Credential { account, names, password_hash, is_gate_only })
}

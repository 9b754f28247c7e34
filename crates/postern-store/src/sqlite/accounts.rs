//! Writing accounts, their names and passwords. Reading is in `directory.rs`.

use std::collections::{HashMap, HashSet};

use postern_core::account::Account;
use postern_core::fold::fold;
use postern_core::ids::AccountId;
use postern_core::name::AccountName;
use postern_engine::engine::hash_name;
use postern_engine::ports::{Change, CommitError};
use sqlx::{Row, SqliteConnection};

use super::columns::{Columns, SqlId, rows_to_json};
use super::error::{saving, statement};
use crate::record::who::actor_to_text;

/// Creates accounts with their names and passwords: three statements however many there are.
pub(super) async fn create(
    connection: &mut SqliteConnection,
    site_key: &[u8; 32],
    change: &Change,
    accounts: &[&Account],
) -> Result<(), CommitError> {
    insert_accounts(connection, accounts).await?;
    claim_names(connection, site_key, accounts).await?;
    let created: HashSet<AccountId> = accounts.iter().map(|account| account.id).collect();
    let passwords = change.passwords.iter().filter(|(account, _)| created.contains(account));
    let rows: Vec<_> = passwords.map(|(account, hash)| (account.to_sql(), hash)).collect();
    sqlx::query(
        "INSERT INTO credential (account, password_hash, changed_at)
         SELECT value ->> 0, value ->> 1, ?2 FROM json_each(?1)",
    )
    .bind(rows_to_json(&rows))
    .bind(change.at.unix_micros())
    .execute(connection)
    .await
    .map_err(saving("create passwords"))?;
    Ok(())
}

async fn insert_accounts(
    connection: &mut SqliteConnection,
    accounts: &[&Account],
) -> Result<(), CommitError> {
    let rows: Vec<_> = accounts
        .iter()
        .map(|account| {
            (
                account.id.to_sql(),
                account.primary.as_str(),
                &account.display_name,
                account.language.code(),
                account.kind.code(),
                roles_to_json(account),
                rows_to_json(&account.groups),
                rows_to_json(&account.reach.domains()),
                i64::from(account.is_gate_only),
                search_text(names(account).map(AccountName::as_str), &account.display_name),
                account.created.unix_micros(),
            )
        })
        .collect();
    sqlx::query(
        "INSERT INTO account (id, primary_name, display_name, language, kind, roles, member_of,
                              domains, is_gate_only, search_text, created_at)
         SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
                value ->> 7, value ->> 8, value ->> 9, value ->> 10
         FROM json_each(?1)",
    )
    .bind(rows_to_json(&rows))
    .execute(connection)
    .await
    .map_err(saving("create accounts"))?;
    Ok(())
}

/// Takes the names of new accounts; the first that somebody else has is the error.
async fn claim_names(
    connection: &mut SqliteConnection,
    site_key: &[u8; 32],
    accounts: &[&Account],
) -> Result<(), CommitError> {
    let mut owners: HashMap<&AccountName, AccountId> = HashMap::new();
    for account in accounts {
        for name in names(account) {
            if *owners.entry(name).or_insert(account.id) != account.id {
                return Err(CommitError::NameTaken(name.clone()));
            }
        }
    }
    let rows: Vec<_> = owners
        .iter()
        .map(|(name, account)| (name.as_str(), account.to_sql(), hash_name(site_key, name).cast_signed()))
        .collect();
    let json = rows_to_json(&rows);
    let inserted = sqlx::query(
        "INSERT INTO name (name, account, hash)
         SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?1) WHERE true
         ON CONFLICT (name) DO NOTHING",
    )
    .bind(&json)
    .execute(&mut *connection)
    .await
    .map_err(saving("create names"))?;
    if inserted.rows_affected() == rows.len() as u64 {
        return Ok(());
    }
    let taken: String = sqlx::query_scalar(
        "SELECT name.name FROM json_each(?1) AS new JOIN name ON name.name = new.value ->> 0
         WHERE name.account <> new.value ->> 1 LIMIT 1",
    )
    .bind(&json)
    .fetch_one(connection)
    .await
    .map_err(saving("find the name that is taken"))?;
    Err(CommitError::NameTaken(AccountName::from_canonical(taken)))
}

/// Gives an account another primary address.
pub(super) async fn rename(
    connection: &mut SqliteConnection,
    site_key: &[u8; 32],
    account: AccountId,
    to: &AccountName,
) -> Result<(), CommitError> {
    let failed = || format!("rename account {account}");
    sqlx::query(
        "DELETE FROM name
         WHERE name = (SELECT primary_name FROM account WHERE id = ?1 AND deleted_at IS NULL)",
    )
    .bind(account.to_sql())
    .execute(&mut *connection)
    .await
    .map_err(saving(failed()))?;
    let renamed = sqlx::query("UPDATE account SET primary_name = ?2 WHERE id = ?1 AND deleted_at IS NULL")
        .bind(account.to_sql())
        .bind(to.as_str())
        .execute(&mut *connection)
        .await
        .map_err(saving(failed()))?;
    one_account(account, renamed.rows_affected())?;
    claim_name(connection, site_key, account, to).await?;
    refresh_search_text(connection, account).await
}

/// Gives an account a further name.
pub(super) async fn add_alias(
    connection: &mut SqliteConnection,
    site_key: &[u8; 32],
    account: AccountId,
    alias: &AccountName,
) -> Result<(), CommitError> {
    let found: Option<i64> = sqlx::query_scalar("SELECT 1 FROM account WHERE id = ?1 AND deleted_at IS NULL")
        .bind(account.to_sql())
        .fetch_optional(&mut *connection)
        .await
        .map_err(saving(format!("read account {account}")))?;
    one_account(account, u64::from(found.is_some()))?;
    claim_name(connection, site_key, account, alias).await?;
    refresh_search_text(connection, account).await
}

/// Takes a name away; one that is gone already stays gone.
pub(super) async fn remove_alias(
    connection: &mut SqliteConnection,
    account: AccountId,
    alias: &AccountName,
) -> Result<(), CommitError> {
    sqlx::query("DELETE FROM name WHERE name = ?1 AND account = ?2")
        .bind(alias.as_str())
        .bind(account.to_sql())
        .execute(&mut *connection)
        .await
        .map_err(saving(format!("remove an alias of account {account}")))?;
    refresh_search_text(connection, account).await
}

/// Display name, language, kind, roles and groups are these now.
pub(super) async fn change_profile(
    connection: &mut SqliteConnection,
    after: &Account,
) -> Result<(), CommitError> {
    let changed = sqlx::query(
        "UPDATE account SET display_name = ?2, language = ?3, kind = ?4, roles = ?5, member_of = ?6,
             domains = ?7
         WHERE id = ?1 AND deleted_at IS NULL",
    )
    .bind(after.id.to_sql())
    .bind(&after.display_name)
    .bind(after.language.code())
    .bind(after.kind.code())
    .bind(roles_to_json(after))
    .bind(rows_to_json(&after.groups))
    .bind(rows_to_json(&after.reach.domains()))
    .execute(&mut *connection)
    .await
    .map_err(saving(format!("change account {}", after.id)))?;
    one_account(after.id, changed.rows_affected())?;
    refresh_search_text(connection, after.id).await
}

/// Empties the account's row and removes its names and password. What was restricted on it, or said of its sources,
/// ends with it: nobody could end it later.
pub(super) async fn delete(
    connection: &mut SqliteConnection,
    change: &Change,
    account: AccountId,
) -> Result<(), CommitError> {
    let failed = || format!("delete account {account}");
    let deleted = sqlx::query(
        "UPDATE account SET deleted_at = ?2, display_name = '', roles = '[]', domains = '[]', member_of = '[]',
                            search_text = ''
         WHERE id = ?1 AND deleted_at IS NULL",
    )
    .bind(account.to_sql())
    .bind(change.at.unix_micros())
    .execute(&mut *connection)
    .await
    .map_err(saving(failed()))?;
    one_account(account, deleted.rows_affected())?;
    for text in [
        "DELETE FROM name WHERE account = ?1",
        "DELETE FROM credential WHERE account = ?1",
        "DELETE FROM past_password WHERE account = ?1",
        "DELETE FROM app_password WHERE account = ?1",
        "DELETE FROM saved_view WHERE account = ?1",
    ] {
        sqlx::query(text).bind(account.to_sql()).execute(&mut *connection).await.map_err(saving(failed()))?;
    }
    for text in [
        "UPDATE restriction SET ended_at = ?2, ended_by = ?3, ended_note = ?4
         WHERE account = ?1 AND ended_at IS NULL",
        "UPDATE source_entry SET ended_at = ?2, ended_by = ?3, ended_note = ?4
         WHERE account = ?1 AND ended_at IS NULL",
    ] {
        sqlx::query(text)
            .bind(account.to_sql())
            .bind(change.at.unix_micros())
            .bind(actor_to_text(&change.actor))
            .bind(&change.note)
            .execute(&mut *connection)
            .await
            .map_err(saving(failed()))?;
    }
    Ok(())
}

async fn claim_name(
    connection: &mut SqliteConnection,
    site_key: &[u8; 32],
    account: AccountId,
    name: &AccountName,
) -> Result<(), CommitError> {
    let claimed = sqlx::query(
        "INSERT INTO name (name, account, hash) VALUES (?1, ?2, ?3) ON CONFLICT (name) DO NOTHING",
    )
    .bind(name.as_str())
    .bind(account.to_sql())
    .bind(hash_name(site_key, name).cast_signed())
    .execute(connection)
    .await
    .map_err(saving(format!("give account {account} a name")))?;
    if claimed.rows_affected() == 1 { Ok(()) } else { Err(CommitError::NameTaken(name.clone())) }
}

async fn refresh_search_text(
    connection: &mut SqliteConnection,
    account: AccountId,
) -> Result<(), CommitError> {
    let failed = || format!("refresh the search text of account {account}");
    let rows = sqlx::query(
        "SELECT name.name, account.display_name FROM account JOIN name ON name.account = account.id
         WHERE account.id = ?1 ORDER BY name.name <> account.primary_name, name.name",
    )
    .bind(account.to_sql())
    .fetch_all(&mut *connection)
    .await
    .map_err(saving(failed()))?;
    let Some(first) = rows.first() else { return Err(CommitError::NoSuchAccount(account)) };
    let display_name = first.text("display_name").map_err(statement(failed()))?;
    let names: Vec<&str> =
        rows.iter().map(|row| row.try_get("name")).collect::<Result<_, _>>().map_err(statement(failed()))?;
    sqlx::query("UPDATE account SET search_text = ?2 WHERE id = ?1")
        .bind(account.to_sql())
        .bind(search_text(names.iter().copied(), &display_name))
        .execute(connection)
        .await
        .map_err(saving(failed()))?;
    Ok(())
}

/// What a search looks in: one line per name, then the display name, folded.
fn search_text<'a>(names: impl Iterator<Item = &'a str>, display_name: &str) -> String {
    let mut text = String::new();
    for name in names {
        text.push_str(name);
        text.push('\n');
    }
    text.push_str(display_name);
    fold(&text)
}

fn names(account: &Account) -> impl Iterator<Item = &AccountName> {
    std::iter::once(&account.primary).chain(&account.aliases)
}

fn roles_to_json(account: &Account) -> String {
    rows_to_json(&account.roles.iter().map(|role| role.code()).collect::<Vec<_>>())
}

pub(super) const fn one_account(account: AccountId, rows: u64) -> Result<(), CommitError> {
    if rows == 0 { Err(CommitError::NoSuchAccount(account)) } else { Ok(()) }
}

//! `/admin/users/export`: the list of accounts as a file, with the view and the search of the page.

use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::Response;
use postern_core::command::CommandKind;
use postern_engine::queries::{AccountLine, AccountListFilter};

use super::UsersQuery;
use crate::pages::admin::export_proof;
use crate::pages::admin::page_error::PageError;
use crate::pages::admin::session::{Admin, Submitted};
use crate::pages::admin::shell::Place;
use crate::pages::admin::table_file::{Cell, Cells, FileFormat, FileShape, table_file};

/// Accounts that are read at a time.
const ROWS_AT_ONCE: u32 = 500;

const SHAPE: FileShape = FileShape {
    name: "users",
    columns: &[
        "id",
        "address",
        "aliases",
        "display_name",
        "kind",
        "language",
        "roles",
        "role_domains",
        "restrictions",
        "last_sign_in",
        "failed_sign_ins_24h",
        "recipients_24h",
        "recipients_24h_max",
        "created",
    ],
};

/// `GET /admin/users/export`
pub async fn file(
    admin: Admin,
    query: Result<Query<UsersQuery>, QueryRejection>,
) -> Result<Response, PageError> {
    admin.may(CommandKind::Read)?;
    let Query(query) = query.unwrap_or_default();
    if let Some(question) = export_proof::asked(&admin, Place::Users, &query.format) {
        return Ok(question);
    }
    let first = UsersQuery { after: String::new(), ..query.clone() }.filter(admin.reach(), ROWS_AT_ONCE);
    let engine = admin.engine.clone();
    let read = move |filter: AccountListFilter| {
        let engine = engine.clone();
        async move {
            let page = engine.account_list(&filter).await?;
            let order =
                page.lines.last().map_or_else(Default::default, |last| filter.order.behind(&last.account));
            let next = page.next.map(|next| AccountListFilter { after: Some(next), order, ..filter });
            Ok((page.lines.iter().map(cells).collect(), next))
        }
    };
    Ok(table_file(SHAPE, FileFormat::read(&query.format), admin.now, first, read))
}

/// `POST /admin/users/export`
pub async fn confirm(
    query: Result<Query<UsersQuery>, QueryRejection>,
    submitted: Submitted,
) -> Result<Response, PageError> {
    submitted.admin.may(CommandKind::Read)?;
    let Query(query) = query.unwrap_or_default();
    export_proof::answered(&submitted, Place::Users, &query.format).await
}

fn cells(line: &AccountLine) -> Cells {
    let account = &line.account;
    let texts = |codes: Vec<&str>| Cell::Texts(codes.into_iter().map(str::to_owned).collect());
    vec![
        Cell::Text(account.id.to_string()),
        Cell::Text(account.primary.to_string()),
        texts(account.aliases.iter().map(|alias| alias.as_str()).collect()),
        Cell::Text(account.display_name.clone()),
        Cell::Text(account.kind.code().to_owned()),
        Cell::Text(account.language.code().to_owned()),
        texts(account.roles.iter().map(|role| role.code()).collect()),
        Cell::Texts(account.reach.domains().to_vec()),
        texts(line.open.iter().map(|row| row.kind.code()).collect()),
        line.last_sign_in.into(),
        Cell::Number(line.failed_day),
        Cell::Number(line.sent_day),
        Cell::Number(line.sent_max),
        Cell::Time(account.created),
    ]
}

//! `/admin/users/views`: lists that an admin comes back to, each a name and what stands in the address. Everybody has
//! their own.

use askama::Template;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::{Html, IntoResponse, Redirect, Response};
use postern_core::command::CommandKind;
use postern_engine::admin_centre::{SaveViewError, VIEW_NAME_CHARS_MAX, VIEWS_MAX};
use postern_engine::ports::SavedView;
use postern_text::key;

use super::UsersQuery;
use crate::pages::Tell;
use crate::pages::admin::page_error::PageError;
use crate::pages::admin::session::{Admin, Submitted};
use crate::pages::admin::shell::{Place, Shell, root_of};

#[derive(Template)]
#[template(path = "admin/users_views.html")]
struct Page {
    shell: Shell,
    views: Vec<SavedView>,
    /// What would be saved.
    query: UsersQuery,
    back: String,
    name: String,
    problem: Option<String>,
}

/// `GET /admin/users/views`
pub async fn show(
    admin: Admin,
    query: Result<Query<UsersQuery>, QueryRejection>,
) -> Result<Response, PageError> {
    admin.may(CommandKind::Read)?;
    let Query(query) = query.unwrap_or_default();
    page(&admin, query, String::new(), None).await
}

/// `POST /admin/users/views`
pub async fn save(submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    admin.may(CommandKind::Read)?;
    let query = UsersQuery::submitted(&submitted);
    let name = submitted.text("name").to_owned();
    let kept = query.kept().to_string();
    let view = SavedView { name: name.clone(), query: kept.trim_start_matches('?').to_owned() };
    let problem = match admin.engine.save_view(admin.seen.account.id, view).await {
        Ok(()) => return Ok(to(admin, &format!("/users{kept}"))),
        Err(SaveViewError::Name) => admin.words.say(key::VIEWS_NAME_WRONG, &[]),
        Err(SaveViewError::Query) => admin.words.say(key::VIEWS_QUERY_WRONG, &[]),
        Err(SaveViewError::TooMany) => admin.words.say(key::VIEWS_TOO_MANY, &[("count", VIEWS_MAX.into())]),
        Err(SaveViewError::Store(error)) => return Err(PageError::unread(admin)(error)),
    };
    page(admin, query, name, Some(problem)).await
}

/// `POST /admin/users/views/remove`
pub async fn remove(submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    admin.may(CommandKind::Read)?;
    let dropped = admin.engine.drop_view(admin.seen.account.id, submitted.text("name")).await;
    dropped.map_err(PageError::unread(admin))?;
    Ok(to(admin, "/users/views"))
}

fn to(admin: &Admin, path: &str) -> Response {
    let target = format!("{}{}{path}", root_of(&admin.engine), crate::pages::admin::PREFIX);
    Redirect::to(&target).into_response()
}

async fn page(
    admin: &Admin,
    query: UsersQuery,
    name: String,
    problem: Option<String>,
) -> Result<Response, PageError> {
    let views = admin.engine.saved_views(admin.seen.account.id).await.map_err(PageError::unread(admin))?;
    let shell = Shell::new(admin, Some(Place::Users), admin.words.t(key::VIEWS_TITLE));
    let page = Page { back: query.kept().to_string(), shell, views, query, name, problem };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

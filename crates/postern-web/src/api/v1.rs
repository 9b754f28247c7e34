//! `/api/v1`: one file per subject, each with its bodies and its handlers. Bodies are plain structs that both
//! sides use; words in them are codes that are never translated, except the `title` and `detail` of a
//! problem.

pub mod accounts;
pub mod admins;
pub mod admissions;
pub mod alternates;
pub mod app_passwords;
pub mod asker;
pub mod audit;
pub mod body;
pub mod bulk;
pub mod commands;
pub mod connections;
pub mod contacts;
pub mod containment;
pub mod cursor;
pub mod diagnosis;
pub mod error;
pub mod factors;
pub mod health;
pub mod help_requests;
pub mod import;
pub mod incidents;
mod keyed;
pub mod openapi;
pub mod policies;
pub mod policy_trials;
mod program;
pub mod queue;
pub mod reports;
pub mod restrictions;
pub mod routes;
pub mod rules;
pub mod scoped_policies;
pub mod sending_state;
pub mod series;
pub mod sessions;
pub mod settings;
pub mod sign_in;
pub mod sign_in_state;
pub mod sign_ins;
pub mod sources;
pub mod suspicion;
mod tagged;
pub mod time;
pub mod tokens;
pub mod unblock_checks;
pub mod views;
pub mod why;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use postern_engine::Engine;

use self::error::{ApiError, ErrorCode};
use crate::public::PublicState;
use crate::to_its_end::to_its_end;

/// Where this version lives.
pub const PREFIX: &str = "/api/v1";
/// Largest request body, bytes: an import of [`import::IMPORT_ACCOUNTS_MAX`] accounts of 4 KiB each.
pub const BODY_BYTES_MAX: usize = 4 * 1024 * 1024;
/// Rows of a page when the request does not say.
pub const PAGE_ROWS_DEFAULT: u32 = 100;
/// Most rows of one page.
pub const PAGE_ROWS_MAX: u32 = 500;

/// What every handler holds.
pub type EngineState = Arc<Engine>;

/// What the control socket serves: everything but the sign-in door for applications, for whoever has root.
pub fn router(engine: EngineState) -> Router {
    let routes = admin(&engine).merge(routes::open_routes()).with_state(engine);
    Router::new()
        .nest(PREFIX, routes.fallback(no_such_route).method_not_allowed_fallback(no_such_method))
        .fallback(no_such_route)
        .layer(axum::middleware::from_fn(to_its_end))
        .layer(axum::middleware::from_fn(error::finish))
}

/// What the public listener serves below [`PREFIX`]: the sign-in door for applications, and everything else for programs
/// whose token has a role.
pub(crate) fn public(state: &PublicState) -> Router<PublicState> {
    let engine = state.engine.clone();
    let admitted = || axum::middleware::from_fn_with_state(state.clone(), program::admitted);
    let acting = admin(&engine).layer(admitted());
    let nothing: Router<EngineState> = Router::new().fallback(no_such_route).layer(admitted());
    acting
        .merge(routes::open_routes())
        .merge(routes::sign_in_routes().method_not_allowed_fallback(no_such_method))
        .fallback_service(nothing.with_state(engine.clone()))
        .with_state(engine)
}

/// The routes for admins on either listener: what may be sent twice, and how large it may be.
fn admin(engine: &EngineState) -> Router<EngineState> {
    routes::admin_routes()
        .method_not_allowed_fallback(no_such_method)
        .layer(axum::middleware::from_fn(tagged::not_modified))
        .layer(axum::middleware::from_fn_with_state(engine.clone(), keyed::once))
        .layer(axum::middleware::from_fn_with_state(engine.clone(), asker::only_within_reach))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
}

async fn no_such_route() -> ApiError {
    ApiError::new(ErrorCode::NoSuchRoute)
}

async fn no_such_method() -> ApiError {
    ApiError::new(ErrorCode::MethodNotAllowed)
}

/// The rows of a page: what was asked for, within the limits.
pub(crate) fn page_rows(asked: Option<u32>) -> Result<u32, ApiError> {
    match asked {
        None => Ok(PAGE_ROWS_DEFAULT),
        Some(rows @ 1..=PAGE_ROWS_MAX) => Ok(rows),
        Some(_) => {
            Err(ApiError::bad_request(format!("limit is a number from 1 to {PAGE_ROWS_MAX}"))
                .in_query("limit"))
        }
    }
}

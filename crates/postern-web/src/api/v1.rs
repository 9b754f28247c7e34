//! `/api/v1`: one file per subject, each with its bodies and its handlers. Bodies are plain structs that both
//! sides use; words in them are codes that are never translated, except the `title` and `detail` of a
//! problem.

pub mod accounts;
pub mod admins;
pub mod admissions;
pub mod asker;
pub mod audit;
pub mod body;
pub mod commands;
pub mod connections;
pub mod contacts;
pub mod error;
pub mod factors;
pub mod health;
pub mod import;
pub mod policies;
pub mod queue;
pub mod reports;
pub mod restrictions;
pub mod scoped_policies;
pub mod sending_state;
pub mod sign_in;
pub mod sign_in_state;
pub mod sign_ins;
pub mod sources;
pub mod suspicion;
pub mod time;
pub mod tokens;
pub mod why;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{delete, get, patch, post, put};
use postern_engine::Engine;

use self::error::{ApiError, ErrorCode};
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

/// Every route of this version.
pub fn router(engine: EngineState) -> Router {
    let routes = Router::new()
        .route("/health", get(health::show))
        .route("/accounts", get(accounts::list).post(accounts::create))
        .route("/accounts/find", get(accounts::find))
        .route("/accounts/import", post(import::run))
        .route("/accounts/{id}", get(accounts::show).patch(accounts::change).delete(accounts::remove))
        .route("/accounts/{id}/rename", post(accounts::rename))
        .route("/accounts/{id}/aliases", post(accounts::add_alias))
        .route("/accounts/{id}/aliases/{alias}", delete(accounts::remove_alias))
        .route("/accounts/{id}/password", put(accounts::set_password))
        .route("/accounts/{id}/why", get(why::show))
        .route("/accounts/{id}/policy", get(scoped_policies::explain))
        .route("/accounts/{id}/sign-in", get(sign_in_state::show))
        .route("/accounts/{id}/sign-ins", get(sign_ins::list))
        .route("/accounts/{id}/unblock", post(commands::unblock))
        .route("/accounts/{id}/restrict", post(commands::restrict))
        .route("/accounts/{id}/accept", post(commands::accept))
        .route("/accounts/{id}/dismiss", post(commands::dismiss))
        .route("/accounts/{id}/sending", get(sending_state::show))
        .route("/accounts/{id}/queue", get(queue::show))
        .route("/accounts/{id}/queue/hold", post(queue::hold))
        .route("/accounts/{id}/queue/release", post(queue::release))
        .route("/accounts/{id}/queue/delete", post(queue::delete))
        .route("/accounts/{id}/unlock", post(commands::unlock))
        .route("/accounts/{id}/block", post(commands::block))
        .route("/accounts/{id}/allow", post(commands::allow))
        .route("/accounts/{id}/admit", post(admissions::admit))
        .route("/accounts/{id}/devices", get(admissions::devices))
        .route("/accounts/{id}/devices/{device}/forget", post(admissions::forget))
        .route("/accounts/{id}/invite", post(admins::invite))
        .route("/accounts/{id}/enter", post(admins::enter))
        .route("/accounts/{id}/end-sessions", post(admins::end_sessions))
        .route("/accounts/{id}/factors", get(factors::factors))
        .route("/accounts/{id}/passkeys/{passkey}/remove", post(factors::remove_passkey))
        .route("/admin-sessions", get(admins::sessions))
        .route("/tokens", get(tokens::list).post(tokens::add))
        .route("/tokens/{id}/revoke", post(tokens::revoke))
        .route("/accounts/{id}/attempt", get(sources::attempt))
        .route("/sources", get(sources::list))
        .route("/sources/show", get(sources::show))
        .route("/sources/block", post(sources::block))
        .route("/sources/unblock", post(sources::unblock))
        .route("/sources/allow", post(sources::allow))
        .route("/sources/disallow", post(sources::disallow))
        .route("/sources/share", post(sources::share))
        .route("/sources/unshare", post(sources::unshare))
        .route("/sources/pin", post(sources::pin))
        .route("/sources/unpin", post(sources::unpin))
        .route("/restrictions", get(restrictions::list))
        .route("/restrictions/{id}", get(restrictions::show))
        .route("/reports", post(reports::tell))
        .route("/contacts", post(contacts::learn))
        .route("/audit", get(audit::list))
        .route("/policies", get(policies::show))
        .route("/policies", patch(policies::set))
        .route("/policies/scoped", get(scoped_policies::list))
        .route("/policies/scoped/{name}", put(scoped_policies::put).delete(scoped_policies::remove))
        .route("/policies/presets", get(policies::presets))
        .route("/policies/presets/{name}", get(policies::preset).post(policies::apply_preset))
        .method_not_allowed_fallback(async || ApiError::new(ErrorCode::MethodNotAllowed))
        .fallback(async || ApiError::new(ErrorCode::NoSuchRoute))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .with_state(engine);
    Router::new()
        .nest(PREFIX, routes)
        .fallback(async || ApiError::new(ErrorCode::NoSuchRoute))
        .layer(axum::middleware::from_fn(to_its_end))
        .layer(axum::middleware::from_fn(error::finish))
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

//! The listener for applications and for the owner in a new place: HTTP behind the site's own reverse proxy, which
//! speaks TLS. Everything else (accounts, policies, audit) is only on the control socket.
//!
//! Nothing is built from `Host` or from a `Forwarded` header: links come from the configuration's `public_url`
//! (reliability K5), and the client's address from [`client_address`].

pub mod client_address;
mod listener;
mod shield;
pub mod tls;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use postern_core::address::ClientNetwork;
use postern_engine::Engine;

pub use listener::{BindError, Limits, Listener, serve_public};

use crate::api::v1::error::{self, ApiError, ErrorCode};
use crate::api::v1::{PREFIX, sign_in};
use crate::pages;
use crate::to_its_end::to_its_end;

/// Largest request body, bytes: a login, a password of 1 KiB and a description of the client (signin reference, d).
pub const BODY_BYTES_MAX: usize = 16 * 1024;

/// What every handler of the public listener holds.
#[derive(Clone)]
pub struct PublicState {
    /// The engine.
    pub engine: Arc<Engine>,
    /// Networks whose word about a client's address is taken.
    pub trusted_proxies: Arc<[ClientNetwork]>,
    /// Networks from which the admin centre can be reached; `None` for all.
    pub admin_from: Option<Arc<[ClientNetwork]>>,
}

/// Every route of the public listener.
pub fn router(state: PublicState, limits: Limits) -> Router {
    let api = Router::new()
        .route("/sign-in/authenticate", post(sign_in::authenticate))
        .route("/sign-in/ask", post(sign_in::ask))
        .route("/sign-in/report", post(sign_in::report))
        .method_not_allowed_fallback(async || ApiError::new(ErrorCode::MethodNotAllowed))
        .fallback(async || ApiError::new(ErrorCode::NoSuchRoute));
    Router::new()
        .nest(PREFIX, api)
        .nest(pages::admin::PREFIX, pages::admin::router(&state))
        .route("/admin/", get(pages::admin::without_slash))
        .route("/in/{link}", get(pages::new_place::show).post(pages::new_place::open))
        .route(pages::STYLE_PATH, get(pages::style))
        .route(pages::KEYS_PATH, get(pages::keys))
        .route(pages::PASSKEY_PATH, get(pages::passkey))
        .route(pages::ICON_PATH, get(pages::icon))
        .method_not_allowed_fallback(async || ApiError::new(ErrorCode::MethodNotAllowed))
        .fallback(async || ApiError::new(ErrorCode::NoSuchRoute))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .with_state(state)
        .layer(axum::middleware::from_fn(to_its_end))
        .layer(axum::middleware::from_fn(move |request, next| shield::in_time(limits.request, request, next)))
        .layer(axum::middleware::from_fn(error::finish))
        .layer(axum::middleware::from_fn(shield::headers))
}

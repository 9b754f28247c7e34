//! The listener for people and programs: the admin centre, the API, the sign-in door for applications, and the owner in a
//! new place. HTTP behind the site's own reverse proxy, which speaks TLS, or HTTPS itself.
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
use axum::routing::get;
use postern_core::address::ClientNetwork;
use postern_engine::Engine;
use postern_text::gate::PASSWORD_PAGE;

pub use listener::{BindError, Limits, Listener, serve_public};

use crate::api::v1::error::{self, ApiError, ErrorCode};
use crate::api::v1::{self, PREFIX};
use crate::pages;
use crate::public::client_address::Client;
use crate::to_its_end::to_its_end;

/// Largest request body, bytes, but for the API with a token: a login, a password of 1 KiB and a description of the client (signin reference, d).
pub const BODY_BYTES_MAX: usize = 16 * 1024;

/// What every handler of the public listener holds.
#[derive(Clone)]
pub struct PublicState {
    /// The engine.
    pub engine: Arc<Engine>,
    /// Networks whose word about a client's address is taken.
    pub trusted_proxies: Arc<[ClientNetwork]>,
    /// Networks from which the admin centre and the API for admins can be reached; `None` for all.
    pub admin_from: Option<Arc<[ClientNetwork]>>,
}

impl PublicState {
    /// Whether admins and their programs may come from there; nowhere else is there anything for them.
    pub(crate) fn is_near(&self, client: Option<&Client>) -> bool {
        let Some(networks) = &self.admin_from else { return true };
        client.is_some_and(|Client(address)| networks.iter().any(|network| network.holds(*address)))
    }
}

/// Every route of the public listener.
pub fn router(state: PublicState, limits: Limits) -> Router {
    Router::new()
        .nest(PREFIX, v1::public(&state))
        .nest(pages::admin::PREFIX, pages::admin::router(&state))
        .route("/admin/", get(pages::admin::without_slash))
        .route("/in/{link}", get(pages::new_place::show).post(pages::new_place::open))
        .route(
            "/confirm-address/{link}",
            get(pages::mailed_link::show_confirm).post(pages::mailed_link::confirm),
        )
        .route(
            "/set-password/{link}",
            get(pages::mailed_link::show_password).post(pages::mailed_link::set_password),
        )
        .route("/not-me/{link}", get(pages::mailed_link::show_not_me).post(pages::mailed_link::not_me))
        .route(PASSWORD_PAGE, get(pages::password::show).post(pages::password::set))
        .route(pages::start::PATH, get(pages::start::show))
        .route(pages::start::WHY_PATH, get(pages::start::why))
        .route("/why/{code}", get(pages::start::why_of))
        .route(pages::recovery::PATH, get(pages::recovery::show).post(pages::recovery::step))
        .route(pages::my::PATH, get(pages::my::show).post(pages::my::step))
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

//! The admin centre: pages under `/admin` for whoever holds a role.
//!
//! **Map.** [`entry`]: signing in, invitations, signing out; [`factors`]: what an admin signs in with. [`session`]: who asks, as extractors: a page takes
//! [`session::Admin`], a form takes [`session::Submitted`], which has checked where the form was and its token.
//! [`shell`]: the frame around every page. [`page_error`]: what goes wrong, as a page. [`times`] and [`receipts`]:
//! how pages write times and what was done, [`question`] the part of a form that every action has, [`confirm`] of it what proves who somebody is, [`accounts`] whom an
//! address means, [`doors`] the emblem of an account's state, [`query_text`] the links of a list, [`table_file`] lists as
//! files, and [`export_proof`] what is asked before one of them goes out. Each further file is one page or one panel.
//!
//! **How a page is written.** Translate what the address says, ask the engine once, put the answer into a struct whose
//! template stands in `templates/admin/`. Structure is in the template, words are postern-text's, looks are in
//! `static/postern.css`. `GET` changes nothing. An action is a form with an address of its own, answered with a page
//! (a receipt, or the form again with what is wrong); it goes through `Engine::execute` with the admin as actor, so
//! the access matrix of core is asked, as for the command line. A new route is a line of [`ROUTES`]; a test asks every one
//! of them as every role.

pub mod accounts;
pub mod addresses;
pub mod admins;
pub mod app_passwords;
pub mod audit;
pub mod audit_words;
pub mod confirm;
pub mod connections;
pub mod contain;
pub mod done;
pub mod doors;
pub mod entry;
pub mod export_proof;
pub mod factors;
pub mod help;
pub mod incidents;
pub mod keys;
pub mod locks;
pub mod mail_rules;
pub mod next_step;
pub mod open_sessions;
pub mod overview;
pub mod page_error;
pub mod policies;
pub mod protocols;
pub mod query_text;
pub mod question;
pub mod queue;
pub mod receipts;
pub mod requests;
pub mod reset_password;
pub mod restricted;
pub mod session;
pub mod sessions;
pub mod settings;
pub mod sheet;
pub mod shell;
pub mod sign_in_status;
pub mod sources;
pub mod table_file;
pub mod times;
pub mod tokens;
pub mod unblock;
pub mod unlock;
pub mod user;
pub mod users;

use axum::Router;
use axum::extract::Request;
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use postern_core::account::Language;
use postern_core::command::CommandKind;

use crate::api::v1::error::{ApiError, ErrorCode};
use crate::public::PublicState;
use crate::public::client_address::Client;

/// Where the admin centre is, below the site's address.
pub const PREFIX: &str = "/admin";

/// Who may come to a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everybody: the door itself.
    Everybody,
    /// Whoever has a session.
    Session,
    /// Whoever has a session and a role that allows this.
    Needs(CommandKind),
}

/// Makes the router and the table of its routes from one list, so that no route is without a row.
macro_rules! routes {
    ($($method:ident $path:literal $handler:path, $access:expr;)+) => {
        /// Every route: its method, its path below the prefix, and who may come to it.
        pub const ROUTES: &[(&str, &str, Access)] = &[$((stringify!($method), $path, $access),)+];

        fn routed() -> Router<PublicState> {
            Router::new()$(.route($path, axum::routing::$method($handler)))+
        }
    };
}

use Access::{Everybody, Needs, Session};

routes! {
    get "/sign-in" entry::ask, Everybody;
    post "/sign-in" entry::sign_in, Everybody;
    get "/sign-in/passkey" entry::ask, Everybody;
    post "/sign-in/passkey" entry::passkey::ask, Everybody;
    get "/sign-in/passkey/answer" entry::ask, Everybody;
    post "/sign-in/passkey/answer" entry::passkey::answer, Everybody;
    get "/begin/{link}" entry::begin::begin, Everybody;
    post "/begin/{link}" entry::begin::accept, Everybody;
    get "/begin/{link}/passkey" entry::begin::begin, Everybody;
    post "/begin/{link}/passkey" entry::passkey::accept, Everybody;
    post "/sign-out" entry::sign_out, Session;
    get "/sessions" sessions::list, Session;
    post "/sessions/{id}/end" sessions::end, Session;
    get "/factors" factors::list, Session;
    get "/factors/add" factors::ask_name, Session;
    post "/factors/add" factors::ask_browser, Session;
    get "/factors/added" factors::ask_name, Session;
    post "/factors/added" factors::add, Session;
    get "/factors/codes" factors::ask_codes, Session;
    post "/factors/codes" factors::renew_codes, Session;
    get "/factors/{id}/remove" factors::ask_remove, Session;
    post "/factors/{id}/remove" factors::remove, Session;
    get "/keys" keys::show, Session;
    post "/keys" keys::switch, Session;
    get "/" overview::show, Needs(CommandKind::Read);
    get "/help" help::show, Needs(CommandKind::Read);
    get "/users" users::list, Needs(CommandKind::Read);
    get "/users/export" users::export::file, Needs(CommandKind::Read);
    post "/users/export" users::export::confirm, Needs(CommandKind::Read);
    post "/users/columns" users::columns::choose, Needs(CommandKind::Read);
    get "/users/views" users::views::show, Needs(CommandKind::Read);
    post "/users/views" users::views::save, Needs(CommandKind::Read);
    post "/users/views/remove" users::views::remove, Needs(CommandKind::Read);
    get "/users/bulk" users::bulk::back, Session;
    post "/users/bulk" users::bulk::ask, Needs(CommandKind::UnlockSignIn);
    get "/users/bulk/do" users::bulk::back, Session;
    post "/users/bulk/do" users::bulk::act, Needs(CommandKind::UnlockSignIn);
    get "/requests" requests::list, Needs(CommandKind::Read);
    get "/requests/{id}" requests::ask, Needs(CommandKind::AnswerHelp);
    post "/requests/{id}" requests::act, Needs(CommandKind::AnswerHelp);
    get "/restricted" restricted::list, Needs(CommandKind::Read);
    get "/incidents" incidents::list, Needs(CommandKind::Read);
    get "/incidents/{id}" incidents::show, Needs(CommandKind::Read);
    get "/incidents/{id}/assign" incidents::deed::ask_assign, Needs(CommandKind::Contain);
    post "/incidents/{id}/assign" incidents::deed::assign, Needs(CommandKind::Contain);
    get "/incidents/{id}/close" incidents::deed::ask_close, Needs(CommandKind::Contain);
    post "/incidents/{id}/close" incidents::deed::close, Needs(CommandKind::Contain);
    get "/incidents/{id}/undo" incidents::deed::ask_undo, Needs(CommandKind::Contain);
    post "/incidents/{id}/undo" incidents::deed::undo, Needs(CommandKind::Contain);
    get "/incidents/{id}/reopen" incidents::deed::ask_reopen, Needs(CommandKind::Contain);
    post "/incidents/{id}/reopen" incidents::deed::reopen, Needs(CommandKind::Contain);
    get "/locks" locks::list, Needs(CommandKind::Read);
    get "/sources" sources::list, Needs(CommandKind::ReadSite);
    get "/sources/block" sources::form::ask_block, Needs(CommandKind::BlockSource);
    post "/sources/block" sources::form::block, Needs(CommandKind::BlockSource);
    get "/sources/allow" sources::form::ask_allow, Needs(CommandKind::AllowSource);
    post "/sources/allow" sources::form::allow, Needs(CommandKind::AllowSource);
    get "/sources/share" sources::form::ask_share, Needs(CommandKind::AllowSource);
    post "/sources/share" sources::form::share, Needs(CommandKind::AllowSource);
    get "/sources/pin" sources::form::ask_pin, Needs(CommandKind::AllowSource);
    post "/sources/pin" sources::form::pin, Needs(CommandKind::AllowSource);
    get "/sources/blocks/{id}/end" sources::end::ask_block, Needs(CommandKind::BlockSource);
    post "/sources/blocks/{id}/end" sources::end::end_block, Needs(CommandKind::BlockSource);
    get "/sources/entries/{id}/end" sources::end::ask_entry, Needs(CommandKind::AllowSource);
    post "/sources/entries/{id}/end" sources::end::end_entry, Needs(CommandKind::AllowSource);
    get "/audit" audit::list, Needs(CommandKind::ReadAudit);
    get "/audit/export" audit::export::file, Needs(CommandKind::ReadAudit);
    post "/audit/export" audit::export::confirm, Needs(CommandKind::ReadAudit);
    get "/policies" policies::list, Needs(CommandKind::ReadSite);
    get "/policies/edit/{group}" policies::form::ask, Needs(CommandKind::ChangePolicy);
    get "/policies/preview" policies::preview::show, Needs(CommandKind::ChangePolicy);
    post "/policies/preview" policies::preview::apply, Needs(CommandKind::ChangePolicy);
    get "/policies/scoped" policies::scoped::list, Needs(CommandKind::ReadSite);
    get "/policies/scoped/new" policies::scoped::form::new, Needs(CommandKind::ChangePolicy);
    post "/policies/scoped/new" policies::scoped::form::again, Needs(CommandKind::ChangePolicy);
    get "/policies/scoped/preview" policies::scoped::back, Session;
    post "/policies/scoped/preview" policies::scoped::preview::show, Needs(CommandKind::ChangePolicy);
    get "/policies/scoped/apply" policies::scoped::back, Session;
    post "/policies/scoped/apply" policies::scoped::preview::apply, Needs(CommandKind::ChangePolicy);
    get "/policies/scoped/of/{id}" policies::scoped::one, Needs(CommandKind::ReadSite);
    get "/policies/scoped/of/{id}/edit" policies::scoped::form::edit, Needs(CommandKind::ChangePolicy);
    get "/policies/scoped/of/{id}/remove" policies::scoped::remove::ask, Needs(CommandKind::ChangePolicy);
    post "/policies/scoped/of/{id}/remove" policies::scoped::remove::act, Needs(CommandKind::ChangePolicy);
    get "/users/{id}/mailing" policies::scoped::mailing::ask, Needs(CommandKind::ChangePolicy);
    post "/users/{id}/mailing" policies::scoped::mailing::act, Needs(CommandKind::ChangePolicy);
    get "/connections" connections::show, Needs(CommandKind::ReadSite);
    get "/settings" settings::show, Needs(CommandKind::ReadSite);
    get "/admins" admins::list, Needs(CommandKind::ReadSite);
    get "/users/{id}" user::show, Needs(CommandKind::Read);
    get "/users/{id}/unblock" unblock::ask, Needs(CommandKind::UnblockSending);
    post "/users/{id}/unblock" unblock::act, Needs(CommandKind::UnblockSending);
    get "/users/{id}/unlock" unlock::ask, Needs(CommandKind::UnlockSignIn);
    post "/users/{id}/unlock" unlock::act, Needs(CommandKind::UnlockSignIn);
    get "/users/{id}/reset-password" reset_password::ask, Needs(CommandKind::SetPassword);
    post "/users/{id}/reset-password" reset_password::act, Needs(CommandKind::SetPassword);
    get "/users/{id}/sign-in-status" sign_in_status::ask, Needs(CommandKind::BlockSignIn);
    post "/users/{id}/sign-in-status" sign_in_status::act, Needs(CommandKind::BlockSignIn);
    get "/users/{id}/addresses" addresses::show, Needs(CommandKind::Read);
    post "/users/{id}/addresses" addresses::act, Needs(CommandKind::ChangeAlternates);
    get "/users/{id}/protocols" protocols::ask, Needs(CommandKind::BlockSignIn);
    post "/users/{id}/protocols" protocols::act, Needs(CommandKind::BlockSignIn);
    get "/users/{id}/contain" contain::ask, Needs(CommandKind::Contain);
    post "/users/{id}/contain" contain::act, Needs(CommandKind::Contain);
    get "/users/{id}/rules" mail_rules::show, Needs(CommandKind::Read);
    get "/users/{id}/sessions" open_sessions::show, Needs(CommandKind::Read);
    post "/users/{id}/sessions" open_sessions::end, Needs(CommandKind::EndSessions);
    get "/users/{id}/app-passwords" app_passwords::list, Needs(CommandKind::Read);
    post "/users/{id}/app-passwords" app_passwords::add, Needs(CommandKind::AddAppPassword);
    get "/users/{id}/app-passwords/{which}/revoke" app_passwords::ask_revoke, Needs(CommandKind::RevokeAppPassword);
    post "/users/{id}/app-passwords/{which}/revoke" app_passwords::revoke, Needs(CommandKind::RevokeAppPassword);
    get "/users/{id}/queue" queue::show, Needs(CommandKind::Read);
    get "/users/{id}/queue/preview" queue::back, Session;
    post "/users/{id}/queue/preview" queue::ask, Needs(CommandKind::HoldMail);
    get "/users/{id}/queue/do" queue::back, Session;
    post "/users/{id}/queue/do" queue::act, Needs(CommandKind::HoldMail);
    get "/users/{id}/roles" admins::ask_roles, Needs(CommandKind::ChangeRoles);
    post "/users/{id}/roles" admins::change_roles, Needs(CommandKind::ChangeRoles);
    get "/users/{id}/invite" admins::ask_invite, Needs(CommandKind::ManageAdmins);
    post "/users/{id}/invite" admins::invite, Needs(CommandKind::ManageAdmins);
    get "/users/{id}/end-sessions" admins::ask_end, Needs(CommandKind::ManageAdmins);
    post "/users/{id}/end-sessions" admins::end, Needs(CommandKind::ManageAdmins);
    get "/tokens" tokens::list, Needs(CommandKind::ManageTokens);
    post "/tokens" tokens::add, Needs(CommandKind::ManageTokens);
    get "/tokens/{id}/revoke" tokens::ask_revoke, Needs(CommandKind::ManageTokens);
    post "/tokens/{id}/revoke" tokens::revoke, Needs(CommandKind::ManageTokens);
}

/// The admin centre, without its prefix.
pub fn router(state: &PublicState) -> Router<PublicState> {
    routed()
        .fallback(page_error::nothing_here)
        .method_not_allowed_fallback(page_error::nothing_here)
        .layer(axum::middleware::from_fn_with_state(state.clone(), chosen_language))
        .layer(axum::middleware::from_fn_with_state(state.clone(), only_from_there))
}

/// For whoever comes from elsewhere than the site said there is nothing here, whatever the path.
async fn only_from_there(
    axum::extract::State(state): axum::extract::State<PublicState>,
    client: Result<Client, ApiError>,
    request: Request,
    next: Next,
) -> Response {
    if state.is_near(client.as_ref().ok()) {
        next.run(request).await
    } else {
        ApiError::new(ErrorCode::NoSuchRoute).into_response()
    }
}

/// `GET /admin/`: a person types it so.
pub async fn without_slash(
    axum::extract::State(state): axum::extract::State<PublicState>,
) -> axum::response::Redirect {
    axum::response::Redirect::to(&format!("{}{PREFIX}", shell::root_of(&state.engine)))
}

/// `?lang=` on any page: the choice is kept by a cookie, and the page is shown again without it.
async fn chosen_language(
    axum::extract::State(state): axum::extract::State<PublicState>,
    request: Request,
    next: Next,
) -> Response {
    let query = request.uri().query().unwrap_or("");
    let chosen = query.split('&').find_map(|pair| pair.strip_prefix("lang="));
    let Some(language) = chosen.and_then(Language::from_code) else { return next.run(request).await };
    if *request.method() != Method::GET {
        return next.run(request).await;
    }
    let rest: Vec<&str> = query.split('&').filter(|pair| !pair.starts_with("lang=")).collect();
    let mut target =
        format!("{}{}{}", shell::root_of(&state.engine), PREFIX, request.uri().path().trim_end_matches('/'));
    if !rest.is_empty() {
        target.push('?');
        target.push_str(&rest.join("&"));
    }
    let cookie = session::language_cookie(&state.engine, language);
    let mut response = StatusCode::SEE_OTHER.into_response();
    for (name, value) in [(LOCATION, target), (SET_COOKIE, cookie)] {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

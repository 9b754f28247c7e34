//! Every route of `/api/v1` in one table: method, path, handler, who may ask, and what the document says of it. The
//! router, the OpenAPI document and the matrix of the tests are made of it, so that no route is without a row.

use axum::Router;
use postern_core::command::CommandKind;
use postern_core::token::Scope;

use super::openapi::{Described, describe};
use super::{
    EngineState, accounts, admins, admissions, alternates, app_passwords, audit, bulk, commands, contacts,
    containment, diagnosis, error, factors, health, help_requests, import, incidents, openapi, policies,
    policy_trials, queue, reports, restrictions, rules, scoped_policies, sending_state, series, sessions,
    settings, sign_in, sign_in_state, sign_ins, sources, tokens, unblock_checks, views, why,
};

/// Who may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everybody: it says nothing of the site.
    Everybody,
    /// A program whose token has this scope, and nobody else.
    Program(Scope),
    /// Somebody with root, or whose role allows this.
    Needs(CommandKind),
    /// Somebody with root alone: the engine refuses everybody else.
    Root,
}

/// One route.
pub struct Route {
    /// `get`, `post`, `put`, `patch` or `delete`.
    pub method: &'static str,
    /// Below the prefix.
    pub path: &'static str,
    /// Who may ask.
    pub access: Access,
    /// The part of the document in which it stands.
    pub tag: &'static str,
    /// The handler's name, which is the operation's in the document.
    pub handler: &'static str,
    /// What it does.
    pub summary: &'static str,
    /// What its handler takes and answers.
    pub(super) described: fn(&mut Described),
}

macro_rules! routes {
    ($($table:ident $routed:ident: $($tag:literal { $($method:ident $path:literal $handler:path, $access:expr, $summary:literal;)+ })+)+) => {
        $(
            /// A table of routes.
            pub const $table: &[Route] = &[$($(Route {
                method: stringify!($method),
                path: $path,
                access: $access,
                tag: $tag,
                handler: stringify!($handler),
                summary: $summary,
                described: |described| describe(described, &$handler),
            },)+)+];

            pub(crate) fn $routed() -> Router<EngineState> {
                Router::new()$($(.route($path, axum::routing::$method($handler)))+)+
            }
        )+
    };
}

use Access::{Everybody, Needs, Program, Root};

routes! {
    ADMIN_ROUTES admin_routes:
    "server" {
        get "/health" health::show, Needs(CommandKind::ReadSite), "How the server is, gate by gate";
        get "/series" series::site, Needs(CommandKind::ReadSite), "The last 24 hours in numbers: what the picture of the overview shows";
        get "/settings" settings::show, Needs(CommandKind::ReadSite), "What the running server was configured with, without anything secret";
    }
    "accounts" {
        get "/accounts" accounts::list, Needs(CommandKind::Read), "A page of the accounts, by address";
        post "/accounts" accounts::create, Needs(CommandKind::Create), "Make an account";
        get "/accounts/find" accounts::find, Needs(CommandKind::Read), "What a person may mean by a text: an exact name or id gives one";
        post "/accounts/import" import::run, Needs(CommandKind::Create), "Make many accounts, each or not by itself";
        get "/accounts/{id}" accounts::show, Needs(CommandKind::Read), "An account";
        patch "/accounts/{id}" accounts::change, Needs(CommandKind::ChangeAccount), "Change what is known of an account; roles are a global admin's to change";
        delete "/accounts/{id}" accounts::remove, Needs(CommandKind::Delete), "Delete an account";
        post "/accounts/{id}/rename" accounts::rename, Needs(CommandKind::ChangeAccount), "Give an account another primary address";
        post "/accounts/{id}/aliases" accounts::add_alias, Needs(CommandKind::ChangeAccount), "Give an account a further name";
        delete "/accounts/{id}/aliases/{alias}" accounts::remove_alias, Needs(CommandKind::ChangeAccount), "Take a name from an account";
        put "/accounts/{id}/password" accounts::set_password, Needs(CommandKind::SetPassword), "Set a password";
        post "/accounts/{id}/password-resets" accounts::reset_password, Needs(CommandKind::SetPassword), "Reset a password: a generated one is shown this once, or a link is mailed";
        get "/accounts/{id}/app-passwords" app_passwords::list, Needs(CommandKind::Read), "An account's app passwords, without their texts";
        post "/accounts/{id}/app-passwords" app_passwords::add, Needs(CommandKind::AddAppPassword), "Make an app password; its text is shown this once";
        post "/accounts/{id}/app-passwords/revoke" app_passwords::revoke_all, Needs(CommandKind::RevokeAppPassword), "Revoke every app password of an account";
        post "/accounts/{id}/app-passwords/{app_password}/revoke" app_passwords::revoke, Needs(CommandKind::RevokeAppPassword), "Revoke an app password";
        get "/accounts/{id}/alternates" alternates::list, Needs(CommandKind::Read), "Where the owner can be reached beside the mailbox";
        post "/accounts/{id}/alternates" alternates::add, Needs(CommandKind::ChangeAlternates), "Add an alternate address; a mail with a link goes there, and its owner has to confirm it";
        post "/accounts/{id}/alternates/{alternate}/mail" alternates::mail, Needs(CommandKind::ChangeAlternates), "Mail the link that confirms an alternate address once more";
        post "/accounts/{id}/alternates/{alternate}/remove" alternates::remove, Needs(CommandKind::ChangeAlternates), "Take an alternate address away";
        post "/accounts/{id}/contain/preview" containment::preview, Needs(CommandKind::Contain), "What Contain would do to an account; nothing is changed";
        post "/accounts/{id}/contain" containment::contain, Needs(CommandKind::Contain), "Contain an account that someone else is in: sending, signing in, password, app passwords, sessions and queue at once";
        get "/help-requests" help_requests::list, Needs(CommandKind::Read), "Owners who ask for help";
        post "/accounts/{id}/help-requests/{request}/answer" help_requests::answer, Needs(CommandKind::AnswerHelp), "Mark a request for help as answered, with what was done";
        get "/accounts/{id}/why" why::show, Needs(CommandKind::Read), "How an account stands at both doors, why, and what opens them";
        get "/accounts/{id}/diagnosis" diagnosis::show, Needs(CommandKind::Read), "What is behind a complaint about an account, and the next best thing to do";
        get "/accounts/{id}/policy" scoped_policies::explain, Needs(CommandKind::Read), "Which policy of sending an account has";
        get "/accounts/{id}/series" series::account, Needs(CommandKind::Read), "An account's last day, week or month in numbers: what its picture shows";
        post "/bulk/preview" bulk::preview, Needs(CommandKind::UnlockSignIn), "Whom an action for several accounts would change, and whom not and why; nothing is changed";
        post "/bulk" bulk::run, Needs(CommandKind::UnlockSignIn), "Unblock, unlock, allow, block or restrict up to 500 accounts, each or not by itself";
        post "/contacts" contacts::learn, Needs(CommandKind::ChangeAccount), "Take addresses as known to an account, so that they are not counted as new recipients";
    }
    "signing in" {
        get "/accounts/{id}/sign-in" sign_in_state::show, Needs(CommandKind::Read), "How an account stands at signing in";
        get "/accounts/{id}/sign-ins" sign_ins::list, Needs(CommandKind::Read), "An account's sign-ins, newest first";
        get "/accounts/{id}/attempt" sources::attempt, Needs(CommandKind::Read), "What an attempt from an address would be answered now, step by step";
        post "/accounts/{id}/unlock" commands::unlock, Needs(CommandKind::UnlockSignIn), "End automatic locks of signing in";
        post "/accounts/{id}/block" commands::block, Needs(CommandKind::BlockSignIn), "Block signing in";
        post "/accounts/{id}/allow" commands::allow, Needs(CommandKind::AllowSignIn), "End a block of signing in";
        post "/accounts/{id}/protocols/{protocol}/off" commands::switch_off, Needs(CommandKind::BlockSignIn), "Switch a protocol off for an account; the others work";
        post "/accounts/{id}/protocols/{protocol}/on" commands::switch_on, Needs(CommandKind::AllowSignIn), "Switch it on again";
        get "/accounts/{id}/sessions" sessions::show, Needs(CommandKind::Read), "What of an account is signed in now";
        post "/accounts/{id}/sessions/end" sessions::end, Needs(CommandKind::EndSessions), "End an account's open sessions, from one address or all";
        post "/accounts/{id}/admit" admissions::admit, Needs(CommandKind::AdmitSignIn), "Make a one-time link that lets the owner in from a new place";
        get "/accounts/{id}/devices" admissions::devices, Needs(CommandKind::Read), "An account's remembered devices";
        post "/accounts/{id}/devices/{device}/forget" admissions::forget, Needs(CommandKind::ForgetDevice), "Forget a remembered device";
    }
    "sending" {
        get "/accounts/{id}/sending" sending_state::show, Needs(CommandKind::Read), "How an account stands at sending";
        post "/accounts/{id}/unblock" commands::unblock, Needs(CommandKind::UnblockSending), "Open sending again";
        get "/accounts/{id}/unblock/checks" unblock_checks::show, Needs(CommandKind::Read), "What should be so before sending is opened again, and whether it is";
        post "/accounts/{id}/restrict" commands::restrict, Needs(CommandKind::RestrictSending), "Close sending; receiving goes on";
        post "/accounts/{id}/accept" commands::accept, Needs(CommandKind::RestrictSending), "Restrict sending as a rule proposed it";
        post "/accounts/{id}/dismiss" commands::dismiss, Needs(CommandKind::UnblockSending), "Dismiss what a rule proposed";
        get "/accounts/{id}/queue" queue::show, Needs(CommandKind::Read), "What an account has in the mail server's queue";
        post "/accounts/{id}/queue/hold" queue::hold, Needs(CommandKind::HoldMail), "Hold messages in the queue";
        post "/accounts/{id}/queue/release" queue::release, Needs(CommandKind::HoldMail), "Release held messages";
        post "/accounts/{id}/queue/delete" queue::delete, Needs(CommandKind::DeleteMail), "Delete messages from the queue, for good";
        get "/accounts/{id}/rules" rules::show, Needs(CommandKind::Read), "Where an account's mail is sent on, and what its owner's rules do";
        post "/reports" reports::tell, Needs(CommandKind::TellReport), "Tell of a bounce or a complaint";
    }
    "incidents" {
        get "/incidents" incidents::list, Needs(CommandKind::Read), "A page of the incidents, newest first";
        get "/incidents/{id}" incidents::show, Needs(CommandKind::Read), "An incident with what its containment began and took, and its timeline";
        post "/incidents/{id}/assign" incidents::assign, Needs(CommandKind::Contain), "Hand an incident over to an admin, or to nobody";
        post "/incidents/{id}/close" incidents::close, Needs(CommandKind::Contain), "Close an incident with what it was; no door is opened";
        post "/incidents/{id}/undo" incidents::undo, Needs(CommandKind::Contain), "It was a false alarm: end exactly what the containment began, let the mail go that it held, and close the incident";
        post "/incidents/{id}/reopen" incidents::reopen, Needs(CommandKind::Contain), "Open a closed incident again";
    }
    "restrictions" {
        get "/restrictions" restrictions::list, Needs(CommandKind::Read), "A page of the restrictions, newest first";
        get "/restrictions/{id}" restrictions::show, Needs(CommandKind::Read), "A restriction with its evidence";
    }
    "sources" {
        get "/sources" sources::list, Needs(CommandKind::ReadSite), "Blocked, allowed, shared and pinned sources";
        get "/sources/show" sources::show, Needs(CommandKind::ReadSite), "What is known of an address";
        post "/sources/block" sources::block, Needs(CommandKind::BlockSource), "Block a source, for all accounts or one";
        post "/sources/unblock" sources::unblock, Needs(CommandKind::BlockSource), "End blocks of a source";
        post "/sources/allow" sources::allow, Needs(CommandKind::AllowSource), "Allow a source: it is never blocked";
        post "/sources/disallow" sources::disallow, Needs(CommandKind::AllowSource), "Allow a source no more";
        post "/sources/share" sources::share, Needs(CommandKind::AllowSource), "Say that many people share a source";
        post "/sources/unshare" sources::unshare, Needs(CommandKind::AllowSource), "Say so no more";
        post "/sources/pin" sources::pin, Needs(CommandKind::AllowSource), "Pin an account to a source";
        post "/sources/unpin" sources::unpin, Needs(CommandKind::AllowSource), "Pin it there no more";
    }
    "policies" {
        get "/policies" policies::show, Needs(CommandKind::ReadSite), "Every number of the rules";
        patch "/policies" policies::set, Needs(CommandKind::ChangePolicy), "Change numbers of the rules, all of them or none";
        post "/policies/try" policy_trials::try_site, Needs(CommandKind::ChangePolicy), "What other numbers of sending would have done in the last 30 days; nothing is changed";
        get "/policies/scoped" scoped_policies::list, Needs(CommandKind::ReadSite), "The policies for some accounts";
        put "/policies/scoped/{name}" scoped_policies::put, Needs(CommandKind::ChangePolicy), "Have a policy for some accounts, new or in place of the one of that name";
        delete "/policies/scoped/{name}" scoped_policies::remove, Needs(CommandKind::ChangePolicy), "Remove a policy for some accounts";
        post "/policies/scoped/{name}/preview" policy_trials::preview_put, Needs(CommandKind::ChangePolicy), "Whom a policy for some accounts would touch, and what it would have done in the last 30 days; nothing is changed";
        post "/policies/scoped/{name}/preview-removal" policy_trials::preview_removal, Needs(CommandKind::ChangePolicy), "The same, of removing one";
        get "/policies/presets" policies::presets, Needs(CommandKind::ReadSite), "Every preset, and what it would change";
        get "/policies/presets/{name}" policies::preset, Needs(CommandKind::ReadSite), "A preset, and what it would change";
        post "/policies/presets/{name}" policies::apply_preset, Needs(CommandKind::ChangePolicy), "Apply a preset";
    }
    "audit" {
        get "/audit" audit::list, Needs(CommandKind::ReadAudit), "A page of what was changed, newest first";
    }
    "admins and programs" {
        get "/admin-sessions" admins::sessions, Needs(CommandKind::ReadSite), "Open sessions of the admin centre";
        post "/accounts/{id}/invite" admins::invite, Needs(CommandKind::ManageAdmins), "Make a link by which an admin sets a second factor";
        post "/accounts/{id}/enter" admins::enter, Root, "Make a link that signs an admin in; over the control socket only";
        post "/accounts/{id}/end-sessions" admins::end_sessions, Needs(CommandKind::ManageAdmins), "End an admin's sessions";
        get "/accounts/{id}/factors" factors::factors, Needs(CommandKind::Read), "What an admin can sign in with, without anything secret";
        post "/accounts/{id}/passkeys/{passkey}/remove" factors::remove_passkey, Needs(CommandKind::ManageAdmins), "Take a lost passkey away";
        get "/accounts/{id}/views" views::list, Needs(CommandKind::ManageAdmins), "The views of Active users that an admin has saved";
        put "/accounts/{id}/views/{name}" views::put, Needs(CommandKind::ManageAdmins), "Give an admin a view of Active users";
        delete "/accounts/{id}/views/{name}" views::remove, Needs(CommandKind::ManageAdmins), "Take a view from an admin";
        get "/tokens" tokens::list, Needs(CommandKind::ManageTokens), "Tokens that are not revoked";
        post "/tokens" tokens::add, Needs(CommandKind::ManageTokens), "Make a token; its text is shown this once";
        post "/tokens/{id}/revoke" tokens::revoke, Needs(CommandKind::ManageTokens), "Revoke a token";
    }

    OPEN_ROUTES open_routes:
    "the API itself" {
        get "/openapi.json" openapi::document, Everybody, "This document";
        get "/problems/{code}" error::describe, Everybody, "What a problem's `type` leads to";
    }

    SIGN_IN_ROUTES sign_in_routes:
    "the sign-in door for applications" {
        post "/sign-in/authenticate" sign_in::authenticate, Program(Scope::SignInCheck), "Ask the rules, verify the password, ask again, report";
        post "/sign-in/ask" sign_in::ask, Program(Scope::SignInCheck), "Ask whether an attempt may go on";
        post "/sign-in/report" sign_in::report, Program(Scope::SignInCheck), "What became of an attempt";
    }
}

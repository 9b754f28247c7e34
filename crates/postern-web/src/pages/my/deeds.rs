//! What a form of "My security" does: one command each, with the owner as the asker.

use axum::response::Response;
use postern_core::help_request::HelpTopic;
use postern_core::ids::{AlternateId, AppPasswordId};
use postern_core::protocol::Protocol;
use postern_engine::commands::ExecuteError;
use postern_text::key;

use super::door::signed_out;
use super::view::Shown;
use super::{Fields, Mine};

/// Carries a form's step out; a step that there is not does nothing.
pub(super) async fn carry_out(mine: &Mine<'_>, fields: &Fields) -> Response {
    let shown = match fields.text("step") {
        "sign_out" => {
            mine.engine.owner_sign_out(mine.owner.session.id);
            return signed_out(mine.engine, mine.words);
        }
        "end_sessions" => end_sessions(mine).await,
        "codes" => new_codes(mine).await,
        "address_add" => add_address(mine, fields.text("address")).await,
        "address_again" => with_address(mine, fields, false).await,
        "address_remove" => with_address(mine, fields, true).await,
        "app_add" => add_app_password(mine, fields).await,
        "ask_help" => ask_help(mine, fields).await,
        "app_revoke" => revoke_app_password(mine, fields.text("id")).await,
        _ => return mine.page(None).await,
    };
    // Ending every session ends this one.
    if mine.engine.is_owner_session_open(mine.owner.session.id) {
        mine.page(Some(shown)).await
    } else {
        signed_out(mine.engine, mine.words)
    }
}

async fn ask_help(mine: &Mine<'_>, fields: &Fields) -> Shown {
    let topic = HelpTopic::from_code(fields.text("topic")).unwrap_or(HelpTopic::Suspicious);
    match mine.engine.ask_for_help_of_owner(mine.owner, topic, fields.text("message")).await {
        Ok(true) => Shown::said(mine.words.say(key::HELP_ASK_TOLD, &[])),
        Ok(false) => Shown::said(mine.words.say(key::HELP_ASK_ALREADY, &[])),
        Err(error) => failed(mine, error.into()),
    }
}

async fn end_sessions(mine: &Mine<'_>) -> Shown {
    match mine.engine.end_sessions_of_owner(mine.owner).await {
        Ok(_) => Shown::default(),
        Err(error) => failed(mine, error),
    }
}

async fn new_codes(mine: &Mine<'_>) -> Shown {
    match mine.engine.renew_recovery_codes_of_owner(mine.owner).await {
        Ok(codes) => Shown { codes, ..Shown::said(mine.words.say(key::ADMIN_CODES_TITLE, &[])) },
        Err(error) => failed(mine, error),
    }
}

async fn add_address(mine: &Mine<'_>, address: &str) -> Shown {
    let (account, asker) = (mine.owner.account.id, mine.owner.asker());
    match mine.engine.add_alternate(account, address, asker).await {
        Ok(done) => Shown::said(
            mine.words.say(key::ALTERNATES_ADDED, &[("address", done.address.address.as_str().into())]),
        ),
        Err(error) => Shown { address: address.to_owned(), ..failed(mine, error) },
    }
}

async fn with_address(mine: &Mine<'_>, fields: &Fields, is_removed: bool) -> Shown {
    let (account, asker) = (mine.owner.account.id, mine.owner.asker());
    let Ok(id) = fields.text("id").parse::<AlternateId>() else { return Shown::default() };
    let (answer, said) = if is_removed {
        (mine.engine.remove_alternate(account, id, asker).await, key::ALTERNATES_REMOVED)
    } else {
        (mine.engine.mail_alternate_again(account, id, asker).await, key::ALTERNATES_MAILED)
    };
    match answer {
        Ok(done) => Shown::said(mine.words.say(said, &[("address", done.address.address.as_str().into())])),
        Err(error) => failed(mine, error),
    }
}

async fn add_app_password(mine: &Mine<'_>, fields: &Fields) -> Shown {
    let protocols = fields.texts("protocol").filter_map(Protocol::from_code).collect();
    let (account, device) = (mine.owner.account.id, fields.text("device"));
    match mine.engine.add_app_password(account, device, protocols, mine.owner.asker()).await {
        Ok(made) => {
            let said = mine.words.say(key::APP_PASSWORDS_MADE, &[("name", (&made.made.name).into())]);
            Shown { app_password: Some(made.text), ..Shown::said(said) }
        }
        Err(error) => Shown { device: device.to_owned(), ..failed(mine, error) },
    }
}

async fn revoke_app_password(mine: &Mine<'_>, id: &str) -> Shown {
    let Ok(id) = id.parse::<AppPasswordId>() else { return Shown::default() };
    let account = mine.owner.account.id;
    let known = mine.engine.app_passwords(account).into_iter().find(|one| one.id == id);
    let name = known.map(|one| one.name).unwrap_or_default();
    match mine.engine.revoke_app_passwords(account, Some(id), mine.owner.asker()).await {
        Ok(_) => Shown::said(mine.words.say(key::APP_PASSWORDS_REVOKED, &[("name", (&name).into())])),
        Err(error) => failed(mine, error),
    }
}

fn failed(mine: &Mine<'_>, error: ExecuteError) -> Shown {
    let problem = match error {
        ExecuteError::Refused(refusal) => mine.words.refusal(&refusal),
        error => {
            tracing::error!(error = &error as &dyn std::error::Error, "what an owner wanted is not done");
            mine.words.say(key::RECOVERY_TROUBLE, &[])
        }
    };
    Shown { problem: Some(problem), ..Shown::default() }
}

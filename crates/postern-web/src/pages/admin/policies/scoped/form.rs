//! `/admin/policies/scoped/new` and `/admin/policies/scoped/of/{name}/edit`: a policy for some accounts is typed in. The form
//! leads to [`super::preview`], and from there back with what was typed.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use postern_core::account::AccountKind;
use postern_core::command::CommandKind;
use postern_core::policy::scoped::NAME_BYTES_MAX;
use postern_text::policy_values::{PolicyUnit, PolicyValueWords};
use postern_text::{Key, key};

use super::super::super::page_error::PageError;
use super::super::super::session::{Admin, Submitted};
use super::super::super::shell::Shell;
use super::super::{about, shell, value_in};
use super::typed::{Typed, settable};
use crate::pages::Tell;

#[derive(Template)]
#[template(path = "admin/scoped_form.html")]
struct Page {
    shell: Shell,
    typed: Typed,
    /// The name cannot be changed: it is the policy's identity.
    is_known: bool,
    fields: Vec<Field>,
}

/// One value.
struct Field {
    words: &'static PolicyValueWords,
    unit: Option<Key>,
    is_switch: bool,
    given: String,
    min: u64,
    max: u64,
    hint: String,
}

/// `GET /admin/policies/scoped/new`
pub async fn new(admin: Admin) -> Result<Response, PageError> {
    admin.may(CommandKind::ChangePolicy)?;
    let first = admin.engine.scoped_policies().in_order().last().map_or(100, |last| last.priority + 100);
    Ok(page(&admin, Typed { priority: first.to_string(), ..Typed::default() }))
}

/// `GET /admin/policies/scoped/of/{name}/edit`
pub async fn edit(admin: Admin, Path(name): Path<String>) -> Result<Response, PageError> {
    admin.may(CommandKind::ChangePolicy)?;
    let policies = admin.engine.scoped_policies();
    let policy = policies.named(&name).ok_or_else(|| PageError::not_found(&admin))?;
    Ok(page(&admin, Typed::of(&admin, policy).await?))
}

/// `POST /admin/policies/scoped/new`: back from the preview, with what was typed.
pub async fn again(submitted: Submitted) -> Result<Response, PageError> {
    submitted.admin.may(CommandKind::ChangePolicy)?;
    Ok(page(&submitted.admin, Typed::submitted(&submitted)))
}

fn page(admin: &Admin, typed: Typed) -> Response {
    let site = admin.engine.policies();
    let is_known = admin.engine.scoped_policies().named(&typed.name).is_some();
    let title = if is_known {
        admin.words.say(key::POLICY_CHANGE_TITLE, &[("group", (&typed.name).into())])
    } else {
        admin.words.t(key::SCOPED_NEW)
    };
    let shell = shell(admin, title);
    let field = |words: &'static PolicyValueWords| {
        let about = about(words.code);
        let amount = |value| shell.words.policy_amount(words.unit, value, &shell.zone);
        let (own, min, max) = (amount(value_in(&site, words.code)), amount(about.min), amount(about.max));
        let arguments = [("site", (&own).into()), ("min", (&min).into()), ("max", (&max).into())];
        Field {
            words,
            unit: words.unit.typed_in(),
            is_switch: words.unit == PolicyUnit::Switch,
            given: typed.value(words.code).to_owned(),
            min: about.min,
            max: about.max,
            hint: shell.words.tell(key::SCOPED_HINT, &arguments),
        }
    };
    let fields = settable().map(field).collect();
    let page = Page { fields, is_known, typed, shell };
    Html(page.render().unwrap_or_default()).into_response()
}

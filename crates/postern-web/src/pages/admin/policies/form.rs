//! `/admin/policies/edit/{group}`: the numbers of one group to be typed in. The form is a question of the address, so it
//! leads to [`super::preview`] and changes nothing; from there it is filled with what was typed.

use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse, Response};
use postern_core::command::CommandKind;
use postern_core::time::Timestamp;
use postern_text::policy_values::{PolicyGroup, PolicyUnit, PolicyValueWords};
use postern_text::{Key, TimeZone, key};

use super::super::page_error::PageError;
use super::super::session::Admin;
use super::super::shell::Shell;
use super::{Tab, about, shell, value_in};
use crate::pages::Tell;

#[derive(Template)]
#[template(path = "admin/policies_edit.html")]
struct Page {
    shell: Shell,
    back: String,
    fields: Vec<Field>,
}

/// One value in the form.
struct Field {
    words: &'static PolicyValueWords,
    unit: Option<Key>,
    kind: Kind,
    given: String,
    min: u64,
    max: u64,
    hint: String,
}

/// How a value is typed in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Switch,
    Moment,
    Number,
}

/// `GET /admin/policies/edit/{group}`
pub async fn ask(
    admin: Admin,
    Path(group): Path<String>,
    query: Result<Query<Vec<(String, String)>>, QueryRejection>,
) -> Result<Response, PageError> {
    admin.may(CommandKind::ChangePolicy)?;
    let group = PolicyGroup::from_code(&group).ok_or_else(|| PageError::not_found(&admin))?;
    let Query(typed) = query.unwrap_or_default();
    let policies = admin.engine.policies();
    let name = admin.words.t(group.name());
    let shell = shell(&admin, admin.words.say(key::POLICY_CHANGE_TITLE, &[("group", (&name).into())]));
    let field = |words: &'static PolicyValueWords| {
        let value = value_in(&policies, words.code);
        let given = typed.iter().find(|(name, _)| name == words.code);
        let given = given.map_or_else(|| typed_in(words.unit, value, &shell.zone), |(_, text)| text.clone());
        field(&shell, words, given)
    };
    let fields = group.values().map(field).collect();
    let page = Page { back: Tab::of(group).path(), fields, shell };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

fn field(shell: &Shell, words: &'static PolicyValueWords, given: String) -> Field {
    let about = about(words.code);
    let amount = |value| shell.words.policy_amount(words.unit, value, &shell.zone);
    let (default, min, max) = (amount(about.default), amount(about.min), amount(about.max));
    let bounds = [("default", (&default).into()), ("min", (&min).into()), ("max", (&max).into())];
    let (kind, hint) = match words.unit {
        PolicyUnit::Switch => (Kind::Switch, String::new()),
        PolicyUnit::Moment => (Kind::Moment, String::new()),
        PolicyUnit::Count
        | PolicyUnit::Points
        | PolicyUnit::Seconds
        | PolicyUnit::Milliseconds
        | PolicyUnit::Days
        | PolicyUnit::Percent
        | PolicyUnit::Times => (Kind::Number, shell.words.tell(key::POLICY_HINT, &bounds)),
    };
    Field { words, unit: words.unit.typed_in(), kind, given, min: about.min, max: about.max, hint }
}

/// A value as a field holds it.
pub(super) fn typed_in(unit: PolicyUnit, value: u64, zone: &TimeZone) -> String {
    match unit {
        PolicyUnit::Moment if value == 0 => String::new(),
        PolicyUnit::Moment => local(value, zone),
        PolicyUnit::Switch
        | PolicyUnit::Count
        | PolicyUnit::Points
        | PolicyUnit::Seconds
        | PolicyUnit::Milliseconds
        | PolicyUnit::Days
        | PolicyUnit::Percent
        | PolicyUnit::Times => value.to_string(),
    }
}

/// A point in time as `datetime-local` has it, in the organisation's zone.
fn local(unix_s: u64, zone: &TimeZone) -> String {
    let at = Timestamp::from_unix_s(i64::try_from(unix_s).unwrap_or(i64::MAX));
    let instant = jiff::Timestamp::from_microsecond(at.unix_micros()).unwrap_or(jiff::Timestamp::MAX);
    instant.to_zoned_datetime(zone.clone()).strftime("%Y-%m-%dT%H:%M").to_string()
}

/// What a field holds as a value's text: a point in time becomes seconds since 1970, and nothing is none.
pub(super) fn read(unit: PolicyUnit, given: &str, zone: &TimeZone) -> String {
    let given = given.trim();
    if unit != PolicyUnit::Moment {
        return given.to_owned();
    }
    if given.is_empty() {
        return "0".to_owned();
    }
    let local: Option<jiff::civil::DateTime> = given.parse().ok();
    let at = local.and_then(|local| zone.to_ambiguous_timestamp(local).later().ok());
    at.map_or_else(|| given.to_owned(), |at| at.as_second().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_in_time_is_typed_in_the_organisations_zone_and_comes_back_the_same() {
        let zone = TimeZone::get("Europe/Riga").expect("the zone database has Riga");
        let typed = typed_in(PolicyUnit::Moment, 1_772_442_000, &zone);
        assert_eq!(typed, "2026-03-02T11:00");
        assert_eq!(read(PolicyUnit::Moment, &typed, &zone), "1772442000");
        assert_eq!(read(PolicyUnit::Moment, " ", &zone), "0");
        assert_eq!(read(PolicyUnit::Moment, "1772442000", &zone), "1772442000", "seconds stay what they are");
        assert_eq!(read(PolicyUnit::Count, " 12 ", &zone), "12");
    }
}

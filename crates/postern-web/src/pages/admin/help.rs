//! `/admin/help`: a question in one's own words, the diagnosis of the account that it names, and what there is to read. Only looked at:
//! a button leads to the form that changes something. A link of every page brings its account and complaint along.

use askama::Template;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::{Html, IntoResponse, Response};
use postern_core::account::Account;
use postern_core::command::CommandKind;
use postern_core::diagnosis::{Card, Diagnosis, Outcome, Symptom};
use postern_engine::queries::Diagnosed;
use postern_text::cards::{CardText, symptom_asked};
use postern_text::{Key, key};
use serde::Deserialize;

use super::accounts::name_of;
use super::next_step;
use super::page_error::PageError;
use super::query_text::QueryText;
use super::session::Admin;
use super::shell::{Place, Shell};
use crate::api::v1::time::When;
use crate::pages::Tell;

/// Longest question that is read, in characters.
const QUESTION_CHARACTERS_MAX: usize = 200;
/// Further causes that are told.
const CAUSES_MAX: usize = 10;

/// What the address may say.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct HelpQuery {
    /// The question, as it was typed.
    #[serde(default)]
    pub q: String,
    /// The account's id, where it is known.
    #[serde(default)]
    pub who: String,
    /// The complaint's word.
    #[serde(default)]
    pub symptom: String,
    /// The card that is to be read.
    #[serde(default)]
    pub card: String,
}

#[derive(Template)]
#[template(path = "admin/help.html")]
struct Page {
    shell: Shell,
    query: HelpQuery,
    symptoms: Vec<(Symptom, String)>,
    symptom: Symptom,
    /// Accounts to choose from, each with the query that means it.
    which: Vec<(String, String, QueryText)>,
    is_nobody: bool,
    found: Option<Found>,
    card: Option<Read>,
    cards: Vec<(Card, String)>,
    is_no_card: bool,
    /// What is handed on when nothing helped.
    bundle: Option<String>,
}

/// The diagnosis in words.
struct Found {
    account: Account,
    name: String,
    first: Said,
    is_cause: bool,
    also: Vec<Said>,
    checks: Vec<Looked>,
}

/// A cause, and where its cure is.
struct Said {
    sentence: String,
    button: Option<(String, Key)>,
}

/// Something that was looked at.
struct Looked {
    class: &'static str,
    icon: &'static str,
    mark: String,
    text: String,
}

/// A card that is open.
struct Read {
    text: CardText,
    places: Vec<Place>,
}

/// `GET /admin/help`
pub async fn show(
    admin: Admin,
    query: Result<Query<HelpQuery>, QueryRejection>,
) -> Result<Response, PageError> {
    admin.may(CommandKind::Read)?;
    let mut query = query.map(|Query(query)| query).unwrap_or_default();
    query.q = query.q.chars().take(QUESTION_CHARACTERS_MAX).collect();
    let words = admin.words;
    let asked = Symptom::from_code(&query.symptom).filter(|symptom| *symptom != Symptom::Anything);
    let symptom = asked.or_else(|| symptom_asked(&query.q)).unwrap_or_default();
    let mut accounts = whom(&admin, &query).await?;
    let diagnosed = match accounts.as_slice() {
        [account] => admin.engine.diagnose(account.id, symptom).await.map_err(PageError::unread(&admin))?,
        _ => None,
    };
    let shell = Shell::new(&admin, Some(Place::Help), words.t(key::HELP_TITLE));
    let is_asked = !query.q.trim().is_empty();
    let cards = cards(&query, symptom, diagnosed.as_ref().map(|it| &it.diagnosis), words);
    let found = match &diagnosed {
        Some(diagnosed) => Some(found(&admin, diagnosed).await),
        None => None,
    };
    let which = if accounts.len() > 1 {
        accounts.drain(..).map(|it| choice(&it, &query)).collect()
    } else {
        Vec::new()
    };
    let card = Card::from_code(&query.card);
    let page = Page {
        symptoms: Symptom::ALL.iter().map(|&symptom| (symptom, words.symptom(symptom))).collect(),
        symptom,
        is_nobody: is_asked && found.is_none() && which.is_empty() && symptom != Symptom::Anything,
        which,
        is_no_card: is_asked && cards.is_empty() && found.is_none(),
        card: card.map(|card| Read { text: words.card(card), places: places(&admin, card) }),
        cards: cards.into_iter().map(|card| (card, words.card(card).title)).collect(),
        bundle: diagnosed.as_ref().map(bundle),
        found,
        query,
        shell,
    };
    Ok(Html(page.render().unwrap_or_default()).into_response())
}

/// The account that the address names, else those that the question means.
async fn whom(admin: &Admin, query: &HelpQuery) -> Result<Vec<Account>, PageError> {
    if !query.who.is_empty() {
        return Ok(vec![admin.account(&query.who).await?]);
    }
    if query.q.trim().is_empty() {
        return Ok(Vec::new());
    }
    admin.engine.accounts_meant(&query.q, admin.reach()).await.map_err(PageError::unread(admin))
}

fn choice(account: &Account, query: &HelpQuery) -> (String, String, QueryText) {
    let id = account.id.to_string();
    let link = QueryText::default().and("q", &query.q).and("symptom", &query.symptom).and("who", &id);
    (name_of(account), account.primary.to_string(), link)
}

/// What there is to read: of the causes that were found, of the complaint, and of the words. Without any question all of it.
fn cards(
    query: &HelpQuery,
    symptom: Symptom,
    diagnosis: Option<&Diagnosis>,
    words: &postern_text::Words,
) -> Vec<Card> {
    let of_causes = diagnosis.into_iter().flat_map(|it| it.causes().into_iter().map(|cause| cause.card()));
    let of_question = if query.q.trim().is_empty() { Vec::new() } else { words.cards_for(&query.q) };
    let mut cards = Vec::new();
    for card in of_causes.chain(symptom.cards().iter().copied()).chain(of_question) {
        if !cards.contains(&card) {
            cards.push(card);
        }
    }
    if cards.is_empty() && query.q.trim().is_empty() { Card::ALL.to_vec() } else { cards }
}

async fn found(admin: &Admin, diagnosed: &Diagnosed) -> Found {
    let (account, diagnosis) = (&diagnosed.why.account, &diagnosed.diagnosis);
    let (words, zone) = (admin.words, &admin.engine.site().time_zone);
    let mut said = Vec::new();
    for cause in diagnosis.causes().into_iter().take(CAUSES_MAX) {
        let name = match cause.actor() {
            Some(actor) => Some(admin.actor_name(actor).await),
            None => None,
        };
        said.push(Said {
            sentence: words.cause(cause, &account.primary, name.as_deref(), zone),
            button: next_step::button(admin, account, cause.next()),
        });
    }
    let nothing =
        || Said { sentence: words.first_sentence(diagnosis, &account.primary, None, zone), button: None };
    let is_cause = !said.is_empty();
    let first = if is_cause { said.remove(0) } else { nothing() };
    let checks = diagnosis.checks.iter().map(|check| {
        let (class, icon) = match &check.outcome {
            Outcome::Causes(_) => ("bad", "no"),
            Outcome::Fine => ("ok", "yes"),
            Outcome::Unknown(_) => ("warn", "todo"),
        };
        let (label, told) = (words.check(check.kind), words.check_outcome(&check.outcome));
        let text = if told.is_empty() { label } else { format!("{label}: {told}") };
        Looked { class, icon, mark: words.check_mark(&check.outcome), text }
    });
    let checks = checks.collect();
    Found { name: name_of(account), account: account.clone(), first, is_cause, also: said, checks }
}

/// Where a card's steps are done, as far as this admin may go there.
fn places(admin: &Admin, card: Card) -> Vec<Place> {
    let places: &[Place] = match card {
        Card::UnlockAccount | Card::StaleDevices => &[Place::Locks, Place::Users],
        Card::ResetPassword
        | Card::SignInStatus
        | Card::SelfService
        | Card::MustChange
        | Card::AppPasswords
        | Card::Protocols
        | Card::Forwarding
        | Card::InboxRules => &[Place::Users],
        Card::BlockedSources => &[Place::Sources],
        Card::UnblockEmail | Card::BounceCodes => &[Place::Restricted],
        Card::SpamLimits => &[Place::Policies, Place::Users],
        Card::PlannedMailings => &[Place::Users, Place::Policies],
        Card::CompromisedAccount => &[Place::Users, Place::Restricted],
        Card::Alerts => &[Place::Users, Place::Settings],
        Card::ConnectorsDown => &[Place::Connections],
    };
    let is_open = |place: &&Place| !place.is_of_site() || admin.is_allowed(CommandKind::ReadSite);
    places.iter().filter(is_open).copied().collect()
}

/// What was found as words for programs, without anybody's name, address or mail: who helps further needs no more to begin with.
fn bundle(diagnosed: &Diagnosed) -> String {
    let diagnosis = &diagnosed.diagnosis;
    let causes: Vec<&str> = diagnosis.causes().iter().map(|cause| cause.code()).collect();
    let mut lines = vec![
        format!("postern {}", env!("CARGO_PKG_VERSION")),
        format!("at {}", When::from(diagnosed.why.at).rfc3339),
        format!("symptom {}", diagnosis.symptom.code()),
        format!("causes {}", causes.join(" ")),
    ];
    lines.extend(diagnosis.checks.iter().map(|check| {
        let outcome = match &check.outcome {
            Outcome::Causes(causes) => format!("{} found", causes.len()),
            Outcome::Fine => "fine".to_owned(),
            Outcome::Unknown(_) => "unknown".to_owned(),
        };
        format!("check {} {outcome}", check.kind.code())
    }));
    lines.join("\n")
}

/// The query of the link to the help on a page: its account, and what one who is stuck there most likely complains of.
pub fn query_of(path: &str) -> String {
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    let (place, who, page) =
        (parts.next().unwrap_or(""), parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    let symptom = match if place == "users" { page } else { place } {
        "restricted" | "unblock" | "mailing" => Some(Symptom::CannotSend),
        "locks" | "sources" | "unlock" | "sign-in-status" | "protocols" => Some(Symptom::CannotSignIn),
        "reset-password" | "app-passwords" => Some(Symptom::PasswordNotAccepted),
        "addresses" => Some(Symptom::NoResetMail),
        "rules" => Some(Symptom::RulesUnknown),
        "queue" => Some(Symptom::MailBounces),
        _ => None,
    };
    let is_account = place == "users" && who.parse::<postern_core::ids::AccountId>().is_ok();
    let symptom = symptom.map(|symptom| format!("symptom={}", symptom.code()));
    let who = is_account.then(|| format!("who={who}"));
    let pairs: Vec<String> = symptom.into_iter().chain(who).collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&amp;")) }
}

#[cfg(test)]
mod tests {
    use super::query_of;

    #[test]
    fn the_link_to_the_help_brings_the_pages_account_and_complaint() {
        assert_eq!(query_of("/"), "");
        assert_eq!(query_of("/users"), "");
        assert_eq!(query_of("/restricted"), "?symptom=cannot_send");
        let id = postern_core::ids::AccountId::from_random(7);
        assert_eq!(query_of(&format!("/users/{id}")), format!("?who={id}"));
        assert_eq!(query_of(&format!("/users/{id}/rules")), format!("?symptom=rules_unknown&amp;who={id}"));
        assert_eq!(
            query_of("/users/%22%3E/unblock"),
            "?symptom=cannot_send",
            "what is no id is not passed on"
        );
    }
}

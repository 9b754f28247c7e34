//! `postern user rules`: where an account's mail is sent on, and what its owner's rules do.

use postern_core::forwarding::ForwardReach;
use postern_text::key;
use postern_web::api::v1::rules::{ForwardView, RuleView, RulesView};

use super::client::Client;
use super::exit::Outcome;
use super::talk::Talk;
use super::{out, who};

pub async fn show(client: &Client, user: &str) -> Outcome {
    let account = who::find(client, user).await?;
    let view: RulesView = client.get(&format!("/accounts/{}/rules", account.id)).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&view);
    }
    if !view.is_connected {
        out::talk(&talk.label(key::SESSIONS_NOT_CONNECTED));
        return Ok(());
    }
    for problem in &view.problems {
        out::talk(&talk.say(key::RULES_UNREADABLE, &[("cause", problem.into())]));
    }
    if view.forwards.is_empty() && view.problems.is_empty() {
        out::line(&talk.say(key::RULES_NO_FORWARDS, &[("account", (&account.address).into())]))?;
    }
    for forward in &view.forwards {
        out::line(&sentence(talk, forward))?;
    }
    let rows: Vec<[String; 4]> = view
        .scripts
        .iter()
        .flat_map(|script| script.rules.iter().flatten().map(|rule| row(talk, &script.name, rule)))
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    let head = [key::RULES_SCRIPT, key::RULES_DOES, key::RULES_ABOUT, key::RULES_WHEN];
    out::table(head.map(|key| talk.label(key)), rows)
}

/// A reach that a newer server knows is told as leaving the house: that is the careful reading.
fn sentence(talk: &Talk, forward: &ForwardView) -> String {
    let reach = ForwardReach::from_code(&forward.reach).unwrap_or(ForwardReach::Outside);
    talk.words().forward(&forward.to, reach, forward.keeps, forward.is_conditional)
}

fn row(talk: &Talk, script: &str, rule: &RuleView) -> [String; 4] {
    let when = if rule.is_conditional { key::RULES_SOMETIMES } else { key::RULES_ALWAYS };
    let mut does = rule.what.clone();
    if rule.hides {
        does = format!("{does} ({})", talk.label(key::RULES_HIDES));
    }
    [format!("{script}:{}", rule.line), does, rule.about.clone().unwrap_or_default(), talk.label(when)]
}

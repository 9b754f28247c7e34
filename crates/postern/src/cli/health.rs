//! `postern health`.

use postern_core::effect::Point;
use postern_core::gate::GateKind;
use postern_core::time::Span;
use postern_text::{Arg, key};
use postern_web::api::v1::health::HealthView;

use super::client::Client;
use super::exit::Outcome;
use super::talk::Talk;
use super::{addresses, observed, out};

pub async fn run(client: &Client) -> Outcome {
    let health: HealthView = client.get("/health").await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&health);
    }
    let state = match health.status.as_str() {
        "ok" => key::CLI_HEALTH_OK,
        "loading" => key::CLI_HEALTH_LOADING,
        "clock_jumped" => key::CLI_HEALTH_CLOCK_JUMPED,
        _ => key::CLI_HEALTH_BEHIND,
    };
    out::line(&talk.say(state, &[("version", (&health.version).into())]))?;
    if let Some(jumped_s) = health.clock_jumped_s {
        let length = Span::from_s(jumped_s.saturating_abs());
        let key = if jumped_s > 0 { key::CLI_CLOCK_JUMPED_AHEAD } else { key::CLI_CLOCK_JUMPED_BACK };
        out::line(&talk.say(key, &[("length", Arg::Span(length))]))?;
    }
    observed::sign_in(talk, &health.observed, "")?;
    observed::spray_switch(talk, &health.observed, "")?;
    observed::sending(talk, &health.observed, "")?;
    for problem in &health.address_problems {
        addresses::problem(talk, problem)?;
    }
    if let Some(seen) = &health.pins_without_address {
        addresses::pins_without_address(talk, seen)?;
    }
    observed::spray(talk, health.spray.as_ref(), "")?;
    observed::mass_guard(talk, health.mass_guard.as_ref(), "")?;
    let bytes = health.counter_bytes / 1024;
    for (key, count) in [
        (key::CLI_HEALTH_ACCOUNTS, health.accounts),
        (key::CLI_HEALTH_RESTRICTIONS, health.open_restrictions as u64),
        (key::CLI_HEALTH_TRACKED, health.sign_in_accounts.max(health.sending_accounts) as u64),
        (key::CLI_HEALTH_SOURCES, health.sources as u64),
        (key::CLI_HEALTH_MEMORY, bytes as u64),
        (key::CLI_HEALTH_UNSAVED, health.changes_unsaved as u64),
        (key::CLI_HEALTH_LOST, health.decisions_lost),
    ] {
        out::line(&talk.say(key, &[("count", count.into())]))?;
    }
    match health.mail_log.as_str() {
        "read" => out::line(&talk.label(key::CLI_HEALTH_MAIL_LOG_READ))?,
        "unreadable" => out::line(&talk.label(key::CLI_HEALTH_MAIL_LOG_UNREADABLE))?,
        _ => {}
    }
    connections(talk, &health)?;
    for database in &health.places {
        let role = ("role", (&database.role).into());
        match &database.built {
            Some(built) => {
                let built = talk.time(built);
                out::line(&talk.say(key::CLI_HEALTH_PLACES, &[role, ("built", (&built).into())]))?;
            }
            None => out::line(&talk.say(key::CLI_HEALTH_PLACES_NONE, &[role]))?,
        }
        if let Some(problem) = &database.problem {
            let problem = talk.say(key::CLI_HEALTH_PLACES_PROBLEM, &[("problem", problem.into())]);
            out::line(&format!("  {problem}"))?;
        }
    }
    Ok(())
}

/// When each gate was asked last, and what does not arrive.
fn connections(talk: &Talk, health: &HealthView) -> Outcome {
    for gate in &health.gates {
        let name = GateKind::from_code(&gate.gate).map(|kind| talk.words().gate(kind));
        let name = ("gate", name.as_ref().unwrap_or(&gate.gate).into());
        match &gate.last_asked {
            Some(at) => {
                let at = talk.time(at);
                out::line(&talk.say(key::CLI_HEALTH_ASKED, &[name, ("when", (&at).into())]))?;
            }
            None => out::line(&talk.say(key::CLI_HEALTH_NEVER_ASKED, &[name]))?,
        }
    }
    for point in health.points.iter().filter(|point| point.is_failing) {
        let name = Point::from_code(&point.point).map(|point| talk.words().point(point));
        let arguments = [
            ("point", name.as_ref().unwrap_or(&point.point).into()),
            ("count", point.waiting.into()),
            ("message", point.problem.as_deref().unwrap_or_default().into()),
        ];
        out::line(&talk.say(key::CLI_HEALTH_POINT_WAITS, &arguments))?;
    }
    Ok(())
}

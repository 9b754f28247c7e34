//! `postern why USER`: what is behind a complaint; then for each of the two doors whether it is open, since when, by whom, until when, why, and the
//! very command that opens it; then what was decided lately and what is in force where.

use postern_core::restriction::RestrictionKind;
use postern_text::key;
use postern_web::api::v1::accounts::AccountView;
use postern_web::api::v1::commands::ReceiptView;
use postern_web::api::v1::restrictions::RestrictionView;
use postern_web::api::v1::sign_ins::FailureGroupView;
use postern_web::api::v1::time::When;
use postern_web::api::v1::why::{DeliveriesView, Door, WhyView};

use super::client::{Client, query};
use super::exit::Outcome;
use super::standing::{self, SignInDoor, whole};
use super::talk::Talk;
use super::{decisions, diagnosis, doors, history, observed, out, receipts, suspicion, who};

const SENDING: [RestrictionKind; 3] =
    [RestrictionKind::SendingRestricted, RestrictionKind::SendingProposed, RestrictionKind::SendingSlowed];

pub async fn run(client: &Client, user: &str, symptom: &str) -> Outcome {
    let account = who::find(client, user).await?;
    let query = query(&[("symptom", Some(symptom))]);
    let why: WhyView = client.get(&format!("/accounts/{}/why{query}", account.id)).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&why);
    }
    head(talk, &why.account, &why.at)?;
    diagnosis::print(talk, why.diagnosis.as_ref())?;
    out::line("")?;
    standing::sign_in(talk, &SignInDoor::from(&why))?;
    sending(talk, &why)?;
    failures(talk, &why.failures)?;
    recent(talk, &why.recent)?;
    decisions::print(talk, &why.decisions)?;
    in_force(talk, &why.receipts)
}

/// Who, and as of when.
pub fn head(talk: &Talk, account: &AccountView, at: &When) -> Outcome {
    let name = if account.display_name.is_empty() {
        account.address.clone()
    } else {
        format!("{} ({})", account.address, account.display_name)
    };
    let at = talk.time_and_zone(at);
    out::line(&talk.say(key::CLI_WHY_HEAD, &[("account", (&name).into()), ("when", (&at).into())]))
}

fn sending(talk: &Talk, why: &WhyView) -> Outcome {
    out::line("")?;
    out::line(&talk.label(match why.doors.sending {
        Door::Open => key::CLI_WHY_SENDING_OPEN,
        Door::Slowed => key::CLI_WHY_SENDING_SLOWED,
        Door::ClosedByRule | Door::PartlyClosed => key::CLI_WHY_SENDING_CLOSED_BY_RULE,
        Door::ClosedByPerson => key::CLI_WHY_SENDING_CLOSED_BY_PERSON,
    }))?;
    observed::sending(talk, &why.observed, "  ")?;
    observed::mass_guard(talk, why.mass_guard.as_ref(), "  ")?;
    standing::closed_by(talk, &why.account.address, &why.open, &SENDING)?;
    for (key, recipients, new) in [
        (key::CLI_WHY_HOUR, why.sending.recipients_hour, why.sending.novel_hour),
        (key::CLI_WHY_DAY, why.sending.recipients_day, why.sending.novel_day),
    ] {
        let arguments = [("count", whole(recipients).into()), ("new", whole(new).into())];
        out::line(&format!("  {}", talk.say(key, &arguments)))?;
    }
    deliveries(talk, why.deliveries)?;
    suspicion::print(talk, why.suspicion.as_ref(), "  ")
}

fn deliveries(talk: &Talk, deliveries: Option<DeliveriesView>) -> Outcome {
    let Some(taken) = deliveries else { return Ok(()) };
    let arguments = [
        ("delivered", u64::from(taken.delivered).into()),
        ("missing", u64::from(taken.no_such_address).into()),
        ("spam", u64::from(taken.taken_for_spam).into()),
        ("refused", u64::from(taken.refused_otherwise).into()),
        ("later", u64::from(taken.put_off).into()),
    ];
    out::line(&format!("  {}", talk.say(key::CLI_WHY_DELIVERIES, &arguments)))
}

fn recent(talk: &Talk, recent: &[RestrictionView]) -> Outcome {
    if recent.is_empty() {
        return Ok(());
    }
    out::line("")?;
    out::line(&talk.label(key::CLI_WHY_RECENT))?;
    let head = [key::CLI_HEAD_SINCE, key::CLI_HEAD_ENDED, key::CLI_HEAD_STATE, key::CLI_HEAD_CAUSE];
    let rows = recent.iter().map(|view| {
        [
            talk.time(&view.since),
            view.ended.as_ref().map(|ended| talk.time(&ended.at)).unwrap_or_default(),
            doors::kind(talk, view),
            doors::cause(talk, &view.reason),
        ]
    });
    out::indented_table(head.map(|key| talk.label(key)), rows.collect())
}

fn failures(talk: &Talk, groups: &[FailureGroupView]) -> Outcome {
    if groups.is_empty() {
        return Ok(());
    }
    out::line("")?;
    history::print_groups(talk, groups, "")
}

fn in_force(talk: &Talk, receipts: &[ReceiptView]) -> Outcome {
    if receipts.is_empty() {
        return Ok(());
    }
    out::line("")?;
    out::line(&talk.label(key::CLI_WHY_RECEIPTS))?;
    for receipt in receipts {
        out::line(&format!("  {}  {}", talk.time(&receipt.at), receipts::line(talk, receipt)))?;
    }
    Ok(())
}

//! `postern why USER`: for each of the two doors whether it is open, since when, by whom, until when, why, and the
//! very command that opens it; then what was decided lately and what is in force where.

use postern_core::address::ClientNetwork;
use postern_core::name::AccountName;
use postern_core::restriction::RestrictionKind;
use postern_text::{Key, key};
use postern_web::api::v1::commands::ReceiptView;
use postern_web::api::v1::restrictions::RestrictionView;
use postern_web::api::v1::sign_ins::FailureGroupView;
use postern_web::api::v1::why::{Door, LaneView, WhyView};

use super::client::Client;
use super::exit::Outcome;
use super::talk::Talk;
use super::{decisions, doors, history, observed, out, receipts, restricted, who};

const SIGN_IN: [RestrictionKind; 4] = [
    RestrictionKind::SignInLocked,
    RestrictionKind::SignInBlocked,
    RestrictionKind::PasswordChangeRequired,
    RestrictionKind::AddressBlock,
];
const SENDING: [RestrictionKind; 2] = [RestrictionKind::SendingRestricted, RestrictionKind::SendingSlowed];

pub async fn run(client: &Client, user: &str) -> Outcome {
    let account = who::find(client, user).await?;
    let why: WhyView = client.get(&format!("/accounts/{}/why", account.id)).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&why);
    }
    let name = if why.account.display_name.is_empty() {
        why.account.address.clone()
    } else {
        format!("{} ({})", why.account.address, why.account.display_name)
    };
    let at = talk.time_and_zone(&why.at);
    out::line(&talk.say(key::CLI_WHY_HEAD, &[("account", (&name).into()), ("when", (&at).into())]))?;
    sign_in(talk, &why)?;
    sending(talk, &why)?;
    failures(talk, &why.failures)?;
    recent(talk, &why.recent)?;
    decisions::print(talk, &why.decisions)?;
    in_force(talk, &why.receipts)
}

fn sign_in(talk: &Talk, why: &WhyView) -> Outcome {
    out::line("")?;
    out::line(&talk.label(match why.doors.sign_in {
        Door::Open | Door::Slowed => key::CLI_WHY_SIGN_IN_OPEN,
        Door::PartlyClosed => key::CLI_WHY_SIGN_IN_PARTLY,
        Door::ClosedByRule => key::CLI_WHY_SIGN_IN_CLOSED_BY_RULE,
        Door::ClosedByPerson => key::CLI_WHY_SIGN_IN_CLOSED_BY_PERSON,
    }))?;
    observed::sign_in(talk, &why.observed, "  ")?;
    observed::spray(talk, why.spray.as_ref(), "  ")?;
    closed_by(talk, why, &SIGN_IN)?;
    lane(talk, &why.sign_in.unfamiliar, key::CLI_WHY_UNFAMILIAR)?;
    lane(talk, &why.sign_in.familiar, key::CLI_WHY_FAMILIAR)?;
    let sources = u64::from(why.sign_in.familiar_sources);
    out::line(&format!("  {}", talk.say(key::CLI_WHY_FAMILIAR_SOURCES, &[("count", sources.into())])))
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
    closed_by(talk, why, &SENDING)?;
    for (key, recipients, new) in [
        (key::CLI_WHY_HOUR, why.sending.recipients_hour, why.sending.novel_hour),
        (key::CLI_WHY_DAY, why.sending.recipients_day, why.sending.novel_day),
    ] {
        let arguments = [("count", whole(recipients).into()), ("new", whole(new).into())];
        out::line(&format!("  {}", talk.say(key, &arguments)))?;
    }
    Ok(())
}

/// Each open restriction of a door: what it means, why, since when, by whom, on what evidence, and what ends it.
fn closed_by(talk: &Talk, why: &WhyView, kinds: &[RestrictionKind]) -> Outcome {
    let address = AccountName::from_canonical(why.account.address.clone());
    for view in &why.open {
        let Some(kind) = RestrictionKind::from_code(&view.kind).filter(|kind| kinds.contains(kind)) else {
            continue;
        };
        match doors::restriction(view) {
            Some(restriction) => {
                out::line(&format!("  {}", talk.words().state(&address, &restriction, talk.zone())))?;
            }
            None => out::line(&format!("  {}", doors::kind(talk, view)))?,
        }
        let network = view.entity.entity().and_then(|entity| entity.network());
        restricted::print_facts(talk, view)?;
        out::line(&format!("  {}", talk.say(key::CLI_WHY_CODE, &[("code", (&view.id).into())])))?;
        if let Some(command) = cure(kind, address.as_str(), network) {
            out::line(&format!("  {}", talk.say(key::CLI_WHY_CURE, &[("command", (&command).into())])))?;
        }
    }
    Ok(())
}

/// The command that ends a restriction of this kind, ready to be pasted but for the reason.
fn cure(kind: RestrictionKind, address: &str, network: Option<ClientNetwork>) -> Option<String> {
    // A canonical name may hold a quote or a dollar sign, which a shell would read.
    let user = if address.bytes().all(|b| b.is_ascii_alphanumeric() || b"@.-_+".contains(&b)) {
        address.to_owned()
    } else {
        format!("'{}'", address.replace('\'', "'\\''"))
    };
    match kind {
        RestrictionKind::SendingRestricted | RestrictionKind::SendingSlowed => {
            Some(format!("postern restricted unblock {user} --reason \"…\""))
        }
        RestrictionKind::SignInLocked => Some(format!("postern signin unlock {user} --reason \"…\"")),
        RestrictionKind::SignInBlocked => Some(format!("postern signin allow {user} --reason \"…\"")),
        RestrictionKind::PasswordChangeRequired => Some(format!("postern user password {user}")),
        RestrictionKind::AddressBlock => {
            network.map(|network| format!("postern source unblock {network} --user {user} --reason \"…\""))
        }
    }
}

fn lane(talk: &Talk, lane: &LaneView, key: Key) -> Outcome {
    let arguments = [("count", whole(lane.failures).into()), ("row", u64::from(lane.consecutive).into())];
    out::line(&format!("  {}", talk.say(key, &arguments)))
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

/// A decayed count as people read it; a rest below a half is nothing.
fn whole(count: f32) -> u64 {
    // `as` saturates: a negative or absurd float becomes 0 or the largest number.
    count.round() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cure_can_be_pasted_into_a_shell_whatever_the_name() {
        let cure = |address| cure(RestrictionKind::SignInLocked, address, None).expect("a lock has a cure");
        assert_eq!(cure("rob@contoso.com"), "postern signin unlock rob@contoso.com --reason \"…\"");
        assert_eq!(
            cure("o'neil;x@contoso.com"),
            "postern signin unlock 'o'\\''neil;x@contoso.com' --reason \"…\""
        );
    }
}

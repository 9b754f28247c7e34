//! How one account stands at the door of signing in, in sentences, and the very commands that open it: what `why` and
//! `signin show` both say.

use postern_core::name::AccountName;
use postern_core::restriction::RestrictionKind;
use postern_core::sign_in::Lane;
use postern_core::sign_in::failures::FailureKind;
use postern_text::{Key, key};
use postern_web::api::v1::health::{ObservedView, SprayView};
use postern_web::api::v1::restrictions::RestrictionView;
use postern_web::api::v1::sign_in_state::{
    AccountSourcesView, RefusedPlaceView, SIGN_IN_KINDS, SignInStateView,
};
use postern_web::api::v1::sign_ins::FailureGroupView;
use postern_web::api::v1::sources::EntryView;
use postern_web::api::v1::why::{Door, LaneView, SignInView, WhyView};

use super::exit::Outcome;
use super::talk::Talk;
use super::{cure, doors, observed, out, restricted, source};

/// What is told of the door of signing in.
pub struct SignInDoor<'a> {
    address: &'a str,
    door: Door,
    observed: &'a ObservedView,
    spray: Option<&'a SprayView>,
    open: &'a [RestrictionView],
    lanes: &'a SignInView,
    sources: &'a AccountSourcesView,
    failures: &'a [FailureGroupView],
    may_admit: bool,
}

impl<'a> From<&'a WhyView> for SignInDoor<'a> {
    fn from(why: &'a WhyView) -> Self {
        Self {
            address: &why.account.address,
            door: why.doors.sign_in,
            observed: &why.observed,
            spray: why.spray.as_ref(),
            open: &why.open,
            lanes: &why.sign_in,
            sources: &why.sources,
            failures: &why.failures,
            may_admit: why.may_admit,
        }
    }
}

impl<'a> From<&'a SignInStateView> for SignInDoor<'a> {
    fn from(state: &'a SignInStateView) -> Self {
        Self {
            address: &state.account.address,
            door: state.door,
            observed: &state.observed,
            spray: state.spray.as_ref(),
            open: &state.open,
            lanes: &state.sign_in,
            sources: &state.sources,
            failures: &state.failures,
            may_admit: state.may_admit,
        }
    }
}

/// Prints the door, what closes it, what is said of sources, and both lanes.
pub fn sign_in(talk: &Talk, door: &SignInDoor<'_>) -> Outcome {
    out::line(&talk.label(match door.door {
        Door::Open | Door::Slowed => key::CLI_WHY_SIGN_IN_OPEN,
        Door::PartlyClosed => key::CLI_WHY_SIGN_IN_PARTLY,
        Door::ClosedByRule => key::CLI_WHY_SIGN_IN_CLOSED_BY_RULE,
        Door::ClosedByPerson => key::CLI_WHY_SIGN_IN_CLOSED_BY_PERSON,
    }))?;
    observed::sign_in(talk, door.observed, "  ")?;
    observed::spray(talk, door.spray, "  ")?;
    for view in door.open {
        if is_of(view, &SIGN_IN_KINDS) {
            restriction(talk, door.address, view)?;
            end_of(talk, door, view)?;
        }
    }
    refused_places(talk, door)?;
    for entry in &door.sources.entries {
        say_entry(talk, entry)?;
    }
    lane(talk, door, Lane::Unfamiliar)?;
    if needs_admission(door) && !door.open.iter().any(|view| is_admitted_before(door, view)) {
        say_admission(talk, door.address, "    ")?;
    }
    lane(talk, door, Lane::Familiar)?;
    let sources = u64::from(door.lanes.familiar_sources);
    out::line(&format!("    {}", talk.say(key::CLI_WHY_FAMILIAR_SOURCES, &[("count", sources.into())])))
}

/// Each open restriction of a door: what it means, why, since when, by whom, on what evidence, and what ends it.
pub fn closed_by(talk: &Talk, address: &str, open: &[RestrictionView], kinds: &[RestrictionKind]) -> Outcome {
    for view in open.iter().filter(|view| is_of(view, kinds)) {
        restriction(talk, address, view)?;
        ends_restriction(talk, address, view)?;
    }
    Ok(())
}

fn is_of(view: &RestrictionView, kinds: &[RestrictionKind]) -> bool {
    RestrictionKind::from_code(&view.kind).is_some_and(|kind| kinds.contains(&kind))
}

/// One open restriction: what it means, why, since when, by whom, on what evidence.
fn restriction(talk: &Talk, address: &str, view: &RestrictionView) -> Outcome {
    let name = AccountName::from_canonical(address.to_owned());
    match doors::restriction(view) {
        Some(restriction) => {
            out::line(&format!("  {}", talk.words().state(&name, &restriction, talk.zone())))?;
        }
        None => out::line(&format!("  {}", doors::kind(talk, view)))?,
    }
    restricted::print_facts(talk, view)?;
    out::line(&format!("  {}", talk.say(key::CLI_WHY_CODE, &[("code", (&view.id).into())])))
}

/// What ends it. While somebody guesses, the owner alone is let in first, and an unlock says what it gives away.
fn end_of(talk: &Talk, door: &SignInDoor<'_>, view: &RestrictionView) -> Outcome {
    if !is_admitted_before(door, view) {
        return ends_restriction(talk, door.address, view);
    }
    say_admission(talk, door.address, "  ")?;
    ends_restriction(talk, door.address, view)?;
    out::line(&format!("  {}", talk.label(key::STANDING_UNLOCK_GIVES)))
}

fn ends_restriction(talk: &Talk, address: &str, view: &RestrictionView) -> Outcome {
    if is_of(view, &[RestrictionKind::SendingProposed]) {
        let [accept, dismiss] = cure::of_proposal(address);
        for (key, command) in [(key::CLI_WHY_ACCEPT, accept), (key::CLI_WHY_DISMISS, dismiss)] {
            out::line(&format!("  {}", talk.say(key, &[("command", (&command).into())])))?;
        }
        return Ok(());
    }
    let Some(command) = cure::of_restriction(view, address) else { return Ok(()) };
    out::line(&format!("  {}", talk.say(key::CLI_WHY_CURE, &[("command", (&command).into())])))
}

fn say_admission(talk: &Talk, address: &str, indent: &str) -> Outcome {
    let command = cure::admission(address);
    out::line(&format!("{indent}{}", talk.say(key::STANDING_ADMIT, &[("command", (&command).into())])))
}

/// Whether the owner is let in alone before this lock is opened for everybody.
fn is_admitted_before(door: &SignInDoor<'_>, view: &RestrictionView) -> bool {
    door.may_admit && needs_admission(door) && is_of(view, &[RestrictionKind::SignInLocked])
}

/// Every command that opens something of this door, what shuts the most first; each once. What a person closed for
/// one source alone comes last: the account gets in from everywhere else.
pub fn cures(door: &SignInDoor<'_>) -> Vec<String> {
    let of_kind = |kind: RestrictionKind| {
        let open = door.open.iter().filter(move |view| view.kind == kind.code());
        open.filter_map(|view| cure::of_restriction(view, door.address))
    };
    let everywhere = [RestrictionKind::SignInBlocked, RestrictionKind::PasswordChangeRequired];
    let admission = needs_admission(door).then(|| cure::admission(door.address));
    // Without a public address there is no link to give, so the lock comes first.
    let (before_lock, after_lock) = if door.may_admit { (admission, None) } else { (None, admission) };
    let places = door.sources.refused.iter().map(cure::of_place);
    let commands = everywhere
        .into_iter()
        .flat_map(of_kind)
        .chain(before_lock)
        .chain(of_kind(RestrictionKind::SignInLocked))
        .chain(after_lock)
        .chain(places)
        .chain(of_kind(RestrictionKind::AddressBlock));
    let mut once = Vec::new();
    for command in commands {
        if !once.contains(&command) {
            once.push(command);
        }
    }
    once
}

/// Whether the owner can be let in from a new place without a fresh budget for those who guess.
fn needs_admission(door: &SignInDoor<'_>) -> bool {
    let lane = &door.lanes.unfamiliar;
    let is_attacked = door.failures.iter().any(|group| group.kind == FailureKind::Attack.code());
    !door.observed.lanes && (lane.is_closed || (lane.locked_until.is_some() && is_attacked))
}

/// Places from which the account signs in and that are refused, those behind one block together.
fn refused_places(talk: &Talk, door: &SignInDoor<'_>) -> Outcome {
    let is_same =
        |one: &RefusedPlaceView, next: &RefusedPlaceView| one.block.is_some() && one.block == next.block;
    for behind_one in door.sources.refused.chunk_by(is_same) {
        for place in behind_one {
            let key =
                if place.is_familiar { key::STANDING_PLACE_FAMILIAR } else { key::STANDING_PLACE_UNFAMILIAR };
            let last = talk.time(&place.last);
            let arguments = [("address", (&place.address).into()), ("last", (&last).into())];
            out::line(&format!("  {}", talk.say(key, &arguments)))?;
        }
        let Some(place) = behind_one.first() else { continue };
        match &place.block {
            Some(block) => {
                out::line(&format!("  {}: {}", doors::kind(talk, block), doors::source(block)))?;
                restricted::print_facts(talk, block)?;
            }
            None => out::line(&format!("  {}", source::refusal_sentence(talk, &place.refusal)))?,
        }
        ends_it(talk, &cure::of_place(place))?;
    }
    Ok(())
}

fn say_entry(talk: &Talk, entry: &EntryView) -> Outcome {
    out::line(&format!("  {}", source::entry_line(talk, entry)))?;
    cure::of_entry(entry).map_or(Ok(()), |command| ends_it(talk, &command))
}

fn ends_it(talk: &Talk, command: &str) -> Outcome {
    out::line(&format!("  {}", talk.say(key::STANDING_ENDS_IT, &[("command", command.into())])))
}

/// One lane: how it stands, what is counted of how much, and what makes it more or less patient.
fn lane(talk: &Talk, door: &SignInDoor<'_>, which: Lane) -> Outcome {
    let lane = match which {
        Lane::Unfamiliar => &door.lanes.unfamiliar,
        Lane::Familiar => &door.lanes.familiar,
    };
    out::line(&format!("  {}", lane_state(talk, lane, which)))?;
    if door.observed.lanes && (lane.is_closed || lane.locked_until.is_some()) {
        out::line(&format!("    {}", talk.label(key::DECISION_OBSERVED)))?;
    }
    let arguments = [
        ("count", whole(lane.failures).into()),
        ("limit", u64::from(lane.failures_max).into()),
        ("row", u64::from(lane.consecutive).into()),
        ("row_limit", u64::from(lane.consecutive_max).into()),
    ];
    out::line(&format!("    {}", talk.say(key::STANDING_LANE_FAILURES, &arguments)))?;
    if lane.level > 0 {
        let level = talk.say(key::STANDING_LANE_LEVEL, &[("count", u64::from(lane.level).into())]);
        out::line(&format!("    {level}"))?;
    }
    if let Some(until) = &lane.eased_until {
        let until = talk.time(until);
        out::line(&format!("    {}", talk.say(key::STANDING_LANE_EASED, &[("until", (&until).into())])))?;
    }
    Ok(())
}

fn lane_state(talk: &Talk, lane: &LaneView, which: Lane) -> String {
    let of = |unfamiliar: Key, familiar: Key| match which {
        Lane::Unfamiliar => unfamiliar,
        Lane::Familiar => familiar,
    };
    match &lane.locked_until {
        _ if lane.is_closed => talk.label(of(key::STANDING_UNFAMILIAR_CLOSED, key::STANDING_FAMILIAR_CLOSED)),
        Some(until) => {
            let key = of(key::STANDING_UNFAMILIAR_LOCKED, key::STANDING_FAMILIAR_LOCKED);
            talk.say(key, &[("until", (&talk.time(until)).into())])
        }
        None => talk.label(of(key::STANDING_UNFAMILIAR_OPEN, key::STANDING_FAMILIAR_OPEN)),
    }
}

/// A decayed count as people read it; a rest below a half is nothing.
pub fn whole(count: f32) -> u64 {
    // `as` saturates: a negative or absurd float becomes 0 or the largest number.
    count.round() as u64
}

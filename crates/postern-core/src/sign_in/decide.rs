//! The answer to an attempt that asks, before and after its password was checked.
//!
//! The order of the questions is the order of precedence ([`crate::precedence`]): a guessing source, then the lane's
//! lock, then room. What people said is asked before anything here, by the engine. No answer ever delays: the lane already
//! bounds an attacker to fifteen guesses in an hour, and a delay would hold one of its four reservations and a
//! slot in Dovecot against the owner who comes from a new place.
//!
//! Where lanes are only observed nothing changes here: the engine turns a refusal into an allow. Such an attempt
//! holds no reservation, and [`super::report`] knows how to count it. Where sources are only observed, the lanes
//! still decide, so the source's refusal travels with the allow.

use super::familiar::Familiarity;
use super::lane::LaneLimits;
use super::record::AccountRecord;
use super::source::SourceFacts;
use super::{DEVICE_COOKIE_LIFE, Lane, SignInRefusal, SignInVerdict, Vouch};
use crate::policy::SignInPolicy;
use crate::precedence::{FamiliarityBy, Foreseen};
use crate::time::Timestamp;

/// The lane in which this pair is counted.
pub fn lane_of(
    familiarity: Option<&Familiarity>,
    source: Option<&SourceFacts>,
    vouch: Vouch,
    policy: &SignInPolicy,
    now: Timestamp,
) -> Lane {
    if is_vouched_for(vouch, policy, now) {
        return Lane::Familiar;
    }
    match source.map_or(FamiliarityBy::Learning, |source| source.standing.familiarity) {
        FamiliarityBy::Allowed => return Lane::Familiar,
        FamiliarityBy::Shared => return Lane::Unfamiliar,
        FamiliarityBy::Learning => {}
    }
    match (familiarity, source) {
        (Some(familiarity), Some(source)) if familiarity.knows(source.place, policy, now.unix_s_u32()) => {
            Lane::Familiar
        }
        (Some(_) | None, Some(_) | None) => Lane::Unfamiliar,
    }
}

/// A cookie that was handed out a moment ago vouches for nothing: else whoever once signs in with a stolen
/// password would be at home, which the age of places prevents as well.
fn is_vouched_for(vouch: Vouch, policy: &SignInPolicy, now: Timestamp) -> bool {
    match vouch {
        Vouch::Nobody | Vouch::Region => false,
        Vouch::Pass => true,
        Vouch::Device { since } => {
            let age = now.since(since);
            age.as_s() >= i64::try_from(policy.familiar_after_s).unwrap_or(i64::MAX)
                && age < DEVICE_COOKIE_LIFE
        }
    }
}

/// Before the check. An [`SignInVerdict::Allow`] has debited one reservation, which the caller has to keep
/// until the attempt is reported or `reservation_s` has passed.
pub fn ask_before(
    record: &mut AccountRecord,
    familiarity: Option<&Familiarity>,
    source: Option<&SourceFacts>,
    vouch: Vouch,
    policy: &SignInPolicy,
    now: Timestamp,
) -> SignInVerdict {
    let now_s = now.unix_s_u32();
    record.heal_clock(now_s);
    let lane = lane_of(familiarity, source, vouch, policy, now);
    if let Some(refusal) = refusal(record, lane, source, now_s) {
        return SignInVerdict::Refuse(refusal);
    }
    let lane_record = record.lane_mut(lane);
    if !lane_record.has_room(&LaneLimits::of(lane, policy), now_s) {
        return SignInVerdict::Wait { lane };
    }
    lane_record.reserve();
    SignInVerdict::Allow { lane, delay_s: 0, observed: observed(lane, source) }
}

/// What [`ask_before`] would say, step by step, without debiting anything.
pub fn foresee(
    record: &AccountRecord,
    familiarity: Option<&Familiarity>,
    source: Option<&SourceFacts>,
    vouch: Vouch,
    policy: &SignInPolicy,
    now: Timestamp,
) -> Foreseen {
    let now_s = now.unix_s_u32();
    let lane = lane_of(familiarity, source, vouch, policy, now);
    Foreseen {
        lane,
        source_block: source.and_then(|source| source.refusal().or(source.observed_refusal())),
        lane_refusal: record.lane(lane).refusal(lane, now_s),
        has_room: record.lane(lane).has_room(&LaneLimits::of(lane, policy), now_s),
    }
}

/// After the check: the password was right. `held` is the lane of the attempt's reservation.
///
/// Without a reservation the attempt went around the first question, and with it around every cap; a site that
/// switched the first question off has no caps either, so it is refused as well.
pub fn ask_after(
    record: &mut AccountRecord,
    held: Option<Lane>,
    source: Option<&SourceFacts>,
    now: Timestamp,
) -> SignInVerdict {
    let now_s = now.unix_s_u32();
    record.heal_clock(now_s);
    let Some(lane) = held else {
        return SignInVerdict::Refuse(SignInRefusal::NoReservation);
    };
    match refusal(record, lane, source, now_s) {
        Some(refusal) => SignInVerdict::Refuse(refusal),
        None => SignInVerdict::Allow { lane, delay_s: 0, observed: observed(lane, source) },
    }
}

/// What the source would have been refused for, where sources are only observed.
fn observed(lane: Lane, source: Option<&SourceFacts>) -> Option<SignInRefusal> {
    match lane {
        Lane::Unfamiliar => {
            source.filter(|source| !source.standing.is_exempt).and_then(SourceFacts::observed_refusal)
        }
        Lane::Familiar => None,
    }
}

fn refusal(
    record: &AccountRecord,
    lane: Lane,
    source: Option<&SourceFacts>,
    now_s: u32,
) -> Option<SignInRefusal> {
    let by_source = match lane {
        Lane::Unfamiliar => source.filter(|source| !source.standing.is_exempt).and_then(SourceFacts::refusal),
        Lane::Familiar => None,
    };
    by_source.or_else(|| record.lane(lane).refusal(lane, now_s))
}

//! Pairs of values that contradict each other: each is within its bounds, and together they switch a rule off or
//! turn it round. Refused, because a setting that silently protects nothing is worse than none (Keycloak issue
//! 30939). The sentences are in postern-text.

use super::{CompromisePolicy, OutboundPolicy, Policies, PolicyError, SignInPolicy};

/// Why a value must not be above another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Conflict {
    /// A place that the account knows would be trusted less than one that it does not know.
    KnownPlaceStricter,
    /// The first lock would be longer than the longest.
    FirstLockAboveLongest,
    /// The lane would close before it ever locks.
    ClosesBeforeLock,
    /// More attempts at once than failures before the lock: the lock could be passed.
    LockCouldBePassed,
    /// A single address would be blocked later than the network around it.
    AddressAfterNetwork,
    /// While many accounts are attacked, strangers would have more guesses than usual.
    LooserDuringSpray,
    /// The first rule would never act, because the second acts before it.
    NeverActs,
    /// An hour cannot hold more than the day that it lies in.
    HourAboveDay,
    /// A watched account would have more room than any other.
    WatchedLooser,
}

crate::account::codes!(Conflict {
    Conflict::KnownPlaceStricter => "known_place_stricter",
    Conflict::FirstLockAboveLongest => "first_lock_above_longest",
    Conflict::ClosesBeforeLock => "closes_before_lock",
    Conflict::LockCouldBePassed => "lock_could_be_passed",
    Conflict::AddressAfterNetwork => "address_after_network",
    Conflict::LooserDuringSpray => "looser_during_spray",
    Conflict::NeverActs => "never_acts",
    Conflict::HourAboveDay => "hour_above_day",
    Conflict::WatchedLooser => "watched_looser",
});

/// A pair: the first must not be above the second.
type Pair = ((&'static str, u64), (&'static str, u64), Conflict);

/// Refuses the first pair that contradicts itself.
pub(super) fn check(policies: &Policies) -> Result<(), PolicyError> {
    for ((lower, low), (upper, high), conflict) in pairs(policies) {
        if low > high {
            return Err(PolicyError::Contradiction { lower, upper, conflict });
        }
    }
    Ok(())
}

fn pairs(policies: &Policies) -> impl Iterator<Item = Pair> {
    sign_in_pairs(&policies.sign_in)
        .into_iter()
        .chain(outbound_pairs(&policies.outbound))
        .chain(compromise_pairs(&policies.compromise))
}

macro_rules! pair {
    ($policy:ident, $prefix:literal, $lower:ident, $upper:ident, $conflict:ident) => {
        (
            (concat!($prefix, ".", stringify!($lower)), $policy.$lower),
            (concat!($prefix, ".", stringify!($upper)), $policy.$upper),
            Conflict::$conflict,
        )
    };
}

fn sign_in_pairs(s: &SignInPolicy) -> Vec<Pair> {
    vec![
        pair!(s, "sign_in", unfamiliar_failures_max, familiar_failures_max, KnownPlaceStricter),
        pair!(s, "sign_in", first_lock_s, familiar_lock_max_s, FirstLockAboveLongest),
        pair!(s, "sign_in", first_lock_s, unfamiliar_lock_max_s, FirstLockAboveLongest),
        pair!(s, "sign_in", familiar_lock_max_s, unfamiliar_lock_max_s, KnownPlaceStricter),
        pair!(s, "sign_in", familiar_failures_max, close_after_failures, ClosesBeforeLock),
        pair!(s, "sign_in", unfamiliar_in_flight_max, unfamiliar_failures_max, LockCouldBePassed),
        pair!(s, "sign_in", familiar_in_flight_max, familiar_failures_max, LockCouldBePassed),
        pair!(s, "sign_in", source_points_max, network_points_max, AddressAfterNetwork),
        pair!(s, "sign_in", spray_failures_max, unfamiliar_failures_max, LooserDuringSpray),
        // Each account tried costs a point at least.
        pair!(s, "sign_in", spray_accounts_max, source_points_max, NeverActs),
        pair!(s, "sign_in", enumeration_names_max, spray_accounts_max, NeverActs),
    ]
}

fn outbound_pairs(o: &OutboundPolicy) -> Vec<Pair> {
    vec![
        pair!(o, "outbound", novel_hour_max, novel_day_max, HourAboveDay),
        pair!(o, "outbound", slow_novel_hour, novel_hour_max, NeverActs),
        pair!(o, "outbound", cap_hour, cap_day, HourAboveDay),
        pair!(o, "outbound", novel_hour_max, cap_hour, NeverActs),
        pair!(o, "outbound", novel_day_max, cap_day, NeverActs),
        pair!(o, "outbound", recipients_hour_floor, cap_hour, NeverActs),
        pair!(o, "outbound", watched_recipients_hour, recipients_hour_floor, WatchedLooser),
        pair!(o, "outbound", recipients_hour_floor, recipients_severe_floor, NeverActs),
        pair!(o, "outbound", peak_factor, peak_severe_factor, NeverActs),
    ]
}

fn compromise_pairs(c: &CompromisePolicy) -> Vec<Pair> {
    vec![
        pair!(c, "compromise", alert_points, slow_points, NeverActs),
        pair!(c, "compromise", slow_points, restrict_points, NeverActs),
        pair!(c, "compromise", restrict_points, until_released_points, NeverActs),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_is_refused_with_its_names_and_its_reason_and_fits_when_equal() {
        let defaults = Policies::default();
        for ((lower, _), (upper, _), conflict) in pairs(&defaults) {
            // Only this pair: every other bound of the two is moved out of the way by the equal value.
            let bounds = |name| Policies::descriptions().find(|value| value.name == name).expect("a value");
            let (low, high) = (bounds(lower), bounds(upper));
            let crossing = high.default.max(high.min).min(low.max.saturating_sub(1));
            let mut policies = Policies::default();
            policies.set(upper, &crossing.to_string()).expect("within bounds");
            policies.set(lower, &(crossing + 1).to_string()).expect("within bounds");
            let all: Vec<_> = pairs(&policies)
                .filter(|((_, low), (_, high), _)| low > high)
                .map(|((lower, _), (upper, _), conflict)| (lower, upper, conflict))
                .collect();
            assert!(all.contains(&(lower, upper, conflict)), "{lower} above {upper}: {all:?}");
            assert!(matches!(check(&policies), Err(PolicyError::Contradiction { .. })));
        }
    }
}

//! What a released account is watched by for a while: thresholds doubled, or quartered (checklist E8).

use postern_core::compromise::{SignalClass, traits_of};
use postern_core::outbound::Grace;
use postern_core::restriction::{Reason, Restriction};

/// Volume alone doubles thresholds after the release, evidence of compromise quarters them (checklist E8).
pub(crate) fn grace_after(row: &Restriction) -> Grace {
    let mut seen = row.evidence.iter().map(|seen| traits_of(seen.kind));
    let compromised = seen.any(|traits| traits.points_max > 0 && traits.class != SignalClass::Volume);
    if compromised || matches!(row.reason, Reason::Contained { .. }) {
        Grace::Quartered
    } else {
        Grace::Doubled
    }
}

//! Named sets of values for signing in, to start from. A preset sets every value that any of them sets, so that one
//! put over another leaves nothing of it; whether rules only report is the site's own choice and in none of them.

use super::Policies;

/// A named set of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// As Microsoft Entra smart lockout by default: 10 failures, 60 s. What Microsoft does not publish (how its locks
    /// grow, when it blocks a source) is as in `standard`, except that no row of failures closes a lane.
    Microsoft,
    /// What a new site gets (signin reference, c.6).
    Standard,
    /// As Microsoft Entra for the US government: 3 failures. Sources are blocked at half the points, places are
    /// forgotten sooner, and a row of 50 failures closes a lane.
    Strict,
}

crate::account::codes!(Preset {
    Preset::Microsoft => "microsoft",
    Preset::Standard => "standard",
    Preset::Strict => "strict",
});

/// What the presets set: each value by name, for `microsoft`, `standard` and `strict`.
const VALUES: &[(&str, [u64; 3])] = &[
    // Entra 10 and, for the US government, 3, for both of its counters.
    ("sign_in.unfamiliar_failures_max", [10, 10, 3]),
    ("sign_in.familiar_failures_max", [10, 20, 10]),
    ("sign_in.first_lock_s", [60, 60, 60]),
    ("sign_in.unfamiliar_lock_max_s", [3_600, 3_600, 14_400]),
    ("sign_in.familiar_lock_max_s", [900, 900, 900]),
    // Microsoft has no hard limit; the largest that can be set stands for it. NIST SP 800-63B: at most 100.
    ("sign_in.close_after_failures", [1_000, 100, 50]),
    ("sign_in.unfamiliar_in_flight_max", [4, 4, 2]),
    ("sign_in.familiar_in_flight_max", [10, 20, 10]),
    ("sign_in.familiar_after_s", [3_600, 3_600, 14_400]),
    ("sign_in.familiar_days", [30, 30, 14]),
    ("sign_in.source_points_max", [50, 50, 25]),
    ("sign_in.network_points_max", [200, 200, 100]),
    ("sign_in.enumeration_names_max", [5, 5, 3]),
    ("sign_in.spray_accounts_max", [10, 10, 5]),
    ("sign_in.spray_failures_max", [4, 4, 3]),
    ("sign_in.unlock_grace_s", [900, 900, 300]),
];

impl Preset {
    /// Its values, by name.
    pub fn values(self) -> impl Iterator<Item = (&'static str, u64)> {
        VALUES.iter().map(move |(name, values)| (*name, values[self as usize]))
    }

    /// These policies with the preset's values; the others stay.
    ///
    /// The names and bounds are checked by a test, so nothing is refused here.
    #[must_use]
    pub fn over(self, policies: &Policies) -> Policies {
        let mut after = policies.clone();
        for (name, value) in self.values() {
            let _fits = after.set(name, &value.to_string());
        }
        after
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_preset_fits_its_bounds_and_contradicts_nothing_and_standard_is_what_a_new_site_gets() {
        for &preset in Preset::ALL {
            let mut policies = Policies::default();
            for (name, value) in preset.values() {
                policies.set(name, &value.to_string()).unwrap_or_else(|error| panic!("{preset:?}: {error}"));
            }
            policies.check().unwrap_or_else(|error| panic!("{preset:?}: {error}"));
            assert_eq!(preset.over(&Policies::default()), policies);
        }
        assert_eq!(Preset::Standard.over(&Preset::Strict.over(&Policies::default())), Policies::default());
    }

    #[test]
    fn strict_is_nowhere_looser_than_standard() {
        let looser_when_lower = ["unfamiliar_lock_max_s", "familiar_lock_max_s", "familiar_after_s"];
        for ((name, standard), (_, strict)) in Preset::Standard.values().zip(Preset::Strict.values()) {
            let is_looser = if looser_when_lower.iter().any(|end| name.ends_with(end)) {
                strict < standard
            } else {
                strict > standard
            };
            assert!(!is_looser, "{name}: {strict} and {standard}");
        }
    }

    #[test]
    fn what_a_site_chose_beside_a_preset_stays() {
        let mut policies = Policies::default();
        policies.set("sign_in.sources_observe_only", "1").expect("a switch");
        policies.set("outbound.novel_hour_max", "40").expect("within bounds");
        let after = Preset::Strict.over(&policies);
        assert_eq!((after.sign_in.sources_observe_only, after.outbound.novel_hour_max), (1, 40));
        assert_eq!(after.sign_in.unfamiliar_failures_max, 3);
    }
}

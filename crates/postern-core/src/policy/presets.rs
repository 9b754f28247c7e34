//! Named sets of values to start from, for each of the two doors. A preset sets every value that any preset of its
//! door sets, so that one put over another leaves nothing of it, and none of the other door; whether rules only report
//! is the site's own choice and in none of them.

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
    /// Sending as a new site has it (outbound reference, d).
    SendingSmallOffice,
    /// For schools and hosters, where accounts are many and stolen often (outbound reference, d): new recipients 20
    /// an hour and 40 a day, bursts from 60, at most 400 a day.
    SendingStrict,
    /// For people who write to many strangers by profession (outbound reference, d): 50 and 120, at most 2000 a day.
    SendingRelaxed,
    /// Only the caps that Microsoft recommends as standard: 500 an hour, 1000 a day. Its service does not
    /// tell known recipients from strangers, so the rules of novelty and habit are off.
    SendingMicrosoft,
    /// Only the caps that Microsoft recommends as strict: 400 an hour, 800 a day.
    SendingMicrosoftStrict,
}

/// The door that a preset is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// Signing in.
    SigningIn,
    /// Sending.
    Sending,
}

crate::account::codes!(Preset {
    Preset::Microsoft => "microsoft",
    Preset::Standard => "standard",
    Preset::Strict => "strict",
    Preset::SendingSmallOffice => "sending_small_office",
    Preset::SendingStrict => "sending_strict",
    Preset::SendingRelaxed => "sending_relaxed",
    Preset::SendingMicrosoft => "sending_microsoft",
    Preset::SendingMicrosoftStrict => "sending_microsoft_strict",
});

/// What the presets of sending set: for `sending_small_office`, `sending_strict`, `sending_relaxed`, `sending_microsoft`
/// and `sending_microsoft_strict`. A limit whose rule is off stays what it is in the first.
const SENDING_VALUES: &[(&str, [u64; 5])] = &[
    ("outbound.novel_hour_rule", [1, 1, 1, 0, 0]),
    ("outbound.novel_hour_max", [30, 20, 50, 30, 30]),
    ("outbound.novel_day_rule", [1, 1, 1, 0, 0]),
    ("outbound.novel_day_max", [60, 40, 120, 60, 60]),
    // The same share of the hourly limit in each.
    ("outbound.slow_novel_hour", [12, 8, 20, 12, 12]),
    // Exchange refuses and never slows.
    ("outbound.slow_delay_s", [3, 3, 3, 0, 0]),
    ("outbound.recipients_hour_rule", [1, 1, 1, 0, 0]),
    ("outbound.recipients_hour_floor", [100, 60, 100, 100, 100]),
    // The reference names one cap for `strict` and `relaxed`, that of a day; the hour's is half, as in Microsoft's.
    ("outbound.cap_hour", [500, 200, 1_000, 500, 400]),
    ("outbound.cap_day", [1_000, 400, 2_000, 1_000, 800]),
    // Exchange does not look at sign-ins when it counts.
    ("outbound.unfamiliar_divisor", [4, 4, 4, 1, 1]),
    ("outbound.watched_recipients_hour", [15, 15, 15, 15, 15]),
];

/// What the presets of signing in set: each value by name, for `microsoft`, `standard` and `strict`.
const SIGN_IN_VALUES: &[(&str, [u64; 3])] = &[
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
    /// The door whose values it sets.
    pub fn door(self) -> Door {
        match self {
            Preset::Microsoft | Preset::Standard | Preset::Strict => Door::SigningIn,
            Preset::SendingSmallOffice
            | Preset::SendingStrict
            | Preset::SendingRelaxed
            | Preset::SendingMicrosoft
            | Preset::SendingMicrosoftStrict => Door::Sending,
        }
    }

    /// Its values, by name.
    pub fn values(self) -> impl Iterator<Item = (&'static str, u64)> {
        let sign_in = move |column: usize| {
            SIGN_IN_VALUES.iter().map(|(name, values)| (*name, values[column])).collect::<Vec<_>>()
        };
        let sending = move |column: usize| {
            SENDING_VALUES.iter().map(|(name, values)| (*name, values[column])).collect()
        };
        let values: Vec<(&'static str, u64)> = match self {
            Preset::Microsoft => sign_in(0),
            Preset::Standard => sign_in(1),
            Preset::Strict => sign_in(2),
            Preset::SendingSmallOffice => sending(0),
            Preset::SendingStrict => sending(1),
            Preset::SendingRelaxed => sending(2),
            Preset::SendingMicrosoft => sending(3),
            Preset::SendingMicrosoftStrict => sending(4),
        };
        values.into_iter()
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
        for (new_site, other) in [
            (Preset::Standard, Preset::Strict),
            (Preset::SendingSmallOffice, Preset::SendingRelaxed),
            (Preset::SendingSmallOffice, Preset::SendingMicrosoftStrict),
        ] {
            assert_eq!(new_site.over(&other.over(&Policies::default())), Policies::default(), "{other:?}");
        }
    }

    #[test]
    fn a_preset_of_one_door_leaves_the_other_alone() {
        for &preset in Preset::ALL {
            let after = preset.over(&Policies::default());
            let (sign_in, outbound) = (Policies::default().sign_in, Policies::default().outbound);
            match preset.door() {
                Door::SigningIn => assert_eq!(after.outbound, outbound, "{preset:?}"),
                Door::Sending => assert_eq!(after.sign_in, sign_in, "{preset:?}"),
            }
        }
    }

    #[test]
    fn presets_of_sending_have_the_numbers_of_the_checklist() {
        let numbers = |preset: Preset| {
            let o = preset.over(&Policies::default()).outbound;
            (o.novel_hour_max, o.novel_day_max, o.recipients_hour_floor, o.cap_hour, o.cap_day)
        };
        assert_eq!(numbers(Preset::SendingSmallOffice), (30, 60, 100, 500, 1_000));
        assert_eq!(numbers(Preset::SendingStrict), (20, 40, 60, 200, 400));
        assert_eq!(numbers(Preset::SendingRelaxed), (50, 120, 100, 1_000, 2_000));
        for (preset, cap_hour, cap_day) in
            [(Preset::SendingMicrosoft, 500, 1_000), (Preset::SendingMicrosoftStrict, 400, 800)]
        {
            let o = preset.over(&Policies::default()).outbound;
            assert_eq!((o.cap_hour, o.cap_day), (cap_hour, cap_day));
            assert_eq!(
                (o.novel_hour_rule, o.novel_day_rule, o.recipients_hour_rule, o.slow_delay_s),
                (0, 0, 0, 0)
            );
        }
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

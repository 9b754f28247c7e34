//! What a policy's values mean where a number alone does not say it: why two contradict each other, what a preset
//! stands for, what a choice costs. Knows no bounds and no defaults.

use postern_core::policy::Conflict;
use postern_core::policy::presets::Preset;

use crate::key;
use crate::words::Words;

impl Words {
    /// That `lower` must not be above `upper`, and why.
    pub fn contradiction(&self, lower: &str, upper: &str, conflict: Conflict) -> String {
        let key = match conflict {
            Conflict::KnownPlaceStricter => key::POLICY_CONFLICT_KNOWN_PLACE_STRICTER,
            Conflict::FirstLockAboveLongest => key::POLICY_CONFLICT_FIRST_LOCK_ABOVE_LONGEST,
            Conflict::ClosesBeforeLock => key::POLICY_CONFLICT_CLOSES_BEFORE_LOCK,
            Conflict::LockCouldBePassed => key::POLICY_CONFLICT_LOCK_COULD_BE_PASSED,
            Conflict::AddressAfterNetwork => key::POLICY_CONFLICT_ADDRESS_AFTER_NETWORK,
            Conflict::LooserDuringSpray => key::POLICY_CONFLICT_LOOSER_DURING_SPRAY,
            Conflict::NeverActs => key::POLICY_CONFLICT_NEVER_ACTS,
            Conflict::HourAboveDay => key::POLICY_CONFLICT_HOUR_ABOVE_DAY,
            Conflict::WatchedLooser => key::POLICY_CONFLICT_WATCHED_LOOSER,
        };
        let reason = self.say(key, &[]);
        let arguments = [("lower", lower.into()), ("upper", upper.into()), ("reason", (&reason).into())];
        self.say(key::POLICY_CONTRADICTION, &arguments)
    }

    /// What a preset stands for.
    pub fn preset(&self, preset: Preset) -> String {
        let key = match preset {
            Preset::Microsoft => key::PRESET_MICROSOFT,
            Preset::Standard => key::PRESET_STANDARD,
            Preset::Strict => key::PRESET_STRICT,
            Preset::SendingSmallOffice => key::PRESET_SENDING_SMALL_OFFICE,
            Preset::SendingStrict => key::PRESET_SENDING_STRICT,
            Preset::SendingRelaxed => key::PRESET_SENDING_RELAXED,
            Preset::SendingMicrosoft => key::PRESET_SENDING_MICROSOFT,
            Preset::SendingMicrosoftStrict => key::PRESET_SENDING_MICROSOFT_STRICT,
        };
        self.say(key, &[])
    }
}

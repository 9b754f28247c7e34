//! What a policy's values mean where a number alone does not say it: why two contradict each other, what a preset
//! stands for, what a choice costs. Knows no bounds and no defaults.

use postern_core::policy::presets::Preset;
use postern_core::policy::scoped::{
    CONDITIONS_MAX, NAME_BYTES_MAX, PRIORITY_MAX, SCOPED_MAX, ScopedPolicyError,
};
use postern_core::policy::{Conflict, PolicyError};
use postern_core::refusal::Refusal;

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

    /// Why a value is refused.
    pub fn policy_error(&self, error: &PolicyError) -> String {
        let cause = match error {
            PolicyError::Contradiction { lower, upper, conflict } => {
                return self.contradiction(lower, upper, *conflict);
            }
            PolicyError::UnknownName { .. }
            | PolicyError::NotANumber { .. }
            | PolicyError::OutOfBounds { .. } => error.to_string(),
        };
        self.say(key::CLI_ERROR_POLICY, &[("cause", (&cause).into())])
    }

    /// Why a policy for some accounts is refused.
    pub fn scoped_policy_error(&self, error: &ScopedPolicyError) -> String {
        match error {
            ScopedPolicyError::Name { given } => {
                let arguments = [("given", given.into()), ("max", NAME_BYTES_MAX.into())];
                self.say(key::POLICIES_ERROR_NAME, &arguments)
            }
            ScopedPolicyError::Priority { given } => {
                let arguments = [("given", (*given).into()), ("max", PRIORITY_MAX.into())];
                self.say(key::POLICIES_ERROR_PRIORITY, &arguments)
            }
            ScopedPolicyError::PriorityTaken { by } => {
                self.say(key::POLICIES_ERROR_PRIORITY_TAKEN, &[("by", by.into())])
            }
            ScopedPolicyError::NoCondition => self.say(key::POLICIES_ERROR_NO_CONDITION, &[]),
            ScopedPolicyError::TooManyConditions => {
                self.say(key::POLICIES_ERROR_TOO_MANY_CONDITIONS, &[("max", CONDITIONS_MAX.into())])
            }
            ScopedPolicyError::Condition { given } => {
                self.say(key::POLICIES_ERROR_CONDITION, &[("given", given.into())])
            }
            ScopedPolicyError::NoValue => self.say(key::POLICIES_ERROR_NO_VALUE, &[]),
            ScopedPolicyError::NotOfSending { name } => {
                self.say(key::POLICIES_ERROR_NOT_OF_SENDING, &[("name", name.into())])
            }
            ScopedPolicyError::Value(error) => self.policy_error(error),
            ScopedPolicyError::EndInThePast => self.refusal(&Refusal::EndInThePast),
            ScopedPolicyError::TooMany => {
                self.say(key::POLICIES_ERROR_TOO_MANY, &[("max", SCOPED_MAX.into())])
            }
            ScopedPolicyError::NoSuchPolicy { name } => {
                self.say(key::POLICIES_ERROR_NO_SUCH, &[("name", name.into())])
            }
        }
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

//! Every value of a policy with its words, by groups in the order of a page; a test finds the one that is missing.

use super::{PolicyGroup, PolicyUnit, PolicyValueWords};
use crate::key;

/// A table of rows: group, name in the policy, unit, what it is called, what it does.
macro_rules! values {
    ($($group:ident $code:literal $unit:ident $name:path, $what:path;)+) => {
        /// Every value with its words.
        pub const POLICY_VALUES: &[PolicyValueWords] = &[$(PolicyValueWords {
            code: $code,
            group: PolicyGroup::$group,
            unit: PolicyUnit::$unit,
            name: $name,
            what: $what,
        },)+];
    };
}

values! {
    Locks "sign_in.unfamiliar_failures_max" Count
        key::PV_SIGN_IN_UNFAMILIAR_FAILURES_MAX, key::PV_SIGN_IN_UNFAMILIAR_FAILURES_MAX_WHAT;
    Locks "sign_in.familiar_failures_max" Count
        key::PV_SIGN_IN_FAMILIAR_FAILURES_MAX, key::PV_SIGN_IN_FAMILIAR_FAILURES_MAX_WHAT;
    Locks "sign_in.first_lock_s" Seconds
        key::PV_SIGN_IN_FIRST_LOCK_S, key::PV_SIGN_IN_FIRST_LOCK_S_WHAT;
    Locks "sign_in.unfamiliar_lock_max_s" Seconds
        key::PV_SIGN_IN_UNFAMILIAR_LOCK_MAX_S, key::PV_SIGN_IN_UNFAMILIAR_LOCK_MAX_S_WHAT;
    Locks "sign_in.familiar_lock_max_s" Seconds
        key::PV_SIGN_IN_FAMILIAR_LOCK_MAX_S, key::PV_SIGN_IN_FAMILIAR_LOCK_MAX_S_WHAT;
    Locks "sign_in.close_after_failures" Count
        key::PV_SIGN_IN_CLOSE_AFTER_FAILURES, key::PV_SIGN_IN_CLOSE_AFTER_FAILURES_WHAT;
    Locks "sign_in.failure_half_life_s" Seconds
        key::PV_SIGN_IN_FAILURE_HALF_LIFE_S, key::PV_SIGN_IN_FAILURE_HALF_LIFE_S_WHAT;
    Locks "sign_in.unfamiliar_in_flight_max" Count
        key::PV_SIGN_IN_UNFAMILIAR_IN_FLIGHT_MAX, key::PV_SIGN_IN_UNFAMILIAR_IN_FLIGHT_MAX_WHAT;
    Locks "sign_in.familiar_in_flight_max" Count
        key::PV_SIGN_IN_FAMILIAR_IN_FLIGHT_MAX, key::PV_SIGN_IN_FAMILIAR_IN_FLIGHT_MAX_WHAT;
    Locks "sign_in.reservation_wait_ms" Milliseconds
        key::PV_SIGN_IN_RESERVATION_WAIT_MS, key::PV_SIGN_IN_RESERVATION_WAIT_MS_WHAT;
    Locks "sign_in.reservation_s" Seconds
        key::PV_SIGN_IN_RESERVATION_S, key::PV_SIGN_IN_RESERVATION_S_WHAT;
    Locks "sign_in.familiar_after_s" Seconds
        key::PV_SIGN_IN_FAMILIAR_AFTER_S, key::PV_SIGN_IN_FAMILIAR_AFTER_S_WHAT;
    Locks "sign_in.familiar_days" Days
        key::PV_SIGN_IN_FAMILIAR_DAYS, key::PV_SIGN_IN_FAMILIAR_DAYS_WHAT;
    Locks "sign_in.unlock_grace_s" Seconds
        key::PV_SIGN_IN_UNLOCK_GRACE_S, key::PV_SIGN_IN_UNLOCK_GRACE_S_WHAT;
    Locks "sign_in.sticky_locks" Count
        key::PV_SIGN_IN_STICKY_LOCKS, key::PV_SIGN_IN_STICKY_LOCKS_WHAT;
    Sources "sign_in.source_points_max" Points
        key::PV_SIGN_IN_SOURCE_POINTS_MAX, key::PV_SIGN_IN_SOURCE_POINTS_MAX_WHAT;
    Sources "sign_in.network_points_max" Points
        key::PV_SIGN_IN_NETWORK_POINTS_MAX, key::PV_SIGN_IN_NETWORK_POINTS_MAX_WHAT;
    Sources "sign_in.source_block_s" Seconds
        key::PV_SIGN_IN_SOURCE_BLOCK_S, key::PV_SIGN_IN_SOURCE_BLOCK_S_WHAT;
    Sources "sign_in.enumeration_names_max" Count
        key::PV_SIGN_IN_ENUMERATION_NAMES_MAX, key::PV_SIGN_IN_ENUMERATION_NAMES_MAX_WHAT;
    Sources "sign_in.spray_accounts_max" Count
        key::PV_SIGN_IN_SPRAY_ACCOUNTS_MAX, key::PV_SIGN_IN_SPRAY_ACCOUNTS_MAX_WHAT;
    Sources "sign_in.spray_success_percent" Percent
        key::PV_SIGN_IN_SPRAY_SUCCESS_PERCENT, key::PV_SIGN_IN_SPRAY_SUCCESS_PERCENT_WHAT;
    Spray "sign_in.spray_sigma" Count
        key::PV_SIGN_IN_SPRAY_SIGMA, key::PV_SIGN_IN_SPRAY_SIGMA_WHAT;
    Spray "sign_in.spray_targets_min" Count
        key::PV_SIGN_IN_SPRAY_TARGETS_MIN, key::PV_SIGN_IN_SPRAY_TARGETS_MIN_WHAT;
    Spray "sign_in.spray_percent" Percent
        key::PV_SIGN_IN_SPRAY_PERCENT, key::PV_SIGN_IN_SPRAY_PERCENT_WHAT;
    Spray "sign_in.spray_failures_max" Count
        key::PV_SIGN_IN_SPRAY_FAILURES_MAX, key::PV_SIGN_IN_SPRAY_FAILURES_MAX_WHAT;
    Sending "outbound.novel_hour_rule" Switch
        key::PV_OUTBOUND_NOVEL_HOUR_RULE, key::PV_OUTBOUND_NOVEL_HOUR_RULE_WHAT;
    Sending "outbound.novel_hour_max" Count
        key::PV_OUTBOUND_NOVEL_HOUR_MAX, key::PV_OUTBOUND_NOVEL_HOUR_MAX_WHAT;
    Sending "outbound.novel_day_rule" Switch
        key::PV_OUTBOUND_NOVEL_DAY_RULE, key::PV_OUTBOUND_NOVEL_DAY_RULE_WHAT;
    Sending "outbound.novel_day_max" Count
        key::PV_OUTBOUND_NOVEL_DAY_MAX, key::PV_OUTBOUND_NOVEL_DAY_MAX_WHAT;
    Sending "outbound.novel_alert_percent" Percent
        key::PV_OUTBOUND_NOVEL_ALERT_PERCENT, key::PV_OUTBOUND_NOVEL_ALERT_PERCENT_WHAT;
    Sending "outbound.novel_hour_severe_percent" Percent
        key::PV_OUTBOUND_NOVEL_HOUR_SEVERE_PERCENT, key::PV_OUTBOUND_NOVEL_HOUR_SEVERE_PERCENT_WHAT;
    Sending "outbound.novel_day_severe_percent" Percent
        key::PV_OUTBOUND_NOVEL_DAY_SEVERE_PERCENT, key::PV_OUTBOUND_NOVEL_DAY_SEVERE_PERCENT_WHAT;
    Sending "outbound.internal_weight_percent" Percent
        key::PV_OUTBOUND_INTERNAL_WEIGHT_PERCENT, key::PV_OUTBOUND_INTERNAL_WEIGHT_PERCENT_WHAT;
    Sending "outbound.slow_novel_hour" Count
        key::PV_OUTBOUND_SLOW_NOVEL_HOUR, key::PV_OUTBOUND_SLOW_NOVEL_HOUR_WHAT;
    Sending "outbound.slow_delay_s" Seconds
        key::PV_OUTBOUND_SLOW_DELAY_S, key::PV_OUTBOUND_SLOW_DELAY_S_WHAT;
    Sending "outbound.recipients_hour_rule" Switch
        key::PV_OUTBOUND_RECIPIENTS_HOUR_RULE, key::PV_OUTBOUND_RECIPIENTS_HOUR_RULE_WHAT;
    Sending "outbound.recipients_hour_floor" Count
        key::PV_OUTBOUND_RECIPIENTS_HOUR_FLOOR, key::PV_OUTBOUND_RECIPIENTS_HOUR_FLOOR_WHAT;
    Sending "outbound.peak_factor" Times
        key::PV_OUTBOUND_PEAK_FACTOR, key::PV_OUTBOUND_PEAK_FACTOR_WHAT;
    Sending "outbound.recipients_severe_floor" Count
        key::PV_OUTBOUND_RECIPIENTS_SEVERE_FLOOR, key::PV_OUTBOUND_RECIPIENTS_SEVERE_FLOOR_WHAT;
    Sending "outbound.peak_severe_factor" Times
        key::PV_OUTBOUND_PEAK_SEVERE_FACTOR, key::PV_OUTBOUND_PEAK_SEVERE_FACTOR_WHAT;
    Sending "outbound.cap_hour" Count
        key::PV_OUTBOUND_CAP_HOUR, key::PV_OUTBOUND_CAP_HOUR_WHAT;
    Sending "outbound.cap_day" Count
        key::PV_OUTBOUND_CAP_DAY, key::PV_OUTBOUND_CAP_DAY_WHAT;
    Watched "outbound.unfamiliar_divisor" Count
        key::PV_OUTBOUND_UNFAMILIAR_DIVISOR, key::PV_OUTBOUND_UNFAMILIAR_DIVISOR_WHAT;
    Watched "outbound.unfamiliar_window_s" Seconds
        key::PV_OUTBOUND_UNFAMILIAR_WINDOW_S, key::PV_OUTBOUND_UNFAMILIAR_WINDOW_S_WHAT;
    Watched "outbound.watched_recipients_hour" Count
        key::PV_OUTBOUND_WATCHED_RECIPIENTS_HOUR, key::PV_OUTBOUND_WATCHED_RECIPIENTS_HOUR_WHAT;
    Watched "outbound.watched_peak_percent" Percent
        key::PV_OUTBOUND_WATCHED_PEAK_PERCENT, key::PV_OUTBOUND_WATCHED_PEAK_PERCENT_WHAT;
    Watched "outbound.grace_s" Seconds
        key::PV_OUTBOUND_GRACE_S, key::PV_OUTBOUND_GRACE_S_WHAT;
    Watched "outbound.learning_days" Days
        key::PV_OUTBOUND_LEARNING_DAYS, key::PV_OUTBOUND_LEARNING_DAYS_WHAT;
    Watched "outbound.learning_messages" Count
        key::PV_OUTBOUND_LEARNING_MESSAGES, key::PV_OUTBOUND_LEARNING_MESSAGES_WHAT;
    Score "compromise.half_life_s" Seconds
        key::PV_COMPROMISE_HALF_LIFE_S, key::PV_COMPROMISE_HALF_LIFE_S_WHAT;
    Score "compromise.alert_points" Points
        key::PV_COMPROMISE_ALERT_POINTS, key::PV_COMPROMISE_ALERT_POINTS_WHAT;
    Score "compromise.slow_points" Points
        key::PV_COMPROMISE_SLOW_POINTS, key::PV_COMPROMISE_SLOW_POINTS_WHAT;
    Score "compromise.restrict_points" Points
        key::PV_COMPROMISE_RESTRICT_POINTS, key::PV_COMPROMISE_RESTRICT_POINTS_WHAT;
    Score "compromise.until_released_points" Points
        key::PV_COMPROMISE_UNTIL_RELEASED_POINTS, key::PV_COMPROMISE_UNTIL_RELEASED_POINTS_WHAT;
    Score "compromise.repeat_days" Days
        key::PV_COMPROMISE_REPEAT_DAYS, key::PV_COMPROMISE_REPEAT_DAYS_WHAT;
    Score "compromise.repeat_by_volume" Switch
        key::PV_COMPROMISE_REPEAT_BY_VOLUME, key::PV_COMPROMISE_REPEAT_BY_VOLUME_WHAT;
    Guard "mass_guard.restrictions_min" Count
        key::PV_MASS_GUARD_RESTRICTIONS_MIN, key::PV_MASS_GUARD_RESTRICTIONS_MIN_WHAT;
    Guard "mass_guard.percent" Percent
        key::PV_MASS_GUARD_PERCENT, key::PV_MASS_GUARD_PERCENT_WHAT;
    History "history.sign_in_days" Days
        key::PV_HISTORY_SIGN_IN_DAYS, key::PV_HISTORY_SIGN_IN_DAYS_WHAT;
    History "history.sending_days" Days
        key::PV_HISTORY_SENDING_DAYS, key::PV_HISTORY_SENDING_DAYS_WHAT;
    History "history.success_every_s" Seconds
        key::PV_HISTORY_SUCCESS_EVERY_S, key::PV_HISTORY_SUCCESS_EVERY_S_WHAT;
    Password "password.characters_min" Count
        key::PV_PASSWORD_CHARACTERS_MIN, key::PV_PASSWORD_CHARACTERS_MIN_WHAT;
    Password "password.points_min" Count
        key::PV_PASSWORD_POINTS_MIN, key::PV_PASSWORD_POINTS_MIN_WHAT;
    Password "password.remembered" Count
        key::PV_PASSWORD_REMEMBERED, key::PV_PASSWORD_REMEMBERED_WHAT;
    Password "password.temporary_s" Seconds
        key::PV_PASSWORD_TEMPORARY_S, key::PV_PASSWORD_TEMPORARY_S_WHAT;
    Password "password.link_only" Switch
        key::PV_PASSWORD_LINK_ONLY, key::PV_PASSWORD_LINK_ONLY_WHAT;
    Password "password.recovery_rule" Switch
        key::PV_PASSWORD_RECOVERY_RULE, key::PV_PASSWORD_RECOVERY_RULE_WHAT;
    Password "password.recovery_proofs" Count
        key::PV_PASSWORD_RECOVERY_PROOFS, key::PV_PASSWORD_RECOVERY_PROOFS_WHAT;
    Observe "sign_in.observe_only" Switch
        key::PV_SIGN_IN_OBSERVE_ONLY, key::PV_SIGN_IN_OBSERVE_ONLY_WHAT;
    Observe "sign_in.lanes_observe_only" Switch
        key::PV_SIGN_IN_LANES_OBSERVE_ONLY, key::PV_SIGN_IN_LANES_OBSERVE_ONLY_WHAT;
    Observe "sign_in.sources_observe_only" Switch
        key::PV_SIGN_IN_SOURCES_OBSERVE_ONLY, key::PV_SIGN_IN_SOURCES_OBSERVE_ONLY_WHAT;
    Observe "sign_in.spray_observe_only" Switch
        key::PV_SIGN_IN_SPRAY_OBSERVE_ONLY, key::PV_SIGN_IN_SPRAY_OBSERVE_ONLY_WHAT;
    Observe "outbound.observe_until_unix_s" Moment
        key::PV_OUTBOUND_OBSERVE_UNTIL_UNIX_S, key::PV_OUTBOUND_OBSERVE_UNTIL_UNIX_S_WHAT;
    Observe "compromise.slow_observe_only" Switch
        key::PV_COMPROMISE_SLOW_OBSERVE_ONLY, key::PV_COMPROMISE_SLOW_OBSERVE_ONLY_WHAT;
    Observe "compromise.restrict_observe_only" Switch
        key::PV_COMPROMISE_RESTRICT_OBSERVE_ONLY, key::PV_COMPROMISE_RESTRICT_OBSERVE_ONLY_WHAT;
}

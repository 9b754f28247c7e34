//! Bounds, defaults and contradictions of the values.

use super::*;

#[test]
fn the_defaults_lie_within_their_bounds_and_do_not_contradict_each_other() {
    Policies::default().check().expect("defaults fit together");
    for value in Policies::descriptions() {
        assert!((value.min..=value.max).contains(&value.default), "{}", value.name);
        let mut policies = Policies::default();
        policies.set(value.name, &value.min.to_string()).expect("lowest");
        policies.set(value.name, &value.max.to_string()).expect("highest");
        assert!(policies.set(value.name, &(value.max + 1).to_string()).is_err());
    }
}

#[test]
fn a_contradiction_names_both_values() {
    let mut policies = Policies::default();
    policies.set("outbound.novel_hour_max", "61").expect("within bounds");
    assert_eq!(
        policies.check(),
        Err(PolicyError::Contradiction {
            lower: "outbound.novel_hour_max",
            upper: "outbound.novel_day_max",
            conflict: Conflict::HourAboveDay
        })
    );
}

#[test]
fn an_unknown_name_and_a_word_are_refused() {
    let mut policies = Policies::default();
    assert!(matches!(policies.set("outbound.novel", "1"), Err(PolicyError::UnknownName { .. })));
    assert!(matches!(policies.set("outbound.cap_day", "many"), Err(PolicyError::NotANumber { .. })));
}

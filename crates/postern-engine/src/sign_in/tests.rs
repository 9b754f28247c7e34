//! What the gate's fields mean, case by case.

use super::*;

fn ask<'a>(pwhash: &'a str, mechanism: &'a str, phase: &'a str) -> SignInAsk<'a> {
    SignInAsk { pwhash, mechanism, phase, ..SignInAsk::default() }
}

#[test]
fn only_a_mechanism_that_carries_the_password_gives_a_tag() {
    assert_eq!(password_tag(&ask("0f18", "PLAIN", "")), Some(0x0f18));
    assert_eq!(password_tag(&ask("0f18", "login", "")), Some(0x0f18));
    assert_eq!(password_tag(&ask("0F18abcd", "", "")), Some(0x0f18));
    assert_eq!(password_tag(&ask("0f18", "CRAM-MD5", "")), None);
    assert_eq!(password_tag(&ask("", "PLAIN", "")), None);
    assert_eq!(password_tag(&ask("zzzz", "PLAIN", "")), None);
    assert_eq!(password_tag(&ask("å\u{fffd}1", "PLAIN", "")), None);
}

#[test]
fn a_refusal_says_that_the_password_was_right_only_after_the_check() {
    let report = |phase: &'static str, policy_reject, fail_type: &'static str| SignInReport {
        ask: ask("0f18", "PLAIN", phase),
        success: false,
        policy_reject,
        fail_type,
    };
    assert_eq!(outcome_of(&report("after", true, "")), Outcome::RightPasswordRefused);
    assert_eq!(outcome_of(&report("", true, "")), Outcome::RefusedBefore);
    assert_eq!(outcome_of(&report("", false, "")), Outcome::WrongPassword);
    assert_eq!(outcome_of(&report("", false, "account")), Outcome::WrongPassword);
    assert_eq!(outcome_of(&report("", false, "internal")), Outcome::NotAGuess);
}

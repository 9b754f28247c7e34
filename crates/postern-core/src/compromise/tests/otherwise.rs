//! What would have made the difference.

use super::*;
use crate::restriction::Reason;

#[test]
fn a_crossing_would_not_have_been_under_a_wider_policy_or_in_a_known_place() {
    let reason = Reason::NovelRecipientsHour { count: 9, limit: 8 };
    let volume = seen(NovelRecipients, 80, 0);
    assert_eq!(otherwise(&reason, std::slice::from_ref(&volume), true), [Otherwise::WiderPolicy]);
    let strange = [volume, seen(UnfamiliarSource, 15, 0)];
    assert_eq!(otherwise(&reason, &strange, false), [Otherwise::WiderPolicy, Otherwise::KnownPlace]);
    // A cap is the same everywhere; what the place decided is that it does not end by itself.
    let cap = Reason::CapDay { count: 1_001, limit: 1_000 };
    assert_eq!(otherwise(&cap, &strange, false), [Otherwise::WiderPolicy, Otherwise::EndsByItself]);
}

#[test]
fn a_score_would_not_have_been_without_what_it_cannot_do_without() {
    let reason = Reason::CompromiseScore { points: 95, limit: 80 };
    let (guessed, refused, place) =
        (seen(SuccessAfterFailures, 40, 0), seen(RightPasswordRefused, 40, 0), seen(UnfamiliarSource, 15, 0));
    let evidence = [guessed.clone(), refused.clone(), place];
    let expected = [Otherwise::Without(guessed), Otherwise::Without(refused)];
    assert_eq!(otherwise(&reason, &evidence, false), expected, "80 are enough without the place");
}

#[test]
fn what_a_person_decided_has_no_otherwise() {
    assert_eq!(otherwise(&Reason::ByPerson { note: "x".into() }, &[], false), []);
}

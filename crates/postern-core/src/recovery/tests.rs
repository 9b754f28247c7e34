//! What is enough, what may be chosen, and how much is borne.

use proptest::prelude::*;

use super::*;

fn at(s: i64) -> Timestamp {
    Timestamp::from_unix_s(s)
}

#[test]
fn two_proofs_of_one_kind_are_one() {
    let proofs = Proofs::default().and(RecoveryMethod::AddressCode).and(RecoveryMethod::AddressCode);
    assert_eq!(proofs.count(), 1);
    let both = proofs.and(RecoveryMethod::RecoveryCode);
    assert_eq!(both.methods(), [RecoveryMethod::AddressCode, RecoveryMethod::RecoveryCode]);
    assert_eq!(Proofs::from_bits(both.bits()), both);
    assert_eq!(Proofs::from_bits(0xf8).count(), 0, "bits of nothing prove nothing");
}

#[test]
fn admins_and_suspected_accounts_need_two_proofs_whatever_the_site_says() {
    assert_eq!(proofs_needed(1, false, false), 1);
    assert_eq!(proofs_needed(2, false, false), 2);
    for (is_admin, is_suspected) in [(true, false), (false, true), (true, true)] {
        assert_eq!(proofs_needed(1, is_admin, is_suspected), 2);
    }
}

#[test]
fn the_sixth_beginning_within_a_day_pauses_for_one_four_and_then_twenty_four_hours() {
    let mut begun = Begun::default();
    let mut now = at(1_000);
    for pause_h in [1, 4, 24, 24] {
        for number in 0..BEGUN_MAX {
            assert_eq!(begun.begin(now), Ok(()), "{pause_h} {number}");
        }
        let until = now.plus(Span::from_hours(pause_h));
        assert_eq!(begun.begin(now), Err(until));
        assert_eq!(begun.begin(until.minus(Span::from_s(1))), Err(until), "waiting makes it no longer");
        assert_eq!(begun.paused_until(until), None);
        now = until;
    }
}

#[test]
fn the_sixth_within_a_quarter_of_an_hour_is_not_looked_at_and_time_makes_it_good_again() {
    let (mut wrong, window) = (Allowance::default(), Span::from_minutes(15));
    let start = at(1_000);
    for number in 0..5 {
        assert!(wrong.take(5, window, start.plus(Span::from_s(number))), "{number}");
    }
    assert!(!wrong.take(5, window, start.plus(Span::from_s(899))));
    assert!(!wrong.is_over(window, start.plus(Span::from_s(899))));
    assert!(wrong.take(5, window, start.plus(window)));
}

#[test]
fn five_a_day_that_are_spread_over_two_days_pause_nobody() {
    let mut begun = Begun::default();
    for hour in 0..20 {
        assert_eq!(begun.begin(at(1_000).plus(Span::from_hours(hour * 5))), Ok(()), "{hour}");
    }
}

proptest! {
    /// Whatever the moments, no window of its length that begins with a taken one holds more than were allowed.
    #[test]
    fn an_allowance_never_gives_more_than_its_number_within_its_window(
        mut moments in prop::collection::vec(0_i64..10_000, 1..200),
        max in 1_u32..12,
        window_s in 1_i64..3_000,
    ) {
        moments.sort_unstable();
        let mut allowance = Allowance::default();
        let window = Span::from_s(window_s);
        let taken: Vec<i64> =
            moments.into_iter().filter(|&moment| allowance.take(max, window, at(moment))).collect();
        let mut from = 0;
        while from < taken.len() {
            let within = taken[from..].iter().take_while(|&&moment| moment - taken[from] < window_s).count();
            prop_assert!(within <= max as usize);
            from += within;
        }
    }
}

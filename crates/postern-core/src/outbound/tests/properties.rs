//! What holds for every history.

use proptest::prelude::*;

use super::*;

/// Steps of an account's life: seconds since the step before (negative: the clock was set back), and whom.
fn steps() -> impl Strategy<Value = Vec<(i64, u64)>> {
    let elapsed = prop_oneof![0i64..100, 0i64..86_400, 0i64..20_000_000, -1_000_000i64..0];
    prop::collection::vec((elapsed, 0u64..200), 1..200)
}

/// Positions of the first restriction when `extra` strangers come before everything else.
fn first_restriction(gaps: &[(i64, u64)], extra: u64) -> Option<usize> {
    let mut account = Account::new();
    for number in 0..extra {
        if is_restricted(&account.names(1_000_000 + number, 0)) {
            return Some(0);
        }
    }
    let mut seconds = 0;
    gaps.iter().position(|(gap_s, number)| {
        seconds += gap_s;
        is_restricted(&account.names(*number, seconds))
    })
}

proptest! {
    #[test]
    fn whoever_was_let_out_is_not_novel_within_180_days(history in steps()) {
        let mut account = Account::new();
        // Every stranger is let out, so that histories reach the sizes at which filters grow.
        account.facts.is_application = true;
        account.policy.cap_hour = 1_000_000;
        account.policy.cap_day = 1_000_000;
        account.policy.recipients_hour_rule = 0;
        let (mut seconds, mut last) = (0i64, std::collections::HashMap::new());
        for (elapsed_s, number) in history {
            seconds += elapsed_s.max(0);
            for number in [number, seconds as u64 * 200 + number] {
                let step =
                    recipient(&mut account.record, address(number), &account.facts, &account.policy, at(seconds));
                let sent = last.insert(number, seconds);
                if sent.is_some_and(|sent| seconds - sent < 180 * 86_400) {
                    prop_assert!(!step.is_novel, "{} after {:?}", number, sent);
                }
            }
        }
    }

    #[test]
    fn more_strangers_never_loosen(
        gaps in prop::collection::vec((0i64..600, 0u64..100_000), 1..100), extra in 0u64..40,
    ) {
        let (with, without) = (first_restriction(&gaps, extra), first_restriction(&gaps, 0));
        // Bloom errors under-count, so a stranger may pass as known once the filter is fuller: not at this size.
        match (with, without) {
            (Some(with), Some(without)) => prop_assert!(with <= without),
            (None, Some(_)) => prop_assert!(false, "extra strangers removed a restriction"),
            (Some(_) | None, None) => {}
        }
    }

    #[test]
    fn the_stored_form_reads_back_as_it_was(
        history in steps(), burst in 0u64..40, released in any::<bool>(),
    ) {
        let mut account = Account::new();
        let mut seconds = 0;
        for (elapsed_s, number) in history {
            seconds += elapsed_s;
            account.names(number, seconds);
        }
        // Up to slow and restricted.
        for number in 0..burst {
            account.names(1_000_000 + number, seconds);
        }
        if released {
            account.record.released(Grace::Quartered, at(seconds + 10), at(seconds));
        }
        prop_assert_eq!(SendingRecord::from_bytes(&account.record.to_bytes()), Some(account.record));
    }

    #[test]
    fn a_damaged_stored_form_is_refused_without_a_panic(
        at_byte in 0usize..400, bits in 1u8..=255, cut in 0usize..400,
    ) {
        let mut account = Account::new();
        account.names(1, 0);
        let mut bytes = account.record.to_bytes();
        let cut_bytes = bytes[..cut.min(bytes.len() - 1)].to_vec();
        prop_assert_eq!(SendingRecord::from_bytes(&cut_bytes), None);
        let position = at_byte % bytes.len();
        bytes[position] ^= bits;
        if let Some(mut record) = SendingRecord::from_bytes(&bytes) {
            recipient(&mut record, address(2), &facts(), &OutboundPolicy::default(), at(0));
        }
    }

    #[test]
    fn no_clock_and_no_fact_makes_it_panic(
        times in prop::collection::vec(any::<i64>(), 1..20), unnamed in any::<u32>(), next_day in any::<i64>(),
    ) {
        let mut account = Account::new();
        account.facts.next_day = Timestamp::from_unix_micros(next_day);
        for micros in times {
            let now = Timestamp::from_unix_micros(micros);
            recipient(&mut account.record, address(1), &account.facts, &account.policy, now);
            message(&mut account.record, unnamed, &account.facts, &account.policy, now);
            let standing = account.record.standing(now);
            prop_assert!(standing.recipients_day.is_finite() && standing.recipients_day >= 0.0);
        }
    }
}

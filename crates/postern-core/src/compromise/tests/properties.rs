//! What holds for every history.

use proptest::prelude::*;

use super::*;

fn kinds() -> impl Strategy<Value = EvidenceKind> {
    prop::sample::select(EvidenceKind::ALL)
}

/// What was seen, when (seconds, in order).
fn history() -> impl Strategy<Value = Vec<(EvidenceKind, u8, i64)>> {
    prop::collection::vec((kinds(), any::<u8>(), 0i64..172_800), 0..40).prop_map(|mut all| {
        all.sort_by_key(|(_, _, at_s)| *at_s);
        all
    })
}

proptest! {
    #[test]
    fn more_evidence_never_lowers_score_or_level(
        all in history(), extra in (kinds(), any::<u8>(), 0i64..172_800), later_s in 172_800i64..400_000,
    ) {
        let mut more = all.clone();
        more.push(extra);
        more.sort_by_key(|(_, _, at_s)| *at_s);
        let (with, without) = (judged(&more, later_s).1, judged(&all, later_s).1);
        prop_assert!(with.standing.score + 1e-6 >= without.standing.score);
        prop_assert!(with.standing.level >= without.standing.level);
    }

    #[test]
    fn within_one_moment_the_order_does_not_matter(
        all in prop::collection::vec((kinds(), any::<u8>()), 0..12).prop_shuffle(), later_s in 0i64..100_000,
    ) {
        let at_once = |all: &[(EvidenceKind, u8)]| -> Vec<_> {
            all.iter().map(|(kind, points)| (*kind, *points, 0)).collect()
        };
        let mut other = all.clone();
        other.reverse();
        let (one, other) = (judged(&at_once(&all), later_s).1, judged(&at_once(&other), later_s).1);
        prop_assert_eq!(one.standing.level, other.standing.level);
        prop_assert!((one.standing.score - other.standing.score).abs() < 1e-9);
        prop_assert_eq!(one.until, other.until);
    }

    #[test]
    fn volume_alone_never_lasts_beyond_the_next_day(
        all in prop::collection::vec(
            (prop::sample::select(vec![NovelRecipients, ManyRecipients]), any::<u8>(), 0i64..50_000), 0..30,
        ),
        restricted in any::<bool>(),
    ) {
        let mut record = CompromiseRecord::default();
        if restricted {
            record.restricted(at(-3_600));
        }
        for (kind, points, at_s) in all {
            record.see(&seen(kind, points, at_s), &policy(), at(at_s));
        }
        let judgement = record.judgement(&policy(), midnight(), at(50_000));
        prop_assert!(judgement.standing.level <= Level::UntilNextDay);
        prop_assert_eq!(judgement.until, Some(midnight()));
    }

    #[test]
    fn a_journey_alone_never_acts(
        all in prop::collection::vec(
            (prop::sample::select(vec![Travel, NewRegion, UnfamiliarSource]), any::<u8>(), 0i64..50_000), 0..30,
        ),
    ) {
        prop_assert!(judged(&all, 50_000).1.standing.level <= Level::Alert);
    }

    #[test]
    fn in_half_a_life_every_score_below_the_cap_is_half(all in history()) {
        let (record, _) = judged(&all, 172_800);
        let score = |seconds| record.standing(&policy(), at(seconds)).score;
        let (now, later) = (score(200_000), score(200_000 + 21_600));
        prop_assert!(now == SCORE_MAX || (now / 2.0 - later).abs() < 1e-9);
        prop_assert!((0.0..=SCORE_MAX).contains(&now));
    }

    #[test]
    fn the_stored_form_reads_back_and_nonsense_does_not_panic(
        all in history(), released in any::<bool>(), bytes in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let (mut record, _) = judged(&all, 172_800);
        record.restricted(at(7));
        if released {
            record.released(Grace::Doubled, at(99), at(9));
        }
        let stored = record.to_bytes();
        prop_assert_eq!(CompromiseRecord::from_bytes(&stored), Some(record));
        for cut in 0..stored.len() {
            prop_assert_eq!(CompromiseRecord::from_bytes(&stored[..cut]), None);
        }
        let _any = CompromiseRecord::from_bytes(&bytes);
    }
}

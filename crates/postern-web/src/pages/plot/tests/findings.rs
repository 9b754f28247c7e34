//! What is said of a series: each sentence has a series that calls for it, and each is said in every language.

use postern_core::account::Language;
use postern_core::restriction::{Origin, RestrictionKind};
use postern_core::time::Span;
use postern_engine::queries::{AccountSeries, Range};
use postern_text::Words;

use super::sample::{NOW, account_night, empty_account, empty_site, oslo, site_night};
use crate::pages::plot::Pen;
use crate::pages::plot::finding::{Finding, of_account, of_site, title, waves};

fn plain_waves(counts: &[u64]) -> Vec<(usize, usize)> {
    waves(counts, 5, 1, |_, _| true)
}

#[test]
fn waves_are_rows_of_buckets_far_above_the_median() {
    assert_eq!(plain_waves(&[]), []);
    assert_eq!(plain_waves(&[0, 0, 0]), []);
    assert_eq!(plain_waves(&[0, 4, 0]), [], "too few");
    assert_eq!(plain_waves(&[0, 5, 0, 0, 0, 9, 9]), [(1, 1), (5, 6)]);
    assert_eq!(plain_waves(&[0, 5, 0, 5, 0, 0, 0]), [(1, 3)], "a short pause does not end a wave");
    assert_eq!(waves(&[0, 5, 0, 5, 0, 0, 0], 5, 0, |_, _| true), [(1, 1), (3, 3)]);
    assert_eq!(plain_waves(&[50, 60, 55, 52, 58]), [], "an attack all day comes in no waves");
    assert_eq!(plain_waves(&[7]), [], "one bucket is its own median");
    assert_eq!(plain_waves(&[u64::MAX, 0, 0]), [(0, 0)]);
}

#[test]
fn of_a_site_only_failures_that_stand_out_among_successes_are_a_wave() {
    let mut series = empty_site();
    assert_eq!(of_site(&series), [Finding::NothingOnSite]);
    // Monday at eight: 400 people sign in, thirty mistype.
    series.sums[8].signed_in = 400;
    series.sums[8].sign_ins_failed = 30;
    let findings = of_site(&series);
    assert_eq!(findings, [Finding::SomeFailed(30), Finding::NoMail, Finding::NoneRestricted]);
    series.sums[8].sign_ins_refused = 60;
    let (from, until) = (series.frame.start_of(8), series.frame.start_of(9));
    assert_eq!(of_site(&series)[..2], [Finding::AllFailed(90), Finding::OneWave(from, until)]);
    series.sums[8].sign_ins_failed = 0;
    series.sums[8].sign_ins_refused = 0;
    series.sums[9].recipients_permitted = 3;
    assert_eq!(of_site(&series), [Finding::NoneFailed, Finding::Mail(3), Finding::NoneRestricted]);
}

#[test]
fn a_site_s_night_is_told_in_order() {
    let series = site_night();
    let at = series.rule_starts[4].at;
    let findings = of_site(&series);
    assert!(matches!(findings[1], Finding::Waves(3, _)), "{findings:?}");
    assert_eq!(findings[3..], [Finding::RulesRestricted(1, at)]);
}

fn with(change: impl FnOnce(&mut AccountSeries)) -> AccountSeries {
    let mut series = empty_account(Range::Day);
    change(&mut series);
    series
}

#[test]
fn the_heading_is_the_gravest_thing_that_happened() {
    let night = account_night(Range::Day);
    let strange = night.successes.last().expect("a strange success").at;
    let sending = |series: &mut AccountSeries| {
        series.doors.retain(|door| door.kind != RestrictionKind::SendingRestricted);
    };
    let mut series = night.clone();
    assert_eq!(title(&series), Finding::Restricted(NOW.minus(Span::from_minutes(30))));
    sending(&mut series);
    assert_eq!(title(&series), Finding::Guessed(strange));
    series.failures.clear();
    assert_eq!(title(&series), Finding::Strange(strange));
    series.successes.clear();
    assert_eq!(title(&series), Finding::Locked(3));
    series.doors.retain(|door| door.origin == Origin::Person);
    assert_eq!(title(&series), Finding::Other(RestrictionKind::SignInBlocked));
    series.doors.clear();
    assert_eq!(title(&series), Finding::Quiet);
    assert_eq!(title(&empty_account(Range::Month)), Finding::Nothing(Range::Month));
    assert_eq!(of_account(&empty_account(Range::Month)), []);
}

#[test]
fn a_restriction_of_before_the_picture_is_not_its_heading() {
    let mut series = account_night(Range::Day);
    for door in &mut series.doors {
        door.since = series.frame.from().minus(Span::from_hours(1));
    }
    assert!(matches!(title(&series), Finding::Guessed(_)));
    assert!(!of_account(&series).iter().any(|finding| matches!(finding, Finding::Rose(..))));
}

#[test]
fn an_account_s_night_is_told_in_order() {
    let series = account_night(Range::Day);
    let findings = of_account(&series);
    let minutes = |finding: &Finding| match finding {
        Finding::Rose(from, at) => {
            let ago = |at| NOW.since(at).as_s() / 60;
            Some((ago(*from), ago(*at)))
        }
        _ => None,
    };
    assert!(matches!(findings[0], Finding::AllFailed(_)), "{findings:?}");
    assert!(matches!(findings[1], Finding::Waves(4, _)), "{findings:?}");
    assert!(matches!(findings[2], Finding::LastStrange(_)), "{findings:?}");
    assert_eq!(findings[3], Finding::MailNovel(212, 145));
    assert_eq!(
        findings.iter().find_map(minutes),
        Some((42, 30)),
        "from the bucket that begins 42 minutes ago"
    );
    assert_eq!(findings.last(), Some(&Finding::Refused(1_600)));
}

#[test]
fn a_quiet_account_is_told_what_it_did() {
    let series = with(|series| series.sums[3].recipients_permitted = 1);
    assert_eq!(title(&series), Finding::Quiet);
    assert_eq!(of_account(&series), [Finding::NoneFailed, Finding::MailNovel(1, 0)]);
}

#[test]
fn every_finding_is_a_sentence_in_every_language_at_the_numbers_where_plurals_turn() {
    let zone = oslo();
    for &language in Language::ALL {
        for with_day in [false, true] {
            let pen = Pen { words: Words::in_language(language), zone: &zone, with_day };
            for count in [0, 1, 2, 3, 5, 11, 21, 101, 1_234_567] {
                let all = [
                    Finding::Nothing(Range::Day),
                    Finding::Nothing(Range::Week),
                    Finding::Nothing(Range::Month),
                    Finding::Quiet,
                    Finding::Restricted(NOW),
                    Finding::Guessed(NOW),
                    Finding::Strange(NOW),
                    Finding::Locked(count),
                    Finding::Other(RestrictionKind::SignInBlocked),
                    Finding::NothingOnSite,
                    Finding::NoneFailed,
                    Finding::SomeFailed(count),
                    Finding::AllFailed(count),
                    Finding::OneWave(NOW, NOW),
                    Finding::Waves(count, NOW),
                    Finding::LastStrange(NOW),
                    Finding::NoMail,
                    Finding::Mail(count),
                    Finding::MailNovel(count, count),
                    Finding::Rose(NOW, NOW),
                    Finding::Refused(count),
                    Finding::NoneRestricted,
                    Finding::RulesRestricted(count, NOW),
                ];
                for finding in all {
                    let said = pen.sentence(finding);
                    assert!(said.len() > 5 && !said.contains('{') && !said.contains("plots-"), "{said}");
                    assert_eq!(said, pen.heading(finding));
                }
            }
        }
    }
}

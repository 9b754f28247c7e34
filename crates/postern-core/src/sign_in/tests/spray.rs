//! Spray mode: when it starts and ends, and that steady noise cannot hold it.

use super::*;
use crate::restriction::EvidenceKind;
use crate::sign_in::spray::{MODE_MAX_S, SprayChange, SprayRecord};

/// A site of a thousand accounts, looked at every ten minutes.
struct Site {
    record: SprayRecord,
    policy: SignInPolicy,
    now_s: u32,
}

impl Site {
    fn new() -> Self {
        Self { record: SprayRecord::default(), policy: SignInPolicy::default(), now_s: START_S }
    }

    fn look(&mut self, tried: u32) -> Option<SprayChange> {
        self.record.look(tried, 1_000, &self.policy, at(self.now_s))
    }

    /// So many hours with so many accounts tried in each; how often the mode started, and seconds that it lasted.
    fn hours(&mut self, hours: u32, tried: impl Fn(u32) -> u32) -> (u32, u32) {
        let (mut started, mut lasted_s) = (0, 0);
        for step in 0..hours * 6 {
            let change = self.look(tried(step / 6));
            started += u32::from(matches!(change, Some(SprayChange::Started(_))));
            lasted_s += 600 * u32::from(self.record.mode() == SprayMode::Spray);
            self.now_s += 600;
        }
        (started, lasted_s)
    }
}

#[test]
fn the_mode_starts_at_five_percent_of_the_accounts_and_ends_below_half_of_it() {
    let mut site = Site::new();
    assert_eq!(site.look(49), None);
    let Some(SprayChange::Started(facts)) = site.look(50) else { panic!("fifty of a thousand") };
    assert_eq!((facts.accounts_tried, facts.threshold), (50, 50));
    for tried in [50, 800, 51, 25] {
        assert_eq!(site.look(tried), None, "told once");
    }
    let Some(SprayChange::Ended(facts)) = site.look(24) else { panic!("below half") };
    assert_eq!((facts.accounts_tried, facts.threshold), (800, 50), "the most of any hour");
    assert_eq!(site.record.mode(), SprayMode::Calm);
}

#[test]
fn a_small_site_needs_twenty_and_a_noisy_one_more_than_it_is_used_to() {
    let policy = SignInPolicy::default();
    assert_eq!(SprayRecord::default().threshold(30, &policy), 20);
    let mut noisy = Site::new();
    // Between 30 and 44 in every hour: below 50, so it is never a spray.
    assert_eq!(noisy.hours(24 * 14, |hour| 30 + hour * 7 % 15), (0, 0));
    let threshold = noisy.record.threshold(100, &policy);
    assert!((45..=60).contains(&threshold), "mean 37 and four times a deviation of 4: {threshold}");
}

#[test]
fn steady_noise_cannot_hold_the_mode() {
    let mut site = Site::new();
    site.hours(24 * 7, |_| 3);
    let (started, lasted_s) = site.hours(24 * 60, |_| 300);
    println!("60 days of 300 accounts an hour: the mode started {started} times and lasted {lasted_s} s");
    assert_eq!(started, 1);
    assert!(lasted_s <= MODE_MAX_S + 600);
}

#[test]
fn bursts_get_the_mode_ever_more_seldom() {
    let mut site = Site::new();
    site.hours(24 * 7, |_| 3);
    let burst = |hour: u32| if hour.is_multiple_of(4) { 60 } else { 0 };
    let (first, _) = site.hours(24 * 2, burst);
    site.hours(24 * 12, burst);
    let (later, _) = site.hours(24 * 2, burst);
    println!("a burst every four hours: {first} modes in the first two days, {later} two weeks later");
    assert!(first > 0 && later == 0);
}

#[test]
fn one_attack_does_not_make_the_next_one_look_usual() {
    let mut site = Site::new();
    site.hours(24 * 14, |hour| hour % 5);
    for _ in 0..3 {
        assert_eq!(site.hours(3, |_| 900).0, 1);
        assert_eq!(site.hours(24, |hour| hour % 5).0, 0);
    }
}

#[test]
fn a_mode_survives_a_restart_until_the_counts_have_come_back() {
    let mut site = Site::new();
    site.look(200);
    site.record.hold();
    site.now_s += 1_800;
    assert_eq!(site.look(0), None, "nobody can know yet");
    site.now_s += 1_800;
    assert!(matches!(site.look(0), Some(SprayChange::Ended(_))));
}

#[test]
fn a_clock_that_is_set_back_neither_ends_nor_holds_it() {
    let mut site = Site::new();
    site.look(200);
    site.now_s -= 2 * DAY_S;
    assert_eq!(site.look(200), None);
    assert_eq!(site.record.mode(), SprayMode::Spray);
    site.now_s += MODE_MAX_S;
    assert!(matches!(site.look(200), Some(SprayChange::Ended(_))), "a day, as the clock has it now");
}

#[test]
fn strangers_have_four_guesses_while_it_lasts_and_the_owner_has_all() {
    let mut door = Door::with_home();
    door.policy = door.policy.during_spray();
    door.spray = SprayMode::Spray;
    let lock = door.fail_times(&place(STRANGER), 4, 10).expect("the fourth locks");
    assert_eq!(lock.lane, Lane::Unfamiliar);
    assert!(door.fail_times(&place(HOME), 19, 100).is_none());
}

#[test]
fn only_observing_lowers_nothing() {
    for name in ["sign_in.observe_only", "sign_in.spray_observe_only"] {
        let mut policies = crate::policy::Policies::default();
        policies.set(name, "1").expect("a switch");
        assert_eq!(policies.sign_in.during_spray().unfamiliar_failures_max, 10, "{name}");
    }
    let strict = SignInPolicy { unfamiliar_failures_max: 3, ..SignInPolicy::default() };
    assert_eq!(strict.during_spray().unfamiliar_failures_max, 3, "never looser");
}

#[test]
fn a_success_from_a_strange_place_meanwhile_is_evidence_once_an_hour_and_teaches_nothing() {
    let mut door = Door::with_home();
    door.spray = SprayMode::Spray;
    let evidence = door.succeed(&place(STRANGER)).settled.evidence.expect("seen");
    assert_eq!(evidence.kind, EvidenceKind::SuccessDuringSpray);
    assert_eq!(evidence.source, Some(place(STRANGER).network));
    assert_eq!(door.succeed(&place(STRANGER)).settled.evidence, None);
    assert_eq!(door.succeed(&place(HOME)).settled.evidence, None, "at home all is well");
    door.now_s += HOUR_S;
    assert!(door.succeed(&place(STRANGER)).settled.evidence.is_some());
    door.spray = SprayMode::Calm;
    door.now_s += 3 * DAY_S;
    assert_eq!(door.lane(&place(STRANGER)), Lane::Unfamiliar, "not learned");
}

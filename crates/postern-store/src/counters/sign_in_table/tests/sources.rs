//! Blocks of sources as the table tells them, lifts them and restores them.

use super::*;

use postern_core::sign_in::{SourceBlock, SourceBlockCause};

const ATTACKER: &str = "203.0.113.9";

fn network(text: &str) -> ClientNetwork {
    text.parse().expect("a test network")
}

impl World {
    /// Wrong passwords for so many different accounts from one address; the blocks that started.
    fn guess(&mut self, source: &str, first_account: u64, times: u64) -> Vec<SourceBlock> {
        let mut blocks = Vec::new();
        for number in first_account..first_account + times {
            let attempt = self.attempt(source, 50);
            if let SignInVerdict::Allow { .. } = self.ask(account(number), &attempt, Phase::Before) {
                blocks.extend(self.report(account(number), &attempt, Outcome::WrongPassword).source_blocks);
            }
        }
        blocks
    }

    fn is_blocked(&mut self, source: &str) -> bool {
        let (_, verdict) = self.try_password(account(9_000_000), source, RIGHT);
        matches!(verdict, SignInVerdict::Refuse(SignInRefusal::SourceBlocked { .. }))
    }
}

#[test]
fn the_report_that_blocks_an_address_says_so_and_the_one_that_blocks_its_network_says_that() {
    let mut world = World::new();
    let blocks = world.guess(ATTACKER, 1_000, 100);
    assert_eq!(blocks.len(), 1, "once: {blocks:?}");
    assert_eq!((blocks[0].network, blocks[0].cause), (network("203.0.113.9"), SourceBlockCause::Spray));
    assert!(world.is_blocked(ATTACKER));
    let mut of_network = Vec::new();
    for host in 10..40 {
        of_network.extend(world.guess(&format!("203.0.113.{host}"), 2_000 + host * 100, 60));
    }
    let of_network: Vec<_> = of_network.iter().filter(|b| b.network == network("203.0.113.0/24")).collect();
    assert_eq!(of_network.len(), 1);
    assert!(world.is_blocked("203.0.113.99"), "a neighbour that has done nothing yet");
}

#[test]
fn lifting_the_block_of_a_network_lifts_those_within_and_no_other() {
    let mut world = World::new();
    world.guess(ATTACKER, 1_000, 60);
    world.guess("203.0.114.9", 2_000, 60);
    world.table.source_unblocked(network("203.0.113.0/24"), world.now());
    assert!(!world.is_blocked(ATTACKER));
    assert!(world.is_blocked("203.0.114.9"));
    world.table.source_unblocked(network("203.0.114.9"), world.now());
    assert!(!world.is_blocked("203.0.114.9"));
}

#[test]
fn a_restored_block_is_in_force_and_a_network_that_is_never_scored_is_passed_over() {
    let mut world = World::new();
    let until = world.now().plus(postern_core::time::Span::from_minutes(5));
    for text in ["203.0.113.9", "198.51.100.0/24", "2001:db8:1::/48", "192.0.2.0/25"] {
        world.table.source_block_restored(network(text), until, world.now());
    }
    for source in [ATTACKER, "198.51.100.77", "2001:db8:1:7::5"] {
        assert!(world.is_blocked(source), "{source}");
    }
    assert!(!world.is_blocked("203.0.113.10") && !world.is_blocked("192.0.2.5"));
    world.now_s += 5 * MINUTE_S;
    assert!(!world.is_blocked(ATTACKER));
}

#[test]
fn where_sources_are_only_observed_the_lanes_still_decide_and_the_refusal_is_said() {
    let mut world = World::new();
    world.policy.sources_observe_only = 1;
    world.guess(ATTACKER, 1_000, 60);
    let attempt = world.attempt(ATTACKER, 50);
    let verdict = world.ask(account(9_000_000), &attempt, Phase::Before);
    let SignInVerdict::Allow { observed: Some(SignInRefusal::SourceBlocked { .. }), .. } = verdict else {
        panic!("{verdict:?}")
    };
    world.report(account(9_000_000), &attempt, Outcome::WrongPassword);
    for tag in 100..109 {
        world.try_password(account(9_000_000), ATTACKER, tag);
    }
    let attempt = world.attempt(ATTACKER, 200);
    let verdict = world.ask(account(9_000_000), &attempt, Phase::Before);
    assert!(matches!(verdict, SignInVerdict::Refuse(SignInRefusal::Locked { .. })), "{verdict:?}");
}

#[test]
fn c9_5_a_spray_of_one_password_over_a_site_is_one_mode_within_minutes_and_a_later_success_is_flagged() {
    use postern_core::restriction::EvidenceKind;
    use postern_core::sign_in::spray::SprayChange;

    // 5,000 accounts, one password, 500 networks of ten addresses, two tries each, a try every second.
    let mut world = World::new();
    let (mut started, mut ended, mut started_after_s) = (0, 0, None);
    for number in 0..5_000u32 {
        for _ in 0..2 {
            world.try_password(account(1_000 + u64::from(number)), &bot(number % 500), 50);
            world.now_s += 1;
            if world.now_s.is_multiple_of(10) {
                match world.table.spray_watched(5_000, &world.policy, world.now()) {
                    Some(SprayChange::Started(_)) => {
                        started += 1;
                        started_after_s.get_or_insert(world.now_s - START_S);
                    }
                    Some(SprayChange::Ended(_)) => ended += 1,
                    None => {}
                }
            }
        }
    }
    println!("the mode started after {started_after_s:?} s");
    assert_eq!((started, ended), (1, 0), "one incident");
    assert!(started_after_s.expect("started") <= 15 * MINUTE_S);
    let attempt = world.attempt("198.18.7.7", RIGHT);
    world.ask(account(1_500), &attempt, Phase::Before);
    let settled = world.report(account(1_500), &attempt, Outcome::Success);
    assert_eq!(settled.evidence.expect("flagged").kind, EvidenceKind::SuccessDuringSpray);

    // A restart in the middle keeps the mode; when the tries end, it ends, once.
    let after = World::new();
    after.table.restore(&world.table.take_changed(usize::MAX), None);
    let mut after = World { now_s: world.now_s, ..after };
    assert!(after.table.spray_standing(after.now()).started.is_some());
    while after.now_s < world.now_s + 2 * 3_600 {
        after.now_s += 10;
        if let Some(SprayChange::Ended(facts)) = after.table.spray_watched(5_000, &after.policy, after.now())
        {
            assert!(facts.accounts_tried > 250, "{facts:?}");
            ended += 1;
        }
    }
    assert_eq!(ended, 1);
}

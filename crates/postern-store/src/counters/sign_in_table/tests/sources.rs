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
    assert_eq!((blocks[0].network, blocks[0].cause), (network("203.0.113.9"), SourceBlockCause::Points));
    assert!(world.is_blocked(ATTACKER));
    let mut of_network = Vec::new();
    for host in 10..14 {
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

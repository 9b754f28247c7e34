//! Names that are nobody's behave as accounts do.

use super::*;

/// The verdicts of one attacker on one name, from its own network.
fn verdicts(world: &mut World, who: AccountKey, source: &str) -> Vec<(bool, Option<u32>)> {
    let mut seen = Vec::new();
    for step in 0..200u16 {
        let (verified, verdict) = world.try_password(who, source, 100 + step % 40);
        let until_s = match verdict {
            SignInVerdict::Refuse(SignInRefusal::Locked { until, .. }) => Some(until.unix_s_u32() - START_S),
            SignInVerdict::Allow { .. } | SignInVerdict::Wait { .. } | SignInVerdict::Refuse(_) => None,
        };
        seen.push((verified, until_s));
        world.now_s += u32::from(step) * 7;
    }
    seen
}

#[test]
fn an_unknown_name_gets_the_same_verdicts_as_an_account() {
    let known = verdicts(&mut World::new(), rob(), "203.0.113.9");
    for name_hash in [0, 7, u64::MAX, 0x1234_5678_9ABC_DEF0] {
        let unknown = verdicts(&mut World::new(), AccountKey::UnknownName(name_hash), "203.0.113.9");
        assert_eq!(unknown, known);
    }
    assert!(known.iter().any(|(verified, _)| !verified), "the scene reaches locks");
}

#[test]
fn a_name_whose_hash_looks_like_an_id_is_not_that_account() {
    let mut world = World::new();
    for tag in 10..20 {
        world.try_password(AccountKey::UnknownName(rob_id().as_u64()), &bot(1), tag);
    }
    assert_eq!(world.standing(rob()), SignInStanding::default());
    // Nor does a reservation of the name serve the account.
    let attempt = world.attempt(&bot(2), RIGHT);
    world.now_s += 61;
    let allowed = world.ask(AccountKey::UnknownName(rob_id().as_u64()), &attempt, Phase::Before);
    assert!(matches!(allowed, SignInVerdict::Allow { .. }));
    let refused = SignInVerdict::Refuse(SignInRefusal::NoReservation);
    assert_eq!(world.ask(rob(), &attempt, Phase::After), refused);
    world.sign_in(rob(), &bot(2), RIGHT);
}

#[test]
fn a_flood_of_random_names_changes_no_account_and_takes_no_memory() {
    let mut world = World::with_rob_at_home();
    for tag in 10..20 {
        world.try_password(rob(), &bot(1), tag);
    }
    let before = (world.standing(rob()), world.table.size());
    for number in 0..200_000u64 {
        let name = AccountKey::UnknownName(account_shard::hash(number));
        let attempt =
            Attempt { source: None, password_tag: Some(5), attempt_hash: number, vouch: Vouch::Nobody };
        if let SignInVerdict::Allow { .. } = world.ask(name, &attempt, Phase::Before) {
            world.report(name, &attempt, Outcome::WrongPassword);
        }
    }
    let after = world.table.size();
    assert_eq!(world.standing(rob()), before.0, "Rob's lock and failures stand");
    assert_eq!(after.sign_in_accounts, before.1.sign_in_accounts);
    assert!(after.bytes <= before.1.bytes + 64 * 1_024, "{} became {}", before.1.bytes, after.bytes);
}

#[test]
fn an_unknown_name_that_costs_its_source_two_points_blocks_it_after_twenty_five() {
    let mut world = World::new();
    let names = (0..200).map(|n| AccountKey::UnknownName(account_shard::hash(n)));
    let verified: u32 = names.map(|name| u32::from(world.try_password(name, "203.0.113.9", 50).0)).sum();
    assert_eq!(verified, 25);
}

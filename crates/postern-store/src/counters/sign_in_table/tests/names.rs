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
    assert!(!world.standing(rob()).is_touched());
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
        let name = AccountKey::UnknownName(spread(number));
        let attempt =
            Attempt { source: None, password_tag: Some(5), attempt_hash: number, ..Attempt::default() };
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
fn five_unknown_names_from_one_address_block_it() {
    let mut world = World::new();
    let names = (0..200).map(|n| AccountKey::UnknownName(spread(n)));
    let verified: u32 = names.map(|name| u32::from(world.try_password(name, "203.0.113.9", 50).0)).sum();
    assert!((5..=7).contains(&verified), "{verified}: two hashes in 32 may be alike");
}

#[test]
fn a_name_that_strangers_try_from_three_networks_is_judged_once_and_then_costs_ten_points() {
    let mut world = World::new();
    let name = AccountKey::UnknownName(77);
    let mut candidate_at = None;
    for number in 0..4 {
        let attempt = world.attempt(&bot(number), 50);
        world.ask(name, &attempt, Phase::Before);
        if world.report(name, &attempt, Outcome::WrongPassword).is_name_candidate {
            candidate_at.get_or_insert(number);
        }
    }
    assert_eq!(candidate_at, Some(2), "the third network");
    world.table.name_judged(77, false);
    let mut block = None;
    for step in 0..5u16 {
        let attempt = world.attempt("203.0.113.9", 60 + step);
        world.ask(name, &attempt, Phase::Before);
        block = world.report(name, &attempt, Outcome::WrongPassword).source_blocks.pop();
        assert_eq!(block.is_some(), step == 4, "{step}");
    }
    let cause = block.expect("fifty points").cause;
    assert_eq!(cause, postern_core::sign_in::SourceBlockCause::AttackName);
}

#[test]
fn a_typo_of_ours_costs_what_any_unknown_name_costs_also_after_a_restart() {
    let mut world = World::new();
    let (typo, attack) = (AccountKey::UnknownName(77), AccountKey::UnknownName(78));
    for number in 0..3 {
        world.try_password(typo, &bot(number), 50);
        world.try_password(attack, &bot(number), 50);
    }
    world.table.name_judged(77, true);
    world.table.name_judged(78, false);
    let after = World::new();
    after.table.restore(&world.table.take_changed(usize::MAX), None);
    let mut after = World { attempts: 1_000, ..after };
    for number in 10..40 {
        let attempt = after.attempt(&bot(number), 50);
        after.ask(typo, &attempt, Phase::Before);
        assert!(!after.report(typo, &attempt, Outcome::WrongPassword).is_name_candidate);
    }
    let attempt = after.attempt(&bot(50), 50);
    after.ask(attack, &attempt, Phase::Before);
    assert!(
        after.report(attack, &attempt, Outcome::WrongPassword).is_name_candidate,
        "an attack name is compared with the site's names again"
    );
}

#[test]
fn a_name_that_the_site_adds_makes_attack_names_candidates_again() {
    let mut world = World::new();
    let name = AccountKey::UnknownName(77);
    for number in 0..3 {
        world.try_password(name, &bot(number), 50);
    }
    world.table.name_judged(77, false);
    world.table.name_added();
    let attempt = world.attempt(&bot(9), 50);
    world.ask(name, &attempt, Phase::Before);
    assert!(world.report(name, &attempt, Outcome::WrongPassword).is_name_candidate);
}

#[test]
fn a_flood_of_names_pushes_out_no_attack_name() {
    let mut world = World::new();
    let name = AccountKey::UnknownName(77);
    for number in 0..3 {
        world.try_password(name, &bot(number), 50);
    }
    world.table.name_judged(77, false);
    for number in 0..100_000u64 {
        let flood = AccountKey::UnknownName(spread(number));
        let attempt = world.attempt(&bot(100 + (number % 50_000) as u32), 50);
        world.report(flood, &attempt, Outcome::WrongPassword);
    }
    for step in 0..5u16 {
        let attempt = world.attempt("203.0.113.9", 60 + step);
        world.ask(name, &attempt, Phase::Before);
        let is_blocked = !world.report(name, &attempt, Outcome::WrongPassword).source_blocks.is_empty();
        assert_eq!(is_blocked, step == 4, "it still costs ten points");
    }
}

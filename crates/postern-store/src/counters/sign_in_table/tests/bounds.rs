//! How much the table holds, and what goes first when it is full.

use super::*;

/// One account signs in (or fails) once, from its own address.
fn try_once(world: &World, number: u32, outcome: Outcome) {
    let who = account(u64::from(number) + 1);
    let attempt = Attempt {
        source: Some(ClientAddress::new(std::net::Ipv4Addr::from(0x1400_0000 + number * 256).into())),
        password_tag: Some(5),
        attempt_hash: u64::from(number),
        ..Attempt::default()
    };
    if let SignInVerdict::Allow { .. } = world.ask(who, &attempt, Phase::Before) {
        world.report(who, &attempt, outcome);
    }
}

#[test]
fn a_million_accounts_from_a_million_addresses_fit_into_300_mib() {
    // An eighth of everything: tables grow by doubling, so eight times an eighth is exactly the whole.
    const PART: usize = 8;
    for (outcome, mib_max) in [(Outcome::Success, 300), (Outcome::WrongPassword, 160)] {
        let sources_max = SignInLimits::default().sources_max / PART;
        let world = World::with_limits(SignInLimits { sources_max, ..SignInLimits::default() });
        let empty = world.table.size();
        for number in 0..(1_000_000 / PART) as u32 {
            try_once(&world, number, outcome);
            if number % 1_000 == 0 {
                world.table.take_changed(usize::MAX);
            }
        }
        let size = world.table.size();
        assert_eq!(size.sign_in_accounts, 1_000_000 / PART);
        assert!(size.sources <= sources_max);
        let mib = (empty.bytes + (size.bytes - empty.bytes) * PART) >> 20;
        println!("1,000,000 accounts, {outcome:?} each from its own address: {mib} MiB");
        assert!(mib <= mib_max, "{mib} MiB");
    }
}

#[test]
fn a_block_is_never_pushed_out_and_the_table_never_outgrows_its_bound() {
    let sources_max = 16 * SHARDS;
    let world = World::with_limits(SignInLimits { sources_max, ..SignInLimits::default() });
    let mut world = World { attempts: 0, ..world };
    let guessing = "203.0.113.9";
    for number in 0..60 {
        world.try_password(account(1_000_000 + number), guessing, 50);
    }
    let is_blocked = |world: &mut World| {
        let (_, verdict) = world.try_password(account(5_000_000), guessing, RIGHT);
        matches!(verdict, SignInVerdict::Refuse(SignInRefusal::SourceBlocked { .. }))
    };
    assert!(is_blocked(&mut world));
    for number in 0..20_000 {
        try_once(&world, number, Outcome::WrongPassword);
    }
    assert!(world.table.size().sources <= sources_max);
    assert!(is_blocked(&mut world), "still blocked after twenty thousand other addresses");
}

#[test]
fn a_nearly_full_table_scores_new_addresses_with_their_network_only() {
    let sources_max = 20 * SHARDS;
    let mut world = World::with_limits(SignInLimits { sources_max, ..SignInLimits::default() });
    for number in 0..20_000 {
        try_once(&world, number, Outcome::WrongPassword);
    }
    // Two hundred points of the network; names and accounts are counted of an address only.
    let mut verified = 0;
    for number in 0..400 {
        verified += u32::from(world.try_password(account(1_000_000 + number), "203.0.113.9", 50).0);
    }
    assert_eq!(verified, 200);
}

#[test]
fn addresses_that_say_nothing_any_more_make_room() {
    let sources_max = 20 * SHARDS;
    let mut world = World::with_limits(SignInLimits { sources_max, ..SignInLimits::default() });
    for number in 0..20_000 {
        try_once(&world, number, Outcome::WrongPassword);
    }
    world.now_s += 7 * DAY_S;
    let mut verified = 0;
    for number in 0..400 {
        verified += u32::from(world.try_password(account(1_000_000 + number), "203.0.113.9", 50).0);
    }
    assert!((10..=13).contains(&verified), "the address has a record of its own again: {verified}");
}

#[test]
fn a_lock_outlives_any_number_of_other_accounts() {
    let mut world = World::new();
    for tag in 10..20 {
        world.try_password(rob(), &bot(1), tag);
    }
    let locked = world.standing(rob());
    for number in 1_000..60_000 {
        try_once(&world, number, Outcome::WrongPassword);
    }
    assert_eq!(world.standing(rob()), locked);
}

#[test]
fn a_forgotten_account_leaves_nothing_and_its_room_is_used_again() {
    let mut world = World::new();
    for number in 0..1_000 {
        world.sign_in(account(number + 1), HOME, RIGHT);
    }
    let before = world.table.size();
    for number in 0..1_000 {
        world.table.forget(AccountId::from_random(number + 1));
    }
    assert_eq!(world.table.size().sign_in_accounts, 0);
    for number in 0..1_000 {
        assert!(!world.standing(account(number + 1)).is_touched());
        assert!(!world.table.signed_in_unfamiliar(AccountId::from_random(number + 1), 60, world.now()));
        world.sign_in(account(number + 1), HOME, RIGHT);
    }
    let after = world.table.size();
    assert_eq!(after.sign_in_accounts, before.sign_in_accounts);
    assert!(after.bytes < before.bytes + 64 * 1_024, "{} became {}", before.bytes, after.bytes);
}

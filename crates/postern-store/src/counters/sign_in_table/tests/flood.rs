//! A flood of names that nobody has, each from an address of its own (reliability reference, H5). Ten million of
//! them in the long suite.

use super::*;

/// Names and addresses of the flood.
const FLOOD: u64 = 1_000_000;
const FLOOD_LONG: u64 = 10_000_000;

/// One attempt at an unknown name from a /64 in a /48 of its own, so that no block thins the flood out.
fn flood_once(world: &World, number: u64) {
    let bits = (0x2001_u128 << 112) | (u128::from(number) << 80) | (1 << 64) | u128::from(number);
    let attempt = Attempt {
        source: Some(ClientAddress::new(std::net::Ipv6Addr::from(bits).into())),
        password_tag: Some((number % 4_096) as u16),
        attempt_hash: spread(number),
        ..Attempt::default()
    };
    let who = AccountKey::UnknownName(spread(number + 1) >> 14);
    if let SignInVerdict::Allow { .. } = world.ask(who, &attempt, Phase::Before) {
        world.report(who, &attempt, Outcome::WrongPassword);
    }
}

#[test]
fn h5_a_flood_of_names_and_addresses_pushes_out_no_count_of_an_account_no_lock_and_no_block() {
    let mut world = World::new();
    let (victim, locked, guessing) = (account(1_000), account(1_001), "203.0.113.9");
    for tag in 10..19 {
        world.try_password(victim, "198.51.100.1", tag);
    }
    for tag in 10..20 {
        world.try_password(locked, "198.51.100.2", tag);
    }
    for number in 0..60 {
        world.try_password(account(2_000 + number), guessing, 50);
    }
    let (nine, lock) = (world.standing(victim), world.standing(locked));
    assert!(nine.unfamiliar.consecutive == 9 && lock.unfamiliar.locked_until.is_some());
    let is_long = std::env::var_os("POSTERN_LONG").is_some_and(|value| value == "1");
    let flood = if is_long { FLOOD_LONG } else { FLOOD };
    // The table's room is the same for one and for a hundred floods.
    let mut full = None;
    for number in 0..flood {
        flood_once(&world, number);
        if number % 50_000 == 0 {
            world.table.take_changed(usize::MAX);
        }
        if number == flood / 2 {
            full = Some(world.table.size());
        }
    }
    world.table.take_changed(usize::MAX);
    let (half, size) = (full.expect("the flood had a middle"), world.table.size());
    println!(
        "{flood} names and addresses: {} sources, {} KiB, {} gave way",
        size.sources,
        size.bytes >> 10,
        size.gave_way
    );
    assert!(size.sources <= SignInLimits::default().sources_max);
    assert!(size.bytes <= half.bytes + half.bytes / 20, "{} became {}", half.bytes, size.bytes);
    assert!(size.bytes <= 48 << 20, "{} KiB for no account at all", size.bytes >> 10);
    assert!(size.gave_way > flood / 2, "what gave way is counted: {}", size.gave_way);

    assert_eq!(world.standing(victim), nine, "nine of ten are still nine");
    assert_eq!(world.standing(locked), lock);
    let (_, verdict) = world.try_password(account(5_000), guessing, RIGHT);
    assert!(matches!(verdict, SignInVerdict::Refuse(SignInRefusal::SourceBlocked { .. })), "{verdict:?}");
    world.try_password(victim, "198.51.100.3", 19);
    assert!(world.standing(victim).unfamiliar.locked_until.is_some(), "the tenth locks");
}

/// The whole directory of 100,000 accounts, one try each, from 1,000 addresses within an hour.
#[test]
fn h6_a_spray_of_the_whole_directory_is_one_incident_and_stops_at_its_sources() {
    use postern_core::sign_in::spray::SprayChange;

    const ACCOUNTS: u32 = 100_000;
    let mut world = World::new();
    let (mut started, mut ended, mut verified) = (0, 0, 0);
    for number in 0..ACCOUNTS {
        let who = account(1_000 + u64::from(number));
        verified += u32::from(world.try_password(who, &bot(number % 1_000), 50).0);
        if number % 28 == 0 {
            world.now_s += 1;
            match world.table.spray_watched(u64::from(ACCOUNTS), &world.policy, world.now()) {
                Some(SprayChange::Started(_)) => started += 1,
                Some(SprayChange::Ended(_)) => ended += 1,
                None => {}
            }
        }
    }
    println!("{verified} of {ACCOUNTS} tries were looked at");
    assert_eq!((started, ended), (1, 0), "one incident");
    // Ten accounts of each address before its first block, and a few more between blocks that double.
    assert!(verified <= 15_000, "{verified}");
}

//! Sign-in logs replayed against the counters that the gates use.

use std::fmt::Write as _;

use postern_core::policy::Policies;
use postern_engine::replay::{SignInReplay, replay_sign_in};
use postern_store::counters::MemoryCounters;

const SITE_KEY: [u8; 32] = *b"a key of the tests, 32 bytes lng";

fn replay(log: &[u8]) -> SignInReplay {
    let counters = MemoryCounters::new(&SITE_KEY);
    replay_sign_in(log, &Policies::default(), &counters, &SITE_KEY, &mut |_| {}).expect("a good log")
}

/// The owner signs in from home every day; on the fourth day strangers guess from many addresses.
#[test]
fn a_guessing_attack_locks_the_strangers_lane_and_never_the_owner_at_home() {
    let (day_s, monday_s) = (86_400, 1_767_571_200);
    let mut rows = Vec::new();
    for day in 0..6 {
        for hour in 8..18 {
            rows.push((monday_s + day * day_s + hour * 3_600, "198.51.100.7".to_owned(), "ok"));
        }
    }
    for guess in 0..2_000 {
        let source = format!("203.0.{}.{}", guess % 200, 1 + guess % 250);
        rows.push((monday_s + 3 * day_s + 8 * 3_600 + 1 + guess * 10, source, "fail"));
    }
    rows.sort();
    let mut log = String::from("time_unix_s,user,source_ip,outcome\n");
    for (time, source, outcome) in rows {
        writeln!(log, "{time},rob,{source},{outcome}").expect("a String takes everything");
    }
    let found = replay(log.as_bytes());
    assert_eq!((found.attempts, found.accounts), (2_060, 1));
    assert!(found.locks >= 1, "{found:?}");
    assert_eq!(found.refused_successes, 0, "{found:?}");
    let first = &found.first_locks[0];
    // Thirty-one sign-ins of the owner, then ten different wrong passwords.
    assert_eq!((first.account.as_str(), first.attempts_before), ("rob", 41));
}

#[test]
fn the_provided_log_locks_the_guessed_names() {
    let folder = std::env::var("POSTERN_DATA")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data").to_owned());
    let path = std::path::Path::new(&folder).join("signin-sshd.csv.gz");
    let Ok(log) = std::fs::read(&path) else {
        println!("skipped: no {}; set POSTERN_DATA", path.display());
        return;
    };
    let found = replay(&log);
    println!(
        "{} attempts, {} accounts, {} sources, {} locks, {} refused successes, first locks {:?}",
        found.attempts,
        found.accounts,
        found.sources,
        found.locks,
        found.refused_successes,
        found.first_locks
    );
    assert_eq!((found.attempts, found.accounts, found.sources), (1_264, 30, 106));
    let root = found.first_locks.iter().find(|lock| lock.account == "root").expect("532 guesses at root");
    assert_eq!(root.attempts_before, 10, "ten different wrong passwords");
}

//! The nine tests that the signin reference asks for (c.9), through the real gate, engine and store, with time
//! in the test's hand: (1), (2), (4), (6), (7), (9) here. (3) is here and with a thousand in reliability_a.rs,
//! (2) and (9) also over IMAP with a real Dovecot in postern's own tests. (8), equal locks on two nodes within a
//! second, needs the step of the product that has several nodes; nothing here stands in for it.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use postern_core::command::Command;
use postern_core::policy::Policies;
use postern_core::time::{Span, Timestamp};
use postern_gates::client::Seen;
use postern_testkit::world::{BEGINNING, World, root};

use crate::common::{
    ANNA, HOME, answer_bytes, at_home, at_homes, guess_at_once, passwords_with_tags_of_their_own, standing,
    stranger,
};

/// A botnet of 10 000 addresses guesses for thirty days, each guess a new password from a new address, while
/// the owner's phone signs in every quarter of an hour from a place it earned by signing in.
#[tokio::test(flavor = "multi_thread")]
async fn c9_1_ten_thousand_addresses_cannot_lock_out_the_owner_and_get_at_most_100_guesses()
-> anyhow::Result<()> {
    let world = World::start().await?;
    world.person(ANNA).await?;
    at_home(&world, ANNA).await?;
    let mut dovecot = world.dovecot().await?;
    let step = Span::from_micros(Span::from_days(30).as_micros() / 10_000);
    let mut verified = 0;
    for guess in 0..10_000_u32 {
        let seen = dovecot.attempt(ANNA, &format!("guess {guess}"), false, &stranger(guess)).await?;
        verified += u32::from(seen != Seen::RefusedBefore);
        if guess % 4 == 0 {
            let owner = dovecot.attempt(ANNA, "right", true, HOME).await?;
            assert_eq!(owner, Seen::SignedIn, "after guess {guess}");
        }
        world.clock.advance(step);
    }
    println!("10000 addresses, 30 days: {verified} guesses verified, the owner was never refused");
    assert!((10..=100).contains(&verified), "{verified} guesses were verified");
    Ok(())
}

/// 2,016 polls with the password of before, from home, where the account is known, and from a hotel, where it
/// is not. Meanwhile the owner's laptop signs in each morning with the new one.
#[tokio::test(flavor = "multi_thread")]
async fn c9_2_a_phone_with_the_old_password_polls_every_five_minutes_for_a_week_and_locks_nothing()
-> anyhow::Result<()> {
    let world = World::start().await?;
    let anna = world.person(ANNA).await?;
    at_home(&world, ANNA).await?;
    let mut dovecot = world.dovecot().await?;
    for poll in 0..7 * 24 * 12 {
        for place in [HOME, "203.0.113.40"] {
            let seen = dovecot.attempt(ANNA, "the password before", false, place).await?;
            assert_eq!(seen, Seen::CheckedAndWrong, "poll {poll} from {place}");
        }
        if poll % (24 * 12) == 0 {
            assert_eq!(dovecot.attempt(ANNA, "right", true, HOME).await?, Seen::SignedIn);
        }
        world.clock.advance(Span::from_minutes(5));
    }
    let after = standing(&world, anna.id).await?;
    assert_eq!((after.unfamiliar.level, after.familiar.level), (0, 0), "no lock in a week: {after:?}");
    assert!(after.unfamiliar.consecutive <= 1, "one wrong password, sent 2016 times: {after:?}");
    assert_eq!(dovecot.attempt(ANNA, "right", true, "203.0.113.40").await?, Seen::SignedIn, "in the hotel");
    Ok(())
}

/// What the directory would be asked is counted: at most 4 at once and 10 in all before the lock, none after.
#[tokio::test(flavor = "multi_thread")]
async fn c9_3_of_200_parallel_guesses_4_are_verified_at_once_and_10_before_the_lock() -> anyhow::Result<()> {
    let world = Arc::new(World::start().await?);
    world.person(ANNA).await?;
    let crowd = guess_at_once(&world, ANNA, 200).await?;
    assert!(crowd.most_at_once <= 4, "{crowd:?}");
    assert_eq!((crowd.verified, crowd.refused), (10, 190));
    let mut dovecot = world.dovecot().await?;
    assert_eq!(
        dovecot.attempt(ANNA, "right", true, "192.0.2.9").await?,
        Seen::RefusedBefore,
        "the lane is locked for everybody who is not familiar"
    );
    Ok(())
}

/// One of fifty people behind one address changed the password; a forgotten client sends the old one 500 times
/// within a day. Nobody of the office is refused for it, a new colleague included.
#[tokio::test(flavor = "multi_thread")]
async fn c9_4_an_office_of_fifty_behind_one_address_survives_500_retries_of_an_old_password()
-> anyhow::Result<()> {
    let world = World::start().await?;
    let mut people = Vec::new();
    for number in 0..51 {
        let login = format!("colleague{number}@contoso.example");
        world.person(&login).await?;
        people.push((login, HOME.to_owned()));
    }
    let newcomer = people.pop().map(|(login, _)| login).unwrap_or_default();
    at_homes(&world, &people).await?;
    let mut dovecot = world.dovecot().await?;
    for retry in 0..500 {
        let seen = dovecot.attempt(&people[0].0, "the password before", false, HOME).await?;
        assert_eq!(seen, Seen::CheckedAndWrong, "retry {retry}");
        world.clock.advance(Span::from_s(86_400 / 500));
    }
    for (login, _) in &people {
        assert_eq!(dovecot.attempt(login, "right", true, HOME).await?, Seen::SignedIn, "{login}");
    }
    assert_eq!(dovecot.attempt(&newcomer, "right", true, HOME).await?, Seen::SignedIn, "the newcomer");
    Ok(())
}

/// The requests that a real Dovecot wrote (postern-wire's transcripts), byte for byte, and the answers that it
/// has to get, in the order in which it asked: a sign-in, a wrong password, and what wforce's clients send.
#[tokio::test(flavor = "multi_thread")]
async fn c9_6_captured_requests_are_answered_byte_for_byte() -> anyhow::Result<()> {
    const GO_ON: &str = r#"{"status":0,"msg":"","r_attrs":{}}"#;
    const OK: &str = r#"{"status":"ok"}"#;
    let world = World::start().await?;
    world.person("ana@contoso.example").await?;
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../postern-wire/tests/it/transcripts/auth_policy");
    for (capture, expected) in [
        ("allow-before", GO_ON),
        ("allow-after", GO_ON),
        ("report-success", OK),
        ("allow-with-client-id", GO_ON),
        ("report-wrong-password", OK),
        ("smtp-through-postfix", GO_ON),
        ("report-refused-after-right-password", OK),
        ("wforce-allow", GO_ON),
        ("wforce-allow-attributes", GO_ON),
        ("wforce-report", OK),
    ] {
        let captured = std::fs::read_to_string(folder.join(capture).with_extension("in"))?;
        let (line, body) = captured.split_once('\n').unwrap_or_default();
        let command = line.rsplit(['=', '/']).next().unwrap_or_default();
        let answer = answer_bytes(&world, command, body).await?;
        let expected = format!(
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n\
             content-length: {}\r\n\r\n{expected}",
            expected.len()
        );
        assert_eq!(answer, expected, "{capture}: {line}");
    }
    Ok(())
}

/// Ten guesses lock a minute. Then somebody sets the system's clock by a day; the lock goes on and ends after
/// the minute that it was made for.
#[tokio::test(flavor = "multi_thread")]
async fn c9_7_a_clock_set_by_a_day_neither_ends_nor_lengthens_a_lock() -> anyhow::Result<()> {
    for jump in [Span::from_days(1), Span::ZERO] {
        let world = World::start().await?;
        let anna = world.person(ANNA).await?;
        let mut dovecot = world.dovecot().await?;
        for password in passwords_with_tags_of_their_own(ANNA, 10) {
            dovecot.attempt(ANNA, &password, false, "203.0.113.5").await?;
        }
        // A day ahead, or a day back.
        let now = if jump == Span::ZERO { BEGINNING.minus(Span::from_days(1)) } else { BEGINNING.plus(jump) };
        world.clock.set(now);
        assert_eq!(dovecot.attempt(ANNA, "right", true, "192.0.2.1").await?, Seen::RefusedBefore, "{now:?}");
        world.clock.advance(Span::from_s(59));
        assert_eq!(dovecot.attempt(ANNA, "right", true, "192.0.2.1").await?, Seen::RefusedBefore, "{now:?}");
        world.clock.advance(Span::from_s(2));
        assert_eq!(dovecot.attempt(ANNA, "right", true, "192.0.2.1").await?, Seen::SignedIn, "{now:?}");
        assert_eq!(standing(&world, anna.id).await?.unfamiliar.locked_until, None);
    }
    Ok(())
}

/// Where the 31 bits of an old `time_t` end (2038), a day before the counters' 32 bits do (2106), and where they
/// begin: a lock is a lock, and an unlock opens it.
#[tokio::test(flavor = "multi_thread")]
async fn c9_7_locks_hold_at_the_edges_of_the_counters_seconds() -> anyhow::Result<()> {
    for now_s in [0, i64::from(i32::MAX) - 30, i64::from(u32::MAX) - 86_400] {
        let world = World::start_at(Timestamp::from_unix_s(now_s)).await?;
        let anna = world.person(ANNA).await?;
        let mut dovecot = world.dovecot().await?;
        let mut verified = 0;
        for password in passwords_with_tags_of_their_own(ANNA, 60) {
            let seen = dovecot.attempt(ANNA, &password, false, "203.0.113.5").await?;
            verified += u32::from(seen != Seen::RefusedBefore);
            world.clock.advance(Span::from_s(1));
        }
        assert!((10..=12).contains(&verified), "{verified} guesses in a minute around {now_s}");
        world.engine.execute(anna.id, Command::UnlockSignIn, root("edge")).await?;
        assert_eq!(dovecot.attempt(ANNA, "right", true, "192.0.2.1").await?, Seen::SignedIn, "at {now_s}");
    }
    Ok(())
}

/// Across the end of the counters' seconds in 2106, and at the end of the calendar: no lock of the counters can
/// end later than their last second, so from there on they only count. Every question is answered, nothing
/// wraps around into a lock of a century, and what a person blocked is blocked.
#[tokio::test(flavor = "multi_thread")]
async fn c9_7_beyond_the_counters_seconds_everybody_is_answered_and_a_block_holds() -> anyhow::Result<()> {
    for now_s in [i64::from(u32::MAX) - 30, 253_402_300_800] {
        let world = World::start_at(Timestamp::from_unix_s(now_s)).await?;
        world.person(ANNA).await?;
        let eve = world.person("eve@contoso.example").await?;
        world.engine.execute(eve.id, Command::BlockSignIn { until: None }, root("left")).await?;
        let mut dovecot = world.dovecot().await?;
        for password in passwords_with_tags_of_their_own(ANNA, 60) {
            dovecot.attempt(ANNA, &password, false, "203.0.113.5").await?;
            world.clock.advance(Span::from_s(1));
        }
        assert_eq!(dovecot.attempt(ANNA, "right", true, "192.0.2.1").await?, Seen::SignedIn, "at {now_s}");
        assert_eq!(dovecot.attempt("eve", "right", true, "192.0.2.1").await?, Seen::RefusedBefore);
    }
    Ok(())
}

/// Locks of ten years, as somebody may set them, are long and not over at once (keycloak 30939).
#[tokio::test(flavor = "multi_thread")]
async fn c9_7_the_longest_lock_that_a_policy_allows_is_long() -> anyhow::Result<()> {
    let world = World::start().await?;
    let anna = world.person(ANNA).await?;
    let longest = |name: &str| {
        let value = Policies::descriptions().find(|value| value.name == name);
        value.map(|value| value.max).unwrap_or_default()
    };
    let (first, most) = (longest("sign_in.first_lock_s"), longest("sign_in.unfamiliar_lock_max_s"));
    let lengths = [
        ("sign_in.unfamiliar_lock_max_s", most),
        ("sign_in.familiar_lock_max_s", most),
        ("sign_in.first_lock_s", first),
    ];
    world.policy(&lengths).await?;
    let mut dovecot = world.dovecot().await?;
    for password in passwords_with_tags_of_their_own(ANNA, 10) {
        dovecot.attempt(ANNA, &password, false, "203.0.113.5").await?;
    }
    let until = standing(&world, anna.id).await?.unfamiliar.locked_until;
    assert_eq!(until, Some(BEGINNING.plus(Span::from_s(first.min(most) as i64))));
    let absurd = ("sign_in.first_lock_s".to_owned(), (10 * 366 * 86_400_u64).to_string());
    let refused = world.engine.set_policies(vec![absurd], root("a test")).await;
    assert!(refused.is_err(), "ten years are refused with the bounds, not wrapped");
    Ok(())
}

/// A wrong password for an account, for a name that nobody has, and for an account that is locked meanwhile by
/// others: what the gate answers differs where the password may be looked at and where not, and in nothing
/// else. A name that nobody has locks as an account does, and the answers are equal byte for byte.
#[tokio::test(flavor = "multi_thread")]
async fn c9_9_an_unknown_name_is_answered_with_the_same_bytes_as_an_account() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person(ANNA).await?;
    let mut dialogues = Vec::new();
    for name in [ANNA, "nobody@contoso.example"] {
        let mut dialogue = String::new();
        for (guess, password) in passwords_with_tags_of_their_own(name, 14).iter().enumerate() {
            let pwhash = postern_gates::client::DovecotClient::tag(name, password);
            let source = format!("203.0.{}.{guess}", 113 + dialogues.len());
            let body = format!(
                r#"{{"attrs":{{"mech":"PLAIN","phase":""}},"device_id":"","login":"{name}","protocol":"imap","pwhash":"{pwhash}","remote":"{source}","session_id":"s{guess}","tls":true}}"#
            );
            let answer = answer_bytes(&world, "allow", &body).await?;
            let is_refused = answer.contains(r#""status":-1"#);
            let report = body.replace(
                r#""tls":true"#,
                &format!(r#""success":false,"policy_reject":{is_refused},"tls":true"#),
            );
            write!(dialogue, "{answer}\n{}\n", answer_bytes(&world, "report", &report).await?)?;
        }
        dialogues.push(dialogue);
    }
    assert_eq!(dialogues[0], dialogues[1]);
    assert!(dialogues[0].contains(r#""status":0"#) && dialogues[0].contains(r#""status":-1"#), "both lock");
    Ok(())
}

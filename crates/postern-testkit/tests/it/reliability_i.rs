//! What an answer gives away: the cases I of the reliability reference that concern the sign-in gate, with their
//! ids. I2 comes with self-service; the same over IMAP, byte for byte, is in postern's tests.

use std::time::Instant;

use postern_core::command::Command;
use postern_engine::ports::Entropy;
use postern_gates::client::{DovecotClient, Seen};
use postern_testkit::entropy::SeededEntropy;
use postern_testkit::world::{API_KEY, World, root};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::common::{ANNA, answer_bytes, is_long, passwords_with_tags_of_their_own, stranger};

const NOBODY: &str = "nobody@contoso.example";

/// A wrong password for a locked account, for an account, and for a name that nobody has: what Dovecot hears
/// differs only in whether the password may be looked at, and says nothing of why.
#[tokio::test(flavor = "multi_thread")]
async fn i3_a_lock_a_block_and_a_guessing_source_are_refused_in_the_same_bytes() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person(ANNA).await?;
    world.person("bo@contoso.example").await?;
    let eve = world.person("eve@contoso.example").await?.id;
    world.engine.execute(eve, Command::BlockSignIn { until: None }, root("left")).await?;
    let mut dovecot = world.dovecot().await?;
    for login in [ANNA, NOBODY] {
        for (number, password) in passwords_with_tags_of_their_own(login, 10).iter().enumerate() {
            dovecot.attempt(login, password, false, &format!("203.0.{}.9", 113 + number)).await?;
        }
    }
    for number in 0..60 {
        dovecot.attempt(&format!("x{number}@contoso.example"), "guess", false, "198.18.0.9").await?;
    }
    let ask = |login: &str, source: &str| {
        format!(r#"{{"login":"{login}","remote":"{source}","pwhash":"0f18","protocol":"imap","tls":true}}"#)
    };
    let refused = answer_bytes(&world, "allow", &ask(ANNA, "192.0.2.8")).await?;
    assert!(refused.contains(r#""status":-1"#), "{refused}");
    for (login, source, why) in [
        (NOBODY, "192.0.2.8", "an unknown name that locked"),
        ("eve@contoso.example", "192.0.2.8", "blocked by a person"),
        ("bo@contoso.example", "198.18.0.9", "a source that guesses"),
    ] {
        assert_eq!(answer_bytes(&world, "allow", &ask(login, source)).await?, refused, "{why}");
    }
    Ok(())
}

/// How well the time of an answer tells two kinds of questions apart: the area under the ROC curve, where 0.5 is
/// "not at all" (Mann and Whitney 1947).
fn area_under_curve(left: &[u64], right: &[u64]) -> f64 {
    let mut all: Vec<(u64, bool)> = left.iter().map(|&ns| (ns, true)).collect();
    all.extend(right.iter().map(|&ns| (ns, false)));
    all.sort_unstable();
    let (mut rank_sum, mut first) = (0.0, 0);
    while first < all.len() {
        let same = all[first..].iter().take_while(|(ns, _)| *ns == all[first].0).count();
        let rank = first as f64 + (same as f64 + 1.0) / 2.0;
        rank_sum += rank * all[first..first + same].iter().filter(|(_, is_left)| *is_left).count() as f64;
        first += same;
    }
    let (n, m) = (left.len() as f64, right.len() as f64);
    (rank_sum - n * (n + 1.0) / 2.0) / (n * m)
}

#[test]
fn the_area_is_a_half_for_equal_times_and_one_or_zero_for_times_apart() {
    assert_eq!(area_under_curve(&[1, 2, 3], &[1, 2, 3]), 0.5);
    assert_eq!(area_under_curve(&[4, 5], &[1, 2, 3]), 1.0);
    assert_eq!(area_under_curve(&[1, 2], &[3, 4]), 0.0);
    assert_eq!(area_under_curve(&[7; 4], &[7; 9]), 0.5);
}

/// A gate that is asked on one open connection, and how long each answer took.
struct Timed(TcpStream);

impl Timed {
    #[expect(clippy::disallowed_methods, reason = "it measures how long a real answer takes")]
    async fn ask(&mut self, request: &[u8]) -> anyhow::Result<u64> {
        let mut answer = [0; 1024];
        let begun = Instant::now();
        self.0.write_all(request).await?;
        let read = self.0.read(&mut answer).await?;
        let ns = u64::try_from(begun.elapsed().as_nanos())?;
        anyhow::ensure!(answer[..read].starts_with(b"HTTP/1.1 200"), "{:?}", &answer[..read]);
        Ok(ns)
    }
}

fn request(command: &str, body: &str, key: &str) -> Vec<u8> {
    let length = body.len();
    format!(
        "POST /?command={command} HTTP/1.1\r\nHost: postern\r\nX-API-Key: {key}\r\nContent-Length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}

/// Samples of each kind. So many are asked for in the reliability reference; by chance alone the area then lies
/// within 0.5 +- 0.01 in 999 runs of 1,000 (its standard deviation is 0.0029).
const SAMPLES: usize = 20_000;
/// A short run only shows that the measurement works.
const SAMPLES_SHORT: usize = 300;

/// So many accounts, and as many names that are nobody's. One of each would measure where in memory its record lies,
/// which says nothing of the next name.
const PAIRS: usize = 64;

/// Names of equal length, half of them accounts' and half nobody's, asked in random order on one connection: while
/// there is room, and while all are locked. The times of the answers cannot tell which was which.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn i1_the_time_of_the_gates_answer_does_not_tell_an_account_from_a_name_that_nobody_has()
-> anyhow::Result<()> {
    let world = World::start().await?;
    let pairs: Vec<[String; 2]> = (0..PAIRS)
        .map(|number| ["real", "fake"].map(|kind| format!("{kind}{number:02}@contoso.example")))
        .collect();
    for [real, _] in &pairs {
        world.person(real).await?;
    }
    for is_locked in [false, true] {
        if is_locked {
            lock_all(&world, &pairs).await?;
        }
        let times = measure(&world, &pairs, is_locked).await?;
        let area = area_under_curve(&times[0], &times[1]);
        println!(
            "accounts against unknown names, locked: {is_locked}: AUC {area:.4} of {} each",
            times[0].len()
        );
        if is_long() {
            assert!((area - 0.5).abs() <= 0.02, "AUC {area}");
        }
    }
    Ok(())
}

async fn lock_all(world: &World, pairs: &[[String; 2]]) -> anyhow::Result<()> {
    let mut dovecot = world.dovecot().await?;
    let mut sources = (1_000..).map(stranger);
    for name in pairs.iter().flatten() {
        for (password, source) in passwords_with_tags_of_their_own(name, 10).iter().zip(&mut sources) {
            dovecot.attempt(name, password, false, &source).await?;
        }
        let seen = dovecot.attempt(name, "right", true, "192.0.2.8").await?;
        assert_eq!(seen, Seen::RefusedBefore, "{name} is locked");
    }
    Ok(())
}

/// The question and its report; each pair comes from a place of its own, or that would be a source that tries names.
fn visit(name: &str, place: u32, is_locked: bool) -> (Vec<u8>, Vec<u8>) {
    let (pwhash, source) = (DovecotClient::tag(name, "the same wrong one"), stranger(place));
    let body = |more: &str| {
        format!(
            r#"{{"attrs":{{"mech":"PLAIN","phase":""}},"login":"{name}","protocol":"imap","pwhash":"{pwhash}","remote":"{source}","session_id":"s"{more}}}"#
        )
    };
    let report = body(&format!(r#","success":false,"policy_reject":{is_locked}"#));
    (request("allow", &body(""), API_KEY), request("report", &report, API_KEY))
}

async fn measure(world: &World, pairs: &[[String; 2]], is_locked: bool) -> anyhow::Result<[Vec<u64>; 2]> {
    let stream = TcpStream::connect(world.auth_policy).await?;
    stream.set_nodelay(true)?;
    let mut gate = Timed(stream);
    let visits: Vec<_> = (0..)
        .zip(pairs)
        .map(|(place, pair)| pair.each_ref().map(|name| visit(name, place, is_locked)))
        .collect();
    let samples = if is_long() { SAMPLES } else { SAMPLES_SHORT };
    let chance = SeededEntropy::new(1);
    let mut times = [Vec::with_capacity(samples), Vec::with_capacity(samples)];
    // The first answers warm caches for both.
    for round in 0..samples + 2 * PAIRS {
        let first = (chance.next_u64() % 2) as usize;
        for which in [first, 1 - first] {
            // Drawn for each kind, so that neither is always asked right after its counterpart.
            let (ask, report) = &visits[chance.next_u64() as usize % PAIRS][which];
            let ns = gate.ask(ask).await?;
            gate.ask(report).await?;
            if round >= 2 * PAIRS {
                times[which].push(ns);
            }
        }
    }
    Ok(times)
}

/// Keys that are wrong from the first character on and in the last one only: the times of the answers do not
/// tell how much of a key was right.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn i4_the_time_of_the_answer_does_not_tell_how_much_of_the_key_was_right() -> anyhow::Result<()> {
    let world = World::start().await?;
    let (head, last) = API_KEY.split_at(API_KEY.len() - 1);
    let almost = format!("{head}{}", if last == "x" { "y" } else { "x" });
    let nothing = format!("Z{}", &API_KEY[1..]);
    let requests = [almost, nothing].map(|key| request("ping", "", &key));
    let samples = if is_long() { SAMPLES } else { SAMPLES_SHORT };
    let chance = SeededEntropy::new(2);
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..samples {
        let first = (chance.next_u64() % 2) as usize;
        for which in [first, 1 - first] {
            times[which].push(refused_after(&world, &requests[which]).await?);
        }
    }
    let area = area_under_curve(&times[0], &times[1]);
    println!("key wrong at its end against at its beginning: AUC {area:.4} of {samples} each");
    if is_long() {
        assert!((area - 0.5).abs() <= 0.02, "AUC {area}");
    }
    Ok(())
}

/// The gate closes the connection of whoever shows a wrong key, so each question has one of its own.
#[expect(clippy::disallowed_methods, reason = "it measures how long a real answer takes")]
async fn refused_after(world: &World, request: &[u8]) -> anyhow::Result<u64> {
    let mut gate = TcpStream::connect(world.auth_policy).await?;
    let mut answer = Vec::new();
    let begun = Instant::now();
    gate.write_all(request).await?;
    gate.read_to_end(&mut answer).await?;
    let ns = u64::try_from(begun.elapsed().as_nanos())?;
    anyhow::ensure!(answer.starts_with(b"HTTP/1.1 401"), "{:?}", String::from_utf8_lossy(&answer));
    Ok(ns)
}

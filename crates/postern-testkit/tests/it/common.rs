//! What several test files need: an owner with a home, guesses that all count, many attempts at once, and the
//! bytes of an answer.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use postern_core::ids::AccountId;
use postern_core::sign_in::SignInStanding;
use postern_core::time::Span;
use postern_gates::client::{DovecotClient, Seen};
use postern_testkit::world::{API_KEY, World};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Where the owner of an account signs in every day.
pub const HOME: &str = "198.51.100.20";

/// The account that is attacked.
pub const ANNA: &str = "anna@contoso.example";

/// The owner signs in from home on two mornings, a day apart: home is familiar now.
pub async fn at_home(world: &World, login: &str) -> anyhow::Result<()> {
    at_homes(world, &[(login.to_owned(), HOME.to_owned())]).await
}

/// The same for many, each at a place of their own.
pub async fn at_homes(world: &World, people: &[(String, String)]) -> anyhow::Result<()> {
    let mut dovecot = world.dovecot().await?;
    for _ in 0..2 {
        for (login, home) in people {
            assert_eq!(dovecot.attempt(login, "right", true, home).await?, Seen::SignedIn);
        }
        world.clock.advance(Span::from_hours(24));
    }
    Ok(())
}

/// Passwords of which none looks like another. Dovecot's tag has 12 bits, so one guess in 500 looks like one
/// that was made before and is not counted (signin reference, c.3); where every guess has to count, use these.
pub fn passwords_with_tags_of_their_own(login: &str, count: usize) -> Vec<String> {
    let mut tags = HashSet::new();
    tags.insert(DovecotClient::tag(login, "right"));
    (0..)
        .map(|number| format!("guess {number}"))
        .filter(|password| tags.insert(DovecotClient::tag(login, password)))
        .take(count)
        .collect()
}

/// An address of a stranger; each number another one, in another /24.
pub fn stranger(number: u32) -> String {
    let [_, high, middle, low] = (number * 256 + 7).to_be_bytes();
    format!("{}.{middle}.{low}.{}", 60 + high, number % 250)
}

/// What was verified of a crowd of attempts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crowd {
    /// Reached the verifier.
    pub verified: usize,
    /// At most so many at once.
    pub most_at_once: usize,
    /// Refused before.
    pub refused: usize,
}

/// So many connections guess at once, every guess another password from another address. Whoever is let in
/// stays with the verifier for a while.
pub async fn guess_at_once(world: &Arc<World>, login: &str, guesses: usize) -> anyhow::Result<Crowd> {
    let counts = Arc::new([const { AtomicUsize::new(0) }; 3]);
    let mut crowd = tokio::task::JoinSet::new();
    // One tag for each would need more than 12 bits have room for; what looks like a repeat waits its turn
    // all the same and would be verified without being counted, so the crowd keeps to what is distinct.
    let passwords = passwords_with_tags_of_their_own(login, guesses);
    for (number, password) in (0..).zip(passwords) {
        let (world, counts, login) = (world.clone(), counts.clone(), login.to_owned());
        crowd.spawn(async move {
            let [now, most, total] = &*counts;
            let mut dovecot = world.dovecot().await?;
            let asked = dovecot.ask_attempt(&login, &password, false, &stranger(number)).await?;
            if asked.seen == Seen::CheckedAndWrong {
                most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                total.fetch_add(1, Ordering::SeqCst);
                for _ in 0..200 {
                    tokio::task::yield_now().await;
                }
                now.fetch_sub(1, Ordering::SeqCst);
            }
            anyhow::Ok(dovecot.report(&asked).await?)
        });
    }
    while let Some(done) = crowd.join_next().await {
        done??;
    }
    let [_, most, total] = &*counts;
    let verified = total.load(Ordering::SeqCst);
    Ok(Crowd { verified, most_at_once: most.load(Ordering::SeqCst), refused: guesses - verified })
}

/// How an account stands at the sign-in door.
pub async fn standing(world: &World, account: AccountId) -> anyhow::Result<SignInStanding> {
    let why = world.engine.why(account).await?;
    Ok(why.ok_or_else(|| anyhow::anyhow!("no such account"))?.sign_in)
}

/// The gate's whole answer to a request with this body, byte for byte but for the time of day in its head.
pub async fn answer_bytes(world: &World, command: &str, body: &str) -> anyhow::Result<String> {
    let mut gate = TcpStream::connect(world.auth_policy).await?;
    let request = format!(
        "POST /?command={command} HTTP/1.1\r\nHost: postern\r\nUser-Agent: dovecot/auth-policy-client\r\n\
         X-API-Key: {API_KEY}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n{body}",
        body.len()
    );
    gate.write_all(request.as_bytes()).await?;
    let mut answer = String::new();
    gate.read_to_string(&mut answer).await?;
    let without_date = answer.split_inclusive("\r\n").filter(|line| !line.starts_with("date: ")).collect();
    Ok(without_date)
}

/// Whether this run may take hours (`cargo xtask test --long`).
pub fn is_long() -> bool {
    std::env::var_os("POSTERN_LONG").is_some_and(|value| value == "1")
}

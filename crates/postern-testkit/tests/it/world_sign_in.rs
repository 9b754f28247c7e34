//! The sign-in door through the real gate, engine and store, with time in the test's hand.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use postern_core::command::Command;
use postern_core::restriction::RestrictionKind;
use postern_core::time::Span;
use postern_engine::ports::{AuditFilter, RestrictionFilter};
use postern_gates::client::{DovecotClient, Seen};
use postern_testkit::world::{World, eventually, root};

const HOME: &str = "198.51.100.20";

/// The owner signs in from home on two mornings, an hour and more apart: home is familiar now.
async fn at_home(world: &World, login: &str) -> anyhow::Result<()> {
    let mut dovecot = world.dovecot().await?;
    for _ in 0..2 {
        assert_eq!(dovecot.attempt(login, "right", true, HOME).await?, Seen::SignedIn);
        world.clock.advance(Span::from_hours(24));
    }
    Ok(())
}

/// A botnet of 10 000 addresses guesses for thirty days, each guess a new password from a new address, while
/// the owner's phone signs in every quarter of an hour from a place it earned by signing in.
#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_addresses_cannot_lock_out_the_owner_and_get_at_most_100_guesses() -> anyhow::Result<()>
{
    let world = World::start().await?;
    world.person("anna@contoso.example").await?;
    at_home(&world, "anna@contoso.example").await?;
    let mut dovecot = world.dovecot().await?;
    let step = Span::from_micros(Span::from_days(30).as_micros() / 10_000);
    let mut verified = 0;
    for guess in 0..10_000_u32 {
        let [_, high, middle, low] = (guess * 256 + 7).to_be_bytes();
        let stranger = format!("{}.{middle}.{low}.{}", 60 + high, guess % 250);
        let seen =
            dovecot.attempt("anna@contoso.example", &format!("guess {guess}"), false, &stranger).await?;
        verified += u32::from(seen != Seen::RefusedBefore);
        if guess % 4 == 0 {
            let owner = dovecot.attempt("anna@contoso.example", "right", true, HOME).await?;
            assert_eq!(owner, Seen::SignedIn, "after guess {guess}");
        }
        world.clock.advance(step);
    }
    println!("10000 addresses, 30 days: {verified} guesses verified, the owner was never refused");
    assert!((10..=100).contains(&verified), "{verified} guesses were verified");
    Ok(())
}

/// Two hundred connections guess at once. What the directory would be asked is counted: at most 4 at once and
/// 10 in all before the lock, none after it.
#[tokio::test(flavor = "multi_thread")]
async fn of_200_parallel_guesses_at_most_4_are_verified_at_once_and_10_before_the_lock() -> anyhow::Result<()>
{
    let world = Arc::new(World::start().await?);
    world.person("anna@contoso.example").await?;
    let (now, most, total) =
        (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let mut guesses = tokio::task::JoinSet::new();
    for (guess, password) in passwords_with_tags_of_their_own(200).into_iter().enumerate() {
        let (world, now, most, total) = (world.clone(), now.clone(), most.clone(), total.clone());
        guesses.spawn(async move {
            let mut dovecot = world.dovecot().await?;
            let source = format!("203.0.113.{guess}");
            let asked = dovecot.ask_attempt("anna@contoso.example", &password, false, &source).await?;
            if asked.seen == Seen::CheckedAndWrong {
                let verifying = now.fetch_add(1, Ordering::SeqCst) + 1;
                most.fetch_max(verifying, Ordering::SeqCst);
                total.fetch_add(1, Ordering::SeqCst);
                for _ in 0..200 {
                    tokio::task::yield_now().await;
                }
                now.fetch_sub(1, Ordering::SeqCst);
            }
            anyhow::Ok(dovecot.report(&asked).await?)
        });
    }
    while let Some(done) = guesses.join_next().await {
        done??;
    }
    assert!(most.load(Ordering::SeqCst) <= 4, "{most:?} at once");
    assert_eq!(total.load(Ordering::SeqCst), 10, "verified in all");
    let mut dovecot = world.dovecot().await?;
    assert_eq!(
        dovecot.attempt("anna@contoso.example", "right", true, "192.0.2.9").await?,
        Seen::RefusedBefore,
        "the lane is locked for everybody who is not familiar"
    );
    Ok(())
}

/// Dovecot's tag has 12 bits, so one guess in 500 looks like one that was made before and is not counted (signin
/// reference, c.3). Here every guess has to count.
fn passwords_with_tags_of_their_own(count: usize) -> Vec<String> {
    let mut tags = std::collections::HashSet::new();
    let tag = |password: &String| DovecotClient::tag("anna@contoso.example", password);
    (0..)
        .map(|number| format!("guess {number}"))
        .filter(|password| tags.insert(tag(password)))
        .take(count)
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn eight_spellings_of_one_account_share_one_counter() -> anyhow::Result<()> {
    let world = World::start().await?;
    let anna = world.person("anna@contoso.example").await?;
    let alias = "anna.l@contoso.example".parse_name(&world);
    world.engine.execute(anna.id, Command::AddAlias(alias), root("")).await?;
    let spellings = [
        "anna@contoso.example",
        "Anna@Contoso.Example",
        "ANNA",
        " anna ",
        "anna+x@contoso.example",
        "\u{ff41}nna@contoso.example",
        "anna@contoso.example.",
        "Anna.L@contoso.example",
    ];
    let mut dovecot = world.dovecot().await?;
    for (guess, source) in (0..10).zip(1..) {
        let spelling = spellings[guess % spellings.len()];
        let source = format!("203.0.113.{source}");
        let seen = dovecot.attempt(spelling, &format!("guess {guess}"), false, &source).await?;
        assert_eq!(seen, Seen::CheckedAndWrong, "{spelling:?}");
    }
    for spelling in spellings {
        let seen = dovecot.attempt(spelling, "right", true, "203.0.113.77").await?;
        assert_eq!(seen, Seen::RefusedBefore, "{spelling:?}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_name_is_answered_exactly_like_a_known_one() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person("anna@contoso.example").await?;
    let mut dovecot = world.dovecot().await?;
    let mut answers = Vec::new();
    for name in ["anna@contoso.example", "nobody@contoso.example"] {
        let mut of_name = Vec::new();
        for guess in 0..14 {
            let source = format!("203.0.{}.{guess}", 113 + answers.len());
            of_name.push(dovecot.attempt(name, &format!("guess {guess}"), false, &source).await?);
        }
        answers.push(of_name);
    }
    assert_eq!(answers[0], answers[1]);
    assert!(answers[0].contains(&Seen::RefusedBefore), "both lock");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_wrong_password_fifty_times_locks_nothing() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person("anna@contoso.example").await?;
    let mut dovecot = world.dovecot().await?;
    for _ in 0..50 {
        let seen = dovecot.attempt("anna@contoso.example", "old password", false, HOME).await?;
        assert_eq!(seen, Seen::CheckedAndWrong);
    }
    assert_eq!(dovecot.attempt("anna@contoso.example", "right", true, HOME).await?, Seen::SignedIn);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lock_is_a_row_ends_by_itself_with_an_event_and_an_unlock_opens_it_at_once() -> anyhow::Result<()> {
    let world = World::start().await?;
    let anna = world.person("anna@contoso.example").await?;
    let mut dovecot = world.dovecot().await?;
    for guess in 0..10 {
        dovecot.attempt("anna@contoso.example", &format!("guess {guess}"), false, "203.0.113.5").await?;
    }
    let stranger = "192.0.2.1";
    assert_eq!(dovecot.attempt("anna", "right", true, stranger).await?, Seen::RefusedBefore);
    let filter = RestrictionFilter { account: Some(anna.id), limit: 10, ..RestrictionFilter::default() };
    eventually(async || {
        let open = world.engine.store().restrictions(&filter).await?;
        Ok(open.iter().any(|row| row.restriction.kind == RestrictionKind::SignInLocked))
    })
    .await?;
    let done = world.engine.execute(anna.id, Command::UnlockSignIn, root("Anna called")).await?;
    assert_eq!(done.events.len(), 1);
    assert_eq!(dovecot.attempt("anna", "right", true, stranger).await?, Seen::SignedIn);

    // Once more, and this time nobody unlocks: the end is announced without anybody trying.
    world.clock.advance(Span::from_hours(1));
    for guess in 100..125 {
        dovecot.attempt("anna@contoso.example", &format!("guess {guess}"), false, "203.0.113.99").await?;
    }
    world.clock.advance(Span::from_hours(2));
    let audit = AuditFilter { account: Some(anna.id), before: None, limit: 50 };
    eventually(async || {
        let rows = world.engine.store().audit(&audit).await?;
        Ok(rows.iter().any(|row| row.code == "restriction_expired"))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_site_only_observes_nobody_is_locked_and_nothing_claims_so() -> anyhow::Result<()> {
    let world = World::start().await?;
    let anna = world.person("anna@contoso.example").await?;
    world.policy(&[("sign_in.observe_only", 1)]).await?;
    let mut dovecot = world.dovecot().await?;
    for guess in 0..30 {
        let seen = dovecot.attempt("anna", &format!("guess {guess}"), false, "203.0.113.5").await?;
        assert_eq!(seen, Seen::CheckedAndWrong);
    }
    assert_eq!(dovecot.attempt("anna", "right", true, "192.0.2.1").await?, Seen::SignedIn);
    let why = world.engine.why(anna.id).await?.expect("anna exists");
    assert!(why.open.is_empty() && why.recent.is_empty(), "{why:?}");
    assert!(why.decisions.iter().any(|row| row.verdict == "would_refuse"), "{:?}", why.decisions);
    world.engine.execute(anna.id, Command::BlockSignIn { until: None }, root("stolen laptop")).await?;
    let seen = dovecot.attempt("anna", "right", true, "192.0.2.1").await?;
    assert_eq!(seen, Seen::RefusedBefore, "a person's block holds also while the rules observe");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_block_by_a_person_holds_everywhere_and_the_right_password_refused_is_evidence()
-> anyhow::Result<()> {
    let world = World::start().await?;
    let anna = world.person("anna@contoso.example").await?;
    at_home(&world, "anna@contoso.example").await?;
    let mut dovecot = world.dovecot().await?;
    world.engine.execute(anna.id, Command::BlockSignIn { until: None }, root("stolen laptop")).await?;
    assert_eq!(dovecot.attempt("anna", "right", true, HOME).await?, Seen::RefusedBefore);
    assert_eq!(world.mail_system.denied(), ["anna@contoso.example"], "the second lock holds too");
    let world = world.restart().await?;
    let mut dovecot = world.dovecot().await?;
    assert_eq!(dovecot.attempt("anna", "right", true, HOME).await?, Seen::RefusedBefore, "after a restart");
    world.engine.execute(anna.id, Command::AllowSignIn, root("laptop found")).await?;
    assert_eq!(dovecot.attempt("anna", "right", true, HOME).await?, Seen::SignedIn);
    assert_eq!(world.mail_system.denied(), [""; 0]);
    Ok(())
}

/// Reads a name as this world does.
trait ParseName {
    fn parse_name(&self, world: &World) -> postern_core::name::AccountName;
}

impl ParseName for str {
    fn parse_name(&self, world: &World) -> postern_core::name::AccountName {
        postern_core::name::AccountName::parse(self, world.engine.names()).expect("a test name")
    }
}

//! The sign-in door through the real gate, engine and store, with time in the test's hand.

use postern_core::command::Command;
use postern_core::restriction::RestrictionKind;
use postern_core::time::Span;
use postern_engine::ports::{AuditFilter, RestrictionFilter};
use postern_gates::client::Seen;
use postern_testkit::world::{World, eventually, root};

use crate::common::{HOME, at_home, passwords_with_tags_of_their_own};

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
    let audit = AuditFilter { account: Some(anna.id), limit: 50, ..Default::default() };
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

/// A password that somebody sets ends a lock and is followed by a grace; the first password of a new account has no
/// lock to end, and strangers get no more than ten guesses at it.
#[tokio::test(flavor = "multi_thread")]
async fn a_first_password_gives_strangers_no_more_guesses_and_a_reset_ends_the_lock() -> anyhow::Result<()> {
    let world = World::start().await?;
    let anna = world.person("anna@contoso.example").await?;
    world.engine.set_password(anna.id, "violet harbour lantern 41", root("welcome")).await?;
    let mut dovecot = world.dovecot().await?;
    for password in passwords_with_tags_of_their_own("anna@contoso.example", 10) {
        dovecot.attempt("anna@contoso.example", &password, false, "203.0.113.5").await?;
    }
    assert_eq!(dovecot.attempt("anna", "right", true, "192.0.2.1").await?, Seen::RefusedBefore);
    world.engine.set_password(anna.id, "amber meadow ladder 17", root("reset")).await?;
    assert_eq!(dovecot.attempt("anna", "right", true, "192.0.2.1").await?, Seen::SignedIn);
    Ok(())
}

//! Resets of passwords through the engine, with time in the test's hand: what a temporary password opens, when it ends, and
//! that nothing keeps it.

use anyhow::{Context as _, Result};
use postern_core::command::Command;
use postern_core::ids::AccountId;
use postern_core::refusal::{PasswordRefusal, Refusal};
use postern_core::restriction::{Reason, RestrictionKind};
use postern_core::time::Span;
use postern_engine::ask::SignInAsk;
use postern_engine::commands::{ExecuteError, Reset, ResetWish};
use postern_engine::password::Password;
use postern_engine::ports::{AuditFilter, ReceiptOutcome};
use postern_engine::sign_in::{ApplicationAsk, ApplicationVerdict, OwnPassword};
use postern_gates::client::Seen;
use postern_testkit::world::{PUBLIC_URL, World, eventually, root};

const ROB: &str = "rob@contoso.example";
const OLD: &str = "violet harbour lantern 41";
const OWN: &str = "amber meadow ladder 17";
const HOME: &str = "192.0.2.7";

async fn reset(world: &World, account: AccountId, must_change: bool) -> Result<Reset> {
    let wish = ResetWish { chosen: None, must_change };
    Ok(world.engine.reset_password(account, wish, root("phoned, known voice")).await?)
}

fn ask<'a>(login: &'a str, session: &'a str) -> ApplicationAsk<'a> {
    let ask = SignInAsk { login, remote: HOME, protocol: "http", session, ..SignInAsk::default() };
    ApplicationAsk { ask, ..ApplicationAsk::default() }
}

/// Whether webmail would let somebody in.
async fn is_let_in(world: &World, password: &str) -> Result<bool> {
    let handle = world.engine.fresh_handle();
    let answer = world.engine.authenticate(&ask(ROB, &handle), Password::new(password.to_owned())?).await?;
    Ok(answer.verdict == ApplicationVerdict::Allow)
}

async fn change(world: &World, temporary: &str, new: &str) -> Result<OwnPassword> {
    let handle = world.engine.fresh_handle();
    let (temporary, new) = (Password::new(temporary.to_owned())?, Password::new(new.to_owned())?);
    Ok(world.engine.change_temporary_password(&ask(ROB, &handle), temporary, new).await?)
}

fn reason_of_row(world: &World, account: AccountId) -> Option<Reason> {
    let open = world.engine.open_on(account);
    open.into_iter().find(|row| row.kind == RestrictionKind::PasswordChangeRequired).map(|row| row.reason)
}

/// The whole way: the old password opens nothing, the temporary one opens only the page that replaces it and is told so in
/// every mail program, the own one opens everything; nothing of it is in a file of the store.
#[tokio::test(flavor = "multi_thread")]
async fn a_temporary_password_opens_the_page_of_its_owner_and_nothing_else() -> Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    world.engine.set_password(rob, OLD, root("welcome")).await?;
    let made = reset(&world, rob, true).await?;
    let temporary = made.generated.context("a generated one")?;
    assert!(made.is_in_force, "{:?}", made.done.receipts);
    assert_eq!(made.temporary_until, Some(made.done.at.plus(Span::from_hours(72))));

    let mut dovecot = world.dovecot().await?;
    let asked = dovecot.ask_attempt(ROB, &temporary, true, HOME).await?;
    assert_eq!(asked.seen, Seen::RefusedAfter);
    assert!(asked.told.contains(&format!("{PUBLIC_URL}/password ")), "{}", asked.told);
    dovecot.report(&asked).await?;
    let wrong = dovecot.ask_attempt(ROB, "a wrong one", false, HOME).await?;
    assert_eq!((wrong.seen, wrong.told.as_str()), (Seen::CheckedAndWrong, ""));
    dovecot.report(&wrong).await?;
    assert!(world.engine.compromise_of(rob).signals.is_empty(), "its owner tries it everywhere");
    assert!(!is_let_in(&world, OLD).await? && !is_let_in(&world, &temporary).await?);

    assert!(matches!(change(&world, OLD, OWN).await?, OwnPassword::NotOpened));
    let same = change(&world, &temporary, &temporary).await?;
    assert!(matches!(same, OwnPassword::Refused(Refusal::Password(PasswordRefusal::SameAsTemporary))));
    let common = change(&world, &temporary, "password1").await?;
    assert!(matches!(common, OwnPassword::Refused(_)), "the lists hold here too");
    assert!(matches!(change(&world, &temporary, OWN).await?, OwnPassword::Set { .. }));
    assert_eq!(dovecot.attempt(ROB, OWN, true, HOME).await?, Seen::SignedIn);
    assert!(is_let_in(&world, OWN).await? && !is_let_in(&world, &temporary).await?);
    let again = change(&world, OWN, "copper window ferry 90").await?;
    assert!(matches!(again, OwnPassword::Refused(Refusal::Password(PasswordRefusal::NotTemporary))));

    let audit = world.engine.store().audit(&AuditFilter { limit: 100, ..AuditFilter::default() }).await?;
    assert!(!format!("{audit:?}").contains(&temporary));
    for file in std::fs::read_dir(world.folder())? {
        let bytes = std::fs::read(file?.path())?;
        for secret in [temporary.as_str(), OWN] {
            assert!(!bytes.windows(secret.len()).any(|part| part == secret.as_bytes()), "it is kept");
        }
    }
    Ok(())
}

/// 72 hours and a second later nobody is let in with it, also by the files with Postern stopped; the row says so, the admins
/// have a mail, and one more reset renews it.
#[tokio::test(flavor = "multi_thread")]
async fn a_temporary_password_ends_after_72_hours_with_an_event_and_a_mail_and_is_renewed() -> Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    let first = reset(&world, rob, true).await?.generated.context("a generated one")?;
    let mut dovecot = world.dovecot().await?;
    world.clock.advance(Span::from_s(72 * 3_600 - 1));
    assert!(dovecot.ask_attempt(ROB, &first, true, HOME).await?.told.contains("/password "));
    world.clock.advance(Span::from_s(2));
    let over = dovecot.ask_attempt(ROB, &first, true, HOME).await?;
    assert_eq!(over.seen, Seen::RefusedAfter, "at once, also before its event is written");
    assert!(over.told.contains("expired"), "{}", over.told);
    assert!(matches!(change(&world, &first, OWN).await?, OwnPassword::NotOpened));
    eventually(async || Ok(reason_of_row(&world, rob) == Some(Reason::TemporaryPasswordExpired))).await?;
    eventually(async || Ok(world.mail_system.password_hash(ROB).as_deref() == Some("!"))).await?;
    eventually(async || {
        let notices = world.notices.all();
        let expired = notices.iter().filter(|notice| notice.subject.contains("has expired"));
        Ok(expired.filter(|notice| notice.body.contains("reset-password")).count() == 1)
    })
    .await?;
    let world = world.restart().await?;
    assert_eq!(reason_of_row(&world, rob), Some(Reason::TemporaryPasswordExpired), "durable");
    let second = reset(&world, rob, true).await?.generated.context("a generated one")?;
    assert_ne!(first, second);
    assert!(matches!(reason_of_row(&world, rob), Some(Reason::TemporaryPassword { .. })));
    assert!(matches!(change(&world, &first, OWN).await?, OwnPassword::NotOpened));
    assert!(matches!(change(&world, &second, OWN).await?, OwnPassword::Set { .. }));
    assert_eq!(reason_of_row(&world, rob), None);
    Ok(())
}

/// While the files still have the former password, whoever knows it would be let in by them: the gate is not deceived, says
/// nothing of the reason, and lets in with the first files that have the new one.
#[tokio::test(flavor = "multi_thread")]
async fn the_former_password_opens_nothing_while_the_files_still_have_it() -> Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    world.engine.set_password(rob, OLD, root("welcome")).await?;
    let mut dovecot = world.dovecot().await?;
    assert_eq!(dovecot.attempt(ROB, OLD, true, HOME).await?, Seen::SignedIn);
    world.engine.execute(rob, Command::BlockSignIn { until: None }, root("asked")).await?;
    world.engine.execute(rob, Command::AllowSignIn, root("again")).await?;
    let former = world.mail_system.password_hash(ROB);
    world.mail_system.break_files(true);
    let made = reset(&world, rob, false).await?;
    assert!(!made.is_in_force && made.temporary_until.is_none());
    let failed =
        |receipt: &postern_engine::ports::Receipt| matches!(receipt.outcome, ReceiptOutcome::Failed { .. });
    assert!(made.done.receipts.iter().any(failed), "the receipt says why: {:?}", made.done.receipts);
    assert_eq!(world.mail_system.password_hash(ROB), former);
    let refused = dovecot.ask_attempt(ROB, OLD, true, HOME).await?;
    assert_eq!((refused.seen, refused.told.as_str()), (Seen::RefusedAfter, ""));
    dovecot.report(&refused).await?;
    let own = made.generated.context("a generated one")?;
    assert!(is_let_in(&world, &own).await?, "we verify it ourselves");
    world.mail_system.break_files(false);
    eventually(async || {
        world.clock.advance(Span::from_s(5));
        Ok(dovecot.attempt(ROB, &own, true, HOME).await? == Seen::SignedIn)
    })
    .await?;
    assert_ne!(world.mail_system.password_hash(ROB), former);
    Ok(())
}

/// A person's block and a restriction of sending outlive any number of resets, and the page opens neither.
#[tokio::test(flavor = "multi_thread")]
async fn a_reset_opens_no_block_and_the_page_does_not_either() -> Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    world.engine.execute(rob, Command::BlockSignIn { until: None }, root("stolen laptop")).await?;
    world.engine.execute(rob, Command::RestrictSending { until: None }, root("spam")).await?;
    let temporary = reset(&world, rob, true).await?.generated.context("a generated one")?;
    assert!(matches!(change(&world, &temporary, OWN).await?, OwnPassword::NotOpened));
    let kinds: Vec<_> = world.engine.open_on(rob).iter().map(|row| row.kind).collect();
    for kind in [RestrictionKind::SignInBlocked, RestrictionKind::SendingRestricted] {
        assert!(kinds.contains(&kind), "{kinds:?}");
    }
    let chosen = ResetWish { chosen: Some(OWN.to_owned()), must_change: false };
    let refused = world.engine.reset_password(rob, chosen, root("phoned")).await;
    assert!(matches!(
        refused,
        Err(ExecuteError::Refused(Refusal::Password(PasswordRefusal::ChosenIsTemporary)))
    ));
    let listed = ResetWish { chosen: Some("password1".to_owned()), must_change: true };
    let refused = world.engine.reset_password(rob, listed, root("phoned")).await;
    assert!(matches!(refused, Err(ExecuteError::Refused(_))), "nothing was changed");
    assert!(!is_let_in(&world, OWN).await?);
    Ok(())
}

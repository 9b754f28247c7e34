//! What people do: commands through the engine and the real store, with roles, audit and renames.

use postern_core::account::{AccountKind, Role};
use postern_core::command::{Asker, Command};
use postern_core::name::AccountName;
use postern_core::reach::Reach;
use postern_core::refusal::Refusal;
use postern_core::restriction::Actor;
use postern_engine::commands::{ExecuteError, SetPolicyError};
use postern_engine::ports::AuditFilter;
use postern_gates::client::Seen;
use postern_testkit::world::{World, root};

fn name(text: &str) -> AccountName {
    AccountName::from_canonical(text.to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rename_keeps_the_restriction_the_counters_and_the_id() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person("rob@contoso.com").await?;
    let mut postfix = world.postfix("rob@contoso.com").await?;
    while postfix.send(&[format!("v{}@elsewhere.example", rand(&world))]).await?.let_out() == 1 {}
    let rename = Command::Rename { to: name("robert@contoso.com"), keep_old_as_alias: false };
    world.engine.execute(rob.id, rename, root("married")).await?;
    let mut renamed = world.postfix("robert@contoso.com").await?;
    assert_eq!(renamed.send(&["anna@contoso.example".into()]).await?.let_out(), 0);
    let account = world.engine.store().account(rob.id).await?.expect("still there");
    assert_eq!(account.primary.as_str(), "robert@contoso.com");
    let taken = world.engine.execute(
        world.person("other@contoso.com").await?.id,
        Command::AddAlias(name("robert@contoso.com")),
        root(""),
    );
    assert!(
        matches!(taken.await, Err(ExecuteError::Commit(_) | ExecuteError::Refused(_))),
        "the name is taken"
    );
    Ok(())
}

/// Random enough to be a stranger each time, the same in every run.
fn rand(world: &World) -> u64 {
    use postern_engine::ports::Entropy;
    let _ = world;
    static SEED: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(1);
    let seed = SEED.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    postern_testkit::entropy::SeededEntropy::new(seed).next_u64()
}

#[tokio::test(flavor = "multi_thread")]
async fn roles_are_checked_for_every_command_in_one_place() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person("rob@contoso.com").await?;
    let admin = world.account("ingrid@contoso.example", AccountKind::Person, &[Role::GlobalAdmin]).await?;
    let helpdesk = |note: &str| Asker {
        actor: Actor::Person(rob.id),
        roles: vec![Role::Helpdesk],
        reach: Reach::ALL_DOMAINS,
        note: note.to_owned(),
    };
    let block = || Command::BlockSignIn { until: None };
    let refused = world.engine.execute(rob.id, block(), helpdesk("x")).await;
    assert!(matches!(refused, Err(ExecuteError::Refused(Refusal::NotAllowed { .. }))), "{refused:?}");
    let refused = world.engine.execute(admin.id, Command::UnlockSignIn, helpdesk("x")).await;
    assert!(matches!(refused, Err(ExecuteError::Refused(Refusal::TargetIsAdmin { .. }))), "{refused:?}");
    let refused = world.engine.execute(admin.id, block(), root("x")).await;
    assert!(matches!(refused, Err(ExecuteError::Refused(Refusal::LastGlobalAdmin))), "{refused:?}");
    let refused =
        world.engine.set_policies(vec![("outbound.cap_day".into(), "5".into())], helpdesk("x")).await;
    assert!(matches!(refused, Err(SetPolicyError::Refused(Refusal::NotAllowed { .. }))), "{refused:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_policy_change_acts_without_restart_is_audited_and_survives_a_restart() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person("anna@contoso.example").await?;
    world.policy(&[("sign_in.unfamiliar_failures_max", 5), ("sign_in.unfamiliar_in_flight_max", 4)]).await?;
    let mut dovecot = world.dovecot().await?;
    for guess in 0..5 {
        let seen = dovecot.attempt("anna", &format!("guess {guess}"), false, "203.0.113.5").await?;
        assert_eq!(seen, Seen::CheckedAndWrong);
    }
    assert_eq!(dovecot.attempt("anna", "sixth", false, "203.0.113.5").await?, Seen::RefusedBefore);
    let contradiction = world.policy(&[("outbound.novel_hour_max", 1_000)]).await;
    assert!(contradiction.is_err(), "more in an hour than in a day");
    let audit = world.engine.store().audit(&AuditFilter { limit: 20, ..AuditFilter::default() }).await?;
    let change = audit.iter().find(|row| row.code == "policy_changed").expect("audited");
    assert_eq!((&change.actor, change.note.as_str()), (&Actor::LocalRoot("root".into()), "a test"));
    let world = world.restart().await?;
    assert_eq!(world.engine.policies().sign_in.unfamiliar_failures_max, 5);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_who_release_together_release_once() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person("rob@contoso.com").await?;
    world.engine.execute(rob.id, Command::RestrictSending { until: None }, root("suspicious")).await?;
    let release = || world.engine.execute(rob.id, Command::UnblockSending, root("it was a newsletter"));
    let (one, other) = tokio::join!(release(), release());
    let done = usize::from(one.is_ok()) + usize::from(other.is_ok());
    assert_eq!(done, 1, "{one:?} {other:?}");
    let audit = AuditFilter { account: Some(rob.id), limit: 20, ..Default::default() };
    let audit = world.engine.store().audit(&audit).await?;
    assert_eq!(audit.iter().filter(|row| row.code == "restriction_released").count(), 1);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_account_is_forgotten_at_every_gate_and_its_id_stays_in_the_audit() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person("rob@contoso.com").await?;
    world.engine.execute(rob.id, Command::RestrictSending { until: None }, root("suspicious")).await?;
    world.engine.execute(rob.id, Command::Delete, root("left the company")).await?;
    assert!(world.engine.store().account(rob.id).await?.is_none());
    let audit = AuditFilter { account: Some(rob.id), limit: 20, ..Default::default() };
    let codes: Vec<String> =
        world.engine.store().audit(&audit).await?.into_iter().map(|row| row.code).collect();
    assert!(codes.iter().any(|code| code == "account_deleted"), "{codes:?}");
    // Somebody new with the old name starts with an open door.
    let again = world.person("rob@contoso.com").await?;
    assert_ne!(again.id, rob.id);
    let mut postfix = world.postfix("rob@contoso.com").await?;
    assert_eq!(postfix.send(&["anna@contoso.example".into()]).await?.let_out(), 1);
    Ok(())
}

//! Policies of sending for some accounts, through the real gate: who has which, from which moment, and after a restart.

use postern_core::account::{Account, AccountKind};
use postern_core::command::{Command, ProfileChange};
use postern_core::name::AccountName;
use postern_core::policy::scoped::{Conditions, RAISED_BY_MAILING, Scope, ScopedPolicy};
use postern_core::restriction::Actor;
use postern_core::time::{Span, Timestamp};
use postern_engine::commands::{ScopedPolicyCommand, SetPolicyError};
use postern_engine::ports::AuditFilter;
use postern_testkit::world::{BEGINNING, World, eventually, root};

fn domain(name: &str) -> Conditions {
    Conditions { domains: vec![name.to_owned()], ..Conditions::default() }
}

fn group(name: &str) -> Conditions {
    Conditions { groups: vec![name.to_owned()], ..Conditions::default() }
}

fn policy(name: &str, priority: u32, conditions: Conditions, novel_hour: u64) -> ScopedPolicy {
    ScopedPolicy {
        name: name.to_owned(),
        priority,
        scope: Scope { conditions, exceptions: Conditions::default() },
        values: vec![
            ("outbound.slow_novel_hour", novel_hour.min(12)),
            ("outbound.novel_hour_max", novel_hour),
            ("outbound.novel_day_max", 400),
        ],
        until: None,
    }
}

async fn put(world: &World, policy: ScopedPolicy) -> anyhow::Result<()> {
    world
        .engine
        .change_scoped_policies(ScopedPolicyCommand::Put(Box::new(policy)), root("month's end"))
        .await?;
    Ok(())
}

fn name_of(world: &World, account: &Account) -> Option<String> {
    world.engine.policy_of(account.id).0
}

/// How many strangers get one mail each before somebody is refused, of at most `most`.
async fn let_out(world: &World, login: &str, first: usize, most: usize) -> anyhow::Result<usize> {
    let mut postfix = world.postfix(login).await?;
    for number in first..first + most {
        if postfix.send(&[format!("stranger{number}@elsewhere.example")]).await?.let_out() == 0 {
            return Ok(number - first);
        }
    }
    Ok(most)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_policy_that_is_for_an_account_holds_at_the_gate_with_the_answer() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person("rob@contoso.com").await?;
    let maja = world.person("maja@contoso.example").await?;
    put(&world, policy("wide", 20, domain("contoso.com"), 100)).await?;
    assert_eq!(name_of(&world, &rob).as_deref(), Some("wide"));
    assert_eq!(name_of(&world, &maja), None);
    assert_eq!(let_out(&world, "rob@contoso.com", 0, 80).await?, 80, "far above the site's thirty");
    assert!(let_out(&world, "maja@contoso.example", 0, 80).await? <= 31, "the site's own");

    // A lower number goes first, and the very next recipient is judged by it.
    put(&world, policy("tight", 10, domain("contoso.com"), 5)).await?;
    assert_eq!(name_of(&world, &rob).as_deref(), Some("tight"));
    assert_eq!(let_out(&world, "rob@contoso.com", 100, 80).await?, 0);

    let remove = ScopedPolicyCommand::Remove { name: "tight".to_owned() };
    world.engine.change_scoped_policies(remove, root("a mistake")).await?;
    assert_eq!(name_of(&world, &rob).as_deref(), Some("wide"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_into_a_group_or_domain_later_has_its_policy_and_who_leaves_has_not() -> anyhow::Result<()>
{
    let world = World::start().await?;
    put(&world, policy("billing", 1, group("billing"), 200)).await?;
    put(
        &world,
        policy(
            "robots",
            2,
            Conditions { kinds: vec![AccountKind::Application], ..Conditions::default() },
            300,
        ),
    )
    .await?;
    put(&world, policy("partners", 3, domain("contoso.com"), 50)).await?;
    let ana = world.person("ana@contoso.example").await?;
    assert_eq!(name_of(&world, &ana), None);

    let change =
        |change: ProfileChange| world.engine.execute(ana.id, Command::ChangeProfile(change), root("moved"));
    change(ProfileChange { groups: Some(vec!["Billing".to_owned()]), ..ProfileChange::default() }).await?;
    assert_eq!(name_of(&world, &ana).as_deref(), Some("billing"));
    change(ProfileChange { groups: Some(Vec::new()), ..ProfileChange::default() }).await?;
    assert_eq!(name_of(&world, &ana), None);
    let kind = Some(AccountKind::Application);
    change(ProfileChange { kind, ..ProfileChange::default() }).await?;
    assert_eq!(name_of(&world, &ana).as_deref(), Some("robots"));
    let kind = Some(AccountKind::Person);
    change(ProfileChange { kind, ..ProfileChange::default() }).await?;

    let to = AccountName::parse("ana@sales.contoso.com", world.engine.names())?;
    world.engine.execute(ana.id, Command::Rename { to, keep_old_as_alias: true }, root("moved")).await?;
    assert_eq!(name_of(&world, &ana).as_deref(), Some("partners"), "a domain with those below");
    let born = world.person("new@contoso.com").await?;
    assert_eq!(name_of(&world, &born).as_deref(), Some("partners"));

    let world = world.restart().await?;
    assert_eq!(name_of(&world, &ana).as_deref(), Some("partners"), "also after a restart");
    assert_eq!(world.engine.accounts_by_policy(), [0, 0, 2]);
    world.engine.execute(born.id, Command::Delete, root("left")).await?;
    assert_eq!(world.engine.accounts_by_policy(), [0, 0, 1]);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_policy_that_only_observes_refuses_nobody_and_the_others_do() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person("rob@contoso.com").await?;
    world.person("maja@contoso.example").await?;
    let until = BEGINNING.plus(Span::from_days(7)).unix_s_u32();
    let mut observed = policy("new-domain", 1, domain("contoso.com"), 30);
    observed.values.push(("outbound.observe_until_unix_s", u64::from(until)));
    put(&world, observed).await?;
    assert_eq!(let_out(&world, "rob@contoso.com", 0, 80).await?, 80);
    assert!(let_out(&world, "maja@contoso.example", 0, 80).await? <= 31);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_policy_does_not_set_follows_the_site_and_the_site_cannot_contradict_it() -> anyhow::Result<()>
{
    let world = World::start().await?;
    let rob = world.person("rob@contoso.com").await?;
    put(&world, policy("wide", 1, domain("contoso.com"), 100)).await?;
    world.policy(&[("outbound.cap_day", 900)]).await?;
    let (_, values) = world.engine.policy_of(rob.id);
    assert_eq!((values.cap_day, values.novel_hour_max), (900, 100));

    let lowered = vec![
        ("outbound.cap_day".to_owned(), "380".to_owned()),
        ("outbound.cap_hour".to_owned(), "380".to_owned()),
    ];
    let error = world.engine.set_policies(lowered, root("tighter")).await.expect_err("400 a day do not fit");
    let SetPolicyError::ScopedContradicts { policy, .. } = error else { panic!("{error:?}") };
    assert_eq!(policy, "wide");
    assert_eq!(world.engine.policy_of(rob.id).1.cap_day, 900, "nothing changed");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn each_change_is_audited_with_what_differs() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person("rob@contoso.com").await?;
    let conditions = Conditions { accounts: vec![rob.id], ..Conditions::default() };
    put(&world, policy("rob", 1, conditions.clone(), 100)).await?;
    put(&world, policy("rob", 1, conditions.clone(), 120)).await?;
    let same = ScopedPolicyCommand::Put(Box::new(policy("rob", 1, conditions, 120)));
    let again = world.engine.change_scoped_policies(same, root("again")).await;
    assert!(matches!(again, Err(SetPolicyError::Refused(_))), "{again:?}");
    let audit = world.engine.store().audit(&AuditFilter { limit: 100, ..AuditFilter::default() }).await?;
    let details: Vec<&str> =
        audit.iter().filter(|row| row.code == "policy_changed").map(|row| row.detail.as_str()).collect();
    assert_eq!(details.len(), 6, "{details:?}");
    assert!(
        details.iter().any(|detail| detail.contains("rob: for") && detail.contains("user rob@contoso.com"))
    );
    let second = details.iter().filter(|detail| detail.contains("120")).count();
    assert_eq!(second, 1, "of the second change only what differs");
    Ok(())
}

/// What `postern policy mailing` puts: the account's limits raised to the number of recipients, until a time.
fn mailing(account: &Account, recipients: u64, until: Timestamp) -> ScopedPolicy {
    let conditions = Conditions { accounts: vec![account.id], ..Conditions::default() };
    ScopedPolicy {
        name: "mailing".to_owned(),
        priority: 1,
        scope: Scope { conditions, exceptions: Conditions::default() },
        values: RAISED_BY_MAILING.map(|name| (name, recipients)).to_vec(),
        until: Some(until),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_planned_mailing_of_two_thousand_passes_and_afterwards_the_ordinary_limits_hold()
-> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person("rob@contoso.com").await?;
    let until = BEGINNING.plus(Span::from_hours(4));
    put(&world, mailing(&rob, 2_000, until)).await?;
    let world = world.restart().await?;
    assert_eq!(let_out(&world, "rob@contoso.com", 0, 2_000).await?, 2_000, "also after a restart");
    assert_eq!(let_out(&world, "rob@contoso.com", 2_000, 5).await?, 0, "one more is too many");
    assert_eq!(name_of(&world, &rob).as_deref(), Some("mailing"));
    world.engine.execute(rob.id, Command::UnblockSending, root("it was one more")).await?;

    world.clock.advance(Span::from_hours(4));
    assert_eq!(name_of(&world, &rob), None, "from that very moment");
    eventually(async || Ok(world.engine.scoped_policies().in_order().is_empty())).await?;
    let audit = world.engine.store().audit(&AuditFilter { limit: 20, ..AuditFilter::default() }).await?;
    let ended = audit.iter().find(|row| row.detail.contains("mailing: until")).expect("its end is audited");
    assert_eq!(ended.actor, Actor::Timer);

    // What was sent during the mailing is not held against the account, and a thief is stopped as ever.
    let strangers = let_out(&world, "rob@contoso.com", 10_000, 80).await?;
    // Sixty in grace; of two thousand contacts the filter remembers so much that a few strangers look known.
    assert!((40..=66).contains(&strangers), "{strangers} strangers on an ordinary day, in grace");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn whose_policy_is_removed_starts_anew_under_the_next_one() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person("rob@contoso.com").await?;
    put(&world, mailing(&rob, 500, BEGINNING.plus(Span::from_days(1)))).await?;
    assert_eq!(let_out(&world, "rob@contoso.com", 0, 400).await?, 400);
    let remove = ScopedPolicyCommand::Remove { name: "mailing".to_owned() };
    world.engine.change_scoped_policies(remove, root("it is out")).await?;
    let strangers = let_out(&world, "rob@contoso.com", 10_000, 80).await?;
    assert!((20..=31).contains(&strangers), "{strangers} strangers under the site's own");
    Ok(())
}

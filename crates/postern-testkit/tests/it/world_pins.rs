//! Accounts that are pinned to sources, through the real gates: from its own address an application sends as it likes,
//! from anywhere else its password is worth nothing.

use postern_core::account::{Account, AccountKind};
use postern_core::command::Command;
use postern_core::ids::AccountId;
use postern_core::restriction::{EvidenceKind, Reason, Restriction};
use postern_core::source_command::SourceCommand;
use postern_core::time::{Span, Timestamp};
use postern_engine::ports::{AuditFilter, Clock, RestrictionFilter};
use postern_gates::client::{MilterClient, MilterEnd, MilterMail, PostfixClient, Seen};
use postern_testkit::world::{World, eventually, root};

use crate::world_sources::{network, run};

const APP: &str = "invoices@contoso.example";
const OWN: &str = "203.0.113.9";
const ELSEWHERE: &str = "198.51.100.7";

fn stranger(number: usize) -> String {
    format!("customer{number}@elsewhere.example")
}

fn pin(account: AccountId, text: &str, until: Option<Timestamp>) -> SourceCommand {
    SourceCommand::Pin { account, network: network(text), until }
}

/// A world with the application, pinned to its own address.
async fn pinned() -> anyhow::Result<(World, Account)> {
    let world = World::start().await?;
    let app = world.account(APP, AccountKind::Application, &[]).await?;
    assert_eq!(run(&world, pin(app.id, OWN, None)).await?, ["source_entry_added"]);
    Ok((world, app))
}

async fn postfix_from(world: &World, address: &str) -> anyhow::Result<PostfixClient> {
    Ok(PostfixClient::connect(world.postfix_policy, APP, address).await?)
}

async fn restrictions(world: &World, account: AccountId) -> anyhow::Result<Vec<Restriction>> {
    let of_app = RestrictionFilter { account: Some(account), limit: 9, ..RestrictionFilter::default() };
    Ok(world.engine.restrictions(&of_app).await?.into_iter().map(|row| row.restriction).collect())
}

fn mail<'a>(queue_id: &'a str, recipients: &'a [String]) -> MilterMail<'a> {
    MilterMail {
        login: Some(APP),
        queue_id,
        sender: APP,
        recipients,
        headers: &[("From", APP)],
        body: "Hi.\r\n",
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_application_sends_5000_mails_from_its_address_and_none_from_another() -> anyhow::Result<()> {
    let (world, app) = pinned().await?;
    let raised = ["cap_hour", "cap_day", "recipients_severe_floor", "recipients_hour_floor"];
    let raised = raised.map(|name| (format!("outbound.{name}"), 10_000));
    world.policy(&raised.each_ref().map(|(name, value)| (name.as_str(), *value))).await?;
    let mut own = postfix_from(&world, OWN).await?;
    for number in 0..5_000 {
        let sent = own.send(&[stranger(number)]).await?;
        assert_eq!((sent.let_out(), sent.delayed()), (1, 0), "mail {number}");
    }
    assert_eq!(restrictions(&world, app.id).await?, []);

    let refused = postfix_from(&world, ELSEWHERE).await?.send(&[stranger(0)]).await?;
    assert_eq!(refused.let_out(), 0, "to nobody, also to nobody new");
    let text = refused.refusal().expect("a refusal").to_owned();
    assert!(text.starts_with("550 5.7.1 Sending is restricted for this account ["), "{text}");
    eventually(async || Ok(restrictions(&world, app.id).await?.len() == 1)).await?;
    let row = restrictions(&world, app.id).await?.remove(0);
    assert_eq!((&row.reason, row.until), (&Reason::OutsidePinnedSources, None), "until somebody releases it");
    let seen: Vec<_> = row.evidence.iter().map(|seen| (seen.kind, seen.points, seen.source)).collect();
    assert_eq!(seen, [(EvidenceKind::OutsidePinnedSources, 100, Some(network(ELSEWHERE)))]);
    assert_eq!(
        own.send(&[stranger(1)]).await?.refusal(),
        Some(&*text),
        "its own mail waits for a person as well"
    );

    world.engine.execute(app.id, Command::UnblockSending, root("new password")).await?;
    assert_eq!(own.send(&[stranger(1)]).await?.let_out(), 1);
    assert_eq!(postfix_from(&world, ELSEWHERE).await?.send(&[stranger(1)]).await?.let_out(), 0, "and again");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_milter_refuses_it_before_the_first_recipient() -> anyhow::Result<()> {
    let (world, app) = pinned().await?;
    let own = [stranger(1)];
    let mut at_home = MilterClient::smtpd(world.milter, OWN).await?;
    assert_eq!(at_home.send(&mail("4Bq1", &own)).await?, MilterEnd::Passes);
    let end = MilterClient::smtpd(world.milter, ELSEWHERE).await?.send(&mail("4Bq2", &own)).await?;
    assert!(matches!(end, MilterEnd::Refused { step: 'M', .. }), "{end:?}");
    eventually(async || Ok(restrictions(&world, app.id).await?.len() == 1)).await?;
    assert_eq!(restrictions(&world, app.id).await?[0].reason, Reason::OutsidePinnedSources);
    assert!(matches!(at_home.send(&mail("4Bq3", &own)).await?, MilterEnd::Refused { step: 'M', .. }));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn pins_add_up_end_by_time_survive_a_restart_and_concern_nobody_else() -> anyhow::Result<()> {
    let (world, app) = pinned().await?;
    world.account("shop@contoso.example", AccountKind::Application, &[]).await?;
    let hour = Some(world.clock.now().plus(Span::from_hours(1)));
    run(&world, pin(app.id, "2001:db8:7::/48", hour)).await?;
    let world = world.restart().await?;
    for address in [OWN, "2001:db8:7::9"] {
        let sent = postfix_from(&world, address).await?.send(&[stranger(1)]).await?;
        assert_eq!(sent.let_out(), 1, "{address}");
    }
    let mut shop = PostfixClient::connect(world.postfix_policy, "shop@contoso.example", ELSEWHERE).await?;
    assert_eq!(shop.send(&[stranger(1)]).await?.let_out(), 1, "another account");
    world.clock.advance(Span::from_hours(1));
    let sent = postfix_from(&world, "2001:db8:7::9").await?.send(&[stranger(1)]).await?;
    assert_eq!(sent.let_out(), 0, "that pin has ended and the other has not");
    world.engine.execute(app.id, Command::UnblockSending, root("moved")).await?;
    let unpin = SourceCommand::Unpin { account: app.id, network: network(OWN) };
    assert_eq!(run(&world, unpin).await?, ["source_entry_removed"]);
    assert_eq!(postfix_from(&world, ELSEWHERE).await?.send(&[stranger(1)]).await?.let_out(), 1, "free");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_names_no_client_stops_nothing_and_is_told_in_health() -> anyhow::Result<()> {
    let (world, app) = pinned().await?;
    assert_eq!(world.engine.pins_without_address(), None);
    for address in ["", "unknown", "127.0.0.1"] {
        let sent = postfix_from(&world, address).await?.send(&[stranger(1)]).await?;
        assert_eq!(sent.let_out(), 1, "{address:?}");
    }
    let told = world.engine.pins_without_address().expect("said");
    assert_eq!(told.count, 6, "a recipient and an end each");
    assert_eq!(restrictions(&world, app.id).await?, []);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_site_only_observes_it_is_one_line_and_stops_nothing() -> anyhow::Result<()> {
    let (world, app) = pinned().await?;
    world.policy(&[("outbound.observe_until_unix_s", 4_000_000_000)]).await?;
    let mut elsewhere = postfix_from(&world, ELSEWHERE).await?;
    for number in 0..20 {
        assert_eq!(elsewhere.send(&[stranger(number)]).await?.let_out(), 1, "mail {number}");
    }
    let mut milter = MilterClient::smtpd(world.milter, ELSEWHERE).await?;
    assert_eq!(milter.send(&mail("4Bq1", &[stranger(1)])).await?, MilterEnd::Passes);
    assert_eq!(restrictions(&world, app.id).await?, []);
    let audit = AuditFilter { account: Some(app.id), limit: 90, ..Default::default() };
    eventually(async || {
        let rows = world.engine.store().audit(&audit).await?;
        Ok(rows.iter().filter(|row| row.code == "evidence_seen").count() == 1)
    })
    .await?;
    let decisions = world.engine.why(app.id).await?.expect("the account").decisions;
    let said = decisions.iter().filter(|row| row.reasons.contains("outside_pinned_sources")).count();
    assert_eq!(said, 1, "{decisions:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_right_password_from_elsewhere_is_refused_like_a_wrong_one_and_is_evidence() -> anyhow::Result<()>
{
    let (world, app) = pinned().await?;
    let mut dovecot = world.dovecot().await?;
    assert_eq!(dovecot.attempt(APP, "right", true, OWN).await?, Seen::SignedIn);
    assert_eq!(dovecot.attempt(APP, "wrong", false, ELSEWHERE).await?, Seen::CheckedAndWrong);
    assert_eq!(restrictions(&world, app.id).await?, [], "a wrong password restricts nobody");
    assert_eq!(dovecot.attempt(APP, "right", true, ELSEWHERE).await?, Seen::RefusedAfter);
    eventually(async || Ok(!restrictions(&world, app.id).await?.is_empty())).await?;
    let rows = restrictions(&world, app.id).await?;
    let seen: Vec<_> = rows[0].evidence.iter().map(|seen| seen.kind).collect();
    assert!(seen.contains(&EvidenceKind::OutsidePinnedSources), "{rows:?}");
    assert_eq!(dovecot.attempt(APP, "right", true, OWN).await?, Seen::SignedIn, "its own place goes on");
    // What names no client is nowhere.
    assert_eq!(dovecot.attempt(APP, "right", true, "").await?, Seen::SignedIn);
    Ok(())
}

//! The suspicion score through the real engine, store and gate: what each level does, and how it ends.

use postern_core::account::Account;
use postern_core::command::Command;
use postern_core::compromise::Level;
use postern_core::restriction::{Evidence, EvidenceKind, Reason, Restriction, RestrictionKind};
use postern_core::time::Span;
use postern_engine::ports::{AuditFilter, Clock, RestrictionFilter};
use postern_gates::client::PostfixClient;
use postern_testkit::world::{World, eventually, root};

fn stranger(number: usize) -> String {
    format!("victim{number}@elsewhere.example")
}

/// Something was seen of the account just now.
fn saw(world: &World, account: &Account, kind: EvidenceKind, points: u8) {
    let now = world.clock.now();
    let evidence = Evidence { kind, points, at: now, source: None, count: 7, region: None };
    world.engine.evidence_seen(account.id, &[evidence], now);
}

async fn open(world: &World, account: &Account) -> anyhow::Result<Vec<Restriction>> {
    let filter = RestrictionFilter { account: Some(account.id), limit: 9, ..RestrictionFilter::default() };
    Ok(world.engine.restrictions(&filter).await?.into_iter().map(|row| row.restriction).collect())
}

/// The codes of the account's audit rows, oldest first.
async fn audit(world: &World, account: &Account) -> anyhow::Result<Vec<String>> {
    let filter = AuditFilter { account: Some(account.id), limit: 100, ..Default::default() };
    let mut codes: Vec<_> = world.engine.audit(&filter).await?.into_iter().map(|row| row.code).collect();
    codes.reverse();
    Ok(codes)
}

/// One mail per stranger until one is refused: how many were let out.
async fn run(postfix: &mut PostfixClient, first: usize) -> anyhow::Result<usize> {
    for number in 0..300 {
        if postfix.send(&[stranger(first + number)]).await?.refusal().is_some() {
            return Ok(number);
        }
    }
    Ok(300)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_alert_is_said_once_and_restricts_nothing() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person("rob@contoso.com").await?;
    saw(&world, &rob, EvidenceKind::SuccessAfterFailures, 40);
    saw(&world, &rob, EvidenceKind::SuccessAfterFailures, 40);
    let codes = audit(&world, &rob).await?;
    assert_eq!(codes, ["account_created", "evidence_seen", "alert_raised", "evidence_seen"]);
    assert_eq!(open(&world, &rob).await?, []);
    let standing = world.engine.compromise_of(rob.id);
    assert_eq!((standing.score, standing.level), (40.0, Level::Alert));
    let mut postfix = world.postfix("rob@contoso.com").await?;
    assert_eq!(postfix.send(&[stranger(1)]).await?.delayed(), 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slowed_account_waits_for_strangers_until_the_score_has_halved_or_somebody_releases()
-> anyhow::Result<()> {
    let world = World::start().await?;
    let (rob, anna) = (world.person("rob@contoso.com").await?, world.person("anna@contoso.com").await?);
    let mut postfix = world.postfix("rob@contoso.com").await?;
    assert_eq!(postfix.send(&[stranger(0)]).await?.delayed(), 0);
    for account in [&rob, &anna] {
        saw(&world, account, EvidenceKind::ManyCountries, 60);
    }
    let rows = open(&world, &rob).await?;
    let [row] = rows.as_slice() else { panic!("{rows:?}") };
    assert_eq!(row.kind, RestrictionKind::SendingSlowed);
    assert_eq!(row.reason, Reason::CompromiseScore { points: 60, limit: 60 });
    assert_eq!(row.until, Some(world.clock.now().plus(Span::from_s(6 * 3_600 + 1))));
    assert_eq!(postfix.send(&[stranger(0)]).await?.delayed(), 0, "a known one is free");
    assert_eq!(postfix.send(&[stranger(1)]).await?.delayed(), 1, "the first new one waits already");

    // Anna is released by a person, rob by time.
    world.engine.execute(anna.id, Command::UnblockSending, root("on a journey")).await?;
    assert_eq!(open(&world, &anna).await?, []);
    assert_eq!(world.engine.compromise_of(anna.id).score, 0.0, "settled");
    let mut hers = world.postfix("anna@contoso.com").await?;
    assert_eq!(hers.send(&[stranger(5)]).await?.delayed(), 0);
    world.clock.advance(Span::from_s(6 * 3_600 + 1));
    eventually(async || Ok(open(&world, &rob).await?.is_empty())).await?;
    assert_eq!(postfix.send(&[stranger(2)]).await?.delayed(), 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn eighty_points_last_until_the_next_day_and_a_hundred_until_somebody_releases() -> anyhow::Result<()> {
    let world = World::start().await?;
    let (rob, anna) = (world.person("rob@contoso.com").await?, world.person("anna@contoso.com").await?);
    saw(&world, &rob, EvidenceKind::SuccessAfterFailures, 40);
    saw(&world, &rob, EvidenceKind::ListedPassword, 40);
    saw(&world, &anna, EvidenceKind::ManyAddresses, 100);
    let rows = open(&world, &rob).await?;
    let midnight = world.clock.now().plus(Span::from_hours(15));
    assert_eq!((rows[0].kind, rows[0].until), (RestrictionKind::SendingRestricted, Some(midnight)));
    assert_eq!(rows[0].evidence.len(), 2, "each signal is on the row");
    let rows = open(&world, &anna).await?;
    assert_eq!((rows[0].kind, rows[0].until), (RestrictionKind::SendingRestricted, None));
    let mut postfix = world.postfix("anna@contoso.com").await?;
    assert_eq!(postfix.send(&["rob@contoso.com".into()]).await?.let_out(), 0);
    // More of it makes the milder one stay too.
    saw(&world, &rob, EvidenceKind::ManyCountries, 40);
    assert!(open(&world, &rob).await?.iter().any(|row| row.until.is_none()));
    Ok(())
}

/// Checklist G1, and the numbers of G12.
#[tokio::test(flavor = "multi_thread")]
async fn in_a_spam_run_the_alert_comes_before_the_restriction() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person("rob@contoso.com").await?;
    let mut postfix = world.postfix("rob@contoso.com").await?;
    for number in 0..21 {
        assert_eq!(postfix.send(&[stranger(number)]).await?.let_out(), 1);
    }
    assert_eq!(world.engine.compromise_of(rob.id).level, Level::Alert, "ten recipients before");
    assert_eq!(open(&world, &rob).await?, []);
    assert_eq!(21 + run(&mut postfix, 100).await?, 30);
    let codes = audit(&world, &rob).await?;
    let of = |code: &str| codes.iter().position(|known| known == code).expect("it is in the audit");
    assert!(of("alert_raised") < of("restriction_started"), "{codes:?}");
    Ok(())
}

/// Checklist G19: strangers in any number, from the owner's own place.
#[tokio::test(flavor = "multi_thread")]
async fn a_newsletter_by_the_owner_never_needs_an_admin() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person("rob@contoso.com").await?;
    let mut postfix = world.postfix("rob@contoso.com").await?;
    for week in 0..2 {
        let let_out = run(&mut postfix, week * 1_000).await?;
        assert!((30..=31).contains(&let_out), "{let_out}");
        let rows = open(&world, &rob).await?;
        assert!(rows.iter().all(|row| row.until.is_some()), "{rows:?}");
        world.clock.advance(Span::from_days(2));
        eventually(async || Ok(open(&world, &rob).await?.is_empty())).await?;
        assert_eq!(postfix.send(&[stranger(week * 1_000)]).await?.let_out(), 1, "by itself");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_restriction_within_a_week_stays() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person("rob@contoso.com").await?;
    saw(&world, &rob, EvidenceKind::ManyCountries, 80);
    assert!(open(&world, &rob).await?[0].until.is_some());
    world.clock.advance(Span::from_days(3));
    eventually(async || Ok(open(&world, &rob).await?.is_empty())).await?;
    saw(&world, &rob, EvidenceKind::ManyCountries, 80);
    assert_eq!(open(&world, &rob).await?[0].until, None);
    Ok(())
}

/// Checklist E8: after a release volume has its own limits, and one hard signal restricts at once.
#[tokio::test(flavor = "multi_thread")]
async fn after_a_release_hard_evidence_restricts_at_once() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person("rob@contoso.com").await?;
    saw(&world, &rob, EvidenceKind::ManyAddresses, 100);
    world.engine.execute(rob.id, Command::UnblockSending, root("password changed")).await?;
    world.clock.advance(Span::from_minutes(5));
    saw(&world, &rob, EvidenceKind::ListedPassword, 20);
    assert_eq!(open(&world, &rob).await?, [], "soft");
    saw(&world, &rob, EvidenceKind::ManyCountries, 40);
    let rows = open(&world, &rob).await?;
    assert_eq!((rows.len(), rows[0].until), (1, None));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_journey_alone_never_acts() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person("rob@contoso.com").await?;
    world
        .policy(&[
            ("compromise.slow_points", 41),
            ("compromise.restrict_points", 42),
            ("compromise.until_released_points", 43),
        ])
        .await?;
    for kind in [EvidenceKind::Travel, EvidenceKind::NewRegion, EvidenceKind::UnfamiliarSource] {
        saw(&world, &rob, kind, 30);
    }
    assert_eq!(world.engine.compromise_of(rob.id).score, 45.0);
    assert_eq!(open(&world, &rob).await?, []);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_score_survives_a_restart_and_goes_with_the_account() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person("rob@contoso.com").await?;
    saw(&world, &rob, EvidenceKind::ManyCountries, 40);
    world.clock.advance(Span::from_hours(1));
    let world = world.restart().await?;
    let standing = world.engine.compromise_of(rob.id);
    assert!((35.0..36.0).contains(&standing.score) && standing.level == Level::Alert, "{standing:?}");
    world.engine.execute(rob.id, Command::Delete, root("left")).await?;
    assert_eq!(world.engine.compromise_of(rob.id).score, 0.0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn while_a_level_is_only_observed_the_log_says_what_would_have_been() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person("rob@contoso.com").await?;
    world.policy(&[("compromise.slow_observe_only", 1), ("compromise.restrict_observe_only", 1)]).await?;
    saw(&world, &rob, EvidenceKind::ManyCountries, 60);
    saw(&world, &rob, EvidenceKind::ManyCountries, 100);
    assert_eq!(open(&world, &rob).await?, []);
    let why = world.engine.why(rob.id).await?.expect("rob exists");
    let mut verdicts: Vec<_> = why.decisions.iter().map(|row| row.verdict).collect();
    verdicts.reverse();
    assert_eq!(verdicts, ["alert", "would_slow", "alert", "would_restrict"], "alerts are real");
    // The limits of sending are another rule, and act.
    let mut postfix = world.postfix("rob@contoso.com").await?;
    assert!(run(&mut postfix, 0).await? <= 30);
    Ok(())
}

/// Checklist G4.
#[tokio::test(flavor = "multi_thread")]
async fn an_old_account_that_was_never_seen_to_send_has_twice_the_room() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person("rob@contoso.com").await?;
    world.clock.advance(Span::from_days(8));
    world.person("new@contoso.com").await?;
    let mut old = world.postfix("rob@contoso.com").await?;
    let let_out = run(&mut old, 0).await?;
    assert!((60..=62).contains(&let_out), "{let_out}");
    let mut new = world.postfix("new@contoso.com").await?;
    assert!(run(&mut new, 0).await? <= 31);
    Ok(())
}

/// Reliability R: strangers who know a login and no password fail, and the owner signs in from a hotel, also in the
/// strict day after a release.
#[tokio::test(flavor = "multi_thread")]
async fn wrong_passwords_of_strangers_and_a_journey_of_the_owner_restrict_nobody() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person("rob@contoso.com").await?;
    saw(&world, &rob, EvidenceKind::ManyAddresses, 100);
    world.engine.execute(rob.id, Command::UnblockSending, root("password changed")).await?;
    let mut dovecot = world.dovecot().await?;
    for guess in 0..10 {
        dovecot.attempt("rob@contoso.com", &format!("guess {guess}"), false, "198.51.100.77").await?;
    }
    world.clock.advance(Span::from_hours(4));
    let seen = dovecot.attempt("rob@contoso.com", "right", true, "203.0.113.9").await?;
    assert_eq!(seen, postern_gates::client::Seen::SignedIn);
    eventually(async || {
        let standing = world.engine.compromise_of(rob.id);
        Ok(standing.signals.iter().any(|seen| seen.evidence.kind == EvidenceKind::SuccessAfterFailures))
    })
    .await?;
    assert_eq!(world.engine.compromise_of(rob.id).level, Level::Alert);
    assert_eq!(open(&world, &rob).await?, []);
    let mut postfix = world.postfix("rob@contoso.com").await?;
    assert_eq!(postfix.send(&[stranger(1)]).await?.let_out(), 1);
    Ok(())
}

/// What the admins were told, oldest first.
fn told(world: &World) -> Vec<String> {
    world.notices.all().into_iter().map(|notice| notice.subject).collect()
}

/// Checklist I2.
#[tokio::test(flavor = "multi_thread")]
async fn an_alert_is_one_mail_a_day_with_what_was_seen_and_none_beside_a_restriction() -> anyhow::Result<()> {
    let world = World::start().await?;
    let (rob, anna) = (world.person("rob@contoso.com").await?, world.person("anna@contoso.com").await?);
    saw(&world, &rob, EvidenceKind::SuccessAfterFailures, 40);
    eventually(async || Ok(told(&world) == ["rob@contoso.com: suspicious activity"])).await?;
    let body = world.notices.all().remove(0).body;
    for part in ["Suspicion score: 40 of 100.", "after 7 failed attempts", "postern why rob@contoso.com"] {
        assert!(body.contains(part), "{part}: {body}");
    }
    // Higher, and again after the score had fallen: the same day is the same alert.
    saw(&world, &rob, EvidenceKind::ListedPassword, 15);
    world.clock.advance(Span::from_hours(20));
    saw(&world, &rob, EvidenceKind::ManyCountries, 40);
    // A restriction in the same change has a mail of its own, which tells of the alert too.
    saw(&world, &anna, EvidenceKind::ManyAddresses, 100);
    eventually(async || Ok(told(&world).iter().any(|subject| subject == "anna@contoso.com can't send mail")))
        .await?;
    world.clock.advance(Span::from_hours(12));
    saw(&world, &rob, EvidenceKind::ListedPassword, 40);
    eventually(async || Ok(told(&world).len() >= 3)).await?;
    let mut subjects = told(&world);
    subjects.sort_unstable();
    let again = "rob@contoso.com: suspicious activity";
    assert_eq!(subjects, ["anna@contoso.com can't send mail", again, again], "after a day it is news");
    assert!(audit(&world, &anna).await?.contains(&"alert_raised".to_owned()), "in the audit all the same");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn beyond_twenty_alerts_an_hour_one_mail_says_how_many_more_there_were() -> anyhow::Result<()> {
    let world = World::start().await?;
    for number in 0..25 {
        let account = world.person(&format!("person{number}@contoso.com")).await?;
        saw(&world, &account, EvidenceKind::SuccessAfterFailures, 40);
    }
    eventually(async || Ok(told(&world).len() == 20)).await?;
    eventually(async || {
        world.clock.advance(Span::from_minutes(10));
        Ok(told(&world).len() > 20)
    })
    .await?;
    assert_eq!(told(&world)[20..], ["Accounts with an alert: 5 more"]);
    Ok(())
}

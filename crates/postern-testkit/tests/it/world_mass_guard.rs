//! A rule that wants very many accounts restricted at once, through the real engine, store and gates (checklist G22).

use postern_core::command::Command;
use postern_core::ids::AccountId;
use postern_core::restriction::{Evidence, EvidenceKind, Origin, Reason, Restriction, RestrictionKind};
use postern_core::time::Span;
use postern_engine::ask::{PolicyAnswer, PolicyAsk};
use postern_engine::ports::{AuditFilter, Clock, RestrictionFilter};
use postern_gates::client::{MilterClient, MilterEnd, MilterMail};
use postern_testkit::world::{World, eventually, root};

fn login(number: usize) -> String {
    format!("person{number}@contoso.com")
}

/// A site with so many people, and a limit of sending that somebody set to one new recipient an hour.
async fn wrong_limit(people: usize) -> anyhow::Result<(World, Vec<AccountId>)> {
    let world = World::start().await?;
    let new = (0..people).map(|number| world.new_account(&login(number))).collect::<Result<Vec<_>, _>>()?;
    let mut accounts = Vec::new();
    for chunk in new.chunks(100) {
        for made in world.engine.create_accounts(chunk.to_vec(), root("")).await? {
            accounts.push(made?);
        }
    }
    world.policy(&[("outbound.slow_novel_hour", 1), ("outbound.novel_hour_max", 1)]).await?;
    Ok((world, accounts))
}

fn names(world: &World, login: &str, recipient: &str) -> PolicyAnswer {
    let ask = PolicyAsk { protocol_state: "RCPT", sasl_username: login, recipient, ..PolicyAsk::default() };
    world.engine.policy_asked(&ask)
}

/// An ordinary person writes to two strangers; the answer to the second.
fn writes(world: &World, login: &str) -> PolicyAnswer {
    names(world, login, "one@elsewhere.example");
    names(world, login, "two@elsewhere.example")
}

async fn open(world: &World, kind: RestrictionKind) -> anyhow::Result<Vec<Restriction>> {
    let filter = RestrictionFilter { kinds: vec![kind], limit: 2_000, ..RestrictionFilter::default() };
    Ok(world.engine.restrictions(&filter).await?.into_iter().map(|row| row.restriction).collect())
}

async fn of(world: &World, account: AccountId) -> anyhow::Result<Vec<Restriction>> {
    let filter = RestrictionFilter { account: Some(account), limit: 9, ..RestrictionFilter::default() };
    Ok(world.engine.restrictions(&filter).await?.into_iter().map(|row| row.restriction).collect())
}

async fn audited(world: &World, code: &str) -> anyhow::Result<usize> {
    let audit = world.engine.audit(&AuditFilter { limit: 5_000, ..AuditFilter::default() }).await?;
    Ok(audit.iter().filter(|row| row.code == code).count())
}

fn is_refused(answer: &PolicyAnswer) -> bool {
    matches!(answer, PolicyAnswer::Refuse { .. })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rule_that_marks_a_fifth_of_a_thousand_people_restricts_fifty_and_asks_about_the_others()
-> anyhow::Result<()> {
    let (world, accounts) = wrong_limit(1_000).await?;
    let answers: Vec<_> = (0..200).map(|number| writes(&world, &login(number))).collect();
    assert!(answers[..50].iter().all(is_refused));
    assert!(
        answers[50..].iter().all(|answer| *answer == PolicyAnswer::OpenAfter { delay_s: 3 }),
        "{answers:?}"
    );
    let restricted = open(&world, RestrictionKind::SendingRestricted).await?;
    let proposed = open(&world, RestrictionKind::SendingProposed).await?;
    assert_eq!((restricted.len(), proposed.len()), (50, 150));
    // The proposal is the restriction that it would have been.
    assert!(proposed.iter().all(|row| row.reason == Reason::NovelRecipientsHour { count: 2, limit: 1 }));
    assert!(proposed.iter().all(|row| row.until == restricted[0].until && !row.evidence.is_empty()));
    assert_eq!(audited(&world, "mass_guard_started").await?, 1);
    // Who is only proposed is in no map.
    eventually(async || Ok(world.mail_system.refused().len() == 50)).await?;

    // Who is proposed goes on, each stranger waits, and no second row begins; a known one does not wait.
    assert_eq!(names(&world, &login(60), "three@elsewhere.example"), PolicyAnswer::OpenAfter { delay_s: 3 });
    assert_eq!(names(&world, &login(60), "one@elsewhere.example"), PolicyAnswer::Open);
    assert_eq!(of(&world, accounts[60]).await?.len(), 1);
    let sending = world.engine.why(accounts[60]).await?.expect("exists").sending;
    assert_eq!(sending.novel_hour.round() as u32, 3, "all of it counts");

    let standing = world.engine.mass_guard_now();
    assert_eq!((standing.held_back.map(|facts| facts.counted), standing.proposals), (Some(200), 150));
    let told = |about: &str| world.notices.all().iter().filter(|it| it.subject.contains(about)).count();
    eventually(async || Ok(told("can't send mail") == 50 && told("Rules want to restrict") == 1)).await?;
    world.clock.advance(Span::from_minutes(10));
    eventually(async || Ok(audited(&world, "mass_guard_ended").await? == 1)).await?;
    assert_eq!(world.engine.mass_guard_now().held_back, None);
    assert_eq!(world.engine.mass_guard_now().proposals, 150, "they wait for a person");
    assert_eq!(world.notices.all().len(), 51, "one mail about all that is proposed");
    // Ten quiet minutes later rules act again.
    assert!(is_refused(&writes(&world, &login(300))));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_held_back_is_refused_at_the_hard_caps_and_has_room_again_below_them() -> anyhow::Result<()>
{
    let (world, accounts) = wrong_limit(2).await?;
    world.policy(&[("mass_guard.restrictions_min", 1)]).await?;
    writes(&world, &login(0));
    writes(&world, &login(1));
    world.policy(&[("outbound.recipients_hour_floor", 15), ("outbound.cap_hour", 20)]).await?;
    let let_out = (0..100)
        .take_while(|number| !is_refused(&names(&world, &login(1), &format!("v{number}@elsewhere.example"))))
        .count();
    assert_eq!(let_out, 18, "two before, twenty in all");
    let PolicyAnswer::Refuse { text } = names(&world, &login(1), "more@elsewhere.example") else {
        panic!("above the cap")
    };
    let rows = of(&world, accounts[1]).await?;
    let [row] = rows.as_slice() else { panic!("{rows:?}") };
    assert_eq!(row.kind, RestrictionKind::SendingProposed);
    assert!(text.contains(&row.id.to_string()), "the code leads to the proposal: {text}");
    let message = PolicyAsk {
        protocol_state: "END-OF-MESSAGE",
        sasl_username: &login(1),
        recipient_count: 5,
        instance: "a message without a question at RCPT",
        ..PolicyAsk::default()
    };
    assert!(is_refused(&world.engine.policy_asked(&message)), "nor unnamed ones");
    world.clock.advance(Span::from_hours(1));
    assert!(!is_refused(&names(&world, &login(1), "later@elsewhere.example")));
    Ok(())
}

fn saw(world: &World, account: AccountId, kind: EvidenceKind, points: u8) {
    let now = world.clock.now();
    let evidence = Evidence { kind, points, at: now, source: None, count: 7, region: None };
    world.engine.evidence_seen(account, &[evidence], now);
}

#[tokio::test(flavor = "multi_thread")]
async fn evidence_of_two_classes_acts_despite_the_guard_also_on_what_was_proposed() -> anyhow::Result<()> {
    let (world, accounts) = wrong_limit(4).await?;
    world.policy(&[("mass_guard.restrictions_min", 1)]).await?;
    for number in 0..4 {
        writes(&world, &login(number));
    }
    assert_eq!(open(&world, RestrictionKind::SendingProposed).await?.len(), 3);
    saw(&world, accounts[1], EvidenceKind::Travel, 30);
    assert_eq!(open(&world, RestrictionKind::SendingProposed).await?.len(), 3, "a journey is no class");
    saw(&world, accounts[2], EvidenceKind::ListedPassword, 40);
    let rows = of(&world, accounts[2]).await?;
    let [row] = rows.as_slice() else { panic!("one row, the proposal is settled: {rows:?}") };
    assert_eq!((row.kind, row.until, row.origin), (RestrictionKind::SendingRestricted, None, Origin::Rule));
    assert!(is_refused(&names(&world, &login(2), "more@elsewhere.example")));
    assert!(!is_refused(&names(&world, &login(1), "more@elsewhere.example")));
    Ok(())
}

async fn proposed_three() -> anyhow::Result<(World, Vec<AccountId>)> {
    let (world, accounts) = wrong_limit(4).await?;
    world.policy(&[("mass_guard.restrictions_min", 1)]).await?;
    for number in 0..4 {
        writes(&world, &login(number));
    }
    Ok((world, accounts))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_accepts_one_proposal_and_dismisses_another() -> anyhow::Result<()> {
    let (world, accounts) = proposed_three().await?;
    let proposal = of(&world, accounts[1]).await?.remove(0);
    world.engine.execute(accounts[1], Command::AcceptProposal, root("spam")).await?;
    let rows = of(&world, accounts[1]).await?;
    let [row] = rows.as_slice() else { panic!("{rows:?}") };
    assert_eq!((row.kind, row.until), (RestrictionKind::SendingRestricted, proposal.until));
    assert_eq!((row.origin, &row.evidence), (Origin::Person, &proposal.evidence));
    assert!(is_refused(&names(&world, &login(1), "one@elsewhere.example")));
    assert!(world.engine.compromise_of(accounts[1]).score >= 80.0, "accepting settles nothing");

    world.engine.execute(accounts[2], Command::DismissProposal, root("a newsletter")).await?;
    assert_eq!(of(&world, accounts[2]).await?, []);
    assert_eq!(world.engine.compromise_of(accounts[2]).score, 0.0, "settled");
    assert_eq!(names(&world, &login(2), "three@elsewhere.example"), PolicyAnswer::Open);
    let again = world.engine.execute(accounts[2], Command::DismissProposal, root("again")).await;
    assert!(again.is_err(), "{again:?}");
    // A person's restriction is never held back, whatever the guard does.
    world.engine.execute(accounts[2], Command::RestrictSending { until: None }, root("to be sure")).await?;
    assert!(is_refused(&names(&world, &login(2), "one@elsewhere.example")));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn proposals_and_the_count_survive_a_restart_and_a_proposal_ends_with_the_day() -> anyhow::Result<()> {
    let (world, accounts) = proposed_three().await?;
    let world = world.restart().await?;
    assert_eq!(open(&world, RestrictionKind::SendingProposed).await?.len(), 3);
    assert_eq!(names(&world, &login(1), "three@elsewhere.example"), PolicyAnswer::OpenAfter { delay_s: 3 });
    let standing = world.engine.mass_guard_now();
    assert_eq!((standing.held_back.map(|facts| facts.counted), standing.proposals), (Some(4), 3));
    let late = world.person("late@contoso.com").await?;
    assert!(!is_refused(&writes(&world, "late@contoso.com")), "the window's count is the rows'");
    assert_eq!(of(&world, late.id).await?[0].kind, RestrictionKind::SendingProposed);
    assert_eq!(audited(&world, "mass_guard_started").await?, 1, "said before the restart");
    world.clock.advance(Span::from_days(2));
    eventually(async || Ok(of(&world, accounts[1]).await?.is_empty())).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn while_sending_is_only_observed_nothing_is_proposed() -> anyhow::Result<()> {
    let (world, _) = wrong_limit(4).await?;
    world
        .policy(&[("mass_guard.restrictions_min", 1), ("outbound.observe_until_unix_s", 4_294_967_295)])
        .await?;
    for number in 0..4 {
        assert_eq!(writes(&world, &login(number)), PolicyAnswer::Open);
    }
    assert_eq!(open(&world, RestrictionKind::SendingProposed).await?, []);
    assert_eq!(open(&world, RestrictionKind::SendingRestricted).await?, []);
    assert_eq!(audited(&world, "mass_guard_started").await?, 0);
    Ok(())
}

/// Where only the milter asks, whole mails are counted; it delays nobody.
#[tokio::test(flavor = "multi_thread")]
async fn at_the_milter_the_mail_of_whoever_is_held_back_passes_and_counts() -> anyhow::Result<()> {
    let (world, accounts) = wrong_limit(2).await?;
    world.policy(&[("mass_guard.restrictions_min", 1)]).await?;
    let recipients: Vec<_> = (0..5).map(|number| format!("v{number}@elsewhere.example")).collect();
    let mut ends = Vec::new();
    for number in 0..2 {
        let (from, queue_id) = (login(number), format!("4Bq{number}"));
        let mut session = MilterClient::smtpd(world.milter, "198.51.100.1").await?;
        let mail = MilterMail {
            login: Some(&from),
            queue_id: &queue_id,
            sender: &from,
            recipients: &recipients,
            headers: &[],
            body: "Hello.\r\n",
        };
        ends.push(session.send(&mail).await?);
    }
    assert!(!matches!(ends[0], MilterEnd::Passes), "{ends:?}");
    assert_eq!(ends[1], MilterEnd::Passes);
    let why = world.engine.why(accounts[1]).await?.expect("exists");
    assert_eq!(why.sending.novel_hour.round() as u32, 5, "{why:?}");
    assert_eq!(why.open[0].restriction.kind, RestrictionKind::SendingProposed);
    Ok(())
}

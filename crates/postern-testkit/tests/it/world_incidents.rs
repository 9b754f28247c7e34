//! Incidents through the engine and the admin centre, with time in the test's hand; the mail server is played.

use anyhow::{Context as _, Result};
use postern_core::account::Role;
use postern_core::command::Command;
use postern_core::incident::{IncidentState, IncidentTrigger};
use postern_core::mail_queue::{QueueAction, QueueState};
use postern_core::protocol::Protocols;
use postern_core::reach::Reach;
use postern_core::restriction::{Evidence, EvidenceKind, RestrictionKind};
use postern_engine::ask::PolicyAsk;
use postern_engine::commands::QueueChoice;
use postern_testkit::admin_client::AdminClient;
use postern_testkit::web_client::{Reply, Web};
use postern_testkit::world::{World, eventually, root};
use postern_web::public::Limits;

const ROB: &str = "rob@contoso.example";

/// The version that a form of the page carries.
fn seen(page: &Reply) -> Result<String> {
    let after = page.body.split("name=\"seen\" value=\"").nth(1).context("a form with its version")?;
    Ok(after.split('"').next().unwrap_or_default().to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn h12_undo_of_a_false_alarm_ends_what_contain_began_and_lets_exactly_the_mail_go_that_it_held()
-> Result<()> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let rob = world.person(ROB).await?.id;
    world.engine.add_app_password(rob, "Work phone", Protocols::of_mail(), root("new")).await?;
    // Held by a person before, which is not the containment's.
    world.queue_mail(ROB, "4hGvOld1");
    world.engine.change_queue(rob, QueueAction::Hold, QueueChoice::All, root("looks odd")).await?;
    world.queue_mail(ROB, "4hGvRob1");
    world.queue_mail(ROB, "4hGvRob2");
    let until = Some(world.engine.after_s(90_000));
    world.engine.execute(rob, Command::RestrictSending { until }, root("a newsletter")).await.ok();
    let before = world.engine.open_on(rob);
    assert_eq!(before.len(), 1);
    world.engine.change_queue(rob, QueueAction::Release, QueueChoice::All, root("they may go")).await?;
    world.engine.change_queue(rob, QueueAction::Hold, these(&["4hGvOld1"]), root("looks odd")).await?;

    let eva = AdminClient::enter(&world, &web, "eva@contoso.example", &[Role::Responder]).await?;
    let done = eva.post(&web, &format!("/admin/users/{rob}/contain"), &[("reason", "spam at night")]).await?;
    let id = world.engine.open_incident(rob).with_context(|| format!("an incident: {done:?}"))?;
    let path = format!("/admin/incidents/{id}");
    assert!(done.body.contains(&path), "the way there: {done:?}");
    assert_eq!(world.queue.in_state(QueueState::Held), ["4hGvOld1", "4hGvRob1", "4hGvRob2"]);
    let list = eva.get(&web, "/admin/incidents").await?.body;
    assert!(
        list.contains(ROB) && list.contains("Contained") && list.contains("eva@contoso.example"),
        "{list}"
    );
    let page = eva.get(&web, &path).await?.body;
    for said in
        ["Messages still in the queue: 3, held: 3", "held messages: 2", "spam at night", "Steps done: "]
    {
        assert!(page.contains(said), "{said}: {page}");
    }
    // Somebody else closes another door since.
    let off = Command::SwitchProtocol { protocol: postern_core::protocol::Protocol::Pop3, is_on: false };
    world.engine.execute(rob, off, root("nobody needs it")).await?;

    let ask = eva.get(&web, &format!("{path}/undo")).await?;
    for said in ["started them: 3", "still held: 2", "don’t come back: Work phone", "Sessions stay ended"] {
        assert!(ask.body.contains(said), "{said}: {ask:?}");
    }
    let version = seen(&ask)?;
    let handed = [("seen", version.as_str()), ("owner", ""), ("reason", "my shift is over")];
    let handed = eva.post(&web, &format!("{path}/assign"), &handed).await?;
    assert!(handed.body.contains("is handed over"), "{handed:?}");
    let undo = format!("{path}/undo");
    let stale = eva.post(&web, &undo, &[("seen", version.as_str()), ("reason", "a newsletter")]).await?;
    assert_eq!(stale.status, 403, "somebody changed it meanwhile: {stale:?}");
    assert_eq!(world.engine.open_incident(rob), Some(id), "nothing is done");
    let version = seen(&eva.get(&web, &undo).await?)?;
    let undone = eva.post(&web, &undo, &[("seen", version.as_str()), ("reason", "a newsletter")]).await?;
    assert!(undone.body.contains("closed as a false alarm"), "{undone:?}");
    let after: Vec<_> = world.engine.open_on(rob).into_iter().map(|row| row.kind).collect();
    assert_eq!(after.len(), 2, "what stood before, and what was begun since: {after:?}");
    assert!(world.engine.open_on(rob).contains(&before[0]));
    assert_eq!(world.queue.in_state(QueueState::Held), ["4hGvOld1"]);
    assert_eq!(world.engine.open_incident(rob), None);
    let closed = eva.get(&web, &path).await?.body;
    assert!(closed.contains("False alarm. a newsletter") && closed.contains("/reopen"), "{closed}");
    Ok(())
}

fn these(ids: &[&str]) -> QueueChoice {
    let id = |id: &&str| postern_core::mail_queue::QueueId::parse(id).expect("an id");
    QueueChoice::These(ids.iter().map(id).collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn i3_evidence_of_a_compromise_opens_an_incident_once_and_volume_alone_opens_none() -> Result<()> {
    let world = World::start().await?;
    let (rob, ana) = (world.person(ROB).await?.id, world.person("ana@contoso.example").await?.id);
    world.engine.policy_asked(&PolicyAsk {
        protocol_state: "END-OF-MESSAGE",
        sasl_username: "ana@contoso.example",
        sender: "ana@contoso.example",
        recipient_count: 600,
        instance: "over the cap",
        ..PolicyAsk::default()
    });
    let is_restricted = |id| {
        let rows = world.engine.open_on(id);
        rows.iter().any(|row| row.kind == RestrictionKind::SendingRestricted)
    };
    assert!(is_restricted(ana), "volume restricts");
    assert_eq!(world.engine.open_incident(ana), None);

    let at = world.engine.after_s(0);
    let seen = |kind, points| Evidence { kind, points, at, source: None, count: 9, region: None };
    let hard = [seen(EvidenceKind::ForgedSender, 80), seen(EvidenceKind::SameContent, 60)];
    world.engine.evidence_seen(rob, &hard, at);
    assert!(is_restricted(rob), "{:?}", world.engine.compromise_of(rob));
    let id = world.engine.open_incident(rob).context("an incident")?;
    world.engine.contain(rob, root("looks bad")).await?;
    assert_eq!(world.engine.open_incident(rob), Some(id), "the same one");
    let known = async || Ok::<_, anyhow::Error>(world.engine.incident(id, &Reach::ALL_DOMAINS).await?);
    eventually(async || Ok(known().await?.is_some())).await?;
    let known = known().await?.context("it is kept")?;
    assert_eq!((known.incident.trigger, known.state), (IncidentTrigger::Evidence, IncidentState::Contained));
    assert_eq!(known.incident.owner, None, "root has no account");
    let kept = known.incident;
    let world = world.restart().await?;
    let again = world.engine.incident(id, &Reach::ALL_DOMAINS).await?.context("it outlives a restart")?;
    assert_eq!((again.incident, world.engine.open_incident(rob)), (kept, Some(id)));
    Ok(())
}

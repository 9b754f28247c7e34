//! The diagnosis through the real engine: what is planted is found, and what cannot be asked hides nothing. Which facts make which
//! cause is in the tests of core, the sentences in those of postern-text.

use anyhow::{Context, Result};
use postern_core::command::Command;
use postern_core::diagnosis::{Cause, CheckKind, Diagnosis, NextStep, Outcome, Symptom, Unseen};
use postern_core::forwarding::{MailRule, RuleDeed};
use postern_core::ids::AccountId;
use postern_core::time::Span;
use postern_engine::ask::PolicyAsk;
use postern_testkit::world::{BEGINNING, World, root};

const ROB: &str = "rob@contoso.example";

async fn diagnosed(world: &World, account: AccountId, symptom: Symptom) -> Result<Diagnosis> {
    Ok(world.engine.diagnose(account, symptom).await?.context("there is such an account")?.diagnosis)
}

fn codes(diagnosis: &Diagnosis) -> Vec<&'static str> {
    diagnosis.causes().iter().map(|cause| cause.code()).collect()
}

fn outcome(diagnosis: &Diagnosis, kind: CheckKind) -> Option<&Outcome> {
    diagnosis.checks.iter().find(|check| check.kind == kind).map(|check| &check.outcome)
}

/// L5 and H11: several causes at once, the weightiest first; a mail server that does not answer is said and hides no other.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_planted_is_found_and_a_failing_look_hides_nothing() -> Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    let fine = diagnosed(&world, rob, Symptom::Anything).await?;
    assert_eq!(codes(&fine), [""; 0]);
    assert!(
        !codes(&diagnosed(&world, rob, Symptom::NoResetMail).await?).is_empty(),
        "no address is registered"
    );

    world.engine.policy_asked(&PolicyAsk {
        protocol_state: "END-OF-MESSAGE",
        sasl_username: ROB,
        sender: ROB,
        recipient_count: 1,
        instance: "4hGvRob1",
        queue_id: "4hGvRob1",
        client_address: "198.51.100.7",
        ..PolicyAsk::default()
    });
    world.queue.put("4hGvRob1", BEGINNING, ROB);
    let rule = |deed, line| MailRule { deed, is_conditional: false, line };
    let to = "drop@evil.example".to_owned();
    world.agent.put_script(
        ROB,
        "main",
        true,
        vec![rule(RuleDeed::Redirect { to, is_copy: true }, 1), rule(RuleDeed::Discard, 2)],
    );
    world.engine.execute(rob, Command::RestrictSending { until: None }, root("a spam run")).await?;
    world.engine.execute(rob, Command::BlockSignIn { until: None }, root("on leave")).await?;

    let found = diagnosed(&world, rob, Symptom::CannotSend).await?;
    assert_eq!(codes(&found), ["sending_restricted", "sign_in_blocked", "mail_held"]);
    assert_eq!(found.first().map(Cause::next), Some(NextStep::Unblock));
    let found = diagnosed(&world, rob, Symptom::RulesUnknown).await?;
    assert_eq!(codes(&found), ["hiding_rule", "sent_on"]);

    world.agent.be_away(true);
    let blind = diagnosed(&world, rob, Symptom::Anything).await?;
    assert_eq!(codes(&blind), ["sign_in_blocked", "sending_restricted", "mail_held"]);
    let failed = outcome(&blind, CheckKind::Rules);
    assert!(matches!(failed, Some(Outcome::Unknown(Unseen::Failed(_)))), "{failed:?}");
    assert_eq!(outcome(&blind, CheckKind::Deliveries), Some(&Outcome::Unknown(Unseen::NotConnected)));

    // What was decided does not arrive: the map cannot be written.
    world.mail_system.break_map(Some("disk full"));
    world.engine.execute(rob, Command::UnblockSending, root("it was a newsletter")).await?;
    world.clock.advance(Span::from_minutes(1));
    let found = diagnosed(&world, rob, Symptom::CannotSend).await?;
    assert!(
        codes(&found).starts_with(&["sign_in_blocked"]) && codes(&found).contains(&"export_late"),
        "{found:?}"
    );
    Ok(())
}

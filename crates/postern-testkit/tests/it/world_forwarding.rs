//! Where mail is sent on, through the real engine: what is in force, what leaves the house, and whether an address is an
//! account by another way. The mail server is played; tests with a real Pigeonhole are in crates/postern.

use anyhow::{Context, Result};
use postern_core::forwarding::{ForwardReach, MailRule, RuleDeed};
use postern_engine::forwarding::Leads;
use postern_testkit::world::World;

const ROB: &str = "rob@contoso.example";
const ANA: &str = "ana@contoso.example";
const EVE: &str = "eve@contoso.example";

pub fn redirect(to: &str, is_conditional: bool) -> MailRule {
    MailRule { deed: RuleDeed::Redirect { to: to.to_owned(), is_copy: false }, is_conditional, line: 1 }
}

fn include(script: &str) -> MailRule {
    let deed = RuleDeed::Include { script: script.to_owned(), is_global: false };
    MailRule { deed, is_conditional: false, line: 2 }
}

#[tokio::test]
async fn forwards_are_those_of_the_active_script_and_of_what_it_runs() -> Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    world.agent.put_script(
        ROB,
        "main",
        true,
        vec![redirect("Boss <boss@CONTOSO.example>", true), include("more")],
    );
    world.agent.put_script(ROB, "more", false, vec![redirect("drop@evil.example", false), include("main")]);
    world.agent.put_script(ROB, "old", false, vec![redirect("never@evil.example", false)]);
    let flow = world.engine.mail_flow(rob).await?.context("rob")?;
    let told: Vec<_> = flow.forwards.iter().map(|it| (it.to.as_str(), it.reach)).collect();
    assert_eq!(
        told,
        [("Boss <boss@CONTOSO.example>", ForwardReach::Own), ("drop@evil.example", ForwardReach::Outside)]
    );
    assert_eq!(flow.scripts.len(), 2);
    world.agent.be_away(true);
    let flow = world.engine.mail_flow(rob).await?.context("rob")?;
    assert_eq!(flow.problems.len(), 1, "what cannot be read is not taken for nothing");
    Ok(())
}

#[tokio::test]
async fn an_address_leads_out_of_an_account_or_into_it_over_any_number_of_hops() -> Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    world.person(ANA).await?;
    world.person(EVE).await?;
    let leads = async |address: &str| world.engine.leads(rob, address).await;
    // rob -> ana -> outside; eve -> rob.
    world.agent.put_script(ROB, "s", true, vec![redirect(ANA, false)]);
    world.agent.put_script(ANA, "s", true, vec![redirect("ana@home.example", true)]);
    world.agent.put_script(EVE, "s", true, vec![redirect(ROB, false)]);
    assert_eq!(leads("ROB+x@contoso.example").await?, Leads::Itself);
    assert_eq!(leads(ANA).await?, Leads::OutOf);
    assert_eq!(leads("Ana <ANA@home.example>").await?, Leads::OutOf, "two hops");
    assert_eq!(leads(EVE).await?, Leads::Into);
    assert_eq!(leads("friend@elsewhere.example").await?, Leads::Nowhere);
    // A ring ends, and what nobody can read is not "nowhere".
    world.agent.put_script(ANA, "t", true, vec![redirect(ROB, false)]);
    assert_eq!(leads("friend@elsewhere.example").await?, Leads::Nowhere);
    world.agent.put_script(ANA, "u", true, vec![redirect("${to}", false)]);
    assert_eq!(leads("friend@elsewhere.example").await?, Leads::Unknown("${to}".to_owned()));
    world.agent.be_away(true);
    assert!(matches!(leads("friend@elsewhere.example").await?, Leads::Unknown(_)));
    Ok(())
}

//! What other limits would have done in the last 30 days: on the page before a change, over the API, and how much is read
//! (checklist N6, M4).

use anyhow::{Context, Result};
use postern_core::account::Role;
use postern_core::time::Span;
use postern_engine::policy_trial::{PolicyTrial, TRIAL_NAMED_MAX, TrialReach};
use postern_engine::ports::series::{Tallies, Tally};
use postern_testkit::admin_client::AdminClient;
use postern_testkit::web_client::Web;
use postern_testkit::world::{World, root};
use postern_web::public::Limits;

/// Twenty-five strangers of rob's, which slow; forty of eva's, of which the last nine are refused.
async fn world() -> Result<World> {
    let world = World::start().await?;
    for (user, strangers) in [("rob@contoso.com", 25), ("eva@contoso.com", 40), ("kim@contoso.com", 5)] {
        world.person(user).await?;
        let mut postfix = world.postfix(user).await?;
        for number in 0..strangers {
            let _answer = postfix.send(&[format!("s{number}@{user}.example")]).await?;
        }
    }
    Ok(world)
}

async fn tried(world: &World, values: &[(&str, u64)]) -> Result<PolicyTrial> {
    let values: Vec<_> = values.iter().map(|(name, value)| ((*name).to_owned(), value.to_string())).collect();
    Ok(world.engine.try_site_policies(&values, TrialReach::Whole).await?)
}

fn counts(trial: &PolicyTrial) -> [(usize, usize, usize); 2] {
    [trial.now, trial.then].map(|counts| (counts.restricted, counts.perhaps, counts.slowed))
}

#[tokio::test]
async fn other_limits_are_tried_beside_those_in_force_and_nothing_changes() -> Result<()> {
    let world = world().await?;
    let before = world.engine.policies();
    let stricter = tried(&world, &[("outbound.novel_hour_max", 20)]).await?;
    assert_eq!(counts(&stricter), [(1, 1, 1), (2, 0, 0)], "{stricter:?}");
    let named: Vec<_> = stricter
        .named
        .iter()
        .map(|named| (named.address.as_ref().map(ToString::to_string), named.is_restricted_now))
        .collect();
    let rob = (Some("rob@contoso.com".to_owned()), false);
    let eva = (Some("eva@contoso.com".to_owned()), true);
    assert_eq!(named, [rob, eva], "those whom the new limit alone restricts come first");
    assert!(stricter.is_whole && stricter.accounts == 3, "{stricter:?}");
    // Of eva's forty, thirty-one went out or crossed; what the rest would have been nobody knows.
    let looser = tried(&world, &[("outbound.novel_hour_max", 35)]).await?;
    assert_eq!(counts(&looser)[1], (1, 1, 1), "{looser:?}");
    assert!(looser.named[0].is_perhaps, "{looser:?}");
    assert_eq!(world.engine.policies(), before);
    world.clock.advance(Span::from_days(31));
    let later = tried(&world, &[("outbound.novel_hour_max", 20)]).await?;
    assert_eq!((later.since, later.named.len()), (None, 0), "what is older is not looked at");
    Ok(())
}

#[tokio::test]
async fn the_page_before_a_change_says_what_it_would_have_done_and_what_that_is_computed_from() -> Result<()>
{
    let world = world().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let admin = AdminClient::enter(&world, &web, "ingrid@contoso.example", &[Role::GlobalAdmin]).await?;
    let path = "/admin/policies/preview?outbound.novel_hour_max=20";
    let page = admin.get(&web, path).await?.text();
    for part in [
        "Accounts in the last 30 days Now Then Accounts restricted 1 2 Accounts slowed 1 0",
        "Restricted with the new values User When Why rob@contoso.com",
        "Computed from the sums that are kept of each account in slots of ten minutes, since ",
        "With today’s values as well.",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let of_sign_in = admin.get(&web, "/admin/policies/preview?sign_in.first_lock_s=120").await?.text();
    assert!(!of_sign_in.contains("Accounts restricted"), "only limits of sending are tried: {of_sign_in}");
    let in_swedish = admin.get_in(&web, path, "sv").await?.text();
    assert!(in_swedish.contains("Blockerade konton 1 2 Bromsade konton 1 0"), "{in_swedish}");
    Ok(())
}

#[tokio::test]
async fn the_preview_of_a_policy_for_some_accounts_tries_it_on_these_alone() -> Result<()> {
    let world = world().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let admin = AdminClient::enter(&world, &web, "ingrid@contoso.example", &[Role::GlobalAdmin]).await?;
    let fields = [
        ("name", "strict"),
        ("priority", "10"),
        ("users", "rob@contoso.com"),
        ("outbound.novel_hour_max", "20"),
    ];
    let page = admin.post(&web, "/admin/policies/scoped/preview", &fields).await?.text();
    assert!(page.contains("Accounts restricted 1 2"), "{page}");
    let eva = [fields[0], fields[1], ("users", "kim@contoso.com"), fields[3]];
    let page = admin.post(&web, "/admin/policies/scoped/preview", &eva).await?.text();
    assert!(page.contains("Accounts restricted 1 1"), "kim sent five: {page}");
    Ok(())
}

/// A policy that restricts everybody names twenty, and a glance that does not see everybody says nothing but that one can look.
#[tokio::test]
async fn a_large_site_is_looked_at_when_somebody_asks_and_at_most_twenty_are_named() -> Result<()> {
    let world = World::start().await?;
    let new: Result<Vec<_>> =
        (0..1_300).map(|number| world.new_account(&format!("u{number}@contoso.example"))).collect();
    let made = world.engine.create_accounts(new?, root("")).await?;
    let sent = Tally { recipients_permitted: 12, recipients_novel: 12, ..Tally::default() };
    let slot = world.engine.now_shown().minus(Span::from_days(3));
    let accounts = made.into_iter().map(|made| Ok((made?, slot, sent))).collect::<Result<Vec<_>>>()?;
    world.engine.store().save_tallies(Tallies { accounts, ..Tallies::default() }).await?;
    let values = ["outbound.novel_hour_max", "outbound.slow_novel_hour"]
        .map(|name| (name.to_owned(), "10".to_owned()));
    let glance = world.engine.try_site_policies(&values, TrialReach::Glance).await?;
    assert!(!glance.is_whole && glance.accounts == 1_000, "{}", glance.accounts);
    let whole = world.engine.try_site_policies(&values, TrialReach::Whole).await?;
    assert!(whole.is_whole, "{}", whole.accounts);
    assert_eq!((whole.then.restricted, whole.named.len()), (1_300, TRIAL_NAMED_MAX));
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let admin = AdminClient::enter(&world, &web, "ingrid@contoso.example", &[Role::GlobalAdmin]).await?;
    let path = "/admin/policies/preview?outbound.novel_hour_max=10&outbound.slow_novel_hour=10";
    let glanced = admin.get(&web, path).await?;
    assert!(!glanced.text().contains("Accounts restricted"), "{glanced:?}");
    let offered = glanced.body.split("href=\"").find(|link| link.contains("past=whole"));
    let offered = offered.and_then(|link| link.split('"').next()).context("an offer to look")?;
    let looked = admin.get(&web, &offered.replace("&amp;", "&").replace("&#38;", "&")).await?.text();
    assert!(looked.contains("Accounts restricted 0 1,300") && looked.contains("+1,280 more"), "{looked}");
    Ok(())
}

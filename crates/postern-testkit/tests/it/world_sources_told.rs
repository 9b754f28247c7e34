//! What people are told of sources, and how they may spell them, through the real gate, engine and store.

use anyhow::Context;
use postern_core::precedence::StepOutcome;
use postern_core::source_command::SourceCommand;
use postern_core::source_entry::EntryOn;
use postern_core::time::Span;
use postern_engine::ports::RestrictionFilter;
use postern_gates::client::Seen;
use postern_testkit::world::{World, root};

use crate::world_sources::{ANNA, HOTEL, ROB, allow, block, guess_until_blocked, network, run, sign_in};

/// What NAT64 wraps is explained as the gates see it.
#[tokio::test(flavor = "multi_thread")]
async fn an_address_behind_nat64_is_explained_as_what_it_wraps() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    let mut dovecot = world.dovecot().await?;
    guess_until_blocked(&mut dovecot, HOTEL).await?;
    let explained = |address: &str| world.engine.explain_attempt(rob, address.parse().expect("an address"));
    let wrapped = explained("64:ff9b::203.0.113.9");
    assert!(wrapped.iter().any(|(_, outcome)| matches!(outcome, StepOutcome::Refuses(_))), "{wrapped:?}");
    assert_eq!(wrapped, explained(HOTEL));

    // Whom it has to do with is found by either spelling.
    for guess in 0..11 {
        let from = format!("64:ff9b::198.51.{guess}.9");
        dovecot.attempt(ROB, &format!("guess {guess}"), false, &from).await?;
    }
    for (source, locks) in [("198.51.3.0/24", 1), ("64:ff9b::198.51.3.9", 1), ("198.51.99.0/24", 0)] {
        let filter = RestrictionFilter { limit: 9, ..RestrictionFilter::default() };
        let found = world.engine.restrictions_from(filter, network(source)).await?;
        assert_eq!(found.len(), locks, "{source}: {found:?}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn why_tells_of_blocks_that_refuse_the_places_of_an_account_and_of_no_others() -> anyhow::Result<()> {
    let world = World::start().await?;
    let (rob, anna) = (world.person(ROB).await?, world.person(ANNA).await?);
    let mut dovecot = world.dovecot().await?;
    for _ in 0..2 {
        assert_eq!(sign_in(&mut dovecot, ROB, HOTEL).await?, Seen::SignedIn);
        world.clock.advance(Span::from_hours(24));
    }
    assert_eq!(sign_in(&mut dovecot, ANNA, HOTEL).await?, Seen::SignedIn);
    let refused = async |account| {
        let why = world.engine.why(account).await?.context("an account")?;
        let told = |place: &postern_engine::queries::RefusedPlace| {
            let block = place.block.as_ref().and_then(|block| block.entity.network());
            (place.address.to_string(), place.is_familiar, place.refusal.code(), block)
        };
        anyhow::Ok(why.sources.refused.iter().map(told).collect::<Vec<_>>())
    };
    assert_eq!(refused(rob.id).await?, []);

    // A rule's block spares those who know the place, so it is told to Anna only.
    guess_until_blocked(&mut dovecot, HOTEL).await?;
    assert_eq!(refused(rob.id).await?, []);
    let address = network(HOTEL);
    let expected = [(HOTEL.to_owned(), false, "source_blocked", Some(address))];
    assert_eq!(refused(anna.id).await?, expected);

    // A person's block refuses everybody, and is told also where a person closed the account as well.
    run(&world, block("203.0.113.0/24", None, None)).await?;
    let command = postern_core::command::Command::BlockSignIn { until: None };
    world.engine.execute(rob.id, command, root("left the company")).await?;
    let wide = Some(network("203.0.113.0/24"));
    assert_eq!(refused(rob.id).await?, [(HOTEL.to_owned(), true, "network_blocked", wide)]);

    // Who is allowed wherever they come from is refused by no block of a source.
    run(&world, allow(EntryOn::Account(rob.id), None, false)).await?;
    assert_eq!(refused(rob.id).await?, []);
    Ok(())
}

/// `OWN_PLACES_MAX` of the question: the fifty places that were used last.
#[tokio::test(flavor = "multi_thread")]
async fn the_fiftieth_place_of_an_account_is_looked_at_and_the_one_before_it_is_not() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?;
    let mut dovecot = world.dovecot().await?;
    let place = |number: u8| format!("198.51.{number}.9");
    for number in 0..=50 {
        assert_eq!(sign_in(&mut dovecot, ROB, &place(number)).await?, Seen::SignedIn);
        world.clock.advance(Span::from_s(1));
    }
    for number in [0, 1] {
        run(&world, block(&place(number), None, None)).await?;
    }
    let why = world.engine.why(rob.id).await?.context("rob")?;
    let refused: Vec<_> = why.sources.refused.iter().map(|place| place.address.to_string()).collect();
    assert_eq!(refused, [place(1)]);
    Ok(())
}

/// History and mail servers print a client behind NAT64 as it came, so that is what a person pastes.
#[tokio::test(flavor = "multi_thread")]
async fn a_block_or_an_entry_in_the_spelling_of_nat64_is_about_the_address_within() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person(ROB).await?;
    let mut dovecot = world.dovecot().await?;
    let wrapped = format!("64:ff9b::{HOTEL}");
    run(&world, block(&wrapped, None, None)).await?;
    let open = world.engine.source_blocks();
    assert_eq!(open[0].entity.network(), Some(network(HOTEL)), "as the gates see it");
    for from in [HOTEL, &wrapped] {
        assert_eq!(sign_in(&mut dovecot, ROB, from).await?, Seen::RefusedBefore, "{from}");
    }
    run(&world, SourceCommand::Unblock { network: network("64:ff9b::203.0.113.0/120"), account: None })
        .await?;
    assert_eq!(sign_in(&mut dovecot, ROB, HOTEL).await?, Seen::SignedIn);

    run(&world, block("203.0.113.0/24", None, None)).await?;
    run(&world, allow(EntryOn::Network(network(&wrapped)), None, false)).await?;
    for from in [HOTEL, &wrapped] {
        assert_eq!(sign_in(&mut dovecot, ROB, from).await?, Seen::SignedIn, "{from}");
    }
    Ok(())
}

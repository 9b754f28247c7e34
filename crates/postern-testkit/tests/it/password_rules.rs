//! What a password must be to be set, through the engine with a real store (checklist C11 to C13).

use postern_core::account::AccountKind;
use postern_core::ids::AccountId;
use postern_core::password_rules::{PasswordFault, PasswordList, WordOf};
use postern_core::refusal::Refusal;
use postern_core::time::Span;
use postern_engine::commands::ExecuteError;
use postern_engine::password::Password;
use postern_engine::ports::AuditFilter;
use postern_testkit::world::{World, root};

const ROB: &str = "rob@contoso.com";
const HOME: &str = "198.18.4.20";

/// What is wrong with a password for this account; nothing where it was set.
async fn faults(world: &World, account: AccountId, password: &str) -> anyhow::Result<Vec<PasswordFault>> {
    match world.engine.set_password(account, password, root("a test")).await {
        Ok(_) => Ok(Vec::new()),
        Err(ExecuteError::Refused(Refusal::PasswordUnfit { faults })) => Ok(faults),
        Err(error) => Err(error.into()),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn c11_a_password_is_fifteen_characters_of_any_kind_and_no_more_is_asked() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    let short = vec![PasswordFault::TooShort { characters_min: 15 }];
    assert_eq!(faults(&world, rob, "olive tram lake").await?, []);
    assert_eq!(faults(&world, rob, "olive tram lak").await?, short);
    let greek = "το πρωί ο παππούς μου ποτίζει τις ντομάτες και μιλάει με τη γάτα";
    assert_eq!(greek.chars().count(), 64);
    assert_eq!(faults(&world, rob, greek).await?, []);
    world.policy(&[("password.characters_min", 8)]).await?;
    assert_eq!(faults(&world, rob, "olivtram").await?, []);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn c12_own_names_common_words_and_lists_are_named() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    let word = |word: &str, of| PasswordFault::AroundWord { word: word.to_owned(), of };
    let short = || PasswordFault::TooShort { characters_min: 15 };
    assert_eq!(faults(&world, rob, "C0ntoso!").await?, [word("contoso", WordOf::Own), short()]);
    assert_eq!(faults(&world, rob, "Sommar2026").await?, [word("sommar", WordOf::Everybody), short()]);
    assert_eq!(
        faults(&world, rob, "Λήθη Καλοκαίρι2026Καλοκαίρι2026").await?,
        [],
        "a word beside enough others is no fault"
    );
    assert_eq!(
        faults(&world, rob, "Καλοκαίρι2026Καλοκαίρι2026").await?,
        [word("καλοκαιρι", WordOf::Everybody)]
    );
    assert_eq!(faults(&world, rob, "LetMeIn").await?, [PasswordFault::Listed(PasswordList::Common), short()]);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn c13_none_of_the_last_five_is_set_again_and_the_sixth_is() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    let used = [PasswordFault::UsedBefore { remembered: 5 }];
    let password = |number: usize| format!("lantern {number} by the canal");
    for number in 0..6 {
        assert_eq!(faults(&world, rob, &password(number)).await?, [], "{number}");
        world.clock.advance(Span::from_s(1));
    }
    for number in 1..6 {
        assert_eq!(faults(&world, rob, &password(number)).await?, used, "{number}");
    }
    // The same letters from a keyboard that writes accents apart are the same password.
    assert_eq!(faults(&world, rob, "café café café café 5 tables").await?, []);
    assert_eq!(faults(&world, rob, "cafe\u{301} cafe\u{301} cafe\u{301} cafe\u{301} 5 tables").await?, used);
    assert_eq!(faults(&world, rob, &password(0)).await?, [], "six passwords ago");
    world.policy(&[("password.remembered", 0)]).await?;
    assert_eq!(faults(&world, rob, &password(0)).await?, [], "a site that remembers none");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_weak_password_is_refused_and_an_application_may_keep_one_with_a_reason() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    let scanner = world.account("scanner@contoso.example", AccountKind::Application, &[]).await?.id;
    let refused = world.engine.set_password_by_rules(rob, "letmein", true, root("a reason")).await;
    assert!(matches!(refused, Err(ExecuteError::Refused(Refusal::WeakOnlyForApplications))));
    let refused = world.engine.set_password_by_rules(scanner, "letmein", true, root(" ")).await;
    assert!(matches!(refused, Err(ExecuteError::Refused(Refusal::NoteMissing))));
    world.engine.set_password_by_rules(scanner, "letmein", true, root("firmware of 2009")).await?;

    // At a gate that sees passwords one that is on a list is evidence, once a day.
    for _ in 0..2 {
        let password = Password::new("letmein".to_owned())?;
        world.engine.right_password_seen(scanner, password, HOME.parse().ok()).await?;
    }
    let filter = AuditFilter { account: Some(scanner), limit: 100, ..Default::default() };
    let audit = world.engine.audit(&filter).await?;
    let seen: Vec<_> = audit.iter().filter(|row| row.code == "evidence_seen").collect();
    assert_eq!(seen.len(), 1, "{seen:?}");
    assert!(seen[0].detail.contains("listed_password"), "{seen:?}");
    Ok(())
}

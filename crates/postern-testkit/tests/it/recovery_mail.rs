//! The owner's way back by a code at the alternate address: it goes there and nowhere else, works once, and cannot be used to
//! flood anybody.

use anyhow::{Context as _, Result};
use postern_core::alternate::LinkPurpose;
use postern_core::command::Command;
use postern_core::ids::AccountId;
use postern_core::incident::IncidentCause;
use postern_core::name::AccountName;
use postern_core::reach::Reach;
use postern_core::time::Span;
use postern_engine::commands::IncidentWish;
use postern_engine::owner::LinkUsed;
use postern_engine::password::Password;
use postern_engine::ports::OwnerLetter;
use postern_engine::recovery::{Begun, Finished, Proving};
use postern_testkit::web_client::Web;
use postern_testkit::world::{World, eventually, root};
use postern_web::public::Limits;

use crate::common::{HOME, at_home, stranger};
use crate::recovery::{OLD, OWN, browser, flow_of, is_locked};

const ROB: &str = "rob@contoso.example";
const ELSEWHERE: &str = "rob.home@mail.example";
/// Of virtual time, for pauses to pass.
const A_MOMENT: Span = Span::from_ms(100);

/// Rob with an address at home that he has confirmed.
async fn with_address(world: &World) -> Result<AccountId> {
    let rob = world.person(ROB).await?.id;
    world.engine.set_password(rob, OLD, root("his")).await?;
    confirmed_address(world, rob, ELSEWHERE).await?;
    Ok(rob)
}

/// Adds an alternate address and confirms it by the link in its mail.
pub async fn confirmed_address(world: &World, account: AccountId, address: &str) -> Result<()> {
    world.engine.add_alternate(account, address, root("asked for it")).await?;
    let is_link = |letter: &OwnerLetter| letter.to == address && letter.text.contains("/confirm-address/");
    let link = last_letter(world, is_link).await?.text;
    let (_, rest) = link.split_once("/confirm-address/").context("a link")?;
    let text: String = rest.chars().take_while(|c| !c.is_whitespace()).collect();
    let open = world.engine.open_owner_link(&text, LinkPurpose::VerifyAddress).await?.context("it works")?;
    let used = world.engine.verify_alternate(&text, &open.form_seal).await?;
    assert!(matches!(used, LinkUsed::Done(_)));
    Ok(())
}

async fn last_letter(world: &World, is_it: impl Fn(&OwnerLetter) -> bool) -> Result<OwnerLetter> {
    let mut found = None;
    eventually(async || {
        world.clock.advance(A_MOMENT);
        found = world.notices.letters().into_iter().rfind(&is_it);
        Ok(found.is_some())
    })
    .await?;
    found.context("a letter")
}

/// Until so many codes went out, each after its pause.
async fn codes_mailed(world: &World, count: usize) -> Result<()> {
    eventually(async || {
        world.clock.advance(A_MOMENT);
        Ok(world.notices.letters().iter().filter(|letter| is_code(letter)).count() >= count)
    })
    .await
}

fn is_code(letter: &OwnerLetter) -> bool {
    letter.subject.contains("is your code")
}

async fn mailed_code(world: &World) -> Result<String> {
    let subject = last_letter(world, is_code).await?.subject;
    Ok(subject.split(' ').next().unwrap_or_default().to_owned())
}

/// The code goes to the other address and nowhere else; it works once, and its owner hears of what was done with it.
#[tokio::test(flavor = "multi_thread")]
async fn d3_a_code_at_the_alternate_address_sets_a_new_password_and_the_owner_is_told_everywhere()
-> Result<()> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &["127.0.0.3/32"], Limits::default()).await?;
    let rob = with_address(&world).await?;
    // What began in the moment in which a password was set is void.
    world.clock.advance(Span::from_s(1));
    let browser = browser(&web, "203.0.113.77");
    let flow = browser.begin(ROB).await?;
    let sent = browser.step(&[("step", "send"), ("flow", &flow)]).await?;
    assert!(sent.text().contains("If there is such an account"), "{}", sent.text());
    codes_mailed(&world, 1).await?;
    let code = mailed_code(&world).await?;
    assert!(code.len() == 8 && code.bytes().all(|byte| byte.is_ascii_digit()), "{code}");
    let to: Vec<String> =
        world.notices.letters().into_iter().filter(is_code).map(|letter| letter.to).collect();
    assert_eq!(to, [ELSEWHERE], "never to the mailbox that somebody is locked out of");
    let wrong = browser.show(&flow, "00000000").await?;
    let page = browser.show(&flow_of(&wrong)?, &code).await?;
    assert!(page.text().contains("Choose a new password"), "{}", page.text());
    let proved = flow_of(&page)?;
    assert!(browser.show(&flow, &code).await?.text().contains("does not match"), "once");
    let fields = [("step", "password"), ("flow", proved.as_str()), ("new", OWN), ("again", OWN)];
    assert!(browser.step(&fields).await?.text().contains("Your new password is set"));
    let told = async || {
        let letters = world.notices.letters();
        let told =
            |to: &str| letters.iter().any(|letter| letter.to == to && letter.text.contains("/not-me/"));
        Ok(told(ELSEWHERE) && told(ROB))
    };
    eventually(told).await?;
    assert!(world.notices.letters().iter().all(|letter| !letter.text.contains(OWN)));
    // An old code is dead, a new one is one press away (checklist D8).
    world.clock.advance(Span::from_hours(1));
    let flow = browser.begin(ROB).await?;
    browser.step(&[("step", "send"), ("flow", &flow)]).await?;
    codes_mailed(&world, 2).await?;
    let late = mailed_code(&world).await?;
    world.clock.advance(Span::from_s(601));
    assert!(browser.show(&flow, &late).await?.text().contains("does not match"), "ten minutes and a second");
    assert!(!is_locked(&world, rob));
    Ok(())
}

/// A thousand requests for one account: three mails, nothing locked, and its owner at home still gets a code.
#[tokio::test(flavor = "multi_thread")]
async fn l9_a_thousand_requests_mail_three_codes_and_the_owner_at_home_still_gets_one() -> Result<()> {
    let world = World::start().await?;
    let rob = with_address(&world).await?;
    at_home(&world, ROB).await?;
    let engine = &world.engine;
    for number in 0..1_000 {
        let source = stranger(number).parse().ok();
        let Begun::Flow(flow) = engine.begin_recovery(ROB, source) else { anyhow::bail!("paused") };
        assert!(engine.send_recovery_code(&flow, source).is_some());
    }
    codes_mailed(&world, 3).await?;
    let home = HOME.parse().ok();
    let Begun::Flow(flow) = engine.begin_recovery(ROB, home) else { anyhow::bail!("paused at home") };
    assert!(engine.send_recovery_code(&flow, home).is_some());
    codes_mailed(&world, 4).await?;
    let proved = engine.prove_recovery(&flow, &mailed_code(&world).await?, home).await?;
    assert!(matches!(proved, Proving::Right(_)), "{proved:?}");
    let count = world.notices.letters().iter().filter(|letter| is_code(letter)).count();
    assert_eq!(count, 4, "three for strangers and one for home");
    assert!(engine.open_on(rob).is_empty(), "nothing is closed by it");
    Ok(())
}

/// Whoever proved to own a name proves nothing of the account that gets the name meanwhile.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_proved_under_a_name_is_worth_nothing_once_another_account_has_it() -> Result<()> {
    let world = World::start().await?;
    let rob = with_address(&world).await?;
    let kim = world.person("kim@contoso.example").await?.id;
    let sales = AccountName::from_canonical("sales@contoso.example".to_owned());
    let engine = &world.engine;
    engine.execute(rob, Command::AddAlias(sales.clone()), root("his")).await?;
    world.clock.advance(Span::from_s(1));
    let Begun::Flow(flow) = engine.begin_recovery(sales.as_str(), None) else { anyhow::bail!("begun") };
    assert!(engine.send_recovery_code(&flow, None).is_some());
    codes_mailed(&world, 1).await?;
    let proved = engine.prove_recovery(&flow, &mailed_code(&world).await?, None).await?;
    let Proving::Right(standing) = proved else { anyhow::bail!("{proved:?}") };
    engine.execute(rob, Command::RemoveAlias(sales.clone()), root("moved")).await?;
    engine.execute(kim, Command::AddAlias(sales), root("hers now")).await?;
    assert_eq!(engine.recovery_standing(&standing.flow).await?, None);
    let own = Password::to_be_set(OWN)?;
    assert!(matches!(engine.finish_recovery(&standing.flow, Some(own)).await?, Finished::Over));
    Ok(())
}

/// Whoever was in may have set up a way back of his own before anybody noticed: while the incident is open, what came up within
/// the week before it counts nothing, and what was there before does (checklist D22, J4).
#[tokio::test(flavor = "multi_thread")]
async fn d22_an_address_from_the_week_before_a_containment_brings_nobody_back_while_the_incident_is_open()
-> Result<()> {
    for (days_before, counts) in [(2, false), (8, true)] {
        let world = World::start().await?;
        let rob = with_address(&world).await?;
        world.clock.advance(Span::from_days(days_before));
        let engine = &world.engine;
        engine.contain(rob, root("somebody else is in there")).await?;
        for open in [Command::AllowSignIn, Command::UnblockSending] {
            engine.execute(rob, open, root("the owner called")).await?;
        }
        assert_eq!(engine.alternates_for_recovery(rob).await?.len(), usize::from(counts), "{days_before}");
        engine.set_password(rob, "violet harbour lantern 41", root("called him")).await?;
        assert_eq!(engine.alternates_for_recovery(rob).await?.len(), usize::from(counts), "{days_before}");
        let id = engine.open_incident(rob).context("an incident")?;
        let known = engine.incident(id, &Reach::ALL_DOMAINS).await?.context("it")?;
        let close = IncidentWish::Close(IncidentCause::Compromised);
        engine.change_incident(id, known.incident.version, close, root("his address was looked at")).await?;
        assert_eq!(engine.alternates_for_recovery(rob).await?.len(), 1, "over");
    }
    Ok(())
}

//! Owners who get no further ask the help desk (checklist D16, E18): over the pages, with the mail that goes out, and who may
//! see and answer it.

use anyhow::{Context as _, Result};
use postern_core::account::Role;
use postern_core::command::{Asker, Command, ProfileChange};
use postern_core::help_request::{HELP_MAILS_PER_HOUR_MAX, HELP_OF_SOURCE, HelpRefusal, HelpTopic};
use postern_core::reach::Reach;
use postern_core::refusal::Refusal;
use postern_core::restriction::Actor;
use postern_core::time::Span;
use postern_engine::commands::ExecuteError;
use postern_engine::help_requests::AskedForHelp;
use postern_engine::ports::{HelpFilter, HelpRow};
use postern_engine::recovery::Begun;
use postern_testkit::admin_client::AdminClient;
use postern_testkit::web_client::Web;
use postern_testkit::world::{World, eventually, root};
use postern_web::public::Limits;

use crate::common::stranger;
use crate::recovery::{Browser, browser, flow_of, without_flow};

const ROB: &str = "rob@contoso.example";
const PHONE: &str = "Call 12 34 56";
/// Longer than the pause before a request is kept.
const A_MOMENT: Span = Span::from_s(3);

async fn opened() -> Result<(World, Web)> {
    let world = World::start().await?;
    world.person(ROB).await?;
    let web = Web::over(&world.engine, &["127.0.0.3/32"], Limits::default()).await?;
    Ok((world, web))
}

async fn open_requests(world: &World) -> Result<Vec<HelpRow>> {
    let filter = HelpFilter { account: None, only_open: true, reach: Reach::ALL_DOMAINS, limit: 500 };
    Ok(world.engine.help_requests(&filter).await?)
}

/// What somebody reads who asks for a name, from the form to the answer.
async fn ask(browser: &Browser<'_>, login: &str) -> Result<Vec<String>> {
    let flow = browser.begin(login).await?;
    let form = browser.step(&[("step", "help"), ("flow", &flow)]).await?;
    assert!(form.text().contains("How can they reach you?"), "{}", form.text());
    let flow = flow_of(&form)?;
    let asked = browser.step(&[("step", "ask"), ("flow", &flow), ("message", PHONE)]).await?;
    assert!(asked.text().contains("your help desk has been told"), "{}", asked.text());
    Ok(vec![without_flow(&form.body), without_flow(&asked.body)])
}

/// Anybody may ask about a name; whoever does learns nothing, one request is kept, and the help desk hears of it by mail.
#[tokio::test(flavor = "multi_thread")]
async fn d16_a_request_is_answered_alike_for_every_name_kept_once_and_told_to_the_help_desk() -> Result<()> {
    let (world, web) = opened().await?;
    for (address, domain) in
        [("ida@contoso.example", "contoso.example"), ("eve@fabrikam.example", "fabrikam.example")]
    {
        let desk = world.person(address).await?;
        let change = ProfileChange {
            roles: Some(vec![Role::Helpdesk]),
            reach: Some(Reach::read([domain]).expect("a domain")),
            ..ProfileChange::default()
        };
        world.engine.execute(desk.id, Command::ChangeProfile(change), root("help desk")).await?;
    }
    let hers = ask(&browser(&web, "203.0.113.77"), ROB).await?;
    let nobodys = ask(&browser(&web, "203.0.114.77"), "nobody@contoso.example").await?;
    assert_eq!(hers, nobodys);
    world.clock.advance(A_MOMENT);
    eventually(async || Ok(open_requests(&world).await?.len() == 1)).await?;
    ask(&browser(&web, "198.51.100.9"), ROB).await?;
    world.clock.advance(A_MOMENT);
    eventually(async || {
        let mails = world.notices.all();
        Ok(mails.iter().filter(|mail| mail.subject == format!("{ROB} asks for help")).count() == 1)
    })
    .await?;
    let rows = open_requests(&world).await?;
    assert_eq!(rows.len(), 1, "{rows:?}");
    let request = &rows[0].request;
    assert_eq!((request.topic, request.is_proved), (HelpTopic::SignIn, false));
    assert_eq!(request.source.map(|source| source.to_string()).as_deref(), Some("203.0.113.77"));
    let mails = world.notices.all();
    let mail = mails.iter().find(|mail| mail.subject.contains("asks for help")).context("a mail")?;
    for text in
        [PHONE, "Has not shown that they are the owner", "Check who is asking", &request.id.to_string()]
    {
        assert!(mail.body.contains(text), "{text}: {}", mail.body);
    }
    assert_eq!(mail.also_to, ["ida@contoso.example"], "whose domain it is, and nobody else");
    Ok(())
}

/// A flood from one address is held back there, a flood from everywhere mails as many as an hour may have.
#[tokio::test(flavor = "multi_thread")]
async fn d16_a_flood_of_requests_is_held_to_five_a_source_and_twenty_mails_an_hour() -> Result<()> {
    let (world, web) = opened().await?;
    let engine = &world.engine;
    let here = browser(&web, "203.0.113.77");
    let flow = here.begin("nobody@contoso.example").await?;
    for _ in 0..HELP_OF_SOURCE {
        let asked = here.step(&[("step", "ask"), ("flow", &flow)]).await?;
        assert!(asked.text().contains("your help desk has been told"), "{}", asked.text());
    }
    let held = here.step(&[("step", "ask"), ("flow", &flow), ("message", PHONE)]).await?;
    assert!(held.text().contains("too many attempts") && held.body.contains(PHONE), "{}", held.text());
    let people = HELP_MAILS_PER_HOUR_MAX + 5;
    for number in 0..people {
        let login = format!("p{number}@contoso.example");
        world.person(&login).await?;
        let source = stranger(u32::try_from(number)?).parse().ok();
        let Begun::Flow(flow) = engine.begin_recovery(&login, source) else { anyhow::bail!("paused") };
        let asked = engine.ask_for_help(&flow, "", source);
        assert!(matches!(asked, AskedForHelp::Taken(_)), "{asked:?}");
    }
    eventually(async || {
        world.clock.advance(A_MOMENT);
        Ok(open_requests(&world).await?.len() == people)
    })
    .await?;
    let mailed = || world.notices.all().iter().filter(|mail| mail.subject.contains("asks for help")).count();
    eventually(async || Ok(mailed() == HELP_MAILS_PER_HOUR_MAX)).await?;
    // Whoever answers uses up no mail, and an hour later there is room again.
    let first = open_requests(&world).await?[0].request.clone();
    world.engine.answer_help(first.account, first.id, root("called")).await?;
    world.clock.advance(Span::from_hours(1));
    let source = stranger(9_999).parse().ok();
    let Begun::Flow(flow) = engine.begin_recovery(ROB, source) else { anyhow::bail!("paused") };
    engine.ask_for_help(&flow, "", source);
    eventually(async || {
        world.clock.advance(A_MOMENT);
        Ok(mailed() == HELP_MAILS_PER_HOUR_MAX + 1)
    })
    .await?;
    Ok(())
}

/// Seen and answered on the pages by whoever's domain it is, once, with what was done.
#[tokio::test(flavor = "multi_thread")]
async fn d16_a_request_stands_on_the_overview_and_is_answered_once_by_whom_it_concerns() -> Result<()> {
    let (world, web) = opened().await?;
    ask(&browser(&web, "203.0.113.77"), ROB).await?;
    world.clock.advance(A_MOMENT);
    eventually(async || Ok(open_requests(&world).await?.len() == 1)).await?;
    let (rob, id) = {
        let request = &open_requests(&world).await?[0].request;
        (request.account, request.id)
    };
    let kim = AdminClient::enter(&world, &web, "kim@contoso.example", &[Role::Helpdesk]).await?;
    let overview = kim.get(&web, "/admin").await?;
    assert!(overview.text().contains(&format!("{ROB} asks for help")), "{}", overview.text());
    let list = kim.get(&web, "/admin/requests").await?;
    for text in [PHONE, "Cannot sign in", "203.0.113.77", "Has not shown that they are the owner"] {
        assert!(list.text().contains(text), "{text}: {}", list.text());
    }
    let empty = kim.post(&web, &format!("/admin/requests/{id}"), &[("reason", "")]).await?;
    assert!(empty.text().contains("reason"), "{}", empty.text());
    let done =
        kim.post(&web, &format!("/admin/requests/{id}"), &[("reason", "called him, reset it")]).await?;
    assert!(done.text().contains("marked as answered"), "{}", done.text());
    assert!(open_requests(&world).await?.is_empty());
    let list = kim.get(&web, "/admin/requests").await?;
    assert!(list.text().contains("called him, reset it"), "{}", list.text());
    let twice = kim.post(&web, &format!("/admin/requests/{id}"), &[("reason", "again")]).await?;
    assert!(twice.text().contains("answered this request already"), "{}", twice.text());

    // A help desk for another domain is told that there is no such account.
    let elsewhere = Asker {
        actor: Actor::Program("desk".to_owned()),
        roles: vec![Role::Helpdesk],
        reach: Reach::read(["fabrikam.example"]).expect("a domain"),
        note: "mine".to_owned(),
    };
    let refused = world.engine.answer_help(rob, id, elsewhere.clone()).await;
    assert!(matches!(refused, Err(ExecuteError::Refused(Refusal::NoSuchAccount))), "{refused:?}");
    let auditor = Asker { roles: vec![Role::Auditor], reach: Reach::ALL_DOMAINS, ..elsewhere };
    let refused = world.engine.answer_help(rob, id, auditor).await;
    assert!(matches!(refused, Err(ExecuteError::Refused(Refusal::NotAllowed { .. }))), "{refused:?}");
    let twice = world.engine.answer_help(rob, id, root("again")).await;
    let already = Refusal::Help(HelpRefusal::AlreadyAnswered);
    assert!(matches!(twice, Err(ExecuteError::Refused(refusal)) if refusal == already));
    // Answered, so that one may ask again.
    world.clock.advance(Span::from_hours(2));
    ask(&browser(&web, "203.0.113.77"), ROB).await?;
    world.clock.advance(A_MOMENT);
    eventually(async || Ok(open_requests(&world).await?.len() == 1)).await?;
    Ok(())
}

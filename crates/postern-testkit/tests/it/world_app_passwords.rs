//! App passwords through the engine, with time in the test's hand: which door of an application they open, that a revoked one
//! opens nothing although the mail server still has it, and what of each is remembered. And the page of an admin for them.

use anyhow::{Context as _, Result};
use postern_core::account::Role;
use postern_core::app_password::AppPasswordRefusal;
use postern_core::command::{Asker, Command};
use postern_core::ids::AccountId;
use postern_core::protocol::{Protocol, Protocols};
use postern_core::reach::Reach;
use postern_core::refusal::Refusal;
use postern_core::restriction::Actor;
use postern_core::time::Span;
use postern_engine::ask::{SignInAsk, SignInReport, SignInStatus};
use postern_engine::commands::{ExecuteError, ResetWish};
use postern_engine::password::Password;
use postern_engine::sign_in::{ApplicationAsk, ApplicationVerdict, OwnPassword};
use postern_testkit::admin_client::AdminClient;
use postern_testkit::web_client::Web;
use postern_testkit::world::{World, eventually, root};
use postern_web::public::Limits;

const ROB: &str = "rob@contoso.example";
const MAIN: &str = "violet harbour lantern 41";
const HOME: &str = "192.0.2.7";

/// The owner, who needs neither role nor reason.
fn owner(account: AccountId) -> Asker {
    let (actor, reach) = (Actor::Person(account), Reach::ALL_DOMAINS);
    Asker { actor, roles: Vec::new(), reach, note: String::new() }
}

async fn lets_in(world: &World, protocol: &str, password: &str) -> Result<bool> {
    let session = world.engine.fresh_handle();
    let ask = SignInAsk { login: ROB, remote: HOME, protocol, session: &session, ..SignInAsk::default() };
    let ask = ApplicationAsk { ask, ..ApplicationAsk::default() };
    let answer = world.engine.authenticate(&ask, Password::new(password.to_owned())?).await?;
    Ok(answer.verdict == ApplicationVerdict::Allow)
}

/// Dovecot's two questions and its report, with the credential that it found right: whether somebody is in.
async fn dovecot_lets_in(world: &World, session: &str, protocol: &str, credential: &str) -> bool {
    let before =
        SignInAsk { login: ROB, remote: HOME, protocol, session, pwhash: "0abc", ..SignInAsk::default() };
    assert_eq!(world.engine.sign_in_asked(&before).await.status, SignInStatus::Allow);
    let ask = SignInAsk { phase: "after", credential, ..before };
    let answer = world.engine.sign_in_asked(&ask).await;
    let success = answer.status != SignInStatus::Refuse;
    let report = SignInReport { ask, success, policy_reject: !success, fail_type: "" };
    world.engine.sign_in_reported(&report);
    assert_eq!(answer.message, "", "nobody is told that the password was right");
    success
}

#[tokio::test(flavor = "multi_thread")]
async fn q9_an_app_password_opens_its_protocols_until_it_is_revoked_or_the_account_blocked() -> Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    world.engine.set_password(rob, MAIN, root("welcome")).await?;
    let imap: Protocols = [Protocol::Imap].into_iter().collect();
    let phone = world.engine.add_app_password(rob, "phone", imap, owner(rob)).await?;
    let laptop = world.engine.add_app_password(rob, "laptop", Protocols::of_mail(), owner(rob)).await?;
    assert!(phone.is_in_force && phone.text != laptop.text && phone.made.slot != laptop.made.slot);
    let taken = world.engine.add_app_password(rob, "phone", imap, owner(rob)).await.map(|made| made.made);
    let name_taken = AppPasswordRefusal::NameTaken { name: "phone".to_owned() };
    assert!(matches!(taken, Err(ExecuteError::Refused(Refusal::AppPassword(why))) if why == name_taken));

    assert!(lets_in(&world, "imap", &phone.text).await? && lets_in(&world, "imap", &laptop.text).await?);
    assert!(lets_in(&world, "smtp", &laptop.text).await? && lets_in(&world, "imap", MAIN).await?);
    for (protocol, text) in [("smtp", &phone.text), ("webmail", &laptop.text), ("", &laptop.text)] {
        assert!(!lets_in(&world, protocol, text).await?, "{protocol}");
    }
    let (temporary, new) =
        (Password::new(laptop.text.clone())?, Password::new("amber meadow 17 ladder".to_owned())?);
    let session = world.engine.fresh_handle();
    let ask =
        SignInAsk { login: ROB, remote: HOME, protocol: "imap", session: &session, ..SignInAsk::default() };
    let ask = ApplicationAsk { ask, ..ApplicationAsk::default() };
    let changed = world.engine.change_temporary_password(&ask, temporary, new).await?;
    assert!(matches!(changed, OwnPassword::NotOpened), "it replaces no password");

    // The mail server has it still, or for another protocol than we allow.
    let (of_phone, of_laptop) = (phone.made.credential(), laptop.made.credential());
    assert!(dovecot_lets_in(&world, "s1", "imap", &of_phone).await);
    assert!(!dovecot_lets_in(&world, "s2", "smtp", &of_phone).await);
    world.engine.revoke_app_passwords(rob, Some(phone.made.id), owner(rob)).await?;
    assert!(!dovecot_lets_in(&world, "s3", "imap", &of_phone).await);
    assert!(dovecot_lets_in(&world, "s4", "imap", &of_laptop).await, "another device");
    assert!(world.engine.compromise_of(rob).signals.is_empty(), "a forgotten phone is no compromise");
    assert!(!lets_in(&world, "imap", &phone.text).await?);

    world.clock.advance(Span::from_minutes(2));
    assert!(dovecot_lets_in(&world, "s5", "imap", &of_laptop).await);
    let used = world.engine.app_passwords(rob)[0].last_used.clone().context("it was used")?;
    assert_eq!((used.source.as_str(), used.protocol), (HOME, Some(Protocol::Imap)));
    let world = world.restart().await?;
    eventually(async || Ok(world.engine.app_passwords(rob).len() == 1)).await?;
    assert_eq!(world.engine.app_passwords(rob)[0].last_used, Some(used), "it is kept");

    let switch = |is_on| Command::SwitchProtocol { protocol: Protocol::Imap, is_on };
    world.engine.execute(rob, switch(false), root("only POP3 here")).await?;
    assert!(!lets_in(&world, "imap", &laptop.text).await? && !lets_in(&world, "imap", MAIN).await?);
    assert!(lets_in(&world, "pop3", &laptop.text).await? && lets_in(&world, "webmail", MAIN).await?);
    let again = world.engine.execute(rob, switch(false), root("again")).await;
    assert!(matches!(again, Err(ExecuteError::Refused(Refusal::AlreadySo))));
    world.engine.execute(rob, switch(true), root("after all")).await?;
    assert!(lets_in(&world, "imap", &laptop.text).await?);
    world.engine.execute(rob, Command::BlockSignIn { until: None }, root("taken over")).await?;
    for protocol in ["imap", "smtp", "pop3", "sieve"] {
        assert!(!lets_in(&world, protocol, &laptop.text).await?, "{protocol}");
    }
    world.engine.execute(rob, Command::AllowSignIn, root("it was not")).await?;
    assert!(lets_in(&world, "imap", &laptop.text).await?);
    let wish = ResetWish { chosen: None, must_change: false };
    world.engine.reset_password(rob, wish, root("phoned")).await?;
    assert!(world.engine.app_passwords(rob).is_empty() && !lets_in(&world, "imap", &laptop.text).await?);
    Ok(())
}

#[tokio::test]
async fn an_admin_sees_app_passwords_makes_one_that_is_shown_once_and_revokes_one_or_all() -> Result<()> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let desk = AdminClient::enter(&world, &web, "b.desk@contoso.example", &[Role::Helpdesk]).await?;
    let rob = world.person(ROB).await?;
    let path = format!("/admin/users/{}/app-passwords", rob.id);
    let none = desk.get(&web, &path).await?;
    assert!(none.body.contains("The account has no app passwords."), "{none:?}");

    let imap = [("device", "Work phone"), ("protocol", "imap"), ("reason", "phoned")];
    let made = desk.post(&web, &path, &imap).await?;
    let text = made.body.split("class=\"shown\">").nth(1).and_then(|rest| rest.get(..29)).context("shown")?;
    assert!(made.body.contains("App password made: Work phone") && lets_in(&world, "imap", text).await?);
    let nothing = [("device", "Laptop"), ("reason", "phoned")];
    let nothing = desk.post(&web, &path, &nothing).await?;
    assert!(
        nothing.body.contains("Choose at least one") && nothing.body.contains("value=\"Laptop\""),
        "{nothing:?}"
    );
    let silent =
        desk.post(&web, &path, &[("device", "Laptop"), ("protocol", "pop3"), ("reason", "")]).await?;
    assert!(
        silent.body.contains("Write a reason") && silent.body.contains("value=\"pop3\" checked"),
        "{silent:?}"
    );

    let list = desk.get(&web, &path).await?;
    assert!(
        list.body.contains("Work phone") && list.body.contains(HOME) && !list.body.contains(text),
        "{list:?}"
    );
    let auditor = AdminClient::enter(&world, &web, "c.aud@contoso.example", &[Role::Auditor]).await?;
    let seen = auditor.get(&web, &path).await?;
    assert!(seen.body.contains("Work phone") && !seen.body.contains("/revoke"), "{seen:?}");
    assert_eq!(auditor.post(&web, &path, &imap).await?.status, 403);

    let id = world.engine.app_passwords(rob.id)[0].id;
    let asked = desk.get(&web, &format!("{path}/{id}/revoke")).await?;
    assert!(asked.body.contains("Revoke the app password for Work phone?"), "{asked:?}");
    for which in [id.to_string(), "all".to_owned()] {
        world.engine.add_app_password(rob.id, &which, Protocols::of_mail(), root("one more")).await?;
        let revoked = desk.post(&web, &format!("{path}/{which}/revoke"), &[("reason", "lost")]).await?;
        assert!(revoked.body.contains("App passwords revoked: "), "{revoked:?}");
    }
    assert!(world.engine.app_passwords(rob.id).is_empty());
    Ok(())
}

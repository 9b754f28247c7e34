//! Lockout used as a weapon: the cases R of the reliability reference, with their ids. R5 comes with
//! self-registration; the break-glass socket of R3 is in postern's tests.

use postern_core::account::{AccountKind, Role};
use postern_gates::client::Seen;
use postern_testkit::world::World;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt};

use crate::common::{ANNA, HOME, at_home, at_homes, standing, stranger};

/// Ten thousand failures from a thousand addresses at one account. Its owner gets in from home throughout; the
/// attackers stay out, also with the right password.
#[tokio::test(flavor = "multi_thread")]
async fn r1_ten_thousand_failures_do_not_lock_the_boss_out_at_home() -> anyhow::Result<()> {
    let world = World::start().await?;
    let anna = world.person(ANNA).await?;
    at_home(&world, ANNA).await?;
    let mut dovecot = world.dovecot().await?;
    let mut verified = 0;
    for number in 0..10_000_u32 {
        let seen =
            dovecot.attempt(ANNA, &format!("guess {number}"), false, &stranger(number % 1_000)).await?;
        verified += u32::from(seen != Seen::RefusedBefore);
        if number % 500 == 499 {
            assert_eq!(dovecot.attempt(ANNA, "right", true, HOME).await?, Seen::SignedIn, "after {number}");
        }
    }
    // Ten different ones, and one in 500 of those let in that only looks like a repeat.
    assert!((10..=12).contains(&verified), "{verified} were verified");
    assert_eq!(dovecot.attempt(ANNA, "right", true, &stranger(5)).await?, Seen::RefusedBefore);
    let after = standing(&world, anna.id).await?;
    assert_eq!((after.familiar.consecutive, after.familiar.locked_until), (0, None));
    Ok(())
}

/// One host behind an office's address sprays. The people who sign in there every day go on; only pairs that do
/// not know each other are refused, and only until the block ends by itself.
#[tokio::test(flavor = "multi_thread")]
async fn r2_a_spraying_host_behind_a_shared_address_does_not_ban_the_people_behind_it() -> anyhow::Result<()>
{
    let world = World::start().await?;
    let mut people = Vec::new();
    for number in 0..3 {
        let login = format!("colleague{number}@contoso.example");
        world.person(&login).await?;
        people.push((login, HOME.to_owned()));
    }
    let newcomer = "newcomer@contoso.example";
    world.person(newcomer).await?;
    at_homes(&world, &people).await?;
    let mut dovecot = world.dovecot().await?;
    let mut refused = 0;
    for number in 0..300 {
        let login = format!("victim{number}@contoso.example");
        let seen = dovecot.attempt(&login, "Winter2026!", false, HOME).await?;
        refused += u32::from(seen == Seen::RefusedBefore);
    }
    assert!(refused > 150, "the spray is stopped: {refused} of 300");
    for (login, _) in &people {
        assert_eq!(dovecot.attempt(login, "right", true, HOME).await?, Seen::SignedIn, "{login}");
    }
    assert_eq!(dovecot.attempt(newcomer, "right", true, HOME).await?, Seen::RefusedBefore, "throttled");
    assert_eq!(dovecot.attempt(newcomer, "right", true, "192.0.2.8").await?, Seen::SignedIn, "elsewhere");
    // The longest block of a source is a day.
    world.clock.advance(postern_core::time::Span::from_hours(25));
    assert_eq!(dovecot.attempt(newcomer, "right", true, HOME).await?, Seen::SignedIn, "it ended by itself");
    Ok(())
}

/// Everybody who administers the site is attacked at once, past the hard limit. Each of them still signs in
/// from a known place.
#[tokio::test(flavor = "multi_thread")]
async fn r3_an_attack_on_every_admin_locks_none_of_them_out_of_a_known_place() -> anyhow::Result<()> {
    let world = World::start().await?;
    let mut admins = Vec::new();
    for (number, role) in [Role::GlobalAdmin, Role::GlobalAdmin, Role::Helpdesk].into_iter().enumerate() {
        let login = format!("admin{number}@contoso.example");
        world.account(&login, AccountKind::Person, &[role]).await?;
        admins.push((login, format!("198.51.{}.20", 100 + number)));
    }
    at_homes(&world, &admins).await?;
    let mut dovecot = world.dovecot().await?;
    for number in 0..400_u32 {
        for (login, _) in &admins {
            dovecot.attempt(login, &format!("guess {number}"), false, &stranger(number)).await?;
        }
        world.clock.advance(postern_core::time::Span::from_hours(1));
    }
    for (login, home) in &admins {
        let seen = dovecot.attempt(login, "right", true, &stranger(1)).await?;
        assert_eq!(seen, Seen::RefusedBefore, "{login} from a strange place");
        assert_eq!(dovecot.attempt(login, "right", true, home).await?, Seen::SignedIn, "{login} at home");
    }
    Ok(())
}

/// Somebody makes a victim look like a source of spam: mail under her address from elsewhere, a spammer of our own who
/// writes her address into the envelope, bounces to her. Only who signed in counts, so nothing of it is hers.
#[tokio::test(flavor = "multi_thread")]
async fn r4_mail_in_somebodys_name_counts_for_who_signed_in_alone() -> anyhow::Result<()> {
    let world = World::start().await?;
    let (anna, eve) = (world.person(ANNA).await?, world.person("eve@contoso.example").await?);
    let stranger = |number: usize| format!("victim{number}@elsewhere.example");
    for number in 0..100 {
        let forged = asked(&world, ANNA, "", &stranger(number)).await?;
        assert_eq!(forged, "action=DUNNO", "who did not sign in is not ours to judge");
        assert_eq!(asked(&world, "", "", ANNA).await?, "action=DUNNO", "a bounce");
    }
    let mut refusal = None;
    for number in 0..100 {
        let action = asked(&world, ANNA, "eve@contoso.example", &stranger(number)).await?;
        refusal = refusal.or(action.starts_with("action=550 ").then_some(number));
    }
    assert!(refusal.is_some_and(|number| number <= 31), "Eve is stopped: {refusal:?}");
    let why = async |account| anyhow::Ok(world.engine.why(account).await?.expect("an account"));
    let (of_anna, of_eve) = (why(anna.id).await?, why(eve.id).await?);
    assert_eq!((of_anna.sending.recipients_day, of_anna.open.len()), (0.0, 0));
    assert_eq!(of_eve.open.len(), 1, "the restriction is Eve's");
    assert_eq!(world.postfix(ANNA).await?.send(&[stranger(1)]).await?.refusal(), None);
    Ok(())
}

/// The gate's answer to one recipient of a mail with this sender, by somebody who signed in as `login` or did not.
async fn asked(world: &World, sender: &str, login: &str, recipient: &str) -> anyhow::Result<String> {
    let mut gate = tokio::net::TcpStream::connect(world.postfix_policy).await?;
    let request = format!(
        "request=smtpd_access_policy\nprotocol_state=RCPT\nclient_address=203.0.113.9\nsender={sender}\n\
         recipient={recipient}\ninstance=r4.{sender}.{login}.{recipient}\nsasl_username={login}\n\n"
    );
    gate.write_all(request.as_bytes()).await?;
    let mut line = String::new();
    tokio::io::BufReader::new(gate).read_line(&mut line).await?;
    Ok(line.trim_end().to_owned())
}

//! Checklist A24: strangers have closed the unfamiliar lane, and the owner's new phone gets in by a one-time link,
//! from the place where the link is used and from no other.

use std::net::Ipv4Addr;

use anyhow::{Context, Result};
use postern_core::account::Account;
use postern_core::address::ClientAddress;
use postern_core::precedence::StepOutcome;
use postern_core::time::Span;
use postern_engine::ports::AuditFilter;
use postern_gates::client::Seen;
use postern_testkit::web_client::{Reply, Web};
use postern_testkit::world::{World, root};
use postern_web::public::Limits;

use crate::common::is_long;

const ANNA: &str = "anna@contoso.example";
const HOME: &str = "198.51.100.20";
const PHONE: Ipv4Addr = Ipv4Addr::new(127, 0, 7, 1);
const STRANGER: Ipv4Addr = Ipv4Addr::new(127, 0, 66, 6);

struct Siege {
    world: World,
    web: Web,
    anna: Account,
}

impl Siege {
    /// Anna has a home; a hundred different wrong passwords from a hundred places have closed the unfamiliar lane.
    async fn begin() -> Result<Self> {
        let world = World::start().await?;
        let anna = world.person(ANNA).await?;
        let mut dovecot = world.dovecot().await?;
        for _ in 0..2 {
            assert_eq!(dovecot.attempt(ANNA, "right", true, HOME).await?, Seen::SignedIn);
            world.clock.advance(Span::from_hours(24));
        }
        let (mut guess, mut verified) = (0, 0);
        while !world.engine.why(anna.id).await?.context("anna exists")?.sign_in.unfamiliar.is_closed {
            let stranger = format!("203.0.{}.{}", guess / 200, guess % 200 + 1);
            let seen = dovecot.attempt(ANNA, &format!("guess {guess}"), false, &stranger).await?;
            verified += u32::from(seen == Seen::CheckedAndWrong);
            if seen == Seen::RefusedBefore {
                world.clock.advance(Span::from_minutes(30));
            }
            guess += 1;
        }
        assert!((100..=102).contains(&verified), "closed after {verified} verified guesses");
        let web = Web::over(&world.engine, &[], Limits::default()).await?;
        Ok(Self { world, web, anna })
    }

    /// Makes a link; the part of it that follows the public address.
    async fn link(&self) -> Result<String> {
        let offered =
            self.world.engine.offer_admission(self.anna.id, root("Anna called from a hotel")).await?;
        let path = offered.link.strip_prefix("https://postern.contoso.example");
        Ok(path.context("links begin with the configured address, whatever Host says")?.to_owned())
    }

    async fn look(&self, path: &str, from: Ipv4Addr) -> Result<Reply> {
        self.web.request("GET", path, "Accept-Language: en\r\n", "", from).await
    }

    async fn press(&self, path: &str, page: &Reply, from: Ipv4Addr) -> Result<Reply> {
        self.press_with(path, &seal(page), "", from).await
    }

    async fn press_with(&self, path: &str, seal: &str, head: &str, from: Ipv4Addr) -> Result<Reply> {
        let head =
            format!("Content-Type: application/x-www-form-urlencoded\r\nAccept-Language: en\r\n{head}");
        self.web.request("POST", path, &head, &format!("seal={seal}"), from).await
    }

    /// Whether the right password gets in over IMAP from there.
    async fn gets_in(&self, from: Ipv4Addr) -> Result<bool> {
        let seen = self.world.dovecot().await?.attempt(ANNA, "right", true, &from.to_string()).await?;
        Ok(seen == Seen::SignedIn)
    }
}

/// What the page's form carries.
fn seal(page: &Reply) -> String {
    let value = page.body.split("name=\"seal\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    value.unwrap_or_default().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a24_the_owners_new_phone_gets_in_and_the_strangers_stay_out() -> Result<()> {
    let siege = Siege::begin().await?;
    assert!(!siege.gets_in(PHONE).await?, "the new phone without the link");
    let link = siege.link().await?;
    let page = siege.look(&link, PHONE).await?;
    assert_eq!(page.status, 200);
    assert!(page.body.contains("<code>127.0.7.1</code>"), "{}", page.body);
    assert!(!page.body.contains("anna"), "the page names nobody: {}", page.body);
    let done = siege.press(&link, &page, PHONE).await?;
    assert_eq!(done.status, 200, "{done:?}");
    assert!(done.body.contains("Sign-in from here is open"), "{}", done.body);
    let is_refused = |from: Ipv4Addr| {
        let steps = siege.world.engine.explain_attempt(siege.anna.id, ClientAddress::new(from.into()));
        steps.iter().any(|(_, outcome)| matches!(outcome, StepOutcome::Refuses(_)))
    };
    assert_eq!((is_refused(PHONE), is_refused(STRANGER)), (false, true), "explained as it is answered");
    assert!(siege.gets_in(PHONE).await?);
    assert!(!siege.gets_in(STRANGER).await?, "with the right password, from elsewhere");
    assert!(!siege.gets_in(Ipv4Addr::new(127, 0, 7, 2)).await?, "nor from the phone's neighbour");
    siege.world.clock.advance(Span::from_hours(20));
    assert!(siege.gets_in(PHONE).await?, "its first success made the place known");
    assert!(!siege.gets_in(STRANGER).await?);
    let why = siege.world.engine.why(siege.anna.id).await?.context("anna exists")?;
    assert!(why.sign_in.unfamiliar.is_closed, "the lane is as closed as before");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn looking_at_the_link_changes_nothing_and_its_use_changes_it_once() -> Result<()> {
    let siege = Siege::begin().await?;
    let link = siege.link().await?;
    for _ in 0..10 {
        assert_eq!(siege.look(&link, STRANGER).await?.status, 200, "a mail scanner looks");
        assert_eq!(siege.web.request("HEAD", &link, "", "", STRANGER).await?.status, 200);
    }
    let stands = async || siege.world.engine.sign_in_state(siege.anna.id).await?.context("anna exists");
    let before = stands().await?;
    assert!(before.link_expires.is_some() && before.passes.is_empty(), "{before:?}");
    let page = siege.look(&link, PHONE).await?;
    assert_eq!(siege.press(&link, &page, PHONE).await?.status, 200);
    let after = stands().await?;
    let places: Vec<_> = after.passes.iter().map(|pass| pass.source).collect();
    assert_eq!((after.link_expires, places), (None, vec![ClientAddress::new(PHONE.into()).unit()]));
    assert_eq!(siege.press(&link, &page, PHONE).await?.status, 404, "once");
    assert_eq!(siege.look(&link, PHONE).await?.status, 404);
    assert!(!siege.gets_in(STRANGER).await?);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_uses_at_the_same_moment_one_counts() -> Result<()> {
    let siege = Siege::begin().await?;
    let link = siege.link().await?;
    let page = siege.look(&link, PHONE).await?;
    let presses = (0..20).map(|_| siege.press(&link, &page, PHONE));
    let mut done = 0;
    for reply in futures_util::future::join_all(presses).await {
        done += usize::from(reply?.status == 200);
    }
    assert_eq!(done, 1);
    Ok(())
}

/// Used, over, foreign, malformed, voided by a newer one: the same page to the byte.
#[tokio::test(flavor = "multi_thread")]
async fn every_link_that_does_not_work_gives_the_same_page() -> Result<()> {
    let siege = Siege::begin().await?;
    let first = siege.link().await?;
    let used = siege.link().await?;
    let page = siege.look(&used, PHONE).await?;
    siege.press(&used, &page, PHONE).await?;
    let over = siege.link().await?;
    siege.world.clock.advance(Span::from_minutes(15));
    let mut forged = over.clone();
    forged.pop();
    forged.push(if over.ends_with('A') { 'E' } else { 'A' });
    let mut pages = Vec::new();
    for link in [
        &first,
        &used,
        &over,
        &forged,
        "/in/x",
        "/in/%00",
        "/in/%ff",
        "/in/7K2M9QX4TB_AAAA",
        &format!("/in/{}", "a".repeat(2_000)),
    ] {
        let look = siege.look(link, PHONE).await?;
        let press = siege.press_with(link, "x", "", PHONE).await?;
        assert_eq!((look.status, press.status), (404, 404), "{link}");
        pages.extend([look.body, press.body]);
    }
    assert!(pages.iter().all(|page| *page == pages[0]));
    assert!(pages[0].contains("This link does not work"));
    Ok(())
}

/// Somebody guesses links, the number of a real one among them: one page to the byte for all, no guess gets in, and none
/// takes the real link away. (Ten thousand in the long suite.)
#[tokio::test(flavor = "multi_thread")]
async fn i5_guessed_links_are_one_page_and_take_nobodys_link_away() -> Result<()> {
    let guesses = if is_long() { 10_000 } else { 500 };
    let siege = Siege::begin().await?;
    let link = siege.link().await?;
    let nothing = siege.look("/in/x", STRANGER).await?;
    let (number_of_link, secret) = link.split_once('_').context("a number and a secret")?;
    for number in 0..guesses {
        let mixed = format!("{number:08x}").repeat(secret.len().div_ceil(8));
        let guess = match number % 3 {
            // The link's own number with another secret, another number with its secret, and neither.
            0 => format!("{number_of_link}_{}", &mixed[..secret.len()]),
            1 => format!("/in/{:0>10}_{secret}", number),
            _ => format!("/in/{:0>10}_{}", number, &mixed[..secret.len()]),
        };
        let seen = match number % 2 {
            0 => siege.look(&guess, STRANGER).await?,
            _ => siege.press_with(&guess, &mixed, "", STRANGER).await?,
        };
        assert_eq!((seen.status, &seen.body), (404, &nothing.body), "{guess}");
    }
    assert!(!siege.gets_in(STRANGER).await?);
    let page = siege.look(&link, PHONE).await?;
    assert_eq!(siege.press(&link, &page, PHONE).await?.status, 200, "the real one works");
    assert!(siege.gets_in(PHONE).await?);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_form_is_of_one_link_at_one_source_and_of_our_own_page() -> Result<()> {
    let siege = Siege::begin().await?;
    let link = siege.link().await?;
    let page = siege.look(&link, PHONE).await?;
    let moved = siege.press(&link, &page, STRANGER).await?;
    assert_eq!(moved.status, 200);
    assert!(moved.body.contains("Your address has changed"), "{}", moved.body);
    assert!(!siege.gets_in(STRANGER).await?, "seen from elsewhere, pressed from there: not yet");
    for foreign in [
        "Origin: https://evil.example\r\n",
        "Origin: null\r\n",
        "Sec-Fetch-Site: cross-site\r\n",
        "Sec-Fetch-Site: same-site\r\n",
    ] {
        let reply = siege.press_with(&link, &seal(&page), foreign, PHONE).await?;
        assert_eq!(reply.status, 404, "{foreign}");
    }
    let ours = "Origin: https://postern.contoso.example\r\nSec-Fetch-Site: same-origin\r\n";
    assert_eq!(siege.press_with(&link, &seal(&page), ours, PHONE).await?.status, 200);
    assert!(siege.gets_in(PHONE).await?);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pass_ends_after_fifteen_minutes_and_the_place_was_not_learned() -> Result<()> {
    let siege = Siege::begin().await?;
    let link = siege.link().await?;
    let page = siege.look(&link, PHONE).await?;
    siege.press(&link, &page, PHONE).await?;
    siege.world.clock.advance(Span::from_minutes(15));
    assert!(!siege.gets_in(PHONE).await?);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn links_and_passes_outlive_a_restart_and_every_step_is_in_the_audit() -> Result<()> {
    let mut siege = Siege::begin().await?;
    let link = siege.link().await?;
    siege.world = siege.world.restart().await?;
    siege.web = Web::over(&siege.world.engine, &[], Limits::default()).await?;
    let page = siege.look(&link, PHONE).await?;
    assert_eq!(siege.press(&link, &page, PHONE).await?.status, 200);
    siege.world = siege.world.restart().await?;
    assert!(siege.gets_in(PHONE).await?, "the pass holds after a restart");
    let audit = AuditFilter { account: Some(siege.anna.id), limit: 50, ..Default::default() };
    let rows = siege.world.engine.audit(&audit).await?;
    let codes: Vec<&str> = rows.iter().map(|row| row.code.as_str()).collect();
    assert!(codes.contains(&"admission_offered") && codes.contains(&"admission_used"), "{codes:?}");
    let used = rows.iter().find(|row| row.code == "admission_used").context("used")?;
    assert!(format!("{used:?}").contains("127.0.7.1/32"), "{used:?}");
    let secret = link.split('_').nth(1).context("a secret")?;
    assert!(!format!("{rows:?}").contains(secret), "no secret in the audit");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_speaks_six_languages_without_script() -> Result<()> {
    let siege = Siege::begin().await?;
    let link = siege.link().await?;
    let mut titles = std::collections::HashSet::new();
    for code in ["en", "sv", "lv", "sl", "nb", "el"] {
        let wanted = format!("Accept-Language: de, {code};q=0.5\r\n");
        let page = siege.web.request("GET", &link, &wanted, "", PHONE).await?;
        assert!(page.body.contains(&format!("<html lang=\"{code}\">")), "{code}: {}", page.body);
        let by_address = siege.look(&format!("{link}?lang={code}"), PHONE).await?;
        assert_eq!(page.body, by_address.body, "{code}");
        assert!(!page.body.contains("<script") && !page.body.contains(" style="), "{code}");
        assert_eq!(page.body.matches("<button").count(), 1, "{code}");
        let title =
            page.body.split("<h1>").nth(1).and_then(|rest| rest.split('<').next()).context("a title")?;
        titles.insert(title.to_owned());
    }
    assert_eq!(titles.len(), 6, "{titles:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn helpdesk_may_offer_a_link_and_an_auditor_may_not() -> Result<()> {
    use postern_core::account::Role;
    use postern_core::command::Asker;
    let world = World::start().await?;
    let anna = world.person(ANNA).await?;
    let with = |role| Asker { roles: vec![role], ..root("Anna called") };
    assert!(world.engine.offer_admission(anna.id, with(Role::Helpdesk)).await.is_ok());
    assert!(world.engine.offer_admission(anna.id, with(Role::Auditor)).await.is_err());
    assert!(world.engine.offer_admission(anna.id, root("")).await.is_err(), "a reason is mandatory");
    Ok(())
}

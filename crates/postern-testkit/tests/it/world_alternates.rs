//! Alternate addresses, the links that are mailed there and the notices of changes (reliability group L), through the real engine
//! and the real pages. Mail is recorded here; a test with a real Postfix is in crates/postern.

use std::net::Ipv4Addr;

use anyhow::{Context, Result};
use postern_core::account::Account;
use postern_core::alternate::AlternateRefusal;
use postern_core::command::Command;
use postern_core::forwarding::{MailRule, RuleDeed};
use postern_core::ids::AlternateId;
use postern_core::refusal::Refusal;
use postern_core::restriction::{Evidence, EvidenceKind, RestrictionKind};
use postern_core::time::{Span, Timestamp};
use postern_engine::commands::ExecuteError;
use postern_engine::ports::{AuditFilter, Clock as _, OwnerLetter};
use postern_testkit::web_client::{Reply, Web};
use postern_testkit::world::{PUBLIC_URL, World, eventually, root};
use postern_web::public::Limits;

const ROB: &str = "rob@contoso.example";
const HOME: &str = "Rob.Home@mail.example";
const READER: Ipv4Addr = Ipv4Addr::new(127, 0, 7, 1);

struct House {
    world: World,
    web: Web,
    rob: Account,
}

impl House {
    async fn start() -> Result<Self> {
        let world = World::start().await?;
        let rob = world.person(ROB).await?;
        let web = Web::over(&world.engine, &[], Limits::default()).await?;
        Ok(Self { world, web, rob })
    }

    /// An address that Rob has confirmed.
    async fn confirmed(&self, address: &str) -> Result<AlternateId> {
        let added = self.world.engine.add_alternate(self.rob.id, address, root("wants it")).await?;
        let link = self.link("/confirm-address/").await?;
        let page = self.look(&link).await?;
        assert_eq!(page.status, 200, "{page:?}");
        assert_eq!(self.press(&link, &seal(&page), "").await?.status, 200);
        Ok(added.address.id)
    }

    /// The newest mail that brings a link of this sort; waits for the outbox.
    async fn link(&self, page: &str) -> Result<String> {
        self.next_link(page, 0).await
    }

    fn links(&self, page: &str) -> Vec<String> {
        let begins = format!("{PUBLIC_URL}{page}");
        let letters = self.world.notices.letters();
        let lines = letters.iter().flat_map(|letter| letter.text.lines());
        let links = lines.filter(|line| line.starts_with(&begins));
        links.filter_map(|line| line.strip_prefix(PUBLIC_URL)).map(str::to_owned).collect()
    }

    /// One more link than there were.
    async fn next_link(&self, page: &str, before: usize) -> Result<String> {
        eventually(async || Ok(self.links(page).len() > before)).await?;
        self.links(page).pop().context("a link")
    }

    async fn look(&self, path: &str) -> Result<Reply> {
        self.web.request("GET", path, "Accept-Language: en\r\n", "", READER).await
    }

    async fn press(&self, path: &str, seal: &str, fields: &str) -> Result<Reply> {
        let head = "Content-Type: application/x-www-form-urlencoded\r\nAccept-Language: en\r\n";
        self.web.request("POST", path, head, &format!("seal={seal}{fields}"), READER).await
    }

    fn letters_to(&self, address: &str) -> Vec<OwnerLetter> {
        self.world.notices.letters().into_iter().filter(|letter| letter.to == address).collect()
    }

    /// What is kept of the password.
    async fn hash(&self) -> Result<Option<String>> {
        let credential = self.world.engine.store().credential(self.rob.id).await?;
        Ok(credential.context("rob")?.password_hash)
    }

    fn now(&self) -> Timestamp {
        self.world.clock.now()
    }
}

/// What the page's form carries.
fn seal(page: &Reply) -> String {
    let value = page.body.split("name=\"seal\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    value.unwrap_or_default().to_owned()
}

fn why<T>(answer: Result<T, ExecuteError>) -> Option<AlternateRefusal> {
    match answer {
        Err(ExecuteError::Refused(Refusal::Alternate(why))) => Some(why),
        Ok(_) | Err(_) => None,
    }
}

fn redirect(to: &str) -> Vec<MailRule> {
    let deed = RuleDeed::Redirect { to: to.to_owned(), is_copy: true };
    vec![MailRule { deed, is_conditional: false, line: 1 }]
}

/// Every way in which an address can be the account by another name, and one that is contained itself (checklist C5).
#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_is_the_account_by_another_way_is_refused_with_the_reason() -> Result<()> {
    let House { world, rob, .. } = House::start().await?;
    let eve = world.person("eve@contoso.example").await?;
    world.person("ana@contoso.example").await?;
    let alias = world.engine.names();
    let alias = postern_core::name::AccountName::parse("boss@contoso.example", alias)?;
    world.engine.execute(rob.id, Command::AddAlias(alias), root("a")).await?;
    world.agent.put_script(ROB, "s", true, redirect("drop@home.example"));
    world.agent.put_script("ana@contoso.example", "s", true, redirect(ROB));
    world.engine.execute(eve.id, Command::RestrictSending { until: None }, root("spam")).await?;
    for (address, expected) in [
        ("rob", AlternateRefusal::NotAnAddress),
        ("Rob <rob@mail.example>", AlternateRefusal::NotAnAddress),
        ("ROB+x@Contoso.example", AlternateRefusal::Itself),
        ("boss@contoso.example", AlternateRefusal::Itself),
        ("Drop@HOME.example", AlternateRefusal::LeadsOut),
        ("ana@contoso.example", AlternateRefusal::LeadsIn),
        ("eve@contoso.example", AlternateRefusal::Contained),
    ] {
        let answer = world.engine.add_alternate(rob.id, address, root("a test")).await;
        assert_eq!(why(answer), Some(expected), "{address}");
    }
    world.agent.be_away(true);
    let answer = world.engine.add_alternate(rob.id, HOME, root("a test")).await;
    assert!(matches!(why(answer), Some(AlternateRefusal::Untold { .. })), "what cannot be read is no yes");
    assert!(world.notices.letters().is_empty() && world.engine.alternates(rob.id).await?.is_empty());
    Ok(())
}

/// A scanner looks ten times and nothing happens; the reader's button confirms once. The link's text is nowhere at rest.
#[tokio::test(flavor = "multi_thread")]
async fn l2_l10_a_link_is_looked_at_without_harm_used_once_and_kept_as_a_hash() -> Result<()> {
    let house = House::start().await?;
    let (engine, rob) = (&house.world.engine, house.rob.id);
    let added = engine.add_alternate(rob, HOME, root("wants it")).await?.address;
    let link = house.link("/confirm-address/").await?;
    for _ in 0..10 {
        assert_eq!(house.look(&link).await?.status, 200);
        assert_eq!(house.web.request("HEAD", &link, "", "", READER).await?.status, 200);
    }
    assert_eq!(house.press(&link, "guessed", "").await?.status, 404, "a form that nobody read");
    assert_eq!(engine.alternates(rob).await?, std::slice::from_ref(&added), "nothing is consumed");
    let answer = engine.mail_password_link(rob, Some(added.id), root("reset")).await;
    assert_eq!(why(answer), Some(AlternateRefusal::NotVerified));
    let page = house.look(&link).await?;
    assert!(page.header("referrer-policy").is_some(), "{page:?}");
    assert_eq!(house.press(&link, &seal(&page), "").await?.status, 200);
    assert_eq!(house.press(&link, &seal(&page), "").await?.status, 404, "once");
    assert_eq!(house.look(&link).await?.body, house.look("/confirm-address/nonsense").await?.body);
    assert!(engine.alternates(rob).await?[0].verified.is_some());
    // L4: mail goes to the address as it was typed, whatever somebody types later.
    let sent = engine.mail_password_link(rob, None, root("reset")).await?;
    assert_eq!(sent.address.address, HOME);
    let secret = house.link("/set-password/").await?.rsplit_once('_').context("a secret")?.1.to_owned();
    let rows = engine.store().audit(&AuditFilter { limit: 100, ..AuditFilter::default() }).await?;
    assert!(rows.iter().all(|row| !row.detail.contains(&secret)));
    for file in std::fs::read_dir(house.world.folder())? {
        let bytes = std::fs::read(file?.path())?;
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains(&secret), "the text of a link is at rest");
    }
    Ok(())
}

/// A link that sets a password is void after its use, a newer one, another password, a block, and the end of its address.
#[tokio::test(flavor = "multi_thread")]
async fn l3_a_link_that_sets_a_password_is_void_after_whatever_changes_the_account() -> Result<()> {
    const NEW: &str = "&new=amber+meadow+ladder+17&again=amber+meadow+ladder+17";
    let house = House::start().await?;
    let (engine, rob, page) = (&house.world.engine, house.rob.id, "/set-password/");
    let home = house.confirmed(HOME).await?;
    let make = async || {
        house.world.clock.advance(Span::from_hours(2));
        let before = house.links(page).len();
        engine.mail_password_link(rob, Some(home), root("reset")).await?;
        let link = house.next_link(page, before).await?;
        let seal = seal(&house.look(&link).await?);
        anyhow::Ok((link, seal))
    };
    let (first, first_seal) = make().await?;
    let (second, second_seal) = make().await?;
    assert_eq!(house.press(&first, &first_seal, NEW).await?.status, 404, "a newer one");
    let weak = house.press(&second, &second_seal, "&new=12345678&again=12345678").await?;
    assert!(weak.status == 200 && weak.body.contains("role=\"alert\""), "{weak:?}");
    let set = house.press(&second, &second_seal, NEW).await?;
    assert!(set.status == 200 && set.body.contains("Your password is set"), "{set:?}");
    let set_by_link = house.hash().await?;
    assert!(set_by_link.is_some());
    assert_eq!(house.press(&second, &second_seal, NEW).await?.status, 404, "used");
    let (other, other_seal) = make().await?;
    engine.set_password(rob, "copper lantern window 88", root("by phone")).await?;
    let by_phone = house.hash().await?;
    assert_ne!(by_phone, set_by_link);
    assert_eq!(house.press(&other, &other_seal, NEW).await?.status, 404, "another password");
    let (blocked, blocked_seal) = make().await?;
    engine.execute(rob, Command::BlockSignIn { until: None }, root("left")).await?;
    assert_eq!(house.press(&blocked, &blocked_seal, NEW).await?.status, 404, "blocked");
    engine.execute(rob, Command::AllowSignIn, root("back")).await?;
    assert_eq!(house.press(&blocked, &blocked_seal, NEW).await?.status, 404, "and not revived");
    let (late, late_seal) = make().await?;
    house.world.clock.advance(Span::from_minutes(30));
    assert_eq!(house.press(&late, &late_seal, NEW).await?.status, 404, "half an hour");
    let (gone, gone_seal) = make().await?;
    engine.remove_alternate(rob, home, root("lost it")).await?;
    assert_eq!(house.press(&gone, &gone_seal, NEW).await?.status, 404, "its address is gone");
    assert_eq!(house.hash().await?, by_phone, "none of them set anything");
    Ok(())
}

/// Whoever has the account adds an address of his own; while something is suspicious it does not count, and nothing
/// is sent to the contained mailbox.
#[tokio::test(flavor = "multi_thread")]
async fn l6_l9_of_a_contained_account_only_what_was_confirmed_before_counts_and_mails_are_few() -> Result<()>
{
    let house = House::start().await?;
    let (engine, rob) = (&house.world.engine, house.rob.id);
    let home = house.confirmed(HOME).await?;
    house.world.clock.advance(Span::from_hours(1));
    let seen = Evidence {
        kind: EvidenceKind::ManyCountries,
        points: 100,
        at: house.now(),
        source: None,
        count: 5,
        region: None,
    };
    engine.evidence_seen(rob, &[seen], house.now());
    house.world.clock.advance(Span::from_minutes(5));
    let before = house.links("/confirm-address/").len();
    let thief = engine.add_alternate(rob, "thief@evil.example", root("he asked")).await?.address.id;
    let link = house.next_link("/confirm-address/", before).await?;
    let page = house.look(&link).await?;
    assert_eq!(house.press(&link, &seal(&page), "").await?.status, 200);
    let answer = engine.mail_password_link(rob, Some(thief), root("reset")).await;
    assert_eq!(why(answer), Some(AlternateRefusal::VerifiedTooLate));
    let good: Vec<_> = engine.alternates_for_recovery(rob).await?.iter().map(|it| it.id).collect();
    assert_eq!(good, [home]);
    for _ in 0..3 {
        engine.mail_password_link(rob, None, root("reset")).await?;
    }
    let answer = engine.mail_password_link(rob, None, root("reset")).await;
    assert_eq!(why(answer), Some(AlternateRefusal::TooManyMails), "three an hour");
    let open = engine.open_on(rob);
    assert!(open.iter().all(|row| row.kind != RestrictionKind::SignInLocked), "nobody is locked for it");
    let mailbox = house.letters_to(ROB);
    assert!(mailbox.iter().all(|letter| !letter.text.contains("/set-password/")));
    Ok(())
}

/// A change is told to every address; a scanner's look contains nobody, the owner's button does, once (checklist D14, D24, G11).
#[tokio::test(flavor = "multi_thread")]
async fn a_change_is_told_everywhere_and_this_was_not_me_contains_the_account_once() -> Result<()> {
    let house = House::start().await?;
    let (engine, rob) = (&house.world.engine, house.rob.id);
    house.confirmed(HOME).await?;
    let is_told = |letter: &OwnerLetter| letter.text.contains("/not-me/");
    eventually(async || Ok(house.letters_to(HOME).iter().any(is_told))).await?;
    house.world.clock.advance(Span::from_minutes(1));
    let before = house.links("/not-me/").len();
    engine.set_password(rob, "copper lantern window 88", root("by phone")).await?;
    let link = house.next_link("/not-me/", before + 1).await?;
    for address in [HOME, ROB] {
        let letter = house.letters_to(address).pop().context("told")?;
        assert_eq!(letter.subject, "The password of account rob@contoso.example was changed");
        assert!(letter.text.contains(&link) && letter.html.contains(&link), "{}", letter.text);
        assert!(!letter.text.contains("copper") && !letter.html.contains("copper"), "never a password");
    }
    for _ in 0..10 {
        assert_eq!(house.look(&link).await?.status, 200, "a scanner");
    }
    assert!(engine.open_on(rob).is_empty());
    let page = house.look(&link).await?;
    assert_eq!(house.press(&link, &seal(&page), "").await?.status, 200);
    assert_eq!(house.press(&link, &seal(&page), "").await?.status, 404, "once");
    let open = engine.open_on(rob);
    let kinds: Vec<_> = open.iter().map(|row| (row.kind, row.until)).collect();
    assert_eq!(kinds, [(RestrictionKind::SendingRestricted, None)]);
    let codes: Vec<_> = engine
        .store()
        .audit(&AuditFilter { account: Some(rob), limit: 8, ..AuditFilter::default() })
        .await?
        .into_iter()
        .map(|row| row.code)
        .collect();
    for code in ["change_disowned", "evidence_seen", "restriction_started", "sessions_ended"] {
        assert!(codes.iter().any(|known| known == code), "{codes:?}");
    }
    let evidence: Vec<_> = open[0].evidence.iter().map(|seen| (seen.kind, seen.points)).collect();
    assert_eq!(evidence, [(EvidenceKind::DisownedByOwner, 60)]);
    eventually(async || Ok(house.world.notices.all().iter().any(|mail| mail.subject.contains(ROB)))).await
}

//! `/admin/audit` over HTTP: which rows each filter finds, what a row says, pages, and the audit as a file.

use anyhow::{Context, Result};
use postern_core::account::Role;
use postern_core::command::{Command, ProfileChange};
use postern_core::event::EventKind;
use postern_core::time::Span;
use postern_engine::ports::AuditFilter;
use postern_testkit::admin_client::{AdminClient, escaped};
use postern_testkit::web_client::{Reply, Web};
use postern_testkit::world::{World, eventually, root};
use postern_web::public::Limits;
use serde_json::Value;

const LAGOS: &str = "203.0.113.66";

async fn opened(role: Role) -> Result<(World, Web)> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    // The first admin keeps the last role; whoever is asked for comes later.
    world.account("first@contoso.example", postern_core::account::AccountKind::Person, &[role]).await?;
    Ok((world, web))
}

/// The rows of the page, each as its text with single blanks.
fn rows(page: &Reply) -> Vec<String> {
    assert_eq!(page.status, 200, "{page:?}");
    let Some((_, body)) = page.body.split_once("<tbody>") else { return Vec::new() };
    let (body, _) = body.split_once("</tbody>").unwrap_or_default();
    body.split("<tr>").skip(1).map(text_of).collect()
}

fn text_of(html: &str) -> String {
    let html = html.replace("<wbr>", "");
    let text = html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text);
    text.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

/// The query of a link with this text.
fn link(page: &Reply, text: &str) -> Option<String> {
    let (before, _) = page.body.split_once(&format!("\">{text}</a>"))?;
    before.rsplit_once("href=\"").map(|(_, link)| link.replace("&#38;", "&"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_says_who_did_what_to_whom_why_and_what_it_was_about() -> Result<()> {
    let (world, web) = opened(Role::GlobalAdmin).await?;
    let rob = world.person("rob@contoso.example").await?;
    let mut dovecot = world.dovecot().await?;
    for guess in 0..12 {
        dovecot.attempt("rob@contoso.example", &format!("{guess}"), false, LAGOS).await?;
    }
    let kim = AdminClient::enter(&world, &web, "kim@contoso.example", &[Role::Responder]).await?;
    let path = format!("/admin/users/{}/unlock", rob.id);
    assert_eq!(kim.post(&web, &path, &[("reason", "phoned, it was him")]).await?.status, 200);
    world.policy(&[("outbound.cap_day", 900)]).await?;
    let all = rows(&kim.get(&web, "/admin/audit").await?);
    for (row, expected) in all.iter().zip([
        "09:00 Policy value changed root (root on this machine) a test Policy value outbound.cap_day Before 1000 Now 900",
        "09:00 Restriction lifted: Sign-in locked rob@contoso.example kim@contoso.example phoned, it was him Number",
        "09:00 Session in the admin centre opened kim@contoso.example kim@contoso.example Source 127.0.9.1 With a link Number",
        "09:00 Emergency link used kim@contoso.example kim@contoso.example",
        "09:00 Emergency link made by root kim@contoso.example root (root on this machine) in Until 09:15 Link signs in without password and code Number",
        "09:00 Account changed kim@contoso.example root (root on this machine) an admin Kind Person Language English Roles Responder",
        "09:00 Account created kim@contoso.example root (root on this machine) Address kim@contoso.example Kind Person Language English",
        "09:00 Sign-in locked rob@contoso.example Postern (rule) Why 10 different wrong passwords from unfamiliar sources. Until 09:01 Number",
    ]) {
        assert!(row.starts_with(expected), "{row}\n{expected}");
    }
    assert!(!all.iter().any(|row| row.contains('{') || row.contains("null")), "{all:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn each_filter_finds_its_rows_and_says_what_it_cannot_read() -> Result<()> {
    let (world, web) = opened(Role::GlobalAdmin).await?;
    let rob = world.person("rob@contoso.example").await?;
    let gone = world.person("gone@contoso.example").await?;
    let mut dovecot = world.dovecot().await?;
    for guess in 0..12 {
        dovecot.attempt("rob@contoso.example", &format!("{guess}"), false, LAGOS).await?;
    }
    world.clock.advance(Span::from_hours(1));
    let expired =
        AuditFilter { event: Some(EventKind::RestrictionExpired), limit: 1, ..AuditFilter::default() };
    eventually(async || Ok(!world.engine.audit(&expired).await?.is_empty())).await?;
    world.clock.advance(Span::from_hours(29));
    world.engine.execute(gone.id, Command::Delete, root("left")).await?;
    let kim = AdminClient::enter(&world, &web, "kim@contoso.example", &[Role::Responder]).await?;
    let path = format!("/admin/users/{}/sign-in-status", rob.id);
    let fields = [("status", "blocked"), ("reason", "leave")];
    assert_eq!(kim.post(&web, &path, &fields).await?.status, 200);
    for (query, expected) in [
        ("?account=rob@contoso.example".to_owned(), "blocked expired locked created"),
        ("?account=rob".to_owned(), "blocked expired locked created"),
        (format!("?account={}", rob.id), "blocked expired locked created"),
        (format!("?account={}", gone.id), "deleted created"),
        ("?account=rob&by=people".to_owned(), "blocked created"),
        ("?account=rob&by=rule".to_owned(), "locked"),
        ("?account=rob&by=timer".to_owned(), "expired"),
        ("?account=rob&actor=kim".to_owned(), "blocked"),
        ("?account=rob&actor=root&by=timer".to_owned(), "created"),
        ("?account=rob&actor=nobody".to_owned(), ""),
        ("?account=rob&event=restriction_expired".to_owned(), "expired"),
        ("?event=account_deleted".to_owned(), "deleted"),
        ("?account=rob&from=2026-03-03".to_owned(), "blocked"),
        ("?account=rob&to=2026-03-02".to_owned(), "expired locked created"),
        ("?account=rob&from=2026-03-02&to=2026-03-03".to_owned(), "blocked expired locked created"),
        ("?account=rob&from=2026-03-04".to_owned(), ""),
    ] {
        let page = kim.get(&web, &format!("/admin/audit{query}")).await?;
        let events = rows(&page).into_iter().map(|row| {
            let words = ["deleted", "blocked", "expired", "locked", "created"];
            words.into_iter().find(|word| row.contains(word)).unwrap_or("?")
        });
        assert_eq!(events.collect::<Vec<_>>().join(" "), expected, "{query}");
        let file = kim.get(&web, &format!("/admin/audit/export{query}&format=ndjson")).await?;
        assert_eq!(file.body.lines().count(), rows(&page).len(), "the file of {query}");
    }
    for (query, problem) in [
        ("?account=nobody%40else", "No account is called “nobody@else”."),
        ("?from=yesterday", "Write a day as year, month and day"),
        ("?to=2026-02-30", "Write a day as year, month and day"),
    ] {
        let page = kim.get(&web, &format!("/admin/audit{query}")).await?;
        assert!(page.body.contains(problem) && rows(&page).is_empty(), "{query}: {page:?}");
        let file = kim.get(&web, &format!("/admin/audit/export{query}&format=ndjson")).await?;
        assert_eq!(file.body, "", "{query}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_audit_comes_in_pages_of_200_and_whole_as_a_file() -> Result<()> {
    let (world, web) = opened(Role::GlobalAdmin).await?;
    let rob = world.person("rob@contoso.example").await?;
    for number in 0..600_u64 {
        // Several of one moment, so that a page ends within one.
        world.clock.advance(Span::from_s(i64::from(number % 7 == 0)));
        let name = ProfileChange { display_name: Some(format!("Rob {number}")), ..Default::default() };
        world.engine.execute(rob.id, Command::ChangeProfile(name), root("again")).await?;
    }
    let auditor = AdminClient::enter(&world, &web, "sees@contoso.example", &[Role::Auditor]).await?;
    let mut path = "/admin/audit?event=profile_changed&account=rob".to_owned();
    let mut seen = Vec::new();
    for number in 0..3 {
        let page = auditor.get(&web, &path).await?;
        let rows = rows(&page);
        assert_eq!(rows.len(), 200, "{path}");
        seen.extend(rows);
        let next = link(&page, "Next page");
        assert_eq!(next.is_some(), number < 2, "{path}");
        path = next.unwrap_or_default();
    }
    let number = |row: &String| row.split("Rob ").nth(1)?.split(' ').next()?.parse::<u64>().ok();
    let numbers: Vec<u64> = seen.iter().filter_map(number).collect();
    assert!(numbers.iter().copied().eq((0..600).rev()), "{numbers:?}");
    let file =
        auditor.get(&web, "/admin/audit/export?event=profile_changed&account=rob&format=ndjson").await?;
    let lines: Vec<Value> = file.body.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    assert_eq!(lines.len(), 600);
    let last = lines.first().context("a row")?;
    let keys: Vec<&String> = last.as_object().context("an object")?.keys().collect();
    let mut expected = [
        "id",
        "at",
        "event",
        "account",
        "address",
        "actor_kind",
        "actor",
        "actor_address",
        "reason",
        "detail",
    ];
    expected.sort_unstable();
    assert_eq!(keys, expected);
    assert_eq!((&last["actor_kind"], &last["actor"]), (&"local_root".into(), &"root".into()));
    assert_eq!(last["detail"]["display_name"], "Rob 599");
    assert!(last["at"].as_str().is_some_and(|at| at.ends_with('Z')), "UTC");
    let csv = auditor.get(&web, "/admin/audit/export?event=profile_changed&account=rob").await?;
    assert_eq!(csv.body.lines().count(), 601);
    assert!(
        csv.body.starts_with("id,at,event,account,address,actor_kind,actor,actor_address,reason,detail\n")
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn k3_what_strangers_wrote_is_text_on_the_page_and_no_formula_in_the_file() -> Result<()> {
    let (world, web) = opened(Role::GlobalAdmin).await?;
    let hostile = "=<img src=x onerror=alert(1)>\"'&";
    let rob = world.person("rob@contoso.example").await?;
    let name = ProfileChange { display_name: Some(hostile.to_owned()), ..ProfileChange::default() };
    world.engine.execute(rob.id, Command::ChangeProfile(name), root(hostile)).await?;
    world.engine.execute(rob.id, Command::RestrictSending { until: None }, root(hostile)).await?;
    let admin = AdminClient::enter(&world, &web, "kim@contoso.example", &[Role::GlobalAdmin]).await?;
    let bad = escaped(hostile);
    for language in ["en", "sv", "lv", "sl", "nb", "el"] {
        for query in [
            String::new(),
            format!("?account={bad}&actor={bad}&by={bad}&event={bad}&from={bad}&to={bad}&before={bad}"),
        ] {
            let page = admin.get_in(&web, &format!("/admin/audit{query}"), language).await?;
            assert!(page.status == 200 && !page.body.contains("<img"), "{language}: {page:?}");
            assert!(page.body.contains("&#60;img"), "it is shown in {language}");
        }
    }
    let csv = admin.get(&web, "/admin/audit/export").await?;
    assert!(csv.body.contains(",\"'=<img"), "{csv:?}");
    assert!(!csv.body.contains(",=") && !csv.body.contains(",\"="), "{csv:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_role_reads_the_audit_and_every_event_can_be_chosen() -> Result<()> {
    let (world, web) = opened(Role::GlobalAdmin).await?;
    for (number, &role) in Role::ALL.iter().enumerate() {
        let name = format!("reader{number}@contoso.example");
        let reader = AdminClient::enter(&world, &web, &name, &[role]).await?;
        let page = reader.get(&web, "/admin/audit").await?;
        assert!(!rows(&page).is_empty(), "{role:?}");
        for kind in EventKind::ALL {
            assert!(page.body.contains(&format!("<option value=\"{}\">", kind.code())), "{kind:?}");
        }
        assert_eq!(reader.get(&web, "/admin/audit/export").await?.status, 200);
    }
    Ok(())
}

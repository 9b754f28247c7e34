//! `/admin/users` over HTTP: who is listed in which view, what stands beside each account, pages, and the list as a file.

use anyhow::{Context, Result};
use postern_core::account::{Account, AccountKind, Role};
use postern_core::command::{Command, ProfileChange};
use postern_core::time::Span;
use postern_engine::ask::{SignInAsk, SignInReport};
use postern_engine::commands::NewAccount;
use postern_engine::queries::NAMES_LOOKED_AT;
use postern_testkit::admin_client::{AdminClient, escaped};
use postern_testkit::web_client::{Reply, Web};
use postern_testkit::world::{World, root};
use postern_web::public::Limits;
use serde_json::Value;

const LAGOS: &str = "203.0.113.66";
const ELSEWHERE: &str = "192.0.2.77";
const HOME: &str = "198.51.100.20";
const HOSTILE: &str = "=<img src=x onerror=alert(1)>\"'&";

/// A world with an admin of this role, whose address comes first.
async fn opened(role: Role) -> Result<(World, Web, AdminClient)> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let admin = AdminClient::enter(&world, &web, "a.admin@contoso.example", &[role]).await?;
    Ok((world, web, admin))
}

async fn named(world: &World, address: &str, name: &str) -> Result<Account> {
    let account = world.person(address).await?;
    let change = ProfileChange { display_name: Some(name.to_owned()), ..ProfileChange::default() };
    world.engine.execute(account.id, Command::ChangeProfile(change), root("named")).await?;
    Ok(account)
}

/// The rows of a list, each as the text of its cells.
fn rows(page: &Reply) -> Vec<String> {
    assert_eq!(page.status, 200, "{page:?}");
    let Some((_, body)) = page.body.split_once("<tbody>") else { return Vec::new() };
    let (body, _) = body.split_once("</tbody>").unwrap_or_default();
    body.split("<tr").skip(1).map(text_of).collect()
}

/// What of HTML a person reads, with single blanks.
fn text_of(html: &str) -> String {
    let text = html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text);
    text.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

/// Which of these addresses are listed.
async fn listed(web: &Web, admin: &AdminClient, query: &str, names: &[&str]) -> Result<Vec<String>> {
    let rows = rows(&admin.get(web, &format!("/admin/users{query}")).await?);
    let is_listed = |name: &&&str| rows.iter().any(|row| row.replace(' ', "").contains(**name));
    assert_eq!(rows.len(), names.iter().filter(is_listed).count(), "{query}: {rows:?}");
    Ok(names.iter().filter(is_listed).map(|name| (*name).to_owned()).collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_tells_how_the_doors_stand_the_last_sign_in_and_the_last_day() -> Result<()> {
    let (world, web, _) = opened(Role::Auditor).await?;
    let rob = named(&world, "rob@contoso.example", "Rob Andersen").await?;
    let mut dovecot = world.dovecot().await?;
    dovecot.attempt("rob@contoso.example", "right", true, HOME).await?;
    world.clock.advance(Span::from_hours(25));
    for guess in 0..3 {
        dovecot.attempt("rob@contoso.example", &format!("guess {guess}"), false, ELSEWHERE).await?;
    }
    world.clock.advance(Span::from_hours(2));
    for guess in 0..14 {
        dovecot.attempt("rob@contoso.example", &format!("{guess}"), false, LAGOS).await?;
    }
    let mut postfix = world.postfix("rob@contoso.example").await?;
    postfix.send(&["one@elsewhere.example".to_owned(), "two@elsewhere.example".to_owned()]).await?;
    world.engine.execute(rob.id, Command::RestrictSending { until: None }, root("spam")).await?;
    let admin = AdminClient::enter(&world, &web, "b.admin@contoso.example", &[Role::Auditor]).await?;
    let page = admin.get(&web, "/admin/users?q=rob").await?;
    let rows = rows(&page);
    assert_eq!(rows.len(), 1);
    assert!(
        rows[0].starts_with(
            "Rob Andersen rob @contoso.example Sending restricted +1 more 2 Mar 09:00 17 2 / 1,000 Person"
        ),
        "{rows:?}"
    );
    assert!(page.body.contains("href=\"#locked\"") && page.body.contains("href=\"#barred\" x"), "{page:?}");
    assert!(page.body.contains(&format!("href=\"/admin/users/{}\"", rob.id)), "{page:?}");
    assert!(page.body.contains("width=\"0.2%\""), "{page:?}");
    // A restart forgets nothing of it.
    let cookie = admin.cookie.clone();
    let world = world.restart().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let admin = AdminClient { cookie, ..admin };
    let again = self::rows(&admin.get(&web, "/admin/users?q=rob").await?);
    assert_eq!(again, rows);
    world.clock.advance(Span::from_hours(25));
    let admin = AdminClient::enter(&world, &web, "c.admin@contoso.example", &[Role::Auditor]).await?;
    let later = self::rows(&admin.get(&web, "/admin/users?q=rob").await?);
    assert!(later[0].contains(" 0 ") && !later[0].contains("17"), "{later:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn each_view_lists_the_accounts_in_that_state_and_the_search_folds_case_and_accents() -> Result<()> {
    let (world, web, admin) = opened(Role::Auditor).await?;
    let all = ["a.admin@", "anna@", "eva@", "janis@", "rob@"];
    for (name, shown) in [("eva", "Eva"), ("janis", "Jānis Bērziņš"), ("rob", "Rob")] {
        named(&world, &format!("{name}@contoso.example"), shown).await?;
    }
    world.account("anna@contoso.example", AccountKind::SharedMailbox, &[]).await?;
    let id = async |name: &str| -> Result<_> {
        let page =
            postern_engine::ports::AccountPage { search: name.to_owned(), limit: 1, ..Default::default() };
        Ok(world.engine.store().accounts(&page).await?.first().context("made above")?.id)
    };
    let restrict = Command::RestrictSending { until: None };
    world.engine.execute(id("rob").await?, restrict, root("spam")).await?;
    let until = Some(world.engine.after_s(3_600));
    world.engine.execute(id("eva").await?, Command::BlockSignIn { until }, root("leave")).await?;
    let mut dovecot = world.dovecot().await?;
    for guess in 0..12 {
        dovecot.attempt("janis@contoso.example", &format!("{guess}"), false, LAGOS).await?;
    }
    dovecot.attempt("rob@contoso.example", "right", true, HOME).await?;
    for (query, expected) in [
        ("", &all[..]),
        ("?view=all", &all),
        ("?view=whatever", &all),
        ("?view=locked", &["janis@"]),
        ("?view=restricted", &["rob@"]),
        ("?view=blocked", &["eva@"]),
        ("?view=never", &["a.admin@", "anna@", "eva@", "janis@"]),
        ("?q=BERZINS", &["janis@"]),
        ("?q=rob", &["rob@"]),
        ("?q=eva&view=restricted", &[]),
        ("?q=eva&view=never", &["eva@"]),
    ] {
        assert_eq!(listed(&web, &admin, query, &all).await?, expected, "{query}");
    }
    let page = admin.get(&web, "/admin/users?q=nobody").await?;
    assert!(page.body.contains("No account here matches “nobody”") && page.body.contains("Clear the search"));
    world.clock.advance(Span::from_hours(2));
    let admin = AdminClient::enter(&world, &web, "b.admin@contoso.example", &[Role::Auditor]).await?;
    for view in ["locked", "blocked"] {
        assert_eq!(listed(&web, &admin, &format!("?view={view}"), &all).await?, Vec::<String>::new());
    }
    Ok(())
}

/// Accounts `user000@` and on.
async fn many(world: &World, count: usize) -> Result<()> {
    let new = |number: usize| -> Result<NewAccount> {
        world.new_account(&format!("user{number:03}@contoso.example"))
    };
    let all = (0..count).map(new).collect::<Result<Vec<_>>>()?;
    for made in world.engine.create_accounts(all, root("")).await? {
        made?;
    }
    Ok(())
}

fn link_after<'a>(page: &'a Reply, text: &str) -> Option<&'a str> {
    let (before, _) = page.body.split_once(&format!("\">{text}</a>"))?;
    before.rsplit_once("href=\"").map(|(_, link)| link)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_list_comes_in_pages_of_200_from_either_end_and_no_account_is_missed() -> Result<()> {
    let (world, web, admin) = opened(Role::Auditor).await?;
    many(&world, 400).await?;
    for query in ["?q=user", "?q=user&order=down", "?q=user&view=never"] {
        let mut seen = Vec::new();
        let mut path = format!("/admin/users{query}");
        for page in 0..2 {
            let reply = admin.get(&web, &path).await?;
            let rows = rows(&reply);
            assert_eq!(rows.len(), 200, "{path}");
            seen.extend(rows);
            let next = link_after(&reply, "Next page").map(|link| link.replace("&#38;", "&"));
            assert_eq!(next.is_some(), page == 0, "{path}");
            path = next.unwrap_or_default();
        }
        let is_ordered = seen.is_sorted() || seen.iter().rev().is_sorted();
        seen.sort();
        seen.dedup();
        assert!(is_ordered && seen.len() == 400, "{query}");
    }
    Ok(())
}

/// A directory in which everybody signs in is not read to its end for one page.
#[tokio::test(flavor = "multi_thread")]
async fn the_view_of_those_without_a_sign_in_stops_after_20_000_names_and_goes_on_where_it_stopped()
-> Result<()> {
    let (world, web, admin) = opened(Role::Auditor).await?;
    let name = |number: usize| format!("user{number:05}@contoso.example");
    for part in 0..21 {
        let of_part = (part * 1_000..(part + 1) * 1_000).take_while(|number| *number <= 20_000);
        let all = of_part.map(|number| world.new_account(&name(number))).collect::<Result<Vec<_>>>()?;
        for made in world.engine.create_accounts(all, root("")).await? {
            made?;
        }
    }
    for number in 0..20_000 {
        let login = name(number);
        let ask =
            SignInAsk { login: &login, remote: HOME, pwhash: "aa", protocol: "imap", ..Default::default() };
        world.engine.sign_in_reported(&SignInReport { ask, success: true, ..Default::default() });
    }
    assert_eq!(NAMES_LOOKED_AT, 20_000);
    let first = admin.get(&web, "/admin/users?view=never").await?;
    let found = rows(&first);
    assert!(found.len() == 1 && found[0].starts_with("a.admin"), "{found:?}");
    let next = link_after(&first, "Next page").context("it goes on")?.replace("&#38;", "&");
    let second = admin.get(&web, &next).await?;
    let found = rows(&second);
    assert!(found.len() == 1 && found[0].starts_with("user20000"), "{found:?}");
    assert_eq!(link_after(&second, "Next page"), None);
    let file = admin.get(&web, "/admin/users/export?view=never").await?;
    assert_eq!(file.body.lines().count(), 3, "a file is whole");
    let none = admin.get(&web, "/admin/users?view=never&q=user0").await?;
    assert!(none.body.contains("No account here matches"), "{none:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn k3_the_list_and_its_files_show_foreign_text_and_run_none_of_it() -> Result<()> {
    let (world, web, admin) = opened(Role::GlobalAdmin).await?;
    let rob = named(&world, "rob@contoso.example", HOSTILE).await?;
    world.engine.execute(rob.id, Command::RestrictSending { until: None }, root(HOSTILE)).await?;
    let hostile = escaped(HOSTILE);
    for language in ["en", "sv", "lv", "sl", "nb", "el"] {
        for query in [
            String::new(),
            format!("?q={hostile}"),
            format!("?view={hostile}&after={hostile}&order={hostile}&tick={hostile}"),
            "?view=restricted&tick=shown".to_owned(),
        ] {
            let page = admin.get_in(&web, &format!("/admin/users{query}"), language).await?;
            assert_eq!(page.status, 200, "{query}");
            assert!(!page.body.contains("<img"), "{query} in {language}");
        }
    }
    let csv = admin.get(&web, "/admin/users/export?format=csv&view=restricted").await?;
    assert!(csv.body.contains(",\"'=<img src=x onerror=alert(1)>\"\"'&\","), "{csv:?}");
    assert_eq!(csv.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(csv.header("content-disposition"), Some("attachment; filename=\"users-2026-03-02.csv\""));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_has_every_account_of_the_view_and_the_search_with_times_in_utc() -> Result<()> {
    let (world, web, admin) = opened(Role::Auditor).await?;
    many(&world, 1_001).await?;
    let rob = named(&world, "rob@contoso.example", "Rob Ņ").await?;
    world.engine.execute(rob.id, Command::RestrictSending { until: None }, root("spam")).await?;
    let mut dovecot = world.dovecot().await?;
    dovecot.attempt("rob@contoso.example", "right", true, HOME).await?;
    let file = admin.get(&web, "/admin/users/export?format=ndjson").await?;
    assert_eq!(file.header("content-type"), Some("application/x-ndjson"));
    let lines: Vec<Value> = file.body.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    assert_eq!(lines.len(), 1_003, "everybody once");
    let of_rob = lines.iter().find(|line| line["address"] == "rob@contoso.example").context("rob")?;
    let expected = serde_json::json!({
        "id": rob.id.to_string(),
        "address": "rob@contoso.example",
        "aliases": [],
        "display_name": "Rob Ņ",
        "kind": "person",
        "language": "en",
        "roles": [],
        "role_domains": [],
        "restrictions": ["sending_restricted"],
        "last_sign_in": "2026-03-02T09:00:00Z",
        "failed_sign_ins_24h": 0,
        "recipients_24h": 0,
        "recipients_24h_max": 1_000,
        "created": "2026-03-02T09:00:00Z",
    });
    assert_eq!(of_rob, &expected);
    let csv = admin.get(&web, "/admin/users/export?q=user10&format=csv").await?;
    assert_eq!(csv.header("content-type"), Some("text/csv; charset=utf-8; header=present"));
    let mut lines = csv.body.lines();
    assert!(lines.next().is_some_and(|head| head.starts_with("id,address,aliases,display_name,kind")));
    assert_eq!(lines.filter(|line| line.contains("user10")).count(), 11, "user100 to user109 and user1000");
    let nobody = admin.get(&web, "/admin/users/export?q=nobody").await?;
    assert_eq!(nobody.body.lines().count(), 1, "only the head");
    let stranger = AdminClient { cookie: String::new(), ..admin };
    assert_eq!(stranger.get(&web, "/admin/users/export").await?.status, 303, "to the door");
    Ok(())
}

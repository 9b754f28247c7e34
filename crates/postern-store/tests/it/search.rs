//! Finding people the way an admin types them.

use postern_core::account::Account;
use postern_core::event::Event;
use postern_core::name::AccountName;
use postern_engine::ports::{AccountOrder, AccountPage, Store};
use postern_store::SqliteStore;

use crate::support::{change, fresh, name, person};

async fn found(store: &SqliteStore, search: &str) -> Vec<String> {
    let page = AccountPage { search: search.to_owned(), limit: 50, ..Default::default() };
    let found = store.accounts(&page).await.expect("a page");
    found.iter().map(|account| account.primary.as_str().to_owned()).collect()
}

async fn with_people() -> (SqliteStore, tempfile::TempDir) {
    let (store, folder) = fresh().await;
    let aliases = |names: &[&str]| -> Vec<AccountName> { names.iter().map(|text| name(text)).collect() };
    let people = [
        Account { display_name: "Rob Young".to_owned(), ..person("rob@contoso.com") },
        Account { display_name: "Åsa Öberg".to_owned(), ..person("asa.oberg@contoso.example") },
        Account { display_name: "ÁNNA Bērziņa".to_owned(), ..person("a1@contoso.example") },
        Account {
            display_name: "Νίκος Παπαδόπουλος".to_owned(), ..person("nikos@contoso.example")
        },
        Account { aliases: aliases(&["sales@contoso.example"]), ..person("problem@contoso.example") },
        Account { display_name: "100%_sure".to_owned(), ..person("x@contoso.example") },
    ];
    store.commit(change(1, people.map(Event::AccountCreated))).await.expect("people");
    (store, folder)
}

#[tokio::test]
async fn rob_is_found_by_address_name_and_alias_whatever_the_case_and_accents() {
    let (store, _folder) = with_people().await;
    for (typed, expected) in [
        ("rob", &["problem@contoso.example", "rob@contoso.com"][..]),
        ("ROB@", &["rob@contoso.com"]),
        (" rob@contoso.com ", &["rob@contoso.com"]),
        ("young", &["rob@contoso.com"]),
        ("b y", &["rob@contoso.com"]),
        ("åsa", &["asa.oberg@contoso.example"]),
        ("ASA OBERG", &["asa.oberg@contoso.example"]),
        ("anna berzina", &["a1@contoso.example"]),
        ("ΝΊΚΟΣ", &["nikos@contoso.example"]),
        ("παπαδοπουλος", &["nikos@contoso.example"]),
        ("sales", &["problem@contoso.example"]),
        (
            "ö",
            &[
                "a1@contoso.example",
                "asa.oberg@contoso.example",
                "nikos@contoso.example",
                "problem@contoso.example",
                "rob@contoso.com",
                "x@contoso.example",
            ],
        ),
        ("nobody", &[]),
    ] {
        assert_eq!(found(&store, typed).await, expected, "{typed}");
    }
}

#[tokio::test]
async fn a_wildcard_is_a_letter_like_any_other() {
    let (store, _folder) = with_people().await;
    for typed in ["%", "_", "0%_s"] {
        assert_eq!(found(&store, typed).await, ["x@contoso.example"], "{typed}");
    }
    for typed in ["r%b", "r_b", "*", "'", "\"", "\\", "?"] {
        assert_eq!(found(&store, typed).await, [] as [&str; 0], "{typed}");
    }
}

#[tokio::test]
async fn a_search_follows_every_change_of_names() {
    let (store, _folder) = with_people().await;
    let rob = store.account_by_name(&name("rob@contoso.com")).await.expect("read").expect("rob");
    let account = rob.id;
    let renamed = Event::AccountRenamed { account, from: rob.primary.clone(), to: name("bert@contoso.com") };
    let alias = Event::AliasAdded { account, alias: name("frühling@contoso.com") };
    let profile = Event::ProfileChanged { after: Account { display_name: "Bert".to_owned(), ..rob } };
    store.commit(change(2, [renamed, alias.clone(), profile])).await.expect("changed");
    assert_eq!(found(&store, "young").await, [] as [&str; 0]);
    assert_eq!(found(&store, "rob@").await, [] as [&str; 0]);
    assert_eq!(found(&store, "fruhling").await, ["bert@contoso.com"]);
    let Event::AliasAdded { account, alias } = alias else { unreachable!("it is one") };
    store.commit(change(3, [Event::AliasRemoved { account, alias }])).await.expect("changed");
    assert_eq!(found(&store, "fruhling").await, [] as [&str; 0]);
    let gone = Event::AccountDeleted { account, primary: name("bert@contoso.com") };
    store.commit(change(4, [gone])).await.expect("deleted");
    assert_eq!(found(&store, "bert").await, [] as [&str; 0]);
}

#[tokio::test]
async fn pages_follow_one_another_without_gaps() {
    let (store, _folder) = fresh().await;
    let people =
        (0..25).map(|number| Event::AccountCreated(person(&format!("u{number:02}@contoso.example"))));
    store.commit(change(1, people)).await.expect("people");
    let mut all = Vec::new();
    let mut page = AccountPage { search: "contoso".to_owned(), limit: 10, ..Default::default() };
    loop {
        let accounts = store.accounts(&page).await.expect("a page");
        let Some(last) = accounts.last() else { break };
        page.after = Some(last.primary.clone());
        all.extend(accounts.into_iter().map(|account| account.primary));
    }
    assert_eq!(all.len(), 25);
    assert!(all.is_sorted());
}

#[tokio::test]
async fn a_list_is_read_from_either_end_in_pages_and_of_some_accounts_alone() {
    let (store, _folder) = with_people().await;
    let names = async |page: &AccountPage| -> Vec<String> {
        let whole = store.accounts(page).await.expect("a page");
        let lean = store.account_names(page).await.expect("its names");
        let whole: Vec<_> = whole.into_iter().map(|account| (account.id, account.primary)).collect();
        assert_eq!(whole, lean);
        lean.into_iter().map(|(_, name)| name.as_str().to_owned()).collect()
    };
    let first = AccountPage { is_descending: true, limit: 2, ..AccountPage::default() };
    assert_eq!(names(&first).await, ["x@contoso.example", "rob@contoso.com"]);
    let second = AccountPage { after: Some(name("rob@contoso.com")), ..first.clone() };
    assert_eq!(names(&second).await, ["problem@contoso.example", "nikos@contoso.example"]);
    let searched = AccountPage { search: "rob".to_owned(), ..first.clone() };
    assert_eq!(names(&searched).await, ["rob@contoso.com", "problem@contoso.example"]);
    let id = async |address| {
        let account = store.account_by_name(&name(address)).await.expect("read");
        account.expect("with_people made it").id
    };
    let some = vec![id("x@contoso.example").await, id("a1@contoso.example").await];
    let only = AccountPage { only: Some(some), limit: 9, ..AccountPage::default() };
    assert_eq!(names(&only).await, ["a1@contoso.example", "x@contoso.example"]);
    let after = AccountPage { after: Some(name("a1@contoso.example")), ..only.clone() };
    assert_eq!(names(&after).await, ["x@contoso.example"]);
    assert_eq!(names(&AccountPage { search: "anna".to_owned(), ..only.clone() }).await.len(), 1);
    assert_eq!(names(&AccountPage { only: Some(Vec::new()), ..only }).await.len(), 0);
}

#[tokio::test]
async fn a_list_comes_by_name_and_by_age_too_and_goes_on_behind_the_last_of_a_page() {
    let (store, _folder) = fresh().await;
    let mut people = Vec::new();
    for (address, name) in [
        ("a@contoso.example", "Žiga"),
        ("b@contoso.example", "åsa"),
        ("c@contoso.example", "Asa"),
        ("d@contoso.example", ""),
        ("e@contoso.example", "Ωmega"),
    ] {
        people.push(Account { display_name: name.to_owned(), ..person(address) });
    }
    store.commit(change(1, people.iter().cloned().map(Event::AccountCreated))).await.expect("people");
    let renamed = Account { display_name: "Bo".to_owned(), ..people[0].clone() };
    store.commit(change(2, [Event::ProfileChanged { after: renamed }])).await.expect("renamed");
    for (order, is_descending) in [
        (AccountOrder::Name { after: None }, false),
        (AccountOrder::Name { after: None }, true),
        (AccountOrder::Created { after: None }, false),
        (AccountOrder::Created { after: None }, true),
    ] {
        let whole = AccountPage { order: order.clone(), is_descending, limit: 9, ..AccountPage::default() };
        let whole = store.accounts(&whole).await.expect("all of it");
        if order == (AccountOrder::Name { after: None }) && !is_descending {
            let names: Vec<&str> = whole.iter().map(|account| account.display_name.as_str()).collect();
            assert!(names[..2].contains(&"åsa") && names[..2].contains(&"Asa"), "{names:?}");
            assert_eq!(names[2..], ["Bo", "", "Ωmega"], "the address stands for a name that is not there");
        }
        let mut page = AccountPage { order, is_descending, limit: 1, ..AccountPage::default() };
        for expected in &whole {
            let found = store.accounts(&page).await.expect("a page");
            assert_eq!(found.first().map(|account| account.id), Some(expected.id), "{page:?}");
            assert_eq!(store.account_names(&page).await.expect("names").len(), 1);
            page.order = page.order.behind(expected);
        }
        assert_eq!(store.accounts(&page).await.expect("no more").len(), 0, "{page:?}");
    }
}

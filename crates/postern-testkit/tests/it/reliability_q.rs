//! One account, one key: the cases Q of the reliability reference that concern signing in, with their ids. Q1's
//! spellings also go through a real Dovecot in postern's tests; Q3 and Q6 are the gates' own.

use postern_core::command::Command;
use postern_core::name::AccountName;
use postern_engine::ports::AuditFilter;
use postern_gates::client::Seen;
use postern_testkit::web_client::{Web, token};
use postern_testkit::world::{World, root};
use postern_web::public::Limits;
use serde_json::json;

use crate::common::{
    ANNA, HOME, answer_bytes, at_home, passwords_with_tags_of_their_own, standing, stranger,
};

/// Ten guesses, each under another of these spellings, are ten guesses at one account, and each spelling is
/// locked afterwards. (NFD is the same as NFC only where there is something to compose, so the account has one.)
#[tokio::test(flavor = "multi_thread")]
async fn q1_all_spellings_of_one_account_share_one_counter() -> anyhow::Result<()> {
    let world = World::start().await?;
    let login = "\u{e5}sa@contoso.example";
    let asa = world.person(login).await?;
    let alias = name(&world, "asa.l@contoso.example");
    world.engine.execute(asa.id, Command::AddAlias(alias), root("")).await?;
    let spellings = [
        "\u{e5}sa@contoso.example",
        "\u{c5}SA@Contoso.Example",
        "a\u{30a}sa@contoso.example",
        "\u{e5}sa",
        " \u{e5}sa ",
        "\u{e5}sa+x@contoso.example",
        "\u{e5}s\u{ff41}@contoso.example",
        "\u{e5}s\u{200b}a@contoso.example",
        "\u{e5}sa@contoso.example.",
        "Asa.L@contoso.example",
    ];
    let mut dovecot = world.dovecot().await?;
    for (number, (spelling, password)) in
        (0..).zip(spellings.iter().zip(passwords_with_tags_of_their_own(login, 10)))
    {
        let seen = dovecot.attempt(spelling, &password, false, &stranger(number)).await?;
        assert_eq!(seen, Seen::CheckedAndWrong, "{spelling:?}");
    }
    for spelling in spellings {
        let seen = dovecot.attempt(spelling, "right", true, "203.0.113.77").await?;
        assert_eq!(seen, Seen::RefusedBefore, "{spelling:?}");
    }
    Ok(())
}

/// Spellings that no rule makes equal are names of their own: nobody gets somebody else's lock, and nobody
/// somebody else's budget.
#[tokio::test(flavor = "multi_thread")]
async fn q1_spellings_that_no_rule_makes_equal_count_for_themselves() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person("bob@contoso.example").await?;
    for _ in 0..1 {
        let mut dovecot = world.dovecot().await?;
        for (number, password) in (0..).zip(passwords_with_tags_of_their_own("bob@contoso.example", 10)) {
            dovecot.attempt("bob@contoso.example", &password, false, &stranger(number)).await?;
        }
        for other in ["b.o.b@contoso.example", "bobb@contoso.example", "bob@contoso.com", "DOM\\bob"] {
            let seen = dovecot.attempt(other, "guess", false, "203.0.113.77").await?;
            assert_eq!(seen, Seen::CheckedAndWrong, "{other:?} is another name and has room");
        }
    }
    Ok(())
}

/// Cyrillic a looks like Latin a and is another account, at the door and in the directory.
#[tokio::test(flavor = "multi_thread")]
async fn q2_a_look_alike_letter_is_another_account_and_never_merged() -> anyhow::Result<()> {
    let world = World::start().await?;
    let look_alike = "\u{430}nna@contoso.example";
    let (anna, other) = (world.person(ANNA).await?, world.person(look_alike).await?);
    assert_ne!(anna.id, other.id);
    let mut dovecot = world.dovecot().await?;
    for (number, password) in (0..).zip(passwords_with_tags_of_their_own(look_alike, 10)) {
        dovecot.attempt(look_alike, &password, false, &stranger(number)).await?;
    }
    assert_eq!(dovecot.attempt(look_alike, "right", true, "192.0.2.8").await?, Seen::RefusedBefore);
    assert_eq!(dovecot.attempt(ANNA, "right", true, "192.0.2.8").await?, Seen::SignedIn);
    assert_eq!(standing(&world, anna.id).await?.unfamiliar.consecutive, 0);
    Ok(())
}

/// Addresses of one /64 are one customer and get what one address gets; those of one /48 share a bigger score; an
/// IPv4 address written as IPv6 is the IPv4 address. Each attempt guesses at another account, so that only the
/// source can be what stops it.
#[tokio::test(flavor = "multi_thread")]
async fn q4_ten_thousand_addresses_of_one_network_are_one_source() -> anyhow::Result<()> {
    let one_v6 = looked_at(|_| "2001:db8:1:2::1".to_owned()).await?;
    let one_v4 = looked_at(|_| "203.0.113.9".to_owned()).await?;
    let one_64 = looked_at(|number| format!("2001:db8:1:2::{number:x}")).await?;
    let one_48 = looked_at(|number| format!("2001:db8:1:{:x}::{number:x}", number % 4_096)).await?;
    let mapped =
        looked_at(
            |number| {
                if number % 2 == 0 { "203.0.113.9".to_owned() } else { "::ffff:203.0.113.9".to_owned() }
            },
        )
        .await?;
    println!("one address: {one_v4}, one /64: {one_64}, one /48: {one_48}");
    assert!((1..=50).contains(&one_v4), "{one_v4} of one address");
    assert_eq!((one_v6, one_64, mapped), (one_v4, one_v4, one_v4));
    // 200 points of the /48, and one guess in 500 that looks like a repeat and costs nothing.
    assert!((one_v4..=205).contains(&one_48), "{one_48} of one /48");
    Ok(())
}

/// How many of ten thousand guesses, each at another of 250 accounts, are looked at.
async fn looked_at(address: impl Fn(u32) -> String) -> anyhow::Result<u32> {
    let world = World::start().await?;
    let mut people = Vec::new();
    for number in 0..250 {
        let login = format!("person{number}@contoso.example");
        world.person(&login).await?;
        people.push(login);
    }
    let mut dovecot = world.dovecot().await?;
    let mut verified = 0;
    for number in 0..10_000_u32 {
        let login = &people[number as usize % people.len()];
        let seen = dovecot.attempt(login, &format!("guess {number}"), false, &address(number)).await?;
        verified += u32::from(seen == Seen::CheckedAndWrong);
    }
    Ok(verified)
}

/// A login that is written like an address, and one that is written like another's key, meet nobody's counter.
#[tokio::test(flavor = "multi_thread")]
async fn q5_a_login_that_equals_an_address_has_a_counter_of_its_own() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person(ANNA).await?;
    let mut dovecot = world.dovecot().await?;
    // The address guesses until it is blocked; then the logins of the same bytes are tried from elsewhere.
    for number in 0..60 {
        dovecot.attempt(&format!("x{number}@contoso.example"), "guess", false, "203.0.113.9").await?;
    }
    assert_eq!(dovecot.attempt(ANNA, "right", true, "203.0.113.9").await?, Seen::RefusedBefore);
    for login in ["203.0.113.9", "203.0.113.9@contoso.example", "\u{cb}\0q\t", "::ffff:203.0.113.9"] {
        let seen = dovecot.attempt(login, "guess", false, "192.0.2.8").await?;
        assert_eq!(seen, Seen::CheckedAndWrong, "{login:?}");
    }
    // And a login of an address's bytes that locks does not block the address.
    for (number, password) in (0..).zip(passwords_with_tags_of_their_own("192.0.2.99", 12)) {
        dovecot.attempt("192.0.2.99", &password, false, &stranger(number)).await?;
    }
    assert_eq!(dovecot.attempt(ANNA, "right", true, "192.0.2.99").await?, Seen::SignedIn);
    Ok(())
}

/// Blocked under one name, renamed to another: the block follows the account. Whoever gets the old name is free
/// and knows nothing of it; the audit has both.
#[tokio::test(flavor = "multi_thread")]
async fn q8_a_block_follows_the_renamed_account_and_not_the_name() -> anyhow::Result<()> {
    let world = World::start().await?;
    let old = world.person(ANNA).await?;
    at_home(&world, ANNA).await?;
    world.engine.execute(old.id, Command::BlockSignIn { until: None }, root("left")).await?;
    let to = name(&world, "anna.old@contoso.example");
    world.engine.execute(old.id, Command::Rename { to, keep_old_as_alias: false }, root("left")).await?;
    let new = world.person(ANNA).await?;
    assert_ne!(old.id, new.id);
    let mut dovecot = world.dovecot().await?;
    let seen = dovecot.attempt("anna.old@contoso.example", "right", true, "192.0.2.8").await?;
    assert_eq!(seen, Seen::RefusedBefore);
    assert_eq!(dovecot.attempt(ANNA, "right", true, "192.0.2.8").await?, Seen::SignedIn);
    assert_eq!(
        standing(&world, new.id).await?.familiar_sources,
        0,
        "the old Anna's home is not the new one's"
    );
    for (account, code) in [(old.id, "account_renamed"), (new.id, "account_created")] {
        let filter = AuditFilter { account: Some(account), limit: 50, ..Default::default() };
        let rows = world.engine.store().audit(&filter).await?;
        assert!(rows.iter().any(|row| row.code == code), "{code}: {rows:?}");
    }
    Ok(())
}

/// Blocked is blocked with every credential: the password, a password of one application, a token that a directory
/// verifies; over every protocol and before and after the check, at Dovecot's gate and at the one for applications.
#[tokio::test(flavor = "multi_thread")]
async fn q9_a_blocked_account_is_refused_with_every_credential_at_every_gate() -> anyhow::Result<()> {
    const ASK: &str = "/api/v1/sign-in/ask";
    let world = World::start().await?;
    let anna = world.person(ANNA).await?;
    at_home(&world, ANNA).await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let token = token(&world.engine, "portal").await?.text;
    let application = |more: serde_json::Value| {
        let mut body = json!({"login": ANNA, "client_address": HOME, "protocol": "webmail"});
        body.as_object_mut().expect("an object").extend(more.as_object().expect("one too").clone());
        body
    };
    // Asked before the block, so that there is a reservation whose second question comes after it.
    let before = web.post(ASK, &token, &application(json!({"phase": "before"}))).await?.json()?;
    assert_eq!(before["verdict"], "allow", "{before}");
    let credentials = [
        ("", "PLAIN"),
        ("app:phone", "PLAIN"),
        ("app:phone", "CRAM-MD5"),
        ("", "XOAUTH2"),
        ("", "OAUTHBEARER"),
    ];
    let dovecot = async |is_refused: bool| -> anyhow::Result<()> {
        for (number, (credential, mechanism)) in credentials.iter().enumerate() {
            for (protocol, phase) in [("imap", ""), ("smtp", "after"), ("sieve", "after"), ("pop3", "")] {
                // With a right credential each: a reservation first, as Dovecot has it.
                let ask = |phase: &str| {
                    json!({"login": ANNA, "remote": HOME, "pwhash": "0f18", "protocol": protocol, "tls": true,
                        "session_id": format!("q9.{number}.{protocol}.{is_refused}"),
                        "attrs": {"cred": credential, "mech": mechanism, "phase": phase}})
                };
                let first = answer_bytes(&world, "allow", &ask("").to_string()).await?;
                let answer = match phase {
                    "" => first,
                    _ => answer_bytes(&world, "allow", &ask(phase).to_string()).await?,
                };
                let expected = if is_refused { r#""status":-1"# } else { r#""status":0"# };
                assert!(answer.contains(expected), "{credential} {mechanism} {protocol} {phase}: {answer}");
                let mut report = ask(phase);
                report["success"] = (!is_refused).into();
                report["policy_reject"] = is_refused.into();
                answer_bytes(&world, "report", &report.to_string()).await?;
            }
        }
        Ok(())
    };
    dovecot(false).await?;
    world.engine.execute(anna.id, Command::BlockSignIn { until: None }, root("left")).await?;
    dovecot(true).await?;
    let after = application(json!({"phase": "after", "handle": before["handle"]}));
    for question in [after, application(json!({"phase": "before"}))] {
        let answer = web.post(ASK, &token, &question).await?.json()?;
        assert_eq!(
            (&answer["verdict"], &answer["reasons"][0]["code"]),
            (&json!("refuse"), &json!("blocked"))
        );
    }
    world.engine.execute(anna.id, Command::AllowSignIn, root("back")).await?;
    dovecot(false).await
}

fn name(world: &World, text: &str) -> AccountName {
    AccountName::parse(text, world.engine.names()).expect("a test name")
}

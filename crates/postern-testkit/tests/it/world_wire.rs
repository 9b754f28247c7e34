//! What arrives at the gates and what becomes of it in the real engine: attempts whose client hangs up, bodies of
//! strangers, addresses that tell nothing. Names begin with the case's id in the reliability list.

use postern_core::ids::AccountId;
use postern_core::time::Span;
use postern_gates::client::Seen;
use postern_testkit::world::{API_KEY, World, eventually};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const LOGIN: &str = "anna@contoso.example";

fn post(command: &str, headers: &str, body: &str) -> String {
    format!(
        "POST /?command={command} HTTP/1.1\r\nHost: x\r\nX-API-Key: {API_KEY}\r\n{headers}Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

fn body(login: &str, remote: &str, number: usize) -> String {
    format!(
        r#"{{"login":"{login}","remote":"{remote}","pwhash":"{:04x}","protocol":"imap","session_id":"s{number}","attrs":{{"mech":"PLAIN","phase":""}}}}"#,
        number % 4096
    )
}

/// One request on a connection of its own: status and body.
async fn ask(world: &World, request: &str) -> anyhow::Result<(u16, String)> {
    let mut wire = TcpStream::connect(world.auth_policy).await?;
    wire.write_all(request.replacen("Host: x", "Host: x\r\nConnection: close", 1).as_bytes()).await?;
    let mut answer = String::new();
    wire.read_to_string(&mut answer).await?;
    let status = answer.get(9..12).and_then(|word| word.parse().ok()).unwrap_or_default();
    let body = answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).unwrap_or_default();
    Ok((status, body))
}

async fn standing(world: &World, account: AccountId) -> anyhow::Result<(u8, f32)> {
    let why = world.engine.why(account).await?;
    let lane = why.map(|why| why.sign_in.unfamiliar).ok_or_else(|| anyhow::anyhow!("no such account"))?;
    Ok((lane.in_flight, lane.failures))
}

/// Reliability A4: an attempt is debited when it is asked. A thousand clients of 250 accounts ask and hang up
/// without reading the answer; every one holds its place, and without a report every one counts as a failure.
#[tokio::test(flavor = "multi_thread")]
async fn a4_of_a_thousand_attempts_that_hang_up_every_one_is_counted() -> anyhow::Result<()> {
    let world = World::start().await?;
    let mut accounts = Vec::new();
    for number in 0..250 {
        accounts.push(world.person(&format!("a{number}@contoso.example")).await?.id);
    }
    for attempt in 0..1_000 {
        let (login, from) = (attempt % 250, attempt / 250);
        let login = format!("a{login}@contoso.example");
        let mut wire = TcpStream::connect(world.auth_policy).await?;
        let body = body(&login, &format!("203.0.{}.{}", attempt % 250, 7 + from), attempt);
        wire.write_all(post("allow", "", &body).as_bytes()).await?;
        drop(wire);
    }
    let mut places = 0;
    for (number, &account) in accounts.iter().enumerate() {
        let taken = eventually(async || {
            places = standing(&world, account).await?.0;
            Ok(places == 4)
        });
        anyhow::ensure!(taken.await.is_ok(), "account {number} holds {places} places");
    }
    // Nobody reports. After their time they are failures.
    world.clock.advance(Span::from_s(31));
    let mut counted = 0.0;
    for (number, &account) in accounts.iter().enumerate() {
        // The next question finds the places whose time is over.
        let login = format!("a{number}@contoso.example");
        ask(&world, &post("allow", "", &body(&login, "192.0.2.8", 5_000 + number))).await?;
        let (in_flight, failures) = standing(&world, account).await?;
        assert_eq!(in_flight, 1, "the new one alone");
        counted += failures;
    }
    assert!((999.0..=1_000.0).contains(&counted), "{counted} of 1000 were counted");
    Ok(())
}

/// Reliability G10: whatever a client can put into a login, Dovecot gets a decision, and a 200 with it.
#[tokio::test(flavor = "multi_thread")]
async fn g10_bad_user_data_is_always_answered_with_a_decision() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person(LOGIN).await?;
    for login in [
        r"\u0000",
        r"ann\u0000a@contoso.example",
        r"\ud83d\ude00@contoso.example",
        "x\u{202e}y",
        "' OR 1=1 --",
        "../../etc/passwd",
        "%s%n",
        r"a\r\nb",
        "",
        &"a".repeat(10_000),
    ] {
        let (status, answer) = ask(&world, &post("allow", "", &body(login, "203.0.113.7", 1))).await?;
        let json: serde_json::Value = serde_json::from_str(&answer)?;
        assert_eq!(
            (status, json["status"].is_i64(), json["msg"].is_string()),
            (200, true, true),
            "{login:?}"
        );
        assert_eq!(json["r_attrs"], serde_json::json!({}));
        let (status, answer) = ask(&world, &post("report", "", &body(login, "203.0.113.7", 1))).await?;
        assert_eq!((status, &*answer), (200, r#"{"status":"ok"}"#), "{login:?}");
    }
    for strange in ["{}", r#"{"login":"anna"}"#, r#"{"login":"anna","x":[[[]]],"status":-1,"pwhash":null}"#] {
        assert_eq!(ask(&world, &post("allow", "", strange)).await?.0, 200, "{strange}");
    }
    // One MiB is more than any limit: refused as a decision, unread.
    let (status, answer) =
        ask(&world, &post("allow", "", &body(&"a".repeat(1 << 20), "203.0.113.7", 1))).await?;
    assert_eq!((status, &*answer), (200, r#"{"status":-1,"msg":"","r_attrs":{}}"#));
    Ok(())
}

/// Reliability G11: a report without a question counts once, and a second one of the same session changes
/// nothing about the places.
#[tokio::test(flavor = "multi_thread")]
async fn g11_reports_out_of_place_leave_no_reservation_and_give_none() -> anyhow::Result<()> {
    let world = World::start().await?;
    let account = world.person(LOGIN).await?.id;
    let report = |number| {
        let body = body(LOGIN, "203.0.113.7", number);
        post("report", "", &body.replacen('{', r#"{"success":false,"policy_reject":false,"#, 1))
    };
    // Without a question.
    ask(&world, &report(1)).await?;
    assert_eq!(standing(&world, account).await?.0, 0);
    let alone = standing(&world, account).await?.1;
    assert!((0.9..=1.0).contains(&alone), "{alone}");
    // Asked once, reported twice: the place is given back once, and the same wrong password counts once.
    ask(&world, &post("allow", "", &body(LOGIN, "203.0.113.7", 2))).await?;
    assert_eq!(standing(&world, account).await?.0, 1);
    ask(&world, &report(2)).await?;
    ask(&world, &report(2)).await?;
    let (in_flight, failures) = standing(&world, account).await?;
    assert_eq!(in_flight, 0);
    assert!((1.9..=2.0).contains(&failures), "{failures}");
    // Another session's report frees no place of this one.
    ask(&world, &post("allow", "", &body(LOGIN, "203.0.113.7", 3))).await?;
    ask(&world, &report(4)).await?;
    assert_eq!(standing(&world, account).await?.0, 1);
    Ok(())
}

/// Reliability Q3: headers that claim another client are not looked at; the mail server's own word counts.
#[tokio::test(flavor = "multi_thread")]
async fn q3_a_forged_forwarding_header_changes_no_source() -> anyhow::Result<()> {
    let world = World::start().await?;
    for number in 0..60 {
        let forged = format!(
            "X-Forwarded-For: 198.51.100.{number}, a, 10.0.0.1\r\nX-Real-IP: 198.51.100.{number}\r\n\
             Forwarded: for=198.51.100.{number}\r\n"
        );
        let body = body(&format!("nobody{number}"), "203.0.113.77", number);
        assert_eq!(ask(&world, &post("allow", &forged, &body)).await?.0, 200);
        let failed = body.replacen('{', r#"{"success":false,"#, 1);
        assert_eq!(ask(&world, &post("report", &forged, &failed)).await?.0, 200);
    }
    let refused = |answer: String| answer.contains(r#""status":-1"#);
    let forged = "X-Forwarded-For: 192.0.2.1\r\n";
    let (_, there) = ask(&world, &post("allow", forged, &body(LOGIN, "203.0.113.77", 99))).await?;
    assert!(refused(there), "the source that guessed is blocked, whatever it claims");
    let (_, elsewhere) = ask(&world, &post("allow", "", &body(LOGIN, "198.51.100.3", 99))).await?;
    assert!(!refused(elsewhere), "and nobody whom it named");
    Ok(())
}

/// Reliability Q5: a login that spells an address or one of our keys is a login.
#[tokio::test(flavor = "multi_thread")]
async fn q5_a_login_that_looks_like_an_address_shares_nothing_with_the_address() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person(LOGIN).await?;
    let mut dovecot = world.dovecot().await?;
    // Each wrong password from its own network: the login is locked, no source is.
    for number in 0..40 {
        let from = format!("100.{}.{number}.1", 64 + number);
        dovecot.attempt("203.0.113.77", &format!("guess {number}"), false, &from).await?;
    }
    let login = dovecot.attempt("203.0.113.77", "right", true, "192.0.2.9").await?;
    assert_eq!(login, Seen::RefusedBefore, "the login is locked");
    let anna = dovecot.attempt(LOGIN, "right", true, "203.0.113.77").await?;
    assert_eq!(anna, Seen::SignedIn, "the address is not");
    // And a blocked address locks no login of its spelling.
    for number in 0..60 {
        dovecot.attempt(&format!("nobody{number}"), "x", false, "198.51.100.77").await?;
    }
    assert_eq!(dovecot.attempt("x", "y", false, "198.51.100.77").await?, Seen::RefusedBefore);
    let spelled = dovecot.attempt("198.51.100.77", "y", false, "192.0.2.10").await?;
    assert_eq!(spelled, Seen::CheckedAndWrong);
    Ok(())
}

/// Reliability Q6 and G3: what names no client is nobody's source. Sixty guesses without a usable address block
/// no source, so nobody else who arrives like that is shut out; health says what is wrong.
#[tokio::test(flavor = "multi_thread")]
async fn q6_addresses_that_name_no_client_are_no_shared_source_and_are_told() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person(LOGIN).await?;
    let mut dovecot = world.dovecot().await?;
    let faults =
        ["", "unknown", "UNSUPPORTED_VARIABLE_remote_ip", "127.0.0.1", "::1", "0.0.0.0", "::", "224.0.0.1"];
    for remote in faults {
        for number in 0..60 {
            dovecot.attempt(&format!("nobody{number}"), &format!("guess {remote}"), false, remote).await?;
        }
        assert_eq!(dovecot.attempt(LOGIN, "right", true, remote).await?, Seen::SignedIn, "{remote:?}");
    }
    let told: Vec<_> =
        world.engine.arrival_problems().iter().map(|problem| (problem.fault.code(), problem.count)).collect();
    assert_eq!(
        told,
        [
            ("missing", 61),
            ("unreadable", 61),
            ("unsupported_variable", 61),
            ("local_host", 122),
            ("nobodys", 183),
        ]
    );
    world.clock.advance(Span::from_days(2));
    assert!(world.engine.arrival_problems().is_empty(), "what is mended is forgotten");
    Ok(())
}

/// An unconfigured proxy: everybody signs in from one address.
#[tokio::test(flavor = "multi_thread")]
async fn one_address_for_everybody_is_told_with_the_address() -> anyhow::Result<()> {
    let world = World::start().await?;
    let mut dovecot = world.dovecot().await?;
    for number in 0..40 {
        world.person(&format!("p{number}@contoso.example")).await?;
    }
    // One success in eight is looked at, and a sample has 64.
    for number in 0..1_200 {
        let login = format!("p{}@contoso.example", number % 40);
        assert_eq!(dovecot.attempt(&login, "right", true, "192.0.2.80").await?, Seen::SignedIn);
    }
    let problems = world.engine.arrival_problems();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(problems[0].fault.code(), "one_for_all");
    assert_eq!(problems[0].address.map(|address| address.to_string()).as_deref(), Some("192.0.2.80"));
    Ok(())
}

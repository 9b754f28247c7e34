//! The public listener: what every answer carries, where clients are, and what a peer may hold.

use std::net::Ipv4Addr;
use std::time::Duration;

use anyhow::Result;
use postern_testkit::web_client::{Web, token};
use postern_testkit::world::{World, root};
use postern_web::public::{BODY_BYTES_MAX, Limits};
use tokio::io::AsyncReadExt;

/// Not 127.0.0.1, from where nobody signs in.
const US: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 2);

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_forbids_scripts_frames_and_guessing() -> Result<()> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    for (path, status) in
        [("/in/x", 404), ("/api/v1/sign-in/ask", 405), ("/nothing", 404), ("/static/postern.12.css", 200)]
    {
        let reply = web.request("GET", path, "", "", US).await?;
        assert_eq!(reply.status, status, "{path}");
        let policy = reply.header("content-security-policy").unwrap_or_default().to_owned();
        for part in ["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"]
        {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        assert_eq!(reply.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(reply.header("referrer-policy"), Some("same-origin"), "the address is a secret");
        let is_page = !path.starts_with("/static");
        assert_eq!(reply.header("cache-control") == Some("no-store"), is_page, "{path}");
    }
    Ok(())
}

/// A webmail's token opens the sign-in door and nothing else, and does not say what else there is.
#[tokio::test(flavor = "multi_thread")]
async fn a_token_of_the_sign_in_door_opens_nothing_else() -> Result<()> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let token = token(&world.engine, "webmail").await?.text;
    for path in ["/api/v1/accounts", "/api/v1/audit", "/api/v1/tokens", "/api/v1/health", "/api/v1/nothing"] {
        let head = format!("Authorization: Bearer {token}\r\n");
        assert_eq!(web.request("GET", path, &head, "", US).await?.status, 401, "{path}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn q3_the_pages_client_is_told_by_a_trusted_proxy_only() -> Result<()> {
    let world = World::start().await?;
    let anna = world.person("anna@contoso.example").await?;
    let web = Web::over(&world.engine, &["127.0.0.9"], Limits::default()).await?;
    let link = world.engine.offer_admission(anna.id, root("called")).await?.link;
    let path = link.strip_prefix("https://postern.contoso.example").unwrap_or_default().to_owned();
    let proxy = Ipv4Addr::new(127, 0, 0, 9);
    let seen = async |from, head: &str| web.request("GET", &path, head, "", from).await;
    let forwarded = "X-Forwarded-For: 6.6.6.6, 203.0.113.9\r\n";
    assert!(seen(proxy, forwarded).await?.body.contains("<code>203.0.113.9</code>"));
    assert!(seen(US, forwarded).await?.body.contains("<code>127.0.0.2</code>"));
    for junk in ["", "X-Forwarded-For: a\r\n", "X-Forwarded-For: 203.0.113.9, a\r\n"] {
        let reply = seen(proxy, junk).await?;
        assert_eq!(reply.status, 400, "{junk}");
        assert!(reply.body.contains("<h1>The page cannot see where you are</h1>"), "{reply:?}");
        let pressed = web.request("POST", &path, junk, "seal=x", proxy).await?;
        assert_eq!(pressed.status, 400, "{junk}");
    }
    for nowhere in ["127.0.0.1", "0.0.0.0", "::1"] {
        assert_eq!(seen(proxy, &format!("X-Forwarded-For: {nowhere}\r\n")).await?.status, 400, "{nowhere}");
    }
    assert_eq!(seen(Ipv4Addr::LOCALHOST, forwarded).await?.status, 400, "a proxy that is not trusted");
    let nobodys = web.request("GET", "/in/x", "", "", proxy).await?;
    let swedish = seen(proxy, "Accept-Language: sv\r\n").await?;
    assert_eq!(nobodys.status, 400, "it says nothing of the link");
    assert!(swedish.body.contains("<h1>Det syns inte var du är</h1>"), "{swedish:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_of_sixteen_kib_is_read_and_one_more_byte_is_not() -> Result<()> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let token = token(&world.engine, "webmail").await?.text;
    let head = format!("Authorization: Bearer {token}\r\n");
    for (length, status) in [(BODY_BYTES_MAX, 400), (BODY_BYTES_MAX + 1, 413)] {
        let body = " ".repeat(length);
        let reply = web.request("POST", "/api/v1/sign-in/ask", &head, &body, US).await?;
        assert_eq!(reply.status, status, "{length}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn one_connection_too_many_is_closed_and_a_place_is_free_again_afterwards() -> Result<()> {
    let world = World::start().await?;
    let limits = Limits { connections_max: 2, ..Limits::default() };
    let web = Web::over(&world.engine, &[], limits).await?;
    let mut held = Vec::new();
    for _ in 0..2 {
        let mut stream = tokio::net::TcpStream::connect(web.address).await?;
        tokio::io::AsyncWriteExt::write_all(&mut stream, b"GET /in/x HTTP/1.1\r\n").await?;
        held.push(stream);
    }
    postern_testkit::world::eventually(async || {
        let mut third = tokio::net::TcpStream::connect(web.address).await?;
        let mut nothing = [0; 1];
        Ok(matches!(
            tokio::time::timeout(Duration::from_secs(5), third.read(&mut nothing)).await,
            Ok(Ok(0) | Err(_))
        ))
    })
    .await?;
    drop(held);
    postern_testkit::world::eventually(async || {
        Ok(web.request("GET", "/in/x", "", "", US).await.is_ok_and(|reply| reply.status == 404))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_head_that_does_not_end_is_closed() -> Result<()> {
    let world = World::start().await?;
    let limits = Limits { head: Duration::from_millis(200), ..Limits::default() };
    let web = Web::over(&world.engine, &[], limits).await?;
    let mut stream = tokio::net::TcpStream::connect(web.address).await?;
    tokio::io::AsyncWriteExt::write_all(&mut stream, b"GET /in/x HTTP/1.1\r\nX: ").await?;
    let mut rest = Vec::new();
    // Ends because the server closes; the test's own limit would be nextest's.
    let _closed = stream.read_to_end(&mut rest).await;
    assert!(!String::from_utf8_lossy(&rest).contains("200"), "{rest:?}");
    Ok(())
}

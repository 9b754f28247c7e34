//! Requests that two servers in a row would cut apart in different places (reliability K11): whatever the first makes of
//! the bytes, ours are one request or a refusal, and nothing hidden inside is ever answered.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::Result;
use postern_testkit::web_client::Web;
use postern_testkit::world::World;
use postern_web::public::Limits;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// What is hidden: it is answered with a page that nothing else here is answered with.
const HIDDEN: &str = "GET /api/v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n";

/// Sends the bytes and reads what comes until the server closes or says no more.
async fn answers(address: SocketAddr, bytes: &str) -> Result<String> {
    let mut stream = TcpStream::connect(address).await?;
    stream.write_all(bytes.as_bytes()).await?;
    let mut all = Vec::new();
    let mut part = [0; 16 * 1024];
    while let Ok(Ok(read @ 1..)) =
        tokio::time::timeout(Duration::from_millis(400), stream.read(&mut part)).await
    {
        all.extend_from_slice(&part[..read]);
    }
    Ok(String::from_utf8_lossy(&all).into_owned())
}

fn check(name: &str, answer: &str, ones: &[&str]) {
    let first = answer.get(9..12).unwrap_or("nothing");
    assert!(ones.contains(&first), "{name}: {answer}");
    assert_eq!(answer.matches("HTTP/1.1 ").count(), usize::from(first != "nothing"), "{name}: {answer}");
    assert!(!answer.contains("\"openapi\""), "{name}: the hidden request was answered: {answer}");
}

/// A form to the door, with a body as long as `lengths` say; what is hidden follows in the same bytes.
fn form(lengths: &str, body: &str) -> String {
    format!(
        "POST /admin/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n{lengths}\r\n{body}"
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn k11_of_bytes_that_could_be_two_requests_one_is_answered_or_none() -> Result<()> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let whole = HIDDEN.len();
    let (chunk, none) = (format!("{whole:x}\r\n{HIDDEN}\r\n0\r\n\r\n"), format!("0\r\n\r\n{HIDDEN}"));
    let refused: &[(&str, String)] = &[
        (
            "two lengths that differ",
            form(&format!("Content-Length: 0\r\nContent-Length: {whole}\r\n"), HIDDEN),
        ),
        ("two lengths in a line", form(&format!("Content-Length: 0, {whole}\r\n"), HIDDEN)),
        ("a length with a sign", form("Content-Length: +0\r\n", HIDDEN)),
        ("a length in hexadecimal", form("Content-Length: 0x0\r\n", HIDDEN)),
        ("a length below nothing", form("Content-Length: -1\r\n", HIDDEN)),
        ("chunks under another coding", form("Transfer-Encoding: chunked, identity\r\n", &none)),
        ("a coding that nobody knows", form("Transfer-Encoding: xchunked\r\nContent-Length: 0\r\n", &none)),
        ("a blank before the colon", form("Transfer-Encoding : chunked\r\n", &none)),
        (
            "a blank before the name",
            format!("POST / HTTP/1.1\r\nHost: x\r\n Transfer-Encoding: chunked\r\n\r\n{none}"),
        ),
        ("a folded line", form("X: a\r\n b\r\nContent-Length: 0\r\n", HIDDEN)),
        ("a line end without its first half in a name", form("Content-Length\n: 0\r\n", HIDDEN)),
        ("a nothing in a value", form("Content-Length: 0\0\r\n", HIDDEN)),
        ("no version", format!("GET /admin/sign-in\r\n\r\n{HIDDEN}")),
        ("another version", format!("GET /admin/sign-in HTTP/2.0\r\nHost: x\r\n\r\n{HIDDEN}")),
        ("the greeting of HTTP/2", format!("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n{HIDDEN}")),
        (
            "chunks in HTTP/1.0",
            format!("POST /admin/sign-in HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n{none}"),
        ),
    ];
    for (name, bytes) in refused {
        check(name, &answers(web.address, bytes).await?, &["400", "411", "505", "nothing"]);
    }
    // TE.CL: by the length the body is empty and what is hidden follows; by the chunks it is the body.
    let te_cl = form("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", &chunk);
    check("TE.CL", &answers(web.address, &te_cl).await?, &["400", "403", "200", "422"]);
    // CL.TE: by the length what is hidden is the body; by the chunks the body is empty and it follows.
    let cl_te = form(&format!("Content-Length: {}\r\nTransfer-Encoding: chunked\r\n", none.len()), &none);
    check("CL.TE", &answers(web.address, &cl_te).await?, &["400", "403", "200", "422"]);
    for spelled in ["chunked", "Chunked", " chunked", "\tchunked"] {
        let both = form(&format!("Transfer-Encoding:{spelled}\r\nContent-Length: {}\r\n", none.len()), &none);
        check(spelled, &answers(web.address, &both).await?, &["400", "403", "200", "422"]);
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn k11_behind_chunks_that_are_none_nothing_is_a_request() -> Result<()> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    for size in ["-1", "0x5", "5 5", "fffffffffffffffff", "", "5;a=\nb", "g"] {
        let bytes = form("Transfer-Encoding: chunked\r\n", &format!("{size}\r\nuser=\r\n0\r\n\r\n{HIDDEN}"));
        check(size, &answers(web.address, &bytes).await?, &["200", "400", "403", "422", "nothing"]);
    }
    Ok(())
}

/// Two requests that are two are answered as two: else the test above would hold for a server that answers one only.
#[tokio::test(flavor = "multi_thread")]
async fn k11_two_whole_requests_in_a_row_are_two() -> Result<()> {
    let world = World::start().await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let answer =
        answers(web.address, &format!("GET /admin/sign-in HTTP/1.1\r\nHost: x\r\n\r\n{HIDDEN}")).await?;
    assert_eq!(answer.matches("HTTP/1.1 200").count(), 2, "{answer}");
    assert!(answer.contains("\"openapi\""), "what would be hidden can be seen");
    Ok(())
}

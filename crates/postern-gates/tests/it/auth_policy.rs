//! The sign-in gate over real sockets.

use postern_gates::{Credential, Limits};
use tokio::sync::Semaphore;

use crate::fake::{Fake, Gate, patient, splits};

const GO_ON: &str = r#"{"status":0,"msg":"","r_attrs":{}}"#;
const REFUSED: &str = r#"{"status":-1,"msg":"","r_attrs":{}}"#;
const OK: &str = r#"{"status":"ok"}"#;

fn post(target: &str, header: &str, body: &str) -> String {
    format!("POST {target} HTTP/1.1\r\nHost: x\r\n{header}Content-Length: {}\r\n\r\n{body}", body.len())
}

fn allow(login: &str) -> String {
    let body = format!(
        r#"{{"attrs":{{"mech":"PLAIN","phase":""}},"login":"{login}","protocol":"imap","pwhash":"0f18","remote":"nonsense"}}"#
    );
    post("/?command=allow", "", &body)
}

fn report(login: &str) -> String {
    let body = format!(r#"{{"login":"{login}","remote":"192.0.2.1","success":false,"policy_reject":true}}"#);
    post("/command/report", "Content-Type: application/json; charset=utf-8\r\n", &body)
}

async fn open() -> Gate {
    Gate::auth_policy(Fake::default(), None, patient()).await
}

/// Asks once on a connection of its own.
async fn ask(gate: &Gate, request: impl AsRef<[u8]>) -> (u16, String) {
    let mut wire = gate.connect().await;
    wire.send(request).await;
    wire.response().await
}

#[tokio::test]
async fn one_connection_is_kept_for_allow_report_and_ping() {
    let gate = open().await;
    let mut wire = gate.connect().await;
    for (request, body) in [
        (allow("ana"), GO_ON),
        (allow("slow"), r#"{"status":2,"msg":"","r_attrs":{}}"#),
        (allow("refuse"), REFUSED),
        (report("ana"), OK),
        (post("/?command=ping", "", ""), OK),
        ("GET /command/ping HTTP/1.1\r\nHost: x\r\n\r\n".to_owned(), OK),
    ] {
        wire.send(&request).await;
        assert_eq!(wire.response().await, (200, body.to_owned()), "{request}");
    }
    assert_eq!(
        gate.fake.told(),
        [
            "allow ana nonsense PLAIN",
            "allow slow nonsense PLAIN",
            "allow refuse nonsense PLAIN",
            "report ana success=false policy_reject=true",
        ]
    );
}

#[tokio::test]
async fn a_request_may_arrive_in_two_packets_cut_anywhere() {
    let gate = open().await;
    let mut wire = gate.connect().await;
    wire.0.set_nodelay(true).expect("a TCP socket");
    let request = allow("refuse");
    for (first, second) in splits(request.as_bytes()) {
        wire.send(first).await;
        tokio::task::yield_now().await;
        wire.send(second).await;
        assert_eq!(wire.response().await, (200, REFUSED.to_owned()));
    }
    assert_eq!(gate.fake.told().len(), request.len() - 1);
}

#[tokio::test]
async fn allow_and_report_in_one_packet_are_answered_in_order() {
    let gate = open().await;
    let mut wire = gate.connect().await;
    wire.send(allow("refuse") + &report("refuse") + &allow("ana")).await;
    assert_eq!(wire.response().await.1, REFUSED);
    assert_eq!(wire.response().await.1, OK);
    assert_eq!(wire.response().await.1, GO_ON);
}

#[tokio::test]
async fn a_chunked_body_is_read_and_bounded() {
    let gate = open().await;
    let chunked = |chunks: &[&str]| {
        let mut request =
            "POST /?command=allow HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n".to_owned();
        for chunk in chunks {
            request += &format!("{:x}\r\n{chunk}\r\n", chunk.len());
        }
        request + "0\r\n\r\n"
    };
    let request = chunked(&[r#"{"login":"#, r#""refuse""#, "}"]);
    assert_eq!(ask(&gate, request).await, (200, REFUSED.to_owned()));
    let half = " ".repeat(8 * 1024);
    let request = chunked(&[r#"{"login":"ana"}"#, &half[15..], &half]);
    assert_eq!(ask(&gate, request).await, (200, GO_ON.to_owned()), "exactly the limit");
    let request = chunked(&[r#"{"login":"ana"}"#, &half[14..], &half]);
    assert_eq!(ask(&gate, request).await, (200, REFUSED.to_owned()), "one byte more is refused unread");
    assert_eq!(gate.fake.told().len(), 2);
}

/// A 413 would let the client in, so whoever could make Dovecot send too much is refused.
#[tokio::test]
async fn a_body_over_the_limit_is_refused_by_its_announcement() {
    let gate = open().await;
    let announce = |target: &str, bytes: usize| {
        format!("POST {target} HTTP/1.1\r\nHost: x\r\nContent-Length: {bytes}\r\n\r\n")
    };
    let limit = 16 * 1024;
    assert_eq!(ask(&gate, announce("/?command=allow", limit + 1)).await, (200, REFUSED.to_owned()));
    assert_eq!(ask(&gate, announce("/?command=report", limit + 1)).await.0, 413);
    let exactly = format!("{:limit$}", r#"{"login":"ana"}"#);
    assert_eq!(ask(&gate, post("/?command=allow", "", &exactly)).await, (200, GO_ON.to_owned()));
}

#[tokio::test]
async fn a_login_longer_than_any_address_is_refused_without_being_asked_about() {
    let gate = open().await;
    assert_eq!(ask(&gate, allow(&"a".repeat(320))).await, (200, GO_ON.to_owned()));
    assert_eq!(ask(&gate, allow(&"a".repeat(321))).await, (200, REFUSED.to_owned()));
    assert_eq!(ask(&gate, report(&"a".repeat(321))).await, (200, OK.to_owned()));
    assert_eq!(gate.fake.told().len(), 1);
}

#[tokio::test]
async fn a_clients_foreign_bytes_do_not_spoil_the_question() {
    let gate = open().await;
    let mut request = post("/?command=allow", "", r#"{"device_id":"__","login":"refuse"}"#).into_bytes();
    let at = request.windows(2).position(|pair| pair == b"__").expect("there");
    request[at..at + 2].copy_from_slice(b"\xff\xfe");
    assert_eq!(ask(&gate, request).await, (200, REFUSED.to_owned()));
}

#[tokio::test]
async fn what_is_not_a_question_is_told_so_in_wforces_words() {
    let gate = open().await;
    let mut wire = gate.connect().await;
    wire.send(post("/?command=allow", "", "not json")).await;
    assert_eq!(wire.response().await, (400, r#"{"status":"failure","reason":"Bad Request"}"#.to_owned()));
    wire.send(allow("ana")).await;
    assert_eq!(wire.response().await.0, 200, "the connection is kept, the body was read");
    assert_eq!(ask(&gate, post("/?command=custom1", "", "{}")).await.0, 404);
    assert_eq!(ask(&gate, "GET /?command=allow HTTP/1.1\r\nHost: x\r\n\r\n").await.0, 405);
    let mut wire = gate.connect().await;
    wire.send("request=smtpd_access_policy\n\n").await;
    assert!(wire.rest().await.starts_with("HTTP/1.1 400"));
    assert_eq!(gate.fake.told().len(), 1);
}

#[tokio::test]
async fn only_who_shows_the_key_is_answered() {
    let credential = Credential::new("X-API-Key", "k3y").expect("valid");
    let gate = Gate::auth_policy(Fake::default(), Some(credential), patient()).await;
    let unauthorized = (401, r#"{"status":"failure","reason":"Unauthorized"}"#.to_owned());
    let body = r#"{"login":"ana"}"#;
    assert_eq!(ask(&gate, post("/?command=allow", "", body)).await, unauthorized);
    assert_eq!(ask(&gate, post("/?command=allow", "X-API-Key: k3x\r\n", body)).await, unauthorized);
    assert_eq!(ask(&gate, post("/?command=ping", "", "")).await, unauthorized);
    assert_eq!(gate.fake.told().len(), 0);
    let by_key = post("/?command=allow", "X-API-Key: k3y\r\n", body);
    assert_eq!(ask(&gate, by_key).await, (200, GO_ON.to_owned()));
    // "any:k3y" in base64.
    let by_password = post("/?command=allow", "Authorization: Basic YW55OmszeQ==\r\n", body);
    assert_eq!(ask(&gate, by_password).await, (200, GO_ON.to_owned()));
}

#[tokio::test(start_paused = true)]
async fn half_a_request_has_a_deadline_and_an_idle_connection_has_none() {
    let gate = Gate::auth_policy(Fake::default(), None, Limits::default()).await;
    let mut idle = gate.connect().await;
    idle.send(allow("ana")).await;
    assert_eq!(idle.response().await.0, 200);
    let mut half_head = gate.connect().await;
    half_head.send(&allow("ana")[..20]).await;
    assert_eq!(half_head.rest().await, "");
    let mut half_body = gate.connect().await;
    half_body.send(&allow("ana")[..allow("ana").len() - 1]).await;
    assert!(half_body.rest().await.starts_with("HTTP/1.1 408"));
    idle.send(allow("refuse")).await;
    assert_eq!(idle.response().await, (200, REFUSED.to_owned()));
}

#[tokio::test]
async fn an_attempt_that_waits_is_answered_after_the_word_to_stop() {
    let fake = Fake { waiting: Some(Semaphore::new(0)), ..Fake::default() };
    let gate = Gate::auth_policy(fake, None, patient()).await;
    let mut idle = gate.connect().await;
    idle.send(allow("ana")).await;
    assert_eq!(idle.response().await.0, 200);
    let mut waiting = gate.connect().await;
    waiting.send(allow("wait")).await;
    while gate.fake.told().len() < 2 {
        tokio::task::yield_now().await;
    }
    gate.say_stop();
    assert_eq!(idle.rest().await, "", "an idle connection ends at once");
    gate.fake.waiting.as_ref().expect("set above").add_permits(1);
    assert_eq!(waiting.response().await, (200, GO_ON.to_owned()));
    assert_eq!(waiting.rest().await, "");
    gate.ended().await;
}

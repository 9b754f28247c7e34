//! Strangers at both gates. Names begin with the case's id in the reliability list; cases of the codecs alone are
//! tested in postern-wire.

use std::time::Duration;

use postern_gates::Limits;

use crate::fake::{Fake, Gate, patient};

const RCPT: &str =
    "request=smtpd_access_policy\nprotocol_state=RCPT\nsasl_username=ana\nrecipient=a@b.test\n\n";
const REFUSED: &str = r#"{"status":-1,"msg":"","r_attrs":{}}"#;

fn post(body: &[u8]) -> Vec<u8> {
    let head = format!("POST /?command=allow HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

async fn asked(gate: &Gate, body: &[u8]) -> (u16, String) {
    let mut wire = gate.connect().await;
    wire.send(post(body)).await;
    wire.response().await
}

/// G1: no blank line, a MiB in one line, ten thousand attributes, NUL, `=` first, CRLF.
#[tokio::test]
async fn g1_a_policy_request_out_of_shape_costs_its_own_connection_only() {
    let gate = Gate::policy(patient()).await;
    let mut other = gate.connect().await;
    let endless = "x=y\n".repeat(10_000);
    let one_line = format!("sender={}", "x".repeat(1 << 20));
    for bad in [
        &*endless,
        &one_line,
        "=x\n\n",
        "request=smtpd_access_policy\nsender=a\0b\n\n",
        "request=smtpd_access_policy\r\nprotocol_state=RCPT\r\n\r\n",
        "\n",
    ] {
        let mut wire = gate.connect().await;
        // The gate may close while we still write.
        let _ = tokio::io::AsyncWriteExt::write_all(&mut wire.0, bad.as_bytes()).await;
        assert_eq!(wire.rest().await, "", "{:?}", &bad[..bad.len().min(40)]);
    }
    assert!(gate.fake.told().is_empty(), "none of them was decided");
    other.send(RCPT).await;
    assert_eq!(other.reply().await, "action=postern_open\n\n");
}

/// G2: counts are numbers from zero on; what is none closes the connection, and none is taken for negative.
#[tokio::test]
async fn g2_a_recipient_count_is_absent_or_a_number() {
    let gate = Gate::policy(patient()).await;
    for count in ["-1", "4294967296", "1e3", "one", "0x10", " 1"] {
        let mut wire = gate.connect().await;
        wire.send(RCPT.replace("\n\n", &format!("\nrecipient_count={count}\n\n"))).await;
        assert_eq!(wire.rest().await, "", "{count}");
    }
    for count in ["", "0", "4294967295"] {
        let mut wire = gate.connect().await;
        wire.send(RCPT.replace("\n\n", &format!("\nrecipient_count={count}\n\n"))).await;
        assert_eq!(wire.reply().await, "action=postern_open\n\n", "{count}");
    }
}

/// G3: nobody's mail is not the mail of an account without a name, and foreign bytes spoil nothing.
#[tokio::test]
async fn g3_unauthenticated_mail_and_foreign_bytes_are_passed_on_as_they_are() {
    let gate = Gate::policy(patient()).await;
    let mut wire = gate.connect().await;
    wire.send(RCPT.replace("sasl_username=ana", "sasl_username=")).await;
    assert_eq!(wire.reply().await, "action=DUNNO\n\n");
    wire.send(
        RCPT.replace("sasl_username=ana", "sasl_username=åsa\nccert_subject=A+3DB\nclient_address=unknown"),
    )
    .await;
    assert_eq!(wire.reply().await, "action=postern_open\n\n");
    let mut request = RCPT.replace("a@b.test", "__@b.test").into_bytes();
    let at = request.windows(2).position(|pair| pair == b"__").expect("there");
    request[at..at + 2].copy_from_slice(b"\xff\xc3");
    wire.send(request).await;
    assert_eq!(wire.reply().await, "action=postern_open\n\n");
    assert_eq!(gate.fake.told()[1], "RCPT åsa a@b.test");
}

/// G4: five hundred connections that send a byte now and then are closed in their time, and somebody else is
/// answered all along. Time is tokio's paused clock.
#[tokio::test(start_paused = true)]
async fn g4_slow_senders_have_a_deadline_and_nobody_waits_for_them() {
    let limits = Limits { half_request: Duration::from_secs(10), ..Limits::default() };
    for gate in [Gate::policy(limits).await, Gate::auth_policy(Fake::default(), None, limits).await] {
        let mut slow = Vec::new();
        for _ in 0..500 {
            slow.push(gate.connect().await);
        }
        let request = if gate.is_policy { RCPT.as_bytes().to_vec() } else { post(b"{\"login\":\"ana\"}") };
        let mut other = gate.connect().await;
        for byte in &request[..3] {
            for wire in &mut slow {
                wire.send([*byte]).await;
            }
            other.send(&request).await;
            if gate.is_policy {
                assert_eq!(other.reply().await, "action=postern_open\n\n");
            } else {
                assert_eq!(other.response().await.0, 200);
            }
            tokio::time::advance(Duration::from_secs(1)).await;
        }
        for wire in slow {
            assert_eq!(wire.rest().await, "", "closed without an answer");
        }
        assert_eq!(gate.fake.told().len(), 3);
    }
}

/// G7: JSON made to hurt. Whoever sends it is a client of the mail server at most in single values, so the whole
/// may be refused; what is refused is so before anybody is asked.
#[tokio::test]
async fn g7_json_made_to_hurt_is_refused_or_read_within_its_limits() {
    let gate = Gate::auth_policy(Fake::default(), None, patient()).await;
    let nested = |open: &str, close: &str, depth: usize| {
        format!(r#"{{"login":"ana","x":{}1{}}}"#, open.repeat(depth), close.repeat(depth))
    };
    // Deep values of keys that nobody reads are skipped without a stack, so their depth says nothing; deep ones of
    // a key that is read are refused.
    for depth in [200, 4_000] {
        assert_eq!(asked(&gate, nested("[", "]", depth).as_bytes()).await.0, 200, "{depth}");
        let login = nested("[", "]", depth).replace("\"x\"", "\"login\"");
        assert_eq!(asked(&gate, login.as_bytes()).await.0, 400, "{depth}");
    }
    assert_eq!(gate.fake.told().len(), 2);
    for unreadable in [
        &b"\xef\xbb\xbf{\"login\":\"ana\"}"[..],
        br#"{"login":"\ud800"}"#,
        br#"{"login":"ana""#,
        b"\x1f\x8b\x08\x00gzip",
        br#"{"login":[{"x":1},"ana"]}"#,
        br#"{"login":{"$ne":""}}"#,
    ] {
        assert_eq!(asked(&gate, unreadable).await.0, 400, "{:?}", String::from_utf8_lossy(unreadable));
    }
    assert_eq!(gate.fake.told().len(), 2);
    // Many keys, numbers beyond any type, a key twice: read.
    let many: String = (0..1_000).map(|number| format!(r#""k{number}":0,"#)).collect();
    assert_eq!(
        asked(&gate, format!(r#"{{{many}"login":"refuse"}}"#).as_bytes()).await,
        (200, REFUSED.to_owned())
    );
    let huge = br#"{"x":1e308,"y":-0,"login":"ana","login":"refuse"}"#;
    assert_eq!(asked(&gate, huge).await, (200, REFUSED.to_owned()));
    assert_eq!(gate.fake.told().len(), 4);
}

/// G7: two lengths, a length and chunks, and lengths that are none never reach anybody (request smuggling).
#[tokio::test]
async fn g7_a_body_has_one_length() {
    let gate = Gate::auth_policy(Fake::default(), None, patient()).await;
    let body = r#"{"login":"ana"}"#;
    for lengths in [
        "Content-Length: 15\r\nContent-Length: 16\r\n",
        "Content-Length: 15, 16\r\n",
        "Content-Length: +15\r\n",
        "Content-Length: -1\r\n",
        "Content-Length: 99999999999999999999\r\n",
        "Transfer-Encoding: gzip\r\n",
        "Transfer-Encoding: chunked, identity\r\n",
    ] {
        let mut wire = gate.connect().await;
        wire.send(format!("POST /?command=allow HTTP/1.1\r\nHost: x\r\n{lengths}\r\n{body}")).await;
        let answer = wire.rest().await;
        assert!(answer.starts_with("HTTP/1.1 4"), "{lengths:?}: {answer}");
    }
    assert!(gate.fake.told().is_empty());
    // Both: chunks win by RFC 9112, 6.3, and the connection ends, so that nothing behind them is a request.
    let mut wire = gate.connect().await;
    wire.send(format!(
        "POST /?command=allow HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n\
         f\r\n{body}\r\n0\r\n\r\n"
    ))
    .await;
    let answer = wire.response().await.0;
    assert!(matches!(answer, 200 | 400), "{answer}");
}

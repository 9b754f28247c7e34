//! Reliability Q6: both gates behind proxies, over real sockets.

use std::time::Duration;

use postern_gates::{AuthPolicyAccess, Limits, Listener, TrustedProxies, serve_auth_policy};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::UnixStream;
use tokio::sync::watch;

use crate::fake::{Fake, Gate, Wire, patient, splits};

const V1: &[u8] = b"PROXY TCP4 192.0.2.7 198.51.100.1 49152 143\r\n";
const UNKNOWN: &[u8] = b"PROXY UNKNOWN\r\n";
const V2_SIGNATURE: &[u8] = b"\r\n\r\n\0\r\nQUIT\n";
const RCPT: &[u8] = b"request=smtpd_access_policy\nprotocol_state=RCPT\nsasl_username=ana\n\n";
const PING: &[u8] = b"GET /command/ping HTTP/1.1\r\nHost: x\r\n\r\n";

/// A host name and a connection id behind the addresses, as haproxy adds them.
fn v2(command: u8, family: u8) -> Vec<u8> {
    let rest =
        [&[192, 0, 2, 7, 198, 51, 100, 1, 0xc0, 0, 0, 143][..], &[2, 0, 2], b"mx", &[5, 0, 1, 7]].concat();
    let length = u16::try_from(rest.len()).expect("short");
    [V2_SIGNATURE, &[command, family], &length.to_be_bytes(), &rest].concat()
}

fn loopback() -> TrustedProxies {
    TrustedProxies::new(["127.0.0.0/8".parse().expect("a network")])
}

async fn answers_policy(gate: &Gate, parts: &[&[u8]]) {
    let mut wire = gate.connect().await;
    wire.0.set_nodelay(true).expect("a TCP socket");
    for part in parts {
        wire.send(part).await;
        tokio::task::yield_now().await;
    }
    assert_eq!(wire.reply().await, "action=postern_open\n\n", "{parts:?}");
}

async fn is_closed(mut wire: Wire, bytes: &[u8]) {
    // A reset while we still write says the same.
    let _ = wire.0.write_all(bytes).await;
    assert_eq!(wire.rest().await, "", "{:?}", String::from_utf8_lossy(bytes));
}

#[tokio::test]
async fn q6_a_header_of_either_version_is_taken_off_in_front_of_both_conversations() {
    let [policy, sign_in] = Gate::both_behind(loopback(), patient()).await;
    for header in [V1, UNKNOWN, &v2(0x21, 0x11), &v2(0x20, 0x00), &v2(0x21, 0x00)] {
        answers_policy(&policy, &[header, RCPT]).await;
        answers_policy(&policy, &[&[header, RCPT].concat()]).await;
        let mut wire = sign_in.connect().await;
        wire.send([header, PING].concat()).await;
        assert_eq!(wire.response().await.0, 200);
        wire.send(PING).await;
        assert_eq!(wire.response().await.0, 200, "one header a connection");
    }
    assert_eq!(policy.fake.told().len(), 10);
}

#[tokio::test]
async fn q6_a_header_may_be_cut_at_every_byte() {
    let [policy, _] = Gate::both_behind(loopback(), patient()).await;
    for header in [V1, &v2(0x21, 0x11)] {
        let bytes = [header, RCPT].concat();
        for (first, second) in splits(&bytes) {
            answers_policy(&policy, &[first, second]).await;
        }
        let single: Vec<&[u8]> = bytes.chunks(1).collect();
        answers_policy(&policy, &single).await;
    }
}

#[tokio::test]
async fn q6_who_is_not_a_trusted_proxy_is_not_heard() {
    let others = TrustedProxies::new(["192.0.2.0/24".parse().expect("a network")]);
    let [policy, sign_in] = Gate::both_behind(others, patient()).await;
    for header in [V1, &v2(0x21, 0x11)] {
        is_closed(policy.connect().await, &[header, RCPT].concat()).await;
        is_closed(sign_in.connect().await, &[header, PING].concat()).await;
    }
    assert!(policy.fake.told().is_empty());
}

#[tokio::test]
async fn q6_a_missing_or_foreign_header_ends_the_connection_without_an_answer() {
    let [policy, sign_in] = Gate::both_behind(loopback(), patient()).await;
    is_closed(policy.connect().await, RCPT).await;
    is_closed(sign_in.connect().await, PING).await;
    let unix = [V2_SIGNATURE, &[0x21, 0x31, 0, 216], &[0; 216]].concat();
    let oversize = [V2_SIGNATURE, &[0x21, 0x11, 0xff, 0xff]].concat();
    for bad in [&unix, &oversize, &b"PROXY UNIX /run/x /run/y\r\n"[..], &v2(0x21, 0x12), &v2(0x31, 0x11)] {
        is_closed(policy.connect().await, &[bad, RCPT].concat()).await;
    }
    assert!(policy.fake.told().is_empty());
    answers_policy(&policy, &[V1, RCPT]).await;
}

/// Where no proxy is expected, its header is no way to say who one is.
#[tokio::test]
async fn q6_a_header_where_none_is_expected_is_no_request() {
    let policy = Gate::policy(patient()).await;
    is_closed(policy.connect().await, &[V1, RCPT].concat()).await;
    let sign_in = Gate::auth_policy(Fake::default(), None, patient()).await;
    let mut wire = sign_in.connect().await;
    wire.send([V1, PING].concat()).await;
    assert!(wire.rest().await.starts_with("HTTP/1.1 400"));
    assert!(policy.fake.told().is_empty() && sign_in.fake.told().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_header_has_a_deadline_and_the_conversation_behind_it_none() {
    let limits = Limits { half_request: Duration::from_secs(10), ..Limits::default() };
    let [policy, _] = Gate::both_behind(loopback(), limits).await;
    let mut idle = policy.connect().await;
    idle.send(V1).await;
    is_closed(policy.connect().await, &V1[..20]).await;
    is_closed(policy.connect().await, b"").await;
    idle.send(RCPT).await;
    assert_eq!(idle.reply().await, "action=postern_open\n\n");
}

#[tokio::test]
async fn the_word_to_stop_ends_a_connection_without_a_header() {
    let [policy, _] = Gate::both_behind(loopback(), patient()).await;
    let mut half = policy.connect().await;
    half.send(&V1[..20]).await;
    tokio::task::yield_now().await;
    policy.say_stop();
    policy.ended().await;
    assert_eq!(half.rest().await, "");
}

#[tokio::test]
async fn a_proxy_may_come_through_a_unix_socket() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("auth-policy");
    let listener = Listener::unix(&path, 0o660).expect("a free path").behind(TrustedProxies::new([]));
    let (_stop, stopped) = watch::channel(false);
    let fake = std::sync::Arc::new(Fake::default());
    tokio::spawn(serve_auth_policy(listener, fake, AuthPolicyAccess::default(), patient(), stopped));
    let mut wire = UnixStream::connect(&path).await.expect("the gate accepts");
    wire.write_all(&[V1, PING].concat()).await.expect("the gate reads");
    let mut reply = [0; 15];
    wire.read_exact(&mut reply).await.expect("a reply");
    assert_eq!(&reply, b"HTTP/1.1 200 OK");
}

//! The policy gate over real sockets.

use std::time::Duration;

use postern_gates::{Limits, Listener, RestrictionClass, serve_policy};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::UnixStream;
use tokio::sync::watch;

use crate::fake::{Fake, Gate, patient, splits};

fn rcpt(login: &str) -> String {
    format!(
        "request=smtpd_access_policy\nprotocol_state=RCPT\nsasl_username={login}\nrecipient=a=b@c.test\n\n"
    )
}

#[tokio::test]
async fn every_kind_of_answer_reaches_postfix_in_its_words() {
    let gate = Gate::policy(patient()).await;
    let mut wire = gate.connect().await;
    for (login, reply) in [
        ("ana", "action=postern_open\n\n"),
        ("slow", "action=sleep 3, postern_open\n\n"),
        ("dunno", "action=DUNNO\n\n"),
        ("refuse", "action=550 5.7.1 Sending is restricted (P1)\n\n"),
    ] {
        wire.send(rcpt(login)).await;
        assert_eq!(wire.reply().await, reply, "{login}");
    }
    assert_eq!(gate.fake.told()[0], "RCPT ana a=b@c.test");
}

#[tokio::test]
async fn without_a_class_an_open_door_is_dunno() {
    let gate = Gate::policy_with(Fake::default(), None, patient()).await;
    let mut wire = gate.connect().await;
    wire.send(rcpt("ana")).await;
    assert_eq!(wire.reply().await, "action=DUNNO\n\n");
    wire.send(rcpt("slow")).await;
    assert_eq!(wire.reply().await, "action=sleep 3\n\n");
}

#[tokio::test]
async fn a_request_may_arrive_in_two_packets_cut_anywhere() {
    let gate = Gate::policy(patient()).await;
    let mut wire = gate.connect().await;
    wire.0.set_nodelay(true).expect("a TCP socket");
    let request = rcpt("refuse");
    for (first, second) in splits(request.as_bytes()) {
        wire.send(first).await;
        tokio::task::yield_now().await;
        wire.send(second).await;
        assert_eq!(wire.reply().await, "action=550 5.7.1 Sending is restricted (P1)\n\n");
    }
    assert_eq!(gate.fake.told().len(), request.len() - 1);
}

#[tokio::test]
async fn requests_in_one_packet_are_answered_in_order() {
    let gate = Gate::policy(patient()).await;
    let mut wire = gate.connect().await;
    // More than one buffer and more than one write of replies; each differs, so that a byte out of place shows.
    let recipient = |number: usize| format!("{number}{}@c.test", "x".repeat(number % 50));
    let request = |number| rcpt("refuse").replace("a=b@c.test", &recipient(number));
    let many = 300;
    let packet: String = (0..many).map(request).collect();
    wire.send(packet + &rcpt("ana") + &rcpt("slow")[..40]).await;
    for _ in 0..many {
        assert_eq!(wire.reply().await, "action=550 5.7.1 Sending is restricted (P1)\n\n");
    }
    assert_eq!(wire.reply().await, "action=postern_open\n\n");
    wire.send(&rcpt("slow")[40..]).await;
    assert_eq!(wire.reply().await, "action=sleep 3, postern_open\n\n");
    let asked = gate.fake.told();
    for (number, asked) in asked.iter().take(many).enumerate() {
        assert_eq!(*asked, format!("RCPT refuse {}", recipient(number)));
    }
    assert_eq!(asked.len(), many + 2);
}

#[tokio::test]
async fn a_malformed_request_closes_its_own_connection_without_a_reply() {
    let gate = Gate::policy(patient()).await;
    let mut bystander = gate.connect().await;
    bystander.send(&rcpt("ana")[..30]).await;
    for malformed in ["sender=x\n\n", "GET / HTTP/1.1\r\n\r\n", "request=smtpd_access_policy\nsize=x\n\n"] {
        let mut wire = gate.connect().await;
        wire.send(malformed).await;
        assert_eq!(wire.rest().await, "", "{malformed:?}");
    }
    bystander.send(&rcpt("ana")[30..]).await;
    assert_eq!(bystander.reply().await, "action=postern_open\n\n");
    assert_eq!(gate.fake.told().len(), 1, "no malformed request was decided");
}

#[tokio::test]
async fn what_came_before_a_malformed_request_is_still_answered() {
    let gate = Gate::policy(patient()).await;
    let mut wire = gate.connect().await;
    wire.send(rcpt("ana") + "nonsense\n").await;
    assert_eq!(wire.rest().await, "action=postern_open\n\n");
}

#[tokio::test]
async fn the_longest_request_is_answered_and_one_byte_more_is_not() {
    let gate = Gate::policy(patient()).await;
    let padded = |bytes: usize| {
        let mut request = rcpt("ana").trim_end().to_owned() + "\n";
        while request.len() < bytes - 1 {
            let line = (bytes - 1 - request.len()).min(2_000);
            request += &format!("x={}\n", "v".repeat(line - 3));
        }
        request + "\n"
    };
    let mut wire = gate.connect().await;
    wire.send(padded(16 * 1024)).await;
    assert_eq!(wire.reply().await, "action=postern_open\n\n");
    wire.send(padded(16 * 1024 + 1)).await;
    assert_eq!(wire.rest().await, "");
}

#[tokio::test]
async fn one_connection_more_than_the_limit_is_closed_at_once() {
    let gate = Gate::policy(Limits { connections_max: 2, ..patient() }).await;
    let mut first = gate.connect().await;
    let mut second = gate.connect().await;
    first.send(rcpt("ana")).await;
    second.send(rcpt("ana")).await;
    assert_eq!(first.reply().await, "action=postern_open\n\n");
    assert_eq!(second.reply().await, "action=postern_open\n\n");
    assert_eq!(gate.connect().await.rest().await, "");
    second.send(rcpt("ana")).await;
    assert_eq!(second.reply().await, "action=postern_open\n\n", "those that are open stay open");
    drop(first);
    // The gate hears of the leave in its own time: ask until a place is free.
    loop {
        let mut next = gate.connect().await;
        let asked = next.0.write_all(rcpt("ana").as_bytes()).await;
        if asked.is_ok() && next.rest_or_reply().await == "action=postern_open\n\n" {
            break;
        }
    }
}

impl crate::fake::Wire {
    async fn rest_or_reply(&mut self) -> String {
        let mut bytes = Vec::new();
        while !bytes.ends_with(b"\n\n") {
            match self.0.read_u8().await {
                Ok(byte) => bytes.push(byte),
                Err(_) => break,
            }
        }
        String::from_utf8(bytes).expect("ASCII")
    }
}

#[tokio::test]
async fn a_thousand_idle_connections_are_kept_and_each_is_answered() {
    let gate = Gate::policy(patient()).await;
    let mut wires = Vec::new();
    for _ in 0..1_000 {
        wires.push(gate.connect().await);
    }
    for wire in wires.iter_mut().rev() {
        wire.send(rcpt("ana")).await;
        assert_eq!(wire.reply().await, "action=postern_open\n\n");
    }
    assert_eq!(gate.fake.told().len(), 1_000);
}

/// Time is tokio's paused clock: whenever everybody waits, it jumps to the next deadline.
#[tokio::test(start_paused = true)]
async fn half_a_request_has_a_deadline_and_an_idle_connection_has_none() {
    let gate = Gate::policy(Limits::default()).await;
    let mut idle = gate.connect().await;
    idle.send(rcpt("ana")).await;
    assert_eq!(idle.reply().await, "action=postern_open\n\n");
    let mut half = gate.connect().await;
    half.send(&rcpt("ana")[..30]).await;
    assert_eq!(half.rest().await, "", "closed without a reply");
    idle.send(rcpt("slow")).await;
    assert_eq!(idle.reply().await, "action=sleep 3, postern_open\n\n");
}

#[tokio::test]
async fn the_word_to_stop_ends_idle_connections_and_finishes_a_begun_request() {
    let gate = Gate::policy(patient()).await;
    let mut idle = gate.connect().await;
    idle.send(rcpt("ana")).await;
    assert_eq!(idle.reply().await, "action=postern_open\n\n");
    let mut begun = gate.connect().await;
    begun.send(rcpt("ana") + &rcpt("slow")[..30]).await;
    assert_eq!(begun.reply().await, "action=postern_open\n\n");
    gate.say_stop();
    assert_eq!(idle.rest().await, "");
    begun.send(&rcpt("slow")[30..]).await;
    assert_eq!(begun.rest().await, "action=sleep 3, postern_open\n\n");
    let address = gate.address;
    gate.ended().await;
    assert!(tokio::net::TcpStream::connect(address).await.is_err(), "nobody listens any more");
}

#[tokio::test(start_paused = true)]
async fn who_does_not_finish_after_the_word_to_stop_is_closed() {
    let limits = Limits { half_request: Duration::from_secs(3_600), ..Limits::default() };
    let gate = Gate::policy(limits).await;
    let mut begun = gate.connect().await;
    begun.send(rcpt("ana") + &rcpt("slow")[..30]).await;
    assert_eq!(begun.reply().await, "action=postern_open\n\n");
    gate.say_stop();
    gate.ended().await;
    assert_eq!(begun.rest().await, "");
}

#[tokio::test]
async fn a_panic_behind_one_connection_leaves_the_others_alone() {
    let gate = Gate::policy(patient()).await;
    let mut other = gate.connect().await;
    let mut wire = gate.connect().await;
    wire.send(rcpt("panic")).await;
    assert_eq!(wire.rest().await, "");
    other.send(rcpt("ana")).await;
    assert_eq!(other.reply().await, "action=postern_open\n\n");
}

#[tokio::test]
async fn the_same_is_spoken_on_a_unix_socket_and_its_file_is_gone_afterwards() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("policy");
    let listener = Listener::unix(&path, 0o660).expect("a free path");
    let (stop, stopped) = watch::channel(false);
    let class = RestrictionClass::new("postern_open").expect("a name");
    let fake = std::sync::Arc::new(Fake::default());
    let served = tokio::spawn(serve_policy(listener, fake, Some(class), patient(), stopped));
    let mut wire = UnixStream::connect(&path).await.expect("the gate accepts");
    wire.write_all(rcpt("ana").as_bytes()).await.expect("the gate reads");
    let mut reply = [0; 21];
    wire.read_exact(&mut reply).await.expect("a reply");
    assert_eq!(&reply, b"action=postern_open\n\n");
    // The sender gone says the same as `true`.
    drop(stop);
    served.await.expect("no panic");
    assert!(!path.exists());
}

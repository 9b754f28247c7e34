//! The milter gate over a real socket, with answers of our own behind it.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use postern_engine::ask::{MailAnswer, MailBegun, MailFrom};
use postern_gates::client::{MilterClient, MilterEnd, MilterMail};
use postern_gates::{AnswersMail, Limits, Listener, serve_milter};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::fake::patient;

/// Remembers what it was asked; refuses the login `refuse` at MAIL, the recipient `no@x`, and holds what user 33 wrote.
#[derive(Default)]
struct Fake {
    asked: Mutex<Vec<String>>,
}

impl Fake {
    fn note(&self, line: String) {
        self.asked.lock().expect("no test panics with it").push(line);
    }

    fn told(&self) -> Vec<String> {
        std::mem::take(&mut self.asked.lock().expect("no test panics with it"))
    }
}

impl AnswersMail for Fake {
    type Mail = (usize, Option<u32>);

    fn mail_begun(&self, begun: &MailBegun<'_>) -> (MailAnswer, Option<Self::Mail>) {
        self.note(format!("{:?} {} {}", begun.from, begun.sender, begun.client_address));
        match begun.from {
            MailFrom::Outside => (MailAnswer::NotOurs, None),
            MailFrom::Login("refuse") => (MailAnswer::Refuse { text: "No (P1)".to_owned() }, None),
            MailFrom::Login(_) | MailFrom::Program { .. } => (MailAnswer::GoOn, Some((0, None))),
        }
    }

    fn mail_recipient(&self, _mail: &mut Self::Mail, address: &str) -> MailAnswer {
        self.note(address.to_owned());
        match address {
            "no@x" => MailAnswer::Refuse { text: "No (P1)".to_owned() },
            _ => MailAnswer::GoOn,
        }
    }

    fn mail_handed_over_by(&self, mail: &mut Self::Mail, user_id: u32) {
        mail.1 = Some(user_id);
    }

    fn mail_header_sender(&self, _mail: &mut Self::Mail, address: &str) {
        self.note(format!("from {address}"));
    }

    fn mail_header(&self, _mail: &mut Self::Mail, name: &str, value: &str) {
        if name.starts_with("X-") {
            self.note(format!("header {name}: {value}"));
        }
    }

    fn mail_body(&self, mail: &mut Self::Mail, piece: &[u8]) -> bool {
        mail.0 += piece.len();
        mail.0 < 100_000
    }

    fn mail_complete(&self, mail: &Self::Mail, queue_id: &str) -> MailAnswer {
        self.note(format!("{queue_id} of {} bytes by {:?}", mail.0, mail.1));
        match mail.1 {
            Some(33) => MailAnswer::Hold { text: "restricted".to_owned() },
            Some(_) | None => MailAnswer::GoOn,
        }
    }
}

struct Gate {
    address: std::net::SocketAddr,
    fake: Arc<Fake>,
    stop: watch::Sender<bool>,
    served: JoinHandle<()>,
}

async fn gate(limits: Limits) -> Gate {
    let listener = Listener::tcp(([127, 0, 0, 1], 0).into()).await.expect("a free port");
    let address = listener.tcp_address().expect("a TCP listener");
    let (stop, stopped) = watch::channel(false);
    let fake = Arc::new(Fake::default());
    let served = tokio::spawn(serve_milter(listener, Arc::clone(&fake), limits, stopped));
    Gate { address, fake, stop, served }
}

fn mail<'a>(login: Option<&'a str>, recipients: &'a [String]) -> MilterMail<'a> {
    let headers = &[("Subject", "x"), ("FROM", "A <a@x>, b@x"), ("sender", "c@x"), ("{auth_authen}", "ceo")];
    MilterMail { login, queue_id: "4Bq1", sender: "a@x", recipients, headers, body: "Hello." }
}

fn packet(code: u8, data: &[u8]) -> Vec<u8> {
    [&u32::to_be_bytes(1 + data.len() as u32)[..], &[code], data].concat()
}

/// Whether the gate closes the connection by itself within a moment.
async fn is_closed(stream: &mut TcpStream) -> bool {
    let mut rest = Vec::new();
    tokio::time::timeout(Duration::from_secs(5), stream.read_to_end(&mut rest)).await.is_ok()
}

#[tokio::test]
async fn a_session_with_a_login_is_asked_step_by_step_and_answered() {
    let gate = gate(patient()).await;
    let mut session = MilterClient::smtpd(gate.address, "198.51.100.7").await.expect("negotiated");
    let to = ["friend@x".to_owned(), "no@x".to_owned()];
    assert_eq!(session.send(&mail(Some("ana"), &to)).await.expect("answered"), MilterEnd::Passes);
    assert_eq!(
        gate.fake.told(),
        [
            "Login(\"ana\") a@x 198.51.100.7",
            "friend@x",
            "no@x",
            "from a@x",
            "from b@x",
            "from c@x",
            "4Bq1 of 6 bytes by None"
        ]
    );
    let refused = session.send(&mail(Some("ana"), &to[1..])).await.expect("answered");
    assert_eq!(refused, MilterEnd::Refused { step: 'R', text: "550 5.7.1 No (P1)".to_owned() });
    let refused = session.send(&mail(Some("refuse"), &to)).await.expect("answered");
    assert_eq!(refused, MilterEnd::Refused { step: 'M', text: "550 5.7.1 No (P1)".to_owned() });
    assert_eq!(session.send(&mail(None, &to)).await.expect("answered"), MilterEnd::NotAsked);
    assert_eq!(
        gate.fake.told().last().map(String::as_str),
        Some("Outside a@x 198.51.100.7"),
        "and not ana again"
    );
}

/// G6: a header that is called like a macro is a header; a queue id at MAIL alone makes nobody a program.
#[tokio::test]
async fn a_program_is_told_by_the_server_alone() {
    let gate = gate(patient()).await;
    let to = ["friend@x".to_owned()];
    let handed = |headers| MilterMail { headers, ..mail(None, &to) };
    for (headers, expected) in [
        (&[("X-Postern-Handed-Over", "33 4Bq1")][..], MilterEnd::Held),
        (&[("X-Postern-Handed-Over", "33 4Bq2")], MilterEnd::Passes),
        (&[("Subject", "x"), ("X-Postern-Handed-Over", "33 4Bq1")], MilterEnd::Passes),
        (&[], MilterEnd::Passes),
    ] {
        let mut cleanup = MilterClient::cleanup(gate.address).await.expect("negotiated");
        assert_eq!(cleanup.send(&handed(headers)).await.expect("answered"), expected, "{headers:?}");
        let asked = gate.fake.told();
        assert_eq!(asked[0], "Program { host: \"mx.contoso.example\" } a@x 127.0.0.1");
    }
    // Another server that knows the queue id at once, and a client over SMTP.
    let mut wire = TcpStream::connect(gate.address).await.expect("accepted");
    let bytes = [
        packet(b'O', b"\0\0\0\x06\0\0\0\x20\0\0\0\0"),
        packet(b'C', b"x\x004\x9c\x40127.0.0.1\0"),
        packet(b'D', b"Mi\x004Bq1\0"),
        packet(b'M', b"<a@x>\0"),
    ];
    wire.write_all(&bytes.concat()).await.expect("the gate reads");
    let mut replies = vec![0; 17 + 5 + 5];
    wire.read_exact(&mut replies).await.expect("three replies");
    assert!(replies.ends_with(b"\0\0\0\x01c\0\0\0\x01a"), "connection answered, mail accepted: {replies:?}");
    assert_eq!(gate.fake.told(), ["Outside a@x 127.0.0.1"]);
}

#[tokio::test]
async fn of_a_large_body_no_more_is_wanted_than_is_looked_at() {
    let gate = gate(patient()).await;
    let mut session = MilterClient::smtpd(gate.address, "198.51.100.7").await.expect("negotiated");
    let to = ["friend@x".to_owned()];
    let body = "x".repeat(1 << 20);
    session.send(&MilterMail { body: &body, ..mail(Some("ana"), &to) }).await.expect("answered");
    assert_eq!(gate.fake.told().last().map(String::as_str), Some("4Bq1 of 131070 bytes by None"));
}

#[tokio::test]
async fn what_breaks_the_protocol_costs_its_own_connection_only() {
    let gate = gate(patient()).await;
    let to = ["friend@x".to_owned()];
    let mut other = MilterClient::smtpd(gate.address, "198.51.100.7").await.expect("negotiated");
    for bad in [
        b"\xff\xff\xff\xff".to_vec(),
        b"\0\0\0\0".to_vec(),
        b"GET / HTTP/1.1\r\n\r\n".to_vec(),
        packet(b'O', b"\0\0\0\x02\0\0\0\0\0\0\0\0"),
        packet(b'M', b"no end"),
        packet(b'D', &[b"M".to_vec(), b"i\0x\0".repeat(100)].concat()),
    ] {
        let mut wire = TcpStream::connect(gate.address).await.expect("accepted");
        wire.write_all(&bad).await.expect("the gate reads");
        assert!(is_closed(&mut wire).await, "{:?}", &bad[..bad.len().min(20)]);
    }
    assert_eq!(other.send(&mail(Some("ana"), &to)).await.expect("answered"), MilterEnd::Passes);
}

#[tokio::test]
async fn a_packet_that_begins_must_end_in_time_and_silence_between_packets_is_free() {
    let limits = Limits { half_request: Duration::from_millis(100), ..patient() };
    let gate = gate(limits).await;
    let to = ["friend@x".to_owned()];
    let mut quiet = MilterClient::smtpd(gate.address, "198.51.100.7").await.expect("negotiated");
    let mut wire = TcpStream::connect(gate.address).await.expect("accepted");
    wire.write_all(&packet(b'O', b"\0\0\0\x06\0\0\0\0\0\0\0\0")[..9]).await.expect("the gate reads");
    assert!(is_closed(&mut wire).await);
    assert_eq!(quiet.send(&mail(Some("ana"), &to)).await.expect("answered"), MilterEnd::Passes);
}

#[tokio::test]
async fn the_word_to_stop_ends_connections_between_mails_and_lets_a_mail_end() {
    let gate = gate(patient()).await;
    let mut idle = TcpStream::connect(gate.address).await.expect("accepted");
    let mut busy = TcpStream::connect(gate.address).await.expect("accepted");
    let begin = [
        packet(b'O', b"\0\0\0\x06\0\0\x01\xff\0\x1f\xff\xff"),
        packet(b'D', b"M{auth_authen}\0ana\0"),
        packet(b'M', b"<a@x>\0"),
    ];
    busy.write_all(&begin.concat()).await.expect("the gate reads");
    // The negotiation's reply with three wishes for macros, then "go on".
    let mut reply = vec![0; 4];
    loop {
        busy.read_exact(&mut reply).await.expect("a length");
        let length = u32::from_be_bytes([reply[0], reply[1], reply[2], reply[3]]) as usize;
        let mut data = vec![0; length];
        busy.read_exact(&mut data).await.expect("a packet");
        if data == b"c" {
            break;
        }
    }
    gate.stop.send_replace(true);
    assert!(is_closed(&mut idle).await);
    busy.write_all(&[packet(b'R', b"<f@x>\0"), packet(b'E', b"")].concat()).await.expect("the gate reads");
    let mut replies = vec![0; 10];
    busy.read_exact(&mut replies).await.expect("the mail ends well");
    assert_eq!(replies, b"\0\0\0\x01c\0\0\0\x01c");
    assert!(is_closed(&mut busy).await, "between mails now");
    gate.served.await.expect("the gate does not panic");
}

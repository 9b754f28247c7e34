//! What lines of a log tell, and that lines of others tell nothing.

use parking_lot::Mutex;

use super::*;

#[derive(Default)]
struct Heard(Mutex<Vec<String>>, Mutex<Vec<bool>>);

impl TakesLog for Heard {
    fn log_told(&self, told: &LogTold<'_>) {
        self.0.lock().push(format!("{} {:?} {:?}", told.queue_id, told.at_unix_s, told.what));
    }

    fn log_is_read(&self, is_read: bool) {
        self.1.lock().push(is_read);
    }
}

fn heard(lines: &[&str]) -> Vec<String> {
    let takes = Heard::default();
    for line in lines {
        tell(line.as_bytes(), &takes);
    }
    takes.0.into_inner()
}

#[test]
fn each_kind_of_line_is_told_and_what_other_programs_write_is_not() {
    let told = heard(&[
        "Mar  2 08:00:00 mx dovecot: imap-login: Login: user=<rob>",
        "<22>Mar  2 08:00:00 mx postfix/submission/smtpd[71]: ABCDE1: client=pc[192.0.2.7], sasl_username=rob",
        "2026-03-02T08:00:01+00:00 mx postfix/qmgr[7]: ABCDE1: from=<rob@a.example>, size=1, nrcpt=1 (queue active)",
        "Mar  2 08:00:02 mx postfix/smtp[9]: ABCDE1: to=<x@x.example>, orig_to=<y@y.example>, relay=mx.x.example[192.0.2.9]:25, delay=0, delays=0/0/0/0, dsn=5.1.1, status=bounced (host mx.x.example[192.0.2.9] said: 550 5.1.1 unknown)",
        "Mar  2 08:00:02 mx postfix/smtp[9]: ABCDE1: to=<x@x.example>, relay=127.0.0.1[127.0.0.1]:10024, delay=0, delays=0/0/0/0, dsn=2.0.0, status=sent (250 Ok)",
        "Mar  2 08:00:02 mx postfix/smtp[9]: ABCDE1: to=<x@x.example>, relay=none, delay=0, delays=0/0/0/0, dsn=2.1.5, status=deliverable (250 Ok)",
        "Mar  2 08:00:03 mx postfix/qmgr[7]: ABCDE1: removed",
        "\0\0nonsense",
    ]);
    assert_eq!(
        told,
        [
            r#"ABCDE1 None HandedIn { login: Some("rob"), client_address: "192.0.2.7" }"#,
            r#"ABCDE1 Some(1772438401) Queued { sender: "rob@a.example" }"#,
            r#"ABCDE1 None Answered { to: "y@y.example", answer: Answer { status: Refused, code: "5.1.1", words: "host mx.x.example[192.0.2.9] said: 550 5.1.1 unknown" }, is_on_this_host: false }"#,
            r#"ABCDE1 None Answered { to: "x@x.example", answer: Answer { status: Delivered, code: "2.0.0", words: "250 Ok" }, is_on_this_host: true }"#,
        ]
    );
}

#[test]
fn a_server_on_this_host_is_known_by_its_address() {
    for (relay, is_here) in [
        ("127.0.0.1[127.0.0.1]:10024", true),
        ("localhost[::1]:10024", true),
        ("scan[private/scan]", true),
        ("mx.x.example[192.0.2.9]:25", false),
        ("none", false),
        ("local", false),
    ] {
        assert_eq!(is_on_this_host(relay), is_here, "{relay}");
    }
}

#[tokio::test]
async fn a_file_is_followed_from_the_moment_that_it_can_be_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mail.log");
    let takes = Arc::new(Heard::default());
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let serving = tokio::spawn(serve_mail_log_file(path.clone(), takes.clone(), stopped));
    while takes.1.lock().is_empty() {
        tokio::task::yield_now().await;
    }
    std::fs::write(
        &path,
        "Mar  2 08:00:03 mx postfix/qmgr[7]: ABCDE1: from=<>, size=1, nrcpt=1 (queue active)\n",
    )
    .expect("writable");
    while takes.0.lock().is_empty() {
        tokio::task::yield_now().await;
    }
    stop.send(true).expect("it serves");
    serving.await.expect("it ends");
    assert_eq!(*takes.1.lock(), [false, true]);
}

#[tokio::test]
async fn a_socket_takes_a_line_a_datagram_and_stops() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("log.sock");
    let takes = Arc::new(Heard::default());
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let door = DatagramDoor::open(&path, 0o600).expect("free");
    let serving = tokio::spawn(serve_mail_log_socket(door, takes.clone(), stopped));
    let sender = std::os::unix::net::UnixDatagram::unbound().expect("a socket");
    let line = "<22>Mar  2 08:00:03 mx postfix/pickup[7]: ABCDE1: uid=33 from=<www-data>\n";
    sender.send_to(&[b'x'; LINE_BYTES_MAX + 100], &path).expect("taken");
    sender.send_to(line.as_bytes(), &path).expect("taken");
    while takes.0.lock().is_empty() {
        tokio::task::yield_now().await;
    }
    stop.send(true).expect("it serves");
    serving.await.expect("it ends");
    assert_eq!(*takes.0.lock(), ["ABCDE1 None HandedOver"]);
}

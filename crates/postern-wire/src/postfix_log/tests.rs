//! Lines as Postfix writes them, lines as strangers would like them to be, and nonsense.

use proptest::prelude::*;

use super::*;

const STAMP: &str = "Mar  2 08:00:00 mx postfix";

/// The event of a line of this program.
fn event<'a>(line: &'a str) -> Event<'a> {
    let line = Line::parse(line).unwrap_or_else(|error| panic!("{line}: {error}"));
    assert!(line.queue_id.is_some(), "{line:?}");
    line.event
}

fn line(program: &str, message: &str) -> String {
    format!("{STAMP}/{program}[71]: 4cQxyz3bNwz1B2: {message}")
}

#[test]
fn a_login_is_read_with_its_client_whatever_follows() {
    for (text, address, login) in [
        ("client=pc[192.0.2.7], sasl_method=PLAIN, sasl_username=rob", "192.0.2.7", Some("rob")),
        (
            "client=unknown[2001:db8::7]:51234, sasl_method=LOGIN, sasl_username=rob@contoso.example, sasl_sender=a, sasl_username=eve",
            "2001:db8::7",
            Some("rob@contoso.example"),
        ),
        (
            "client=pc[192.0.2.7], sasl_username=rob, orig_queue_id=4cQ, orig_client=x[1.2.3.4]",
            "192.0.2.7",
            Some("rob"),
        ),
        ("client=mx.a.example[192.0.2.9]", "192.0.2.9", None),
        ("client=pc[192.0.2.7], sasl_method=PLAIN, sasl_username=", "192.0.2.7", None),
    ] {
        let line = line("submission/smtpd", text);
        let Event::Client(client) = event(&line) else { panic!("{line}") };
        assert_eq!((client.address, client.login), (address, login), "{line}");
    }
}

#[test]
fn a_message_in_the_queue_is_read_and_its_sender_cannot_say_more() {
    let plain = line("qmgr", "from=<rob@contoso.example>, size=1234, nrcpt=2 (queue active)");
    let hostile =
        line("qmgr", "from=<\"a>, size=1, nrcpt=1 (\"@x.example>, size=1234, nrcpt=2 (queue active)");
    let bounce = line("qmgr", "from=<>, size=9, nrcpt=1 (queue active)");
    for (line, sender, size, recipients) in [
        (&plain, "rob@contoso.example", 1_234, 2),
        (&hostile, "\"a>, size=1, nrcpt=1 (\"@x.example", 1_234, 2),
        (&bounce, "", 9, 1),
    ] {
        assert_eq!(event(line), Event::Queued(Queued { sender, size, recipients }));
    }
    assert_eq!(
        event(&line("qmgr", "from=<rob@a.example>, status=expired, returned to sender")),
        Event::Expired
    );
    assert_eq!(event(&line("qmgr", "removed")), Event::Removed);
    assert_eq!(
        event(&line("cleanup", "message-id=<1@a.example>")),
        Event::MessageId { message_id: "1@a.example" }
    );
    assert_eq!(
        event(&line("cleanup", "message-id=none given")),
        Event::MessageId { message_id: "none given" }
    );
    assert_eq!(
        event(&line("pickup", "uid=33 from=<www-data>")),
        Event::Local { uid: 33, sender: "www-data" }
    );
}

#[test]
fn a_delivery_is_read_with_what_the_other_server_said() {
    let sent = line(
        "smtp",
        "to=<ann@a.example>, relay=mx.a.example[192.0.2.1]:25, conn_use=2, delay=1.1, delays=0.1/0/0.5/0.5, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4F (really))",
    );
    let expected = Delivery {
        to: "ann@a.example",
        original_to: None,
        relay: "mx.a.example[192.0.2.1]:25",
        dsn: "2.0.0",
        status: DeliveryStatus::Sent,
        reply: "250 2.0.0 Ok: queued as 4F (really)",
    };
    assert_eq!(event(&sent), Event::Delivery(expected));
    let local = line(
        "lmtp",
        "to=<rob@contoso.example>, orig_to=<info@contoso.example>, relay=none, delay=0, delays=0/0/0/0, dsn=4.4.1, status=deferred (connect to 127.0.0.1[127.0.0.1]:24: Connection refused)",
    );
    let Event::Delivery(read) = event(&local) else { panic!("{local}") };
    assert_eq!((read.original_to, read.status), (Some("info@contoso.example"), DeliveryStatus::Deferred));
}

/// The recipient and the reply are both a stranger's words.
#[test]
fn neither_an_address_nor_a_reply_can_say_what_became_of_a_delivery() {
    let fields = "relay=mx[192.0.2.1]:25, delay=1, delays=0/0/1/0, dsn=5.1.1, status=bounced";
    let address = r#""a\">, relay=none, delay=0, delays=0/0/0/0, dsn=2.0.0, status=sent (ok"@x.example"#;
    for (to, reply) in
        [(address, "550 no"), ("ann@a.example", "550 to=<b@c>, dsn=2.0.0, status=sent (250 Ok)")]
    {
        let line = line("smtp", &format!("to=<{to}>, {fields} ({reply})"));
        let Event::Delivery(read) = event(&line) else { panic!("{line}") };
        assert_eq!((read.to, read.dsn, read.status), (to, "5.1.1", DeliveryStatus::Bounced));
        assert_eq!(read.reply, reply);
    }
    // Cut off by a syslog daemon.
    let cut = line("smtp", &format!("to=<ann@a.example>, {fields} (550 no such"));
    assert!(matches!(event(&cut), Event::Delivery(Delivery { reply: "550 no such", .. })));
}

#[test]
fn short_and_long_queue_ids_are_told_from_words() {
    for id in [
        "3F2A4",
        "3F2A41",
        "3F2A41C0123",
        "4cQxyz3bNwz1B2",
        "NOQUEUE",
        "warning",
        "fatal",
        "BADC0FFEE",
        "bcdfghjklm",
    ] {
        let line = format!("{STAMP}/smtpd[71]: {id}: removed");
        let is_id = Line::parse(&line).expect("one of Postfix's lines").queue_id.is_some();
        assert_eq!(is_id, ["3F2A41", "3F2A41C0123", "4cQxyz3bNwz1B2", "BADC0FFEE"].contains(&id), "{id}");
    }
}

#[test]
fn the_prefix_is_read_in_every_dress_and_other_programs_are_none_of_ours() {
    for (line, service) in [
        ("<22>Mar  2 08:00:00 mx postfix/qmgr[7]: 3F2A41: removed", "qmgr"),
        ("2026-03-02T08:00:00.000001+01:00 mx postfix/submission/smtpd[7]: 3F2A41: removed", "smtpd"),
        ("2026-03-02T08:00:00Z mx postfix-out/smtp: connect to x", "smtp"),
    ] {
        assert_eq!(Line::parse(line).map(|line| (line.host, line.service)), Ok(("mx", service)), "{line}");
    }
    let foreign = |line: &str| Line::parse(line).expect_err("not one of Postfix's");
    assert_eq!(
        foreign("Mar  2 08:00:00 mx dovecot: auth: postfix/smtpd[7]: 3F2A41: removed"),
        LineError::NotPostfix
    );
    assert_eq!(foreign("Mar  2 08:00:00 mx a user/b[7]: 3F2A41: removed"), LineError::NotPostfix);
    assert_eq!(foreign("    continued"), LineError::NoTime);
    assert_eq!(foreign(""), LineError::NoTime);
}

#[test]
fn a_line_is_read_up_to_its_limit() {
    let room = LINE_BYTES_MAX - line("cleanup", "message-id=").len();
    let longest = line("cleanup", &format!("message-id={}", "x".repeat(room)));
    assert_eq!(event(&longest), Event::MessageId { message_id: &"x".repeat(room) });
    assert_eq!(Line::parse(&format!("{longest}x")), Err(LineError::TooLong));
    let id = "z".repeat(QUEUE_ID_BYTES_MAX);
    let with_id = |id: &str| format!("{STAMP}/qmgr[7]: {id}: removed");
    assert_eq!(Line::parse(&with_id(&id)).map(|line| line.event), Ok(Event::Removed));
    assert_eq!(Line::parse(&with_id(&format!("{id}z"))).map(|line| line.event), Ok(Event::Other));
}

/// Pieces of real lines in any order, with anything between them.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("Mar  2 08:00:00 ".to_owned()),
        Just("2026-03-02T08:00:00+01:00 ".to_owned()),
        Just("<22>".to_owned()),
        Just("mx postfix/smtpd[7]: ".to_owned()),
        Just("3F2A41: ".to_owned()),
        Just("client=a[1.2.3.4], ".to_owned()),
        Just("sasl_username=".to_owned()),
        Just("from=<".to_owned()),
        Just("to=<\"".to_owned()),
        Just("to=<".to_owned()),
        Just(">, ".to_owned()),
        Just("size=1, nrcpt=1 (".to_owned()),
        Just("relay=x, dsn=2.0.0, status=sent (".to_owned()),
        "\\PC{0,6}",
    ]
}

proptest! {
    /// No text makes the reader panic, and what it reads is part of the line.
    #[test]
    fn nonsense_is_read_or_refused(pieces in proptest::collection::vec(piece(), 0..14)) {
        let line = pieces.concat();
        if let Ok(read) = Line::parse(&line) {
            prop_assert!(line.contains(read.host) && line.contains(read.service));
            if let Event::Delivery(delivery) = read.event {
                prop_assert!(line.contains(delivery.reply) && line.contains(delivery.to));
            }
        }
    }

    /// Whatever an authenticated user names as a recipient, and whatever the other server answers, the outcome is
    /// Postfix's. The address is in the quoted form in which Postfix writes it.
    #[test]
    fn the_outcome_is_postfixs(local in "[ -~]{0,40}", reply in "[ -~]{0,60}") {
        let quoted = local.replace('\\', "\\\\").replace('"', "\\\"");
        let text = format!("to=<\"{quoted}\"@x.example>, relay=mx[192.0.2.1]:25, delay=1, delays=0/0/1/0, dsn=5.1.1, status=bounced ({reply})");
        let line = line("smtp", &text);
        let Event::Delivery(read) = event(&line) else { panic!("{line}") };
        prop_assert_eq!((read.dsn, read.status, read.reply), ("5.1.1", DeliveryStatus::Bounced, reply.as_str()));
        prop_assert_eq!(read.to, format!("\"{quoted}\"@x.example"));
    }

    #[test]
    fn stamps_without_a_year_come_back_within_half_a_year(unix_s in 40_000_000i64..UNIX_S_MAX - 40_000_000, nearby in -15_000_000i64..15_000_000) {
        let day = unix_s / 86_400;
        // The calendar from the other direction: Howard Hinnant's civil_from_days.
        let z = day + 719_468;
        let (era, doe) = (z / 146_097, z % 146_097);
        let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let (day_of_month, month) = (doy - (153 * mp + 2) / 5 + 1, if mp < 10 { mp + 3 } else { mp - 9 });
        let _ = era;
        let time = LogTime::NoYear { month: month as u8, day: day_of_month as u8, second_of_day: (unix_s % 86_400) as u32 };
        prop_assert_eq!(time.unix_s(unix_s + nearby, 0), Some(unix_s));
    }
}

//! Notices through a relay that records what it is given.

use postern_core::time::Timestamp;
use postern_testkit::servers::sink::{Received, Sink};

use super::*;

async fn sent(relay: &Sink, admins: &[&str], subject: &str, body: &str) -> Vec<Received> {
    let settings = NotifySettings {
        relay: relay.address().to_string(),
        from: "postern@contoso.example".into(),
        admins: admins.iter().map(|admin| (*admin).into()).collect(),
    };
    let notice = Notice {
        subject: subject.into(),
        body: body.into(),
        at: Timestamp::from_unix_s(1_700_000_000),
        also_to: Vec::new(),
    };
    SmtpNotifier::new(&settings).expect("settings").notify_admins(notice).await.expect("handed over");
    relay.messages()
}

fn header<'a>(message: &'a Received, name: &str) -> Vec<&'a str> {
    let head = message.text.split("\n\n").next().unwrap_or_default();
    head.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).collect()
}

#[tokio::test]
async fn every_admin_gets_the_notice_in_a_mail_of_their_own() {
    let relay = Sink::start().await.expect("sink");
    let admins = ["a@contoso.example", "b@contoso.example"];
    let messages = sent(&relay, &admins, "Sending restricted", "rob@contoso.com\n.\nend\n").await;
    let recipients: Vec<_> = messages.iter().map(|message| message.to.join(",")).collect();
    assert_eq!(recipients, admins);
    let first = &messages[0];
    assert_eq!(first.from, "postern@contoso.example");
    assert_eq!(header(first, "Subject"), ["Sending restricted"]);
    assert_eq!(header(first, "Auto-Submitted"), ["auto-generated"]);
    assert_eq!(header(first, "Date"), ["Tue, 14 Nov 2023 22:13:20 +0000"]);
    assert!(
        first.text.trim_end().ends_with("rob@contoso.com\n.\nend"),
        "a line with a dot survives: {}",
        first.text
    );
    assert_eq!(header(first, "Message-ID"), header(&messages[1], "Message-ID"));
}

#[tokio::test]
async fn addresses_that_the_notice_names_are_told_once_and_what_is_none_is_passed_over() {
    let relay = Sink::start().await.expect("sink");
    let settings = NotifySettings {
        relay: relay.address().to_string(),
        from: "postern@contoso.example".into(),
        admins: vec!["Admins <a@contoso.example>".into()],
    };
    let also_to = ["A@contoso.example", "eva@contoso.example", "no address", "eva@contoso.example"];
    let notice = Notice {
        subject: "s".into(),
        body: "b".into(),
        at: Timestamp::from_unix_s(1_700_000_000),
        also_to: also_to.map(str::to_owned).to_vec(),
    };
    SmtpNotifier::new(&settings).expect("settings").notify_admins(notice).await.expect("handed over");
    let recipients: Vec<_> = relay.messages().iter().map(|message| message.to.join(",")).collect();
    assert_eq!(recipients, ["a@contoso.example", "eva@contoso.example"]);
}

#[tokio::test]
async fn a_subject_with_line_breaks_adds_no_header_and_no_recipient() {
    let relay = Sink::start().await.expect("sink");
    let subject = "rob\r\nBcc: evil@elsewhere.example\r\n\r\nbody";
    let messages = sent(&relay, &["a@contoso.example"], subject, "text").await;
    assert_eq!(messages.len(), 1);
    assert_eq!(messages[0].to, ["a@contoso.example"]);
    assert!(header(&messages[0], "Bcc").is_empty(), "{}", messages[0].text);
    assert!(messages[0].text.trim_end().ends_with("\n\ntext"), "{}", messages[0].text);
}

#[tokio::test]
async fn a_long_subject_and_body_are_cut_at_their_limits() {
    let relay = Sink::start().await.expect("sink");
    let body = format!("{}å", "x".repeat(BODY_BYTES_MAX - 1));
    let message = sent(&relay, &["a@contoso.example"], &"s".repeat(500), &body).await.remove(0);
    let subject = message.text.lines().skip_while(|line| !line.starts_with("Subject: "));
    let subject = subject.take_while(|line| line.starts_with([' ', 'S']));
    assert_eq!(subject.map(|line| line.matches('s').count()).sum::<usize>(), SUBJECT_CHARS_MAX);
    assert_eq!(shortened(&body, BODY_BYTES_MAX).len(), BODY_BYTES_MAX - 1, "not within a letter");
}

#[tokio::test]
async fn a_relay_that_is_not_there_is_named_in_the_error() {
    let relay = Sink::start().await.expect("sink").address().to_string();
    let settings = NotifySettings {
        relay: relay.clone(),
        from: "p@x.example".into(),
        admins: vec!["a@x.example".into()],
    };
    let notice =
        Notice { subject: "s".into(), body: "b".into(), at: Timestamp::from_unix_s(0), also_to: Vec::new() };
    let error =
        SmtpNotifier::new(&settings).expect("settings").notify_admins(notice).await.expect_err("gone");
    assert!(error.to_string().contains(&relay), "{error}");
}

#[test]
fn settings_that_cannot_work_are_refused() {
    let check = |relay: &str, from: &str, admins: usize| {
        let admins = vec!["a@x.example".to_owned(); admins];
        SmtpNotifier::new(&NotifySettings { relay: relay.into(), from: from.into(), admins }).is_ok()
    };
    assert!(check("127.0.0.1:25", "p@x.example", 1));
    assert!(check("[::1]:25", "Postern <p@x.example>", ADMINS_MAX));
    assert!(!check("127.0.0.1", "p@x.example", 1));
    assert!(!check("127.0.0.1:0", "p@x.example", 1));
    assert!(!check(":25", "p@x.example", 1));
    assert!(!check("127.0.0.1:25", "p", 1));
    assert!(!check("127.0.0.1:25", "p@x.example\r\nBcc: q@x.example", 1));
    assert!(!check("127.0.0.1:25", "p@x.example", 0));
    assert!(!check("127.0.0.1:25", "p@x.example", ADMINS_MAX + 1));
}

//! What reports claim, in the forms that servers write, and that nonsense claims nothing.

use proptest::prelude::*;

use super::*;

const BOUNCE: &str = "Received: from mx.a.example (mx.a.example [192.0.2.1])\r\n\tby mx.contoso.example (Postfix) with ESMTP id 4BqReport1z\r\n\tfor <reports@contoso.example>; Mon, 2 Mar 2026 08:00:09 +0000 (UTC)\r
From: MAILER-DAEMON@a.example\r
To: reports@contoso.example\r
Subject: Undelivered Mail Returned to Sender\r
MIME-Version: 1.0\r
Content-Type: multipart/report; report-type=delivery-status;\r
\tboundary=\"b1\"\r
\r
This is a MIME-encapsulated message.\r
\r
--b1\r
Content-Type: text/plain; charset=us-ascii\r
\r
I'm sorry to have to inform you. 5.1.1\r
--b1\r
Content-Type: message/delivery-status\r
\r
Reporting-MTA: dns; mx.a.example\r
X-Postfix-Queue-ID: 0AAAAAAAAA\r
\r
Final-Recipient: rfc822; ann@a.example\r
Original-Recipient: rfc822;sales@a.example\r
Action: failed\r
Status: 5.1.1\r
Diagnostic-Code: smtp; 550 5.1.1 <ann@a.example>:\r
    User unknown\r
\r
Final-Recipient: rfc822; <bob@a.example>\r
Action: delayed\r
Status: 4.2.2\r
\r
--b1\r
Content-Type: message/rfc822\r
\r
Received: from mx.contoso.example (mx.contoso.example [198.51.100.1])\r
\tby mx.a.example (Exim) with ESMTPS id 1abc-DEF; Mon, 2 Mar 2026 08:00:01 +0000\r
Received: from pc (pc.contoso.example [192.0.2.7])\r
\t(using TLSv1.3 with cipher X)\r
\tby mx.contoso.example (Postfix) with ESMTPSA id 4BqMine1zT\r
\tfor <sales@a.example>; Mon, 2 Mar 2026 08:00:00 +0000 (UTC)\r
From: rob@contoso.example\r
Subject: offer\r
\r
Hello.\r
--b1--\r
";

const COMPLAINT: &str = "Authentication-Results: mx.contoso.example;\r
\tdkim=pass (1024-bit key; unprotected) header.d=FBL.example header.i=@fbl.example;\r
\tspf=fail smtp.mailfrom=bounce@else.example\r
Authentication-Results: evil.example; dkim=pass header.d=everybody.example\r
Content-Type: multipart/report; boundary=\"b2\"; report-type=feedback-report\r
\r
--b2\r
Content-Type: text/plain\r
\r
A user complained.\r
--b2\r
Content-Type: message/feedback-report\r
\r
Feedback-Type: abuse\r
User-Agent: Feedback/1.0\r
Version: 1\r
\r
--b2\r
Content-Type: text/rfc822-headers\r
\r
Received: by mx.contoso.example (Postfix, from userid 33)\r
\tid ABCDEF12; Mon, 2 Mar 2026 08:00:00 +0000\r
Subject: offer\r
--b2--\r
";

#[test]
fn a_bounce_names_its_failed_recipients_and_the_ids_of_the_returned_message() {
    let report = Report::read(BOUNCE.as_bytes()).expect("a report");
    let failed = Undelivered {
        address: "sales@a.example".to_owned(),
        status: "5.1.1".to_owned(),
        diagnostic: "smtp; 550 5.1.1 <ann@a.example>: User unknown".to_owned(),
    };
    assert_eq!(report.kind, ReportKind::Undelivered(vec![failed]));
    assert_eq!(report.queue_ids, ["4BqMine1zT"], "neither Exim's nor that of the report itself");
    assert_eq!(report.vouched, []);
}

#[test]
fn a_complaint_says_who_vouches_for_its_sender_in_order() {
    let report = Report::read(COMPLAINT.as_bytes()).expect("a report");
    assert_eq!(report.kind, ReportKind::Complaint);
    assert_eq!(report.queue_ids, ["ABCDEF12"]);
    let vouched =
        |server: &str, domain: &str| Vouched { server: server.to_owned(), domains: vec![domain.to_owned()] };
    assert_eq!(
        report.vouched,
        [vouched("mx.contoso.example", "fbl.example"), vouched("evil.example", "everybody.example")]
    );
}

#[test]
fn what_is_no_complaint_or_no_report_is_none() {
    let with = |from: &str, to: &str| Report::read(COMPLAINT.replace(from, to).as_bytes());
    assert_eq!(with("Feedback-Type: abuse", "Feedback-Type: not-spam"), None);
    assert_eq!(with("Feedback-Type: abuse", "Feedback-Type: auth-failure"), None);
    assert_eq!(with("multipart/report", "multipart/mixed"), None);
    assert!(with("Feedback-Type: abuse", "Feedback-Type: FRAUD").is_some());
    assert_eq!(Report::read(b""), None);
    assert_eq!(Report::read(b"Subject: Undelivered\r\n\r\n550 5.1.1\r\n"), None);
}

#[test]
fn lists_have_their_limits() {
    let group = "\r\nFinal-Recipient: rfc822; x@a.example\r\nAction: failed\r\nStatus: 5.1.1\r\n";
    let begin = "X-Postfix-Queue-ID: 0AAAAAAAAA\r\n";
    let many = BOUNCE.replace(begin, &format!("{begin}{}", group.repeat(RECIPIENTS_MAX + 5)));
    let Some(Report { kind: ReportKind::Undelivered(all), .. }) = Report::read(many.as_bytes()) else {
        panic!("a report");
    };
    assert_eq!(all.len(), RECIPIENTS_MAX);
    let hop = "Received: by mx.contoso.example (Postfix) id ABCDEF12; today\r\n";
    let many = BOUNCE.replace("From: rob@contoso.example\r\n", &hop.repeat(QUEUE_IDS_MAX + 5));
    assert_eq!(Report::read(many.as_bytes()).expect("a report").queue_ids.len(), QUEUE_IDS_MAX);
    // A message that is longer than what is looked at is read as far as that goes.
    let long = format!("{BOUNCE}{}", "x".repeat(REPORT_BYTES_MAX));
    assert!(Report::read(long.as_bytes()).is_some());
}

#[test]
fn comments_hide_nothing_that_stands_outside_of_them() {
    assert_eq!(without_comments("a (b (c) d) e"), "a  e");
    assert_eq!(without_comments("a ) b ( c"), "a  b ");
    assert_eq!(vouched("(mx) x.example; dkim=fail header.d=a.example").expect("read").domains, [""; 0]);
    assert_eq!(vouched(""), None);
    assert_eq!(vouched("mx.example; dkim=pass heäder.d=x; dkim=pass").expect("read").domains, [""; 0]);
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = Report::read(&bytes);
    }

    #[test]
    fn no_cut_and_no_changed_byte_makes_it_panic(cut in 0..2_000_usize, at in 0..2_000_usize, byte: u8) {
        for text in [BOUNCE, COMPLAINT] {
            let mut bytes = text.as_bytes()[..cut.min(text.len())].to_vec();
            if let Some(changed) = bytes.get_mut(at) {
                *changed = byte;
            }
            let _ = Report::read(&bytes);
        }
    }
}

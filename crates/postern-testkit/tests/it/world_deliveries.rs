//! What the mail log tells, through the real engine: whose it is, what counts, and what does not.

use postern_core::command::Command;
use postern_core::compromise::Level;
use postern_core::ids::AccountId;
use postern_core::outbound::{Answer, AnswerStatus, DeliveryStanding};
use postern_core::restriction::{EvidenceKind, Reason};
use postern_core::time::Span;
use postern_engine::ask::{LogTold, PolicyAnswer, PolicyAsk, Told};
use postern_engine::sending::{ReportTaken, Reported};
use postern_gates::client::{MilterClient, MilterMail};
use postern_testkit::world::{World, root};

const ROB: &str = "rob@contoso.example";

fn sent(world: &World, login: &str, queue_id: &str) {
    world.engine.policy_asked(&PolicyAsk {
        protocol_state: "END-OF-MESSAGE",
        sasl_username: login,
        sender: login,
        recipient_count: 1,
        instance: queue_id,
        queue_id,
        ..PolicyAsk::default()
    });
}

fn told(world: &World, queue_id: &str, what: Told<'_>) {
    world.engine.log_told(&LogTold { queue_id, at_unix_s: None, what });
}

fn answered(world: &World, queue_id: &str, to: &str, status: AnswerStatus, code: &str) {
    let answer = Answer { status, code, words: "said so" };
    told(world, queue_id, Told::Answered { to, answer, is_on_this_host: false });
}

fn missing(world: &World, queue_id: &str, to: &str) {
    answered(world, queue_id, to, AnswerStatus::Refused, "5.1.1");
}

/// So many recipients that do not exist, one a message.
fn many_missing(world: &World, count: usize) {
    for number in 0..count {
        let queue_id = format!("4BqMissing{number}z");
        sent(world, ROB, &queue_id);
        missing(world, &queue_id, &format!("nobody{number}@elsewhere.example"));
    }
}

fn kinds(world: &World, account: AccountId) -> Vec<EvidenceKind> {
    let signals = world.engine.compromise_of(account).signals;
    signals.iter().map(|signal| signal.evidence.kind).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn addresses_that_do_not_exist_raise_an_alert_and_nothing_more() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    let anna = world.person("anna@contoso.example").await?.id;
    many_missing(&world, 5);
    let standing = world.engine.compromise_of(rob);
    assert_eq!((standing.score.round(), standing.level), (50.0, Level::Alert));
    assert_eq!(kinds(&world, rob), [EvidenceKind::NoSuchAddress]);
    // Refusals for spam come on top: 90 points of strangers are still an alert.
    for (queue_id, to) in [("4BqSpamOnez", "x@one.example"), ("4BqSpamTwoz", "x@two.example")] {
        sent(&world, ROB, queue_id);
        answered(&world, queue_id, to, AnswerStatus::Refused, "5.7.1");
    }
    let standing = world.engine.compromise_of(rob);
    assert_eq!((standing.score.round(), standing.level), (90.0, Level::Alert));
    let expected = DeliveryStanding { no_such_address: 5, taken_for_spam: 2, ..DeliveryStanding::default() };
    assert_eq!(world.engine.deliveries_of(rob), expected);
    assert_eq!(world.engine.deliveries_of(anna), DeliveryStanding::default());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn beside_a_volume_of_its_own_bounces_restrict_sooner_and_a_release_settles_them() -> anyhow::Result<()>
{
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    many_missing(&world, 5);
    let mut accepted = 0;
    for number in 0..31 {
        let recipient = format!("stranger{number}@elsewhere.example");
        let answer = world.engine.policy_asked(&PolicyAsk {
            protocol_state: "RCPT",
            sasl_username: ROB,
            sender: ROB,
            recipient: &recipient,
            instance: &recipient,
            ..PolicyAsk::default()
        });
        accepted += usize::from(!matches!(answer, PolicyAnswer::Refuse { .. }));
    }
    assert!(accepted < 25, "{accepted} of 30");
    let open = world.engine.why(rob).await?.map(|why| why.open).unwrap_or_default();
    assert_eq!(open.len(), 1, "{open:?}");
    assert!(matches!(open[0].restriction.reason, Reason::CompromiseScore { .. }), "{open:?}");
    world.engine.execute(rob, Command::UnblockSending, root("the owner called")).await?;
    assert_eq!(world.engine.deliveries_of(rob), DeliveryStanding::default());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_counts_once_and_only_for_recipients_outside_and_messages_of_ours() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    sent(&world, ROB, "4BqOnez");
    for _ in 0..3 {
        missing(&world, "4BqOnez", "nobody@elsewhere.example");
    }
    missing(&world, "4BqOnez", "nobody@contoso.example");
    missing(&world, "4BqOtherz", "nobody@elsewhere.example");
    for _ in 0..3 {
        answered(&world, "4BqOnez", "slow@elsewhere.example", AnswerStatus::PutOff, "4.2.0");
    }
    let expected = DeliveryStanding { no_such_address: 1, put_off: 3, ..DeliveryStanding::default() };
    assert_eq!(world.engine.deliveries_of(rob), expected);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_alone_says_whose_a_message_is_and_when_its_id_is_anothers() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    let hand_in = |login| Told::HandedIn { login, client_address: "198.51.100.7" };
    told(&world, "ABCDE1", hand_in(Some("ROB@contoso.example")));
    missing(&world, "ABCDE1", "one@elsewhere.example");
    assert_eq!(world.engine.deliveries_of(rob).no_such_address, 1);
    // The same id, for mail that comes in.
    told(&world, "ABCDE1", hand_in(None));
    missing(&world, "ABCDE1", "two@elsewhere.example");
    assert_eq!(world.engine.deliveries_of(rob).no_such_address, 1);
    // And for a bounce that the server writes itself: nobody hands it in.
    sent(&world, ROB, "ABCDE2");
    told(&world, "ABCDE2", Told::Queued { sender: ROB });
    told(&world, "ABCDE2", Told::Queued { sender: "" });
    missing(&world, "ABCDE2", "three@elsewhere.example");
    assert_eq!(world.engine.deliveries_of(rob).no_such_address, 1);
    // A login that is nobody's here.
    told(&world, "ABCDE3", hand_in(Some("nobody@contoso.example")));
    missing(&world, "ABCDE3", "four@elsewhere.example");
    assert_eq!(world.engine.deliveries_of(rob).no_such_address, 1);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_is_followed_through_a_content_filter_on_the_same_host() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    sent(&world, ROB, "4BqBeforez");
    let filtered = |words, is_on_this_host| {
        let answer = Answer { status: AnswerStatus::Delivered, code: "2.0.0", words };
        Told::Answered { to: "friend@elsewhere.example", answer, is_on_this_host }
    };
    // Behind the filter it is handed in without a login, before the filter answers.
    told(&world, "4BqBehindz", Told::HandedIn { login: None, client_address: "127.0.0.1" });
    told(&world, "4BqBeforez", filtered("250 2.0.0 Ok: queued as 4BqBehindz", true));
    assert_eq!(world.engine.deliveries_of(rob), DeliveryStanding::default(), "nothing is delivered yet");
    missing(&world, "4BqBehindz", "friend@elsewhere.example");
    assert_eq!(world.engine.deliveries_of(rob).no_such_address, 1);
    // What another host says of its own ids is its own affair.
    told(&world, "4BqBeforez", filtered("250 2.0.0 Ok: queued as 4BqElsez", false));
    missing(&world, "4BqElsez", "friend@elsewhere.example");
    assert_eq!(world.engine.deliveries_of(rob).no_such_address, 1);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_from_before_the_message_is_not_about_it() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    sent(&world, ROB, "ABCDE1");
    let now_s = world.engine.envelopes_of_account(rob)[0].at.unix_micros() / 1_000_000;
    let answer = Answer { status: AnswerStatus::Refused, code: "5.1.1", words: "" };
    let what = Told::Answered { to: "x@elsewhere.example", answer, is_on_this_host: false };
    let line = |at| LogTold { queue_id: "ABCDE1", at_unix_s: Some(at), what };
    world.engine.log_told(&line(now_s - 3_600));
    assert_eq!(world.engine.deliveries_of(rob), DeliveryStanding::default());
    world.engine.log_told(&line(now_s + 3_600));
    assert_eq!(world.engine.deliveries_of(rob).no_such_address, 1);
    world.clock.advance(Span::from_days(7));
    assert_eq!(world.engine.deliveries_of(rob), DeliveryStanding::default(), "a week later");
    Ok(())
}

/// A bounce that says this of recipients that do not exist.
fn bounced(world: &World, queue_id: &str, addresses: &[&str]) -> ReportTaken {
    let gone = Answer { status: AnswerStatus::Refused, code: "5.1.1", words: "unknown" };
    let recipients: Vec<_> = addresses.iter().map(|&address| (address, gone)).collect();
    world.engine.report_told(&["4BqElsewherez", queue_id], Reported::Undelivered(&recipients))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bounce_counts_for_a_message_that_was_seen_and_for_no_more_recipients_than_it_had()
-> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    sent(&world, ROB, "4BqOnez");
    assert_eq!(bounced(&world, "4BqOtherz", &["a@elsewhere.example"]), ReportTaken::NoSuchMessage);
    let invented: Vec<String> = (0..50).map(|number| format!("x{number}@elsewhere.example")).collect();
    let invented: Vec<&str> = invented.iter().map(String::as_str).collect();
    assert_eq!(bounced(&world, "4BqOnez", &invented), ReportTaken::Counted(rob));
    assert_eq!(world.engine.deliveries_of(rob).no_such_address, 1, "the message had one");
    assert_eq!(bounced(&world, "4BqOnez", &invented), ReportTaken::NothingNew(rob));
    // What the log has told, a bounce of our own server tells again.
    sent(&world, ROB, "4BqTwoz");
    missing(&world, "4BqTwoz", "b@elsewhere.example");
    assert_eq!(bounced(&world, "4BqTwoz", &["b@elsewhere.example"]), ReportTaken::NothingNew(rob));
    assert_eq!(bounced(&world, "4BqTwoz", &["b@contoso.example"]), ReportTaken::NothingNew(rob));
    assert_eq!(world.engine.deliveries_of(rob).no_such_address, 2);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_received_mail_and_writes_every_report_there_is_has_nobody_restricted() -> anyhow::Result<()>
{
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    for number in 0..40 {
        let queue_id = format!("4BqSeen{number}z");
        sent(&world, ROB, &queue_id);
        bounced(&world, &queue_id, &[&format!("gone{number}@attacker.example")]);
        answered(&world, &queue_id, &format!("x@attacker{number}.example"), AnswerStatus::Refused, "5.7.1");
        let vouched = ["fbl.example".to_owned(), "reports.example".to_owned()];
        for domain in &vouched {
            let by = [("mx.contoso.example", std::slice::from_ref(domain))];
            world.engine.report_told(&[&queue_id], Reported::Complaint(&by));
        }
    }
    let standing = world.engine.compromise_of(rob);
    assert_eq!((standing.score, standing.level), (100.0, Level::Alert), "{standing:?}");
    let open = world.engine.why(rob).await?.map(|why| why.open).unwrap_or_default();
    assert_eq!(open.len(), 0, "{open:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_complaint_counts_only_from_a_reporter_whom_our_own_server_vouches_for() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    sent(&world, ROB, "4BqOnez");
    let complain = |by: &[(&str, &[String])]| world.engine.report_told(&["4BqOnez"], Reported::Complaint(by));
    let fbl = ["fbl.example".to_owned()];
    let stranger = ["stranger.example".to_owned()];
    assert_eq!(complain(&[]), ReportTaken::NotTrusted);
    assert_eq!(complain(&[("evil.example", &fbl)]), ReportTaken::NotTrusted);
    assert_eq!(complain(&[("mx.contoso.example", &stranger)]), ReportTaken::NotTrusted);
    // A header in our server's name that came with the mail stands below the one that it wrote.
    let forged = [("mx.contoso.example", &stranger[..]), ("mx.contoso.example", &fbl[..])];
    assert_eq!(complain(&forged), ReportTaken::NotTrusted);
    assert_eq!(kinds(&world, rob), []);
    assert_eq!(complain(&[("mx.contoso.example", &fbl)]), ReportTaken::Counted(rob));
    assert_eq!(complain(&[("mx.contoso.example", &fbl)]), ReportTaken::NothingNew(rob));
    assert_eq!(world.engine.compromise_of(rob).score.round(), 20.0);
    assert_eq!(
        complain(&[("mx.contoso.example", &["reports.example".to_owned()])]),
        ReportTaken::Counted(rob)
    );
    assert_eq!(world.engine.compromise_of(rob).score.round(), 60.0);
    Ok(())
}

/// Postfix logs the login while the mail is still on its way through the milter.
#[tokio::test(flavor = "multi_thread")]
async fn a_login_that_the_log_names_first_takes_nothing_from_what_the_milter_counts() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    for number in 0..40 {
        let queue_id = format!("4BqMilter{number}z");
        told(&world, &queue_id, Told::HandedIn { login: Some(ROB), client_address: "198.51.100.7" });
        let recipients = [format!("stranger{number}@elsewhere.example")];
        let mail = MilterMail {
            login: Some(ROB),
            queue_id: &queue_id,
            sender: ROB,
            recipients: &recipients,
            headers: &[("From", ROB)],
            body: "Hello.",
        };
        MilterClient::smtpd(world.milter, "198.51.100.7").await?.send(&mail).await?;
    }
    let open = world.engine.why(rob).await?.map(|why| why.open).unwrap_or_default();
    assert_eq!(open.len(), 1, "forty strangers: {open:?}");
    Ok(())
}

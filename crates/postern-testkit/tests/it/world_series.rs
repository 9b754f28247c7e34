//! What pictures are made of, through the real gates, engine and store, with days that pass in a moment.

use postern_core::command::Command;
use postern_core::reach::Reach;
use postern_core::restriction::{Actor, RestrictionKind};
use postern_core::time::Span;
use postern_engine::ask::PolicyAsk;
use postern_engine::ports::series::Tally;
use postern_engine::queries::{AccountSeries, Range};
use postern_gates::client::{MilterClient, MilterMail};
use postern_testkit::world::{World, root};

const ROB: &str = "rob@contoso.com";
const HOME: &str = "198.51.100.20";
const LAGOS: &str = "203.0.113.66";

fn stranger(number: usize) -> String {
    format!("victim{number}@elsewhere.example")
}

fn total(sums: &[Tally]) -> Tally {
    let mut all = Tally::default();
    sums.iter().for_each(|sum| all.add(sum));
    all
}

/// A night as the picture of it has to show it: successes at home, a wave of guesses that locks strangers out, the
/// right password from a strange place, a spam run that is stopped, and an admin.
#[tokio::test(flavor = "multi_thread")]
async fn a_night_is_told_whole_and_a_restart_loses_none_of_it() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?;
    let mut dovecot = world.dovecot().await?;
    for _ in 0..3 {
        dovecot.attempt(ROB, "right", true, HOME).await?;
        world.clock.advance(Span::from_hours(24));
    }
    for guess in 0..14 {
        dovecot.attempt(ROB, &format!("guess {guess}"), false, LAGOS).await?;
    }
    world.clock.advance(Span::from_hours(2));
    dovecot.attempt(ROB, "right", true, LAGOS).await?;
    dovecot.attempt("nobody@contoso.com", "guess", false, LAGOS).await?;
    let mut postfix = world.postfix(ROB).await?;
    let mut let_out = 0;
    for number in 0..40 {
        let_out += postfix.send(&[stranger(number)]).await?.let_out() as u64;
    }
    world.engine.execute(rob.id, Command::UnblockSending, root("password changed")).await?;

    let check = |series: &AccountSeries| {
        assert_eq!(series.failures.len(), 1);
        let lane = &series.failures[0];
        assert_eq!(lane.network.map(|network| network.to_string()).as_deref(), Some("203.0.113.66/32"));
        assert_eq!(lane.failed.iter().sum::<u64>(), 10, "ten lock");
        assert_eq!(lane.refused.iter().sum::<u64>(), 4, "and the rest is refused");
        let marks: Vec<_> =
            series.successes.iter().map(|mark| (mark.source.as_deref(), mark.is_strange)).collect();
        assert_eq!(marks, [(Some(LAGOS), true)], "the home's were days ago");
        let kinds: Vec<_> = series.doors.iter().map(|door| (door.kind, door.until.is_some())).collect();
        assert!(kinds.contains(&(RestrictionKind::SignInLocked, true)), "{kinds:?}");
        assert!(kinds.contains(&(RestrictionKind::SendingRestricted, true)), "{kinds:?}");
        let sums = total(&series.sums);
        // The last recipient was let through, and its message was then refused at its end.
        assert_eq!(sums.recipients_permitted, let_out + 1);
        assert_eq!(sums.recipients_novel, let_out + 1);
        assert!(sums.recipients_refused >= 40 - let_out, "{sums:?}");
        assert_eq!(series.limit.max, 500);
        let who: Vec<_> = series.acts.iter().map(|act| (&act.actor, act.code.as_str())).collect();
        assert_eq!(who, [(&Actor::LocalRoot("root".to_owned()), "restriction_released")]);
    };
    check(&world.engine.account_series(rob.id, Range::Day).await?.expect("rob exists"));

    let site = world.engine.site_series().await?;
    let sums = total(&site.sums);
    assert_eq!((sums.signed_in, sums.sign_ins_failed, sums.sign_ins_refused), (1, 11, 4));
    assert_eq!(sums.recipients_permitted, let_out + 1);
    let kinds: Vec<_> = site.rule_starts.iter().map(|starts| starts.kind).collect();
    assert!(
        kinds.contains(&RestrictionKind::SignInLocked) && kinds.contains(&RestrictionKind::SendingRestricted)
    );

    let world = world.restart().await?;
    check(&world.engine.account_series(rob.id, Range::Day).await?.expect("rob exists"));
    let month = world.engine.account_series(rob.id, Range::Month).await?.expect("rob exists");
    assert_eq!(month.successes.len(), 4);
    assert_eq!(month.limit.within, Span::from_days(1));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_four_numbers_are_of_now_and_of_the_last_hour() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?;
    world.person("eva@contoso.com").await?;
    let mut dovecot = world.dovecot().await?;
    for guess in 0..14 {
        dovecot.attempt(ROB, &format!("guess {guess}"), false, LAGOS).await?;
    }
    world.engine.execute(rob.id, Command::RestrictSending { until: None }, root("phoned")).await?;
    let mut postfix = world.postfix("eva@contoso.com").await?;
    postfix.send(&[stranger(0), "anna@contoso.example".to_owned()]).await?;

    let numbers = world.engine.overview_numbers(&Reach::ALL_DOMAINS).await?;
    assert_eq!((numbers.locked, numbers.blocked, numbers.restricted), (1, 0, 1));
    assert_eq!((numbers.last_hour.sign_ins_failed, numbers.last_hour.sign_ins_refused), (10, 4));
    assert_eq!((numbers.last_hour.recipients_permitted, numbers.last_hour.recipients_refused), (2, 0));
    world.clock.advance(Span::from_minutes(62));
    let later = world.engine.overview_numbers(&Reach::ALL_DOMAINS).await?;
    assert_eq!((later.locked, later.restricted, later.last_hour), (0, 1, Tally::default()));
    Ok(())
}

/// The figures must not depend on which gates a site has: one mail to two, whoever asks at which step.
#[tokio::test(flavor = "multi_thread")]
async fn whichever_gates_ask_each_recipient_is_in_the_picture_once() -> anyhow::Result<()> {
    for states in [&["RCPT", "END-OF-MESSAGE"][..], &["RCPT"], &["END-OF-MESSAGE"], &[]] {
        let world = World::start().await?;
        let rob = world.person(ROB).await?;
        let mut session = MilterClient::smtpd(world.milter, "198.51.100.1").await?;
        let recipients = [stranger(1), "anna@contoso.example".to_owned()];
        let base = PolicyAsk {
            sasl_username: ROB,
            sender: ROB,
            instance: "i",
            queue_id: "4Bq1",
            ..PolicyAsk::default()
        };
        for recipient in recipients.iter().filter(|_| states.contains(&"RCPT")) {
            world.engine.policy_asked(&PolicyAsk { protocol_state: "RCPT", recipient, queue_id: "", ..base });
        }
        if states.contains(&"END-OF-MESSAGE") {
            world.engine.policy_asked(&PolicyAsk {
                protocol_state: "END-OF-MESSAGE",
                recipient_count: 2,
                ..base
            });
        }
        let mail = MilterMail {
            login: Some(ROB),
            queue_id: "4Bq1",
            sender: ROB,
            recipients: &recipients,
            headers: &[("From", ROB)],
            body: "Hello.\r\n",
        };
        session.send(&mail).await?;
        let series = world.engine.account_series(rob.id, Range::Day).await?.expect("rob exists");
        let sums = total(&series.sums);
        assert_eq!((sums.recipients_permitted, sums.recipients_refused), (2, 0), "{states:?}");
    }
    Ok(())
}

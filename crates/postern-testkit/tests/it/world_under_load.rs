//! A restriction and its release while both gates are busy: whatever is asked after either was answered, gets the answer
//! that it made true.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use postern_core::command::Command;
use postern_gates::client::{MilterClient, MilterEnd, MilterMail};
use postern_testkit::world::{World, root};
use tokio::task::JoinSet;

const ROB: &str = "rob@contoso.example";
const MAJA: &str = "maja@contoso.example";
/// Connections of each gate; together the 64 of issue 4.
const CONNECTIONS: usize = 32;
/// Restrictions, each with its release.
const ROUNDS: u64 = 25;
/// Answers that each state has to be seen in before it changes again.
const ANSWERS_BETWEEN: u64 = 200;

/// What is true now: odd while it changes, else the number of the state, of which every second one is restricted.
#[derive(Default)]
struct Truth {
    state: AtomicU64,
    /// Answers that were asked for and given within one state.
    answers: AtomicU64,
    is_over: AtomicBool,
}

impl Truth {
    fn is_restricted(state: u64) -> bool {
        state % 4 == 2
    }

    /// What was true from before the question until after the answer, if one thing was.
    async fn ask<T, E>(&self, question: impl Future<Output = Result<T, E>>) -> Result<Option<(bool, T)>, E> {
        let before = self.state.load(Ordering::SeqCst);
        let answer = question.await?;
        let is_one = before.is_multiple_of(2) && self.state.load(Ordering::SeqCst) == before;
        if is_one {
            self.answers.fetch_add(1, Ordering::SeqCst);
        }
        Ok(is_one.then(|| (Self::is_restricted(before), answer)))
    }
}

async fn policy_gate(world: Arc<World>, truth: Arc<Truth>, login: &'static str) -> anyhow::Result<()> {
    let mut postfix = world.postfix(login).await?;
    let recipients = ["friend@elsewhere.example".to_owned()];
    while !truth.is_over.load(Ordering::SeqCst) {
        if let Some((is_restricted, message)) = truth.ask(postfix.send(&recipients)).await? {
            let is_refused = message.refusal().is_some();
            anyhow::ensure!(
                is_refused == (is_restricted && login == ROB),
                "{login}, {is_restricted}: {message:?}"
            );
        }
    }
    Ok(())
}

async fn milter_gate(world: Arc<World>, truth: Arc<Truth>, number: usize) -> anyhow::Result<()> {
    let mut milter = MilterClient::smtpd(world.milter, "198.51.100.1").await?;
    let recipients = ["friend@elsewhere.example".to_owned()];
    let mut mails = 0_usize;
    while !truth.is_over.load(Ordering::SeqCst) {
        mails += 1;
        let mail = MilterMail {
            login: Some(ROB),
            queue_id: &format!("4BqLoad{number}z{mails}"),
            sender: ROB,
            recipients: &recipients,
            headers: &[("From", ROB)],
            body: "Hello.",
        };
        if let Some((is_restricted, end)) = truth.ask(milter.send(&mail)).await? {
            let is_refused = matches!(end, MilterEnd::Refused { .. });
            anyhow::ensure!(is_refused == is_restricted, "milter, {is_restricted}: {end:?}");
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_64_busy_connections_no_question_after_a_restriction_or_release_is_answered_as_before()
-> anyhow::Result<()> {
    let world = Arc::new(World::start().await?);
    let rob = world.person(ROB).await?.id;
    world.person(MAJA).await?;
    // The same recipient thousands of times within the virtual moment: only what a person decides is looked at here.
    let high = 1_000_000;
    world.policy(&[("outbound.cap_hour", high), ("outbound.cap_day", high)]).await?;
    let truth = Arc::new(Truth::default());
    let mut asking = JoinSet::new();
    for number in 0..CONNECTIONS {
        let login = if number % 4 == 0 { MAJA } else { ROB };
        asking.spawn(policy_gate(world.clone(), truth.clone(), login));
        asking.spawn(milter_gate(world.clone(), truth.clone(), number));
    }
    for round in 0..ROUNDS * 2 {
        let command = match round % 2 {
            0 => Command::RestrictSending { until: None },
            _ => Command::UnblockSending,
        };
        truth.state.fetch_add(1, Ordering::SeqCst);
        world.engine.execute(rob, command, root("a test under load")).await?;
        truth.answers.store(0, Ordering::SeqCst);
        truth.state.fetch_add(1, Ordering::SeqCst);
        while truth.answers.load(Ordering::SeqCst) < ANSWERS_BETWEEN {
            if let Some(ended) = asking.try_join_next() {
                ended??;
                anyhow::bail!("a connection ended before its time");
            }
            tokio::task::yield_now().await;
        }
    }
    truth.is_over.store(true, Ordering::SeqCst);
    while let Some(ended) = asking.join_next().await {
        ended??;
    }
    Ok(())
}

//! Chapters at the sending door, and the way back.

use postern_gates::client::PostfixClient;
use postern_text::key;

use super::super::stopwatch::Stopwatch;
use super::super::teller::{Teller, took};
use super::Stage;

const ROB: &str = "rob@contoso.com";
/// Rob's own place: the thief uses his machine, so only what is sent gives the run away.
const ROB_PLACE: &str = "198.51.100.31";
/// Mails that the thief would send.
const RUN_LENGTH: usize = 300;
/// Recipients let out before the run is stopped, at most (outbound reference, h).
const LET_OUT_MAX: usize = 31;

fn stranger(number: usize) -> String {
    format!("victim{number}@wingtip.example")
}

/// A spam run from rob's account, one recipient per mail. The open session is kept for the release.
pub async fn spam_run(stage: &Stage, teller: &mut Teller) -> anyhow::Result<PostfixClient> {
    teller.chapter(key::DEMO_SPAM_TITLE);
    let mut postfix = stage.postfix(ROB, ROB_PLACE).await?;
    let (mut let_out, mut delayed) = (0, 0);
    let mut refusal = None;
    for number in 0..RUN_LENGTH {
        let stopwatch = Stopwatch::start();
        let message = postfix.send(&[stranger(number)]).await?;
        let time = stopwatch.elapsed();
        let_out += message.let_out();
        delayed += message.delayed();
        if let Some(action) = message.refusal() {
            refusal = Some((action.to_owned(), time));
            break;
        }
    }
    teller.say(key::DEMO_SPAM_DELAYED, &[("count", (delayed as u64).into())]);
    teller.check(
        key::DEMO_SPAM_STOPPED,
        &[("count", (let_out as u64).into())],
        refusal.is_some() && let_out <= LET_OUT_MAX,
    );
    if let Some((action, time)) = refusal {
        teller.say(key::DEMO_SPAM_CLIENT_SEES, &[("took", took(time))]);
        teller.quote(&action);
    }
    Ok(postfix)
}

/// Fifty recipients in one message: none of the message that crosses the limit goes out.
pub async fn many_recipients_at_once(stage: &Stage, teller: &mut Teller) -> anyhow::Result<()> {
    teller.chapter(key::DEMO_BCC_TITLE);
    let mut postfix = stage.postfix("maja@contoso.example", "198.51.100.45").await?;
    let recipients: Vec<String> = (1_000..1_050).map(stranger).collect();
    let message = postfix.send(&recipients).await?;
    teller.check(
        key::DEMO_BCC_NONE_OUT,
        &[("count", (message.let_out() as u64).into())],
        message.let_out() == 0 && message.refusal().is_some(),
    );
    let mut robot = stage.postfix("invoices@contoso.example", "198.51.100.80").await?;
    let mut invoices = 0;
    for number in 2_000..2_080 {
        invoices += robot.send(&[stranger(number)]).await?.let_out();
    }
    teller.check(key::DEMO_BCC_APPLICATION, &[("count", (invoices as u64).into())], invoices == 80);
    Ok(())
}

/// The admin finds rob, unblocks him, and the very next recipient on the same open session is accepted.
pub async fn release(stage: &Stage, teller: &mut Teller, mut rob: PostfixClient) -> anyhow::Result<()> {
    teller.chapter(key::DEMO_RELEASE_TITLE);
    let listed = admin(stage, teller, &["restricted", "search", "rob"]).await?;
    teller.check(key::DEMO_RELEASE_FOUND, &[], listed.0 == Some(0) && listed.1.contains(ROB));
    let reason = "Password changed, called back by telephone";
    let unblocked = admin(stage, teller, &["restricted", "unblock", "rob", "--reason", reason]).await?;
    let stopwatch = Stopwatch::start();
    let next = rob.send(&["help@northwind.example".to_owned()]).await?;
    teller.check(
        key::DEMO_RELEASE_NEXT_ACCEPTED,
        &[("took", took(stopwatch.elapsed()))],
        unblocked.0 == Some(0) && next.let_out() == 1,
    );
    let after = admin(stage, teller, &["restricted", "search", "rob"]).await?;
    teller.check(key::DEMO_RELEASE_LIST_EMPTY, &[], !after.1.contains(ROB));
    Ok(())
}

async fn admin(stage: &Stage, teller: &Teller, arguments: &[&str]) -> anyhow::Result<(Option<i32>, String)> {
    let shown: Vec<String> = arguments
        .iter()
        .map(
            |argument| {
                if argument.contains(' ') { format!("\"{argument}\"") } else { (*argument).to_owned() }
            },
        )
        .collect();
    teller.command(&format!("postern {}", shown.join(" ")));
    let answer = stage.postern(arguments).await?;
    teller.quote(&answer.1);
    Ok(answer)
}

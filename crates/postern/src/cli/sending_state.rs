//! What stands beside a restriction of sending, in lines: what was refused, the last messages, what is in the queue and
//! the commands that decide about it, and how often people opened this door lately.

use postern_text::key;
use postern_web::api::v1::sending_state::{MessageView, SendingStateView};

use super::exit::Outcome;
use super::talk::Talk;
use super::{out, queue, receipts};

/// From so many releases within 30 days on, a reader is told of them: one or two are everyday life.
const RELEASES_TOLD_FROM: usize = 2;

/// Prints it, below the restrictions of the account.
pub fn print(talk: &Talk, address: &str, state: &SendingStateView) -> Outcome {
    if let Some(refused) = &state.refused {
        let since = talk.time_and_zone(&refused.since);
        let arguments = [("since", (&since).into()), ("count", refused.count.into())];
        out::line(&talk.say(key::CLI_SENDING_REFUSED_SINCE, &arguments))?;
    }
    if let Some(counts) = &state.queue {
        queue::print_counts(talk, address, counts.total, counts.held)?;
    }
    if let Some(cause) = &state.queue_error {
        out::line(&talk.say(key::CLI_ERROR_QUEUE_UNREADABLE, &[("cause", cause.into())]))?;
    }
    if !state.last_messages.is_empty() {
        out::line(&talk.label(key::CLI_SENDING_LAST))?;
        messages(talk, &state.last_messages)?;
    }
    if state.releases.len() >= RELEASES_TOLD_FROM {
        out::line(&receipts::releases(talk, &state.releases))?;
    }
    Ok(())
}

fn messages(talk: &Talk, messages: &[MessageView]) -> Outcome {
    let head = [
        talk.head_of_times(key::CLI_HEAD_WHEN),
        talk.label(key::CLI_HEAD_ID),
        talk.label(key::CLI_HEAD_SENDER),
        talk.label(key::CLI_HEAD_RECIPIENTS),
        talk.label(key::CLI_HEAD_SOURCE),
    ];
    let rows = messages.iter().map(|message| {
        [
            talk.time(&message.at),
            message.queue_id.clone(),
            queue::sender(talk, &message.sender),
            message.recipients.to_string(),
            message.client.clone().unwrap_or_default(),
        ]
    });
    out::indented_table(head, rows.collect())
}

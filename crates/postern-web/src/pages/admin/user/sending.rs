//! What the account sends, how it was taken, what lies in the queue, and what ended lately.

use askama::Template;
use postern_core::time::Timestamp;
use postern_engine::queries::{SendingState, Why};
use postern_text::{Arg, key};

use crate::pages::admin::page_error::PageError;
use crate::pages::admin::session::Admin;
use crate::pages::admin::shell::Shell;

#[derive(Template)]
#[template(path = "admin/user/sending.html")]
struct Sending<'a> {
    shell: &'a Shell,
    numbers: Vec<String>,
    messages: Vec<Message>,
    queue: Option<Queue>,
    lately: Vec<Ended>,
}

struct Message {
    at: Timestamp,
    sender: String,
    recipients: String,
    source: String,
}

enum Queue {
    Unread(String),
    Messages(Vec<(Message, String)>),
}

struct Ended {
    at: Timestamp,
    kind: String,
    reason: String,
    by: String,
}

pub(super) async fn content(admin: &Admin, shell: &Shell, why: &Why) -> Result<String, PageError> {
    let state = admin.engine.sending_state(why.account.id).await.map_err(PageError::unread(admin))?;
    let mut lately = Vec::new();
    for row in &why.recent {
        let Some((at, actor, _)) = &row.ended else { continue };
        let actor = admin.actor_name(actor).await;
        lately.push(Ended {
            at: *at,
            kind: admin.words.restriction_kind(row.restriction.kind),
            reason: admin.words.restriction_reason(&row.restriction.reason),
            by: admin.words.say(key::ADMIN_BY, &[("actor", (&actor).into())]),
        });
    }
    let sending = Sending {
        numbers: numbers(admin, why, &state),
        messages: state.last_messages.iter().map(|seen| message(shell, seen)).collect(),
        queue: state.queue.map(|queue| match queue {
            Ok(queued) => Queue::Messages(
                queued
                    .iter()
                    .map(|mail| (message(shell, &mail.envelope), admin.words.queue_state(mail.message.state)))
                    .collect(),
            ),
            Err(error) => {
                let cause = error.to_string();
                Queue::Unread(admin.words.say(key::CLI_ERROR_QUEUE_UNREADABLE, &[("cause", (&cause).into())]))
            }
        }),
        lately,
        shell,
    };
    Ok(sending.render().unwrap_or_default())
}

fn numbers(admin: &Admin, why: &Why, state: &SendingState) -> Vec<String> {
    let words = admin.words;
    let whole = |number: f32| number.round().max(0.0) as u64;
    let pair = |count: f32, new: f32| [("count", whole(count).into()), ("new", whole(new).into())];
    let mut numbers = vec![
        words.say(key::CLI_WHY_HOUR, &pair(why.sending.recipients_hour, why.sending.novel_hour)),
        words.say(key::CLI_WHY_DAY, &pair(why.sending.recipients_day, why.sending.novel_day)),
    ];
    numbers.extend(state.refused.map(|(since, count)| {
        let since = Arg::Time(since, &admin.engine.site().time_zone);
        words.say(key::CLI_SENDING_REFUSED_SINCE, &[("since", since), ("count", count.into())])
    }));
    numbers
}

fn message(shell: &Shell, seen: &postern_engine::sending::Envelope) -> Message {
    Message {
        at: seen.at,
        sender: seen.sender.to_string(),
        recipients: shell.number(seen.recipients.into()),
        source: seen.client.map(|client| client.to_string()).unwrap_or_default(),
    }
}

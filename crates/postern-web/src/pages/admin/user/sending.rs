//! What the account sends, how it was taken, what lies in the queue, and what ended lately.

use askama::Template;
use postern_core::command::CommandKind;
use postern_core::ids::AccountId;
use postern_core::time::Timestamp;
use postern_engine::queries::{SendingState, Why};
use postern_text::policy_values::words_of;
use postern_text::{Arg, key};

use crate::pages::Tell;
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
    policy: Policy,
    account: AccountId,
    may_plan: bool,
}

/// Which policy of sending holds, and why.
struct Policy {
    which: String,
    /// Every policy that was tried, in their order, with its name for a link.
    tried: Vec<(String, String)>,
    /// What differs from the site's own.
    values: Vec<String>,
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
        policy: policy(admin, why),
        account: why.account.id,
        may_plan: admin.is_allowed(CommandKind::ChangePolicy),
        shell,
    };
    Ok(sending.render().unwrap_or_default())
}

fn policy(admin: &Admin, why: &Why) -> Policy {
    let (words, zone) = (admin.words, &admin.engine.site().time_zone);
    let user = why.account.primary.as_str();
    let (name, in_force) = admin.engine.policy_of(why.account.id);
    let mut tried = Vec::new();
    for scoped in admin.engine.scoped_policies().in_order() {
        let is_it = name.as_ref() == Some(&scoped.name);
        let sentence = if is_it { key::SCOPED_TRIED_YES } else { key::SCOPED_TRIED_NO };
        let arguments = [("name", (&scoped.name).into()), ("priority", u64::from(scoped.priority).into())];
        tried.push((scoped.name.clone(), words.say(sentence, &arguments)));
        if is_it {
            break;
        }
    }
    let site = admin.engine.policies().outbound.values();
    let differing = in_force.values().into_iter().zip(site).filter(|((_, value), (_, site))| value != site);
    let value = |((name, value), (_, site)): ((&'static str, u64), (&'static str, u64))| {
        let of = words_of(name)?;
        let (value, site) =
            (words.policy_amount(of.unit, value, zone), words.policy_amount(of.unit, site, zone));
        let label = words.t(of.name);
        let arguments = [("name", (&label).into()), ("value", (&value).into()), ("site", (&site).into())];
        Some(words.say(key::SCOPED_DIFFERS, &arguments))
    };
    Policy {
        which: match &name {
            Some(name) => words.say(key::POLICIES_HAS, &[("user", user.into()), ("name", name.into())]),
            None => words.say(key::POLICIES_HAS_SITE, &[("user", user.into())]),
        },
        tried,
        values: differing.filter_map(value).collect(),
    }
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

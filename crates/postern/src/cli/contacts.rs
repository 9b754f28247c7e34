//! `postern user learn-contacts`: whom people wrote to, and who wrote to them, from the site's own mail log, so that on the
//! first day not everybody is new.
//!
//! A burst teaches nothing: of an hour in which somebody wrote to more new recipients than the policy in force lets out, none is
//! learned, or the log of an attack would make its victims known.

use std::collections::{BTreeMap, HashMap, HashSet};

use hyper::Method;
use postern_engine::commands::CONTACTS_MAX;
use postern_text::key;
use postern_web::api::v1::contacts::{ContactsBody, ContactsView};
use postern_web::api::v1::policies::PolicyList;
use serde::Serialize;

use super::args::LearnContactsArgs;
use super::client::Client;
use super::exit::Outcome;
use super::policy::policies_of;
use super::{out, replay, site_log};
use crate::config::Config;
use crate::mail_log::Joined;

/// What was learned.
#[derive(Debug, Default, Serialize)]
struct Learned {
    accounts: u64,
    contacts: u64,
    /// Hours of an account that taught nothing.
    bursts: u64,
    /// Logins of the log that are nobody's here.
    unknown: Vec<String>,
}

pub async fn run(client: &Client, config: Option<&Config>, args: &LearnContactsArgs) -> Outcome {
    let talk = client.talk();
    let files = site_log::files(config, &args.logs, args.days, talk)?;
    let list: PolicyList = client.get("/policies").await?;
    let policies = policies_of(&list)?;
    let joined = replay::read_log(&files, site_log::utc_offset_s(config))?;
    let (contacts, bursts) = contacts(&joined, policies.outbound.novel_hour_max as usize);
    let mut learned = Learned { bursts, ..Learned::default() };
    // The log may spell a login in several ways.
    let mut accounts = HashSet::new();
    for (login, addresses) in contacts {
        let count = addresses.len() as u64;
        let body = ContactsBody { login: login.to_owned(), addresses, reason: args.reason.reason.clone() };
        let view: ContactsView = client.send(Method::POST, "/contacts", &body).await?;
        if let Some(account) = view.account {
            accounts.insert(account);
            learned.contacts += count;
        } else {
            learned.unknown.push(login.to_owned());
        }
    }
    learned.accounts = accounts.len() as u64;
    if talk.json {
        return out::json(&learned);
    }
    let arguments = [("accounts", learned.accounts.into()), ("contacts", learned.contacts.into())];
    out::line(&talk.say(key::CLI_CONTACTS_LEARNED, &arguments))?;
    if learned.bursts > 0 {
        out::line(&talk.say(key::CLI_CONTACTS_BURSTS, &[("count", learned.bursts.into())]))?;
    }
    for login in &learned.unknown {
        out::line(&talk.say(key::CLI_CONTACTS_UNKNOWN, &[("login", login.into())]))?;
    }
    Ok(())
}

/// Of each login whom it wrote to, then who wrote to it; and how many of its hours taught nothing.
fn contacts(joined: &Joined, burst: usize) -> (BTreeMap<&str, Vec<String>>, u64) {
    let mut known: HashMap<&str, HashSet<&str>> = HashMap::new();
    let mut hours: BTreeMap<(i64, &str), HashSet<&str>> = BTreeMap::new();
    for mail in joined.mails() {
        let Some(login) = joined.login(mail) else { continue };
        hours.entry((mail.time_unix_s / 3_600, login)).or_default().extend(joined.recipients(mail));
    }
    let mut contacts: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut bursts = 0;
    // In the order of time, so that a mailing to people whom the account knows by then is none.
    for ((_, login), recipients) in &hours {
        let known = known.entry(login).or_default();
        let mut new: Vec<&str> = recipients.difference(known).copied().collect();
        if new.len() > burst {
            bursts += 1;
            continue;
        }
        // A set has no order, and a limit takes the first.
        new.sort_unstable();
        known.extend(&new);
        learn(contacts.entry(login).or_default(), new);
    }
    for mail in joined.mails().iter().filter(|mail| joined.login(mail).is_none()) {
        let Some(sender) = joined.sender(mail) else { continue };
        for login in joined.recipient_logins(mail) {
            if known.entry(login).or_default().insert(sender) {
                learn(contacts.entry(login).or_default(), vec![sender]);
            }
        }
    }
    (contacts, bursts)
}

fn learn(contacts: &mut Vec<String>, new: Vec<&str>) {
    let room = CONTACTS_MAX.saturating_sub(contacts.len());
    contacts.extend(new.into_iter().take(room).map(str::to_owned));
}

//! `postern policy mailing USER`: a planned mailing. It is a policy for this one account with an end: its limits are the
//! account's own, raised to the number of recipients.

use std::collections::BTreeMap;

use hyper::Method;
use postern_core::policy::scoped::RAISED_BY_MAILING;
use postern_text::key;
use postern_web::api::v1::scoped_policies::{
    ConditionsView, ExplainedPolicyView, PutBody, ScopedPolicyList, ScopedPolicyView,
};

use super::args::MailingArgs;
use super::client::Client;
use super::exit::{Exit, Failure, Outcome};
use super::{out, scoped_policy, until, who};

/// The number of the first mailing's policy where no other policy exists: there is room on both sides.
const PRIORITY_FIRST: u32 = 5_000;

pub async fn plan(client: &Client, args: &MailingArgs) -> Outcome {
    let account = who::find(client, &args.user.user).await?;
    let explained: ExplainedPolicyView = client.get(&format!("/accounts/{}/policy", account.id)).await?;
    let list: ScopedPolicyList = client.get("/policies/scoped").await?;
    let talk = client.talk();
    // Ids are letters and digits, so this is a name for a policy.
    let name = format!("mailing-{}", account.id.to_lowercase());
    let Some(priority) = priority(&list, &name) else {
        return Err(Failure::new(Exit::Usage, talk.label(key::POLICIES_MAILING_NO_NUMBER)));
    };
    let body = PutBody {
        priority,
        conditions: ConditionsView { users: vec![account.address.clone()], ..ConditionsView::default() },
        exceptions: ConditionsView::default(),
        values: values(&explained, args.recipients),
        until: until::read(Some(&args.until), talk)?,
        reason: args.reason.reason.clone(),
    };
    let list: ScopedPolicyList = client.send(Method::PUT, &scoped_policy::path(&name), &body).await?;
    let put = list.policies.iter().find(|policy| policy.name == name);
    if talk.json {
        return out::json(&put);
    }
    let ends = put.and_then(|policy: &ScopedPolicyView| policy.until.as_ref());
    let until = ends.map_or_else(String::new, |ends| talk.time(ends));
    let arguments = [
        ("user", (&account.address).into()),
        ("count", args.recipients.into()),
        ("until", (&until).into()),
        ("name", (&name).into()),
    ];
    out::line(&talk.say(key::POLICIES_MAILING, &arguments))
}

/// Before every other policy. A mailing that is planned already keeps its number.
fn priority(list: &ScopedPolicyList, name: &str) -> Option<u32> {
    if let Some(planned) = list.policies.iter().find(|policy| policy.name == name) {
        return Some(planned.priority);
    }
    match list.policies.iter().map(|policy| policy.priority).min() {
        None => Some(PRIORITY_FIRST),
        Some(first) => first.checked_sub(1),
    }
}

/// What the account's own policy sets, with its limits raised.
fn values(explained: &ExplainedPolicyView, recipients: u64) -> BTreeMap<String, u64> {
    let mut values = BTreeMap::new();
    for value in &explained.values {
        let is_raised = RAISED_BY_MAILING.contains(&value.name.as_str());
        let wanted = if is_raised { value.value.max(recipients) } else { value.value };
        if wanted != value.site {
            values.insert(value.name.clone(), wanted);
        }
    }
    values
}

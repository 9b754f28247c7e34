//! `postern signin admit`, `devices` and `forget`: the owner in a new place, and remembered devices.

use hyper::Method;
use postern_text::key;
use postern_web::api::v1::admissions::{DeviceList, OfferedView};
use postern_web::api::v1::commands::{DoneView, ReasonBody};

use super::args::{DeviceArg, UserArg};
use super::client::{Client, escaped};
use super::exit::Outcome;
use super::{out, receipts, who};

/// Makes a one-time link.
pub async fn admit(client: &Client, user: &UserArg, reason: &str) -> Outcome {
    let account = who::find(client, &user.user).await?;
    let body = ReasonBody { reason: reason.to_owned() };
    let offered: OfferedView =
        client.send(Method::POST, &format!("/accounts/{}/admit", account.id), &body).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&offered);
    }
    let until = talk.time_and_zone(&offered.expires);
    let arguments = [("account", (&account.address).into()), ("until", (&until).into())];
    out::talk(&talk.say(key::APPS_ADMIT_DONE, &arguments));
    out::line(&offered.link)
}

/// Lists the devices that are remembered.
pub async fn devices(client: &Client, user: &UserArg) -> Outcome {
    let account = who::find(client, &user.user).await?;
    let list: DeviceList = client.get(&format!("/accounts/{}/devices", account.id)).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&list);
    }
    if list.devices.is_empty() {
        return out::line(&talk.say(key::APPS_NO_DEVICES, &[("account", (&account.address).into())]));
    }
    let head = [
        talk.label(key::APPS_HEAD_DEVICE),
        talk.head_of_times(key::CLI_HEAD_SINCE),
        talk.head_of_times(key::APPS_HEAD_ENDS),
    ];
    let rows = list.devices.iter();
    out::table(head, rows.map(|it| [it.id.clone(), talk.time(&it.since), talk.time(&it.expires)]).collect())
}

/// Forgets one of them.
pub async fn forget(client: &Client, args: &DeviceArg) -> Outcome {
    let account = who::find(client, &args.user.user).await?;
    let body = ReasonBody { reason: args.reason.reason.clone() };
    let path = format!("/accounts/{}/devices/{}/forget", account.id, escaped(&args.device));
    let done: DoneView = client.send(Method::POST, &path, &body).await?;
    let sentence = client.talk().say(key::APPS_DEVICE_FORGOTTEN, &[("account", (&account.address).into())]);
    receipts::print(client.talk(), &done, &sentence)
}

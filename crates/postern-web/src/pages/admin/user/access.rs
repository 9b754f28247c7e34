//! What the account signs in with and from: remembered devices, passes, the last success, and what is said of sources.

use askama::Template;
use postern_core::device::Device;
use postern_core::time::Timestamp;
use postern_engine::queries::Why;
use postern_text::{Arg, key};

use crate::pages::admin::page_error::PageError;
use crate::pages::admin::session::Admin;
use crate::pages::admin::shell::Shell;

#[derive(Template)]
#[template(path = "admin/user/access.html")]
struct Access<'a> {
    shell: &'a Shell,
    sentences: Vec<String>,
    /// Each with when it is forgotten by itself.
    devices: Vec<(Device, Timestamp)>,
}

pub(super) async fn content(admin: &Admin, shell: &Shell, why: &Why) -> Result<String, PageError> {
    let state = admin.engine.sign_in_state(why.account.id).await.map_err(PageError::unread(admin))?;
    let state = state.ok_or_else(|| PageError::not_found(admin))?;
    let words = admin.words;
    let zone = &shell.zone;
    let mut sentences = vec![match &state.last_success {
        Some(seen) => {
            let source = &seen.source;
            let arguments = [("when", Arg::Time(seen.last, zone)), ("source", source.as_str().into())];
            words.say(key::SIGNIN_LAST_SUCCESS, &arguments)
        }
        None => words.say(key::USER_NEVER_SIGNED_IN, &[]),
    }];
    sentences.extend(
        state.link_expires.map(|until| words.say(key::SIGNIN_LINK, &[("until", Arg::Time(until, zone))])),
    );
    sentences.extend(state.passes.iter().map(|pass| {
        let network = pass.source.to_string();
        let until = Arg::Time(pass.until, zone);
        words.say(key::SIGNIN_PASS, &[("network", (&network).into()), ("until", until)])
    }));
    let familiar = u64::from(why.sign_in.familiar_sources);
    sentences.push(words.say(key::CLI_WHY_FAMILIAR_SOURCES, &[("count", familiar.into())]));
    let devices = state.devices.into_iter().map(|device| (device, device.expires())).collect();
    let access = Access { shell, sentences, devices };
    Ok(access.render().unwrap_or_default())
}

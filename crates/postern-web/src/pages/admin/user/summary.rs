//! How the account stands at both doors, in numbers and sentences.

use askama::Template;
use postern_engine::queries::Range;
use postern_engine::queries::Why;
use postern_text::key;

use crate::pages::admin::page_error::PageError;
use crate::pages::admin::session::Admin;
use crate::pages::admin::shell::Shell;
use crate::pages::plot;

#[derive(Template)]
#[template(path = "admin/user/summary.html")]
struct Summary<'a> {
    shell: &'a Shell,
    /// The account over a day, a week or a month, HTML already.
    figure: String,
    failures: Vec<String>,
    glance: Vec<String>,
    score: Option<String>,
    signals: Vec<(String, String)>,
}

pub(super) async fn content(
    admin: &Admin,
    shell: &Shell,
    why: &Why,
    range: &str,
) -> Result<String, PageError> {
    let range = Range::from_code(range).unwrap_or_default();
    let account = why.account.id;
    let series = admin.engine.account_series(account, range).await.map_err(PageError::unread(admin))?;
    let href = format!("{}/users/{account}?range=", shell.base);
    let words = admin.words;
    let zone = &shell.zone;
    let whole = |number: f32| number.round().max(0.0) as u64;
    let pair = |count: f32, new: f32| [("count", whole(count).into()), ("new", whole(new).into())];
    let sending = &why.sending;
    let familiar = u64::from(why.sign_in.familiar_sources);
    let signals = why.compromise.signals.iter().map(|signal| {
        let seen = &signal.evidence;
        (words.evidence(seen), words.score_signal(seen.at, seen.points, signal.points.round() as u8, zone))
    });
    let summary = Summary {
        figure: series.map(|series| plot::account_figure(words, zone, &series, &href)).unwrap_or_default(),
        failures: why.failures.iter().filter_map(|group| words.failure_group(group, zone)).collect(),
        glance: vec![
            words.say(key::CLI_WHY_HOUR, &pair(sending.recipients_hour, sending.novel_hour)),
            words.say(key::CLI_WHY_DAY, &pair(sending.recipients_day, sending.novel_day)),
            words.say(key::CLI_WHY_FAMILIAR_SOURCES, &[("count", familiar.into())]),
        ],
        score: (!why.compromise.signals.is_empty())
            .then(|| words.score(why.compromise.score as u8, why.compromise.level)),
        signals: signals.collect(),
        shell,
    };
    Ok(summary.render().unwrap_or_default())
}

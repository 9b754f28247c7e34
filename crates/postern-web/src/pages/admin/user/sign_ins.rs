//! Who signed in to the account, or tried to: newest first, those alike in a row as one line.

use askama::Template;
use postern_core::account::Account;
use postern_core::decision::DecisionKind;
use postern_core::time::Timestamp;
use postern_engine::ports::{SignInFilter, SignInRow};
use postern_text::key;

use crate::api::v1::sign_ins::SignInLineView;
use crate::pages::admin::page_error::PageError;
use crate::pages::admin::session::Admin;
use crate::pages::admin::shell::Shell;
use crate::pages::sign_in_line;

/// Rows that one page looks at; alike ones in a row are one line.
const ROWS: u32 = 200;
/// The gate under which signing in is logged.
const GATE: &str = "auth_policy";

#[derive(Template)]
#[template(path = "admin/user/sign_ins.html")]
struct SignIns<'a> {
    shell: &'a Shell,
    none: Option<String>,
    lines: Vec<Line>,
    older: Option<String>,
}

struct Line {
    at: Timestamp,
    times: String,
    result: String,
    is_success: bool,
    view: SignInLineView,
    place: String,
    details: String,
}

pub(super) async fn content(
    admin: &Admin,
    shell: &Shell,
    account: &Account,
    before: &str,
) -> Result<String, PageError> {
    let filter = SignInFilter {
        account: account.id,
        before: read_cursor(before),
        since: None,
        only_failures: false,
        limit: ROWS,
    };
    let page = admin.engine.sign_ins(filter, None).await.map_err(PageError::unread(admin))?;
    let lines = lines_of(admin, shell, &page.rows);
    let cursor = |(at, seq): (Timestamp, i64)| format!("{}-{seq}", at.unix_micros());
    let signs = SignIns {
        none: lines
            .is_empty()
            .then(|| admin.words.say(key::CLI_HISTORY_NONE, &[("account", account.primary.as_str().into())])),
        older: page
            .next
            .map(|next| format!("{}/users/{}?tab=sign-ins&before={}", shell.base, account.id, cursor(next))),
        lines,
        shell,
    };
    Ok(signs.render().unwrap_or_default())
}

fn read_cursor(text: &str) -> Option<(Timestamp, i64)> {
    let (at, seq) = text.split_once('-')?;
    Some((Timestamp::from_unix_micros(at.parse().ok()?), seq.parse().ok()?))
}

fn lines_of(admin: &Admin, shell: &Shell, rows: &[SignInRow]) -> Vec<Line> {
    let views: Vec<(Timestamp, SignInLineView)> = rows.iter().map(|row| (row.row.at, row.into())).collect();
    let alike = views.chunk_by(|(_, one), (_, next)| sign_in_line::is_alike(one, next));
    alike.filter_map(|alike| line_of(admin, shell, alike)).collect()
}

fn line_of(admin: &Admin, shell: &Shell, alike: &[(Timestamp, SignInLineView)]) -> Option<Line> {
    let (at, newest) = alike.first()?;
    let count: u64 = alike.iter().map(|(_, line)| u64::from(line.count)).sum();
    let kind = DecisionKind::from_codes(GATE, &newest.result);
    Some(Line {
        at: *at,
        times: shell.number(count),
        result: kind.map_or_else(|| newest.result.clone(), |kind| admin.words.decision(kind)),
        is_success: kind == Some(DecisionKind::SignedIn),
        place: sign_in_line::place(newest),
        details: sign_in_line::details(admin.words, &shell.zone, newest),
        view: newest.clone(),
    })
}

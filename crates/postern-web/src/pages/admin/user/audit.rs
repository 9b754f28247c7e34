//! What was done about the account, by whom and why: the newest rows of the audit log.

use askama::Template;
use postern_core::account::Account;
use postern_core::command::CommandKind;
use postern_core::ids::AccountId;
use postern_core::time::Timestamp;
use postern_engine::ports::AuditFilter;
use postern_text::key;

use crate::pages::admin::audit_words::event_words;
use crate::pages::admin::page_error::PageError;
use crate::pages::admin::session::Admin;
use crate::pages::admin::shell::Shell;

/// Rows of the tab; the audit page has all of them.
const ROWS: u32 = 50;

#[derive(Template)]
#[template(path = "admin/user/audit.html")]
struct Audit<'a> {
    shell: &'a Shell,
    account: AccountId,
    rows: Vec<Row>,
}

struct Row {
    at: Timestamp,
    is_person: bool,
    event: String,
    by: String,
    note: String,
}

pub(super) async fn content(admin: &Admin, shell: &Shell, account: &Account) -> Result<String, PageError> {
    admin.may(CommandKind::ReadAudit)?;
    let reach = admin.reach().clone();
    let filter = AuditFilter { account: Some(account.id), reach, limit: ROWS, ..AuditFilter::default() };
    let found = admin.engine.audit(&filter).await.map_err(PageError::unread(admin))?;
    let mut rows = Vec::with_capacity(found.len());
    for row in found {
        let actor = admin.actor_name(&row.actor).await;
        rows.push(Row {
            at: row.at,
            is_person: row.actor.origin() != postern_core::restriction::Origin::Rule,
            event: event_words(admin.words, &row),
            by: admin.words.say(key::ADMIN_BY, &[("actor", (&actor).into())]),
            note: row.note,
        });
    }
    Ok(Audit { shell, account: account.id, rows }.render().unwrap_or_default())
}

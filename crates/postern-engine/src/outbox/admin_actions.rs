//! The mail that tells every global admin what somebody did to one of them (checklist, rule e): whoever has taken one over
//! would begin with the others, and must not do it unseen.
//!
//! What was done is read from the audit, so a mail that arrives late says what was true then. It knows no relay.

use postern_core::account::{Account, Role};
use postern_core::event::EventKind;
use postern_core::ids::AccountId;
use postern_core::restriction::{Actor, RestrictionKind};
use postern_core::time::{Span, Timestamp};
use postern_text::mail::AdminActed;
use postern_text::words::Words;

use super::exports::unreadable;
use crate::engine::Engine;
use crate::ports::{AuditFilter, AuditRow, ExportError, Notice};

/// Most rows of one action that the mail tells; a deletion has the most, one per restriction and name that it ends.
const ROWS_MAX: u32 = 50;

impl Engine {
    /// Mails the configured addresses and every global admin what was done to `account` at `at`.
    pub(crate) async fn notify_of_admin_action(
        &self,
        account: AccountId,
        at: Timestamp,
    ) -> Result<(), ExportError> {
        let filter = AuditFilter {
            account: Some(account),
            since: Some(at),
            until: Some(at.plus(Span::from_micros(1))),
            limit: ROWS_MAX,
            ..AuditFilter::default()
        };
        let mut rows = self.parts.store.audit(&filter).await.map_err(unreadable)?;
        rows.reverse();
        let Some(first) = rows.first() else { return Ok(()) };
        let admins = self.parts.store.admins().await.map_err(unreadable)?;
        let words = Words::in_language(self.parts.site.admin_language);
        let by = name_of(&first.actor, &admins);
        let mail = words.admin_acted_mail(&AdminActed {
            account: first.account_name.as_ref().map_or("", |name| name.as_str()),
            by: &words.actor(&first.actor, by.as_deref()),
            by_login: by.as_deref(),
            what: rows.iter().filter_map(what_of).collect(),
            note: &first.note,
            at,
            zone: &self.parts.site.time_zone,
        });
        let of_role = admins.iter().filter(|admin| admin.roles.contains(&Role::GlobalAdmin));
        let also_to = of_role.map(|admin| admin.primary.to_string()).collect();
        let notice = Notice { subject: mail.subject, body: mail.body, at, also_to };
        self.parts.notifier.notify_admins(notice).await
    }
}

/// The address of whoever acted, where that is somebody with an account who is still an admin.
fn name_of(actor: &Actor, admins: &[Account]) -> Option<String> {
    let Actor::Person(person) = actor else { return None };
    admins.iter().find(|admin| admin.id == *person).map(|admin| admin.primary.to_string())
}

/// What happened, and of a restriction which kind it is. A row of a newer version has no words here.
fn what_of(row: &AuditRow) -> Option<(EventKind, Option<RestrictionKind>)> {
    let kind = EventKind::from_code(&row.code)?;
    let detail: serde_json::Value = serde_json::from_str(&row.detail).unwrap_or_default();
    let restriction = detail.get("kind").and_then(serde_json::Value::as_str);
    Some((kind, restriction.and_then(RestrictionKind::from_code)))
}

//! What each point has to say, gathered from what is true now.

use std::collections::HashMap;
use std::sync::atomic::Ordering;

use postern_core::app_password::AppPassword;
use postern_core::effect::Point;
use postern_core::ids::{AccountId, AppPasswordId, RestrictionId};
use postern_core::restriction::RestrictionKind;
use postern_text::mail::{AlertSeen, SendingRestricted};
use postern_text::words::Words;

use crate::engine::Engine;
use crate::ports::{
    AppPasswordExport, Credential, ExportError, Notice, RestrictionFilter, SendingExport, SignInExport,
    StoreError,
};

/// What stands where an account has no password yet, as in passwd(5): no password matches it, and the account is
/// still in the file, so that mail to a shared mailbox is delivered.
const NO_PASSWORD: &str = "!";
/// Accounts read in one page of a full export: less than a millisecond of a thread that serves gates too.
const PAGE: u32 = 500;

/// The hashes of an account's app passwords.
type AppHashes = Vec<(AppPasswordId, String)>;

impl Engine {
    /// At start: the files say what is true, whatever happened while we were away. Where a site has no such files,
    /// nothing is read: a million accounts are half a minute of a core.
    pub(crate) async fn export_sign_in_or_log(&self) {
        if !self.parts.mail_system.reaches(Point::DovecotFiles) {
            return;
        }
        let waiting = self.outbox.new_passwords.waiting();
        let written = self.export_sign_in_of_all().await;
        if written.is_ok() {
            self.outbox.new_passwords.arrived(&waiting);
        }
        self.note_start_of(Point::DovecotFiles, &written);
        if let Err(error) = written {
            log_failure(&error, "the sign-in files are not written");
        }
    }

    /// The same for the map.
    pub(crate) async fn export_all_sending_or_log(&self) {
        let written = self.export_all_sending().await;
        self.note_start_of(Point::PostfixMap, &written);
        if let Err(error) = written {
            // Once whoever runs the mail server has mended it, the next change writes the whole map.
            self.map_has_stale_names.store(true, Ordering::SeqCst);
            log_failure(&error, "the sending map is not written");
        }
    }

    /// The passwords and the deny list of every account.
    pub(crate) async fn export_sign_in_of_all(&self) -> Result<(), ExportError> {
        let mut exports = Vec::new();
        let mut app_hashes = self.app_password_hashes().await?;
        let mut after = None;
        loop {
            let page = self.parts.store.credentials(after, PAGE).await.map_err(unreadable)?;
            let Some(last) = page.last() else { break };
            after = Some(last.account);
            exports.extend(page.into_iter().map(|credential| {
                let hashes = app_hashes.remove(&credential.account).unwrap_or_default();
                self.sign_in_export(credential, hashes)
            }));
        }
        let written = self.parts.mail_system.export_sign_in(exports).await;
        let is_stale = !matches!(written, Ok(()) | Err(ExportError::NotConfigured));
        self.outbox.files_are_stale.store(is_stale, Ordering::SeqCst);
        written
    }

    async fn app_password_hashes(&self) -> Result<HashMap<AccountId, AppHashes>, ExportError> {
        let mut by_account = HashMap::<_, AppHashes>::new();
        for (account, id, hash) in self.parts.store.app_password_hashes(None).await.map_err(unreadable)? {
            by_account.entry(account).or_default().push((id, hash));
        }
        Ok(by_account)
    }

    fn sign_in_export(&self, credential: Credential, app_hashes: AppHashes) -> SignInExport {
        let blocked = self.open.in_force(credential.account, RestrictionKind::SignInBlocked, self.now());
        let known = if app_hashes.is_empty() { Vec::new() } else { self.app_passwords(credential.account) };
        let app_passwords = exported(known, &app_hashes);
        let none = (!credential.is_gate_only).then(|| NO_PASSWORD.to_owned());
        // What opens nothing does so with Postern stopped too.
        let opens_nothing = self.password_opens_nothing(credential.account);
        SignInExport {
            names: credential.names,
            password_hash: credential.password_hash.filter(|_| !opens_nothing).or(none),
            is_blocked: blocked.is_some(),
            protocols_off: self.open.protocols_off(credential.account, self.now()),
            app_passwords: if opens_nothing || credential.is_gate_only { Vec::new() } else { app_passwords },
        }
    }

    async fn export_all_sending(&self) -> Result<(), ExportError> {
        let mut exports = Vec::new();
        for (account, _) in self.open.accounts_with(RestrictionKind::SendingRestricted, self.now()) {
            exports.extend(self.sending_export(account).await?);
        }
        self.parts.mail_system.export_all_sending(exports).await
    }

    /// One account's entry in the map.
    pub(crate) async fn export_sending_of(&self, account: AccountId) -> Result<(), ExportError> {
        if self.map_has_stale_names.swap(false, Ordering::SeqCst) {
            let result = self.export_all_sending().await;
            self.map_has_stale_names.fetch_or(result.is_err(), Ordering::SeqCst);
            return result;
        }
        match self.sending_export(account).await? {
            Some(export) => self.parts.mail_system.export_sending(export).await,
            // A deleted account has no names left: only a full rewrite can take its old ones out.
            None => self.export_all_sending().await,
        }
    }

    async fn sending_export(&self, account: AccountId) -> Result<Option<SendingExport>, ExportError> {
        let credential = self.parts.store.credential(account).await.map_err(unreadable)?;
        let restriction = self.open.in_force(account, RestrictionKind::SendingRestricted, self.now());
        Ok(credential.map(|credential| SendingExport {
            names: credential.names,
            refusal_text: restriction.map(|restriction| self.refusal_text(&restriction)),
        }))
    }

    /// Mails the admins that an account was restricted.
    pub(crate) async fn notify_admins(
        &self,
        restriction: RestrictionId,
        account: AccountId,
    ) -> Result<(), ExportError> {
        let filter = RestrictionFilter {
            id: Some(restriction),
            with_ended: true,
            limit: 1,
            ..RestrictionFilter::default()
        };
        let rows = self.parts.store.restrictions(&filter).await.map_err(unreadable)?;
        let account = self.parts.store.account(account).await.map_err(unreadable)?;
        let (Some(row), Some(account)) = (rows.into_iter().next(), account) else {
            // Deleted meanwhile: there is nobody left to tell of.
            return Ok(());
        };
        let words = Words::in_language(self.parts.site.admin_language);
        let (zone, began) = (&self.parts.site.time_zone, &row.restriction);
        let mail = if began.kind == RestrictionKind::PasswordChangeRequired {
            words.temporary_password_expired_mail(&account.primary, &account.display_name, began.since, zone)
        } else {
            words.sending_restricted_mail(&SendingRestricted {
                account: &account.primary,
                display_name: &account.display_name,
                restriction: began,
                zone,
            })
        };
        let notice = Notice { subject: mail.subject, body: mail.body, at: self.now(), also_to: Vec::new() };
        self.parts.notifier.notify_admins(notice).await
    }

    /// Tells the admins what was seen of an account, as it counts now.
    pub(crate) async fn notify_of_alert(&self, account: AccountId) -> Result<(), ExportError> {
        let Some(known) = self.parts.store.account(account).await.map_err(unreadable)? else {
            return Ok(());
        };
        let words = Words::in_language(self.parts.site.admin_language);
        let mail = words.alert_mail(&AlertSeen {
            account: &known.primary,
            display_name: &known.display_name,
            standing: &self.compromise_of(account),
            at: self.now(),
            zone: &self.parts.site.time_zone,
        });
        let notice = Notice { subject: mail.subject, body: mail.body, at: self.now(), also_to: Vec::new() };
        self.parts.notifier.notify_admins(notice).await
    }
}

/// Those that are in memory and in the store: one that is in one of them only is just being made or revoked.
fn exported(known: Vec<AppPassword>, hashes: &[(AppPasswordId, String)]) -> Vec<AppPasswordExport> {
    let export = |one: AppPassword| {
        let (_, hash) = hashes.iter().find(|(id, _)| *id == one.id)?;
        let (credential, password_hash) = (one.credential(), hash.clone());
        Some(AppPasswordExport { slot: one.slot, credential, protocols: one.protocols, password_hash })
    };
    known.into_iter().filter_map(export).collect()
}

pub(crate) fn unreadable(error: StoreError) -> ExportError {
    ExportError::Program { program: "the store".to_owned(), message: error.to_string() }
}

fn log_failure(error: &ExportError, what: &'static str) {
    match error {
        ExportError::NotConfigured => {}
        ExportError::Write { .. }
        | ExportError::Program { .. }
        | ExportError::Mail { .. }
        | ExportError::PutOff { .. } => {
            tracing::error!(error = error as &dyn std::error::Error, "{what}");
        }
    }
}

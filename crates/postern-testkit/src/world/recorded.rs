//! A mail system and a notifier that remember what they were told.

use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;
use parking_lot::Mutex;
use postern_core::effect::Point;
use postern_engine::ports::{
    ExportError, MailSystem, Notice, Notifier, OwnerLetter, SendingExport, SignInExport,
};

/// What the mail system's files would say.
#[derive(Default)]
pub struct RecordedMailSystem {
    sign_in: Mutex<Vec<SignInExport>>,
    sending: Mutex<Vec<SendingExport>>,
    broken: Mutex<Option<String>>,
    files_are_broken: AtomicBool,
}

impl RecordedMailSystem {
    /// From now on the map cannot be written, and this is what the program says; `None`: it can again.
    pub fn break_map(&self, message: Option<&str>) {
        *self.broken.lock() = message.map(str::to_owned);
    }

    fn map_is_whole(&self) -> Result<(), ExportError> {
        match self.broken.lock().clone() {
            None => Ok(()),
            Some(message) => Err(ExportError::Program { program: "postmap".to_owned(), message }),
        }
    }

    /// From now on the sign-in files cannot be written, or can again.
    pub fn break_files(&self, are_broken: bool) {
        self.files_are_broken.store(are_broken, Ordering::SeqCst);
    }

    /// What the sign-in files would have as this name's password.
    pub fn password_hash(&self, name: &str) -> Option<String> {
        let exports = self.sign_in.lock();
        let of_name =
            exports.iter().find(|export| export.names.iter().any(|known| known.as_str() == name))?;
        of_name.password_hash.clone()
    }

    /// Names that the deny list would hold.
    pub fn denied(&self) -> Vec<String> {
        let exports = self.sign_in.lock();
        let blocked = exports.iter().filter(|export| export.is_blocked);
        blocked.flat_map(|export| export.names.iter().map(ToString::to_string)).collect()
    }

    /// Names that the sending map would refuse.
    pub fn refused(&self) -> Vec<String> {
        let exports = self.sending.lock();
        let refused = exports.iter().filter(|export| export.refusal_text.is_some());
        refused.flat_map(|export| export.names.iter().map(ToString::to_string)).collect()
    }
}

#[async_trait]
impl MailSystem for RecordedMailSystem {
    fn reaches(&self, point: Point) -> bool {
        match point {
            Point::DovecotFiles | Point::PostfixMap => true,
            Point::Gates | Point::MailQueue | Point::MailSessions | Point::AdminMail | Point::OwnerMail => {
                false
            }
        }
    }

    async fn export_sign_in(&self, accounts: Vec<SignInExport>) -> Result<(), ExportError> {
        if self.files_are_broken.load(Ordering::SeqCst) {
            let message = "No space left on device".to_owned();
            return Err(ExportError::Program { program: "the files".to_owned(), message });
        }
        *self.sign_in.lock() = accounts;
        Ok(())
    }

    async fn export_all_sending(&self, restricted: Vec<SendingExport>) -> Result<(), ExportError> {
        self.map_is_whole()?;
        *self.sending.lock() = restricted;
        Ok(())
    }

    async fn export_sending(&self, account: SendingExport) -> Result<(), ExportError> {
        self.map_is_whole()?;
        let mut exports = self.sending.lock();
        exports.retain(|known| known.names.first() != account.names.first());
        exports.push(account);
        Ok(())
    }
}

/// What the admins were told, and what owners were written.
#[derive(Default)]
pub struct RecordedNotices(Mutex<Vec<Notice>>, Mutex<Vec<OwnerLetter>>);

impl RecordedNotices {
    /// Every notice so far.
    pub fn all(&self) -> Vec<Notice> {
        self.0.lock().clone()
    }

    /// Every mail to an owner so far.
    pub fn letters(&self) -> Vec<OwnerLetter> {
        self.1.lock().clone()
    }
}

#[async_trait]
impl Notifier for RecordedNotices {
    fn is_configured(&self) -> bool {
        true
    }

    async fn notify_admins(&self, notice: Notice) -> Result<(), ExportError> {
        self.0.lock().push(notice);
        Ok(())
    }

    async fn write_to_owner(&self, letter: OwnerLetter) -> Result<(), ExportError> {
        self.1.lock().push(letter);
        Ok(())
    }
}

//! The engine's `MailSystem` port over whatever a site has: Dovecot's files, Postfix's map, both or neither.
//!
//! Decides nothing and writes nothing itself.

use async_trait::async_trait;
use postern_core::effect::Point;
use postern_engine::ports::{ExportError, MailSystem, SendingExport, SignInExport};

use crate::dovecot::DovecotFiles;
use crate::postfix::PostfixMap;

/// A site's second enforcement point. What is `None` answers [`ExportError::NotConfigured`].
#[derive(Default)]
pub struct Exports {
    dovecot: Option<DovecotFiles>,
    postfix: Option<PostfixMap>,
}

impl Exports {
    /// Over these.
    pub fn new(dovecot: Option<DovecotFiles>, postfix: Option<PostfixMap>) -> Self {
        Self { dovecot, postfix }
    }
}

#[async_trait]
impl MailSystem for Exports {
    fn reaches(&self, point: Point) -> bool {
        match point {
            Point::DovecotFiles => self.dovecot.is_some(),
            Point::PostfixMap => self.postfix.is_some(),
            Point::Gates | Point::MailQueue | Point::MailSessions | Point::AdminMail | Point::OwnerMail => {
                false
            }
        }
    }

    async fn export_sign_in(&self, accounts: Vec<SignInExport>) -> Result<(), ExportError> {
        match &self.dovecot {
            Some(dovecot) => dovecot.export(accounts).await,
            None => Err(ExportError::NotConfigured),
        }
    }

    async fn export_all_sending(&self, restricted: Vec<SendingExport>) -> Result<(), ExportError> {
        match &self.postfix {
            Some(postfix) => postfix.export_all(restricted).await,
            None => Err(ExportError::NotConfigured),
        }
    }

    async fn export_sending(&self, account: SendingExport) -> Result<(), ExportError> {
        match &self.postfix {
            Some(postfix) => postfix.export_one(account).await,
            None => Err(ExportError::NotConfigured),
        }
    }
}

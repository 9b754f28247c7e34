//! The part of a form that every action has: the reason, and a code where the last one is too old.

use postern_core::command::CommandKind;
use postern_core::refusal::Refusal;
use postern_core::restriction::NOTE_BYTES_MAX;
use postern_text::key;

use super::page_error::PageError;
use super::session::{Admin, Submitted};

/// What the form shows of it.
#[derive(Default)]
pub struct Question {
    /// What was written so far.
    pub reason: String,
    /// What is wrong with it.
    pub reason_problem: Option<String>,
    /// A code has to be shown.
    pub asks_code: bool,
    /// What is wrong with the one that was.
    pub code_problem: Option<String>,
}

impl Question {
    /// As it is asked first.
    pub fn fresh(admin: &Admin, what: CommandKind) -> Self {
        let asks_code = postern_core::admin::needs_proof(what) && !admin.seen.is_proved;
        Self { asks_code, ..Self::default() }
    }

    /// Whether what came with the form will do; else the question with what is wrong, and nothing is lost of what was
    /// written. The code is looked at last, because a right one is used up.
    pub async fn answered(submitted: &Submitted, what: CommandKind) -> Result<Option<Self>, PageError> {
        let admin = &submitted.admin;
        admin.may(what)?;
        let reason = submitted.text("reason");
        let mut question = Self { reason: reason.to_owned(), ..Self::fresh(admin, what) };
        let refusal = match reason.len() {
            0 => Some(Refusal::NoteMissing),
            1..=NOTE_BYTES_MAX => None,
            _ => Some(Refusal::NoteTooLong),
        };
        if let Some(refusal) = refusal {
            question.reason_problem = Some(admin.words.refusal(&refusal));
            return Ok(Some(question));
        }
        if submitted.is_proved(what).await? {
            return Ok(None);
        }
        question.asks_code = true;
        if !submitted.text("code").is_empty() {
            question.code_problem = Some(admin.words.say(key::ADMIN_PROOF_WRONG, &[]));
        }
        Ok(Some(question))
    }
}

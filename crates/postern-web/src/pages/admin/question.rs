//! The part of a form that every action has: the reason, and a code or a passkey where the last one is too old.

use postern_core::command::CommandKind;
use postern_core::refusal::Refusal;
use postern_core::restriction::NOTE_BYTES_MAX;

use super::confirm::Confirm;
use super::page_error::PageError;
use super::session::{Admin, Submitted};

/// What the form shows of it.
#[derive(Default)]
pub struct Question {
    /// What was written so far.
    pub reason: String,
    /// What is wrong with it.
    pub reason_problem: Option<String>,
    /// A code or a passkey has to be shown.
    pub confirm: Option<Confirm>,
}

impl Question {
    /// As it is asked first.
    pub fn fresh(admin: &Admin, what: CommandKind) -> Self {
        let is_asked = postern_core::admin::needs_proof(what) && !admin.seen.is_proved;
        Self { confirm: is_asked.then(|| Confirm::fresh(admin)), ..Self::default() }
    }

    /// Whether what came with the form will do; else the question with what is wrong, and nothing is lost of what was
    /// written. What confirms is looked at last, because a right code is used up.
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
        question.confirm = Some(Confirm::again(submitted));
        Ok(Some(question))
    }
}

//! What was done and where it is in force, as a page writes it. Half done never looks done.

use postern_engine::ports::{Receipt, ReceiptOutcome};
use postern_text::{Arg, key};

use super::shell::Shell;

/// One line of a receipt.
pub struct ReceiptLine {
    /// It is in force.
    pub is_done: bool,
    /// What happened, or did not, and what happens next.
    pub text: String,
}

impl Shell {
    /// The receipts of an action, a line each.
    pub fn receipts(&self, receipts: &[Receipt]) -> Vec<ReceiptLine> {
        receipts.iter().map(|receipt| self.receipt(receipt)).collect()
    }

    /// One of them.
    pub fn receipt(&self, receipt: &Receipt) -> ReceiptLine {
        let name = self.words.point(receipt.point);
        let text = match &receipt.outcome {
            ReceiptOutcome::Done => self.words.receipt(receipt.point, receipt.latency, receipt.messages),
            ReceiptOutcome::Failed { message, retry_at } => self.words.say(
                key::CLI_RECEIPT_FAILED,
                &[
                    ("point", (&name).into()),
                    ("when", Arg::Clock(*retry_at, &self.zone)),
                    ("message", message.into()),
                ],
            ),
            ReceiptOutcome::GivenUp { message } => {
                let arguments = [("point", (&name).into()), ("message", message.into())];
                self.words.say(key::CLI_RECEIPT_GIVEN_UP, &arguments)
            }
        };
        ReceiptLine { is_done: receipt.outcome == ReceiptOutcome::Done, text }
    }
}

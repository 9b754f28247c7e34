//! Carrying out effects: what was decided becomes true outside, with a receipt that says when.
//!
//! An effect names a door, not a change: what is written is what is true at that moment, so effects of one
//! point are carried out together and twice does no harm. Failures are tried again with growing pauses and
//! given up loudly.

mod exports;

use std::sync::Arc;

use postern_core::effect::{Effect, Point};
use postern_core::ids::{AccountId, EffectId};
use postern_core::restriction::Actor;
use postern_core::time::{Span, Timestamp};
use tokio::sync::{mpsc, oneshot};

use crate::engine::Engine;
use crate::ports::{DueEffect, ExportError, Receipt, ReceiptOutcome};

/// Effects carried out together.
const BATCH_MAX: usize = 1_000;
/// How often the store is scanned for effects that did not come by the queue (after a crash, or when it was
/// full) and for those to be tried again.
const SCAN_EVERY: Span = Span::from_s(5);
/// Tries before an effect is given up: with doubling pauses from one second to five minutes this is about an
/// hour and a half.
const ATTEMPTS_MAX: u32 = 25;
const FIRST_PAUSE_S: i64 = 1;
const LONGEST_PAUSE_S: i64 = 300;

/// An effect to be carried out, and who waits for its receipt.
pub(crate) struct OutboxOrder {
    pub(crate) id: EffectId,
    pub(crate) effect: Effect,
    pub(crate) queued: Timestamp,
    pub(crate) attempts: u32,
    pub(crate) answer: Option<oneshot::Sender<Receipt>>,
}

impl From<DueEffect> for OutboxOrder {
    fn from(due: DueEffect) -> Self {
        Self { id: due.id, effect: due.effect, queued: due.queued, attempts: due.attempts, answer: None }
    }
}

impl Engine {
    /// The outbox's loop. At start it makes the files say what is true, whatever happened meanwhile.
    pub(crate) async fn run_outbox(self: Arc<Self>, mut orders: mpsc::Receiver<OutboxOrder>) {
        self.loaded().await;
        self.export_everything().await;
        loop {
            let mut batch = Vec::new();
            tokio::select! {
                received = orders.recv_many(&mut batch, BATCH_MAX) => {
                    if received == 0 {
                        return;
                    }
                }
                () = self.parts.clock.sleep(SCAN_EVERY) => batch = self.due_orders().await,
            }
            self.carry_out(batch).await;
        }
    }

    async fn due_orders(&self) -> Vec<OutboxOrder> {
        match self.parts.store.due_effects(self.now(), BATCH_MAX as u32).await {
            Ok(due) => due.into_iter().map(OutboxOrder::from).collect(),
            Err(error) => {
                tracing::error!(error = &error as &dyn std::error::Error, "due effects cannot be read");
                Vec::new()
            }
        }
    }

    /// Carries out a batch: the effects of each point together, points side by side, so that a slow file does
    /// not hold up a map.
    async fn carry_out(self: &Arc<Self>, batch: Vec<OutboxOrder>) {
        if batch.is_empty() {
            return;
        }
        self.wait_until_saved().await;
        let mut by_point: [Vec<OutboxOrder>; 3] = Default::default();
        for order in batch {
            match order.effect.point() {
                Point::PostfixMap => by_point[0].push(order),
                Point::DovecotFiles => by_point[1].push(order),
                Point::AdminMail | Point::Gates => by_point[2].push(order),
            }
        }
        let [map, files, mail] = by_point;
        tokio::join!(self.carry_out_map(map), self.carry_out_files(files), self.carry_out_mail(mail));
    }

    /// What rules decided is saved with the store's next group; connectors read the store, so they come after
    /// it. An empty change takes its turn behind everything that is queued. When the store fails, what is in
    /// memory is carried out all the same.
    async fn wait_until_saved(&self) {
        let barrier = self.change_of(Vec::new(), Actor::Rule, "", self.now());
        if let Err(error) = self.parts.store.commit(barrier).await {
            tracing::error!(error = &error as &dyn std::error::Error, "effects are carried out from memory");
        }
    }

    async fn carry_out_map(&self, orders: Vec<OutboxOrder>) {
        for order in orders {
            let result = self.export_sending_of(order.effect.account()).await;
            self.settle(vec![order], result).await;
        }
    }

    async fn carry_out_files(&self, orders: Vec<OutboxOrder>) {
        if orders.is_empty() {
            return;
        }
        let result = self.export_sign_in_of_all().await;
        self.settle(orders, result).await;
    }

    async fn carry_out_mail(&self, orders: Vec<OutboxOrder>) {
        for order in orders {
            let result = match order.effect {
                Effect::NotifyAdmins { restriction, account } => {
                    self.notify_admins(restriction, account).await
                }
                Effect::ExportSignIn(_) | Effect::ExportSending(_) => Ok(()),
            };
            self.settle(vec![order], result).await;
        }
    }

    /// Receipts for orders that shared one result.
    async fn settle(&self, orders: Vec<OutboxOrder>, result: Result<(), ExportError>) {
        let now = self.now();
        let message = match &result {
            Ok(()) | Err(ExportError::NotConfigured) => None,
            Err(error) => Some(chain(error)),
        };
        let mut receipts = Vec::with_capacity(orders.len());
        for order in orders {
            let receipt = receipt_of(&order, message.as_deref(), now);
            if let Some(message) = &message {
                tracing::warn!(
                    effect = %order.id, point = receipt.point.code(), account = %receipt.account,
                    attempts = order.attempts + 1, message, "an effect did not arrive"
                );
            }
            if let Some(answer) = order.answer {
                let _nobody_waits_any_more = answer.send(receipt.clone());
            }
            receipts.push(receipt);
        }
        if matches!(result, Err(ExportError::NotConfigured)) {
            // Nothing was promised at this point, so nothing is shown as done; the effects are settled.
            tracing::debug!(receipts = receipts.len(), "the point is not configured");
        }
        if let Err(error) = self.parts.store.save_receipts(receipts).await {
            tracing::error!(error = &error as &dyn std::error::Error, "receipts are not saved");
        }
    }
}

fn receipt_of(order: &OutboxOrder, failure: Option<&str>, now: Timestamp) -> Receipt {
    let outcome = match failure {
        None => ReceiptOutcome::Done,
        Some(message) if order.attempts + 1 >= ATTEMPTS_MAX => {
            ReceiptOutcome::GivenUp { message: message.to_owned() }
        }
        Some(message) => ReceiptOutcome::Failed {
            message: message.to_owned(),
            retry_at: now.plus(pause_after(order.attempts)),
        },
    };
    Receipt {
        effect: order.id,
        account: order.effect.account(),
        point: order.effect.point(),
        at: now,
        latency: now.since(order.queued),
        outcome,
    }
}

/// One second, doubling to five minutes.
fn pause_after(attempts: u32) -> Span {
    let doubled = FIRST_PAUSE_S.checked_shl(attempts.min(30)).unwrap_or(LONGEST_PAUSE_S);
    Span::from_s(doubled.min(LONGEST_PAUSE_S))
}

/// An error with its causes on one line.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(deeper) = cause {
        text.push_str(": ");
        text.push_str(&deeper.to_string());
        cause = deeper.source();
    }
    text
}

/// The receipt of the gates of this process: in force in memory, `latency` after it was asked for.
pub(crate) fn gates_receipt(account: AccountId, effect: EffectId, at: Timestamp, latency: Span) -> Receipt {
    Receipt { effect, account, point: Point::Gates, at, latency, outcome: ReceiptOutcome::Done }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_to_five_minutes_and_the_last_try_gives_up() {
        assert_eq!(pause_after(0), Span::from_s(1));
        assert_eq!(pause_after(3), Span::from_s(8));
        assert_eq!(pause_after(u32::MAX), Span::from_s(300));
        let order = |attempts| OutboxOrder {
            id: EffectId::from_random(1),
            effect: Effect::ExportSending(AccountId::from_random(1)),
            queued: Timestamp::default(),
            attempts,
            answer: None,
        };
        let outcome = |attempts| receipt_of(&order(attempts), Some("no"), Timestamp::default()).outcome;
        assert!(matches!(outcome(ATTEMPTS_MAX - 2), ReceiptOutcome::Failed { .. }));
        assert!(matches!(outcome(ATTEMPTS_MAX - 1), ReceiptOutcome::GivenUp { .. }));
    }
}

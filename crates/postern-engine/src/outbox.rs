//! Carrying out effects: what was decided becomes true outside, with a receipt that says when.
//!
//! An effect names a door, not a change: what is written is what is true at that moment, so effects of one
//! point are carried out together and twice does no harm. Failures are tried again with growing pauses and
//! given up loudly.

mod admin_actions;
mod exports;
mod new_passwords;

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use parking_lot::Mutex;
use postern_core::effect::{Effect, Point};
use postern_core::ids::{AccountId, EffectId};
use postern_core::restriction::Actor;
use postern_core::time::{Span, Timestamp};
use tokio::sync::{mpsc, oneshot};

use crate::engine::Engine;
use crate::ports::{CommitError, DueEffect, ExportError, Receipt, ReceiptOutcome};

/// Effects carried out together.
const BATCH_MAX: usize = 1_000;
/// Most effects that wait in memory for a point; what does not fit waits in the store.
const QUEUE_MAX: usize = 10_000;
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

/// The queue of each point, and what is on its way there: a slow file does not hold up a map.
pub(crate) struct Outbox {
    queues: [mpsc::Sender<OutboxOrder>; LANES],
    receivers: Mutex<Option<[mpsc::Receiver<OutboxOrder>; LANES]>>,
    on_its_way: Mutex<HashSet<EffectId>>,
    /// Dovecot's files do not say what is true: the last writing of them failed.
    pub(crate) files_are_stale: AtomicBool,
    /// Accounts whose new password they do not have yet.
    pub(crate) new_passwords: new_passwords::NewPasswords,
}

/// One queue for each point outside.
const LANES: usize = 6;

const FILES: usize = 1;
const SESSIONS: usize = 4;

/// Which queue leads to a point.
const fn lane_of(point: Point) -> usize {
    match point {
        Point::PostfixMap => 0,
        // Sessions are ended after the files are written: their orders pass through that queue into their own, so that
        // a mail server that is slow to end them holds up no file.
        Point::DovecotFiles | Point::MailSessions => FILES,
        Point::AdminMail | Point::Gates => 2,
        Point::MailQueue => 3,
        // Beside the admins' mail: a flood of it must not hold that up.
        Point::OwnerMail => 5,
    }
}

impl Default for Outbox {
    fn default() -> Self {
        let (map, map_orders) = mpsc::channel(QUEUE_MAX);
        let (files, file_orders) = mpsc::channel(QUEUE_MAX);
        let (mail, mail_orders) = mpsc::channel(QUEUE_MAX);
        let (held, queue_orders) = mpsc::channel(QUEUE_MAX);
        let (sessions, session_orders) = mpsc::channel(QUEUE_MAX);
        let (owners, owner_orders) = mpsc::channel(QUEUE_MAX);
        let receivers = [map_orders, file_orders, mail_orders, queue_orders, session_orders, owner_orders];
        Self {
            queues: [map, files, mail, held, sessions, owners],
            receivers: Mutex::new(Some(receivers)),
            on_its_way: Mutex::default(),
            new_passwords: new_passwords::NewPasswords::default(),
            files_are_stale: AtomicBool::new(false),
        }
    }
}

impl Outbox {
    /// Takes an order, unless it is on its way already. When the queue is full it waits in the store, where the
    /// scan finds it; `false` then.
    pub(crate) fn order(&self, order: OutboxOrder) -> bool {
        let id = order.id;
        if !self.on_its_way.lock().insert(id) {
            return false;
        }
        let is_taken = self.queues[lane_of(order.effect.point())].try_send(order).is_ok();
        if !is_taken {
            self.on_its_way.lock().remove(&id);
            tracing::warn!(effect = %id, "the outbox is full; the effect waits in the store");
        }
        is_taken
    }

    /// Hands on what had to wait for the files. What finds no room waits in the store.
    fn hand_on(&self, order: OutboxOrder) {
        let id = order.id;
        if self.queues[SESSIONS].try_send(order).is_err() {
            self.on_its_way.lock().remove(&id);
            tracing::warn!(effect = %id, "sessions are not ended yet; the effect waits in the store");
        }
    }
}

impl Engine {
    /// The outbox's loops: one for each point, and one that finds in the store what did not come by a queue.
    /// At start the files are made to say what is true, whatever happened meanwhile.
    pub(crate) async fn run_outbox(self: Arc<Self>) {
        let Some([map, files, mail, queue, sessions, owners]) = self.outbox.receivers.lock().take() else {
            return;
        };
        self.loaded().await;
        tokio::join!(
            async {
                self.export_all_sending_or_log().await;
                self.run_lane(map).await;
            },
            async {
                self.export_sign_in_or_log().await;
                self.run_lane(files).await;
            },
            self.run_lane(mail),
            self.run_lane(queue),
            self.run_sessions(sessions),
            self.run_lane(owners),
            self.run_scan(),
        );
    }

    async fn run_lane(&self, mut orders: mpsc::Receiver<OutboxOrder>) {
        let mut batch = Vec::new();
        while orders.recv_many(&mut batch, BATCH_MAX).await > 0 {
            // When the store fails, what is in memory is carried out all the same.
            if let Err(error) = self.wait_until_saved().await {
                tracing::error!(
                    error = &error as &dyn std::error::Error,
                    "effects are carried out from memory"
                );
            }
            self.carry_out(std::mem::take(&mut batch)).await;
        }
    }

    /// Sessions: what comes here has waited for the files and is saved.
    async fn run_sessions(&self, mut orders: mpsc::Receiver<OutboxOrder>) {
        while let Some(order) = orders.recv().await {
            let Effect::EndSessions { account, which } = &order.effect else { continue };
            let result = self.end_sessions_now(*account, which).await.map(Some);
            self.settle(vec![order], result).await;
        }
    }

    async fn run_scan(&self) {
        loop {
            self.parts.clock.sleep(SCAN_EVERY).await;
            match self.parts.store.due_effects(self.now(), BATCH_MAX as u32).await {
                Ok(due) => due.into_iter().for_each(|effect| {
                    // What is on its way already, or finds no room, is found again.
                    let _is_taken = self.outbox.order(effect.into());
                }),
                Err(error) => {
                    tracing::error!(error = &error as &dyn std::error::Error, "due effects cannot be read");
                }
            }
        }
    }

    /// What rules decided is saved with the store's next group; who reads the store for it comes after that. An
    /// empty change takes its turn behind everything that is queued.
    pub(crate) async fn wait_until_saved(&self) -> Result<(), CommitError> {
        let barrier = self.change_of(Vec::new(), Actor::Rule, "", self.now());
        self.parts.store.commit(barrier).await
    }

    /// Carries out a batch of one point. The files are written once for all of them.
    async fn carry_out(&self, mut batch: Vec<OutboxOrder>) {
        let sessions: Vec<OutboxOrder> =
            batch.extract_if(.., |order| order.effect.point() == Point::MailSessions).collect();
        self.carry_out_but_sessions(batch).await;
        sessions.into_iter().for_each(|order| self.outbox.hand_on(order));
    }

    async fn carry_out_but_sessions(&self, batch: Vec<OutboxOrder>) {
        if batch.iter().any(|order| matches!(order.effect, Effect::ExportSignIn(_))) {
            // Who gets a new password while the files are written waits for the next time.
            let waiting = self.outbox.new_passwords.waiting();
            let result = self.export_sign_in_of_all().await;
            if result.is_ok() {
                self.outbox.new_passwords.arrived(&waiting);
            }
            return self.settle(batch, result.map(|()| None)).await;
        }
        for order in batch {
            let result = match &order.effect {
                Effect::ExportSending(account) => self.export_sending_of(*account).await.map(|()| None),
                Effect::NotifyAdmins { restriction, account } => {
                    self.notify_admins(*restriction, *account).await.map(|()| None)
                }
                Effect::HoldQueue(account) => self.hold_queue_of_restricted(*account).await.map(Some),
                Effect::ChangeQueue { account, action, which } => {
                    self.change_queue_now(*account, *action, which).await.map(Some)
                }
                Effect::NotifyOfHelp { request, .. } => self.notify_of_help(*request).await.map(|()| None),
                Effect::NotifyOfAlert(account) => self.notify_of_alert(*account).await.map(|()| None),
                Effect::NotifyOfAdminAction { account, at } => {
                    self.notify_of_admin_action(*account, *at).await.map(|()| None)
                }
                Effect::MailLink { account, link } => self.mail_link(*account, *link).await.map(|()| None),
                Effect::TellOwner { account, at, also_to } => {
                    self.tell_owner(*account, *at, also_to.as_deref()).await.map(|()| None)
                }
                // Of their own lanes, which went the other way above.
                Effect::ExportSignIn(_) | Effect::EndSessions { .. } => Ok(None),
            };
            self.settle(vec![order], result).await;
        }
    }

    /// Receipts for orders that shared one result: of the queue, how many messages it was.
    async fn settle(&self, orders: Vec<OutboxOrder>, result: Result<Option<u32>, ExportError>) {
        let now = self.now();
        let message = result.as_ref().err().map(|error| chain(error));
        let mut receipts = Vec::with_capacity(orders.len());
        let settled: Vec<EffectId> = orders.iter().map(|order| order.id).collect();
        for order in orders {
            let messages = result.as_ref().ok().copied().flatten();
            let receipt = Receipt { messages, ..receipt_of(&order, message.as_deref(), now) };
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
        if let Err(error) = self.parts.store.save_receipts(receipts).await {
            tracing::error!(error = &error as &dyn std::error::Error, "receipts are not saved");
        }
        // Only now: while the store still holds the effect, the scan would order it a second time.
        let mut on_its_way = self.outbox.on_its_way.lock();
        on_its_way.retain(|id| !settled.contains(id));
    }
}

fn receipt_of(order: &OutboxOrder, failure: Option<&str>, now: Timestamp) -> Receipt {
    let outcome = match failure {
        None => ReceiptOutcome::Done,
        Some(message) if order.attempts + 1 >= ATTEMPTS_MAX || !order.effect.is_tried_again() => {
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
        messages: None,
    }
}

/// One second, doubling to five minutes.
fn pause_after(attempts: u32) -> Span {
    let doubled = FIRST_PAUSE_S.checked_shl(attempts.min(30)).unwrap_or(LONGEST_PAUSE_S);
    Span::from_s(doubled.min(LONGEST_PAUSE_S))
}

pub(crate) use exports::unreadable;

/// An error with its causes on one line.
pub(crate) fn chain(error: &dyn std::error::Error) -> String {
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
    let (point, outcome) = (Point::Gates, ReceiptOutcome::Done);
    Receipt { effect, account, point, at, latency, outcome, messages: None }
}

#[cfg(test)]
mod tests {
    use postern_core::effect::QueueSelection;
    use postern_core::mail_queue::QueueAction;

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

    #[test]
    fn what_a_person_decided_about_queued_mail_is_tried_once() {
        let effect = Effect::ChangeQueue {
            account: AccountId::from_random(1),
            action: QueueAction::Delete,
            which: QueueSelection::SentUntil(Timestamp::default()),
        };
        let id = EffectId::from_random(1);
        let order = OutboxOrder { id, effect, queued: Timestamp::default(), attempts: 0, answer: None };
        let outcome = receipt_of(&order, Some("not root"), Timestamp::default()).outcome;
        assert!(matches!(outcome, ReceiptOutcome::GivenUp { .. }), "{outcome:?}");
    }
}

//! The task behind a writer's queue: groups, savepoints, and what happens when the machine fails.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use postern_core::time::{Span, Timestamp};
use postern_engine::ports::{Clock, CommitError, StoreError};
use sqlx::{Connection, SqliteConnection};
use tokio::sync::mpsc;

use super::{Asked, GROUP_ITEMS_MAX, GROUP_SPAN, Item, Work, WrittenCounts};
use crate::sqlite::connect::DatabaseFile;
use crate::sqlite::error::{is_transient, statement};

/// First pause after a failure of the machine; doubles up to [`PAUSE_MAX`].
const PAUSE_FIRST: Span = Span::from_ms(100);
/// Longest pause: an admin who has made room sees the store go on within this.
const PAUSE_MAX: Span = Span::from_s(5);
/// Failures after the store was closed until what still waits is given up, loudly: four pauses, 1.5 s.
const CLOSING_TRIES_MAX: u32 = 5;

pub(super) struct GroupWriter<W: Work> {
    pub(super) file: DatabaseFile,
    /// `None` after a failure: the next group connects anew, because a connection whose sync failed does not
    /// know what is on the disk.
    pub(super) connection: Option<SqliteConnection>,
    pub(super) context: W::Context,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) queue: mpsc::Receiver<Item<W>>,
    /// Taken from the queue and not settled, oldest first.
    pub(super) waiting: VecDeque<Item<W>>,
    pub(super) written: Arc<WrittenCounts>,
}

/// An item of the open group and what became of its savepoint.
type Applied<W> = (Item<W>, Result<u64, CommitError>);

impl<W: Work> GroupWriter<W> {
    /// Writes until the queue is closed and empty.
    pub(super) async fn run(mut self) {
        let mut tries_left = CLOSING_TRIES_MAX;
        // How long to wait before the next group: after a failure of the machine only.
        let mut pause = None;
        while tries_left > 0 && self.next_comes(pause).await {
            self.take_what_waits();
            let mut group = Vec::new();
            match self.write(&mut group).await {
                Ok(()) => {
                    pause = None;
                    self.settle(group);
                }
                Err(error) => {
                    pause = Some(next_pause(pause));
                    tries_left -= u32::from(self.queue.is_closed());
                    self.keep(group, error);
                }
            }
        }
        if !self.waiting.is_empty() {
            let lost = self.waiting.len();
            tracing::error!(file = %self.file.path.display(), lost, "closed before everything was saved");
        }
        if let Some(connection) = self.connection.take()
            && let Err(error) = connection.close().await
        {
            tracing::warn!(file = %self.file.path.display(), %error, "the file was not closed in order");
        }
    }

    /// Waits for something to write; false when there is nothing left and nothing can come. After a failure,
    /// what was promised for soon waits for the end of the pause, or for somebody who asks.
    async fn next_comes(&mut self, pause: Option<Span>) -> bool {
        if self.waiting.is_empty() {
            let item = self.queue.recv().await;
            self.waiting.extend(item);
            return !self.waiting.is_empty();
        }
        let Some(pause) = pause else { return true };
        let mut end_of_pause = self.clock.sleep(pause);
        loop {
            tokio::select! {
                Some(item) = self.queue.recv() => {
                    let is_asked_now = matches!(item.asked, Asked::Now(_));
                    self.waiting.push_back(item);
                    if is_asked_now {
                        return true;
                    }
                }
                () = &mut end_of_pause => return true,
            }
        }
    }

    /// Moves what is queued to what waits, as far as one group goes.
    fn take_what_waits(&mut self) {
        while self.waiting.len() < GROUP_ITEMS_MAX {
            match self.queue.try_recv() {
                Ok(item) => self.waiting.push_back(item),
                Err(_) => break,
            }
        }
    }

    /// The next item of a group that began at `begun` and has `taken` items.
    fn next_item(&mut self, begun: Timestamp, taken: usize) -> Option<Item<W>> {
        if taken >= GROUP_ITEMS_MAX {
            return None;
        }
        let waits = self.waiting.pop_front();
        if waits.is_some() || self.clock.now().since(begun) >= GROUP_SPAN {
            return waits;
        }
        self.queue.try_recv().ok()
    }

    /// One transaction. On an error nothing of it was saved, and `group` holds what was taken for it.
    async fn write(&mut self, group: &mut Vec<Applied<W>>) -> Result<(), StoreError> {
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => self.file.writer().await?,
        };
        run(&mut connection, "BEGIN IMMEDIATE; SAVEPOINT item").await?;
        let begun = self.clock.now();
        while let Some(item) = self.next_item(begun, group.len()) {
            let applied = apply_one(&mut connection, &item.work, &self.context).await;
            let (result, failure) = match applied {
                Ok(result) => (result, None),
                Err(error) => (Ok(0), Some(error)),
            };
            group.push((item, result));
            if let Some(error) = failure {
                return Err(error);
            }
        }
        // This closes the savepoint too.
        run(&mut connection, "COMMIT").await?;
        self.connection = Some(connection);
        Ok(())
    }

    /// Everybody of a committed group learns what became of it.
    fn settle(&self, group: Vec<Applied<W>>) {
        self.written.groups.fetch_add(1, Ordering::Relaxed);
        self.written.items.fetch_add(group.len() as u64, Ordering::Relaxed);
        for (item, result) in group {
            match (item.asked, result) {
                // Who asked may have gone away; the change stands all the same.
                (Asked::Now(answer), result) => drop(answer.send(result)),
                (Asked::Soon(_), Ok(_)) => {}
                (Asked::Soon(_), Err(error)) => {
                    let change = item.work.describe();
                    tracing::error!(
                        change,
                        error = &error as &dyn std::error::Error,
                        "a decision was not saved"
                    );
                }
            }
        }
    }

    /// The machine failed: who waits is told, and what was promised for soon is kept for the next group.
    fn keep(&mut self, group: Vec<Applied<W>>, error: StoreError) {
        let error = Arc::new(error);
        let taken = group.into_iter().map(|(item, _)| item);
        let mut all: Vec<Item<W>> = taken.chain(self.waiting.drain(..)).collect();
        // Nobody who asks waits behind a long row of others for the same bad news.
        while let Ok(item) = self.queue.try_recv() {
            all.push(item);
        }
        for item in all {
            match item.asked {
                Asked::Now(answer) => {
                    let operation = format!("save {}", item.work.describe());
                    let source = Box::new(Arc::clone(&error));
                    drop(answer.send(Err(StoreError::Statement { operation, source }.into())));
                }
                Asked::Soon(_) => self.waiting.push_back(item),
            }
        }
        tracing::error!(
            file = %self.file.path.display(),
            waiting = self.waiting.len(),
            error = &*error as &dyn std::error::Error,
            "the store cannot write"
        );
    }
}

fn next_pause(last: Option<Span>) -> Span {
    last.map_or(PAUSE_FIRST, |last| Span::from_micros(last.as_micros().saturating_mul(2)).min(PAUSE_MAX))
}

/// Writes one item in the open savepoint and opens the next. The inner result is the item's own; the outer error
/// is the machine's, and then the whole transaction is void.
///
/// Texts of two statements are one round trip to the connection's thread, which is most of what a statement costs.
async fn apply_one<W: Work>(
    connection: &mut SqliteConnection,
    work: &W,
    context: &W::Context,
) -> Result<Result<u64, CommitError>, StoreError> {
    match work.apply(connection, context).await {
        Ok(rows) => {
            run(connection, "RELEASE item; SAVEPOINT item").await?;
            Ok(Ok(rows))
        }
        Err(CommitError::Store(error)) if is_transient(&error) => Err(error),
        Err(refused) => {
            run(connection, "ROLLBACK TO item").await?;
            Ok(Err(refused))
        }
    }
}

async fn run(connection: &mut SqliteConnection, text: &'static str) -> Result<(), StoreError> {
    sqlx::query(text).execute(connection).await.map(drop).map_err(statement("write to the store"))
}

//! The one writer of a file: takes work from a bounded queue, commits it in groups, and answers only then.
//!
//! ```text
//!            ask / soon_place               BEGIN IMMEDIATE
//!  callers ──────────────▶ queue ─▶ waiting ─▶ savepoint per item ─▶ COMMIT ─▶ answers
//!                                      ▲               │ the machine failed
//!                                      └── soon ───────┴──▶ asked: an error
//! ```
//!
//! A group is what waits when it begins, and what still arrives within [`GROUP_SPAN`], at most
//! [`GROUP_ITEMS_MAX`]; an idle writer commits a single item at once. A conflict rolls back its own savepoint and
//! nothing else. When the machine fails (disk full, a lock), those who wait get the error, and what a rule decided
//! stays here until it is saved. This file knows no table.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use parking_lot::Mutex;
use postern_core::time::Span;
use postern_engine::ports::{Clock, CommitError, StoreError};
use sqlx::SqliteConnection;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, oneshot};
use tokio::task::JoinHandle;

use super::connect::DatabaseFile;
use super::folder::OwnFolder;

mod group;

use group::GroupWriter;

/// Most items of one commit (DESIGN section 4).
pub(super) const GROUP_ITEMS_MAX: usize = 200;
/// How long a group that has begun goes on taking new items (DESIGN section 4).
const GROUP_SPAN: Span = Span::from_ms(2);
/// Most items that wait to be taken: twenty groups, about a second of work on a slow disk.
pub(super) const QUEUE_MAX: usize = 4_000;
/// Most items that were promised for soon and are not on the disk yet. Below [`QUEUE_MAX`], so that rules that
/// decide much never keep a person's action out.
pub(super) const SOON_MAX: usize = 3_000;

/// Something that a writer writes.
pub(super) trait Work: Send + Sync + 'static {
    /// What every item of this kind needs beside the connection.
    type Context: Send + Sync + 'static;

    /// Writes it inside an open savepoint; the number of rows that the caller asked about, or zero.
    fn apply(
        &self,
        connection: &mut SqliteConnection,
        context: &Self::Context,
    ) -> impl Future<Output = Result<u64, CommitError>> + Send;

    /// What it is, for the log.
    fn describe(&self) -> String;
}

/// Work and who waits for it.
struct Item<W> {
    work: W,
    asked: Asked,
}

enum Asked {
    /// Somebody waits.
    Now(oneshot::Sender<Result<u64, CommitError>>),
    /// Nobody waits; the permit is one of [`SOON_MAX`].
    Soon(#[expect(dead_code, reason = "held until the item is settled, never read")] OwnedSemaphorePermit),
}

/// What a writer has written since it was opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Commits.
    pub groups: u64,
    /// Changes and other items in them.
    pub items: u64,
}

#[derive(Default)]
struct WrittenCounts {
    groups: AtomicU64,
    items: AtomicU64,
}

/// A writer's queue. The writer ends when this is closed or dropped, after what was queued.
pub(super) struct Writer<W: Work> {
    queue: Mutex<Option<mpsc::Sender<Item<W>>>>,
    soon: Arc<Semaphore>,
    task: Mutex<Option<JoinHandle<()>>>,
    written: Arc<WrittenCounts>,
}

/// A place in the queue, taken before the work is given away.
pub(super) struct SoonPlace<W> {
    permit: OwnedSemaphorePermit,
    place: mpsc::OwnedPermit<Item<W>>,
}

impl<W> SoonPlace<W> {
    /// Has it written with the next group.
    pub(super) fn fill(self, work: W) {
        self.place.send(Item { work, asked: Asked::Soon(self.permit) });
    }
}

impl<W: Work> Writer<W> {
    /// Starts the writer of `file`, which has `connection` already. The folder stays ours until it ends.
    pub(super) fn start(
        file: DatabaseFile,
        connection: SqliteConnection,
        context: W::Context,
        clock: Arc<dyn Clock>,
        folder: Arc<OwnFolder>,
    ) -> Self {
        let (queue, receiver) = mpsc::channel(QUEUE_MAX);
        let written = Arc::new(WrittenCounts::default());
        let writer = GroupWriter {
            file,
            connection: Some(connection),
            context,
            clock,
            queue: receiver,
            waiting: VecDeque::new(),
            written: Arc::clone(&written),
        };
        let task = tokio::spawn(async move {
            writer.run().await;
            drop(folder);
        });
        Self {
            queue: Mutex::new(Some(queue)),
            soon: Arc::new(Semaphore::new(SOON_MAX)),
            task: Mutex::new(Some(task)),
            written,
        }
    }

    /// Writes and waits until it is committed.
    pub(super) async fn ask(&self, work: W) -> Result<u64, CommitError> {
        let (answer, answered) = oneshot::channel();
        let place = self.place().ok_or(StoreError::NotWriting)?;
        place.send(Item { work, asked: Asked::Now(answer) });
        answered.await.map_err(|_| StoreError::NotWriting)?
    }

    /// A place for work that nobody waits for; `None` when too much waits already or the writer is closed.
    pub(super) fn soon_place(&self) -> Option<SoonPlace<W>> {
        let permit = Arc::clone(&self.soon).try_acquire_owned().ok()?;
        Some(SoonPlace { permit, place: self.place()? })
    }

    fn place(&self) -> Option<mpsc::OwnedPermit<Item<W>>> {
        let queue = self.queue.lock().clone()?;
        queue.try_reserve_owned().ok()
    }

    /// Takes nothing new, writes what is queued, and returns when the writer has ended.
    pub(super) async fn close(&self) {
        drop(self.queue.lock().take());
        let task = self.task.lock().take();
        if let Some(task) = task
            && let Err(error) = task.await
        {
            tracing::error!(%error, "the store's writer did not end by itself");
        }
    }

    /// How much was written.
    pub(super) fn written(&self) -> Written {
        Written {
            groups: self.written.groups.load(Ordering::Relaxed),
            items: self.written.items.load(Ordering::Relaxed),
        }
    }
}

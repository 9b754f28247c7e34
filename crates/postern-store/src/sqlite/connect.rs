//! Connections: how a file is written and read, checked after connecting rather than hoped for.

use std::path::{Path, PathBuf};
use std::time::Duration;

use postern_engine::ports::StoreError;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, SqliteConnection, SqlitePool};

use super::folder::cannot_open;

/// The first SQLite without the bug by which two connections that write and checkpoint at once can corrupt a
/// database in WAL mode (release notes of 3.51.3).
pub(super) const SQLITE_NEEDED: &str = "3.51.3";

/// How long a writer waits for a lock. Only a backup or somebody's shell can hold one: the folder is ours.
const WRITER_BUSY: Duration = Duration::from_secs(1);
/// How long a reader waits for a lock (a checkpoint that restarts the log, microseconds).
const READER_BUSY: Duration = Duration::from_secs(5);
/// Pages of a file that its writer keeps, in KiB: most of the inner nodes of a store with a million accounts,
/// whose ids are random.
const WRITER_CACHE_KIB: u32 = 64 * 1024;
/// Pages of the log at which they are copied into the file, where a crash of the machine may lose the last moments:
/// 32 MiB. Each copy costs two syncs, and a page that changed again meanwhile is copied once; SQLite's own 1,000
/// pages were reached several times a second by the journal of counters.
const CHECKPOINT_PAGES_NORMAL: u32 = 8_000;
/// The same where every commit is synced: SQLite's default.
const CHECKPOINT_PAGES_FULL: u32 = 1_000;
/// Most readers of a file; more than cores only queue inside SQLite.
const READERS_MAX: usize = 4;
/// Added to the niceness of the thread that writes history: a gate's thread weighs nine times as much (sched(7)). A
/// batch of the journal takes milliseconds of a core, and who asks a gate meanwhile must not wait for it.
const HISTORY_NICENESS: i32 = 10;

/// When a commit returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Durability {
    /// After the log is on the disk.
    Full,
    /// Before: a crash of the machine may lose the last moments, a crash of the process nothing.
    Normal,
}

/// A file of the store and how it is written.
#[derive(Clone, Debug)]
pub(super) struct DatabaseFile {
    pub(super) path: PathBuf,
    pub(super) durability: Durability,
}

impl DatabaseFile {
    /// A new connection that writes.
    pub(super) async fn writer(&self) -> Result<SqliteConnection, StoreError> {
        let (synchronous, checkpoint_pages, thread_name) = match self.durability {
            Durability::Full => (SqliteSynchronous::Full, CHECKPOINT_PAGES_FULL, "state-writer"),
            Durability::Normal => (SqliteSynchronous::Normal, CHECKPOINT_PAGES_NORMAL, "history-writer"),
        };
        let open = |source: sqlx::Error| cannot_open(&self.path, source);
        let options = SqliteConnectOptions::new()
            .filename(&self.path)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(synchronous)
            .busy_timeout(WRITER_BUSY)
            .thread_name(move |_| thread_name.to_owned())
            .pragma("cache_size", format!("-{WRITER_CACHE_KIB}"))
            // A statement that can fail half-way first copies every page that it changes. That copy is worth nothing
            // after a crash, so it need not be a file: a write less for each row of the journal.
            .pragma("temp_store", "memory")
            .pragma("wal_autocheckpoint", checkpoint_pages.to_string());
        let mut connection = match self.durability {
            // Somebody waits for every commit.
            Durability::Full => options.connect().await.map_err(open)?,
            Durability::Normal => connect_giving_way(options).await.map_err(open)?,
        };
        let (journal_mode, synchronous) = pragmas(&mut connection).await.map_err(open)?;
        if (journal_mode.as_str(), synchronous) != ("wal", self.synchronous_expected()) {
            return Err(cannot_open(&self.path, NotAsAsked { journal_mode, synchronous }));
        }
        Ok(connection)
    }

    /// The readers.
    pub(super) async fn readers(&self) -> Result<SqlitePool, StoreError> {
        let options =
            SqliteConnectOptions::new().filename(&self.path).read_only(true).busy_timeout(READER_BUSY);
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let readers = u32::try_from(cores.min(READERS_MAX)).unwrap_or(1);
        SqlitePoolOptions::new()
            .max_connections(readers)
            .connect_with(options)
            .await
            .map_err(|source| cannot_open(&self.path, source))
    }

    /// What `PRAGMA synchronous` answers for our durability.
    const fn synchronous_expected(&self) -> i64 {
        match self.durability {
            Durability::Full => 2,
            Durability::Normal => 1,
        }
    }
}

/// A connection whose work gives way to the gates. Each connection of sqlx has a thread of its own, which begins with
/// the priority of the thread that connects; so one connects that is needed for nothing else.
async fn connect_giving_way(options: SqliteConnectOptions) -> Result<SqliteConnection, sqlx::Error> {
    let (answer, connected) = tokio::sync::oneshot::channel();
    let runtime = tokio::runtime::Handle::current();
    std::thread::Builder::new().name("connect".to_owned()).spawn(move || {
        if let Err(error) = rustix::process::nice(HISTORY_NICENESS) {
            tracing::debug!(%error, "history is written with the priority of the gates");
        }
        // Whoever asked may have given up meanwhile.
        let _ = answer.send(runtime.block_on(options.connect()));
    })?;
    connected.await.map_err(|_| sqlx::Error::WorkerCrashed)?
}

/// The file system or somebody's build took our settings away.
#[derive(Debug, thiserror::Error)]
#[error("SQLite runs with journal_mode={journal_mode} and synchronous={synchronous}, not as asked")]
struct NotAsAsked {
    journal_mode: String,
    synchronous: i64,
}

async fn pragmas(connection: &mut SqliteConnection) -> Result<(String, i64), sqlx::Error> {
    let journal_mode = sqlx::query_scalar("PRAGMA journal_mode").fetch_one(&mut *connection).await?;
    let synchronous = sqlx::query_scalar("PRAGMA synchronous").fetch_one(&mut *connection).await?;
    Ok((journal_mode, synchronous))
}

/// Refuses a linked SQLite that is too old. Asks the library itself: a distribution may have replaced it.
pub(super) async fn check_linked_version(
    connection: &mut SqliteConnection,
    path: &Path,
) -> Result<(), StoreError> {
    let found: String = sqlx::query_scalar("SELECT sqlite_version()")
        .fetch_one(connection)
        .await
        .map_err(|source| cannot_open(path, source))?;
    check_version(found)
}

/// Whether the version `found` is at least [`SQLITE_NEEDED`]; a text that is no version is not.
fn check_version(found: String) -> Result<(), StoreError> {
    let is_new_enough = match (parts(&found), parts(SQLITE_NEEDED)) {
        (Some(found), Some(needed)) => found >= needed,
        (Some(_) | None, _) => false,
    };
    if is_new_enough { Ok(()) } else { Err(StoreError::SqliteTooOld { found, needed: SQLITE_NEEDED }) }
}

fn parts(version: &str) -> Option<[u32; 3]> {
    let mut numbers = version.split('.').map(|part| part.parse::<u32>().ok());
    Some([numbers.next()??, numbers.next()??, numbers.next().unwrap_or(Some(0))?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sqlite_with_the_wal_bug_is_refused() {
        for old in ["3.51.2", "3.40.1", "3.7.0", "2.99.99", "", "new", "3", "3.51.x"] {
            assert!(matches!(check_version(old.to_owned()), Err(StoreError::SqliteTooOld { .. })), "{old}");
        }
        for new in ["3.51.3", "3.51.10", "3.52", "3.52.0", "4.0.0"] {
            assert!(check_version(new.to_owned()).is_ok(), "{new}");
        }
    }

    fn empty_file(folder: &tempfile::TempDir, durability: Durability) -> DatabaseFile {
        let path = folder.path().join(format!("{durability:?}.db"));
        std::fs::write(&path, "").expect("an empty file");
        DatabaseFile { path, durability }
    }

    #[tokio::test]
    async fn state_is_written_full_and_history_normal_both_in_wal() {
        let folder = tempfile::tempdir().expect("a private folder");
        for (durability, expected) in [(Durability::Full, 2), (Durability::Normal, 1)] {
            let file = empty_file(&folder, durability);
            let mut connection = file.writer().await.expect("a writer");
            assert_eq!(pragmas(&mut connection).await.expect("pragmas"), ("wal".to_owned(), expected));
            check_linked_version(&mut connection, &file.path).await.expect("the bundled one is new enough");
        }
    }

    /// The niceness of this process's threads of that name.
    fn niceness_of_threads(name: &str) -> Vec<i32> {
        let threads = std::fs::read_dir("/proc/self/task").expect("threads of this process");
        let read = |path: &Path, name: &str| std::fs::read_to_string(path.join(name)).unwrap_or_default();
        threads
            .filter_map(|thread| Some(thread.ok()?.path()))
            .filter(|path| read(path, "comm").trim_end() == name)
            // Niceness is field 19 of proc_pid_stat(5), the seventeenth after the name in brackets.
            .filter_map(|path| read(&path, "stat").rsplit_once(") ")?.1.split(' ').nth(16)?.parse().ok())
            .collect()
    }

    #[tokio::test]
    async fn only_the_writer_of_history_gives_way() {
        let folder = tempfile::tempdir().expect("a private folder");
        let state = empty_file(&folder, Durability::Full).writer().await.expect("a writer");
        let history = empty_file(&folder, Durability::Normal).writer().await.expect("a writer");
        let own = rustix::process::getpriority_process(None).expect("every thread has a priority");
        let lowered = (own + HISTORY_NICENESS).min(19);
        let (of_state, of_history) =
            (niceness_of_threads("state-writer"), niceness_of_threads("history-writer"));
        assert!(!of_state.is_empty() && of_state.iter().all(|&niceness| niceness == own), "{of_state:?}");
        assert!(!of_history.is_empty() && of_history.iter().all(|&n| n == lowered), "{of_history:?}");
        drop((state, history));
    }

    #[tokio::test]
    async fn a_reader_cannot_write() {
        let folder = tempfile::tempdir().expect("a private folder");
        let file = empty_file(&folder, Durability::Full);
        let _writer = file.writer().await.expect("a writer");
        let readers = file.readers().await.expect("readers");
        sqlx::query("CREATE TABLE t (x INTEGER)").execute(&readers).await.expect_err("read-only");
    }
}

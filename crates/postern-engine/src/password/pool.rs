//! Hashing and verifying beside the gates, never in their way: a fixed number of threads at work, a bounded number
//! of callers waiting, and everybody else is told so at once. Knows nothing of what is hashed.
//!
//! Hundreds of sign-ins at once would otherwise take 19 MiB each and every core; the gates' refusals must stay
//! quick meanwhile (DESIGN section 9). So each piece of work has a thread of its own that gives way to every other
//! thread of the machine. Not one of the runtime's: a lowered priority cannot be raised again without privilege,
//! and those threads serve others afterwards. Beginning a thread costs a thousandth of a hash.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use postern_core::password_rules::{LookedUp, PasswordList};
use tokio::sync::{Semaphore, oneshot};

use super::{
    Password, PasswordError, Stored, Unwanted, app_password, fresh_salt, hash, spend_a_verification,
};
use crate::ports::{BreachedList, Entropy};

/// Callers that may wait for a free thread. At some 25 ms a hash the last of them waits 0.8 s on two cores.
pub const QUEUE_MAX: usize = 32;

/// Added to the niceness of a thread that hashes: the most there is (setpriority(2)). A gate's thread that wakes up
/// runs at once, and a core that is shared evenly gives hashing one part in seventy.
const NICENESS: i32 = 19;

/// The threads that hash.
pub struct HashPool {
    /// One permit per thread.
    threads: Arc<Semaphore>,
    /// One permit per caller at work or waiting.
    places: Arc<Semaphore>,
    /// Pieces of work begun since the start.
    begun: AtomicU64,
}

impl Default for HashPool {
    /// One thread fewer than the machine has cores, at least one, and [`QUEUE_MAX`] callers waiting.
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
        Self::new(NonZeroUsize::new(cores - 1).unwrap_or(NonZeroUsize::MIN), QUEUE_MAX)
    }
}

impl HashPool {
    /// At most `threads` hashes at once and `queue_max` callers waiting behind them.
    pub fn new(threads: NonZeroUsize, queue_max: usize) -> Self {
        let places = threads.get().saturating_add(queue_max).min(Semaphore::MAX_PERMITS);
        Self {
            threads: Arc::new(Semaphore::new(threads.get().min(Semaphore::MAX_PERMITS))),
            places: Arc::new(Semaphore::new(places)),
            begun: AtomicU64::new(0),
        }
    }

    /// How many hashes, verifications and look-ups were begun since the start.
    pub fn begun(&self) -> u64 {
        self.begun.load(Ordering::Relaxed)
    }

    /// A new hash in Dovecot's notation, `{ARGON2ID}$argon2id$…`, with a fresh salt.
    pub async fn hash(&self, password: Password, entropy: &dyn Entropy) -> Result<String, PasswordError> {
        let salt = fresh_salt(entropy);
        self.run(move || hash(&password, &salt)).await
    }

    /// Whether `password` is the one that `stored` was made from.
    pub async fn verify(&self, password: Password, stored: &str) -> Result<bool, PasswordError> {
        let stored = Stored::parse(stored)?;
        stored.check()?;
        let verify = move || match password.composed() {
            // Set here it was composed first; set elsewhere it is as its owner's keyboard makes it.
            Some(composed) => Ok(stored.verify(&password)? || stored.verify(&composed)?),
            None => stored.verify(&password),
        };
        Ok(self.run(verify).await??)
    }

    /// Costs what [`HashPool::verify`] costs with a hash of ours, and answers nothing: for a name that nobody has.
    pub async fn verify_nobody(&self, password: Password) -> Result<(), PasswordError> {
        self.run(move || spend_a_verification(&password)).await
    }

    /// The hash of an app password, which is cheap: its text is one that nobody guesses.
    pub(crate) async fn hash_app_password(
        &self,
        password: Password,
        entropy: &dyn Entropy,
    ) -> Result<String, PasswordError> {
        let salt = fresh_salt(entropy);
        self.run(move || app_password::hash(&password, &salt)).await
    }

    /// Whether `password` is the app password of this hash; without one it costs the same.
    pub(crate) async fn verify_app_password(
        &self,
        password: Password,
        stored: Option<&str>,
    ) -> Result<bool, PasswordError> {
        let Some(stored) = stored else {
            let spend = move || std::hint::black_box(app_password::hash(&password, &Default::default()));
            return self.run(spend).await.map(|_| false);
        };
        let stored = Stored::parse(stored)?;
        stored.check()?;
        Ok(self.run(move || stored.verify(&password)).await??)
    }

    /// Which list holds the password: the built-in one, or the site's own.
    pub async fn listed(
        &self,
        password: Password,
        breached: Arc<dyn BreachedList>,
    ) -> Result<Option<PasswordList>, PasswordError> {
        self.run(move || super::listed::find(&password, breached.as_ref())).await
    }

    /// What the rules ask about a password that somebody chooses. Costs a verification for each former password.
    pub(crate) async fn look_up(
        &self,
        password: Password,
        unwanted: Unwanted,
    ) -> Result<LookedUp, PasswordError> {
        self.run(move || unwanted.look_up(&password)).await
    }

    /// The permits travel with the work: a caller that gave up leaves its thread busy, so its place stays taken.
    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, PasswordError> {
        let place = Arc::clone(&self.places).try_acquire_owned().map_err(|_| PasswordError::Busy)?;
        let thread = Arc::clone(&self.threads).acquire_owned().await.map_err(|_| PasswordError::Stopping)?;
        self.begun.fetch_add(1, Ordering::Relaxed);
        let (answer, answered) = oneshot::channel();
        let begun = std::thread::Builder::new().name("hash".to_owned()).spawn(move || {
            let held = (place, thread);
            give_way();
            let done = work();
            // Whoever has the answer may ask again at once, and finds the place free.
            drop(held);
            // Whoever asked may have given up meanwhile.
            let _ = answer.send(done);
        });
        if let Err(error) = begun {
            tracing::error!(%error, "no thread for hashing a password");
            return Err(PasswordError::Busy);
        }
        // The answer is missing only when the work panicked.
        answered.await.map_err(|_| PasswordError::Stopping)
    }
}

/// Lowers the priority of this thread. Where the system does not let us, hashing is as fast as everything else.
fn give_way() {
    if let Err(error) = rustix::process::nice(NICENESS) {
        tracing::debug!(%error, "passwords are hashed with the priority of the gates");
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    /// Work that says when it has begun and waits to be let go.
    struct Gate {
        begun: mpsc::Sender<()>,
        go: parking_lot::Mutex<mpsc::Receiver<()>>,
    }

    fn gate() -> (Arc<Gate>, mpsc::Receiver<()>, mpsc::Sender<()>) {
        let (begun, has_begun) = mpsc::channel();
        let (start, go) = mpsc::channel();
        (Arc::new(Gate { begun, go: parking_lot::Mutex::new(go) }), has_begun, start)
    }

    fn occupy(pool: &Arc<HashPool>, gate: &Arc<Gate>) -> tokio::task::JoinHandle<Result<(), PasswordError>> {
        let (pool, gate) = (Arc::clone(pool), Arc::clone(gate));
        tokio::spawn(async move {
            pool.run(move || {
                gate.begun.send(()).expect("the test lives");
                gate.go.lock().recv().expect("the test lives");
            })
            .await
        })
    }

    /// Lets the other tasks run until `places` are left.
    async fn until_left(pool: &HashPool, places: usize) {
        while pool.places.available_permits() > places {
            tokio::task::yield_now().await;
        }
    }

    #[tokio::test]
    async fn h4_more_callers_than_threads_and_queue_are_turned_away_at_once() {
        let pool = Arc::new(HashPool::new(NonZeroUsize::MIN, 2));
        let (gate, has_begun, start) = gate();
        let mut busy = vec![occupy(&pool, &gate)];
        until_left(&pool, 2).await;
        has_begun.recv().expect("the first has begun");
        assert_eq!(pool.threads.available_permits(), 0, "work that has begun holds its thread");
        for left in [1, 0] {
            busy.push(occupy(&pool, &gate));
            until_left(&pool, left).await;
        }
        assert!(matches!(pool.run(|| ()).await, Err(PasswordError::Busy)));
        for caller in busy {
            start.send(()).expect("the pool lives");
            caller.await.expect("no panic").expect("it had a place");
        }
        assert!(pool.run(|| ()).await.is_ok(), "places are free again");
    }

    #[tokio::test]
    async fn a_caller_who_gives_up_frees_the_place_only_when_nothing_was_begun() {
        let pool = Arc::new(HashPool::new(NonZeroUsize::MIN, 1));
        let (gate, has_begun, start) = gate();
        let working = occupy(&pool, &gate);
        until_left(&pool, 1).await;
        has_begun.recv().expect("the first has begun");
        let waiting = occupy(&pool, &gate);
        until_left(&pool, 0).await;
        waiting.abort();
        assert!(waiting.await.is_err_and(|error| error.is_cancelled()));
        assert_eq!(pool.places.available_permits(), 1);
        working.abort();
        assert!(working.await.is_err_and(|error| error.is_cancelled()));
        assert_eq!(pool.threads.available_permits(), 0, "the thread is still at work");
        start.send(()).expect("the pool lives");
    }

    #[tokio::test]
    async fn hashing_gives_way_and_leaves_the_caller_as_it_was() {
        let priority = || rustix::process::getpriority_process(None).expect("every thread has a priority");
        let before = priority();
        let pool = HashPool::new(NonZeroUsize::MIN, 0);
        let lowered = (before + NICENESS).min(19);
        assert_eq!(pool.run(priority).await.expect("there is room"), lowered, "the lowest there is");
        assert_eq!(priority(), before);
    }

    #[tokio::test]
    async fn work_that_panics_gives_its_thread_back() {
        let pool = HashPool::new(NonZeroUsize::MIN, 0);
        let broken = pool.run(|| -> () { std::panic::resume_unwind(Box::new("a test")) }).await;
        assert!(matches!(broken, Err(PasswordError::Stopping)));
        assert!(pool.run(|| ()).await.is_ok());
    }
}

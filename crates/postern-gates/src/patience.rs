//! Waiting with a deadline that costs nothing when there is nothing to wait for.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

/// The deadline passed first.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TooSlow;

/// Completes `work`, or gives up after `limit`. A timer is made only if the first look finds the work not
/// done: on the ordinary path a request is there and its answer fits the socket's buffer.
pub(crate) async fn within<T>(limit: Duration, work: impl Future<Output = T>) -> Result<T, TooSlow> {
    let mut work = pin!(work);
    let first_look = poll_fn(|context| Poll::Ready(work.as_mut().poll(context))).await;
    match first_look {
        Poll::Ready(done) => Ok(done),
        Poll::Pending => tokio::time::timeout(limit, work).await.map_err(|_| TooSlow),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn what_is_done_is_returned_and_what_never_ends_is_given_up() {
        let limit = Duration::from_secs(3);
        assert_eq!(within(limit, async { 7 }).await, Ok(7));
        assert_eq!(within(limit, tokio::task::yield_now()).await, Ok(()));
        assert_eq!(within(limit, std::future::pending::<()>()).await, Err(TooSlow));
    }
}

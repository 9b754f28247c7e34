//! Finds HTTP connections that began a request and do not end it, with one timer a connection.
//!
//! Every read is counted, and with each whole head and each whole body the reads so far are settled. A connection with
//! unsettled reads at two looks in a row, and nothing settled between them, is stuck. An idle one has
//! none and is left alone, however long. (Half a request that came in one packet behind a whole one
//! counts as idle until its next byte.)

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// How far one connection has come.
#[derive(Debug, Default)]
pub(super) struct Progress {
    reads: AtomicU64,
    settled: AtomicU64,
}

impl Progress {
    /// All that was read so far is dealt with.
    pub(super) fn settle(&self) {
        self.settled.store(self.reads.load(Ordering::Relaxed), Ordering::Relaxed);
    }

    /// Resolves when a request is half sent for between one and two times `limit`.
    pub(super) async fn stuck(&self, limit: Duration) {
        let mut looks = tokio::time::interval(limit);
        let mut unsettled_since = None;
        loop {
            looks.tick().await;
            let settled = self.settled.load(Ordering::Relaxed);
            // Reads only grow: unsettled then and not settled since is unsettled still.
            if unsettled_since == Some(settled) {
                return;
            }
            unsettled_since = (self.reads.load(Ordering::Relaxed) != settled).then_some(settled);
        }
    }
}

/// A stream whose reads are counted.
pub(super) struct Watched<S> {
    stream: S,
    progress: Arc<Progress>,
}

impl<S> Watched<S> {
    pub(super) fn new(stream: S, progress: Arc<Progress>) -> Self {
        Self { stream, progress }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Watched<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        ready!(Pin::new(&mut self.stream).poll_read(context, buffer))?;
        self.progress.reads.fetch_add(1, Ordering::Relaxed);
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Watched<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}

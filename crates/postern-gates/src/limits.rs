//! What a peer of a gate may hold: connections, bytes and seconds, as named numbers.

use std::time::Duration;

/// Most connections of one gate at a time. Postfix keeps one per smtpd process (100 by default) and Dovecot up
/// to 100, so this is room for 40 hosts; at 2 KiB of buffer each they take 8 MiB.
const CONNECTIONS_MAX: usize = 4_096;

/// A request that has begun must be whole within this time. Postfix and Dovecot write one at once.
const HALF_REQUEST_S: u64 = 10;

/// After the word to stop, so long for what is in flight. A sign-in may wait 2 s for its turn.
const FINISH_S: u64 = 5;

/// The first size of a policy connection's buffer: twice what Postfix sends (720 bytes), so that one read
/// takes the whole request and comes back short, which spares the read that would say "no more".
pub(crate) const BUFFER_BYTES_FIRST: usize = 2 * 1024;

/// Replies to requests that came in one packet are written together up to this size.
pub(crate) const REPLIES_BYTES_MAX: usize = 8 * 1024;

/// Longest head of an HTTP request, and with it the buffer that one connection may hold. Dovecot's is 200 bytes.
pub(crate) const HTTP_HEAD_BYTES_MAX: usize = 16 * 1024;

/// Most complaints that one gate logs in a second; further ones are counted and told with the next.
pub(crate) const COMPLAINTS_PER_S_MAX: u32 = 10;

/// After `accept` failed for want of descriptors or memory, so long until the next try.
pub(crate) const ACCEPT_PAUSE: Duration = Duration::from_millis(100);

/// The limits that a site or a test may set. [`Limits::default`] is right for every site we know of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Most connections at a time. One more is accepted and closed at once: Postfix then asks again a second
    /// later or takes its `default_action`, where waiting in the backlog would cost it its whole timeout.
    pub connections_max: usize,
    /// A begun request must be whole, and an answer taken, within this time. An HTTP head gets up to twice it.
    pub half_request: Duration,
    /// After the word to stop, so long for what is in flight.
    pub finish: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections_max: CONNECTIONS_MAX,
            half_request: Duration::from_secs(HALF_REQUEST_S),
            finish: Duration::from_secs(FINISH_S),
        }
    }
}

//! Postfix's mail log as it grows: from a file, or from a socket to which syslog writes.
//!
//! Each line is read, translated and told; lines of other programs are passed over. Nothing is kept: what was written
//! before the start is not read, because the messages that it speaks of are not known any more. Whoever can write to the
//! file or the socket can write any line, so both belong to the system's log alone (docs/operate/mail-log.md).

mod file;

use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use postern_core::outbound::{Answer, AnswerStatus};
use postern_engine::ask::{LogTold, Told};
use postern_wire::postfix_log::{Delivery, DeliveryStatus, Event, LINE_BYTES_MAX, Line, LogTime};

use crate::answers::TakesLog;
use crate::complaints::Complaints;
use crate::connections::Shutdown;
use crate::listen::DatagramDoor;

pub use file::LogFile;

/// The gate's name in the log.
const GATE: &str = "mail_log";
/// The file is looked at so often: evidence is felt within a second of the server's answer.
const LOOK_EVERY: Duration = Duration::from_millis(200);
/// After receiving failed, so long until the next try.
const RECEIVE_PAUSE: Duration = Duration::from_millis(100);

/// Reads the file at `path` as it grows, from its present end on, until the word to stop. It may be missing, be renamed,
/// replaced or emptied meanwhile (logrotate).
pub async fn serve_mail_log_file<T: TakesLog>(path: PathBuf, takes: Arc<T>, mut shutdown: Shutdown) {
    let mut stopped = std::pin::pin!(async move {
        // An error means that the sender is gone, which says the same.
        let _ = shutdown.wait_for(|stop| *stop).await;
    });
    let mut log = LogFile::at_end_of(path);
    let mut was_read = None;
    loop {
        let step_takes = takes.clone();
        let step = tokio::task::spawn_blocking(move || {
            let read = log.read(|line| tell(line, &*step_takes));
            (log, read)
        });
        let Ok((returned, read)) = step.await else {
            return tracing::error!(gate = GATE, "reading the mail log failed: it is not read any more");
        };
        log = returned;
        let is_read = read.is_ok();
        if was_read.replace(is_read) != Some(is_read) {
            takes.log_is_read(is_read);
            match &read {
                Ok(_) => tracing::info!(gate = GATE, path = %log.path().display(), "reading the mail log"),
                Err(error) => {
                    tracing::warn!(gate = GATE, path = %log.path().display(), %error, "cannot read the mail log; trying again");
                }
            }
        }
        // More waits: at once, with the word to stop heard in between.
        let pause = if matches!(read, Ok(true)) { Duration::ZERO } else { LOOK_EVERY };
        if tokio::time::timeout(pause, &mut stopped).await.is_ok() {
            return;
        }
    }
}

/// Takes lines from a socket, one a datagram, until the word to stop.
pub async fn serve_mail_log_socket<T: TakesLog>(door: DatagramDoor, takes: Arc<T>, mut shutdown: Shutdown) {
    let mut stopped = std::pin::pin!(async move {
        let _ = shutdown.wait_for(|stop| *stop).await;
    });
    takes.log_is_read(true);
    let complaints = Complaints::new();
    // One byte more than the longest line, so that a longer one is seen to be one.
    let mut buffer = vec![0; LINE_BYTES_MAX + 1];
    loop {
        tokio::select! {
            biased;
            () = &mut stopped => return,
            received = door.receive(&mut buffer) => match received {
                Ok(bytes) => {
                    for line in buffer[..bytes].split(|&byte| byte == b'\n') {
                        tell(line, &*takes);
                    }
                }
                Err(error) => {
                    if let Some(withheld) = complaints.may_speak() {
                        tracing::error!(gate = GATE, %error, withheld, "cannot receive");
                    }
                    if tokio::time::timeout(RECEIVE_PAUSE, &mut stopped).await.is_ok() {
                        return;
                    }
                }
            },
        }
    }
}

/// One line, without its line feed.
fn tell(line: &[u8], takes: &impl TakesLog) {
    let line = String::from_utf8_lossy(line);
    let Ok(line) = Line::parse(line.trim_end_matches(['\r', '\0'])) else { return };
    let (Some(queue_id), Some(what)) = (line.queue_id, told(&line.event)) else { return };
    let at_unix_s = match line.time {
        LogTime::Exact { unix_s } => Some(unix_s),
        LogTime::NoYear { .. } => None,
    };
    takes.log_told(&LogTold { queue_id, at_unix_s, what });
}

fn told<'a>(event: &Event<'a>) -> Option<Told<'a>> {
    match event {
        Event::Client(client) => Some(Told::HandedIn { login: client.login, client_address: client.address }),
        Event::Local { .. } => Some(Told::HandedOver),
        Event::Queued(queued) => Some(Told::Queued { sender: queued.sender }),
        Event::Delivery(delivery) => answered(delivery),
        Event::MessageId { .. } | Event::Expired | Event::Removed | Event::Other => None,
    }
}

fn answered<'a>(delivery: &Delivery<'a>) -> Option<Told<'a>> {
    let status = match delivery.status {
        DeliveryStatus::Sent => AnswerStatus::Delivered,
        DeliveryStatus::Bounced => AnswerStatus::Refused,
        DeliveryStatus::Deferred => AnswerStatus::PutOff,
        DeliveryStatus::Deliverable | DeliveryStatus::Undeliverable | DeliveryStatus::Other => return None,
    };
    Some(Told::Answered {
        // Whom the sender wrote to: where an alias leads is not the sender's doing.
        to: delivery.original_to.unwrap_or(delivery.to),
        answer: Answer { status, code: delivery.dsn, words: delivery.reply },
        is_on_this_host: is_on_this_host(delivery.relay),
    })
}

/// `127.0.0.1[127.0.0.1]:10024`, `localhost[::1]:10024`, `filter[private/scan]`.
fn is_on_this_host(relay: &str) -> bool {
    let address =
        relay.split_once('[').and_then(|(_, rest)| rest.split_once(']')).map(|(address, _)| address);
    address.is_some_and(|address| match address.parse::<IpAddr>() {
        Ok(address) => address.is_loopback(),
        Err(_) => address.contains('/'),
    })
}

#[cfg(test)]
mod tests;

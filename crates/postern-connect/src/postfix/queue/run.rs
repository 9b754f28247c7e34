//! Runs one of Postfix's programs for the queue: what goes in, what is read of what it prints, and what went wrong in
//! words for a receipt.
//!
//! What a program prints is read to its end, so that it never waits for us, and of it only a bounded part is kept.

use std::collections::HashSet;
use std::io;
use std::process::{ExitStatus, Stdio};

use postern_core::mail_queue::QueueId;
use postern_core::time::Span;
use postern_engine::ports::{ExportError, QueuedMessage};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;

use super::listing::Listing;

/// Of what a program says on standard error the end is kept: `postsuper` says a line for each message before the
/// closing one.
const SAID_BYTES_MAX: usize = 2_048;
/// Of that, so much stands in a receipt.
const MESSAGE_BYTES_MAX: usize = 400;
/// Bytes read at once.
const CHUNK_BYTES: usize = 16 * 1_024;

/// What became of a program: how it ended, what it said, and what was read.
pub(super) struct Ran<T> {
    status: ExitStatus,
    said: String,
    read: T,
}

/// Runs `command` with this on its standard input; what it read is what the program said.
pub(super) async fn told(mut command: Command, input: &[u8]) -> io::Result<Ran<String>> {
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn()?;
    let (stdin, stderr) = (child.stdin.take(), child.stderr.take());
    let write = async {
        if let Some(mut stdin) = stdin {
            // A program that ends before it has read all says why by itself.
            let _ = stdin.write_all(input).await;
        }
    };
    let ((), said) = tokio::join!(write, tail_of(stderr));
    let (said, status) = (said?, child.wait().await?);
    Ok(Ran { status, read: said.clone(), said })
}

/// Runs `command` and reads from its standard output the wanted messages of a listing.
pub(super) async fn listed(
    mut command: Command,
    wanted: &HashSet<QueueId>,
) -> io::Result<Ran<Vec<QueuedMessage>>> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn()?;
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    let read = async {
        let mut listing = Listing::new(wanted);
        if let Some(mut stdout) = stdout {
            let mut chunk = vec![0; CHUNK_BYTES];
            loop {
                match stdout.read(&mut chunk).await? {
                    0 => break,
                    length => listing.feed(&chunk[..length]),
                }
            }
        }
        Ok::<_, io::Error>(listing.finish())
    };
    let (read, said) = tokio::join!(read, tail_of(stderr));
    let (read, said) = (read?, said?);
    Ok(Ran { status: child.wait().await?, said, read })
}

/// The end of what is said, of whole bytes only.
async fn tail_of(source: Option<impl AsyncRead + Unpin>) -> io::Result<String> {
    let Some(mut source) = source else { return Ok(String::new()) };
    let (mut tail, mut chunk) = (Vec::new(), [0; 1_024]);
    loop {
        let length = source.read(&mut chunk).await?;
        if length == 0 {
            return Ok(String::from_utf8_lossy(&tail).into_owned());
        }
        tail.extend_from_slice(&chunk[..length]);
        let surplus = tail.len().saturating_sub(SAID_BYTES_MAX);
        tail.drain(..surplus);
    }
}

/// What was read, or why the program did not do it.
pub(super) fn outcome<T>(program: &'static str, ran: io::Result<Ran<T>>) -> Result<T, ExportError> {
    match ran {
        Ok(ran) if ran.status.success() => Ok(ran.read),
        Ok(ran) => Err(failed(program, &why(ran.status, &ran.said))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(failed(program, "not found: install postfix, or sudo where mail_queue.sudo is set"))
        }
        Err(error) => Err(failed(program, &error.to_string())),
    }
}

/// The program was given up.
pub(super) fn no_end(program: &'static str, after: Span) -> ExportError {
    failed(program, &format!("no end after {after}"))
}

fn why(status: ExitStatus, said: &str) -> String {
    let said = said.trim();
    if said.is_empty() {
        return status.to_string();
    }
    let hint = if said.contains("reserved for the superuser") {
        " (run Postern as root, or set sudo = true in [mail_queue]: docs/operate/queue.md)"
    } else if said.contains("sudo:") {
        " (sudo needs a rule for postsuper: docs/operate/queue.md)"
    } else {
        ""
    };
    // The last words are the ones that say why.
    let start = said.ceil_char_boundary(said.len().saturating_sub(MESSAGE_BYTES_MAX));
    let one_line: String = said[start..].chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    format!("{one_line}{hint}")
}

fn failed(program: &'static str, message: &str) -> ExportError {
    ExportError::Program { program: program.to_owned(), message: message.to_owned() }
}

//! Postfix's queue: `postqueue -j` lists it, `postsuper` holds, releases and deletes.
//!
//! Fixed programs with fixed arguments and no shell; the ids go to standard input, one a line, and are [`QueueId`]s, so
//! that none can be an option, a path or `ALL`. Released is with `-H`: the message keeps its age and its id, and waits
//! for the next run of the queue unless it is tried at once.
//! This file does not know whose a message is, nor why something is done with it.

mod listing;
mod run;
#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;

use async_trait::async_trait;
use postern_core::mail_queue::{QueueAction, QueueId};
use postern_core::time::Span;
use postern_engine::ports::{Clock, ExportError, MailQueue, QueuedMessage};
use tokio::process::Command;

use super::program::search_path;

const POSTQUEUE: &str = "postqueue";
const POSTSUPER: &str = "postsuper";
const SUDO: &str = "sudo";

/// Most ids that one call of `postsuper` is given: 1,000 took 30 to 250 ms in runs of Postfix 3.7, and a call that is
/// cut short has done something with at most so many.
const IDS_PER_CALL_MAX: usize = 1_000;
/// Most released messages that are tried at once: one call of `postqueue -i` each. More go with the next run of the queue.
const TRIED_AT_ONCE_MAX: usize = 50;
/// Longest wait for a listing: 1,250 messages took 43 ms, so a million fit.
const LIST_WAIT_MAX: Span = Span::from_s(60);
/// Longest wait for one call of `postsuper`.
const CHANGE_WAIT_MAX: Span = Span::from_s(30);

/// How Postfix's queue is reached.
#[derive(Clone, Debug, Default)]
pub struct QueueSettings {
    /// The folder of main.cf; `None` for Postfix's own default.
    pub config_dir: Option<PathBuf>,
    /// Postern does not run as root: `postsuper`, which is for root alone, is run through `sudo -n`.
    pub sudo: bool,
}

/// The queue.
pub struct PostfixQueue {
    settings: QueueSettings,
    clock: Arc<dyn Clock>,
    /// Where the programs are looked up; only a test has other ones than Postfix's.
    path: String,
}

impl PostfixQueue {
    /// The queue, reached in this way. Starts nothing.
    pub fn new(settings: QueueSettings, clock: Arc<dyn Clock>) -> Self {
        Self { settings, clock, path: search_path() }
    }

    #[cfg(test)]
    fn with_programs_in(folder: &std::path::Path, settings: QueueSettings, clock: Arc<dyn Clock>) -> Self {
        let path = format!("{}:{}", folder.display(), search_path());
        Self { path, ..Self::new(settings, clock) }
    }

    fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let is_for_root = program == POSTSUPER;
        let mut command = if is_for_root && self.settings.sudo {
            let mut command = Command::new(SUDO);
            command.args(["-n", program]);
            command
        } else {
            Command::new(program)
        };
        if let Some(folder) = &self.settings.config_dir {
            command.arg("-c").arg(folder);
        }
        command.args(arguments).env("PATH", &self.path).kill_on_drop(true);
        command
    }

    /// Asks for a try of these now. Nobody needs root for that; what is not tried now is tried with the next run.
    async fn try_at_once(&self, ids: &[QueueId]) {
        for id in ids {
            let command = self.command(POSTQUEUE, &["-i", id.as_str()]);
            let tried = tokio::select! {
                ran = run::told(command, b"") => run::outcome(POSTQUEUE, ran).map(drop),
                () = self.clock.sleep(CHANGE_WAIT_MAX) => Err(run::no_end(POSTQUEUE, CHANGE_WAIT_MAX)),
            };
            if let Err(error) = tried {
                tracing::warn!(
                    error = &error as &dyn std::error::Error,
                    "released mail is not tried at once"
                );
                return;
            }
        }
    }

    async fn change_some(&self, action: QueueAction, ids: &[QueueId]) -> Result<u32, ExportError> {
        let verb = match action {
            QueueAction::Hold => "-h",
            QueueAction::Release => "-H",
            QueueAction::Delete => "-d",
        };
        let mut input = String::new();
        for id in ids {
            input.push_str(id.as_str());
            input.push('\n');
        }
        let command = self.command(POSTSUPER, &[verb, "-"]);
        let said = tokio::select! {
            ran = run::told(command, input.as_bytes()) => run::outcome(POSTSUPER, ran)?,
            () = self.clock.sleep(CHANGE_WAIT_MAX) => return Err(run::no_end(POSTSUPER, CHANGE_WAIT_MAX)),
        };
        Ok(count_in(&said))
    }
}

#[async_trait]
impl MailQueue for PostfixQueue {
    fn is_configured(&self) -> bool {
        true
    }

    async fn list(&self, wanted: &HashSet<QueueId>) -> Result<Vec<QueuedMessage>, ExportError> {
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let command = self.command(POSTQUEUE, &["-j"]);
        tokio::select! {
            ran = run::listed(command, wanted) => run::outcome(POSTQUEUE, ran),
            () = self.clock.sleep(LIST_WAIT_MAX) => Err(run::no_end(POSTQUEUE, LIST_WAIT_MAX)),
        }
    }

    async fn change(&self, action: QueueAction, ids: &[QueueId]) -> Result<u32, ExportError> {
        let mut changed = 0_u32;
        for some in ids.chunks(IDS_PER_CALL_MAX) {
            changed = changed.saturating_add(self.change_some(action, some).await?);
        }
        if action == QueueAction::Release && ids.len() <= TRIED_AT_ONCE_MAX {
            self.try_at_once(ids).await;
        }
        Ok(changed)
    }
}

/// How many messages it was, from the closing line: `postsuper: Placed on hold: 3 messages`. Where all were gone
/// nothing is said at times, and nothing was done.
fn count_in(said: &str) -> u32 {
    const CLOSING: [&str; 3] = ["Placed on hold: ", "Released from hold: ", "Deleted: "];
    let counts = said.lines().rev().filter_map(|line| {
        let (_, rest) = CLOSING.iter().find_map(|words| line.split_once(words))?;
        rest.split_once(' ')?.0.parse::<u32>().ok()
    });
    counts.take(1).sum()
}

//! `postern report-in`: bounces and complaints that come as mail, from a pipe, from files, or from a Maildir.
//!
//! Behind Postfix's pipe(8) the exit code is what counts: 0 for whatever was told, also when it changes nothing, because a
//! report that is returned to its sender helps nobody; 75 while the server does not answer, upon which Postfix keeps the mail and
//! tries again. What is read from a Maildir moves from `new` to `cur` once it was told.

use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::Context;
use hyper::Method;
use postern_text::key;
use postern_web::api::v1::reports::{ReportBody, ReportView, ReportedKind, UndeliveredBody, VouchedBody};
use postern_wire::report::{REPORT_BYTES_MAX, Report, ReportKind};

use super::args::ReportInArgs;
use super::client::Client;
use super::exit::{Exit, Failure, Outcome};
use super::out;

/// Most messages of one Maildir that one call reads; the rest waits for the next.
const MESSAGES_MAX: usize = 10_000;

pub async fn run(client: &Client, args: &ReportInArgs) -> Outcome {
    if args.paths.is_empty() {
        let mut message = Vec::new();
        let read = std::io::stdin().lock().take(REPORT_BYTES_MAX as u64).read_to_end(&mut message);
        read.context("cannot read standard input")?;
        return tell(client, "-", &message).await;
    }
    for path in &args.paths {
        if path.is_dir() {
            maildir(client, path).await?;
        } else {
            tell(client, &path.display().to_string(), &read_file(path)?).await?;
        }
    }
    Ok(())
}

/// Every message in `new`, in the order of their names, which begin with the time.
async fn maildir(client: &Client, folder: &Path) -> Outcome {
    let (new, cur) = (folder.join("new"), folder.join("cur"));
    if !new.is_dir() || !cur.is_dir() {
        let folder = folder.display().to_string();
        let message = client.talk().say(key::CLI_REPORT_NO_MAILDIR, &[("folder", (&folder).into())]);
        return Err(Failure::new(Exit::Usage, message));
    }
    let entries = std::fs::read_dir(&new).with_context(|| format!("cannot read {}", new.display()))?;
    let mut messages: Vec<PathBuf> =
        entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    messages.sort();
    for message in messages.into_iter().take(MESSAGES_MAX) {
        let Some(name) = message.file_name().map(|name| name.to_string_lossy().into_owned()) else {
            continue;
        };
        tell(client, &name, &read_file(&message)?).await?;
        let seen = cur.join(format!("{name}:2,S"));
        std::fs::rename(&message, &seen)
            .with_context(|| format!("cannot move {} to {}", message.display(), seen.display()))?;
    }
    Ok(())
}

fn read_file(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut message = Vec::new();
    let file = std::fs::File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    let read = file.take(REPORT_BYTES_MAX as u64).read_to_end(&mut message);
    read.with_context(|| format!("cannot read {}", path.display()))?;
    Ok(message)
}

async fn tell(client: &Client, name: &str, message: &[u8]) -> Outcome {
    let talk = client.talk();
    let Some(report) = Report::read(message) else {
        return if talk.json {
            out::json(&ReportView { taken: "no_report".to_owned(), account: None })
        } else {
            out::line(&talk.say(key::CLI_REPORT_NONE, &[("message", name.into())]))
        };
    };
    let answer: Result<ReportView, Failure> = client.send(Method::POST, "/reports", &body_of(report)).await;
    let view = match answer {
        // Whoever handed the mail over keeps it and tries again.
        Err(Failure::Said { exit: Exit::Unreachable, message }) => {
            return Err(Failure::new(Exit::TryAgain, message));
        }
        answer => answer?,
    };
    if talk.json {
        return out::json(&view);
    }
    let message = ("message", name.into());
    let key = match view.taken.as_str() {
        "counted" => key::CLI_REPORT_COUNTED,
        "nothing_new" => key::CLI_REPORT_NOTHING_NEW,
        "not_trusted" => return out::line(&talk.say(key::CLI_REPORT_NOT_TRUSTED, &[message])),
        _ => return out::line(&talk.say(key::CLI_REPORT_NO_MESSAGE, &[message])),
    };
    let account = view.account.unwrap_or_default();
    out::line(&talk.say(key, &[message, ("account", (&account).into())]))
}

fn body_of(report: Report) -> ReportBody {
    let (kind, recipients) = match report.kind {
        ReportKind::Undelivered(recipients) => (ReportedKind::Undelivered, recipients),
        ReportKind::Complaint => (ReportedKind::Complaint, Vec::new()),
    };
    let recipients = recipients.into_iter().map(|one| UndeliveredBody {
        address: one.address,
        status: one.status,
        diagnostic: one.diagnostic,
    });
    let vouched = report.vouched.into_iter().map(|by| VouchedBody { server: by.server, domains: by.domains });
    ReportBody {
        kind,
        queue_ids: report.queue_ids,
        recipients: recipients.collect(),
        vouched: vouched.collect(),
    }
}

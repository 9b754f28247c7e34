//! Replays over logs that are made here, and over the provided ones where they are.

use std::fmt::Write as _;
use std::io::Read as _;

use postern_core::policy::Policies;

use super::{MailReplay, ReplayError, replay_mail};

mod injection;
mod mail;
mod measured;
mod rows;
mod side_by_side;
mod sign_in;

const SITE_KEY: [u8; 32] = *b"a key of the tests, 32 bytes lng";

/// Rows of a mail log: time, sender, recipients.
type Mails = Vec<(i64, String, String)>;

fn mail_log(mails: &Mails) -> String {
    let mut sorted: Vec<_> = mails.iter().collect();
    sorted.sort_by_key(|(time, ..)| *time);
    let mut log = String::from("time_unix_s,sender,recipients\n");
    for (time, sender, recipients) in sorted {
        writeln!(log, "{time},{sender},{recipients}").expect("a String takes everything");
    }
    log
}

/// The rows of a packed mail log without quotes.
fn mails_of(packed: &[u8]) -> Mails {
    let mut text = String::new();
    flate2::read::GzDecoder::new(packed).read_to_string(&mut text).expect("the provided log");
    let row = |row: &str| {
        let fields: Vec<_> = row.splitn(3, ',').map(str::to_owned).collect();
        (fields[0].parse().expect("a time"), fields[1].clone(), fields[2].clone())
    };
    text.lines().skip(1).map(row).collect()
}

fn replay(log: &[u8]) -> Result<MailReplay, ReplayError> {
    replay_mail(log, &Policies::default(), &[], &SITE_KEY, &mut |_| {})
}

/// A provided data file; `None`, and a line that says so, where it is absent.
fn provided(name: &str) -> Option<Vec<u8>> {
    let folder = std::env::var("POSTERN_DATA")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data").to_owned());
    let path = std::path::Path::new(&folder).join(name);
    match std::fs::read(&path) {
        Ok(bytes) => Some(bytes),
        Err(error) => {
            println!("skipped: {} ({error}); set POSTERN_DATA", path.display());
            None
        }
    }
}

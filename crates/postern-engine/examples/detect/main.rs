//! `cargo xtask detect`: measures, over every history at hand, what each threshold of sending costs normal senders and what
//! it lets out of a run of spam, and draws docs/detection.md's curves and tables anew.
//!
//! The histories are the made-up organisation of the project and every `mail-*.csv.gz` in `POSTERN_DATA`. The same
//! histories give the same bytes: the hashes are keyed with a fixed key, and lots are drawn with a fixed seed. Where
//! real mail is missing nothing is written, because its figures would be lost.
#![expect(clippy::print_stdout, reason = "a developer's command talks to the person who typed it")]

mod curves;
mod tables;

use std::path::{Path, PathBuf};

use postern_core::policy::Policies;
use postern_engine::replay::{
    InjectionTrials, MailHistory, MailReplay, replay_mail_side_by_side, synthetic_mail_log,
};

/// Keys the hashes of recipients: any key, the same every time.
const SITE_KEY: [u8; 32] = *b"a fixed key, for figures only...";
/// As many trials as the outbound reference made at least (c5).
pub const TRIALS: InjectionTrials = InjectionTrials { trials: 150, seed: 1 };

/// What went wrong, for the person who typed the command.
type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// A log with a name.
pub struct History {
    /// In legends and tables.
    pub name: String,
    log: Vec<u8>,
    /// The same in memory, for runs of spam.
    pub mails: MailHistory,
}

impl History {
    fn new(name: String, log: Vec<u8>) -> Outcome<Self> {
        let mails = MailHistory::read(&log[..], &[], &SITE_KEY, &mut |_| {})?;
        Ok(Self { name, log, mails })
    }

    /// What each policy finds in it.
    pub fn judged(&self, policies: &[Policies]) -> Outcome<Vec<MailReplay>> {
        Ok(replay_mail_side_by_side(&self.log[..], policies, &[], &SITE_KEY, &mut |_| {})?.policies)
    }
}

/// The default policy with these values.
pub fn policies(values: &[(&str, u64)]) -> Outcome<Policies> {
    let mut policies = Policies::default();
    for (name, value) in values {
        policies.set(name, &value.to_string())?;
    }
    policies.check()?;
    Ok(policies)
}

fn main() -> Outcome<()> {
    let Some(real) = real_histories()? else { return Ok(()) };
    let mut histories = vec![History::new("made up".to_owned(), synthetic_mail_log().into_bytes())?];
    for path in real {
        let stem = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let name = stem.trim_start_matches("mail-").trim_end_matches(".csv.gz").to_owned();
        histories.push(History::new(name, std::fs::read(&path)?)?);
    }
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    let measured = curves::measure(&histories)?;
    for (name, plot) in measured.plots() {
        std::fs::write(docs.join("detection").join(format!("{name}.svg")), plot.svg())?;
        println!("drawn: docs/detection/{name}.svg");
    }
    let page = docs.join("detection.md");
    let text = tables::filled(&std::fs::read_to_string(&page)?, &measured.tables(&histories)?)?;
    std::fs::write(&page, text)?;
    println!("written: docs/detection.md");
    Ok(())
}

/// `None`, and a line that says so, where there is none.
fn real_histories() -> Outcome<Option<Vec<PathBuf>>> {
    let folder = std::env::var("POSTERN_DATA")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data").to_owned());
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("skipped: no real mail in {folder}; set POSTERN_DATA");
        return Ok(None);
    };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        if name.starts_with("mail-") && name.ends_with(".csv.gz") {
            found.push(path);
        }
    }
    found.sort();
    if found.is_empty() {
        println!("skipped: no mail-*.csv.gz in {folder}; set POSTERN_DATA");
        return Ok(None);
    }
    Ok(Some(found))
}

//! `postern replay postfix-log`: what the rules would have done with what the mail log tells, before anything is
//! switched on.
//!
//! Only mail of people who signed in is judged. Whom they know is learned as at the gate, from what they send; with
//! `--learn-days` the first days only teach it, and those who wrote to them are known too, as after an import.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use anyhow::{Context, Result, bail};
use flate2::bufread::MultiGzDecoder;
use indicatif::ProgressBar;
use postern_core::policy::Policies;
use postern_core::time::Timestamp;
use postern_engine::replay::{MailReplayer, MailReplays};
use postern_text::key;
use postern_wire::postfix_log::{LINE_BYTES_MAX, Line, LogTime};

use super::judged::Judge;
use super::{bar, judged, mail};
use crate::cli::args::{JudgeArgs, PostfixLogArgs};
use crate::cli::exit::Outcome;
use crate::cli::out;
use crate::cli::talk::Talk;
use crate::mail_log::{Joined, Joiner};

/// Most files at once: a rotated log has a few dozen.
const FILES_MAX: usize = 1_000;
/// The first bytes of gzip (RFC 1952, section 2.3.1).
const GZIP_MAGIC: [u8; 2] = [0x1f, 0x8b];
/// Lines between two moves of the bar.
const PROGRESS_EVERY_LINES: u64 = 4_096;
const DAY_S: i64 = 86_400;

/// What the lines were.
#[derive(Debug, Default)]
pub struct Counts {
    lines: u64,
    skipped: u64,
}

/// A log to be judged.
#[derive(Clone, Copy, Debug)]
pub struct LogToJudge<'a> {
    /// Its files, in any order.
    pub files: &'a [PathBuf],
    /// How far the local time of a log without time zones is ahead of UTC.
    pub utc_offset_s: i32,
    /// How much of it only teaches who is known.
    pub learn: Learn,
}

/// How much of the beginning of a log only teaches who is known.
#[derive(Clone, Copy, Debug)]
pub enum Learn {
    /// So many days.
    Days(u16),
    /// A quarter of its days, at most so many.
    Share {
        /// At most so many.
        days_max: u16,
    },
}

pub fn run(args: &PostfixLogArgs, site_key: &[u8; 32], talk: &Talk) -> Outcome {
    let judges = judged::judges(&args.judge)?;
    let log =
        LogToJudge { files: &args.files, utc_offset_s: args.utc_offset, learn: Learn::Days(args.learn_days) };
    judge(&log, &judges, &args.judge, site_key, talk)
}

/// Judges a log by several policies and shows what they found.
pub fn judge(
    log: &LogToJudge<'_>,
    judges: &[Judge],
    show: &JudgeArgs,
    site_key: &[u8; 32],
    talk: &Talk,
) -> Outcome {
    let own_domains = mail::own_domains(show);
    let (joined, counts) = read(log.files, log.utc_offset_s)?;
    let policies: Vec<Policies> = judges.iter().map(|judge| judge.policies.clone()).collect();
    let replayer = MailReplayer::new(&policies, &own_domains, site_key);
    let (replays, learned) = replay(&joined, replayer, learn_days(log.learn, &joined))?;
    if !talk.json {
        summary(talk, &joined, &counts, learned)?;
    }
    mail::show(talk, show, judges, &replays, &[])
}

fn learn_days(learn: Learn, joined: &Joined) -> u16 {
    match learn {
        Learn::Days(days) => days,
        Learn::Share { days_max } => {
            let times = || joined.mails().iter().map(|mail| mail.time_unix_s);
            let span_s = times().max().unwrap_or(0) - times().min().unwrap_or(0);
            u16::try_from(span_s / DAY_S / 4).unwrap_or(u16::MAX).min(days_max)
        }
    }
}

/// When judging began, and how many mails only taught.
type Learned = Option<(i64, u64)>;

fn replay(joined: &Joined, replayer: MailReplayer<'_>, learn_days: u16) -> Result<(MailReplays, Learned)> {
    let begin_s = joined.mails().first().map_or(0, |mail| mail.time_unix_s);
    let judged_from_s = begin_s + i64::from(learn_days) * DAY_S;
    let mut replayer = replayer.learning_until(judged_from_s);
    let mut taught = 0;
    for mail in joined.mails() {
        if mail.time_unix_s < judged_from_s {
            taught += 1;
            if let Some(sender) = joined.sender(mail) {
                for login in joined.recipient_logins(mail) {
                    replayer.received(mail.time_unix_s, login, sender);
                }
            }
        }
        let Some(login) = joined.login(mail) else { continue };
        replayer
            .sent(mail.time_unix_s, login, joined.recipients(mail))
            .with_context(|| format!("a message of {login:?} at {}", mail.time_unix_s))?;
    }
    Ok((replayer.finish(), (learn_days > 0).then_some((judged_from_s, taught))))
}

fn summary(talk: &Talk, joined: &Joined, counts: &Counts, learned: Learned) -> Outcome {
    let signed_in = joined.mails().iter().filter(|mail| joined.login(mail).is_some()).count() as u64;
    let without = joined.mails().len() as u64 - signed_in;
    let arguments =
        [("lines", counts.lines.into()), ("messages", signed_in.into()), ("without", without.into())];
    out::line(&talk.say(key::CLI_REPLAY_LOG_READ, &arguments))?;
    for (key, count) in
        [(key::CLI_REPLAY_LOG_SKIPPED, counts.skipped), (key::CLI_REPLAY_LOG_INCOMPLETE, joined.incomplete)]
    {
        if count > 0 {
            out::line(&talk.say(key, &[("count", count.into())]))?;
        }
    }
    if let Some((from_s, taught)) = learned {
        let from = postern_text::Arg::Time(Timestamp::from_unix_s(from_s), talk.zone());
        out::line(&talk.say(key::CLI_REPLAY_LOG_LEARNED, &[("time", from), ("count", taught.into())]))?;
    }
    Ok(())
}

/// Reads all files, the oldest first.
pub fn read(files: &[PathBuf], utc_offset_s: i32) -> Result<(Joined, Counts)> {
    if files.len() > FILES_MAX {
        bail!("{} files; at most {FILES_MAX} at once", files.len());
    }
    let mut logs = Vec::new();
    for path in files {
        logs.push(Log::open(path, utc_offset_s)?);
    }
    logs.sort_by_key(|log| log.begin_s);
    let bar = bar(logs.iter().map(|log| log.size).sum());
    let (mut joiner, mut counts, mut done) = (Joiner::default(), Counts::default(), 0);
    for log in logs {
        let size = log.size;
        log.read(utc_offset_s, &mut joiner, &mut counts, &bar, done)?;
        done += size;
    }
    bar.finish_and_clear();
    Ok((joiner.finish()?, counts))
}

/// One file of the log.
struct Log<'a> {
    path: &'a Path,
    size: u64,
    /// When its first line of Postfix's was written.
    begin_s: i64,
}

impl<'a> Log<'a> {
    /// Looks when the file begins. A stamp without a year is placed by when the file was last written.
    fn open(path: &'a Path, utc_offset_s: i32) -> Result<Self> {
        let metadata = std::fs::metadata(path).with_context(|| format!("cannot read {}", path.display()))?;
        let written_s = metadata
            .modified()
            .ok()
            .and_then(|at| at.duration_since(UNIX_EPOCH).ok())
            .map_or(0, |at| at.as_secs() as i64);
        let mut lines = Lines::open(path)?;
        while let Some(line) = lines.next()? {
            let Some(line) = line else { continue };
            if let Ok(read) = Line::parse(&line)
                && let Some(begin_s) = read.time.unix_s_of_first(written_s, utc_offset_s)
            {
                return Ok(Self { path, size: metadata.len(), begin_s });
            }
        }
        bail!("{}: none of its {} lines is one of Postfix's; is it the mail log?", path.display(), lines.line)
    }

    fn read(
        &self,
        utc_offset_s: i32,
        joiner: &mut Joiner,
        counts: &mut Counts,
        bar: &ProgressBar,
        done: u64,
    ) -> Result<()> {
        let mut lines = Lines::open(self.path)?;
        let mut nearby_s = self.begin_s;
        while let Some(line) = lines.next()? {
            counts.lines += 1;
            if counts.lines.is_multiple_of(PROGRESS_EVERY_LINES) {
                bar.set_position(done + lines.passed.get());
                bar.set_message(counts.lines.to_string());
            }
            let read = line.as_deref().and_then(|line| Line::parse(line).ok());
            let time = |time: LogTime| time.unix_s(nearby_s, utc_offset_s);
            let Some((read, time_s)) = read.and_then(|read| Some((read, time(read.time)?))) else {
                counts.skipped += 1;
                continue;
            };
            nearby_s = time_s;
            joiner
                .line(&read, time_s)
                .with_context(|| format!("{}, line {}", self.path.display(), lines.line))?;
        }
        Ok(())
    }
}

/// Lines of a file, packed or not, none longer in memory than one of Postfix's may be.
struct Lines {
    path: PathBuf,
    reader: Box<dyn BufRead>,
    buffer: Vec<u8>,
    /// Bytes read of the file as it lies there.
    passed: std::rc::Rc<std::cell::Cell<u64>>,
    /// The line that was read last, from 1.
    line: u64,
}

/// Counts bytes as they pass.
struct Counted {
    file: File,
    passed: std::rc::Rc<std::cell::Cell<u64>>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.passed.set(self.passed.get() + read as u64);
        Ok(read)
    }
}

impl Lines {
    fn open(path: &Path) -> Result<Self> {
        let cannot = || format!("cannot read {}", path.display());
        let file = File::open(path).with_context(cannot)?;
        let passed = std::rc::Rc::new(std::cell::Cell::new(0));
        let mut plain = BufReader::new(Counted { file, passed: std::rc::Rc::clone(&passed) });
        let is_packed = plain.fill_buf().with_context(cannot)?.starts_with(&GZIP_MAGIC);
        let reader: Box<dyn BufRead> =
            if is_packed { Box::new(BufReader::new(MultiGzDecoder::new(plain))) } else { Box::new(plain) };
        Ok(Self { path: path.to_owned(), reader, buffer: Vec::new(), passed, line: 0 })
    }

    /// The next line without its end; `Some(None)` for one that is too long.
    fn next(&mut self) -> Result<Option<Option<String>>> {
        self.line += 1;
        self.buffer.clear();
        let limit = LINE_BYTES_MAX as u64 + 1;
        let cannot = |path: &Path, line| format!("{}, line {line}: cannot read on", path.display());
        let read = (&mut self.reader)
            .take(limit)
            .read_until(b'\n', &mut self.buffer)
            .with_context(|| cannot(&self.path, self.line))?;
        if read == 0 {
            self.line -= 1;
            return Ok(None);
        }
        if self.buffer.last() != Some(&b'\n') && read as u64 == limit {
            self.reader.skip_until(b'\n').with_context(|| cannot(&self.path, self.line))?;
            return Ok(Some(None));
        }
        let line = self.buffer.strip_suffix(b"\n").unwrap_or(&self.buffer);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        Ok(Some(Some(String::from_utf8_lossy(line).into_owned())))
    }
}

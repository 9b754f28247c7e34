//! A filter of breached passwords in a file: sorted prefixes of SHA-1 digests, looked up where they lie, so that a
//! billion of them cost no memory. [`build`] makes it from the usual text, one `SHA1:COUNT` a line in the order of
//! the digests, in one pass and with constant memory.
//!
//! Layout: eight bytes `PSTNBRF1`, the number of entries (eight bytes, little-endian), then eight bytes an entry,
//! the beginning of the digest, sorted. A password that is not in a list of a billion is taken for one that is with
//! a probability of 1 in 18 billion.

use std::fs::File;
use std::io::{self, BufRead, BufWriter, Seek, SeekFrom, Write};
use std::os::unix::fs::FileExt;
use std::path::Path;

use postern_engine::ports::{BreachedList, SHA1_BYTES};

const MAGIC: &[u8; 8] = b"PSTNBRF1";
const HEADER_BYTES: u64 = 16;
const ENTRY_BYTES: u64 = 8;
/// Longest line of the text: forty digits, a colon, a count, a line's end, and room to spare.
pub const LINE_BYTES_MAX: u64 = 200;
/// The maker tells how far it is after so many lines.
const LINES_PER_PROGRESS: u64 = 100_000;

/// A filter that is looked up.
pub struct BreachedFile {
    file: File,
    entries: u64,
}

impl BreachedFile {
    /// Opens a filter; refuses what is none, or is cut off.
    pub fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let mut header = [0; HEADER_BYTES as usize];
        let is_ours = file.read_exact_at(&mut header, 0).is_ok() && header[..8] == *MAGIC;
        if !is_ours {
            return Err(io::Error::other("it is not a filter that `postern breached build` made"));
        }
        let mut entries = [0; 8];
        entries.copy_from_slice(&header[8..]);
        let entries = u64::from_le_bytes(entries);
        let bytes = entries.checked_mul(ENTRY_BYTES).and_then(|bytes| bytes.checked_add(HEADER_BYTES));
        if bytes != Some(file.metadata()?.len()) {
            return Err(io::Error::other("it is cut off or was not finished: build it again"));
        }
        Ok(Self { file, entries })
    }

    /// How many passwords it holds.
    pub fn entries(&self) -> u64 {
        self.entries
    }

    fn entry(&self, number: u64) -> io::Result<u64> {
        let mut bytes = [0; ENTRY_BYTES as usize];
        self.file.read_exact_at(&mut bytes, HEADER_BYTES + number * ENTRY_BYTES)?;
        Ok(u64::from_be_bytes(bytes))
    }
}

impl BreachedList for BreachedFile {
    /// Thirty reads of eight bytes in a list of a billion.
    fn holds(&self, sha1: &[u8; SHA1_BYTES]) -> io::Result<bool> {
        let wanted = prefix(sha1);
        let (mut low, mut high) = (0, self.entries);
        while low < high {
            let middle = low + (high - low) / 2;
            match self.entry(middle)?.cmp(&wanted) {
                std::cmp::Ordering::Equal => return Ok(true),
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        Ok(false)
    }
}

fn prefix(sha1: &[u8; SHA1_BYTES]) -> u64 {
    let mut bytes = [0; ENTRY_BYTES as usize];
    bytes.copy_from_slice(&sha1[..ENTRY_BYTES as usize]);
    u64::from_be_bytes(bytes)
}

/// What was built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Built {
    /// Lines of the text.
    pub lines: u64,
    /// Entries of the filter.
    pub entries: u64,
    /// Bytes of the text that have been read.
    pub bytes_read: u64,
}

/// Why there is no filter.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The text cannot be read, or the filter not written.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// A line is not `SHA1` or `SHA1:COUNT`.
    #[error("line {0} is not 40 hexadecimal digits, with or without a colon and a count behind them")]
    Line(u64),
    /// The digests are not in order.
    #[error("line {0} is out of order: the text has to be sorted by digest, as with `LC_ALL=C sort`")]
    Order(u64),
}

/// Makes a filter of the passwords that were seen at least `seen_min` times; a line without a count is taken. The file
/// has its name only when it is whole.
pub fn build(
    mut text: impl BufRead,
    filter: &Path,
    seen_min: u64,
    progress: &mut dyn FnMut(&Built),
) -> Result<Built, BuildError> {
    let mut unfinished = filter.as_os_str().to_owned();
    unfinished.push(".unfinished");
    let unfinished = Path::new(&unfinished);
    let built = write(&mut text, unfinished, seen_min, progress);
    match built {
        Ok(built) => {
            std::fs::rename(unfinished, filter)?;
            Ok(built)
        }
        Err(error) => {
            // What is left of it is of no use; that it may stay behind does not matter beside the first error.
            drop(std::fs::remove_file(unfinished));
            Err(error)
        }
    }
}

fn write(
    text: &mut impl BufRead,
    path: &Path,
    seen_min: u64,
    progress: &mut dyn FnMut(&Built),
) -> Result<Built, BuildError> {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(path)?);
    out.write_all(MAGIC)?;
    out.write_all(&0_u64.to_le_bytes())?;
    let mut built = Built::default();
    let mut last: Option<u64> = None;
    let mut line = Vec::new();
    loop {
        line.clear();
        // One byte more than may be says that the line is too long.
        let read = io::Read::take(&mut *text, LINE_BYTES_MAX + 1).read_until(b'\n', &mut line)? as u64;
        if read == 0 {
            break;
        }
        built.lines += 1;
        built.bytes_read += read;
        if read > LINE_BYTES_MAX {
            return Err(BuildError::Line(built.lines));
        }
        if let Some((entry, seen)) = parse(&line, built.lines)? {
            match last {
                Some(last) if entry < last => return Err(BuildError::Order(built.lines)),
                Some(last) if entry == last => {}
                Some(_) | None if seen < seen_min => {}
                Some(_) | None => {
                    out.write_all(&entry.to_be_bytes())?;
                    built.entries += 1;
                }
            }
            last = Some(entry);
        }
        if built.lines.is_multiple_of(LINES_PER_PROGRESS) {
            progress(&built);
        }
    }
    out.seek(SeekFrom::Start(MAGIC.len() as u64))?;
    out.write_all(&built.entries.to_le_bytes())?;
    out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
    Ok(built)
}

/// The beginning of the digest and how often it was seen; nothing for an empty line.
fn parse(line: &[u8], number: u64) -> Result<Option<(u64, u64)>, BuildError> {
    let wrong = || BuildError::Line(number);
    let text = std::str::from_utf8(line).map_err(|_| wrong())?.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let (digest, seen) = match text.split_once(':') {
        Some((digest, seen)) => (digest, seen.trim().parse().map_err(|_| wrong())?),
        None => (text, u64::MAX),
    };
    if digest.len() != 2 * SHA1_BYTES || !digest.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(wrong());
    }
    let entry = digest.get(..2 * ENTRY_BYTES as usize).ok_or_else(wrong)?;
    Ok(Some((u64::from_str_radix(entry, 16).map_err(|_| wrong())?, seen)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(number: u64) -> [u8; SHA1_BYTES] {
        let mut digest = [7; SHA1_BYTES];
        digest[..8].copy_from_slice(&(number * 1_000).to_be_bytes());
        digest
    }

    fn line(number: u64, seen: u64) -> String {
        let digits: String = digest(number).iter().map(|byte| format!("{byte:02X}")).collect();
        format!("{digits}:{seen}\r\n")
    }

    fn made(text: &str, seen_min: u64) -> (tempfile::TempDir, Result<Built, BuildError>) {
        let folder = tempfile::tempdir().expect("a folder");
        let built = build(text.as_bytes(), &folder.path().join("filter"), seen_min, &mut |_| {});
        (folder, built)
    }

    #[test]
    fn every_line_is_found_and_nothing_beside_them() {
        let text: String = (0..1_000).map(|number| line(number * 2, 1 + number % 3)).collect();
        let (folder, built) = made(&text, 1);
        assert_eq!(built.expect("built").entries, 1_000);
        let filter = BreachedFile::open(&folder.path().join("filter")).expect("a filter");
        for number in 0..2_010 {
            let is_there = number % 2 == 0 && number < 2_000;
            assert_eq!(filter.holds(&digest(number)).expect("read"), is_there, "{number}");
        }
        assert!(!folder.path().join("filter.unfinished").exists());
    }

    #[test]
    fn only_what_was_seen_often_enough_is_taken_and_a_line_without_a_count_is() {
        let plain: String = line(3, 9).split(':').next().expect("digits").to_owned();
        let (folder, built) = made(&format!("{}{}\n{}{plain}", line(1, 9), "", line(2, 10)), 10);
        assert_eq!(built.expect("built"), Built { lines: 4, entries: 2, bytes_read: 4 + 3 * 40 + 2 + 3 + 1 });
        let filter = BreachedFile::open(&folder.path().join("filter")).expect("a filter");
        assert_eq!(
            (1..=3).map(|it| filter.holds(&digest(it)).expect("read")).collect::<Vec<_>>(),
            [false, true, true]
        );
    }

    #[test]
    fn a_line_that_is_none_or_out_of_order_is_named_and_leaves_no_file() {
        let long = format!("{}{}\n", line(1, 1).trim(), " ".repeat(300));
        for (text, problem) in [
            (format!("{}what\n", line(1, 1)), "line 2 is not 40 hexadecimal digits"),
            (format!("{}:many\n", &line(1, 1)[..40]), "line 1 is not"),
            (format!("{}{}", line(2, 1), line(1, 1)), "line 2 is out of order"),
            (format!("{}é{}", &line(1, 1)[..38], ":1\n"), "line 1 is not"),
            (long, "line 1 is not"),
        ] {
            let (folder, built) = made(&text, 1);
            let error = built.expect_err(problem).to_string();
            assert!(error.starts_with(problem), "{error}");
            assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0);
        }
    }

    #[test]
    fn an_empty_list_holds_nothing_and_a_damaged_file_is_refused() {
        let (folder, built) = made("\n", 1);
        assert_eq!(built.expect("built").entries, 0);
        let path = folder.path().join("filter");
        assert!(!BreachedFile::open(&path).expect("a filter").holds(&digest(1)).expect("read"));
        for bytes in [&b""[..], b"PSTNBRF1", b"something else entirely", b"PSTNBRF1\x01\0\0\0\0\0\0\0half"] {
            std::fs::write(&path, bytes).expect("written");
            assert!(BreachedFile::open(&path).is_err(), "{bytes:?}");
        }
        std::fs::write(&path, [&MAGIC[..], &[0xff; 8]].concat()).expect("written");
        assert!(BreachedFile::open(&path).is_err(), "a number of entries that cannot be");
    }
}

//! A log file as it grows. It does not know what a line says.
//!
//! A log is rotated in two ways. It is renamed and a new one is made in its place: then the old one is read to its end,
//! and the new one is begun once something is in it, because until then the writer still writes to the old one. Or it is
//! copied and emptied: then it is shorter than what was read, and is read from its beginning.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use postern_wire::postfix_log::LINE_BYTES_MAX;

/// Most bytes that one step reads, so that the word to stop is heard between steps.
const STEP_BYTES_MAX: usize = 256 * 1024;

/// A log file, and how far it was read.
#[derive(Debug)]
pub struct LogFile {
    path: PathBuf,
    open: Option<OpenFile>,
    /// The beginning of a line whose end is not written yet; at most [`LINE_BYTES_MAX`] and a little.
    rest: Vec<u8>,
    /// The line is too long and passed over up to its end.
    is_skipping: bool,
    /// A file that appears later is read from its beginning.
    has_begun: bool,
}

#[derive(Debug)]
struct OpenFile {
    file: File,
    identity: (u64, u64),
    offset: u64,
}

impl LogFile {
    /// The file from its present end on, or one that will appear from its beginning.
    pub fn at_end_of(path: PathBuf) -> Self {
        Self { path, open: None, rest: Vec::new(), is_skipping: false, has_begun: false }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Gives every whole line that was written since, without its line feed, within a step's bytes. `true` when more
    /// may wait.
    ///
    /// # Errors
    /// The file is missing or cannot be read; the next call tries again.
    pub fn read(&mut self, mut give: impl FnMut(&[u8])) -> io::Result<bool> {
        if self.open.is_none() {
            self.open_now()?;
        }
        let Some(open) = &mut self.open else { return Ok(false) };
        let mut bytes = Vec::new();
        (&mut open.file).take(STEP_BYTES_MAX as u64).read_to_end(&mut bytes)?;
        open.offset += bytes.len() as u64;
        let is_at_end = bytes.len() < STEP_BYTES_MAX;
        self.split(&bytes, &mut give);
        if is_at_end { self.follow() } else { Ok(true) }
    }

    fn open_now(&mut self) -> io::Result<()> {
        let opened = File::open(&self.path);
        if opened.is_err() {
            // What appears from now on is new.
            self.has_begun = true;
        }
        let mut file = opened?;
        let offset = if self.has_begun { 0 } else { file.seek(SeekFrom::End(0))? };
        let metadata = file.metadata()?;
        self.has_begun = true;
        self.open = Some(OpenFile { file, identity: (metadata.dev(), metadata.ino()), offset });
        Ok(())
    }

    /// At the end of what is open: whether the writer has gone on elsewhere. `true` when there is more to read.
    fn follow(&mut self) -> io::Result<bool> {
        let Some(open) = &mut self.open else { return Ok(false) };
        if open.file.metadata()?.len() < open.offset {
            open.offset = open.file.seek(SeekFrom::Start(0))?;
            self.rest.clear();
            return Ok(true);
        }
        let successor = match std::fs::metadata(&self.path) {
            Ok(metadata) => metadata,
            // In the middle of a rotation.
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
            Err(error) => return Err(error),
        };
        if (successor.dev(), successor.ino()) == open.identity || successor.len() == 0 {
            return Ok(false);
        }
        // The writer has moved. What it wrote last to the old one may have come after we looked.
        if open.file.metadata()?.len() > open.offset {
            return Ok(true);
        }
        self.open = None;
        self.rest.clear();
        self.is_skipping = false;
        Ok(true)
    }

    fn split(&mut self, mut bytes: &[u8], give: &mut impl FnMut(&[u8])) {
        while let Some(end) = bytes.iter().position(|&byte| byte == b'\n') {
            let (line, after) = (&bytes[..end], &bytes[end + 1..]);
            if self.is_skipping {
                self.is_skipping = false;
            } else if self.rest.is_empty() {
                give(line);
            } else {
                self.rest.extend_from_slice(line);
                give(&self.rest);
            }
            self.rest.clear();
            bytes = after;
        }
        if self.is_skipping {
            return;
        }
        let room = (LINE_BYTES_MAX + 1).saturating_sub(self.rest.len());
        if bytes.len() > room {
            self.is_skipping = true;
            self.rest.clear();
        } else {
            self.rest.extend_from_slice(bytes);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn lines(log: &mut LogFile) -> Vec<String> {
        let mut lines = Vec::new();
        while log.read(|line| lines.push(String::from_utf8_lossy(line).into_owned())).expect("readable") {}
        lines
    }

    fn append(path: &Path, text: &str) {
        let file = File::options().create(true).append(true).open(path);
        file.and_then(|mut file| file.write_all(text.as_bytes())).expect("writable");
    }

    fn log() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("mail.log");
        (folder, path)
    }

    #[test]
    fn only_what_is_written_from_now_on_is_read_and_a_line_only_once_it_is_whole() {
        let (_folder, path) = log();
        append(&path, "old\nhalf ");
        let mut log = LogFile::at_end_of(path.clone());
        assert_eq!(lines(&mut log), Vec::<String>::new());
        append(&path, "of one\nnext");
        assert_eq!(lines(&mut log), ["of one"]);
        append(&path, "\n\nlast\n");
        assert_eq!(lines(&mut log), ["next", "", "last"]);
    }

    #[test]
    fn a_file_that_appears_later_is_read_from_its_beginning() {
        let (_folder, path) = log();
        let mut log = LogFile::at_end_of(path.clone());
        assert_eq!(log.read(|_| {}).expect_err("missing").kind(), io::ErrorKind::NotFound);
        append(&path, "first\n");
        assert_eq!(lines(&mut log), ["first"]);
    }

    #[test]
    fn a_renamed_log_is_read_to_its_end_before_the_new_one() {
        let (_folder, path) = log();
        append(&path, "");
        let mut log = LogFile::at_end_of(path.clone());
        assert_eq!(lines(&mut log), Vec::<String>::new());
        append(&path, "one\n");
        let old = path.with_extension("log.1");
        std::fs::rename(&path, &old).expect("renamed");
        assert_eq!(lines(&mut log), ["one"]);
        // The new one is there, and the writer has not been told yet.
        append(&path, "");
        append(&old, "two\n");
        assert_eq!(lines(&mut log), ["two"]);
        append(&old, "three\n");
        append(&path, "four\n");
        assert_eq!(lines(&mut log), ["three", "four"]);
    }

    #[test]
    fn an_emptied_log_is_read_from_its_beginning() {
        let (_folder, path) = log();
        append(&path, "");
        let mut log = LogFile::at_end_of(path.clone());
        lines(&mut log);
        append(&path, "one\ntwo and so on\n");
        assert_eq!(lines(&mut log).len(), 2);
        File::options().write(true).open(&path).and_then(|file| file.set_len(0)).expect("emptied");
        append(&path, "three\n");
        assert_eq!(lines(&mut log), ["three"]);
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over_and_nothing_of_it_is_kept() {
        let (_folder, path) = log();
        append(&path, "");
        let mut log = LogFile::at_end_of(path.clone());
        lines(&mut log);
        append(&path, &"x".repeat(LINE_BYTES_MAX));
        assert_eq!(lines(&mut log), Vec::<String>::new());
        append(&path, "\n");
        assert_eq!(lines(&mut log)[0].len(), LINE_BYTES_MAX);
        append(&path, &"x".repeat(3 * STEP_BYTES_MAX));
        assert_eq!(lines(&mut log), Vec::<String>::new());
        assert!(log.rest.is_empty());
        append(&path, "end\nnext\n");
        assert_eq!(lines(&mut log), ["next"]);
    }
}

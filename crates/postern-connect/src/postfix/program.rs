//! Runs Postfix's `postmap`.

use std::io;
use std::path::Path;
use std::process::{ExitStatus, Stdio};

use postern_core::time::Span;
use postern_engine::ports::{Clock, ExportError};
use tokio::io::AsyncReadExt;
use tokio::process::Command;

use super::MapType;

/// The program.
pub(super) const PROGRAM: &str = "postmap";

/// Longest wait. `postmap` itself waits up to 2.3 s while main.cf is younger than two seconds (seen in runs),
/// and 100,000 rows take 0.13 s.
const WAIT_MAX: Span = Span::from_s(10);

/// Most bytes of what the program printed that are kept for the receipt.
const OUTPUT_BYTES_MAX: u64 = 400;

/// Where Postfix's programs are when PATH does not say: services often run without the `sbin` folders.
const USUAL_FOLDERS: &str = "/usr/sbin:/usr/local/sbin";

/// The PATH that Postfix's programs are looked up in.
pub(super) fn search_path() -> String {
    format!("{}:{USUAL_FOLDERS}", std::env::var("PATH").unwrap_or_default())
}

/// How `postmap` is called.
pub(super) struct Postmap<'a> {
    /// Its name; only a test has another one than [`PROGRAM`].
    pub program: &'a str,
    pub config_dir: Option<&'a Path>,
}

impl Postmap<'_> {
    /// Makes the map of `source` say what `source` says.
    pub(super) async fn run(
        &self,
        map_type: MapType,
        source: &Path,
        clock: &dyn Clock,
    ) -> Result<(), ExportError> {
        let mut command = Command::new(self.program);
        if let Some(folder) = self.config_dir {
            command.arg("-c").arg(folder);
        }
        let mut table = std::ffi::OsString::from(map_type.as_str());
        table.push(":");
        table.push(source);
        command
            .arg(table)
            .env("PATH", search_path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        let ran = tokio::select! {
            ran = finish(command) => ran,
            () = clock.sleep(WAIT_MAX) => return Err(failed(&format!("no end after {WAIT_MAX}"))),
        };
        match ran {
            Ok((status, _)) if status.success() => Ok(()),
            Ok((status, said)) if said.trim().is_empty() => Err(failed(&status.to_string())),
            Ok((_, said)) => Err(failed(&with_hint(said.trim(), map_type))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(failed(
                "not found: install postfix (package postfix, and postfix-lmdb for maps of type lmdb)",
            )),
            Err(error) => Err(failed(&error.to_string())),
        }
    }
}

async fn finish(mut command: Command) -> io::Result<(ExitStatus, String)> {
    let mut child = command.spawn()?;
    let mut said = Vec::new();
    if let Some(stderr) = child.stderr.take() {
        stderr.take(OUTPUT_BYTES_MAX).read_to_end(&mut said).await?;
    }
    // What is printed beyond the limit meets a closed pipe, so waiting cannot hang on a full one.
    let status = child.wait().await?;
    Ok((status, String::from_utf8_lossy(&said).into_owned()))
}

/// Postfix says "unsupported dictionary type: lmdb" where the package is missing.
fn with_hint(said: &str, map_type: MapType) -> String {
    match map_type {
        MapType::Lmdb if said.contains("unsupported dictionary type") => {
            format!("{said} (install postfix-lmdb)")
        }
        MapType::Lmdb | MapType::Hash => said.to_owned(),
    }
}

fn failed(message: &str) -> ExportError {
    ExportError::Program { program: "postmap".to_owned(), message: message.to_owned() }
}

#[cfg(test)]
mod tests {
    use postern_core::time::Timestamp;
    use postern_testkit::clock::VirtualClock;

    use super::*;

    async fn run(program: &str) -> String {
        let clock = VirtualClock::at(Timestamp::from_unix_s(0));
        let postmap = Postmap { program, config_dir: None };
        let outcome = postmap.run(MapType::Lmdb, Path::new("/nowhere/map"), &clock).await;
        outcome.expect_err("cannot work").to_string()
    }

    #[tokio::test]
    async fn a_missing_program_says_what_to_install() {
        let message = run("postmap-that-nobody-installed").await;
        assert!(message.contains("postmap") && message.contains("install postfix"), "{message}");
    }

    #[tokio::test]
    async fn a_program_that_fails_silently_still_says_how_it_ended() {
        assert!(run("false").await.contains("exit status: 1"));
    }
}

//! Finds processes that a run left behind: servers that a test forgot, or that outlived a killed test.
//!
//! A run gives everything it starts a temporary folder of its own. A process belongs to the run when its
//! environment, its command line or its working folder names that folder; so Postfix and Dovecot, which clean
//! their environment and leave their parent, are still found by their private folder. Processes of other
//! people on the same machine are never taken for ours. Where there is no /proc nothing is found.

use std::fs;
use std::path::{Path, PathBuf};

use rustix::process::Pid;

/// A process that should have ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leftover {
    /// Its id.
    pub pid: Pid,
    /// What it is called.
    pub name: String,
}

/// Every process that names `folder`, except ourselves.
pub fn naming(folder: &Path) -> Vec<Leftover> {
    let folder = folder.as_os_str().as_encoded_bytes();
    let own = rustix::process::getpid();
    processes()
        .filter(|(pid, process)| *pid != own && belongs(process, folder))
        .map(|(pid, process)| Leftover { pid, name: name_of(&process) })
        .collect()
}

/// Children, their children, and so on.
pub fn descendants_of(ancestor: Pid) -> Vec<Pid> {
    let parents: Vec<(Pid, Pid)> =
        processes().filter_map(|(pid, process)| Some((pid, parent_of(&process)?))).collect();
    let mut family = vec![ancestor];
    let mut next = 0;
    while let Some(&member) = family.get(next) {
        family.extend(parents.iter().filter(|(_, parent)| *parent == member).map(|(pid, _)| *pid));
        next += 1;
    }
    family.split_off(1)
}

fn processes() -> impl Iterator<Item = (Pid, PathBuf)> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries.filter_map(|entry| {
        let number = entry.file_name().to_str()?.parse().ok()?;
        Some((Pid::from_raw(number)?, entry.path()))
    })
}

fn belongs(process: &Path, folder: &[u8]) -> bool {
    let names = |bytes: &[u8]| bytes.windows(folder.len()).any(|window| window == folder);
    let file_names = |file| fs::read(process.join(file)).is_ok_and(|bytes| names(&bytes));
    // A zombie has an empty command line and environment, so it is not found: it only waits to be collected.
    file_names("environ")
        || file_names("cmdline")
        || fs::read_link(process.join("cwd")).is_ok_and(|cwd| names(cwd.as_os_str().as_encoded_bytes()))
}

fn name_of(process: &Path) -> String {
    let line = fs::read(process.join("cmdline")).unwrap_or_default();
    String::from_utf8_lossy(&line).replace('\0', " ").trim().to_owned()
}

/// The fourth field of `stat`; the second, the name in brackets, may itself hold spaces and brackets.
fn parent_of(process: &Path) -> Option<Pid> {
    let stat = fs::read_to_string(process.join("stat")).ok()?;
    let after_name = &stat[stat.rfind(')')? + 1..];
    Pid::from_raw(after_name.split_whitespace().nth(1)?.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::{Command, Stdio};

    #[test]
    fn a_forgotten_child_is_found_by_the_folder_in_its_environment() {
        let folder = std::env::temp_dir().join(format!("xtask-leftover-{}", std::process::id()));
        assert_eq!(naming(&folder), []);
        // `read` waits until we drop its standard input, so a failing assertion leaves nothing behind either.
        let mut child = Command::new("sh")
            .args(["-c", "read _"])
            .env("TMPDIR", &folder)
            .stdin(Stdio::piped())
            .spawn()
            .expect("sh runs");
        let found = naming(&folder);
        assert!(descendants_of(rustix::process::getpid()).contains(&Pid::from_child(&child)));
        drop(child.stdin.take());
        child.wait().expect("sh ends with its input");
        assert_eq!(found.iter().map(|leftover| leftover.pid).collect::<Vec<_>>(), [Pid::from_child(&child)]);
        assert_eq!(naming(&folder), []);
    }
}

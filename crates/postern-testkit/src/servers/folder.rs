//! The private folder of one set of servers, and the system's users that own parts of it.

use std::os::unix::fs::{PermissionsExt, chown};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tempfile::TempDir;

/// Removed with everything in it when dropped. Its path is short, because a Unix socket's has less than 108
/// bytes.
#[derive(Debug)]
pub struct Folder {
    root: TempDir,
}

impl Folder {
    /// A fresh one that every user may pass through: Dovecot's auth process is not root.
    pub fn new() -> Result<Self> {
        let root = tempfile::Builder::new().prefix("postern-").rand_bytes(8).tempdir()?;
        let folder = Self { root };
        folder.set_mode(folder.path(), 0o755)?;
        Ok(folder)
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        self.root.path()
    }

    /// The path of something inside.
    pub fn join(&self, inside: impl AsRef<Path>) -> PathBuf {
        self.root.path().join(inside)
    }

    /// Makes a folder inside, with its owner and mode.
    pub fn make(&self, inside: &str, owner: Owner, mode: u32) -> Result<PathBuf> {
        let path = self.join(inside);
        std::fs::create_dir_all(&path)?;
        chown(&path, Some(owner.uid), Some(owner.gid)).with_context(|| format!("chown {inside}"))?;
        self.set_mode(&path, mode)?;
        Ok(path)
    }

    /// Writes a file inside.
    pub fn write(&self, inside: &str, text: &str) -> Result<PathBuf> {
        let path = self.join(inside);
        std::fs::write(&path, text).with_context(|| format!("write {inside}"))?;
        Ok(path)
    }

    fn set_mode(&self, path: &Path, mode: u32) -> Result<()> {
        Ok(std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode))?)
    }
}

/// The command lines of the living processes that belong to a private folder: they work in it, or name it in their
/// arguments or their environment.
pub fn processes_of(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir("/proc") else { return Vec::new() };
    let name = folder.as_os_str().as_encoded_bytes();
    let belongs = |process: &Path| {
        let read = |file: &str| std::fs::read(process.join(file)).unwrap_or_default();
        let names = |bytes: &[u8]| bytes.windows(name.len()).any(|window| window == name);
        let works_there = std::fs::read_link(process.join("cwd")).is_ok_and(|cwd| cwd.starts_with(folder));
        let line = read("cmdline");
        let is_its = works_there || names(&line) || names(&read("environ"));
        is_its.then(|| String::from_utf8_lossy(&line).replace('\0', " "))
    };
    entries.filter_map(|entry| belongs(&entry.ok()?.path())).collect()
}

/// Who owns a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owner {
    /// User id.
    pub uid: u32,
    /// Group id.
    pub gid: u32,
}

impl Owner {
    /// Root.
    pub const ROOT: Owner = Owner { uid: 0, gid: 0 };

    /// The owner of mailboxes in tests. Any number does; it needs no user of that name.
    pub const MAIL: Owner = Owner { uid: 5_000, gid: 5_000 };

    /// A user of this system with its main group.
    pub fn of_user(name: &str) -> Result<Self> {
        let fields = entry("/etc/passwd", name)?;
        let number = |at: usize| -> Result<u32> { Ok(fields.get(at).context("short line")?.parse()?) };
        Ok(Self { uid: number(2)?, gid: number(3)? })
    }

    /// The same user with another group of this system.
    pub fn with_group(self, name: &str) -> Result<Self> {
        let gid = entry("/etc/group", name)?.get(2).context("short line")?.parse()?;
        Ok(Self { gid, ..self })
    }
}

fn entry(file: &str, name: &str) -> Result<Vec<String>> {
    let text = std::fs::read_to_string(file)?;
    let mut lines = text.lines().map(|line| line.split(':').map(str::to_owned).collect::<Vec<_>>());
    lines
        .find(|fields| fields.first().is_some_and(|first| first == name))
        .with_context(|| format!("{name} is not in {file}"))
}

//! Where things are in the repository, and which files belong to it. Knows nothing of what they must contain.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Folders that hold built or downloaded things, or no text of ours.
const NOT_OURS: &[&str] = &["target", "corpus", "artifacts"];

/// The repository's root: the parent of this crate's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("CARGO_MANIFEST_DIR is <root>/xtask")
}

/// A file of the repository.
pub struct TreeFile {
    /// Path from the root, with `/`.
    pub path: String,
    /// All of it.
    pub text: String,
}

/// Every text file of the repository whose name ends in one of `endings`, by path.
pub fn files(endings: &[&str]) -> Result<Vec<TreeFile>> {
    let mut paths = Vec::new();
    collect(root(), &mut paths)?;
    paths.sort();
    let wanted = |path: &PathBuf| endings.iter().any(|ending| path.to_string_lossy().ends_with(ending));
    paths.into_iter().filter(wanted).map(|path| read(&path)).collect()
}

/// One file by its path from the root.
pub fn file(path: &str) -> Result<TreeFile> {
    read(&root().join(path))
}

fn read(path: &Path) -> Result<TreeFile> {
    let text = fs::read_to_string(path).with_context(|| format!("read {}", path.display()))?;
    let from_root = path.strip_prefix(root()).unwrap_or(path);
    Ok(TreeFile { path: from_root.to_string_lossy().replace('\\', "/"), text })
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("list {}", folder.display()))?;
    for entry in entries {
        let entry = entry.with_context(|| format!("list {}", folder.display()))?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let kind = entry.file_type().with_context(|| format!("look at {}", entry.path().display()))?;
        if kind.is_dir() {
            let is_hidden = name.starts_with('.') && name != ".config" && name != ".ci" && name != ".cargo";
            if !is_hidden && !NOT_OURS.contains(&name.as_ref()) {
                collect(&entry.path(), found)?;
            }
        } else if kind.is_file() {
            found.push(entry.path());
        }
    }
    Ok(())
}

/// Where cargo puts what it builds.
pub fn target_folder() -> Result<PathBuf> {
    let metadata = crate::run::output(
        std::process::Command::new("cargo")
            .args(["metadata", "--format-version", "1", "--no-deps", "--locked"])
            .current_dir(root()),
    )?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata).context("read cargo's metadata")?;
    let folder = metadata["target_directory"].as_str().context("cargo's metadata names no target folder")?;
    Ok(PathBuf::from(folder))
}

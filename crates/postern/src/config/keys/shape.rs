//! What is said of every key and every section of the configuration file; which there are is not known here.

/// Whether a key must be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Yes (within an optional section: when the section is written).
    Yes,
    /// No; this is what holds without it, in words or as a value.
    Or(&'static str),
}

/// One key.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Dotted path.
    pub path: &'static str,
    /// `text`, `list of texts`, `number`, `true or false`.
    pub kind: &'static str,
    /// Whether it must be written.
    pub need: Need,
    /// A value as it stands in a file.
    pub example: &'static str,
    /// What it decides.
    pub about: &'static str,
}

/// One section.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// Dotted path; empty for the top of the file.
    pub path: &'static str,
    /// What leaving it out means; empty when it is always there.
    pub without: &'static str,
    /// What it is about.
    pub about: &'static str,
}

/// A key of the table.
pub(super) const fn key(
    path: &'static str,
    kind: &'static str,
    need: Need,
    example: &'static str,
    about: &'static str,
) -> Key {
    Key { path, kind, need, example, about }
}

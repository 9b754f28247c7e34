//! A file is pleasant up to a few hundred lines, a function up to a screen. Exceptions stand in two lists that
//! may only shrink: an entry for something that has become short enough, or is gone, is a complaint too.

use anyhow::Result;

use super::Complaint;
use crate::source;
use crate::tree::{self, TreeFile};

/// docs/conventions.md: about 100 to 300 lines are pleasant; past this a second thing has moved in.
const FILE_LINES_MAX: usize = 400;
/// docs/conventions.md: a function fits on a screen; clippy.toml has the same number.
const FUNCTION_LINES_MAX: usize = 70;
const LONG_FILES: &str = "docs/reference/long-files.txt";
const LONG_FUNCTIONS: &str = "docs/reference/long-functions.txt";

/// Something measured: its name in the list, where it is, and its lines.
struct Measured {
    name: String,
    at: String,
    lines: usize,
}

/// Checks every file and function against the limits and the lists.
pub fn check(rust: &[TreeFile]) -> Result<Vec<Complaint>> {
    let mut complaints =
        compare(&measure_files(rust), FILE_LINES_MAX, LONG_FILES, &tree::file(LONG_FILES)?.text);
    let functions = measure_functions(rust);
    complaints.extend(compare(
        &functions,
        FUNCTION_LINES_MAX,
        LONG_FUNCTIONS,
        &tree::file(LONG_FUNCTIONS)?.text,
    ));
    Ok(complaints)
}

fn measure_files(rust: &[TreeFile]) -> Vec<Measured> {
    let measure = |file: &TreeFile| Measured {
        name: file.path.clone(),
        at: file.path.clone(),
        lines: file.text.lines().count(),
    };
    rust.iter().map(measure).collect()
}

fn measure_functions(rust: &[TreeFile]) -> Vec<Measured> {
    let mut all = Vec::new();
    for file in rust {
        for function in source::functions(&source::take_apart(&file.text).code) {
            all.push(Measured {
                name: format!("{}::{}", file.path, function.name),
                at: format!("{}:{}", file.path, function.line),
                lines: function.lines,
            });
        }
    }
    all
}

fn compare(measured: &[Measured], max: usize, list: &str, text: &str) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    let exceptions: Vec<(usize, &str, usize)> = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.starts_with('#'))
        .filter_map(|(index, line)| {
            let (name, lines) = line.split_once(' ')?;
            Some((index + 1, name, lines.trim().parse().ok()?))
        })
        .collect();
    for one in measured.iter().filter(|one| one.lines > max) {
        let granted =
            exceptions.iter().find(|(_, name, _)| *name == one.name).map_or(max, |(_, _, lines)| *lines);
        if one.lines > granted {
            let Measured { at, lines, .. } = one;
            complaints.push(Complaint(format!("{at}: split it: {lines} lines, and {granted} are allowed")));
        }
    }
    for (line, name, _) in exceptions {
        if !measured.iter().any(|one| one.name == name && one.lines > max) {
            complaints.push(Complaint::at(list, line, format!("remove this line: {name} is short, or gone")));
        }
    }
    complaints
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lines: usize, list: &str) -> Vec<String> {
        let measured = [Measured { name: "a.rs".to_owned(), at: "a.rs".to_owned(), lines }];
        compare(&measured, 400, "list.txt", list).into_iter().map(|complaint| complaint.0).collect()
    }

    #[test]
    fn the_limit_itself_is_allowed_and_one_more_is_not() {
        assert!(check(400, "").is_empty());
        assert_eq!(check(401, ""), ["a.rs: split it: 401 lines, and 400 are allowed"]);
    }

    #[test]
    fn an_exception_may_only_shrink() {
        assert!(check(450, "# why\na.rs 450\n").is_empty());
        assert_eq!(check(451, "a.rs 450\n"), ["a.rs: split it: 451 lines, and 450 are allowed"]);
        assert_eq!(check(399, "a.rs 450\n"), ["list.txt:1: remove this line: a.rs is short, or gone"]);
    }
}

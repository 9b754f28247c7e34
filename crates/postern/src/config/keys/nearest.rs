//! What somebody meant who mistyped a key.

use super::{KEYS, SECTIONS};

/// The known key or section that a mistyped one most resembles: the same name elsewhere, or at most two
/// letters away.
pub fn nearest(path: &str) -> Option<&'static str> {
    let name = path.rsplit('.').next().unwrap_or(path);
    let known = || KEYS.iter().map(|key| key.path).chain(SECTIONS.iter().map(|section| section.path));
    let close = known().filter(|known| !known.is_empty()).map(|known| (distance(path, known), known)).min();
    match close {
        Some((0..=2, near)) => Some(near),
        Some(_) | None => known().find(|known| known.rsplit('.').next() == Some(name) && !known.is_empty()),
    }
}

/// Edit distance of two short texts (Levenshtein).
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in to.iter().enumerate() {
            let replaced = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[to.len()]
}

//! How many connections the gates may hold: never so many that the process runs out of files, because then nobody
//! could open the control socket either, and an attacker who only holds connections open would have locked the
//! admin out.

use postern_gates::Limits;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Files kept for everything else: the store, its readers, exports, mail to admins, and the control socket's 64
/// connections.
const FILES_KEPT: u64 = 256;
/// Fewer places than this are no gate; a process with so few files is told so and does what it can.
const PLACES_MIN: usize = 16;

/// The limits of each gate's listener, when there are so many of them.
pub fn limits(listeners: usize) -> Limits {
    let default = Limits::default();
    let connections_max = places(raise_files(), listeners, default.connections_max);
    if connections_max < default.connections_max {
        tracing::warn!(
            connections_max,
            "few files may be open, so the gates hold fewer connections than they could: see LimitNOFILE"
        );
    }
    Limits { connections_max, ..default }
}

/// Takes what the system would give; a limit of files that is lower than that is an old default of shells.
fn raise_files() -> Option<u64> {
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    if current == maximum {
        return current;
    }
    match setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum }) {
        Ok(()) => maximum,
        Err(_) => current,
    }
}

fn places(files: Option<u64>, listeners: usize, wanted: usize) -> usize {
    let Some(files) = files else { return wanted };
    let each = files.saturating_sub(FILES_KEPT) / u64::try_from(listeners.max(1)).unwrap_or(u64::MAX);
    usize::try_from(each).unwrap_or(usize::MAX).clamp(PLACES_MIN, wanted.max(PLACES_MIN))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gates_together_leave_files_for_the_control_socket() {
        for (files, listeners, expected) in [
            (None, 2, 4_096),
            (Some(65_536), 2, 4_096),
            (Some(1_024), 2, 384),
            (Some(1_024), 4, 192),
            (Some(100), 2, PLACES_MIN),
        ] {
            assert_eq!(places(files, listeners, 4_096), expected, "{files:?} files, {listeners} listeners");
        }
    }
}

//! The one place in the developer commands that looks at a clock: how long a suite took, for its closing line.
//! No decision depends on it; limits are kept by [`crate::run`], which waits on a channel.

use std::time::{Duration, Instant};

/// A moment to count from.
#[derive(Clone, Copy)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts counting.
    #[expect(clippy::disallowed_methods, reason = "a developer command reports the real time that it took")]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// How long ago it was started.
    pub fn elapsed(self) -> Duration {
        self.0.elapsed()
    }
}

/// As a person reads it: `8 s`, `3 min 05 s`.
pub fn in_words(duration: Duration) -> String {
    let seconds = duration.as_secs();
    if seconds < 60 { format!("{seconds} s") } else { format!("{} min {:02} s", seconds / 60, seconds % 60) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_reads_like_one() {
        assert_eq!(in_words(Duration::from_millis(8_400)), "8 s");
        assert_eq!(in_words(Duration::from_secs(59)), "59 s");
        assert_eq!(in_words(Duration::from_secs(185)), "3 min 05 s");
    }
}

//! Counting how many different things there were lately, in a few bits: a map of bits per window of time, the present
//! window and the one before. Knows neither what is counted nor how long a window is.

/// How many different things set `bits` bits of which `zeros` are left. Linear counting: n = m ln(m / zeros), Whang
/// and others 1990; one zero is assumed when all are set.
pub(super) fn counted(bits: u32, zeros: u32) -> f32 {
    bits as f32 * (bits as f32 / zeros.max(1) as f32).ln()
}

/// Moves two windows on: the present one becomes the one before, or both are over.
pub(super) fn roll<T: Copy + Default>(windows: &mut [T; 2], length_s: u32, last_s: u32, now_s: u32) {
    match (now_s / length_s).saturating_sub(last_s / length_s) {
        0 => {}
        1 => *windows = [T::default(), windows[0]],
        _ => *windows = [T::default(); 2],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn up_to_ten_an_estimate_rounded_down_is_what_was_set() {
        for different in 0..=10u32 {
            assert_eq!(counted(64, 64 - different) as u32, different);
        }
        for different in 0..=5u32 {
            assert_eq!(counted(32, 32 - different) as u32, different);
        }
        assert!(counted(64, 0).is_finite());
    }

    #[test]
    fn a_window_is_present_then_the_one_before_then_over() {
        let mut windows = [3u8, 4];
        roll(&mut windows, 300, 899, 899);
        assert_eq!(windows, [3, 4]);
        roll(&mut windows, 300, 899, 900);
        assert_eq!(windows, [0, 3]);
        roll(&mut windows, 300, 900, 1_500);
        assert_eq!(windows, [0, 0]);
    }
}

//! Lines of the mail log: no bytes make the reader panic, and nothing is read that the line does not hold.

#![no_main]

use libfuzzer_sys::fuzz_target;
use postern_wire::postfix_log::{Event, Line, UNIX_S_MAX};

fuzz_target!(|data: &[u8]| {
    for line in String::from_utf8_lossy(data).lines() {
        let Ok(read) = Line::parse(line) else { continue };
        assert!(line.contains(read.host) && line.contains(read.service));
        for nearby in [i64::MIN, 0, 1_772_438_400, UNIX_S_MAX, i64::MAX] {
            for offset in [i32::MIN, 0, i32::MAX] {
                let times = [read.time.unix_s(nearby, offset), read.time.unix_s_of_first(nearby, offset)];
                assert!(times.into_iter().flatten().all(|unix_s| (0..=UNIX_S_MAX).contains(&unix_s)));
            }
        }
        if let Event::Delivery(delivery) = read.event {
            assert!(line.contains(delivery.to) && line.contains(delivery.reply));
        }
    }
});

//! Sieve scripts: no bytes make the reader panic, it keeps its limits, and says nothing that the script does not hold.

#![no_main]

use libfuzzer_sys::fuzz_target;
use postern_wire::sieve::{DEEDS_MAX, Deed, read};

fuzz_target!(|data: &[u8]| {
    let Ok(found) = read(data) else { return };
    assert!(found.len() <= DEEDS_MAX);
    let text = String::from_utf8_lossy(data).to_ascii_lowercase();
    let lines = text.lines().count() as u32 + 1;
    for it in found {
        assert!((1..=lines).contains(&it.line));
        match it.deed {
            Deed::Redirect { .. } => assert!(text.contains("redirect")),
            Deed::FileInto { .. } => assert!(text.contains("fileinto")),
            Deed::Other { command } => assert!(text.contains(&command)),
            Deed::Discard => assert!(text.contains("discard")),
            Deed::Keep | Deed::Reject | Deed::Stop | Deed::Vacation | Deed::Include { .. } | Deed::Notify { .. } => {}
        }
    }
});

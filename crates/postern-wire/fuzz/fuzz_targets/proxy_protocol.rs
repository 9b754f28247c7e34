//! The PROXY header: no bytes make the decoder panic, it never asks for a byte behind the header or beyond its
//! limit, and what follows a header changes nothing.

#![no_main]

use libfuzzer_sys::fuzz_target;
use postern_wire::proxy_protocol::{DecodeProxyError, HEADER_BYTES_MAX, Progress, Proxied, decode};

/// Reads as a gate does, at most `step` bytes at a time: what was read, and where it ended.
fn read(wire: &[u8], step: usize) -> Result<Option<(Proxied, usize)>, DecodeProxyError> {
    let mut end = 0;
    loop {
        match decode(&wire[..end])? {
            Progress::Whole(proxied) => return Ok(Some((proxied, end))),
            Progress::Needs(more) => {
                assert!(more > 0 && end + more <= HEADER_BYTES_MAX);
                if end == wire.len() {
                    return Ok(None);
                }
                end = (end + more.min(step)).min(wire.len());
            }
        }
    }
}

fuzz_target!(|wire: &[u8]| {
    let whole = read(wire, usize::MAX);
    assert_eq!(whole, read(wire, 1), "the cuts change nothing");
    if let Ok(Some((proxied, end))) = whole {
        let mut longer = wire[..end].to_vec();
        longer.extend_from_slice(b"\r\nPROXY UNKNOWN\r\n");
        assert_eq!(read(&longer, usize::MAX), Ok(Some((proxied, end))), "what follows changes nothing");
    }
    // A caller that read too much is told so or served, never panicked at.
    let _ = decode(wire);
});

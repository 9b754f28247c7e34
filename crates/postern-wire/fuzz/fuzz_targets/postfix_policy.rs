//! The policy decoder: no bytes make it panic, and no cut changes what it reads.
//!
//! The first byte says where the connection's bytes are cut in two.

#![no_main]

use libfuzzer_sys::fuzz_target;
use postern_wire::postfix_policy::{Action, DecodePolicyError, Decoder, REFUSAL_TEXT_BYTES_MAX};

/// What a whole connection is read as: each request's fields, then how it ended.
type Read = (Vec<String>, Result<usize, DecodePolicyError>);

fn read(parts: [&[u8]; 2]) -> Read {
    let mut requests = Vec::new();
    let mut decoder = Decoder::new();
    let mut buffer = Vec::new();
    for part in parts {
        buffer.extend_from_slice(part);
        loop {
            match decoder.decode(&buffer) {
                Ok(Some(decoded)) => {
                    assert!(decoded.bytes > 0 && decoded.bytes <= buffer.len());
                    requests.push(format!("{:?}", decoded.request));
                    let bytes = decoded.bytes;
                    buffer.drain(..bytes);
                }
                Ok(None) => break,
                Err(error) => return (requests, Err(error)),
            }
        }
    }
    (requests, Ok(buffer.len()))
}

fuzz_target!(|data: &[u8]| {
    let Some((cut, wire)) = data.split_first() else { return };
    let cut = usize::from(*cut) * wire.len() / 255;
    assert_eq!(read([&wire[..cut], &wire[cut..]]), read([wire, b""]));
    if let Ok(text) = std::str::from_utf8(wire) {
        let mut reply = Vec::new();
        Action::Refuse { text }.encode(&mut reply);
        assert!(reply.len() <= REFUSAL_TEXT_BYTES_MAX + 19 && reply.is_ascii() && reply.ends_with(b"\n\n"));
        assert_eq!(reply.iter().filter(|byte| **byte < b' ').count(), 2, "one line and the empty one");
    }
});

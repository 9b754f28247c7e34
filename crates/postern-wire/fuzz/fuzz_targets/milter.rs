//! The milter codec: no bytes make it panic, and a packet is read the same however it arrives.

#![no_main]

use libfuzzer_sys::fuzz_target;
use postern_wire::milter::{Command, PACKET_BYTES_MAX, addresses, bare, decode};

fuzz_target!(|data: &[u8]| {
    let mut rest = data;
    while let Ok(Some(decoded)) = decode(rest) {
        assert!(decoded.bytes > 4 && decoded.bytes <= rest.len() && decoded.bytes <= 4 + PACKET_BYTES_MAX);
        assert_eq!(decode(&rest[..decoded.bytes]), Ok(Some(decoded)));
        assert_eq!(decode(&rest[..decoded.bytes - 1]), Ok(None));
        match decoded.command {
            Command::Macros { macros, .. } => {
                let _value = macros.get("i");
            }
            Command::Header { value, .. } => {
                let text = String::from_utf8_lossy(value);
                assert!(addresses(&text).iter().all(|address| address.contains('@')));
            }
            Command::Mail { sender } => assert!(bare(sender).len() <= sender.len()),
            _ => {}
        }
        rest = &rest[decoded.bytes..];
    }
});

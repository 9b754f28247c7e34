//! The auth-policy decoder and encoder: no body makes them panic, no value passes its limit, and every answer
//! is JSON with an integer status and a string message.

#![no_main]

use libfuzzer_sys::fuzz_target;
use postern_wire::auth_policy::{Command, Status, VALUE_BYTES_MAX, decode, encode_answer, readable};

fuzz_target!(|body: &[u8]| {
    let text = readable(body);
    if let Ok(attempt) = decode(&text) {
        for value in [
            &attempt.login,
            &attempt.remote,
            &attempt.pwhash,
            &attempt.protocol,
            &attempt.device_id,
            &attempt.session_id,
            &attempt.phase,
            &attempt.cred,
            &attempt.mech,
            &attempt.fail_type,
        ] {
            assert!(value.len() <= VALUE_BYTES_MAX);
        }
    }
    let (path, query) = text.split_once('?').unwrap_or((&text, ""));
    let _ = Command::of(path, Some(query));
    let _ = Command::of(path, None);
    for status in [Status::GoOn, Status::Wait { delay_s: 3 }, Status::Refuse] {
        let answer = encode_answer(status, &text);
        assert!(answer.is_ascii());
        let quotes = answer.iter().filter(|byte| **byte == b'"').count();
        assert!(answer.starts_with(br#"{"status":"#) && answer.ends_with(br#"","r_attrs":{}}"#) && quotes >= 8);
        assert!(!answer.iter().any(|byte| *byte < b' '));
    }
});

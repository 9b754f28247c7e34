//! weakforced's management bodies and answers: no body makes the decoders panic, a key that was read is read
//! again from its own text, and every answer is JSON.

#![no_main]

use libfuzzer_sys::fuzz_target;
use postern_wire::auth_policy::{Command, encode_failure, readable};
use postern_wire::wforce::{
    EXPIRE_S_MAX, EntryView, Key, KeyStats, List, ListStanding, REASON_BYTES_MAX, decode_add, decode_delete,
    decode_key, encode_entries, encode_key_stats, encode_time,
};

fn check_key(key: &Key) {
    if let Key::Network { .. } = key {
        let text = format!(r#"{{"netmask":"{}"}}"#, key.entry_text());
        assert_eq!(decode_delete(&text).as_ref().ok(), Some(key));
    }
    let entry = EntryView { key: key.clone(), expires_unix_s: Some(7), reason: key.stats_text() };
    for list in [List::Block, List::Allow] {
        let body = encode_entries(list, std::slice::from_ref(&entry));
        assert!(serde_json::from_slice::<serde_json::Value>(&body).is_ok());
    }
    let standing = ListStanding { is_listed: true, reason: key.entry_text(), expires_unix_s: None };
    let stats = KeyStats { key: key.clone(), block: standing, allow: ListStanding::default(), stats: [].into() };
    assert!(serde_json::from_slice::<serde_json::Value>(&encode_key_stats(&stats)).is_ok());
}

fuzz_target!(|data: &[u8]| {
    let text = readable(data);
    // The seeds begin with a line for method and target.
    let (head, body) = text.split_once('\n').unwrap_or(("", &text));
    let _ = Command::of(head.split(' ').nth(1).unwrap_or_default(), None);
    match decode_add(body) {
        Ok(entry) => {
            assert!((1..=EXPIRE_S_MAX).contains(&entry.expire_s));
            assert!((1..=REASON_BYTES_MAX).contains(&entry.reason.len()));
            check_key(&entry.key);
        }
        Err(error) => {
            assert!(matches!(error.http_status(), 400 | 500 | 501));
            let failure: serde_json::Value =
                serde_json::from_slice(&encode_failure(&error.to_string())).expect("JSON");
            assert_eq!(failure["status"], "failure");
        }
    }
    for key in [decode_delete(body), decode_key(body)].into_iter().flatten() {
        check_key(&key);
    }
    if let Some(bytes) = data.first_chunk::<8>() {
        let time = encode_time(i64::from_le_bytes(*bytes));
        assert_eq!(time.len(), "9999-Dec-31 23:59:59".len());
    }
});

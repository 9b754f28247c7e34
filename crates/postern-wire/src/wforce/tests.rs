//! Management commands at their edges; wforce's own examples are transcripts in tests/it.

use super::*;
use crate::auth_policy::LOGIN_BYTES_MAX;

fn refused(read: Result<impl std::fmt::Debug, ManagementError>) -> (u16, String) {
    let error = read.expect_err("not a good body");
    (error.http_status(), error.to_string())
}

fn network(first: &str, prefix_bits: u8) -> Key {
    Key::Network { first: first.parse().expect("an address"), prefix_bits }
}

#[test]
fn each_key_of_wforce_is_read() {
    let check = |body: &str, key: Key| assert_eq!(decode_delete(body).expect("valid"), key, "{body}");
    check(r#"{"ip":"192.0.2.7"}"#, network("192.0.2.7", 32));
    check(r#"{"ip":"2001:db8::7"}"#, network("2001:db8::7", 128));
    check(r#"{"ip":"::ffff:192.0.2.7"}"#, network("192.0.2.7", 32));
    check(r#"{"netmask":"193.168.72.14/16"}"#, network("193.168.0.0", 16));
    check(r#"{"netmask":"2002:503:ba3e::2:30/64"}"#, network("2002:503:ba3e::", 64));
    check(r#"{"netmask":"192.0.2.7"}"#, network("192.0.2.7", 32));
    check(r#"{"netmask":"0.0.0.0/0"}"#, network("0.0.0.0", 0));
    check(r#"{"netmask":"::ffff:192.0.2.7/120"}"#, network("192.0.2.0", 24));
    check(r#"{"login":"goodie","ip":null,"x":[1]}"#, Key::Login("goodie".to_owned()));
    let pair = Key::LoginFromAddress {
        login: "goodie".to_owned(),
        address: "192.0.2.7".parse().expect("an address"),
    };
    check(r#"{"login":"goodie","ip":"192.0.2.7"}"#, pair);
}

#[test]
fn what_is_wrong_is_said_with_wforces_status() {
    let add = |keys: &str| refused(decode_add(&format!(r#"{{{keys},"expire_secs":10,"reason":"test"}}"#)));
    let no_entry = "Must provide at least one of login, ip or netmask".to_owned();
    assert_eq!(add(r#""x":1"#), (500, no_entry.clone()));
    assert_eq!(refused(decode_delete("{}")), (500, no_entry));
    assert_eq!(refused(decode_key("{}")), (400, "No ip or login field supplied".to_owned()));
    assert_eq!(refused(decode_key(r#"{"netmask":"192.0.2.0/24"}"#)).0, 400, "these know no netmask");
    for not_one in ["", "x", "192.0.2", "192.0.2.7/24", "localhost"] {
        assert_eq!(
            add(&format!(r#""ip":"{not_one}""#)),
            (500, "ip is not an IP address".to_owned()),
            "{not_one}"
        );
    }
    for not_one in
        ["", "192.0.2.0/33", "2001:db8::/129", "192.0.2.0/-1", "2001:503:ba3e/64", "::ffff:1.2.3.4/95"]
    {
        let told = add(&format!(r#""netmask":"{not_one}""#));
        assert_eq!(told, (500, "netmask is not an IP address or network".to_owned()), "{not_one}");
    }
    assert_eq!(add(r#""netmask":"192.0.2.0/24","login":"x""#).0, 500);
    assert_eq!(add(r#""netmask":"192.0.2.0/24","ip":"192.0.2.1""#).0, 500);
    assert_eq!(add(r#""ja3":"03456""#).0, 501, "an entry that nobody would look at");
    assert_eq!(add(r#""ja3":"03456","ip":"192.0.2.1""#).0, 501);
    assert_eq!(add(r#""login":"""#), (500, "login is empty or too long".to_owned()));
    assert_eq!(add(&format!(r#""login":"{}""#, "x".repeat(LOGIN_BYTES_MAX + 1))).0, 500);
    assert!(decode_delete(&format!(r#"{{"login":"{}"}}"#, "x".repeat(LOGIN_BYTES_MAX))).is_ok());
}

#[test]
fn end_and_reason_are_mandatory_and_bounded() {
    let add = |rest: &str| decode_add(&format!(r#"{{"login":"x"{rest}}}"#));
    assert_eq!(refused(add(r#","reason":"r""#)), (500, "Missing mandatory expire_secs field".to_owned()));
    assert_eq!(refused(add(r#","expire_secs":1"#)), (500, "Missing mandatory reason field".to_owned()));
    for outside in ["0", "-1", "4294967296"] {
        assert_eq!(refused(add(&format!(r#","expire_secs":{outside},"reason":"r""#))).0, 500, "{outside}");
    }
    for unreadable in ["1.5", "\"10\"", "99999999999999999999"] {
        assert_eq!(
            refused(add(&format!(r#","expire_secs":{unreadable},"reason":"r""#))).0,
            400,
            "{unreadable}"
        );
    }
    let longest = add(&format!(r#","expire_secs":4294967295,"reason":"{}""#, "r".repeat(REASON_BYTES_MAX)));
    assert_eq!(longest.expect("valid").expire_s, EXPIRE_S_MAX);
    assert_eq!(refused(add(r#","expire_secs":1,"reason":" ""#)).0, 500);
    let too_long = format!(r#","expire_secs":1,"reason":"{}""#, "r".repeat(REASON_BYTES_MAX + 1));
    assert_eq!(refused(add(&too_long)).0, 500);
}

/// Reliability G8: an array where a text is expected is no text (CVE-2023-7028 began with one).
#[test]
fn g8_a_value_of_the_wrong_type_is_refused_and_not_taken_for_empty() {
    for body in [
        "",
        "null",
        "[]",
        r#"{"login":["a","b"]}"#,
        r#"{"login":{"a":1}}"#,
        r#"{"login":7}"#,
        r#"{"login":"a","login":"b"}"#,
        r#"{"login":"a"}x"#,
    ] {
        assert_eq!(refused(decode_delete(body)).0, 400, "{body}");
    }
}

#[test]
fn a_time_is_written_as_wforce_writes_it() {
    let check = |unix_s, text: &str| assert_eq!(encode_time(unix_s), text);
    check(0, "1970-Jan-01 00:00:00");
    check(951_782_399, "2000-Feb-28 23:59:59");
    check(951_782_400, "2000-Feb-29 00:00:00");
    check(951_868_800, "2000-Mar-01 00:00:00");
    check(1_009_879_201, "2002-Jan-01 10:00:01");
    check(1_798_761_599, "2026-Dec-31 23:59:59");
    check(4_107_542_400, "2100-Mar-01 00:00:00");
    check(253_402_300_798, "9999-Dec-31 23:59:58");
    check(253_402_300_800, NO_END);
    check(i64::MAX, NO_END);
    check(i64::MIN, "1970-Jan-01 00:00:00");
}

#[test]
fn lists_and_counters_have_wforces_shape() {
    let entry =
        |key, expires_unix_s, reason: &str| EntryView { key, expires_unix_s, reason: reason.to_owned() };
    let pair = Key::LoginFromAddress { login: "a\"b".to_owned(), address: [192, 0, 2, 7].into() };
    let entries = [
        entry(network("192.0.2.7", 32), Some(1_009_879_201), "too many"),
        entry(Key::Login("goodie".to_owned()), None, ""),
        entry(pair.clone(), Some(0), "x"),
    ];
    assert_eq!(
        encode_entries(List::Block, &entries),
        concat!(
            r#"{"bl_entries":[{"expiration":"2002-Jan-01 10:00:01","ip":"192.0.2.7/32","reason":"too many"},"#,
            r#"{"expiration":"9999-Dec-31 23:59:59","login":"goodie","reason":""},"#,
            r#"{"expiration":"1970-Jan-01 00:00:00","iplogin":"192.0.2.7:a\"b","reason":"x"}]}"#
        )
    );
    assert_eq!(encode_entries(List::Allow, &[]), r#"{"wl_entries":[]}"#);
    let stats = KeyStats {
        key: network("192.0.2.7", 32),
        block: ListStanding { is_listed: true, reason: "why".to_owned(), expires_unix_s: Some(0) },
        allow: ListStanding::default(),
        stats: [("source", [("points", 7)].into())].into(),
    };
    assert_eq!(
        encode_key_stats(&stats),
        concat!(
            r#"{"blacklisted":true,"bl_reason":"why","bl_expire":"1970-Jan-01 00:00:00","ip":"192.0.2.7","#,
            r#""stats":{"source":{"points":7}},"whitelisted":false,"wl_reason":"","wl_expire":""}"#
        )
    );
    assert_eq!(pair.kind().stats_name(), "ip_login");
    let body = encode_server_stats(ServerStats { reports: 3, allows: 2, denieds: 1, uptime_s: 9 });
    let json: serde_json::Value = serde_json::from_slice(&body).expect("JSON");
    assert_eq!((&json["reports"], &json["allows"], &json["denieds"]), (&3.into(), &2.into(), &1.into()));
}

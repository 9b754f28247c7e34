//! The auth-policy codec at its edges; whole transcripts are in tests/it.

use super::*;
use crate::wforce::List;
use proptest::prelude::*;

#[test]
fn commands_are_found_in_both_url_forms_below_any_path() {
    let check = |path, query, command| assert_eq!(Command::of(path, query), command, "{path} {query:?}");
    check("/", Some("command=allow"), Some(Command::Allow));
    check("/command/allow", None, Some(Command::Allow));
    check("/mail/policy/command/report", None, Some(Command::Report));
    check("/mail/policy", Some("site=1&command=report"), Some(Command::Report));
    check("/command/ping", None, Some(Command::Ping));
    check("/command/allow", Some("command=report"), Some(Command::Report));
    check("/command/addBLEntry", None, Some(Command::Manage(Management::Add(List::Block))));
    check("/", Some("command=delWLEntry"), Some(Command::Manage(Management::Delete(List::Allow))));
    check("/", Some("command=syncDBs"), Some(Command::Foreign(Foreign::Replication)));
    check("/command/readyz", None, Some(Command::Ready));
    check("/readyz", None, Some(Command::Ready));
    check("/livez", None, Some(Command::Live));
    check("/stats", None, None);
    check("/x/readyz", None, None);
    check("/allow", None, None);
    check("/xcommand/allow", None, None);
    check("/", Some("command=allowed"), None);
    check("/", Some("command="), None);
    check("/", None, None);
    check("", None, None);
}

#[test]
fn answers_have_an_integer_status_and_a_string_message() {
    let check = |status, message: &str, body: &str| {
        assert_eq!(encode_answer(status, message), body.as_bytes());
        let json: serde_json::Value = serde_json::from_slice(&encode_answer(status, message)).expect("JSON");
        assert!(json["status"].is_i64() && json["msg"].is_string());
        assert_eq!(json["r_attrs"], serde_json::json!({}));
    };
    check(Status::GoOn, "", r#"{"status":0,"msg":"","r_attrs":{}}"#);
    check(Status::Refuse, "", r#"{"status":-1,"msg":"","r_attrs":{}}"#);
    check(Status::Wait { delay_s: 255 }, "", r#"{"status":255,"msg":"","r_attrs":{}}"#);
    check(Status::Refuse, "Say \"no\"\\", r#"{"status":-1,"msg":"Say \"no\"\\","r_attrs":{}}"#);
    check(Status::Refuse, "två\r\nrader", r#"{"status":-1,"msg":"tv?  rader","r_attrs":{}}"#);
}

#[test]
fn a_message_is_cut_at_its_limit() {
    let longest = "x".repeat(MESSAGE_BYTES_MAX);
    assert_eq!(
        encode_answer(Status::Refuse, &format!("{longest}y")),
        encode_answer(Status::Refuse, &longest)
    );
    assert_ne!(encode_answer(Status::Refuse, &longest[1..]), encode_answer(Status::Refuse, &longest));
}

#[test]
fn what_is_missing_null_or_unknown_is_read_as_empty() {
    assert_eq!(decode("{}").expect("valid"), Attempt::default());
    assert_eq!(
        decode(r#"{"login":null,"attrs":null,"success":null,"device_attrs":{"a":[1,{}]},"tls":"TLSv1.3"}"#)
            .expect("valid"),
        Attempt::default()
    );
}

#[test]
fn an_attribute_is_a_string_or_a_list_and_the_last_of_two_keys_counts() {
    let attempt = decode(
        r#"{"login":"first","login":"last","attrs":{"phase":["after","x"],"mech":[],"cred":"slot3","lport":143}}"#,
    )
    .expect("valid");
    assert_eq!(attempt.login, "last");
    assert_eq!((&*attempt.phase, &*attempt.mech, &*attempt.cred), ("after", "", "slot3"));
}

#[test]
fn what_is_not_an_attempt_is_refused() {
    for body in
        ["", "null", "[]", "7", "{", "{}x", r#"{"login":7}"#, r#"{"success":"yes"}"#, r#"{"attrs":"x"}"#]
    {
        assert!(decode(body).is_err(), "{body:?}");
    }
}

/// An IMAP client's `ID` reaches us as `device_id`: it must not make the attempt unreadable.
#[test]
fn a_clients_name_for_itself_never_spoils_the_body() {
    let text = readable(b"{\"device_id\":\"\xff\xfe\",\"login\":\"ana\"}");
    assert_eq!(decode(&text).expect("valid").login, "ana");
    let long = format!(r#"{{"device_id":"{}","login":"ana"}}"#, "ä".repeat(VALUE_BYTES_MAX));
    let attempt = decode(&long).expect("valid");
    assert_eq!(attempt.device_id, "ä".repeat(VALUE_BYTES_MAX / 2));
    assert_eq!(attempt.login, "ana");
}

#[test]
fn values_are_borrowed_unless_they_hold_escapes() {
    let attempt = decode(r#"{"login":"ana@ex.org","device_id":"\"name\""}"#).expect("valid");
    assert!(matches!(attempt.login, Cow::Borrowed("ana@ex.org")));
    assert_eq!(attempt.device_id, "\"name\"");
}

#[test]
fn every_failure_is_wforces_json() {
    for failure in [
        Failure::Unauthorized,
        Failure::BadBody,
        Failure::NoSuchCommand,
        Failure::WrongMethod,
        Failure::BodyTooLong,
        Failure::BodyTooSlow,
    ] {
        let json: serde_json::Value = serde_json::from_slice(&failure.body()).expect("JSON");
        assert_eq!(json["status"], "failure");
        assert!(json["reason"].is_string());
    }
}

proptest! {
    #[test]
    fn decoding_never_panics(body in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = decode(&readable(&body));
    }

    #[test]
    fn what_is_written_as_json_is_decoded(
        login in "\\PC{0,40}", device in any::<String>(), phase in "(after)?", success in any::<bool>(),
    ) {
        let body = serde_json::json!({
            "login": login, "device_id": device, "success": success, "attrs": { "phase": phase },
        }).to_string();
        let attempt = decode(&body).expect("valid");
        prop_assert_eq!(attempt.login, login);
        prop_assert_eq!(attempt.device_id, device);
        prop_assert_eq!(attempt.phase, phase);
        prop_assert_eq!(attempt.success, success);
    }
}

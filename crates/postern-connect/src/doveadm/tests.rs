//! What is read of Dovecot's answers, and what is never sent. The calls themselves are tested against a real Dovecot.

use super::*;

fn read(text: &str, commands: usize) -> Result<Vec<Outcome>, AgentError> {
    Ok(answer::read(text.as_bytes(), commands, "here")?.into_iter().map(|said| said.outcome).collect())
}

#[test]
fn answers_are_read_in_order_and_an_exit_code_is_one() {
    let text = r#"[["doveadmResponse",[{"result":"ana@lab.test"}],"0"],["error",{"type":"exitCode","exitCode":68},"1"],
        ["error",{"type":"unknownMethod"},"2"]]"#;
    let said = read(text, 3).expect("read");
    assert!(matches!(&said[0], Outcome::Rows(rows) if rows.len() == 1));
    assert_eq!(said[1..], [Outcome::Exit(EXIT_NOT_FOUND), Outcome::Failed("unknownMethod".to_owned())]);
}

#[test]
fn what_is_no_answer_is_an_error_and_no_success() {
    for text in [
        "",
        "{}",
        "[]",
        "[1]",
        r#"[["doveadmResponse",[],"7"]]"#,
        r#"[["doveadmResponse",{},"0"]]"#,
        r#"[["doveadmResponse",[1],"0"]]"#,
        r#"[["other",[],"0"]]"#,
        r#"[["doveadmResponse",[],"0"],["doveadmResponse",[],"1"]]"#,
    ] {
        assert!(matches!(read(text, 1), Err(AgentError::Broken { .. })), "{text}");
    }
}

#[test]
fn connections_of_one_place_are_one_row() {
    let row = |ip: &str| {
        let text = format!(r#"{{"username":"rob@contoso.com","service":"imap","pid":"1","ip":"{ip}"}}"#);
        let row: serde_json::Map<String, Value> = serde_json::from_str(&text).expect("JSON");
        answer::session(&row).expect("a session")
    };
    let mut sessions = Vec::new();
    for ip in ["127.0.0.2", "127.0.0.3", "127.0.0.2", ""] {
        add(&mut sessions, row(ip));
    }
    let counts: Vec<_> = sessions.iter().map(|row| (row.address, row.connections)).collect();
    let at = |last| Some(IpAddr::from([127, 0, 0, last]));
    assert_eq!(counts, [(at(2), 2), (at(3), 1), (None, 1)]);
}

#[test]
fn a_name_that_means_others_or_an_address_is_never_sent() {
    let check = |text: &str| nameable(&[AccountName::from_canonical(text.to_owned())]).is_ok();
    for text in ["*@contoso.com", "r?b@contoso.com", "10.0.0.1", "10.0.0.0/8", "4711", "::1", ""] {
        assert!(!check(text), "{text}");
    }
    for text in ["rob@contoso.com", "rob", "ada", "10.0.0.1@contoso.com", "r+b@contoso.com"] {
        assert!(check(text), "{text}");
    }
}

//! Transcripts: what real servers wrote, and what we read in it, as golden files.
//!
//! `transcripts/<codec>/<name>.in` holds the bytes of the wire, `<name>.out` what the codec makes of them. They
//! were captured from Postfix 3.7.11 and Dovecot 2.3.19.1 with the configurations of docs/operate, but for:
//! - the unauthenticated recipient, the client's id, the refusal after the right password, the unsupported
//!   variable and the stray HTTP, which are edited captures;
//! - `dovecot-2.4-…`, which nobody has captured: they follow its documentation and its source
//!   (`src/auth/auth-policy.c` and `auth-settings.c` of August 2026);
//! - `wforce-…` and everything in `wforce`, which follow weakforced 3.0.1: its README, its OpenAPI file and the
//!   requests of its regression suite;
//! - in `milter`, the mail with a login and Sendmail's way of writing, which are edited;
//! - `proxy_protocol`, which follow the specification's examples.
//!
//! `POSTERN_ACCEPT=1` writes the `.out` files anew; read the difference in review.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use postern_wire::auth_policy::Command;
use postern_wire::milter;
use postern_wire::proxy_protocol::Progress;
use postern_wire::wforce::{self, Management, ManagementError};
use postern_wire::{auth_policy, postfix_policy, proxy_protocol};

/// Calls `read` with each transcript of `codec` and compares what it tells with the golden file.
fn check(codec: &str, read: impl Fn(&[u8]) -> String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/transcripts").join(codec);
    let mut inputs: Vec<PathBuf> = std::fs::read_dir(&folder)
        .expect("the transcripts are part of the crate")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "in"))
        .collect();
    inputs.sort();
    assert!(inputs.len() >= 5, "the transcripts of {codec} are there");
    for input in inputs {
        let told = read(&std::fs::read(&input).expect("a readable file"));
        let golden = input.with_extension("out");
        if std::env::var_os("POSTERN_ACCEPT").is_some() {
            std::fs::write(&golden, &told).expect("a writable folder");
        }
        let expected = std::fs::read_to_string(&golden).unwrap_or_default();
        assert_eq!(told, expected, "{}", input.display());
    }
}

/// Reads a milter connection that arrives in two parts.
fn milter_connection(parts: [&[u8]; 2]) -> String {
    let mut told = String::new();
    let mut buffer = Vec::new();
    for part in parts {
        buffer.extend_from_slice(part);
        loop {
            match milter::decode(&buffer) {
                Ok(Some(decoded)) => {
                    writeln!(told, "{}", milter_command(&decoded.command)).expect("a String takes all");
                    let bytes = decoded.bytes;
                    buffer.drain(..bytes);
                }
                Ok(None) => break,
                Err(error) => {
                    writeln!(told, "closed: {error}").expect("a String takes all");
                    return told;
                }
            }
        }
    }
    told
}

fn milter_command(command: &milter::Command<'_>) -> String {
    use milter::Command;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    match command {
        Command::Macros { of, macros } => {
            let known = ["j", "i", "{auth_authen}"].map(|name| macros.get(name).map(text));
            format!("macros of {}: {known:?}", char::from(*of))
        }
        Command::Connect { address, port } => format!("connect {:?} port {port}", address.map(text)),
        Command::Mail { sender } => format!("mail {:?}", text(sender)),
        Command::Recipient { address } => format!("recipient {:?}", text(address)),
        Command::Header { name, value } => format!("header {:?} {:?}", text(name), text(value)),
        Command::Body(piece) => format!("body {:?}", text(piece)),
        Command::Other(code) => format!("other {:?}", char::from(*code)),
        Command::Negotiate { .. }
        | Command::EndOfMessage
        | Command::Abort
        | Command::Quit
        | Command::NextClient => format!("{command:?}"),
    }
}

#[test]
fn milter_transcripts_are_read_the_same_at_every_cut() {
    check("milter", |wire| {
        let whole = milter_connection([wire, b""]);
        for cut in 0..wire.len() {
            let (first, second) = wire.split_at(cut);
            assert_eq!(milter_connection([first, second]), whole, "cut at {cut}");
        }
        whole
    });
}

/// Reads a whole connection that arrives in two parts, the way the gate does: after each request its bytes go.
fn policy_connection(parts: [&[u8]; 2]) -> String {
    let mut told = String::new();
    let mut decoder = postfix_policy::Decoder::new();
    let mut buffer = Vec::new();
    for part in parts {
        buffer.extend_from_slice(part);
        loop {
            match decoder.decode(&buffer) {
                Ok(Some(decoded)) => {
                    writeln!(told, "{:#?}", decoded.request).expect("a String takes all");
                    let bytes = decoded.bytes;
                    buffer.drain(..bytes);
                }
                Ok(None) => break,
                Err(error) => {
                    writeln!(told, "closed: {error}").expect("a String takes all");
                    return told;
                }
            }
        }
    }
    writeln!(told, "left over: {} bytes", buffer.len()).expect("a String takes all");
    told
}

#[test]
fn postfix_requests_are_read_the_same_at_every_split() {
    check("postfix_policy", |wire| {
        let whole = policy_connection([wire, b""]);
        for split in 0..=wire.len() {
            assert_eq!(policy_connection([&wire[..split], &wire[split..]]), whole, "split at {split}");
        }
        whole
    });
}

#[test]
fn postfix_requests_are_read_the_same_one_byte_at_a_time() {
    check("postfix_policy", |wire| {
        let mut told = String::new();
        let mut decoder = postfix_policy::Decoder::new();
        let mut start = 0;
        for end in 1..=wire.len() {
            match decoder.decode(&wire[start..end]) {
                Ok(Some(decoded)) => {
                    writeln!(told, "{:#?}", decoded.request).expect("a String takes all");
                    start += decoded.bytes;
                }
                Ok(None) => {}
                Err(error) => {
                    writeln!(told, "closed: {error}").expect("a String takes all");
                    return told;
                }
            }
        }
        writeln!(told, "left over: {} bytes", wire.len() - start).expect("a String takes all");
        told
    });
}

/// A transcript is the request's method and target on the first line, then the body.
#[test]
fn dovecot_and_wforce_questions_are_read_and_no_part_of_a_body_is_a_question() {
    check("auth_policy", |wire| {
        let text = auth_policy::readable(wire);
        let (head, body) = text.split_once('\n').expect("a head and a body");
        let target = head.strip_prefix("POST ").expect("all of these are posted");
        let (path, query) = match target.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (target, None),
        };
        for end in 0..body.len() {
            assert!(auth_policy::decode(&body[..end]).is_err(), "the first {end} bytes are not a body");
        }
        let command = auth_policy::Command::of(path, query);
        format!("{command:?}\n{:#?}\n", auth_policy::decode(body).expect("a valid body"))
    });
}

/// What the gate makes of a management request, before anybody carries it out.
fn management(command: Command, body: &str) -> String {
    fn told(read: Result<impl std::fmt::Debug, ManagementError>) -> String {
        match read {
            Ok(read) => format!("{read:#?}"),
            Err(error) => format!("{} {error}", error.http_status()),
        }
    }
    match command {
        Command::Manage(Management::Add(_)) => told(wforce::decode_add(body)),
        Command::Manage(Management::Delete(_)) => told(wforce::decode_delete(body)),
        Command::Manage(Management::Reset | Management::GetDbStats) => told(wforce::decode_key(body)),
        Command::Manage(Management::Get(_)) => "no body".to_owned(),
        Command::Foreign(foreign) => format!("501 {}", foreign.reason()),
        other => panic!("{other:?} is no management command"),
    }
}

#[test]
fn wforces_own_examples_of_management_are_read_and_no_part_of_a_body_is_one() {
    check("wforce", |wire| {
        let text = auth_policy::readable(wire);
        let (head, body) = text.split_once('\n').expect("a head and a body");
        let (method, target) = head.split_once(' ').expect("a method and a target");
        let (path, query) = match target.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (target, None),
        };
        let Some(command) = Command::of(path, query) else {
            return format!("{method} no such command\n");
        };
        for end in (0..body.len()).filter(|end| body.is_char_boundary(*end)) {
            if let Command::Manage(Management::Add(_)) = command {
                assert!(wforce::decode_add(&body[..end]).is_err(), "the first {end} bytes are not a body");
            }
        }
        format!("{method} {command:?}\n{}\n", management(command, body))
    });
}

#[test]
fn a_proxys_header_is_read_from_its_last_byte_on() {
    check("proxy_protocol", |wire| {
        for end in 0..wire.len() {
            if let Ok(Progress::Whole(_)) = proxy_protocol::decode(&wire[..end]) {
                panic!("whole after {end} of {} bytes", wire.len());
            }
        }
        match proxy_protocol::decode(wire) {
            Ok(progress) => format!("{progress:#?}\n"),
            Err(error) => format!("closed: {error}\n"),
        }
    });
}

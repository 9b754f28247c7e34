//! What the API answered: one row for each command, in order, each with the rows or the exit code of doveadm.

use std::fmt;

use postern_engine::ports::{AgentError, MailSession};
use serde_json::{Map, Value};

/// Most rows of one command that are read. A user with more sessions is beyond what Dovecot lets in
/// (`mail_max_userip_connections` is 10 for each address).
const ROWS_MAX: usize = 10_000;
/// Most signs of what Dovecot said that are kept.
const SAID_CHARS_MAX: usize = 200;

/// One command's answer.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) outcome: Outcome,
}

/// How a command went.
#[derive(Debug, PartialEq)]
pub(super) enum Outcome {
    /// Its rows.
    Rows(Vec<Map<String, Value>>),
    /// doveadm ended with this code.
    Exit(i64),
    /// Another kind of failure, as Dovecot calls it.
    Failed(String),
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Outcome::Rows(rows) => write!(f, "{} rows", rows.len()),
            Outcome::Exit(75) => f.write_str("a failure that may pass (exit code 75); see Dovecot's log"),
            Outcome::Exit(code) => write!(f, "exit code {code}; see Dovecot's log"),
            Outcome::Failed(kind) => write!(f, "{kind}; see Dovecot's log"),
        }
    }
}

/// The answers of so many commands, in their order.
pub(super) fn read(bytes: &[u8], commands: usize, at: &str) -> Result<Vec<Said>, AgentError> {
    let broken = |problem: &str| AgentError::Broken { at: at.to_owned(), problem: problem.to_owned() };
    let value: Value = serde_json::from_slice(bytes).map_err(|error| broken(&error.to_string()))?;
    let Value::Array(answers) = value else { return Err(broken("not a list")) };
    if answers.len() != commands {
        return Err(broken("not one answer for each command"));
    }
    let one = |(number, answer): (usize, Value)| {
        said(answer, number).ok_or_else(|| broken("an answer that no version of Dovecot gives"))
    };
    answers.into_iter().enumerate().map(one).collect()
}

/// `["doveadmResponse", [{…}], "tag"]` or `["error", {"type": "exitCode", "exitCode": 68}, "tag"]`.
fn said(answer: Value, number: usize) -> Option<Said> {
    let Value::Array(mut parts) = answer else { return None };
    if parts.len() != 3 || parts[2].as_str()? != number.to_string() {
        return None;
    }
    let content = parts.swap_remove(1);
    let outcome = match parts[0].as_str()? {
        "doveadmResponse" => {
            let Value::Array(rows) = content else { return None };
            let row = |row| if let Value::Object(row) = row { Some(row) } else { None };
            Outcome::Rows(rows.into_iter().take(ROWS_MAX).map(row).collect::<Option<_>>()?)
        }
        "error" => match content.get("exitCode").and_then(Value::as_i64) {
            Some(code) => Outcome::Exit(code),
            None => {
                let kind = content.get("type").and_then(Value::as_str).unwrap_or("an error");
                Outcome::Failed(kind.chars().filter(|sign| !sign.is_control()).take(SAID_CHARS_MAX).collect())
            }
        },
        _ => return None,
    };
    Some(Said { outcome })
}

/// A row of `who` with connections apart. Every value is a text; the address stands in brackets in some versions.
pub(super) fn session(row: &Map<String, Value>) -> Option<MailSession> {
    let text = |key: &str| row.get(key).and_then(Value::as_str);
    let address = text("ip").or_else(|| text("ips")).unwrap_or_default();
    Some(MailSession {
        login: text("username")?.to_owned(),
        protocol: text("service").or_else(|| text("proto"))?.to_owned(),
        address: address.trim_matches(['(', ')']).parse().ok(),
        connections: text("connections").and_then(|count| count.parse().ok()).unwrap_or(1),
    })
}

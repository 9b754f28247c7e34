//! One line of an account's sign-in history in words, for pages and for the command line: where the source is on the
//! map, and what is to be said of the attempt.

use postern_core::restriction::{Evidence, EvidenceKind};
use postern_core::sign_in::{Lane, SignInRefusal};
use postern_core::time::Timestamp;
use postern_text::{TimeZone, Words, key};
use serde_json::Value;

use crate::api::v1::sign_ins::SignInLineView;
use crate::api::v1::time;

/// `SE, AS29518 Bredband2 AB, VPN`, or what of it is known.
pub fn place(line: &SignInLineView) -> String {
    let operator = line.asn.map(|asn| format!("AS{asn} {}", line.operator).trim_end().to_owned());
    let anonymity = line.anonymity.as_ref().map(|word| word.to_uppercase());
    let parts = [line.country.clone(), operator, anonymity];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Why it was refused or suspicious, and by which credential it was right.
pub fn details(words: &Words, zone: &TimeZone, line: &SignInLineView) -> String {
    let mut said = Vec::new();
    said.extend(refusal(&line.reasons).map(|refusal| words.sign_in_refusal(refusal, zone)));
    if line.reasons.get("phase").and_then(Value::as_str) == Some("after") {
        said.push(words.say(key::HISTORY_PASSWORD_WAS_RIGHT, &[]));
    }
    said.extend(evidence(words, line));
    if !line.credential.is_empty() {
        said.push(words.say(key::HISTORY_CREDENTIAL, &[("credential", (&line.credential).into())]));
    }
    said.join(" ")
}

fn refusal(reasons: &Value) -> Option<SignInRefusal> {
    let lane = reasons.get("lane").and_then(Value::as_str).and_then(Lane::from_code);
    let until = reasons.get("until").and_then(Value::as_i64).map(Timestamp::from_unix_s);
    SignInRefusal::from_parts(reasons.get("code")?.as_str()?, lane, until)
}

/// That a success was suspicious: only the kind is in the line, the numbers are in the audit.
fn evidence(words: &Words, line: &SignInLineView) -> Option<String> {
    let kind = EvidenceKind::from_code(line.reasons.get("evidence")?.as_str()?)?;
    if kind == EvidenceKind::SuccessAfterFailures {
        return Some(words.say(key::HISTORY_AFTER_FAILURES, &[]));
    }
    Some(words.evidence(&only_kind(kind, line)))
}

fn only_kind(kind: EvidenceKind, line: &SignInLineView) -> Evidence {
    let at = time::parse(&line.at.rfc3339).unwrap_or(Timestamp::from_unix_s(line.at.unix_s));
    Evidence { kind, points: 0, at, source: None, count: 1, region: None }
}

/// Whether two lines say the same of another moment.
pub fn is_alike(one: &SignInLineView, next: &SignInLineView) -> bool {
    let told = |line: &SignInLineView| (line.result.clone(), line.source.clone(), line.protocol.clone());
    let by = |line: &SignInLineView| (line.client.clone(), line.mechanism.clone(), line.credential.clone());
    told(one) == told(next) && by(one) == by(next) && one.reasons == next.reasons
}

//! What the gates decided lately about one account, as a table: decisions alike in a row are one line with a
//! count. Codes that a newer server writes are shown as they are.

use postern_core::compromise::Level;
use postern_core::decision::DecisionKind;
use postern_core::restriction::{Reason, ReasonArgument};
use postern_core::sign_in::{Lane, SignInRefusal};
use postern_core::time::Timestamp;
use postern_text::key;
use postern_web::api::v1::why::DecisionView;
use serde_json::Value;

use super::exit::Outcome;
use super::out;
use super::talk::Talk;

/// Most lines that are printed: what happened lately fits a screen, and `--json` has the rest.
const LINES_MAX: usize = 20;

/// Prints them, newest first; nothing where nothing was decided.
pub fn print(talk: &Talk, decisions: &[DecisionView]) -> Outcome {
    if decisions.is_empty() {
        return Ok(());
    }
    out::line("")?;
    out::line(&talk.label(key::CLI_WHY_DECISIONS))?;
    let head = [
        key::CLI_HEAD_WHEN,
        key::CLI_HEAD_TIMES,
        key::CLI_HEAD_SOURCE,
        key::CLI_HEAD_DECISION,
        key::CLI_HEAD_DETAILS,
    ];
    let rows = lines(decisions).filter_map(|alike| {
        let newest = alike.first()?;
        let (decision, cause) = said(talk, newest);
        let source = newest.source.clone().unwrap_or_default();
        Some([talk.time(&newest.at), alike.len().to_string(), source, decision, cause])
    });
    out::indented_table(head.map(|key| talk.label(key)), rows.collect())
}

/// Decisions alike in a row, counted together.
fn lines(decisions: &[DecisionView]) -> impl Iterator<Item = &[DecisionView]> {
    decisions.chunk_by(is_alike).take(LINES_MAX)
}

fn is_alike(one: &DecisionView, next: &DecisionView) -> bool {
    (&one.gate, &one.verdict, &one.source, &one.reasons)
        == (&next.gate, &next.verdict, &next.source, &next.reasons)
}

/// What was decided, and why.
fn said(talk: &Talk, view: &DecisionView) -> (String, String) {
    let Some(kind) = DecisionKind::from_codes(&view.gate, &view.verdict) else {
        return (format!("{} {}", view.gate, view.verdict), as_it_is(&view.reasons));
    };
    let cause = cause(talk, kind, view).unwrap_or_else(|| as_it_is(&view.reasons));
    (talk.words().decision(kind), cause)
}

/// Why, in a sentence; `None` when a newer server wrote something that we do not know.
fn cause(talk: &Talk, kind: DecisionKind, view: &DecisionView) -> Option<String> {
    let observed = |cause: String| format!("{} {cause}", talk.label(key::DECISION_OBSERVED));
    Some(match kind {
        DecisionKind::SignInRefused => talk.words().sign_in_refusal(refusal(&view.reasons)?, talk.zone()),
        DecisionKind::SignInWouldBeRefused => {
            observed(talk.words().sign_in_refusal(refusal(&view.reasons)?, talk.zone()))
        }
        DecisionKind::WrongPassword | DecisionKind::SameWrongPassword => {
            talk.label(match lane(&view.reasons)? {
                Lane::Unfamiliar => key::DECISION_FROM_UNFAMILIAR,
                Lane::Familiar => key::DECISION_FROM_FAMILIAR,
            })
        }
        DecisionKind::PreviousPassword => talk.label(key::DECISION_DEVICE),
        DecisionKind::SignedIn | DecisionKind::SendingPermitted if view.weight > 1 => {
            talk.say(key::DECISION_SAMPLED, &[("count", view.weight.into())])
        }
        DecisionKind::SignedIn | DecisionKind::SendingPermitted => String::new(),
        DecisionKind::SendingSlowed => talk.label(key::DECISION_SLOWED),
        DecisionKind::SendingWouldBeSlowed => talk.label(key::DECISION_OBSERVED),
        DecisionKind::SendingRestricted | DecisionKind::SendingProposed => {
            talk.words().restriction_reason(&crossing(&view.reasons)?)
        }
        DecisionKind::SendingWouldBeRestricted => {
            observed(talk.words().restriction_reason(&crossing(&view.reasons)?))
        }
        DecisionKind::SendingRefused if code(&view.reasons)? == BY_PERSON => {
            talk.label(key::DECISION_REFUSED_BY_PERSON)
        }
        DecisionKind::SendingRefused => talk.label(key::DECISION_REFUSED_BY_RULE),
        DecisionKind::AlertRaised => {
            let level = Level::from_code(view.reasons.get("level")?.as_str()?)?;
            let points = u8::try_from(view.reasons.get("points")?.as_u64()?).ok()?;
            talk.words().score(points, level)
        }
    })
}

/// The code of [`Reason::ByPerson`].
const BY_PERSON: &str = "by_person";

fn code(reasons: &Value) -> Option<&str> {
    reasons.get("code")?.as_str()
}

fn lane(reasons: &Value) -> Option<Lane> {
    Lane::from_code(reasons.get("lane")?.as_str()?)
}

fn refusal(reasons: &Value) -> Option<SignInRefusal> {
    let until = reasons.get("until").and_then(Value::as_i64).map(Timestamp::from_unix_s);
    SignInRefusal::from_parts(code(reasons)?, lane(reasons), until)
}

/// The limit that was crossed. The log has no texts, so a reason that needs one is none.
fn crossing(reasons: &Value) -> Option<Reason> {
    Reason::from_parts(code(reasons)?, |name| {
        let number = reasons.get(name)?.as_u64()?;
        u32::try_from(number).ok().map(ReasonArgument::Number)
    })
}

fn as_it_is(reasons: &Value) -> String {
    match reasons {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => reasons.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::tz::TimeZone;
    use postern_core::account::Language;
    use serde_json::json;

    fn decision(gate: &str, verdict: &str, reasons: Value) -> DecisionView {
        let (gate, verdict) = (gate.to_owned(), verdict.to_owned());
        let at = Timestamp::from_unix_s(1_795_492_396).into();
        DecisionView { at, gate, verdict, source: Some("203.0.113.66".to_owned()), reasons, weight: 1 }
    }

    fn in_english(view: &DecisionView) -> (String, String) {
        let (decision, cause) = said(&Talk::new(Language::En, TimeZone::UTC, false), view);
        (decision, cause.replace('\u{a0}', " "))
    }

    #[test]
    fn what_a_gate_logs_is_said_in_sentences() {
        let check = |gate, verdict, reasons, label: &str, cause: &str| {
            let said = in_english(&decision(gate, verdict, reasons));
            assert_eq!(said, (label.to_owned(), cause.to_owned()), "{gate} {verdict}");
        };
        check(
            "auth_policy",
            "refuse",
            json!({"code": "locked", "lane": "unfamiliar", "until": 1_795_492_396}),
            "Sign-in refused",
            "Sign-in is locked for unfamiliar sources until 24 November 2026 at 03:53.",
        );
        check(
            "auth_policy",
            "would_refuse",
            json!({"code": "blocked"}),
            "Sign-in would have been refused",
            "Observe mode: nothing was stopped. Sign-in is blocked.",
        );
        check(
            "auth_policy",
            "wrong_password",
            json!({"lane": "familiar"}),
            "Wrong password",
            "From a familiar source.",
        );
        check(
            "postfix_policy",
            "restrict",
            json!({"code": "cap_hour", "count": 501, "limit": 500}),
            "Sending restricted",
            "501 recipients in one hour. The fixed limit is 500.",
        );
        check(
            "postfix_policy",
            "refuse",
            json!({"code": "by_person"}),
            "Sending refused",
            "A person had restricted sending before.",
        );
    }

    #[test]
    fn codes_of_a_newer_server_are_shown_as_they_are() {
        let new_kind = decision("auth_policy", "challenge", json!({"code": "captcha"}));
        assert_eq!(
            in_english(&new_kind),
            ("auth_policy challenge".to_owned(), r#"{"code":"captcha"}"#.to_owned())
        );
        let new_reason = decision("auth_policy", "refuse", json!({"code": "weather"}));
        assert_eq!(
            in_english(&new_reason),
            ("Sign-in refused".to_owned(), r#"{"code":"weather"}"#.to_owned())
        );
    }

    #[test]
    fn only_decisions_alike_in_a_row_are_counted_together() {
        let wrong = decision("auth_policy", "wrong_password", json!({"lane": "familiar"}));
        let again = decision("auth_policy", "same_wrong_password", json!({"lane": "familiar"}));
        let elsewhere = DecisionView { source: Some("192.0.2.1".to_owned()), ..wrong.clone() };
        let stranger = DecisionView { reasons: json!({"lane": "unfamiliar"}), ..wrong.clone() };
        let all = [wrong.clone(), wrong.clone(), again, wrong.clone(), elsewhere, wrong, stranger];
        let counts: Vec<usize> = lines(&all).map(<[_]>::len).collect();
        assert_eq!(counts, [2, 1, 1, 1, 1, 1]);
    }

    #[test]
    fn no_more_lines_are_printed_than_fit_a_screen() {
        let one = |number: usize| decision("auth_policy", "refuse", json!({ "code": number.to_string() }));
        let all: Vec<DecisionView> = (0..LINES_MAX + 1).map(one).collect();
        assert_eq!(lines(&all[..LINES_MAX]).count(), LINES_MAX);
        assert_eq!(lines(&all).count(), LINES_MAX);
    }
}

//! What a row of the audit says happened, in a few words.

use postern_core::event::EventKind;
use postern_core::restriction::RestrictionKind;
use postern_engine::ports::AuditRow;
use postern_text::Words;
use serde_json::Value;

/// The event, and of a restriction what it is: `Sending restricted`, `Restriction lifted: Sign-in locked`. A row of a
/// newer version has no words here; its code says more than nothing.
pub fn event_words(words: &Words, row: &AuditRow) -> String {
    let Some(kind) = EventKind::from_code(&row.code) else { return row.code.clone() };
    let detail: Value = serde_json::from_str(&row.detail).unwrap_or_default();
    let restriction = detail.get("kind").and_then(Value::as_str).and_then(RestrictionKind::from_code);
    match (kind, restriction) {
        (EventKind::RestrictionStarted, Some(restriction)) => words.restriction_kind(restriction),
        (EventKind::RestrictionReleased | EventKind::RestrictionExpired, Some(restriction)) => {
            format!("{}: {}", words.event(kind), words.restriction_kind(restriction))
        }
        (kind, _) => words.event(kind),
    }
}

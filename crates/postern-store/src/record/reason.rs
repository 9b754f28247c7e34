//! Stored forms of why (`Reason`) and what was seen (`Evidence`).

use std::collections::BTreeMap;

use postern_core::geo::{Country, Region};
use postern_core::restriction::{Evidence, EvidenceKind, Reason, ReasonArgument};
use postern_core::time::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{RecordError, VERSION, code, from_text, to_text};

#[derive(Serialize, Deserialize)]
struct StoredReason {
    v: u8,
    code: String,
    args: BTreeMap<String, Argument>,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Argument {
    Number(u32),
    Text(String),
}

pub(crate) fn reason_to_text(reason: &Reason) -> String {
    let args = reason
        .arguments()
        .into_iter()
        .map(|(name, argument)| {
            let argument = match argument {
                ReasonArgument::Number(number) => Argument::Number(number),
                ReasonArgument::Text(text) => Argument::Text(text),
            };
            (name.to_owned(), argument)
        })
        .collect();
    to_text(&StoredReason { v: VERSION, code: reason.code().to_owned(), args })
}

pub(crate) fn reason_from_text(text: &str) -> Result<Reason, RecordError> {
    let stored: StoredReason = from_text(text)?;
    let argument = |name: &str| {
        stored.args.get(name).map(|argument| match argument {
            Argument::Number(number) => ReasonArgument::Number(*number),
            Argument::Text(text) => ReasonArgument::Text(text.clone()),
        })
    };
    Reason::from_parts(&stored.code, argument).ok_or_else(|| RecordError::unknown("reason", &stored.code))
}

#[derive(Serialize, Deserialize)]
struct StoredEvidences {
    v: u8,
    seen: Vec<StoredEvidence>,
}

#[derive(Serialize, Deserialize)]
struct StoredEvidence {
    kind: String,
    points: u8,
    at: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    count: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    country: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    asn: Option<u32>,
}

impl From<&Evidence> for StoredEvidence {
    fn from(evidence: &Evidence) -> Self {
        Self {
            kind: evidence.kind.code().to_owned(),
            points: evidence.points,
            at: evidence.at.unix_micros(),
            source: evidence.source.map(|network| network.to_string()),
            count: evidence.count,
            country: evidence.region.and_then(|region| region.country).map(|country| country.to_string()),
            asn: evidence.region.and_then(|region| region.asn),
        }
    }
}

impl TryFrom<StoredEvidence> for Evidence {
    type Error = RecordError;

    fn try_from(stored: StoredEvidence) -> Result<Self, RecordError> {
        let source = stored
            .source
            .map(|network| network.parse().map_err(|_| RecordError::unknown("network", network)))
            .transpose()?;
        let country = stored.country.map(|letters| code("country", &letters, Country::parse)).transpose()?;
        let region = Region { country, asn: stored.asn };
        Ok(Self {
            kind: code("evidence", &stored.kind, EvidenceKind::from_code)?,
            points: stored.points,
            at: Timestamp::from_unix_micros(stored.at),
            source,
            count: stored.count,
            region: (!region.is_unknown()).then_some(region),
        })
    }
}

pub(crate) fn evidence_to_text(seen: &[Evidence]) -> String {
    to_text(&StoredEvidences { v: VERSION, seen: seen.iter().map(StoredEvidence::from).collect() })
}

pub(crate) fn evidence_from_text(text: &str) -> Result<Vec<Evidence>, RecordError> {
    let stored: StoredEvidences = from_text(text)?;
    stored.seen.into_iter().map(Evidence::try_from).collect()
}

/// One observation as a value, for the detail of an audit row.
pub(super) fn evidence_to_value(evidence: &Evidence) -> Value {
    serde_json::to_value(StoredEvidence::from(evidence)).expect("texts and whole numbers only")
}

/// Why and what was seen, of the detail of an audit row; nothing of what this version cannot read.
pub(crate) fn seen_in_detail(detail: &str) -> (Option<Reason>, Vec<Evidence>) {
    let mut detail: Value = serde_json::from_str(detail).unwrap_or_default();
    let mut reason = detail["reason"].take();
    let reason = reason.as_object_mut().and_then(|members| {
        members.insert("v".to_owned(), VERSION.into());
        reason_from_text(&Value::Object(std::mem::take(members)).to_string()).ok()
    });
    let evidence = match detail["evidence"].take() {
        Value::Array(all) => all,
        Value::Null => Vec::new(),
        one => vec![one],
    };
    let read = |one| Evidence::try_from(serde_json::from_value::<StoredEvidence>(one).ok()?).ok();
    (reason, evidence.into_iter().filter_map(read).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use postern_core::restriction::NOTE_BYTES_MAX;
    use postern_core::sign_in::{Lane, SourceBlockCause};

    #[test]
    fn every_reason_reads_back() {
        let (count, limit, failures) = (u32::MAX, 30, 10);
        for reason in [
            Reason::WrongPasswords { lane: Lane::Unfamiliar, failures },
            Reason::WrongPasswords { lane: Lane::Familiar, failures },
            Reason::LaneClosed { lane: Lane::Unfamiliar, failures },
            Reason::LockedTooOften { lane: Lane::Familiar, locks: failures },
            Reason::NovelRecipientsHour { count, limit },
            Reason::NovelRecipientsDay { count, limit },
            Reason::RecipientsHour { count, limit },
            Reason::CapHour { count, limit },
            Reason::CapDay { count, limit },
            Reason::CompromiseScore { points: 95, limit: 80 },
            Reason::ByPerson { note: "seine Bitte: \"schließen\"\n\u{1F512}".to_owned() },
            Reason::ByPerson { note: "x".repeat(NOTE_BYTES_MAX) },
            Reason::ByPerson { note: "42".to_owned() },
            Reason::Contained { note: "spam at night".to_owned() },
            Reason::GuessingSource { cause: SourceBlockCause::Spray, count },
        ] {
            assert_eq!(reason_from_text(&reason_to_text(&reason)).ok(), Some(reason));
        }
    }

    #[test]
    fn every_kind_of_evidence_reads_back() {
        let seen: Vec<Evidence> = EvidenceKind::ALL
            .iter()
            .enumerate()
            .map(|(position, &kind)| Evidence {
                kind,
                points: 100,
                at: Timestamp::from_unix_micros(-1),
                source: (position % 2 == 0).then(|| "2001:db8::/64".parse().expect("a network")),
                count: 7,
                region: (position % 3 == 0)
                    .then(|| Region { country: Country::parse("SE"), asn: Some(29_518) }),
            })
            .collect();
        assert_eq!(evidence_from_text(&evidence_to_text(&seen)).ok(), Some(seen));
        assert_eq!(evidence_from_text(&evidence_to_text(&[])).ok(), Some(Vec::new()));
    }

    #[test]
    fn a_code_of_the_future_or_arguments_that_do_not_fit_are_an_error() {
        for text in [
            r#"{"v":1,"code":"moon_phase","args":{}}"#,
            r#"{"v":1,"code":"cap_day","args":{"count":1}}"#,
            r#"{"v":1,"code":"cap_day","args":{"count":"many","limit":1}}"#,
            r#"{"v":1,"code":"wrong_passwords","args":{"lane":"third","failures":1}}"#,
        ] {
            assert!(
                matches!(reason_from_text(text), Err(RecordError::Unknown { what: "reason", .. })),
                "{text}"
            );
        }
        let text = r#"{"v":1,"seen":[{"kind":"tea_leaves","points":1,"at":0,"count":1}]}"#;
        assert!(matches!(evidence_from_text(text), Err(RecordError::Unknown { what: "evidence", .. })));
    }
}

//! Stored form of what is kept of an attempt to sign in (`AttemptDetail`). Empty members are left out: there are many
//! of these rows.

use postern_core::geo::{Anonymity, Country, Location, Position, Region};
use postern_engine::ports::AttemptDetail;
use serde::{Deserialize, Serialize};

use super::{RecordError, VERSION, code, from_text, to_text};

#[derive(Serialize, Deserialize)]
struct StoredAttempt<'a> {
    v: u8,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    protocol: std::borrow::Cow<'a, str>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    client: std::borrow::Cow<'a, str>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    mechanism: std::borrow::Cow<'a, str>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    credential: std::borrow::Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    country: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    asn: Option<u32>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    operator: std::borrow::Cow<'a, str>,
    /// Latitude and longitude in hundredths of a degree, radius in km.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    position: Option<(i16, i16, u16)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    anonymity: Option<String>,
}

pub(crate) fn attempt_to_text(attempt: &AttemptDetail) -> String {
    let Location { region, position, anonymity } = attempt.location;
    to_text(&StoredAttempt {
        v: VERSION,
        protocol: (&*attempt.protocol).into(),
        client: (&*attempt.client).into(),
        mechanism: (&*attempt.mechanism).into(),
        credential: (&*attempt.credential).into(),
        country: region.country.map(|country| country.to_string()),
        asn: region.asn,
        operator: (&*attempt.operator).into(),
        position: position.map(Position::parts),
        anonymity: anonymity.map(|anonymity| anonymity.code().to_owned()),
    })
}

pub(crate) fn attempt_from_text(text: &str) -> Result<AttemptDetail, RecordError> {
    let stored: StoredAttempt<'_> = from_text_owned(text)?;
    let country = stored.country.map(|letters| code("country", &letters, Country::parse)).transpose()?;
    let anonymity =
        stored.anonymity.map(|anonymity| code("anonymity", &anonymity, Anonymity::from_code)).transpose()?;
    let position = stored.position.and_then(|(lat, lon, radius)| Position::from_parts(lat, lon, radius));
    Ok(AttemptDetail {
        protocol: stored.protocol.into_owned(),
        client: stored.client.into_owned(),
        mechanism: stored.mechanism.into_owned(),
        credential: stored.credential.into_owned(),
        location: Location { region: Region { country, asn: stored.asn }, position, anonymity },
        operator: stored.operator.into_owned(),
    })
}

fn from_text_owned(text: &str) -> Result<StoredAttempt<'static>, RecordError> {
    from_text(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_attempt_reads_back_and_an_empty_one_is_short() {
        let full = AttemptDetail {
            protocol: "imap".to_owned(),
            client: "Ærlig \"Mail\" 1".to_owned(),
            mechanism: "PLAIN".to_owned(),
            credential: "app1".to_owned(),
            location: Location {
                region: Region { country: Country::parse("SE"), asn: Some(u32::MAX) },
                position: Position::new(-58.41, 15.62, 76),
                anonymity: Some(Anonymity::Tor),
            },
            operator: "Bredband2 AB".to_owned(),
        };
        for attempt in [full, AttemptDetail::default()] {
            assert_eq!(attempt_from_text(&attempt_to_text(&attempt)).ok(), Some(attempt));
        }
        assert_eq!(attempt_to_text(&AttemptDetail::default()), r#"{"v":1}"#);
    }

    #[test]
    fn a_word_of_the_future_is_an_error_that_names_it() {
        let error = attempt_from_text(r#"{"v":1,"anonymity":"cloak"}"#).expect_err("not ours").to_string();
        assert!(error.contains("anonymity") && error.contains("cloak"), "{error}");
        assert!(matches!(attempt_from_text(r#"{"v":2}"#), Err(RecordError::Version(2))));
    }
}

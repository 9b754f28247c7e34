//! Reads an attempt's JSON by hand-written visitors: borrowed where the text has no escapes, the last of two
//! equal keys wins, `null` is empty, unknown keys of any shape are skipped. Derived readers refuse the second
//! and third, and a refusal would let the client in.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{Attempt, VALUE_BYTES_MAX};

pub(super) fn decode(body: &str) -> Result<Attempt<'_>, serde_json::Error> {
    let mut reader = serde_json::Deserializer::from_str(body);
    let attempt = reader.deserialize_map(AttemptVisitor)?;
    reader.end()?;
    Ok(attempt)
}

struct AttemptVisitor;

impl<'de> Visitor<'de> for AttemptVisitor {
    type Value = Attempt<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Attempt<'de>, A::Error> {
        let mut attempt = Attempt::default();
        while let Some(key) = map.next_key::<Key>()? {
            match key {
                Key::Login => attempt.login = map.next_value::<Text>()?.0,
                Key::Remote => attempt.remote = map.next_value::<Text>()?.0,
                Key::Pwhash => attempt.pwhash = map.next_value::<Text>()?.0,
                Key::Protocol => attempt.protocol = map.next_value::<Text>()?.0,
                Key::DeviceId => attempt.device_id = map.next_value::<Text>()?.0,
                Key::SessionId => attempt.session_id = map.next_value::<Text>()?.0,
                Key::FailType => attempt.fail_type = map.next_value::<Text>()?.0,
                Key::Success => attempt.success = map.next_value::<Flag>()?.0,
                Key::PolicyReject => attempt.policy_reject = map.next_value::<Flag>()?.0,
                Key::Attrs => {
                    let attributes = map.next_value::<Attributes>()?;
                    attempt.phase = attributes.phase;
                    attempt.cred = attributes.cred;
                    attempt.mech = attributes.mech;
                }
                Key::Phase | Key::Cred | Key::Mech | Key::Unknown => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(attempt)
    }
}

/// The keys of both objects.
enum Key {
    Login,
    Remote,
    Pwhash,
    Protocol,
    DeviceId,
    SessionId,
    FailType,
    Success,
    PolicyReject,
    Attrs,
    Phase,
    Cred,
    Mech,
    Unknown,
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeyVisitor;
        impl Visitor<'_> for KeyVisitor {
            type Value = Key;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_str<E: de::Error>(self, key: &str) -> Result<Key, E> {
                Ok(match key {
                    "login" => Key::Login,
                    "remote" => Key::Remote,
                    "pwhash" => Key::Pwhash,
                    "protocol" => Key::Protocol,
                    "device_id" => Key::DeviceId,
                    "session_id" => Key::SessionId,
                    "fail_type" => Key::FailType,
                    "success" => Key::Success,
                    "policy_reject" => Key::PolicyReject,
                    "attrs" => Key::Attrs,
                    "phase" => Key::Phase,
                    "cred" => Key::Cred,
                    "mech" => Key::Mech,
                    _ => Key::Unknown,
                })
            }
        }
        deserializer.deserialize_identifier(KeyVisitor)
    }
}

/// The attributes that a site adds in Dovecot's `auth_policy_request_attributes` as `attrs/…`.
#[derive(Default)]
struct Attributes<'a> {
    phase: Cow<'a, str>,
    cred: Cow<'a, str>,
    mech: Cow<'a, str>,
}

impl<'de> Deserialize<'de> for Attributes<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AttributesVisitor;
        impl<'de> Visitor<'de> for AttributesVisitor {
            type Value = Attributes<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of attributes")
            }

            fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
                Ok(Attributes::default())
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut attributes = Attributes::default();
                while let Some(key) = map.next_key::<Key>()? {
                    match key {
                        Key::Phase => attributes.phase = map.next_value::<Text>()?.0,
                        Key::Cred => attributes.cred = map.next_value::<Text>()?.0,
                        Key::Mech => attributes.mech = map.next_value::<Text>()?.0,
                        Key::Login
                        | Key::Remote
                        | Key::Pwhash
                        | Key::Protocol
                        | Key::DeviceId
                        | Key::SessionId
                        | Key::FailType
                        | Key::Success
                        | Key::PolicyReject
                        | Key::Attrs
                        | Key::Unknown => {
                            map.next_value::<IgnoredAny>()?;
                        }
                    }
                }
                Ok(attributes)
            }
        }
        deserializer.deserialize_any(AttributesVisitor)
    }
}

/// A value: a string, `null` (empty), or a list of strings, of which the first counts.
struct Text<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;
        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Text<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string or a list of strings")
            }

            fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Borrowed(cut(text))))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(cut(text).to_owned())))
            }

            fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
                Ok(Text(Cow::Borrowed("")))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                let first = list.next_element::<Text>()?;
                while list.next_element::<IgnoredAny>()?.is_some() {}
                Ok(first.unwrap_or(Text(Cow::Borrowed(""))))
            }
        }
        deserializer.deserialize_any(TextVisitor)
    }
}

/// A yes or no: a boolean, `null` (no), or the words in quotes, as wforce's own README sends them.
struct Flag(bool);

impl<'de> Deserialize<'de> for Flag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct FlagVisitor;
        impl Visitor<'_> for FlagVisitor {
            type Value = Flag;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("true or false")
            }

            fn visit_bool<E: de::Error>(self, flag: bool) -> Result<Flag, E> {
                Ok(Flag(flag))
            }

            fn visit_unit<E: de::Error>(self) -> Result<Flag, E> {
                Ok(Flag(false))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Flag, E> {
                match text {
                    "true" => Ok(Flag(true)),
                    "false" | "" => Ok(Flag(false)),
                    _ => Err(E::custom("neither true nor false")),
                }
            }
        }
        deserializer.deserialize_any(FlagVisitor)
    }
}

/// At most [`VALUE_BYTES_MAX`] bytes, cut between two characters.
fn cut(text: &str) -> &str {
    &text[..text.floor_char_boundary(VALUE_BYTES_MAX)]
}

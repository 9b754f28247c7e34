//! The stored form of a record: a version byte, then little-endian fields; kinds, networks and regions as their words.
//!
//! ```text
//! u8 version = 1
//! u32 restricted_s, u8 said (position in Level::ALL), u8 grace (0 none, 1 doubled, 2 quartered), u32 grace_until_s
//! u32 changed_s, u8 signals, each: word kind, u8 points, i64 at (unix micros), u32 count, word source, word country,
//! u32 asn (0: none), u8 said_points, u32 said_s;  word: u8 length, then so many bytes of ASCII
//! ```
//!
//! Reading is total: what does not fit is `None`, never a panic. A kind that a newer version wrote is passed over, and
//! the rest of the record holds.

use super::Level;
use super::record::{CompromiseRecord, Signal};
use super::signal::SIGNALS_MAX;
use crate::geo::{Country, Region};
use crate::outbound::Grace;
use crate::restriction::{Evidence, EvidenceKind};
use crate::time::Timestamp;

const VERSION: u8 = 1;

impl CompromiseRecord {
    /// The stored form; about 30 bytes and 35 more for each signal.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(64 + 48 * self.signals.len());
        bytes.push(VERSION);
        bytes.extend_from_slice(&self.restricted_s.to_le_bytes());
        bytes.push(self.said as u8);
        bytes.push(match self.grace {
            Grace::None => 0,
            Grace::Doubled => 1,
            Grace::Quartered => 2,
        });
        bytes.extend_from_slice(&self.grace_until_s.to_le_bytes());
        bytes.extend_from_slice(&self.changed_s.to_le_bytes());
        // At most SIGNALS_MAX.
        bytes.push(self.signals.len() as u8);
        for signal in &self.signals {
            let seen = &signal.evidence;
            put_word(&mut bytes, seen.kind.code());
            bytes.push(seen.points);
            bytes.extend_from_slice(&seen.at.unix_micros().to_le_bytes());
            bytes.extend_from_slice(&seen.count.to_le_bytes());
            put_word(&mut bytes, &seen.source.map(|source| source.to_string()).unwrap_or_default());
            let region = seen.region.unwrap_or_default();
            put_word(&mut bytes, &region.country.map(|country| country.to_string()).unwrap_or_default());
            bytes.extend_from_slice(&region.asn.unwrap_or(0).to_le_bytes());
            bytes.push(signal.said_points);
            bytes.extend_from_slice(&signal.said_s.to_le_bytes());
        }
        bytes
    }

    /// Reads the stored form back; `None` when it is not one that we wrote.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut rest = Rest(bytes);
        let [version] = rest.take()?;
        if version != VERSION {
            return None;
        }
        let restricted_s = rest.u32()?;
        let [said, grace] = rest.take()?;
        let said = *Level::ALL.get(usize::from(said))?;
        let grace = match grace {
            0 => Grace::None,
            1 => Grace::Doubled,
            2 => Grace::Quartered,
            _ => return None,
        };
        let (grace_until_s, changed_s) = (rest.u32()?, rest.u32()?);
        let [count] = rest.take()?;
        let mut signals = Vec::new();
        for _ in 0..count {
            let seen = rest.signal()?;
            if signals.len() < SIGNALS_MAX {
                signals.extend(seen);
            }
        }
        let record = Self { signals, said, restricted_s, grace, grace_until_s, changed_s };
        rest.0.is_empty().then_some(record)
    }
}

fn put_word(bytes: &mut Vec<u8>, word: &str) {
    // Codes and networks are shorter than this by far.
    let length = word.len().min(usize::from(u8::MAX));
    bytes.push(length as u8);
    bytes.extend_from_slice(&word.as_bytes()[..length]);
}

/// What has not been read yet.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*taken)
    }

    fn u32(&mut self) -> Option<u32> {
        self.take().map(u32::from_le_bytes)
    }

    fn word(&mut self) -> Option<&'a str> {
        let [length] = self.take()?;
        let (word, rest) = self.0.split_at_checked(usize::from(length))?;
        self.0 = rest;
        std::str::from_utf8(word).ok()
    }

    /// One signal; `None` inside when a newer version wrote its kind.
    fn signal(&mut self) -> Option<Option<Signal>> {
        let kind = EvidenceKind::from_code(self.word()?);
        let [points] = self.take()?;
        let at = Timestamp::from_unix_micros(self.take().map(i64::from_le_bytes)?);
        let count = self.u32()?;
        let source = match self.word()? {
            "" => None,
            network => Some(network.parse().ok()?),
        };
        let country = match self.word()? {
            "" => None,
            letters => Some(Country::parse(letters)?),
        };
        let asn = Some(self.u32()?).filter(|&asn| asn != 0);
        let region = Region { country, asn };
        let region = (!region.is_unknown()).then_some(region);
        let ([said_points], said_s) = (self.take()?, self.u32()?);
        Some(kind.map(|kind| Signal {
            evidence: Evidence { kind, points, at, source, count, region },
            said_points,
            said_s,
        }))
    }
}

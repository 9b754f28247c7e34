//! The stored form of sign-in records: a version byte, then little-endian fields of fixed size.
//!
//! Tags of passwords and attempts in flight are never stored. Bytes that another version wrote, or that are cut
//! off, read as nothing: a counter that starts anew is better than one that lies.

use super::Lane;
use super::familiar::{Familiarity, Known, PLACES_KEPT};
use super::lane::LaneRecord;
use super::record::AccountRecord;
use super::source::SourceRecord;
use super::spray::SprayRecord;
use crate::address::ClientNetwork;

/// The version that this code writes, and the only one that it reads.
const VERSION: u8 = 1;

/// Longest stored form of an account: version, two lanes of 15, three numbers of 4, two counts, 16 entries of 8.
pub const ACCOUNT_BYTES_MAX: usize = 1 + 2 * 15 + 3 * 4 + 2 + 2 * PLACES_KEPT * 8;

/// The stored form of an account.
pub fn write_account(record: &AccountRecord, familiarity: Option<&Familiarity>) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(ACCOUNT_BYTES_MAX);
    bytes.push(VERSION);
    for &lane in Lane::ALL {
        let lane = record.lane(lane);
        bytes.extend(lane.failures.to_le_bytes());
        bytes.extend(lane.last_s.to_le_bytes());
        bytes.extend(lane.until_s.to_le_bytes());
        bytes.extend(lane.consecutive.to_le_bytes());
        bytes.push(lane.state);
    }
    if let Some(familiarity) = familiarity {
        bytes.extend(familiarity.last_success_s.to_le_bytes());
        bytes.extend(familiarity.last_unfamiliar_s.to_le_bytes());
        bytes.extend(familiarity.credit_taken.to_le_bytes());
        for entries in [&familiarity.units, &familiarity.neighbourhoods] {
            let known = entries.iter().filter(|known| known.last_day != 0);
            bytes.push(known.clone().count() as u8);
            for known in known {
                bytes.extend(known.source.to_le_bytes());
                bytes.extend(known.last_day.to_le_bytes());
                bytes.extend(known.first.to_le_bytes());
            }
        }
    }
    bytes
}

/// Reads what [`write_account`] wrote. The record has no key yet.
pub fn read_account(bytes: &[u8]) -> Option<(AccountRecord, Option<Familiarity>)> {
    let mut reader = Reader(bytes);
    if reader.u8()? != VERSION {
        return None;
    }
    let mut record = AccountRecord::new(0);
    for &lane in Lane::ALL {
        *record.lane_mut(lane) = LaneRecord {
            failures: reader.amount()?,
            last_s: reader.u32()?,
            until_s: reader.u32()?,
            consecutive: reader.u16()?,
            state: reader.u8()?,
            in_flight: 0,
        };
    }
    if reader.0.is_empty() {
        return Some((record, None));
    }
    let mut familiarity = Familiarity {
        last_success_s: reader.u32()?,
        last_unfamiliar_s: reader.u32()?,
        credit_taken: reader.amount()?,
        ..Familiarity::default()
    };
    for entries in [&mut familiarity.units, &mut familiarity.neighbourhoods] {
        let count = usize::from(reader.u8()?);
        for entry in entries.get_mut(..count)? {
            *entry = Known { source: reader.u32()?, last_day: reader.u16()?, first: reader.u16()? };
        }
    }
    reader.0.is_empty().then_some((record, Some(familiarity)))
}

/// The version of a source's stored form. Version 1 had no counts of names and accounts, and a wider week.
const SOURCE_VERSION: u8 = 2;
/// Length of a source's stored form.
const SOURCE_BYTES: usize = 57;

/// The stored form of a source; its network is the key beside it.
pub fn write_source(record: &SourceRecord) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(SOURCE_BYTES);
    bytes.push(SOURCE_VERSION);
    bytes.extend(record.accounts[0].to_le_bytes());
    bytes.extend(record.accounts[1].to_le_bytes());
    bytes.extend(record.points.to_le_bytes());
    bytes.extend(record.last_s.to_le_bytes());
    bytes.extend(record.blocked_until_s.to_le_bytes());
    bytes.push(record.week);
    bytes.push(record.level());
    for half_hour in record.tried {
        bytes.extend(half_hour.to_le_bytes());
    }
    for minutes in record.names {
        bytes.extend(minutes.to_le_bytes());
    }
    bytes.extend(record.succeeded);
    bytes
}

/// Reads what [`write_source`] wrote; `None` also for a network that is never scored.
pub fn read_source(network: ClientNetwork, bytes: &[u8]) -> Option<SourceRecord> {
    let is_scored = match network.first() {
        std::net::IpAddr::V4(_) => matches!(network.prefix_bits(), 32 | 24),
        std::net::IpAddr::V6(_) => matches!(network.prefix_bits(), 64 | 48),
    };
    let mut reader = Reader(bytes);
    let version = reader.u8()?;
    if !is_scored || !(1..=SOURCE_VERSION).contains(&version) {
        return None;
    }
    let mut record = SourceRecord::new(network);
    record.accounts = [reader.u64()?, reader.u64()?];
    record.points = reader.amount()?;
    record.last_s = reader.u32()?;
    record.blocked_until_s = reader.u32()?;
    record.week = reader.u8()?;
    if version == 1 {
        // The high half of the week; five years back it was as well the same.
        reader.u8()?;
    }
    record.set_level(reader.u8()?);
    if version == SOURCE_VERSION {
        record.tried = [reader.u64()?, reader.u64()?];
        record.names = [reader.u32()?, reader.u32()?];
        record.succeeded = reader.array()?;
    }
    reader.0.is_empty().then_some(record)
}

/// The version of the site's stored past.
const SPRAY_VERSION: u8 = 1;

/// The stored form of the site's past and of a spray that goes on.
pub fn write_spray(record: &SprayRecord) -> Vec<u8> {
    let mut bytes = vec![SPRAY_VERSION];
    bytes.extend(record.mean.to_le_bytes());
    bytes.extend(record.variance.to_le_bytes());
    bytes.extend(record.hours.to_le_bytes());
    for number in [record.hour, record.most, record.since_s, record.threshold, record.worst, record.looked_s]
    {
        bytes.extend(number.to_le_bytes());
    }
    bytes
}

/// Reads what [`write_spray`] wrote. A mode that was on is held until the counts have come back.
pub fn read_spray(bytes: &[u8]) -> Option<SprayRecord> {
    let mut reader = Reader(bytes);
    if reader.u8()? != SPRAY_VERSION {
        return None;
    }
    let mut record = SprayRecord {
        mean: reader.amount()?,
        variance: reader.amount()?,
        hours: reader.u16()?,
        hour: reader.u32()?,
        most: reader.u32()?,
        since_s: reader.u32()?,
        threshold: reader.u32()?,
        worst: reader.u32()?,
        looked_s: reader.u32()?,
        held_until_s: 0,
    };
    record.hold();
    reader.0.is_empty().then_some(record)
}

/// Reads little-endian numbers off the front.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (front, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*front)
    }

    fn u8(&mut self) -> Option<u8> {
        self.array().map(u8::from_le_bytes)
    }

    fn u16(&mut self) -> Option<u16> {
        self.array().map(u16::from_le_bytes)
    }

    fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    fn u64(&mut self) -> Option<u64> {
        self.array().map(u64::from_le_bytes)
    }

    /// A number of failures or points: finite and not negative, or the record is refused.
    fn amount(&mut self) -> Option<f32> {
        self.array().map(f32::from_le_bytes).filter(|amount| amount.is_finite() && *amount >= 0.0)
    }
}

//! What an account's successes looked like on the map, and what a further one says: a region it never came from, a
//! journey no aeroplane makes, many countries or addresses within a day.
//!
//! A **region** is a network operator in a country. It is *earned* by three successes on three days; from then on it
//! is an ordinary part of the account's life, and nothing that comes from there is ever evidence. An account that
//! has earned none yet (its first days) gives none either, and what it came from then stays ordinary. So the owner with one phone at home and one on the
//! mobile network, the traveller who has been there before and everybody who shares a mailbox make no noise, and a
//! thief who comes from elsewhere is seen at the first success. An earned region also speaks a little for an attempt
//! ([`super::Vouch::Region`]), and never makes it familiar.
//!
//! Nothing here acts: evidence has points, and what follows from their sum is decided elsewhere. This file does not
//! know where the map comes from, and without a map it is never asked.

use super::familiar::day_of;
use crate::address::ClientNetwork;
use crate::geo::{Country, Location, Position, Region};
use crate::policy::SignInPolicy;
use crate::restriction::{Evidence, EvidenceKind};
use crate::time::Timestamp;

/// Regions that an account is remembered to have come from: home, office, phone, and a few journeys.
pub const REGIONS_KEPT: usize = 6;
/// Foreign countries of the last 24 hours that are told apart: with home, one more than the highest threshold.
const COUNTRIES_KEPT: usize = 6;

/// Successes, and days with a success, that earn a region (signin reference, c.4).
const EARNED_SUCCESSES: u8 = 3;
const EARNED_DAYS: u8 = 3;

/// An aeroplane with its ways to and from the airports is slower (checklist G3).
const SPEED_MAX_KM_PER_H: f64 = 1_000.0;
/// Below this distance, uncertainties taken off, databases err more than people travel.
const TRAVEL_KM_MIN: u32 = 500;
/// Home and two foreign countries; home and five (checklist G3).
const COUNTRIES_MANY: u32 = 3;
const COUNTRIES_TOO_MANY: u32 = 6;
/// Addresses outside earned regions within a day (checklist G3).
const ADDRESSES_MANY: f32 = 20.0;

/// Points (checklist G3).
const POINTS_NEW_REGION: u8 = 15;
const POINTS_TRAVEL: u8 = 30;
const POINTS_MANY_COUNTRIES: u8 = 40;
const POINTS_TOO_MANY_COUNTRIES: u8 = 100;
const POINTS_MANY_ADDRESSES: u8 = 100;

const HOUR_S: u32 = 3_600;

/// A success on the map.
#[derive(Clone, Copy, Debug)]
pub struct Arrival {
    /// The unit that it came from.
    pub source: ClientNetwork,
    /// Where that is.
    pub location: Location,
    /// It is suspicious for another reason already, so nothing is learned from it.
    pub is_suspicious: bool,
    /// When.
    pub at: Timestamp,
}

/// One region, 12 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
struct KnownRegion {
    /// Zero: not known.
    asn: u32,
    /// Zeros: not known.
    country: [u8; 2],
    /// Day of the last success, days since 1970 plus one; zero is a free entry.
    last_day: u16,
    days: u8,
    /// Successes, counted to 127; the top bit is [`FROM_FIRST_DAYS`].
    successes: u8,
}

/// The account came from there before it had earned any region: the people who share a mailbox, or a new phone.
const FROM_FIRST_DAYS: u8 = 0x80;

impl KnownRegion {
    fn is_of(self, region: Region) -> bool {
        self.last_day != 0 && self.asn == asn_of(region) && self.country == letters_of(region.country)
    }

    fn is_earned(self, policy: &SignInPolicy, now_s: u32) -> bool {
        let age_days = u64::from(day_of(now_s).saturating_sub(self.last_day));
        self.days >= EARNED_DAYS
            && self.successes & !FROM_FIRST_DAYS >= EARNED_SUCCESSES
            && age_days <= policy.familiar_days
    }

    fn succeeded(&mut self, now_s: u32) {
        let today = day_of(now_s);
        if today > self.last_day {
            self.days = self.days.saturating_add(1);
            self.last_day = today;
        }
        if self.successes & !FROM_FIRST_DAYS < !FROM_FIRST_DAYS {
            self.successes += 1;
        }
    }

    /// Nothing that comes from there is evidence.
    fn is_ordinary(self, policy: &SignInPolicy, now_s: u32) -> bool {
        self.successes & FROM_FIRST_DAYS != 0 || self.is_earned(policy, now_s)
    }
}

/// A foreign country and when it was seen last, in hours since 1970 (as many bits as are kept).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
struct SeenCountry {
    letters: [u8; 2],
    hour: u16,
}

/// What is remembered of an account's successes, 120 bytes: of a million accounts 115 MiB, and only where the site has
/// a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Travels {
    regions: [KnownRegion; REGIONS_KEPT],
    countries: [SeenCountry; COUNTRIES_KEPT],
    /// Addresses outside earned regions on `addresses_day`: linear counting in 64 bits.
    addresses: u64,
    /// Where the last success was whose place is known; nowhere while `last_s` is zero.
    last_position: (i16, i16, u16),
    addresses_day: u16,
    last_s: u32,
}

const _: () = assert!(size_of::<Travels>() == 120, "docs/operate/places.md says so");

impl Travels {
    /// Whether the account earned this region.
    pub fn knows(&self, region: Region, policy: &SignInPolicy, now: Timestamp) -> bool {
        let now_s = now.unix_s_u32();
        !region.is_unknown()
            && self.regions.iter().any(|known| known.is_of(region) && known.is_earned(policy, now_s))
    }

    /// Whether the account earned any region.
    pub fn is_settled(&self, policy: &SignInPolicy, now: Timestamp) -> bool {
        let now_s = now.unix_s_u32();
        self.regions.iter().any(|known| known.is_earned(policy, now_s))
    }

    /// Learns a success and says what it tells. Most tell nothing.
    pub fn arrived(&mut self, arrival: &Arrival, policy: &SignInPolicy) -> Vec<Evidence> {
        let region = arrival.location.region;
        if region.is_unknown() {
            return Vec::new();
        }
        let now_s = arrival.at.unix_s_u32();
        let is_first_today = !self.regions.iter().any(|k| k.is_of(region) && k.last_day >= day_of(now_s));
        let mut seen = Vec::new();
        let is_ordinary = self.regions.iter().any(|k| k.is_of(region) && k.is_ordinary(policy, now_s));
        if self.is_settled(policy, arrival.at) && !is_ordinary {
            self.look_at_region(arrival, &mut seen);
            if is_first_today {
                self.look_at_journey(arrival, &mut seen);
            }
            self.look_at_countries(arrival, policy, &mut seen);
            self.look_at_addresses(arrival, &mut seen);
        }
        if !arrival.is_suspicious {
            self.learn(region, policy, now_s);
        }
        // A tunnel's exit says nothing about where its user is.
        if let (Some(position), None) = (arrival.location.position, arrival.location.anonymity) {
            self.last_position = position.parts();
            self.last_s = now_s;
        }
        seen
    }

    fn look_at_region(&self, arrival: &Arrival, seen: &mut Vec<Evidence>) {
        if self.regions.iter().any(|known| known.is_of(arrival.location.region)) {
            return;
        }
        seen.push(evidence(EvidenceKind::NewRegion, POINTS_NEW_REGION, 1, arrival));
        if arrival.location.anonymity.is_some() {
            seen.push(evidence(EvidenceKind::AnonymousSource, 0, 1, arrival));
        }
    }

    fn look_at_journey(&self, arrival: &Arrival, seen: &mut Vec<Evidence>) {
        let (latitude, longitude, radius) = self.last_position;
        let before = Position::from_parts(latitude, longitude, radius).filter(|_| self.last_s != 0);
        let here = arrival.location.position.filter(|_| arrival.location.anonymity.is_none());
        let (Some(before), Some(here)) = (before, here) else { return };
        let km = before.at_least_km_from(here);
        let hours = f64::from(arrival.at.unix_s_u32().saturating_sub(self.last_s)) / f64::from(HOUR_S);
        if km >= TRAVEL_KM_MIN && f64::from(km) > SPEED_MAX_KM_PER_H * hours {
            seen.push(evidence(EvidenceKind::Travel, POINTS_TRAVEL, km, arrival));
        }
    }

    fn look_at_countries(&mut self, arrival: &Arrival, policy: &SignInPolicy, seen: &mut Vec<Evidence>) {
        let now_s = arrival.at.unix_s_u32();
        let Some(country) = arrival.location.region.country else { return };
        let letters = country.letters();
        if self.regions.iter().any(|k| k.country == letters && k.is_ordinary(policy, now_s)) {
            return;
        }
        let hour = (now_s / HOUR_S) as u16;
        let is_lately = |seen: &SeenCountry| seen.letters != [0; 2] && hour.wrapping_sub(seen.hour) < 24;
        if let Some(again) = self.countries.iter_mut().find(|seen| seen.letters == letters && is_lately(seen))
        {
            again.hour = hour;
            return;
        }
        // One that is out of date, else the one that was seen longest ago.
        let oldest =
            self.countries.iter_mut().max_by_key(|seen| (!is_lately(seen), hour.wrapping_sub(seen.hour)));
        if let Some(oldest) = oldest {
            *oldest = SeenCountry { letters, hour };
        }
        let foreign = self.countries.iter().filter(|seen| is_lately(seen)).count() as u32;
        let points = match 1 + foreign {
            COUNTRIES_MANY => POINTS_MANY_COUNTRIES,
            COUNTRIES_TOO_MANY => POINTS_TOO_MANY_COUNTRIES,
            _ => return,
        };
        seen.push(evidence(EvidenceKind::ManyCountries, points, 1 + foreign, arrival));
    }

    fn look_at_addresses(&mut self, arrival: &Arrival, seen: &mut Vec<Evidence>) {
        let today = day_of(arrival.at.unix_s_u32());
        if self.addresses_day != today {
            (self.addresses, self.addresses_day) = (0, today);
        }
        let before = counted(self.addresses);
        self.addresses |= 1 << (spread(arrival.source) % 64);
        let now = counted(self.addresses);
        if before <= ADDRESSES_MANY && now > ADDRESSES_MANY {
            let count = now.round() as u32;
            seen.push(evidence(EvidenceKind::ManyAddresses, POINTS_MANY_ADDRESSES, count, arrival));
        }
    }

    fn learn(&mut self, region: Region, policy: &SignInPolicy, now_s: u32) {
        if let Some(known) = self.regions.iter_mut().find(|known| known.is_of(region)) {
            known.succeeded(now_s);
            return;
        }
        let is_settled = self.regions.iter().any(|known| known.is_earned(policy, now_s));
        // What is earned goes last, so that a thief on the move does not push home out.
        let least = self.regions.iter_mut().min_by_key(|k| (k.is_earned(policy, now_s), k.last_day, k.days));
        if let Some(least) = least {
            let (asn, country) = (asn_of(region), letters_of(region.country));
            let successes = if is_settled { 0 } else { FROM_FIRST_DAYS };
            *least = KnownRegion { asn, country, successes, ..KnownRegion::default() };
            least.succeeded(now_s);
        }
    }
}

fn evidence(kind: EvidenceKind, points: u8, count: u32, arrival: &Arrival) -> Evidence {
    let (at, source, region) = (arrival.at, Some(arrival.source), Some(arrival.location.region));
    Evidence { kind, points, at, source, count, region }
}

const fn asn_of(region: Region) -> u32 {
    match region.asn {
        Some(asn) => asn,
        None => 0,
    }
}

const fn letters_of(country: Option<Country>) -> [u8; 2] {
    match country {
        Some(country) => country.letters(),
        None => [0; 2],
    }
}

/// Linear counting: n = m ln(m / zeros), Whang and others 1990. Near twenty of 64 bits it errs by two or three.
fn counted(bits: u64) -> f32 {
    64.0 * (64.0 / bits.count_zeros().max(1) as f32).ln()
}

/// A hash of a network (FNV-1a). Not keyed: whoever chooses addresses that fall together only hides that they are many.
fn spread(network: ClientNetwork) -> u64 {
    let fold = |hash: u64, &byte: &u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
    let hash = network.key_bytes().iter().fold(0xCBF2_9CE4_8422_2325, fold);
    hash ^ (hash >> 32)
}

/// The version of the stored form that this code writes, and the only one that it reads.
const VERSION: u8 = 1;
/// Length of the stored form: version, then every field, little-endian.
pub const TRAVELS_BYTES: usize = 1 + REGIONS_KEPT * 10 + COUNTRIES_KEPT * 4 + 8 + 6 + 2 + 4;

impl Travels {
    /// The stored form.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(TRAVELS_BYTES);
        bytes.push(VERSION);
        for known in &self.regions {
            bytes.extend(known.asn.to_le_bytes());
            bytes.extend(known.country);
            bytes.extend(known.last_day.to_le_bytes());
            bytes.extend([known.days, known.successes]);
        }
        for seen in &self.countries {
            bytes.extend(seen.letters);
            bytes.extend(seen.hour.to_le_bytes());
        }
        bytes.extend(self.addresses.to_le_bytes());
        let (latitude, longitude, radius) = self.last_position;
        bytes.extend(latitude.to_le_bytes());
        bytes.extend(longitude.to_le_bytes());
        bytes.extend(radius.to_le_bytes());
        bytes.extend(self.addresses_day.to_le_bytes());
        bytes.extend(self.last_s.to_le_bytes());
        bytes
    }

    /// Reads [`Travels::to_bytes`] back; `None` for what another version wrote or what is cut off.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let bytes: &[u8; TRAVELS_BYTES] = bytes.try_into().ok()?;
        let mut rest = match bytes.split_first()? {
            (&VERSION, rest) => rest,
            (_, _) => return None,
        };
        let mut travels = Self::default();
        for known in &mut travels.regions {
            *known = KnownRegion {
                asn: u32::from_le_bytes(take(&mut rest)?),
                country: take(&mut rest)?,
                last_day: u16::from_le_bytes(take(&mut rest)?),
                days: u8::from_le_bytes(take(&mut rest)?),
                successes: u8::from_le_bytes(take(&mut rest)?),
            };
        }
        for seen in &mut travels.countries {
            *seen = SeenCountry { letters: take(&mut rest)?, hour: u16::from_le_bytes(take(&mut rest)?) };
        }
        travels.addresses = u64::from_le_bytes(take(&mut rest)?);
        let latitude = i16::from_le_bytes(take(&mut rest)?);
        let longitude = i16::from_le_bytes(take(&mut rest)?);
        travels.last_position = (latitude, longitude, u16::from_le_bytes(take(&mut rest)?));
        travels.addresses_day = u16::from_le_bytes(take(&mut rest)?);
        travels.last_s = u32::from_le_bytes(take(&mut rest)?);
        Some(travels)
    }
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (front, behind) = rest.split_first_chunk::<N>()?;
    *rest = behind;
    Some(*front)
}

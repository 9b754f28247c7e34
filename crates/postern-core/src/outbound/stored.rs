//! The stored form of a record: a version byte, then little-endian fields.
//!
//! ```text
//! u8 version = 2
//! u32 first_seen_s, u32 messages, u8 grace (0 none, 1 doubled, 2 quartered), u32 grace_until_s, u8 is_slow
//! u8 age (0 unknown, 1 new, 2 old), u32 messages_before      not in version 1
//! u32 at_s, f32 novel_hour, novel_day, recipients_hour, recipients_day, distinct_hour
//! u32 day, f32 peak_today, f32 peak_learned
//! u32 hour, 8 x u64 recipients of the hour
//! u32 opened_s, u16 contacts, filter;  u8 older (0..=3), each: u32 closed_s, filter
//! filter: u16 number of words (16, 64 or 256), then so many u64
//! ```
//!
//! Reading is total: what does not fit is `None`, never a panic, and no number read may allocate more than a
//! filter. A record of a version that we do not know is `None` too: the account starts anew.

use crate::outbound::Grace;
use crate::outbound::known::{Closed, Filter, KnownRecipients, OLDER_MAX};
use crate::outbound::peak::Peak;
use crate::outbound::record::{Age, SendingRecord};
use crate::outbound::tally::{Tally, ThisHour};

const VERSION: u8 = 2;
/// Without the account's age: whoever it was written for has been known since.
const VERSION_WITHOUT_AGE: u8 = 1;
/// Words of the largest filter.
const WORDS_MAX: usize = 256;

impl SendingRecord {
    /// The stored form.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(512);
        bytes.push(VERSION);
        let (known, tally, peak) = (&self.known, &self.tally, &self.peak);
        put_u32(&mut bytes, self.first_seen_s);
        put_u32(&mut bytes, self.messages);
        bytes.push(grace_code(self.grace));
        put_u32(&mut bytes, self.grace_until_s);
        bytes.push(u8::from(self.is_slow));
        bytes.push(age_code(self.age));
        put_u32(&mut bytes, self.messages_before);
        put_u32(&mut bytes, tally.at_s);
        for counter in [
            tally.novel_hour,
            tally.novel_day,
            tally.recipients_hour,
            tally.recipients_day,
            tally.distinct_hour,
        ] {
            bytes.extend_from_slice(&counter.to_le_bytes());
        }
        put_u32(&mut bytes, peak.day);
        bytes.extend_from_slice(&peak.today.to_le_bytes());
        bytes.extend_from_slice(&peak.learned.to_le_bytes());
        put_u32(&mut bytes, self.this_hour.hour);
        put_words(&mut bytes, &self.this_hour.bits);
        put_u32(&mut bytes, known.opened_s);
        bytes.extend_from_slice(&known.contacts.to_le_bytes());
        put_filter(&mut bytes, &known.current);
        // At most OLDER_MAX.
        bytes.push(known.older.len() as u8);
        for closed in &known.older {
            put_u32(&mut bytes, closed.closed_s);
            put_filter(&mut bytes, &closed.filter);
        }
        bytes
    }

    /// Reads the stored form back; `None` when it is not one that we wrote.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut rest = Rest(bytes);
        let version = rest.u8()?;
        if version != VERSION && version != VERSION_WITHOUT_AGE {
            return None;
        }
        let (first_seen_s, messages) = (rest.u32()?, rest.u32()?);
        let (grace, grace_until_s) = (grace_from(rest.u8()?)?, rest.u32()?);
        let is_slow = rest.u8()? == 1;
        let (age, messages_before) = if version == VERSION_WITHOUT_AGE {
            (Age::New, messages)
        } else {
            (age_from(rest.u8()?)?, rest.u32()?)
        };
        let tally = Tally {
            at_s: rest.u32()?,
            novel_hour: rest.counter()?,
            novel_day: rest.counter()?,
            recipients_hour: rest.counter()?,
            recipients_day: rest.counter()?,
            distinct_hour: rest.counter()?,
        };
        let peak = Peak { day: rest.u32()?, today: rest.counter()?, learned: rest.counter()? };
        let mut this_hour = ThisHour { hour: rest.u32()?, ..ThisHour::default() };
        for word in &mut this_hour.bits {
            *word = rest.u64()?;
        }
        let (opened_s, contacts, current) = (rest.u32()?, rest.u16()?, rest.filter()?);
        let count = usize::from(rest.u8()?);
        if count > OLDER_MAX {
            return None;
        }
        let mut older = Vec::with_capacity(count);
        for _ in 0..count {
            older.push(Closed { closed_s: rest.u32()?, filter: rest.filter()? });
        }
        let known = KnownRecipients { current, contacts, opened_s, older };
        rest.0.is_empty().then_some(Self {
            known,
            tally,
            this_hour,
            peak,
            first_seen_s,
            messages,
            grace,
            grace_until_s,
            is_slow,
            age,
            messages_before,
        })
    }
}

fn grace_code(grace: Grace) -> u8 {
    match grace {
        Grace::None => 0,
        Grace::Doubled => 1,
        Grace::Quartered => 2,
    }
}

fn grace_from(code: u8) -> Option<Grace> {
    match code {
        0 => Some(Grace::None),
        1 => Some(Grace::Doubled),
        2 => Some(Grace::Quartered),
        _ => None,
    }
}

fn age_code(age: Age) -> u8 {
    match age {
        Age::Unknown => 0,
        Age::New => 1,
        Age::Old => 2,
    }
}

fn age_from(code: u8) -> Option<Age> {
    match code {
        0 => Some(Age::Unknown),
        1 => Some(Age::New),
        2 => Some(Age::Old),
        _ => None,
    }
}

fn put_u32(bytes: &mut Vec<u8>, number: u32) {
    bytes.extend_from_slice(&number.to_le_bytes());
}

fn put_words(bytes: &mut Vec<u8>, words: &[u64]) {
    for word in words {
        bytes.extend_from_slice(&word.to_le_bytes());
    }
}

fn put_filter(bytes: &mut Vec<u8>, filter: &Filter) {
    // At most WORDS_MAX.
    bytes.extend_from_slice(&(filter.words().len() as u16).to_le_bytes());
    put_words(bytes, filter.words());
}

/// What has not been read yet.
struct Rest<'a>(&'a [u8]);

impl Rest<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*taken)
    }

    fn u8(&mut self) -> Option<u8> {
        self.take::<1>().map(|[byte]| byte)
    }

    fn u16(&mut self) -> Option<u16> {
        self.take().map(u16::from_le_bytes)
    }

    fn u32(&mut self) -> Option<u32> {
        self.take().map(u32::from_le_bytes)
    }

    fn u64(&mut self) -> Option<u64> {
        self.take().map(u64::from_le_bytes)
    }

    /// A counter is finite and not negative.
    fn counter(&mut self) -> Option<f32> {
        self.take().map(f32::from_le_bytes).filter(|counter| counter.is_finite() && *counter >= 0.0)
    }

    fn filter(&mut self) -> Option<Filter> {
        let words = usize::from(self.u16()?);
        if words > WORDS_MAX {
            return None;
        }
        let mut read = [0; WORDS_MAX];
        for word in &mut read[..words] {
            *word = self.u64()?;
        }
        Filter::from_words(&read[..words])
    }
}

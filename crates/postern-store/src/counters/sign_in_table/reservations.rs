//! Attempts that are being verified: who may not be counted twice and must not be forgotten.
//!
//! All reservations of an account share one hash, so that they lie together: an account has at most a few
//! dozen, and finding the ones that ran out must not need a second index.

use hashbrown::HashTable;
use postern_core::sign_in::Lane;
use postern_core::spread::spread;

/// One kind of attempt in flight, 24 bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reservation {
    key: u64,
    attempt_hash: u64,
    expires_s: u32,
    /// Two attempts look alike when they share session, source and password (SMTP brings no session).
    count: u16,
    lane: Lane,
    /// Whether it still counts in its lane. An unlock lets attempts in flight go on, uncounted.
    is_counted: bool,
}

const _: () = assert!(size_of::<Reservation>() == 24);

impl Reservation {
    /// Whether it ran out. One that would last longer than any that begins now was made before the clock was
    /// set back: it must not hold its place for as long as the clock was ahead.
    fn has_expired(&self, reservation_s: u32, now_s: u32) -> bool {
        // At the end of 32 bits, in 2106, the table's time stands still and nothing runs out any more.
        (self.expires_s <= now_s && now_s < u32::MAX) || self.expires_s > now_s.saturating_add(reservation_s)
    }
}

/// The reservations of one shard.
pub(super) struct Reservations {
    table: HashTable<Reservation>,
    max: usize,
}

impl Reservations {
    pub(super) fn new(max: usize) -> Self {
        Self { table: HashTable::new(), max: max.max(1) }
    }

    pub(super) fn bytes(&self) -> usize {
        self.table.allocation_size()
    }

    /// Whether one more fits. A quarter is kept for familiar places, so that strangers cannot take it all.
    pub(super) fn has_room(&self, lane: Lane) -> bool {
        let max = match lane {
            Lane::Familiar => self.max,
            Lane::Unfamiliar => self.max - self.max / 4,
        };
        self.table.len() < max
    }

    /// Keeps a reservation until it is taken, or until `expires_s`.
    pub(super) fn keep(&mut self, hash: u64, key: u64, attempt_hash: u64, lane: Lane, expires_s: u32) {
        let same = self.table.find_mut(hash, |r| {
            r.key == key && r.attempt_hash == attempt_hash && r.lane == lane && r.is_counted
        });
        if let Some(same) = same {
            same.count = same.count.saturating_add(1);
            same.expires_s = same.expires_s.max(expires_s);
            return;
        }
        let fresh = Reservation { key, attempt_hash, expires_s, count: 1, lane, is_counted: true };
        self.table.insert_unique(hash, fresh, |r| spread(r.key));
    }

    /// The lane that an attempt holds a reservation in.
    pub(super) fn held(&self, hash: u64, key: u64, attempt_hash: u64) -> Option<Lane> {
        self.table.find(hash, |r| r.key == key && r.attempt_hash == attempt_hash).map(|r| r.lane)
    }

    /// Takes one reservation of an attempt; the lane, and whether it still counts there.
    pub(super) fn take(&mut self, hash: u64, key: u64, attempt_hash: u64) -> Option<(Lane, bool)> {
        let mut entry =
            self.table.find_entry(hash, |r| r.key == key && r.attempt_hash == attempt_hash).ok()?;
        let taken = *entry.get();
        if taken.count > 1 {
            entry.get_mut().count -= 1;
        } else {
            entry.remove();
        }
        Some((taken.lane, taken.is_counted))
    }

    /// Takes one that ran out, of this account.
    pub(super) fn take_expired(
        &mut self,
        hash: u64,
        key: u64,
        reservation_s: u32,
        now_s: u32,
    ) -> Option<(Lane, u16, bool)> {
        let is_it = |r: &Reservation| r.key == key && r.has_expired(reservation_s, now_s);
        let entry = self.table.find_entry(hash, is_it).ok()?;
        let (expired, _) = entry.remove();
        Some((expired.lane, expired.count, expired.is_counted))
    }

    /// An account with one that ran out, if there is any: for sweeping a full table.
    pub(super) fn keys_expired(&self, reservation_s: u32, now_s: u32) -> Vec<u64> {
        self.table.iter().filter(|r| r.has_expired(reservation_s, now_s)).map(|r| r.key).collect()
    }

    /// The account's attempts in flight count no more.
    pub(super) fn stop_counting(&mut self, hash: u64, key: u64) {
        for reservation in self.table.iter_hash_mut(hash) {
            if reservation.key == key {
                reservation.is_counted = false;
            }
        }
    }

    /// Drops the account's reservations.
    pub(super) fn forget(&mut self, hash: u64, key: u64) {
        while let Ok(entry) = self.table.find_entry(hash, |r| r.key == key) {
            entry.remove();
        }
    }
}

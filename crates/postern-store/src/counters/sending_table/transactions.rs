//! Joins the requests of one message: how many recipients were named before its end.
//!
//! Postfix tells the recipient only at RCPT and the true number only at END-OF-MESSAGE; `instance` is the same
//! in both (outbound reference, finding 5). A message may be given up without a word, so the table has a fixed
//! size: sets of four, one cache line each, where a new message takes a free or the oldest place. A message
//! whose place was taken, or that lasts longer than ten minutes, has its recipients counted once more, for the
//! caps only.

/// How long a message may take from its last recipient to its end, seconds.
const EXPIRY_S: u32 = 600;
/// Places of one set: 64 bytes.
const WAYS: usize = 4;
/// Sets of one shard: with 64 shards 65,536 messages at once.
const SETS: usize = 256;

#[derive(Clone, Copy, Default)]
struct Transaction {
    instance_hash: u64,
    /// Recipients let through; 0 is a free place.
    named: u32,
    /// Unix seconds of the last one.
    at_s: u32,
}

/// The messages in flight of one shard's accounts.
pub(super) struct Transactions {
    sets: Box<[[Transaction; WAYS]]>,
}

impl Transaction {
    fn is_of(&self, instance_hash: u64, now_s: u32) -> bool {
        self.named > 0 && self.instance_hash == instance_hash && now_s.abs_diff(self.at_s) <= EXPIRY_S
    }
}

impl Transactions {
    pub(super) fn new() -> Self {
        Self { sets: vec![[Transaction::default(); WAYS]; SETS].into() }
    }

    /// A recipient of the message was let through.
    pub(super) fn named(&mut self, instance_hash: u64, now_s: u32) {
        let set = self.set(instance_hash);
        if let Some(known) = set.iter_mut().find(|place| place.is_of(instance_hash, now_s)) {
            known.named = known.named.saturating_add(1);
            known.at_s = now_s;
            return;
        }
        let age = |place: &Transaction| if place.named == 0 { u32::MAX } else { now_s.abs_diff(place.at_s) };
        if let Some(oldest) = set.iter_mut().max_by_key(|place| age(place)) {
            *oldest = Transaction { instance_hash, named: 1, at_s: now_s };
        }
    }

    /// The message is complete: how many of its recipients were named. Its place is free again.
    pub(super) fn complete(&mut self, instance_hash: u64, now_s: u32) -> u32 {
        self.set(instance_hash)
            .iter_mut()
            .find(|place| place.is_of(instance_hash, now_s))
            .map_or(0, |place| std::mem::take(place).named)
    }

    pub(super) fn bytes(&self) -> usize {
        size_of_val(&*self.sets)
    }

    fn set(&mut self, instance_hash: u64) -> &mut [Transaction; WAYS] {
        &mut self.sets[(instance_hash >> 32) as usize % SETS]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recipients_of_one_message_are_joined_once() {
        let mut transactions = Transactions::new();
        for _ in 0..3 {
            transactions.named(7, 100);
        }
        transactions.named(8, 100);
        assert_eq!(transactions.complete(7, 110), 3);
        assert_eq!(transactions.complete(7, 110), 0, "instances may come again");
        assert_eq!(transactions.complete(8, 110), 1);
        assert_eq!(transactions.complete(9, 110), 0);
    }

    #[test]
    fn a_message_is_forgotten_after_ten_minutes() {
        let mut transactions = Transactions::new();
        transactions.named(7, 100);
        transactions.named(8, 100);
        assert_eq!(transactions.complete(7, 700), 1);
        assert_eq!(transactions.complete(8, 701), 0);
    }

    #[test]
    fn a_full_set_gives_up_its_oldest_message() {
        let mut transactions = Transactions::new();
        for instance in 0..5 {
            transactions.named(instance, 100 + instance as u32);
        }
        assert_eq!(transactions.complete(0, 110), 0);
        for instance in 1..5 {
            assert_eq!(transactions.complete(instance, 110), 1, "{instance}");
        }
        assert_eq!(SETS * WAYS * 64, 65_536);
    }
}

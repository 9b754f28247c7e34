//! Questions to passkeys that wait for their answer. Each is good once, for the browser that it was asked in, for
//! [`QUESTION_LIFE`]; how many wait is bounded, in all and per place, and whoever asks more loses his own oldest first.
//!
//! In memory alone: after a restart the button is pressed again.

use std::collections::HashMap;

use parking_lot::Mutex;
use postern_core::ids::{AccountId, AdmissionId, SessionId};
use postern_core::time::{Span, Timestamp};
use postern_core::token::SecretHash;

use crate::password::Password;
use crate::ports::Entropy;
use crate::ports::passkeys::QuestionState;
use crate::secret;

/// How long a question waits: what Web Authentication recommends for people who have to find their key (section 15.1),
/// and what the browser is told.
pub const QUESTION_LIFE: Span = Span::from_minutes(5);
/// Most questions that wait, about 4 MiB.
pub const QUESTIONS_MAX: usize = 4_096;
/// Most of them from one place: an office behind one address, at the same five minutes.
pub const QUESTIONS_OF_PLACE_MAX: usize = 16;

/// What a question was asked for.
pub(super) enum Purpose {
    /// Signing in with the passkey alone.
    SignIn,
    /// Signing in with a password before; whose it was, if it was right.
    AfterPassword(Option<AccountId>),
    /// Confirming to be there.
    Proof(SessionId),
    /// A further passkey with this name.
    Another(SessionId, String),
    /// The first one, by an invitation, under this name. A password that is to be set waits with it.
    Invited(AdmissionId, String, Option<Password>),
}

/// A question that waits.
pub(super) struct Waiting {
    hash: SecretHash,
    since: Timestamp,
    /// Later ones have higher numbers, also within the same microsecond.
    number: u64,
    place: String,
    pub(super) purpose: Purpose,
    pub(super) state: QuestionState,
}

/// All that wait.
#[derive(Default)]
pub(super) struct Questions {
    waiting: Mutex<Table>,
}

#[derive(Default)]
struct Table {
    rows: HashMap<u64, Waiting>,
    last_number: u64,
}

impl Questions {
    /// Keeps one; the text that its browser brings back with the answer.
    pub(super) fn keep(
        &self,
        place: String,
        purpose: Purpose,
        state: QuestionState,
        now: Timestamp,
        entropy: &dyn Entropy,
    ) -> String {
        let id = entropy.next_u64();
        let (text, hash) = secret::mint(&format!("{id:016x}"), entropy);
        let mut table = self.waiting.lock();
        table.rows.retain(|_, row| now.since(row.since) < QUESTION_LIFE);
        table.make_room(&place);
        table.last_number += 1;
        let number = table.last_number;
        table.rows.insert(id, Waiting { hash, since: now, number, place, purpose, state });
        text
    }

    /// Takes the one out whose text this is: nobody else finds it afterwards.
    pub(super) fn take(&self, text: &str, now: Timestamp) -> Option<Waiting> {
        let (id, shown) = secret::read(text)?;
        let id = u64::from_str_radix(id, 16).ok()?;
        let mut table = self.waiting.lock();
        if !table.rows.get(&id).is_some_and(|row| secret::is_same(row.hash, shown)) {
            return None;
        }
        table.rows.remove(&id).filter(|row| now.since(row.since) < QUESTION_LIFE)
    }

    #[cfg(test)]
    fn len(&self) -> usize {
        self.waiting.lock().rows.len()
    }
}

impl Table {
    /// The oldest of the place goes when it has its share, and the oldest of all when the table is full.
    fn make_room(&mut self, place: &str) {
        let own = self.rows.values().filter(|row| row.place == place).count();
        let oldest = if own >= QUESTIONS_OF_PLACE_MAX {
            self.oldest(|row| row.place == place)
        } else if self.rows.len() >= QUESTIONS_MAX {
            self.oldest(|_| true)
        } else {
            None
        };
        if let Some(oldest) = oldest {
            self.rows.remove(&oldest);
        }
    }

    fn oldest(&self, is_meant: impl Fn(&Waiting) -> bool) -> Option<u64> {
        let meant = self.rows.iter().filter(|(_, row)| is_meant(row));
        meant.min_by_key(|(_, row)| row.number).map(|(id, _)| *id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU64, Ordering};

    #[derive(Default)]
    struct Counting(AtomicU64);

    impl Entropy for Counting {
        fn fill(&self, bytes: &mut [u8]) {
            let next = self.0.fetch_add(1, Ordering::Relaxed).to_le_bytes();
            for (byte, next) in bytes.iter_mut().zip(next.iter().cycle()) {
                *byte = *next;
            }
        }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_unix_s(second)
    }

    #[test]
    fn a_question_is_good_once_for_five_minutes_and_for_whoever_has_its_text() {
        let (questions, entropy) = (Questions::default(), Counting::default());
        let keep =
            |now| questions.keep("a".to_owned(), Purpose::SignIn, QuestionState::new(()), now, &entropy);
        let first = keep(at(0));
        let second = keep(at(1));
        let (id, _) = first.split_once('_').expect("two parts");
        let (_, other_secret) = second.split_once('_').expect("two parts");
        assert!(questions.take(&format!("{id}_{other_secret}"), at(2)).is_none(), "another's secret");
        assert!(questions.take(&first, at(299)).is_some());
        assert!(questions.take(&first, at(299)).is_none(), "a second time");
        assert!(questions.take(&second, at(301)).is_none(), "too late");
        assert!(questions.take("", at(2)).is_none() && questions.take("x_y", at(2)).is_none());
    }

    #[test]
    fn whoever_asks_too_much_loses_his_own_oldest_question_and_the_table_stays_within_its_limit() {
        let (questions, entropy) = (Questions::default(), Counting::default());
        let keep = |place: &str| {
            questions.keep(place.to_owned(), Purpose::SignIn, QuestionState::new(()), at(0), &entropy)
        };
        let honest = keep("honest");
        let floods: Vec<String> = (0..=QUESTIONS_OF_PLACE_MAX).map(|_| keep("flood")).collect();
        assert_eq!(questions.len(), 1 + QUESTIONS_OF_PLACE_MAX);
        assert!(questions.take(&floods[0], at(1)).is_none(), "its oldest");
        assert!(questions.take(&floods[1], at(1)).is_some(), "and no other");
        assert!(questions.take(&honest, at(1)).is_some(), "nobody else's");
        for number in 0..QUESTIONS_MAX + 10 {
            keep(&number.to_string());
        }
        assert_eq!(questions.len(), QUESTIONS_MAX);
    }
}

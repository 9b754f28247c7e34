//! Codes that were mailed, and what is counted of the way back. In memory, bounded; whoever fills it pushes out what is
//! oldest, which is his own.

use std::collections::HashMap;
use std::hash::Hash;

use parking_lot::Mutex;
use postern_core::address::ClientNetwork;
use postern_core::help_request::HELP_OF_SOURCE;
use postern_core::ids::AccountId;
use postern_core::recovery::{
    Allowance, Begun, CODE_LIFE, DAY, FLOW_LIFE, HOUR, MAILS_OF_ACCOUNT, NAMES_OF_SOURCE, RecoveryMethod,
    TRIES_OF_ACCOUNT, TRIES_OF_CODE, TRIES_OF_SOURCE,
};
use postern_core::time::Timestamp;

use crate::ports::AccountKey;
use crate::secret;

/// Most rows of one table, about 5 MiB: whoever wants to push out one row within its day needs as many addresses.
const ROWS_MAX: usize = 65_536;
/// When a table is full, one of so many goes, the oldest.
const PUSHED_OUT_SHARE: usize = 16;

/// A code that was mailed.
struct MailedCode {
    seal: [u8; 32],
    expires: Timestamp,
    /// In places that the account does not know, and in those that it knows.
    tries: [u32; 2],
}

/// The counts of one account: in places that it knows, or in all others.
type OfAccount = (AccountId, bool);
/// The same, of one kind of proof.
type OfProof = (AccountId, bool, RecoveryMethod);

/// Everything that is remembered of ways back.
pub(crate) struct RecoveryDesk {
    started: Timestamp,
    codes: Mutex<HashMap<AccountId, MailedCode>>,
    begun: Mutex<Rows<(AccountId, ClientNetwork), Begun>>,
    names: Mutex<Rows<ClientNetwork, Allowance>>,
    tries_of_source: Mutex<Rows<ClientNetwork, Allowance>>,
    help_of_source: Mutex<Rows<ClientNetwork, Allowance>>,
    tries_of_account: Mutex<Rows<OfProof, Allowance>>,
    /// The same of names that nobody has, so that these push out no account.
    tries_of_nobody: Mutex<Rows<OfProof, Allowance>>,
    mails: Mutex<Rows<OfAccount, Allowance>>,
    /// When an account's password was set, or its way back came to its end: what began before is void.
    done: Mutex<HashMap<AccountId, Timestamp>>,
}

impl RecoveryDesk {
    pub(crate) fn new(started: Timestamp) -> Self {
        Self {
            started,
            codes: Mutex::default(),
            begun: Mutex::default(),
            names: Mutex::default(),
            tries_of_source: Mutex::default(),
            help_of_source: Mutex::default(),
            tries_of_account: Mutex::default(),
            tries_of_nobody: Mutex::default(),
            mails: Mutex::default(),
            done: Mutex::default(),
        }
    }

    pub(super) fn may_name(&self, source: ClientNetwork, now: Timestamp) -> bool {
        self.names.lock().of(source, now).take(NAMES_OF_SOURCE, HOUR, now)
    }

    pub(super) fn begin(
        &self,
        name: AccountId,
        source: ClientNetwork,
        now: Timestamp,
    ) -> Result<(), Timestamp> {
        self.begun.lock().of((name, source), now).begin(now)
    }

    /// Debits a code of this source.
    pub(super) fn may_try_from(&self, source: ClientNetwork, now: Timestamp) -> bool {
        self.tries_of_source.lock().of(source, now).take(TRIES_OF_SOURCE, HOUR, now)
    }

    /// Debits a request for help of this source.
    pub(crate) fn may_ask_for_help(&self, source: ClientNetwork, now: Timestamp) -> bool {
        self.help_of_source.lock().of(source, now).take(HELP_OF_SOURCE, HOUR, now)
    }

    /// Debits a code of this kind of this account.
    pub(super) fn may_try_for(
        &self,
        who: AccountKey,
        is_familiar: bool,
        method: RecoveryMethod,
        now: Timestamp,
    ) -> bool {
        let table = match who {
            AccountKey::Account(_) => &self.tries_of_account,
            AccountKey::UnknownName(_) => &self.tries_of_nobody,
        };
        let key = (who.id_to_look_up(), is_familiar, method);
        table.lock().of(key, now).take(TRIES_OF_ACCOUNT, DAY, now)
    }

    /// Something was proved: what its owner had used up of this is there again (checklist D12). The source's own count goes on.
    pub(super) fn note_proof(
        &self,
        account: AccountId,
        is_familiar: bool,
        method: RecoveryMethod,
        begun: Option<(AccountId, ClientNetwork)>,
    ) {
        if let Some(begun) = begun {
            self.begun.lock().rows.remove(&begun);
        }
        self.tries_of_account.lock().rows.remove(&(account, is_familiar, method));
    }

    /// Debits a mail.
    pub(super) fn may_mail(&self, account: AccountId, is_familiar: bool, now: Timestamp) -> bool {
        self.mails.lock().of((account, is_familiar), now).take(MAILS_OF_ACCOUNT, HOUR, now)
    }

    /// A new code of the account, and until when it is good; the one before is void.
    pub(super) fn put_code(
        &self,
        account: AccountId,
        code: &str,
        key: &[u8; 32],
        now: Timestamp,
    ) -> Timestamp {
        let expires = now.plus(CODE_LIFE);
        let mut codes = self.codes.lock();
        codes.retain(|_, code| now < code.expires);
        let seal = sealed_code(key, account, code);
        codes.insert(account, MailedCode { seal, expires, tries: [0; 2] });
        expires
    }

    /// Whether this is the code that was mailed. It is used up by that, and for each sort of places by five tries.
    pub(super) fn take_code(
        &self,
        account: AccountId,
        is_familiar: bool,
        shown: &str,
        key: &[u8; 32],
        now: Timestamp,
    ) -> bool {
        let shown = sealed_code(key, account, shown);
        let mut codes = self.codes.lock();
        let Some(code) = codes.get_mut(&account) else { return false };
        // Strangers use up their own tries and leave the owner's at home.
        let tries = &mut code.tries[usize::from(is_familiar)];
        *tries += 1;
        let is_right = secret::is_seal(&shown, &code.seal) && now < code.expires && *tries <= TRIES_OF_CODE;
        if is_right || now >= code.expires {
            codes.remove(&account);
        }
        is_right
    }

    /// The account has another password, or its owner is back: codes and ways back from before are void.
    pub(crate) fn note_done(&self, account: AccountId, at: Timestamp) {
        self.codes.lock().remove(&account);
        let mut done = self.done.lock();
        // What began longer ago is over by itself.
        done.retain(|_, moment| at.since(*moment) < FLOW_LIFE);
        done.insert(account, at);
    }

    pub(super) fn is_void(&self, account: AccountId, begun: Timestamp) -> bool {
        self.is_before_start(begun) || self.done.lock().get(&account).is_some_and(|done| begun <= *done)
    }

    /// Whether something voided what is this account's after `begun`.
    pub(crate) fn was_done_after(&self, account: AccountId, begun: Timestamp) -> bool {
        self.done.lock().get(&account).is_some_and(|done| begun < *done)
    }

    /// Nobody knows what happened before this process began.
    pub(super) fn is_before_start(&self, begun: Timestamp) -> bool {
        begun < self.started
    }

    /// Uses a way back up; whether it was not used before.
    pub(super) fn use_up(&self, account: AccountId, begun: Timestamp, now: Timestamp) -> bool {
        let mut done = self.done.lock();
        if done.get(&account).is_some_and(|done| begun <= *done) {
            return false;
        }
        done.insert(account, now);
        true
    }

    /// Nothing of the account stays.
    pub(crate) fn forget(&self, account: AccountId) {
        self.codes.lock().remove(&account);
    }
}

fn sealed_code(key: &[u8; 32], account: AccountId, code: &str) -> [u8; 32] {
    secret::seal(key, "mailed code", &[&account.as_u64().to_le_bytes(), code.as_bytes()])
}

/// What has a last moment.
trait Passing {
    fn is_over(&self, now: Timestamp) -> bool;
}

impl Passing for Allowance {
    fn is_over(&self, now: Timestamp) -> bool {
        Allowance::is_over(self, DAY, now)
    }
}

impl Passing for Begun {
    fn is_over(&self, now: Timestamp) -> bool {
        Begun::is_over(self, now)
    }
}

/// A bounded table.
struct Rows<K, V> {
    rows: HashMap<K, (Timestamp, V)>,
}

impl<K, V> Default for Rows<K, V> {
    fn default() -> Self {
        Self { rows: HashMap::new() }
    }
}

impl<K: Eq + Hash + Copy, V: Default + Passing> Rows<K, V> {
    fn of(&mut self, key: K, now: Timestamp) -> &mut V {
        if self.rows.len() >= ROWS_MAX && !self.rows.contains_key(&key) {
            self.make_room(now);
        }
        let (touched, value) = self.rows.entry(key).or_insert_with(|| (now, V::default()));
        *touched = now;
        value
    }

    fn make_room(&mut self, now: Timestamp) {
        self.rows.retain(|_, (_, value)| !value.is_over(now));
        if self.rows.len() < ROWS_MAX {
            return;
        }
        let mut moments: Vec<Timestamp> = self.rows.values().map(|(touched, _)| *touched).collect();
        let (_, &mut oldest_kept, _) = moments.select_nth_unstable(ROWS_MAX / PUSHED_OUT_SHARE);
        self.rows.retain(|_, (touched, _)| *touched > oldest_kept);
    }
}

#[cfg(test)]
mod tests {
    use postern_core::time::Span;

    use super::*;

    fn at(s: i64) -> Timestamp {
        Timestamp::from_unix_s(s)
    }

    fn anna() -> AccountId {
        AccountId::from_random(1)
    }

    #[test]
    fn a_code_is_good_once_for_ten_minutes_and_five_tries_and_a_new_one_voids_it() {
        let (desk, key) = (RecoveryDesk::new(at(0)), [1; 32]);
        desk.put_code(anna(), "12345678", &key, at(1));
        assert!(desk.take_code(anna(), false, "12345678", &key, at(600)));
        assert!(!desk.take_code(anna(), false, "12345678", &key, at(600)), "once");
        desk.put_code(anna(), "12345678", &key, at(1));
        assert!(!desk.take_code(anna(), false, "12345678", &key, at(601)), "ten minutes");
        desk.put_code(anna(), "12345678", &key, at(1));
        assert!((0..5).all(|_| !desk.take_code(anna(), false, "00000000", &key, at(2))));
        assert!(!desk.take_code(anna(), false, "12345678", &key, at(2)), "the sixth try");
        assert!(desk.take_code(anna(), true, "12345678", &key, at(2)), "at home it is there");
        desk.put_code(anna(), "12345678", &key, at(3));
        desk.put_code(anna(), "87654321", &key, at(4));
        assert!(!desk.take_code(anna(), false, "12345678", &key, at(5)), "void");
        assert!(desk.take_code(anna(), false, "87654321", &key, at(5)));
    }

    #[test]
    fn a_way_back_is_used_once_and_void_after_a_password_was_set() {
        let desk = RecoveryDesk::new(at(10));
        assert!(desk.is_void(anna(), at(9)), "before the start");
        assert!(!desk.is_void(anna(), at(10)));
        assert!(desk.use_up(anna(), at(11), at(12)) && !desk.use_up(anna(), at(11), at(13)));
        desk.note_done(anna(), at(20));
        assert!(desk.is_void(anna(), at(20)) && !desk.is_void(anna(), at(21)));
    }

    #[test]
    fn a_full_table_pushes_out_the_oldest_and_stays_within_its_limit() {
        let mut rows: Rows<u64, Allowance> = Rows::default();
        for number in 0..ROWS_MAX as u64 {
            rows.of(number, at(number.cast_signed())).take(1, DAY, at(number.cast_signed()));
        }
        let now = at(ROWS_MAX as i64);
        assert!(rows.of(u64::MAX, now).take(1, DAY, now));
        assert!(rows.rows.len() <= ROWS_MAX);
        assert!(!rows.rows.contains_key(&0) && rows.rows.contains_key(&(ROWS_MAX as u64 - 1)));
        let later = now.plus(Span::from_days(3));
        for number in 0..(ROWS_MAX + 10) as u64 {
            rows.of(number << 32, later);
        }
        assert!(rows.rows.len() <= ROWS_MAX);
    }
}

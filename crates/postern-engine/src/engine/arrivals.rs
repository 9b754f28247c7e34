//! Sign-ins whose address tells nothing, counted by what is wrong, for `health` and the log.
//!
//! The ordinary attempt writes nothing here: it is one comparison. Only what is wrong is counted, and of
//! successes one in eight is looked at for an address that everybody shares.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use parking_lot::Mutex;
use postern_core::address::ClientAddress;
use postern_core::arrival::{AddressFault, SuccessSample, UNSUPPORTED_VARIABLE};
use postern_core::time::{Span, Timestamp};

use crate::ask::SignInAsk;

/// What was wrong longer ago than this is mended, or did not matter.
const FORGOTTEN_AFTER: Span = Span::from_days(1);
/// The log says the same thing at most so often.
const TOLD_EVERY: Span = Span::from_s(3_600);
/// From this machine itself come probes of a monitoring, which sign in as one or two: so many different people
/// (of 64 groups) are a web mail.
const LOCAL_PEOPLE_MIN: u32 = 3;
/// One success in so many is looked at.
const SUCCESS_SAMPLE: u64 = 8;

/// What is wrong with the addresses that arrive, and since when it was last seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArrivalProblem {
    /// What.
    pub fault: AddressFault,
    /// Through Postfix; otherwise Dovecot's own protocols.
    pub is_over_smtp: bool,
    /// How many sign-ins since the start; of [`AddressFault::OneForAll`] samples.
    pub count: u64,
    /// The last one.
    pub last: Timestamp,
    /// The one address, where there is one.
    pub address: Option<ClientAddress>,
}

/// Faults times the two ways in.
const PLACES: usize = AddressFault::ALL.len() * 2;

/// Counts by fault and way in.
#[derive(Default)]
pub(crate) struct Arrivals {
    seen: [Seen; PLACES],
    successes: Mutex<SuccessSample>,
    one_for_all: Mutex<Option<ClientAddress>>,
}

#[derive(Default)]
struct Seen {
    count: AtomicU64,
    /// One bit for each group that a login fell into.
    people: AtomicU64,
    last_micros: AtomicI64,
    told_micros: AtomicI64,
}

impl Arrivals {
    /// An attempt has no usable source, or another of the fields that the mail server fills was not filled.
    pub(crate) fn saw(&self, fault: AddressFault, ask: &SignInAsk<'_>, login_hash: u64, now: Timestamp) {
        self.note(fault, is_over_smtp(ask.protocol), login_hash, now);
    }

    /// A success; `attempt_hash` chooses the sample.
    pub(crate) fn succeeded(
        &self,
        source: ClientAddress,
        ask: &SignInAsk<'_>,
        attempt_hash: u64,
        person_hash: u64,
        now: Timestamp,
    ) {
        if !attempt_hash.is_multiple_of(SUCCESS_SAMPLE) {
            return;
        }
        // Whoever finds it taken is one success fewer in the sample.
        let Some(mut sample) = self.successes.try_lock() else { return };
        let Some(found) = sample.add(source, person_hash) else { return };
        drop(sample);
        *self.one_for_all.lock() = found;
        if found.is_some() {
            self.note(AddressFault::OneForAll, is_over_smtp(ask.protocol), person_hash, now);
        }
    }

    fn note(&self, fault: AddressFault, is_over_smtp: bool, person_hash: u64, now: Timestamp) {
        let seen = &self.seen[place(fault, is_over_smtp)];
        let now_micros = now.unix_micros();
        let last = seen.last_micros.swap(now_micros, Ordering::Relaxed);
        if now_micros.saturating_sub(last) > FORGOTTEN_AFTER.as_micros() {
            seen.people.store(0, Ordering::Relaxed);
        }
        seen.people.fetch_or(1 << (person_hash % 64), Ordering::Relaxed);
        let count = seen.count.fetch_add(1, Ordering::Relaxed) + 1;
        let told = seen.told_micros.load(Ordering::Relaxed);
        if self.is_problem(fault, seen)
            && (told == 0 || now_micros.saturating_sub(told) > TOLD_EVERY.as_micros())
            && seen
                .told_micros
                .compare_exchange(told, now_micros, Ordering::Relaxed, Ordering::Relaxed)
                .is_ok()
        {
            let fault = fault.code();
            tracing::warn!(
                fault,
                is_over_smtp,
                count,
                "client addresses do not arrive: see `postern health`"
            );
        }
    }

    fn is_problem(&self, fault: AddressFault, seen: &Seen) -> bool {
        match fault {
            AddressFault::LocalHost => seen.people.load(Ordering::Relaxed).count_ones() >= LOCAL_PEOPLE_MIN,
            AddressFault::OneForAll => self.one_for_all.lock().is_some(),
            AddressFault::Missing
            | AddressFault::Unreadable
            | AddressFault::UnsupportedVariable
            | AddressFault::Nobodys => true,
        }
    }

    /// What was wrong within the last day, in the order of the faults.
    pub(crate) fn problems(&self, now: Timestamp) -> Vec<ArrivalProblem> {
        let ways = AddressFault::ALL.iter().flat_map(|&fault| [(fault, false), (fault, true)]);
        let problem = |(fault, is_over_smtp): (AddressFault, bool)| {
            let seen = &self.seen[place(fault, is_over_smtp)];
            let count = seen.count.load(Ordering::Relaxed);
            let last = Timestamp::from_unix_micros(seen.last_micros.load(Ordering::Relaxed));
            let is_recent = count > 0 && now.since(last).as_micros() <= FORGOTTEN_AFTER.as_micros();
            let address = match fault {
                AddressFault::OneForAll => *self.one_for_all.lock(),
                AddressFault::Missing
                | AddressFault::Unreadable
                | AddressFault::UnsupportedVariable
                | AddressFault::LocalHost
                | AddressFault::Nobodys => None,
            };
            (is_recent && self.is_problem(fault, seen)).then_some(ArrivalProblem {
                fault,
                is_over_smtp,
                count,
                last,
                address,
            })
        };
        ways.filter_map(problem).collect()
    }
}

/// Whether a field that only the mail server fills says that it could not. What a client chooses (the login, its name
/// for itself) is not looked at.
pub(crate) fn lacks_a_variable(ask: &SignInAsk<'_>) -> bool {
    [ask.phase, ask.mechanism, ask.protocol, ask.session, ask.pwhash]
        .iter()
        .any(|field| field.as_bytes().first() == Some(&b'U') && field.starts_with(UNSUPPORTED_VARIABLE))
}

fn is_over_smtp(protocol: &str) -> bool {
    protocol.eq_ignore_ascii_case("smtp") || protocol.eq_ignore_ascii_case("submission")
}

fn place(fault: AddressFault, is_over_smtp: bool) -> usize {
    fault as usize * 2 + usize::from(is_over_smtp)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_unix_s(1_772_442_000);

    fn ask<'a>(login: &'a str, protocol: &'a str) -> SignInAsk<'a> {
        SignInAsk { login, protocol, ..SignInAsk::default() }
    }

    fn faults(arrivals: &Arrivals, now: Timestamp) -> Vec<(AddressFault, bool, u64)> {
        arrivals.problems(now).iter().map(|it| (it.fault, it.is_over_smtp, it.count)).collect()
    }

    #[test]
    fn each_fault_is_told_by_its_way_in_and_forgotten_after_a_day() {
        let arrivals = Arrivals::default();
        assert_eq!(faults(&arrivals, NOW), []);
        arrivals.saw(AddressFault::Missing, &ask("ana", "imap"), 1, NOW);
        arrivals.saw(AddressFault::Missing, &ask("ana", "smtp"), 1, NOW);
        arrivals.saw(AddressFault::Missing, &ask("ana", "imap"), 1, NOW);
        let both = [(AddressFault::Missing, false, 2), (AddressFault::Missing, true, 1)];
        assert_eq!(faults(&arrivals, NOW), both);
        assert_eq!(faults(&arrivals, NOW.plus(FORGOTTEN_AFTER)), both);
        assert_eq!(faults(&arrivals, NOW.plus(FORGOTTEN_AFTER).plus(Span::from_s(1))), []);
    }

    #[test]
    fn a_probe_from_this_machine_is_no_problem_and_a_web_mail_is() {
        let arrivals = Arrivals::default();
        for number in 0..100 {
            arrivals.saw(AddressFault::LocalHost, &ask("probe", "imap"), number % 2, NOW);
        }
        assert_eq!(faults(&arrivals, NOW), []);
        arrivals.saw(AddressFault::LocalHost, &ask("ana", "imap"), 7, NOW);
        assert_eq!(faults(&arrivals, NOW), [(AddressFault::LocalHost, false, 101)]);
        let later = NOW.plus(Span::from_days(3));
        arrivals.saw(AddressFault::LocalHost, &ask("probe", "imap"), 0, later);
        assert_eq!(faults(&arrivals, later), [], "whom it was on another day does not count");
    }

    #[test]
    fn one_address_for_everybody_is_told_until_the_sample_says_otherwise() {
        let arrivals = Arrivals::default();
        let sample = |address: [u8; 4], spread: u8| {
            for number in 0..64u8 {
                let [a, b, c, d] = address;
                let from = ClientAddress::new([a, b, c, d + number % spread].into());
                arrivals.succeeded(from, &ask("x", "imap"), 8 * u64::from(number), number.into(), NOW);
            }
        };
        sample([192, 0, 2, 7], 1);
        let problems = arrivals.problems(NOW);
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].address, Some(ClientAddress::new([192, 0, 2, 7].into())));
        sample([192, 0, 2, 7], 9);
        assert_eq!(arrivals.problems(NOW), []);
        arrivals.succeeded(ClientAddress::new([192, 0, 2, 7].into()), &ask("x", "imap"), 7, 0, NOW);
        assert_eq!(*arrivals.successes.lock(), SuccessSample::default(), "seven of eight are not looked at");
    }

    #[test]
    fn only_what_the_mail_server_fills_is_looked_at_for_missing_variables() {
        let variable = "UNSUPPORTED_VARIABLE_passdb_phase";
        assert!(lacks_a_variable(&SignInAsk { phase: variable, ..SignInAsk::default() }));
        assert!(lacks_a_variable(&SignInAsk { pwhash: variable, ..SignInAsk::default() }));
        assert!(!lacks_a_variable(&SignInAsk { login: variable, device: variable, ..SignInAsk::default() }));
        assert!(!lacks_a_variable(&SignInAsk { phase: "UNSUPPORTED", ..SignInAsk::default() }));
    }
}

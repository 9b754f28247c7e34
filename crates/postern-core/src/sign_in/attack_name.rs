//! The username dictionary: names that are nobody's here and that strangers from many networks try all the same.
//!
//! ```text
//!              third network within a week        the engine: like no name of ours
//!   Collecting ────────────────────────▶ Candidate ───────────────────────────────▶ Attack
//!       ▲                                    │  like one of our names (a typo)        │
//!       │                                    └──────────────▶ Typo                   │
//!       └──────────────── [`QUIET_DAYS`] days without a try ───────┴─────────────────┘
//! ```
//!
//! Whoever tries a name that only attackers use shows at the first try what it is (Singh and others, NSDI 2024). A
//! name like one of ours is somebody's slip of the finger, or a former mailbox that a phone still asks for, and
//! costs no more than any unknown name. This file knows names as numbers; whether two are alike is asked of the
//! engine, which has them as text, and asked again when a name was added meanwhile.

/// Networks that make a name a candidate (signin reference, c.6).
pub const NETWORKS: usize = 3;
/// Within so many days (c.6).
const WITHIN_DAYS: u8 = 7;
/// What nobody tried for so many days is forgotten. At most half of what a day in eight bits can tell apart.
const QUIET_DAYS: u8 = 30;

/// What a tried name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TriedName {
    /// An account's.
    Known,
    /// Nobody's.
    Unknown,
    /// Nobody's, and only attackers use it.
    Attack,
}

/// How a name stands after a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameStanding {
    /// Nobody's, so far.
    Unknown,
    /// It has come from [`NETWORKS`] networks: is it like a name of ours?
    Candidate,
    /// Only attackers use it.
    Attack,
}

/// How far a name has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
enum State {
    #[default]
    Collecting,
    Candidate,
    Attack,
    Typo,
}

/// One unknown name, 16 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct NameRecord {
    /// The name's keyed hash; zero is a free record.
    key: u64,
    /// Tags of two networks that it came from, zero for none.
    networks: [u16; NETWORKS - 1],
    /// When, days since 1970 in eight bits. The first is also the day of the last try.
    days: [u8; NETWORKS - 1],
    state: State,
    /// The names of ours that it was compared with, as [`NameRecord::tried`] counts them.
    generation: u8,
}

const _: () = assert!(size_of::<NameRecord>() == 16, "1 MiB for 65,536 names");

fn day_of(now_s: u32) -> u8 {
    (now_s / 86_400) as u8
}

impl NameRecord {
    /// A name that was never tried.
    pub fn new(key: u64) -> Self {
        Self { key, ..Self::default() }
    }

    /// What the table finds it by.
    pub fn key(&self) -> u64 {
        self.key
    }

    /// A try from a network. `generation` counts the times that names were added to ours.
    pub fn tried(&mut self, network_tag: u16, generation: u8, now_s: u32) -> NameStanding {
        let today = day_of(now_s);
        if self.is_quiet(now_s) {
            *self = Self::new(self.key);
        }
        match self.state {
            State::Collecting => self.collect(network_tag.max(1), today),
            State::Attack if self.generation != generation => self.state = State::Candidate,
            State::Candidate | State::Attack | State::Typo => {}
        }
        self.days[0] = today;
        match self.state {
            State::Collecting | State::Typo => NameStanding::Unknown,
            State::Candidate => NameStanding::Candidate,
            State::Attack => NameStanding::Attack,
        }
    }

    fn collect(&mut self, tag: u16, today: u8) {
        for (network, day) in self.networks.iter_mut().zip(&self.days) {
            if today.wrapping_sub(*day) > WITHIN_DAYS {
                *network = 0;
            }
        }
        if let Some(place) = self.networks.iter().position(|&network| network == tag) {
            self.days[place] = today;
        } else if let Some(place) = self.networks.iter().position(|&network| network == 0) {
            (self.networks[place], self.days[place]) = (tag, today);
        } else {
            self.state = State::Candidate;
        }
    }

    /// The engine has compared it with our names. Answers whether that is news.
    pub fn judged(&mut self, is_like_ours: bool, generation: u8) -> bool {
        let before = self.state;
        self.generation = generation;
        if before != State::Collecting {
            self.state = if is_like_ours { State::Typo } else { State::Attack };
        }
        before != self.state
    }

    /// What would be lost without it: 0 for nothing, then by how far it has come.
    pub fn worth(&self, now_s: u32) -> u8 {
        if self.key == 0 || self.is_quiet(now_s) {
            return 0;
        }
        match self.state {
            State::Collecting => 1 + u8::from(self.networks[1] != 0),
            State::Candidate => 3,
            State::Attack | State::Typo => 4,
        }
    }

    fn is_quiet(&self, now_s: u32) -> bool {
        let ago = day_of(now_s).wrapping_sub(self.days[0]);
        // More than half of the circle is a clock that was set back.
        ago > QUIET_DAYS && ago < 128 && self.networks != [0; NETWORKS - 1]
    }

    /// The stored form, of names that were judged only: the others are learned anew within days.
    pub fn to_bytes(&self) -> Option<[u8; 3]> {
        match self.state {
            State::Collecting | State::Candidate => None,
            State::Attack => Some([1, 1, self.days[0]]),
            State::Typo => Some([1, 2, self.days[0]]),
        }
    }

    /// Reads what [`NameRecord::to_bytes`] wrote. An attack name is compared with our names again before it
    /// counts as one, because they may have changed.
    pub fn from_bytes(key: u64, bytes: &[u8]) -> Option<Self> {
        let &[1, state @ 1..=2, day] = bytes else { return None };
        let state = if state == 1 { State::Candidate } else { State::Typo };
        Some(Self { key, networks: [1; NETWORKS - 1], days: [day; NETWORKS - 1], state, generation: 0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY_S: u32 = 86_400;
    const START_S: u32 = 1_795_478_400;

    #[test]
    fn the_third_network_within_a_week_makes_a_candidate_and_the_same_one_again_does_not() {
        let mut name = NameRecord::new(7);
        for tag in [10, 10, 20, 20, 10] {
            assert_eq!(name.tried(tag, 0, START_S), NameStanding::Unknown);
        }
        assert_eq!(name.tried(30, 0, START_S + 7 * DAY_S), NameStanding::Candidate);
        assert_eq!(name.tried(10, 0, START_S + 7 * DAY_S), NameStanding::Candidate, "until it is judged");
        assert!(name.judged(false, 0));
        assert_eq!(name.tried(10, 0, START_S + 7 * DAY_S), NameStanding::Attack);
    }

    #[test]
    fn networks_of_more_than_a_week_ago_do_not_count() {
        let mut name = NameRecord::new(7);
        assert_eq!(name.tried(10, 0, START_S), NameStanding::Unknown);
        assert_eq!(name.tried(20, 0, START_S + 8 * DAY_S), NameStanding::Unknown);
        assert_eq!(name.tried(30, 0, START_S + 9 * DAY_S), NameStanding::Unknown);
        assert_eq!(name.tried(40, 0, START_S + 9 * DAY_S), NameStanding::Candidate);
    }

    #[test]
    fn a_typo_never_becomes_an_attack_name_and_a_new_name_of_ours_asks_again() {
        let mut typo = NameRecord::new(7);
        let mut attack = NameRecord::new(8);
        for tag in [10, 20, 30] {
            typo.tried(tag, 0, START_S);
            attack.tried(tag, 0, START_S);
        }
        assert!(typo.judged(true, 0) && attack.judged(false, 0));
        assert_eq!(typo.tried(40, 1, START_S), NameStanding::Unknown);
        assert_eq!(attack.tried(40, 1, START_S), NameStanding::Candidate);
        assert!(!attack.judged(false, 1) || attack.tried(40, 1, START_S) == NameStanding::Attack);
    }

    #[test]
    fn a_month_of_quiet_forgets_a_name_and_a_clock_set_back_does_not() {
        let mut name = NameRecord::new(7);
        for tag in [10, 20, 30] {
            name.tried(tag, 0, START_S);
        }
        name.judged(false, 0);
        assert_eq!(name.tried(10, 0, START_S - DAY_S), NameStanding::Attack);
        assert_eq!(name.tried(10, 0, START_S + 29 * DAY_S), NameStanding::Attack);
        assert_eq!(name.tried(10, 0, START_S + 60 * DAY_S), NameStanding::Unknown);
    }

    #[test]
    fn what_was_judged_is_stored_and_an_attack_name_is_compared_again_after_a_restart() {
        let mut name = NameRecord::new(7);
        name.tried(10, 0, START_S);
        assert_eq!(name.to_bytes(), None);
        for tag in [20, 30] {
            name.tried(tag, 0, START_S);
        }
        name.judged(false, 0);
        let mut back = NameRecord::from_bytes(7, &name.to_bytes().expect("judged")).expect("reads back");
        assert_eq!(back.tried(99, 0, START_S + DAY_S), NameStanding::Candidate);
        name.judged(true, 0);
        let mut back = NameRecord::from_bytes(7, &name.to_bytes().expect("judged")).expect("reads back");
        assert_eq!(back.tried(99, 0, START_S + DAY_S), NameStanding::Unknown);
        for bytes in [&[][..], &[2, 1, 0], &[1, 3, 0], &[1, 1]] {
            assert_eq!(NameRecord::from_bytes(7, bytes), None);
        }
    }
}

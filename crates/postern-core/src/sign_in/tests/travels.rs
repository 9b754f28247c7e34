//! Ordinary lives make no noise, and thieves are seen: whole lives as tables, an hour at a time.

use crate::address::ClientAddress;
use crate::geo::{Anonymity, Country, Location, Position, Region};
use crate::policy::SignInPolicy;
use crate::restriction::EvidenceKind::{self, *};
use crate::sign_in::travels::{Arrival, TRAVELS_BYTES, Travels};
use crate::time::Timestamp;
use proptest::prelude::*;

/// A Monday.
const BEGINNING_S: i64 = 1_772_409_600;
const DAY_H: f64 = 24.0;

/// Somewhere: country, operator, latitude, longitude, radius in km.
type Where = (&'static str, u32, f64, f64, u16);
const HOME: Where = ("SE", 29_518, 58.41, 15.62, 20);
const MOBILE: Where = ("SE", 44_034, 59.33, 18.07, 200);
const OFFICE: Where = ("SE", 3_301, 59.33, 18.07, 10);
/// The operator's office, 500 km from where its customers are.
const MOBILE_ELSEWHERE: Where = ("SE", 1_257, 65.58, 22.15, 100);
const LISBON: Where = ("PT", 2_860, 38.72, -9.14, 20);
const FRANKFURT: Where = ("DE", 3_320, 50.11, 8.68, 20);
const LAGOS: Where = ("NG", 37_148, 6.45, 3.39, 50);
const OSLO: Where = ("NO", 2_119, 59.91, 10.75, 20);
const RIGA: Where = ("LV", 12_578, 56.95, 24.11, 20);

struct Life {
    travels: Travels,
    policy: SignInPolicy,
    seen: Vec<(EvidenceKind, u8)>,
}

impl Life {
    fn new() -> Self {
        Self { travels: Travels::default(), policy: SignInPolicy::default(), seen: Vec::new() }
    }

    fn arrive(&mut self, hour: f64, place: Where, address: &str, anonymity: Option<Anonymity>) {
        let (country, asn, latitude, longitude, radius_km) = place;
        let region = Region { country: Country::parse(country), asn: (asn != 0).then_some(asn) };
        let position = Position::new(latitude, longitude, radius_km);
        let address: ClientAddress = address.parse().expect("an address");
        let arrival = Arrival {
            source: address.unit(),
            location: Location { region, position, anonymity },
            is_suspicious: false,
            at: Timestamp::from_unix_s(BEGINNING_S + (hour * 3_600.0) as i64),
        };
        let seen = self.travels.arrived(&arrival, &self.policy);
        self.seen.extend(seen.iter().map(|evidence| (evidence.kind, evidence.points)));
    }

    fn signs_in(&mut self, hour: f64, place: Where, address: &str) {
        self.arrive(hour, place, address, None);
    }

    /// Every hour of so many days from home.
    fn at_home_for(days: u32) -> Self {
        let mut life = Self::new();
        for hour in 0..days * 24 {
            life.signs_in(f64::from(hour), HOME, "192.0.2.7");
        }
        life
    }

    fn seen(self) -> Vec<(EvidenceKind, u8)> {
        self.seen
    }
}

#[test]
fn two_phones_at_home_and_on_the_mobile_network_make_no_noise_from_the_first_day() {
    let mut life = Life::new();
    for day in 0..60 {
        let morning = f64::from(day) * DAY_H;
        life.signs_in(morning + 7.0, HOME, "192.0.2.7");
        life.signs_in(morning + 8.0, MOBILE, &format!("198.51.100.{}", day % 200));
        // The other phone has another operator, whose addresses are placed elsewhere in the country.
        life.signs_in(morning + 8.1, MOBILE_ELSEWHERE, &format!("100.64.{day}.9"));
        life.signs_in(morning + 9.0, OFFICE, "203.0.113.4");
        for minutes in 1..60 {
            life.signs_in(morning + 9.0 + f64::from(minutes) / 7.0, MOBILE, &format!("198.51.100.{minutes}"));
        }
        life.signs_in(morning + 18.0, HOME, "192.0.2.7");
    }
    assert_eq!(life.seen(), []);
}

#[test]
fn a_traveller_by_plane_is_a_new_region_and_nothing_more() {
    let mut life = Life::at_home_for(30);
    // Stockholm to Lisbon, 3,000 km, in five hours; the phone at home goes on.
    for hour in 0..48 {
        life.signs_in(30.0 * DAY_H + 5.0 + f64::from(hour), LISBON, "198.51.100.80");
    }
    assert_eq!(life.seen(), [(NewRegion, 15)]);
}

#[test]
fn a_transfer_in_a_third_country_is_told_and_does_not_reach_what_acts() {
    let mut life = Life::at_home_for(30);
    life.signs_in(30.0 * DAY_H + 4.0, FRANKFURT, "198.51.100.50");
    life.signs_in(30.0 * DAY_H + 9.0, LISBON, "198.51.100.80");
    let points: u32 = life.seen.iter().map(|(_, points)| u32::from(*points)).sum();
    assert_eq!(points, 70, "{:?}", life.seen);
    assert_eq!(life.seen(), [(NewRegion, 15), (NewRegion, 15), (ManyCountries, 40)]);
}

#[test]
fn a_user_of_a_vpn_is_noted_once_and_has_not_travelled() {
    let mut life = Life::at_home_for(30);
    for hour in 0..200 {
        let at = 30.0 * DAY_H + f64::from(hour);
        life.arrive(at, LISBON, "198.51.100.80", Some(Anonymity::Vpn));
        life.signs_in(at + 0.5, HOME, "192.0.2.7");
    }
    assert_eq!(life.seen(), [(NewRegion, 15), (AnonymousSource, 0)]);
}

#[test]
fn a_mailbox_shared_by_people_in_four_countries_makes_no_noise() {
    let mut life = Life::new();
    for day in 0..30 {
        for (hour, place) in [HOME, OSLO, RIGA, FRANKFURT].into_iter().enumerate() {
            life.signs_in(
                f64::from(day) * DAY_H + 8.0 + hour as f64 / 4.0,
                place,
                &format!("203.0.113.{hour}"),
            );
        }
    }
    assert_eq!(life.seen(), []);
}

#[test]
fn a_thief_far_away_while_the_owner_is_at_home_is_seen_at_once_and_not_every_hour() {
    let mut life = Life::at_home_for(30);
    for hour in 0..24 {
        life.signs_in(30.0 * DAY_H + f64::from(hour), HOME, "192.0.2.7");
        life.signs_in(30.0 * DAY_H + f64::from(hour) + 0.2, LAGOS, "198.51.100.9");
    }
    assert_eq!(life.seen(), [(NewRegion, 15), (Travel, 30)]);
}

#[test]
fn travel_alone_never_acts() {
    let mut life = Life::at_home_for(30);
    life.signs_in(30.0 * DAY_H, LAGOS, "198.51.100.9");
    let travel: Vec<_> = life.seen.iter().filter(|(kind, _)| *kind == Travel).collect();
    assert_eq!(travel, [&(Travel, 30)], "below every level that acts (100)");
}

#[test]
fn six_countries_in_a_day_are_told_twice_on_the_way() {
    let mut life = Life::at_home_for(10);
    let places = [LISBON, FRANKFURT, LAGOS, OSLO, RIGA, LISBON];
    for (number, place) in places.into_iter().enumerate() {
        life.signs_in(10.0 * DAY_H + 1.0 + number as f64, place, &format!("198.51.100.{number}"));
    }
    let countries: Vec<_> = life.seen.into_iter().filter(|(kind, _)| *kind == ManyCountries).collect();
    assert_eq!(countries, [(ManyCountries, 40), (ManyCountries, 100)]);
}

#[test]
fn the_same_countries_over_a_week_are_not_many() {
    let mut life = Life::at_home_for(10);
    for (day, place) in [FRANKFURT, LISBON, OSLO, RIGA].into_iter().enumerate() {
        life.signs_in((11.0 + day as f64) * DAY_H, place, "198.51.100.9");
    }
    assert_eq!(life.seen(), [(NewRegion, 15); 4]);
}

#[test]
fn forty_strange_addresses_in_a_day_are_told_once_and_ten_are_not() {
    let many = |addresses: u32| {
        let mut life = Life::at_home_for(10);
        for number in 0..addresses {
            let address = format!("198.51.{}.{}", number % 7, 11 * number % 250);
            life.signs_in(10.0 * DAY_H + f64::from(number) / 10.0, LAGOS, &address);
        }
        life.seen().into_iter().filter(|(kind, _)| *kind == ManyAddresses).count()
    };
    assert_eq!(many(10), 0);
    assert_eq!(many(40), 1);
}

#[test]
fn a_region_is_earned_by_three_successes_on_three_days_and_lost_after_the_policy_s_days() {
    let mut life = Life::new();
    let region = Region { country: Country::parse(HOME.0), asn: Some(HOME.1) };
    let knows = |life: &Life, hour: f64| {
        let at = Timestamp::from_unix_s(BEGINNING_S + (hour * 3_600.0) as i64);
        life.travels.knows(region, &life.policy, at)
    };
    for hour in [0.0, 1.0, 2.0, 24.0, 25.0] {
        life.signs_in(hour, HOME, "192.0.2.7");
        assert!(!knows(&life, hour));
    }
    life.signs_in(48.0, HOME, "192.0.2.7");
    assert!(knows(&life, 48.0));
    assert!(knows(&life, 48.0 + 30.0 * DAY_H));
    assert!(!knows(&life, 48.0 + 31.0 * DAY_H));
    assert!(!life.travels.knows(Region::default(), &life.policy, Timestamp::from_unix_s(BEGINNING_S)));
}

#[test]
fn what_is_suspicious_already_earns_nothing_and_a_thief_on_the_move_does_not_push_home_out() {
    let mut life = Life::at_home_for(10);
    for number in 0..50_u32 {
        life.signs_in(10.0 * DAY_H + f64::from(number), ("NG", 1 + number, 6.45, 3.39, 50), "198.51.100.9");
    }
    let home = Region { country: Country::parse(HOME.0), asn: Some(HOME.1) };
    let now = Timestamp::from_unix_s(BEGINNING_S + 13 * 86_400);
    assert!(life.travels.knows(home, &life.policy, now));

    let lagos = Region { country: Country::parse(LAGOS.0), asn: Some(LAGOS.1) };
    for day in 0..9 {
        let arrival = Arrival {
            source: "198.51.100.9/32".parse().expect("a network"),
            location: Location { region: lagos, ..Location::default() },
            is_suspicious: true,
            at: Timestamp::from_unix_s(BEGINNING_S + (14 + day) * 86_400),
        };
        life.travels.arrived(&arrival, &life.policy);
        assert!(!life.travels.knows(lagos, &life.policy, arrival.at));
    }
}

#[test]
fn without_a_map_nothing_is_learned_and_nothing_said() {
    let mut life = Life::new();
    for day in 0..10 {
        life.signs_in(f64::from(day) * DAY_H, ("", 0, 0.0, 0.0, 0), "192.0.2.7");
    }
    assert_eq!(life.travels, Travels::default());
    assert_eq!(life.seen(), []);
}

proptest! {
    #[test]
    fn every_record_reads_back_and_no_time_makes_it_panic(
        steps in prop::collection::vec((0_i64..4_294_967_295, 0_u32..9, 0_usize..4), 0..60),
    ) {
        let mut life = Life::new();
        for (second, asn, place) in steps {
            let (country, _, latitude, longitude, radius) = [HOME, LISBON, LAGOS, ("", 0, 0.0, 0.0, 0)][place];
            let hour = (second - BEGINNING_S) as f64 / 3_600.0;
            life.signs_in(hour, (country, asn, latitude, longitude, radius), "2001:db8::1");
        }
        let bytes = life.travels.to_bytes();
        prop_assert_eq!(bytes.len(), TRAVELS_BYTES);
        prop_assert_eq!(Travels::from_bytes(&bytes), Some(life.travels));
        prop_assert_eq!(Travels::from_bytes(&bytes[1..]), None);
        let mut newer = bytes;
        newer[0] = 2;
        prop_assert_eq!(Travels::from_bytes(&newer), None);
    }
}

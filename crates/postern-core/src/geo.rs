//! Where a source is on the map, as far as a site's own databases know: the country, the network operator (AS), a
//! point with its uncertainty, and whether the address hides who is behind it.
//!
//! Everything here may be unknown, and nothing here is ever sure: databases place a mobile network where its
//! operator has its office. This file does not know where the facts come from.

use std::fmt;

use crate::account::codes;

/// A country by its two letters (ISO 3166-1 alpha-2).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country([u8; 2]);

impl Country {
    /// Reads two ASCII letters of either case; anything else is no country.
    pub fn parse(text: &str) -> Option<Self> {
        match text.as_bytes() {
            [first, second] if first.is_ascii_alphabetic() && second.is_ascii_alphabetic() => {
                Some(Self([first.to_ascii_uppercase(), second.to_ascii_uppercase()]))
            }
            _ => None,
        }
    }

    /// The two letters as they are stored.
    pub const fn letters(self) -> [u8; 2] {
        self.0
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", char::from(self.0[0]), char::from(self.0[1]))
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Where on the network map: country and operator together. A whole operator in a country is one region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Region {
    /// The country, if known.
    pub country: Option<Country>,
    /// The number of the autonomous system (AS), if known.
    pub asn: Option<u32>,
}

impl Region {
    /// Whether nothing is known: such a region is never learned and never strange.
    pub const fn is_unknown(self) -> bool {
        self.country.is_none() && self.asn.is_none()
    }
}

/// `SE, AS29518`, or what of it is known.
impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.country, self.asn) {
            (Some(country), Some(asn)) => write!(f, "{country}, AS{asn}"),
            (Some(country), None) => write!(f, "{country}"),
            (None, Some(asn)) => write!(f, "AS{asn}"),
            (None, None) => f.write_str("?"),
        }
    }
}

/// A point on the globe with its uncertainty, six bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Position {
    /// Latitude, hundredths of a degree, -9000 (south) to 9000.
    latitude_centideg: i16,
    /// Longitude, hundredths of a degree, -18000 (west) to 18000.
    longitude_centideg: i16,
    /// The address is within so many kilometres of the point.
    radius_km: u16,
}

/// Mean radius of the earth, km (IUGG).
const EARTH_KM: f64 = 6_371.0;

impl Position {
    /// A point by degrees; `None` when they are no place on the globe. A hundredth of a degree is about 1 km.
    pub fn new(latitude_deg: f64, longitude_deg: f64, radius_km: u16) -> Option<Self> {
        let is_on_globe = latitude_deg.abs() <= 90.0 && longitude_deg.abs() <= 180.0;
        is_on_globe.then(|| Self {
            latitude_centideg: (latitude_deg * 100.0).round() as i16,
            longitude_centideg: (longitude_deg * 100.0).round() as i16,
            radius_km,
        })
    }

    /// Latitude and longitude in hundredths of a degree, and the radius in km: the stored form.
    pub const fn parts(self) -> (i16, i16, u16) {
        (self.latitude_centideg, self.longitude_centideg, self.radius_km)
    }

    /// Reads [`Position::parts`] back.
    pub fn from_parts(latitude: i16, longitude: i16, radius_km: u16) -> Option<Self> {
        Self::new(f64::from(latitude) / 100.0, f64::from(longitude) / 100.0, radius_km)
    }

    /// How far apart two addresses are at least, km: along the great circle, less both uncertainties.
    pub fn at_least_km_from(self, other: Self) -> u32 {
        let uncertain_km = f64::from(self.radius_km) + f64::from(other.radius_km);
        let km = self.great_circle_km(other) - uncertain_km;
        // `as` saturates: a negative distance is none.
        km as u32
    }

    /// The haversine formula, which is exact enough for small and large distances alike.
    fn great_circle_km(self, other: Self) -> f64 {
        let radians = |centideg: i16| (f64::from(centideg) / 100.0).to_radians();
        let (lat1, lat2) = (radians(self.latitude_centideg), radians(other.latitude_centideg));
        let half_lat = (lat2 - lat1) / 2.0;
        let half_lon = (radians(other.longitude_centideg) - radians(self.longitude_centideg)) / 2.0;
        let h = half_lat.sin().powi(2) + lat1.cos() * lat2.cos() * half_lon.sin().powi(2);
        2.0 * EARTH_KM * h.sqrt().min(1.0).asin()
    }
}

/// How an address hides who is behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anonymity {
    /// A commercial VPN.
    Vpn,
    /// A public or residential proxy.
    Proxy,
    /// An exit of Tor.
    Tor,
    /// A hosting provider: servers, seldom people.
    Hosting,
}

codes!(Anonymity {
    Anonymity::Vpn => "vpn",
    Anonymity::Proxy => "proxy",
    Anonymity::Tor => "tor",
    Anonymity::Hosting => "hosting",
});

/// What is known of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Location {
    /// Country and operator.
    pub region: Region,
    /// The point, where the database has one.
    pub position: Option<Position>,
    /// Whether it hides somebody.
    pub anonymity: Option<Anonymity>,
}

impl Location {
    /// Whether nothing is known.
    pub const fn is_unknown(&self) -> bool {
        self.region.is_unknown() && self.position.is_none() && self.anonymity.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn position(latitude: f64, longitude: f64, radius_km: u16) -> Position {
        Position::new(latitude, longitude, radius_km).expect("on the globe")
    }

    #[test]
    fn distances_are_those_of_an_atlas_less_what_is_uncertain() {
        let (stockholm, riga) = (position(59.33, 18.07, 0), position(56.95, 24.11, 0));
        let (auckland, malaga) = (position(-36.85, 174.76, 0), position(36.72, -4.42, 0));
        for (from, to, km) in [(stockholm, riga, 442), (auckland, malaga, 19_940), (stockholm, stockholm, 0)]
        {
            let measured = from.at_least_km_from(to);
            assert!(measured.abs_diff(km) <= 20, "{from:?} {to:?}: {measured}");
            assert_eq!(measured, to.at_least_km_from(from));
        }
        let vague = position(56.95, 24.11, 300);
        assert!(stockholm.at_least_km_from(vague).abs_diff(142) <= 5);
        assert_eq!(vague.at_least_km_from(position(59.33, 18.07, 200)), 0);
    }

    #[test]
    fn across_the_date_line_the_short_way_counts() {
        assert!(position(0.0, 179.5, 0).at_least_km_from(position(0.0, -179.5, 0)).abs_diff(111) <= 2);
    }

    #[test]
    fn what_is_not_on_the_globe_is_no_position() {
        for (latitude, longitude) in [(90.01, 0.0), (0.0, -180.01), (f64::NAN, 0.0), (0.0, f64::INFINITY)] {
            assert_eq!(Position::new(latitude, longitude, 1), None);
        }
        let here = position(-90.0, 180.0, 7);
        let (latitude, longitude, radius) = here.parts();
        assert_eq!(Position::from_parts(latitude, longitude, radius), Some(here));
        assert_eq!(Position::from_parts(9_001, 0, 0), None);
    }

    #[test]
    fn a_country_is_two_letters_and_a_region_says_what_is_known() {
        let sweden = Country::parse("se");
        assert_eq!(sweden.map(|it| it.to_string()).as_deref(), Some("SE"));
        for text in ["", "S", "SWE", "S1", "é"] {
            assert_eq!(Country::parse(text), None, "{text}");
        }
        let said = |country, asn| Region { country, asn }.to_string();
        assert_eq!(said(sweden, Some(29_518)), "SE, AS29518");
        assert_eq!(said(sweden, None), "SE");
        assert_eq!(said(None, Some(209)), "AS209");
        assert!(Region::default().is_unknown());
    }
}

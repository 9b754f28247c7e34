//! A map on which only that is known which a test has drawn. It starts empty after a restart of the world.

use std::collections::HashMap;

use parking_lot::Mutex;
use postern_core::address::ClientAddress;
use postern_core::geo::{Country, Location, Position, Region};
use postern_engine::ports::{Atlas, AtlasDatabase, Located};

/// Addresses and where they are.
#[derive(Default)]
pub struct DrawnAtlas {
    known: Mutex<HashMap<ClientAddress, Location>>,
}

impl DrawnAtlas {
    /// Puts an address on the map: country, operator, latitude and longitude; known to 20 km.
    pub fn draw(&self, address: &str, country: &str, asn: u32, degrees: (f64, f64)) {
        let region = Region { country: Country::parse(country), asn: Some(asn) };
        let position = Position::new(degrees.0, degrees.1, 20);
        let address = address.parse().expect("a test's address");
        self.known.lock().insert(address, Location { region, position, anonymity: None });
    }
}

impl Atlas for DrawnAtlas {
    fn is_configured(&self) -> bool {
        !self.known.lock().is_empty()
    }

    fn locate(&self, address: ClientAddress) -> Located {
        let location = self.known.lock().get(&address).copied().unwrap_or_default();
        let operator = location.region.asn.map(|asn| format!("Operator {asn}")).unwrap_or_default();
        Located { location, operator }
    }

    fn region(&self, address: ClientAddress) -> Region {
        self.locate(address).location.region
    }

    fn databases(&self) -> Vec<AtlasDatabase> {
        Vec::new()
    }
}

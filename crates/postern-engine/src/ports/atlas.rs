//! Where an address is on the map: the site's own databases of countries, operators and anonymous networks.
//!
//! Everything works without them. An answer comes from memory and never waits, and it may always be "not known".

use postern_core::address::ClientAddress;
use postern_core::geo::{Location, Region};
use postern_core::time::Timestamp;

/// Looks addresses up.
pub trait Atlas: Send + Sync {
    /// Whether there is any database to look into.
    fn is_configured(&self) -> bool;

    /// All that is known of an address.
    fn locate(&self, address: ClientAddress) -> Located;

    /// Only country and operator: the cheap part, for a gate.
    fn region(&self, address: ClientAddress) -> Region;

    /// How each database is, for `health`.
    fn databases(&self) -> Vec<AtlasDatabase>;
}

/// What is known of an address, with the operator's name.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Located {
    /// Country, operator, point, anonymity.
    pub location: Location,
    /// The operator's name; empty when it is not known.
    pub operator: String,
}

/// How a database is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtlasDatabase {
    /// `city_file`, `asn_file` or `anonymous_file`.
    pub role: &'static str,
    /// The file.
    pub path: String,
    /// When the data in use was built by whoever publishes it; `None` when none is in use.
    pub built: Option<Timestamp>,
    /// What is wrong with the file as it is now; what was read before stays in use.
    pub problem: Option<String>,
}

/// No database: nothing is ever known.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoAtlas;

impl Atlas for NoAtlas {
    fn is_configured(&self) -> bool {
        false
    }

    fn locate(&self, _address: ClientAddress) -> Located {
        Located::default()
    }

    fn region(&self, _address: ClientAddress) -> Region {
        Region::default()
    }

    fn databases(&self) -> Vec<AtlasDatabase> {
        Vec::new()
    }
}

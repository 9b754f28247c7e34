//! Where addresses are, from files in the MaxMind DB format that the operator provides: one with countries and points,
//! one with operators (AS), one with anonymous networks, each optional.
//!
//! A file is read into memory as a whole, because a mapped file that somebody overwrites in place ends the process. It
//! is looked at again when [`MmdbAtlas::refresh`] is called; a new one that cannot be used leaves the old one in use and is
//! told in the log and by `health`. Records come from outside: a record that cannot be read is nothing known.

use std::fs::File;
use std::io::Read;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arc_swap::ArcSwapOption;
use maxminddb::Reader;
use parking_lot::Mutex;
use postern_core::address::ClientAddress;
use postern_core::geo::{Anonymity, Country, Location, Position, Region};
use postern_core::time::Timestamp;
use postern_engine::ports::{Atlas, AtlasDatabase, Located};
use serde::Deserialize;

/// Largest file that is read, bytes: four times the largest database with cities that is sold today. While a file is
/// replaced, the old and the new one are in memory.
pub const FILE_BYTES_MAX: u64 = 512 * 1024 * 1024;

/// Which files there are.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct AtlasFiles {
    /// Countries, and points where it has them.
    pub city: Option<PathBuf>,
    /// Operators.
    pub asn: Option<PathBuf>,
    /// VPNs, proxies, Tor, hosting.
    pub anonymous: Option<PathBuf>,
}

/// Why a file is not used.
#[derive(Debug, thiserror::Error)]
pub enum AtlasError {
    /// It cannot be read.
    #[error("cannot read {path}")]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// It is larger than [`FILE_BYTES_MAX`].
    #[error("{path} is larger than {} MiB", FILE_BYTES_MAX / 1024 / 1024)]
    TooLarge {
        /// The file.
        path: PathBuf,
    },
    /// It is no MaxMind DB.
    #[error("{path} is not a MaxMind DB file")]
    Format {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: maxminddb::MaxMindDbError,
    },
    /// It holds something else.
    #[error("{path} is a database of type {found:?}; {role} takes one of type {wanted}")]
    WrongType {
        /// The file.
        path: PathBuf,
        /// The key of the configuration.
        role: &'static str,
        /// What the file says that it is.
        found: String,
        /// Words, one of which its type has to have.
        wanted: &'static str,
    },
}

type Database = Reader<Vec<u8>>;

/// What tells one version of a file from the next.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Stamp {
    inode: u64,
    bytes: u64,
    changed: (i64, i64),
}

/// What is known of the file on the disk.
#[derive(Default)]
struct Seen {
    stamp: Option<Stamp>,
    problem: Option<String>,
}

struct Source {
    role: &'static str,
    /// Words of which one is in the type that the file says it has.
    words: &'static [&'static str],
    wanted: &'static str,
    path: PathBuf,
    database: ArcSwapOption<Database>,
    seen: Mutex<Seen>,
}

/// The files, as they were last read.
#[derive(Default)]
pub struct MmdbAtlas {
    city: Option<Source>,
    asn: Option<Source>,
    anonymous: Option<Source>,
}

impl MmdbAtlas {
    /// Reads the files. One that cannot be used is told as [`Atlas::databases`] does, and may be mended while we run.
    pub fn open(files: &AtlasFiles) -> Self {
        let source = |path: &Option<PathBuf>, role, words, wanted| {
            path.clone().map(|path| Source {
                role,
                words,
                wanted,
                path,
                database: ArcSwapOption::empty(),
                seen: Mutex::default(),
            })
        };
        let atlas = Self {
            city: source(&files.city, "city_file", &["City", "Country"], "City or Country"),
            asn: source(&files.asn, "asn_file", &["ASN", "ISP"], "ASN or ISP"),
            anonymous: source(&files.anonymous, "anonymous_file", &["Anonymous"], "Anonymous-IP"),
        };
        atlas.refresh();
        atlas
    }

    /// Reads again what has changed on the disk since it was last looked at. Blocks on the disk.
    pub fn refresh(&self) {
        for source in self.sources() {
            source.refresh();
        }
    }

    fn sources(&self) -> impl Iterator<Item = &Source> {
        [&self.city, &self.asn, &self.anonymous].into_iter().flatten()
    }
}

impl Source {
    fn refresh(&self) {
        let mut seen = self.seen.lock();
        let stamp = stamp_of(&self.path);
        if stamp.is_some() && stamp == seen.stamp {
            return;
        }
        match self.read() {
            Ok(database) => {
                let built = built(&database).map(Timestamp::unix_s);
                tracing::info!(role = self.role, path = %self.path.display(), built, "database of places read");
                self.database.store(Some(Arc::new(database)));
                seen.problem = None;
            }
            Err(error) => {
                let problem = said(&error);
                if seen.problem.as_ref() != Some(&problem) {
                    let kept = self.database.load().is_some();
                    tracing::warn!(role = self.role, problem, kept, "a database of places cannot be used");
                }
                seen.problem = Some(problem);
            }
        }
        seen.stamp = stamp;
    }

    fn read(&self) -> Result<Database, AtlasError> {
        let path = &self.path;
        let failed = |source| AtlasError::Read { path: path.clone(), source };
        let file = File::open(path).map_err(failed)?;
        let mut bytes = Vec::new();
        // One byte more than may be says that there is more.
        file.take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes).map_err(failed)?;
        if bytes.len() as u64 > FILE_BYTES_MAX {
            return Err(AtlasError::TooLarge { path: path.clone() });
        }
        let database =
            Reader::from_source(bytes).map_err(|source| AtlasError::Format { path: path.clone(), source })?;
        let found = &database.metadata().database_type;
        if !self.words.iter().any(|word| found.contains(word)) {
            let (role, wanted) = (self.role, self.wanted);
            return Err(AtlasError::WrongType { path: path.clone(), role, found: found.clone(), wanted });
        }
        Ok(database)
    }

    fn told(&self) -> AtlasDatabase {
        AtlasDatabase {
            role: self.role,
            path: self.path.display().to_string(),
            built: self.database.load().as_deref().and_then(built),
            problem: self.seen.lock().problem.clone(),
        }
    }
}

fn stamp_of(path: &Path) -> Option<Stamp> {
    let data = std::fs::metadata(path).ok()?;
    Some(Stamp { inode: data.ino(), bytes: data.len(), changed: (data.mtime(), data.mtime_nsec()) })
}

fn built(database: &Database) -> Option<Timestamp> {
    i64::try_from(database.metadata().build_epoch).ok().map(Timestamp::from_unix_s)
}

/// The error with its causes, in one line.
fn said(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(next) = cause {
        text = format!("{text}: {next}");
        cause = next.source();
    }
    text
}

#[derive(Deserialize)]
struct CountryRecord<'a> {
    #[serde(borrow)]
    iso_code: Option<&'a str>,
}

#[derive(Deserialize)]
struct PointRecord {
    latitude: Option<f64>,
    longitude: Option<f64>,
    accuracy_radius: Option<u16>,
}

#[derive(Deserialize)]
struct OnlyCountry<'a> {
    #[serde(borrow)]
    country: Option<CountryRecord<'a>>,
    registered_country: Option<CountryRecord<'a>>,
}

#[derive(Deserialize)]
struct OnlyPoint {
    location: Option<PointRecord>,
}

#[derive(Deserialize)]
struct OperatorRecord<'a> {
    autonomous_system_number: Option<u32>,
    #[serde(borrow)]
    autonomous_system_organization: Option<&'a str>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct AnonymousRecord {
    is_anonymous_vpn: bool,
    is_hosting_provider: bool,
    is_public_proxy: bool,
    is_residential_proxy: bool,
    is_tor_exit_node: bool,
    is_anonymous: bool,
}

impl AnonymousRecord {
    /// What says most of who is behind it, first.
    fn anonymity(&self) -> Option<Anonymity> {
        if self.is_tor_exit_node {
            Some(Anonymity::Tor)
        } else if self.is_anonymous_vpn {
            Some(Anonymity::Vpn)
        } else if self.is_public_proxy || self.is_residential_proxy {
            Some(Anonymity::Proxy)
        } else if self.is_hosting_provider {
            Some(Anonymity::Hosting)
        } else {
            self.is_anonymous.then_some(Anonymity::Proxy)
        }
    }
}

/// Where no accuracy is said, a country's size is assumed: a vague point must not make a journey.
const RADIUS_UNKNOWN_KM: u16 = 500;

fn country_of(
    country: Option<&CountryRecord<'_>>,
    registered: Option<&CountryRecord<'_>>,
) -> Option<Country> {
    let code = |record: Option<&CountryRecord<'_>>| {
        record.and_then(|record| record.iso_code).and_then(Country::parse)
    };
    code(country).or_else(|| code(registered))
}

fn position_of(point: &PointRecord) -> Option<Position> {
    Position::new(point.latitude?, point.longitude?, point.accuracy_radius.unwrap_or(RADIUS_UNKNOWN_KM))
}

/// The record of an address; nothing where there is no entry, or none that makes sense.
fn look_up<'a, T: Deserialize<'a>>(database: &'a Database, address: ClientAddress) -> Option<T> {
    database.lookup(address.ip()).ok()?.decode().ok()?
}

impl Atlas for MmdbAtlas {
    fn is_configured(&self) -> bool {
        self.sources().next().is_some()
    }

    fn locate(&self, address: ClientAddress) -> Located {
        let mut located = Located {
            location: Location { region: self.region(address), ..Location::default() },
            ..Located::default()
        };
        if let Some(city) = self.city.as_ref().and_then(|source| source.database.load_full()) {
            let record = look_up::<OnlyPoint>(&city, address);
            located.location.position =
                record.and_then(|record| record.location).as_ref().and_then(position_of);
        }
        if let Some(asn) = self.asn.as_ref().and_then(|source| source.database.load_full()) {
            let record = look_up::<OperatorRecord<'_>>(&asn, address);
            located.operator =
                record.and_then(|it| it.autonomous_system_organization).unwrap_or("").to_owned();
        }
        if let Some(anonymous) = self.anonymous.as_ref().and_then(|source| source.database.load_full()) {
            let record = look_up::<AnonymousRecord>(&anonymous, address);
            located.location.anonymity = record.and_then(|record| record.anonymity());
        }
        located
    }

    fn region(&self, address: ClientAddress) -> Region {
        let mut region = Region::default();
        if let Some(city) = self.city.as_ref().and_then(|source| source.database.load_full()) {
            let record = look_up::<OnlyCountry<'_>>(&city, address);
            region.country =
                record.and_then(|it| country_of(it.country.as_ref(), it.registered_country.as_ref()));
        }
        if let Some(asn) = self.asn.as_ref().and_then(|source| source.database.load_full()) {
            let record = look_up::<OperatorRecord<'_>>(&asn, address);
            region.asn = record.and_then(|record| record.autonomous_system_number);
        }
        region
    }

    fn databases(&self) -> Vec<AtlasDatabase> {
        self.sources().map(Source::told).collect()
    }
}

#[cfg(test)]
mod tests;

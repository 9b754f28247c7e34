//! Look-ups in small files that are written here, and in MaxMind's own test files where they are at hand.

use super::*;
use std::path::PathBuf;

/// A value of the MaxMind DB format (its specification, "Output Data Section").
enum Value {
    Text(&'static str),
    Double(f64),
    U16(u16),
    U32(u32),
    U64(u64),
    Bool(bool),
    Map(Vec<(&'static str, Value)>),
    Array,
}

use Value::{Array, Bool, Double, Map, Text, U16, U32, U64};

/// Sizes of these tests fit a control byte and one more; only short values have a kind above seven.
fn control(kind: u8, size: usize) -> Vec<u8> {
    let size = u8::try_from(size).expect("small");
    match (kind, size) {
        (..8, ..29) => vec![kind << 5 | size],
        (..8, 29..) => vec![kind << 5 | 29, size - 29],
        (8.., _) => vec![size, kind - 7],
    }
}

fn write(value: &Value, bytes: &mut Vec<u8>) {
    let mut put = |kind, content: &[u8]| {
        bytes.extend(control(kind, content.len()));
        bytes.extend_from_slice(content);
    };
    match value {
        Text(text) => put(2, text.as_bytes()),
        Double(number) => put(3, &number.to_be_bytes()),
        U16(number) => put(5, &number.to_be_bytes()),
        U32(number) => put(6, &number.to_be_bytes()),
        U64(number) => put(9, &number.to_be_bytes()),
        Bool(is_so) => bytes.extend(control(14, usize::from(*is_so))),
        Array => bytes.extend(control(11, 0)),
        Map(entries) => {
            bytes.extend(control(7, entries.len()));
            for (name, value) in entries {
                write(&Text(name), bytes);
                write(value, bytes);
            }
        }
    }
}

/// A database of IPv4 that knows 192.0.2.0/24 and nothing else.
fn database(kind: &'static str, record: &Value) -> Vec<u8> {
    const BITS: u32 = 24;
    let network = u32::from_be_bytes([192, 0, 2, 0]);
    let mut bytes = Vec::new();
    for bit in 0..BITS {
        // 16 zero bytes lie between tree and data, and the data begins with the record.
        let inside = if bit + 1 == BITS { BITS + 16 } else { bit + 1 };
        let is_right = network >> (31 - bit) & 1 == 1;
        for side in [false, true] {
            let target = if side == is_right { inside } else { BITS };
            bytes.extend_from_slice(&target.to_be_bytes()[1..]);
        }
    }
    bytes.extend([0; 16]);
    write(record, &mut bytes);
    bytes.extend_from_slice(b"\xab\xcd\xefMaxMind.com");
    let metadata = Map(vec![
        ("node_count", U32(BITS)),
        ("record_size", U16(24)),
        ("ip_version", U16(4)),
        ("database_type", Text(kind)),
        ("languages", Array),
        ("binary_format_major_version", U16(2)),
        ("binary_format_minor_version", U16(0)),
        ("build_epoch", U64(1_795_000_000)),
        ("description", Map(Vec::new())),
    ]);
    write(&metadata, &mut bytes);
    bytes
}

fn city(country: &'static str) -> Vec<u8> {
    let place =
        Map(vec![("latitude", Double(58.41)), ("longitude", Double(15.62)), ("accuracy_radius", U16(76))]);
    database(
        "Test-City",
        &Map(vec![("country", Map(vec![("iso_code", Text(country))])), ("location", place)]),
    )
}

fn asn() -> Vec<u8> {
    let number = ("autonomous_system_number", U32(64_496));
    database("Test-ASN", &Map(vec![number, ("autonomous_system_organization", Text("Example Net"))]))
}

fn address(text: &str) -> ClientAddress {
    text.parse().expect("an address")
}

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        // As an update does it: the new file takes the old one's name.
        let (new, path) = (self.0.path().join("new"), self.0.path().join(name));
        std::fs::write(&new, bytes).expect("written");
        std::fs::rename(&new, &path).expect("renamed");
        path
    }
}

#[test]
fn every_file_gives_its_part_and_an_address_in_none_is_not_known() {
    let folder = Folder::new();
    let vpn = database(
        "Test-Anonymous-IP",
        &Map(vec![("is_anonymous", Bool(true)), ("is_anonymous_vpn", Bool(true))]),
    );
    let atlas = MmdbAtlas::open(&AtlasFiles {
        city: Some(folder.put("city", &city("SE"))),
        asn: Some(folder.put("asn", &asn())),
        anonymous: Some(folder.put("anonymous", &vpn)),
    });
    let located = atlas.locate(address("192.0.2.7"));
    let region = Region { country: Country::parse("SE"), asn: Some(64_496) };
    let location =
        Location { region, position: Position::new(58.41, 15.62, 76), anonymity: Some(Anonymity::Vpn) };
    assert_eq!(located, Located { location, operator: "Example Net".to_owned() });
    assert_eq!(atlas.region(address("192.0.2.7")), region);
    for nowhere in ["192.0.3.7", "2001:db8::1", "255.255.255.255", "0.0.0.0"] {
        assert_eq!(atlas.locate(address(nowhere)), Located::default(), "{nowhere}");
    }
    let built = Some(Timestamp::from_unix_s(1_795_000_000));
    assert!(atlas.databases().iter().all(|it| it.built == built && it.problem.is_none()));
}

#[test]
fn an_update_is_read_and_a_broken_one_leaves_the_old_in_use_and_says_so() {
    let folder = Folder::new();
    let path = folder.put("city", &city("SE"));
    let atlas = MmdbAtlas::open(&AtlasFiles { city: Some(path.clone()), ..AtlasFiles::default() });
    let country = |atlas: &MmdbAtlas| atlas.region(address("192.0.2.7")).country.map(|it| it.to_string());
    let problem = |atlas: &MmdbAtlas| atlas.databases()[0].problem.clone().unwrap_or_default();
    assert_eq!(country(&atlas).as_deref(), Some("SE"));

    folder.put("city", &city("NO"));
    assert_eq!(country(&atlas).as_deref(), Some("SE"), "not before it is looked at");
    atlas.refresh();
    assert_eq!(country(&atlas).as_deref(), Some("NO"));

    let whole = city("LV");
    for broken in [&whole[..whole.len() / 2], b"", &[0xff; 4_000]] {
        folder.put("city", broken);
        atlas.refresh();
        assert_eq!(country(&atlas).as_deref(), Some("NO"));
        assert!(problem(&atlas).contains("is not a MaxMind DB file"), "{}", problem(&atlas));
    }
    folder.put("city", &asn());
    atlas.refresh();
    assert!(
        problem(&atlas).contains("\"Test-ASN\"") && problem(&atlas).contains("city_file"),
        "{}",
        problem(&atlas)
    );
    std::fs::remove_file(&path).expect("removed");
    atlas.refresh();
    assert!(problem(&atlas).contains("cannot read"), "{}", problem(&atlas));
    assert_eq!(country(&atlas).as_deref(), Some("NO"));

    folder.put("city", &whole);
    atlas.refresh();
    assert_eq!(country(&atlas).as_deref(), Some("LV"));
    assert_eq!(problem(&atlas), "");
}

#[test]
fn without_files_nothing_is_known_and_nothing_is_wrong() {
    let atlas = MmdbAtlas::open(&AtlasFiles::default());
    assert!(!atlas.is_configured());
    assert_eq!(atlas.locate(address("192.0.2.7")), Located::default());
    let missing = AtlasFiles { asn: Some("/nowhere/asn.mmdb".into()), ..AtlasFiles::default() };
    let atlas = MmdbAtlas::open(&missing);
    assert!(atlas.is_configured() && atlas.databases()[0].built.is_none());
}

#[test]
fn damage_anywhere_in_a_file_is_nothing_known_and_never_a_panic() {
    let folder = Folder::new();
    let whole = city("SE");
    for position in 0..whole.len() {
        for value in [0, 0x7f, 0xff] {
            let mut damaged = whole.clone();
            damaged[position] = value;
            let path = folder.put("city", &damaged);
            let atlas = MmdbAtlas::open(&AtlasFiles { city: Some(path), ..AtlasFiles::default() });
            atlas.locate(address("192.0.2.7"));
        }
    }
}

#[test]
fn maxminds_test_files_say_what_they_are_known_to_say() {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data");
    let folder = std::env::var("POSTERN_DATA").unwrap_or_else(|_| beside.to_owned());
    let folder = PathBuf::from(folder).join("geo");
    if !folder.is_dir() {
        println!("skipped: no {}; set POSTERN_DATA", folder.display());
        return;
    }
    let atlas = MmdbAtlas::open(&AtlasFiles {
        city: Some(folder.join("GeoIP2-City-Test.mmdb")),
        asn: Some(folder.join("GeoLite2-ASN-Test.mmdb")),
        anonymous: Some(folder.join("GeoIP2-Anonymous-IP-Test.mmdb")),
    });
    let said = |text: &str| {
        let located = atlas.locate(address(text));
        let anonymity = located.location.anonymity.map_or("", Anonymity::code);
        format!("{} {} {anonymity}", located.location.region, located.location.position.is_some())
    };
    // The anonymous file has its own mind about this one.
    assert_eq!(said("81.2.69.142"), "GB true tor");
    assert_eq!(said("89.160.20.112"), "SE, AS29518 true ");
    assert_eq!(said("216.160.83.57"), "US, AS209 true ");
    assert_eq!(said("175.16.199.7"), "CN true ");
    assert!(said("1.2.0.1").ends_with(" vpn"), "{}", said("1.2.0.1"));
    assert!(said("71.160.223.1").ends_with(" hosting"), "{}", said("71.160.223.1"));
    assert!(said("65.0.0.1").ends_with(" tor"), "{}", said("65.0.0.1"));
    assert!(said("186.30.236.1").ends_with(" proxy"), "{}", said("186.30.236.1"));
    let position = |text| atlas.locate(address(text)).location.position.expect("a point");
    let km = position("81.2.69.142").at_least_km_from(position("216.160.83.57"));
    assert!((6_000..8_000).contains(&km), "London to Milton, Washington: {km}");
    assert!(atlas.databases().iter().all(|it| it.problem.is_none() && it.built.is_some()));
}

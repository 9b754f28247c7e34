//! Headers as the specification has them, cut everywhere, and what only looks like one.

use super::*;
use proptest::prelude::*;

const SIGNATURE: &[u8] = b"\r\n\r\n\0\r\nQUIT\n";

fn v2(command: u8, family: u8, rest: &[u8]) -> Vec<u8> {
    let length = u16::try_from(rest.len()).expect("short");
    [SIGNATURE, &[command, family], &length.to_be_bytes(), rest].concat()
}

/// 192.0.2.7:49152 to 198.51.100.1:143.
const ENDS4: [u8; 12] = [192, 0, 2, 7, 198, 51, 100, 1, 0xc0, 0, 0, 143];

fn from(client: &str, destination: &str) -> Proxied {
    Proxied::From {
        client: client.parse().expect("a socket address"),
        destination: destination.parse().expect("a socket address"),
    }
}

/// Reads as a gate does: never more than was asked for.
fn read(wire: &[u8]) -> Result<(Proxied, usize), DecodeProxyError> {
    let mut end = 0;
    loop {
        match decode(&wire[..end])? {
            Progress::Whole(proxied) => return Ok((proxied, end)),
            Progress::Needs(more) => {
                assert!(more > 0);
                assert!(end + more <= HEADER_BYTES_MAX, "the buffer has a limit");
                end += more;
            }
        }
        if end > wire.len() {
            // The peer has nothing more to say.
            return Err(DecodeProxyError::Malformed);
        }
    }
}

/// The header, whatever follows, and at every cut: no prefix of it is whole or wrong.
fn check(header: &[u8], proxied: Proxied) {
    for behind in [&b""[..], b"P", b"\r\n", b"POST / HTTP/1.1\r\n", SIGNATURE] {
        assert_eq!(read(&[header, behind].concat()), Ok((proxied, header.len())));
    }
    for cut in 0..header.len() {
        match decode(&header[..cut]) {
            Ok(Progress::Needs(more)) => {
                assert!(cut + more <= header.len(), "asks for bytes behind it at {cut}")
            }
            other => panic!("{other:?} at {cut} of {header:?}"),
        }
    }
    assert_eq!(decode(header), Ok(Progress::Whole(proxied)));
}

#[test]
fn q6_version_1_is_read_at_every_cut_and_never_over_read() {
    check(b"PROXY TCP4 192.0.2.7 198.51.100.1 49152 143\r\n", from("192.0.2.7:49152", "198.51.100.1:143"));
    check(b"PROXY TCP6 2001:db8::7 2001:db8::1 0 65535\r\n", from("[2001:db8::7]:0", "[2001:db8::1]:65535"));
    check(b"PROXY UNKNOWN\r\n", Proxied::Itself);
    check(b"PROXY UNKNOWN whatever it says\r\n", Proxied::Itself);
    let longest = format!("PROXY UNKNOWN {}\r\n", "f".repeat(107 - 16));
    assert_eq!(longest.len(), 107);
    check(longest.as_bytes(), Proxied::Itself);
}

#[test]
fn q6_version_2_is_read_at_every_cut_and_its_vectors_are_skipped() {
    check(&v2(0x21, 0x11, &ENDS4), from("192.0.2.7:49152", "198.51.100.1:143"));
    let mut ends6 = Vec::new();
    for address in ["2001:db8::7", "2001:db8::1"] {
        ends6.extend(address.parse::<std::net::Ipv6Addr>().expect("an address").octets());
    }
    ends6.extend([0xff, 0xff, 0, 25]);
    check(&v2(0x21, 0x21, &ends6), from("[2001:db8::7]:65535", "[2001:db8::1]:25"));
    // A host name, an empty vector, and one of padding, as haproxy sends them.
    let vectors = [&ENDS4[..], &[2, 0, 3], b"mx.", &[0x20, 0, 0], &[4, 0, 2, 0, 0]].concat();
    check(&v2(0x21, 0x11, &vectors), from("192.0.2.7:49152", "198.51.100.1:143"));
    // A health check: LOCAL, whatever stands behind it.
    check(&v2(0x20, 0x00, &[]), Proxied::Itself);
    check(&v2(0x20, 0x31, &[7; 216]), Proxied::Itself);
    check(&v2(0x21, 0x00, &[9; 40]), Proxied::Itself);
    let longest = [&ENDS4[..], &[4, 0x07, 0xe1], &[0; 2_017]].concat();
    assert_eq!(v2(0x21, 0x11, &longest).len(), HEADER_BYTES_MAX);
    check(&v2(0x21, 0x11, &longest), from("192.0.2.7:49152", "198.51.100.1:143"));
}

#[test]
fn q6_what_is_no_header_is_refused() {
    use DecodeProxyError::{ForeignFamily, Malformed, NotAHeader, TooLong, UnknownVersion};
    let check = |wire: &[u8], error| {
        assert_eq!(read(wire), Err(error), "{:?}", String::from_utf8_lossy(wire));
    };
    check(b"POST /?command=allow HTTP/1.1\r\n", NotAHeader);
    check(b"request=smtpd_access_policy\n", NotAHeader);
    check(b"PROXX TCP4 192.0.2.7 198.51.100.1 1 2\r\n", NotAHeader);
    check(b"\r\n\r\n\0\r\nQUIT\r\x21\x11\0\0", NotAHeader);
    // Unix sockets and datagrams.
    check(&v2(0x21, 0x31, &[0; 216]), ForeignFamily);
    check(&v2(0x21, 0x12, &ENDS4), ForeignFamily);
    check(b"PROXY UDP4 192.0.2.7 198.51.100.1 1 2\r\n", ForeignFamily);
    check(b"PROXY UNIX /run/x /run/y\r\n", ForeignFamily);
    // Versions and commands that there are not.
    check(&v2(0x11, 0x11, &ENDS4), UnknownVersion);
    check(&v2(0x22, 0x11, &ENDS4), UnknownVersion);
    // Too long: announced, and a line without an end.
    check(&[SIGNATURE, &[0x21, 0x11, 0x07, 0xf1]].concat(), TooLong);
    check(&[SIGNATURE, &[0x20, 0, 0xff, 0xff]].concat(), TooLong);
    check(format!("PROXY UNKNOWN {}\r\n", "f".repeat(107 - 15)).as_bytes(), TooLong);
    check(&[&b"PROXY UNKNOWN "[..], &[b'f'; 3_000]].concat(), TooLong);
    // Addresses, ports, and lines that end in the middle.
    for line in [
        "TCP4 192.0.2.7 198.51.100.1 49152\r\n",
        "TCP4 192.0.2.7 198.51.100.1 49152 143 7\r\n",
        "TCP4 192.0.2.7 198.51.100.1  143\r\n",
        "TCP4 192.0.2.7 198.51.100.1 49152 65536\r\n",
        "TCP4 192.0.2.7 198.51.100.1 +9152 143\r\n",
        "TCP4 192.0.2.7 198.51.100.1 09152 143\r\n",
        "TCP4 2001:db8::7 2001:db8::1 1 2\r\n",
        "TCP6 192.0.2.7 198.51.100.1 1 2\r\n",
        "TCP4 192.0.2.007 198.51.100.1 1 2\r\n",
        "TCP4 192.0.2.7 198.51.100.1 1 2\n\r\n",
        "TCP4 192.0.2.7\r198.51.100.1 1 2\r\n",
        "TCP4\r\n         \r\n",
    ] {
        check(format!("PROXY {line}").as_bytes(), Malformed);
    }
    // Found by fuzzing: a line that ends too early is the same at every cut.
    let early = b"PROXY TC\r\n\r\n\0\r\0";
    for cut in 10..=early.len() {
        assert_eq!(decode(&early[..cut]), Err(ForeignFamily), "{cut}");
    }
    check(&v2(0x21, 0x11, &ENDS4[..11]), Malformed);
    check(&v2(0x21, 0x21, &ENDS4), Malformed);
    check(&v2(0x21, 0x11, &[&ENDS4[..], &[4, 0]].concat()), Malformed);
    check(&v2(0x21, 0x11, &[&ENDS4[..], &[4, 0, 2, 0]].concat()), Malformed);
}

proptest! {
    #[test]
    fn reading_never_panics_and_always_asks_for_more_or_ends(
        start in 0usize..3, wire in proptest::collection::vec(any::<u8>(), 0..300),
    ) {
        let begin: &[u8] = [&b""[..], b"PROXY ", SIGNATURE][start];
        let _ = read(&[begin, &wire].concat());
    }

    #[test]
    fn what_a_proxy_writes_is_read(client in any::<std::net::SocketAddrV4>(), to in any::<std::net::SocketAddrV4>()) {
        let line = format!("PROXY TCP4 {} {} {} {}\r\n", client.ip(), to.ip(), client.port(), to.port());
        let told = Proxied::From { client: client.into(), destination: to.into() };
        prop_assert_eq!(read(line.as_bytes()), Ok((told, line.len())));
    }
}

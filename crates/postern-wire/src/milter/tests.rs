//! Packets as Postfix sends them, packets that nobody should send, and our replies.

use super::*;

fn packet(code: u8, data: &[u8]) -> Vec<u8> {
    let mut bytes = u32::to_be_bytes(1 + data.len() as u32).to_vec();
    bytes.push(code);
    bytes.extend_from_slice(data);
    bytes
}

fn read(bytes: &[u8]) -> Command<'_> {
    let decoded = decode(bytes).expect("a packet").expect("a whole one");
    assert_eq!(decoded.bytes, bytes.len());
    decoded.command
}

#[test]
fn what_postfix_sends_is_read_at_every_cut() {
    // Captured from Postfix 3.7.11: mail handed over with sendmail.
    let negotiate = packet(b'O', b"\x00\x00\x00\x06\x00\x00\x01\xff\x00\x1f\xff\xff");
    assert_eq!(read(&negotiate), Command::Negotiate { version: 6, actions: 0x1ff, steps: 0x1f_ffff });
    let connect = packet(b'C', b"localhost\x004\x00\x00127.0.0.1\x00");
    assert_eq!(read(&connect), Command::Connect { address: Some(b"127.0.0.1"), port: 0 });
    let of_mail = packet(b'D', b"Mi\x004jb3V84g2lz1SRm3\x00{mail_addr}\x00evil@contoso.example\x00");
    let Command::Macros { of: b'M', macros } = read(&of_mail) else { panic!("macros of MAIL") };
    assert_eq!(macros.get("i"), Some(b"4jb3V84g2lz1SRm3".as_slice()));
    assert_eq!(macros.get("{auth_authen}"), None);
    assert_eq!(macros.get("evil@contoso.example"), None, "a value is no name");
    let mail = packet(b'M', b"<rob@contoso.example>\0SIZE=12\0");
    let Command::Mail { sender } = read(&mail) else { panic!("MAIL") };
    assert_eq!(bare(sender), b"rob@contoso.example");
    assert_eq!((bare(b"<>"), bare(b"evil@x"), bare(b"<")), (&b""[..], &b"evil@x"[..], &b"<"[..]));
    let header = packet(b'L', b"From\0ceo@contoso.example\0");
    assert_eq!(read(&header), Command::Header { name: b"From", value: b"ceo@contoso.example" });
    assert_eq!(read(&packet(b'T', b"")), Command::Other(b'T'));
    for whole in [negotiate, connect, of_mail, mail, header, packet(b'E', b"")] {
        for cut in 0..whole.len() {
            assert_eq!(decode(&whole[..cut]), Ok(None), "cut at {cut}");
        }
    }
}

#[test]
fn a_length_is_refused_before_room_is_made_for_it() {
    assert_eq!(decode(&[0xff, 0xff, 0xff, 0xff]), Err(DecodeMilterError::Length(u32::MAX)));
    assert_eq!(decode(&[0, 0, 0, 0]), Err(DecodeMilterError::Length(0)), "no command");
    let longest = packet(b'B', &vec![b'x'; PACKET_BYTES_MAX - 1]);
    assert!(matches!(read(&longest), Command::Body(body) if body.len() == PACKET_BYTES_MAX - 1));
    let longer = packet(b'B', &vec![b'x'; PACKET_BYTES_MAX]);
    assert_eq!(packet_bytes(&longer[..4]), Err(DecodeMilterError::Length(1 + PACKET_BYTES_MAX as u32)));
}

#[test]
fn what_is_cut_short_within_its_packet_ends_the_connection() {
    for (code, data) in [
        (b'O', &b"\0\0\0\x06\0\0\0"[..]),
        (b'D', b""),
        (b'C', b"localhost"),
        (b'M', b"rob@contoso.example"),
        (b'R', b""),
        (b'L', b"From\0"),
    ] {
        let cut = decode(&packet(code, data)).map(|_| ());
        assert_eq!(cut, Err(DecodeMilterError::CutShort(char::from(code))), "{}", char::from(code));
    }
    // A connection without an address is not malformed: a Unix socket, an unknown client.
    for data in [&b"x\0"[..], b"x\0U", b"x\0L\0\0/run/x\0", b"x\x004\0", b"x\x004\0\x19"] {
        assert_eq!(read(&packet(b'C', data)), Command::Connect { address: None, port: 0 });
    }
    assert_eq!(
        read(&packet(b'C', b"x\x006\0\x19IPv6:2001:db8::1\0")),
        Command::Connect { address: Some(b"2001:db8::1"), port: 25 }
    );
    let many = |count: usize| [b"M".to_vec(), b"i\0x\0".repeat(count)].concat();
    assert!(decode(&packet(b'D', &many(MACROS_MAX))).is_ok());
    assert_eq!(decode(&packet(b'D', &many(MACROS_MAX + 1))), Err(DecodeMilterError::TooManyMacros));
}

#[test]
fn replies_are_packets_of_their_length_and_no_text_breaks_a_line() {
    let encoded = |reply: Reply<'_>| {
        let mut out = Vec::new();
        reply.encode(&mut out);
        out
    };
    assert_eq!(encoded(Reply::Continue), b"\0\0\0\x01c");
    assert_eq!(encoded(Reply::Refuse { text: "No.\r\nü" }), b"\0\0\0\x12y550 5.7.1 No.  ?\0");
    assert_eq!(encoded(Reply::Refuse { text: &"x".repeat(999) }).len(), 4 + 1 + 10 + 400 + 1);
    assert_eq!(encoded(Reply::Hold { reason: "restricted" }), b"\0\0\0\x0cqrestricted\0\0\0\0\x01c");
    let wishes: MacroWishes<'_> = &[(2, "i {auth_authen}")];
    let chosen = encoded(Reply::Negotiate { actions: 0x120, steps: 1, wishes });
    assert_eq!(chosen, b"\0\0\0\x21O\0\0\0\x06\0\0\x01\x20\0\0\0\x01\0\0\0\x02i {auth_authen}\0");
    let unchosen = encoded(Reply::Negotiate { actions: 0x20, steps: 1, wishes });
    assert_eq!(unchosen.len(), 4 + 1 + 12);
}

#[test]
fn a_headers_addresses_are_those_that_a_mail_program_shows() {
    for (value, expected) in [
        ("rob@contoso.example", &["rob@contoso.example"][..]),
        ("Rob Young <rob@contoso.example>", &["rob@contoso.example"]),
        ("\"ceo@contoso.example\" <rob@evil.example>", &["rob@evil.example"]),
        ("\"a \\\" <x@y> , b\" <rob@c.example>", &["rob@c.example"]),
        ("rob@contoso.example (Rob, the (real) one)", &["rob@contoso.example"]),
        ("(x) rob@contoso.example", &["rob@contoso.example"]),
        ("A <a@x.example>, b@x.example ,C <c@x.example>", &["a@x.example", "b@x.example", "c@x.example"]),
        ("Board: a@x.example, B <b@x.example>;", &["a@x.example", "b@x.example"]),
        ("<@relay.example,@two.example:rob@contoso.example>", &["rob@contoso.example"]),
        ("undisclosed-recipients:;", &[]),
        ("", &[]),
        ("Rob", &[]),
        ("<", &[]),
        ("\"never closed <rob@contoso.example>", &[]),
        ("(never closed <rob@contoso.example>", &[]),
        ("rob@contoso.example <", &[]),
        ("two words@contoso.example", &[]),
        ("\n rob@contoso.example\r\n", &["rob@contoso.example"]),
    ] {
        assert_eq!(addresses(value), expected, "{value:?}");
    }
    let many = "a@x.example,".repeat(ADDRESSES_MAX + 5);
    assert_eq!(addresses(&many).len(), ADDRESSES_MAX);
}

proptest::proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes: Vec<u8>, code: u8, text: String) {
        let _any = decode(&bytes);
        let _any = decode(&packet(code, &bytes));
        for address in addresses(&text) {
            proptest::prop_assert!(address.contains('@'));
        }
    }
}

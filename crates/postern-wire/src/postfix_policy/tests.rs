//! The policy codec at its edges; whole transcripts are in tests/it.

use super::*;
use proptest::prelude::*;

const SMALLEST: &str = "request=smtpd_access_policy\n\n";

fn decode(bytes: &[u8]) -> Result<Option<Decoded<'_>>, DecodePolicyError> {
    Decoder::new().decode(bytes)
}

/// A request padded with unused lines of at most `LINE_BYTES_MAX` to exactly `bytes`.
fn request_of(bytes: usize) -> Vec<u8> {
    let mut request = SMALLEST.as_bytes()[..SMALLEST.len() - 1].to_vec();
    while request.len() < bytes - 1 {
        let line = (bytes - 1 - request.len()).min(2_000);
        request.extend(b"x=".iter().chain(&vec![b'v'; line - 3]).chain(b"\n"));
    }
    request.push(b'\n');
    assert_eq!(request.len(), bytes);
    request
}

#[test]
fn the_longest_request_is_read_and_one_byte_more_is_not() {
    let longest = request_of(REQUEST_BYTES_MAX);
    assert_eq!(decode(&longest).expect("within the limit").expect("complete").bytes, REQUEST_BYTES_MAX);
    assert_eq!(decode(&request_of(REQUEST_BYTES_MAX + 1)), Err(DecodePolicyError::RequestTooLong));
    // Without its last byte there is still room for an end; a full buffer without one is an error at once.
    assert_eq!(decode(&longest[..REQUEST_BYTES_MAX - 1]), Ok(None));
    assert_eq!(
        decode(&request_of(REQUEST_BYTES_MAX + 1)[..REQUEST_BYTES_MAX]),
        Err(DecodePolicyError::RequestTooLong)
    );
}

#[test]
fn the_longest_line_is_read_and_one_byte_more_is_not() {
    let line = |length: usize| format!("helo_name={}\n{SMALLEST}", "h".repeat(length - "helo_name=".len()));
    assert!(decode(line(LINE_BYTES_MAX).as_bytes()).is_ok());
    assert_eq!(decode(line(LINE_BYTES_MAX + 1).as_bytes()), Err(DecodePolicyError::LineTooLong));
    let endless = vec![b'h'; LINE_BYTES_MAX + 1];
    assert_eq!(decode(&endless[..LINE_BYTES_MAX]), Ok(None));
    assert_eq!(decode(&endless), Err(DecodePolicyError::LineTooLong));
}

#[test]
fn the_most_attributes_are_read_and_one_more_is_not() {
    let lines = |count: usize| format!("{}{SMALLEST}", "a=\n".repeat(count - 1));
    assert!(decode(lines(ATTRIBUTES_MAX).as_bytes()).is_ok());
    assert_eq!(decode(lines(ATTRIBUTES_MAX + 1).as_bytes()), Err(DecodePolicyError::TooManyAttributes));
}

#[test]
fn what_is_not_the_protocol_is_refused_by_name() {
    let check =
        |text: &str, error: DecodePolicyError| assert_eq!(decode(text.as_bytes()), Err(error), "{text:?}");
    check("\n", DecodePolicyError::NotAPolicyRequest);
    check("sender=a@b\n\n", DecodePolicyError::NotAPolicyRequest);
    check("request=junk_policy\n\n", DecodePolicyError::NotAPolicyRequest);
    check("GET / HTTP/1.1\r\n", DecodePolicyError::NotNameAndValue);
    check("=value\n", DecodePolicyError::NotNameAndValue);
    check("request=smtpd_access_policy\nsender=a\0b\n\n", DecodePolicyError::HoldsNul);
    check("request=smtpd_access_policy\nsize=many\n\n", DecodePolicyError::NotANumber { name: "size" });
    check(
        "request=smtpd_access_policy\nrecipient_count=4294967296\n\n",
        DecodePolicyError::NotANumber { name: "recipient_count" },
    );
}

#[test]
fn a_value_may_hold_equals_and_the_last_of_two_counts() {
    let text = "request=smtpd_access_policy\nsender=first@b\nsender=a=b@c=d\nsize=\n\n";
    let request = decode(text.as_bytes()).expect("valid").expect("complete").request;
    assert_eq!(request.sender, "a=b@c=d");
    assert_eq!(request.size, 0);
}

/// A spammer's stray byte must not close the connection, or `default_action` would let the mail through.
#[test]
fn foreign_bytes_in_an_address_do_not_stop_the_decision() {
    let bytes = b"request=smtpd_access_policy\nrecipient=caf\xe9@b.test\nsasl_username=ana@lab.test\n\n";
    let request = decode(bytes).expect("valid").expect("complete").request;
    assert_eq!(request.recipient, "caf\u{fffd}@b.test");
    assert_eq!(request.sasl_username, "ana@lab.test");
}

#[test]
fn an_ordinary_request_borrows_from_the_buffer() {
    let text = "request=smtpd_access_policy\nrecipient=käse@b.test\n\n";
    let request = decode(text.as_bytes()).expect("valid").expect("complete").request;
    assert!(matches!(request.recipient, std::borrow::Cow::Borrowed("käse@b.test")));
}

fn encoded(action: Action<'_>) -> String {
    let mut out = Vec::new();
    action.encode(&mut out);
    String::from_utf8(out).expect("ASCII")
}

#[test]
fn actions_are_written_as_postfix_reads_them() {
    let class = RestrictionClass::new("postern_open").expect("a name");
    assert_eq!(encoded(Action::Dunno), "action=DUNNO\n\n");
    assert_eq!(encoded(Action::Class(&class)), "action=postern_open\n\n");
    assert_eq!(
        encoded(Action::Sleep { delay_s: 2, class: Some(&class) }),
        "action=sleep 2, postern_open\n\n"
    );
    assert_eq!(encoded(Action::Sleep { delay_s: 255, class: None }), "action=sleep 255\n\n");
    assert_eq!(encoded(Action::Refuse { text: "No (P1)" }), "action=550 5.7.1 No (P1)\n\n");
}

#[test]
fn a_refusal_stays_one_ascii_line_within_the_reply_limit() {
    assert_eq!(
        encoded(Action::Refuse { text: "Sändning\r\naction=OK\0" }),
        "action=550 5.7.1 S?ndning  action=OK \n\n"
    );
    let longest = "x".repeat(REFUSAL_TEXT_BYTES_MAX);
    assert_eq!(encoded(Action::Refuse { text: &longest }), format!("action=550 5.7.1 {longest}\n\n"));
    assert_eq!(
        encoded(Action::Refuse { text: &format!("{longest}y") }),
        encoded(Action::Refuse { text: &longest })
    );
}

#[test]
fn a_class_name_cannot_break_out_of_its_answer() {
    for name in ["", "two words", "a,b", "a\nb", "käse", &"x".repeat(65)] {
        assert_eq!(RestrictionClass::new(name), Err(NotAClassName), "{name:?}");
    }
    assert!(RestrictionClass::new("x".repeat(64)).is_ok());
}

proptest! {
    #[test]
    fn a_line_feed_and_the_first_equals_before_it_are_found_where_they_are(
        bytes in proptest::collection::vec(prop_oneof![8 => any::<u8>(), 1 => Just(b'\n'), 1 => Just(b'=')], 0..40),
    ) {
        let mut decoder = Decoder::new();
        let line_feed = decoder.find_line_feed(&bytes);
        prop_assert_eq!(line_feed, bytes.iter().position(|byte| *byte == b'\n'));
        let line = &bytes[..line_feed.unwrap_or(bytes.len())];
        prop_assert_eq!(decoder.equals, line.iter().position(|byte| *byte == b'='));
    }

    #[test]
    fn decoding_never_panics_and_a_split_changes_nothing(
        bytes in proptest::collection::vec(prop_oneof![any::<u8>(), Just(b'\n'), Just(b'=')], 0..300),
        split in any::<proptest::sample::Index>(),
    ) {
        let mut buffer = SMALLEST.as_bytes()[..SMALLEST.len() - 1].to_vec();
        buffer.extend(bytes);
        let whole = decode(&buffer);
        let mut decoder = Decoder::new();
        let split = split.index(buffer.len());
        let first = decoder.decode(&buffer[..split]);
        let parted = match first {
            Ok(None) => decoder.decode(&buffer),
            done => done,
        };
        prop_assert_eq!(parted, whole);
    }

    #[test]
    fn what_is_encoded_is_decoded(
        texts in proptest::array::uniform7("[^\0\n]{0,40}"),
        recipient_count in any::<u32>(),
        size in any::<u64>(),
    ) {
        let [protocol_state, sasl_username, sender, recipient, instance, queue_id, client_address] =
            texts.map(std::borrow::Cow::Owned);
        let request = Request {
            protocol_state, sasl_username, sender, recipient, recipient_count, size, instance, queue_id,
            client_address,
        };
        let mut bytes = Vec::new();
        request.encode(&mut bytes);
        let decoded = decode(&bytes).expect("valid").expect("complete");
        prop_assert_eq!(decoded.bytes, bytes.len());
        prop_assert_eq!(decoded.request, request);
    }
}

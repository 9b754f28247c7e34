//! Every scheme against what other programs made, and the refusals.
//!
//! All vectors are of the password `correct horse é` (UTF-8). `doveadm` is Dovecot 2.3.19's `doveadm pw -s SCHEME -p …`
//! (crypt families with `-r 5` or `-r 5000`), `perl` is perl's `crypt` over libxcrypt, `openssl` is `openssl passwd`.

use super::scheme::SCHEME_BYTES_MAX;
use super::*;

const PASSWORD: &str = "correct horse é";

const DOVEADM: [&str; 23] = [
    "{SHA512-CRYPT}$6$LzzMjE6bzkCMO0yi$iX5S73RIE1rL6yscsgk5scqkO4insvOpb16jaubj2qs54XDh14.fZYs/Orxt3sccE9w5apy/2EGGNg3Fb4mfi0",
    "{SHA256-CRYPT}$5$P6Zmx.DgniGrDjkk$sr5X/0pb9XhcDcKihvFxpQDkjflmCOGkCKkMNQOP0H3",
    "{BLF-CRYPT}$2y$05$Bu/k7Z0D0xh2FZJm6vjEhO//71iJVif33YsC9sTj7PWsdB2yUhzDe",
    "{SSHA}9/Yrz3BXp2oWg6+nEUnEjRBuZ8t4ekdH",
    "{SSHA256}lQx/Prtl6d2WVQwV3Ax1ndSHa8XLYK3R3jAfEpOdf4j3jlKv",
    "{SSHA512}WD/jInzcvaodvwplR8zoiIoG7SxG8kqXGeopjyfzPgnrqslln0ZLbzGZbnkBzJ+ldCNJVvdHF1Z8nj2GTeZVTI3KoRo=",
    "{SHA}/8wfRUGm8tTSBrWrjhQj2hPe5cw=",
    "{SHA1}/8wfRUGm8tTSBrWrjhQj2hPe5cw=",
    "{SHA256}dnWSPHvvy1uKaWcqmYwmaT6nw3xnItNMK/+qBM7cqPQ=",
    "{SHA512}MXUDA5XJIbzCL1zkh0J7i80NgSYLy0kppdxSndOX8keOxPfn8WNZ3BcTFL16Vm5FkXJtjLC9zdTsz5NASNxjhg==",
    "{SMD5}l1x/WX61lIoXm5oJyZBRsx6NexY=",
    "{PLAIN-MD5}99d4eaa3c4a60dc3228acb823b8924be",
    "{LDAP-MD5}mdTqo8SmDcMiisuCO4kkvg==",
    "{PBKDF2}$1$4qsvwtpEOl0J6btO$5000$93a61068b8d17b78e6067c2fd674ea94ab1e7403",
    "{ARGON2I}$argon2i$v=19$m=32768,t=4,p=1$6qOysRtf3hxyNdl4Gejz/g$JLs3PAeUsBbYZ9hm5NblhONPPxlpPLP6IXeeTNehqGw",
    "{ARGON2ID}$argon2id$v=19$m=65536,t=3,p=1$9F4sNxppjYyiN+FfXy2QFw$FxTJJwK4D1zLAlV5N5gRewrF8WxSqnHajyk9MswCkZM",
    "{CRYPT}$2y$05$urAeEIs8kIkblxU0sp9jreJ7tM/XiFygsiuhY1Fqx42V0ARm8DI2u",
    "{SSHA256.HEX}9bd9ea3bee3b0566ac50152684d2e1b3139c374f2d52c9d9163346bed0b36602e801c9ef",
    "{SSHA.B64}rquB1kZaq3NGtdvSqjKZcKapSQKUuUDt",
    "{SHA256.HEX}7675923c7befcb5b8a69672a998c26693ea7c37c6722d34c2bffaa04cedca8f4",
    "{PLAIN-MD5.B64}mdTqo8SmDcMiisuCO4kkvg==",
    "{SHA512-CRYPT.B64}JDYkNFNJRDM3L3Blc1NKbmNLLiRwWVBHZ2RKeHU5bXVxVUN3bkNpSGszYVp0U0tmekVjTVIzNDdhUGFlNVdjTTJ0LkNkWmRZdFhlN2FCL0JVZ2FtVGRwOU9vRXNtbEZPR1BUUG1ocHdNLw==",
    "{SMD5.HEX}9df16d86fdc3aa83fcacece80f5272ae940fe8c2",
];

const CRYPT: [&str; 8] = [
    // openssl passwd -6 and -5
    "{SHA512-CRYPT}$6$saltsalt$vWxjE30Kk7UYpWbXmR2Ca.eA27aF3qB1swDMEmi53SnVWVc7kpybWxnFc13RjsTTOxpKkthNiH/123pw2HOMc1",
    "{SHA256-CRYPT}$5$saltsalt$kGvChU/4DeuJMVC62CaGSyKUgDxi9rjRg3Lty7KqPK4",
    // perl
    "{CRYPT}$6$rounds=1000$saltsalt$XZdIi8kKnYLSZFBx9tmwTE1piB6tt1eKJiCdhDKBeqN0kH7YgErSv8t9AZM03RSE0rNql7WfGjX1LeuYvJRHi.",
    "{CRYPT}$y$j9T$saltsaltsaltsalt$RhnnT.QH6ihMgIDqQ2q8AvVjWnYNg1ZkSlq81Amx6g.",
    "{CRYPT}$2y$05$abcdefghijklmnopqrstuuNKTrdYIyJepeBe0WMJS4ZyMwX4aEJLK",
    "{CRYPT}$2b$05$abcdefghijklmnopqrstuuNKTrdYIyJepeBe0WMJS4ZyMwX4aEJLK",
    "{BLF-CRYPT}$2a$05$abcdefghijklmnopqrstuuNKTrdYIyJepeBe0WMJS4ZyMwX4aEJLK",
    // RFC 2307's name for {LDAP-MD5}
    "{MD5}mdTqo8SmDcMiisuCO4kkvg==",
];

/// Counts up: salts differ and nothing is random.
struct Counting(std::sync::atomic::AtomicU8);

impl Entropy for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed));
    }
}

fn password(text: &str) -> Password {
    Password::new(text.to_owned()).expect("a test password")
}

fn verify(text: &str, stored: &str) -> Result<bool, SchemeError> {
    Stored::parse(stored)?.verify(&password(text))
}

#[test]
fn what_dovecot_and_crypt_made_is_verified() {
    for stored in DOVEADM.iter().chain(&CRYPT) {
        assert_eq!(verify(PASSWORD, stored), Ok(true), "{stored}");
        assert_eq!(verify("correct horse e", stored), Ok(false), "{stored}");
        assert!(Stored::parse(stored).is_ok_and(|stored| stored.check().is_ok()), "{stored}");
    }
}

#[test]
fn scheme_names_and_encodings_are_read_in_any_case() {
    assert_eq!(verify(PASSWORD, "{ssha.b64}rquB1kZaq3NGtdvSqjKZcKapSQKUuUDt"), Ok(true));
    assert_eq!(verify(PASSWORD, "{plain-md5}99D4EAA3C4A60DC3228ACB823B8924BE"), Ok(true));
    // Dovecot takes an unsalted digest of hex length for hex, although {SHA256} is usually Base64.
    let hex = "{SHA256}7675923c7befcb5b8a69672a998c26693ea7c37c6722d34c2bffaa04cedca8f4";
    assert_eq!(verify(PASSWORD, hex), Ok(true));
}

#[test]
fn a_scheme_that_we_cannot_verify_is_named() {
    let unsupported = |stored: &str| match Stored::parse(stored).and_then(|stored| stored.check()) {
        Err(SchemeError::Unsupported { scheme }) => scheme,
        other => panic!("{stored}: {other:?}"),
    };
    assert_eq!(unsupported("{MD5-CRYPT}$1$Q6sJusgy$4qxEoZW5p3OtqWfRKDuu1/"), "MD5-CRYPT");
    assert_eq!(unsupported("{MD5}$1$4sgletSH$.HC.aQVftx8ZWHiJUC5O3."), "MD5");
    assert_eq!(unsupported("{CRYPT}$1$Q6sJusgy$4qxEoZW5p3OtqWfRKDuu1/"), "MD5-CRYPT");
    assert_eq!(unsupported("{CRYPT}abhfCpXqd4GrI"), "DES-CRYPT");
    assert_eq!(unsupported("{DES-CRYPT}Hea51sBTXVe0k"), "DES-CRYPT");
    assert_eq!(
        unsupported("{CRYPT}$gy$j9T$saltsaltsaltsalt$YWRmKql/24oe09H6c3vv1HIUTebblbp4IElG7PxIqW2"),
        "CRYPT $gy$"
    );
    assert_eq!(unsupported("{CRAM-MD5}90b3dd645c4b669d41d81c9892a045d8"), "CRAM-MD5");
    assert_eq!(unsupported("{SSHA.ROT13}x"), "SSHA.ROT13");
    assert_eq!(unsupported("no scheme at all"), "");
    assert_eq!(unsupported(&format!("{{{}}}x", "é".repeat(40))), "é".repeat(SCHEME_BYTES_MAX / 2));
}

#[test]
fn a_damaged_text_is_an_error_and_never_a_match() {
    for stored in [
        "{SSHA}",
        "{SSHA}9/Yrz3BXp2oWg6+nEUnEjRBuZ8s=",
        "{SHA}AAAA",
        "{SHA256}not base64!",
        "{SHA256.HEX}abc",
        "{PBKDF2}$1$salt$5000",
        "{PBKDF2}$1$salt$0$93a61068b8d17b78e6067c2fd674ea94ab1e7403",
        "{PBKDF2}$2$salt$5000$93a61068b8d17b78e6067c2fd674ea94ab1e7403",
        "{ARGON2ID}",
        "{ARGON2ID}$argon2id$v=19$m=65536,t=3,p=1$9F4sNxppjYyiN+FfXy2QFw",
        "{ARGON2ID}$argon2d$v=19$m=65536,t=3,p=1$9F4sNxppjYyiN+FfXy2QFw$FxTJJwK4D1zLAlV5N5gRewrF8WxSqnHajyk9MswCkZM",
        "{BLF-CRYPT}$2y$05$short",
        "{SHA512-CRYPT}$6$rounds=x$saltsalt$abc",
        "{SHA512-CRYPT}$6$",
        "{CRYPT}$y$j9T$salt",
        "{CRYPT}$y$!!!$salt$hash",
    ] {
        assert!(matches!(verify(PASSWORD, stored), Err(SchemeError::Malformed { .. })), "{stored}");
    }
}

/// An import asks no more than this: what is damaged is found without computing anything.
#[test]
fn a_crypt_text_is_held_to_its_length_and_alphabet_before_anything_is_computed() {
    let (short, long) = ("a".repeat(42), "a".repeat(85));
    let is_damaged = |text: &str| {
        let checked = Stored::parse(&format!("{{CRYPT}}{text}")).expect("a known scheme").check();
        matches!(checked, Err(SchemeError::Malformed { .. }))
    };
    for text in [
        "$6$abc$xx".to_owned(),
        "$5$abcdefgh$short".to_owned(),
        format!("$6$abcdefgh${}", "!".repeat(86)),
        format!("$6$abcdefgh${long}"),
        format!("$6$abcdefgh${long}.."),
        format!("$6$abcdefgh${short}."),
        format!("$5$abcdefgh${short}"),
        format!("$5$abcdefgh${short}.."),
        format!("$5$abcdefgh${long}."),
        // The last digit holds fewer bits than six: four in $5$, two in $6$.
        format!("$5$abcdefgh${short}E"),
        format!("$6$abcdefgh${long}2"),
        format!("$5$abcdefgh${short}.$"),
        format!("$5$abcdefgh${short}.$x"),
        format!("$5$abcdefghijklmnopq${short}."),
        format!("$5$abc_efgh${short}."),
        format!("$5$$${short}."),
        format!("$5$${short}."),
        format!("$5${short}."),
        format!("$5$rounds=999$abcdefgh${short}."),
        format!("$5$rounds=+5000$abcdefgh${short}."),
        format!("$5$rounds=5000${short}."),
        format!("$y$j9T$saltsaltsaltsalt${short}"),
        format!("$y$j9T$saltsaltsaltsalt${}", "!".repeat(43)),
        format!("$y$j9T${short}."),
    ] {
        assert!(is_damaged(&text), "{text}");
    }
    for text in [
        format!("$5$abcdefghijklmnop${short}D"),
        format!("$5$a${short}."),
        format!("$6$rounds=1000$abcdefgh${long}1"),
    ] {
        assert!(!is_damaged(&text), "{text}");
        assert_eq!(verify(PASSWORD, &format!("{{CRYPT}}{text}")), Ok(false), "{text}");
    }
}

#[test]
fn a_cost_above_the_cap_is_refused_before_it_is_spent() {
    let argon2 = |m: u32, t: u32| {
        format!(
            "{{ARGON2ID}}$argon2id$v=19$m={m},t={t},p=1$9F4sNxppjYyiN+FfXy2QFw$FxTJJwK4D1zLAlV5N5gRewrF8WxSqnHajyk9MswCkZM"
        )
    };
    let too_costly = |stored: &str| {
        let checked = Stored::parse(stored).expect("a known scheme").check();
        matches!(checked, Err(SchemeError::TooCostly { .. }))
    };
    for (within, above) in [
        (argon2(262_144, 4), argon2(262_145, 1)),
        (argon2(65_536, 16), argon2(65_536, 17)),
        (
            "{SHA512-CRYPT}$6$rounds=1000000$salt$x".to_owned(),
            "{SHA512-CRYPT}$6$rounds=1000001$salt$x".to_owned(),
        ),
        (
            "{BLF-CRYPT}$2y$15$abcdefghijklmnopqrstuuNKTrdYIyJepeBe0WMJS4ZyMwX4aEJLK".to_owned(),
            "{BLF-CRYPT}$2y$16$abcdefghijklmnopqrstuuNKTrdYIyJepeBe0WMJS4ZyMwX4aEJLK".to_owned(),
        ),
        (
            "{PBKDF2}$1$s$2000000$93a61068b8d17b78e6067c2fd674ea94ab1e7403".to_owned(),
            "{PBKDF2}$1$s$2000001$93a61068b8d17b78e6067c2fd674ea94ab1e7403".to_owned(),
        ),
        // N doubles with each letter: jDT needs 256 MiB, jET 512.
        ("{CRYPT}$y$jDT$saltsaltsaltsalt$x".to_owned(), "{CRYPT}$y$jET$saltsaltsaltsalt$x".to_owned()),
    ] {
        assert!(!too_costly(&within), "{within}");
        assert!(too_costly(&above), "{above}");
    }
}

#[test]
fn a_plain_text_password_is_read_for_import_and_never_verified() {
    for stored in [
        "{PLAIN}correct horse é",
        "{CLEARTEXT}correct horse é",
        "{PLAIN.HEX}636f727265637420686f72736520c3a9",
    ] {
        let parsed = Stored::parse(stored).expect("a known scheme");
        assert_eq!(parsed.plain_text(), Some(PASSWORD));
        assert_eq!(verify(PASSWORD, stored), Err(SchemeError::PlainText));
    }
}

#[test]
fn a_new_hash_is_argon2id_with_our_cost_and_a_salt_of_its_own() {
    let entropy = Counting(1.into());
    let made = |text| hash(&password(text), &fresh_salt(&entropy));
    let (first, second) = (made(PASSWORD), made(PASSWORD));
    assert!(first.starts_with("{ARGON2ID}$argon2id$v=19$m=19456,t=2,p=1$"), "{first}");
    assert_ne!(first, second);
    assert_eq!(verify(PASSWORD, &first), Ok(true));
    assert_eq!(verify("correct horse", &first), Ok(false));
}

#[test]
fn what_is_weaker_than_ours_is_hashed_again() {
    let argon2id = |cost: &str| {
        format!(
            "{{ARGON2ID}}$argon2id$v=19${cost},p=1$9F4sNxppjYyiN+FfXy2QFw$FxTJJwK4D1zLAlV5N5gRewrF8WxSqnHajyk9MswCkZM"
        )
    };
    assert!(!needs_rehash(&argon2id("m=19456,t=2")));
    assert!(!needs_rehash(&argon2id("m=65536,t=3")));
    assert!(!needs_rehash(&argon2id("m=47104,t=1")), "OWASP counts it as equal");
    assert!(needs_rehash(&argon2id("m=19455,t=2")));
    assert!(needs_rehash(&argon2id("m=7167,t=10")));
    assert!(needs_rehash(DOVEADM[14]), "Argon2i");
    for stored in &CRYPT {
        assert!(needs_rehash(stored), "{stored}");
    }
    assert!(needs_rehash("nonsense"));
}

#[test]
fn a_password_has_between_1_and_1024_bytes() {
    assert!(matches!(Password::new(String::new()), Err(PasswordError::Empty)));
    assert!(Password::new("é".repeat(PASSWORD_BYTES_MAX / 2)).is_ok());
    assert!(matches!(Password::new("a".repeat(PASSWORD_BYTES_MAX + 1)), Err(PasswordError::TooLong)));
}

#[test]
fn a_password_is_never_printed() {
    assert_eq!(format!("{:?}", password(PASSWORD)), "Password(…)");
}

#[test]
fn the_tag_of_a_password_is_twelve_bits_in_four_digits() {
    let tag = dovecot_pwhash(b"nonce", "rob@contoso.example", PASSWORD.as_bytes());
    assert_eq!(tag.len(), 4);
    assert!(tag.starts_with('0'));
    assert_eq!(tag, dovecot_pwhash(b"nonce", "rob@contoso.example", PASSWORD.as_bytes()));
    // `printf 'noncelogin\0password' | sha256sum` begins with a2f8: its top 12 bits are a2f.
    assert_eq!(dovecot_pwhash(b"nonce", "login", b"password"), "0a2f");
}

#[tokio::test]
async fn the_pool_hashes_and_verifies() {
    let pool = HashPool::default();
    let made = pool.hash(password(PASSWORD), &Counting(7.into())).await.expect("a place is free");
    assert!(pool.verify(password(PASSWORD), &made).await.expect("a place is free"));
    assert!(!pool.verify(password("wrong"), &made).await.expect("a place is free"));
    pool.verify_nobody(password(PASSWORD)).await.expect("a place is free");
    let plain = pool.verify(password(PASSWORD), "{PLAIN}x").await;
    assert!(matches!(plain, Err(PasswordError::Stored(SchemeError::PlainText))));
}

//! What the generator sends: requests as Postfix 3.7 and Dovecot 2.3 write them, made once, with the account's
//! digits patched in before each send.
//!
//! Account `n` (six digits) is `user<n>@contoso.example`, signs in from `10.1aa.1bb.1cc` made of its own
//! digits, and writes to eight recipients of its own. A world with history gives each account these. Who floods the
//! sign-in gate is in [`strangers`](super::strangers).

use super::mails;
use super::question::Question;
use super::strangers::{is_v6, stranger_address, stranger_name, stranger_pwhash};

/// Most accounts: their numbers have six digits.
pub const ACCOUNTS_MAX: u32 = 1_000_000;

/// How many recipients each account writes to, over and over.
pub const RECIPIENTS_PER_ACCOUNT: u32 = 8;

/// The address and login of account `number`.
pub fn account_address(number: u32) -> String {
    format!("user{number:06}@contoso.example")
}

/// The place where account `number` always signs in from.
pub fn account_source(number: u32) -> String {
    format!("10.1{:02}.1{:02}.1{:02}", number / 10_000 % 100, number / 100 % 100, number % 100)
}

/// One of the [`RECIPIENTS_PER_ACCOUNT`] recipients of account `number`.
pub fn account_recipient(number: u32, which: u32) -> String {
    format!("friend{}-{number:06}@partner.example", which % RECIPIENTS_PER_ACCOUNT)
}

/// One attempt in so many begins with a mistyped password.
const ATTEMPTS_PER_MISTYPED: u32 = 20;

/// Requests of a hundred sign-ins: three each, and two more where somebody mistypes.
pub const SIGN_IN_REQUESTS_PER_100: u32 = 300 + 2 * 100 / ATTEMPTS_PER_MISTYPED;

/// Prepared requests of one kind, and where the account's digits go.
pub struct Requests {
    /// What is asked about an account in a row, usually.
    usual: Vec<Template>,
    /// The same of the others.
    other: Vec<Template>,
    /// Who the others are.
    others: Others,
    /// Counts visits, so that recipients take turns and every mail has a name of its own.
    visits: u32,
}

/// Which visits are unlike the usual one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Others {
    /// None.
    Nobody,
    /// One in [`ATTEMPTS_PER_MISTYPED`], of somebody who mistypes once.
    Mistyped,
    /// Strangers who come by IPv6.
    V6,
}

/// The requests about one account, or of one stranger, that follow each other on a connection.
#[derive(Clone, Copy, Debug)]
pub struct Visit {
    account: u32,
    number: u32,
    is_other: bool,
    is_refused: bool,
    step: usize,
}

struct Template {
    bytes: Vec<u8>,
    /// Where six digits of the account go.
    accounts: Vec<usize>,
    /// Where two digits each of the account's source go.
    sources: Vec<[usize; 3]>,
    /// Where the recipient's number goes.
    recipients: Vec<usize>,
    /// Where six digits of the mail's name go.
    mails: Vec<usize>,
    stranger: Option<StrangersPlaces>,
}

/// Where a stranger's own parts go.
struct StrangersPlaces {
    name: usize,
    address: usize,
    pwhash: usize,
    /// Five bytes that say whether the attempt was refused.
    is_refused: Option<usize>,
}

impl Requests {
    /// The requests of one question.
    pub fn new(question: Question) -> Self {
        let (usual, other, others) = match question {
            Question::Policy => (vec![Template::new(policy_text().as_bytes())], Vec::new(), Others::Nobody),
            Question::Milter => {
                (mails::steps().iter().map(|step| Template::new(step)).collect(), Vec::new(), Others::Nobody)
            }
            Question::SignIn => {
                let who = (account_address(999_999), account_source(999_999));
                let before = |pwhash| Template::new(http_text("allow", "", &who, pwhash, "").as_bytes());
                let after = || Template::new(http_text("allow", "after", &who, RIGHT_PWHASH, "").as_bytes());
                let report = |pwhash, phase, success| {
                    let more = format!(r#""success":{success},"policy_reject":false,"#);
                    Template::new(http_text("report", phase, &who, pwhash, &more).as_bytes())
                };
                let signed_in =
                    || [before(RIGHT_PWHASH), after(), report(RIGHT_PWHASH, "after", true)].into_iter();
                let failed = [before(WRONG_PWHASH), report(WRONG_PWHASH, "", false)].into_iter();
                (signed_in().collect(), failed.chain(signed_in()).collect(), Others::Mistyped)
            }
        };
        Self { usual, other, others, visits: 0 }
    }

    /// A stranger's attempt: an allow before the check and the report of the failure, or of the refusal.
    pub fn of_strangers() -> Self {
        let attempt =
            |number| vec![Template::of_stranger("allow", number), Template::of_stranger("report", number)];
        Self { usual: attempt(0), other: attempt(1), others: Others::V6, visits: 0 }
    }

    /// The next visit, about `account` or of that stranger.
    pub fn visit(&mut self, account: u32) -> Visit {
        self.visits = self.visits.wrapping_add(1);
        let is_other = match self.others {
            Others::Nobody => false,
            Others::Mistyped => self.visits.is_multiple_of(ATTEMPTS_PER_MISTYPED),
            Others::V6 => is_v6(account),
        };
        Visit { account, number: self.visits, is_other, is_refused: false, step: 0 }
    }

    /// The visit's next request; `None` when it is over.
    pub fn next(&mut self, visit: &mut Visit) -> Option<&[u8]> {
        let templates = if visit.is_other { &mut self.other } else { &mut self.usual };
        let template = templates.get_mut(visit.step)?;
        visit.step += 1;
        template.patch(visit.account, visit.number);
        template.patch_stranger(visit.account, visit.is_refused);
        Some(&template.bytes)
    }
}

impl Visit {
    /// One that has nothing to ask.
    pub const fn over() -> Self {
        Self { account: 0, number: 0, is_other: false, is_refused: false, step: usize::MAX }
    }

    /// Whether every request of it was taken from `requests`.
    pub fn is_over(&self, requests: &Requests) -> bool {
        let templates = if self.is_other { &requests.other } else { &requests.usual };
        self.step >= templates.len()
    }

    /// The last request was answered.
    pub fn answered(&mut self, is_yes: bool) {
        self.is_refused = !is_yes;
    }
}

impl Template {
    /// `bytes` hold account 999999 wherever an account's own parts go, and mail 888888 wherever a mail's name goes.
    fn new(bytes: &[u8]) -> Self {
        let places = |what: &str| -> Vec<usize> {
            let windows = bytes.windows(what.len()).enumerate();
            windows.filter(|(_, window)| *window == what.as_bytes()).map(|(at, _)| at).collect()
        };
        let sources = places("10.199.199.199").into_iter().map(|at| [at + 4, at + 8, at + 12]).collect();
        Self {
            bytes: bytes.to_vec(),
            accounts: places("999999"),
            sources,
            recipients: places("friend0-").into_iter().map(|at| at + "friend".len()).collect(),
            mails: places("888888"),
            stranger: None,
        }
    }

    /// One of the two requests of an attempt by somebody of the family of stranger `number`.
    fn of_stranger(command: &str, number: u32) -> Self {
        const REFUSED: &str = r#""policy_reject":"#;
        const PWHASH: &str = r#""pwhash":""#;
        let who = (stranger_name(number), stranger_address(number));
        let more = match command {
            "report" => format!(r#""success":false,{REFUSED}false,"#),
            _ => String::new(),
        };
        let text = http_text(command, "", &who, &stranger_pwhash(number), &more);
        let behind = |what: &str| text.find(what).map(|at| at + what.len());
        let name = text.find(&who.0).unwrap_or_default();
        let address = text.find(&who.1).unwrap_or_default();
        let (pwhash, is_refused) = (behind(PWHASH).unwrap_or_default(), behind(REFUSED));
        let stranger = Some(StrangersPlaces { name, address, pwhash, is_refused });
        Self { stranger, ..Self::new(text.as_bytes()) }
    }

    fn patch_stranger(&mut self, number: u32, is_refused: bool) {
        let Some(places) = &self.stranger else { return };
        let (name, address, pwhash) =
            (stranger_name(number), stranger_address(number), stranger_pwhash(number));
        for (at, text) in [(places.name, name), (places.address, address), (places.pwhash, pwhash)] {
            self.bytes[at..at + text.len()].copy_from_slice(text.as_bytes());
        }
        if let Some(at) = places.is_refused {
            self.bytes[at..at + 5].copy_from_slice(if is_refused { b"true " } else { b"false" });
        }
    }

    /// Of a stranger it is the session's number alone.
    fn patch(&mut self, account: u32, visit: u32) {
        let account = six_digits(account);
        for at in &self.accounts {
            self.bytes[*at..at + 6].copy_from_slice(&account);
        }
        for source in &self.sources {
            for (at, pair) in source.iter().zip(account.chunks(2)) {
                self.bytes[*at..at + 2].copy_from_slice(pair);
            }
        }
        for at in &self.recipients {
            self.bytes[*at] = b'0' + (visit % RECIPIENTS_PER_ACCOUNT) as u8;
        }
        for at in &self.mails {
            self.bytes[*at..at + 6].copy_from_slice(&six_digits(visit));
        }
    }
}

/// The last six.
fn six_digits(number: u32) -> [u8; 6] {
    let mut digits = [0; 6];
    let mut rest = number;
    for digit in digits.iter_mut().rev() {
        *digit = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    digits
}

/// The 29 lines of Postfix 3.7, about 720 bytes.
fn policy_text() -> String {
    let account = account_address(999_999);
    format!(
        "request=smtpd_access_policy\nprotocol_state=RCPT\nprotocol_name=ESMTP\n\
         client_address={source}\nclient_name=client.contoso.example\nclient_port=40912\n\
         reverse_client_name=client.contoso.example\nserver_address=192.0.2.25\nserver_port=587\n\
         helo_name=client.contoso.example\nsender={account}\nrecipient={recipient}\n\
         recipient_count=0\nqueue_id=\ninstance=7615.6b999999.4904b.0\nsize=18211\netrn_domain=\nstress=\n\
         sasl_method=PLAIN\nsasl_username={account}\nsasl_sender=\nccert_subject=\nccert_issuer=\n\
         ccert_fingerprint=\nccert_pubkey_fingerprint=\nencryption_protocol=TLSv1.3\n\
         encryption_cipher=TLS_AES_256_GCM_SHA384\nencryption_keysize=256\npolicy_context=\n\n",
        source = account_source(999_999),
        recipient = account_recipient(999_999, 0),
    )
}

/// Dovecot's tags of the right and of a wrong password.
pub(super) const RIGHT_PWHASH: &str = "0f18";
const WRONG_PWHASH: &str = "0bad";

/// `who` is a login and an address.
fn http_text(command: &str, phase: &str, who: &(String, String), pwhash: &str, more: &str) -> String {
    let body = format!(
        r#"{{"attrs":{{"cred":"","mech":"PLAIN","phase":"{phase}"}},"device_id":"","login":"{}","protocol":"imap",{more}"pwhash":"{pwhash}","remote":"{}","session_id":"Io5qE4zH999999","tls":true}}"#,
        who.0, who.1,
    );
    format!(
        "POST /?command={command} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: dovecot/auth-policy-client\r\n\
         Connection: Keep-Alive\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_patched_request_is_about_its_account_alone() {
        let mut requests = Requests::new(Question::Policy);
        let mut visit = requests.visit(123_456);
        let text =
            String::from_utf8(requests.next(&mut visit).expect("one request").to_vec()).expect("ASCII");
        assert!(text.contains(&format!("sasl_username={}\n", account_address(123_456))));
        assert!(text.contains(&format!("client_address={}\n", account_source(123_456))));
        assert!(text.contains(&format!("recipient={}\n", account_recipient(123_456, 1))));
        assert!(!text.contains("999999"));
        assert!((650..800).contains(&text.len()), "{}", text.len());
        assert!(requests.next(&mut visit).is_none(), "one recipient a visit");
    }

    #[test]
    fn one_visit_in_twenty_mistypes_and_then_signs_in() {
        let mut requests = Requests::new(Question::SignIn);
        let mut lengths = Vec::new();
        for account in 0..20 {
            let mut visit = requests.visit(account);
            let mut asked = 0;
            while requests.next(&mut visit).is_some() {
                asked += 1;
            }
            lengths.push(asked);
        }
        assert_eq!(lengths[..19], [3; 19]);
        assert_eq!(lengths[19], 5);
    }

    #[test]
    fn a_stranger_asks_and_reports_under_one_name_from_one_address_of_either_family() {
        let mut requests = Requests::of_strangers();
        for number in [4, 5, 999_999] {
            let mut visit = requests.visit(number);
            for step in ["allow", "report"] {
                let request = requests.next(&mut visit).expect("two requests").to_vec();
                let (head, body) = std::str::from_utf8(&request)
                    .expect("ASCII")
                    .split_once("\r\n\r\n")
                    .expect("a head and a body");
                assert!(head.starts_with(&format!("POST /?command={step} ")), "{head}");
                assert!(head.ends_with(&format!("Content-Length: {}", body.len())), "{head}");
                let body: serde_json::Value = serde_json::from_str(body).expect("JSON");
                assert_eq!(body["login"], stranger_name(number));
                assert_eq!(body["remote"], stranger_address(number));
                assert_eq!(body["pwhash"], stranger_pwhash(number));
                let is_refused = number == 5;
                let expected = if step == "report" { is_refused.into() } else { serde_json::Value::Null };
                assert_eq!(body["policy_reject"], expected);
                visit.answered(!is_refused);
            }
            assert!(visit.is_over(&requests));
        }
    }
}

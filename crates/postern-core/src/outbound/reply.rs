//! What another server's answer to a mail means: delivered, to be tried again, no such address, taken for spam, or
//! refused for another reason.
//!
//! An answer has an enhanced code (RFC 3463) and words. The code decides where it is plain. Many servers write none, and
//! 5.7.1 is used for everything; there the words decide. Words of another server are a stranger's: they are compared with
//! a short list and kept nowhere.

/// What became of an attempt to deliver to one recipient, as the mail log tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer<'a> {
    /// Delivered, refused for good, or put off.
    pub status: AnswerStatus,
    /// The enhanced status code, as in `5.1.1`; `5.0.0` where the other server wrote none.
    pub code: &'a str,
    /// The other server's words, or the mail server's own.
    pub words: &'a str,
}

/// The three ends of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerStatus {
    /// Delivered.
    Delivered,
    /// Refused for good.
    Refused,
    /// To be tried again.
    PutOff,
}

/// What an answer means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// Delivered.
    Delivered,
    /// To be tried again: a full mailbox, greylisting, a server that is away. Counts for neither side.
    PutOff,
    /// There is no such address, or no such domain.
    NoSuchAddress,
    /// The other server took it for spam.
    TakenForSpam,
    /// Refused for another reason: a full mailbox, a size, or something about this server (its address is on a list, SPF,
    /// DKIM, relaying), for which no account is to blame.
    RefusedOtherwise,
}

/// Codes of addresses that do not exist (outbound reference, b5). 5.4.4 is Postfix's for a domain without a server.
const NO_SUCH_ADDRESS: [&str; 7] = ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1", "5.4.4"];
/// Codes of a security or policy refusal that says nothing more, and Microsoft's of a sender that is taken for a spammer.
const BY_POLICY: [&str; 5] = ["5.7.0", "5.7.1", "5.7.501", "5.7.502", "5.7.503"];
/// What Postfix writes where the other server gave no enhanced code.
const NO_CODE: &str = "5.0.0";

const NO_SUCH_ADDRESS_WORDS: [&str; 10] = [
    "user unknown",
    "unknown user",
    "no such user",
    "does not exist",
    "unknown recipient",
    "no such recipient",
    "invalid recipient",
    "recipient not found",
    "mailbox not found",
    "no mailbox",
];
const SPAM_WORDS: [&str; 6] = ["spam", "unsolicited", "junk", "bulk mail", "phish", "virus"];
/// A refusal with one of these is about this server or its domain: it meets every account alike.
const ABOUT_THE_SERVER_WORDS: [&str; 20] = [
    "spf",
    "dkim",
    "dmarc",
    "unauthenticated",
    "reverse dns",
    "ptr",
    "helo",
    "relay",
    "blocked using",
    "client host",
    "ip address",
    "your ip",
    "dnsbl",
    "rbl",
    "blocklist",
    "block list",
    "blacklist",
    "spamhaus",
    "spamcop",
    "greylist",
];

/// What `answer` means.
pub fn meaning_of(answer: &Answer<'_>) -> Meaning {
    match answer.status {
        AnswerStatus::Delivered => Meaning::Delivered,
        AnswerStatus::PutOff => Meaning::PutOff,
        AnswerStatus::Refused => meaning_of_refusal(answer.code, answer.words),
    }
}

fn meaning_of_refusal(code: &str, words: &str) -> Meaning {
    if NO_SUCH_ADDRESS.contains(&code) {
        return Meaning::NoSuchAddress;
    }
    let words = words.to_ascii_lowercase();
    let has_one_of = |list: &[&str]| list.iter().any(|word| words.contains(word));
    let is_about_the_server = has_one_of(&ABOUT_THE_SERVER_WORDS);
    if BY_POLICY.contains(&code) && !is_about_the_server {
        return Meaning::TakenForSpam;
    }
    if code == NO_CODE {
        if has_one_of(&NO_SUCH_ADDRESS_WORDS) {
            return Meaning::NoSuchAddress;
        }
        if has_one_of(&SPAM_WORDS) && !is_about_the_server {
            return Meaning::TakenForSpam;
        }
    }
    Meaning::RefusedOtherwise
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(code: &str, words: &str) -> Meaning {
        meaning_of(&Answer { status: AnswerStatus::Refused, code, words })
    }

    #[test]
    fn codes_of_addresses_that_do_not_exist_count_and_full_mailboxes_do_not() {
        let unknown = "host mx.a.example[192.0.2.1] said: 550 5.1.1 <x@a.example>: User unknown";
        assert_eq!(refused("5.1.1", unknown), Meaning::NoSuchAddress);
        let gone =
            "Host or domain name not found. Name service error for name=a.example type=A: Host not found";
        assert_eq!(refused("5.4.4", gone), Meaning::NoSuchAddress);
        assert_eq!(refused("5.2.2", "mailbox full"), Meaning::RefusedOtherwise);
        assert_eq!(refused("5.3.4", "message too large"), Meaning::RefusedOtherwise);
        // A code that only begins alike is another one.
        assert_eq!(refused("5.1.17", "no"), Meaning::RefusedOtherwise);
    }

    #[test]
    fn without_a_code_the_words_decide() {
        assert_eq!(refused("5.0.0", "said: 550 No such user here"), Meaning::NoSuchAddress);
        assert_eq!(refused("5.0.0", "said: 554 This looks like SPAM to us"), Meaning::TakenForSpam);
        assert_eq!(refused("5.0.0", "said: 554 Transaction failed"), Meaning::RefusedOtherwise);
        assert_eq!(
            refused("5.0.0", "said: 554 Client host [192.0.2.1] blocked using spamhaus"),
            Meaning::RefusedOtherwise
        );
    }

    #[test]
    fn a_refusal_by_policy_is_spam_unless_it_is_about_this_server() {
        assert_eq!(refused("5.7.1", "said: 550 5.7.1 Message rejected"), Meaning::TakenForSpam);
        for about_us in [
            "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org",
            "554 5.7.1 <x@a.example>: Relay access denied",
            "550 5.7.1 SPF check failed",
            "550 5.7.1 Our system has detected that your IP has a very low reputation",
        ] {
            assert_eq!(refused("5.7.1", about_us), Meaning::RefusedOtherwise, "{about_us}");
        }
        assert_eq!(refused("5.7.26", "unauthenticated email is not accepted"), Meaning::RefusedOtherwise);
    }

    #[test]
    fn what_is_put_off_is_no_refusal_whatever_its_words() {
        let answer = Answer { status: AnswerStatus::PutOff, code: "4.7.1", words: "spam, try later" };
        assert_eq!(meaning_of(&answer), Meaning::PutOff);
        let answer = Answer { status: AnswerStatus::Delivered, code: "2.0.0", words: "250 user unknown" };
        assert_eq!(meaning_of(&answer), Meaning::Delivered);
    }
}

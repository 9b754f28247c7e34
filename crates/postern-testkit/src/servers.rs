//! A real Dovecot and a real Postfix in a private folder on free ports, configured by the very text of
//! docs/operate, and raw clients to talk to them. Several sets run at once; a test that is killed leaves nothing
//! behind.
//!
//! Does not know what Postern decides: a test puts the real program or a server of its own behind the ports.

mod dialogue;
pub mod dovecot;
pub mod example;
pub mod folder;
pub mod handed_over;
pub mod imap_client;
pub mod mail_host;
pub mod pop3_client;
pub mod ports;
pub mod postfix;
pub mod sink;
pub mod site;
pub mod smtp_client;
pub mod watchdog;

use std::path::Path;

/// What a test cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Dovecot with IMAP, LMTP and Sieve. Runs for root only here, because mail is delivered to another uid.
    Dovecot,
    /// Postfix with LMDB maps. Its master runs for root only.
    Postfix,
    /// Chromium and its driver. Anybody may run them.
    Browser,
}

impl Need {
    fn missing(self) -> Option<String> {
        if self != Need::Browser && !rustix::process::geteuid().is_root() {
            return Some("root (Postfix's master and Dovecot's mail users need it)".to_owned());
        }
        let (programs, packages): (&[&str], _) = match self {
            Need::Dovecot => (
                &["/usr/sbin/dovecot", "/usr/lib/dovecot/imap", "/usr/lib/dovecot/lmtp"],
                "dovecot-core dovecot-imapd dovecot-lmtpd",
            ),
            Need::Postfix => {
                (&["/usr/sbin/postmap", "/usr/lib/postfix/postfix-lmdb.so"], "postfix postfix-lmdb")
            }
            Need::Browser => (&crate::browser::PROGRAMS, "chromium chromium-driver"),
        };
        let is_there = |program: &&str| Path::new(program).exists();
        (!programs.iter().all(is_there)).then(|| format!("apt-get install {packages}"))
    }
}

/// Whether everything is there. Says loudly what is not; with `CI=true` in the environment that is a failure,
/// because a skipped suite would look like a green one.
pub fn are_here(test: &str, needs: &[Need]) -> bool {
    let missing: Vec<String> = needs.iter().filter_map(|need| need.missing()).collect();
    if missing.is_empty() {
        return true;
    }
    skip(
        &format!("SKIPPED {test}: needs {}", missing.join(" and ")),
        std::env::var("CI").as_deref() == Ok("true"),
    );
    false
}

fn skip(line: &str, is_ci: bool) {
    assert!(!is_ci, "{line}");
    say(line);
}

/// One line for whoever reads the test's output.
#[expect(clippy::print_stderr, reason = "the kit talks to the person who runs the tests")]
pub fn say(line: &str) {
    eprintln!("{line}");
}

#[cfg(test)]
mod tests {
    use super::skip;

    #[test]
    fn without_ci_a_skip_is_a_line() {
        skip("SKIPPED a test of the kit: nothing is missing", false);
    }

    #[test]
    #[should_panic(expected = "needs apt-get install")]
    fn in_ci_a_skip_is_a_failure() {
        skip("SKIPPED a test: needs apt-get install postfix", true);
    }
}

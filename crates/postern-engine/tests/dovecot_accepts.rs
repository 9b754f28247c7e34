//! Dovecot itself accepts what we make: the exported passwd-file holds our hashes, and Dovecot verifies them with
//! Postern dead. Skipped where Dovecot is not installed.

use std::process::Command;

use postern_engine::password::{HashPool, Password};
use postern_engine::ports::Entropy;

struct Fixed;

impl Entropy for Fixed {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(0x5a);
    }
}

#[tokio::test]
async fn dovecot_verifies_our_hash_and_refuses_another_password() {
    let typed = "correct horse é";
    let password = Password::new(typed.to_owned()).expect("a password");
    let made = HashPool::default().hash(password, &Fixed).await.expect("a place is free");
    for (password, is_right) in [(typed, true), ("correct horse e", false)] {
        let Ok(answer) = Command::new("doveadm").args(["pw", "-t", &made, "-p", password]).output() else {
            println!("skipped: doveadm is not installed");
            return;
        };
        assert_eq!(
            answer.status.success(),
            is_right,
            "{password}: {}",
            String::from_utf8_lossy(&answer.stderr)
        );
    }
}

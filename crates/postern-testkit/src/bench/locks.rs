//! Locks accounts through the sign-in gate as an attacker does, and looks which of them are refused.
//!
//! Every attempt comes from a stranger's address of its own, so that nothing but the account's lock can refuse it.

use std::net::SocketAddr;
use std::ops::Range;

use anyhow::{Context, ensure};
use postern_gates::client::{DovecotClient, Seen};

use super::requests::account_address;
use super::strangers::stranger_address;

/// A lock takes ten failures; of the same guesses one in 500 looks like a repeat and is not counted.
const GUESSES_MAX: u32 = 20;

/// A client of the sign-in gate that is never twice at the same address.
pub struct Attackers {
    runtime: tokio::runtime::Runtime,
    gate: DovecotClient,
    /// The stranger whose address was last used.
    stranger: u32,
}

impl Attackers {
    /// Connects. The addresses are those of strangers below `stranger`, counted down.
    ///
    /// # Errors
    /// When nobody listens.
    pub fn connect(gate: SocketAddr, stranger: u32) -> anyhow::Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let gate =
            runtime.block_on(DovecotClient::connect(gate, "")).context("connect to the sign-in gate")?;
        Ok(Self { runtime, gate, stranger })
    }

    /// Guesses at each account until it is locked.
    ///
    /// # Errors
    /// When one does not lock, or the gate is gone.
    pub fn lock(&mut self, accounts: Range<u32>) -> anyhow::Result<()> {
        for account in accounts {
            let mut guesses = 0;
            while self.attempt(account, &format!("guess {guesses}"), false)? != Seen::RefusedBefore {
                guesses += 1;
                ensure!(
                    guesses <= GUESSES_MAX,
                    "account {account} is not locked after {GUESSES_MAX} guesses"
                );
            }
        }
        Ok(())
    }

    /// How many of the accounts are refused, whatever the password.
    ///
    /// # Errors
    /// When the gate is gone.
    pub fn count_refused(&mut self, accounts: Range<u32>) -> anyhow::Result<u32> {
        let mut refused = 0;
        for account in accounts {
            refused += u32::from(self.attempt(account, "right", true)? == Seen::RefusedBefore);
        }
        Ok(refused)
    }

    fn attempt(&mut self, account: u32, password: &str, is_right: bool) -> anyhow::Result<Seen> {
        self.stranger -= 1;
        let (login, remote) = (account_address(account), stranger_address(self.stranger));
        Ok(self.runtime.block_on(self.gate.attempt(&login, password, is_right, &remote))?)
    }
}

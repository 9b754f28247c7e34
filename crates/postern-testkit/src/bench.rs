//! The load benchmark's parts: who asks, who answers without thinking, and what each costs.
//!
//! A figure is only ever a ratio: the server under test and an echo on the same runtime take turns in one run,
//! each alone on CPU 0, with the generator on CPU 1. [`load`] asks a [`question`], [`requests`] has the bytes (and [`mails`]
//! those of a milter), [`keys`] says about whom. [`servers`] has the echoes and the gates, [`site`] the real engine over a prepared store; each runs as
//! a [`child`] process so that its CPU time is counted alone. [`memory`] weighs the counters. [`strangers`] flood the
//! sign-in gate, with the [`locks`] of some accounts in force. [`figures`] turns rounds into medians. The command is
//! `src/bin/bench/`.

pub mod child;
pub mod figures;
pub mod keys;
pub mod load;
pub mod locks;
pub mod mails;
pub mod memory;
pub mod question;
pub mod requests;
pub mod servers;
pub mod site;
pub mod strangers;

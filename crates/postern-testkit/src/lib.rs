//! A fake world, virtual time and real mail servers for Postern's tests.
//!
//! **Map.** [`clock`] and [`entropy`]: the engine's ports with time and chance in the test's hand. [`contract`]:
//! suites that every implementation of a port passes. [`servers`]: a real Dovecot and a real Postfix in a
//! private folder, and raw clients to talk to them. [`browser`]: a real Chromium, and what is wrong with a page.
//!
//! Used by tests and benchmarks only; nothing that ships depends on it.

pub mod admin_client;
pub mod bench;
pub mod browser;
pub mod clock;
pub mod contract;
pub mod entropy;
pub mod servers;
pub mod soft_passkey;
pub mod web_client;
pub mod web_site;
pub mod world;

//! Postern's use cases: gather facts, let core decide, save events and effects in one transaction, answer.
//!
//! **Map.** [`ports`]: what the engine needs from outside, as `Arc<dyn …>` (ADR 0003). [`ask`]: what a gate
//! asks and is answered. [`engine`]: the [`Engine`] itself with its shared facts. The three ways through the
//! house: [`sign_in`] (an attempt), `sending` (a mail), [`commands`] (a person's action); `outbox` carries
//! out effects and keeps receipts, [`connections`] tells which of them arrive and who asks, `sweep` announces what time has ended, [`queries`] is the read side.
//! [`incidents`] knows the accounts that somebody else is in, [`mail_queue`] whose the mail in the queue is, [`sessions`] who is signed in now, [`forwarding`] where mail is sent on. [`programs`] knows the tokens of applications, [`admin_centre`] who may enter the admin centre, [`newcomers`] the owner's one-time link and remembered devices, [`recovery`] the owner's way back by proofs.
//! [`password`] reads and writes Dovecot's schemes, [`import`] reads existing users, [`replay`] runs the rules
//! over a log, [`policy_trial`] over what was counted of the last 30 days.
//!
//! **Promises.** No gate ever waits for a database. What a person asked is durable before the answer; what a
//! rule decided acts at once and is durable with the next grouped commit. No clock, randomness, SQL or socket
//! outside the ports.

pub mod admin_centre;
mod alert_mails;
mod app_passwords;
pub mod ask;
pub mod commands;
pub mod configured;
pub mod connections;
pub mod engine;
mod evidence;
pub mod forwarding;
pub mod help_requests;
pub mod idempotency;
pub mod import;
pub mod incidents;
mod mail_budget;
pub mod mail_queue;
pub mod mass_guard;
pub mod newcomers;
mod outbox;
pub mod owner;
pub mod password;
pub mod policy_trial;
pub mod ports;
pub mod programs;
pub mod queries;
pub mod recovery;
pub mod replay;
mod save;
mod secret;
pub mod sending;
pub mod sessions;
pub mod sign_in;
mod spray;
mod sweep;

pub use engine::{Engine, EngineParts, SiteSettings};

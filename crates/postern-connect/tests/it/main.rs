//! The exports, seen by a real Dovecot and a real Postfix.

mod dovecot;
mod policy;
mod postfix;
mod world;

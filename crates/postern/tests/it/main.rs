//! The real program beside a real Dovecot and a real Postfix: what the foundation promises, seen to work.

mod attack;
mod kill;
mod search;
mod spam_run;
mod world;

//! The real program: alone in a private folder, and beside a real Dovecot and a real Postfix.

mod applications;
mod attack;
mod client_addresses;
mod command_line;
mod configuration;
mod control_socket;
mod demo;
mod import;
mod kill;
mod mail_log;
mod milter;
mod new_site;
mod policy_try;
mod proposals;
mod queue;
mod replay;
mod scoped_policies;
mod search;
mod server_process;
mod sign_in;
mod slow;
mod sources;
mod spam_run;
mod standing;
mod why_and_release;
mod world;

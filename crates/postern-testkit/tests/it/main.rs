//! The kit's own tests, and the tests of the whole house in one process: the acceptance points of signing in, and
//! the attack cases by their ids (docs/reference/attack-cases.md).

mod application_tokens;
mod applications;
mod attack_cases;
mod c9;
mod common;
mod guess_budget;
mod left_behind;
mod mail_host;
mod new_place;
mod public_listener;
mod reliability_a;
mod reliability_f;
mod reliability_h;
mod reliability_i;
mod reliability_i_person;
mod reliability_q;
mod reliability_r;
mod scoped_policies;
mod timing;
mod world_commands;
mod world_compromise;
mod world_content;
mod world_crash;
mod world_history;
mod world_hostile;
mod world_mass_guard;
mod world_milter;
mod world_queue_ids;
mod world_sending;
mod world_sign_in;
mod world_sources;
mod world_sources_told;
mod world_spray;
mod world_wforce;
mod world_wire;

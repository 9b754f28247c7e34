//! The kit's own tests: its servers start, work, stop, and leave nothing behind.

mod applications;
mod left_behind;
mod mail_host;
mod new_place;
mod public_listener;
mod timing;
mod world_commands;
mod world_hostile;
mod world_sending;
mod world_sign_in;
mod world_sources;
mod world_spray;
mod world_wforce;
mod world_wire;

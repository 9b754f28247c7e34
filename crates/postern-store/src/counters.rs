//! Counters and learned behaviour, in memory.

pub mod sending_table;
pub mod sign_in_table;

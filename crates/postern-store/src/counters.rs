//! Counters and learned behaviour, in memory.

pub mod sending_table;

//! What Postern remembers: tables in memory.

pub mod counters;

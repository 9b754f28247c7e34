//! The store from outside, on real files: one binary for all of it.

mod contract;
mod crash;
mod limits;
mod search;
mod support;
mod trouble;

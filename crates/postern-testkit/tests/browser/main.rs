//! The browser kit's own tests, on sample pages: what it can do, and that it notices what is wrong.

mod hands;
mod left_behind;
mod sample;
mod wrong;

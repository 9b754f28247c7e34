//! What every implementation of a port must do, as suites that its crate runs in its tests.

pub mod mail_system;

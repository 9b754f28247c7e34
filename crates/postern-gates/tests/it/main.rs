//! The gates over real sockets, with answers of our own behind them.

mod auth_policy;
mod fake;
mod hostile;
mod milter;
mod postfix_policy;
mod proxy;
mod wforce;

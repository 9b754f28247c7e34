//! The API, by version. A version's shapes only grow: keys are added, never renamed or removed.

pub mod v1;

//! What the engine tells of its own state.

use postern_core::time::Timestamp;

/// What `health` tells.
#[derive(Clone, Debug)]
pub struct Vitals {
    /// How far the system's clock has jumped, seconds, negative where back; `None` while it is followed.
    pub clock_jumped_s: Option<i64>,
    /// Every name and all history are in memory.
    pub is_loaded: bool,
    /// Restrictions in memory.
    pub open_restrictions: usize,
    /// Names in memory, aliases included.
    pub names: usize,
    /// Decision rows lost since start for want of room.
    pub decisions_lost: u64,
    /// Changes by rules that act but are not saved yet.
    pub changes_unsaved: usize,
    /// Since when nothing can be saved, as far as the journal says, which is written all the time.
    pub fails_to_save_since: Option<Timestamp>,
    /// The databases of places, and what is wrong with them.
    pub databases: Vec<crate::ports::AtlasDatabase>,
    /// What the counters hold.
    pub counters: crate::ports::counters::CountersSize,
}

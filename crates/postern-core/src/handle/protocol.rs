//! Commands about single protocols.

use super::{close, end_all, some_or};
use crate::account::AccountFacts;
use crate::command::Asker;
use crate::event::Event;
use crate::ids::RestrictionId;
use crate::protocol::Protocol;
use crate::refusal::Refusal;
use crate::restriction::RestrictionKind;
use crate::time::Timestamp;

/// A protocol is switched off by a row, and on again by its end.
pub(super) fn switch(
    facts: &AccountFacts,
    (protocol, is_on): (Protocol, bool),
    asker: &Asker,
    fresh: RestrictionId,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    let kind = RestrictionKind::ProtocolOff(protocol);
    if is_on {
        some_or(end_all(facts, &[kind]), Refusal::AlreadySo)
    } else {
        close(facts, kind, None, asker, fresh, now)
    }
}

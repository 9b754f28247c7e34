//! Open sessions that a person ends.

use std::net::IpAddr;

use super::some_or;
use crate::admin::{AdminEvent, SessionEnd};
use crate::event::Event;
use crate::ids::{AccountId, SessionId};
use crate::refusal::Refusal;

/// At the mail server, and in the admin centre.
pub(super) fn end_everywhere(account: AccountId, from: Option<IpAddr>, own: &[SessionId]) -> Vec<Event> {
    let mut events = vec![Event::SessionsEnded { account, from }];
    events.extend(end_own(account, own));
    events
}

/// In the admin centre alone.
pub(super) fn end_of_admin(account: AccountId, sessions: &[SessionId]) -> Result<Vec<Event>, Refusal> {
    some_or(end_own(account, sessions), Refusal::NoSuchSession)
}

fn end_own(account: AccountId, sessions: &[SessionId]) -> Vec<Event> {
    let cause = SessionEnd::EndedByPerson;
    let ended = |&session| AdminEvent::SessionEnded { account, session, cause }.into();
    sessions.iter().map(ended).collect()
}

//! The owner comes back by proofs: what is asked, and what a choice ends.

use super::{end_all, password};
use crate::account::AccountFacts;
use crate::command::Recovery;
use crate::event::Event;
use crate::recovery::{RecoveryChoice, RecoveryRefusal, check_choice, is_suspected, proofs_needed};
use crate::refusal::Refusal;
use crate::restriction::RestrictionKind;
use crate::time::Timestamp;

/// Asked again here, when it is the change's turn: what speaks for a compromise may have come up after the last proof.
pub(super) fn recover(
    facts: &AccountFacts,
    recovery: &Recovery,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    let Recovery { proofs, choice, proofs_of_site, level } = *recovery;
    let is_suspected = is_suspected(facts, level, now);
    if proofs.count() < proofs_needed(proofs_of_site, facts.account.is_admin(), is_suspected) {
        return Err(Refusal::Recovery(RecoveryRefusal::NotProved));
    }
    check_choice(facts, choice, is_suspected, now)?;
    let mut events = vec![Event::Recovered { account: facts.account.id, proofs, choice }];
    events.extend(match choice {
        RecoveryChoice::UnlockOnly => end_all(facts, &[RestrictionKind::SignInLocked]),
        RecoveryChoice::NewPassword => password::set_anew(facts)?,
    });
    Ok(events)
}

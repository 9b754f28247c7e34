//! What should be so before sending is opened again (checklist E5, E6): each is looked at, none is advice alone, and none is a
//! wall. A new password comes first: whoever has the old one goes on sending.

use crate::account::codes;

/// One thing that should be so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnblockCheck {
    /// The password is another one than when sending was restricted.
    Password,
    /// No session is open from before.
    Sessions,
    /// No rule sends mail out of the organisation.
    Rules,
    /// Nothing of the account waits in the queue.
    Queue,
    /// Little speaks for a compromise any more.
    Suspicion,
    /// The owner has a way back, should it happen again.
    WaysBack,
}

codes!(UnblockCheck {
    UnblockCheck::Password => "password",
    UnblockCheck::Sessions => "sessions",
    UnblockCheck::Rules => "rules",
    UnblockCheck::Queue => "queue",
    UnblockCheck::Suspicion => "suspicion",
    UnblockCheck::WaysBack => "ways_back",
});

/// What a look came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckOutcome {
    /// It is so.
    Passed,
    /// It is not; with how many, or with the points of the score.
    Failed {
        /// Sessions, rules, messages, or points; 0 where nothing is counted.
        count: u32,
    },
    /// Nothing here can tell: a person has to look.
    Unknown,
}

impl CheckOutcome {
    /// The word that the API uses.
    pub const fn code(self) -> &'static str {
        match self {
            CheckOutcome::Passed => "passed",
            CheckOutcome::Failed { .. } => "failed",
            CheckOutcome::Unknown => "unknown",
        }
    }
}

/// What was seen of something that lies outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// The site does not let us at it.
    NotConnected,
    /// It could not be read.
    Unread,
    /// So many.
    Count(usize),
}

/// What the checks are read off.
#[derive(Clone, Copy, Debug)]
pub struct UnblockFacts {
    /// Another password was set since sending was restricted; `None`: it is kept elsewhere.
    pub has_new_password: Option<bool>,
    /// Sessions at the mail server from before the restriction.
    pub sessions: Seen,
    /// Rules in force that send mail out of the organisation.
    pub rules: Seen,
    /// Messages in the queue.
    pub queue: Seen,
    /// The points of the score, where they are at an alert or above.
    pub suspicion: Option<u32>,
    /// Proofs that the owner could show; `None`: the account is no person's.
    pub ways_back: Option<usize>,
}

/// The checks that can be made of the account, in the order in which a person makes them good.
pub fn unblock_checks(facts: &UnblockFacts) -> Vec<(UnblockCheck, CheckOutcome)> {
    UnblockCheck::ALL.iter().filter_map(|&check| Some((check, outcome(check, facts)?))).collect()
}

fn outcome(check: UnblockCheck, facts: &UnblockFacts) -> Option<CheckOutcome> {
    let failed = CheckOutcome::Failed { count: 0 };
    let when = |is_so: bool| if is_so { CheckOutcome::Passed } else { failed };
    match check {
        UnblockCheck::Password => Some(facts.has_new_password.map_or(CheckOutcome::Unknown, when)),
        UnblockCheck::Sessions => none_of(facts.sessions),
        UnblockCheck::Rules => none_of(facts.rules),
        UnblockCheck::Queue => none_of(facts.queue),
        UnblockCheck::Suspicion => Some(match facts.suspicion {
            None => CheckOutcome::Passed,
            Some(points) => CheckOutcome::Failed { count: points },
        }),
        UnblockCheck::WaysBack => facts.ways_back.map(|ways| when(ways > 0)),
    }
}

/// What nobody can look at is no check.
fn none_of(seen: Seen) -> Option<CheckOutcome> {
    match seen {
        Seen::NotConnected => None,
        Seen::Unread => Some(CheckOutcome::Unknown),
        Seen::Count(0) => Some(CheckOutcome::Passed),
        Seen::Count(count) => Some(CheckOutcome::Failed { count: u32::try_from(count).unwrap_or(u32::MAX) }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good() -> UnblockFacts {
        UnblockFacts {
            has_new_password: Some(true),
            sessions: Seen::Count(0),
            rules: Seen::Count(0),
            queue: Seen::Count(0),
            suspicion: None,
            ways_back: Some(1),
        }
    }

    #[test]
    fn all_is_well_where_each_was_looked_at_and_a_new_password_is_asked_for_first() {
        let checks = unblock_checks(&good());
        assert_eq!(checks.len(), UnblockCheck::ALL.len());
        assert!(checks.iter().all(|(_, outcome)| *outcome == CheckOutcome::Passed), "{checks:?}");
        assert_eq!(checks[0].0, UnblockCheck::Password);
    }

    #[test]
    fn each_thing_that_is_not_so_fails_its_own_check_alone_with_its_number() {
        let failed = |count| CheckOutcome::Failed { count };
        for (facts, check, expected) in [
            (UnblockFacts { has_new_password: Some(false), ..good() }, UnblockCheck::Password, failed(0)),
            (
                UnblockFacts { has_new_password: None, ..good() },
                UnblockCheck::Password,
                CheckOutcome::Unknown,
            ),
            (UnblockFacts { sessions: Seen::Count(2), ..good() }, UnblockCheck::Sessions, failed(2)),
            (
                UnblockFacts { sessions: Seen::Unread, ..good() },
                UnblockCheck::Sessions,
                CheckOutcome::Unknown,
            ),
            (UnblockFacts { rules: Seen::Count(1), ..good() }, UnblockCheck::Rules, failed(1)),
            (UnblockFacts { queue: Seen::Count(300), ..good() }, UnblockCheck::Queue, failed(300)),
            (UnblockFacts { suspicion: Some(63), ..good() }, UnblockCheck::Suspicion, failed(63)),
            (UnblockFacts { ways_back: Some(0), ..good() }, UnblockCheck::WaysBack, failed(0)),
        ] {
            let wrong: Vec<_> = unblock_checks(&facts)
                .into_iter()
                .filter(|(_, outcome)| *outcome != CheckOutcome::Passed)
                .collect();
            assert_eq!(wrong, [(check, expected)]);
        }
    }

    #[test]
    fn what_nobody_can_look_at_is_left_out_and_never_taken_for_well() {
        let away = Seen::NotConnected;
        let facts = UnblockFacts { sessions: away, rules: away, queue: away, ways_back: None, ..good() };
        let checks: Vec<_> = unblock_checks(&facts).into_iter().map(|(check, _)| check).collect();
        assert_eq!(checks, [UnblockCheck::Password, UnblockCheck::Suspicion]);
    }
}

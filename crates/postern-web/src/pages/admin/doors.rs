//! The two doors of an account as the emblem shows them: open, slowed, closed by a rule, closed by a person.

use postern_core::restriction::{Origin, Restriction, RestrictionKind};

/// How one door stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// Nothing stands in the way.
    Open,
    /// Slowed, or held until somebody decides.
    Half,
    /// A rule closed it.
    Locked,
    /// A person or a program closed it.
    Barred,
}

impl Door {
    /// The symbol of `templates/icons.html`.
    pub const fn icon(self) -> &'static str {
        match self {
            Door::Open => "open",
            Door::Half => "half",
            Door::Locked => "locked",
            Door::Barred => "barred",
        }
    }

    /// The class that gives it its colour.
    pub const fn class(self) -> &'static str {
        match self {
            Door::Open => "mute",
            Door::Half => "warn",
            Door::Locked | Door::Barred => "bad",
        }
    }

    /// What of two things on one door is shown: a person's block before a rule's, closed before slowed.
    const fn rank(self) -> u8 {
        match self {
            Door::Open => 0,
            Door::Half => 1,
            Door::Locked => 2,
            Door::Barred => 3,
        }
    }

    fn closed_by(origin: Origin) -> Self {
        match origin {
            Origin::Rule => Door::Locked,
            Origin::Person | Origin::Api => Door::Barred,
        }
    }
}

/// Both doors of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doors {
    /// Signing in.
    pub sign_in: Door,
    /// Sending.
    pub sending: Door,
}

impl Doors {
    /// The doors of an account on which this is in force.
    pub fn of(open: &[Restriction]) -> Self {
        let mut doors = Self { sign_in: Door::Open, sending: Door::Open };
        for row in open {
            let (door, state) = match row.kind {
                RestrictionKind::SignInLocked | RestrictionKind::SignInBlocked => {
                    (&mut doors.sign_in, Door::closed_by(row.origin))
                }
                RestrictionKind::SendingRestricted => (&mut doors.sending, Door::closed_by(row.origin)),
                RestrictionKind::SendingSlowed | RestrictionKind::SendingProposed => {
                    (&mut doors.sending, Door::Half)
                }
                // None closes a door: they concern certain sources, one way in of several, or what comes after the door.
                RestrictionKind::AddressBlock
                | RestrictionKind::PasswordChangeRequired
                | RestrictionKind::ProtocolOff(_) => continue,
            };
            if state.rank() > door.rank() {
                *door = state;
            }
        }
        doors
    }
}

#[cfg(test)]
mod tests {
    use postern_core::ids::{AccountId, RestrictionId};
    use postern_core::restriction::{Actor, Entity, Reason};
    use postern_core::time::Timestamp;

    use super::*;

    fn row(kind: RestrictionKind, origin: Origin) -> Restriction {
        Restriction {
            id: RestrictionId::from_random(1),
            entity: Entity::Account(AccountId::from_random(1)),
            kind,
            reason: Reason::ByPerson { note: String::new() },
            evidence: Vec::new(),
            since: Timestamp::default(),
            until: None,
            origin,
            actor: Actor::Rule,
        }
    }

    #[test]
    fn of_several_restrictions_the_door_shows_the_one_that_closes_it_most() {
        use RestrictionKind::*;
        let doors = |rows: &[(RestrictionKind, Origin)]| {
            let rows: Vec<_> = rows.iter().map(|&(kind, origin)| row(kind, origin)).collect();
            let Doors { sign_in, sending } = Doors::of(&rows);
            (sign_in.icon(), sending.icon())
        };
        assert_eq!(doors(&[]), ("open", "open"));
        assert_eq!(doors(&[(SignInLocked, Origin::Rule)]), ("locked", "open"));
        assert_eq!(doors(&[(SignInLocked, Origin::Rule), (SignInBlocked, Origin::Api)]), ("barred", "open"));
        assert_eq!(doors(&[(SendingSlowed, Origin::Rule)]), ("open", "half"));
        assert_eq!(
            doors(&[(SendingRestricted, Origin::Rule), (SendingSlowed, Origin::Rule)]),
            ("open", "locked")
        );
        assert_eq!(doors(&[(SendingRestricted, Origin::Person)]), ("open", "barred"));
        assert_eq!(doors(&[(AddressBlock, Origin::Person)]), ("open", "open"));
    }
}

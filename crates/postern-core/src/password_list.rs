//! Lists of passwords that nobody may set: common ones, which are guessed first, and breached ones, which are tried
//! with the name that they became known with. Does not know the lists, only what being on one means.

use crate::account::{AccountKind, codes};
use crate::refusal::Refusal;

/// Which list a password is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PasswordList {
    /// Common passwords: built in.
    Common,
    /// Breached passwords: the site's own file.
    Breached,
}

codes!(PasswordList {
    PasswordList::Common => "common",
    PasswordList::Breached => "breached",
});

/// Whether a password may be set, by what the lists say of it. `allow_listed` is somebody's decision against the
/// lists, for an application whose password nobody can change soon; it needs its reason.
pub fn check_listed(
    list: Option<PasswordList>,
    kind: AccountKind,
    allow_listed: bool,
    note: &str,
) -> Result<(), Refusal> {
    let is_application = match kind {
        AccountKind::Application => true,
        AccountKind::Person | AccountKind::SharedMailbox => false,
    };
    match list {
        None => Ok(()),
        Some(list) if !allow_listed => Err(Refusal::PasswordListed { list }),
        Some(_) if !is_application => Err(Refusal::ListedOnlyForApplications),
        Some(_) if note.trim().is_empty() => Err(Refusal::NoteMissing),
        Some(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_listed_password_is_refused_except_for_an_application_with_a_reason() {
        let listed = Some(PasswordList::Breached);
        let refused = Err(Refusal::PasswordListed { list: PasswordList::Breached });
        assert_eq!(check_listed(listed, AccountKind::Person, false, "because"), refused);
        assert_eq!(check_listed(listed, AccountKind::Application, false, "because"), refused);
        for kind in [AccountKind::Person, AccountKind::SharedMailbox] {
            assert_eq!(check_listed(listed, kind, true, "because"), Err(Refusal::ListedOnlyForApplications));
        }
        assert_eq!(check_listed(listed, AccountKind::Application, true, " "), Err(Refusal::NoteMissing));
        assert_eq!(check_listed(listed, AccountKind::Application, true, "a scanner of 2009"), Ok(()));
        assert_eq!(check_listed(None, AccountKind::Person, false, ""), Ok(()));
    }
}

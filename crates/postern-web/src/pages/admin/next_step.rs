//! Where the next step of a diagnosis is taken: the page of a restriction's end, of a look at the queue, and so on. Pages of an
//! account's restrictions and the help lead to the same one.

use postern_core::account::Account;
use postern_core::command::CommandKind;
use postern_core::diagnosis::NextStep;
use postern_text::{Key, key};

use super::session::Admin;

/// The page and its label, as far as this admin may go there; `None` as well where no page does it.
pub fn button(admin: &Admin, account: &Account, step: NextStep) -> Option<(String, Key)> {
    if step == NextStep::OpenIncident {
        let incident = admin.engine.open_incident(account.id)?;
        return Some((format!("/incidents/{incident}"), key::INCIDENT_OPEN_PAGE));
    }
    let (what, path, label) = place(step)?;
    let only_looks = matches!(what, CommandKind::Read | CommandKind::ReadSite);
    let is_mine_to_touch = postern_core::access::may_act_on(&admin.seen.account.roles, &account.roles);
    if !(only_looks || is_mine_to_touch) || !admin.is_allowed(what) {
        return None;
    }
    Some(match path {
        Path::Account(path) => (format!("/users/{}{path}", account.id), label),
        Path::Site(path) => (path, label),
    })
}

enum Path {
    /// Below the account's page.
    Account(&'static str),
    /// Below the admin centre.
    Site(String),
}

fn place(step: NextStep) -> Option<(CommandKind, Path, Key)> {
    use Path::{Account, Site};
    Some(match step {
        NextStep::Unblock => (CommandKind::UnblockSending, Account("/unblock"), key::RESTRICTED_UNBLOCK),
        // The page says what an unlock gives whoever guesses; a one-time link is the command line's.
        NextStep::Unlock | NextStep::Admit => {
            (CommandKind::UnlockSignIn, Account("/unlock"), key::LOCKS_UNLOCK)
        }
        NextStep::Allow => (CommandKind::AllowSignIn, Account("/sign-in-status"), key::LOCKS_ALLOW),
        NextStep::ResetPassword => (CommandKind::SetPassword, Account("/reset-password"), key::RESET_AGAIN),
        NextStep::SwitchProtocolOn(_) => {
            (CommandKind::AllowSignIn, Account("/protocols"), key::PROTOCOLS_TITLE)
        }
        NextStep::ReleaseSource(network) | NextStep::ReleaseSourceForAccount(network) => {
            (CommandKind::ReadSite, Site(format!("/sources?q={}", network.first())), key::SOURCES_TITLE)
        }
        NextStep::LookAtSignIns => (CommandKind::Read, Account("?tab=sign-ins"), key::USER_TAB_SIGN_INS),
        NextStep::ApproveMailing => (CommandKind::ChangePolicy, Account("/mailing"), key::SCOPED_MAILING),
        NextStep::LookAtQueue => (CommandKind::Read, Account("/queue"), key::QUEUE_DECIDE),
        NextStep::LookAtSending => (CommandKind::Read, Account("?tab=sending"), key::USER_TAB_SENDING),
        NextStep::LookAtRules => (CommandKind::Read, Account("/rules"), key::RULES_TITLE),
        NextStep::RegisterAddress => (CommandKind::Read, Account("/addresses"), key::ALTERNATES_TITLE),
        NextStep::CheckConnections => {
            (CommandKind::ReadSite, Site("/connections".to_owned()), key::ADMIN_NAV_CONNECTIONS)
        }
        NextStep::LookAtPolicies => {
            (CommandKind::ReadSite, Site("/policies".to_owned()), key::ADMIN_NAV_POLICIES)
        }
        // Which incident it is says the account.
        NextStep::AskKeeperOfPassword | NextStep::MendSystem | NextStep::OpenIncident => return None,
    })
}

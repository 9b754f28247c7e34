//! The commands that open a door or take back what was said of a source, ready to be pasted but for the reason.

use postern_core::address::ClientNetwork;
use postern_core::diagnosis::NextStep;
use postern_core::restriction::RestrictionKind;
use postern_core::source_entry::EntryKind;
use postern_web::api::v1::restrictions::RestrictionView;
use postern_web::api::v1::sign_in_state::RefusedPlaceView;
use postern_web::api::v1::sources::EntryView;

/// What ends a restriction of the account with this address; `None` for a kind that a newer server made.
pub fn of_restriction(view: &RestrictionView, address: &str) -> Option<String> {
    let network = view.entity.entity().and_then(|entity| entity.network());
    RestrictionKind::from_code(&view.kind).and_then(|kind| of_kind(kind, address, network))
}

fn of_kind(kind: RestrictionKind, address: &str, network: Option<ClientNetwork>) -> Option<String> {
    let user = quoted(address);
    match kind {
        RestrictionKind::SendingRestricted | RestrictionKind::SendingSlowed => {
            Some(format!("postern restricted unblock {user} --reason \"…\""))
        }
        // A person decides: there is no door to be opened.
        RestrictionKind::SendingProposed => None,
        RestrictionKind::SignInLocked => Some(unlock(address)),
        RestrictionKind::SignInBlocked => Some(format!("postern signin allow {user} --reason \"…\"")),
        RestrictionKind::PasswordChangeRequired => {
            Some(format!("postern user reset-password {user} --reason \"…\""))
        }
        RestrictionKind::ProtocolOff(protocol) => {
            Some(format!("postern signin protocol {user} {} on --reason \"…\"", protocol.code()))
        }
        RestrictionKind::AddressBlock => {
            network.map(|network| format!("postern source unblock {network} --user {user} --reason \"…\""))
        }
    }
}

/// What does the next step of a diagnosis; `None` where no command does it.
pub fn of_step(step: NextStep, address: &str) -> Option<String> {
    let user = quoted(address);
    Some(match step {
        NextStep::Unblock => format!("postern restricted unblock {user} --reason \"…\""),
        NextStep::Unlock => unlock(address),
        NextStep::Admit => admission(address),
        NextStep::Allow => format!("postern signin allow {user} --reason \"…\""),
        NextStep::ResetPassword => format!("postern user reset-password {user} --reason \"…\""),
        NextStep::SwitchProtocolOn(protocol) => {
            format!("postern signin protocol {user} {} on --reason \"…\"", protocol.code())
        }
        NextStep::ReleaseSource(network) => format!("postern source unblock {network} --reason \"…\""),
        NextStep::ReleaseSourceForAccount(network) => {
            format!("postern source unblock {network} --user {user} --reason \"…\"")
        }
        NextStep::LookAtSignIns => format!("postern signin show {user}"),
        NextStep::ApproveMailing => {
            format!("postern policy mailing {user} --recipients N --until TIME --reason \"…\"")
        }
        NextStep::LookAtQueue => format!("postern queue show {user}"),
        NextStep::LookAtSending => format!("postern restricted show {user}"),
        NextStep::LookAtRules => format!("postern user rules {user}"),
        NextStep::RegisterAddress => format!("postern user alternate list {user}"),
        NextStep::CheckConnections => "postern doctor".to_owned(),
        NextStep::LookAtPolicies => "postern policy show".to_owned(),
        NextStep::OpenIncident => format!("postern incident show {user}"),
        NextStep::AskKeeperOfPassword | NextStep::MendSystem => return None,
    })
}

/// What restricts an account as it was proposed, and what dismisses that.
pub fn of_proposal(address: &str) -> [String; 2] {
    let user = quoted(address);
    ["accept", "dismiss"].map(|verb| format!("postern restricted {verb} {user} --reason \"…\""))
}

/// What ends the block that refuses a place.
pub fn of_place(place: &RefusedPlaceView) -> String {
    of_source(place.block.as_ref(), &place.address)
}

/// What ends the block that refuses an address: the block's own network, which may be larger than the address.
pub fn of_source(block: Option<&RestrictionView>, address: &str) -> String {
    let network = block.and_then(|block| block.entity.entity()?.network());
    let network = network.map_or_else(|| address.to_owned(), |network| network.to_string());
    format!("postern source unblock {network} --reason \"…\"")
}

/// What takes an entry back; `None` for a kind that a newer server made.
pub fn of_entry(entry: &EntryView) -> Option<String> {
    let mut command = String::from(match EntryKind::from_code(&entry.kind)? {
        EntryKind::Allowed => "postern source disallow",
        EntryKind::Shared => "postern source unshare",
        EntryKind::Pinned => "postern source unpin",
    });
    if let Some(network) = &entry.network {
        command.push_str(&format!(" {network}"));
    }
    if let Some(account) = entry.account_address.as_ref().or(entry.account.as_ref()) {
        command.push_str(&format!(" --user {}", quoted(account)));
    }
    command.push_str(" --reason \"…\"");
    Some(command)
}

/// What decides about everything that an account has in the queue: `release` or `delete`.
pub fn of_queue(verb: &str, address: &str) -> String {
    format!("postern queue {verb} {} --all --reason \"…\"", quoted(address))
}

/// What lets the owner in from a new place while strangers stay out.
pub fn admission(address: &str) -> String {
    format!("postern signin admit {} --reason \"…\"", quoted(address))
}

/// What opens a lock for everybody, and so for those who guess as well.
pub fn unlock(address: &str) -> String {
    format!("postern signin unlock {} --reason \"…\"", quoted(address))
}

/// What says step by step how an attempt from one address would be answered.
pub fn explained(address: &str) -> String {
    format!("postern why {} --from ADDRESS", quoted(address))
}

/// A canonical name may hold a quote or a dollar sign, which a shell would read.
fn quoted(address: &str) -> String {
    if address.bytes().all(|b| b.is_ascii_alphanumeric() || b"@.-_+".contains(&b)) {
        address.to_owned()
    } else {
        format!("'{}'", address.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_can_be_pasted_into_a_shell_whatever_the_name() {
        let cure =
            |address| of_kind(RestrictionKind::SignInLocked, address, None).expect("a lock has a cure");
        assert_eq!(cure("rob@contoso.com"), "postern signin unlock rob@contoso.com --reason \"…\"");
        assert_eq!(
            cure("o'neil;x@contoso.com"),
            "postern signin unlock 'o'\\''neil;x@contoso.com' --reason \"…\""
        );
    }
}

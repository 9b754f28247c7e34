//! What an account is called and what it may do: names, aliases, display name, roles, groups.

use crate::access;
use crate::account::{ALIASES_MAX, AccountFacts, DISPLAY_NAME_BYTES_MAX, GROUPS_MAX};
use crate::command::ProfileChange;
use crate::event::Event;
use crate::name::AccountName;
use crate::reach::Reach;
use crate::refusal::Refusal;

pub(super) fn rename(facts: &AccountFacts, to: &AccountName, keep_old: bool) -> Result<Vec<Event>, Refusal> {
    let account = &facts.account;
    if *to == account.primary {
        return Err(Refusal::AlreadySo);
    }
    let mut events = Vec::new();
    if account.aliases.contains(to) {
        events.push(Event::AliasRemoved { account: account.id, alias: to.clone() });
    }
    events.push(Event::AccountRenamed { account: account.id, from: account.primary.clone(), to: to.clone() });
    if keep_old {
        events.push(Event::AliasAdded { account: account.id, alias: account.primary.clone() });
    }
    Ok(events)
}

pub(super) fn add_alias(facts: &AccountFacts, alias: &AccountName) -> Result<Vec<Event>, Refusal> {
    let account = &facts.account;
    if *alias == account.primary || account.aliases.contains(alias) {
        return Err(Refusal::AlreadySo);
    }
    if account.aliases.len() >= ALIASES_MAX {
        return Err(Refusal::TooManyAliases);
    }
    Ok(vec![Event::AliasAdded { account: account.id, alias: alias.clone() }])
}

pub(super) fn remove_alias(facts: &AccountFacts, alias: &AccountName) -> Result<Vec<Event>, Refusal> {
    let account = &facts.account;
    if *alias == account.primary {
        return Err(Refusal::AliasIsPrimary { alias: alias.clone() });
    }
    if !account.aliases.contains(alias) {
        return Err(Refusal::NoSuchAlias { alias: alias.clone() });
    }
    Ok(vec![Event::AliasRemoved { account: account.id, alias: alias.clone() }])
}

pub(super) fn change(facts: &AccountFacts, change: &ProfileChange) -> Result<Vec<Event>, Refusal> {
    let mut after = facts.account.clone();
    if let Some(display_name) = &change.display_name {
        check_display_name(display_name)?;
        after.display_name.clone_from(display_name);
    }
    after.language = change.language.unwrap_or(after.language);
    after.kind = change.kind.unwrap_or(after.kind);
    if let Some(roles) = &change.roles {
        after.roles.clone_from(roles);
        after.roles.sort_unstable();
        after.roles.dedup();
    }
    if let Some(reach) = &change.reach {
        after.reach.clone_from(reach);
    }
    // Without a role there is nothing that would be for some domains, or for all.
    if after.roles.is_empty() {
        after.reach = Reach::ALL_DOMAINS;
    }
    access::check_grant(&after.roles, &after.reach)?;
    if let Some(groups) = &change.groups {
        if groups.len() > GROUPS_MAX {
            return Err(Refusal::TooManyGroups);
        }
        after.groups.clone_from(groups);
    }
    if after == facts.account { Err(Refusal::AlreadySo) } else { Ok(vec![Event::ProfileChanged { after }]) }
}

/// A display name fits its column and holds nothing that could break a header or a terminal.
pub fn check_display_name(display_name: &str) -> Result<(), Refusal> {
    if display_name.len() > DISPLAY_NAME_BYTES_MAX || display_name.chars().any(char::is_control) {
        Err(Refusal::DisplayName)
    } else {
        Ok(())
    }
}

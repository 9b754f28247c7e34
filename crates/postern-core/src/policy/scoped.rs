//! Policies for some accounts: values of sending that differ from the site's for whoever a scope names.
//!
//! Scopes are tried by priority, the lowest number first; the first that matches counts and no other (checklist F11).
//! What a policy does not set is the site's own value, and the site's own policy comes last, always, and cannot be taken
//! away. This file knows neither who keeps the policies nor where accounts come from.

use super::{OutboundPolicy, Policies, PolicyError};
use crate::account::{Account, AccountKind};
use crate::ids::AccountId;
use crate::time::Timestamp;

/// Most policies beside the site's own. A person reads them in one look; a change computes every account anew.
pub const SCOPED_MAX: usize = 100;
/// Longest name, in bytes.
pub const NAME_BYTES_MAX: usize = 64;
/// Most conditions of one scope, exceptions included.
pub const CONDITIONS_MAX: usize = 1_000;
/// Longest group or domain of a condition, in bytes: a domain name's own limit (RFC 1035, 2.3.4) with its dots.
pub const CONDITION_BYTES_MAX: usize = 255;
/// The highest number that a priority may have; 0 comes first.
pub const PRIORITY_MAX: u32 = 10_000;
/// What a planned mailing raises to its number of recipients, where it is not higher already. The limits of a session
/// from a strange place are not among them: a thief who signs in meanwhile is stopped as ever.
pub const RAISED_BY_MAILING: [&str; 7] = [
    "outbound.novel_hour_max",
    "outbound.novel_day_max",
    "outbound.slow_novel_hour",
    "outbound.recipients_hour_floor",
    "outbound.recipients_severe_floor",
    "outbound.cap_hour",
    "outbound.cap_day",
];
/// The number of the first mailing's policy where no other policy exists: there is room on both sides.
const MAILING_PRIORITY: u32 = 5_000;
/// The part of the policy that a scope may change.
const PREFIX: &str = "outbound.";

/// Whom a condition names. Of each sort any one is enough.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Conditions {
    /// These accounts, whatever they are called.
    pub accounts: Vec<AccountId>,
    /// Members of these groups, compared without regard to case.
    pub groups: Vec<String>,
    /// Accounts whose primary address lies in these domains or in a domain below; lower case, ASCII.
    pub domains: Vec<String>,
    /// Accounts of these kinds.
    pub kinds: Vec<AccountKind>,
}

/// For whom a policy is: whoever fits every sort of condition that is given, and no exception.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Scope {
    /// Each sort that names something has to fit; a sort that names nothing does not count.
    pub conditions: Conditions,
    /// Whoever fits any of these is left out.
    pub exceptions: Conditions,
}

/// What a scope looks at in an account.
#[derive(Clone, Copy, Debug)]
pub struct Member<'a> {
    /// Which.
    pub account: AccountId,
    /// Domain of its primary address, canonical; `None` for a login without one.
    pub domain: Option<&'a str>,
    /// Its groups.
    pub groups: &'a [String],
    /// Its kind.
    pub kind: AccountKind,
}

impl<'a> From<&'a Account> for Member<'a> {
    fn from(account: &'a Account) -> Self {
        Self {
            account: account.id,
            domain: account.primary.domain(),
            groups: &account.groups,
            kind: account.kind,
        }
    }
}

/// Values of sending for some accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScopedPolicy {
    /// Its name: lower-case letters, digits, `-` and `_`.
    pub name: String,
    /// The lowest number is tried first.
    pub priority: u32,
    /// For whom.
    pub scope: Scope,
    /// What it sets, as in `outbound.novel_hour_max`, in the order of the policy file.
    pub values: Vec<(&'static str, u64)>,
    /// When it ends by itself; `None`: when somebody removes it.
    pub until: Option<Timestamp>,
}

/// Why a policy for some accounts was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScopedPolicyError {
    /// The name is empty, too long, or holds something other than `a`-`z`, `0`-`9`, `-` and `_`.
    Name {
        /// What was given.
        given: String,
    },
    /// The priority is above [`PRIORITY_MAX`].
    Priority {
        /// What was given.
        given: u32,
    },
    /// Another policy has this priority, so it would not be plain which comes first.
    PriorityTaken {
        /// The other policy.
        by: String,
    },
    /// It is for nobody in particular: the site's own policy is for everybody.
    NoCondition,
    /// More than [`CONDITIONS_MAX`] conditions.
    TooManyConditions,
    /// A group or domain is empty, too long or holds control characters.
    Condition {
        /// What was given.
        given: String,
    },
    /// It sets nothing.
    NoValue,
    /// It sets something that is the same for all accounts.
    NotOfSending {
        /// The value's name.
        name: String,
    },
    /// A value, or two together, are not allowed.
    Value(PolicyError),
    /// It would have ended already.
    EndInThePast,
    /// There are [`SCOPED_MAX`] already.
    TooMany,
    /// There is none of this name.
    NoSuchPolicy {
        /// What was given.
        name: String,
    },
}

impl Conditions {
    fn len(&self) -> usize {
        self.accounts.len() + self.groups.len() + self.domains.len() + self.kinds.len()
    }

    fn name_account(&self, member: Member<'_>) -> bool {
        self.accounts.contains(&member.account)
    }

    fn name_group(&self, member: Member<'_>) -> bool {
        let is_named = |group: &String| {
            let group = group.to_lowercase();
            self.groups.iter().any(|own| own.to_lowercase() == group)
        };
        member.groups.iter().any(is_named)
    }

    fn name_domain(&self, member: Member<'_>) -> bool {
        let Some(domain) = member.domain else { return false };
        let is_in = |own: &String| {
            domain.strip_suffix(own.as_str()).is_some_and(|below| below.is_empty() || below.ends_with('.'))
        };
        self.domains.iter().any(is_in)
    }

    fn name_kind(&self, member: Member<'_>) -> bool {
        self.kinds.contains(&member.kind)
    }

    fn all_fit(&self, member: Member<'_>) -> bool {
        (self.accounts.is_empty() || self.name_account(member))
            && (self.groups.is_empty() || self.name_group(member))
            && (self.domains.is_empty() || self.name_domain(member))
            && (self.kinds.is_empty() || self.name_kind(member))
    }

    fn any_fits(&self, member: Member<'_>) -> bool {
        self.name_account(member)
            || self.name_group(member)
            || self.name_domain(member)
            || self.name_kind(member)
    }
}

impl Scope {
    /// Whether the policy is for this account.
    pub fn holds(&self, member: Member<'_>) -> bool {
        self.conditions.all_fit(member) && !self.exceptions.any_fits(member)
    }
}

impl ScopedPolicy {
    /// Whether it counts at `now`.
    pub fn is_in_force(&self, now: Timestamp) -> bool {
        self.until.is_none_or(|until| now < until)
    }

    /// The site's policy with what this one sets.
    ///
    /// # Errors
    /// A value of the site's and one of its own contradict each other.
    pub fn over(&self, site: &OutboundPolicy) -> Result<OutboundPolicy, PolicyError> {
        let mut policies = Policies { outbound: site.clone(), ..Policies::default() };
        for (name, value) in &self.values {
            policies.set(name, &value.to_string())?;
        }
        policies.check()?;
        Ok(policies.outbound)
    }

    /// The value's name in full, and that it may be set for some accounts. `novel_hour_max` is
    /// `outbound.novel_hour_max`.
    ///
    /// # Errors
    /// No value has this name, or it is one of signing in or of history.
    pub fn value_name(given: &str) -> Result<&'static str, ScopedPolicyError> {
        let full = if given.contains('.') { given.to_owned() } else { format!("{PREFIX}{given}") };
        let known = Policies::descriptions()
            .find(|value| value.name == full)
            .ok_or_else(|| ScopedPolicyError::Value(PolicyError::UnknownName { name: given.to_owned() }))?;
        if known.name.starts_with(PREFIX) {
            Ok(known.name)
        } else {
            Err(ScopedPolicyError::NotOfSending { name: known.name.to_owned() })
        }
    }

    fn check(&self, site: &OutboundPolicy, now: Timestamp) -> Result<(), ScopedPolicyError> {
        if !self.is_in_force(now) {
            return Err(ScopedPolicyError::EndInThePast);
        }
        let is_letter =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte);
        if self.name.is_empty() || self.name.len() > NAME_BYTES_MAX || !self.name.bytes().all(is_letter) {
            return Err(ScopedPolicyError::Name { given: self.name.clone() });
        }
        if self.priority > PRIORITY_MAX {
            return Err(ScopedPolicyError::Priority { given: self.priority });
        }
        let Scope { conditions, exceptions } = &self.scope;
        if conditions.len() == 0 {
            return Err(ScopedPolicyError::NoCondition);
        }
        if conditions.len() + exceptions.len() > CONDITIONS_MAX {
            return Err(ScopedPolicyError::TooManyConditions);
        }
        for text in
            [conditions, exceptions].into_iter().flat_map(|side| side.groups.iter().chain(&side.domains))
        {
            if text.is_empty() || text.len() > CONDITION_BYTES_MAX || text.chars().any(char::is_control) {
                return Err(ScopedPolicyError::Condition { given: text.clone() });
            }
        }
        if self.values.is_empty() {
            return Err(ScopedPolicyError::NoValue);
        }
        self.over(site).map_err(ScopedPolicyError::Value).map(drop)
    }
}

/// The policies for some accounts, in the order in which they are tried.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ScopedPolicies(Vec<ScopedPolicy>);

impl ScopedPolicies {
    /// Those that were saved, in their order.
    pub fn saved(mut policies: Vec<ScopedPolicy>) -> Self {
        policies.sort_by(|one, other| (one.priority, &one.name).cmp(&(other.priority, &other.name)));
        Self(policies)
    }

    /// The first to be tried first.
    pub fn in_order(&self) -> &[ScopedPolicy] {
        &self.0
    }

    /// The one of this name.
    pub fn named(&self, name: &str) -> Option<&ScopedPolicy> {
        self.0.iter().find(|policy| policy.name == name)
    }

    /// Where the policy for this account stands in the order; `None`: the site's own.
    pub fn position_for(&self, member: Member<'_>) -> Option<usize> {
        self.0.iter().position(|policy| policy.scope.holds(member))
    }

    /// These without what has ended by `now`.
    #[must_use]
    pub fn in_force(&self, now: Timestamp) -> Self {
        Self(self.0.iter().filter(|policy| policy.is_in_force(now)).cloned().collect())
    }

    /// When the first of them ends by itself.
    pub fn next_end(&self) -> Option<Timestamp> {
        self.0.iter().filter_map(|policy| policy.until).min()
    }

    /// A planned mailing: a policy for this account alone, before every other one, which sets what holds for the account
    /// now (`in_force`) with its limits raised to the number of recipients, and ends by itself. One that is planned
    /// already keeps its number. `None`: the first policy has the lowest number there is.
    pub fn mailing(
        &self,
        account: AccountId,
        in_force: &OutboundPolicy,
        site: &OutboundPolicy,
        recipients: u64,
        until: Timestamp,
    ) -> Option<ScopedPolicy> {
        // Ids are letters and digits, so this is a name for a policy.
        let name = format!("mailing-{}", account.to_string().to_lowercase());
        let priority = match (self.named(&name), self.0.first()) {
            (Some(planned), _) => planned.priority,
            (None, None) => MAILING_PRIORITY,
            (None, Some(first)) => first.priority.checked_sub(1)?,
        };
        let raised = |(name, value): (&'static str, u64)| {
            let is_raised = RAISED_BY_MAILING.contains(&name);
            (name, if is_raised { value.max(recipients) } else { value })
        };
        let site = site.values();
        let differs = |value: &(&'static str, u64)| !site.contains(value);
        let values = in_force.values().into_iter().map(raised).filter(differs).collect();
        let conditions = Conditions { accounts: vec![account], ..Conditions::default() };
        let scope = Scope { conditions, exceptions: Conditions::default() };
        Some(ScopedPolicy { name, priority, scope, values, until: Some(until) })
    }

    /// These with one more, or with another one of that name.
    ///
    /// # Errors
    /// What is wrong with the policy, also beside the others.
    pub fn with(
        &self,
        policy: ScopedPolicy,
        site: &OutboundPolicy,
        now: Timestamp,
    ) -> Result<Self, ScopedPolicyError> {
        policy.check(site, now)?;
        let others = || self.0.iter().filter(|other| other.name != policy.name);
        if let Some(other) = others().find(|other| other.priority == policy.priority) {
            return Err(ScopedPolicyError::PriorityTaken { by: other.name.clone() });
        }
        if others().count() >= SCOPED_MAX {
            return Err(ScopedPolicyError::TooMany);
        }
        Ok(Self::saved(others().cloned().chain([policy.clone()]).collect()))
    }

    /// These without the one of that name.
    ///
    /// # Errors
    /// There is none.
    pub fn without(&self, name: &str) -> Result<Self, ScopedPolicyError> {
        if self.named(name).is_none() {
            return Err(ScopedPolicyError::NoSuchPolicy { name: name.to_owned() });
        }
        Ok(Self(self.0.iter().filter(|policy| policy.name != name).cloned().collect()))
    }

    /// Refuses a policy of the site's that one of these would contradict; says which.
    ///
    /// # Errors
    /// The name of the policy and what it contradicts.
    pub fn check_site(&self, site: &OutboundPolicy) -> Result<(), (String, PolicyError)> {
        for policy in &self.0 {
            policy.over(site).map_err(|error| (policy.name.clone(), error))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;

//! What failed sign-ins are: a device that still has an old password, somebody who guesses, or a person who mistyped.
//!
//! A device says the same wrong thing again and again, from one source, by one client. Somebody who guesses tries
//! many passwords, from one source or from many. Nothing here counts towards a lock: lanes do that at once; this
//! explains afterwards, from lines of the history.

use std::collections::BTreeMap;

use crate::account::codes;
use crate::address::ClientNetwork;
use crate::decision::DecisionKind;
use crate::time::Timestamp;

/// So often the same wrong password, or the former one, makes it a device. People give up earlier.
const DEVICE_TRIES_MIN: u32 = 5;
/// The former password is certain, so fewer tries do.
const DEVICE_FORMER_MIN: u32 = 2;
/// A device has at most one new wrong password to so many repeats.
const DEVICE_REPEATS_PER_NEW: u32 = 4;
/// So many different wrong passwords are guessing, wherever they come from (the unfamiliar lane locks at 10).
const ATTACK_PASSWORDS_MIN: u32 = 10;
/// From several sources, fewer are: people do not move about while they mistype.
const ATTACK_SOURCES_MIN: usize = 3;
const ATTACK_PASSWORDS_FROM_SEVERAL_MIN: u32 = 5;

/// One line of the history that is no success.
#[derive(Clone, Copy, Debug)]
pub struct FailureLine<'a> {
    /// What it was; kinds that are no failures of signing in are passed over.
    pub kind: DecisionKind,
    /// From where; `None` when no usable address was told.
    pub source: Option<ClientNetwork>,
    /// What the client says it is.
    pub client: &'a str,
    /// The protocol.
    pub protocol: &'a str,
    /// When the first of those that it stands for was.
    pub since: Timestamp,
    /// When the last one was.
    pub at: Timestamp,
    /// How many it stands for.
    pub count: u32,
}

/// What a group of failures is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FailureKind {
    /// A device still has an old password.
    StaleDevice,
    /// Somebody guesses passwords.
    Attack,
    /// A few wrong passwords: nothing to be done.
    Mistyped,
}

codes!(FailureKind {
    FailureKind::StaleDevice => "stale_device",
    FailureKind::Attack => "attack",
    FailureKind::Mistyped => "mistyped",
});

/// Failures that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailureGroup {
    /// What they are.
    pub kind: FailureKind,
    /// Where the device is; `None` for the other kinds, which may have several sources.
    pub source: Option<ClientNetwork>,
    /// What the device says it is; empty for the other kinds.
    pub client: String,
    /// The device's protocol; empty for the other kinds.
    pub protocol: String,
    /// The device's password is known to be the former one.
    pub has_former_password: bool,
    /// Attempts.
    pub attempts: u32,
    /// Different wrong passwords, at least.
    pub passwords: u32,
    /// Sources.
    pub sources: u32,
    /// The first.
    pub since: Timestamp,
    /// The last.
    pub until: Timestamp,
}

#[derive(Clone, Copy, Default)]
struct Tally {
    fresh: u32,
    repeated: u32,
    former: u32,
    span: Option<(Timestamp, Timestamp)>,
}

impl Tally {
    fn add(&mut self, line: &FailureLine<'_>) -> bool {
        let counter = match line.kind {
            DecisionKind::WrongPassword => &mut self.fresh,
            DecisionKind::SameWrongPassword => &mut self.repeated,
            DecisionKind::PreviousPassword => &mut self.former,
            DecisionKind::SignInRefused
            | DecisionKind::SignInWouldBeRefused
            | DecisionKind::SignedIn
            | DecisionKind::SendingPermitted
            | DecisionKind::SendingSlowed
            | DecisionKind::SendingWouldBeSlowed
            | DecisionKind::SendingRestricted
            | DecisionKind::SendingWouldBeRestricted
            | DecisionKind::SendingProposed
            | DecisionKind::SendingRefused
            | DecisionKind::AlertRaised => return false,
        };
        *counter = counter.saturating_add(line.count);
        self.widen(line.since.min(line.at), line.at);
        true
    }

    fn widen(&mut self, since: Timestamp, until: Timestamp) {
        let (first, last) = self.span.unwrap_or((since, until));
        self.span = Some((first.min(since), last.max(until)));
    }

    fn attempts(&self) -> u32 {
        self.fresh.saturating_add(self.repeated).saturating_add(self.former)
    }

    fn is_device(&self) -> bool {
        let repeats = self.repeated.saturating_add(self.former);
        let is_often = repeats >= DEVICE_TRIES_MIN || self.former >= DEVICE_FORMER_MIN;
        is_often && self.fresh.saturating_mul(DEVICE_REPEATS_PER_NEW) <= repeats
    }
}

type DeviceKey<'a> = (Option<ClientNetwork>, &'a str, &'a str);

/// Groups failures: devices first, the most persistent first; what remains is one attack, or a few slips.
pub fn group_failures<'a>(lines: impl IntoIterator<Item = FailureLine<'a>>) -> Vec<FailureGroup> {
    let mut tallies: BTreeMap<DeviceKey<'a>, Tally> = BTreeMap::new();
    for line in lines {
        let mut tally = tallies.get(&(line.source, line.client, line.protocol)).copied().unwrap_or_default();
        if tally.add(&line) {
            tallies.insert((line.source, line.client, line.protocol), tally);
        }
    }
    let (devices, others): (Vec<_>, Vec<_>) = tallies.into_iter().partition(|(_, tally)| tally.is_device());
    let mut groups: Vec<FailureGroup> =
        devices.iter().filter_map(|(key, tally)| device(key, tally)).collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.attempts));
    groups.extend(rest(&others));
    groups
}

fn device(key: &DeviceKey<'_>, tally: &Tally) -> Option<FailureGroup> {
    let (source, client, protocol) = key;
    let (since, until) = tally.span?;
    Some(FailureGroup {
        kind: FailureKind::StaleDevice,
        source: *source,
        client: (*client).to_owned(),
        protocol: (*protocol).to_owned(),
        has_former_password: tally.former > 0,
        attempts: tally.attempts(),
        passwords: tally.fresh.max(1),
        sources: 1,
        since,
        until,
    })
}

fn rest(others: &[(DeviceKey<'_>, Tally)]) -> Option<FailureGroup> {
    let mut sum = Tally::default();
    let mut sources: Vec<Option<ClientNetwork>> = Vec::new();
    for ((source, _, _), tally) in others {
        let (since, until) = tally.span?;
        sum.fresh = sum.fresh.saturating_add(tally.fresh);
        sum.repeated = sum.repeated.saturating_add(tally.repeated);
        sum.former = sum.former.saturating_add(tally.former);
        sum.widen(since, until);
        sources.push(*source);
    }
    sources.sort_unstable();
    sources.dedup();
    let (since, until) = sum.span?;
    let from_several = sources.len() >= ATTACK_SOURCES_MIN && sum.fresh >= ATTACK_PASSWORDS_FROM_SEVERAL_MIN;
    let is_attack = sum.fresh >= ATTACK_PASSWORDS_MIN || from_several;
    Some(FailureGroup {
        kind: if is_attack { FailureKind::Attack } else { FailureKind::Mistyped },
        source: None,
        client: String::new(),
        protocol: String::new(),
        has_former_password: false,
        attempts: sum.attempts(),
        passwords: sum.fresh,
        sources: u32::try_from(sources.len()).unwrap_or(u32::MAX),
        since,
        until,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use DecisionKind::{PreviousPassword, SameWrongPassword, WrongPassword};

    fn lines(
        kind: DecisionKind,
        source: &str,
        client: &'static str,
        count: u32,
        first_s: i64,
    ) -> FailureLine<'static> {
        let at = Timestamp::from_unix_s(first_s + i64::from(count) * 300);
        FailureLine {
            kind,
            source: source.parse().ok(),
            client,
            protocol: "imap",
            since: Timestamp::from_unix_s(first_s),
            at,
            count,
        }
    }

    fn said(groups: &[FailureGroup]) -> Vec<String> {
        let one = |group: &FailureGroup| {
            let FailureGroup { kind, client, attempts, passwords, sources, .. } = group;
            format!("{} {client:?} {attempts} tries, {passwords} passwords, {sources} sources", kind.code())
        };
        groups.iter().map(one).collect()
    }

    #[test]
    fn a_phone_with_the_former_password_is_a_device_with_name_source_and_times() {
        let groups = group_failures([lines(PreviousPassword, "203.0.113.9", "iOS Mail", 288, 1_000)]);
        assert_eq!(said(&groups), ["stale_device \"iOS Mail\" 288 tries, 1 passwords, 1 sources"]);
        assert!(groups[0].has_former_password);
        assert_eq!(groups[0].source, "203.0.113.9".parse().ok());
        assert_eq!((groups[0].since.unix_s(), groups[0].until.unix_s()), (1_000, 1_000 + 288 * 300));
    }

    #[test]
    fn one_wrong_password_over_and_over_is_a_device_whose_password_may_be_an_old_one() {
        let groups = group_failures([
            lines(WrongPassword, "203.0.113.9", "iOS Mail", 1, 0),
            lines(SameWrongPassword, "203.0.113.9", "iOS Mail", 40, 300),
        ]);
        assert_eq!(said(&groups), ["stale_device \"iOS Mail\" 41 tries, 1 passwords, 1 sources"]);
        assert!(!groups[0].has_former_password);
    }

    #[test]
    fn many_passwords_from_one_source_or_some_from_several_are_an_attack() {
        let one = group_failures([lines(WrongPassword, "203.0.113.9", "", 10, 0)]);
        assert_eq!(said(&one), ["attack \"\" 10 tries, 10 passwords, 1 sources"]);
        let several = group_failures(
            ["203.0.113.9", "203.0.113.10", "198.51.100.1"]
                .map(|source| lines(WrongPassword, source, "", 2, 0)),
        );
        assert_eq!(said(&several), ["attack \"\" 6 tries, 6 passwords, 3 sources"]);
    }

    #[test]
    fn a_few_slips_at_the_edge_are_no_attack() {
        let nine = group_failures([lines(WrongPassword, "203.0.113.9", "", 9, 0)]);
        assert_eq!(nine[0].kind, FailureKind::Mistyped);
        let two_places = group_failures(
            ["203.0.113.9", "198.51.100.1"].map(|source| lines(WrongPassword, source, "", 4, 0)),
        );
        assert_eq!(two_places[0].kind, FailureKind::Mistyped);
        assert_eq!(group_failures([]), []);
    }

    #[test]
    fn a_device_is_told_apart_from_an_attack_at_the_same_time() {
        let mut all = vec![lines(PreviousPassword, "203.0.113.9", "iOS Mail", 12, 0)];
        for host in 1..40 {
            all.push(lines(WrongPassword, &format!("198.51.100.{host}"), "", 1, 0));
        }
        let groups = group_failures(all);
        assert_eq!(
            said(&groups),
            [
                "stale_device \"iOS Mail\" 12 tries, 1 passwords, 1 sources",
                "attack \"\" 39 tries, 39 passwords, 39 sources",
            ]
        );
    }

    #[test]
    fn repeats_among_many_guesses_make_no_device() {
        let groups = group_failures([
            lines(WrongPassword, "203.0.113.9", "", 30, 0),
            lines(SameWrongPassword, "203.0.113.9", "", 30, 0),
        ]);
        assert_eq!(groups[0].kind, FailureKind::Attack);
    }
}

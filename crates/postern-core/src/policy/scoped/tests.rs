//! For whom a policy is, which of several counts, and what is refused.

use super::*;
use crate::account::Language;
use crate::name::AccountName;
use crate::reach::Reach;
use crate::time::Timestamp;

fn account(number: u64, primary: &str, kind: AccountKind, groups: &[&str]) -> Account {
    Account {
        id: AccountId::from_random(number),
        primary: AccountName::from_canonical(primary.to_owned()),
        aliases: Vec::new(),
        display_name: String::new(),
        language: Language::default(),
        kind,
        roles: Vec::new(),
        reach: Reach::ALL_DOMAINS,
        groups: groups.iter().map(|group| (*group).to_owned()).collect(),
        is_gate_only: false,
        created: Timestamp::default(),
    }
}

fn texts(given: &[&str]) -> Vec<String> {
    given.iter().map(|text| (*text).to_owned()).collect()
}

fn for_domain(name: &str, priority: u32, domain: &str) -> ScopedPolicy {
    let conditions = Conditions { domains: texts(&[domain]), ..Conditions::default() };
    ScopedPolicy {
        name: name.to_owned(),
        priority,
        scope: Scope { conditions, exceptions: Conditions::default() },
        values: vec![("outbound.novel_hour_max", 20)],
        until: None,
    }
}

#[test]
fn any_of_a_sort_and_all_sorts_and_no_exception() {
    let rob = account(1, "rob@contoso.com", AccountKind::Person, &["Sales"]);
    let news = account(2, "news@lists.contoso.com", AccountKind::Application, &[]);
    let guest = account(3, "guest@fabrikam.com", AccountKind::Person, &["sales", "guests"]);
    let conditions = |domains: &[&str], groups: &[&str], kinds: &[AccountKind]| Conditions {
        accounts: Vec::new(),
        groups: texts(groups),
        domains: texts(domains),
        kinds: kinds.to_vec(),
    };
    let person = &[AccountKind::Person][..];
    for (given, exceptions, expected) in [
        (conditions(&["contoso.com"], &[], &[]), conditions(&[], &[], &[]), [true, true, false]),
        (
            conditions(&["contoso.com", "fabrikam.com"], &[], &[]),
            conditions(&[], &[], &[]),
            [true, true, true],
        ),
        (conditions(&["contoso.com"], &["sales"], &[]), conditions(&[], &[], &[]), [true, false, false]),
        (conditions(&["contoso.com"], &[], person), conditions(&[], &[], &[]), [true, false, false]),
        (conditions(&[], &["SALES"], &[]), conditions(&[], &["guests"], &[]), [true, false, false]),
        (
            conditions(&["contoso.com"], &[], &[]),
            conditions(&["lists.contoso.com"], &[], &[]),
            [true, false, false],
        ),
        (conditions(&["toso.com"], &[], &[]), conditions(&[], &[], &[]), [false, false, false]),
        (conditions(&[], &[], person), conditions(&["contoso.com"], &["guests"], &[]), [false, false, false]),
    ] {
        let scope = Scope { conditions: given, exceptions };
        assert_eq!([&rob, &news, &guest].map(|account| scope.holds(account.into())), expected, "{scope:?}");
    }
}

#[test]
fn the_lowest_number_that_matches_counts_and_the_site_comes_last() {
    let site = OutboundPolicy::default();
    let policies = ScopedPolicies::default()
        .with(for_domain("wide", 20, "contoso.com"), &site, Timestamp::default())
        .and_then(|policies| {
            policies.with(for_domain("lists", 10, "lists.contoso.com"), &site, Timestamp::default())
        })
        .expect("two that differ in priority");
    let of = |address: &str| {
        let at = policies.position_for((&account(1, address, AccountKind::Person, &[])).into());
        at.map(|at| policies.in_order()[at].name.as_str())
    };
    assert_eq!(of("a@lists.contoso.com"), Some("lists"));
    assert_eq!(of("a@contoso.com"), Some("wide"));
    assert_eq!(of("a@fabrikam.com"), None);
    let taken = policies.with(for_domain("third", 10, "x.example"), &site, Timestamp::default());
    assert_eq!(taken, Err(ScopedPolicyError::PriorityTaken { by: "lists".to_owned() }));
    let moved = policies
        .with(for_domain("lists", 30, "lists.contoso.com"), &site, Timestamp::default())
        .expect("a free number");
    assert_eq!(moved.in_order().iter().map(|policy| &policy.name).collect::<Vec<_>>(), ["wide", "lists"]);
    assert_eq!(moved.without("lists").map(|left| left.in_order().len()), Ok(1));
    let missing = ScopedPolicyError::NoSuchPolicy { name: "default".to_owned() };
    assert_eq!(moved.without("default"), Err(missing), "the site's own is not one of them");
}

#[test]
fn what_is_not_set_follows_the_site_and_a_contradiction_is_refused_from_both_sides() {
    let mut site = OutboundPolicy::default();
    let mut policy = for_domain("strict", 1, "contoso.com");
    policy.values = vec![("outbound.novel_hour_max", 20), ("outbound.cap_hour", 150)];
    let over = policy.over(&site).expect("no contradiction");
    assert_eq!((over.novel_hour_max, over.cap_hour, over.cap_day), (20, 150, site.cap_day));
    site.cap_day = 140;
    assert!(policy.over(&site).is_err(), "an hour of 150 in a day of 140");
    let policies = ScopedPolicies::saved(vec![policy]);
    assert_eq!(policies.check_site(&site).map_err(|(name, _)| name), Err("strict".to_owned()));
    assert!(policies.check_site(&OutboundPolicy::default()).is_ok());
}

#[test]
fn a_policy_for_nobody_or_without_values_or_of_another_part_is_refused_with_the_reason() {
    let site = OutboundPolicy::default();
    let refused = |change: fn(&mut ScopedPolicy)| {
        let mut policy = for_domain("fine", 1, "contoso.com");
        change(&mut policy);
        ScopedPolicies::default().with(policy, &site, Timestamp::default()).expect_err("refused")
    };
    assert_eq!(refused(|policy| policy.scope = Scope::default()), ScopedPolicyError::NoCondition);
    assert_eq!(refused(|policy| policy.values.clear()), ScopedPolicyError::NoValue);
    for name in ["", "Big", "ein satz", "ä", &"x".repeat(NAME_BYTES_MAX + 1)] {
        let policy = ScopedPolicy { name: name.to_owned(), ..for_domain("x", 1, "contoso.com") };
        let error = ScopedPolicies::default().with(policy, &site, Timestamp::default()).expect_err(name);
        assert_eq!(error, ScopedPolicyError::Name { given: name.to_owned() });
    }
    assert_eq!(
        refused(|policy| policy.priority = PRIORITY_MAX + 1),
        ScopedPolicyError::Priority { given: PRIORITY_MAX + 1 }
    );
    assert_eq!(
        refused(|policy| policy.scope.exceptions.groups = vec!["a\nb".to_owned()]),
        ScopedPolicyError::Condition { given: "a\nb".to_owned() }
    );
    assert!(matches!(
        refused(|policy| policy.values = vec![("outbound.novel_hour_max", 0)]),
        ScopedPolicyError::Value(PolicyError::OutOfBounds { .. })
    ));
    assert_eq!(ScopedPolicy::value_name("novel_hour_max"), Ok("outbound.novel_hour_max"));
    assert_eq!(
        ScopedPolicy::value_name("sign_in.first_lock_s"),
        Err(ScopedPolicyError::NotOfSending { name: "sign_in.first_lock_s".to_owned() })
    );
    assert!(matches!(ScopedPolicy::value_name("nothing"), Err(ScopedPolicyError::Value(_))));
}

#[test]
fn limits_are_held_at_their_edge() {
    let site = OutboundPolicy::default();
    let full: Vec<_> =
        (0..SCOPED_MAX).map(|n| for_domain(&format!("p{n}"), n as u32, "contoso.com")).collect();
    let full = ScopedPolicies::saved(full);
    assert_eq!(
        full.with(for_domain("more", 9_999, "contoso.com"), &site, Timestamp::default()),
        Err(ScopedPolicyError::TooMany)
    );
    assert!(
        full.with(for_domain("p7", 9_999, "contoso.com"), &site, Timestamp::default()).is_ok(),
        "one of those that are there"
    );
    let mut policy = for_domain("many", 1, "contoso.com");
    policy.scope.conditions.domains = vec!["contoso.com".to_owned(); CONDITIONS_MAX];
    assert!(ScopedPolicies::default().with(policy.clone(), &site, Timestamp::default()).is_ok());
    policy.scope.exceptions.kinds = vec![AccountKind::Person];
    assert_eq!(
        ScopedPolicies::default().with(policy, &site, Timestamp::default()),
        Err(ScopedPolicyError::TooManyConditions)
    );
}

#[test]
fn a_policy_with_an_end_counts_until_then_and_cannot_begin_after_it() {
    let (site, end) = (OutboundPolicy::default(), Timestamp::from_unix_s(1_000));
    let policy = ScopedPolicy { until: Some(end), ..for_domain("mailing", 1, "contoso.com") };
    let before = Timestamp::from_unix_s(999);
    let policies = ScopedPolicies::default().with(policy.clone(), &site, before).expect("a second is left");
    assert_eq!((policies.next_end(), policies.in_force(before).in_order().len()), (Some(end), 1));
    assert!(policies.in_force(end).in_order().is_empty());
    let late = ScopedPolicies::default().with(policy, &site, end);
    assert_eq!(late, Err(ScopedPolicyError::EndInThePast));
}

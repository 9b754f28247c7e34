//! What a person's command does to an account, case by case.

mod app_password;
mod contain;
mod incident;
mod password;
mod reach;
mod recovery;

use super::*;
use crate::account::{Account, AccountKind, Language};
use crate::ids::AccountId;
use crate::mail_queue::QueueAction;
use crate::name::AccountName;
use crate::reach::Reach;
use crate::restriction::Origin;

fn rob(roles: &[Role], open: Vec<Restriction>) -> AccountFacts {
    AccountFacts {
        account: Account {
            id: AccountId::from_random(7),
            primary: AccountName::from_canonical("rob@contoso.com".into()),
            aliases: Vec::new(),
            display_name: "Rob".into(),
            language: Language::En,
            kind: AccountKind::Person,
            roles: roles.to_vec(),
            reach: Reach::ALL_DOMAINS,
            groups: Vec::new(),
            is_gate_only: false,
            created: Timestamp::default(),
        },
        open,
        app_passwords: Vec::new(),
        incident: None,
        is_last_global_admin: roles.contains(&Role::GlobalAdmin),
    }
}

fn restriction(kind: RestrictionKind, until: Option<Timestamp>) -> Restriction {
    Restriction {
        id: RestrictionId::from_random(99),
        entity: Entity::Account(AccountId::from_random(7)),
        kind,
        reason: Reason::NovelRecipientsHour { count: 31, limit: 30 },
        evidence: Vec::new(),
        since: Timestamp::default(),
        until,
        origin: crate::restriction::Origin::Rule,
        actor: Actor::Rule,
    }
}

fn asker(roles: &[Role], note: &str) -> Asker {
    Asker {
        actor: Actor::Person(AccountId::from_random(1)),
        roles: roles.to_vec(),
        reach: Reach::ALL_DOMAINS,
        note: note.into(),
    }
}

fn run(facts: &AccountFacts, command: &Command, asker: &Asker) -> Result<Vec<Event>, Refusal> {
    handle(facts, command, asker, RestrictionId::from_random(5), Timestamp::from_unix_s(1_000))
}

#[test]
fn unblocking_ends_restricted_and_slowed_but_not_a_block_of_signing_in() {
    let facts = rob(
        &[],
        vec![
            restriction(RestrictionKind::SendingRestricted, None),
            restriction(RestrictionKind::SendingSlowed, None),
            restriction(RestrictionKind::SignInBlocked, None),
        ],
    );
    let events =
        run(&facts, &Command::UnblockSending, &asker(&[Role::Helpdesk], "Rob called")).expect("allowed");
    let kinds: Vec<_> = events
        .iter()
        .map(|event| match event {
            Event::RestrictionReleased(ended) => ended.kind,
            other => panic!("unexpected {other:?}"),
        })
        .collect();
    assert_eq!(kinds, [RestrictionKind::SendingRestricted, RestrictionKind::SendingSlowed]);
}

#[test]
fn accepting_restricts_as_it_was_proposed_and_dismissing_ends_only_the_proposal() {
    let mut proposal = restriction(RestrictionKind::SendingProposed, Some(Timestamp::from_unix_s(2_000)));
    proposal.evidence = vec![crate::restriction::Evidence {
        kind: crate::restriction::EvidenceKind::NovelRecipients,
        points: 80,
        at: Timestamp::from_unix_s(900),
        source: None,
        count: 31,
        region: None,
    }];
    let facts = rob(&[], vec![proposal.clone(), restriction(RestrictionKind::SignInBlocked, None)]);
    let responder = asker(&[Role::Responder], "spam");
    let events = run(&facts, &Command::AcceptProposal, &responder).expect("allowed");
    let [Event::RestrictionStarted(row), Event::RestrictionReleased(ended)] = events.as_slice() else {
        panic!("{events:?}")
    };
    assert_eq!((row.kind, row.until), (RestrictionKind::SendingRestricted, proposal.until));
    assert_eq!((&row.evidence, row.origin), (&proposal.evidence, Origin::Person));
    assert_eq!(ended.kind, RestrictionKind::SendingProposed);
    // The roles of restricting and of unblocking.
    let helpdesk = asker(&[Role::Helpdesk], "newsletter");
    assert!(matches!(run(&facts, &Command::AcceptProposal, &helpdesk), Err(Refusal::NotAllowed { .. })));
    let events = run(&facts, &Command::DismissProposal, &helpdesk).expect("allowed");
    assert!(matches!(events.as_slice(), [Event::RestrictionReleased(ended)] if ended.kind == proposal.kind));
    let by_hand = run(&facts, &Command::RestrictSending { until: None }, &responder).expect("allowed");
    assert_eq!(by_hand.len(), 2, "what was proposed is settled: {by_hand:?}");
}

#[test]
fn what_is_not_proposed_or_no_more_can_be_neither_accepted_nor_dismissed() {
    let over = restriction(RestrictionKind::SendingProposed, Some(Timestamp::from_unix_s(1_000)));
    let restricted = restriction(RestrictionKind::SendingRestricted, None);
    let facts = rob(&[], vec![over, restricted]);
    for command in [Command::AcceptProposal, Command::DismissProposal] {
        let admin = asker(&[Role::GlobalAdmin], "why");
        assert_eq!(run(&facts, &command, &admin), Err(Refusal::NothingProposed));
        assert_eq!(run(&facts, &command, &asker(&[Role::GlobalAdmin], "")), Err(Refusal::NoteMissing));
    }
}

#[test]
fn there_is_no_release_without_a_reason_and_none_without_a_restriction() {
    let restricted = rob(&[], vec![restriction(RestrictionKind::SendingRestricted, None)]);
    let helpdesk = |note| asker(&[Role::Helpdesk], note);
    assert_eq!(run(&restricted, &Command::UnblockSending, &helpdesk("  ")), Err(Refusal::NoteMissing));
    let long = "x".repeat(NOTE_BYTES_MAX + 1);
    assert_eq!(run(&restricted, &Command::UnblockSending, &helpdesk(&long)), Err(Refusal::NoteTooLong));
    assert!(run(&restricted, &Command::UnblockSending, &helpdesk(&long[1..])).is_ok());
    let open = rob(&[], Vec::new());
    assert_eq!(run(&open, &Command::UnblockSending, &helpdesk("why")), Err(Refusal::SendingNotRestricted));
}

#[test]
fn the_helpdesk_cannot_touch_an_admin_and_nobody_blocks_the_last_one_or_themselves() {
    let admin = rob(&[Role::GlobalAdmin], Vec::new());
    let block = Command::BlockSignIn { until: None };
    assert_eq!(
        run(&admin, &Command::UnlockSignIn, &asker(&[Role::Helpdesk], "x")),
        Err(Refusal::TargetIsAdmin { role: Role::GlobalAdmin })
    );
    assert_eq!(run(&admin, &block, &asker(&[Role::GlobalAdmin], "x")), Err(Refusal::LastGlobalAdmin));
    let mut own = asker(&[Role::GlobalAdmin], "x");
    own.actor = Actor::Person(AccountId::from_random(7));
    assert_eq!(run(&admin, &block, &own), Err(Refusal::OwnAccount));
    let demote =
        Command::ChangeProfile(ProfileChange { roles: Some(Vec::new()), ..ProfileChange::default() });
    assert_eq!(run(&admin, &demote, &asker(&[Role::GlobalAdmin], "")), Err(Refusal::LastGlobalAdmin));
}

#[test]
fn a_block_of_signing_in_takes_another_end_earlier_or_later_and_has_one() {
    let responder = asker(&[Role::Responder], "until Friday");
    let by_hand = |until| {
        let block = restriction(RestrictionKind::SignInBlocked, until);
        Restriction { origin: Origin::Person, actor: responder.actor.clone(), ..block }
    };
    let at = |second| Some(Timestamp::from_unix_s(second));
    for (open, asked) in
        [(None, at(5_000)), (at(5_000), at(4_000)), (at(4_000), at(5_000)), (at(5_000), None)]
    {
        let facts = rob(&[], vec![by_hand(open)]);
        let events = run(&facts, &Command::BlockSignIn { until: asked }, &responder).expect("another end");
        let [Event::RestrictionReleased(_), Event::RestrictionStarted(started)] = &events[..] else {
            panic!("{open:?} {asked:?}: {events:?}");
        };
        assert_eq!(started.until, asked);
        assert_eq!(run(&facts, &Command::BlockSignIn { until: open }, &responder), Err(Refusal::AlreadySo));
    }
}

#[test]
fn a_longer_restriction_by_a_person_stands_beside_a_shorter_one_by_a_rule() {
    let facts =
        rob(&[], vec![restriction(RestrictionKind::SendingRestricted, Some(Timestamp::from_unix_s(5_000)))]);
    let responder = asker(&[Role::Responder], "confirmed");
    assert!(run(&facts, &Command::RestrictSending { until: None }, &responder).is_ok());
    let shorter = Command::RestrictSending { until: Some(Timestamp::from_unix_s(4_000)) };
    assert_eq!(run(&facts, &shorter, &responder), Err(Refusal::AlreadySo));
    let past = Command::RestrictSending { until: Some(Timestamp::from_unix_s(999)) };
    assert_eq!(run(&facts, &past, &responder), Err(Refusal::EndInThePast));
}

#[test]
fn a_new_password_opens_locks_and_leaves_a_block() {
    let facts = rob(
        &[],
        vec![
            restriction(RestrictionKind::SignInLocked, Some(Timestamp::from_unix_s(5_000))),
            restriction(RestrictionKind::SignInBlocked, None),
        ],
    );
    let events = run(&facts, &Command::SetPassword, &asker(&[Role::Helpdesk], "")).expect("allowed");
    assert_eq!(events.len(), 2);
    assert!(
        matches!(&events[1], Event::RestrictionReleased(ended) if ended.kind == RestrictionKind::SignInLocked)
    );
}

#[test]
fn easing_ends_locks_and_is_bounded() {
    let until = |s| Timestamp::from_unix_s(1_000).plus(crate::time::Span::from_s(s));
    let helpdesk = asker(&[Role::Helpdesk], "many phones change their password today");
    let locked = rob(&[], vec![restriction(RestrictionKind::SignInLocked, None)]);
    let events = run(&locked, &Command::EaseSignIn { until: until(7_200) }, &helpdesk).expect("allowed");
    let codes: Vec<_> = events.iter().map(Event::code).collect();
    assert_eq!(codes, ["restriction_released", "sign_in_eased"]);
    let unlocked = rob(&[], Vec::new());
    let events = run(&unlocked, &Command::EaseSignIn { until: until(86_400) }, &helpdesk).expect("allowed");
    assert_eq!(events.len(), 1, "there need be no lock");
    assert_eq!(
        run(&unlocked, &Command::EaseSignIn { until: until(86_401) }, &helpdesk),
        Err(Refusal::EasedTooLong)
    );
    assert_eq!(
        run(&unlocked, &Command::EaseSignIn { until: until(0) }, &helpdesk),
        Err(Refusal::EndInThePast)
    );
}

#[test]
fn queued_mail_is_changed_by_responders_with_a_reason_where_there_is_any() {
    let facts = rob(&[], Vec::new());
    let command = |action, messages| Command::ChangeQueue { action, messages };
    for &action in QueueAction::ALL {
        let asked = command(action, 3);
        let events = run(&facts, &asked, &asker(&[Role::Responder], "spam")).expect("allowed");
        assert_eq!(events, [Event::QueueChanged { account: facts.account.id, action, messages: 3 }]);
        let refused = run(&facts, &asked, &asker(&[Role::Helpdesk], "spam"));
        assert_eq!(refused, Err(Refusal::NotAllowed { command: asked.kind() }));
        assert_eq!(run(&facts, &asked, &asker(&[Role::Responder], " ")), Err(Refusal::NoteMissing));
        let nothing = run(&facts, &command(action, 0), &asker(&[Role::Responder], "spam"));
        assert_eq!(nothing, Err(Refusal::NothingQueued { action }));
    }
}

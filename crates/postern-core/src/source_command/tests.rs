//! What is asked about sources and what the rules answer, case by case.

use super::*;
use crate::reach::Reach;
use crate::time::Span;

const NOW: Timestamp = Timestamp::from_unix_s(1_000);

fn network(text: &str) -> ClientNetwork {
    text.parse().expect("a test network")
}

fn rob() -> AccountId {
    AccountId::from_random(7)
}

fn asker(role: Role) -> Asker {
    Asker {
        actor: Actor::Person(AccountId::from_random(1)),
        roles: vec![role],
        reach: Reach::ALL_DOMAINS,
        note: " guesses ".into(),
    }
}

fn run(facts: &SourceCommandFacts, command: &SourceCommand) -> Result<Vec<Event>, Refusal> {
    run_as(facts, command, &asker(Role::Responder))
}

fn run_as(facts: &SourceCommandFacts, command: &SourceCommand, asker: &Asker) -> Result<Vec<Event>, Refusal> {
    handle(facts, command, asker, (RestrictionId::from_random(5), EntryId::from_random(6)), NOW)
}

fn open_block(entity: Entity, origin: Origin, until: Option<Timestamp>) -> Restriction {
    Restriction {
        id: RestrictionId::from_random(99),
        entity,
        kind: RestrictionKind::AddressBlock,
        reason: Reason::ByPerson { note: "before".into() },
        evidence: Vec::new(),
        since: Timestamp::default(),
        until,
        origin,
        actor: Actor::Rule,
    }
}

fn with_blocks(blocks_within: Vec<Restriction>) -> SourceCommandFacts {
    SourceCommandFacts { blocks_within, ..SourceCommandFacts::default() }
}

fn block_of(text: &str, until: Option<Timestamp>) -> SourceCommand {
    SourceCommand::Block { network: network(text), account: None, until }
}

fn codes(events: &[Event]) -> Vec<&'static str> {
    events.iter().map(Event::code).collect()
}

#[test]
fn a_block_says_who_why_and_until_when() {
    let until = Some(NOW.plus(Span::from_hours(1)));
    let events = run(&SourceCommandFacts::default(), &block_of("203.0.113.0/24", until)).expect("allowed");
    let [Event::RestrictionStarted(started)] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!(started.entity, Entity::Network(network("203.0.113.0/24")));
    assert_eq!((started.kind, started.until), (RestrictionKind::AddressBlock, until));
    assert_eq!(started.reason, Reason::ByPerson { note: "guesses".into() });
    let pair = SourceCommand::Block { network: network("203.0.113.9"), account: Some(rob()), until: None };
    let events = run(&SourceCommandFacts::default(), &pair).expect("allowed");
    let [Event::RestrictionStarted(started)] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!(started.account(), Some(rob()));
    assert_eq!(started.entity.network(), Some(network("203.0.113.9")));
}

#[test]
fn a_longer_block_takes_the_place_of_a_shorter_one_and_a_shorter_one_is_superfluous() {
    let entity = Entity::Network(network("203.0.113.9"));
    let hour = |hours| Some(NOW.plus(Span::from_hours(hours)));
    let facts = with_blocks(vec![open_block(entity.clone(), Origin::Person, hour(2))]);
    assert_eq!(run(&facts, &block_of("203.0.113.9", hour(1))), Err(Refusal::AlreadySo));
    assert_eq!(run(&facts, &block_of("203.0.113.9", hour(2))), Err(Refusal::AlreadySo));
    let events = run(&facts, &block_of("203.0.113.9", None)).expect("longer");
    assert_eq!(codes(&events), ["restriction_released", "restriction_started"]);
    // A rule's block ends by itself and with its own event; the person's stands beside it.
    let facts = with_blocks(vec![open_block(entity, Origin::Rule, hour(24))]);
    let events = run(&facts, &block_of("203.0.113.9", hour(1))).expect("another origin");
    assert_eq!(codes(&events), ["restriction_started"]);
}

#[test]
fn allowing_ends_the_blocks_within_and_sharing_only_those_of_rules() {
    let blocks = vec![
        open_block(Entity::Network(network("203.0.113.9")), Origin::Rule, None),
        open_block(Entity::Network(network("203.0.113.10")), Origin::Person, None),
    ];
    let on = EntryOn::Network(network("203.0.113.0/24"));
    let allow = SourceCommand::Allow { on, until: None, is_vouched: true };
    let events = run(&with_blocks(blocks.clone()), &allow).expect("allowed");
    assert_eq!(codes(&events), ["source_entry_added", "restriction_released", "restriction_released"]);
    let Event::EntryAdded(entry) = &events[0] else { panic!("{events:?}") };
    assert!(!entry.is_vouched, "nobody can vouch for everybody of a network");
    let share = SourceCommand::Share { network: network("203.0.113.0/24"), until: None };
    let events = run(&with_blocks(blocks), &share).expect("allowed");
    assert_eq!(codes(&events), ["source_entry_added", "restriction_released"]);
}

#[test]
fn an_allowed_source_is_not_blocked_and_one_source_has_one_entry() {
    let allowed = network("203.0.113.0/24");
    let facts = SourceCommandFacts { allowed_over: Some(allowed), ..SourceCommandFacts::default() };
    assert_eq!(
        run(&facts, &block_of("203.0.113.9", None)),
        Err(Refusal::SourceIsAllowed { network: allowed })
    );
    let on = EntryOn::Network(allowed);
    let allow = |until| SourceCommand::Allow { on, until, is_vouched: false };
    let mut known =
        run(&SourceCommandFacts::default(), &allow(Some(NOW.plus(Span::from_hours(1))))).expect("the first");
    let Some(Event::EntryAdded(entry)) = known.pop() else { panic!("{known:?}") };
    let facts = SourceCommandFacts { entries_here: vec![entry], ..SourceCommandFacts::default() };
    assert_eq!(run(&facts, &allow(Some(NOW.plus(Span::from_minutes(9))))), Err(Refusal::AlreadySo));
    assert_eq!(
        codes(&run(&facts, &allow(None)).expect("longer")),
        ["source_entry_removed", "source_entry_added"]
    );
    assert_eq!(
        run(&facts, &SourceCommand::Share { network: allowed, until: None }),
        Err(Refusal::EntryExists { kind: EntryKind::Allowed })
    );
    assert_eq!(run(&facts, &SourceCommand::Unshare { network: allowed }), Err(Refusal::NoSuchEntry));
    assert_eq!(
        codes(&run(&facts, &SourceCommand::Disallow { on }).expect("there is one")),
        ["source_entry_removed"]
    );
}

#[test]
fn ending_a_block_that_lies_over_the_source_names_it() {
    let over = network("203.0.113.0/24");
    let facts = SourceCommandFacts { block_over: Some(over), ..SourceCommandFacts::default() };
    let unblock = SourceCommand::Unblock { network: network("203.0.113.9"), account: None };
    assert_eq!(run(&facts, &unblock), Err(Refusal::SourceNotBlocked { block_over: Some(over) }));
    let facts = with_blocks(vec![open_block(Entity::Network(over), Origin::Rule, None)]);
    assert_eq!(codes(&run(&facts, &unblock).expect("there is one")), ["restriction_released"]);
}

#[test]
fn nobody_blocks_half_the_world_by_a_slip_of_the_finger() {
    for (text, expected) in [
        ("10.0.0.0/8", None),
        ("10.0.0.0/7", Some(8)),
        ("0.0.0.0/0", Some(8)),
        ("2001::/16", None),
        ("2000::/15", Some(16)),
        ("fd00::/8", None),
        ("fc00::/7", Some(8)),
        ("::/0", Some(16)),
    ] {
        let refused = expected.map(|prefix_bits_min| Refusal::NetworkTooLarge { prefix_bits_min });
        assert_eq!(run(&SourceCommandFacts::default(), &block_of(text, None)).err(), refused, "{text}");
        let allow =
            SourceCommand::Allow { on: EntryOn::Network(network(text)), until: None, is_vouched: false };
        assert_eq!(run(&SourceCommandFacts::default(), &allow).err(), refused, "{text}");
    }
}

/// Gates never take such an address for a source, so a block would be said to be in force and stop nobody.
#[test]
fn what_is_no_clients_is_neither_blocked_nor_allowed_nor_shared() {
    for (text, is_refused) in [
        ("127.0.0.1", true),
        ("127.0.0.0/8", true),
        ("127.0.0.0/30", true),
        ("::ffff:127.0.0.1", true),
        ("0.0.0.0", true),
        ("0.0.0.0/8", true),
        ("255.255.255.255", true),
        ("224.0.0.0/8", true),
        ("::1", true),
        ("::", true),
        ("::/64", true),
        ("ff02::1", true),
        // Somebody's deliberate choice: gates count it.
        ("127.0.0.2", false),
        ("128.0.0.0/8", false),
        ("192.0.2.1", false),
        ("2001:db8::1", false),
    ] {
        let network = network(text);
        let refused = is_refused.then_some(Refusal::NoClientsThere { network });
        let on = EntryOn::Network(network);
        for command in [
            block_of(text, None),
            SourceCommand::Allow { on, until: None, is_vouched: false },
            SourceCommand::Share { network, until: None },
        ] {
            assert_eq!(run(&SourceCommandFacts::default(), &command).err(), refused, "{command:?}");
        }
        let unblock = SourceCommand::Unblock { network, account: None };
        let old = with_blocks(vec![open_block(Entity::Network(network), Origin::Rule, None)]);
        assert!(run(&old, &unblock).is_ok(), "an old one can be ended: {text}");
    }
}

#[test]
fn there_is_room_for_so_many_and_not_for_one_more() {
    let full = |by_hand| SourceCommandFacts { by_hand, ..SourceCommandFacts::default() };
    assert!(run(&full(ENTRIES_MAX - 1), &block_of("192.0.2.1", None)).is_ok());
    assert_eq!(run(&full(ENTRIES_MAX), &block_of("192.0.2.1", None)), Err(Refusal::TooManyEntries));
    let share = SourceCommand::Share { network: network("192.0.2.1"), until: None };
    assert_eq!(run(&full(ENTRIES_MAX), &share), Err(Refusal::TooManyEntries));
}

#[test]
fn reason_role_and_rank_are_asked_for() {
    let facts = SourceCommandFacts::default();
    let block = block_of("192.0.2.1", None);
    let silent = Asker { note: "  ".into(), ..asker(Role::Responder) };
    assert_eq!(run_as(&facts, &block, &silent), Err(Refusal::NoteMissing));
    let long = Asker { note: "x".repeat(NOTE_BYTES_MAX + 1), ..asker(Role::Responder) };
    assert_eq!(run_as(&facts, &block, &long), Err(Refusal::NoteTooLong));
    let helpdesk = run_as(&facts, &block, &asker(Role::Helpdesk));
    assert_eq!(helpdesk, Err(Refusal::NotAllowed { command: CommandKind::BlockSource }));
    let pair = |account| SourceCommand::Block { network: network("192.0.2.1"), account, until: None };
    let of_admin = SourceCommandFacts { account_roles: vec![Role::UserAdmin], ..facts.clone() };
    assert_eq!(run(&of_admin, &pair(Some(rob()))), Err(Refusal::TargetIsAdmin { role: Role::UserAdmin }));
    assert_eq!(run(&facts, &pair(Some(AccountId::from_random(1)))), Err(Refusal::OwnAccount));
    assert_eq!(run(&facts, &block_of("192.0.2.1", Some(NOW))), Err(Refusal::EndInThePast));
}

fn pin(text: &str, until: Option<Timestamp>) -> SourceCommand {
    SourceCommand::Pin { account: rob(), network: network(text), until }
}

fn entry_here(kind: EntryKind, text: &str, until: Option<Timestamp>) -> SourceEntry {
    let on = EntryOn::AccountAtNetwork { account: rob(), network: network(text) };
    entry(kind, on, until, false, &asker(Role::Responder), EntryId::from_random(9), Timestamp::default())
}

#[test]
fn a_pin_is_of_one_account_at_one_network_and_stands_beside_an_allow_entry() {
    let events = run(&SourceCommandFacts::default(), &pin("203.0.113.9", None)).expect("a pin");
    let [Event::EntryAdded(added)] = events.as_slice() else { panic!("{events:?}") };
    let on = EntryOn::AccountAtNetwork { account: rob(), network: network("203.0.113.9") };
    assert_eq!((added.kind, added.on, added.until), (EntryKind::Pinned, on, None));
    let allowed = entry_here(EntryKind::Allowed, "203.0.113.9", None);
    let facts = SourceCommandFacts { entries_here: vec![allowed], ..SourceCommandFacts::default() };
    assert_eq!(codes(&run(&facts, &pin("203.0.113.9", None)).expect("both")), ["source_entry_added"]);
    let unpin = SourceCommand::Unpin { account: rob(), network: network("203.0.113.9") };
    assert_eq!(run(&facts, &unpin), Err(Refusal::NoSuchEntry), "an allow entry is no pin");
    let pinned = entry_here(EntryKind::Pinned, "203.0.113.9", Some(NOW.plus(Span::from_hours(1))));
    let facts = SourceCommandFacts { entries_here: vec![pinned], ..SourceCommandFacts::default() };
    let allow = SourceCommand::Allow { on, until: None, is_vouched: false };
    assert_eq!(codes(&run(&facts, &allow).expect("both")), ["source_entry_added"]);
    let sooner = Some(NOW.plus(Span::from_minutes(1)));
    assert_eq!(run(&facts, &pin("203.0.113.9", sooner)), Err(Refusal::AlreadySo));
    let longer = run(&facts, &pin("203.0.113.9", None)).expect("longer");
    assert_eq!(codes(&longer), ["source_entry_removed", "source_entry_added"]);
    assert_eq!(codes(&run(&facts, &unpin).expect("there is one")), ["source_entry_removed"]);
}

#[test]
fn an_account_has_so_many_pins_and_not_one_more() {
    let with = |pins_elsewhere| SourceCommandFacts { pins_elsewhere, ..SourceCommandFacts::default() };
    assert!(run(&with(PINS_MAX - 1), &pin("192.0.2.1", None)).is_ok());
    assert_eq!(run(&with(PINS_MAX), &pin("192.0.2.1", None)), Err(Refusal::TooManyPins));
    assert_eq!(
        run(&with(0), &pin("127.0.0.1", None)),
        Err(Refusal::NoClientsThere { network: network("127.0.0.1") })
    );
    let helpdesk = run_as(&with(0), &pin("192.0.2.1", None), &asker(Role::Helpdesk));
    assert_eq!(helpdesk, Err(Refusal::NotAllowed { command: CommandKind::AllowSource }));
}

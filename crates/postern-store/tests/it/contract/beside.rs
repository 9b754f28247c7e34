//! The part of the contract about what stands beside accounts: outbox, policies, journal, decisions.

use postern_core::decision::DecisionKind;
use postern_core::effect::{Effect, Point};
use postern_core::event::Event;
use postern_core::time::{Span, Timestamp};
use postern_engine::ports::{
    AttemptDetail, AuditFilter, DecisionRow, ForgetBefore, JournalEntry, JournalKey, Receipt, ReceiptOutcome,
    SeenSource, SeenSourceFilter, SignInFilter, Store,
};

use crate::support::{account_id, at, change, effect_id, person, released, restricted, with_effects};

pub async fn effects_wait_until_their_receipts(store: &dyn Store) {
    let rob = person("rob@h.example");
    let account = rob.id;
    let restriction = restricted(account, 2);
    let created = change(100, [Event::AccountCreated(rob), Event::RestrictionStarted(restriction.clone())]);
    let notify = Effect::NotifyAdmins { restriction: restriction.id, account };
    let effects = [Effect::ExportSignIn(account), Effect::ExportSending(account), notify];
    let created = with_effects(created, effects.clone());
    let ids: Vec<_> = created.effects.iter().map(|(id, _)| *id).collect();
    store.commit(created).await.expect("three effects");
    let due = async |now: Timestamp| -> Vec<_> {
        let all = store.due_effects(now, 1_000).await.expect("due");
        all.into_iter().filter(|due| ids.contains(&due.id)).map(|due| (due.effect, due.attempts)).collect()
    };
    assert_eq!(due(at(99)).await, []);
    assert_eq!(due(at(100)).await, effects.clone().map(|effect| (effect, 0)));

    let receipt = |position: usize, outcome: ReceiptOutcome, second: i64| Receipt {
        effect: ids[position],
        account,
        point: effects[position].point(),
        at: at(second),
        latency: Span::from_ms(3),
        outcome,
        messages: None,
    };
    let failed =
        |retry_at| ReceiptOutcome::Failed { message: "lmdb: \"full\"".to_owned(), retry_at: at(retry_at) };
    let given_up = ReceiptOutcome::GivenUp { message: "no relay".to_owned() };
    let receipts =
        vec![receipt(0, ReceiptOutcome::Done, 101), receipt(1, failed(110), 102), receipt(2, given_up, 103)];
    store.save_receipts(receipts.clone()).await.expect("receipts");
    assert_eq!(due(at(109)).await, []);
    assert_eq!(due(at(110)).await, [(effects[1].clone(), 1)]);
    store.save_receipts(vec![receipt(1, failed(120), 110)]).await.expect("receipts");
    assert_eq!(due(at(120)).await, [(effects[1].clone(), 2)]);
    store.save_receipts(vec![receipt(1, ReceiptOutcome::Done, 120)]).await.expect("receipts");
    assert_eq!(due(at(i64::MAX)).await, []);

    let kept = store.receipts(account, 4).await.expect("receipts");
    let mut newest = vec![receipt(1, ReceiptOutcome::Done, 120), receipt(1, failed(120), 110)];
    newest.extend(receipts.into_iter().rev().take(2));
    assert_eq!(kept, newest);
    let gates = Receipt {
        effect: effect_id(),
        point: Point::MailQueue,
        messages: Some(20),
        ..receipt(0, ReceiptOutcome::Done, 200)
    };
    store.save_receipts(vec![gates.clone()]).await.expect("a receipt without an effect");
    assert_eq!(store.receipts(account, 1).await.expect("receipts"), [gates]);
}

pub async fn policies_are_replaced_with_their_audit(store: &dyn Store) {
    let changed = |to: &str| Event::PolicyChanged {
        name: "outbound.cap_hour".to_owned(),
        from: "500".to_owned(),
        to: to.to_owned(),
    };
    let value = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let first = vec![value("outbound.cap_hour", "600"), value("sign_in.observe_only", "1")];
    store.save_policies(first.clone(), change(1, [changed("600")])).await.expect("saved");
    assert_eq!(store.start(at(2)).await.expect("start").policies, first);
    let second = vec![value("outbound.cap_hour", "700")];
    store.save_policies(second.clone(), change(3, [changed("700")])).await.expect("saved");
    let third = change(4, [changed("800"), released(&restricted(account_id(), 1))]);
    store.save_policies(Vec::new(), third).await.expect_err("the change is refused, so the values stay");
    assert_eq!(store.start(at(5)).await.expect("start").policies, second);
    let rows = store.audit(&AuditFilter { limit: 1_000, ..Default::default() }).await.expect("audit");
    assert_eq!(rows.iter().filter(|row| row.code == "policy_changed").count(), 2);
    assert!(rows.is_sorted_by(|newer, older| newer.at >= older.at));
}

pub async fn the_journal_reads_back_in_pages(store: &dyn Store) {
    let account = account_id();
    let network = "203.0.113.0/24".parse().expect("a network");
    let entry = |key, bytes: &[u8]| JournalEntry { key, bytes: bytes.to_vec() };
    let first = vec![
        entry(JournalKey::SignIn(account), &[1, 0, 255]),
        entry(JournalKey::Sending(account), &[2; 600]),
        entry(JournalKey::Source(network), &[]),
    ];
    store.save_counters(first.clone(), at(10)).await.expect("journalled");
    let again = entry(JournalKey::SignIn(account), &[9, 9]);
    store.save_counters(vec![again.clone()], at(20)).await.expect("journalled");
    assert_eq!(store.start(at(21)).await.expect("start").last_alive, Some(at(20)));

    assert_eq!(read_journal(store).await, [again.clone(), first[1].clone(), first[2].clone()]);
    store.forget(&before(15)).await.expect("forgotten");
    assert_eq!(read_journal(store).await, [again]);
}

fn before(second: i64) -> ForgetBefore {
    ForgetBefore { sign_ins: at(second), sending: at(second), counters: at(second) }
}

async fn read_journal(store: &dyn Store) -> Vec<JournalEntry> {
    let mut all = Vec::new();
    let mut after = None;
    loop {
        let (page, next) = store.counters(after, 2).await.expect("a page");
        all.extend(page);
        match next {
            Some(_) => after = next,
            None => return all,
        }
    }
}

pub async fn decisions_are_listed_newest_first(store: &dyn Store) {
    let account = account_id();
    let decision = |second: i64, verdict: &'static str| DecisionRow {
        at: at(second),
        gate: "postfix_policy",
        account: Some(account),
        name: None,
        source: Some("203.0.113.9".to_owned()),
        verdict,
        reasons: r#"{"code":"cap_day","count":1001}"#.to_owned(),
        weight: 3,
        since: None,
        attempt: None,
    };
    let unknown =
        DecisionRow { account: None, name: Some("who@i.example".to_owned()), ..decision(1, "refuse") };
    let rows = vec![decision(1, "permit"), decision(3, "restrict"), decision(2, "slow"), unknown];
    store.save_decisions(rows).await.expect("logged");
    let newest = [decision(3, "restrict"), decision(2, "slow")];
    assert_eq!(store.decisions(account, 2).await.expect("listed"), newest);
    // A row stands for as many requests as its weight says.
    for (since, restricted) in [(3, 3), (4, 0)] {
        let counted = store.decided_since(account, DecisionKind::SendingRestricted, at(since)).await;
        assert_eq!(counted.expect("counted"), restricted, "since {since}");
    }
    let of_others = store.decided_since(account_id(), DecisionKind::SendingRefused, at(0)).await;
    assert_eq!(of_others.expect("counted"), 0);
    store.forget(&before(3)).await.expect("forgotten");
    assert_eq!(store.decisions(account, 9).await.expect("listed"), newest[..1]);
}

pub async fn sign_ins_come_in_pages_and_go_with_their_account(store: &dyn Store) {
    let (account, other) = (account_id(), account_id());
    let attempt =
        AttemptDetail { protocol: "imap".to_owned(), client: "Phone 1".to_owned(), ..Default::default() };
    let row = |account, second: i64, verdict: &'static str| DecisionRow {
        at: at(second),
        gate: "auth_policy",
        account: Some(account),
        name: None,
        source: Some("203.0.113.9".to_owned()),
        verdict,
        reasons: String::new(),
        weight: 12,
        since: Some(at(second - 1)),
        attempt: Some(Box::new(attempt.clone())),
    };
    let mail = DecisionRow { gate: "postfix_policy", attempt: None, ..row(account, 5, "permit") };
    // Two of the same moment: the number tells them apart.
    let rows = [(1, "success"), (2, "refuse"), (2, "wrong_password"), (4, "success")];
    let rows: Vec<_> = rows.map(|(second, verdict)| row(account, second, verdict)).into();
    store.save_decisions(rows.clone()).await.expect("logged");
    store.save_decisions(vec![mail.clone(), row(other, 3, "success")]).await.expect("logged");

    let mut filter = SignInFilter { account, before: None, since: None, only_failures: false, limit: 2 };
    let mut seen = Vec::new();
    loop {
        let page = store.sign_ins(&filter).await.expect("a page");
        let Some(last) = page.last() else { break };
        filter.before = Some((last.row.at, last.seq));
        seen.extend(page.into_iter().map(|found| found.row));
    }
    let newest: Vec<_> = rows.into_iter().rev().collect();
    assert_eq!(seen, newest);
    let failures = SignInFilter { before: None, only_failures: true, limit: 9, ..filter.clone() };
    let failures = store.sign_ins(&failures).await.expect("failures");
    assert_eq!(failures.into_iter().map(|found| found.row).collect::<Vec<_>>(), newest[1..3]);
    let lately = SignInFilter { before: None, since: Some(at(4)), limit: 9, ..filter.clone() };
    assert_eq!(store.sign_ins(&lately).await.expect("lately").len(), 1);

    // Each gate's rows are kept as long as its policy says.
    let kept = ForgetBefore { sign_ins: at(2), sending: at(6), counters: at(0) };
    store.forget(&kept).await.expect("forgotten");
    assert_eq!(store.decisions(account, 9).await.expect("listed"), newest[..3]);

    let records = [JournalKey::SignIn(account), JournalKey::Travels(account), JournalKey::SignIn(other)];
    let records = records.map(|key| JournalEntry { key, bytes: vec![1] });
    store.save_counters(records.to_vec(), at(6)).await.expect("journalled");
    store.erase_history(account).await.expect("erased");
    assert_eq!(store.decisions(account, 9).await.expect("listed"), []);
    assert_eq!(store.decisions(other, 9).await.expect("listed").len(), 1);
    let left = read_journal(store).await;
    assert!(left.contains(&records[2]) && !left.contains(&records[0]) && !left.contains(&records[1]));
}

pub async fn the_sources_of_an_accounts_sign_ins_are_told_once_each(store: &dyn Store) {
    let account = account_id();
    let row = |account, second, verdict, source: Option<&str>| DecisionRow {
        at: at(second),
        gate: "auth_policy",
        account: Some(account),
        name: None,
        source: source.map(str::to_owned),
        verdict,
        reasons: String::new(),
        weight: 1,
        since: None,
        attempt: None,
    };
    let (here, there) = ("203.0.113.9", "198.51.100.7");
    let rows = vec![
        row(account, 1, "success", Some(here)),
        row(account, 4, "success", Some(here)),
        row(account, 2, "refuse", Some(here)),
        row(account, 3, "wrong_password", Some(there)),
        row(account, 5, "wrong_password", None),
        row(account_id(), 6, "success", Some(there)),
        DecisionRow { gate: "postfix_policy", ..row(account, 7, "permit", Some(there)) },
    ];
    store.save_decisions(rows).await.expect("logged");
    let seen = async |with_success, since, limit| {
        let filter = SeenSourceFilter { account, since: at(since), with_success, limit };
        store.seen_sources(&filter).await.expect("sources")
    };
    let told = |source: &str, last| SeenSource { source: source.to_owned(), last: at(last) };
    assert_eq!(seen(true, 0, 9).await, [told(here, 4)]);
    assert_eq!(seen(false, 0, 9).await, [told(there, 3), told(here, 2)]);
    assert_eq!(seen(false, 0, 1).await, [told(there, 3)]);
    assert_eq!(seen(false, 3, 9).await, [told(there, 3)]);
}

pub async fn the_last_successes_of_several_accounts_are_told(store: &dyn Store) {
    let (rob, eva, idle) = (account_id(), account_id(), account_id());
    let row = |account, second, verdict| DecisionRow {
        at: at(second),
        gate: "auth_policy",
        account: Some(account),
        name: None,
        source: None,
        verdict,
        reasons: String::new(),
        weight: 1,
        since: None,
        attempt: None,
    };
    let rows =
        vec![row(rob, 7, "success"), row(rob, 3, "success"), row(rob, 9, "refuse"), row(eva, 2, "refuse")];
    store.save_decisions(rows).await.expect("logged");
    let told = store.last_successes(&[eva, rob, idle]).await.expect("successes");
    assert_eq!(told, [(rob, at(7))]);
    assert_eq!(store.last_successes(&[]).await.expect("successes"), []);
}

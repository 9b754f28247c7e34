//! What a milter sees beside the envelope: forged senders, and the same thing from several accounts.

use postern_core::account::AccountKind;
use postern_core::ids::AccountId;
use postern_core::time::Span;
use postern_engine::ask::PolicyAsk;
use postern_engine::commands::NewAccount;
use postern_engine::ports::AuditFilter;
use postern_gates::client::{MilterClient, MilterEnd, MilterMail};
use postern_testkit::world::{World, eventually, root};

const ROB: &str = "rob@contoso.com";

/// How many rows of evidence of this kind there are of an account.
async fn evidence(world: &World, account: AccountId, kind: &str) -> anyhow::Result<Vec<String>> {
    let filter = AuditFilter { account: Some(account), limit: 100, ..Default::default() };
    // What was decided and is not on the disk yet counts too, or "nothing" would only mean "not yet".
    let rows = world.engine.audit(&filter).await?;
    let seen = rows.iter().filter(|row| row.code == "evidence_seen").map(|row| row.detail.clone());
    Ok(seen.filter(|detail| detail.contains(kind)).collect())
}

async fn send_as(world: &World, number: usize, mail_from: &str, header: &str) -> anyhow::Result<MilterEnd> {
    let recipients = ["friend@elsewhere.example".to_owned()];
    let mail = MilterMail {
        login: Some(ROB),
        queue_id: &format!("4Bq{number}"),
        sender: mail_from,
        recipients: &recipients,
        headers: &[("From", header)],
        body: "Hello.",
    };
    Ok(MilterClient::smtpd(world.milter, "198.51.100.1").await?.send(&mail).await?)
}

#[tokio::test(flavor = "multi_thread")]
async fn three_header_senders_of_the_house_that_are_not_ones_own_are_evidence_and_aliases_are_ones_own()
-> anyhow::Result<()> {
    let world = World::start().await?;
    let alias = world.new_account("robert@contoso.com")?.name;
    let rob = NewAccount { aliases: vec![alias], ..world.new_account(ROB)? };
    let mut made = world.engine.create_accounts(vec![rob], root("")).await?;
    let rob = made.pop().expect("one answer")?;
    let ceo = world.person("ceo@contoso.com").await?;
    world.account("info@contoso.com", AccountKind::SharedMailbox, &[]).await?;
    let harmless = [
        "Rob <rob@contoso.com>",
        "ROBERT+news@Contoso.com",
        "info@contoso.com",
        "\"ceo@contoso.com\" <rob@contoso.com>",
        "somebody@elsewhere.example",
        "nonsense",
        "",
    ];
    for (number, header) in harmless.iter().cycle().take(40).enumerate() {
        send_as(&world, number, ROB, header).await?;
    }
    send_as(&world, 50, ROB, "The CEO <ceo@contoso.com>").await?;
    send_as(&world, 51, "", "CEO <CEO@contoso.com>").await?;
    send_as(&world, 52, "cfo@contoso.com", ROB).await?;
    assert!(evidence(&world, rob, "forged_sender").await?.is_empty(), "two different ones so far");
    assert_eq!(send_as(&world, 53, ROB, "a@x.example, payroll@contoso.com").await?, MilterEnd::Passes);
    eventually(async || Ok(evidence(&world, rob, "forged_sender").await?.len() == 1)).await?;
    for number in 0..20 {
        send_as(&world, 60 + number, ROB, &format!("invented{number}@contoso.example")).await?;
    }
    eventually(async || Ok(evidence(&world, rob, "forged_sender").await?.len() == 2)).await?;
    let rows = evidence(&world, rob, "forged_sender").await?;
    let worth = |points: &str| rows.iter().any(|row| row.contains(&format!("\"points\":{points}")));
    assert!(worth("30") && worth("80"), "{rows:?}");
    assert!(evidence(&world, ceo.id, "forged_sender").await?.is_empty(), "only the login is blamed");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forged_mail_from_counts_at_the_policy_gate_too_and_not_from_outside() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?;
    for number in 0..3 {
        let sender = format!("forged{number}@contoso.com");
        let ask = PolicyAsk { protocol_state: "END-OF-MESSAGE", sender: &sender, ..PolicyAsk::default() };
        world.engine.policy_asked(&ask);
        assert!(evidence(&world, rob.id, "forged_sender").await?.is_empty());
        world.engine.policy_asked(&PolicyAsk { sasl_username: ROB, instance: &sender, ..ask });
        // The milter sees the same mail: the same address is not another one.
        send_as(&world, number, &sender, &sender).await?;
    }
    eventually(async || Ok(evidence(&world, rob.id, "forged_sender").await?.len() == 1)).await
}

async fn offer(
    world: &World,
    login: &str,
    body: &str,
    outsiders: usize,
    number: usize,
) -> anyhow::Result<()> {
    let recipients: Vec<String> =
        (0..outsiders).map(|to| format!("{to}.{login}@elsewhere.example")).collect();
    let mail = MilterMail {
        login: Some(login),
        queue_id: &format!("4Bq{number}"),
        sender: login,
        recipients: &recipients,
        headers: &[("From", login)],
        body,
    };
    let end = MilterClient::smtpd(world.milter, "198.51.100.1").await?.send(&mail).await?;
    anyhow::ensure!(end == MilterEnd::Passes, "{login}: {end:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn three_accounts_with_one_new_link_are_joined_and_a_footer_or_a_link_of_the_house_joins_nobody()
-> anyhow::Result<()> {
    let world = World::start().await?;
    let mut people = Vec::new();
    for number in 0..6 {
        people.push(world.person(&format!("person{number}@contoso.com")).await?);
    }
    let login = |number: usize| format!("person{number}@contoso.com");
    let footer = format!(
        "-- \r\nContoso Ltd, https://www.contoso.example/legal, https://social.example/contoso\r\n{}\r\n",
        "This mail is meant for its recipient alone. ".repeat(10)
    );
    // The first day: the table learns what the house writes.
    for number in 0..6 {
        offer(&world, &login(number), &format!("Mail {number}.\r\n{footer}"), 12, number).await?;
    }
    world.clock.advance(Span::from_hours(25));
    for number in 0..6 {
        let body = format!(
            "Another {number}, see https://contoso.com/new.\r\n> https://quoted.example/x\r\n{footer}"
        );
        offer(&world, &login(number), &body, 12, 10 + number).await?;
    }
    for person in &people {
        assert!(
            evidence(&world, person.id, "same_content").await?.is_empty(),
            "the footer joined {person:?}"
        );
    }
    world.clock.advance(Span::from_hours(2));
    for number in 0..3 {
        let body = format!("Hi {number}, http://pay.evil.example/login?for={number}\r\n{footer}");
        offer(&world, &login(number), &body, 12, 20 + number).await?;
    }
    for (number, person) in people.iter().enumerate() {
        let expected = usize::from(number < 3);
        eventually(async || Ok(evidence(&world, person.id, "same_content").await?.len() == expected)).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn three_mails_that_the_sites_own_scanner_takes_for_spam_are_evidence() -> anyhow::Result<()> {
    let world = World::start().await?;
    let rob = world.person(ROB).await?.id;
    let recipients = ["friend@elsewhere.example".to_owned()];
    let verdicts = ["No", "yes", "YES (score 20)", "maybe", "Yes"];
    for (number, verdict) in verdicts.iter().enumerate() {
        assert_eq!(evidence(&world, rob, "spam_verdicts").await?.len(), 0, "before {verdict}");
        let mail = MilterMail {
            login: Some(ROB),
            queue_id: &format!("4BqScanned{number}"),
            sender: ROB,
            recipients: &recipients,
            headers: &[("From", ROB), ("x-spam", verdict), ("X-Spam-Level", "Yes")],
            body: "Hello.",
        };
        MilterClient::smtpd(world.milter, "198.51.100.1").await?.send(&mail).await?;
    }
    assert_eq!(evidence(&world, rob, "spam_verdicts").await?.len(), 1);
    assert_eq!(world.engine.compromise_of(rob).score.round(), 40.0);
    Ok(())
}

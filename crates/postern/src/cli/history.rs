//! `postern signin history USER`: when, from where and by what somebody signed in or did not. Lines alike in a row are
//! one line with a count; what the failures are (a device with an old password, somebody who guesses) stands above.

use postern_core::decision::DecisionKind;
use postern_core::sign_in::failures::FailureKind;
use postern_text::key;
use postern_web::api::v1::cursor::cursor_in;
use postern_web::api::v1::sign_ins::{FailureGroupView, SignInLineView, SignInList};
use postern_web::api::v1::why::WhyView;
use postern_web::pages::sign_in_line;

use super::args::HistoryArgs;
use super::client::{Client, query};
use super::exit::Outcome;
use super::talk::Talk;
use super::{out, until, who};

/// The gate under which signing in is logged.
const GATE: &str = "auth_policy";

pub async fn run(client: &Client, args: &HistoryArgs) -> Outcome {
    let talk = client.talk();
    let account = who::find(client, &args.user.user).await?;
    let since = until::read_since(args.since.as_deref(), talk)?;
    let limit = args.limit.limit.to_string();
    let query = query(&[
        ("from", args.from.as_deref()),
        ("since", since.as_deref()),
        ("failures", args.failures.then_some("true")),
        ("cursor", args.before.as_deref()),
        ("limit", Some(&limit)),
    ]);
    let list: SignInList = client.get(&format!("/accounts/{}/sign-ins{query}", account.id)).await?;
    if talk.json {
        return out::json(&list);
    }
    if args.before.is_none() {
        let why: WhyView = client.get(&format!("/accounts/{}/why", account.id)).await?;
        print_groups(talk, &why.failures, "")?;
    }
    if list.sign_ins.is_empty() {
        return out::line(&talk.say(key::CLI_HISTORY_NONE, &[("account", (&account.address).into())]));
    }
    print_lines(talk, &list.sign_ins, usize::MAX)?;
    if let Some(next) = list.next.as_deref().and_then(cursor_in) {
        out::talk(&talk.say(key::CLI_MORE_BEFORE, &[("cursor", next.into())]));
    }
    Ok(())
}

/// Prints lines of the history, those alike in a row as one; at most so many.
pub fn print_lines(talk: &Talk, lines: &[SignInLineView], lines_max: usize) -> Outcome {
    let head = [
        key::CLI_HEAD_WHEN,
        key::CLI_HEAD_TIMES,
        key::CLI_HEAD_RESULT,
        key::CLI_HEAD_PROTOCOL,
        key::CLI_HEAD_SOURCE,
        key::CLI_HEAD_PLACE,
        key::CLI_HEAD_CLIENT,
        key::CLI_HEAD_DETAILS,
    ];
    let mut head = head.map(|key| talk.label(key));
    head[0] = talk.head_of_times(key::CLI_HEAD_WHEN);
    let rows = lines.chunk_by(sign_in_line::is_alike).take(lines_max).filter_map(|alike| cells(talk, alike));
    out::table(head, rows.collect())
}

/// What failures are, a sentence each; a few slips are not worth one.
pub fn print_groups(talk: &Talk, groups: &[FailureGroupView], indent: &str) -> Outcome {
    for group in groups {
        if let Some(sentence) = sentence(talk, group) {
            out::line(&format!("{indent}{sentence}"))?;
        }
    }
    Ok(())
}

fn sentence(talk: &Talk, group: &FailureGroupView) -> Option<String> {
    let since = talk.time(&group.since);
    match FailureKind::from_code(&group.kind)? {
        FailureKind::StaleDevice => {
            let key = if group.has_former_password {
                key::FAILURES_DEVICE_FORMER
            } else {
                key::FAILURES_DEVICE_REPEATS
            };
            let device = device(group);
            let count = ("count", group.attempts.into());
            Some(talk.say(key, &[("device", (&device).into()), count, ("since", (&since).into())]))
        }
        FailureKind::Attack => {
            let (until, sources) = (talk.time(&group.until), u64::from(group.sources));
            let times = [("since", (&since).into()), ("until", (&until).into())];
            let [since, until] = times;
            let numbers = [("count", group.passwords.into()), ("sources", sources.into())];
            let [count, sources] = numbers;
            Some(talk.say(key::FAILURES_ATTACK, &[count, sources, since, until]))
        }
        FailureKind::Mistyped => None,
    }
}

/// `iOS Mail, IMAP, 203.0.113.9`, or what of it is known.
fn device(group: &FailureGroupView) -> String {
    let source = group.source.as_deref().unwrap_or_default().trim_end_matches("/32");
    let parts = [group.client.clone(), group.protocol.to_uppercase(), source.to_owned()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn cells(talk: &Talk, alike: &[SignInLineView]) -> Option<[String; 8]> {
    let newest = alike.first()?;
    let count: u64 = alike.iter().map(|line| u64::from(line.count)).sum();
    let kind = DecisionKind::from_codes(GATE, &newest.result);
    Some([
        talk.time(&newest.at),
        count.to_string(),
        kind.map_or_else(|| newest.result.clone(), |kind| talk.words().decision(kind)),
        newest.protocol.to_uppercase(),
        newest.source.clone().unwrap_or_default(),
        sign_in_line::place(newest),
        newest.client.clone(),
        sign_in_line::details(talk.words(), talk.zone(), newest),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::tz::TimeZone;
    use postern_core::account::Language;
    use postern_core::time::Timestamp;
    use serde_json::{Value, json};

    fn talk() -> Talk {
        Talk::new(Language::En, TimeZone::UTC, false)
    }

    fn line(result: &str, reasons: Value) -> SignInLineView {
        SignInLineView {
            at: Timestamp::from_unix_s(1_795_492_396).into(),
            since: None,
            count: 12,
            result: result.to_owned(),
            source: Some("203.0.113.9".to_owned()),
            protocol: "imap".to_owned(),
            client: "iOS Mail 17".to_owned(),
            mechanism: "PLAIN".to_owned(),
            credential: String::new(),
            country: Some("SE".to_owned()),
            asn: Some(29_518),
            operator: "Bredband2 AB".to_owned(),
            anonymity: None,
            reasons,
        }
    }

    #[test]
    fn lines_alike_are_one_with_their_counts_added() {
        let all = [line("success", Value::Null), line("success", Value::Null), line("refuse", json!({}))];
        let counts: Vec<_> =
            all.chunk_by(sign_in_line::is_alike).filter_map(|alike| cells(&talk(), alike)).collect();
        assert_eq!(counts.len(), 2);
        assert_eq!(
            counts[0][1..7],
            ["24", "Signed in", "IMAP", "203.0.113.9", "SE, AS29518 Bredband2 AB", "iOS Mail 17"]
        );
    }

    #[test]
    fn a_refusal_after_the_check_says_that_the_password_was_right() {
        let refused = line("refuse", json!({"code": "closed", "lane": "unfamiliar", "phase": "after"}));
        let said = sign_in_line::details(talk().words(), talk().zone(), &refused);
        assert!(said.contains("The password was right."), "{said}");
        let before = line("refuse", json!({"code": "closed", "lane": "unfamiliar"}));
        assert!(!sign_in_line::details(talk().words(), talk().zone(), &before).contains("right"));
    }

    #[test]
    fn a_device_and_an_attack_are_said_in_a_sentence_and_slips_are_not() {
        let group = |kind: &str| FailureGroupView {
            kind: kind.to_owned(),
            source: Some("203.0.113.9/32".to_owned()),
            client: "iOS Mail 17".to_owned(),
            protocol: "imap".to_owned(),
            has_former_password: true,
            attempts: 288,
            passwords: 38,
            sources: 12,
            since: Timestamp::from_unix_s(1_795_492_396).into(),
            until: Timestamp::from_unix_s(1_795_492_396).into(),
        };
        let device = sentence(&talk(), &group("stale_device")).expect("said");
        assert!(
            device.starts_with("A device (iOS Mail 17, IMAP, 203.0.113.9) still has an old password"),
            "{device}"
        );
        assert!(device.contains("288"), "{device}");
        let attack = sentence(&talk(), &group("attack")).expect("said");
        assert!(attack.contains("38") && attack.contains("12"), "{attack}");
        assert_eq!(sentence(&talk(), &group("mistyped")), None);
        assert_eq!(sentence(&talk(), &group("of_a_newer_server")), None);
    }
}

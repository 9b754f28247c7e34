//! Postfix's programs, played by scripts that print what the real ones printed.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use postern_core::mail_queue::QueueState;
use postern_core::time::Timestamp;
use postern_engine::ports::{QueuedRecipient, RECIPIENTS_SHOWN_MAX};
use postern_testkit::clock::{VirtualClock, WallClock};

use super::*;

/// What Postfix 3.7 printed for a message that waits, one on hold and one to nobody any more.
const LISTED: &str = r#"{"queue_name": "deferred", "queue_id": "4hGvZw3dT4z9sXk", "arrival_time": 1772442000, "message_size": 612, "forced_expire": false, "sender": "rob@contoso.com", "recipients": [{"address": "a@elsewhere.example", "delay_reason": "connect to 127.0.0.1[127.0.0.1]:9: Connection refused"}, {"address": "b@elsewhere.example"}]}
{"queue_name": "hold", "queue_id": "4hGvZx0aB1z9sXm", "arrival_time": 1772442001, "message_size": 40, "forced_expire": false, "sender": "", "recipients": [{"address": "c@elsewhere.example"}]}
"#;

fn ids(texts: &[&str]) -> HashSet<QueueId> {
    texts.iter().map(|text| id(text)).collect()
}

fn id(text: &str) -> QueueId {
    QueueId::parse(text).expect("an id")
}

/// A folder with these programs.
fn programs(scripts: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, script) in scripts {
        let path = folder.path().join(name);
        std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("a script");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).expect("its mode");
    }
    folder
}

fn queue(folder: &Path, settings: QueueSettings) -> PostfixQueue {
    PostfixQueue::with_programs_in(folder, settings, Arc::new(WallClock))
}

fn listed(wanted: &HashSet<QueueId>, pieces: impl Iterator<Item = impl AsRef<[u8]>>) -> Vec<QueuedMessage> {
    let mut listing = listing::Listing::new(wanted);
    pieces.for_each(|piece| listing.feed(piece.as_ref()));
    let mut found = listing.finish();
    found.sort_by(|one, other| one.id.cmp(&other.id));
    found
}

#[test]
fn a_listing_is_read_however_it_is_cut_and_only_what_is_wanted_is_kept() {
    let both = ids(&["4hGvZw3dT4z9sXk", "4hGvZx0aB1z9sXm"]);
    let whole = listed(&both, std::iter::once(LISTED));
    let [waiting, held] = whole.as_slice() else { panic!("two messages: {whole:?}") };
    assert_eq!((waiting.state, held.state), (QueueState::Deferred, QueueState::Held));
    assert_eq!(waiting.arrived, Timestamp::from_unix_s(1_772_442_000));
    assert_eq!(
        (waiting.size_bytes, waiting.recipients, waiting.sender.as_str()),
        (612, 2, "rob@contoso.com")
    );
    let reason = Some("connect to 127.0.0.1[127.0.0.1]:9: Connection refused".to_owned());
    let first = QueuedRecipient { address: "a@elsewhere.example".to_owned(), delay_reason: reason };
    assert_eq!(waiting.first_recipients[0], first);
    assert_eq!((held.sender.as_str(), held.recipients), ("", 1));
    for size in [1, 7, 200] {
        assert_eq!(listed(&both, LISTED.as_bytes().chunks(size)), whole);
    }
    let without_last_newline = std::iter::once(LISTED.trim_end());
    assert_eq!(listed(&ids(&["4hGvZx0aB1z9sXm"]), without_last_newline), std::slice::from_ref(held));
}

#[test]
fn what_is_no_message_is_passed_over_and_of_a_message_seen_twice_the_later_line_counts() {
    let mail_system_is_down = "{\"note\": 1}\nnonsense\n{\"queue_id\": \"ALL\", \"arrival_time\": 1}\n";
    let again = LISTED.replace("\"deferred\"", "\"active\"");
    let found = listed(&ids(&["4hGvZw3dT4z9sXk"]), [mail_system_is_down, LISTED, &again].iter());
    assert_eq!(found.iter().map(|message| message.state).collect::<Vec<_>>(), [QueueState::Active]);
}

#[test]
fn a_message_to_very_many_is_found_with_few_of_its_recipients_and_no_letter_speaks_to_a_terminal() {
    let head = LISTED.split_once("[{").expect("recipients").0.replace("rob@", "\\u001b[2Jrob@");
    let one = format!("{{\"address\": \"{}@elsewhere.example\"}}, ", "x".repeat(600));
    let line = format!("{head}[{}", one.repeat(20_000));
    assert!(line.len() > 8 * 1024 * 1024);
    let found = listed(&ids(&["4hGvZw3dT4z9sXk"]), [line.as_bytes(), b"\n"].iter());
    assert_eq!(found[0].first_recipients.len(), RECIPIENTS_SHOWN_MAX);
    assert!((10_000..20_000).contains(&found[0].recipients), "{}", found[0].recipients);
    assert_eq!(found[0].sender, "?[2Jrob@contoso.com");
    assert_eq!(found[0].first_recipients[0].address, "x".repeat(512));
}

#[tokio::test]
async fn ids_go_to_standard_input_in_bounded_calls_and_the_closing_lines_are_added_up() {
    let script = "cat >> $0.in; echo \"$@\" >> $0.args; n=$(wc -l < $0.in)
        i=0; while [ $i -lt 300 ]; do echo \"postsuper: 4hGvZw3dT4z9sXk: placed on hold\" >&2; i=$((i+1)); done
        echo 'postsuper: Placed on hold: 700 messages' >&2";
    let folder = programs(&[("postsuper", script)]);
    let settings = QueueSettings { config_dir: Some("/etc/postfix-out".into()), sudo: false };
    let queue = queue(folder.path(), settings);
    let many: Vec<QueueId> =
        (0..IDS_PER_CALL_MAX + 1).map(|number| id(&format!("4hGv{number:06}"))).collect();
    assert_eq!(queue.change(QueueAction::Hold, &many).await.expect("held"), 1_400);
    let read = |name| std::fs::read_to_string(folder.path().join(name)).expect("what the script wrote");
    assert_eq!(read("postsuper.args"), "-c /etc/postfix-out -h -\n".repeat(2));
    assert_eq!(read("postsuper.in").lines().count(), IDS_PER_CALL_MAX + 1);
    assert_eq!(queue.change(QueueAction::Release, &[]).await.expect("nothing to do"), 0);
}

#[tokio::test]
async fn each_action_has_its_own_fixed_option_and_its_own_closing_line() {
    for (action, option, closing, count) in [
        (QueueAction::Hold, "-h -", "Placed on hold: 1 message", 1),
        (QueueAction::Release, "-H -", "Released from hold: 12 messages", 12),
        (QueueAction::Delete, "-d -", "Deleted: 0 messages", 0),
    ] {
        let script = format!("cat > /dev/null; [ \"$*\" = '{option}' ] && echo 'postsuper: {closing}' >&2");
        let folder = programs(&[("postsuper", &script), ("postqueue", "echo \"$1 $2\" >> $0.args")]);
        let queue = queue(folder.path(), QueueSettings::default());
        assert_eq!(queue.change(action, &[id("4hGvZw3dT4z9sXk")]).await.ok(), Some(count), "{action:?}");
        let tried = std::fs::read_to_string(folder.path().join("postqueue.args")).unwrap_or_default();
        let is_released = action == QueueAction::Release;
        assert_eq!(tried, if is_released { "-i 4hGvZw3dT4z9sXk\n" } else { "" }, "{action:?}");
    }
}

#[tokio::test]
async fn many_released_messages_wait_for_the_next_run_of_the_queue() {
    let postsuper = "cat > /dev/null; echo 'postsuper: Released from hold: 1 message' >&2";
    let folder = programs(&[("postsuper", postsuper), ("postqueue", "echo \"$1\" >> $0.args")]);
    let queue = queue(folder.path(), QueueSettings::default());
    let many: Vec<QueueId> =
        (0..TRIED_AT_ONCE_MAX + 1).map(|number| id(&format!("4hGv{number:06}"))).collect();
    queue.change(QueueAction::Release, &many).await.expect("released");
    assert!(!folder.path().join("postqueue.args").exists());
    queue.change(QueueAction::Release, &many[1..]).await.expect("released");
    let tried = std::fs::read_to_string(folder.path().join("postqueue.args")).expect("tried");
    assert_eq!(tried.lines().count(), TRIED_AT_ONCE_MAX);
}

#[tokio::test]
async fn with_sudo_only_postsuper_is_run_through_it_and_a_refusal_says_what_to_configure() {
    let sudo =
        "printf '%s\\n' \"$*\" > $0.args; cat > /dev/null; echo 'sudo: a password is required' >&2; exit 1";
    let postqueue = format!("cat <<'END'\n{LISTED}END");
    let super_itself = "cat > /dev/null
        echo 'postsuper: fatal: use of this command is reserved for the superuser' >&2; exit 1";
    let folder = programs(&[("sudo", sudo), ("postqueue", &postqueue), ("postsuper", super_itself)]);
    let one = [id("4hGvZw3dT4z9sXk")];
    let through = queue(folder.path(), QueueSettings { sudo: true, ..QueueSettings::default() });
    let refused = through.change(QueueAction::Delete, &one).await.expect_err("no rule").to_string();
    assert!(
        refused.contains("a password is required") && refused.contains("docs/operate/queue.md"),
        "{refused}"
    );
    let asked = std::fs::read_to_string(folder.path().join("sudo.args")).expect("what sudo was asked");
    assert_eq!(asked, "-n postsuper -d -\n");
    assert_eq!(through.list(&ids(&["4hGvZw3dT4z9sXk"])).await.expect("anybody may look").len(), 1);

    let direct = queue(folder.path(), QueueSettings::default());
    let refused = direct.change(QueueAction::Hold, &one).await.expect_err("not root").to_string();
    assert!(refused.contains("reserved for the superuser") && refused.contains("sudo = true"), "{refused}");
}

#[tokio::test]
async fn a_program_that_is_missing_fails_or_never_ends_is_an_error_with_its_name() {
    let folder = programs(&[("postqueue", "echo 'postqueue: fatal: mail system is down' >&2; exit 69")]);
    let wanted = ids(&["4hGvZw3dT4z9sXk"]);
    let failing = queue(folder.path(), QueueSettings::default());
    let error = failing.list(&wanted).await.expect_err("down").to_string();
    assert!(error.contains("postqueue failed") && error.contains("mail system is down"), "{error}");
    assert!(failing.list(&HashSet::new()).await.expect("nobody asks for nothing").is_empty());

    let nowhere =
        PostfixQueue { path: "/nowhere".to_owned(), ..queue(folder.path(), QueueSettings::default()) };
    let error = nowhere.change(QueueAction::Hold, &[id("4hGvZw3dT4z9sXk")]).await.expect_err("missing");
    assert!(error.to_string().contains("postsuper failed: not found"), "{error}");

    let folder = programs(&[("postqueue", "exec sleep 600")]);
    let clock = VirtualClock::at(Timestamp::from_unix_s(0));
    let hanging =
        PostfixQueue::with_programs_in(folder.path(), QueueSettings::default(), Arc::new(clock.clone()));
    let listing = tokio::spawn(async move { hanging.list(&wanted).await });
    while !listing.is_finished() {
        tokio::task::yield_now().await;
        clock.advance(Span::from_s(61));
    }
    let error = listing.await.expect("no panic").expect_err("given up").to_string();
    assert!(error.contains("no end after"), "{error}");
}

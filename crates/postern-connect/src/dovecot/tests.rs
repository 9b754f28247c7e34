//! Versions, seconds, modes and crafted names, on files in a temporary folder with virtual time.

use std::os::unix::fs::{MetadataExt, PermissionsExt};

use postern_core::name::AccountName;
use postern_core::protocol::{Protocol, Protocols};
use postern_engine::ports::AppPasswordExport;
use postern_testkit::clock::VirtualClock;
use tempfile::TempDir;

use super::*;

const START_S: i64 = 1_700_000_000;

struct World {
    folder: TempDir,
    clock: VirtualClock,
    files: Arc<DovecotFiles>,
}

impl World {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("temporary folder");
        let clock = VirtualClock::at(Timestamp::from_unix_s(START_S).plus(Span::from_ms(300)));
        let settings = DovecotSettings {
            passwd_file: folder.path().join("users"),
            deny_file: folder.path().join("deny"),
            uid: 5000,
            gid: 5001,
            home: "/var/mail/%d/%n".into(),
            default_domain: Some("contoso.example".into()),
        };
        let files = DovecotFiles::new(settings, Arc::new(clock.clone())).expect("settings are right");
        Self { folder, clock, files: Arc::new(files) }
    }

    /// Exports and moves time to where the export is in force.
    async fn export(&self, accounts: Vec<SignInExport>) -> Result<(), ExportError> {
        let files = Arc::clone(&self.files);
        let exporting = tokio::spawn(async move { files.export(accounts).await });
        let clock = self.clock.clone();
        let moving = tokio::spawn(async move {
            loop {
                clock.somebody_sleeps().await;
                clock.advance(Span::from_ms(10));
            }
        });
        let outcome = exporting.await.expect("no panic");
        moving.abort();
        outcome
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.folder.path().join(name)).expect("readable")
    }

    fn metadata(&self, name: &str) -> std::fs::Metadata {
        std::fs::metadata(self.folder.path().join(name)).expect("there")
    }
}

fn account(names: &[&str], is_blocked: bool) -> SignInExport {
    SignInExport {
        names: names.iter().map(|name| AccountName::from_canonical((*name).into())).collect(),
        password_hash: Some("{PLAIN}pw".into()),
        is_blocked,
        protocols_off: Protocols::default(),
        app_passwords: Vec::new(),
    }
}

#[tokio::test]
async fn every_login_name_is_a_line_and_an_alias_becomes_the_primary_address() {
    let world = World::new();
    world.export(vec![account(&["rob@contoso.com", "bob@contoso.com"], false)]).await.expect("written");
    assert_eq!(
        world.read("users"),
        "rob@contoso.com:{PLAIN}pw:5000:5001::/var/mail/contoso.com/rob::phase=after cred=main\n\
         bob@contoso.com:{PLAIN}pw:5000:5001::/var/mail/contoso.com/rob::phase=after cred=main user=rob@contoso.com\n"
    );
    assert_eq!(world.read("deny"), "");
}

#[tokio::test]
async fn a_blocked_account_stays_a_user_and_is_denied_by_every_login_name() {
    let world = World::new();
    world.export(vec![account(&["ana@contoso.example", "a@contoso.com"], true)]).await.expect("written");
    assert_eq!(world.read("deny"), "ana@contoso.example\nana\na@contoso.com\n");
    assert_eq!(world.read("users").lines().count(), 2, "its mail is still delivered");
}

#[tokio::test]
async fn an_account_without_a_password_is_only_ever_denied() {
    let world = World::new();
    let mut elsewhere = account(&["kim@contoso.com"], true);
    elsewhere.password_hash = None;
    world.export(vec![elsewhere.clone()]).await.expect("written");
    assert_eq!((world.read("users").as_str(), world.read("deny").as_str()), ("", "kim@contoso.com\n"));
    elsewhere.is_blocked = false;
    world.export(vec![elsewhere]).await.expect("written");
    assert_eq!((world.read("users").as_str(), world.read("deny").as_str()), ("", ""));
}

#[tokio::test]
async fn every_version_has_a_second_of_its_own_also_when_the_clock_stands_or_goes_back() {
    let world = World::new();
    let mut mtimes = Vec::new();
    for round in 0..4 {
        world.clock.set(Timestamp::from_unix_s(START_S - round));
        let name = format!("user{round}@contoso.com");
        world.export(vec![account(&[&name], true)]).await.expect("written");
        let users = world.metadata("users");
        assert_eq!(users.mtime_nsec(), 0, "whole seconds");
        mtimes.push(users.mtime());
        assert_eq!(world.metadata("deny").mtime(), users.mtime());
    }
    assert_eq!(mtimes, [START_S, START_S + 1, START_S + 2, START_S + 3]);
}

#[tokio::test]
async fn an_export_that_changes_nothing_writes_nothing() {
    let world = World::new();
    world.export(vec![account(&["rob@contoso.com"], false)]).await.expect("written");
    let before = world.metadata("users");
    world.export(vec![account(&["rob@contoso.com"], true)]).await.expect("written");
    let after = world.metadata("users");
    assert_eq!((before.ino(), before.mtime()), (after.ino(), after.mtime()), "only the deny list is new");
    assert_eq!(world.read("deny"), "rob@contoso.com\n");
}

#[tokio::test]
async fn an_export_returns_after_the_end_of_the_second_in_which_it_wrote() {
    let world = World::new();
    let files = Arc::clone(&world.files);
    let exporting =
        tokio::spawn(async move { files.export(vec![account(&["rob@contoso.com"], true)]).await });
    world.clock.somebody_sleeps().await;
    assert_eq!(world.read("deny"), "rob@contoso.com\n", "written, but not in force");
    // It is 0.3 s past the second: 0.7 s to its end, and the margin.
    world.clock.advance(Span::from_ms(719));
    assert_eq!(world.clock.sleepers(), 1);
    world.clock.advance(Span::from_ms(1));
    exporting.await.expect("no panic").expect("in force");
}

#[tokio::test]
async fn an_export_that_finds_its_text_already_there_still_waits_until_that_is_in_force() {
    let world = World::new();
    let blocked = || vec![account(&["rob@contoso.com"], true)];
    let (one, two) = (Arc::clone(&world.files), Arc::clone(&world.files));
    let first = tokio::spawn(async move { one.export(blocked()).await });
    world.clock.somebody_sleeps().await;
    let second = tokio::spawn(async move { two.export(blocked()).await });
    while world.clock.sleepers() < 2 {
        tokio::task::yield_now().await;
    }
    world.clock.advance(Span::from_ms(720));
    first.await.expect("no panic").expect("in force");
    second.await.expect("no panic").expect("in force");
}

#[tokio::test]
async fn an_app_password_is_a_line_for_each_name_and_service_in_the_file_of_its_slot() {
    let world = World::new();
    let app = |slot, credential: &str, protocols: &[Protocol]| AppPasswordExport {
        slot,
        credential: credential.to_owned(),
        protocols: protocols.iter().copied().collect(),
        password_hash: "{PLAIN}app".to_owned(),
    };
    let both = [Protocol::Imap, Protocol::Submission];
    let app_passwords =
        vec![app(1, "app-A", &both), app(8, "app-B", &[Protocol::ManageSieve]), app(9, "x", &both)];
    let rob = SignInExport { app_passwords, ..account(&["rob@contoso.com", "bob@contoso.com"], false) };
    world.export(vec![rob, account(&["a:b@contoso.com"], false)]).await.expect("written");
    let line = |key: &str, more: &str| format!("{key}:{{PLAIN}}app::::::phase=after cred={more}\n");
    let first =
        ["imap", "smtp", "submission"].map(|service| line(&format!("{service}/rob@contoso.com"), "app-A"));
    let alias = ["imap", "smtp", "submission"]
        .map(|service| line(&format!("{service}/bob@contoso.com"), "app-A user=rob@contoso.com"));
    assert_eq!(world.read("users.app1"), first.concat() + &alias.concat());
    assert_eq!(world.read("users.app8").lines().count(), 2);
    assert_eq!(world.read("users.app2"), "", "never absent, or Dovecot would complain at every sign-in");
    let protocols_off = both.into_iter().collect();
    let off = SignInExport { protocols_off, ..account(&["ana@contoso.example"], false) };
    world.export(vec![account(&["rob@contoso.com"], false), off]).await.expect("written");
    assert_eq!(world.read("users.app1"), "");
    assert_eq!(
        world.read("deny.protocols"),
        "imap/ana@contoso.example\nimap/ana\nsmtp/ana@contoso.example\nsmtp/ana\nsubmission/ana@contoso.example\nsubmission/ana\n"
    );
    assert_eq!(world.read("deny"), "");
}

#[tokio::test]
async fn files_are_for_their_owner_and_the_group_of_their_folder() {
    let world = World::new();
    world.export(vec![account(&["rob@contoso.com"], false)]).await.expect("written");
    let folder = std::fs::metadata(world.folder.path()).expect("there");
    for name in ["users", "deny", "users.app1", "users.app8"] {
        let file = world.metadata(name);
        assert_eq!(file.permissions().mode() & 0o7777, 0o640, "{name}");
        assert_eq!(file.gid(), folder.gid(), "{name}");
    }
    assert_eq!(std::fs::read_dir(world.folder.path()).expect("readable").count(), 11, "nothing else is left");
}

#[tokio::test]
async fn a_missing_deny_list_is_written_empty_and_an_existing_one_is_left_alone() {
    let world = World::new();
    world.files.ensure_files().expect("written");
    assert_eq!(world.read("deny"), "");
    std::fs::write(world.folder.path().join("deny"), "rob@contoso.com\n").expect("written");
    world.files.ensure_files().expect("left alone");
    assert_eq!(world.read("deny"), "rob@contoso.com\n");
}

#[tokio::test]
async fn a_folder_that_is_gone_is_named_in_the_error() {
    let world = World::new();
    std::fs::remove_dir_all(world.folder.path()).expect("removed");
    let error = world.export(vec![account(&["rob@contoso.com"], true)]).await.expect_err("no folder");
    assert!(error.to_string().contains("deny"), "{error}");
}

#[tokio::test]
async fn a_name_or_hash_that_would_break_the_format_is_left_out_and_the_others_are_written() {
    for crafted in [
        "a:b@contoso.com",
        "a\nroot@contoso.com",
        "#a@contoso.com",
        "a%u@contoso.com",
        "../../x@contoso.com",
        "..",
    ] {
        let world = World::new();
        let accounts = vec![account(&[crafted], false), account(&["ana@contoso.com"], false)];
        world.export(accounts).await.expect("nobody is blocked, so nothing is open that should be closed");
        let users = world.read("users");
        assert_eq!(users.lines().count(), 1, "{crafted:?} is left out of {users:?}");
        assert!(users.starts_with("ana@contoso.com:"));
    }
    for crafted in ["{PLAIN}a:0:0", "{PLAIN}a\nx@contoso.com:{PLAIN}b", ""] {
        let world = World::new();
        let mut rob = account(&["rob@contoso.com"], false);
        rob.password_hash = Some(crafted.into());
        world.export(vec![rob]).await.expect("nobody is blocked");
        assert_eq!(world.read("users"), "", "{crafted:?} is left out");
    }
}

#[tokio::test]
async fn a_block_that_the_deny_list_cannot_hold_is_an_error_and_the_other_blocks_are_written() {
    let world = World::new();
    let accounts = vec![account(&["a:b@contoso.com"], true), account(&["rob@contoso.com"], true)];
    let error = world.export(accounts).await.expect_err("the block is not there");
    assert!(
        matches!(&error, ExportError::Write { source, .. } if source.to_string().contains("a:b@contoso.com"))
    );
    assert_eq!(world.read("deny"), "rob@contoso.com\n");
}

#[test]
fn a_home_template_that_cannot_work_is_refused() {
    let check = |text: &str| HomeTemplate::parse(text).map(drop).map_err(|error| error.to_string());
    assert!(check("/var/mail/%d/%n").is_ok());
    assert!(check("/var/mail/%u").is_ok());
    for wrong in ["var/mail/%n", "/var/mail", "/var/mail/%d", "/a:b/%n", "/a\n/%n", "/a/%h/%n", "/a/%n/%"] {
        assert!(check(wrong).is_err(), "{wrong:?}");
    }
}

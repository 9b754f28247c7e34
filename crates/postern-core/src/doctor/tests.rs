//! Every fault planted alone into settings that have none, and found alone.

use super::*;

const MAIN: &str = "\
smtpd_restriction_classes = postern_open
postern_open = permit_sasl_authenticated, reject
postern = check_policy_service { inet:127.0.0.1:10040, timeout=1s, default_action=DUNNO }
postern_recipient = $postern, check_sasl_access lmdb:/var/lib/postern/postfix/sending, permit_sasl_authenticated, reject
postern_end_of_data = ${postern}
smtpd_sasl_type = dovecot
";
const SERVICES: &str = "\
smtp       inet  n       -       n       -       -       smtpd
submission inet  n       -       n       -       -       smtpd -o smtpd_sasl_auth_enable=yes
pickup     unix  n       -       n       60      1       pickup
";
const OVERRIDES: &str = "\
submission/inet/smtpd_sasl_auth_enable = yes
submission/inet/smtpd_recipient_restrictions = $postern_recipient
submission/inet/smtpd_end_of_data_restrictions = $postern_end_of_data
";
const MAPS: &str = "btree\nhash\nlmdb\n";
const DOVECOT: &str = "\
# 2.3.19.1 (9b53102964): /etc/dovecot/dovecot.conf
# Hostname: mx.contoso.example
auth_default_realm = contoso.example
auth_policy_hash_nonce = \"some secret\"
auth_policy_request_attributes = login=%{requested_username} pwhash=%{hashed_password} remote=%{rip} protocol=%s attrs/phase=%{passdb:phase}
auth_policy_server_api_header = X-API-Key: key
auth_policy_server_timeout_msecs = 3000
auth_policy_server_url = http://127.0.0.1:10041/
passdb {
  args = username_format=%Lu /var/lib/postern/dovecot/deny
  deny = yes
  driver = passwd-file
}
passdb {
  args = username_format=%Lu /var/lib/postern/dovecot/users
  driver = passwd-file
}
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 00
  }
}
userdb {
  args = username_format=%Lu /var/lib/postern/dovecot/users
  driver = passwd-file
}
";

fn expected() -> Expected {
    let file =
        |name: &str| ExpectedFile { path: format!("/var/lib/postern/dovecot/{name}"), mode: Some(0o640) };
    Expected {
        policy: vec!["inet:127.0.0.1:10040".to_owned()],
        restriction_class: Some("postern_open".to_owned()),
        sending_map: Some("lmdb:/var/lib/postern/postfix/sending".to_owned()),
        auth_policy: vec!["127.0.0.1:10041".to_owned()],
        dovecot_files: Some([file("users"), file("deny")]),
        default_domain: Some("contoso.example".to_owned()),
    }
}

/// Changes a text; the part that is changed has to be there.
fn with(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "{from} is not in the settings");
    text.replace(from, to)
}

fn codes(faults: &[Fault]) -> Vec<&'static str> {
    faults.iter().map(Fault::code).collect()
}

#[test]
fn the_settings_of_our_own_pages_have_no_fault() {
    let postfix = PostfixSettings::read(MAIN, SERVICES, OVERRIDES, MAPS);
    assert_eq!(of_postfix(&postfix, &expected()), []);
    assert_eq!(of_dovecot(&DovecotSettings::read(DOVECOT), &expected()), []);
}

#[test]
fn each_trap_of_postfix_is_found_and_nothing_else() {
    let of = |main: &str, services: &str, overrides: &str, maps: &str| {
        codes(&of_postfix(&PostfixSettings::read(main, services, overrides, maps), &expected()))
    };
    let in_main = |from: &str, to: &str| of(&with(MAIN, from, to), SERVICES, OVERRIDES, MAPS);
    let in_master = |from: &str, to: &str| of(MAIN, SERVICES, &with(OVERRIDES, from, to), MAPS);
    assert_eq!(in_master("smtpd_sasl_auth_enable = yes", "smtpd_sasl_auth_enable = no"), ["no_submission"]);
    assert_eq!(in_main("$postern, check_sasl", "check_sasl"), ["policy_missing"]);
    assert_eq!(in_master("$postern_end_of_data", ""), ["policy_missing_at_end"]);
    assert_eq!(in_main("inet:127.0.0.1:10040", "inet:127.0.0.1:10099"), ["policy_elsewhere"]);
    for before in ["permit_sasl_authenticated", "permit_mynetworks", "reject"] {
        assert_eq!(in_main("= $postern,", &format!("= {before}, $postern,")), ["policy_behind"], "{before}");
    }
    assert_eq!(in_main(", default_action=DUNNO", ""), ["default_action"]);
    assert_eq!(in_main("timeout=1s", "timeout=500ms"), ["time_in_milliseconds"]);
    assert_eq!(in_main("timeout=1s", "timeout=11s"), ["timeout_long"]);
    assert_eq!(in_main("timeout=1s", "timeout=10s"), Vec::<&str>::new(), "the longest that is borne");
    assert_eq!(in_main("timeout=1s,", ""), ["timeout_long"], "Postfix's own is 100 s");
    assert_eq!(in_main("timeout=1s", "timeout=1s, try_limit=1"), ["try_limit_one"]);
    assert_eq!(in_main("timeout=1s", "timeout=1s, retry_delay=0s"), ["retry_delay"]);
    let other = "check_policy_service { inet:127.0.0.1:10040, timeout=2s, default_action=DUNNO }";
    assert_eq!(in_main("${postern}", other), ["policy_texts_differ"]);
    assert_eq!(in_main("smtpd_restriction_classes = postern_open", "x = y"), ["class_undeclared"]);
    assert_eq!(
        in_main("permit_sasl_authenticated, reject\npostern =", "permit_sasl_authenticated\npostern ="),
        ["class_open"]
    );
    assert_eq!(in_main("check_sasl_access lmdb:/var/lib/postern/postfix/sending, ", ""), ["map_missing"]);
    let turned = "check_sasl_access lmdb:/var/lib/postern/postfix/sending, $postern";
    assert_eq!(
        in_main("$postern, check_sasl_access lmdb:/var/lib/postern/postfix/sending", turned),
        ["map_first"]
    );
    assert_eq!(in_main("lmdb:", "texthash:"), ["map_never_read"]);
    assert_eq!(in_main("lmdb:", "hash:"), ["map_read_late"]);
    assert_eq!(of(MAIN, SERVICES, OVERRIDES, "btree\nhash\n"), ["map_type_unknown"]);
}

#[test]
fn a_site_that_writes_it_in_its_own_way_has_no_fault() {
    let of = |main: &str, overrides: &str, expected: &Expected| {
        codes(&of_postfix(&PostfixSettings::read(main, SERVICES, overrides, MAPS), expected))
    };
    let own_checks = with(MAIN, "= $postern,", "= reject_non_fqdn_recipient $postern,");
    assert_eq!(of(&own_checks, OVERRIDES, &expected()), Vec::<&str>::new());
    let localhost = with(MAIN, "inet:127.0.0.1:10040", "inet:localhost:10040");
    assert_eq!(of(&localhost, OVERRIDES, &expected()), Vec::<&str>::new());
    let everywhere = Expected { policy: vec!["inet:0.0.0.0:10040".to_owned()], ..expected() };
    assert_eq!(of(MAIN, OVERRIDES, &everywhere), Vec::<&str>::new());
    let relay = with(OVERRIDES, "smtpd_recipient_restrictions", "smtpd_relay_restrictions");
    assert_eq!(of(MAIN, &relay, &expected()), Vec::<&str>::new());
    let plain =
        with(MAIN, "{ inet:127.0.0.1:10040, timeout=1s, default_action=DUNNO }", "inet:127.0.0.1:10040")
            + "smtpd_policy_service_timeout = 1s\nsmtpd_policy_service_default_action = DUNNO\n";
    assert_eq!(of(&plain, OVERRIDES, &expected()), Vec::<&str>::new());
    let neither = Expected { policy: Vec::new(), sending_map: None, ..expected() };
    assert_eq!(of("", OVERRIDES, &neither), Vec::<&str>::new(), "who has no such gate is not told of it");
}

#[test]
fn each_trap_of_dovecot_is_found_and_nothing_else() {
    let of = |text: &str| codes(&of_dovecot(&DovecotSettings::read(text), &expected()));
    let when = |from: &str, to: &str| of(&with(DOVECOT, from, to));
    assert_eq!(when("auth_policy_server_url = http://127.0.0.1:10041/\n", ""), ["not_asked"]);
    assert_eq!(when(":10041/", ":4001/"), ["asked_elsewhere"]);
    assert_eq!(when("auth_policy_server_api_header = X-API-Key: key\n", ""), ["key_missing"]);
    assert_eq!(when("auth_policy_hash_nonce = \"some secret\"\n", ""), ["nonce_missing"]);
    assert_eq!(when("_msecs = 3000", "_msecs = 2000"), ["auth_timeout_short"]);
    assert_eq!(when("auth_policy_server_timeout_msecs = 3000\n", ""), ["auth_timeout_short"]);
    for setting in ["check_before_auth", "check_after_auth", "report_after_auth"] {
        let off = format!("auth_policy_{setting} = no\nauth_policy_server_url");
        assert_eq!(when("auth_policy_server_url", &off), ["question_off"], "{setting}");
    }
    assert_eq!(
        when("auth_policy_server_url", "auth_policy_reject_on_fail = yes\nauth_policy_server_url"),
        ["reject_on_fail"]
    );
    assert_eq!(when(" attrs/phase=%{passdb:phase}", ""), ["phase_missing"]);
    assert_eq!(when(" remote=%{rip}", ""), ["attribute_missing"]);
    assert_eq!(when("    mode = 00\n", ""), ["penalty_on"]);
    assert_eq!(when("  deny = yes\n", ""), ["deny_missing"]);
    let shadow = "passdb {\n  driver = shadow\n}\npassdb {\n  args = username_format=%Lu /var/lib/postern/dovecot/deny";
    assert_eq!(
        when("passdb {\n  args = username_format=%Lu /var/lib/postern/dovecot/deny", shadow),
        ["deny_not_first"]
    );
    assert_eq!(
        when(
            "dovecot/users\n  driver = passwd-file\n}\nservice",
            "dovecot/others\n  driver = passwd-file\n}\nservice"
        ),
        ["users_missing"]
    );
    let stat = "userdb {\n  args = uid=5000 gid=5000\n  driver = static\n}\n";
    let userdb =
        "userdb {\n  args = username_format=%Lu /var/lib/postern/dovecot/users\n  driver = passwd-file\n}\n";
    assert_eq!(when(userdb, stat), ["static_userdb"]);
    let allowed = with(stat, "gid=5000", "gid=5000 allow_all_users=yes");
    assert_eq!(when(userdb, &allowed), Vec::<&str>::new());
    assert_eq!(when("auth_policy_hash", "auth_username_format = %u\nauth_policy_hash"), ["names_with_case"]);
    assert_eq!(when("realm = contoso.example", "realm = contoso.com"), ["default_realm"]);
    assert_eq!(when("auth_policy_hash", "auth_cache_size = 10 M\nauth_policy_hash"), ["auth_cache"]);
    assert_eq!(when("# 2.3.19.1", "# 2.4.1"), ["version_unknown"]);
    assert_eq!(of(""), ["version_unknown"]);
}

#[test]
fn a_file_that_dovecot_cannot_read_is_told() {
    let of = |mode| {
        let mut expected = expected();
        if let Some([_, deny]) = &mut expected.dovecot_files {
            deny.mode = mode;
        }
        codes(&of_dovecot(&DovecotSettings::read(DOVECOT), &expected))
    };
    assert_eq!(of(None), ["file_missing"]);
    assert_eq!(of(Some(0o600)), ["file_unreadable"]);
    assert_eq!(of(Some(0o644)), Vec::<&str>::new());
}

#[test]
fn names_that_lead_in_a_circle_end() {
    let circle = "a = $b $b $b $b\nb = $a x $a x $a\n";
    let settings = PostfixSettings::read(circle, SERVICES, OVERRIDES, MAPS);
    assert!(settings.value(None, "a").len() < 10_000);
}

proptest::proptest! {
    /// A file from another machine may hold anything.
    #[test]
    fn whatever_stands_in_the_files_nothing_panics(main in ".*", services in ".*", overrides in ".*", dovecot in ".*") {
        let _ = of_postfix(&PostfixSettings::read(&main, &services, &overrides, ""), &expected());
        let _ = of_dovecot(&DovecotSettings::read(&format!("# 2.3\n{dovecot}")), &expected());
    }
}

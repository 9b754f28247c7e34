//! What a person sees who mistypes the configuration.

use postern_core::account::Language;
use postern_engine::engine::CONTACT_CHARS_MAX;

use super::keys;
use super::*;

const WHOLE: &str = r#"data_dir = "/var/lib/postern"
[site]
default_domain = "contoso.example"
own_domains = ["contoso.example", "BÜCHER.example"]
plus_delimiter = "+"
time_zone = "Europe/Stockholm"
help_url = "https://mail.contoso.example/why/"
[control]
socket = "/run/postern/control.sock"
[gates.postfix_policy]
listen = ["127.0.0.1:10040", "unix:/run/postern/policy.sock"]
restriction_class = "postern_open"
[gates.auth_policy]
listen = ["127.0.0.1:10041"]
api_key = "0123456789abcdef"
[exports.dovecot]
passwd_file = "/var/lib/postern/dovecot/users"
deny_file = "/var/lib/postern/dovecot/deny"
uid = 5000
gid = 5000
home = "/var/mail/vhosts/%d/%n"
[exports.postfix]
sending_map = "/var/lib/postern/postfix/sending"
[notify]
relay = "127.0.0.1:25"
from = "postern@contoso.example"
admins = ["postmaster@contoso.example"]
[log]
format = "json"
"#;

const NECESSARY: &str = r#"data_dir = "/var/lib/postern"
site.own_domains = ["contoso.example"]
site.help_url = "https://contoso.example/why"
"#;

fn problems(text: &str) -> Vec<String> {
    match Config::parse(text) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(|p| format!("{}: {}: {}", p.line, p.key, p.message)).collect(),
    }
}

#[test]
fn a_whole_file_is_read() {
    let config = Config::parse(WHOLE).expect("a good file");
    assert_eq!(config.site.own_domains, ["contoso.example", "xn--bcher-kva.example"]);
    assert_eq!(config.site.help_url, "https://mail.contoso.example/why");
    let policy = config.postfix_policy.expect("written");
    assert_eq!(policy.doors.listen[1], Listen::Unix("/run/postern/policy.sock".into()));
    assert_eq!(config.postfix.expect("written").map_type, "lmdb");
    assert_eq!(config.log, Log { level: "info".to_owned(), format: LogFormat::Json });
}

#[test]
fn what_is_left_out_has_its_default_and_its_section_is_off() {
    let config = Config::parse(NECESSARY).expect("the necessary keys");
    assert_eq!(config.socket, Path::new(DEFAULT_SOCKET));
    assert_eq!(config.site.names, NameRules { default_domain: None, plus_delimiter: Some('+') });
    assert_eq!(config.site.time_zone, "UTC");
    assert_eq!(config.auth_policy, None);
    assert_eq!(config.notify, None);
}

#[test]
fn every_problem_is_told_at_once_with_its_line() {
    let text = WHOLE
        .replace("data_dir = \"/var/lib/postern\"", "data_dir = \"var\"")
        .replace("Europe/Stockholm", "Europe/Stockhlom")
        .replace("[\"127.0.0.1:10041\"]", "[\"localhost:10041\"]")
        .replace("uid = 5000", "uid = \"vmail\"")
        .replace("relay = ", "realy = ");
    assert_eq!(
        problems(&text),
        [
            "1: data_dir: takes an absolute path, one that starts with /",
            "6: site.time_zone: there is no time zone \"Europe/Stockhlom\": write an IANA name, as in \
             Europe/Stockholm",
            "14: gates.auth_policy.listen: \"localhost:10041\" is no socket: write an IP address and a port, as in \
             127.0.0.1:10040, or unix: and an absolute path",
            "19: exports.dovecot.uid: takes a whole number from 0 to 4294967295, without quotation marks",
            "24: notify.relay: is missing: add it in [notify], as in relay = \"127.0.0.1:25\"",
            "25: notify.realy: there is no such key; did you mean notify.relay?",
        ]
    );
}

#[test]
fn an_unknown_key_is_refused_with_what_was_meant() {
    let wrong =
        format!("{NECESSARY}default_domain = \"contoso.example\"\n[sight]\nx = 1\n[log]\nlevle = \"info\"\n");
    assert_eq!(
        problems(&wrong),
        [
            "4: default_domain: there is no such key; did you mean site.default_domain?",
            "5: sight: there is no such key",
            "8: log.levle: there is no such key; did you mean log.level?",
        ]
    );
}

#[test]
fn a_line_that_is_not_toml_is_named() {
    let problems = problems(&format!("{NECESSARY}[log]\nlevel = info\n"));
    assert!(problems[0].starts_with("5: "), "{problems:?}");
}

#[test]
fn a_missing_key_is_named_with_an_example() {
    assert_eq!(
        problems("[gates.auth_policy]\nlisten = []\n"),
        [
            "1: data_dir: is missing: add it, as in data_dir = \"/var/lib/postern/data\"",
            "1: site.own_domains: is missing: add it in [site], as in own_domains = [\"contoso.example\", \
             \"contoso.com\"]",
            "1: site.help_url: is missing: add it in [site], as in help_url = \"https://mail.contoso.example/why\"",
            "1: gates.auth_policy.api_key: is missing: add it in [gates.auth_policy], as in api_key = \
             \"file:/etc/postern/auth-policy.key\"",
            "2: gates.auth_policy.listen: needs at least one item",
        ]
    );
}

#[test]
fn an_api_key_that_can_be_guessed_is_refused_and_never_printed() {
    let text = WHOLE.replace("0123456789abcdef", "hunter2-hunter2");
    let told = problems(&text).join("\n");
    assert!(told.contains("at least 16"), "{told}");
    assert!(!told.contains("hunter2"), "{told}");
    let config = Config::parse(WHOLE).expect("a good file");
    assert!(!format!("{config:?}").contains("0123456789abcdef"));
}

#[test]
fn a_gate_may_stand_behind_proxies_that_are_named() {
    let with = |lines: &str| WHOLE.replace("listen = [\"127.0.0.1:10041\"]", lines);
    let both = "listen = [\"127.0.0.1:10041\"]\nproxy_listen = [\"0.0.0.0:10043\"]\n\
                proxies = [\"192.0.2.10\", \"2001:db8::1/64\"]";
    let doors = Config::parse(&with(both)).expect("a good file").auth_policy.expect("written").doors;
    assert_eq!(doors.proxied, ["0.0.0.0:10043".parse().expect("a socket")]);
    let networks: Vec<_> = doors.proxies.iter().map(ToString::to_string).collect();
    assert_eq!(networks, ["192.0.2.10/32", "2001:db8::/64"]);
    let only = "proxy_listen = [\"unix:/run/postern/proxied.sock\"]";
    let doors = Config::parse(&with(only)).expect("a good file").auth_policy.expect("written").doors;
    assert!(doors.listen.is_empty() && doors.proxies.is_empty());
    let check = |lines: &str, told: &str| {
        let problems = problems(&with(lines));
        assert!(matches!(&problems[..], [one] if one.contains(told)), "{lines}: {problems:?}");
    };
    check("proxy_listen = [\"0.0.0.0:10043\"]", "needs the proxies beside it");
    check("listen = [\"127.0.0.1:1\"]\nproxies = [\"192.0.2.10\"]", "is of no use without proxy_listen");
    check("proxy_listen = [\"0.0.0.0:1\"]\nproxies = [\"0.0.0.0/0\"]", "is everybody: name the proxies");
    check("proxy_listen = [\"0.0.0.0:1\"]\nproxies = [\"haproxy\"]", "is no address or network");
    check("proxy_listen = []", "gates.auth_policy.listen: is missing");
    check("listen = [\"127.0.0.1:1\"]\nproxy_listen = \"0.0.0.0:1\"", "takes a list of texts");
}

#[test]
fn the_management_key_is_another_one() {
    let with =
        |key: &str| WHOLE.replace("api_key = \"", &format!("management_key = \"{key}\"\napi_key = \""));
    let gate = Config::parse(&with("fedcba9876543210")).expect("a good file").auth_policy.expect("written");
    assert_eq!(gate.management_key.as_deref(), Some("fedcba9876543210"));
    assert!(!format!("{gate:?}").contains("fedcba9876543210"));
    let told = problems(&with("0123456789abcdef")).join("\n");
    assert!(told.contains("is the same as api_key") && !told.contains("0123456789abcdef"), "{told}");
    assert!(problems(&with("short")).join("\n").contains("at least 16"));
    assert_eq!(Config::parse(WHOLE).expect("a good file").auth_policy.expect("written").management_key, None);
}

#[test]
fn a_file_above_the_limit_is_refused_and_one_at_the_limit_is_read() {
    let fill = |size: usize| format!("{NECESSARY}#{}", "x".repeat(size - NECESSARY.len() - 1));
    assert!(Config::parse(&fill(FILE_BYTES_MAX)).is_ok());
    assert!(Config::parse(&fill(FILE_BYTES_MAX + 1)).is_err());
}

#[test]
fn the_file_that_init_writes_is_read_back() {
    let file = keys::commented_file(|path| {
        (path == "gates.auth_policy.api_key").then(|| "\"0123456789abcdef\"".to_owned())
    });
    let config = Config::parse(&file).unwrap_or_else(|problems| panic!("{problems:?}\n{file}"));
    assert!(config.auth_policy.is_some() && config.postfix.is_some());
    // With every comment that holds a key opened, it is still right: the comments are not stale either.
    let opened: String = file
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(rest)
                if rest.starts_with('[') || rest.split_once(" = ").is_some_and(|(k, _)| !k.contains(' ')) =>
            {
                format!("{rest}\n")
            }
            Some(_) | None => format!("{line}\n"),
        })
        .collect::<String>()
        .replace("file:/etc/postern/doveadm.key", "0123456789abcdef");
    let config = Config::parse(&opened).unwrap_or_else(|problems| panic!("{problems:?}\n{opened}"));
    assert!(config.notify.is_some());
}

#[test]
fn the_example_of_the_installation_page_is_right_but_for_the_key_file_of_its_own_machine() {
    let page = include_str!("../../../../docs/operate/install.md");
    let (_, after) = page.split_once("```toml\n").expect("the page has an example");
    let (example, _) = after.split_once("```").expect("the example ends");
    let told = problems(&example.replace("file:/etc/postern/auth-policy.key", "0123456789abcdef"));
    assert_eq!(told, [""; 0]);
}

#[test]
fn every_key_stands_in_a_known_section() {
    for key in keys::KEYS {
        let section = key.path.rsplit_once('.').map_or("", |(section, _)| section);
        assert!(keys::is_section(section) || section.is_empty(), "{}", key.path);
    }
}

#[test]
fn the_web_section_takes_an_https_address_and_networks_of_proxies() {
    let with = |rest: &str| format!("{NECESSARY}[web]\n{rest}");
    let good = "listen = [\"unix:/run/postern/web.sock\"]\npublic_url = \"https://postern.contoso.example/\"\n\
                trusted_proxies = [\"10.0.0.0/8\", \"::1\"]\n";
    let web = Config::parse(&with(good)).expect("a good file").web.expect("written");
    assert_eq!(web.public_url, "https://postern.contoso.example");
    assert_eq!(web.trusted_proxies.len(), 2);
    assert_eq!((web.admin_from, web.tls), (None, None), "from everywhere, and a proxy speaks HTTPS");
    let tls = format!("{good}tls_certificate = \"/etc/ssl/chain.pem\"\n");
    assert!(problems(&with(&tls))[0].contains("needs web.tls_key beside it"), "{:?}", problems(&with(&tls)));
    let whole = format!("{tls}tls_key = \"/etc/ssl/key.pem\"\nadmin_from = []\n");
    let web = Config::parse(&with(&whole)).expect("a good file").web.expect("written");
    assert_eq!((web.tls.is_some(), web.admin_from), (true, Some(Vec::new())), "HTTPS, and no admin centre");
    let desk = format!("{good}contact_sv = \"Helpdesk: 12 34 56\"\n");
    let web = Config::parse(&with(&desk)).expect("a good file").web.expect("written");
    assert_eq!(web.contact.line(Language::El), Some((Language::Sv, "Helpdesk: 12 34 56")));
    for bad in [String::new(), "å".repeat(CONTACT_CHARS_MAX + 1)] {
        let found = problems(&with(&format!("{good}contact_el = \"{bad}\"\n")));
        assert!(found[0].contains("web.contact_el: takes one line of plain text"), "{found:?}");
    }
    let longest = "å".repeat(CONTACT_CHARS_MAX);
    assert_eq!(problems(&with(&format!("{good}contact_el = \"{longest}\"\n"))), [""; 0]);
    for local in ["http://localhost:10043", "http://127.0.0.1", "http://[::1]:10043/in"] {
        let text = with(&format!("listen = [\"127.0.0.1:10043\"]\npublic_url = \"{local}\"\n"));
        assert_eq!(problems(&text), [""; 0], "{local}");
    }
    for foreign in [
        "http://postern.example",
        "https://",
        "https:///x",
        "postern.example",
        "http://localhost.evil.example",
    ] {
        let text = with(&format!("listen = [\"127.0.0.1:10043\"]\npublic_url = \"{foreign}\"\n"));
        let problems = problems(&text);
        assert!(
            matches!(&problems[..], [one] if one.contains("web.public_url: takes the https address")),
            "{problems:?}"
        );
    }
    let nobody = with(
        "listen = [\"127.0.0.1:10043\"]\npublic_url = \"https://a.example\"\ntrusted_proxies = [\"0.0.0.0/0\"]\n",
    );
    assert!(problems(&nobody)[0].contains("is everybody"), "{:?}", problems(&nobody));
}

#[test]
fn a_missing_quotation_mark_is_one_line_that_names_its_place() {
    let text = "data_dir = \"/var/lib/postern\"\n[site]\nown_domains = [\"contoso.example]\n[log]\nlevel = \"info\"\n";
    let problems = Config::parse(text).expect_err("it is no TOML");
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(problems[0].line, 3, "{problems:?}");
    assert!(problems[0].message.starts_with("this is not TOML: "), "{problems:?}");
}

#[test]
fn two_doors_on_one_socket_are_told_with_both_keys() {
    let config = |sign_in: &str| {
        format!(
            "data_dir = \"/d\"\n[site]\nown_domains = [\"contoso.example\"]\nhelp_url = \"https://m.example/why\"\n[gates.postfix_policy]\nlisten = [\"127.0.0.1:10040\"]\n\
             [gates.auth_policy]\napi_key = \"0123456789abcdef\"\nlisten = [\"{sign_in}\"]\n"
        )
    };
    let problems = Config::parse(&config("127.0.0.1:10040")).expect_err("taken");
    assert_eq!(
        (problems.len(), problems[0].line, problems[0].key.as_str()),
        (1, 9, "gates.auth_policy.listen")
    );
    assert!(problems[0].message.contains("gates.postfix_policy.listen"), "{problems:?}");
    for apart in ["127.0.0.1:10041", "127.0.0.2:10040", "127.0.0.1:0"] {
        assert!(Config::parse(&config(apart)).is_ok(), "{apart}");
    }
}

#[test]
fn the_spam_header_is_a_name_and_what_its_value_begins_with() {
    let with = |header: &str| {
        format!("{NECESSARY}[gates.milter]\nlisten = [\"127.0.0.1:1\"]\nspam_header = \"{header}\"\n")
    };
    let config = Config::parse(&with("X-Spam-Status: Yes, score")).expect("good");
    let header = config.milter.expect("written").spam_header.expect("written");
    assert_eq!((header.name.as_str(), header.value.as_str()), ("X-Spam-Status", "Yes, score"));
    for wrong in ["X-Spam", "X-Spam:", ": Yes", "X Spam: Yes"] {
        assert!(problems(&with(wrong))[0].contains("gates.milter.spam_header: takes a header"), "{wrong}");
    }
}

#[test]
fn the_mail_log_is_a_file_or_a_socket_and_both_are_told_apart() {
    let with = |from: &str| format!("{NECESSARY}[gates.mail_log]\nfrom = {from}\n");
    let config =
        Config::parse(&with(r#"["/var/log/mail.log", "unix:/run/postern/mail-log.sock"]"#)).expect("good");
    let log = config.mail_log.expect("written");
    assert_eq!(log.files, [Path::new("/var/log/mail.log")]);
    assert_eq!(log.sockets, [Path::new("/run/postern/mail-log.sock")]);
    for wrong in [r#"["mail.log"]"#, r#"["unix:mail.sock"]"#, r#"[""]"#] {
        let told = problems(&with(wrong));
        assert!(
            told[0].contains("gates.mail_log.from") && told[0].contains("neither a file nor a socket"),
            "{told:?}"
        );
    }
    assert_eq!(problems(&with("[]")).len(), 1);
}

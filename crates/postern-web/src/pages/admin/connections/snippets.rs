//! What Dovecot and Postfix need in their files, with this site's addresses and paths.
//!
//! The texts are those of docs/operate, which the tests of the real servers run; here only what every site has of its own
//! is put in their place. Keys stay where they are.

use postern_core::gate::GateKind;
use postern_engine::connections::ConnectionSettings;

const DOVECOT: &str = include_str!("../../../../../../docs/operate/dovecot.md");
const POSTFIX: &str = include_str!("../../../../../../docs/operate/postfix.md");

/// What the examples say of a site, and what stands in its place here.
const ASKED_BY_DOVECOT: &str = "http://127.0.0.1:10041/";
const ASKED_BY_POSTFIX: &str = "inet:127.0.0.1:10040";
const USERS: &str = "/var/lib/postern/dovecot/users";
const DENY: &str = "/var/lib/postern/dovecot/deny";
const MAP: &str = "lmdb:/var/lib/postern/postfix/sending";
const DOMAIN: &str = "auth_default_realm = contoso.example";
const CLASS: &str = "postern_open";

/// A text for one file.
#[derive(Debug, PartialEq, Eq)]
pub struct Snippet {
    /// The file that it goes into.
    pub file: &'static str,
    /// The text.
    pub text: String,
    /// It holds places for secrets.
    pub has_key: bool,
}

/// What this site's mail servers need: of each thing that the configuration has.
pub fn of(settings: &ConnectionSettings, default_domain: Option<&str>) -> Vec<Snippet> {
    let mut snippets = Vec::new();
    if let Some((users, deny)) = &settings.dovecot_files {
        let realm =
            default_domain.map_or_else(String::new, |domain| format!("auth_default_realm = {domain}"));
        let text = example(DOVECOT, "dovecot-users.conf")
            .replace(USERS, users)
            .replace(DENY, deny)
            .replace(DOMAIN, &realm);
        snippets.push(Snippet { file: "/etc/dovecot/conf.d/90-postern-users.conf", text, has_key: false });
    }
    let dovecot_asks = settings.gate(GateKind::AuthPolicy).map(|gate| url(&gate.listen));
    snippets.extend(dovecot_asks.map(|url| Snippet {
        file: "/etc/dovecot/conf.d/91-postern-auth-policy.conf",
        text: example(DOVECOT, "dovecot-auth-policy.conf").replace(ASKED_BY_DOVECOT, &url),
        has_key: true,
    }));
    let Some(gate) = settings.gate(GateKind::PostfixPolicy) else { return snippets };
    let class = settings.restriction_class.as_deref().unwrap_or(CLASS);
    let text = example(POSTFIX, "postfix-main.cf")
        .replace(ASKED_BY_POSTFIX, &policy_service(&gate.listen))
        .replace(MAP, settings.postfix_map.as_deref().unwrap_or(MAP))
        .replace(CLASS, class);
    snippets.push(Snippet { file: "/etc/postfix/main.cf", text, has_key: false });
    let text = example(POSTFIX, "postfix-master.cf");
    snippets.push(Snippet { file: "/etc/postfix/master.cf", text, has_key: false });
    snippets
}

/// The fenced block after `<!-- example: NAME -->`; a test finds each of them.
fn example(document: &str, name: &str) -> String {
    let after = document.split_once(&format!("<!-- example: {name} -->")).map_or("", |(_, after)| after);
    let block = after.split("```").nth(1).unwrap_or("");
    block.split_once('\n').map_or("", |(_, text)| text).to_owned()
}

/// Where Dovecot asks: it speaks HTTP over TCP only.
fn url(listen: &[String]) -> String {
    let tcp = listen.iter().find(|listen| !listen.starts_with("unix:"));
    tcp.map_or_else(|| ASKED_BY_DOVECOT.to_owned(), |listen| format!("http://{}/", reachable(listen)))
}

/// Where Postfix asks: a Unix socket costs half as much, so it comes first.
fn policy_service(listen: &[String]) -> String {
    let unix = listen.iter().find(|listen| listen.starts_with("unix:"));
    match (unix, listen.first()) {
        (Some(unix), _) => unix.clone(),
        (None, Some(tcp)) => format!("inet:{}", reachable(tcp)),
        (None, None) => ASKED_BY_POSTFIX.to_owned(),
    }
}

/// Who listens everywhere is asked on the same machine.
fn reachable(listen: &str) -> String {
    listen.replacen("0.0.0.0:", "127.0.0.1:", 1).replacen("[::]:", "[::1]:", 1)
}

#[cfg(test)]
mod tests {
    use postern_engine::connections::GateSettings;

    use super::*;

    fn settings(auth_policy: &[&str], policy: &[&str]) -> ConnectionSettings {
        let gate = |kind, listen: &[&str]| GateSettings {
            kind,
            listen: listen.iter().map(|&text| text.to_owned()).collect(),
            proxied: Vec::new(),
        };
        ConnectionSettings {
            gates: vec![gate(GateKind::AuthPolicy, auth_policy), gate(GateKind::PostfixPolicy, policy)],
            restriction_class: Some("our_class".to_owned()),
            dovecot_files: Some(("/srv/p/users".to_owned(), "/srv/p/deny".to_owned())),
            postfix_map: Some("hash:/srv/p/sending".to_owned()),
            ..ConnectionSettings::default()
        }
    }

    #[test]
    fn every_example_is_there_and_names_what_is_replaced_in_it() {
        for (document, name, replaced) in [
            (DOVECOT, "dovecot-users.conf", &[USERS, DENY, DOMAIN][..]),
            (DOVECOT, "dovecot-auth-policy.conf", &[ASKED_BY_DOVECOT]),
            (POSTFIX, "postfix-main.cf", &[ASKED_BY_POSTFIX, MAP, CLASS]),
            (POSTFIX, "postfix-master.cf", &["submission inet"]),
        ] {
            let text = example(document, name);
            for part in replaced {
                assert!(text.contains(part), "{name} lacks {part}: {text}");
            }
        }
    }

    #[test]
    fn a_site_finds_its_own_addresses_and_paths_in_the_texts_and_no_others() {
        let settings =
            settings(&["unix:/run/p/auth", "0.0.0.0:9001"], &["127.0.0.1:9002", "unix:/run/p/policy"]);
        let all = of(&settings, Some("school.example"));
        let text: String = all.iter().map(|snippet| snippet.text.as_str()).collect();
        for own in [
            "http://127.0.0.1:9001/",
            "check_policy_service { unix:/run/p/policy,",
            "username_format=%Lu /srv/p/users",
            "username_format=%Lu /srv/p/deny",
            "check_sasl_access hash:/srv/p/sending,",
            "smtpd_restriction_classes = our_class",
            "auth_default_realm = school.example",
        ] {
            assert!(text.contains(own), "{own} in {text}");
        }
        for foreign in ["/var/lib/postern", "10041", "10040", "= contoso", "postern_open"] {
            assert!(!text.contains(foreign), "{foreign} in {text}");
        }
        assert_eq!(all.iter().filter(|snippet| snippet.has_key).count(), 1);
    }

    #[test]
    fn what_is_not_configured_needs_no_text() {
        assert_eq!(of(&ConnectionSettings::default(), None), Vec::new());
    }
}

//! Every key of the configuration file in one table. The reader refuses what is not here, `postern init` writes
//! its commented file from it, and docs/reference/config.md is printed from it: none of the three can differ.

mod mail_server;
mod nearest;
mod printed;
mod sections;
mod shape;

pub use nearest::nearest;
pub use printed::{commented_file, reference};
pub use sections::SECTIONS;
use shape::key;
pub use shape::{Key, Need, Section};

/// The line about the help desk in one language.
const fn contact(name: &'static str, example: &'static str) -> Key {
    key(
        name,
        "text",
        Need::Or("the English line, else whichever there is, else none"),
        example,
        "How people reach your help desk, for readers of this language: one line of plain text, at most 300 characters, \
         shown where Postern helps no further.",
    )
}

/// Every key, in the order of the file.
pub const KEYS: &[Key] = &[
    key(
        "data_dir",
        "text",
        Need::Yes,
        "\"/var/lib/postern/data\"",
        "Folder of the store, readable by the server's user only.",
    ),
    key(
        "site.default_domain",
        "text",
        Need::Or("a login without a domain stays a bare login"),
        "\"contoso.example\"",
        "Added to a login without a domain.",
    ),
    key(
        "site.own_domains",
        "list of texts",
        Need::Yes,
        "[\"contoso.example\", \"contoso.com\"]",
        "The organisation's domains: recipients there weigh less when new recipients are counted.",
    ),
    key(
        "site.plus_delimiter",
        "text",
        Need::Or("\"+\""),
        "\"+\"",
        "Separates a mailbox from its plus-address; \"\" for none.",
    ),
    key(
        "site.nat64_prefix",
        "text",
        Need::Or("\"64:ff9b::/96\""),
        "\"64:ff9b::/96\"",
        "IPv6 prefix under which IPv4 clients arrive through NAT64; they count as their IPv4 address. \"\" for none.",
    ),
    key(
        "site.time_zone",
        "text",
        Need::Or("\"UTC\""),
        "\"Europe/Stockholm\"",
        "IANA time zone: when the organisation's day ends, and how times are shown.",
    ),
    key(
        "site.help_url",
        "text",
        Need::Yes,
        "\"https://mail.contoso.example/why\"",
        "Page that a refused sender is pointed to; the code of the restriction is added after a slash.",
    ),
    key(
        "control.socket",
        "text",
        Need::Or("\"/run/postern/control.sock\""),
        "\"/run/postern/control.sock\"",
        "Path of the socket.",
    ),
    key(
        "gates.postfix_policy.listen",
        "list of texts",
        Need::Yes,
        "[\"unix:/run/postern/policy.sock\", \"127.0.0.1:10040\"]",
        "IP address and port, or unix: and a path. A Unix socket costs half of TCP.",
    ),
    key(
        "gates.postfix_policy.proxy_listen",
        "list of texts",
        Need::Or("no proxy is expected"),
        "[\"0.0.0.0:10042\"]",
        "More sockets, on which every connection begins with a PROXY header (version 1 or 2, as haproxy sends it).",
    ),
    key(
        "gates.postfix_policy.proxies",
        "list of texts",
        Need::Or("nobody may send a PROXY header"),
        "[\"192.0.2.10\", \"2001:db8::/64\"]",
        "Addresses or networks of the proxies. Whoever else connects to proxy_listen is closed.",
    ),
    key(
        "gates.postfix_policy.restriction_class",
        "text",
        Need::Or("the positive answer is DUNNO"),
        "\"postern_open\"",
        "Class in smtpd_restriction_classes that is answered when an account may send. It skips the map of \
         restricted logins, so that a release is felt at once.",
    ),
    key(
        "gates.milter.listen",
        "list of texts",
        Need::Yes,
        "[\"127.0.0.1:10044\"]",
        "IP address and port, or unix: and a path.",
    ),
    key(
        "gates.milter.proxy_listen",
        "list of texts",
        Need::Or("no proxy is expected"),
        "[\"0.0.0.0:10045\"]",
        "More sockets, on which every connection begins with a PROXY header (version 1 or 2, as haproxy sends it).",
    ),
    key(
        "gates.milter.proxies",
        "list of texts",
        Need::Or("nobody may send a PROXY header"),
        "[\"192.0.2.10\", \"2001:db8::/64\"]",
        "Addresses or networks of the proxies. Whoever else connects to proxy_listen is closed.",
    ),
    key(
        "gates.milter.spam_header",
        "text",
        Need::Or("no scanner is asked"),
        "\"X-Spam: Yes\"",
        "Header by which your own scanner, a milter in front of this one, calls a mail spam; rspamd's is the example.",
    ),
    key(
        "gates.mail_log.from",
        "list of texts",
        Need::Yes,
        "[\"/var/log/mail.log\"]",
        "The file that Postfix's log goes to, readable for Postern's user; or unix: and the path of a socket that Postern \
         makes for syslog.",
    ),
    key(
        "gates.auth_policy.listen",
        "list of texts",
        Need::Yes,
        "[\"127.0.0.1:10041\"]",
        "IP address and port, or unix: and a path.",
    ),
    key(
        "gates.auth_policy.proxy_listen",
        "list of texts",
        Need::Or("no proxy is expected"),
        "[\"0.0.0.0:10043\"]",
        "More sockets, on which every connection begins with a PROXY header (version 1 or 2, as haproxy sends it).",
    ),
    key(
        "gates.auth_policy.proxies",
        "list of texts",
        Need::Or("nobody may send a PROXY header"),
        "[\"192.0.2.10\", \"2001:db8::/64\"]",
        "Addresses or networks of the proxies. Whoever else connects to proxy_listen is closed.",
    ),
    key(
        "gates.auth_policy.api_key",
        "text",
        Need::Yes,
        "\"file:/etc/postern/auth-policy.key\"",
        "The key that Dovecot sends: file: and a path, or the key itself. At least 16 characters.",
    ),
    key(
        "gates.auth_policy.management_key",
        "text",
        Need::Or("lists and counters cannot be managed here"),
        "\"fedcba9876543210-management\"",
        "The key of scripts that use weakforced's management commands (docs/operate/weakforced.md), written like \
         api_key and never equal to it.",
    ),
    key(
        "web.listen",
        "list of texts",
        Need::Yes,
        "[\"unix:/run/postern/web.sock\"]",
        "IP address and port, or unix: and a path. Who reaches it without the proxy is not protected by TLS.",
    ),
    key(
        "web.public_url",
        "text",
        Need::Yes,
        "\"https://postern.contoso.example\"",
        "The address under which the proxy serves us. Every link begins with it; what a request says of itself (Host, \
         Forwarded) never ends up in one.",
    ),
    key(
        "web.trusted_proxies",
        "list of texts",
        Need::Or("nobody's X-Forwarded-For is read, except over the Unix socket"),
        "[\"127.0.0.1\", \"::1\"]",
        "Addresses or networks of the reverse proxies. Only their X-Forwarded-For is read, from the right; what they \
         send and is no address is refused with 400.",
    ),
    key(
        "web.tls_certificate",
        "text",
        Need::Or("the TCP sockets speak plain HTTP, for a proxy on the same machine"),
        "\"/etc/ssl/postern/fullchain.pem\"",
        "PEM file with our certificate and those above it: the TCP sockets speak HTTPS. Read again when it changes, without \
         a restart; needs tls_key.",
    ),
    key(
        "web.tls_key",
        "text",
        Need::Or("see tls_certificate"),
        "\"/etc/ssl/postern/privkey.pem\"",
        "PEM file with the certificate's private key.",
    ),
    key(
        "web.admin_from",
        "list of texts",
        Need::Or("the admin centre is open to every address"),
        "[\"10.0.0.0/8\", \"192.0.2.10\"]",
        "Addresses or networks from which the admin centre can be reached; for all others there is nothing at /admin. An \
         empty list switches it off.",
    ),
    contact("web.contact_en", "\"Help desk: +371 6700 0000, help@contoso.example\""),
    contact("web.contact_sv", "\"Helpdesk: +46 8 123 45 67, helpdesk@contoso.example\""),
    contact("web.contact_lv", "\"Palīdzības dienests: +371 6700 0000, palidziba@contoso.example\""),
    contact("web.contact_sl", "\"Služba za pomoč: +386 1 234 56 78, pomoc@contoso.example\""),
    contact("web.contact_nb", "\"Brukerstøtte: +47 21 23 45 67, hjelp@contoso.example\""),
    contact("web.contact_el", "\"Υποστήριξη: +30 21 0123 4567, ypostirixi@contoso.example\""),
    key(
        "exports.dovecot.passwd_file",
        "text",
        Need::Yes,
        "\"/var/lib/postern/dovecot/users\"",
        "passwd-file with everybody who has a password and is not blocked.",
    ),
    key(
        "exports.dovecot.deny_file",
        "text",
        Need::Yes,
        "\"/var/lib/postern/dovecot/deny\"",
        "Names that may not sign in.",
    ),
    key("exports.dovecot.uid", "number", Need::Yes, "5000", "User that owns the mailboxes."),
    key("exports.dovecot.gid", "number", Need::Yes, "5000", "Group that owns the mailboxes."),
    key(
        "exports.dovecot.home",
        "text",
        Need::Yes,
        "\"/var/mail/vhosts/%d/%n\"",
        "Home folder; %d is the domain, %n the part before @, %u the whole address, %% a percent sign.",
    ),
    key(
        "exports.postfix.sending_map",
        "text",
        Need::Yes,
        "\"/var/lib/postern/postfix/sending\"",
        "Path of the map without the ending that its type adds.",
    ),
    key(
        "exports.postfix.map_type",
        "text",
        Need::Or("\"lmdb\""),
        "\"lmdb\"",
        "lmdb, or hash where Postfix has no LMDB; hash is felt by new sessions only.",
    ),
    key(
        "exports.postfix.config_dir",
        "text",
        Need::Or("Postfix's own default"),
        "\"/etc/postfix\"",
        "Postfix's configuration folder, where a host runs several instances.",
    ),
    mail_server::QUEUE_HOLD,
    mail_server::QUEUE_SUDO,
    mail_server::QUEUE_CONFIG,
    mail_server::DOVEADM_API,
    mail_server::DOVEADM_KEY,
    key(
        "notify.relay",
        "text",
        Need::Yes,
        "\"127.0.0.1:25\"",
        "Host and port of a relay that takes mail from here.",
    ),
    key("notify.from", "text", Need::Yes, "\"postern@contoso.example\"", "Sender of the notices."),
    key(
        "notify.admins",
        "list of texts",
        Need::Yes,
        "[\"postmaster@contoso.example\"]",
        "Who is told when an account is restricted for the first time in 24 hours.",
    ),
    key(
        "notify.language",
        "text",
        Need::Or("\"en\""),
        "\"en\"",
        "The language of the notices: en, sv, lv, sl, nb or el.",
    ),
    key(
        "reports.authserv_id",
        "text",
        Need::Yes,
        "\"mx.contoso.example\"",
        "What your own mail server calls itself in the Authentication-Results that it writes.",
    ),
    key(
        "reports.reporters",
        "list of texts",
        Need::Yes,
        "[\"fbl.example\"]",
        "Domains from which complaints are believed once that server has found DKIM or SPF to pass for them.",
    ),
    key(
        "geo.city_file",
        "text",
        Need::Or("no countries and no points"),
        "\"/var/lib/GeoIP/GeoLite2-City.mmdb\"",
        "Countries, and the points that journeys are measured between. A file of countries alone will do.",
    ),
    key(
        "geo.asn_file",
        "text",
        Need::Or("no network operators"),
        "\"/var/lib/GeoIP/GeoLite2-ASN.mmdb\"",
        "Network operators (AS).",
    ),
    key(
        "geo.anonymous_file",
        "text",
        Need::Or("a VPN is taken for a place"),
        "\"/var/lib/GeoIP/GeoIP2-Anonymous-IP.mmdb\"",
        "VPNs, proxies, Tor and hosting.",
    ),
    key(
        "passwords.breached_file",
        "text",
        Need::Or("no further list"),
        "\"/var/lib/postern/breached.filter\"",
        "A filter of breached passwords, as `postern breached build` makes it.",
    ),
    key(
        "passwords.words_file",
        "text",
        Need::Or("no words of your own"),
        "\"/etc/postern/password-words\"",
        "Words that passwords may not be made of, one a line.",
    ),
    key("log.level", "text", Need::Or("\"info\""), "\"info\"", "error, warn, info, debug or trace."),
    key("log.format", "text", Need::Or("\"text\""), "\"text\"", "text for people, json for machines."),
];

/// The key of this path.
pub fn find(path: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.path == path)
}

/// Whether the path is a section or holds sections.
pub fn is_section(path: &str) -> bool {
    SECTIONS.iter().any(|section| {
        section.path == path || section.path.strip_prefix(path).is_some_and(|rest| rest.starts_with('.'))
    })
}

fn keys_of(section: &str) -> impl Iterator<Item = &'static Key> {
    KEYS.iter().filter(move |key| key.path.rsplit_once('.').map_or("", |(parent, _)| parent) == section)
}

fn name_of(key: &Key) -> &'static str {
    key.path.rsplit('.').next().unwrap_or(key.path)
}

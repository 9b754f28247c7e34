//! What `postconf -n`, `-M`, `-P` and `-m` print, read. Knows names and values, not what they mean.

use std::collections::HashMap;

/// How many `$name` of a value are followed; main.cf has a handful, and a circle ends here.
const FOLLOWED_MAX: u32 = 1_000;

/// Postfix's settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PostfixSettings {
    main: HashMap<String, String>,
    services: Vec<Service>,
    map_types: Vec<String>,
}

/// A service of master.cf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// Its name and type, as in `submission/inet`.
    pub name: String,
    command: String,
    settings: HashMap<String, String>,
}

impl PostfixSettings {
    /// Reads the four outputs; what cannot be read is left out, as Postfix's own programs refuse a file that is wrong.
    pub fn read(main: &str, services: &str, overrides: &str, map_types: &str) -> Self {
        let mut read = Self {
            main: assignments(main).collect(),
            services: services.lines().filter_map(service).collect(),
            map_types: map_types.split_whitespace().map(str::to_owned).collect(),
        };
        for (place, value) in assignments(overrides) {
            let Some((service, setting)) = place.rsplit_once('/') else { continue };
            if let Some(found) = read.services.iter_mut().find(|known| known.name == service) {
                found.settings.insert(setting.to_owned(), value);
            }
        }
        read
    }

    /// The SMTP servers at which people sign in.
    pub fn submission(&self) -> impl Iterator<Item = &Service> {
        self.services.iter().filter(|service| {
            service.command == "smtpd" && self.value(Some(service), "smtpd_sasl_auth_enable") == "yes"
        })
    }

    /// The types of maps that this Postfix knows; none where that was not asked.
    pub fn map_types(&self) -> &[String] {
        &self.map_types
    }

    /// A setting as it holds for a service, with every `$name` followed; empty where nobody set it.
    pub fn value(&self, service: Option<&Service>, name: &str) -> String {
        self.expanded(service, self.raw(service, name), &mut 0)
    }

    fn raw<'a>(&'a self, service: Option<&'a Service>, name: &str) -> &'a str {
        let own = service.and_then(|service| service.settings.get(name));
        own.or_else(|| self.main.get(name)).map_or("", String::as_str)
    }

    fn expanded(&self, service: Option<&Service>, text: &str, followed: &mut u32) -> String {
        if *followed == FOLLOWED_MAX {
            return String::new();
        }
        *followed += 1;
        let mut expanded = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find('$') {
            expanded.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            let (name, after) = name_at(rest);
            if name.is_empty() {
                expanded.push('$');
            } else {
                expanded.push_str(&self.expanded(service, self.raw(service, name), followed));
            }
            rest = after;
        }
        expanded.push_str(rest);
        expanded
    }
}

/// The name after a `$`, bare or in braces or brackets, and what follows it. Conditional forms are left as they are.
fn name_at(text: &str) -> (&str, &str) {
    for (open, close) in [('{', '}'), ('(', ')')] {
        if let Some(inner) = text.strip_prefix(open)
            && let Some((name, after)) = inner.split_once(close)
        {
            return if name.chars().all(is_of_a_name) { (name, after) } else { ("", text) };
        }
    }
    let end = text.find(|letter| !is_of_a_name(letter)).unwrap_or(text.len());
    text.split_at(end)
}

fn is_of_a_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

fn assignments(text: &str) -> impl Iterator<Item = (String, String)> + '_ {
    let pairs = text.lines().filter_map(|line| line.split_once('='));
    pairs.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
}

/// `submission inet n - n - - smtpd -o …`
fn service(line: &str) -> Option<Service> {
    let mut words = line.split_whitespace();
    let (name, kind) = (words.next()?, words.next()?);
    let command = words.nth(5)?;
    let settings = HashMap::new();
    Some(Service { name: format!("{name}/{kind}"), command: command.to_owned(), settings })
}

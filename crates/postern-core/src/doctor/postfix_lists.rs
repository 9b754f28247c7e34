//! A list of restrictions, item by item, and the policy services in it.

use super::Fault;
use super::postfix_settings::{PostfixSettings, Service};

/// A list as it holds for a service: words, and what stands in braces as one.
pub(super) fn items(text: &str) -> Vec<String> {
    let mut items = Vec::new();
    let (mut item, mut depth) = (String::new(), 0_u32);
    for letter in text.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ',' | ' ' | '\t' if depth == 0 => {
                items.push(std::mem::take(&mut item));
                continue;
            }
            _ => {}
        }
        item.push(letter);
    }
    items.push(item);
    items.retain(|item| !item.is_empty());
    items
}

/// A policy service as a list names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PolicyService {
    /// Where it stands in the list.
    pub(super) place: usize,
    /// The whole text, by which Postfix keeps connections apart.
    pub(super) text: String,
    /// `inet:127.0.0.1:10040`.
    pub(super) socket: String,
    options: Vec<(String, String)>,
}

/// Every policy service of a list.
pub(super) fn policy_services(items: &[String]) -> Vec<PolicyService> {
    let named = items.iter().enumerate().filter(|(_, item)| *item == "check_policy_service");
    named.filter_map(|(place, _)| Some(policy_service(place, items.get(place + 1)?))).collect()
}

fn policy_service(place: usize, text: &str) -> PolicyService {
    let inner = text.strip_prefix('{').and_then(|text| text.strip_suffix('}')).unwrap_or(text);
    let mut parts = items(inner).into_iter();
    let socket = parts.next().unwrap_or_default();
    // `timeout = 1s` in blanks is three words.
    let rest = parts.collect::<Vec<_>>().join(" ").replace(" = ", "=");
    let options = rest
        .split_whitespace()
        .filter_map(|option| option.split_once('='))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    PolicyService { place, text: text.split_whitespace().collect::<Vec<_>>().join(" "), socket, options }
}

/// What is wrong with how the service is asked, whatever the list.
pub(super) fn asked_wrongly(
    settings: &PostfixSettings,
    service: &Service,
    policy: &PolicyService,
) -> Vec<Fault> {
    let option = |name: &str, usual: &str| {
        let own = policy.options.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
        let main = format!("smtpd_policy_service_{name}");
        let value = own.unwrap_or_else(|| settings.value(Some(service), &main));
        if value.is_empty() { usual.to_owned() } else { value }
    };
    let mut faults = Vec::new();
    // Postfix's own defaults (postconf(5)).
    let action = option("default_action", "451 4.3.5 Server configuration problem");
    if !action.eq_ignore_ascii_case("DUNNO") {
        faults.push(Fault::DefaultAction { action });
    }
    let timeout = option("timeout", "100s");
    match seconds(&timeout) {
        Some(seconds) if seconds > TIMEOUT_MAX_S => faults.push(Fault::TimeoutLong { seconds }),
        Some(_) => {}
        None => faults.push(Fault::TimeInMilliseconds { setting: "timeout".to_owned(), value: timeout }),
    }
    if option("try_limit", "2") == "1" {
        faults.push(Fault::TryLimitOne);
    }
    let delay = option("retry_delay", "1s");
    if seconds(&delay).is_none_or(|seconds| seconds == 0) {
        faults.push(Fault::RetryDelay { value: delay });
    }
    faults
}

/// A recipient waits so long, twice, while nobody answers.
const TIMEOUT_MAX_S: u64 = 10;

/// A time of Postfix: a number and one of `s`, `m`, `h`, `d`, `w`. `500ms` is none that anybody meant.
fn seconds(text: &str) -> Option<u64> {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let number: u64 = text[..end].parse().ok()?;
    let unit = match &text[end..] {
        "" | "s" => 1,
        "m" => 60,
        "h" => 3_600,
        "d" => 86_400,
        "w" => 604_800,
        _ => return None,
    };
    number.checked_mul(unit)
}

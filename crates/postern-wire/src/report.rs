//! Reports that come as mail: a delivery status notification (RFC 3464), or a complaint in the abuse reporting format
//! (RFC 5965).
//!
//! [`Report::read`] takes a message as it arrived and says what it claims. Everything in it is its writer's to choose. Two
//! things tie it to the truth, and both are for others to check: the queue id that our own server wrote into the Received
//! line of the returned message, and what our own server found out about the report's sender (Authentication-Results, RFC 8601).
//! MIME is a library's; this file knows no account and no rule.

use mail_parser::{MessageParser, MimeHeaders, PartType};

#[cfg(test)]
mod tests;

/// Most bytes of a message that are looked at. A returned message may be longer; its head is in front.
pub const REPORT_BYTES_MAX: usize = 1024 * 1024;
/// Most recipients of one report. A notification of a mailing to more is rare, and its first ones say enough.
pub const RECIPIENTS_MAX: usize = 1_000;
/// Most queue ids of one report: a message passes few servers.
pub const QUEUE_IDS_MAX: usize = 16;
/// Most Authentication-Results headers that are looked at, from the top.
pub const VOUCHED_MAX: usize = 16;
/// Longest diagnostic text that is kept of a recipient.
const DIAGNOSTIC_BYTES_MAX: usize = 512;

/// What a report claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Of what kind, and about whom.
    pub kind: ReportKind,
    /// The ids under which servers had the returned message, the last server's first, as its Received lines have them.
    pub queue_ids: Vec<String>,
    /// What servers say of the report's own sender, the last server's first.
    pub vouched: Vec<Vouched>,
}

/// Of what kind a report is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportKind {
    /// Recipients that were not reached for good.
    Undelivered(Vec<Undelivered>),
    /// Somebody complained.
    Complaint,
}

/// A recipient that was not reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undelivered {
    /// Its address.
    pub address: String,
    /// The enhanced status code, as in `5.1.1`.
    pub status: String,
    /// The other server's words.
    pub diagnostic: String,
}

/// One Authentication-Results header: which domains the message is proven to come from, says this server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vouched {
    /// The server that says so (authserv-id). A stranger can write this header too.
    pub server: String,
    /// Domains with `dkim=pass` (header.d) or `spf=pass` (smtp.mailfrom).
    pub domains: Vec<String>,
}

impl Report {
    /// Reads a message; `None` when it is no report, or one of another kind.
    pub fn read(message: &[u8]) -> Option<Self> {
        let message = &message[..message.len().min(REPORT_BYTES_MAX)];
        let parsed = MessageParser::default().parse(message)?;
        let root = parsed.root_part().content_type()?;
        if !root.ctype().eq_ignore_ascii_case("multipart")
            || !root.subtype().is_some_and(|subtype| subtype.eq_ignore_ascii_case("report"))
        {
            return None;
        }
        let mut kind = None;
        let mut queue_ids = Vec::new();
        for part in parsed.parts.iter().skip(1) {
            let Some(content) = part.content_type() else { continue };
            let subtype = content.subtype().unwrap_or_default().to_ascii_lowercase();
            match (subtype.as_str(), &part.body) {
                ("delivery-status", _) => {
                    kind.get_or_insert_with(|| ReportKind::Undelivered(undelivered(&lossy(part.contents()))));
                }
                ("feedback-report", _) if is_complaint(&lossy(part.contents())) => {
                    kind.get_or_insert(ReportKind::Complaint);
                }
                ("rfc822" | "global", PartType::Message(returned)) => {
                    take_queue_ids(returned.headers_raw(), &mut queue_ids);
                }
                ("rfc822-headers" | "global-headers", _) => {
                    if let Some(returned) = MessageParser::default().parse_headers(part.contents()) {
                        take_queue_ids(returned.headers_raw(), &mut queue_ids);
                    }
                }
                _ => {}
            }
        }
        let vouched = parsed
            .headers_raw()
            .filter(|(name, _)| name.eq_ignore_ascii_case("Authentication-Results"))
            .take(VOUCHED_MAX)
            .filter_map(|(_, value)| vouched(value))
            .collect();
        Some(Self { kind: kind?, queue_ids, vouched })
    }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace("\r\n", "\n")
}

/// The recipients of a delivery-status part that failed: groups of fields, each after an empty line.
fn undelivered(text: &str) -> Vec<Undelivered> {
    let groups = text.split("\n\n").filter_map(|group| {
        let fields = fields(group);
        let field = |name: &str| {
            fields.iter().find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
        };
        if !field("Action")?.eq_ignore_ascii_case("failed") {
            return None;
        }
        // Whom the sender wrote to, where a forward made another of it.
        let address = address_of(field("Original-Recipient").or_else(|| field("Final-Recipient"))?)?;
        let diagnostic = field("Diagnostic-Code").unwrap_or_default();
        let diagnostic = &diagnostic[..diagnostic.floor_char_boundary(DIAGNOSTIC_BYTES_MAX)];
        let status = field("Status").and_then(|status| status.split_whitespace().next()).unwrap_or_default();
        Some(Undelivered { address, status: status.to_owned(), diagnostic: diagnostic.to_owned() })
    });
    groups.take(RECIPIENTS_MAX).collect()
}

/// `Name: value` lines with what is folded under them.
fn fields(group: &str) -> Vec<(&str, String)> {
    let mut fields: Vec<(&str, String)> = Vec::new();
    for line in group.lines() {
        if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = fields.last_mut() {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            fields.push((name.trim(), value.trim().to_owned()));
        }
    }
    fields
}

/// `rfc822; rob@contoso.example`, also with angle brackets.
fn address_of(recipient: &str) -> Option<String> {
    let (_type, address) = recipient.split_once(';')?;
    let address = address.trim().trim_start_matches('<').trim_end_matches('>');
    address.contains('@').then(|| address.to_owned())
}

/// Every kind of feedback is a complaint but that a mail was no spam (RFC 6430), and reports about authentication (RFC 6591).
fn is_complaint(text: &str) -> bool {
    let fields = fields(text);
    let kind = fields.iter().find(|(name, _)| name.eq_ignore_ascii_case("Feedback-Type"));
    kind.is_some_and(|(_, kind)| {
        ["abuse", "fraud", "virus", "opt-out"].contains(&&*kind.to_ascii_lowercase())
    })
}

/// From the Received lines that a Postfix wrote: `by mx.contoso.example (Postfix) with ESMTPSA id 4Bq2xk1zT;`.
fn take_queue_ids<'a>(headers: impl Iterator<Item = (&'a str, &'a str)>, ids: &mut Vec<String>) {
    for (_, value) in headers.filter(|(name, _)| name.eq_ignore_ascii_case("Received")) {
        let found = value.split_once("(Postfix").and_then(|(_, rest)| {
            let mut words = rest.split_whitespace().skip_while(|word| *word != "id");
            words.nth(1)
        });
        let Some(id) = found.map(|id| id.trim_end_matches(';')) else { continue };
        let is_id = !id.is_empty()
            && id.len() <= crate::postfix_log::QUEUE_ID_BYTES_MAX
            && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if is_id && ids.len() < QUEUE_IDS_MAX {
            ids.push(id.to_owned());
        }
    }
}

/// `mx.contoso.example 1; dkim=pass (2048-bit key) header.d=fbl.example; spf=fail smtp.mailfrom=x@y.example`.
fn vouched(value: &str) -> Option<Vouched> {
    let bare = without_comments(value);
    let mut parts = bare.split(';');
    let server = parts.next()?.split_whitespace().next()?.to_ascii_lowercase();
    let mut domains = Vec::new();
    for result in parts {
        let mut words = result.split_whitespace();
        let property = match words.next().map(str::to_ascii_lowercase).as_deref() {
            Some("dkim=pass") => "header.d=",
            Some("spf=pass") => "smtp.mailfrom=",
            Some(_) | None => continue,
        };
        let named = words.find_map(|word| {
            word.get(..property.len())
                .filter(|name| name.eq_ignore_ascii_case(property))
                .map(|_| &word[property.len()..])
        });
        if let Some(named) = named {
            let domain = named.rsplit_once('@').map_or(named, |(_, domain)| domain);
            domains.push(domain.trim_matches('"').to_ascii_lowercase());
        }
    }
    Some(Vouched { server, domains })
}

/// Without what stands in parentheses, which may nest. An unclosed one hides the rest.
fn without_comments(value: &str) -> String {
    let mut depth = 0_u32;
    value
        .chars()
        .filter(|&character| match character {
            '(' => {
                depth += 1;
                false
            }
            ')' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect()
}

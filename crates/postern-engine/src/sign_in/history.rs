//! An account's sign-in history: what becomes a line of the decision log, where the sources are on the map, and
//! reading it back.
//!
//! A gate only hands the line over. Addresses are looked up when the lines are written, once a second, beside the
//! gates.

use postern_core::address::{ClientAddress, ClientNetwork, Nat64Prefix};
use postern_core::decision::DecisionKind;
use postern_core::ids::AccountId;
use postern_core::sign_in::failures::{FailureGroup, FailureLine, group_failures};
use postern_core::sign_in::travels::Arrival;
use postern_core::sign_in::{Attempt, Counted, Settled, SignInRefusal, Vouch};
use postern_core::time::{Span, Timestamp};

use crate::ask::SignInAsk;
use crate::engine::{Engine, SuccessLine, keyed_hash};
use crate::ports::series::{STRANGE_PLACE, Tally};
use crate::ports::{AccountKey, AttemptDetail, DecisionRow, SignInFilter, SignInRow, StoreError};

/// Purpose of a keyed hash; see `keyed_hash`.
const HASH_DEVICE: u8 = 7;

/// Longest text of a stranger that goes into the decision log, in characters.
const LOGGED_CHARACTERS_MAX: usize = 80;
/// Rows that one question about a network looks at; the next page goes on behind them.
const SCANNED_ROWS_MAX: usize = 20_000;
/// Rows read at once while looking.
const SCAN_PAGE: u32 = 1_000;

/// Failures are put together over so long: a phone that was forgotten over a weekend shows.
pub(crate) const FAILURES_WINDOW: Span = Span::from_days(7);
/// And at most so many of the newest.
const FAILURES_LOOKED_AT_MAX: u32 = 5_000;

/// A page of an account's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignInPage {
    /// Newest first.
    pub rows: Vec<SignInRow>,
    /// Behind which row the next page begins; `None` on the last one.
    pub next: Option<(Timestamp, i64)>,
}

impl Engine {
    /// A page of an account's sign-ins, newest first; with `from` only those from that network.
    pub async fn sign_ins(
        &self,
        mut filter: SignInFilter,
        from: Option<ClientNetwork>,
    ) -> Result<SignInPage, StoreError> {
        // What was decided within the last second is still on its way to the file.
        self.flush_decisions().await;
        let nat64 = self.site().nat64;
        let from = from.map(|network| network.folded(nat64));
        let wanted = filter.limit as usize;
        let mut rows: Vec<SignInRow> = Vec::new();
        let mut scanned = 0;
        loop {
            filter.limit = if from.is_some() { SCAN_PAGE } else { wanted as u32 + 1 };
            let page = self.parts.store.sign_ins(&filter).await?;
            let is_last_page = page.len() < filter.limit as usize;
            scanned += page.len();
            let end = page.last().map(|last| (last.row.at, last.seq));
            rows.extend(
                page.into_iter().filter(|row| from.is_none_or(|network| is_from(row, network, nat64))),
            );
            if rows.len() > wanted {
                rows.truncate(wanted);
                let next = rows.last().map(|last| (last.row.at, last.seq));
                return Ok(SignInPage { rows, next });
            }
            if is_last_page {
                return Ok(SignInPage { rows, next: None });
            }
            filter.before = end;
            if scanned >= SCANNED_ROWS_MAX {
                return Ok(SignInPage { rows, next: end });
            }
        }
    }

    /// What the failures of an account are, as of the last [`FAILURES_WINDOW`].
    pub(crate) async fn failures_of(
        &self,
        account: AccountId,
        now: Timestamp,
    ) -> Result<Vec<FailureGroup>, StoreError> {
        let since = Some(now.minus(FAILURES_WINDOW));
        let limit = FAILURES_LOOKED_AT_MAX;
        let filter = SignInFilter { account, before: None, since, only_failures: true, limit };
        let rows = self.parts.store.sign_ins(&filter).await?;
        Ok(group_failures(rows.iter().filter_map(failure_line)))
    }

    pub(super) fn log_refusal(
        &self,
        who: AccountKey,
        ask: &SignInAsk<'_>,
        refusal: SignInRefusal,
        observed: bool,
    ) {
        let kind = if observed { DecisionKind::SignInWouldBeRefused } else { DecisionKind::SignInRefused };
        if !observed {
            self.note_sign_in(who, &Tally { sign_ins_refused: 1, ..Tally::default() });
        }
        self.decisions.push(self.decision(who, ask, kind, reasons_of(refusal, ask.phase)));
    }

    pub(super) fn log_report(&self, who: AccountKey, ask: &SignInAsk<'_>, settled: &Settled) {
        let kind = match settled.counted {
            Counted::Success => return self.log_success(who, ask, settled),
            Counted::Nothing => return,
            Counted::Fresh => DecisionKind::WrongPassword,
            Counted::Repeat => DecisionKind::SameWrongPassword,
            Counted::Stale => DecisionKind::PreviousPassword,
        };
        self.note_sign_in(who, &Tally { sign_ins_failed: 1, ..Tally::default() });
        let reasons = format!("{{\"lane\":\"{}\"}}", settled.lane.code());
        self.decisions.push(self.decision(who, ask, kind, reasons));
    }

    fn note_sign_in(&self, who: AccountKey, happened: &Tally) {
        let account = match who {
            AccountKey::Account(account) => Some(account),
            AccountKey::UnknownName(_) => None,
        };
        self.tallies.note(account, happened, self.now());
    }

    fn log_success(&self, who: AccountKey, ask: &SignInAsk<'_>, settled: &Settled) {
        self.note_sign_in(who, &Tally { signed_in: 1, ..Tally::default() });
        let every_s = self.policies_now().history.success_every_s;
        let line = self.successes.note(self.device_hash(who, ask), every_s, self.now());
        // What is suspicious has a line in any case.
        let only_this = || settled.evidence.as_ref().map(|_| SuccessLine { weight: 1, since: None });
        let Some(line) = line.or_else(only_this) else { return };
        let row = self.decision(who, ask, DecisionKind::SignedIn, reasons_of_success(settled));
        self.decisions.push(DecisionRow { weight: line.weight, since: line.since, ..row });
    }

    /// The same for the same account, source, protocol, client and credential, and for no other.
    fn device_hash(&self, who: AccountKey, ask: &SignInAsk<'_>) -> u64 {
        let (is_known, number) = match who {
            AccountKey::Account(account) => (1, account.as_u64()),
            AccountKey::UnknownName(name_hash) => (0, name_hash),
        };
        let number = number.to_le_bytes();
        let texts = [ask.remote, ask.protocol, ask.device, ask.credential].map(str::as_bytes);
        let parts = [&[is_known], &number[..], texts[0], texts[1], texts[2], texts[3]];
        keyed_hash(self.site_key(), HASH_DEVICE, &parts)
    }

    fn decision(
        &self,
        who: AccountKey,
        ask: &SignInAsk<'_>,
        kind: DecisionKind,
        reasons: String,
    ) -> DecisionRow {
        let (account, name) = match who {
            AccountKey::Account(account) => (Some(account), None),
            AccountKey::UnknownName(_) => (None, Some(shortened(ask.login))),
        };
        let attempt = AttemptDetail {
            protocol: shortened(ask.protocol),
            client: client_name(ask.device),
            mechanism: shortened(ask.mechanism),
            credential: shortened(ask.credential),
            ..AttemptDetail::default()
        };
        DecisionRow {
            at: self.now(),
            gate: kind.gate(),
            account,
            name,
            source: Some(shortened(ask.remote)),
            verdict: kind.code(),
            reasons,
            weight: 1,
            since: None,
            attempt: Some(Box::new(attempt)),
        }
    }

    /// Looks up where the sources of these rows are on the map.
    pub(crate) fn locate(&self, rows: &mut [DecisionRow]) {
        if !self.parts.atlas.is_configured() {
            return;
        }
        for row in rows {
            let Some(attempt) = row.attempt.as_deref_mut() else { continue };
            let Some(source) = row.source.as_deref().and_then(|source| source.parse().ok()) else { continue };
            let located = self.parts.atlas.locate(source);
            attempt.location = located.location;
            attempt.operator = shortened(&located.operator);
        }
    }

    /// Lets core judge where successes came from; evidence is saved as what a rule saw.
    pub(crate) fn judge_arrivals(&self, rows: &[DecisionRow]) {
        let policies = self.policies();
        for row in rows {
            let (Some(account), Some(arrival)) = (row.account, arrival(row)) else { continue };
            let seen = self.parts.counters.arrived(account, &arrival, &policies.sign_in);
            if !seen.is_empty() {
                self.evidence_seen(account, &seen, row.at);
            }
        }
    }

    /// What speaks for an attempt that failed: that its account earned the region which it came from. Only then
    /// does an answer depend on the map, so only then is an address looked up before the answer.
    pub(super) fn vouch_of_region(&self, who: AccountKey, attempt: &Attempt, now: Timestamp) -> Vouch {
        let (AccountKey::Account(account), Some(source), Vouch::Nobody) =
            (who, attempt.source, attempt.vouch)
        else {
            return attempt.vouch;
        };
        let (counters, policies) = (&self.parts.counters, self.policies_now());
        if !self.parts.atlas.is_configured()
            || !counters.earned_any_region(account, &policies.sign_in, now)
            || !counters.earned_region(account, self.parts.atlas.region(source), &policies.sign_in, now)
        {
            return Vouch::Nobody;
        }
        Vouch::Region
    }

    /// An account is gone: its history goes with the next lines that are written.
    pub(crate) fn forget_sign_ins_of(&self, account: AccountId) {
        self.decisions.note_deleted(account);
        self.tallies.forget(account);
    }
}

fn failure_line(found: &SignInRow) -> Option<FailureLine<'_>> {
    let (row, attempt) = (&found.row, found.row.attempt.as_deref());
    let source = row.source.as_deref().and_then(|source| source.parse::<ClientAddress>().ok());
    Some(FailureLine {
        kind: DecisionKind::from_codes(row.gate, row.verdict)?,
        source: source.map(ClientAddress::unit),
        client: attempt.map_or("", |attempt| &attempt.client),
        protocol: attempt.map_or("", |attempt| &attempt.protocol),
        since: row.since.unwrap_or(row.at),
        at: row.at,
        count: row.weight,
    })
}

/// A success with a place on the map.
fn arrival(row: &DecisionRow) -> Option<Arrival> {
    let attempt = row.attempt.as_deref().filter(|_| row.verdict == DecisionKind::SignedIn.code())?;
    if attempt.location.is_unknown() {
        return None;
    }
    let source = row.source.as_deref()?.parse::<ClientAddress>().ok()?.unit();
    let is_suspicious = row.reasons.contains("\"evidence\"");
    Some(Arrival { source, location: attempt.location, is_suspicious, at: row.at })
}

fn is_from(row: &SignInRow, network: ClientNetwork, nat64: Option<Nat64Prefix>) -> bool {
    let source = row.row.source.as_deref().and_then(|source| source.parse::<ClientAddress>().ok());
    source.is_some_and(|source| network.holds(source.folded(nat64)))
}

pub(super) fn shortened(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(LOGGED_CHARACTERS_MAX).collect()
}

/// What a client says it is. Dovecot passes IMAP's ID (RFC 2971) as quoted pairs, `"name" "iPhone Mail" "version"
/// "17.4" …`; name and version are what a person knows the device by. Anything else is kept as it came.
fn client_name(device: &str) -> String {
    let mut words = device.split('"').skip(1).step_by(2);
    let mut name = "";
    let mut version = "";
    while let (Some(field), Some(value)) = (words.next(), words.next()) {
        if field.eq_ignore_ascii_case("name") {
            name = value;
        } else if field.eq_ignore_ascii_case("version") {
            version = value;
        }
    }
    match (name, version) {
        ("", _) => shortened(device),
        (name, "") => shortened(name),
        (name, version) => shortened(&format!("{name} {version}")),
    }
}

fn reasons_of(refusal: SignInRefusal, phase: &str) -> String {
    let (lane, until) = refusal.lane_and_end();
    let mut text = format!("{{\"code\":\"{}\"", refusal.code());
    if let Some(lane) = lane {
        text.push_str(&format!(",\"lane\":\"{}\"", lane.code()));
    }
    if let Some(until) = until {
        text.push_str(&format!(",\"until\":{}", until.unix_s()));
    }
    // Only the phase says that the password was right.
    if phase == "after" {
        text.push_str(",\"phase\":\"after\"");
    }
    text.push('}');
    text
}

/// What was seen, and that the place was strange; empty for almost every success. The store looks for the second by
/// its text.
fn reasons_of_success(settled: &Settled) -> String {
    let evidence = settled.evidence.as_ref().map(|seen| format!("\"evidence\":\"{}\"", seen.kind.code()));
    let place = settled.is_strange.then(|| STRANGE_PLACE.to_owned());
    let said: Vec<String> = evidence.into_iter().chain(place).collect();
    if said.is_empty() { String::new() } else { format!("{{{}}}", said.join(",")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_is_known_by_name_and_version() {
        let check = |device, name: &str| assert_eq!(client_name(device), name, "{device}");
        check(r#""name" "iPhone Mail" "version" "17.4" "os" "iOS""#, "iPhone Mail 17.4");
        check(r#""vendor" "Mozilla" "Name" "Thunderbird""#, "Thunderbird");
        check(r#""os" "iOS""#, r#""os" "iOS""#);
        check("roundcube", "roundcube");
        check("", "");
        check("\"name\" \"a\r\nb\"", "ab");
        check(r#""name" ""name" "x""#, r#""name" ""name" "x""#);
    }

    #[test]
    fn a_stranger_s_text_is_shortened_and_harmless_in_the_log() {
        assert_eq!(shortened("a\r\nb"), "ab");
        assert_eq!(shortened(&"x".repeat(500)).len(), LOGGED_CHARACTERS_MAX);
    }
}

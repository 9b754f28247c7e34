//! A mail: one envelope, one decision. Postfix asks at every recipient and at the end of the message; the two
//! are joined by `instance`. Only the authenticated login counts, never the sender address, which anybody can
//! write.

mod content;
mod deliveries;
mod envelopes;
mod named;
mod observed;
mod pinned;
mod reports;
mod whole_mail;

use postern_core::account::{Account, AccountKind, Language};
use postern_core::decision::DecisionKind;
use postern_core::event::Event;
use postern_core::ids::AccountId;
use postern_core::name::{AccountName, NameRules, canonical_login, normalise_recipient};
use postern_core::outbound::{Recipient, SendingFacts, SendingVerdict};
use postern_core::policy::OutboundPolicy;
use postern_core::reach::Reach;
use postern_core::restriction::{Actor, Evidence, Reason, ReasonArgument, Restriction};
use postern_core::time::{Span, Timestamp};

use crate::ask::{PolicyAnswer, PolicyAsk};
use crate::engine::{Engine, keyed_hash};
use crate::evidence::evidence_of;
use crate::mass_guard::Closed;
use crate::ports::series::Tally;
use crate::ports::{DecisionRow, SendingAsk, SendingDecision};

pub(crate) use content::ContentWatch;
pub use content::FORGERS_MAX;
pub(crate) use deliveries::DeliveryWatch;
pub use deliveries::{COUNTED_MAX, DELIVERIES_MAX, MailLogState};
pub use envelopes::{ENVELOPE_AGE_MAX, ENVELOPES_MAX, Envelope, LOG_CLOCK_SLACK};
pub(crate) use envelopes::{Envelopes, SeenMessage};
pub(crate) use named::RecentlyNamed;
pub(crate) use observed::ObservedEpisodes;
pub use pinned::PinsWithoutAddress;
pub(crate) use pinned::UntoldSources;
pub use reports::{REPORTED_MESSAGES_MAX, ReportTaken, Reported, SpamHeader, TrustedReporters};
pub use whole_mail::{OpenMail, RECIPIENTS_MAX};

/// Purposes of keyed hashes in this file; see `keyed_hash`.
const HASH_INSTANCE: u8 = 3;
const HASH_RECIPIENT: u8 = 4;

/// Most accounts that are learned from traffic in one run; beyond it a login is answered, not learned.
const LEARNED_MAX: usize = 1_000_000;

/// The recipient that an envelope address names, for a gate or a replay. An address is one of ours only when its
/// domain is exactly one of `own_domains`, which are in lower case, and nothing before it names another host.
pub(crate) fn read_recipient(
    address: &str,
    names: &NameRules,
    own_domains: &[String],
    site_key: &[u8; 32],
) -> Recipient {
    let is_routed = is_routed(address);
    let address = normalise_recipient(address, names);
    let domain = address.domain();
    let is_internal = !is_routed && own_domains.iter().any(|own| Some(own.as_str()) == domain);
    let address_hash = keyed_hash(site_key, HASH_RECIPIENT, &[address.as_bytes()]);
    Recipient { address_hash, is_internal }
}

/// Whether the part before the domain may name a host of its own. Postfix strips a domain that is its own and
/// routes what is left: `user%host@ours`, `user@host@ours` and `host!user@ours` leave the house
/// (`allow_percent_hack` and `swap_bangpath`, both on unless a site says otherwise).
fn is_routed(address: &str) -> bool {
    address.rsplit_once('@').is_some_and(|(local, _)| local.contains(['@', '%', '!']))
}

impl Engine {
    /// Postfix asks about a recipient or a message. Never waits.
    pub fn policy_asked(&self, ask: &PolicyAsk<'_>) -> PolicyAnswer {
        let is_message = match ask.protocol_state {
            "RCPT" => false,
            "END-OF-MESSAGE" => true,
            _ => return PolicyAnswer::Dunno,
        };
        if ask.sasl_username.is_empty() {
            if is_message {
                // A short id that was somebody's message is now that of mail without a login.
                self.forget_envelope(ask.queue_id);
            }
            return PolicyAnswer::Dunno;
        }
        let now = self.now();
        let Some((account, kind)) = self.sender(ask.sasl_username, now) else { return PolicyAnswer::Open };
        let in_force = self.open.sending_in_force(account, now);
        if let Some(restriction) = in_force.restricted {
            self.log(account, ask, DecisionKind::SendingRefused, &restriction.reason, now);
            return self.refusal(&restriction);
        }
        if let Some(block) = in_force.sign_in_blocked {
            // The session is older than the block: nothing but our answer ends it (checklist J1).
            self.log(account, ask, DecisionKind::SendingRefused, &block.reason, now);
            let text = postern_text::gate::session_ended(block.id, &self.parts.site.help_url);
            return PolicyAnswer::Close { text };
        }
        if let Some(closed) = self.stopped_outside_pins(account, ask, now) {
            return self.refusal(&closed.row);
        }
        let policy = &*self.sending_policy(account, now);
        let facts = SendingFacts {
            is_slowed: in_force.is_slowed,
            is_held_back: in_force.is_held_back,
            ..self.sending_facts(account, kind, policy, now)
        };
        let answer = self.judge(account, &facts, policy, ask, is_message, now);
        if is_message && !matches!(answer, PolicyAnswer::Refuse { .. }) {
            self.note_envelope(&SeenMessage {
                queue_id: ask.queue_id,
                account,
                sender: ask.sender,
                client_address: ask.client_address,
                recipients: ask.recipient_count,
                now,
            });
            if ask.sender != ask.sasl_username {
                self.look_at_senders(account, kind, ask.sender, &[], now);
            }
        }
        answer
    }

    fn sending_facts(
        &self,
        account: AccountId,
        kind: AccountKind,
        policy: &OutboundPolicy,
        now: Timestamp,
    ) -> SendingFacts {
        let counters = &self.parts.counters;
        SendingFacts {
            is_application: kind == AccountKind::Application,
            signed_in_unfamiliar: counters.signed_in_unfamiliar(account, policy.unfamiliar_window_s, now),
            is_suspect: counters.is_suspect(account, &self.policies_now().compromise, now),
            is_slowed: false,
            is_held_back: false,
            next_day: self.day_end(now),
        }
    }

    /// The question whether the account existed long before it was first seen to send (checklist G4).
    fn asks_whether_old(
        &self,
        account: AccountId,
        policy: &OutboundPolicy,
        now: Timestamp,
    ) -> impl Fn() -> bool + '_ {
        let learning = Span::from_days(policy.learning_days as i64);
        move || self.young.is_old(account, learning, now)
    }

    fn judge(
        &self,
        account: AccountId,
        facts: &SendingFacts,
        policy: &OutboundPolicy,
        ask: &PolicyAsk<'_>,
        is_message: bool,
        now: Timestamp,
    ) -> PolicyAnswer {
        let counters = &self.parts.counters;
        let instance_hash = keyed_hash(self.site_key(), HASH_INSTANCE, &[ask.instance.as_bytes()]);
        let is_old = self.asks_whether_old(account, policy, now);
        let question = SendingAsk { account, instance_hash, facts, is_old: &is_old, policy, now };
        let decision = if is_message {
            counters.message_asked(&question, ask.recipient_count)
        } else {
            counters.recipient_asked(&question, self.recipient(ask.recipient))
        };
        let goes_on = match decision.verdict {
            SendingVerdict::Permit | SendingVerdict::Slow { .. } => true,
            SendingVerdict::Restrict { .. } => policy.only_observes(now),
        };
        if goes_on {
            self.tallies.note(Some(account), &let_out_by(&decision), now);
            if !is_message {
                self.named.name(account, now);
            }
        }
        if !decision.evidence.is_empty() {
            self.evidence_seen(account, &decision.evidence, now);
        }
        match decision.verdict {
            SendingVerdict::Permit => {
                if let Some(weight) = self.decisions.sampled_permit() {
                    self.log_row(account, ask, DecisionKind::SendingPermitted, String::new(), weight, now);
                }
                PolicyAnswer::Open
            }
            SendingVerdict::Slow { delay_s } => {
                let observes = policy.only_observes(now);
                if decision.is_first_slow {
                    let kind = if observes {
                        DecisionKind::SendingWouldBeSlowed
                    } else {
                        DecisionKind::SendingSlowed
                    };
                    self.log_row(account, ask, kind, String::new(), 1, now);
                }
                if observes { PolicyAnswer::Open } else { PolicyAnswer::OpenAfter { delay_s } }
            }
            SendingVerdict::Restrict { reason, evidence, until } => {
                match self.crossed(account, ask, reason, &evidence, until, now) {
                    None => PolicyAnswer::Open,
                    // Asked again, it counts and waits: only the caps refuse who is held back.
                    Some(Closed { is_proposed: true, .. }) if !is_message && !facts.is_held_back => {
                        let held_back = SendingFacts { is_held_back: true, ..*facts };
                        self.judge(account, &held_back, policy, ask, is_message, now)
                    }
                    Some(closed) => self.refusal(&closed.row),
                }
            }
        }
    }

    /// A limit was crossed: the restriction that follows. While the rules only observe there is none; what was seen
    /// counts and is kept, and the first crossing of an episode is said in the log.
    fn crossed(
        &self,
        account: AccountId,
        ask: &PolicyAsk<'_>,
        reason: Reason,
        evidence: &[Evidence],
        until: Option<Timestamp>,
        now: Timestamp,
    ) -> Option<Closed> {
        let (mut events, judgement) = self.weigh(account, evidence, now);
        if self.sending_policy(account, now).only_observes(now) {
            self.save_events(events, now);
            if self.observed.is_first(account, now) {
                self.log(account, ask, DecisionKind::SendingWouldBeRestricted, &reason, now);
            }
            return None;
        }
        let said = reason.clone();
        // The limits say it of a probation, the score of everything else.
        let until = until.and(judgement.until);
        let evidence = evidence_of(&judgement.standing);
        let wanted = self.wanted(account, reason, evidence, until, now);
        let closed = self.restrict_sending(wanted, &judgement.standing, &mut events, now);
        let kind = closed.kind_of_new().unwrap_or(DecisionKind::SendingRefused);
        self.log(account, ask, kind, &said, now);
        self.save_events(events, now);
        Some(closed)
    }

    /// The account of an authenticated login. A login that the mail server accepted and we do not know exists
    /// in somebody else's directory: it is learned. While names are still being loaded nothing is learned.
    fn sender(&self, login: &str, now: Timestamp) -> Option<(AccountId, AccountKind)> {
        let canonical = canonical_login(login, self.names()).ok()?;
        if let Some(known) = self.account_of(&canonical) {
            return Some(known);
        }
        let name = AccountName::from_canonical(canonical.into_owned());
        self.learn(name, AccountKind::Person, now).map(|account| (account, AccountKind::Person))
    }

    /// Learns the account behind a login that somebody else's directory let in.
    pub(crate) fn learn_account(&self, login: &str, now: Timestamp) -> Option<AccountId> {
        let name = AccountName::from_canonical(canonical_login(login, self.names()).ok()?.into_owned());
        self.account_of(name.as_str())
            .map(|(account, _)| account)
            .or_else(|| self.learn(name, AccountKind::Person, now))
    }

    fn learn(&self, name: AccountName, kind: AccountKind, now: Timestamp) -> Option<AccountId> {
        if !self.are_names_loaded() {
            return None;
        }
        let mut learned = self.observed.learning.lock();
        // Somebody else may have learned it while we waited for the lock.
        if let Some((account, _)) = self.account_of(name.as_str()) {
            return Some(account);
        }
        if *learned >= LEARNED_MAX {
            return None;
        }
        *learned += 1;
        let account = Account {
            id: self.fresh_account(),
            primary: name,
            aliases: Vec::new(),
            display_name: String::new(),
            language: Language::default(),
            kind,
            roles: Vec::new(),
            reach: Reach::ALL_DOMAINS,
            groups: Vec::new(),
            is_gate_only: true,
            created: now,
        };
        let id = account.id;
        let event = Event::AccountCreated(account);
        self.apply(&event, now);
        drop(learned);
        self.save_soon(self.change_of(vec![event], Actor::Rule, "", now));
        Some(id)
    }

    pub(crate) fn recipient(&self, address: &str) -> Recipient {
        read_recipient(address, self.names(), &self.parts.site.own_domains, self.site_key())
    }

    fn refusal(&self, restriction: &Restriction) -> PolicyAnswer {
        PolicyAnswer::Refuse { text: self.refusal_text(restriction) }
    }

    /// What a refused client is shown: ASCII English with the code and the address of the help page.
    pub(crate) fn refusal_text(&self, restriction: &Restriction) -> String {
        postern_text::gate::sending_refused(restriction.id, &self.parts.site.help_url)
    }

    fn log(
        &self,
        account: AccountId,
        ask: &PolicyAsk<'_>,
        kind: DecisionKind,
        reason: &Reason,
        now: Timestamp,
    ) {
        self.log_row(account, ask, kind, reasons_of(reason), 1, now);
    }

    fn log_row(
        &self,
        account: AccountId,
        ask: &PolicyAsk<'_>,
        kind: DecisionKind,
        reasons: String,
        weight: u32,
        now: Timestamp,
    ) {
        if matches!(kind, DecisionKind::SendingRestricted | DecisionKind::SendingRefused) {
            self.tallies.note(Some(account), &Tally { recipients_refused: 1, ..Tally::default() }, now);
        }
        let source = (!ask.client_address.is_empty()).then(|| ask.client_address.to_owned());
        self.decisions.push(DecisionRow {
            at: now,
            gate: kind.gate(),
            account: Some(account),
            name: None,
            source,
            verdict: kind.code(),
            reasons,
            weight,
            since: None,
            attempt: None,
        });
    }
}

/// What a step adds to the sums for pictures, where it goes out.
fn let_out_by(decision: &SendingDecision) -> Tally {
    Tally {
        recipients_permitted: u64::from(decision.recipients),
        recipients_novel: u64::from(decision.is_novel),
        ..Tally::default()
    }
}

/// The code and the numbers. A person's note is left out: it stands with the restriction, and a refused mail
/// program asks often.
pub(crate) fn reasons_of(reason: &Reason) -> String {
    let mut text = format!("{{\"code\":\"{}\"", reason.code());
    for (name, argument) in reason.arguments() {
        if let ReasonArgument::Number(number) = argument {
            text.push_str(&format!(",\"{name}\":{number}"));
        }
    }
    text.push('}');
    text
}

//! What the rules decided and saw, in sentences: total matches from core's enums to messages. Knows no layout:
//! every method returns one label or one sentence (two where the second belongs to the first).

use jiff::tz::TimeZone;
use postern_core::account::{AccountKind, Role};
use postern_core::effect::Point;
use postern_core::forwarding::ForwardReach;
use postern_core::gate::GateKind;
use postern_core::mail_queue::QueueState;
use postern_core::name::AccountName;
use postern_core::restriction::{
    Actor, Evidence, EvidenceKind, Origin, Reason, Restriction, RestrictionKind,
};
use postern_core::sign_in::{Lane, SourceBlockCause};
use postern_core::time::Span;

use crate::key;
use crate::words::{Arg, Key, Words};

impl Words {
    /// The label of a kind of restriction: `Sending restricted`.
    pub fn restriction_kind(&self, kind: RestrictionKind) -> String {
        let key = match kind {
            RestrictionKind::ProtocolOff(protocol) => {
                let protocol = self.protocol(protocol);
                return self.say(key::KIND_PROTOCOL_OFF, &[("protocol", (&protocol).into())]);
            }
            RestrictionKind::SignInLocked => key::KIND_SIGN_IN_LOCKED,
            RestrictionKind::SignInBlocked => key::KIND_SIGN_IN_BLOCKED,
            RestrictionKind::SendingSlowed => key::KIND_SENDING_SLOWED,
            RestrictionKind::SendingProposed => key::KIND_SENDING_PROPOSED,
            RestrictionKind::SendingRestricted => key::KIND_SENDING_RESTRICTED,
            RestrictionKind::PasswordChangeRequired => key::KIND_PASSWORD_CHANGE_REQUIRED,
            RestrictionKind::AddressBlock => key::KIND_ADDRESS_BLOCK,
        };
        self.say(key, &[])
    }

    /// What an open restriction means for its account: what does not work, until when, what still works.
    pub fn state(&self, account: &AccountName, restriction: &Restriction, zone: &TimeZone) -> String {
        let (key, until) = match restriction.kind {
            RestrictionKind::SignInLocked => match (restriction.reason.lane(), restriction.until) {
                (Some(Lane::Unfamiliar), Some(until)) => (key::STATE_SIGN_IN_LOCKED_UNFAMILIAR, Some(until)),
                (Some(Lane::Familiar), Some(until)) => (key::STATE_SIGN_IN_LOCKED_FAMILIAR, Some(until)),
                (None, Some(until)) => (key::STATE_SIGN_IN_LOCKED, Some(until)),
                (Some(Lane::Unfamiliar), None) => (key::STATE_SIGN_IN_CLOSED_UNFAMILIAR, None),
                (Some(Lane::Familiar) | None, None) => (key::STATE_SIGN_IN_CLOSED, None),
            },
            RestrictionKind::SignInBlocked => match restriction.until {
                Some(until) => (key::STATE_SIGN_IN_BLOCKED_UNTIL, Some(until)),
                None => (key::STATE_SIGN_IN_BLOCKED, None),
            },
            RestrictionKind::SendingSlowed => match restriction.until {
                Some(until) => (key::STATE_SENDING_SLOWED_UNTIL, Some(until)),
                None => (key::STATE_SENDING_SLOWED, None),
            },
            RestrictionKind::SendingProposed => match restriction.until {
                Some(until) => (key::STATE_SENDING_PROPOSED_UNTIL, Some(until)),
                None => (key::STATE_SENDING_PROPOSED, None),
            },
            RestrictionKind::SendingRestricted => match restriction.until {
                Some(until) => (key::STATE_SENDING_RESTRICTED_UNTIL, Some(until)),
                None => (key::STATE_SENDING_RESTRICTED, None),
            },
            RestrictionKind::PasswordChangeRequired => match restriction.until {
                Some(until) if restriction.is_temporary_password() => {
                    (key::STATE_TEMPORARY_PASSWORD, Some(until))
                }
                Some(_) | None if restriction.reason == Reason::TemporaryPasswordExpired => {
                    (key::STATE_TEMPORARY_PASSWORD_EXPIRED, None)
                }
                Some(_) | None if restriction.voids_password() => (key::STATE_PASSWORD_VOID, None),
                Some(_) | None => (key::STATE_PASSWORD_CHANGE_REQUIRED, None),
            },
            RestrictionKind::ProtocolOff(protocol) => return self.protocol_off(account, protocol),
            RestrictionKind::AddressBlock => return self.pair_blocked(account, restriction, zone),
        };
        let account = ("account", Arg::Text(account.as_str()));
        match until {
            Some(until) => self.say(key, &[account, ("until", Arg::Time(until, zone))]),
            None => self.say(key, &[account]),
        }
    }

    /// That one account can't sign in from one source.
    fn pair_blocked(&self, account: &AccountName, restriction: &Restriction, zone: &TimeZone) -> String {
        let network = restriction.entity.network().map(|network| network.to_string()).unwrap_or_default();
        let both = [("account", account.as_str().into()), ("network", (&network).into())];
        match restriction.until {
            Some(until) => {
                let [account, network] = both;
                let until = ("until", Arg::Time(until, zone));
                self.say(key::STATE_PAIR_BLOCKED_UNTIL, &[account, network, until])
            }
            None => self.say(key::STATE_PAIR_BLOCKED, &both),
        }
    }

    /// The sentence for an account without any open restriction.
    pub fn state_clear(&self, account: &AccountName) -> String {
        self.say(key::STATE_CLEAR, &[("account", account.as_str().into())])
    }

    /// Why a restriction began.
    pub fn restriction_reason(&self, reason: &Reason) -> String {
        let (key, count, limit) = match reason {
            Reason::WrongPasswords { lane, failures } => {
                return self.counted(
                    lane_key(
                        *lane,
                        key::REASON_WRONG_PASSWORDS_UNFAMILIAR,
                        key::REASON_WRONG_PASSWORDS_FAMILIAR,
                    ),
                    *failures,
                );
            }
            Reason::LaneClosed { lane, failures } => {
                return self.counted(
                    lane_key(*lane, key::REASON_LANE_CLOSED_UNFAMILIAR, key::REASON_LANE_CLOSED_FAMILIAR),
                    *failures,
                );
            }
            Reason::LockedTooOften { lane, locks } => {
                let keys = (key::REASON_LOCKED_TOO_OFTEN_UNFAMILIAR, key::REASON_LOCKED_TOO_OFTEN_FAMILIAR);
                return self.counted(lane_key(*lane, keys.0, keys.1), *locks);
            }
            Reason::NovelRecipientsHour { count, limit } => (key::REASON_NOVEL_RECIPIENTS_HOUR, count, limit),
            Reason::NovelRecipientsDay { count, limit } => (key::REASON_NOVEL_RECIPIENTS_DAY, count, limit),
            Reason::RecipientsHour { count, limit } => (key::REASON_RECIPIENTS_HOUR, count, limit),
            Reason::CapHour { count, limit } => (key::REASON_CAP_HOUR, count, limit),
            Reason::CapDay { count, limit } => (key::REASON_CAP_DAY, count, limit),
            Reason::CompromiseScore { points, limit } => {
                let arguments = [("points", (*points).into()), ("limit", (*limit).into())];
                return self.say(key::REASON_COMPROMISE_SCORE, &arguments);
            }
            Reason::DisownedByOwner => return self.say(key::REASON_DISOWNED_BY_OWNER, &[]),
            Reason::OutsidePinnedSources => return self.say(key::REASON_OUTSIDE_PINNED_SOURCES, &[]),
            Reason::GuessingSource { cause, count } => {
                return self.counted(source_block_cause(*cause), *count);
            }
            Reason::TemporaryPassword { note } => {
                return self.say(key::REASON_TEMPORARY_PASSWORD, &[("note", note.into())]);
            }
            Reason::TemporaryPasswordExpired => return self.say(key::REASON_TEMPORARY_PASSWORD_EXPIRED, &[]),
            Reason::Contained { note } => return self.say(key::REASON_CONTAINED, &[("note", note.into())]),
            Reason::ByPerson { note } => return self.say(key::REASON_BY_PERSON, &[("note", note.into())]),
        };
        self.say(key, &[("count", (*count).into()), ("limit", (*limit).into())])
    }

    /// What was observed.
    pub fn evidence(&self, evidence: &Evidence) -> String {
        match evidence.kind {
            EvidenceKind::WrongPasswords => self.counted(key::EVIDENCE_WRONG_PASSWORDS, evidence.count),
            EvidenceKind::RightPasswordRefused => self.say(key::EVIDENCE_RIGHT_PASSWORD_REFUSED, &[]),
            EvidenceKind::SuccessAfterFailures => {
                self.counted(key::EVIDENCE_SUCCESS_AFTER_FAILURES, evidence.count)
            }
            EvidenceKind::NovelRecipients => self.counted(key::EVIDENCE_NOVEL_RECIPIENTS, evidence.count),
            EvidenceKind::ManyRecipients => self.counted(key::EVIDENCE_MANY_RECIPIENTS, evidence.count),
            EvidenceKind::UnfamiliarSource => self.say(key::EVIDENCE_UNFAMILIAR_SOURCE, &[]),
            EvidenceKind::NewRegion => {
                let region = evidence.region.unwrap_or_default().to_string();
                self.say(key::EVIDENCE_NEW_REGION, &[("region", (&region).into())])
            }
            EvidenceKind::Travel => self.counted(key::EVIDENCE_TRAVEL, evidence.count),
            EvidenceKind::ManyCountries => self.counted(key::EVIDENCE_MANY_COUNTRIES, evidence.count),
            EvidenceKind::ManyAddresses => self.counted(key::EVIDENCE_MANY_ADDRESSES, evidence.count),
            EvidenceKind::AnonymousSource => self.say(key::EVIDENCE_ANONYMOUS_SOURCE, &[]),
            EvidenceKind::ListedPassword => self.say(key::EVIDENCE_LISTED_PASSWORD, &[]),
            EvidenceKind::SuccessDuringSpray => self.say(key::EVIDENCE_SUCCESS_DURING_SPRAY, &[]),
            EvidenceKind::OldPasswordFromStrangePlace => {
                self.say(key::EVIDENCE_OLD_PASSWORD_FROM_STRANGE_PLACE, &[])
            }
            EvidenceKind::OutsidePinnedSources => self.say(key::EVIDENCE_OUTSIDE_PINNED_SOURCES, &[]),
            EvidenceKind::ForgedSender => self.counted(key::EVIDENCE_FORGED_SENDER, evidence.count),
            EvidenceKind::SameContent => self.counted(key::EVIDENCE_SAME_CONTENT, evidence.count),
            EvidenceKind::SpamVerdicts => self.counted(key::EVIDENCE_SPAM_VERDICTS, evidence.count),
            EvidenceKind::NoSuchAddress => self.counted(key::EVIDENCE_NO_SUCH_ADDRESS, evidence.count),
            EvidenceKind::ReportedMissing => self.counted(key::EVIDENCE_REPORTED_MISSING, evidence.count),
            EvidenceKind::TakenForSpam => self.counted(key::EVIDENCE_TAKEN_FOR_SPAM, evidence.count),
            EvidenceKind::DisownedByOwner => self.say(key::EVIDENCE_DISOWNED_BY_OWNER, &[]),
            EvidenceKind::Complaints => self.counted(key::EVIDENCE_COMPLAINTS, evidence.count),
        }
    }

    /// When, from where and how strongly: the line below [`Words::evidence`].
    pub fn evidence_details(&self, evidence: &Evidence, zone: &TimeZone) -> String {
        let when = ("when", Arg::Time(evidence.at, zone));
        let points = ("points", Arg::Number(u64::from(evidence.points)));
        match evidence.source {
            Some(source) => {
                let source = source.to_string();
                self.say(key::EVIDENCE_DETAILS_SOURCE, &[when, points, ("source", (&source).into())])
            }
            None => self.say(key::EVIDENCE_DETAILS, &[when, points]),
        }
    }

    /// Who made a restriction.
    pub fn origin(&self, origin: Origin) -> String {
        self.say(
            match origin {
                Origin::Rule => key::ORIGIN_RULE,
                Origin::Person => key::ORIGIN_PERSON,
                Origin::Api => key::ORIGIN_API,
            },
            &[],
        )
    }

    /// Who did something. `name` is the person's name as the directory has it now; without one the id is shown.
    pub fn actor(&self, actor: &Actor, name: Option<&str>) -> String {
        match actor {
            Actor::Rule => self.say(key::ACTOR_RULE, &[]),
            Actor::Timer => self.say(key::ACTOR_TIMER, &[]),
            Actor::LocalRoot(login) => self.say(key::ACTOR_LOCAL_ROOT, &[("name", login.into())]),
            Actor::Person(id) => name.map_or_else(|| id.to_string(), str::to_owned),
            Actor::LinkHolder => self.say(key::ACTOR_LINK_HOLDER, &[]),
            Actor::Visitor => self.say(key::ACTOR_VISITOR, &[]),
            Actor::Program(name) => self.say(key::ACTOR_PROGRAM, &[("name", name.into())]),
        }
    }

    /// The name of a point where an effect arrives.
    pub fn point(&self, point: Point) -> String {
        self.say(
            match point {
                Point::Gates => key::POINT_GATES,
                Point::DovecotFiles => key::POINT_DOVECOT_FILES,
                Point::PostfixMap => key::POINT_POSTFIX_MAP,
                Point::MailQueue => key::POINT_MAIL_QUEUE,
                Point::MailSessions => key::POINT_MAIL_SESSIONS,
                Point::AdminMail => key::POINT_ADMIN_MAIL,
                Point::OwnerMail => key::POINT_OWNER_MAIL,
            },
            &[],
        )
    }

    /// Where mail is sent on, whether that leaves the house, and when.
    pub fn forward(&self, to: &str, reach: ForwardReach, keeps: bool, is_conditional: bool) -> String {
        let key = match (reach, keeps) {
            (ForwardReach::Outside, true) => key::RULES_FORWARD_OUTSIDE_COPY,
            (ForwardReach::Outside, false) => key::RULES_FORWARD_OUTSIDE,
            (ForwardReach::Own, true) => key::RULES_FORWARD_OWN_COPY,
            (ForwardReach::Own, false) => key::RULES_FORWARD_OWN,
            (ForwardReach::Computed, _) => key::RULES_FORWARD_COMPUTED,
        };
        let sentence = self.say(key, &[("address", to.into())]);
        if is_conditional { format!("{sentence} {}", self.say(key::RULES_ONLY_SOME, &[])) } else { sentence }
    }

    /// A gate, as who asks there and when.
    pub fn gate(&self, gate: GateKind) -> String {
        self.say(
            match gate {
                GateKind::AuthPolicy => key::CONNECTIONS_GATE_AUTH_POLICY,
                GateKind::PostfixPolicy => key::CONNECTIONS_GATE_POSTFIX_POLICY,
                GateKind::Milter => key::CONNECTIONS_GATE_MILTER,
                GateKind::MailLog => key::CONNECTIONS_GATE_MAIL_LOG,
            },
            &[],
        )
    }

    /// That something is in force (or a mail was sent) at a point, and after how long: measured, never promised. Of the
    /// mail queue also with how many messages, of sessions with how many connections.
    pub fn receipt(&self, point: Point, latency: Span, messages: Option<u32>) -> String {
        if let Some(messages) = messages {
            let (name, count) = (self.point(point), u64::from(messages).into());
            let arguments = [("point", (&name).into()), ("count", count), ("latency", latency.into())];
            let key = if point == Point::MailSessions { key::RECEIPT_SESSIONS } else { key::RECEIPT_QUEUE };
            return self.say(key, &arguments);
        }
        let key = match point {
            Point::Gates
            | Point::DovecotFiles
            | Point::PostfixMap
            | Point::MailQueue
            | Point::MailSessions => key::RECEIPT_IN_FORCE,
            Point::AdminMail | Point::OwnerMail => key::RECEIPT_SENT,
        };
        self.say(key, &[("point", (&self.point(point)).into()), ("latency", latency.into())])
    }

    /// How a message in the queue stands.
    pub fn queue_state(&self, state: QueueState) -> String {
        self.say(
            match state {
                QueueState::Held => key::QUEUE_STATE_HELD,
                QueueState::Active => key::QUEUE_STATE_ACTIVE,
                QueueState::Deferred => key::QUEUE_STATE_DEFERRED,
                QueueState::Incoming => key::QUEUE_STATE_INCOMING,
            },
            &[],
        )
    }

    /// What an account is for.
    pub fn account_kind(&self, kind: AccountKind) -> String {
        self.say(
            match kind {
                AccountKind::Person => key::ACCOUNT_KIND_PERSON,
                AccountKind::SharedMailbox => key::ACCOUNT_KIND_SHARED_MAILBOX,
                AccountKind::Application => key::ACCOUNT_KIND_APPLICATION,
            },
            &[],
        )
    }

    /// A role's name.
    pub fn role(&self, role: Role) -> String {
        self.say(
            match role {
                Role::Auditor => key::ROLE_AUDITOR,
                Role::Helpdesk => key::ROLE_HELPDESK,
                Role::Responder => key::ROLE_RESPONDER,
                Role::UserAdmin => key::ROLE_USER_ADMIN,
                Role::GlobalAdmin => key::ROLE_GLOBAL_ADMIN,
            },
            &[],
        )
    }

    /// A lane as a label: `Unfamiliar sources`.
    pub fn lane(&self, lane: Lane) -> String {
        self.say(lane_key(lane, key::LANE_UNFAMILIAR, key::LANE_FAMILIAR), &[])
    }

    fn counted(&self, key: Key, count: u32) -> String {
        self.say(key, &[("count", count.into())])
    }
}

const fn source_block_cause(cause: SourceBlockCause) -> Key {
    match cause {
        SourceBlockCause::Points => key::REASON_SOURCE_POINTS,
        SourceBlockCause::Enumeration => key::REASON_SOURCE_ENUMERATION,
        SourceBlockCause::Spray => key::REASON_SOURCE_SPRAY,
        SourceBlockCause::AttackName => key::REASON_SOURCE_ATTACK_NAME,
    }
}

/// One message per lane: in most languages the lane's name changes its ending with the sentence.
pub(crate) const fn lane_key(lane: Lane, unfamiliar: Key, familiar: Key) -> Key {
    match lane {
        Lane::Unfamiliar => unfamiliar,
        Lane::Familiar => familiar,
    }
}

//! What of the house answers: who asks at the gates and when it was heard last, where effects have to arrive and how the
//! last ones did, what is read beside. Facts for the page and for `health`; nothing is decided here.

use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, Ordering};

use parking_lot::Mutex;
use postern_core::effect::Point;
use postern_core::gate::GateKind;
use postern_core::time::{Span, Timestamp};

use crate::engine::Engine;
use crate::ports::{AtlasDatabase, ExportError, Receipt, ReceiptOutcome, StoreError};
use crate::sending::MailLogState;

/// Effects that wait are counted so far; more than that many is one answer.
pub const WAITING_LOOKED_AT: u32 = 1_000;
/// A gate's last question is noted again after so long: the note is one write a second, however much is asked.
const NOTED_EVERY: Span = Span::from_s(1);

/// A gate as the configuration has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GateSettings {
    /// Which.
    pub kind: GateKind,
    /// Where it listens, or what it reads, as the configuration writes it: `127.0.0.1:10040`,
    /// `unix:/run/postern/policy.sock`, `/var/log/mail.log`.
    pub listen: Vec<String>,
    /// Where it listens behind proxies.
    pub proxied: Vec<String>,
}

/// What the configuration connects us with, for saying it; what is done with it was put together where the process is
/// wired.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConnectionSettings {
    /// The gates that there are.
    pub gates: Vec<GateSettings>,
    /// The class of Postfix with which the policy gate answers, if one is named.
    pub restriction_class: Option<String>,
    /// Dovecot's passwd-file and deny list.
    pub dovecot_files: Option<(String, String)>,
    /// Postfix's map with its type, as Postfix writes it: `lmdb:/var/lib/postern/postfix/sending`.
    pub postfix_map: Option<String>,
    /// Where Dovecot's API listens.
    pub doveadm: Option<String>,
    /// Who takes our mail to the admins.
    pub relay: Option<String>,
    /// The site's own list of breached passwords.
    pub breached_file: Option<String>,
}

impl ConnectionSettings {
    /// A gate, if there is one of this kind.
    pub fn gate(&self, kind: GateKind) -> Option<&GateSettings> {
        self.gates.iter().find(|gate| gate.kind == kind)
    }
}

const fn slot(gate: GateKind) -> usize {
    match gate {
        GateKind::AuthPolicy => 0,
        GateKind::PostfixPolicy => 1,
        GateKind::Milter => 2,
        GateKind::MailLog => 3,
    }
}

/// When each gate was asked last, and how the first writing of each point went.
pub(crate) struct ConnectionNotes {
    since: Timestamp,
    /// By gate, in the order of [`GateKind::ALL`].
    asked_micros: [AtomicI64; GateKind::ALL.len()],
    at_start: Mutex<HashMap<Point, AtStart>>,
}

/// How the files of a point were written when the server started.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtStart {
    /// When.
    pub at: Timestamp,
    /// What went wrong, if anything.
    pub problem: Option<String>,
}

impl ConnectionNotes {
    /// Nothing is known yet at `now`.
    pub(crate) fn new(now: Timestamp) -> Self {
        Self { since: now, asked_micros: Default::default(), at_start: Mutex::default() }
    }
}

/// What of the house answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connections {
    /// Since when the gates are watched: the start of this process.
    pub since: Timestamp,
    /// Every kind of gate.
    pub gates: Vec<GateState>,
    /// Every point outside.
    pub points: Vec<PointState>,
    /// Whether the mail log can be read.
    pub mail_log: MailLogState,
    /// The databases of places.
    pub databases: Vec<AtlasDatabase>,
}

/// How a gate is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GateState {
    /// Which.
    pub kind: GateKind,
    /// As the configuration has it; `None`: there is none.
    pub settings: Option<GateSettings>,
    /// When somebody asked last, to the second; `None`: nobody since the start.
    pub last_asked: Option<Timestamp>,
}

/// How a point outside is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointState {
    /// Which.
    pub point: Point,
    /// The site has it.
    pub is_configured: bool,
    /// The newest receipt.
    pub last: Option<Receipt>,
    /// The newest one that says done.
    pub last_done: Option<Receipt>,
    /// Effects that wait for it, at most [`WAITING_LOOKED_AT`].
    pub waiting: usize,
    /// When the first of them is tried next.
    pub next_try: Option<Timestamp>,
    /// How its files were written at the start; `None` where it has none, or they are not written yet.
    pub at_start: Option<AtStart>,
}

impl PointState {
    /// Whether the last thing that was asked of it did not come to be.
    pub fn is_failing(&self) -> bool {
        match &self.last {
            Some(last) => last.outcome != ReceiptOutcome::Done,
            None => self.at_start.as_ref().is_some_and(|start| start.problem.is_some()),
        }
    }
}

impl Engine {
    /// Somebody asked at a gate just now. Cheap enough for every question.
    pub fn gate_was_asked(&self, gate: GateKind) {
        let (now, noted) = (self.now().unix_micros(), &self.connections.asked_micros[slot(gate)]);
        if now.saturating_sub(noted.load(Ordering::Relaxed)) >= NOTED_EVERY.as_micros() {
            noted.store(now, Ordering::Relaxed);
        }
    }

    /// The files of a point were written whole at the start, or were not.
    pub(crate) fn note_start_of(&self, point: Point, result: &Result<(), ExportError>) {
        let problem = match result {
            Ok(()) => None,
            Err(ExportError::NotConfigured) => return,
            Err(
                error @ (ExportError::Write { .. }
                | ExportError::Program { .. }
                | ExportError::Mail { .. }
                | ExportError::PutOff { .. }),
            ) => Some(crate::outbox::chain(error)),
        };
        self.connections.at_start.lock().insert(point, AtStart { at: self.now(), problem });
    }

    /// What of the house answers, as of now.
    pub async fn connections(&self) -> Result<Connections, StoreError> {
        let notes = &self.connections;
        let gate = |kind: GateKind| {
            let micros = notes.asked_micros[slot(kind)].load(Ordering::Relaxed);
            GateState {
                kind,
                settings: self.site().connections.gate(kind).cloned(),
                last_asked: (micros != 0).then(|| Timestamp::from_unix_micros(micros)),
            }
        };
        Ok(Connections {
            since: notes.since,
            gates: GateKind::ALL.iter().map(|&kind| gate(kind)).collect(),
            points: self.points().await?,
            mail_log: self.mail_log_state(),
            databases: self.parts.atlas.databases(),
        })
    }

    async fn points(&self) -> Result<Vec<PointState>, StoreError> {
        let receipts = self.parts.store.last_receipts().await?;
        let waiting = self.parts.store.waiting_effects(WAITING_LOOKED_AT).await?;
        let at_start = self.connections.at_start.lock().clone();
        let state = |point: Point| {
            let newest = |may_fail: bool| {
                let of_point = receipts.iter().filter(|receipt| receipt.point == point);
                let fits = |receipt: &&Receipt| may_fail || receipt.outcome == ReceiptOutcome::Done;
                of_point.filter(fits).max_by_key(|receipt| receipt.at).cloned()
            };
            let waiting = || waiting.iter().filter(|(effect, _)| effect.effect.point() == point);
            PointState {
                point,
                is_configured: self.has_point(point),
                last: newest(true),
                last_done: newest(false),
                waiting: waiting().count(),
                next_try: waiting().map(|(_, due)| *due).min(),
                at_start: at_start.get(&point).cloned(),
            }
        };
        let outside = Point::ALL.iter().filter(|&&point| point != Point::Gates);
        Ok(outside.map(|&point| state(point)).collect())
    }
}
